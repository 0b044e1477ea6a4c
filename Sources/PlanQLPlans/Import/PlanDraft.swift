import PlanQLData

/// The tables of a plan while they are made from documents; every row keeps the line it came from.
struct PlanDraft: Sendable {
  /// A section of the plan or of a table.
  struct Section: Sendable {
    let title: String
    let parent: Int?
    let line: Int
  }

  /// A safeguard measure with its text.
  struct Measure: Sendable {
    let number: Int
    let title: String
    let text: String
    let section: Int?
    var units: [ListedUnit]
    let line: Int
  }

  /// A duty: of a clause of a measure, or an item of a list of tasks.
  struct Duty: Sendable {
    /// The place of the measure that asks for it.
    let measure: Int?
    let section: Int?
    let text: String
    let kind: DutyKind
    let recurrence: DutyRecurrence?
    let due: Period?
    var units: [ListedUnit]
    /// The number in the document's own list.
    let number: Int?
    /// Cells of columns that the standard table has not.
    var extras: [String: String] = [:]
    let line: Int
  }

  /// A row of a table of projects.
  struct Project: Sendable {
    var number: Int?
    var code: String?
    let name: String
    var section: Int?
    var category: String?
    var content: String?
    var investment: Decimal?
    var period: Period?
    var nature: String?
    var place: String?
    var units: [ListedUnit] = []
    /// The unit that the document says is in the lead.
    var statedLead: String?
    var extras: [String: String] = [:]
    /// The place of its first line in its document.
    let linePlace: Int
    let line: Int
  }

  /// The amount planned for a project in a year.
  struct Budget: Sendable {
    let project: Int
    let year: Int
    let amount: Decimal
  }

  /// A total that the document prints.
  struct StatedTotal: Sendable {
    let section: Int?
    let name: String
    /// The year whose amounts are totalled; nil for the whole investment.
    let year: Int?
    let value: Decimal
    let line: Int
  }

  /// A unit with the kind that its name tells.
  struct Unit: Sendable {
    let name: String
    let kind: UnitKind?
  }

  var title: String?
  var region: String?
  var horizon: Period?
  /// A period that the documents call by a name: 十四五.
  var namedPeriod: (name: String, period: Period)?
  var moneyUnit: MoneyUnit?
  var currency: String?
  var sections: [Section] = []
  var measures: [Measure] = []
  var duties: [Duty] = []
  var projects: [Project] = []
  var budgets: [Budget] = []
  var totals: [StatedTotal] = []
  private(set) var units: [Unit] = []
  private var known: Set<String> = []

  /// Takes units into the list of units, in order of first appearance.
  mutating func register(_ listed: [ListedUnit]) {
    for unit in listed where known.insert(unit.name).inserted {
      units.append(Unit(name: unit.name, kind: UnitKind.guess(FoldedText(unit.name))))
    }
  }
}

/// The roles of listed units: the stated one; of plain lists the first leads and the others join.
func roles(of units: [ListedUnit]) -> [UnitRole] {
  let hasLead = units.contains { $0.role == .lead }
  return units.enumerated().map { place, unit in
    unit.role ?? (place == 0 && !hasLead ? .lead : .joint)
  }
}
