import PlanQLData

/// What the tables of a document add up to under one heading.
struct SumOfTables {
  var rows = 0
  var missing = 0
  var sum = ExactSum()
  /// The line of the table that was added last.
  var table: Int?
}

extension PlanAssembly {
  /// The check of a table's total as one over all tables so far, where those add up to it and the
  /// table alone does not.
  mutating func overTables(
    _ check: ReconciliationReport.SumCheck, _ table: DocumentTable
  ) -> ReconciliationReport.SumCheck {
    guard check.section == nil, content.tables.count > 1 else { return check }
    var all = sumsOfTables[check.heading] ?? .init()
    if all.table != table.headerLine {
      all.table = table.headerLine
      all.rows += check.rows
      all.missing += check.missing
      if let sum = check.sum { all.sum.add(sum) }
      sumsOfTables[check.heading] = all
    }
    guard check.agrees == false, let stated = check.stated, let sum = all.sum.value,
      sum.isEqual(to: stated)
    else { return check }
    return .init(
      table: nil, section: nil, heading: check.heading, year: check.year,
      isInvestment: check.isInvestment, rows: all.rows, missing: all.missing, sum: sum,
      stated: stated, unit: check.unit)
  }
}
