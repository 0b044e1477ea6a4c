import PlanQLData

/// The tables of a plan while they are made from documents; every row keeps the place it came from.
struct PlanDraft: Sendable {
  /// A further table: a standard one without a type of its own here, or one of the document's own.
  struct FurtherTable: Sendable {
    let name: String
    /// The headings in their order.
    var headings: [String]
    /// Whether the places of rows are written beside them.
    var hasSources = true
    var rows = RecordStore<Row>()

    /// The cells of a row by their headings.
    struct Row: Sendable {
      var cells: [String: String]
      let place: ImportPlace
    }
  }

  /// A target of the plan.
  struct Indicator: Sendable {
    var number: Int?
    let name: String
    var domain: String?
    var measuredIn: String?
    var attribute: String?
    var direction: String?
    var baseline: Decimal?
    var baselineYear: Int?
    var target: Decimal?
    var targetYear: Int?
    var targetText: String?
    var comparator: String?
    var units: [ListedUnit] = []
    var extras: [String: String] = [:]
    let place: ImportPlace
  }

  /// How far a project has come.
  struct Progress: Sendable {
    var asOf: Day?
    var done: Decimal?
    var invested: Decimal?
    var status: String?
    var text: String?
    var problem: String?
    /// Cells of columns that the standard table has not.
    var extras: [String: String] = [:]
    let place: ImportPlace
  }

  /// What is to be reached by a project, and by when.
  struct Milestone: Sendable {
    let project: Int
    var name: String
    var due: Day?
    var doneOn: Day?
    var extras: [String: String] = [:]
    let place: ImportPlace
  }

  /// Money of a project from a source, of a year.
  struct Fund: Sendable {
    /// The source by its name in `funding`; nil where it is none of those or not stated.
    var source: String?
    var year: Int?
    /// The amounts by the names of their columns.
    var amounts: [String: Decimal] = [:]
    /// Cells of columns that the standard table has not.
    var extras: [String: String] = [:]

    /// The names of the columns of amounts.
    static let stages = ["planned", "approved", "in_place", "paid"]
  }

  /// What a later table says of a project that another one has.
  struct Later: Sendable {
    let project: Int
    var budget: Budget?
    var fund: Fund?
    var progress: Progress?
  }

  /// A section of the plan or of a table.
  struct Section: Sendable {
    let title: String
    let parent: Int?
    let place: ImportPlace
  }

  /// A safeguard measure with its text.
  struct Measure: Sendable {
    let number: Int
    let title: String
    let text: String
    let section: Int?
    var units: [ListedUnit]
    let place: ImportPlace
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
    var status: String?
    var closedOn: Day?
    var units: [ListedUnit]
    /// The number in the document's own list.
    let number: Int?
    /// Cells of columns that the standard table has not.
    var extras: [String: String] = [:]
    let place: ImportPlace
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
    var status: String?
    var budgets: [Budget] = []
    var funding: [Fund] = []
    var reports: [Progress] = []
    /// The place of its first line in its document.
    let linePlace: Int
    let source: ImportPlace
  }

  /// The amount planned for a project in a year.
  struct Budget: Sendable {
    let year: Int
    var amount: Decimal?
    var goal: String?
    /// Cells of columns that the standard table has not.
    var extras: [String: String] = [:]
  }

  /// A total that the document prints.
  struct StatedTotal: Sendable {
    let section: Int?
    let name: String
    /// The amount, in the plan's unit of money.
    var value: Decimal?
    /// A number that is no amount, with what it counts or measures.
    var number: (value: Decimal, measuredIn: String)?
    let place: ImportPlace
  }

  /// A unit with the kind that its name tells.
  struct Unit: Sendable {
    let name: String
    let kind: UnitKind?
  }

  var title: String?
  var region: String?
  var horizon: Period?
  var level: String?
  var approvedOn: Day?
  var revision: String?
  var language: String?
  /// The month that the fiscal year begins in.
  var fiscalYearStart: Int?
  /// Whether a fiscal year is called by the year that it starts or ends in.
  var fiscalYearNamedBy: String?
  /// The day up to which figures count.
  var asOf: Day?
  /// A period that the documents call by a name: 十四五.
  var namedPeriod: (name: String, period: Period)?
  var moneyUnit: MoneyUnit?
  var currency: String?
  var sections: [Section] = []
  var measures: [Measure] = []
  var duties: [Duty] = []
  var projects = ProjectList()
  var milestones = RecordStore<Milestone>()
  var later: [Later] = []
  var indicators: [Indicator] = []
  var totals: [StatedTotal] = []
  var furtherTables: [FurtherTable] = []
  /// What was added up, table by table.
  var sums: [ReconciliationReport.SumCheck] = []

  /// Whether anything was found that a plan can be made of.
  var isEmpty: Bool {
    projects.isEmpty && indicators.isEmpty && furtherTables.isEmpty && totals.isEmpty
      && !duties.contains { !$0.units.isEmpty || $0.measure == nil }
  }

  /// Why not all that was read is there.
  var failure: FileError? {
    projects.failure ?? milestones.failure ?? furtherTables.lazy.compactMap(\.rows.failure).first
  }

  private(set) var units: [Unit] = []
  private var known: Set<String> = []

  /// Takes units into the list of units, in order of first appearance.
  mutating func register(_ listed: [ListedUnit], kind: UnitKind? = nil) {
    for unit in listed where known.insert(unit.name).inserted {
      units.append(Unit(name: unit.name, kind: UnitKind.guess(FoldedText(unit.name)) ?? kind))
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
