import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.csv") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

@Suite("import of values that headings and marks say more of")
struct ImportTableValueTests {
  @Test(
    "the end of what is reported is the day of the report, and that of a task its deadline",
    arguments: ["截止时间", "数据截止"])
  func daysOfReports(heading: String) throws {
    let result = try run(
      "项目名称,总投资（万元）,\(heading),累计完成投资（万元）,形象进度\n甲渠,1200,2024年6月30日,800,60%\n")
    #expect(result.column("as_of", of: "progress.csv") == ["2024-06-30"])
    #expect(result.table("projects.csv").first?.contains("period") == false)
    let tasks = try run("任务,责任单位,截止时间,进展情况\n治水,水利局,2024年12月31日,在建\n")
    #expect(tasks.column("due", of: "duties.csv") == ["2024-12-31"])
    let plan = try run("项目名称,总投资（万元）,截止时间\n甲渠,1200,2024年12月31日\n")
    #expect(plan.column("period", of: "projects.csv") == ["..2024"])
  }

  @Test(
    "the mark of a footnote behind an amount is no part of it, and is said",
    arguments: [
      "1200¹", "1200①", "1200*", "1200[1]", "1200注1", "1200^1", "1200※", "1200〔1〕", "1200(注1)",
      "1200【1】", "1200万元①",
      "\"1,200²\"",
    ])
  func marks(cell: String) throws {
    let result = try run("项目名称,总投资（万元）\n甲渠,\(cell)\n")
    #expect(result.column("investment", of: "projects.csv") == ["1200"])
    #expect(result.report.documents[0].normalised.contains { $0.text.en.contains("footnote") })
  }

  @Test(
    "a number in round brackets behind an amount is none of a footnote, and no part of it either")
  func otherBrackets() throws {
    let result = try run("项目名称,总投资（万元）\n甲渠,1200(1)\n")
    #expect(result.column("原文总投资", of: "projects.csv") == ["1200(1)"])
  }

  @Test(
    "the mark of a footnote behind a value is no unit of it, and a raised digit of a unit no mark")
  func marksOfValues() throws {
    let result = try run("指标名称,2025年目标值\n甲,1500³\n乙,1500[1]\n丙,1500m³\n丁,75〔5〕\n")
    #expect(result.column("target", of: "indicators.csv") == ["1500", "1500", "1500", ""])
    #expect(result.column("measured_in", of: "indicators.csv") == ["", "", "m³", ""])
  }

  @Test("a column with a unit of its own has not that of the table too")
  func ownUnits() throws {
    let result = try run(
      "单位:万元,,,,,,\n序号,项目名称,总投资,补助户数(户),补助面积（亩）,补助户数,补助资金\n"
        + "1,甲渠,1200,30,12.5,11,200\n2,乙渠,800,20,3,22,100\n")
    let headings = result.table("projects.csv").first ?? []
    #expect(headings.contains("补助户数(户)"))
    #expect(headings.contains("补助面积（亩）"))
    #expect(headings.contains("补助户数"))
    #expect(headings.contains("补助资金(万元)"))
  }
}
