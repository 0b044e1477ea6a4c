import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.csv") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

@Suite("import of rows of what was planned over those of what came of it")
struct ImportPairedRowTests {
  @Test("two rows of a project are one, with what came about beside")
  func pairs() throws {
    let result = try run(
      """
      项目名称,类型,投资额(万元),2021年(万元),责任单位
      河道修复,计划,3000,4000,水利局
      河道修复,实际,2800,3900,水利局
      管网改造,计划,2000,1000,住建局
      管网改造,实际,2000,800,住建局
      合计,,5000,5000,
      合计,,4800,4700,
      """)
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "units", "2021年(万元)实际"]) == [
        ["河道修复", "3000", "水利局", "3900"], ["管网改造", "2000", "住建局", "800"],
      ])
    #expect(result.column("amount", of: "budgets.csv") == ["4000", "1000"])
    #expect(result.column("invested", of: "progress.csv") == ["2800", "2000"])
    #expect(result.report.sums.allSatisfy { $0.agrees ?? true })
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.actualRowsJoined(2, "实际")))
  }

  @Test("rows that are in no such pairs stay as they are")
  func noPairs() throws {
    let result = try run("项目名称,类型,投资额(万元)\n河道修复,计划,3000\n管网改造,计划,2000\n管网改造,实际,2000\n")
    #expect(result.column("name", of: "projects.csv") == ["河道修复", "管网改造", "管网改造"])
  }
}

@Suite("import of money by source and stage, of its year, and of second rows of headings")
struct ImportStageTests {
  @Test("a heading names the source and the stage together")
  func sourcesAndStages() throws {
    let result = try run(
      "项目名称,投资(万元),中央计划,中央到位,省级计划,省级到位\n河道修复,12000,3000,2800,4000,3900\n管网改造,8000,2000,2000,1000,800\n"
    )
    #expect(
      result.rows(of: "funding.csv", ["project", "source", "planned", "in_place"]) == [
        ["河道修复", "central", "3000", "2800"], ["河道修复", "province", "4000", "3900"],
        ["管网改造", "central", "2000", "2000"], ["管网改造", "province", "1000", "800"],
      ])
  }

  @Test(
    "the title of a table tells the year and a column the source of what is planned and in place")
  func yearOfTitle() throws {
    let result = try run(
      "项目资金到位情况(2022年),,,\n单位:万元,,,\n项目名称,资金来源,计划资金,到位资金\n甲工程,中央,100,50\n乙工程,省级,200,100\n")
    #expect(
      result.rows(of: "funding.csv", ["source", "year", "planned", "in_place"]) == [
        ["central", "2022", "100", "50"], ["province", "2022", "200", "100"],
      ])
  }

  @Test("the rule of Markdown stands below the first of two rows of headings")
  func headingsBelowRule() throws {
    let result = try run(
      "|序号|项目|投资(亿元)|资金来源|||\n|---|---|---|---|---|---|\n||||国家|省|地方|\n|1|甲|1.5|0.5|0.5|0.5|\n|2|乙|2|1|-|1|\n|合计||3.5|1.5|0.5|1.5|\n",
      name: "a.md")
    #expect(result.column("investment", of: "projects.csv") == ["1.5", "2"])
    #expect(
      result.column("source", of: "funding.csv") == ["central", "province", "", "central", ""])
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
  }

  @Test("what has come about so far of a cumulative target is a value, other bounds are told")
  func cumulativeValues() throws {
    let result = try run(
      "指标名称,单位,2020年现状,2023年实际,2025年目标\n碳排放强度下降,%,〔18.2〕,〔11〕,〔18〕\n优良天数比例,%,80,≥82,85\n")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "time", "value"]) == [
        ["碳排放强度下降", "2023", "11"]
      ])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [ImportMessages.unreadable("2023年实际", "≥82")]
    )
  }

  @Test("a plan covers whole years, whatever its title and its projects say")
  func wholeYears() throws {
    let title = try run("2023年5月重点项目进展情况表\n项目名称,总投资(万元),累计完成投资(万元)\n甲,5,1\n")
    #expect(title.planText.contains("horizon: \"2023\""))
    let projects = try run("项目名称,总投资(万元),建设期限\n甲,5,2022.3-2023.6\n乙,5,2021\n")
    #expect(projects.planText.contains("horizon: \"2021..2023\""))
  }

  @Test(
    "a heading is mapped without its unit, and a table that fits none says what its headings may mean"
  )
  func headings() throws {
    let map = try HeadingMap(text: "规模大小 = investment\n")
    let result = try DocumentImport.run(
      text: "项目名称,规模大小(千元),建设期限\n甲,1200,2021\n", fileName: "a.csv",
      options: ImportOptions(map: map))
    #expect(result.column("investment", of: "projects.csv") == ["1200"])
    #expect(result.report.documents[0].doubts.isEmpty)
    let own = try run("工程名称全称,总的投资额,备注栏\n甲,1200,x\n乙,300,y\n")
    #expect(
      own.report.documents[0].normalised.contains { $0.text.en.contains("did you mean") })
  }
}
