package import PlanQLAlgebra
public import PlanQLData
public import PlanQLPlans
package import PlanQLSemantics
public import PlanQLSyntax

/// A plan that is loaded, immutable: its tables, and the queries that can be asked of them.
///
///     let plan = try Plan(at: "Examples/huaian")
///     let result = try plan.compile("projects | summarize sum(investment) by lead").run()
public struct Plan: Sendable {
  package let catalog: Catalog
  /// Warnings and notes of loading.
  public let issues: [LoadIssue]
  /// The revisions of the plan; nil where it has none, as a revision itself.
  let store: RevisionStore?
  /// The files that scripts may use.
  private let files: ScriptFiles
  /// The views that the plan declares for itself.
  let declaredViews: [ViewSettings]

  /// Loads a plan: a folder with `plan.yaml`, a YAML, JSON or SQLite file that holds it all, or a folder or file of
  /// plain tables. Throws `PlanLoadError` with everything that is wrong in it.
  public init(at path: String) throws {
    try self.init(at: [path])
  }

  /// Loads the tables of several folders and files together; one of them may be a plan, whose tables the others add
  /// to. Throws `PlanLoadError` with everything that is wrong in them.
  ///
  ///     let plan = try Plan(at: ["Examples/huaian", "visits.csv", "readings.sqlite"])
  public init(at paths: [String]) throws {
    let loaded = try PlanFolder.load(paths)
    self.catalog = loaded.catalog
    self.issues = loaded.issues
    self.store = RevisionStore(of: loaded)
    self.files = .none
    self.declaredViews = loaded.views
  }

  package init(catalog: Catalog, issues: [LoadIssue] = []) {
    self.init(catalog: catalog, issues: issues, store: nil, files: .none)
  }

  private init(
    catalog: Catalog, issues: [LoadIssue], store: RevisionStore?, files: ScriptFiles,
    views: [ViewSettings] = []
  ) {
    self.files = files
    self.declaredViews = views
    self.catalog = catalog
    self.issues = issues
    self.store = store
  }

  /// The same plan, whose scripts may take definitions from files.
  public func using(_ files: ScriptFiles) -> Plan {
    Plan(catalog: catalog, issues: issues, store: store, files: files, views: declaredViews)
  }

  /// The same scripts over the part of the plan that a view leaves.
  func restricted(to catalog: Catalog) -> Plan {
    Plan(catalog: catalog, issues: [], store: nil, files: files)
  }

  /// The tables with their fields, for hosts that list them.
  public var tables: [TableDefinition] { catalog.tables.map(\.definition) }

  /// The names of the plan's revisions, in order: the folders below `revisions/`.
  public var revisions: [String] { store?.names ?? [] }

  /// A revision as a plan of its own. Throws `PlanLoadError` with everything that is wrong in its folder, and
  /// `PlanQLError` where there is no revision of that name.
  ///
  ///     let grown = try plan.revision(named: "approved").compile("sum(projects.investment)").run()
  public func revision(named name: String) throws -> Plan {
    guard let loaded = try store?.plan(named: name) else {
      let known = revisions
      throw PlanQLError(
        .source,
        LocalizedText(
          en: "the plan has no revision '\(name)'"
            + (known.isEmpty ? ", nor any other" : "; there are: \(known.joined(separator: ", "))"),
          zh: "规划没有名为 '\(name)' 的修订"
            + (known.isEmpty ? "，也没有其他修订" : "；现有：\(known.joined(separator: "、"))")))
    }
    return Plan(catalog: loaded.catalog, issues: loaded.issues)
  }

  /// Says all that is to be said of a source; never throws.
  public func check(_ source: QuerySource) -> [Diagnostic] {
    analyze(source, limits: .standard).diagnostics
  }

  /// Compiles a source that gives one result. Throws `PlanQLError` with all diagnostics.
  public func compile(_ source: QuerySource, limits: Limits = .standard) throws -> Query {
    try Query(report(source, limits: limits))
  }

