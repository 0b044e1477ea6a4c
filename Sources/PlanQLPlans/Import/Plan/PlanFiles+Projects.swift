import PlanQLData

// The files with the projects and what belongs to them.
extension PlanFiles {
  var responsibilities: PlanFileTable? {
    var before: [[String?]] = []
    for (place, measure) in draft.measures.enumerated() {
      before += roles("measure", 1, measureNames[place], measure.units, measure.place)
    }
    for (place, duty) in draft.duties.enumerated() {
      before += roles("duty", 2, String(dutyNumbers[place]), duty.units, duty.place)
    }
    var after: [[String?]] = []
    for (indicator, number) in zip(draft.indicators, indicatorNumbers) {
      after += roles("indicator", 4, String(number), indicator.units, indicator.place)
    }
    let facts = draft.projects.facts
    let ofProjects = facts.hasField(.units) ? [3, 5, 6, 7, 8, 10] : []
    return PlanFileTable(
      "responsibilities",
      [
        "subject", "measure", "duty", "project", "indicator", "unit", "role", "rank", "label",
      ] + PlanFiles.sourceHeadings, before, after: after,
      ofProjects: Set(ofProjects + (facts.hasDetail(.partOfUnits) ? [9] : [])),
      as: .responsibilities)
  }

  /// The rows of the units of a subject, whose name stands in a column.
  private func roles(
    _ subject: String, _ column: Int, _ name: String, _ units: [ListedUnit], _ place: ImportPlace
  ) -> [[String?]] {
    zip(units, PlanQLPlans.roles(of: units)).enumerated().map { rank, unit in
      var row: [String?] = [
        subject, nil, nil, nil, nil, unit.0.name, unit.1.rawValue, String(rank + 1), unit.0.label,
      ]
      row[column] = name
      return row + PlanFiles.source(place)
    }
  }

  var budgets: PlanFileTable? {
    let facts = draft.projects.facts
    guard facts.budgets > 0 else { return nil }
    let extras = budgetHeadings
    return PlanFileTable(
      "budgets",
      ["project", "year", "amount", "goal"] + PlanFiles.apart(extras, from: StandardTables.budgets),
      after: laterRows { later, name in later.budget.map { row(of: $0, name) } },
      ofProjects: Set(
        [0, 1, facts.hasDetail(.amount) ? 2 : 0, facts.hasDetail(.goal) ? 3 : 0]
          + extras.indices.map { 4 + $0 }), as: .budgets)
  }

  private func row(of budget: PlanDraft.Budget, _ project: String) -> [String?] {
    [project, String(budget.year), budget.amount?.description, budget.goal]
      + budgetHeadings.map { budget.extras[$0] }
  }

  var funding: PlanFileTable? {
    let facts = draft.projects.facts
    guard facts.funds > 0 else { return nil }
    let extras = fundHeadings
    let values: [ProjectFacts.Detail] = [.yearOfFund, .approved, .inPlace, .paid]
    let used = values.enumerated().filter { facts.hasDetail($1) }.map { $0.offset + 3 }
    return PlanFileTable(
      "funding",
      ["project", "source", "planned", "year", "approved", "in_place", "paid"]
        + PlanFiles.apart(extras, from: StandardTables.funding),
      after: laterRows { later, name in later.fund.map { row(of: $0, name) } },
      ofProjects: Set([0, 1, 2] + used + extras.indices.map { 7 + $0 }), as: .funding)
  }

  private func row(of fund: PlanDraft.Fund, _ project: String) -> [String?] {
    let later = PlanDraft.Fund.stages.dropFirst().map { fund.amounts[$0]?.description }
    return [
      project, fund.source, fund.amounts["planned"]?.description, fund.year.map { String($0) },
    ] + later + fundHeadings.map { fund.extras[$0] }
  }

  var progress: PlanFileTable? {
    let facts = draft.projects.facts
    guard facts.reports > 0 else { return nil }
    let extras = reportHeadings
    let values: [ProjectFacts.Detail] = [.done, .invested, .status, .text, .problem]
    let used = values.enumerated().filter { facts.hasDetail($1) }.map { $0.offset + 2 }
    let part = facts.hasDetail(.partOfReport) ? [7 + extras.count] : []
    return PlanFileTable(
      "progress",
      ["project", "as_of", "done", "invested", "status", "text", "problem"]
        + PlanFiles.apart(extras, from: StandardTables.progress) + PlanFiles.sourceHeadings,
      after: laterRows { later, name in later.progress.map { row(of: $0, name) } },
      ofProjects: Set([0, 1, 8 + extras.count] + used + part + extras.indices.map { 7 + $0 }),
      as: .progress)
  }

  private func row(of progress: PlanDraft.Progress, _ project: String) -> [String?] {
    let plain: [String?] = [
      project, progress.asOf?.description, progress.done?.description,
      progress.invested?.description, progress.status, progress.text, progress.problem,
    ]
    return plain
      + reportHeadings.map { progress.extras[$0] }
      + PlanFiles.source(progress.place)
  }

