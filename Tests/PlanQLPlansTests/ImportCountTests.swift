import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("counts that a document states, beside its rows")
struct ImportCountTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private static let head = "序号,项目名称,总投资（万元）,责任单位\n"

  private func counts(_ result: ImportResult) -> [String] {
    result.report.rowCounts.map { "\($0.section ?? "") \($0.rows) \($0.stated)" }
  }

  @Test("in the titles of sections, in lines of totals, and kept as totals of the plan")
  func sectionsAndTotals() throws {
    let result = try run(
      ImportCountTests.head + "一、水环境治理（共3项，总投资1300.5万元）,,,\n1,管网工程,100,水利局\n"
        + "2,清淤工程,1200.5,水利局\n二、大气治理（1个项目）,,,\n3,锅炉工程,50,生态环境局\n合计（4个）,,1350.5,\n")
    #expect(counts(result) == ["水环境治理 2 3", "大气治理 1 1", " 3 4"])
    #expect(result.column("title", of: "sections.csv") == ["水环境治理", "大气治理"])
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "number", "measured_in"]).prefix(3) == [
        ["水环境治理", "3", "项"], ["大气治理", "1", "项"], ["", "4", "项"],
      ])
    #expect(!result.report.isClean)
    #expect(result.report.text(.zh).contains("  水环境治理：2 行；与原文数量 3 不一致\n"))
    #expect(result.report.text(.en).contains("  大气治理: 1 rows; as stated\n"))
  }

  @Test("in the lines above and below a table, with the amount there")
  func besideTable() throws {
    let result = try DocumentImport.run(
      text: """
        重点工程项目表（共2个项目，总投资3.5亿元）

        序号 项目名称 总投资(万元) 建设期限 责任单位
        1 管网工程 100 2021-2022 水利局
        2 清淤工程 1200.5 2021-2023 水利局
        共计3个项目，总投资2亿1300万元。
        """, fileName: "a.txt")
    #expect(counts(result) == [" 2 2", " 2 3"])
    #expect(
      !result.report.documents[0].doubts.contains { $0.text.en.hasPrefix("figures not read") })
    #expect(result.report.sums.map { $0.stated?.description } == ["35000", "21300"])
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "value"]).prefix(2) == [
        ["总投资", "35000"], ["总投资", "21300"],
      ])
  }

  @Test("but not of other things than rows")
  func others() throws {
    let result = try run(
      "涉及12个镇，共8个部门参与\n" + ImportCountTests.head
        + "一、水环境治理（2021年）,,,\n1,管网工程,100,水利局\n2,清淤工程,20,水利局\n")
    #expect(result.report.rowCounts.isEmpty)
  }

  @Test("a bracket with a total and no unit is the total of the section in the unit of the column")
  func totalInBracket() throws {
    let result = try run(
      ImportCountTests.head + "一、水环境治理（小计：300）,,,\n1,管网工程,100,水利局\n2,清淤工程,200,水利局\n")
    #expect(result.report.sums.first?.agrees == true)
    #expect(result.column("title", of: "sections.csv") == ["水环境治理"])
  }
}
