import PlanQLData

extension PlanAssembly {
  /// The name of the table of the credit of enterprises, which is none of the standard ones.
  private static let creditTable = "credit"

  /// Adds a register of the credit of enterprises: a row for each, with its year and grade.
  mutating func addCredit(_ table: DocumentTable, _ columns: CreditColumns) {
    ledger.note(table.headerLine, ImportMessages.creditTable)
    let stated = timeOfScores(in: table)
    let further = draft.furtherTable(named: PlanAssembly.creditTable)
    for row in table.rows {
      var cells: [String: String] = [:]
      cells["year"] = stated
      for (column, heading) in table.header.columns.enumerated() {
        let at = Cell(row.lines[0], column)
        guard let text = text(of: row.cells[column], heading, at) else { continue }
        switch column {
        case columns.enterprise: cells["enterprise"] = text
        case columns.grade: cells["grade"] = text
        case columns.year:
          if case .stated(let period) = periods.read(FoldedText(text)) {
            cells["year"] = period.description
          } else {
            cells["原文" + heading.heading] = text
            ledger.doubt(at.line, cell: column, ImportMessages.unreadable(heading.heading, text))
          }
        case _: cells[heading.heading] = text
        }
      }
      draft.furtherTables[further].append(cells, at: lines.place(row.lines[0]))
    }
    settleCredit()
  }

  /// Adds the enterprises that lists name under their grades.
  mutating func addCredit() {
    guard !content.credit.isEmpty else { return }
    let further = draft.furtherTable(named: PlanAssembly.creditTable)
    for list in content.credit {
      if let announced = list.announced, announced != list.entries.count {
        ledger.doubt(
          list.title, ImportMessages.listIsOfOtherLength(announced, list.entries.count))
      }
      for entry in list.entries {
        var cells = ["enterprise": entry.enterprise, "grade": list.grade]
        cells["year"] = periods.year.map(String.init)
        cells["所在地"] = entry.area
        draft.furtherTables[further].append(cells, at: lines.place(entry.line))
      }
    }
    settleCredit()
  }

  private mutating func settleCredit() {
    draft.settleFurtherTable(
      named: PlanAssembly.creditTable, first: ["enterprise", "year", "grade"])
  }
}
