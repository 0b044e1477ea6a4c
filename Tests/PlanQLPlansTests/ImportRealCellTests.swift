import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.txt") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

private func settings(of result: ImportResult) -> String {
  result.files.first { $0.name == "plan.yaml" }?.text ?? ""
}

@Suite("import of amounts and times as they stand in real cells")
struct ImportRealCellTests {
  @Test("the amount at the beginning of a cell counts, not a part of it in brackets")
  func amountsBeforeBrackets() throws {
    let labels = try run("项目名称：污水处理厂二期工程\n总投资：9000万元（中央预算内投资4000万元）\n责任单位：市住建局\n")
    #expect(labels.column("investment", of: "projects.csv") == ["9000"])
    #expect(labels.column("planned", of: "funding.csv") == ["4000"])
    let cells = try run(
      "项目名称,总投资（万元）,责任单位\n甲渠,9000（其中中央4000）,水利局\n乙渠,1200（万元）,水利局\n丙渠,\"5,000万元（含征地）\",水利局\n",
      name: "a.csv")
    #expect(cells.column("investment", of: "projects.csv") == ["9000", "1200", "5000"])
    #expect(cells.report.documents[0].doubts.count == 2)
  }

  @Test("signs of currency tell the currency of amounts, and what has another is left")
  func signsOfCurrency() throws {
    let result = try run(
      "Project Name,Total Cost,Status\nA,\"$1,250,000.50\",Completed\nB,$1.7 million,Ongoing\nC,$350k,Ongoing\n",
      name: "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["1250000.5", "1700000", "350000"])
    #expect(settings(of: result).contains("currency: USD"))
    let euro = try run(
      "Project Name,Total Cost (EUR),Status\nA,\"1,250,000.50 EUR\",Completed\nB,\"$325,000\",Ongoing\n",
      name: "a.csv")
    #expect(euro.column("investment", of: "projects.csv") == ["1250000.5", ""])
    let plain = try run("Projekt;Kosten\nA;1.250.000,50 €\nGesamt;1.250.000,50 €\n", name: "a.csv")
    #expect(plain.column("number", of: "stated_totals.csv") == ["1250000.5"])
    #expect(plain.table("a.csv").count == 2)
    #expect(!settings(of: plain).contains("CNY"))
  }

  @Test(
    "cells say a time with what comes about by then",
    arguments: [
      ("2021年底前完成", "..2021"), ("2022年12月底前建成", "..2022"), ("2023年开工", "2023.."),
      ("2021年-长期", "2021.."), ("近期（2021-2023年）", "2021..2023"), ("3年（2021-2023）", "2021..2023"),
      ("2022年全年", "2022"), ("2023年内", "2023"), ("2021-02-01T00:00:00Z", "2021-02-01"),
      ("15/03/2022", "2022-03-15"), ("106-113年", "2017..2024"),
    ])
  func times(cell: String, wanted: String) throws {
    guard case .stated(let period) = PeriodReading(year: nil).read(cell: FoldedText(cell)) else {
      Issue.record("'\(cell)' is not read")
      return
    }
    #expect(period.description == wanted)
  }

  @Test(
    "times that nothing tells are left",
    arguments: ["03/04/2022", "全年", "6月底前开工", "24个月", "2021/22"])
  func unreadTimes(cell: String) {
    guard case .unreadable = PeriodReading(year: nil).read(cell: FoldedText(cell)) else {
      Issue.record("'\(cell)' is read")
      return
    }
  }

  @Test("deadlines that cannot be read and those that come again have one column as written")
  func writtenDeadlines() throws {
    let result = try run(
      "序号,任务,牵头单位,完成时限\n1,扬尘防治,区住建局,全年\n2,排查,区水利局,每季度末月20日前\n", name: "a.csv")
    #expect(result.column("原文完成时限", of: "duties.csv") == ["全年", "每季度末月20日前"])
  }
}

@Suite("import of indicators and observed values in tables")
struct ImportIndicatorTableTests {
  @Test("a national table has its changes over the plan, numbers, units and footnotes")
  func nationalTable() throws {
    let result = try run(
      """
      指标,2020年,2025年,年均/累计,属性
      1.森林覆盖率(%),23.2*,24.1,—,约束性
      2.单位GDP能源消耗降低(%),—,—,〔13.5〕,约束性
      3.城镇调查失业率(%),5.2,—,<5.5,预期性
      4.高价值发明专利拥有量(件),6.3,12,—,预期性
      """, name: "a.csv")
    #expect(
      result.rows(
        of: "indicators.csv", ["no", "name", "measured_in", "baseline", "target", "comparator"])
        == [
          ["1", "森林覆盖率", "%", "23.2", "24.1", ""],
          ["2", "单位GDP能源消耗降低", "%", "", "13.5", "cumulative"],
          ["3", "城镇调查失业率", "%", "5.2", "5.5", "below"],
          ["4", "高价值发明专利拥有量", "件", "6.3", "12", ""],
        ])
  }

