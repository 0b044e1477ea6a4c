import PlanQLData

extension PlanDraft {
  /// The names of the tables that have rows, without further ones.
  var tableNames: Set<String> {
    let counts = [
      (StandardTables.sections, sectionCount), (StandardTables.measures, measures.count),
      (StandardTables.duties, duties.count), (StandardTables.projects, projects.count),
      (StandardTables.indicators, indicators.count), (StandardTables.budgets, budgets.count),
      (StandardTables.funding, funding.count), (StandardTables.progress, progress.count),
      (StandardTables.milestones, milestones.count), (StandardTables.units, units.count),
      (StandardTables.statedTotals, totals.count),
    ]
    let areNamed =
      duties.facts.hasUnits || projects.facts.hasUnits || indicators.facts.hasUnits
      || measures.contains { !$0.units.isEmpty }
    return Set(
      counts.filter { $0.1 > 0 }.map(\.0.name.en)
        + (areNamed ? [StandardTables.responsibilities.name.en] : []))
  }
}

extension ReconciliationReport {
  /// Accounts for a plan and the documents that it was made of.
  init(_ draft: PlanDraft, documents: [Document], lostRows: [Name: Int]) {
    self.documents = documents
    self.money = draft.moneyUnit.map { MoneyName($0, currency: draft.currency) }
    self.tables = ReconciliationReport.counts(draft, lostRows)
    self.sums = draft.sums
    self.rowCounts = draft.counts
  }

  private static func counts(_ draft: PlanDraft, _ lostRows: [Name: Int]) -> [TableCount] {
    func count(_ table: TableDeclaration, _ kept: Int) -> TableCount {
      TableCount(table: table.name, found: kept + (lostRows[table.name] ?? 0), kept: kept)
    }
    let counts = [
      count(StandardTables.sections, draft.sectionCount),
      count(StandardTables.measures, draft.measures.count),
      count(StandardTables.duties, draft.duties.count),
      count(StandardTables.projects, draft.projects.count),
      count(StandardTables.indicators, draft.indicators.count),
      count(StandardTables.budgets, draft.budgets.count),
      count(StandardTables.funding, draft.funding.count),
      count(StandardTables.progress, draft.progress.count),
      count(StandardTables.milestones, draft.milestones.count),
      count(StandardTables.units, draft.unitsByFullNames.count),
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
