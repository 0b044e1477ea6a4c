import PlanQLData

/// The projects of a plan in their order, however many they are, and what all of them together tell.
struct ProjectList: Sendable {
  private var store = RecordStore<PlanDraft.Project>()
  private(set) var facts = ProjectFacts()

  var count: Int { store.count }
  var isEmpty: Bool { store.isEmpty }

  /// Why not all of the projects are there.
  var failure: FileError? { store.failure }

  /// Takes what is told of a project that is there already.
  mutating func note(_ later: PlanDraft.Later) { facts.add(later) }

  mutating func append(_ project: PlanDraft.Project) {
    facts.add(project, at: store.count)
    store.append(project)
  }
}

extension ProjectList: Sequence {
  func makeIterator() -> RecordStore<PlanDraft.Project>.Iterator { store.makeIterator() }

  var underestimatedCount: Int { count }

  /// Calls `make` with the projects block by block, on several threads, and `take` with what it gives
  /// in their order.
  func inBlocks<Result>(
    _ make: (_ first: Int, RecordStore<PlanDraft.Project>.Records) -> Result,
    take: (Result) -> Void
  ) { store.inBlocks(make, take: take) }

  /// Whether no two projects have the same name.
  var areNamedApart: Bool {
    let suspects = facts.repeatedNameHashes
    guard !suspects.isEmpty else { return true }
    var seen: Set<String> = []
    for project in self where suspects.contains(project.name.hashValue) {
      guard seen.insert(project.name).inserted else { return false }
    }
    return true
  }

  /// Whether each project has a number, and no other the same.
  var areNumberedApart: Bool {
    guard facts.areNumbered else { return false }
    if facts.areAscending { return true }
    let numbers = compactMap(\.number).sorted()
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 != $1 }
  }
}

/// What projects tell together, gathered one by one.
struct ProjectFacts: Sendable {
  /// The fields of a project that are columns of the table of projects.
  enum Field: Int, CaseIterable {
    case number, code, name, section, category, content, investment, period, nature, status, place
    case units, lead, part
  }

  /// The columns of the tables of what belongs to a project.
  enum Detail: Int {
    case amount, goal, done, invested, status, text, problem, partOfUnits, partOfReport
    case yearOfFund, approved, inPlace, paid
  }

  private(set) var budgets = 0
  private(set) var funds = 0
  private(set) var reports = 0
  /// The first day of the projects' periods, and the last one.
  private(set) var start: Day?
  private(set) var end: Day?
  /// The headings of further columns, and those of what belongs to projects.
  private(set) var extras: Set<String> = []
  private(set) var extrasOfBudgets: Set<String> = []
  private(set) var extrasOfFunds: Set<String> = []
  private(set) var extrasOfReports: Set<String> = []
  /// Whether each project has a number, each is above the one before, and each is its place.
  private(set) var areNumbered = true
  private(set) var areAscending = true
  private(set) var areCounted = true
  private var lastNumber = Int.min
  private var fields: UInt32 = 0
  private var details: UInt32 = 0
  private var nameHashes: [Int] = []

  /// Whether a project has the field.
  func hasField(_ field: Field) -> Bool { fields & 1 << field.rawValue != 0 }

  /// Whether something that belongs to a project has the value.
  func hasDetail(_ detail: Detail) -> Bool { details & 1 << detail.rawValue != 0 }

  /// What names hash to that stand twice, or only seem to.
  fileprivate var repeatedNameHashes: Set<Int> {
    let sorted = nameHashes.sorted()
    return Set(zip(sorted, sorted.dropFirst()).lazy.filter { $0 == $1 }.map { $0.0 })
  }

  mutating func add(_ project: PlanDraft.Project, at place: Int) {
    nameHashes.append(project.name.hashValue)
    addNumber(project.number, at: place)
    addFields(of: project)
    addDetails(of: project)
    for key in project.extras.keys where !extras.contains(key) { extras.insert(key) }
    if let first = project.period?.start { start = Swift.min(start ?? first, first) }
    if let last = project.period?.end { end = Swift.max(end ?? last, last) }
  }

  /// Takes what is told of a project that is there already.
  fileprivate mutating func add(_ later: PlanDraft.Later) {
    if let budget = later.budget {
      budgets += 1
      add(budget)
    }
    if let fund = later.fund {
      funds += 1
      add(fund)
    }
    if let progress = later.progress {
      reports += 1
      add(progress)
    }
  }

  private mutating func addNumber(_ number: Int?, at place: Int) {
    guard let number else {
      areNumbered = false
      return
    }
    areAscending = areAscending && number > lastNumber
    areCounted = areCounted && number == place + 1
    lastNumber = number
  }

  private mutating func addFields(of project: PlanDraft.Project) {
    note(.number, project.number != nil)
    note(.code, project.code != nil)
    note(.name, true)
    note(.section, project.section != nil)
    note(.category, project.category != nil)
    note(.content, project.content != nil)
    note(.investment, project.investment != nil)
    note(.period, project.period != nil)
    note(.nature, project.nature != nil)
    note(Field.status, project.status != nil)
    note(.place, project.place != nil)
    note(.units, !project.units.isEmpty)
    note(.lead, project.statedLead != nil)
    note(.part, project.source.hasPart)
  }

  private mutating func addDetails(of project: PlanDraft.Project) {
    budgets += project.budgets.count
    funds += project.funding.count
    for budget in project.budgets { add(budget) }
    for fund in project.funding { add(fund) }
    note(.partOfUnits, !project.units.isEmpty && project.source.hasPart)
    reports += project.reports.count
    for report in project.reports { add(report) }
  }

  private mutating func add(_ budget: PlanDraft.Budget) {
    note(.amount, budget.amount != nil)
    note(.goal, budget.goal != nil)
    extrasOfBudgets.formUnion(budget.extras.keys)
  }

  private mutating func add(_ fund: PlanDraft.Fund) {
    note(.yearOfFund, fund.year != nil)
    note(.approved, fund.amounts["approved"] != nil)
    note(.inPlace, fund.amounts["in_place"] != nil)
    note(.paid, fund.amounts["paid"] != nil)
    extrasOfFunds.formUnion(fund.extras.keys)
  }

  private mutating func add(_ progress: PlanDraft.Progress) {
    extrasOfReports.formUnion(progress.extras.keys)
    note(.done, progress.done != nil)
    note(.invested, progress.invested != nil)
    note(Detail.status, progress.status != nil)
    note(.text, progress.text != nil)
    note(.problem, progress.problem != nil)
    note(.partOfReport, progress.place.hasPart)
  }

  private mutating func note(_ field: Field, _ isThere: Bool) {
    if isThere { fields |= 1 << field.rawValue }
  }

  private mutating func note(_ detail: Detail, _ isThere: Bool) {
    if isThere { details |= 1 << detail.rawValue }
  }
}

extension ImportPlace {
  /// Whether the document has parts that the number alone does not tell.
  var hasPart: Bool {
    switch part {
    case .lines, .paragraphs: false
    case .sheet, .table: true
    }
  }
}
