import PlanQLData

/// The formats that tables are read from. To add one, add its case, and the file that reads it.
enum FileFormat: Hashable {
  case csv
  case tree(TreeFormat)
  case sqlite

  /// Every format with the endings of its files.
  static let all: [(format: FileFormat, endings: [String])] = [
    (.csv, ["csv", "tsv"]), (.tree(.json), ["json"]),
    (.tree(.jsonLines), ["jsonl", "ndjson"]), (.tree(.yaml), ["yaml", "yml"]),
    (.sqlite, ["sqlite", "sqlite3", "db", "db3"]),
  ]

  /// The format of a file by the ending of its name.
  init?(ofFile name: String) {
    guard let ending = FileFormat.ending(of: name),
      let known = FileFormat.all.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = known.format
  }

  /// Whether a file in the format may hold a whole plan.
  var mayHoldPlan: Bool {
    switch self {
    case .csv, .tree(.jsonLines): false
    case .tree(.json), .tree(.yaml), .sqlite: true
    }
  }

  /// Whether the name of a file says something of its format; what comes from a pipe has none, and is CSV.
  static func hasEnding(_ name: String) -> Bool { ending(of: name) != nil }

  /// Whether a file looks like data in a format that nobody reads.
  static func isOtherData(_ name: String) -> Bool {
    ["xlsx", "xls", "ods", "parquet", "arrow"].contains(ending(of: name) ?? "")
  }

  private static func ending(of name: String) -> String? {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }
}

/// The formats of nested values.
enum TreeFormat: Hashable {
  case json, jsonLines, yaml
}

/// A table that a file of the plan offers, read or not.
struct TableFile {
  /// What `plan.yaml` calls it: the file, and the table in it where it holds several: `data.json/projects`.
  let name: String
  /// The name of its table: that of the file without its ending, or of the table in it.
  let table: String
  let content: Content

  enum Content {
    /// A file of delimited text, still to be read.
    case csv(path: String)
    /// A file of records, one a line, still to be read.
    case lines(path: String)
    case records(RecordTable)
    case sqlite(SQLiteFile, SQLiteTable)
  }

  /// Whether `plan.yaml` means this file, or a table in it, by a name.
  func isCalled(_ text: String) -> Bool { name == text || name.hasPrefix(text + "/") }

  /// The name of the table that a file is: `projects` for `lists/projects.csv`.
  static func tableName(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return NameText.normalized(name)
    }
    return NameText.normalized(String(name[..<dot]))
  }
}

extension TableFile {
  /// The cells of the table; nil where the file cannot be read, which is then reported.
  func cells(blockSize: Int, threads: Int, log: inout IssueLog) -> (any TableCells)? {
    switch content {
    case .records(let records): return records
    case .sqlite(let file, let table): return file.records(of: table, log: &log)
    case .csv(let path):
      guard let content = FileContent.open(path, as: name, log: &log) else { return nil }
      return CSVFile(
        name: name, content: content, blockSize: blockSize, threads: threads, log: &log)
    case .lines(let path):
      return TreeContent.read(path, as: name, .jsonLines, log: &log)?.tables.first?.records
    }
  }
}

extension FileContent {
  /// Opens a file; nil where it cannot be read, which is then reported under a name.
  static func open(
    _ path: String, as name: String, wholeSize: Int = FileContent.wholeSize, log: inout IssueLog
  ) -> FileContent? {
    do throws(FileError) {
      return try FileContent(opening: path, wholeSize: wholeSize)
    } catch {
      log.add(.unreadable(error), file: name)
      return nil
    }
  }
}

extension TreeContent {
  /// Reads a document from a file; nil where it cannot be read, which is then reported.
  static func read(
    _ path: String, as name: String, _ format: TreeFormat, log: inout IssueLog
  ) -> TreeContent? {
    guard var content = FileContent.open(path, as: name, wholeSize: .max, log: &log),
      TextEncoding.check(&content, name: name, threads: 1, log: &log)
    else { return nil }
    return read(content.bytes, as: name, format, log: &log)
  }

  /// Reads a document from bytes that are UTF-8.
  static func read(
    _ bytes: [UInt8], as name: String, _ format: TreeFormat, log: inout IssueLog
  ) -> TreeContent? {
    var reading = TreeReading(
      file: name, table: TableFile.tableName(of: name),
      keepsPlaces: bytes.count <= FileContent.wholeSize)
    defer { log.append(reading.log) }
    switch format {
    case .json:
      var tokens = JSONTokens(bytes)
      return reading.read(&tokens)
    case .jsonLines:
      var tokens = JSONTokens(bytes)
      return reading.readLines(&tokens)
    case .yaml:
      do throws(TreeProblem) {
        var tokens = try YAMLTokens(String(decoding: bytes, as: UTF8.self))
        return reading.read(&tokens)
      } catch {
        log.add(
          error.message, file: name, line: error.place?.line, column: error.place?.column)
        return nil
      }
    }
  }
}
