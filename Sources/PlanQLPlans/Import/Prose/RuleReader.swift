import PlanQLData

/// A rule of scoring, or a heading with points over several of them.
struct ScoreRule: Sendable {
  let title: String
  let points: Decimal
  /// How points are taken off; nil for headings.
  var text: String?
  /// Per unit, by steps or at once, by the name in `rules`.
  var form: String?
  var step: Decimal?
  var cap: Decimal?
  let level: Int
  let parent: Int?
  let line: Int
}

/// Reads rules of scoring: numbered lines with points in brackets, `①PM10年均值(3分):每差1微克扣0.5分,扣完为止`.
struct RuleReader {
  private(set) var rules: [ScoreRule] = []

  /// Takes a line; says whether it was a rule or a heading with points.
  mutating func read(_ text: FoldedText, at line: Int) -> Bool {
    guard let (level, rest) = RuleReader.numbered(text),
      let (title, points, rule) = RuleReader.parted(rest)
    else { return false }
    let parent = rules.lastIndex { $0.level < level && $0.text == nil }
    var found = ScoreRule(
      title: title.string, points: points, level: level, parent: parent, line: line)
    if !rule.isEmpty { RuleReader.read(rule, into: &found) }
    rules.append(found)
    return true
  }

  /// The level of a numbered line and what follows the number.
  private static func numbered(_ text: FoldedText) -> (level: Int, rest: FoldedText)? {
    if let first = text.scalar(0), (0x2460...0x2473).contains(first.value) {
      return (5, text.dropFirst(1).trimmed())
    }
    return Numbering(text).map { ($0.level, $0.rest) }
  }

  /// Parts the title from the points in brackets and the rule after a colon.
  private static func parted(
    _ text: FoldedText
  ) -> (title: FoldedText, points: Decimal, rule: FoldedText)? {
    let scalars = text.scalars
    for (place, scalar) in scalars.enumerated() where scalar == "(" {
      guard let close = scalars[place...].firstIndex(of: ")") else { return nil }
      let inner = text.part((place + 1)..<close).trimmed()
      guard inner.hasSuffix("分"), let points = Decimal(inner.dropLast(1).trimmed().folded) else {
        continue
      }
      let rule = text.dropFirst(close + 1).trimmed { ": ".unicodeScalars.contains($0) }
      return (text.part(0..<place).trimmed(), points, rule)
    }
    return nil
  }

  private static func read(_ text: FoldedText, into rule: inout ScoreRule) {
    rule.text = text.string
    if text.contains("一票否决") {
      rule.form = "veto"
    } else if let step = points(after: "扣", in: text), text.contains("每") {
      rule.form = "per_unit"
      rule.step = step
    }
    if text.contains("扣完为止") { rule.cap = rule.points }
    for lead in ["最多扣", "最高扣"] {
      if let cap = points(after: lead, in: text) { rule.cap = cap }
    }
  }

  /// The number of points that follows a word.
  private static func points(after word: String, in text: FoldedText) -> Decimal? {
    var rest = text
    while let places = rest.firstPlaces(of: word) {
      rest = rest.dropFirst(places.upperBound)
      let digits = rest.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
      if digits > 0, rest.scalar(digits) == "分" { return Decimal(rest.part(0..<digits).folded) }
    }
    return nil
  }
}
