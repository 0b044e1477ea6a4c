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
    guard planTable == nil, parts.isEmpty,
      let subject = header.columns.firstIndex(where: \.isSubject),
      let marks = columnOfMarks(besides: subject), let pairs = pairs(marks, subject)
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
    replaceRows(
      by: pairs.map { planned, actual in
        var row = planned
        row.lines += actual.lines
        row.absent = []
        row.cells = kept.map { planned.cells[$0] } + moved.map { actual.cells[$0] }
        ledger.resettle(actual.lines[0], as: .continuation)
        return row
      })
    ledger.note(headerLine, ImportMessages.actualRowsJoined(pairs.count, word))
  }

  /// The column that says of each row whether it is planned or came about.
  private func columnOfMarks(besides subject: Int) -> Int? {
    var rows = rows.makeIterator()
    guard let first = rows.next() else { return nil }
    return header.columns.indices.first { column in
      column != subject && DocumentTable.planned.contains(first.cells[column].text.compact)
    }
  }

  /// The rows in pairs of one subject each, the planned one first; nil where one row is in none.
  private func pairs(
    _ marks: Int, _ subject: Int
  ) -> [(planned: DocumentRow, actual: DocumentRow)]? {
    var pairs: [(planned: DocumentRow, actual: DocumentRow)] = []
    var open: DocumentRow?
    for row in rows {
      let mark = row.cells[marks].text.compact
      guard let first = open else {
        guard DocumentTable.planned.contains(mark) else { return nil }
        open = row
        continue
      }
      let name = row.cells[subject]
      guard DocumentTable.actual.contains(mark), row.section == first.section,
        name.isEmpty || name.text == first.cells[subject].text
      else { return nil }
      pairs.append((first, row))
      open = nil
    }
    return open == nil && !pairs.isEmpty ? pairs : nil
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

extension DocumentColumn {
  /// The column of what came about beside one of plans; investment that came about is that completed.
  fileprivate func actual(_ word: String) -> DocumentColumn {
    DocumentColumn(
      kind: kind == .investment ? .invested : .other, heading: heading + word, money: money)
  }
}
