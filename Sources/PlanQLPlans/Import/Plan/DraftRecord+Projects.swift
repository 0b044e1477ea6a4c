import PlanQLData

extension PlanDraft.Project: DraftRecord, NumberedRecord {
  static var declaration: TableDeclaration { StandardTables.projects }

  static var columns: [String] {
    [
      "no", "code", "name", "section", "category", "content", "investment", "period", "nature",
      "status", "place", "units", "lead",
    ]
  }

  var origin: ImportPlace? { source }

  func note(in facts: inout TableFacts) {
    facts.note(0, number: number)
    facts.note(1, code != nil)
    facts.note(2, true)
    facts.note(3, section != nil)
    facts.note(4, category != nil)
    facts.note(5, content != nil)
    facts.note(6, investment != nil)
    facts.note(7, period != nil)
    facts.note(8, nature != nil)
    facts.note(9, status != nil)
    facts.note(10, place != nil)
    facts.note(11, units: units, at: source)
    facts.note(12, statedLead != nil)
  }

  func cells(at place: Int, in files: PlanFiles) -> [String?] {
    [
      files.number(of: self, at: place).map { String($0) }, code, name,
      section.map { files.sectionNames[$0] }, category, content, investment?.description,
      period?.description, nature, status, self.place, files.list(units), statedLead,
    ]
  }

  /// With the number that the document gives a project that is counted anew.
  func extras(at place: Int, in files: PlanFiles) -> [String: String] {
    guard let number, number != files.number(of: self, at: place) else { return extras }
    var extras = extras
    extras[PlanFiles.ownNumber] = String(number)
    return extras
  }
}

extension PlanDraft.Budget: DetailRecord {
  static var declaration: TableDeclaration { StandardTables.budgets }
  static var columns: [String] { ["year", "amount", "goal"] }
  static var keptColumns: [Int] { [] }
  static var hasOrigins: Bool { false }
  var origin: ImportPlace? { nil }
  var cells: [String?] { [String(year), amount?.description, goal] }
}

extension PlanDraft.Fund: DetailRecord {
  static var declaration: TableDeclaration { StandardTables.funding }

  static var columns: [String] {
    ["source", "planned", "year", "approved", "in_place", "paid"]
  }

  static var keptColumns: [Int] { [0, 1] }
  static var hasOrigins: Bool { false }
  var origin: ImportPlace? { nil }

  var cells: [String?] {
    [source, amounts["planned"]?.description, year.map { String($0) }]
      + PlanDraft.Fund.stages.dropFirst().map { amounts[$0]?.description }
  }
}

extension PlanDraft.Progress: DetailRecord {
  static var declaration: TableDeclaration { StandardTables.progress }

  static var columns: [String] {
    ["as_of", "done", "invested", "status", "text", "problem"]
  }

  static var keptColumns: [Int] { [0] }
  static var hasOrigins: Bool { true }
  var origin: ImportPlace? { place }

  var cells: [String?] {
    [asOf?.description, done?.description, invested?.description, status, text, problem]
  }
}

extension PlanDraft.Milestone: DraftRecord {
  static var declaration: TableDeclaration { StandardTables.milestones }
  static var columns: [String] { ["project", "name", "due", "done_on"] }
  static var keptColumns: [Int] { [0, 1] }
  var origin: ImportPlace? { place }

  func note(in facts: inout TableFacts) {
    facts.note(2, due != nil)
    facts.note(3, doneOn != nil)
  }

  func cells(at place: Int, in files: PlanFiles) -> [String?] {
    [files.name(of: project), name, due?.description, doneOn?.description]
  }
}
