import PlanQLData

/// Reads rules of scoring.
///
///     rule    = [number] item (points) [:] [text] { text }
///             | heading { text } | [number] condition 扣 points
///     points  = n分 | 满分:n | 单项满分:n
///
/// The item is what is scored: the words before the points, or the heading above a text that says
/// how points are given, or the condition of a line that says no more than that.
struct RuleReader {
  private(set) var rules: [ScoreRule] = []
  /// Lines that cannot be rules though they say points, as those of a text whose order is lost.
  private(set) var broken: [(line: Int, title: String)] = []
  /// Whether lines that state no points to be had are taken too.
  let takesLoose: Bool
  /// The last numbered line, which a text without a number goes on with.
  private var open: Open?

  private enum Open {
    case rule(Int)
    case heading(title: FoldedText, level: Int)
  }

  init(takesLoose: Bool) { self.takesLoose = takesLoose }

  /// Whether what was read is a set of rules.
  var hasRules: Bool {
    let read = rules.count { !$0.isUnread && $0.text != nil && $0.saysPoints }
    return read > 0 || rules.count { $0.points != nil } >= 2
  }

  /// Takes a line; says whether it was a rule or a heading with points.
  mutating func read(_ text: FoldedText, at line: Int) -> Bool {
    let pieces = RuleReader.pieces(of: text)
    var isRead = false
    for piece in pieces where read(piece: piece, at: line) { isRead = true }
    return isRead
  }

  private mutating func read(piece text: FoldedText, at line: Int) -> Bool {
    let numbered = RuleReader.numbered(text)
    if let (title, points, rule) = RuleReader.parted(
      numbered?.rest ?? text, isNumbered: numbered != nil)
    {
      add(title, points, rule, level: numbered?.level ?? -1, at: line)
      return true
    }
    guard takesLoose else { return false }
    let rest = numbered?.rest ?? text
    guard RuleReader.isLoose(rest) else {
      if let numbered {
        open = RuleReader.heading(rest).map { .heading(title: $0, level: numbered.level) }
      }
      return false
    }
    if numbered == nil, goOn(with: rest, at: line) { return true }
    guard let (title, rule) = RuleReader.loose(rest) else { return false }
    let count = rules.count
    add(title, nil, rule, level: numbered?.level ?? 5, at: line)
    if rules.count > count, rule.count == rest.count { rules[count].isConditional = true }
    open = nil
    return true
  }

  /// Takes a text that says how points are given for the numbered line above it.
  private mutating func goOn(with text: FoldedText, at line: Int) -> Bool {
    switch open {
    case .rule(let place):
      let before = rules[place].text.flatMap { $0.isEmpty ? nil : $0 }
      let whole =
        before.map { FoldedText($0).joined(text, by: RuleReader.ends($0) ? "" : "。") } ?? text
      rules[place].read(whole)
      return true
    case .heading(let title, let level):
      add(title, nil, text, level: level, at: line)
      return true
    case nil: return false
    }
  }

  private static func ends(_ text: String) -> Bool {
    text.hasSuffix("。") || text.hasSuffix("；") || text.hasSuffix(";")
  }

  private mutating func add(
    _ title: FoldedText, _ points: Decimal?, _ rule: FoldedText, level: Int, at line: Int
  ) {
    if RuleReader.isBrokenTitle(title, hasPoints: points != nil) {
      broken.append((line, title.string))
      open = nil
      return
    }
    let parent = rules.lastIndex { $0.level < level && !$0.saysPoints && $0.points != nil }
    var found = ScoreRule(
      title: title.string, points: points, level: level, parent: parent, line: line)
    if !rule.isEmpty { found.read(rule) }
    if found.isBroken {
      broken.append((line, title.string))
      open = nil
      return
    }
    rules.append(found)
    open = .rule(rules.count - 1)
  }

  /// Whether a line says how many points something costs or brings.
  static func isLoose(_ text: FoldedText) -> Bool {
    guard text.count <= 300 else { return false }
    let read = ScoringText(text)
    return !read.deductions.isEmpty || !read.bonuses.isEmpty
      || read.full != nil && text.count <= 120
  }

  /// The level of a numbered line and what follows the number.
  private static func numbered(_ text: FoldedText) -> (level: Int, rest: FoldedText)? {
    if let first = text.scalar(0), (0x2460...0x2473).contains(first.value) {
      return (5, text.dropFirst(1).trimmed())
    }
    return Numbering(text).map { ($0.level, $0.rest) }
  }

