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
    let apart = try run(
      "项目名称,总投资（万元）,\(heading),已完成投资（万元）\n甲渠,1200,2024年12月31日,800\n乙渠,800,2025年10月31日,100\n")
    #expect(
      apart.column("as_of", of: "progress.csv")
        == (heading == "截止时间" ? ["", ""] : ["2024-12-31", "2025-10-31"]))
    #expect(apart.table("projects.csv").first?.contains("period") == false)
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

  @Test(
    "a value with a unit of its own is taken in that of its row",
    arguments: [
      ("吨", "2万吨", "20000"), ("万吨/日", "50000吨/日", "5"), ("亩", "1.5万", "15000"), ("公顷", "30亩", "2"),
      ("平方公里", "1500公顷", "15"), ("‰", "5%", "50"), ("万人", "25000人", "2.5"), ("公里", "1.2km", "1.2"),
      ("微克/立方米", "0.035mg/m³", "35"), ("%", "40%", "40"), ("个", "15家", "15"), ("分贝", "55dB(A)", ""),
    ])
  func unitsOfRows(unit: String, cell: String, wanted: String) throws {
    let result = try run("指标名称,单位,2025年目标值\n甲,\(unit),\(cell)\n")
    #expect(result.column("target", of: "indicators.csv") == (wanted.isEmpty ? [] : [wanted]))
    #expect(result.column("measured_in", of: "indicators.csv") == [unit])
  }

  @Test(
    "a value that has no exact one in the unit of its row is left as written, and said",
    arguments: ["2000亩", "15吨", "1.5万"])
  func otherUnits(cell: String) throws {
    let unit = cell == "1.5万" ? "万亩" : "公顷"
    let result = try run("指标名称,单位,2025年目标值\n甲,\(unit),\(cell)\n")
    #expect(result.column("target", of: "indicators.csv") == [])
    #expect(result.column("target_text", of: "indicators.csv") == [cell])
    #expect(
      result.report.documents[0].doubts.contains { $0.text.en.contains("the unit of its row") })
  }

  @Test(
    "values of places are read behind the marks of footnotes and with the sign of their heading, and others are counted"
  )
  func valuesOfPlaces() throws {
    let result = try run(
      "甲市2023年各县区空气质量情况,,\n县区,PM2.5（μg/m³）,优良天数比例（%）\n甲县,35,85.2\n乙县,36*,83.2%\n丙区,停测,80\n")
    #expect(result.column("value", of: "observations.csv") == ["35", "85.2", "36", "83.2", "80"])
    #expect(
      result.report.documents[0].doubts.contains {
        $0.text.en.contains("1 values of the table are no")
      })
  }

  @Test("what several units came to in one indicator stands with the unit and its target")
  func valuesOfUnits() throws {
    let result = try run(
      "序号,责任单位,指标,2024年目标,2024年完成\n1,甲镇,能耗下降率（%）,3,3.2\n2,乙镇,能耗下降率（%）,2.5,2.1\n3,甲镇,造林（亩）,12,11\n")
    #expect(result.column("value", of: "observations.csv") == ["3.2", "2.1", "11"])
    #expect(result.column("责任单位", of: "observations.csv") == ["甲镇", "乙镇", ""])
    #expect(result.column("2024年目标", of: "observations.csv") == ["3", "2.5", ""])
    #expect(result.column("target", of: "indicators.csv") == ["", "12"])
    #expect(result.column("units", of: "indicators.csv") == ["", "甲镇"])
  }

  @Test("an observed value that was taken in the unit of its row is said")
  func convertedValues() throws {
    let result = try run("指标名称,单位,2024年完成值\n造林,亩,0.6万亩\n天数,天,305天\n")
    #expect(result.column("value", of: "observations.csv") == ["6000", "305"])
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.figureRead("0.6万亩", "6000")))
    #expect(!notes.contains(ImportMessages.figureRead("305天", "305")))
  }
}
