/// A paragraph of a document, put together from the lines that it is wrapped into.
struct ProseText: Sendable {
  let text: FoldedText
  /// The heading that it stands under.
  let node: Int?
  /// Where the text of each of its lines begins.
  private let starts: [(place: Int, line: Int)]

  /// Puts paragraphs together of lines in their order.
  static func all(of lines: [ProseLine]) -> [ProseText] {
    let lines = lines.filter { !$0.isOfTable }
    let isWrapped = zip(lines, lines.dropFirst()).count { $0.goesOn(in: $1, isWrapped: false) } >= 3
    var texts: [ProseText] = []
    var run: [ProseLine] = []
    for line in lines {
      if let last = run.last, !last.goesOn(in: line, isWrapped: isWrapped) {
        texts.append(ProseText(run))
        run = []
      }
      run.append(line)
    }
    if !run.isEmpty { texts.append(ProseText(run)) }
    return texts
  }

  private init(_ lines: [ProseLine]) {
    var text = ""
    var place = 0
    var starts: [(place: Int, line: Int)] = []
    for line in lines {
      // 排名第 4: no blank stands in a rank.
      let plain = line.plain.withFullStops.replacing("第 ", with: "第")
      starts.append((place, line.line))
      text += plain.string
      place += plain.count
    }
    self.text = FoldedText(text).withLongSentencesParted
    self.node = lines.first?.node
    self.starts = starts
  }

  /// The lines that some places of the text stand on.
  func lines(of places: Range<Int>) -> Set<Int> {
    let first = line(at: places.lowerBound)
    let further = starts.filter { places.contains($0.place) }.map(\.line)
    return Set([first] + further)
  }

  /// The line that a place of the text stands on.
  func line(at place: Int) -> Int {
    starts.last { $0.place <= place }?.line ?? starts.first?.line ?? 0
  }
}

/// A line of a document's text, with the heading that it stands under.
struct ProseLine: Sendable {
  let text: FoldedText
  let line: Int
  let node: Int?
  /// Whether it stands by itself: a title.
  var isAlone = false

  /// The text without a stroke at its end.
  fileprivate var plain: FoldedText { text.trimmed { " |".unicodeScalars.contains($0) } }

  /// The measure that it names and says nothing of, as a row of a table does that came apart: `SO2`.
  var label: (text: FoldedText, line: Int)? {
    let name = plain
    let isName =
      (2...12).contains(name.count) && name.suffix(of: StatementWords.measures) != nil
      && !name.contains(anyOf: Array("、,。:|".unicodeScalars))
    return isName && RankingHead.part(in: name) == nil ? (name, line) : nil
  }

  /// Whether it is part of a table: strokes part it, or one ends a short text.
  var isOfTable: Bool {
    let scalars = text.string.unicodeScalars
    if scalars.contains(where: { (0x2500...0x257F).contains($0.value) && $0.value != 0x2500 }) {
      return true
    }
    let strokes = text.scalars.count { $0 == "|" }
    if strokes > 1 { return true }
    let isSentence = text.contains("。") || text.count > 60
    return strokes == 1 && (text.hasSuffix("|") || text.hasPrefix("|")) && !isSentence
  }

  /// Whether it goes on in the next one, as text does that is cut into lines of one width.
  func goesOn(in next: ProseLine, isWrapped: Bool) -> Bool {
    guard !isAlone, !next.isAlone, node == next.node, let last = text.scalar(text.count - 1),
      let first = next.text.scalar(0), !ListMark.begins(next.text),
      !"。;!?:”】》|".unicodeScalars.contains(last)
    else { return false }
    if text.hasSuffix("。)") { return false }
    // What newspapers begin a paragraph with.
    if ["记者", "据", "近日", "日前", "本报讯"].contains(where: { next.text.hasPrefix($0) }), !isWrapped {
      return false
    }
    let gap = next.line - line
    guard gap == 1 || gap == 2 && isWrapped else { return false }
    let isAmount =
      (FoldedText.isDigit(last) || "万亿千百.".unicodeScalars.contains(last))
      && (FoldedText.isDigit(first) || "元万亿千百%.个项".unicodeScalars.contains(first))
    // The unit of a value at the end of a line of text: 33 / 微克/立方米.
    let isMeasured =
      FoldedText.isDigit(last) && text.count >= 15
      && ["微克", "毫克", "吨", "亩", "公里", "平方", "立方", "公顷", "天,", "天、", "天。"].contains {
        next.text.hasPrefix($0)
      }
    if isAmount || isMeasured || ",、(".unicodeScalars.contains(last)
      || ",。;、)".unicodeScalars.contains(first)
    {
      return true
    }
    let endsInFigure =
      WrittenFigure.all(in: text).last.map { $0.places.upperBound >= text.count - 1 } ?? false
    let isBody = text.contains("。") || text.contains(",") || text.contains(";")
    let isLong = text.count >= 15
    return isLong && (isBody || isWrapped) && !endsInFigure && !UnitList.beginsWithLabel(next.text)
  }
}

