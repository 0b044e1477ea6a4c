import PlanQLData

/// Numbers below zero in accounts of Taiwan and Japan.
extension PlanAssembly {
  /// The table with △ and ▲ before numbers as minus, as such accounts have them; not where ▽ or ▼ stands too, so that
  /// they say which way something went.
  mutating func withMinusSigns(_ table: DocumentTable) -> DocumentTable {
    guard let place = draft.currencyOfPlace, ["TWD", "JPY"].contains(place) else { return table }
    var isFound = false
    for row in table.rows {
      for cell in row.cells where cell.text.contains(anyOf: Array("△▲▽▼".unicodeScalars)) {
        if cell.text.contains(anyOf: Array("▽▼".unicodeScalars)) { return table }
        isFound = isFound || PlanAssembly.minus(cell.text) != nil
      }
    }
    guard isFound else { return table }
    var noted: Set<Int> = []
    func signed(_ cell: GridCell, _ column: Int) -> GridCell {
      guard let number = PlanAssembly.minus(cell.text) else { return cell }
      if noted.insert(column).inserted {
        ledger.note(
          table.headerLine, cell: column,
          ImportMessages.trianglesAreMinus(
            table.header.columns[column].heading, cell.text.unbroken.string))
      }
      var cell = cell
      cell.text = number
      return cell
    }
    var signedTable = table
    signedTable.replaceRows(
      by: table.rows.map { row in
        var row = row
        row.cells = row.cells.enumerated().map { signed($1, $0) }
        return row
      })
    for place in signedTable.totals.indices {
      signedTable.totals[place].values = signedTable.totals[place].values.map {
        ($0.column, signed($0.cell, $0.column))
      }
    }
    return signedTable
  }

  /// `△1,670` as `-1,670`; nil for a text that is no number behind a triangle.
  private static func minus(_ cell: FoldedText) -> FoldedText? {
    let text = cell.unbroken.trimmed()
    guard let sign = text.scalar(0), "△▲".unicodeScalars.contains(sign),
      case let number = text.dropFirst(1).trimmed(),
      number.scalar(0).map(FoldedText.isDigit) ?? false,
      WrittenNumber(number) != nil
    else { return nil }
    return FoldedText("-").joined(number)
  }
}
