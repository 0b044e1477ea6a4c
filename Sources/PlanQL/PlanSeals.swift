public import PlanQLPlans

// Sealed revisions.
extension Plan {
  /// Keeps the plan, as its files say it now, as a revision under a seal; with `asIs` the revision is there
  /// already and is only sealed. `tables` restricts what the seal covers, in either spelling.
  ///
  /// A plan knows the revisions that were there when it was loaded: load it anew to query this one. Throws
  /// `SealError`, and `PlanLoadError` for a revision that cannot be loaded.
  ///
  ///     let seal = try Plan(at: "Examples/huaian").seal(as: "2024")
  @discardableResult
  public func seal(
    as name: String, tables: [String]? = nil, asIs: Bool = false
  ) throws -> PlanSeal {
    guard let store else { throw SealError.withoutFiles }
    return try store.seal(as: name, tables: tables, asIs: asIs)
  }

  /// The revisions with a seal, in order.
  public var sealedRevisions: [String] { store?.sealedNames ?? [] }

  /// Holds a sealed revision against its seal, and the plan against the revision. Without a name it is the only
  /// one that is sealed. Throws `SealError`, and `PlanLoadError` for a revision that cannot be loaded.
  ///
  ///     let verification = try plan.verification(of: "approved")
  ///     print(verification.differences.all.count)
  public func verification(of name: String? = nil) throws -> SealVerification {
    guard let store else { throw SealError.withoutFiles }
    return try SealVerification(of: name, in: store, catalog)
  }

  /// Everything in which this plan differs from another state of it, cell by cell, in the tables with these
  /// names, or in all of them. Throws `SealError` for a name that neither has.
  ///
  ///     let differences = try plan.differences(from: plan.revision(named: "approved"))
  public func differences(
    from old: Plan, tables: [String]? = nil
  ) throws -> PlanDifferences {
    try PlanDifferences(from: old.catalog, to: catalog, tables: tables)
  }

  /// This plan with another as its only revision.
  package func beside(_ other: Plan, called name: String) -> Plan {
    Plan(
      catalog: RevisionCatalog.joined(
        catalog, [(name: name, catalog: other.catalog)], names: [name], failures: [:]),
      issues: issues)
  }
}