/// What lists put before their items: `(1)`, `①`, `一是`, `■`, `1.`, `——`.
enum ListMark: Hashable, Sendable {
  case none, dash, bullet, number, bracket, circle, word

  /// Whether a line begins with one, or with the number of a heading.
  static func begins(_ text: FoldedText) -> Bool { cut(text).mark != .none }

  /// The mark of a text and what follows it.
  static func cut(_ text: FoldedText) -> (mark: ListMark, rest: FoldedText) {
    guard let first = text.scalar(0) else { return (.none, text) }
    if text.hasPrefix("--") { return (.dash, text.trimmed { "- ".unicodeScalars.contains($0) }) }
    if (0x2460...0x2473).contains(first.value) { return (.circle, text.dropFirst(1).trimmed()) }
    if "■●◆▲△★☆•·※□○*▪◎>-".unicodeScalars.contains(first) {
      let count = text.matching.prefix { $0 == first || $0 == " " }.count
      let next = text.scalar(count) ?? " "
      if first != "-" || !FoldedText.isDigit(next) { return (.bullet, text.dropFirst(count)) }
      return (.none, text)
    }
    if let second = text.scalar(1), Numbering.value([first]) != nil, second == "是" {
      return (.word, text.dropFirst(2).trimmed { " :".unicodeScalars.contains($0) })
    }
    if let numbering = Numbering(text), !isOfClasses(text) {
      return (numbering.level == 2 || numbering.level == 4 ? .bracket : .number, numbering.rest)
    }
    return (.none, text)
  }

  /// Whether numerals name two of one kind, and begin no item: 一、二季度, 一、二类海水.
  private static func isOfClasses(_ text: FoldedText) -> Bool {
    guard text.scalar(1) == "、", let second = text.scalar(2), Numbering.value([second]) != nil
    else {
      return false
    }
    return ["季度", "产业", "类", "级", "期", "轮", "批"].contains { text.dropFirst(3).hasPrefix($0) }
  }

  /// The items of a paragraph, each with the mark before it; those amid the text begin after a sign
  /// or a blank.
  static func items(of text: FoldedText) -> [(mark: ListMark, text: FoldedText)] {
    var starts: [Int] = [0]
    for place in 1..<Swift.max(text.count, 1) {
      guard let before = text.scalar(place - 1), " 。;,:".unicodeScalars.contains(before),
        text.scalar(place) != " "
      else { continue }
      let rest = text.dropFirst(place)
      let (mark, _) = cut(rest)
      switch mark {
      case .none, .dash: continue
      case .number where before == ",": continue
      case .number, .bracket, .circle, .word: starts.append(place)
      case .bullet:
        if rest.scalar(0) != "-" && rest.scalar(0) != "*" && rest.scalar(0) != ">" {
          starts.append(place)
        }
      }
    }
    return starts.enumerated().map { index, start in
      let end = starts.indices.contains(index + 1) ? starts[index + 1] : text.count
      return cut(text.part(start..<end).trimmed())
    }.map { ($0.mark, $0.rest) }
  }
}

extension FoldedText {
  /// As long as a sentence may be before its next comma parts it, or twice that before its next 、: what each clause is looked up in must not grow with
  /// the clauses.
  private static let longestSentence = 2000

  /// The text with ; for the signs that part sentences without an end.
  fileprivate var withLongSentencesParted: FoldedText {
    guard count > FoldedText.longestSentence else { return self }
    var written: [Unicode.Scalar]?
    var length = 0
    var depth = 0
    let scalars = self.scalars
    for (place, scalar) in scalars.enumerated() {
      length += 1
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = Swift.max(0, depth - 1) }
      if "。;!?".unicodeScalars.contains(scalar) { (length, depth) = (0, 0) }
      let isOpen = depth > 0 && length < 2 * FoldedText.longestSentence
      let isLong = length > (scalar == "," ? 1 : 2) * FoldedText.longestSentence
      guard ",、".unicodeScalars.contains(scalar), isLong, !isOpen,
        !scalars[(place + 1)...].prefix(1).contains(where: FoldedText.isDigit)
      else { continue }
      if written == nil { written = Array(string.unicodeScalars) }
      written?[place] = ";"
      (length, depth) = (0, 0)
    }
    return written.map { FoldedText(String(String.UnicodeScalarView($0))) } ?? self
  }

  /// The text with 。 for a point that ends a sentence, between an ideograph or a share and an ideograph.
  fileprivate var withFullStops: FoldedText {
    guard matching.contains(".") else { return self }
    var written = Array(string.unicodeScalars)
    for place in 1..<Swift.max(count, 1) where scalar(place) == "." {
      guard let before = scalar(place - 1), let after = scalar(place + 1),
        FoldedText.isIdeograph(before) || "%)”".unicodeScalars.contains(before),
        FoldedText.isIdeograph(after), Numbering.value([before]) == nil
      else { continue }
      written[place] = "。"
    }
    return FoldedText(String(String.UnicodeScalarView(written)))
  }
}
