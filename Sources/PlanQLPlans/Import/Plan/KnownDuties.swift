import PlanQLData

/// How the rows of a table of tasks stand to the duties of the tables before it.
struct KnownDuties {
  private let count: Int
  private let countBeforeDocument: Int
  private let part: ImportPlace.Part
  private let bringsColumns: Bool
  /// The rows that say nothing new, and those that were added to their duties.
  fileprivate(set) var repeated = 0
  fileprivate(set) var joined = 0

  fileprivate init(
    _ table: DocumentTable, _ draft: PlanDraft, part: ImportPlace.Part, countBeforeDocument: Int
  ) {
    self.count = draft.duties.count
    self.countBeforeDocument = countBeforeDocument
    self.part = part
    self.bringsColumns = draft.dutyColumns.lacks(aColumnOf: table.header)
  }

  /// Whether a row may speak of a duty: one of another document or sheet, or one that the table says
  /// something else of than its own does.
  fileprivate func maySpeak(of duty: PlanDraft.Duty, at place: Int) -> Bool {
    guard place < count else { return false }
    if place >= countBeforeDocument, ParallelSheets.are(part, duty.place.part) { return false }
    if bringsColumns || place < countBeforeDocument { return true }
    guard case .sheet = part else { return false }
    return duty.place.part != part
  }
}

extension PlanAssembly {
  /// What a table of tasks is to be held against; nil where less than half of its rows, or of the
  /// duties before it, are said again.
  mutating func knownDuties(of table: DocumentTable) -> KnownDuties? {
    defer { draft.dutyColumns.add(table.header) }
    guard !draft.duties.isEmpty, let subject = table.header.columns.firstIndex(where: \.isSubject)
    else { return nil }
    var index = NamePlaces()
    for (place, duty) in draft.duties.enumerated() {
      index.add(FoldedText(duty.text).unbroken.compact, at: place)
    }
    let known = table.rows.count { index.contains($0.cells[subject].text.unbroken.compact) }
    guard known > 0, known * 2 >= Swift.min(table.rows.count, draft.duties.count) else {
      return nil
    }
    draft.dutyPlaces = index
    return KnownDuties(
      table, draft, part: lines.place(table.headerLine).part, countBeforeDocument: dutiesBefore)
  }

  /// Adds a task to the duty that it says more of, or as one of its own.
  mutating func add(_ duty: PlanDraft.Duty, of table: DocumentTable, line: Int) {
    guard var known = knownDuties,
      let place = draft.dutyPlaces?.onlyPlace(of: FoldedText(duty.text).unbroken.compact),
      let first = draft.duties.record(at: place), known.maySpeak(of: first, at: place),
      let comparison = DutyComparison(first, with: duty)
    else {
      var duty = duty
      duty.section = duty.section ?? sectionOfSheet(table)
      return draft.duties.append(duty)
    }
    for difference in comparison.differences {
      ledger.doubt(
        line,
        ImportMessages.rowsDiffer(difference.heading, difference.first, difference.other))
    }
    if comparison.adds { draft.duties.amend(comparison.merged, at: place) }
    if comparison.adds || !comparison.differences.isEmpty {
      known.joined += 1
    } else {
      known.repeated += 1
    }
    knownDuties = known
  }

  /// Says how many rows of a table speak of tasks that other tables have.
  mutating func noteKnownDuties(_ table: DocumentTable) {
    guard let known = knownDuties else { return }
    knownDuties = nil
    if known.repeated > 0 {
      ledger.doubt(table.headerLine, ImportMessages.rowsRepeated(known.repeated))
    }
    if known.joined > 0 {
      ledger.note(table.headerLine, ImportMessages.rowsJoinDuties(known.joined))
    }
  }
}

/// A task as a table has it beside one of the same text that an earlier table has.
private struct DutyComparison {
  /// The earlier one with the cells that only the other one fills.
  private(set) var merged: PlanDraft.Duty
  private(set) var differences: [(heading: String, first: String, other: String)] = []
  private(set) var adds = false

  /// Compares them; nil where other units answer for the other one, or nothing tells that both are
  /// the same.
  init?(_ first: PlanDraft.Duty, with other: PlanDraft.Duty) {
    merged = first
    let known = Set(first.units.map(\.name))
    let shared = other.units.count { unit in known.contains { UnitNames.areOne($0, unit.name) } }
    let areOthers = shared == 0 && !known.isEmpty && !other.units.isEmpty
    guard !areOthers, first.measure == nil || other.measure == nil || first.measure == other.measure
    else { return nil }
    let isSameDue = first.due != nil && first.due?.description == other.due?.description
    if let before = first.due, let now = other.due, !isSameDue {
      guard shared > 0 else { return nil }
      differences.append(("完成时限", before.description, now.description))
    }
    compareUnits(other.units, shared: shared)
    take(\.due, other)
    take(\.measure, other)
    take(\.closedOn, other)
    compare("status", \.status, other)
    for (heading, text) in other.extras.sorted(by: { $0.key < $1.key }) {
      if let before = first.extras[heading] {
        if before != text { differences.append((heading, before, text)) }
      } else {
        merged.extras[heading] = text
        adds = true
      }
    }
    guard adds || shared > 0 || isSameDue else { return nil }
  }

  private mutating func compareUnits(_ units: [ListedUnit], shared: Int) {
    guard shared < units.count else { return }
    guard merged.units.isEmpty || shared == merged.units.count else {
      let names = [merged.units, units].map { $0.map(\.name).joined(separator: "、") }
      differences.append(("units", names[0], names[1]))
      return
    }
    let further = units.filter { unit in
      !merged.units.contains { UnitNames.areOne($0.name, unit.name) }
    }
    merged.units = PlanAssembly.merged(merged.units, further)
    adds = adds || !further.isEmpty
  }

  private mutating func take<Value>(
    _ field: WritableKeyPath<PlanDraft.Duty, Value?>, _ other: PlanDraft.Duty
  ) {
    guard merged[keyPath: field] == nil, let value = other[keyPath: field] else { return }
    merged[keyPath: field] = value
    adds = true
  }

  private mutating func compare(
    _ heading: String, _ field: WritableKeyPath<PlanDraft.Duty, String?>, _ other: PlanDraft.Duty
  ) {
    if let before = merged[keyPath: field], let now = other[keyPath: field], before != now {
      differences.append((heading, before, now))
    }
    take(field, other)
  }
}
