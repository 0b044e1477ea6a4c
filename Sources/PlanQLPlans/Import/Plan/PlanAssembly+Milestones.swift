import PlanQLData

extension PlanAssembly {
  /// Adds the rows of a table of milestones, and the projects that they are steps of.
  mutating func addMilestones(
    _ table: DocumentTable, _ groups: ProjectGroups, _ amounts: TableAmounts,
    sections: TableSections
  ) {
    guard let step = table.header.stepColumn else { return }
    var ofProjects = amounts.withoutRows
    var groups = groups.groups(of: table)
    while let group = groups.next() {
      addMilestones(group, table, step: step, sections: sections)
      ofProjects.add(group.amounts, in: group.first.section)
    }
    draft.trouble = draft.trouble ?? groups.failure
    addTotals(of: table, ofProjects, sections: sections)
  }

  /// Adds the milestones of one project, and the project where it is a new one.
  private mutating func addMilestones(
    _ group: ProjectGroup, _ table: DocumentTable, step: Int, sections: TableSections
  ) {
    let hasOwnDates = group.rows.count == 1 && statesDates(group.first.cells[step])
    let shared = group.sharedCells(withDue: hasOwnDates)
    var isOwn = Set(table.header.columns.indices)
    let known = draft.project(named: group.name)
    var added: ProjectReference?
    if known == nil {
      let row = DocumentRow(
        lines: group.first.lines, cells: shared.map { $0 ?? .empty },
        section: group.first.section)
      added = makeProject(row, table, group.amounts, section: sections.of(row.section)).map {
        draft.append($0)
      }
      isOwn = Set(
        table.header.columns.indices.filter {
          shared[$0] == nil || table.header.columns[$0].isUnits && group.isVaried($0)
        })
      noteDifferences(group, table)
    }
    guard let project = known ?? added else { return }
    for row in group.rows {
      addMilestone(
        row.row, table, step: step, isOwn: isOwn, project: project,
        ignoresDue: hasOwnDates && known == nil)
    }
  }

  /// Whether a cell names several days itself, so that a deadline beside it is that of the whole.
  private func statesDates(_ cell: GridCell) -> Bool {
    MilestoneText(cell.text, periods: periods).items.count { $0.due != nil } > 1
  }

  /// Reports amounts that the rows of one project state differently.
  private mutating func noteDifferences(_ group: ProjectGroup, _ table: DocumentTable) {
    for (column, heading) in table.header.columns.enumerated() where heading.isMoney {
      guard let first = group.amounts[column] else { continue }
      for row in group.rows {
        guard let other = row.amounts[column], !other.isEqual(to: first) else { continue }
        ledger.doubt(
          row.row.lines[0], cell: column,
          ImportMessages.rowsDiffer(heading.heading, first.description, other.description))
      }
    }
  }

  private mutating func addMilestone(
    _ row: DocumentRow, _ table: DocumentTable, step: Int, isOwn: Set<Int>,
    project: ProjectReference, ignoresDue: Bool
  ) {
    let place = row.lines[0]
    var milestone = PlanDraft.Milestone(project: project, name: "", place: lines.place(place))
    var due: Period?
    for (column, heading) in table.header.columns.enumerated() where column != step {
      let cell = row.cells[column]
      let at = Cell(place, column)
      if let problem = cell.problem {
        ledger.doubt(place, cell: column, problem)
        continue
      }
      switch heading.kind {
      case .due where ignoresDue: break
      case .due:
        due = period(cell.text, heading: heading.heading, at: at)
        if due?.end == nil, let text = text(of: cell, heading, at) {
          milestone.extras["原文" + heading.heading] = text
        }
      case .doneOn:
        milestone.doneOn = period(cell.text, heading: heading.heading, at: at)?.end
        if milestone.doneOn == nil, let text = text(of: cell, heading, at) {
          milestone.extras["原文" + heading.heading] = text
        }
      case .name: break
      case _:
        guard isOwn.contains(column), !heading.isMoney, !cell.isEmpty, cell.problem == nil else {
          continue
        }
        milestone.extras[heading.heading] = cell.text.unbroken.string
      }
    }
    add(milestone, row.cells[step], table.header.columns[step], Cell(place, step), due: due?.end)
  }

