import PlanQLData

/// Rows of a project that name no source of its money and stand above those of its sources: what they state is the
/// whole of it.
extension DocumentTable {
  /// The word that a row is labelled with under the heading of sources as the whole of them.
  private static let label = FoldedText("合计")

  /// Labels such rows as the whole where the rows of sources below come to what they state. Others are said, as
  /// nothing tells whether their amounts are of a source of their own.
  mutating func settleWholesOfSources(_ ledger: inout LineLedger) {
    guard planTable == nil, !isOwn, header.hasRecords, let source = header.place(of: .source),
      let name = header.place(of: .name)
    else { return }
    let lines = linesOfWholes(source, name, &ledger)
    guard !lines.isEmpty else { return }
    let written = rows
    replaceRows(by: [])
    for row in written {
      var row = row
      if lines.contains(row.lines[0]) { row.cells[source] = GridCell(DocumentTable.label) }
      add(row)
    }
  }

  private func linesOfWholes(
    _ source: Int, _ name: Int, _ ledger: inout LineLedger
  ) -> Set<Int> {
    var lines: Set<Int> = []
    var group: [DocumentRow] = []
    func close() {
      guard let first = group.first, group.count > 1, !first.cells[source].isFilled,
        group.dropFirst().allSatisfy({ $0.cells[source].isFilled })
      else { return }
      switch isWhole(first, of: Array(group.dropFirst())) {
      case true?: lines.insert(first.lines[0])
      case false?:
        ledger.doubt(
          first.lines[0],
          ImportMessages.amountsWithoutSource(first.cells[name].text.unbroken.string))
      case nil: break
      }
    }
    for row in rows {
      let goesOn = group.first.map {
        $0.section == row.section
          && $0.cells[name].text.unbroken.compact == row.cells[name].text.unbroken.compact
      }
      if goesOn != true {
        close()
        group = []
      }
      group.append(row)
    }
    close()
    return lines
  }

  /// Whether the amounts of a row are what those of others come to, column by column; nil where it states none.
  private func isWhole(_ row: DocumentRow, of parts: [DocumentRow]) -> Bool? {
    let sums = header.columns.indices.filter { header.columns[$0].isMoney }.compactMap {
      column -> Bool? in
      guard let whole = number(row.cells[column]) else { return nil }
      let values = parts.compactMap { number($0.cells[column]) }
      guard !values.isEmpty else { return nil }
      return ExactSum.of(values)?.isEqual(to: whole) ?? false
    }
    return sums.isEmpty ? nil : sums.allSatisfy { $0 }
  }

  private func number(_ cell: GridCell) -> Decimal? {
    guard cell.isFilled, cell.problem == nil else { return nil }
    return CurrencySign.number(in: cell.text)?.point
  }
}
