import PlanQLData

/// What the tables of a plan are made of.
extension PlanDraft {
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
    var project: ProjectReference
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

  /// What a row says of a project that has several rows.
  struct RowDetail: Sendable {
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
    /// What it is about, where its title names that.
    let theme: String?
    let text: String
    let section: Int?
    var units: [ListedUnit]
    let place: ImportPlace
  }

  /// A duty: of a clause of a measure, or an item of a list of tasks.
  struct Duty: Sendable {
    /// The place of the measure that asks for it.
    var measure: Int?
    var section: Int?
    let text: String
    let kind: DutyKind
    var recurrence: DutyRecurrence?
    var due: Period?
    var status: String?
    var closedOn: Day?
    var units: [ListedUnit]
    /// The number in the document's own list.
    var number: Int?
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
    var steps: [Milestone] = []
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
    /// The time that the document says it is of, as written.
    var time: String?
    /// The sentence that states it, where it is no cell of a table.
    var sentence: String?
    let place: ImportPlace
  }

  /// A unit with the kind that its name tells.
  struct Unit: Sendable {
    let name: String
    var kind: UnitKind?
    /// What a sheet of units says of it, by the names of fields or by headings.
    var cells: [String: String] = [:]
  }
}
