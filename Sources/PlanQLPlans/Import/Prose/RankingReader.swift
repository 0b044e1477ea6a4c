import PlanQLData

/// A list of units in the order of a ranking, from its top or from its end.
struct Ranking: Sendable {
  /// A unit with its place, and its score where the text states one.
  struct Entry: Sendable {
    let unit: String
    let place: Int
    var score: Decimal?
    /// The figure that stands behind its name, as written: 甲市625万元.
    var figure: String?
  }

  let item: String
  let entries: [Entry]
  /// Whether places count from the end of the ranking.
  let isFromEnd: Bool
  /// Whether the text does not say in which order the last ones stand.
  var isOrderOpen = false
  /// How many units the text announces.
  let announced: Int?
  /// The month or part of a year that the line is about, as written.
  let time: String?
  let line: Int
}

/// Reads rankings in prose: `水环境质量相对较好的前10位依次是:甲县、乙县`, `后三名由好到差依次为:…`,
/// `第一名:甲镇90.99分`.
struct RankingReader {
  private(set) var rankings: [Ranking] = []

  /// Takes a line below a heading; says whether it held a ranking.
  mutating func read(_ text: FoldedText, at line: Int, heading: FoldedText? = nil) -> Bool {
    if let entry = RankingReader.score(in: text) {
      add(entry, item: heading.map { RankingReader.item(of: $0) } ?? "", at: line)
      return true
    }
    var isFound = false
    let times = Set(ProseTime.places(in: text).map { text.part($0).string })
    let months = times.filter { $0.contains("月") && $0.contains("年") && !$0.contains("日") }
    for sentence in RankingReader.sentences(of: text)
    where read(sentence: sentence, at: line, time: months.count == 1 ? months.first : nil) {
      isFound = true
    }
    return isFound
  }

  /// The sentences of a text; a semicolon parts two of them as a full stop does.
  static func sentences(of text: FoldedText) -> [FoldedText] {
    text.split { "。;!】".unicodeScalars.contains($0) }.map { $0.trimmed() }
      .filter { !$0.isEmpty }
  }

  private mutating func read(sentence: FoldedText, at line: Int, time: String?) -> Bool {
    guard let (head, list) = RankingReader.parted(sentence) else { return false }
    let isWhole = ["排名依次", "名次依次", "排名为", "排名顺序", "排名由", "从高到低依次", "由高到低依次", "由好到差依次", "从好到差依次"]
      .contains { head.contains($0) }
    let part = RankingReader.direction(head)
    let isOrdered = ["依次", "分别", "排名前", "排名后", "排名"].contains { head.contains($0) }
    guard part != nil && isOrdered || isWhole else { return false }
    let (place, isFromEnd) = part ?? (RankingReader.end(of: head), false)
    let units = list.split { "、,".unicodeScalars.contains($0) }
      .map { $0.trimmed { " 和。|".unicodeScalars.contains($0) } }.filter { !$0.isEmpty }
    guard units.count > 1, units.allSatisfy({ $0.count <= 16 }) else { return false }
    let isFalling = ["由好到差", "从好到差", "由高到低", "从高到低", "由优到劣"].contains { head.contains($0) }
    let isRising = ["由差到好", "从差到好", "由低到高", "从低到高", "由劣到优"].contains { head.contains($0) }
    // The best one comes first from the top, and the very last one from the end.
    let isReversed = isFromEnd ? isFalling : isRising
    let names = isReversed ? units.reversed() : units
    rankings.append(
      Ranking(
        item: item(head.part(0..<place)),
        entries: names.enumerated().map { RankingReader.entry($1, place: $0 + 1) },
        isFromEnd: isFromEnd,
        isOrderOpen: isFromEnd && !isFalling && !isRising && !head.contains("倒"),
        announced: part == nil ? nil : RankingReader.number(head.dropFirst(place + 1)),
        time: time, line: line))
    return true
  }

  /// Parts a sentence into the words that announce a list and the list, at a colon or a verb.
  private static func parted(_ sentence: FoldedText) -> (head: FoldedText, list: FoldedText)? {
    let colons = sentence.scalars.indices.reversed().filter { sentence.scalar($0) == ":" }
    for colon in colons where sentence.dropFirst(colon).contains("、") {
      return (sentence.part(0..<colon), sentence.dropFirst(colon + 1))
    }
    guard let (place, _) = direction(sentence) else { return nil }
    let rest = sentence.dropFirst(place)
    for word in ["依次是", "依次为", "分别是", "分别为", "的省份是", "的地市是", "是", "为"] {
      guard let places = rest.firstPlaces(of: word), places.lowerBound <= 16 else { continue }
      return (
        sentence.part(0..<(place + places.upperBound)), rest.dropFirst(places.upperBound)
      )
    }
    return nil
  }

