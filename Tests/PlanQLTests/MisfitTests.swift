import Foundation
import GRDB
import PlanQL
import Testing

@Suite("Columns that almost fit")
struct MisfitTests {
  /// The help of each diagnostic of a query over a table `t` in a file.
  private func help(_ query: String, name: String, write: (String) throws -> Void) throws
    -> [String]
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try write(path)
    return try Plan(at: path).check(QuerySource(query)).map { $0.help?.en ?? "" }
  }

  private func help(_ query: String, csv: String) throws -> [String] {
    try help(query, name: "t.csv") { try csv.write(toFile: $0, atomically: true, encoding: .utf8) }
  }

  private static let numbers = "k,b\n1,10\n2,20\n3,3x\n4,40\n5,50\n"

  @Test(
    "the use of such a column as numbers names its cells",
    arguments: [
      "t | summarize sum(b)", "t | where b > 3", "t | extend c: b * 2", "t | extend c: round(b, 1)",
      "t | where b in 1..3", "sum(t.b)", "t | select b | where b > 3",
    ])
  func numbers(query: String) throws {
    #expect(
      try help(query, csv: MisfitTests.numbers) == [
        "'b' is text because 1 cell is no number: t.csv:4:3 '3x'"
      ])
  }

  @Test("its use as text is no mistake, and other mistakes have their own advice")
  func others() throws {
    #expect(try help("t | where b = \"3x\" | sort b", csv: MisfitTests.numbers) == [])
    #expect(
      try help("t | where bb > 3", csv: MisfitTests.numbers).contains { $0.contains("cell") }
        == false)
    #expect(
      try help("t | where k > \"x\"", csv: MisfitTests.numbers).contains { $0.contains("cell") }
        == false)
  }

  @Test("dates too, and no more than five cells")
  func dates() throws {
    let days = (1...28).map { "2021-03-\($0 < 10 ? "0" : "")\($0)\n" }.joined()
    let bad = (1...7).map { "2021-02-3\($0)\n" }.joined()
    let found = try help("t | where d > 2021-03-05", csv: "d\n" + days + bad)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("'d' is text because 7 cells are no date: t.csv:30:1 '2021-02-31', ")
        == true)
    #expect(found.first?.hasSuffix("t.csv:34:1 '2021-02-35' and 2 more") == true)
  }

  @Test("cells of JSON and SQLite are named where they stand")
  func otherFormats() throws {
    let query = "t | summarize avg(b)"
    let json = "[{\"b\": 1}, {\"b\": 2},\n {\"b\": \"x\"}, {\"b\": 4}, {\"b\": 5}]"
    #expect(
      try help(query, name: "t.json") {
        try json.write(toFile: $0, atomically: true, encoding: .utf8)
      } == [
        "'b' is text because 1 cell is no number: t.json:2:8 'x'"
      ])
    #expect(
      try help(query, name: "d.sqlite") { path in
        let queue = try DatabaseQueue(path: path)
        try queue.write {
          try $0.execute(
            sql: "CREATE TABLE t (b); INSERT INTO t VALUES (1), (2), ('x'), (4), (5.5)")
        }
        try queue.close()
      } == ["'b' is text because 1 cell is no number: d.sqlite/t:3 'x'"])
  }
}
