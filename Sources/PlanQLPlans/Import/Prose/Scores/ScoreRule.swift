import PlanQLData

/// A rule of scoring, or a heading with points over several of them.
struct ScoreRule: Sendable {
  let title: String
  var points: Decimal?
  /// How points are taken off, as written; nil for headings.
  var text: String?
  /// Per unit, by steps or at once, by the name in `rules`.
  var form: String?
  var step: Decimal?
  var cap: Decimal?
  /// The most that several of the parts may cost together, or one that the text does not tell.
  private(set) var sharedCap: Decimal?
  /// What points are taken off for: 项, 次, 1个百分点.
  var unit: String?
  var bonus: Decimal?
  var bonusCap: Decimal?
  /// Several ways of taking points off or giving them that no one row can say, each a row of its own.
  var parts: [ScoringText.Deduction] = []
  /// Whether its words say nothing of how points are taken off that could be read.
  var isUnread = false
  /// Whether its words hold a number that cannot be one of points.
  var isBroken = false
  /// Whether its title is only the condition of its first part, so that the parts are rules by
  /// themselves.
  var isConditional = false
  /// Whether its words say anything of points.
  private(set) var saysPoints = false
  /// Cells of columns that the standard table has not.
  var extras: [String: String] = [:]
  let level: Int
  let parent: Int?
  let line: Int

  /// Makes a rule of which the words are not read yet.
  init(title: String, points: Decimal?, level: Int, parent: Int?, line: Int) {
    self.title = title
    self.points = points
    self.level = level
    self.parent = parent
    self.line = line
  }

  /// Takes from the words how points are given and taken off.
  mutating func read(_ words: FoldedText) {
    let read = ScoringText(words, points: points)
    text = words.unbroken.string
    points = points ?? read.full
    saysPoints = read.saysPoints
    sharedCap = read.sharedCap
    isBroken =
      read.isBroken || read.parts.contains { ScoreRule.isFragment(FoldedText($0.condition)) }
    (form, step, unit, cap, bonus, bonusCap, parts) = (nil, nil, nil, nil, nil, nil, [])
    if let only = read.only, read.bonuses.count <= 1 {
      form = only.form
      unit = only.unit
      step = only.step ?? (only.form == "veto" ? nil : points)
      cap = only.cap ?? (read.endsAtZero ? points : nil)
    }
    if read.bonuses.count == 1, form != nil || read.deductions.isEmpty {
      bonus = read.bonuses[0].step
      unit = unit ?? read.bonuses[0].unit
      bonusCap = read.bonuses[0].cap
    }
    if !read.isOpen, form == nil, bonus == nil {
      parts = read.parts.map { part in
        var part = part
        if !part.isBonus, part.form != "veto", read.endsAtZero { part.cap = part.cap ?? points }
        return part
      }
    }
    isUnread = form == nil && parts.isEmpty && (bonus == nil || read.isOpen) && !words.isEmpty
  }

  /// Whether a condition begins with a number that belongs to another cell: 5未评比.
  private static func isFragment(_ condition: FoldedText) -> Bool {
    let digits = condition.scalars.prefix(while: FoldedText.isDigit).count
    guard digits > 0, let next = condition.scalar(digits) else { return digits > 0 }
    let units = "个次项天日月年户张条人件处家起例份岁分%周小米公吨亩元千万亿种类级名批位座以至-~.、季"
    return FoldedText.isIdeograph(next) && !units.unicodeScalars.contains(next)
  }

  /// The number of points of one deduction that is larger than those to be had.
  var excess: Decimal? {
    guard let points else { return nil }
    let steps = [step].compactMap { $0 } + parts.filter { !$0.isBonus }.compactMap(\.step)
    return steps.first { $0 > points }
  }
}
