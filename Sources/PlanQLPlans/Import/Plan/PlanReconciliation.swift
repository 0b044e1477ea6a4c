import PlanQLData

extension ReconciliationReport {
  /// Accounts for a plan and the documents that it was made of.
  init(_ draft: PlanDraft, documents: [Document], lostRows: [Name: Int]) {
    self.documents = documents
    self.moneyUnit = draft.moneyUnit?.name
    self.tables = ReconciliationReport.counts(draft, lostRows)
    self.sums = draft.sums
  }

  private static func counts(_ draft: PlanDraft, _ lostRows: [Name: Int]) -> [TableCount] {
    func count(_ table: TableDeclaration, _ kept: Int) -> TableCount {
      TableCount(table: table.name, found: kept + (lostRows[table.name] ?? 0), kept: kept)
    }
    let counts = [
      count(StandardTables.sections, draft.sections.count),
      count(StandardTables.measures, draft.measures.count),
      count(StandardTables.duties, draft.duties.count),
      count(StandardTables.projects, draft.projects.count),
      count(StandardTables.indicators, draft.indicators.count),
      count(StandardTables.budgets, draft.budgets.count),
      count(StandardTables.funding, draft.funding.count),
      count(StandardTables.progress, draft.progress.count),
      count(StandardTables.milestones, draft.milestones.count),
      count(StandardTables.units, draft.units.count),
      count(StandardTables.statedTotals, draft.totals.count),
    ]
    let further = draft.furtherTables.map { table in
      let lost = StandardTables.table(named: table.name).flatMap { lostRows[$0.name] } ?? 0
      return TableCount(
        table: StandardTables.table(named: table.name)?.name ?? Name(table.name),
        found: table.rows.count + lost, kept: table.rows.count)
    }
    return (counts + further).filter { $0.found > 0 }
  }
}
