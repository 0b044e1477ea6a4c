import PlanQLData

// Rows that are none, or that total others. Loading keeps all rows, but whoever counts or sums them must know.
extension TableReader {
  /// The rows of the tables that are added up: people write totals below tables that they made themselves.
  private static let greatestCount = 1 << 14
  /// The texts of a column that are looked at.
  private static let greatestPool = 1 << 16

  /// Reports rows without a value in any of several columns, as those of nothing but separators at the end of a file.
  mutating func noteBlankRows(_ contents: TableContents) {
    guard contents.columns.count > 1 else { return }
    var known = Bitmap(repeating: false, count: cells.rowCount)
    for column in contents.columns {
      guard let presence = column.values.presence else { return }
      known = known | presence
    }
    if known.isFull { return }
    // A cell that could not be read is something.
    for row in contents.columns.flatMap(\.failures) { known[row] = true }
    let lines = contents.lines.values(0..<cells.rowCount)
    let rows = (0..<cells.rowCount).filter { !known[$0] }
    guard let first = rows.first, let last = rows.last else { return }
    log.add(.blankRows(rows.count, through: lines[last]), file: cells.file, line: Int(lines[first]))
  }

  /// Reports rows that are called totals, or else the last row where it adds up those above.
  mutating func noteTotals(_ draft: TableDraft) {
    let columns = draft.fields.compactMap(\.values).filter(\.hasAmounts)
    guard draft.count > 1, !columns.isEmpty,
      draft.declaration.name != StandardTables.statedTotals.name
    else { return }
    let named = draft.fields.map { namedTotals($0, columns) }
    if named.contains(true) || draft.count > TableReader.greatestCount { return }
    guard let row = (0..<draft.count).last(where: { row in columns.contains { $0.isKnown(row) } }),
      TableReader.isTotal(row, columns.map { $0.amounts(through: row) })
    else { return }
    log.add(.addsUp, file: cells.file, line: draft.sources?.line(ofRow: row))
  }

  /// Reports the rows with numbers that a field calls totals; false where there are none.
  private mutating func namedTotals(_ field: FieldDraft, _ columns: [Column]) -> Bool {
    guard let column = field.column, case .texts(let pool, _)? = field.values?.storage,
      pool.count <= TableReader.greatestPool
    else { return false }
    let words = (0..<pool.count).map { pool.withBytes(of: $0, TotalWord.matches) }
    guard words.contains(true), let codes = field.values?.texts?.codes else { return false }
    let rows = codes.indices.filter { row in
      codes[row] >= 0 && words[Int(codes[row])] && columns.contains { $0.isKnown(row) }
    }
    guard let place = cells.locations(ofRows: Array(rows.prefix(1)), column: column).first else {
      return false
    }
    log.add(
      .calledTotals(rows.count, heading(of: column), place.text), file: cells.file,
      line: place.line,
      column: place.column)
    return true
  }

  /// Whether the last of some rows has the sum of the others in every column of numbers that has one there.
  private static func isTotal(_ row: Int, _ columns: [[Double?]]) -> Bool {
    var sums = 0
    var (isLong, isUncounted) = (false, false)
    for column in columns {
      let addends = column[..<row].compactMap { $0 }
      if isCounter(addends) {
        isUncounted = isUncounted || column[row] == nil && addends.count > 1
        continue
      }
      guard let value = column[row] else { continue }
      let sum = addends.reduce(0, +)
      let size = addends.reduce(0) { $0 + $1.magnitude }
      guard (sum - value).magnitude <= size * 1e-12 else { return false }
      let count = addends.count { $0 != 0 }
      guard value != 0, count > 1 else { continue }
      sums += 1
      isLong = isLong || count > 3
    }
    // Two numbers may add up to a third by chance.
    return sums > 1 || sums == 1 && (isLong || isUncounted)
  }

  /// Whether numbers only count rows or years.
  private static func isCounter(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $1 - $0 == 1 }
      || values.allSatisfy { (1900...2100).contains($0) && $0 == $0.rounded() }
  }
}

extension Column {
  /// Whether a column holds numbers that may be summed.
  fileprivate var hasAmounts: Bool {
    switch type {
    case .int, .number, .money: true
    case .bool, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing, .invalid:
      false
    }
  }

  /// The numbers of the rows up to one.
  fileprivate func amounts(through last: Int) -> [Double?] {
    (0...last).map { row in
      switch value(row) {
      case .int(let value): Double(value)
      case .number(let value): value
      case .money(let money): Double(money.minorUnits)
      case .missing, .bool, .text, .date, .period, .duration, .enumeration, .entity, .list: nil
      }
    }
  }
}
