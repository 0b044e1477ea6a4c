import PlanQLData

extension PlanAssembly {
  /// Adds a row of a table of tasks.
  mutating func addTask(_ row: DocumentRow, _ table: DocumentTable, section: Int?) {
    let place = row.lines[0]
    let columns = table.header.columns
    guard let subject = columns.firstIndex(where: \.isSubject) else { return }
    let name = row.cells[subject].text.unbroken
    var number: Int?
    var units: [ListedUnit] = []
    var due: Period?
    var extras: [String: String] = [:]
    for (column, heading) in columns.enumerated() where !row.cells[column].isEmpty {
      let cell = row.cells[column]
      let at = Cell(place, column)
      switch heading.kind {
      case .number:
        number = FlattenedRow.number(cell.text)
        if number == nil { extras["原文" + heading.heading] = cell.text.unbroken.string }
      case .units(let role):
        guard !isNoneMark(cell.text) else { continue }
        let list = UnitList(reading: cell.text, role: role)
        check(list, of: LineLedger.excerpt(name), at: place)
        units = PlanAssembly.merged(units, list.units)
        if let text = list.due { due = due ?? period(text, heading: heading.heading, at: at) }
      case .due, .period, .periodEnd:
        let read = period(cell.text, heading: heading.heading, at: at)
        if due != nil || read == nil, !isNoneMark(cell.text) {
          extras["原文" + heading.heading] = cell.text.unbroken.string
        }
        due = due ?? read
      case .name, .task:
        if column != subject, let text = text(of: cell, heading, at) {
          extras[heading.heading] = text
        }
      case .code, .indicator, .requirement, .content, .category, .investment, .nature, .place,
        .status, .note, .yearAmount, .goal, .funding, .periodStart, .done, .invested, .problem,
        .progressText, .asOf, .measuredIn, .attribute, .domain, .baseline, .target, .cumulative,
        .other:
        if let text = text(of: cell, heading, at) { extras[heading.heading] = text }
      }
    }
    noteAbsence(row, table)
    draft.register(units)
    draft.duties.append(
      .init(
        measure: nil, section: section, text: name.string, kind: taskKind(table),
        recurrence: DutyExtraction.recurrence(of: name), due: due, units: units,
        number: number, extras: extras, place: lines[place].place))
  }

  /// Tasks of putting something right, where a heading says so.
  private func taskKind(_ table: DocumentTable) -> DutyKind {
    table.header.columns.contains { $0.heading.contains("整改") } ? .rectification : .task
  }
}
