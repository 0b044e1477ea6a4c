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

  @Test("a total of what was planned may have one of what came about below it")
  func totals() throws {
    let result = try run(
      "项目名称,指标,2021年(亿元),合计(亿元)\n污水厂,计划,1.2,2\n,完成,1,1.9\n湿地,计划,0.5,1.1\n,完成,0.5,0.9\n合计,计划,1.7,3.1\n合计,完成,1.5,2.8\n"
        .replacing("\n,完成,1,", with: "\n污水厂,完成,1,").replacing("\n,完成,0.5,", with: "\n湿地,完成,0.5,"))
    #expect(result.column("name", of: "projects.csv") == ["污水厂", "湿地"])
    #expect(result.column("amount", of: "budgets.csv") == ["1.2", "0.5"])
    #expect(result.column("invested", of: "progress.csv") == ["1.9", "0.9"])
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
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

  @Test("a row that the heading of the projects reaches down into is one of headings")
  func mergedHeading() throws {
    let result = try run(
      "<table><tr><td rowspan=2>项目</td><td colspan=2>计划投资(万元)</td><td colspan=2>实际完成(万元)</td></tr><tr><td>中央</td><td>地方</td><td>中央</td><td>地方</td></tr><tr><td>甲</td><td>1000</td><td>500</td><td>800</td><td>300</td></tr><tr><td>乙</td><td>600</td><td>400</td><td>600</td><td>100</td></tr></table>",
      name: "a.html")
    #expect(result.column("name", of: "projects.csv") == ["甲", "乙"])
    #expect(
      result.rows(of: "funding.csv", ["project", "source", "planned", "原文资金来源"]) == [
        ["甲", "central", "1000", ""], ["甲", "", "500", "地方"], ["乙", "central", "600", ""],
        ["乙", "", "400", "地方"],
      ])
  }

  @Test("what is to be put right is the content beside how and by whom")
  func matters() throws {
    let result = try run(
      "|问题序号|具体内容|整改目标|整改措施|完成情况|责任单位|完成时限|\n|---|---|---|---|---|---|---|\n|8|投诉重视不够。|及时受理。|领导包案。|已完成整改。|县信访局|2022年6月底|\n|9|管网不配套。|补齐短板。|新建管网。|正在推进。|县住建局|2023年12月底|\n",
      name: "a.md")
    #expect(
      result.rows(of: "duties.csv", ["text", "kind", "units", "整改措施"]) == [
        ["投诉重视不够。", "rectification", "县信访局", "领导包案。"],
        ["管网不配套。", "rectification", "县住建局", "新建管网。"],
      ])
  }

  @Test("years may stand below a source, and stages below a year")
  func yearsAndStages() throws {
    let sources = try run(
      "|项目名称|总投资(万元)|中央||省级||\n|---|---|---|---|---|---|\n|||2021年|2022年|2021年|2022年|\n|甲|410|100|200|50|60|\n|乙|41|10|20|5|6|\n",
      name: "a.md")
    #expect(
      sources.rows(of: "funding.csv", ["project", "source", "year", "planned"]).prefix(4) == [
        ["甲", "central", "2021", "100"], ["甲", "central", "2022", "200"],
        ["甲", "province", "2021", "50"], ["甲", "province", "2022", "60"],
      ])
    let stages = try run(
      "|项目|2021年||2022年||\n|---|---|---|---|---|\n||计划投资(万元)|到位资金(万元)|计划投资(万元)|到位资金(万元)|\n|甲|300|280|400|300|\n|乙|100|100|50|50|\n",
      name: "a.md")
    #expect(stages.column("amount", of: "budgets.csv") == ["300", "400", "100", "50"])
    #expect(
      stages.rows(of: "funding.csv", ["project", "year", "in_place"]) == [
        ["甲", "2021", "280"], ["甲", "2022", "300"], ["乙", "2021", "100"], ["乙", "2022", "50"],
      ])
  }

  @Test("a target of a year that has been observed is none of the plan's")
  func pastTarget() throws {
    let result = try run(
      "指标,单位,2020年目标,2020年完成,2025年目标\n颗粒物浓度,微克/立方米,42,40.5,≤35\n水质优良比例,%,70,75,80以上\n")
    #expect(
      result.rows(of: "indicators.csv", ["target", "target_year", "2020年目标"]) == [
        ["35", "2025", "42"], ["80", "2025", "70"],
      ])
  }

  @Test("projects beside indicators with values are what these are of")
  func indicatorsOfProjects() throws {
    let result = try run("项目,指标,单位,目标值,完成值\n河道治理,治理长度,公里,30,28\n绿化,新增面积,亩,500,520\n")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "项目"]) == [
        ["治理长度", "30", "河道治理"], ["新增面积", "500", "绿化"],
      ])
  }

  @Test("a row of the most points is one of the headings")
  func rowOfPoints() throws {
    let result = try run(
      "|序号|县区|水环境|大气|总分|\n|---|---|---|---|---|\n|||50分|50分|100分|\n|1|东城区|45|40|85|\n|2|西城区|48|42|90|\n",
      name: "a.md")
    #expect(
      result.rows(of: "assessments.csv", ["unit", "item", "points", "score"]).prefix(3) == [
        ["东城区", "", "", "85"], ["东城区", "水环境", "50", "45"], ["东城区", "大气", "50", "40"],
      ])
  }

  @Test(
    "a row that is called by all of a place and adds the others up is their total",
    arguments: [
      ("300", true), ("350", false),
    ])
  func wholeRow(amount: String, isTotal: Bool) throws {
    let result = try run("项目,责任单位,投资额(万元)\n甲,A局,100\n乙,B局,200\n全市,,\(amount)\n")
    #expect((result.column("name", of: "projects.csv") == ["甲", "乙"]) == isTotal)
    #expect(result.report.sums.contains { $0.agrees == true } == isTotal)
  }

  @Test("a heading that is not known before those of rows on one line leaves them to no guess")
  func unknownHeadingOnOneLine() {
    #expect(throws: ImportRefusal.self) {
      try run(
        "资金安排表 单位:万元 序号 村名 项目名称 建设内容 资金金额 1 东村 水果基地 续建 20 2 西村 蔬菜基地 新建 30 3 南村 果园建设 新建 15 合计 65",
        name: "a.txt")
    }
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
