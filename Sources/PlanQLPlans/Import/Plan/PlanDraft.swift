import PlanQLData

/// The tables of a plan while they are made from documents; every row keeps the place it came from.
struct PlanDraft: Sendable {
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
  /// Whether amounts have signs of other currencies than the yuan.
  var hasForeignAmounts = false
  /// The currency of amounts that name none, by where the documents are from; nil where they are not Chinese.
  var currencyOfPlace: String?
  var sections: [Section] = []
  var measures: [Measure] = []
  var duties = DraftTable<Duty>()
  var projects = ProjectList()
  /// What the columns of the tables of projects so far are about, and the headings of those that no
  /// field takes.
  var projectColumns = ColumnSubjects()
  var dutyColumns = ColumnSubjects()
  /// The places of duties by their texts, once one was looked for.
  var dutyPlaces: NamePlaces?
  private(set) var budgets = DraftTable<ProjectDetail<Budget>>()
  private(set) var funding = DraftTable<ProjectDetail<Fund>>()
  private(set) var progress = DraftTable<ProjectDetail<Progress>>()
  var milestones = DraftTable<Milestone>()
  private(set) var indicators = DraftTable<Indicator>()
  private var indicatorNames = NamePlaces()
  var totals: [StatedTotal] = []
  var furtherTables: [FurtherTable] = []
  /// What was added up, table by table.
  var sums: [ReconciliationReport.SumCheck] = []
  var counts: [ReconciliationReport.CountCheck] = []

  /// Whether a document is about safeguard measures.
  var hasSafeguards = false

  /// Whether anything was found that a plan can be made of.
  var isEmpty: Bool {
    !hasSafeguards && projects.isEmpty && indicators.isEmpty && furtherTables.isEmpty
      && totals.isEmpty
      && !duties.contains { !$0.units.isEmpty || $0.measure == nil }
  }

  /// Why not all that was read could be put together.
  var trouble: FileError?

  /// Why not all that was read is there.
  var failure: FileError? {
    let tables = [
      duties.failure, projects.table.failure, budgets.failure, funding.failure, progress.failure,
      milestones.failure, indicators.failure,
    ]
    return trouble
      ?? (tables + furtherTables.map(\.failure)).lazy.compactMap { $0 }.first
  }

  var units: [Unit] = []
  private var known: Set<String> = []

  /// Takes units into the list of units, in order of first appearance.
  mutating func register(_ listed: [ListedUnit], kind: UnitKind? = nil) {
    for unit in listed where known.insert(unit.name).inserted {
      units.append(Unit(name: unit.name, kind: UnitKind.guess(FoldedText(unit.name)) ?? kind))
    }
  }
}

extension PlanDraft {
  /// Adds a project, with what it has several of as records of the tables of those; gives what
  /// further records may call it by.
  @discardableResult
  mutating func append(_ project: Project) -> ProjectReference {
    let reference = projects.append(project)
    for budget in project.budgets { budgets.append(.init(budget, of: reference)) }
    for fund in project.funding { funding.append(.init(fund, of: reference)) }
    for report in project.reports { progress.append(.init(report, of: reference)) }
    append(project.steps, of: reference)
    return reference
  }

  /// Adds the steps of a project.
  mutating func append(_ steps: [Milestone], of project: ProjectReference) {
    for var step in steps {
      step.project = project
      milestones.append(step)
    }
  }

  /// Adds what a later table says of a project, and gives the key of the record.
  mutating func addBudget(_ budget: Budget, of project: ProjectReference) -> Int {
    budgets.appendLater(.init(budget, of: project))
  }

  mutating func addFund(_ fund: Fund, of project: ProjectReference) -> Int {
    funding.appendLater(.init(fund, of: project))
  }

  mutating func addReport(_ report: Progress, of project: ProjectReference) -> Int {
    progress.appendLater(.init(report, of: project))
  }

  /// Puts what a later table adds to a record in its place.
  mutating func amend(_ budget: Budget, of project: ProjectReference, at key: Int) {
    budgets.amend(.init(budget, of: project), at: key)
  }

  mutating func amend(_ fund: Fund, of project: ProjectReference, at key: Int) {
    funding.amend(.init(fund, of: project), at: key)
  }

  mutating func amend(_ report: Progress, of project: ProjectReference, at key: Int) {
    progress.amend(.init(report, of: project), at: key)
  }

  /// Puts a project in the place of one that an earlier table has.
  mutating func amend(_ project: Project, at place: Int) { projects.amend(project, at: place) }

  /// Adds what a row says of a project: after all others where an earlier table has the project.
  mutating func append(_ detail: RowDetail, of project: ProjectReference, isLater: Bool) {
    if let budget = detail.budget { budgets.append(.init(budget, of: project), isLater: isLater) }
    if let fund = detail.fund { funding.append(.init(fund, of: project), isLater: isLater) }
    if let report = detail.progress {
      progress.append(.init(report, of: project), isLater: isLater)
    }
  }

  /// The one project of a name; nil where there is none or several.
  mutating func project(named name: String) -> ProjectReference? { projects.project(named: name) }

  mutating func append(_ indicator: Indicator) {
    indicatorNames.add(indicator.name, at: indicators.count)
    indicators.append(indicator)
  }

  /// Whether there is an indicator of a name.
  func hasIndicator(named name: String) -> Bool { indicatorNames.contains(name) }

  /// The further table of a name that says where its rows stand, made where there is none.
  mutating func furtherTable(named name: String) -> Int {
    if let found = furtherTables.firstIndex(where: { $0.name == name && $0.hasSources }) {
      return found
    }
    furtherTables.append(FurtherTable(name: name))
    return furtherTables.count - 1
  }

  /// Puts the headings of a further table in order, if there is one of the name.
  mutating func settleFurtherTable(named name: String, first headings: [String]) {
    for place in furtherTables.indices where furtherTables[place].name == name {
      furtherTables[place].settle(first: headings)
    }
  }
}

extension PlanDraft {
  /// The plan's own sheet of sections, where it has one.
  var sheetOfSections: Int? {
    furtherTables.firstIndex { $0.name == StandardTables.sections.name.en }
  }

  /// How many sections make a table of them; none where a sheet has them all.
  var sectionCount: Int { sheetOfSections == nil ? sections.count : 0 }

  /// Adds the sections that rows name to those of the plan's own sheet of sections, where it has one.
  mutating func joinSheetOfSections() {
    guard let sheet = sheetOfSections else { return }
    let known = Set(furtherTables[sheet].texts(under: "title"))
    for section in sections where !known.contains(section.title) {
      furtherTables[sheet].append(["title": section.title], at: section.place)
    }
    furtherTables[sheet].settle(first: ["title"])
  }
}

/// The roles of listed units: the stated one; of those of plain lists the first leads, unless another is said to, and the
/// others join.
func roles(of units: [ListedUnit]) -> [UnitRole] {
  let hasLead = units.contains { $0.role == .lead }
  let first = hasLead ? nil : units.firstIndex { $0.role == nil }
  return units.enumerated().map { place, unit in unit.role ?? (place == first ? .lead : .joint) }
}
