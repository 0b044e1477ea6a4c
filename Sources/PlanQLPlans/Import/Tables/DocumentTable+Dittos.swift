import PlanQLData

extension DocumentTable {
  /// Puts what cells such as 同上 stand for into their place: what the cell above says in the same
  /// section, or the one to the left. Where that one says nothing, the cell cannot be read.
  mutating func resolveDittos(_ ledger: inout LineLedger) {
    guard planTable == nil, rows.evidence(in: self).hasDittos else { return }
    let written = rows
    replaceRows(by: [])
    var above: DocumentRow?
    for row in written {
      var row = row
      for column in row.cells.indices {
        guard let mark = DittoMark(row.cells[column].text) else { continue }
        resolve(mark, in: &row, below: above, column: column, &ledger)
      }
      add(row)
      above = row
    }
  }

  private func resolve(
    _ mark: DittoMark, in row: inout DocumentRow, below above: DocumentRow?, column: Int,
    _ ledger: inout LineLedger
  ) {
    let heading = header.columns[column].heading
    let written = row.cells[column].text.unbroken.string
    guard let source = source(of: mark, in: row, below: above, column: column), !source.isEmpty,
      source.problem == nil, DittoMark(source.text) == nil
    else {
      row.cells[column] = GridCell(
        .empty, problem: ImportMessages.dittoOfNothing(heading, written))
      return
    }
    row.cells[column] = source
    row.cells[column].merge = .none
    ledger.note(
      row.lines[0], cell: column,
      ImportMessages.dittoRead(heading, written, LineLedger.excerpt(source.text.unbroken)))
  }

  /// The cell that a mark points at; nil where there is none in the same section.
  private func source(
    of mark: DittoMark, in row: DocumentRow, below above: DocumentRow?, column: Int
  ) -> GridCell? {
    switch mark {
    case .left: return column > 0 ? row.cells[column - 1] : nil
    case .above:
      guard let above, above.section == row.section else { return nil }
      return above.cells[column]
    }
  }
}
