import PlanQLData

extension PlanAssembly {
  /// The table of which another is a further report: it has the same headings, and progress of
  /// projects that all stand in the first one. Nil where there is none.
  func earlierReport(of table: DocumentTable) -> DocumentTable? {
    guard content.tables.count > 1, TableSubject(table) == .projects, table.tellsProgress,
      let names = table.projectNames,
      let place = content.tables.firstIndex(where: { $0.headerLine == table.headerLine })
    else { return nil }
    let headings = table.header.columns.map(\.heading)
    return content.tables[..<place].first { other in
      guard other.header.columns.map(\.heading) == headings, TableSubject(other) == .projects,
        let known = other.projectNames
      else { return false }
      return names.isSubset(of: known) && !arePlansOfOtherYears(table, other)
    }
  }

  /// Whether two tables plan for different years, so that neither only reports on what the other has.
  private func arePlansOfOtherYears(_ table: DocumentTable, _ other: DocumentTable) -> Bool {
    guard table.header.columns.contains(where: \.kind.isOfTheYear),
      let year = yearAbove(table), let before = yearAbove(other)
    else { return false }
    return year != before
  }

  /// Whether a table is a further report, or another one of it.
  func isOfReports(_ table: DocumentTable) -> Bool {
    guard content.tables.count > 1 else { return false }
    return reportedTables.contains(table.headerLine) || earlierReport(of: table) != nil
  }

  /// Finds the tables that others are further reports of.
  mutating func findReports() {
    reportedTables = Set(content.tables.compactMap { earlierReport(of: $0)?.headerLine })
  }

  /// Adds what a row of a further report says of the progress of a project that is known; says no
  /// where none or several of the name are.
  mutating func addReport(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], after earlier: EarlierReport
  ) -> Bool {
    guard let column = table.header.place(of: .name),
      let project = draft.project(named: row.cells[column].text.string)
    else { return false }
    if let first = earlier.row(named: row.cells[column].text) {
      noteChanges(row, table, since: first)
    }
    for found in reports(row, table, amounts) {
      let report = withOwnCells(found, of: row, table)
      draft.append(PlanDraft.RowDetail(progress: report), of: project, isLater: true)
    }
    return true
  }

  /// A report with the state and the notes that its row has.
  private mutating func withOwnCells(
    _ report: PlanDraft.Progress, of row: DocumentRow, _ table: DocumentTable
  ) -> PlanDraft.Progress {
    var found = report
    for (place, heading) in table.header.columns.enumerated() {
      let at = Cell(row.lines[0], place)
      switch heading.kind {
      case .status: found.status = text(of: row.cells[place], heading, at) ?? found.status
      case .note:
        if let text = text(of: row.cells[place], heading, at) {
          found.extras[heading.heading] = text
        }
      case _: break
      }
    }
    return found
  }

  /// Reports what a further report says otherwise of a project than the first one.
  private mutating func noteChanges(
    _ row: DocumentRow, _ table: DocumentTable, since first: DocumentRow
  ) {
    let own: [ColumnKind] = [
      .number, .name, .invested, .done, .problem, .progressText, .asOf, .status, .note,
    ]
    for (place, heading) in table.header.columns.enumerated() where !own.contains(heading.kind) {
      let (before, now) = (first.cells[place].text.unbroken, row.cells[place].text.unbroken)
      guard !now.isEmpty, before.compact != now.compact else { continue }
      ledger.doubt(
        row.lines[0], cell: place,
        ImportMessages.rowsDiffer(heading.heading, before.string, now.string))
    }
  }
}

/// The rows of a first report, by the names of their projects.
struct EarlierReport {
  private var rows: [String: DocumentRow] = [:]

  init(_ table: DocumentTable) {
    guard let name = table.header.place(of: .name) else { return }
    for row in table.rows { rows[row.cells[name].text.unbroken.compact] = row }
  }

  func row(named name: FoldedText) -> DocumentRow? { rows[name.unbroken.compact] }
}

extension DocumentTable {
  /// Whether a column says how far projects have come.
  fileprivate var tellsProgress: Bool {
    header.columns.contains { $0.tellsProgress && $0.kind != .problem }
  }

  /// The names of its projects; nil where one stands twice.
  fileprivate var projectNames: Set<String>? {
    guard let name = header.place(of: .name) else { return nil }
    let names = rows.map { $0.cells[name].text.unbroken.compact }
    return Set(names).count == names.count && !names.isEmpty ? Set(names) : nil
  }
}
