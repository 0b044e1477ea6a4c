import PlanQLData

/// A row that is called by all of a place and holds the sums of the others: 全市, 全县.
extension DocumentTable {
  private static let names: Set<String> = [
    "全市", "全县", "全区", "全省", "全州", "全旗", "全镇", "全国",
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
    let totals = header.columns.indices.compactMap { column -> (column: Int, value: Decimal)? in
      guard column != subject, header.columns[column].kind != .number else { return nil }
      return DocumentTable.number(whole.cells[column]).map { (column, $0) }
    }
    guard !totals.isEmpty else { return }
    var parts: [[Decimal]] = totals.map { _ in [] }
    for row in rows where row.lines != whole.lines {
      for (place, total) in totals.enumerated() {
        if let part = DocumentTable.number(row.cells[total.column]) { parts[place].append(part) }
      }
    }
    let areSums = zip(totals, parts).allSatisfy { total, parts in
      parts.count > 1 && ExactSum.of(parts).map { $0.isEqual(to: total.value) } ?? false
    }
    guard areSums else { return }
    let values = totals.map { (column: $0.column, cell: whole.cells[$0.column]) }
    // The rows may be too many to be held at once.
    let written = rows
    replaceRows(by: [])
    for row in written where row.lines != whole.lines { add(row) }
    addTotal(whole.cells[subject].text, at: whole.lines[0], values)
    for line in whole.lines { ledger.resettle(line, as: .total) }
  }

  private static func number(_ cell: GridCell) -> Decimal? {
    guard !cell.isEmpty else { return nil }
    return CurrencySign.number(in: cell.text)?.point
  }
}
