import Foundation
package import PlanQLData

/// A plan with what its loading has to say.
package struct LoadedPlan: Sendable {
  package let catalog: Catalog
  /// Warnings and notes; a plan with errors is not loaded.
  package let issues: [LoadIssue]
}

/// Loads plans from folders of tables.
package enum PlanFolder {
  /// Loads a folder, or a single table. With `plan.yaml` in it, or named by itself, the folder is a
  /// plan with the standard tables, filled or not; without, every file is a table with types as its
  /// cells have them.
  ///
  /// All that is wrong is found in one go and thrown as one `PlanLoadError`.
  package static func load(_ path: String, threads: Int? = nil) throws -> LoadedPlan {
    try load(path, threads: threads, blockSize: CSVFile.blockSize)
  }

  /// Loads a revision of the plan in a folder: the folder of that name below `revisions/`. What its own `plan.yaml`
  /// does not say, or all where it has none, is as the plan's says.
  static func load(_ path: String, revision: String) throws(PlanLoadError) -> LoadedPlan {
    var loader = PlanLoader(
      threads: Swift.max(1, ProcessInfo.processInfo.activeProcessorCount),
      blockSize: CSVFile.blockSize)
    let catalog = loader.load(path, revision: revision)
    return try loader.finished(catalog)
  }

  static func load(_ path: String, threads: Int?, blockSize: Int) throws -> LoadedPlan {
    var loader = PlanLoader(
      threads: Swift.max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount),
      blockSize: blockSize)
    let catalog = loader.load(path)
    return try loader.finished(catalog)
  }
}

/// One loading of a plan.
private struct PlanLoader {
  let threads: Int
  let blockSize: Int
  var log = IssueLog()

  mutating func load(_ path: String) -> Catalog? {
    guard AtomicFile.isFolder(path) else { return loadFile(path) }
    if RevisionFolders.hasCurrent(in: path) {
      log.add(.revisionCalledCurrent, file: RevisionFolders.folder)
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      log.add(.noPlan, file: path)
      return nil
    }
    let files = names.filter(PlanLoader.isTable)
    for name in names where PlanLoader.isOtherData(name) {
      log.add(.unreadFile(name), file: name)
    }
    guard let settingsFile = PlanSettings.fileNames.first(where: names.contains) else {
      if files.isEmpty { log.add(.noPlan, file: path) }
      return catalog(PlanDeclarations.plain(files: files), in: path, settings: nil, nil)
    }
    guard let bytes = read(settingsFile, in: path) else { return nil }
    let settings = SettingsReader.read(bytes, file: settingsFile, log: &log)
    let declarations = PlanDeclarations(
      settings, settingsFile: settingsFile, files: declaredFiles(settings, files, in: path),
      log: &log)
    return catalog(declarations.tables, in: path, settings: settings, settingsFile)
  }

  /// Loads a folder below `revisions/`. Its files go by their paths from the plan's folder.
  mutating func load(_ path: String, revision: String) -> Catalog? {
    let folder = "\(RevisionFolders.folder)/\(revision)/"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()) ?? []
    let files = names.filter(PlanLoader.isTable).map { folder + $0 }
    for name in names where PlanLoader.isOtherData(name) {
      log.add(.unreadFile(name), file: folder + name)
    }
    let own = PlanSettings.fileNames.first(where: names.contains).map { folder + $0 }
    if files.isEmpty && own == nil { log.add(.emptyRevision(revision), file: folder) }
    let plans = PlanSettings.fileNames.first {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
    guard let settingsFile = own ?? plans else {
      return catalog(PlanDeclarations.plain(files: files), in: path, settings: nil, nil)
    }
    guard let (settings, declaring) = settings(own, plans, of: folder, in: path) else { return nil }
    let declarations = PlanDeclarations(
      settings, settingsFile: declaring ?? settingsFile,
      files: declaredFiles(settings, files, in: path), log: &log)
    return catalog(
      declarations.tables, in: path, settings: settings, declaring ?? settingsFile)
  }

