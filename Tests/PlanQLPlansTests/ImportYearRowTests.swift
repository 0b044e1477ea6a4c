import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables with a row for each year, month or day, and columns that say one thing twice")
struct ImportYearRowTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("a second column of a stage of money is kept under its name")
  func stagesTwice() throws {
    let result = try csv("项目名称,已下达资金（万元）,本次下达资金（万元）\n甲,200,100\n")
    #expect(result.column("approved", of: "funding.csv") == ["200"])
    #expect(result.column("本次下达资金（万元）", of: "projects.csv") == ["100"])
  }

  @Test("what was invested in the year of each row stands beside that year")
  func investedInYears() throws {
    let result = try csv("年度,项目名称,完成投资（万元）\n2021,甲,90\n2022,甲,150\n")
    #expect(
      result.rows(of: "budgets.csv", ["year", "完成投资（万元）"]) == [["2021", "90"], ["2022", "150"]])
    #expect(result.table("progress.csv").isEmpty)
  }

  @Test("the plan of the year of each row is that year's, and the whole investment the project's")
  func planOfYears() throws {
    let result = try csv(
      "年度,项目名称,总投资（万元）,计划投资（万元）\n2021,甲,100,40\n2022,甲,120,60\n")
    #expect(
      result.rows(of: "budgets.csv", ["year", "amount"]) == [["2021", "40"], ["2022", "60"]])
    #expect(result.column("investment", of: "projects.csv") == ["100"])
    #expect(doubts(result).contains(ImportMessages.rowsDiffer("总投资（万元）", "100", "120")))
  }

  @Test("targets of the year of each row")
  func targetsOfYears() throws {
    let observed = try csv(
      "指标,年份,目标值,完成值,单位\n森林覆盖率,2021,42,42.1,%\n森林覆盖率,2022,43,42.8,%\n")
    #expect(
      observed.rows(of: "indicators.csv", ["target", "target_year"]) == [["42", "2021"]])
    #expect(
      observed.rows(of: "observations.csv", ["time", "value", "目标值"]) == [
        ["2021", "42.1", "42"], ["2022", "42.8", "43"],
      ])
    let plain = try csv("指标,年份,目标值\n森林覆盖率,2021,42\n森林覆盖率,2025,45\n")
    #expect(
      plain.rows(of: "indicators.csv", ["target", "target_year"]) == [
        ["42", "2021"], ["45", "2025"],
      ])
  }

  @Test("a month heads reports of progress")
  func months() throws {
    let result = try csv(
      "月份,项目名称,完成投资（万元）,形象进度\n2023年1月,甲,90,基础\n2023年2月,甲,150,主体\n")
    #expect(result.column("name", of: "projects.csv") == ["甲"])
    #expect(
      result.rows(of: "progress.csv", ["as_of", "invested"]) == [
        ["2023-01-31", "90"], ["2023-02-28", "150"],
      ])
  }

  @Test("a day beside an amount that cannot be read is kept")
  func dayOfUnreadAmount() throws {
    let result = try csv("项目名称,截至日期,累计完成投资(万元)\n甲,2023-06-30,100\n丁,2023-07-31,(12.5)\n")
    #expect(result.column("截至日期", of: "projects.csv") == ["", "2023-07-31"])
  }

  @Test("the base that headings name is the baseline, whatever was found since")
  func baseline() throws {
    let result = try csv("指标,单位,基期值（2020）,现状值（2022）,目标值（2025）\n产量,万吨,50,51.2,55\n寿命,岁,78.1,,79.1\n")
    #expect(
      result.rows(of: "indicators.csv", ["baseline", "baseline_year"]) == [
        ["50", "2020"], ["78.1", "2020"],
      ])
    #expect(result.rows(of: "observations.csv", ["time", "value"]) == [["2022", "51.2"]])
  }

  @Test("a target that is more than a value with a bound is told")
  func targetsInWords() throws {
    let result = try csv("指标,单位,2020年,2025年目标\n医师数,人,2.9,3.2（2024年达到3.1）\n满意度,%,90,群众满意\n")
    #expect(result.column("target_text", of: "indicators.csv") == ["3.2（2024年达到3.1）", "群众满意"])
    #expect(doubts(result).contains(ImportMessages.targetKeptAsText("3.2（2024年达到3.1）")))
    #expect(!doubts(result).contains(ImportMessages.targetKeptAsText("群众满意")))
  }

  @Test("values of rows without a place or a time that can be read are told")
  func unobserved() throws {
    let result = try csv(
      "站点,日期,PM2.5(μg/m³)\n东站,2023-01-01,35\n东站,20230102,36.5\n东站,前天,37\n,2023-01-05,39\n")
    #expect(
      result.rows(of: "observations.csv", ["time", "value"]) == [
        ["2023-01-01", "35"], ["2023-01-02", "36.5"],
      ])
    #expect(doubts(result).contains(ImportMessages.valuesNotObserved(2)))
  }

  @Test(
    "times as tables have them",
    arguments: [
      ("十四五末", "..2025"), ("至2025年", "..2025"), ("2023Q1", "2023-Q1"), ("2023年Q4", "2023-Q4"),
      ("2022年前三季度", "2022-01-01..2022-09-30"), ("二〇二三年", "2023"),
      ("202203-202412", "2022-03..2024-12"),
      ("2021年及以后", "2021.."), ("民国112年", "2023"), ("112-114年", "2023..2025"),
    ])
  func times(_ text: String, _ period: String) throws {
    guard case .stated(let found) = PeriodReading(year: nil).read(cell: FoldedText(text)) else {
      Issue.record("unread")
      return
    }
    #expect(found == Period(text: period))
  }

  @Test("years of the Republic are told")
  func yearsOfTheRepublic() throws {
    let result = try csv("项目名称,建设年限\n甲,112-114年\n乙,2021-2023年\n")
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.periodRead("112-114年", "2023..2025")))
    #expect(!notes.contains(ImportMessages.periodRead("2021-2023年", "2021..2023")))
  }

  @Test(
    "one currency named beside a column without a unit is that of the plan; a unit below all is taken"
  )
  func money() throws {
    let dollars = try csv(
      "Project Name,Budget (USD thousands),Spent to Date\nA,\"1,250.5\",20\nTotal,\"1,250.5\",20\n")
    #expect(dollars.column("investment", of: "projects.csv") == ["1250.5"])
    let below = try csv("项目名称,总投资\n甲,100\n单位：万元,\n")
    #expect(below.column("investment", of: "projects.csv") == ["100"])
    let named = try csv("项目名称,总投资\n甲,1200万元人民币\n乙,800万元\n")
    #expect(named.column("investment", of: "projects.csv") == ["1200", "800"])
  }

  @Test("the total of what is planned for a year that nothing names has its heading")
  func totalsOfYearPlans() throws {
    let result = try csv("项目名称,总投资(万元),年度计划投资(万元)\n甲,100,50\n乙,200,60\n合计,300,110\n")
    #expect(result.column("name", of: "stated_totals.csv") == ["合计", "合计 年度计划投资(万元)"])
  }
}
