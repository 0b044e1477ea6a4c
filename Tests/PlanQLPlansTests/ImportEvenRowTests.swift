import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.txt") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

private func settings(of result: ImportResult) -> String {
  result.files.first { $0.name == "plan.yaml" }?.text ?? ""
}

@Suite(
  "import of rows with as many words as there are headings, and of rows that lack or have more")
struct ImportEvenRowTests {
  @Test("headings that are not known are those of figures and of words, with their total")
  func fundsAndGoals() throws {
    let result = try run(
      """
      某县水利项目资金计划表
      单位：万元
      序号 项目名称 建设地点 建设期限 总投资 中央资金 省级资金 绩效目标
      1 青龙河治理工程 城关镇 2021-2023 3200 1600 800 水质达标
      2 水厂巩固提升 各乡镇 2022 1500 900 300 受益3万人
      合计 4700 2500 1100
      """)
    #expect(
      result.rows(of: "funding.csv", ["project", "source", "planned"]) == [
        ["青龙河治理工程", "central", "1600"], ["青龙河治理工程", "province", "800"],
        ["水厂巩固提升", "central", "900"], ["水厂巩固提升", "province", "300"],
      ])
    #expect(result.column("绩效目标", of: "projects.csv") == ["水质达标", "受益3万人"])
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
  }

  @Test("rows with words more than headings are cut by what stands in those that have as many")
  func unevenRows() throws {
    let result = try run(
      """
      2021年重点项目表
      项目名称 建设单位 总投资(万元) 1-6月完成投资(万元) 完成率(%) 形象进度
      青龙河治理工程 水利局 3200 450 45 完成清淤5公里， 护岸2公里
      水厂巩固提升 水利局 1500 500 100 已完工
      污水处理厂扩建 住建局 4800 300 20 正在进行基础施工
      合计 9500 1250 41.7
      """)
    #expect(result.column("investment", of: "projects.csv") == ["3200", "1500", "4800"])
    #expect(result.column("完成率(%)", of: "projects.csv") == ["45", "100", "20"])
    #expect(result.column("invested", of: "progress.csv") == ["450", "500", "300"])
    #expect(result.column("text", of: "progress.csv").first == "完成清淤5公里， 护岸2公里")
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
  }

  @Test("a line that has the figures of a row and fits its columns nowise is told")
  func rowsThatDoNotFit() throws {
    let result = try run(
      """
      项目名称 建设内容 总投资(万元) 建设年限 责任单位
      青龙河治理工程 河道清淤12公里， 护岸 3200 2021-2023 水利局
      水厂巩固提升 新建水厂2座 1500 2022 水利局
      污水处理厂扩建 4800 日处理2万吨 600 2022 900
      """)
    #expect(result.column("name", of: "projects.csv") == ["青龙河治理工程", "水厂巩固提升"])
    #expect(result.report.documents[0].unread.map(\.place) == [.line(4)])
  }

  @Test("a title above headings is none of them, and units below each other are those of a row")
  func titlesAndUnits() throws {
    let indicators = try run(
      """
      主要指标
      序号 指标名称 单位 2020年 2025年 属性
      1 优良天数比率 % 85.5 88 约束性
      2 PM2.5浓度 微克/立方米 38 35 约束性
      """)
    #expect(indicators.column("target", of: "indicators.csv") == ["88", "35"])
    let stacked = try run(
      "序号\n项目名称\n投资(亿元)\n责任单位\n1\n青龙河治理工程\n0.32\n水利局\n2\n水厂巩固提升\n0.15\n水利局\n住建局\n"
        + "3\n污水处理厂扩建\n0.48\n住建局\n合计\n0.95\n")
    #expect(stacked.column("units", of: "projects.csv") == ["水利局", "水利局、住建局", "住建局"])
    #expect(stacked.table("sections.csv").isEmpty)
  }

  @Test("a table with strokes on one line has a row between each two blank cells")
  func oneLine() throws {
    let result = try run(
      "| 序号 | 项目名称 | 总投资(万元) | 责任单位 |  | 1 | 污水厂扩建 | 500 | 住建局 |  | 2 | 河道治理 | 300 | 水利局 |  |"
        + " 合计 |  | 800 |  |\n")
    #expect(result.column("investment", of: "projects.csv") == ["500", "300"])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("records with fields more than headings are left, and those with fewer told")
  func recordsOfOtherLengths() throws {
    let result = try run(
      "序号,项目名称,总投资（万元）,责任单位\n1,甲渠,100,住建局\n2,乙渠,1,200,水利局\n3,丙渠,300\n4,丁渠,50,水利局\n",
      name: "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["100", "300", "50"])
    let document = result.report.documents[0]
    #expect(document.unread.map(\.place) == [.line(3)])
    #expect(
      document.doubts.contains {
        $0.text == ImportMessages.rowIsShort(3, 4) && $0.place == .line(4)
      })
  }

  @Test("an amount of what more is done in a project is added to its own, not taken for a section")
  func furtherAmounts() throws {
    let result = try run(
      """
      序号|项目名称|建设内容|投资(万元)|建设年限|责任单位
      1|污水厂|3万吨/日|12000|2021-2023|住建局
      ||配套管网15公里|3000||
      2|河道治理|8公里|990|2021|水利局
      合计|||15990||
      """)
    #expect(result.column("investment", of: "projects.csv") == ["15000", "990"])
    #expect(result.table("sections.csv").isEmpty)
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(result.report.documents[0].doubts.contains { $0.text == ImportMessages.amountsAdded })
  }
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
    #expect(
      plain.column("value", of: "stated_totals.csv")
        + plain.column("number", of: "stated_totals.csv") != [])
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
    #expect(result.report.documents[0].lineCount == 6)
  }
}

