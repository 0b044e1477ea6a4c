import PlanQLData

extension PlanAssembly {
  /// Adds a row of a table of tasks.
  mutating func addTask(_ row: DocumentRow, _ table: DocumentTable, section: Int?) {
    let place = row.lines[0]
    let columns = table.header.columns
    guard let subject = columns.firstIndex(where: \.isSubject) else { return }
    if row.lines.first == table.rows.firstLine, table.isOfStepsWithoutProject {
      ledger.note(table.headerLine, ImportMessages.milestonesWithoutProject)
    }
    let name = row.cells[subject].text.unbroken
    var number: Int?
    var units: [ListedUnit] = []
    var due: Period?
    var recurrence = DutyExtraction.recurrence(of: name)
    var status: String?
    var closedOn: Day?
    var measure: Int?
    var extras: [String: String] = [:]
    for (column, heading) in columns.enumerated() where !row.cells[column].isEmpty {
      let cell = row.cells[column]
      let at = Cell(place, column)
      if let problem = cell.problem {
        ledger.doubt(place, cell: column, problem)
        continue
      }
      switch heading.kind {
      case .number:
        number = Numbering.rowNumber(cell.text)
        if number == nil { extras["原文" + heading.heading] = cell.text.unbroken.string }
      case .units(let role):
        guard !isNoneMark(cell.text) else { continue }
        let list = readings.units(cell.text, role: role)
        check(list, of: LineLedger.excerpt(name), at: place)
        units = PlanAssembly.merged(units, list.units)
        if let text = list.due { due = due ?? period(text, heading: heading.heading, at: at) }
        for (label, text) in list.kept where extras[label] == nil { extras[label] = text }
      case .due where DutyExtraction.isTurn(cell.text):
        recurrence = DutyExtraction.recurrence(of: cell.text)
        extras[heading.heading] = cell.text.unbroken.string
      case .due, .period, .periodEnd:
        let read = period(cell.text, heading: heading.heading, at: at)
        if due != nil || read == nil, !isNoneMark(cell.text) {
          extras["原文" + heading.heading] = cell.text.unbroken.string
        }
        due = due ?? read
      case .doneOn:
        closedOn = period(cell.text, heading: heading.heading, at: at)?.end
        if closedOn == nil, !isNoneMark(cell.text) {
          extras["原文" + heading.heading] = cell.text.unbroken.string
        }
      case .status: status = text(of: cell, heading, at)
      case .name, .task:
        if column != subject, let text = text(of: cell, heading, at) {
          extras[heading.heading] = text
        }
      case .code, .indicator, .requirement, .content, .category, .investment, .nature, .place,
        .note, .yearAmount, .goal, .funding, .periodStart, .done, .invested, .problem,
        .progressText, .asOf, .measuredIn, .attribute, .domain, .baseline, .target, .cumulative,
        .milestone, .milestoneDate, .stage, .item, .points, .scoring, .score, .itemScore, .assessed,
        .rank, .reason, .source, .year, .fundStage, .observed, .fiscalYear, .fiscal, .other:
        guard let text = text(of: cell, heading, at) else { continue }
        if PlanAssembly.measures.isFound(in: heading.heading),
          let found = self.measure(named: cell.text)
        {
          measure = found
        } else {
          extras[heading.heading] = text
        }
      }
    }
    noteAbsence(row, table)
    draft.register(units)
    add(
      PlanDraft.Duty(
        measure: measure ?? row.section.flatMap { self.measure(named: table.sections[$0].title) },
        section: section, text: name.string, kind: taskKind(table),
        recurrence: recurrence, due: due, status: status,
        closedOn: closedOn, units: units, number: number, extras: extras,
        place: lines.place(place)),
      of: table, line: place)
  }

  private func measure(named title: String) -> Int? { measure(named: FoldedText(title)) }

  /// The one measure of a title; nil where there is none or several.
  private func measure(named title: FoldedText) -> Int? {
    guard !draft.measures.isEmpty else { return nil }
    let text = title.unbroken.trimmed()
    let wanted = [text.compact, (Numbering(text)?.rest ?? text).compact]
    let found = draft.measures.indices.filter {
      wanted.contains(FoldedText(draft.measures[$0].title).compact)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let measures: WordSearch = ["措施"]
  private static let rectifications: WordSearch = ["整改"]

  /// Tasks of putting something right, where a heading says so.
  private func taskKind(_ table: DocumentTable) -> DutyKind {
    table.header.columns.contains { PlanAssembly.rectifications.isFound(in: $0.heading) }
      ? .rectification : .task
  }
}

extension DocumentTable {
  /// Whether its tasks are called milestones, and no column names a project.
  fileprivate var isOfStepsWithoutProject: Bool {
    header.columns.contains { column in
      column.kind == .task
        && Headings.kind(of: Headings.key(FoldedText(column.heading))) == .milestone
    }
  }
}
