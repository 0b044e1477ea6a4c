import PlanQLData

extension DocumentTable {
  /// Puts what cells such as 同上 stand for into their place: what the cell above says in the same
  /// section, or the one to the left. Where that one says nothing, the cell cannot be read.
  mutating func resolveDittos(_ ledger: inout LineLedger) {
    guard planTable == nil else { return }
    for row in rows.indices {
      for column in rows[row].cells.indices {
        guard let mark = DittoMark(rows[row].cells[column].text) else { continue }
        resolve(mark, row: row, column: column, &ledger)
      }
    }
  }

  private mutating func resolve(
    _ mark: DittoMark, row: Int, column: Int, _ ledger: inout LineLedger
  ) {
    let line = rows[row].lines[0]
    let heading = header.columns[column].heading
    let written = rows[row].cells[column].text.unbroken.string
    guard let source = source(of: mark, row: row, column: column), !source.isEmpty,
      source.problem == nil, DittoMark(source.text) == nil
    else {
      rows[row].cells[column] = GridCell(
        .empty, problem: ImportMessages.dittoOfNothing(heading, written))
      return
    }
    var cell = source
    cell.merge = .none
    rows[row].cells[column] = cell
    ledger.note(
      line, cell: column,
      ImportMessages.dittoRead(heading, written, LineLedger.excerpt(source.text.unbroken)))
  }

  /// The cell that a mark points at; nil where there is none in the same section.
  private func source(of mark: DittoMark, row: Int, column: Int) -> GridCell? {
    switch mark {
    case .left: return column > 0 ? rows[row].cells[column - 1] : nil
    case .above:
      guard row > 0, rows[row - 1].section == rows[row].section else { return nil }
      return rows[row - 1].cells[column]
    }
  }
}
