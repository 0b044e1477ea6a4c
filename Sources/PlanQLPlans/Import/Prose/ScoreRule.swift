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
  /// What points are taken off for: 项, 次, 1个百分点.
  var unit: String?
  var bonus: Decimal?
  var bonusCap: Decimal?
  /// Several ways of taking points off that no one row can say, each a row of its own.
  var parts: [ScoringText.Deduction] = []
  /// Whether its words say nothing of how points are taken off that could be read.
  var isUnread = false
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
    let read = ScoringText(words)
    text = words.unbroken.string
    points = points ?? read.full
    bonus = read.bonus
    bonusCap = read.bonusCap
    if let only = read.only {
      form = only.form
      unit = only.unit
      step = only.step ?? (only.form == "veto" ? nil : points)
    } else if !read.isOpen {
      parts = read.deductions
    }
    if form != nil || !parts.isEmpty {
      cap = read.cap ?? (read.endsAtZero ? points : nil)
    }
    isUnread = form == nil && parts.isEmpty && (bonus == nil || read.isOpen) && !words.isEmpty
  }
}
