import PlanQLData

/// Rows that are called by all of a place or of a kind and hold the sums of others: 全市, Total Parks.
extension DocumentTable {
  private static let names: Set<String> = [
    "全市", "全县", "全区", "全省", "全州", "全旗", "全镇", "全国",
  ]

  /// Whether a name may be that of such a row.
  static func mayBeWhole(_ name: FoldedText) -> Bool {
    guard let first = name.firstVisible, "全Tt".unicodeScalars.contains(first) else { return false }
    return names.contains(name.compact) || name.folded.lowercased().hasPrefix("total ")
  }

  /// Takes such rows for totals where each of their numbers is what the others add up to, or those since the row of that
  /// kind before it.
  mutating func settleWholeRows(_ ledger: inout LineLedger) {
    guard planTable == nil, hasWholeRows, rows.count > 2,
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return }
    let lines = linesOfWholeRows(subject)
    guard !lines.isEmpty else { return }
    // The rows may be too many to be held at once.
    let written = rows
    replaceRows(by: [])
    for row in written {
      guard lines.contains(row.lines[0]) else {
        add(row)
        continue
      }
      addTotal(
        row.cells[subject].text, at: row.lines[0],
        numbers(row, besides: subject).map { ($0.column, row.cells[$0.column]) })
      for line in row.lines { ledger.resettle(line, as: .total) }
    }
  }

  /// The lines of the rows that add up others.
  private func linesOfWholeRows(_ subject: Int) -> Set<Int> {
    var lines: Set<Int> = []
    var open: [(line: Int, values: [(column: Int, value: Decimal)])] = []
    // All other rows, without those that may be totals too; and those since the last that is one, and that may be one.
    var (all, plain, since, last) = (Sums(), Sums(), Sums(), Sums())
    for row in rows {
      let values = numbers(row, besides: subject)
      let mayBeWhole = DocumentTable.mayBeWhole(row.cells[subject].text)
      if mayBeWhole, [since, last, plain].contains(where: { $0.comeTo(values) }) {
        lines.insert(row.lines[0])
        (since, last) = (Sums(), Sums())
        continue
      }
      all.add(values)
      since.add(values)
      if mayBeWhole {
        open.append((row.lines[0], values))
        last = Sums()
      } else {
        plain.add(values)
        last.add(values)
      }
    }
    return lines.union(
      open.filter { plain.comeTo($0.values) || all.without($0.values).comeTo($0.values) }
        .map(\.line))
  }

  /// The numbers of a row with their columns.
  private func numbers(
    _ row: DocumentRow, besides subject: Int
  ) -> [(column: Int, value: Decimal)] {
    header.columns.indices.compactMap { column in
      let cell = row.cells[column]
      guard column != subject, header.columns[column].kind != .number, !cell.isEmpty else {
        return nil
      }
      return CurrencySign.number(in: cell.text)?.point.map { (column, $0) }
    }
  }
}

/// What rows add up to, column by column.
private struct Sums {
  private var columns: [Int: (sum: ExactSum, count: Int)] = [:]

  mutating func add(_ values: [(column: Int, value: Decimal)]) {
    for (column, value) in values {
      columns[column, default: (ExactSum(), 0)].sum.add(value)
      columns[column, default: (ExactSum(), 0)].count += 1
    }
  }

  /// What the others add up to.
  func without(_ values: [(column: Int, value: Decimal)]) -> Sums {
    var rest = self
    for (column, value) in values {
      rest.columns[column]?.sum.subtract(value)
      rest.columns[column]?.count -= 1
    }
    return rest
  }

  /// Whether each of some values is what its column comes to, and one of them at least that of several rows.
  func comeTo(_ values: [(column: Int, value: Decimal)]) -> Bool {
    let areSums = values.allSatisfy { column, value in
      columns[column]?.sum.value?.isEqual(to: value) ?? false
    }
    let isOfSeveral = values.contains { columns[$0.column].map { $0.count > 1 } ?? false }
    return areSums && isOfSeveral
  }
}
