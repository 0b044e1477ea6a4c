import PlanQLData

extension PlanDraft.Duty: DraftRecord, NumberedRecord {
  static var declaration: TableDeclaration { StandardTables.duties }

  static var columns: [String] {
    [
      "measure", "no", "text", "kind", "recurrence", "units", "due", "status", "closed_on",
      "section",
    ]
  }

  static var keptColumns: [Int] { [1, 2, 3] }
  var origin: ImportPlace? { place }

  func note(in facts: inout TableFacts) {
    facts.note(0, measure != nil)
    facts.note(1, number: number)
    facts.note(4, recurrence != nil)
    facts.note(5, units: units, at: place)
    facts.note(6, due != nil)
    facts.note(7, status != nil)
    facts.note(8, closedOn != nil)
    facts.note(9, section != nil)
  }

  func cells(at place: Int, in files: PlanFiles) -> [String?] {
    [
      measure.map { files.measureNames[$0] }, files.number(of: self, at: place), text,
      kind.rawValue, recurrence?.rawValue, files.list(units), due?.description, status,
      closedOn?.description, section.map { files.sectionNames[$0] },
    ]
  }

  /// With the number that the document gives a duty that is counted anew.
  func extras(at place: Int, in files: PlanFiles) -> [String: String] {
    guard let number, files.areDutiesCountedAnew else { return extras }
    var extras = extras
    extras[PlanFiles.ownNumber] = String(number)
    return extras
  }
}

extension PlanDraft.Indicator: DraftRecord, NumberedRecord {
  static var declaration: TableDeclaration { StandardTables.indicators }

  static var columns: [String] {
    [
      "no", "name", "domain", "measured_in", "attribute", "direction", "baseline",
      "baseline_year", "target", "target_year", "target_text", "comparator", "units",
    ]
  }

  static var keptColumns: [Int] { [0, 1] }
  var origin: ImportPlace? { place }

  func note(in facts: inout TableFacts) {
    facts.note(0, number: number)
    facts.note(2, domain != nil)
    facts.note(3, measuredIn != nil)
    facts.note(4, attribute != nil)
    facts.note(5, direction != nil)
    facts.note(6, baseline != nil)
    facts.note(7, baselineYear != nil)
    facts.note(8, target != nil)
    facts.note(9, targetYear != nil)
    facts.note(10, targetText != nil)
    facts.note(11, comparator != nil)
    facts.note(12, units: units, at: place)
  }

  func cells(at place: Int, in files: PlanFiles) -> [String?] {
    [
      files.number(of: self, at: place), name, domain, measuredIn, attribute, direction,
      baseline?.description, baselineYear.map { String($0) }, target?.description,
      targetYear.map { String($0) }, targetText, comparator, files.list(units),
    ]
  }
}