  /// Compiles a source and proves that each row of its result decodes as the type: names, types, and where a value
  /// may be missing. Throws `PlanQLError`.
  public func compile<Row: Decodable & Sendable>(
    _ source: QuerySource, as row: Row.Type, limits: Limits = .standard
  ) throws -> RowQuery<Row> {
    try RowQuery(compile(source, limits: limits))
  }

  /// Compiles a script with all its parts. Throws `PlanQLError` with all diagnostics.
  public func report(_ source: QuerySource, limits: Limits = .standard) throws -> Report {
    let analysis = analyze(source, limits: limits)
    guard let script = analysis.script else {
      throw PlanQLError(diagnostics: analysis.diagnostics)
    }
    let plan = Plan(
      catalog: analysis.catalog, issues: issues, store: store, files: files, views: declaredViews)
    return Report(
      plan: plan, script: script, sources: analysis.sources, warnings: analysis.diagnostics)
  }

  /// Whether a text is finished input, for shells.
  public static func completeness(of source: String) -> Completeness {
    Parser.completeness(of: source)
  }

  /// What a source means over the plan, with the fields after each of its stages.
  package func analyze(_ source: QuerySource, limits: Limits = .standard) -> Analysis {
    let bytes = Array(source.text.utf8)
    let parsed = Parser.parse(
      bytes, limits: ParseLimits(sourceBytes: limits.sourceBytes), units: catalog.units)
    var bound: [String: (value: Value, type: DataType)] = [:]
    for (place, value) in source.values.enumerated() {
      bound[QuerySource.parameterName(place)] = (value, value.naturalType(catalog))
    }
    let used = UsedFiles(
      of: parsed.script, source: bytes, limits: ParseLimits(sourceBytes: limits.sourceBytes),
      units: catalog.units, finder: files.finder)
    let (checked, catalog) = check(parsed.script, bytes, bound, used)
    let failed = ([parsed] + used.parsed).contains(where: \.hasErrors)
    let diagnostics = ([parsed] + used.parsed).reduce(
      checked.diagnostics(over: catalog)
    ) {
      $1.diagnostics(with: $0)
    }
    return Analysis(
      tree: parsed.script, parses: !parsed.hasErrors, script: failed ? nil : checked.script,
      diagnostics: diagnostics.map { used.sources.placed($0) }, stages: checked.stages,
      names: checked.names, definitions: checked.definitions, catalog: catalog,
      sources: used.sources)
  }

  /// Checks a script against the plan and the revisions that it names, which are loaded as it turns out which.
  private func check(
    _ script: Script, _ source: [UInt8], _ bound: [String: (value: Value, type: DataType)],
    _ files: UsedFiles
  ) -> (CheckResult, Catalog) {
    var wanted: Set<String> = []
    while true {
      let catalog = store?.catalog(with: wanted) ?? catalog
      let checked = Checker.check(
        script, source: source, catalog: catalog, bound: bound, files: files)
      let needed = checked.neededRevisions.subtracting(wanted)
      if needed.isEmpty { return (checked, catalog) }
      wanted.formUnion(needed)
    }
  }
}

/// All that is known of a source without running it.
package struct Analysis: Sendable {
  package let tree: Script
  /// Whether nothing is wrong with the tree itself.
  package let parses: Bool
  /// Nil when there is an error.
  package let script: TypedScript?
  package let diagnostics: [Diagnostic]
  package let stages: [StageFields]
  /// What the name at a place means.
  package let names: [SourceSpan: NameMeaning]
  /// The functions and computed fields that the source defines.
  package let definitions: [DefinitionOutline]
  /// The plan with the revisions that the source names.
  package let catalog: Catalog
  /// The source with the files that it uses.
  package let sources: SourceFiles
}

extension Value {
  /// The type of a value that stands without a declaration.
  fileprivate func naturalType(_ catalog: Catalog) -> DataType {
    switch self {
    case .missing: .missing
    case .bool: .bool
    case .int: .int
    case .number: .number
    case .money: .money(catalog.currency)
    case .text: .text
    case .date: .date
    case .period: .period
    case .duration(_, let unit): .duration(unit)
    case .enumeration: .int
    case .entity(let table, _): .entity(table)
    case .list(let values): .list(values.first?.naturalType(catalog) ?? .missing)
    }
  }
}
