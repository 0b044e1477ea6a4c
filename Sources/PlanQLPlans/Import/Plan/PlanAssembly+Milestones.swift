import PlanQLData

extension PlanAssembly {
  /// Adds the rows of a table of milestones, and the projects that they are steps of.
  mutating func addMilestones(
    _ table: DocumentTable, _ amounts: TableAmounts, sections: TableSections
  ) {
    guard let step = table.header.stepColumn, let groups = ProjectGroups(table) else { return }
    defer { addTotals(of: groups.tableOfProjects, amounts.of(groups), sections: sections) }
    for group in groups.all {
      let rows = groups.rows(of: group)
      let known = project(named: group.name)
      let hasOwnDates = rows.count == 1 && statesDates(rows[0].cells[step])
      let shared = groups.sharedCells(of: group, withDue: hasOwnDates)
      var isOwn = Set(table.header.columns.indices)
      if known == nil {
        let row = DocumentRow(
          lines: rows[0].lines, cells: shared.map { $0 ?? .empty }, section: rows[0].section)
        let money = table.header.columns.indices.map { column in
          group.rows.lazy.compactMap { amounts.rows[$0][column] }.first
        }
        _ = addProject(row, table, money, section: sections.of(rows[0].section))
        isOwn = Set(
          table.header.columns.indices.filter {
            shared[$0] == nil
              || table.header.columns[$0].isUnits && groups.isVaried($0, in: group)
          })
        noteDifferences(group, groups, amounts)
      }
      let place = known ?? draft.projects.count - 1
      for row in rows {
        addMilestone(
          row, table, step: step, isOwn: isOwn, project: place,
          ignoresDue: hasOwnDates && known == nil)
      }
    }
  }

  /// Whether a cell names several days itself, so that a deadline beside it is that of the whole.
  private func statesDates(_ cell: GridCell) -> Bool {
    MilestoneText(cell.text, periods: periods).items.count { $0.due != nil } > 1
  }

  /// The one project of a name; nil where there is none or several.
  func project(named name: String) -> Int? {
    let wanted = FoldedText(name).unbroken.compact
    var found: Int?
    for (place, project) in draft.projects.enumerated()
    where FoldedText(project.name).unbroken.compact == wanted {
      if found != nil { return nil }
      found = place
    }
    return found
  }

  /// Reports amounts that the rows of one project state differently.
  private mutating func noteDifferences(
    _ group: ProjectGroups.Group, _ groups: ProjectGroups, _ amounts: TableAmounts
  ) {
    for (column, heading) in groups.table.header.columns.enumerated() where heading.isMoney {
      let values = group.rows.compactMap { row in
        amounts.rows[row][column].map { (row: row, value: $0) }
      }
      guard let first = values.first else { continue }
      for other in values.dropFirst() where !other.value.isEqual(to: first.value) {
        ledger.doubt(
          groups.rows[other.row].lines[0], cell: column,
          ImportMessages.rowsDiffer(
            heading.heading, first.value.description, other.value.description))
      }
    }
  }

  private mutating func addMilestone(
    _ row: DocumentRow, _ table: DocumentTable, step: Int, isOwn: Set<Int>, project: Int,
    ignoresDue: Bool
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
      case .milestoneDate(let name): addStep(name, cell, heading, place)
      case .stage(let part): addStage(part, &project, cell, heading, place)
      case _: break
      }
    }
  }

  private mutating func addStep(
    _ name: String, _ cell: GridCell, _ column: DocumentColumn, _ place: Cell
  ) {
    guard let text = text(of: cell, column, place) else { return }
    var milestone = PlanDraft.Milestone(
      project: draft.projects.count, name: name, place: lines.place(place.line))
    milestone.due = period(cell.text, heading: column.heading, at: place)?.end
    if milestone.due == nil { milestone.extras["原文时间"] = text }
    draft.milestones.append(milestone)
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
      project: draft.projects.count, name: text, place: lines.place(place.line))
    milestone.due = due
    draft.milestones.append(milestone)
    ledger.note(
      place.line, cell: place.column,
      ImportMessages.periodRead(column.heading, period.description))
  }
}
