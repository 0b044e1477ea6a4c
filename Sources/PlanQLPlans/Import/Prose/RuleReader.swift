import PlanQLData

/// Reads rules of scoring: numbered lines with points in brackets,
/// `①PM10年均值(3分):每差1微克扣0.5分,扣完为止`, and lines that say no more than how points are taken
/// off, `未按时报送的,每次扣0.5分`.
struct RuleReader {
  private(set) var rules: [ScoreRule] = []
  /// Whether lines that state no points to be had are taken too.
  let takesLoose: Bool

  init(takesLoose: Bool) { self.takesLoose = takesLoose }

  /// Takes a line; says whether it was a rule or a heading with points.
  mutating func read(_ text: FoldedText, at line: Int) -> Bool {
    let numbered = RuleReader.numbered(text)
    if let (level, rest) = numbered, let (title, points, rule) = RuleReader.parted(rest) {
      add(title, points, rule, level: level, at: line)
      return true
    }
    if numbered == nil, let (title, points, rule) = RuleReader.parted(text), rule.isEmpty,
      title.count <= 20, SubjectWords.isPlain(title)
    {
      // 环境质量指标(35分), a heading without a number.
      add(title, points, rule, level: 0, at: line)
      return true
    }
    let rest = numbered?.rest ?? text
    guard takesLoose, RuleReader.isLoose(rest), let (title, rule) = RuleReader.loose(rest) else {
      return false
    }
    add(title, nil, rule, level: numbered?.level ?? 5, at: line)
    return true
  }

  private mutating func add(
    _ title: FoldedText, _ points: Decimal?, _ rule: FoldedText, level: Int, at line: Int
  ) {
    let parent = rules.lastIndex { $0.level < level && $0.text == nil }
    var found = ScoreRule(
      title: title.string, points: points, level: level, parent: parent, line: line)
    if !rule.isEmpty { found.read(rule) }
    rules.append(found)
  }

  /// Whether a line says how many points something costs or brings.
  static func isLoose(_ text: FoldedText) -> Bool {
    guard text.count <= 300 else { return false }
    let read = ScoringText(text)
    return !read.deductions.isEmpty || read.bonus != nil
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
      guard let points = points(in: inner) else { continue }
      let rule = text.dropFirst(close + 1).trimmed { ":。 ".unicodeScalars.contains($0) }
      return (text.part(0..<place).trimmed(), points, rule)
    }
    return nil
  }

  /// The points that a bracket states: 12分, 单项满分:12.
  private static func points(in text: FoldedText) -> Decimal? {
    var plain = text
    let lead = ["单项满分", "满分", "分值", "共", "计"].first { plain.hasPrefix($0) }
    if let lead { plain = plain.dropFirst(lead.unicodeScalars.count) }
    plain = plain.trimmed { ": ".unicodeScalars.contains($0) }
    guard lead != nil || plain.hasSuffix("分") else { return nil }
    if plain.hasSuffix("分") { plain = plain.dropLast(1).trimmed() }
    return Decimal(plain.folded)
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
      return read.bonus == nil ? nil : (RuleReader.head(of: text), text)
    }
    let title = FoldedText(first.condition).trimmed { " ,:的".unicodeScalars.contains($0) }
    return (title.isEmpty ? RuleReader.head(of: text) : title, text)
  }

  /// What stands before the first comma.
  private static func head(of text: FoldedText) -> FoldedText {
    let end = text.scalars.firstIndex { ",。;".unicodeScalars.contains($0) } ?? text.count
    return text.part(0..<end).trimmed()
  }
}
