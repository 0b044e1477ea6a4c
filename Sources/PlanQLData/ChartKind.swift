/// What a chart is drawn as.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  /// A bar for each row and column of values.
  case bar
  /// A line for each column of values, from row to row.
  case line
  /// A bar along a time axis for each row and period.
  case gantt
  /// Cells shaded by their values.
  case heat
}

/// What the columns of a chart's table are drawn as, by their places.
public struct ChartColumns: Sendable, Hashable {
  /// The columns that say what a row is.
  public let labels: [Int]
  /// The columns whose values are drawn: lengths, points, periods or cells.
  public let series: [Int]
  /// The column whose values run across, in a heat map whose cells are a row each; nil where cells are columns.
  public let across: Int?

  public init(labels: [Int], series: [Int], across: Int? = nil) {
    self.labels = labels
    self.series = series
    self.across = across
  }
}
