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
}