  /// Adds what a cell says is to be reached: as one milestone where another cell has the day, else
  /// clause by clause.
  private mutating func add(
    _ milestone: PlanDraft.Milestone, _ cell: GridCell, _ column: DocumentColumn, _ place: Cell,
    due: Day?
  ) {
    guard let text = text(of: cell, column, place) else {
      guard due != nil || milestone.doneOn != nil else { return }
      ledger.doubt(place.line, ImportMessages.cellIsAbsent(column.heading))
      var milestone = milestone
      milestone.name = column.heading
      milestone.due = due
      return draft.milestones.append(milestone)
    }
    let read = MilestoneText(cell.text, periods: periods)
    guard due == nil, read.isDated else {
      var milestone = milestone
      milestone.name = text
      milestone.due = due
      if due == nil { ledger.doubt(place.line, ImportMessages.milestoneWithoutDate(text)) }
      return draft.milestones.append(milestone)
    }
    add(read, like: milestone, column.heading, place)
  }

  /// Adds the clauses of a text as milestones.
  mutating func add(
    _ read: MilestoneText, like milestone: PlanDraft.Milestone, _ heading: String, _ place: Cell
  ) {
    ledger.note(
      place.line, cell: place.column, ImportMessages.milestonesRead(heading, read.items.count))
    for item in read.items {
      var found = milestone
      found.name = item.name.isEmpty ? heading : item.name
      found.due = item.due
      if let due = item.due, let period = Period(from: nil, through: due) {
        ledger.note(
          place.line, cell: place.column,
          ImportMessages.deadline(item.written, period.description))
      } else {
        ledger.doubt(place.line, ImportMessages.milestoneWithoutDate(item.name))
      }
      draft.milestones.append(found)
    }
  }

  /// Adds the steps that a row of a table of projects names for its project.
  mutating func addSteps(
    _ row: DocumentRow, _ table: DocumentTable, to project: inout PlanDraft.Project
  ) {
    for (column, heading) in table.header.columns.enumerated() {
      let place = Cell(row.lines[0], column)
      let cell = row.cells[column]
      switch heading.kind {
      case .milestoneDate(let name): addStep(name, &project, cell, heading, place)
      case .stage(let part): addStage(part, &project, cell, heading, place)
      case _: break
      }
    }
  }

  private mutating func addStep(
    _ name: String, _ project: inout PlanDraft.Project, _ cell: GridCell,
    _ column: DocumentColumn, _ place: Cell
  ) {
    guard let text = text(of: cell, column, place) else { return }
    var milestone = PlanDraft.Milestone(
      project: ProjectReference(project, at: 0), name: name, place: lines.place(place.line))
    milestone.due = period(cell.text, heading: column.heading, at: place)?.end
    if milestone.due == nil { milestone.extras["原文时间"] = text }
    project.steps.append(milestone)
  }

  private mutating func addStage(
    _ part: String, _ project: inout PlanDraft.Project, _ cell: GridCell,
    _ column: DocumentColumn, _ place: Cell
  ) {
    guard let text = text(of: cell, column, place) else { return }
    guard !Amount.isAmount(cell.text), IndicatorFigure.share(cell.text) == nil else {
      project.extras[column.heading] = text
      return
    }
    guard case .stated(let period) = periods.read(FoldedText(part)), let due = period.end else {
      project.extras[column.heading] = text
      ledger.doubt(place.line, cell: place.column, ImportMessages.yearUnknown(column.heading))
      return
    }
    var milestone = PlanDraft.Milestone(
      project: ProjectReference(project, at: 0), name: text, place: lines.place(place.line))
    milestone.due = due
    project.steps.append(milestone)
    ledger.note(
      place.line, cell: place.column,
      ImportMessages.periodRead(column.heading, period.description))
  }
}
