import Foundation
import PlanQLData

/// What a path offers: tables, and perhaps what a plan says of itself.
struct PlanPart {
  var tables: [TableFile] = []
  /// Nil where the tables are taken as they stand.
  var settings: PlanSettings?
  /// What messages call the file that the settings stand in.
  var settingsFile: String?
  /// The folder of the plan, where its files and its revisions are looked for.
  var folder: String
  /// The files that all of it is read from.
  var files: [PlanFile] = []
}

/// A file of a plan.
struct PlanFile: Sendable {
  /// Its path from the folder of the plan; that of a plan in one file is as a folder has it: `plan.yaml`.
  let name: String
  let path: String
}

/// Finds out what a folder or a file offers.
struct PartReader {
  /// What stands before the names of files in messages and citations.
  let prefix: String
  var log = IssueLog()

  init(prefix: String = "") {
    self.prefix = prefix
  }

  /// Reads a path; nil where nothing can be read of it, which is then reported.
  mutating func read(_ path: String) -> PlanPart? {
    if AtomicFile.isFolder(path) { return readFolder(path) }
    let (folder, name) = PartReader.parts(of: path)
    if PlanSettings.fileNames.contains(name) { return readFolder(folder) }
    var part = PlanPart(folder: folder)
    switch FileFormat(ofFile: name) ?? (FileFormat.hasEnding(name) ? nil : .csv) {
    case .csv, .tree(.jsonLines): add(name, path, to: &part)
    case .tree(let format): readDocument(name, path, format, as: &part)
    case .sqlite: readDatabase(name, path, as: &part)
    case nil: log.add(.unknownFormat, file: prefix + name)
    }
    return part
  }

  /// What stands before the names of the files at a path, where several paths are read.
  static func prefix(of path: String) -> String {
    if AtomicFile.isFolder(path) { return path.hasSuffix("/") ? path : path + "/" }
    let (_, name) = parts(of: path)
    return String(path.dropLast(name.count))
  }

  /// The folder and the name of a file.
  static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Reads a file that may be a plan of its own.
  private mutating func readDocument(
    _ name: String, _ path: String, _ format: TreeFormat, as part: inout PlanPart
  ) {
    let file = prefix + name
    guard let content = TreeContent.read(path, as: file, format, log: &log) else { return }
    guard content.isPlan, let root = content.rest else {
      part.files.append(PlanFile(name: name, path: path))
      return add(content, file: file, to: &part, isNamed: true)
    }
    part.settings = SettingsReader.read(root, file: file, log: &log)
    part.settingsFile = file
    part.files.append(PartReader.solePlan(name, path))
    addTables(of: content, file: file, to: &part)
  }

  /// The file that is a plan of its own.
  private static func solePlan(_ name: String, _ path: String) -> PlanFile {
    let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    let known = PlanSettings.fileNames.first { $0.hasSuffix(ending) }
    return PlanFile(
      name: known ?? (FileFormat(ofFile: name) == .sqlite ? "plan.sqlite" : name), path: path)
  }
}

// SQLite files.
extension PartReader {
  /// Reads a file that may be a plan of its own: one with a table of the plan itself.
  private mutating func readDatabase(_ name: String, _ path: String, as part: inout PlanPart) {
    guard let database = SQLiteFile(path, as: prefix + name, log: &log) else { return }
    let plan = database.tables.first { StandardTables.plan.name.matches($0.name) }
    if part.files.isEmpty {
      part.files.append(
        plan == nil ? PlanFile(name: name, path: path) : PartReader.solePlan(name, path))
    }
    addTables(of: database, but: plan, to: &part)
    guard let plan, let records = database.records(of: plan, log: &log) else { return }
    let file = database.name(of: plan)
    part.settingsFile = file
    guard records.rowCount <= 1 else {
      return log.add(.severalPlans(records.rowCount), file: file)
    }
    let root = PlanRecord.root(of: records, file: file, log: &log)
    part.settings = SettingsReader.read(root, file: file, log: &log)
  }

  private func addTables(of database: SQLiteFile, but plan: SQLiteTable?, to part: inout PlanPart) {
    for table in database.tables where table.name != plan?.name {
      part.tables.append(
        TableFile(
          name: database.name(of: table), table: NameText.normalized(table.name),
          content: .sqlite(database, table)))
    }
  }
}