  /// What a revision says, and besides what its plan says; with the file that declares its tables.
  private mutating func settings(
    _ own: String?, _ plans: String?, of folder: String, in path: String
  ) -> (PlanSettings, String?)? {
    var settings = PlanSettings()
    if let own {
      guard let bytes = read(own, in: path) else { return nil }
      settings = SettingsReader.read(bytes, file: own, log: &log)
    }
    let declaring = settings.tables.isEmpty ? plans : own
    var base = PlanSettings()
    if let plans, let bytes = read(plans, in: path) {
      // What there is to say of the plan's own settings was said when the plan was loaded.
      var unheard = IssueLog()
      base = SettingsReader.read(bytes, file: plans, log: &unheard)
    }
    return (settings.inheriting(base, folder: folder), declaring)
  }

  /// The plan, or all that is wrong with it.
  func finished(_ catalog: Catalog?) throws(PlanLoadError) -> LoadedPlan {
    guard let catalog, !log.hasErrors else {
      throw PlanLoadError(issues: log.sorted(), unlisted: log.unlisted)
    }
    return LoadedPlan(catalog: catalog, issues: log.sorted())
  }

  /// Loads a single table, or the folder of a `plan.yaml`.
  private mutating func loadFile(_ path: String) -> Catalog? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.contains("/") ? String(path.dropLast(name.count)) : "."
    if PlanSettings.fileNames.contains(name) { return load(folder.isEmpty ? "/" : folder) }
    return catalog(PlanDeclarations.plain(files: [name]), in: folder, settings: nil, nil)
  }

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    return !name.hasPrefix(".") && (name.hasSuffix(".csv") || name.hasSuffix(".tsv"))
  }

  /// Whether a file looks like data that nobody reads.
  private static func isOtherData(_ name: String) -> Bool {
    let endings = [".json", ".jsonl", ".xlsx", ".xls", ".sqlite", ".db", ".parquet"]
    return !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
  }

  /// The files of the folder, and those below it that the settings name.
  private func declaredFiles(
    _ settings: PlanSettings, _ files: [String], in folder: String
  ) -> [String] {
    let named = settings.tables.compactMap(\.file).filter {
      !files.contains($0) && FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
    return files + named
  }

  private mutating func read(_ file: String, in folder: String) -> [UInt8]? {
    do throws(FileError) {
      return try FileBytes.read(folder + "/" + file)
    } catch {
      log.add(.unreadable(error), file: file)
      return nil
    }
  }

  private mutating func catalog(
    _ declarations: [TableDeclaration], in folder: String, settings: PlanSettings?,
    _ settingsFile: String?
  ) -> Catalog? {
    let context = LoadingContext(
      settingsFile: settingsFile, moneyUnit: settings?.moneyUnit,
      currency: settings?.currency ?? .yuan, units: settings?.measures ?? .standard,
      threads: threads, blockSize: blockSize)
    var drafts: [TableDraft] = []
    for declaration in declarations {
      drafts.append(draft(declaration, in: folder, context, settings))
    }
    // What links to a broken table cannot be told from what is wrong by itself.
    guard !log.hasErrors || drafts.allSatisfy({ !$0.isBroken }) else { return nil }
    let resolver = LinkResolver(
      drafts, settings: settings, settingsFile: settingsFile ?? folder)
    log.append(resolver.log)
    let checks = TableChecks(resolver.tables, settingsFile: settingsFile ?? folder)
    log.append(checks.log)
    var asOf: Day?
    if case .date(let day)? = settings?.record["as_of"] { asOf = day }
    return Catalog(
      tables: YearlyAmounts.derived(in: checks.tables.map { $0.stored() }),
      namedPeriods: settings?.periods ?? [],
      asOf: asOf, language: settings?.language ?? .zh, moneyUnit: settings?.moneyUnit,
      currency: settings?.currency ?? .yuan, units: settings?.measures,
      fiscalYear: settings?.fiscalYear ?? .calendar)
  }

  private mutating func draft(
    _ declaration: TableDeclaration, in folder: String, _ context: LoadingContext,
    _ settings: PlanSettings?
  ) -> TableDraft {
    if declaration.isStandard, declaration.name == StandardTables.plan.name, let settings {
      return PlanLoader.record(declaration, settings, context)
    }
    guard let file = declaration.file else { return TableDraft(empty: declaration) }
    guard let bytes = read(file, in: folder),
      let draft = TableReader.read(
        declaration, bytes: bytes, name: file, context: context, log: &log)
    else {
      var draft = TableDraft(empty: declaration)
      draft.isBroken = true
      return draft
    }
    return draft
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
      sources: context.settingsFile.map { RowSources(file: $0, lines: [1]) }, file: nil)
  }
}
