import Foundation
package import PlanQLData

/// A plan with what its loading has to say.
package struct LoadedPlan: Sendable {
  package let catalog: Catalog
  /// Warnings and notes; a plan with errors is not loaded.
  package let issues: [LoadIssue]
  /// Where its revisions are, and what they take over.
  let origin: PlanOrigin?
  /// The views that it declares.
  package let views: [ViewSettings]
}

/// What the revisions of a plan need of it.
struct PlanOrigin: Sendable {
  /// The folder that holds `revisions/`.
  let folder: String
  let settings: PlanSettings?
  let settingsFile: String?
  /// The files that the plan stands in; none where others are loaded with it.
  let files: [PlanFile]
}

/// Loads plans from folders and files.
package enum PlanFolder {
  /// Loads a folder or a file. With `plan.yaml` in it, or with a title or the like in the file, it is a
  /// plan with the standard tables, filled or not; without, every table has types as its cells have them.
  ///
  /// All that is wrong is found in one go and thrown as one `PlanLoadError`.
  package static func load(_ path: String, threads: Int? = nil) throws -> LoadedPlan {
    try load([path], threads: threads, blockSize: CSVFile.blockSize)
  }

  /// Loads the tables of several folders and files together; one of them may be a plan.
  package static func load(_ paths: [String], threads: Int? = nil) throws -> LoadedPlan {
    try load(paths, threads: threads, blockSize: CSVFile.blockSize)
  }

  /// Whether a folder says that it is a plan.
  package static func isPlan(_ folder: String) -> Bool {
    PlanSettings.fileNames.contains { FileBytes.isFile(folder + "/" + $0) }
  }

  static func load(
    _ paths: [String], threads: Int?, blockSize: Int
  ) throws -> LoadedPlan {
    var loader = PlanLoader(threads: threads, blockSize: blockSize)
    let catalog = loader.load(paths)
    return try loader.finished(catalog)
  }

  /// Loads a revision of a plan: the folder or the file of that name in `revisions/`. What it does not say
  /// of itself is as the plan says, unless it is a copy of the whole plan.
  static func load(
    revision: String, of plan: PlanOrigin, isCopy: Bool
  ) throws(PlanLoadError) -> LoadedPlan {
    var loader = PlanLoader(threads: nil, blockSize: CSVFile.blockSize)
    let catalog = loader.load(revision: revision, of: plan, isCopy: isCopy)
    return try loader.finished(catalog)
  }
}

/// One loading of a plan.
private struct PlanLoader {
  let threads: Int
  let blockSize: Int
  var log = IssueLog()
  var origin: PlanOrigin?
  var views: [ViewSettings] = []

  init(threads: Int?, blockSize: Int) {
    self.threads = Swift.max(1, threads ?? Processors.count)
    self.blockSize = blockSize
  }

  mutating func load(_ paths: [String]) -> Catalog? {
    var tables: [TableFile] = []
    var plan: (part: PlanPart, settings: PlanSettings, file: String)?
    var sole: PlanPart?
    for path in paths {
      var reader = PartReader(prefix: paths.count > 1 ? PartReader.prefix(of: path) : "")
      var part = reader.read(path) ?? PlanPart(folder: path)
      if let settings = part.settings { reader.addDeclared(settings, to: &part) }
      log.append(reader.log)
      tables += part.tables
      sole = part
      guard let settings = part.settings, let file = part.settingsFile else { continue }
      if let other = plan { log.add(.twoPlans(other.file), file: file) }
      plan = (part, settings, file)
    }
    if paths.count == 1 || plan != nil {
      setOrigin(plan?.part ?? sole, paths[0], isAlone: paths.count == 1)
    }
    if tables.isEmpty, plan == nil, !log.hasErrors { log.add(.noPlan, file: paths[0]) }
    views = plan?.settings.views ?? []
    return catalog(tables, plan?.settings, plan?.file)
  }

  private mutating func setOrigin(_ part: PlanPart?, _ path: String, isAlone: Bool) {
    guard let folder = part?.folder ?? (AtomicFile.isFolder(path) ? path : nil) else { return }
    origin = PlanOrigin(
      folder: folder, settings: part?.settings, settingsFile: part?.settingsFile,
      files: isAlone ? part?.files ?? [] : [])
    if RevisionFolders.hasCurrent(in: folder) {
      log.add(.revisionCalledCurrent, file: RevisionFolders.folder)
    }
  }