// Folders.
extension PartReader {
  /// Adds the files below the folder that the settings of tables name, besides those in it.
  mutating func addDeclared(_ settings: PlanSettings, to part: inout PlanPart) {
    for case let file? in settings.tables.map(\.file) {
      // What lies outside the folder is none of the plan's files.
      guard let name = PartReader.withoutPrefix(file, prefix),
        !name.split(separator: "/").contains(".."),
        !part.tables.contains(where: { $0.isCalled(file) })
      else { continue }
      // The last part may be a table in the file that is named before it.
      let (outer, _) = PartReader.parts(of: name)
      for name in [name, outer] where FileBytes.isFile(part.folder + "/" + name) {
        add(name, part.folder + "/" + name, to: &part)
        break
      }
    }
  }

  private static func withoutPrefix(_ file: String, _ prefix: String) -> String? {
    file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : nil
  }

  private mutating func readFolder(_ path: String) -> PlanPart? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path).sorted() else {
      log.add(.noPlan, file: prefix.isEmpty ? path : prefix)
      return nil
    }
    var part = PlanPart(folder: path)
    let settingsFiles = PlanSettings.fileNames.filter(names.contains)
    for other in settingsFiles.dropFirst() {
      log.add(.twoSettings(settingsFiles[0]), file: prefix + other)
    }
    if let name = settingsFiles.first { readSettings(name, path + "/" + name, as: &part) }
    for name in names
    where !name.hasPrefix(".") && !settingsFiles.contains(name)
      && !AtomicFile.isFolder(path + "/" + name)
    {
      if FileFormat(ofFile: name) != nil {
        add(name, path + "/" + name, to: &part)
      } else if FileFormat.isOtherData(name) {
        log.add(.unreadFile(name), file: prefix + name)
      }
    }
    return part
  }

  /// Reads what a plan says of itself, with the tables that stand beside.
  private mutating func readSettings(_ name: String, _ path: String, as part: inout PlanPart) {
    let file = prefix + name
    part.settings = PlanSettings()
    part.settingsFile = file
    part.files.append(PlanFile(name: name, path: path))
    guard case .tree(let format)? = FileFormat(ofFile: name) else {
      return readDatabase(name, path, as: &part)
    }
    guard let content = TreeContent.read(path, as: file, format, log: &log) else { return }
    guard let root = content.rest else { return log.add(.wantsMapping(name), file: file) }
    part.settings = SettingsReader.read(root, file: file, log: &log)
    addTables(of: content, file: file, to: &part)
  }

  /// Adds the tables of a file of a folder.
  private mutating func add(_ name: String, _ path: String, to part: inout PlanPart) {
    let file = prefix + name
    part.files.append(PlanFile(name: name, path: path))
    switch FileFormat(ofFile: name) ?? .csv {
    case .csv: add(file, .csv(path: path), to: &part)
    case .tree(.jsonLines): add(file, .lines(path: path), to: &part)
    case .tree(let format):
      guard let content = TreeContent.read(path, as: file, format, log: &log) else { return }
      add(content, file: file, to: &part, isNamed: false)
    case .sqlite:
      guard SQLiteFile.isMeant(name) || SQLiteFile.isLikely(path) else {
        return log.add(.unreadFile(name), file: file)
      }
      guard let database = SQLiteFile(path, as: file, log: &log) else { return }
      addTables(of: database, but: nil, to: &part)
    }
  }

  private func add(_ file: String, _ content: TableFile.Content, to part: inout PlanPart) {
    part.tables.append(
      TableFile(name: file, table: TableFile.tableName(of: file), content: content))
  }

  /// Adds the tables of a document that is no plan; says what else is in it.
  private mutating func add(
    _ content: TreeContent, file: String, to part: inout PlanPart, isNamed: Bool
  ) {
    if content.tables.isEmpty {
      return log.add(isNamed ? .noTableInFile : .unreadDocument, file: file)
    }
    addTables(of: content, file: file, to: &part)
    for entry in content.rest?.mapping ?? [] {
      log.add(
        .unreadEntry(entry.key), file: file, line: entry.place.line, column: entry.place.column)
    }
  }

  private func addTables(of content: TreeContent, file: String, to part: inout PlanPart) {
    guard content.rest != nil else {
      for table in content.tables { add(file, .records(table.records), to: &part) }
      return
    }
    for table in content.tables {
      part.tables.append(
        TableFile(
          name: file + "/" + table.name, table: table.name, content: .records(table.records)))
    }
  }
}
