import PlanQLData

/// The rows of `yearly`, which has no file of its own: each project's explicit yearly plan, else its amount spread
/// evenly over the years of its period. They come in the order of the projects, then as filed, then by year.
struct YearlyAmounts {
  private var projects: [Int64] = []
  private var years: [Period?] = []
  private var amounts: [Int64?] = []
  private var stated: [Bool] = []
  /// The row of `projects` (0) or `budgets` (1) that each follows from.
  private var origins: [(table: Int, row: Int)] = []

  /// The tables of a plan with `yearly` worked out from the others, unless a file holds it.
  static func derived(in tables: [StoredTable]) -> [StoredTable] {
    func table(_ declaration: TableDeclaration) -> StoredTable? {
      tables.first { $0.definition.name == declaration.name }
    }
    guard
      let place = tables.firstIndex(where: { $0.definition.name == StandardTables.yearly.name }),
      tables[place].sources == nil, let projects = table(StandardTables.projects),
      let investment = projects.field("investment"), investment.type.isWhole,
      let budgets = table(StandardTables.budgets)
    else { return tables }
    let definition = StandardTables.yearly.definition(amountAs: investment)
    var tables = tables
    tables[place] = StoredTable(definition: definition) {
      let amounts = YearlyAmounts(projects, budgets)
      return Derivation(
        columns: amounts.columns(definition.fields.map(\.type)),
        from: [projects.definition.name.en, budgets.definition.name.en], origins: amounts.origins)
    }
    return tables
  }

  private init(_ table: StoredTable, _ budgets: StoredTable) {
    let plans = ExplicitPlans(budgets, of: table)
    guard let periods = table.column("period"), let investment = table.column("investment"),
      case .periods(let starts, let ends) = periods.storage,
      case .words(let totals) = investment.storage
    else { return }
    for row in 0..<table.count {
      if let plan = plans.plans[row] {
        for part in plan { add(row, part.year, part.amount, statedBy: part.row) }
      } else if periods.isKnown(row), investment.isKnown(row) {
        let period = Period(startNumber: Int32(starts[row]), endNumber: Int32(ends[row]))
        spread(totals[row], over: period.parts(.year) ?? [], of: row)
      }
    }
  }

  /// Adds equal parts that add up to the total, as `spread … evenly` makes them.
  private mutating func spread(_ total: Int64, over parts: [Period], of row: Int) {
    let count = Int64(parts.count)
    guard count > 0 else { return }
    let (whole, rest) = total.quotientAndRemainder(dividingBy: count)
    for (place, part) in parts.enumerated() {
      let place = Int64(place)
      add(row, part, whole + rest * (place + 1) / count - rest * place / count, statedBy: nil)
    }
  }

  private mutating func add(_ row: Int, _ year: Period?, _ amount: Int64?, statedBy budget: Int?) {
    projects.append(Int64(row))
    years.append(year)
    amounts.append(amount)
    stated.append(budget != nil)
    origins.append(budget.map { (1, $0) } ?? (0, row))
  }

  private func columns(_ types: [DataType]) -> [Column] {
    [
      Column(type: types[0], storage: .words(PackedIntegers(projects)), presence: nil),
      Column(
        type: types[1],
        storage: .periods(
          starts: PackedIntegers(years.map { Int64($0?.startNumber ?? 0) }),
          ends: PackedIntegers(years.map { Int64($0?.endNumber ?? 0) })),
        presence: Bitmap(years.map { $0 != nil })),
      Column(
        type: types[2], storage: .words(PackedIntegers(amounts.map { $0 ?? 0 })),
        presence: Bitmap(amounts.map { $0 != nil })),
      Column(type: types[3], storage: .bools(Bitmap(stated)), presence: nil),
    ]
  }
}

/// The rows of `budgets` by the row of their project.
private struct ExplicitPlans {
  private(set) var plans: [Int: [(row: Int, year: Period?, amount: Int64?)]] = [:]

  init(_ budgets: StoredTable, of projects: StoredTable) {
    guard let links = budgets.column("project"), case .words(let rows) = links.storage,
      links.type == .entity(projects.definition.name.en),
      let years = budgets.column("year"), case .periods(let starts, let ends) = years.storage,
      let amounts = budgets.column("amount"), case .words(let words) = amounts.storage,
      amounts.type == projects.field("investment")?.type
    else { return }
    for row in 0..<budgets.count where links.isKnown(row) {
      let year =
        years.isKnown(row)
        ? Period(startNumber: Int32(starts[row]), endNumber: Int32(ends[row])) : nil
      plans[Int(rows[row]), default: []].append(
        (row, year, amounts.isKnown(row) ? words[row] : nil))
    }
  }
}

extension TableDeclaration {
  /// The definition of `yearly`, whose amounts are like those of the projects.
  fileprivate func definition(amountAs investment: Field) -> TableDefinition {
    TableDefinition(
      name, rowName: rowName, doc: doc,
      fields: fields.map { field in
        let isAmount = field.name.en == "amount"
        return Field(
          field.name, isAmount ? investment.type : field.emptyType,
          isOptional: field.isOptional ?? true, doc: field.doc,
          display: isAmount ? investment.display : .plain, inverse: field.inverse)
      }, key: keys.first ?? [])
  }
}

extension StoredTable {
  fileprivate func field(_ name: String) -> Field? {
    definition.field(named: name).map { definition.fields[$0] }
  }

  fileprivate func column(_ name: String) -> Column? {
    definition.field(named: name).map { columns[$0] }
  }
}

extension DataType {
  /// Whether amounts of the type can be shared out exactly.
  fileprivate var isWhole: Bool {
    switch self {
    case .int, .money: true
    case .bool, .number, .text, .date, .period, .duration, .enumeration, .entity, .list, .missing,
      .invalid:
      false
    }
  }
}
