import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing what is said of a project several times")
struct ImportRecordTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func rows(_ result: ImportResult, _ name: String) -> [[String]] {
    result.table(name).dropFirst().map { Array($0) }
  }

  @Test("money by source and year is that of one project")
  func funding() throws {
    let result = try csv(
      """
      项目名称,资金来源,金额（万元）,年度,备注
      甲渠,中央资金,100,2024,
      甲渠,自筹,50.5,2024年,已到账
      乙渠,彩票公益金,300,2025,
      合计,,450.5,,
      """)
    #expect(
      rows(result, "funding.csv") == [
        ["甲渠", "central", "100", "2024", "", ""], ["甲渠", "enterprise", "50.5", "2024", "", "已到账"],
        ["乙渠", "", "300", "2025", "彩票公益金", ""],
      ])
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [ImportMessages.sourceUnknown("彩票公益金")])
  }

  @Test("names of fields that other tables use too make no table of a plan")
  func foreignHeadings() throws {
    let text = "year,code,amount,name,source\n2019,1,100,甲,a\n2019,2,200,甲,b\n"
    let result = try csv(text)
    #expect(result.files.map(\.name) == ["plan.yaml", "a.csv"])
    var options = ImportOptions()
    for mapping in ["name=name", "amount=investment", "year=year", "code=code", "source=source"] {
      try options.map.add(line: mapping)
    }
    options.money = MoneyName(in: FoldedText("元"))
    let mapped = try DocumentImport.run(text: text, fileName: "a.csv", options: options)
    #expect(mapped.column("planned", of: "funding.csv") == ["100", "200"])
    #expect(mapped.column("name", of: "projects.csv") == ["甲"])
  }

  @Test("money by stage stands in the columns of its stages")
  func stages() throws {
    let result = try csv(
      """
      项目名称,总投资(万元),计划资金(万元),到位资金(万元),支付资金(万元)
      甲渠,1000,800,600,300.5
      合计,1000,800,600,300.5
      """)
    #expect(
      result.table("funding.csv") == [
        ["project", "source", "planned", "in_place", "paid"], ["甲渠", "", "800", "600", "300.5"],
      ])
    #expect(result.column("investment", of: "projects.csv") == ["1000"])
    #expect(result.report.sums.map(\.agrees) == [true, true, true, true])
  }

  @Test("amounts by year are the yearly plan, and reports by day are progress")
  func yearsAndDays() throws {
    let budgets = try csv("项目名称,年度,计划投资（万元）\n甲渠,2024,100\n甲渠,2025,200\n")
    #expect(rows(budgets, "budgets.csv") == [["甲渠", "2024", "100"], ["甲渠", "2025", "200"]])
    #expect(budgets.column("name", of: "projects.csv") == ["甲渠"])
    let reports = try csv(
      """
      项目名称,截至日期,累计完成投资（万元）,形象进度
      甲渠,2024-03-31,100,20%
      甲渠,2024-06-30,180.5,45%
      """)
    #expect(reports.column("invested", of: "progress.csv") == ["100", "180.5"])
    #expect(reports.column("done", of: "progress.csv") == ["0.2", "0.45"])
    #expect(reports.column("name", of: "projects.csv") == ["甲渠"])
    // Amounts up to several days have no sum.
    #expect(reports.report.sums.isEmpty)
  }

  @Test("observed values are not taken for a baseline and a target")
  func observations() throws {
    let places = try csv(
      """
      县区,指标,2022年,2023年,同比变化
      东河县,PM2.5浓度(微克/立方米),38,35,-7.9%
      西山区,PM2.5浓度(微克/立方米),41,40.5,-1.2%
      """)
    #expect(
      places.table("observations.csv").dropFirst().map { Array($0.prefix(4)) } == [
        ["PM2.5浓度", "东河县", "2022", "38"], ["PM2.5浓度", "东河县", "2023", "35"],
        ["PM2.5浓度", "西山区", "2022", "41"], ["PM2.5浓度", "西山区", "2023", "40.5"],
      ])
    #expect(places.column("name", of: "indicators.csv") == ["PM2.5浓度"])
    #expect(places.column("target", of: "indicators.csv").isEmpty)
    let review = try csv("指标,单位,2020年基期值,2025年目标值,2023年实际值\n优良率,%,78,82,83.2\n")
    #expect(review.column("value", of: "observations.csv") == ["83.2"])
    #expect(review.column("target", of: "indicators.csv") == ["82"])
    let times = try csv("指标名称,监测点位,监测时间,监测值\n氨氮,桥头,2023年3月,0.9\n氨氮,桥头,2023年4月,1.1\n")
    #expect(times.column("time", of: "observations.csv") == ["2023-03", "2023-04"])
    let plan = try load(Dictionary(uniqueKeysWithValues: times.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("observations").count == 2)
  }

  @Test("revenue and spending by year are the table of public finance")
  func fiscal() throws {
    let result = try csv("年度,一般公共预算收入（亿元）,节能环保支出（万元）\n2022,48.9,\"13,500\"\n2023,51,15200.5\n")
    #expect(
      result.table("fiscal.csv") == [
        ["year", "revenue", "environment_spending", "source_line"], ["2022", "48.9", "1.35", "2"],
        ["2023", "51", "1.52005", "3"],
      ])
  }

  @Test("a share of a stated amount is kept beside it")
  func shareOfAmount() throws {
    let result = try DocumentImport.run(
      text: "1-9月，全县76个重点项目完成投资45.6亿元，占年度计划60亿元的76%。", fileName: "a.txt")
    let totals = rows(result, "stated_totals.csv").map { Array($0[1...4]) }
    #expect(totals.contains(["年度计划", "60", "", ""]))
    #expect(totals.contains(["占年度计划", "", "76", "%"]))
  }

  @Test("the day in the heading of another column is not that of the progress")
  func dayOfOtherColumn() throws {
    let result = try csv(
      "项目名称,总投资（万元）,截至2023年底拨款情况,形象进度\n甲渠,100,50,主体完成80%\n")
    #expect(result.column("as_of", of: "progress.csv") == [""])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [ImportMessages.dateOfReportUnknown])
  }

  @Test("opinions are tasks, and scores have the year of their row")
  func reviews() throws {
    let opinions = try csv("序号,审查意见,责任单位,完成时间\n1,补充监测,环保局,2024年6月\n")
    #expect(opinions.column("text", of: "duties.csv") == ["补充监测"])
    let scores = try csv("单位名称,考核年度,考核内容,分值,得分\n青石镇,2022,水,40,36.5\n青石镇,2023年,水,40,38\n")
    #expect(scores.column("year", of: "assessments.csv") == ["2022", "2023"])
    #expect(scores.column("score", of: "assessments.csv") == ["36.5", "38"])
    let words = try csv("项目名称,投资额（万元）,建设期限\n甲渠,1,\"2023年3月开工，2024年6月完工\"\n")
    #expect(words.column("period", of: "projects.csv") == ["2023-03..2024-06"])
  }

  @Test("measures in a bulletin are kept with their units, and changes with what changed")
  func measures() throws {
    let result = try DocumentImport.run(
      text: "2023年，PM2.5平均浓度35微克/立方米，同比下降5.4%。化学需氧量减排120吨。全年完成投资3.6亿元。",
      fileName: "a.txt")
    #expect(
      rows(result, "stated_totals.csv").prefix(3).map { [$0[1], $0[3], $0[4]] } == [
        ["PM2.5平均浓度", "35", "微克/立方米"], ["PM2.5平均浓度同比下降", "5.4", "%"], ["化学需氧量减排", "120", "吨"],
      ])
  }

  @Test("parts by source need no more than the words that announce them")
  func bySource() throws {
    let result = try DocumentImport.run(
      text: "规划总投资26.8亿元。按资金来源分，中央资金8.2亿元，地方财政资金10.6亿元，社会资本8亿元。",
      fileName: "a.txt")
    #expect(result.report.sums.map(\.rows) == [3])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("items with a date among their units, or with none, are tasks in their turn")
  func items() throws {
    let result = try DocumentImport.run(
      text: """
        2024年任务清单
        一、教育
        1．新建小学2所。（教育局牵头，住建局配合，2024年8月底前完成）
        2．改造幼儿园5所（责任单位：教育局）
        3．推进集团化办学。
        4．建设分校（牵头单位：同上；完成时限：2025年）
        """, fileName: "a.txt")
    #expect(result.column("no", of: "duties.csv") == ["1", "2", "3", "4"])
    #expect(result.column("due", of: "duties.csv") == ["..2024-08", "", "", "2025"])
    let doubts = result.report.documents[0].doubts.map(\.text)
    #expect(doubts.contains(ImportMessages.itemWithoutUnits))
    #expect(result.measures.isEmpty)
  }

  @Test("totals of a flattened table may count rows, and sections state theirs in brackets")
  func flattenedTotals() throws {
    let result = try DocumentImport.run(
      text: """
        单位：亿元
        序号 项目名称 建设内容 总投资 建设期限 责任单位
        一、水环境（2个，3.5亿元）
        1 污水厂 日处理5万吨 2.3 2022-2024 住建局
        2 河道整治 治理12公里 1.2 2023年 水利局
        合计 2 个 3.5
        """, fileName: "a.txt")
    #expect(result.report.sums.map(\.agrees) == [true, true])
    #expect(result.column("title", of: "sections.csv") == ["水环境"])
  }

  @Test("a sheet for each quarter reports of the same projects")
  func quarters() throws {
    #if Office
      let headings: [WorkbookFixture.Cell] = [
        .text("项目名称"), .text("总投资（万元）"), .text("累计完成投资（万元）"), .text("形象进度"),
      ]
      func sheet(_ part: String, _ invested: [String], _ whole: String) -> WorkbookFixture.Sheet {
        .init(
          name: part,
          rows: [
            [.text("2024年\(part)进展")], headings,
            [.text("甲渠"), .number("100"), .number(invested[0]), .text("开工")],
            [.text("乙渠"), .number(whole), .number(invested[1]), .text("完工")],
          ])
      }
      let workbook = WorkbookFixture(sheets: [
        sheet("一季度", ["10", "20"], "50"), sheet("二季度", ["30", "40.5"], "60"),
      ])
      let result = try DocumentImport.run(bytes: try workbook.bytes(), fileName: "a.xlsx")
      #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠"])
      #expect(result.column("invested", of: "progress.csv") == ["10", "20", "30", "40.5"])
      #expect(
        result.column("as_of", of: "progress.csv") == [
          "2024-03-31", "2024-03-31", "2024-06-30", "2024-06-30",
        ])
      #expect(
        result.report.documents[0].doubts.map(\.text) == [
          ImportMessages.rowsDiffer("总投资（万元）", "50", "60")
        ])
      #expect(result.table("sections.csv").isEmpty)
    #endif
  }

  @Test("a first row without a source that the sources below come to is the whole")
  func wholeWithoutSource() throws {
    let result = try csv(
      """
      项目名称,建设期限,资金来源,总投资(万元),备注
      甲渠,2021-2022,,250,省重点
      ,,中央资金,90,
      ,,银行贷款,160,
      乙渠,2021-2022,,300,
      ,,中央资金,100,
      """)
    #expect(
      rows(result, "funding.csv").map { Array($0.prefix(3)) } == [
        ["甲渠", "central", "90"], ["甲渠", "loan", "160"], ["乙渠", "", "300"],
        ["乙渠", "central", "100"],
      ])
    let projects = result.table("projects.csv")
    let investment = try #require(projects[0].firstIndex(of: "investment"))
    #expect(projects.dropFirst().map { $0[investment] } == ["250", ""])
    #expect(result.column("备注", of: "projects.csv") == ["省重点", ""])
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.amountsWithoutSource("乙渠")))
  }
}

extension ImportResult {
  /// The titles of the measures.
  fileprivate var measures: [String] { column("title", of: "measures.csv") }
}
