import PlanQLData

extension ReconciliationReport {
  /// Adds up a plan and puts the sums beside the totals that its documents state.
  init(_ draft: PlanDraft, documents: [Document], lostRows: Int) {
    self.documents = documents
    self.moneyUnit = draft.moneyUnit?.name
    self.tables = ReconciliationReport.counts(draft, lostRows: lostRows)
    self.sums = draft.projects.isEmpty ? [] : ReconciliationReport.sums(draft)
  }

  private static func counts(_ draft: PlanDraft, lostRows: Int) -> [TableCount] {
    func count(_ table: TableDeclaration, _ kept: Int, lost: Int = 0) -> TableCount {
      TableCount(table: table.name, found: kept + lost, kept: kept)
    }
    let hasProjects = !draft.projects.isEmpty
    let counts = [
      count(StandardTables.sections, draft.sections.count),
      count(StandardTables.measures, draft.measures.count),
      count(StandardTables.duties, draft.duties.count, lost: hasProjects ? 0 : lostRows),
      count(StandardTables.projects, draft.projects.count, lost: hasProjects ? lostRows : 0),
      count(StandardTables.budgets, draft.budgets.count),
      count(StandardTables.units, draft.units.count),
      count(StandardTables.statedTotals, draft.totals.count),
    ]
    return counts.filter { $0.found > 0 }
  }

  private static func sums(_ draft: PlanDraft) -> [SumCheck] {
    let sections = draft.sections.indices.filter { section in
      draft.projects.contains { $0.section == section }
    }
    let isGrouped = sections.count > 1 || draft.totals.contains { $0.section != nil }
    var checks = isGrouped ? sections.map { investment(draft, section: $0) } : []
    checks.append(investment(draft, section: nil))
    for year in Set(draft.budgets.map(\.year)).sorted() {
      let stated = draft.totals.filter { $0.year == year }
      for section in Set(stated.compactMap(\.section)).sorted() {
        checks.append(yearly(draft, year, section: section))
      }
      checks.append(yearly(draft, year, section: nil))
    }
    return checks
  }

  private static func investment(_ draft: PlanDraft, section: Int?) -> SumCheck {
    let projects = draft.projects.filter { section == nil || isUnder($0.section, section, draft) }
    return SumCheck(
      section: section.map { draft.sections[$0].title }, year: nil, rows: projects.count,
      missing: projects.count { $0.investment == nil },
      sum: ExactSum.of(projects.compactMap(\.investment)),
      stated: draft.totals.first { $0.section == section && $0.year == nil }?.value)
  }

  private static func yearly(_ draft: PlanDraft, _ year: Int, section: Int?) -> SumCheck {
    let budgets = draft.budgets.filter { budget in
      budget.year == year
        && (section == nil || isUnder(draft.projects[budget.project].section, section, draft))
    }
    return SumCheck(
      section: section.map { draft.sections[$0].title }, year: year, rows: budgets.count,
      missing: 0, sum: ExactSum.of(budgets.map(\.amount)),
      stated: draft.totals.first { $0.section == section && $0.year == year }?.value)
  }

  /// Says whether a section is another or lies below it.
  private static func isUnder(_ section: Int?, _ other: Int?, _ draft: PlanDraft) -> Bool {
    var current = section
    while let place = current {
      if place == other { return true }
      current = draft.sections[place].parent
    }
    return false
  }
}