  /// The rows that later tables give of projects that others have.
  private func laterRows(_ row: (PlanDraft.Later, String) -> [String?]?) -> [[String?]] {
    guard !draft.later.isEmpty else { return [] }
    let wanted = Set(draft.later.map(\.project))
    var names: [Int: String] = [:]
    for (place, project) in draft.projects.enumerated() where wanted.contains(place) {
      names[place] = name(of: project, at: place)
    }
    return draft.later.compactMap { later in row(later, names[later.project] ?? "") }
  }

  var projects: PlanFileTable? {
    let facts = draft.projects.facts
    guard !draft.projects.isEmpty else { return nil }
    let extras = extraHeadings
    let fields = ProjectFacts.Field.allCases.dropLast().filter {
      $0 == .number && !areProjectsNumbered || facts.hasField($0)
    }
    let first = ProjectFacts.Field.part.rawValue
    let part = facts.hasField(.part) ? [first + extras.count] : []
    let used =
      fields.map(\.rawValue) + extras.indices.map { first + $0 } + part
      + [first + extras.count + 1]
    return PlanFileTable(
      "projects",
      [
        "no", "code", "name", "section", "category", "content", "investment", "period", "nature",
        "status", "place", "units", "lead",
      ] + PlanFiles.apart(extras, from: StandardTables.projects) + PlanFiles.sourceHeadings,
      ofProjects: Set(used), as: .project, keep: 0)
  }

  /// The heading for the number that a document gives a project that is counted anew.
  static let ownNumber = "原文序号"

  /// The rows that projects have in each of some tables, as CSV.
  func parts(
    of projects: RecordStore<PlanDraft.Project>.Records, from first: Int,
    _ tables: [(table: PlanFileTable, part: ProjectPart)]
  ) -> [[UInt8]] {
    var pieces = tables.map { _ in [UInt8]() }
    for (offset, project) in projects.enumerated() {
      let place = first + offset
      let name = name(of: project, at: place)
      for (index, (table, part)) in tables.enumerated() {
        write(project, part, at: place, name: name) { table.append($0, to: &pieces[index]) }
      }
    }
    return pieces
  }

  /// Writes the rows that a project has in a table.
  func write(
    _ project: PlanDraft.Project, _ part: ProjectPart, at place: Int, name: String,
    to write: ([String?]) -> Void
  ) {
    switch part {
    case .project:
      write(row(of: project, number: areProjectsNumbered ? project.number : place + 1))
    case .responsibilities:
      for row in roles("project", 3, name, project.units, project.source) { write(row) }
    case .budgets: for budget in project.budgets { write(row(of: budget, name)) }
    case .funding: for fund in project.funding { write(row(of: fund, name)) }
    case .progress: for report in project.reports { write(row(of: report, name)) }
    }
  }

  private func row(of project: PlanDraft.Project, number: Int?) -> [String?] {
    var extras = project.extras
    if let stated = project.number, stated != number {
      extras[PlanFiles.ownNumber] = String(stated)
    }
    let plain: [String?] = [
      number.map { String($0) }, project.code, project.name,
      project.section.map { sectionNames[$0] }, project.category, project.content,
      project.investment?.description, project.period?.description, project.nature,
      project.status, project.place, list(project.units), project.statedLead,
    ]
    return plain + extraHeadings.map { extras[$0] } + PlanFiles.source(project.source)
  }
}

extension PlanFiles {
  var milestones: PlanFileTable? {
    guard !draft.milestones.isEmpty else { return nil }
    var extras: Set<String> = []
    var (isDue, isDone, hasPart) = (false, false, false)
    for milestone in draft.milestones {
      extras.formUnion(milestone.extras.keys)
      isDue = isDue || milestone.due != nil
      isDone = isDone || milestone.doneOn != nil
      hasPart = hasPart || milestone.place.hasPart
    }
    let headings = PlanFiles.headings(extras)
    let dropped = [isDue ? nil : 2, isDone ? nil : 3, hasPart ? nil : 4 + headings.count]
    return PlanFileTable(
      "milestones",
      ["project", "name", "due", "done_on"]
        + PlanFiles.apart(headings, from: StandardTables.milestones) + PlanFiles.sourceHeadings,
      dropping: dropped.compactMap { $0 },
      rows: .milestones(draft.milestones, headings, projectNames()))
  }

  /// What projects are called, asked in any order; those of milestones mostly follow one another.
  private func projectNames() -> (PlanDraft.Milestone) -> String {
    var projects = draft.projects.makeIterator()
    var place = -1
    var current: PlanDraft.Project?
    return { milestone in
      if milestone.project < place {
        projects = draft.projects.makeIterator()
        place = -1
      }
      while place < milestone.project, let next = projects.next() {
        current = next
        place += 1
      }
      return current.map { name(of: $0, at: place) } ?? ""
    }
  }

  func name(of project: PlanDraft.Project, at place: Int) -> String {
    let number = areProjectsNumbered ? project.number : place + 1
    return areProjectsNamed ? project.name : String(number ?? place + 1)
  }
}