@Suite("import of English tables")
struct ImportEnglishTableTests {
  @Test("fiscal years are yearly plans, in the thousands that a line above says")
  func fiscalYears() throws {
    let result = try run(
      """
      ($ in thousands)
      Project | Department | FY2024 | FY2025 | Total
      Pump Station | Public Works | 100 | 50 | 150
      Trail | Parks | 10 | 20 | 30
      Total | | 110 | 70 | 180
      """)
    #expect(result.column("investment", of: "projects.csv") == ["150", "30"])
    #expect(
      result.rows(of: "budgets.csv", ["project", "year", "amount"]).prefix(2) == [
        ["Pump Station", "2024", "100"], ["Pump Station", "2025", "50"],
      ])
    #expect(settings(of: result).contains("currency: USD\nmoney_unit: 千元"))
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
    #expect(result.report.text(.en).contains("180 thousand USD"))
  }

  @Test("actions are tasks, and columns of numbers below a word for units are none")
  func actions() throws {
    let actions = try run(
      "Ref,Action,Lead Department,Target date,Funding\n1,Plant trees,Parks,2023,Grants\n2,Retrofit,Public Works,FY2024,Loan\n",
      name: "a.csv")
    #expect(
      actions.rows(of: "duties.csv", ["text", "units", "due"]) == [
        ["Plant trees", "Parks", "2023"], ["Retrofit", "Public Works", "2024"],
      ])
    let homes = try run(
      "project_name,Units,total_cost (USD),Progress (%),As of\nHarrison,560,100,45.5%,2023-06-30\n",
      name: "a.csv")
    #expect(homes.column("investment", of: "projects.csv") == ["100"])
    #expect(homes.column("原文Units", of: "projects.csv") == ["560"])
    #expect(homes.rows(of: "progress.csv", ["as_of", "done"]) == [["2023-06-30", "0.455"]])
  }

  @Test("a word amid another is no currency")
  func words() {
    #expect(MoneyName(in: FoldedText("Amateur entrepreneurs"))?.currency == nil)
    #expect(MoneyName(in: FoldedText("Cost (kEUR)"))?.currency == "EUR")
    #expect(MoneyName(in: FoldedText("Cost (Rs. in Lakhs)"))?.unit.power == 5)
  }
}
