public import PlanQLData

/// A picture of a table, as data: what it is drawn as and what its columns are.
public struct Chart: Sendable {
  public let kind: ChartKind
  public let table: Table
  public let columns: ChartColumns

  /// Makes a chart of a table; where no series are named, all columns behind the labels are.
  public init(_ kind: ChartKind, _ table: Table, _ columns: ChartColumns) {
    let labels = columns.labels.filter { table.columns.indices.contains($0) }
    let named = columns.series.filter { table.columns.indices.contains($0) }
    let behind = (labels.max() ?? -1) + 1..<Swift.max(table.columns.count, (labels.max() ?? -1) + 1)
    self.kind = kind
    self.table = table
    self.columns = ChartColumns(
      labels: labels, series: columns.series.isEmpty ? Array(behind) : named,
      across: columns.across.flatMap { table.columns.indices.contains($0) ? $0 : nil })
  }

  /// The columns that run along each axis.
  public var axes: (x: [Int], y: [Int]) {
    switch kind {
    case .bar, .line: (columns.labels, columns.series)
    case .gantt: (columns.series, columns.labels)
    case .heat: (columns.across.map { [$0] } ?? columns.series, columns.labels)
    }
  }
}