  @Test("what a standard asks of all is no target beside that of the plan")
  func targetOfStandard() throws {
    let result = try run(
      "序号,指标名称,单位,指标值,2020年现状值,2025年目标值\n1,生态环境状况指数,%,≥60,63.2,64\n", name: "a.csv")
    #expect(
      result.rows(of: "indicators.csv", ["baseline", "target", "target_year", "指标值"]) == [
        ["63.2", "64", "2025", "≥60"]
      ])
  }

  @Test("values at places are observations, of the time of their row or of the title")
  func monitoring() throws {
    let rows = try run("站点,时间,PM2.5,优良天数\n市监测站,2021-01,60,20\n平均,2021-01,59,20\n", name: "a.csv")
    #expect(
      rows.rows(of: "observations.csv", ["indicator", "place", "time", "value"]) == [
        ["PM2.5", "市监测站", "2021-01", "60"], ["优良天数", "市监测站", "2021-01", "20"],
      ])
    let months = try run(
      """
      2021年各站点PM2.5月均浓度
      单位：μg/m3
      站点 | 1月 | 2月 | 全年平均
      市监测站 | 60 | 55 | 45
      开发区 | 70 | 58 | 48
      """)
    #expect(
      months.rows(of: "observations.csv", ["indicator", "place", "time", "value"]).prefix(3) == [
        ["PM2.5浓度", "市监测站", "2021-01", "60"], ["PM2.5浓度", "市监测站", "2021-02", "55"],
        ["PM2.5浓度", "市监测站", "2021", "45"],
      ])
    #expect(months.column("measured_in", of: "indicators.csv") == ["μg/m3"])
    let targets = try run(
      "各镇2025年PM2.5目标\n镇街 | PM2.5(微克/立方米) | 优良天数\n城关镇 | 35 | 300\n河口镇 | 33 | 310\n")
    #expect(targets.table("observations.csv").isEmpty)
  }
}

@Suite("import of values observed at places: what they are of, where and when")
struct ImportMonitoringTests {
  private func observations(_ text: String) throws -> [[String]] {
    try run(text, name: "a.csv").rows(
      of: "observations.csv", ["indicator", "place", "time", "value"])
  }

  @Test("the time is that of the title, not of a standard, a source or the day of printing")
  func timesOfTitles() throws {
    let standard = try observations(
      "2022年3月各县区环境空气质量\n评价标准：《环境空气质量标准》（GB3095-2012）\n县区,PM2.5,PM10\n东城区,35,60\n西城区,33,58\n")
    #expect(standard.map { $0[2] } == ["2022-03", "2022-03", "2022-03", "2022-03"])
    #expect(try observations("根据2018年修改单统计\n断面,COD\n大桥,15\n老闸,18\n").isEmpty)
  }

  @Test("a year and a month are one time, and a station is the place, not its region")
  func columnsOfTimes() throws {
    #expect(
      try observations("城市,断面名称,年份,月份,总磷\n甲市,大桥,2021,1,0.05\n甲市,大桥,2021,2,0.11\n") == [
        ["总磷", "大桥", "2021-01", "0.05"], ["总磷", "大桥", "2021-02", "0.11"],
      ])
    #expect(
      try observations("断面,日期,时间,总磷\n大桥,2021-01-02,08:00,0.05\n大桥,2021-01-02,20:00,0.1\n").isEmpty)
  }

  @Test("rows and columns of comparison, standards and what is counted are no values")
  func otherValues() throws {
    let rows = try observations(
      "2022年各市PM2.5浓度\n城市,1月,2月\n杭州,35,38\n去年同期,36,39\n目标值,30,30\n环比,-3,2\n")
    #expect(rows.map { $0[1] } == ["杭州", "杭州"])
    #expect(try observations("2021年各区PM2.5超标天数\n城市,1月,2月\n甲市,3,4\n乙市,5,6\n").isEmpty)
    #expect(try observations("2021年水质状况\n断面,氨氮(标准值),氨氮(超标倍数)\n大桥,1,0.2\n老闸,1,0\n").isEmpty)
  }
}

@Suite("import beside what sites print, and tables of a document's own")
struct ImportOwnTableTests {
  @Test("a site's record of the document is no table")
  func recordsOfSites() throws {
    let result = try run(
      """
      索引号 | 002482285/2019-22031 | 发布机构 | 省水利厅 | |
      文 号 | 有 效 性 | |||
      序号 | 项目名称 | 总投资（万元）
      1 | 甲渠 | 100
      2 | 乙渠 | 200
      """)
    #expect(result.files.map(\.name).filter { $0.hasSuffix(".csv") } == ["projects.csv"])
  }

  @Test("rows that numerals group are not added up with their groups, and headings come again")
  func groups() throws {
    let result = try run(
      """
      单位：万元
      序号 | 类型名称 | 年度计划 | 计划完成
      总计 | | 300 | 200
      一 | 中央预算内 | 200 | 150
      1 | 太湖治理 | 150 | 100
      2 | 灌区改造 | 50 | 50
      序号 | 类型名称 | 年度计划 | 计划完成
      二 | 中央财政 | 100 | 50
      1 | 水系连通 | 100 | 50
      """)
    #expect(result.report.sums.compactMap(\.agrees).allSatisfy { $0 })
    #expect(!result.report.sums.isEmpty)
  }

  @Test(
    "a first column of numbers without a heading of theirs, and a short line amid the rows, do no harm"
  )
  func ranks() throws {
    let result = try run("排名 城市 得分\n1 拉萨 98\n2 海口 97\n3 舟山 96\n较差的城市\n4 安阳 60\n")
    #expect(result.column("unit", of: "assessments.csv") == ["拉萨", "海口", "舟山", "安阳"])
    #expect(result.column("score", of: "assessments.csv") == ["98", "97", "96", "60"])
  }
}
