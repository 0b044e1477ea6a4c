import PlanQLData

/// What the columns add up to that are no amounts of money in a known unit, beside the totals that are
/// stated of them.
extension PlanAssembly {
  /// Compares the totals that a table states under headings that are not known, or without a unit of
  /// money, with the sums of the numbers above them.
  mutating func addOtherSums(of columns: [Int], in table: DocumentTable) {
    guard !columns.isEmpty else { return }
    var sums = TableAmounts(table, of: columns)
    for row in table.rows where !table.header.isWholeOfSources(row) {
      let isOfCount = table.unitOfCount(row) != nil
      var numbers: [Decimal?] = Array(repeating: nil, count: row.cells.count)
      for column in columns where !isOfCount || table.header.columns[column].money == nil {
        numbers[column] = plainNumber(row.cells[column], column)
      }
      sums.add(numbers, of: row)
    }
    for total in table.totals {
      sums.addTotal(
        total.values.filter { columns.contains($0.column) }.compactMap { column, cell in
          plainNumber(cell, column).map { (column, $0) }
        })
    }
    let checks = TableSums(table, sums).checks(named: nameAmongTables(table, content.tables))
    let read = checks.filter { $0.missing < $0.rows }.map { check in
      var check = check
      check.unit =
        table.header.columns.first { $0.heading == check.heading }?.money?.heading ?? ""
      return overTables(check, table)
    }
    draft.sums += read.filter { $0.stated != nil }
  }

  /// The columns of numbers that are read as no amounts and may be added up: those with a total, and
  /// all where that of another table may be theirs too.
  func columnsOfOtherSums(
    _ table: DocumentTable, beside amounts: TableAmounts
  ) -> [Int] {
    let stated = Set(table.totals.flatMap { $0.values.map(\.column) })
    guard !stated.isEmpty || content.tables.count > 1, table.header.place(of: .points) == nil else {
      return []
    }
    let read = Set(amounts.totals.flatMap { $0.map(\.column) })
    return table.header.columns.indices.filter { place in
      let column = table.header.columns[place]
      guard stated.contains(place) || content.tables.count > 1,
        !OwnColumn.isOfShares(column.heading), !PlanAssembly.isScore(column)
      else { return false }
      return column.kind == .other
        ? otherColumns.indices.contains(place) && otherColumns[place]?.isNumeric == true
        : isWithoutUnit(place, table, Array(read)) && column.isMoney
    }
  }

  /// Whether a column is called one of scores, of which the last line may give the mean.
  private static func isScore(_ column: DocumentColumn) -> Bool {
    let kind = Headings.kind(of: Headings.key(FoldedText(column.lastHeading)))
    return kind == .score || kind == .rank
  }

  /// A cell that holds a number and nothing else.
  private func plainNumber(_ cell: GridCell, _ column: Int) -> Decimal? {
    let style = cell.isNumber ? .point : styles[column]
    return WrittenNumber(cell.text.unbroken.trimmed()).flatMap { style.value($0) }
  }
}
