import PlanQLData

/// Rows that stand in pairs, what was planned over what came of it: 计划, 完成.
extension DocumentTable {
  private static let planned: Set<String> = [
    "计划", "年度计划", "计划数", "计划投资", "计划完成", "年计划", "计划值", "planned", "plan", "budget",
  ]
  private static let actual: Set<String> = [
    "完成", "实际", "实际完成", "完成数", "完成投资", "已完成", "实际数", "累计完成", "实际值", "actual",
  ]

  /// Puts what came of the plans beside them, so that a project that has a row for each is one: its figures stand in
  /// columns of their own.
  mutating func joinActualRows(_ ledger: inout LineLedger) {
    settleMarksUnderName()
    guard planTable == nil, parts.isEmpty,
      let subject = header.columns.firstIndex(where: \.isSubject),
      let marks = columnOfMarks(besides: subject), case let (pairs, rest)? = pairs(marks, subject)
    else { return }
    let word = pairs[0].actual.cells[marks].text.compact
    let moved = header.columns.indices.filter { column in
      column != subject && column != marks
        && pairs.contains { pair in
          let cell = pair.actual.cells[column]
          let isFigure =
            [.amount, .figure].contains(header.columns[column].kind.form)
            || CellLook(cell.text) == .number
          return !cell.isEmpty && (cell.text != pair.planned.cells[column].text || isFigure)
            && header.columns[column].kind != .number
        }
    }
    let kept = header.columns.indices.filter { $0 != marks }
    let all = header.columns
    header.columns =
      kept.map { all[$0] } + moved.map { all[$0].actual(word) }
    settleTotals(kept, moved)
    func actualCells(_ row: DocumentRow) -> [(column: Int, cell: GridCell)] {
      moved.enumerated().map { (kept.count + $0.offset, row.cells[$0.element]) }
    }
    for pair in pairs where pair.isTotal(in: subject) {
      let planned = kept.enumerated().map { ($0.offset, pair.planned.cells[$0.element]) }
      addTotal(of: pair.planned, subject, planned + actualCells(pair.actual), &ledger)
      for line in pair.actual.lines { ledger.resettle(line, as: .total) }
    }
    for row in rest { addTotal(of: row, subject, actualCells(row), &ledger) }
    let joined = pairs.filter { !$0.isTotal(in: subject) }
    replaceRows(
      by: joined.map { pair in
        let (planned, actual) = (pair.planned, pair.actual)
        var row = planned
        row.lines += actual.lines
        row.absent = []
        row.cells = kept.map { planned.cells[$0] } + moved.map { actual.cells[$0] }
        ledger.resettle(actual.lines[0], as: .continuation)
        return row
      })
    ledger.note(headerLine, ImportMessages.actualRowsJoined(joined.count, word))
  }

  /// Takes the category left of a name for that where the headings call both alike and the names are those words: 项目名称
  /// stands above both.
  private mutating func settleMarksUnderName() {
    let words = DocumentTable.planned.union(DocumentTable.actual)
    guard let name = header.place(of: .name), name > 0, header.columns[name - 1].kind == .category,
      header.columns[name - 1].heading == header.columns[name].heading, !rows.isEmpty,
      rows.allSatisfy({ words.contains($0.cells[name].text.compact) })
    else { return }
    header.columns[name - 1].kind = .name
    header.columns[name].kind = .other
  }

  private mutating func addTotal(
    of row: DocumentRow, _ subject: Int, _ cells: [(column: Int, cell: GridCell)],
    _ ledger: inout LineLedger
  ) {
    addTotal(
      row.cells[subject].text, at: row.lines[0],
      cells.filter { CellLook($0.cell.text) == .number })
    for line in row.lines { ledger.resettle(line, as: .total) }
  }

  /// The column that says of each row whether it is planned or came about.
  private func columnOfMarks(besides subject: Int) -> Int? {
    var rows = rows.makeIterator()
    guard let first = rows.next() else { return nil }
    return header.columns.indices.first { column in
      column != subject && DocumentTable.planned.contains(first.cells[column].text.compact)
    }
  }

  /// The rows in pairs of one subject each, the planned one first, and those that total what came about where the one
  /// of what was planned is a total already; nil where another row is in no pair.
  private func pairs(
    _ marks: Int, _ subject: Int
  ) -> (pairs: [PlannedRow], rest: [DocumentRow])? {
    var pairs: [PlannedRow] = []
    var rest: [DocumentRow] = []
    var open: DocumentRow?
    for row in rows {
      let mark = row.cells[marks].text.compact
      guard let first = open else {
        if DocumentTable.actual.contains(mark), !totals.isEmpty,
          TotalLine.label(row.cells[subject].text) != nil
        {
          rest.append(row)
          continue
        }
        guard DocumentTable.planned.contains(mark) else { return nil }
        open = row
        continue
      }
      let name = row.cells[subject]
      guard DocumentTable.actual.contains(mark), row.section == first.section,
        name.isEmpty || name.text == first.cells[subject].text
      else { return nil }
      pairs.append(PlannedRow(planned: first, actual: row))
      open = nil
    }
    return open == nil && !pairs.isEmpty ? (pairs, rest) : nil
  }

  /// Puts the amounts of totals into the columns as they are now: of two that are called alike the second is that of
  /// what came about.
  private mutating func settleTotals(_ kept: [Int], _ moved: [Int]) {
    var seen: Set<String> = []
    totals = totals.map { total in
      let isActual = !seen.insert("\(total.label.compact) \(total.section ?? -1)").inserted
      let values = total.values.compactMap { value -> (column: Int, cell: GridCell)? in
        let place =
          isActual
          ? moved.firstIndex(of: value.column).map { $0 + kept.count }
          : kept.firstIndex(of: value.column)
        return place.map { ($0, value.cell) }
      }
      return DocumentTotal(
        line: total.line, label: total.label, section: total.section, current: total.current,
        values: values)
    }
  }
}

/// A row of what was planned with the one of what came of it.
private struct PlannedRow {
  let planned: DocumentRow
  let actual: DocumentRow

  /// Whether the two total the others.
  func isTotal(in subject: Int) -> Bool { TotalLine.label(planned.cells[subject].text) != nil }
}

extension DocumentColumn {
  /// The column of what came about beside one of plans; investment that came about is that completed.
  fileprivate func actual(_ word: String) -> DocumentColumn {
    DocumentColumn(
      kind: kind == .investment ? .invested : .other, heading: heading + word, money: money)
  }
}
