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

  @Test("the date of a document behind the number of a plan is not the year of its amounts")
  func dateOfDocument() throws {
    let rows = "\n序号\t项目名称\t总投资(万元)\t年度投资(万元)\n1\t甲路\t100\t50\n2\t乙桥\t200\t60"
    let dated = try run("某县“十四五”重点项目表(2021年12月)" + rows, "a.txt")
    #expect(dated.table("budgets.csv").isEmpty)
    #expect(
      dated.report.documents[0].doubts.contains {
        $0.text == ImportMessages.yearUnknown("年度投资(万元)")
      })
    #expect(dated.files.contains { $0.name == "plan.yaml" && $0.text.contains("2021..2025") })
    let ofYear = try run("某县“十四五”重点项目表(2021年度)" + rows, "a.txt")
    #expect(ofYear.table("budgets.csv").dropFirst().map { $0[1] } == ["2021", "2021"])
    let progress = try run("某县“十四五”重点项目进展表(2023年6月)" + rows, "a.txt")
    #expect(progress.table("budgets.csv").dropFirst().map { $0[1] } == ["2023", "2023"])
  }

  @Test("the only caption above a table is the title of its document")
  func captions() throws {
    for caption in ["表1 青石县2024年重点项目计划,,", "附件：青石县2024年重点项目计划,,"] {
      let result = try DocumentImport.run(
        text: caption + "\n序号,项目名称,总投资(亿元)\n1,青石湖整治,12\n", fileName: "a.csv")
      let settings = result.files[0].text
      #expect(settings.contains("title: \"青石县2024年重点项目计划\""))
      #expect(settings.contains("region: \"青石县\""))
    }
    let several = try DocumentImport.run(
      text:
        "表1 青石县2024年重点项目计划,,\n序号,项目名称,总投资(亿元)\n1,青石湖整治,12\n表2 青石县2024年储备项目计划,,\n序号,项目名称,总投资(亿元)\n1,白水渠改造,3\n",
      fileName: "a.csv")
    #expect(!several.files[0].text.contains("title:"))
  }
}