  /// The pieces of a long line in which numbers in brackets follow each other: (1)…。(2)….
  private static func pieces(of text: FoldedText) -> [FoldedText] {
    guard text.count > 80 else { return [text] }
    var cuts: [Int] = []
    for (place, scalar) in text.matching.enumerated() where place > 0 && scalar == "(" {
      guard let (number, length) = Numeral.integer(text.dropFirst(place + 1)), number > 0,
        number <= 30,
        text.scalar(place + 1 + length) == ")",
        let before = text.scalar(place - 1), "。;) ".unicodeScalars.contains(before)
      else { continue }
      cuts.append(place)
    }
    guard !cuts.isEmpty else { return [text] }
    let starts = [0] + cuts
    return starts.enumerated().map { index, start in
      text.part(start..<(starts.indices.contains(index + 1) ? starts[index + 1] : text.count))
        .trimmed()
    }.filter { !$0.isEmpty }
  }

  /// Parts the title from the points in brackets and the rule after them.
  private static func parted(
    _ text: FoldedText, isNumbered: Bool
  ) -> (title: FoldedText, points: Decimal, rule: FoldedText)? {
    let scalars = text.scalars
    for (place, scalar) in scalars.enumerated() where scalar == "(" {
      guard let close = scalars[place...].firstIndex(of: ")") else { return nil }
      guard let points = points(text.part((place + 1)..<close)) else { continue }
      let title = text.part(0..<place).trimmed()
      let rest = text.dropFirst(close + 1)
      let rule = rest.trimmed { ":。 ".unicodeScalars.contains($0) }
      let isHeading =
        title.count <= 30 && (rest.isEmpty || ":。".unicodeScalars.contains(rest.scalar(0) ?? " "))
      guard isNumbered && !title.contains("。") || isHeading, !ScoringText(title).saysPoints else {
        return nil
      }
      return (title, points, rule)
    }
    return nil
  }

  /// The points that a bracket says: 10分, 满分:12, 单项满分: 20.
  private static func points(_ text: FoldedText) -> Decimal? {
    var plain = text.dropping(first: [
      "单项", "本项", "满分", "总分", "分值", "标准分", "基准分", "基础分", "基分", "共计", "共", "计", ":", "为",
    ])
    let isNamed = plain.count < text.trimmed().count
    let isUnit = plain.hasSuffix("分")
    if isUnit { plain = plain.dropLast(1).trimmed() }
    guard isUnit || isNamed else { return nil }
    return Decimal(plain.folded)
  }

  /// A numbered line that says what is scored below it; nil for one that speaks of scoring itself.
  private static func heading(_ text: FoldedText) -> FoldedText? {
    let words = [
      "考核", "评分", "计分", "扣分", "加分", "减分", "奖惩", "标准", "办法", "要求", "方式", "内容", "原则", "其他", "有关",
    ]
    let isTitle =
      (2...30).contains(text.count) && !text.contains(anyOf: Array("。,;:".unicodeScalars))
    return isTitle && !text.contains(anyWord: words) ? text : nil
  }

  /// Parts a line without points into a title and the rule: at a colon or a full stop before which
  /// nothing is said of points, else what is to be done or left undone is the title.
  private static func loose(_ text: FoldedText) -> (title: FoldedText, rule: FoldedText)? {
    for sign in [":", "。"] {
      guard let places = text.firstPlaces(of: sign), places.lowerBound <= 30 else { continue }
      let title = text.part(0..<places.lowerBound).trimmed()
      let rest = text.dropFirst(places.upperBound).trimmed()
      if !title.isEmpty, !rest.isEmpty, !ScoringText(title).saysPoints, isLoose(rest) {
        return (title, rest)
      }
    }
    let read = ScoringText(text)
    guard let first = read.deductions.first else {
      return read.bonuses.isEmpty ? nil : (RuleReader.head(of: text), text)
    }
    let title = FoldedText(first.condition).trimmed { " ,:的".unicodeScalars.contains($0) }
    return (title.isEmpty ? RuleReader.head(of: text) : title, text)
  }

  /// What stands before the first comma.
  private static func head(of text: FoldedText) -> FoldedText {
    let end = text.scalars.firstIndex { ",。;".unicodeScalars.contains($0) } ?? text.count
    return text.part(0..<end).trimmed()
  }

  /// Whether a title can be none: a fragment of a word or a sentence, or half a page.
  private static func isBrokenTitle(_ title: FoldedText, hasPoints: Bool) -> Bool {
    let ideographs = title.scalars.count(where: FoldedText.isIdeograph)
    guard let first = title.scalar(0), ideographs >= (hasPoints ? 2 : 3), title.count <= 60 else {
      return true
    }
    let columns = ["评分标准", "评分依据", "计分表", "评分表", "考核表", "序号", "分值", "标准分"]
    return !title.hasBalancedBrackets || title.contains(anyWord: columns)
      || "、,。;:)分的及和与或为".unicodeScalars.contains(first)
      || title.contains("记") && ScoringText(title).saysPoints
      || title.contains(anyOf: Array("|│".unicodeScalars))
      || !hasPoints && title.words.count >= 4
  }
}