  /// A unit of a list, without the figure behind its name.
  private static func entry(_ text: FoldedText, place: Int) -> Ranking.Entry {
    let plain = text.trimmed { "()".unicodeScalars.contains($0) }
    guard let figure = WrittenFigure.all(in: plain).last, figure.places.lowerBound >= 2,
      figure.kind < 4
    else { return .init(unit: text.string, place: place) }
    let name = plain.part(0..<figure.places.lowerBound).trimmed { " (".unicodeScalars.contains($0) }
    return .init(
      unit: name.string, place: place, figure: plain.part(figure.places).string)
  }

  /// The place of 前 or 后 before a number, or before 名 and 位.
  private static func direction(_ head: FoldedText) -> (place: Int, isFromEnd: Bool)? {
    let scalars = head.scalars
    for place in scalars.indices.reversed() where scalars[place] == "前" || scalars[place] == "后" {
      let next = head.scalar(place + 1) ?? " "
      guard isNumeral(next) else { continue }
      let length = head.dropFirst(place + 1).scalars.prefix(while: isNumeral).count
      let after = head.scalar(place + 1 + length) ?? " "
      // 前8个月 and 前4月 are times.
      if !"个月年季天日周".unicodeScalars.contains(after) { return (place, scalars[place] == "后") }
    }
    return nil
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    FoldedText.isDigit(scalar) || scalar == "两" || Numbering.value([scalar]) != nil
  }

  /// The place before the words that only say that an order follows.
  private static func end(of head: FoldedText) -> Int {
    let words = ["排名", "名次", "从高到低", "由高到低", "由好到差", "从好到差", "依次"]
    return words.compactMap { head.firstPlaces(of: $0)?.lowerBound }.min() ?? head.count
  }

  private static func number(_ text: FoldedText) -> Int? {
    let digits = text.scalars.prefix(while: FoldedText.isDigit)
    if !digits.isEmpty { return Int(String(String.UnicodeScalarView(digits))) }
    if text.scalar(0) == "两" { return 2 }
    return Numbering.value(text.scalars.prefix { Numbering.value([$0]) != nil })
  }

  /// What is ranked; the second list of a pair need not say all of it again.
  private func item(_ text: FoldedText) -> String {
    let name = FoldedText(RankingReader.item(of: text))
    if let last = rankings.last, name.isEmpty || last.item.hasSuffix(name.string) {
      return last.item
    }
    return name.string
  }

  /// What is ranked, of the words before 前 or of a heading.
  private static func item(of text: FoldedText) -> String {
    var name = text.split { ",。:".unicodeScalars.contains($0) }.last?.trimmed() ?? text
    name = name.words.last { Numbering($0) != nil || $0.count >= 2 } ?? name
    name = Numbering(name)?.rest ?? name
    let words = [
      "相对", "较好", "较差", "较快", "较慢", "较高", "较低", "最好", "最差", "的", "排名情况", "得分及排名", "排名", "得分", "居",
      "情况",
    ]
    while let word = words.first(where: { name.hasSuffix($0) }) {
      name = name.dropLast(word.unicodeScalars.count).trimmed()
    }
    return name.string
  }

  /// `第一名:甲镇90.99分`.
  private static func score(in text: FoldedText) -> Ranking.Entry? {
    guard text.scalar(0) == "第", text.count <= 40 else { return nil }
    let rest = text.dropFirst(1)
    let length = rest.scalars.prefix {
      FoldedText.isDigit($0) || Numbering.value([$0]) != nil
    }.count
    guard length > 0, let place = number(rest), rest.scalar(length) == "名" else { return nil }
    let body = rest.dropFirst(length + 1).trimmed { ":, 。;".unicodeScalars.contains($0) }
    guard let figure = WrittenFigure.all(in: body).first, figure.unit == .measure("分"),
      figure.places.upperBound == body.count, figure.places.lowerBound > 1
    else { return nil }
    let unit = body.part(0..<figure.places.lowerBound).trimmed {
      " ,:(得".unicodeScalars.contains($0)
    }
    return .init(unit: unit.string, place: place, score: figure.value)
  }

  /// Adds a line with a score to the list that it goes on with.
  private mutating func add(_ entry: Ranking.Entry, item: String, at line: Int) {
    rankings.append(
      Ranking(
        item: item, entries: [entry], isFromEnd: false, announced: nil, time: nil, line: line))
  }
}
