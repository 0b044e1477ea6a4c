import PlanQLData

/// What the projects of earlier tables have several of, by the places of the projects: yearly
/// amounts, money by source, reports and steps.
struct KnownDetails {
  private var budgets: [Int: [(key: Int, record: PlanDraft.Budget)]] = [:]
  private var funding: [Int: [(key: Int, record: PlanDraft.Fund)]] = [:]
  private var reports: [Int: [(key: Int, record: PlanDraft.Progress)]] = [:]
  private var steps: [Int: [PlanDraft.Milestone]] = [:]

  /// What a row changed.
  struct Changes {
    var areAny = false
    /// What the row says otherwise than is known.
    fileprivate(set) var differences: [(heading: String, first: String, other: String)] = []

    fileprivate mutating func differ(_ heading: String, _ first: String, _ other: String) {
      differences.append((heading, first, other))
      areAny = true
    }
  }

  init() {}

  /// Gathers what projects have.
  init(_ draft: PlanDraft) {
    for (key, record) in draft.budgets.keyed {
      budgets[record.project.place, default: []].append((key, record.detail))
    }
    for (key, record) in draft.funding.keyed {
      funding[record.project.place, default: []].append((key, record.detail))
    }
    for (key, record) in draft.progress.keyed {
      reports[record.project.place, default: []].append((key, record.detail))
    }
    for (_, step) in draft.milestones.keyed { steps[step.project.place, default: []].append(step) }
  }

  /// Whether something is planned for a project in other years than one, and nothing in that.
  func areOfOtherYears(_ year: Int, _ place: Int) -> Bool {
    budgets[place].map { known in known.allSatisfy { $0.record.year != year } } ?? false
  }

  /// Adds what a row says of a project to the plan, unless it is there; an amount that a record of
  /// the same year or source lacks is added to that.
  mutating func add(
    _ row: PlanDraft.Project, to project: ProjectReference, _ draft: inout PlanDraft,
    _ changes: inout Changes
  ) {
    for budget in row.budgets { add(budget, to: project, &draft, &changes) }
    for fund in row.funding { add(fund, to: project, &draft, &changes) }
    for report in row.reports { add(report, to: project, &draft, &changes) }
    for step in row.steps where !has(step, project) {
      draft.append([step], of: project)
      steps[project.place, default: []].append(step)
      changes.areAny = true
    }
  }

  private func has(_ step: PlanDraft.Milestone, _ project: ProjectReference) -> Bool {
    steps[project.place]?.contains { $0.name == step.name && $0.due == step.due } ?? false
  }

  private mutating func add(
    _ budget: PlanDraft.Budget, to project: ProjectReference, _ draft: inout PlanDraft,
    _ changes: inout Changes
  ) {
    guard
      let at = budgets[project.place]?.firstIndex(where: { $0.record.year == budget.year }),
      let found = budgets[project.place]?[at]
    else {
      let key = draft.addBudget(budget, of: project)
      budgets[project.place, default: []].append((key, budget))
      changes.areAny = true
      return
    }
    var known = found.record
    let isLacking =
      known.amount == nil && budget.amount != nil
      || known.goal == nil && budget.goal != nil
    compare("\(budget.year)", known.amount, budget.amount, &changes)
    compare("\(budget.year)", known.goal, budget.goal, &changes)
    guard isLacking else { return }
    known.amount = known.amount ?? budget.amount
    known.goal = known.goal ?? budget.goal
    draft.amend(known, of: project, at: found.key)
    budgets[project.place]?[at].record = known
    changes.areAny = true
  }

  private mutating func add(
    _ fund: PlanDraft.Fund, to project: ProjectReference, _ draft: inout PlanDraft,
    _ changes: inout Changes
  ) {
    let isAlike: (PlanDraft.Fund) -> Bool = {
      $0.source == fund.source && $0.year == fund.year && $0.extras == fund.extras
    }
    guard let at = funding[project.place]?.firstIndex(where: { isAlike($0.record) }),
      let found = funding[project.place]?[at]
    else {
      let key = draft.addFund(fund, of: project)
      funding[project.place, default: []].append((key, fund))
      changes.areAny = true
      return
    }
    var known = found.record
    var isLacking = false
    for (stage, amount) in fund.amounts.sorted(by: { $0.key < $1.key }) {
      compare(
        [fund.source ?? "", stage].joined(separator: " "), known.amounts[stage], amount, &changes)
      isLacking = isLacking || known.amounts[stage] == nil
      known.amounts[stage] = known.amounts[stage] ?? amount
    }
    guard isLacking else { return }
    draft.amend(known, of: project, at: found.key)
    funding[project.place]?[at].record = known
    changes.areAny = true
  }

  /// Two reports up to one day are one, as far as they say the same.
  private mutating func add(
    _ report: PlanDraft.Progress, to project: ProjectReference, _ draft: inout PlanDraft,
    _ changes: inout Changes
  ) {
    let known = reports[project.place] ?? []
    if known.contains(where: {
      $0.record.cells == report.cells && $0.record.extras == report.extras
    }) {
      return
    }
    guard let day = report.asOf, let at = known.firstIndex(where: { $0.record.asOf == day }) else {
      let key = draft.addReport(report, of: project)
      reports[project.place, default: []].append((key, report))
      changes.areAny = true
      return
    }
    let first = known[at].record
    let columns = PlanDraft.Progress.columns
    for (column, (before, now)) in zip(first.cells, report.cells).enumerated() {
      if let before, let now, before != now { changes.differ(columns[column], before, now) }
    }
    var merged = first
    merged.done = first.done ?? report.done
    merged.invested = first.invested ?? report.invested
    merged.status = first.status ?? report.status
    merged.text = first.text ?? report.text
    merged.problem = first.problem ?? report.problem
    merged.extras.merge(report.extras) { first, _ in first }
    guard merged.cells != first.cells || merged.extras != first.extras else { return }
    draft.amend(merged, of: project, at: known[at].key)
    reports[project.place]?[at].record = merged
    changes.areAny = true
  }

  private func compare(
    _ heading: String, _ first: Decimal?, _ other: Decimal?, _ changes: inout Changes
  ) {
    guard let first, let other, !first.isEqual(to: other) else { return }
    changes.differ(heading, first.description, other.description)
  }

  private func compare(
    _ heading: String, _ first: String?, _ other: String?, _ changes: inout Changes
  ) {
    guard let first, let other, first != other else { return }
    changes.differ(heading, first, other)
  }
}
