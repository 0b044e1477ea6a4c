import PlanQLData

/// A date with strokes and the year at its end, of which the order of day and month need not be known: `01/15/2018`.
struct SlashedDate {
  private let first: Int
  private let second: Int
  private let year: Int

  /// Nil for a text that is no such date.
  init?(_ cell: FoldedText) {
    let parts = cell.trimmed().folded.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      parts[1].utf8.count <= 2, let first = Int(parts[0]), let second = Int(parts[1]),
      let year = Int(parts[2]), first > 0, second > 0
    else { return nil }
    (self.first, self.second, self.year) = (first, second, year)
  }

  /// Whether the month stands first; nil where either may be it.
  var isMonthFirst: Bool? {
    if first > 12, second <= 12 { return false }
    return second > 12 && first <= 12 ? true : nil
  }

  /// The day that it can only be: where both orders are one, or only one is.
  var certainDay: Day? {
    first == second ? day(isMonthFirst: true) : isMonthFirst.flatMap { day(isMonthFirst: $0) }
  }

  /// The day in an order.
  func day(isMonthFirst: Bool) -> Day? {
    Day(year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
  }
}
