import Foundation
import Testing

@Suite("planql import")
struct ImportCommandTests {
  private static let headings = "序号,项目名称,投资额（万元）,责任单位\n"

  @Test("an import that cannot be finished leaves the folder as it was")
  func failure() throws {
    let rows = (1...20_000).map { "\($0),青石镇河道治理\($0)号工程,\($0),水利局、住建局\n" }.joined()
    let folder = try TemporaryFolder([
      "large.csv": ImportCommandTests.headings + rows,
      "small.csv": ImportCommandTests.headings + "1,甲,2,水利局\n",
    ])
    let arguments = ["import", "--messages=en", "-o", "plan"]
    let small = try PlanQLBinary.run(arguments + ["small.csv"], folder: folder.path)
    #expect(small.status == 0)
    let before = try String(contentsOfFile: folder.path + "/plan/projects.csv", encoding: .utf8)
    for output in ["plan", "new"] {
      let outcome = try PlanQLBinary.run(
        ["import", "--messages=en", "-o", output, "large.csv"],
        environment: ["TMPDIR=\(folder.path)/none"], folder: folder.path)
      #expect(outcome.status != 0)
      #expect(outcome.errors.contains("large.csv: a temporary file cannot be written"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["large.csv", "plan", "small.csv"])
    #expect(
      try String(contentsOfFile: folder.path + "/plan/projects.csv", encoding: .utf8) == before)
    let large = try PlanQLBinary.run(arguments + ["large.csv"], folder: folder.path)
    #expect(large.status == 0)
    #expect(large.output.contains("projects: 20000 found, 20000 kept"))
    #expect(large.output.utf8.count < 100_000)
  }

  /// Tables of the kinds that an import keeps, with a long note in each row.
  private static let kinds: [(headings: String, row: @Sendable (Int) -> String)] = [
    // Reports by day: the rows of a project lie far apart.
    ("项目名称,截至日期,累计完成投资（万元）,备注", { "第\($0 % 900)号渠,\(2000 + $0 / 900)-03-31,\($0)," }),
    ("序号,工作任务,责任单位,备注", { "\($0),清淤第\($0)段,水利局," }),
  ]

  @Test("an import does not hold the rows of a table", arguments: kinds.indices)
  func memory(kind: Int) throws {
    let (headings, row) = ImportCommandTests.kinds[kind]
    let note = String(repeating: "沿线两岸护坡加固并恢复植被，", count: 50)
    func peak(_ count: Int) throws -> Int {
      let rows = (1...count).map { row($0) + note + "\($0)\n" }.joined()
      let folder = try TemporaryFolder(["a.csv": headings + "\n" + rows])
      let outcome = try PlanQLBinary.run(["import", "-o", "plan", "a.csv"], folder: folder.path)
      #expect(outcome.status == 0)
      #expect(try #require(folder.read("plan/plan.yaml")).contains("language"))
      return outcome.peak
    }
    // 2 MB and 8 MB of text: rows that are held take more than twice as much.
    #expect(try peak(4000) - peak(1000) < 8 << 20)
  }

  @Test("a heading map that was saved and cannot be read is an error with its line")
  func savedMap() throws {
    let folder = try TemporaryFolder([
      "a.csv": "项目名称,片区\n甲,东\n", "plan/import.map": "# heading = field\n片区 = plaice\n",
    ])
    let arguments = ["import", "--messages=en", "-o", "plan", "a.csv"]
    let outcome = try PlanQLBinary.run(arguments, folder: folder.path)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(
        "plan/import.map:2: no field 'plaice' for the heading '片区'"))
    #expect(folder.read("plan/projects.csv") == nil)
    try Data([0xB5, 0xD8, 0x0A]).write(to: URL(fileURLWithPath: folder.path + "/plan/import.map"))
    let other = try PlanQLBinary.run(arguments, folder: folder.path)
    #expect(other.status == 2)
    #expect(other.errors.contains("'plan/import.map' cannot be read: not a text in UTF-8"))
  }
}
