import PlanQLData

/// A project as a table has it beside one of the same name that an earlier table has: what both say
/// alike, what they say otherwise, and the project with the cells of both.
struct ProjectComparison {
  /// What the two say otherwise.
  struct Difference {
    let kind: Aspect
    let first: String
    let other: String
  }

  /// What is compared.
  enum Aspect: Hashable {
    case code, investment, place, units, content, period, category, nature, status
    case extra(String)
  }

  /// The earlier project with the cells that only the other one fills.
  private(set) var merged: PlanDraft.Project
  private(set) var differences: [Difference] = []
  /// Whether the other one fills a cell that the earlier one does not.
  private(set) var adds = false
  /// How many telling cells both fill alike.
  private(set) var agreements = 0
  /// Whether both have the same number in their tables.
  private let haveOneNumber: Bool

  /// Compares a project with an earlier one of the same name.
  init(_ first: PlanDraft.Project, with other: PlanDraft.Project) {
    merged = first
    haveOneNumber = first.number != nil && first.number == other.number
    compare(.code, \.code, other)
    compareInvestment(other)
    compare(.place, \.place, other)
    compareUnits(other)
    compare(.content, \.content, other)
    comparePeriod(other)
    compare(.category, \.category, other)
    compare(.nature, \.nature, other)
    compare(.status, \.status, other)
    for (heading, text) in other.extras.sorted(by: { $0.key < $1.key }) {
      compareExtra(heading, text)
    }
    merged.section = merged.section ?? other.section
  }

  /// Whether another project must be meant: it has another code, cost, place or other units, or
  /// other content where nothing else speaks for its being the same.
  var areOthers: Bool {
    differences.contains { difference in
      switch difference.kind {
      case .code, .investment, .place, .units: true
      case .content, .period, .category, .nature, .extra: agreements == 0 && !haveOneNumber
      case .status: false
      }
    }
  }
}

extension ProjectComparison {
  private mutating func compare(
    _ aspect: Aspect, _ field: WritableKeyPath<PlanDraft.Project, String?>,
    _ other: PlanDraft.Project
  ) {
    guard let text = other[keyPath: field] else { return }
    guard let known = merged[keyPath: field] else {
      merged[keyPath: field] = text
      adds = true
      return
    }
    guard ProjectComparison.plain(known) != ProjectComparison.plain(text) else {
      if [.code, .place, .content].contains(aspect) { agreements += 1 }
      return
    }
    differences.append(Difference(kind: aspect, first: known, other: text))
  }

  private mutating func compareInvestment(_ other: PlanDraft.Project) {
    guard let amount = other.investment else { return }
    guard let known = merged.investment else {
      merged.investment = amount
      adds = true
      return
    }
    if known.isEqual(to: amount) {
      agreements += 1
    } else {
      differences.append(
        Difference(kind: .investment, first: known.description, other: amount.description))
    }
  }

  private mutating func comparePeriod(_ other: PlanDraft.Project) {
    guard let period = other.period else { return }
    guard let known = merged.period else {
      merged.period = period
      adds = true
      return
    }
    guard known.description != period.description else { return }
    differences.append(
      Difference(kind: .period, first: known.description, other: period.description))
  }

  /// Units of other roles, and those beyond all that are known, are added; others are a difference.
  private mutating func compareUnits(_ other: PlanDraft.Project) {
    let known = Set(merged.units.map(\.name))
    let further = other.units.filter { unit in
      !known.contains { UnitNames.areOne($0, unit.name) }
    }
    if further.count < other.units.count { agreements += 1 }
    guard !further.isEmpty else { return }
    let others = Set(other.units.map(\.name))
    let roles = Set(merged.units.map(\.role))
    let areOfOtherRoles = further.allSatisfy { !roles.contains($0.role) }
    guard merged.units.isEmpty || areOfOtherRoles || known.isSubset(of: others) else {
      differences.append(
        Difference(
          kind: .units, first: ProjectComparison.names(merged.units),
          other: ProjectComparison.names(other.units)))
      return
    }
    merged.units = PlanAssembly.merged(merged.units, further)
    merged.statedLead = merged.statedLead ?? other.statedLead
    adds = true
  }

  private mutating func compareExtra(_ heading: String, _ text: String) {
    guard let known = merged.extras[heading] else {
      merged.extras[heading] = text
      adds = true
      return
    }
    guard ProjectComparison.plain(known) != ProjectComparison.plain(text) else { return }
    differences.append(Difference(kind: .extra(heading), first: known, other: text))
  }

  private static func plain(_ text: String) -> String { FoldedText(text).unbroken.compact }

  private static func names(_ units: [ListedUnit]) -> String {
    units.map(\.name).joined(separator: "、")
  }
}

extension ProjectComparison.Aspect {
  /// The heading of a table's column that says it.
  func heading(in header: TableHeader) -> String {
    if case .extra(let heading) = self { return heading }
    let found = header.columns.first { column in
      switch (self, column.kind) {
      case (.code, .code), (.investment, .investment), (.place, .place), (.units, .units),
        (.content, .content), (.category, .category), (.nature, .nature), (.status, .status),
        (.period, .period), (.period, .due), (.period, .periodStart), (.period, .periodEnd):
        true
      case (.code, _), (.investment, _), (.place, _), (.units, _), (.content, _), (.category, _),
        (.nature, _), (.status, _), (.period, _), (.extra, _):
        false
      }
    }
    return found?.heading ?? header.columns.first { $0.kind == .number }?.heading ?? ""
  }
}
