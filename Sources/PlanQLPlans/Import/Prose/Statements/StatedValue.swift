import PlanQLData

/// What a sentence says of an indicator: a value that was observed, or a target.
struct StatedValue: Sendable {
  var name: FoldedText
  let isTarget: Bool
  let quantity: Quantity
  /// How a value compares with the target, by the name of it in `indicators`.
  var comparator: String?
  /// Which way the indicator is to go, where the words say so.
  let direction: String?
  /// The value with the words around it, as written: 85%以上.
  var text: String
  var time: ProsePeriod?
  /// Where it was observed, or whose target it is.
  var place: FoldedText
  /// How many things it is the share of: 24个.
  var scope: FoldedText = .empty
  /// How the value compares with others, by what it is compared with: 同比 is 下降15.8%.
  var comparisons: [(label: String, text: String)] = []
  /// Whether the value is only a rough one: 约.
  var isRough = false
  /// The number of the sentence that says it, and its words.
  var sentence = 0
  var spoken = FoldedText.empty
  /// What it was before, where a target says from what it is to go, and the year of that.
  var baseline: Decimal?
  var baselineYear: Int?
  /// Whether words call it a target: 目标值62.5%, and not only what is to be.
  var isNamedTarget = false
  /// Whether the value is only expected.
  var isForecast = false
  let line: Int
}
