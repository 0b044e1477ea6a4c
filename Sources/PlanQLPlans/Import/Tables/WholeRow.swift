import PlanQLData

/// A row that is called by all of a place and holds the sums of the others: 全市, 全县.
extension DocumentTable {
  private static let names: Set<String> = [
    "全市", "全县", "全区", "全省", "全州", "全旗", "全镇", "全国", "全市总体", "市级合计",
  ]

  /// Takes the first or the last row for a total where it is called by all of a place and each of its numbers is what
  /// the others add up to.
  mutating func settleWholeRow(_ ledger: inout LineLedger) {
    guard planTable == nil, rows.count > 2,
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return }
    let last = rows.last
    let isLast = last.map { DocumentTable.names.contains($0.cells[subject].text.compact) } ?? false
    var iterator = rows.makeIterator()
    let first = iterator.next()
    let isFirst =
      first.map { DocumentTable.names.contains($0.cells[subject].text.compact) } ?? false
    guard isFirst != isLast, let whole = isLast ? last : first else { return }
    let all = Array(rows)
    let others = isLast ? Array(all.dropLast()) : Array(all.dropFirst())
    var values: [(column: Int, cell: GridCell)] = []
    for column in header.columns.indices
    where column != subject && header.columns[column].kind != .number {
      guard let total = DocumentTable.number(whole.cells[column]) else { continue }
      let parts = others.compactMap { DocumentTable.number($0.cells[column]) }
      guard parts.count > 1, let sum = ExactSum.of(parts), sum.isEqual(to: total) else { return }
      values.append((column, whole.cells[column]))
    }
    guard !values.isEmpty else { return }
    replaceRows(by: others)
    addTotal(whole.cells[subject].text, at: whole.lines[0], values)
    for line in whole.lines { ledger.resettle(line, as: .total) }
  }

  private static func number(_ cell: GridCell) -> Decimal? {
    guard !cell.isEmpty else { return nil }
    return CurrencySign.number(in: cell.text)?.point
  }
}
