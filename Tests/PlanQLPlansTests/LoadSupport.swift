import Foundation
import PlanQLData

@testable import PlanQLPlans

/// A folder of files that exists for the length of a test.
struct TemporaryFolder: ~Copyable {
  let path: String

  init(_ files: [String: String]) throws {
    try self.init(bytes: files.mapValues { Array($0.utf8) })
  }

  init(bytes files: [String: [UInt8]]) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "planql-\(UUID().uuidString)"
      ).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let place = path + "/" + name
      if let slash = place.lastIndex(of: "/") { try AtomicFile.makeFolder(String(place[..<slash])) }
      try AtomicFile.write(bytes, to: place)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// Loads files as a plan.
func load(
  _ files: [String: String], threads: Int = 2, blockSize: Int = CSVFile.blockSize
) throws -> LoadedPlan {
  let folder = try TemporaryFolder(files)
  return try PlanFolder.load([folder.path], threads: threads, blockSize: blockSize)
}

/// The issues of files that cannot be loaded, as lines in English, with or without what to do.
func errors(_ files: [String: String], withHelp: Bool = true) throws -> [String] {
  try errors(bytes: files.mapValues { Array($0.utf8) }, withHelp: withHelp)
}

func errors(bytes files: [String: [UInt8]], withHelp: Bool = true) throws -> [String] {
  let folder = try TemporaryFolder(bytes: files)
  do {
    _ = try PlanFolder.load([folder.path], threads: 2, blockSize: CSVFile.blockSize)
    return []
  } catch let error as PlanLoadError {
    return error.issues.map { issue in
      LoadIssue(
        severity: issue.severity, file: issue.file, line: issue.line, column: issue.column,
        message: issue.message, help: withHelp ? issue.help : nil
      ).text(.en)
    }
  }
}

extension LoadedPlan {
  /// The table with that name, which the test has seen to be there.
  func table(_ name: String) throws -> StoredTable {
    let place = try requireValue(catalog.table(named: name), "no table \(name)")
    return catalog.tables[place]
  }

  /// The values of a field, row by row.
  func values(_ table: String, _ field: String) throws -> [Value] {
    let table = try self.table(table)
    let place = try requireValue(table.definition.field(named: field), "no field \(field)")
    return (0..<table.count).map { table.columns[place].value($0) }
  }

  func type(_ table: String, _ field: String) throws -> DataType {
    let table = try self.table(table)
    let place = try requireValue(table.definition.field(named: field), "no field \(field)")
    return table.columns[place].type
  }

  /// The values of a link as the names of rows.
  func titles(_ table: String, _ field: String) throws -> [[String]] {
    let titles = EntityTitles(catalog)
    func title(_ value: Value) -> [String] {
      switch value {
      case .entity(let table, let row): [titles.title(of: table, row: row)]
      case .list(let values): values.flatMap(title)
      case .missing, .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration:
        []
      }
    }
    return try values(table, field).map(title)
  }
}

struct AbsentValue: Error {
  let message: String
}

func requireValue<Wrapped>(_ value: Wrapped?, _ message: String) throws -> Wrapped {
  guard let value else { throw AbsentValue(message: message) }
  return value
}

/// A number of fen from 万元.
func wan(_ amount: Double) -> Value { .money(Money(minorUnits: Int64(amount * 1_000_000))) }

func period(_ text: String) throws -> Value {
  .period(try requireValue(Period(text: text), "no period \(text)"))
}

/// A small generator of numbers, the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
