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
    var duty = PlanDraft.Duty(
      section: section, text: name.string, kind: taskKind(table),
      recurrence: nil, units: [], place: lines.place(place))
    for (column, heading) in columns.enumerated() where !row.cells[column].isEmpty {
      let cell = row.cells[column]
      if let problem = cell.problem {
        ledger.doubt(place, cell: column, problem)
      } else if column != subject {
        fill(&duty, heading, cell, Cell(place, column))
      }
    }
    duty.recurrence =
      duty.recurrence ?? DutyExtraction.recurrence(ofTask: name, isDue: duty.due?.end != nil)
    noteAbsence(row, table)
    draft.register(duty.units)
    duty.measure =
      duty.measure ?? row.section.flatMap { measure(named: table.sections[$0].title) }
    add(duty, of: table, line: place)
  }

  private mutating func fill(
    _ duty: inout PlanDraft.Duty, _ heading: DocumentColumn, _ cell: GridCell, _ at: Cell
  ) {
    switch heading.kind {
    case .number:
      duty.number = Numbering.rowNumber(cell.text)
      if duty.number == nil { keep(cell, heading, in: &duty) }
    case .units(let role): addUnits(cell.text, role, to: &duty, under: heading, at: at)
    case .due where DutyExtraction.isTurn(cell.text):
      duty.recurrence = DutyExtraction.recurrence(of: cell.text)
      keep(cell, heading, in: &duty)
    case .due, .period, .periodEnd:
      let read = period(cell.text, heading: heading.heading, at: at)
      if duty.due != nil || read == nil, !isNoneMark(cell.text) { keep(cell, heading, in: &duty) }
      duty.due = duty.due ?? read
    case .doneOn:
      duty.closedOn = period(cell.text, heading: heading.heading, at: at)?.end
      if duty.closedOn == nil, !isNoneMark(cell.text) { keep(cell, heading, in: &duty) }
    case .status: duty.status = text(of: cell, heading, at)
    case .section:
      duty.section = text(of: cell, heading, at).map { section(named: $0, at: at.line) }
    case .progressText where duty.status == nil && PlanAssembly.isState(cell.text):
      duty.status = text(of: cell, heading, at)
      duty.extras[heading.heading] = duty.status
    case .code, .name, .task, .indicator, .requirement, .content, .category, .investment, .nature,
      .place, .note, .yearAmount, .goal, .funding, .periodStart, .done, .invested, .problem,
      .progressText, .asOf, .measuredIn, .attribute, .domain, .baseline, .target, .cumulative,
      .milestone, .milestoneDate, .stage, .item, .points, .scoring, .score, .itemScore, .assessed,
      .rank, .reason, .source, .year, .fundStage, .observed, .fiscalYear, .fiscal, .other:
      guard let text = text(of: cell, heading, at) else { return }
      if PlanAssembly.measures.isFound(in: heading.heading),
        let found = measure(named: cell.text)
      {
        duty.measure = found
      } else {
        duty.extras[heading.heading] = text
      }
    }
  }

  /// Whether what is said of the progress of a task is no more than how it stands: 已完成整改.
  private static func isState(_ text: FoldedText) -> Bool {
    let states: Set<String> = [
      "完成", "已完成", "基本完成", "未完成", "完成整改", "已完成整改", "整改完成", "已整改", "未整改", "未完成整改", "基本完成整改", "正在整改",
      "整改中",
      "已整改到位", "整改到位", "已销号", "已办结", "办结", "推进中", "正在推进", "持续推进", "长期坚持", "达到序时进度", "未达到序时进度",
    ]
    return states.contains(text.trimmed { "。; ".unicodeScalars.contains($0) }.compact)
  }

  /// Keeps a cell that no field of its kind can take as it is written.
  private func keep(
    _ cell: GridCell, _ heading: DocumentColumn, in duty: inout PlanDraft.Duty
  ) {
    duty.extras["原文" + heading.heading] = cell.text.unbroken.string
  }

  private mutating func addUnits(
    _ cell: FoldedText, _ role: UnitRole?, to duty: inout PlanDraft.Duty,
    under heading: DocumentColumn, at place: Cell
  ) {
    guard !isNoneMark(cell) else { return }
    let list = readings.units(cell, role: role)
    check(list, of: LineLedger.excerpt(FoldedText(duty.text)), at: place.line)
    duty.units = PlanAssembly.merged(duty.units, list.units)
    if let text = list.due {
      duty.due = duty.due ?? period(text, heading: heading.heading, at: place)
    }
    for (label, text) in list.kept where duty.extras[label] == nil { duty.extras[label] = text }
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
