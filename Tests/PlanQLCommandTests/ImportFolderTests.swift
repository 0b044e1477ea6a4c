import Foundation
import Testing

@Suite("importing into a folder that is there")
struct ImportFolderTests {
  private static let list = "序号,项目名称,投资额（万元）,责任单位\n1,甲,2,县住建局\n"

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> PlanQLBinary.Outcome
  {
    try PlanQLBinary.run(
      ["import", "--messages=en", "-o", "plan"] + arguments, folder: folder.path)
  }

  @Test("what was written by hand into plan.yaml stays, and two imports give the same bytes")
  func planFile() throws {
    let folder = try TemporaryFolder(["a.csv": ImportFolderTests.list])
    #expect(try run(folder, "a.csv").status == 0)
    let made = try #require(folder.read("plan/plan.yaml"))
    let mine = """
      # Other names of units.
      units:
        aliases:
          县住建局: [住建局]
      periods:
        十四五: 2021..2025

      """
    try folder.write("title: 我的规划\n" + made + mine, to: "plan/plan.yaml")
    let again = try run(folder, "a.csv")
    #expect(again.status == 0)
    #expect(again.output.contains("kept as written by hand: plan.yaml title, plan.yaml units"))
    let kept = try #require(folder.read("plan/plan.yaml"))
    #expect(kept.contains(mine) && kept.contains("title: 我的规划") && kept.contains("money_unit: 万元"))
    #expect(try run(folder, "a.csv").status == 0)
    #expect(folder.read("plan/plan.yaml") == kept)
    // A table that it declares stays, and a file that cannot be read is not written over.
    try folder.write(kept + "tables:\n  credit: {label: 信用}\n", to: "plan/plan.yaml")
    try folder.write("name\n甲\n", to: "plan/credit.csv")
    #expect(try run(folder, "a.csv").status == 0)
    #expect(folder.read("plan/credit.csv") == "name\n甲\n")
    try folder.write(kept + "forgot the colon\n", to: "plan/plan.yaml")
    let broken = try run(folder, "--replace", "a.csv")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("plan.yaml:") && broken.errors.contains("no valid YAML"))
    #expect(folder.read("plan/plan.yaml") == kept + "forgot the colon\n")
    try folder.write(kept, to: "plan/plan.yaml")
    // What the import says itself goes with its document.
    try folder.write("序号,项目名称,投资额（亿元）\n1,甲,2\n", to: "b.csv")
    #expect(try run(folder, "b.csv").status != 0)
  }

  @Test("tables that only the import before had go, unless they were changed or are of no import")
  func tablesOfBefore() throws {
    let folder = try TemporaryFolder(["a.csv": ImportFolderTests.list])
    #expect(try run(folder, "a.csv").status == 0)
    try folder.write("序号,项目名称,投资额（万元）\n1,乙,5\n", to: "b.csv")
    let next = try run(folder, "b.csv")
    #expect(next.status == 0)
    #expect(
      next.output.contains(
        "removed, as only the import before had them: responsibilities.csv, units.csv"))
    #expect(folder.read("plan/units.csv") == nil)
    #expect(try run(folder, "a.csv").status == 0)
    let units = try #require(folder.read("plan/units.csv"))
    try folder.write(units + "县水利局,department\n", to: "plan/units.csv")
    #expect(try run(folder, "b.csv").status != 0)
    #expect(folder.read("plan/units.csv") == units + "县水利局,department\n")
    #expect(try run(folder, "--replace", "b.csv").status == 0)
    #expect(folder.read("plan/units.csv") == nil)
    try folder.write("name\n丙\n", to: "plan/mine.csv")
    let foreign = try run(folder, "--replace", "b.csv")
    #expect(foreign.status != 0 && foreign.errors.contains("'mine.csv'"))
  }

  @Test("files that were changed by hand are not replaced unless that is wanted")
  func changedFiles() throws {
    let folder = try TemporaryFolder(["a.csv": ImportFolderTests.list])
    #expect(try run(folder, "a.csv").status == 0)
    let made = try #require(folder.read("plan/projects.csv"))
    let corrected = made.replacingOccurrences(of: ",2,", with: ",3,")
    #expect(corrected != made)
    try folder.write(corrected, to: "plan/projects.csv")
    let refused = try run(folder, "a.csv")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("'projects.csv'") && refused.errors.contains("--replace"))
    #expect(folder.read("plan/projects.csv") == corrected)
    let replaced = try run(folder, "--replace", "a.csv")
    #expect(replaced.status == 0)
    #expect(replaced.output.contains("discarded though changed by hand: projects.csv"))
    #expect(folder.read("plan/projects.csv") == made)
    // A document that changed is imported anew where nobody touched the files.
    try folder.write(
      ImportFolderTests.list.replacingOccurrences(of: ",2,", with: ",4,"), to: "a.csv")
    let next = try run(folder, "a.csv")
    #expect(next.status == 0)
    #expect(next.output.contains("replaced what was there: projects.csv"))
  }

  @Test("the unit of the tables is never kept against that of the import")
  func moneyUnit() throws {
    let folder = try TemporaryFolder(["a.csv": ImportFolderTests.list])
    #expect(try run(folder, "a.csv").status == 0)
    let made = try #require(folder.read("plan/plan.yaml"))
    try folder.write(made.replacingOccurrences(of: "万元", with: "亿元"), to: "plan/plan.yaml")
    let refused = try run(folder, "a.csv")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("'plan.yaml money_unit'"))
    #expect(try run(folder, "--replace", "a.csv").status == 0)
    #expect(folder.read("plan/plan.yaml") == made)
  }

  @Test("a plan.yaml that is no list of entries is not replaced")
  func otherForm() throws {
    let folder = try TemporaryFolder([
      "a.csv": ImportFolderTests.list, "plan/plan.yaml": "{title: 甲, language: zh}\n",
    ])
    #expect(try run(folder, "a.csv").status != 0)
    #expect(folder.read("plan/plan.yaml") == "{title: 甲, language: zh}\n")
  }
}