  /// Loads a folder or a file in `revisions/`, which has the settings of the plan where it has none of
  /// its own, unless it is a copy of the whole plan. Its files go by their paths from the plan's folder.
  mutating func load(revision: String, of plan: PlanOrigin, isCopy: Bool) -> Catalog? {
    let path = "\(plan.folder)/\(RevisionFolders.folder)/\(revision)"
    let prefix = RevisionFolders.folder + "/" + (AtomicFile.isFolder(path) ? revision + "/" : "")
    var reader = PartReader(prefix: prefix)
    guard var part = reader.read(path) else {
      log.append(reader.log)
      return nil
    }
    if part.tables.isEmpty, part.settings == nil {
      reader.log.add(.emptyRevision(revision), file: prefix)
    }
    var settings = part.settings
    let inherited = isCopy ? nil : plan.settings
    if part.settings != nil || inherited != nil {
      settings = (part.settings ?? PlanSettings()).inheriting(
        inherited ?? PlanSettings(), folder: prefix)
    }
    if let settings { reader.addDeclared(settings, to: &part) }
    log.append(reader.log)
    let isOwn = isCopy || part.settings?.tables.isEmpty == false
    let declaring = isOwn ? part.settingsFile : plan.settingsFile
    return catalog(part.tables, settings, declaring ?? part.settingsFile)
  }

  /// The plan, or all that is wrong with it.
  func finished(_ catalog: Catalog?) throws(PlanLoadError) -> LoadedPlan {
    guard let catalog, !log.hasErrors else {
      throw PlanLoadError(issues: log.sorted(), unlisted: log.unlisted)
    }
    return LoadedPlan(
      catalog: catalog, issues: log.sorted(), origin: origin, views: views)
  }
}

// Tables.
extension PlanLoader {
  private mutating func catalog(
    _ files: [TableFile], _ settings: PlanSettings?, _ settingsFile: String?
  ) -> Catalog? {
    let declarations =
      if let settings, let settingsFile {
        PlanDeclarations(settings, settingsFile: settingsFile, files: files, log: &log).tables
      } else {
        PlanDeclarations.plain(files, log: &log)
      }
    let context = LoadingContext(
      settingsFile: settingsFile, moneyUnit: settings?.moneyUnit,
      currency: settings?.currency ?? .yuan, units: settings?.measures ?? .standard,
      periods: settings?.periods ?? [], threads: threads)
    let drafts = declarations.map { draft($0, files, context, settings) }
    // What links to a broken table cannot be told from what is wrong by itself.
    guard !log.hasErrors || drafts.allSatisfy({ !$0.isBroken }) else { return nil }
    let place = settingsFile ?? ""
    let resolver = LinkResolver(drafts, settings: settings, settingsFile: place)
    log.append(resolver.log)
    let checks = TableChecks(resolver.tables, settingsFile: place)
    log.append(checks.log)
    var asOf: Day?
    if case .date(let day)? = settings?.record["as_of"] { asOf = day }
    let stored = YearlyAmounts.derived(in: checks.tables.map { $0.stored() })
    return Catalog(
      tables: stored,
      namedPeriods: settings?.periods ?? [],
      asOf: asOf, language: settings?.language ?? PlanLoader.language(of: stored),
      moneyUnit: settings?.moneyUnit,
      currency: settings?.currency ?? .yuan, units: settings?.measures,
      fiscalYear: settings?.fiscalYear ?? .calendar)
  }

  /// The language of tables without a plan: English where all their names are in Latin letters.
  private static func language(of tables: [StoredTable]) -> Language {
    let names = tables.flatMap { [$0.definition.name] + $0.definition.fields.map(\.name) }
    return names.allSatisfy { $0.zh.utf8.allSatisfy { $0 < 0x80 } } ? .en : .zh
  }

  private mutating func draft(
    _ declaration: TableDeclaration, _ files: [TableFile], _ context: LoadingContext,
    _ settings: PlanSettings?
  ) -> TableDraft {
    if declaration.isStandard, declaration.name == StandardTables.plan.name, let settings {
      return PlanLoader.record(declaration, settings, context)
    }
    guard let name = declaration.file else { return TableDraft(empty: declaration) }
    guard let file = files.first(where: { $0.name == name }),
      let cells = file.cells(blockSize: blockSize, threads: threads, log: &log)
    else {
      var draft = TableDraft(empty: declaration)
      draft.isBroken = true
      return draft
    }
    return TableReader.read(declaration, cells: cells, context: context, log: &log)
  }

  /// The one record of the plan itself.
  private static func record(
    _ declaration: TableDeclaration, _ settings: PlanSettings, _ context: LoadingContext
  ) -> TableDraft {
    let fields = declaration.fields.map { field in
      FieldDraft(
        declaration: field,
        values: Column(
          type: field.emptyType, values: [settings.record[field.name.en] ?? .missing]))
    }
    return TableDraft(
      declaration: declaration, fields: fields, count: 1,
      sources: context.settingsFile.map {
        RowSources(file: $0, lines: [1], fieldLines: settings.recordLines)
      }, cells: nil)
  }
}
