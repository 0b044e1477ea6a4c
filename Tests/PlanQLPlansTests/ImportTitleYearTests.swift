import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("the year that a document is about is that of its titles, not of a row")
struct ImportTitleYearTests {
  private func run(_ text: String, _ name: String = "a.csv") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("a year in a row is not that of the columns")
  func yearInRow() throws {
    let result = try run(
      """
      序号,项目名称,总投资(万元),年度计划投资(万元),备注
      1,甲项目,3844,1000,2019年立项
      2,乙项目,1200,200,
      """)
    #expect(result.table("budgets.csv").isEmpty)
    let rows = result.table("projects.csv")
    let column = try #require(rows[0].firstIndex(of: "年度计划投资(万元)"))
    #expect(rows.dropFirst().map { $0[column] } == ["1000", "200"])
    #expect(
      result.report.documents[0].doubts.contains {
        $0.text == ImportMessages.yearUnknown("年度计划投资(万元)")
      })
    let titled = try run(
      """
      2022年项目投资计划
      序号,项目名称,总投资(万元),年度计划投资(万元),备注
      1,甲项目,3844,1000,2019年立项
      """)
    #expect(titled.table("budgets.csv").dropFirst().map { $0[1] } == ["2022"])
  }

  @Test("nor that of the deadlines of other rows")
  func deadlines() throws {
    let result = try run(
      """
      序号,工作任务,责任单位,完成时限
      1,整治河道,水利局,10月底前
      2,完成2020年度农田项目验收,农业农村局,6月底前
      """)
    #expect(!result.table("duties.csv")[0].contains("due"))
    #expect(result.report.documents[0].doubts.count { $0.text.zh.contains("月底前") } == 2)
  }

  @Test("of two years in a row nothing tells which is planned, unless the document says so")
  func twoYears() throws {
    let table = """
      指标,2010年,2011年
      出生率(‰),14.9,14.4
      死亡率(‰),6.3,6.1
      """
    let open = try run(table)
    #expect(open.table("indicators.csv")[0].contains("2011年"))
    #expect(
      open.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.yearsUncertain(2010, 2011)))
    let planned = try run("某县2011年发展计划\n" + table)
    #expect(planned.table("indicators.csv")[0].contains("target"))
  }
}
