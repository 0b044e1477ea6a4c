import PlanQLData

/// The order of day and month in columns of dates.
extension PlanAssembly {
  /// Finds the columns of a table of which some dates can only be read in one order of day and month, and none in the
  /// other, so that all are: `01/15/2018` tells `03/04/2018`.
  mutating func settleDateOrders(of table: DocumentTable) {
    dateOrders = [:]
    let columns = table.header.columns.indices.filter {
      table.header.columns[$0].kind.form == .period
    }
    guard !columns.isEmpty else { return }
    var orders: [Int: Set<Bool>] = [:]
    for row in table.rows {
      for column in columns where row.cells[column].text.contains("/") {
        guard let order = SlashedDate(row.cells[column].text)?.isMonthFirst else { continue }
        orders[column, default: []].insert(order)
      }
    }
    dateOrders = orders.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The day of a date that the others of its column tell how to read.
  func day(_ cell: FoldedText, in column: Int) -> Day? {
    dateOrders[column].flatMap { SlashedDate(cell)?.day(isMonthFirst: $0) }
  }
}
