package import PlanQLData

/// What holding a sealed revision against its seal found, and the plan against the revision.
public struct SealVerification: Sendable {
  public let seal: PlanSeal
  /// The tables of the revision that no longer say what was sealed, by their English names.
  public let altered: [String]
  /// What the plan says now that the revision does not, in the tables under the seal.
  public let differences: PlanDifferences

  /// Whether the revision is as it was sealed, and the plan as the revision.
  public var holds: Bool { altered.isEmpty && differences.isEmpty }

  /// Holds a revision against its seal, the only sealed one where none is named.
  package init(of name: String?, in store: RevisionStore, _ current: Catalog) throws {
    let sealed = store.sealedNames
    if name == nil, sealed.count != 1 {
      throw SealError(sealed.isEmpty ? .nothingSealed() : .whichRevision(sealed))
    }
    let seal = try store.seal(of: name ?? sealed[0])
    guard let revision = try store.plan(named: seal.name) else {
      throw SealError(.noRevision(seal.name, store.names))
    }
    let covered = seal.isWhole ? nil : seal.tables.map(\.name)
    let now = try PlanSeal(
      of: revision.catalog, as: seal.name, tables: covered, isOfCopy: seal.isOfCopy)
    self.seal = seal
    self.altered = SealVerification.altered(seal, now)
    self.differences = PlanComparison.differences(
      from: revision.catalog, to: current, tables: covered)
  }

  private static func altered(_ seal: PlanSeal, _ now: PlanSeal) -> [String] {
    let known = seal.tables.map(\.name)
    let names = known + now.tables.map(\.name).filter { !known.contains($0) }
    return names.filter { name in
      seal.tables.first { $0.name == name } != now.tables.first { $0.name == name }
    }
  }
}

extension PlanDifferences {
  /// The differences from one state of a plan to another in the tables with these names, or in all.
  package init(
    from old: Catalog, to new: Catalog, tables: [String]?
  ) throws(SealError) {
    let known =
      (new.ownTables + old.ownTables).map(\.definition.name) + [
        PlainContent.periods, PlainContent.values,
      ]
    var names: [String]?
    if let tables {
      names = []
      for name in tables {
        guard let found = known.first(where: { $0.matches(name) }) else {
          throw SealError(.noTable(name, new.ownTables.map(\.definition.name.en)))
        }
        names?.append(found.en)
      }
    }
    self = PlanComparison.differences(from: old, to: new, tables: names)
  }
}

extension SealError {
  /// A plan that was not loaded from files has no place for a seal.
  package static var withoutFiles: SealError { SealError(.notOnePlan()) }
}
