import PlanQLData

extension PlanAssembly {
  /// Adds the rows of a table of milestones, and the projects that they are steps of.
  mutating func addMilestones(
    _ table: DocumentTable, _ amounts: TableAmounts, sections: TableSections
  ) {
    guard let step = table.header.stepColumn, let groups = MilestoneGroups(table) else { return }
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
    _ group: MilestoneGroups.Group, _ groups: MilestoneGroups, _ amounts: TableAmounts
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

/// The rows of a table of milestones, project by project.
struct MilestoneGroups {
  /// The rows of one project, by their places in the table.
  struct Group {
    let name: String
    var rows: [Int]
  }

  /// What rows of one project have in common.
  private struct Key: Hashable {
    let name: String
    let section: Int?
  }

  private(set) var all: [Group] = []
  let table: DocumentTable
  /// The rows of the table.
  let rows: [DocumentRow]

  /// Puts rows of the same name and section together; nil where no column names the project.
  init?(_ table: DocumentTable) {
    guard let name = table.header.place(of: .name) else { return nil }
    self.table = table
    self.rows = Array(table.rows)
    var groups: [Key: Int] = [:]
    for (place, row) in rows.enumerated() {
      let text = row.cells[name].text.unbroken
      let key = Key(name: text.compact, section: row.section)
      if let group = groups[key] {
        all[group].rows.append(place)
      } else {
        groups[key] = all.count
        all.append(Group(name: text.string, rows: [place]))
      }
    }
  }

  /// The cells that are the project's, by column: those that its rows do not fill differently. Nil
  /// for those of its steps.
  func sharedCells(of group: Group, withDue: Bool) -> [GridCell?] {
    table.header.columns.indices.map { column in
      switch table.header.columns[column].kind {
      case .due where withDue: break
      case .milestone, .due, .doneOn: return nil
      case .name: return GridCell(group.name)
      case _: break
      }
      if column == table.header.stepColumn { return nil }
      let cells = group.rows.map { rows[$0].cells[column] }
      let filled = cells.filter { !$0.isEmpty }
      let texts = Set(filled.map { $0.text.unbroken.compact })
      if table.header.columns[column].isMoney { return filled.first ?? .empty }
      if table.header.columns[column].isUnits { return units(of: filled) }
      let isShared =
        texts.count == 1 && (isMerged(group) ? !cells[0].isEmpty : filled.count == cells.count)
      return filled.isEmpty ? .empty : isShared ? filled[0] : nil
    }
  }

  /// The table with one row for each project, whose amounts count once.
  var tableOfProjects: DocumentTable {
    var table = self.table
    table.replaceRows(by: all.map { rows[$0.rows[0]] })
    return table
  }

  /// The rows of a project.
  func rows(of group: Group) -> [DocumentRow] { group.rows.map { rows[$0] } }

  /// The section that the rows of a project stand in.
  func section(of group: Group) -> Int? { rows[group.rows[0]].section }

  /// Whether the rows of a project name it once, so that blank cells below say what the first does.
  private func isMerged(_ group: Group) -> Bool {
    guard let name = table.header.place(of: .name) else { return false }
    return group.rows.dropFirst().allSatisfy { rows[$0].cells[name].merge == .fromAbove }
  }

  /// All units that the rows of a project name.
  private func units(of cells: [GridCell]) -> GridCell {
    var seen: Set<String> = []
    let texts = cells.filter {
      !isNoneMark($0.text) && seen.insert($0.text.unbroken.compact).inserted
    }
    .map(\.text)
    guard let first = texts.first else { return .empty }
    return GridCell(texts.dropFirst().reduce(first) { $0.joined($1, by: ";") })
  }

  /// Whether the rows of a project fill a column differently, so that each is told beside its step.
  func isVaried(_ column: Int, in group: Group) -> Bool {
    let texts = group.rows.map { rows[$0].cells[column].text.unbroken.compact }
    return Set(texts.filter { !$0.isEmpty }).count > 1
  }
}
