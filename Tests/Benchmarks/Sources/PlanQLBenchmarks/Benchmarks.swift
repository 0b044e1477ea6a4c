import Foundation
import PlanQL

/// Why the benchmark could not be run, or what it found wrong.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// `planql-benchmarks [N] [FOLDER]`: makes N projects, asks PlanQL and its peers, compares.
/// `planql-benchmarks document N FILE [ROWS]`: makes a table of N projects, or other rows, to import.
@main
struct Benchmarks {
  private let count: Int
  private let folder: String
  private let keepsFolder: Bool

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if (3...4).contains(arguments.count), arguments[0] == "document",
        let count = Int(arguments[1]), count > 0
      {
        let rows = arguments.count == 4 ? LargeRows(rawValue: arguments[3]) : nil
        guard arguments.count == 3 || rows != nil else { throw BenchmarkFailure(usage) }
        var table = LargeTable(count: count, of: rows)
        try table.write(to: arguments[2])
      } else {
        try Benchmarks(arguments).run()
      }
    } catch {
      FileHandle.standardError.write(Data("planql-benchmarks: \(error)\n".utf8))
      exit(1)
    }
  }

  private static let usage =
    "usage: planql-benchmarks [N] [FOLDER] | document N FILE ["
    + LargeRows.allCases.map(\.rawValue).joined(separator: "|") + "]"

  private init(_ arguments: [String]) throws {
    guard arguments.count <= 2, let count = arguments.first.map({ Int($0) }) ?? 100_000, count > 0
    else { throw BenchmarkFailure(Benchmarks.usage) }
    self.count = count
    self.keepsFolder = arguments.count == 2
    self.folder =
      arguments.count == 2
      ? arguments[1]
      : FileManager.default.temporaryDirectory
        .appendingPathComponent("planql-benchmarks-\(UUID().uuidString)").path
  }

  private func run() throws {
    defer { if !keepsFolder { try? FileManager.default.removeItem(atPath: folder) } }
    let dataSet = DataSet(count: count)
    let data = try DataFolder(writing: dataSet, to: folder)
    let planQL = try PlanQLEngine(at: data.path)
    let sqlite = try SQLiteEngine(filledWith: dataSet)
    let megabytes = Double(data.byteCount) / 1e6
    print(
      String(
        format: "%d projects, %.1f MB of CSV; PlanQL read them at %.0f MB/s", count, megabytes,
        megabytes / planQL.loadMilliseconds * 1e3))
    print(
      String(
        format: "preparing a small query: PlanQL %.0f µs, SQLite %.0f µs\n",
        try planQL.prepareMilliseconds() * 1e3, try sqlite.prepareMilliseconds() * 1e3))
    try compare(planQL, sqlite)
  }

  private func compare(_ planQL: PlanQLEngine, _ sqlite: SQLiteEngine) throws {
    let questions = Question.all
    let own = try planQL.results(questions)
    let peers =
      try [sqlite.results(questions)]
      + PythonPeers.results(questions, over: folder, threads: Limits.standard.threads)
    let table = ComparisonTable(questions, own: own, peers: peers)
    print(table.text)
    let differences = table.differences
    guard differences.isEmpty else {
      throw BenchmarkFailure(differences.joined(separator: "\n"))
    }
    print("\nAll answers agree.")
  }
}
