import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables of accounts, standards, forms and lists of labels")
struct ImportUnseenTableTests {
  private func run(_ text: String, _ name: String = "a.txt") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  private func plan(_ result: ImportResult) -> String {
    result.files.first { $0.name == ImportResult.planFile }?.text ?? ""
  }

  private func said(_ result: ImportResult) -> [LocalizedText] {
    let report = result.report.documents[0]
    return (report.doubts + report.normalised).map(\.text)
  }

  @Test("columns that one of money is the sum of are in its unit; others are said")
  func unitsOfParts() throws {
    let summed = try run(
      """
      单位:万元
      区 | 合计 | 产业路 | 桥梁
      甲区 | 421 | 218 | 203
      乙区 | 622 | 416 | 206
      """)
    #expect(summed.table("a.csv")[0] == ["区", "合计(万元)", "产业路(万元)", "桥梁(万元)"])
    let open = try run(
      """
      单位:万元
      区 | 补助金额 | 受益户
      甲区 | 421 | 218
      乙区 | 622 | 416
      """)
    #expect(open.table("a.csv")[0] == ["区", "补助金额(万元)", "受益户"])
    #expect(said(open).contains(ImportMessages.unitOfColumnsUnknown("万元", ["受益户"])))
  }

  @Test("accounts whose code begins with that of one above are parts of it")
  func codes() throws {
    let result = try run(
      """
      科目编码,科目名称,预算数
      201,一般公共服务支出,2070
      20101,人大事务,1250
      20102,政协事务,820
      205,教育支出,1000
      合计,,3070
      """, "a.csv")
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(result.report.sums.map(\.rows) == [2])
    #expect(said(result).contains(ImportMessages.codesNest(2)))
  }

  @Test("a row that ends in total is one, and an amount alone is no section")
  func englishTotals() throws {
    let result = try run(
      """
      Location,Project,Budget
      EWH,Stadium gates,"$ 250,000.00"
      HWE,Playground,"$ 350,000.00"
      ,2025 subtotal,"$ 600,000.00"
      TPE,Windows,"$ 2,000,000.00"
      ,Other roads total,"$ 2,000,000.00"
      ,,"$2,600,000.00"
      """, "a.csv")
    #expect(
      result.column("name", of: "projects.csv") == ["Stadium gates", "Playground", "Windows"])
    #expect(result.report.sums.compactMap(\.agrees) == [true, true])
    #expect(result.report.documents[0].unread.map(\.place?.number) == [7])
    #expect(result.table("sections.csv").isEmpty)
  }

  @Test("the unit of all amounts may stand in a row of its own below the headings")
  func unitBelowHeadings() throws {
    let result = try run(
      """
      No,Project name,Total Project Cost
      R thousand,,
      1,Office Park,1494
      """, "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["1494"])
    #expect(plan(result).contains("currency: ZAR"))
    #expect(plan(result).contains("money_unit: 千元"))
  }

  @Test("a form without points is one of rules, with who is assessed by whom as it stands")
  func unscoredForm() throws {
    let form = """
      考核项目,考核内容,分值,评分标准,考核单位,得分
      环境质量,PM2.5平均浓度,20,每超标1微克/立方米扣2分。,甲局,
      污染防治,秸秆禁烧,30,每发现1处火点扣5分。,乙局,
      合计,,50,,,
      """
    let result = try run(form, "a.csv")
    #expect(
      result.rows(of: "rules.csv", ["item", "points", "step"]) == [
        ["PM2.5平均浓度", "20", "2"], ["秸秆禁烧", "30", "5"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true])
    let filled = form.replacing("甲局,", with: "甲镇,18").replacing("乙局,", with: "乙镇,25")
    #expect(try run(filled, "a.csv").column("score", of: "assessments.csv") == ["18", "25"])
  }

  @Test("points for each of some things are given, and what goes both ways is taken off or given")
  func pointsForEach() throws {
    let result = try run(
      """
      1.信息宣传(20分)。每篇得0.5分。
      2.产值(基分为35分)。每增减1个百分点,增减0.3分。
      3.纪律(10分)。每次扣1分。
      """)
    #expect(
      result.rows(of: "rules.csv", ["item", "points", "form", "step", "加分步长"]) == [
        ["信息宣传", "20", "", "", "0.5"], ["产值", "35", "per_unit", "0.3", "0.3"],
        ["纪律", "10", "per_unit", "1", ""],
      ])
  }

  @Test(
    "the place that a title begins with is no level and no kind of places",
    arguments: [
      ("2018年农村公路建设省级补助资金安排表", nil), ("2022年4月设区市项目表", nil), ("附件北塔区2020年项目表", "北塔区"),
      ("附件2：青石县项目表", "青石县"), ("青石县县级项目表", "青石县"),
    ] as [(String, String?)])
  func region(_ title: String, _ region: String?) throws {
    #expect(PlanFacts.region(in: FoldedText(title)) == region)
  }

  @Test("a category that stands once above its rows reaches down where figures tell the rows")
  func categoryOfStackedRows() throws {
    let result = try run(
      """
      类别
      指标
      2010年实绩
      2015年目标
      经济增长
      农业增加值(亿元)
      81.53
      163
      农民人均纯收入(元)
      10874
      22000
      农产品供给
      粮食总产(万吨)
      119.6
      100
      肉类总产(万吨)
      11.45
      13
      """)
    #expect(
      result.rows(of: "indicators.csv", ["name", "measured_in", "target", "原文领域"]) == [
        ["农业增加值", "亿元", "163", "经济增长"], ["农民人均纯收入", "元", "22000", "经济增长"],
        ["粮食总产", "万吨", "100", "农产品供给"], ["肉类总产", "万吨", "13", "农产品供给"],
      ])
  }

  @Test("sections below which the headings stand again, a cell a line")
  func repeatedHeadings() throws {
    let result = try run(
      """
      (一) 生态环境指标
      序号
      指 标
      标准值
      1
      物种指数
      ≥0.5
      2
      植物指数
      ≥0.7
      (二) 基础设施指标
      序号
      指 标
      标准值
      3
      设施完好率
      ≥85
      4
      再生水利用率(%)
      ≥30
      """)
    #expect(
      result.rows(of: "indicators.csv", ["no", "name", "target", "comparator", "原文领域"]) == [
        ["1", "物种指数", "0.5", "at_least", "生态环境指标"], ["2", "植物指数", "0.7", "at_least", "生态环境指标"],
        ["3", "设施完好率", "85", "at_least", "基础设施指标"], ["4", "再生水利用率", "30", "at_least", "基础设施指标"],
      ])
  }

  @Test("headings that come again beside each other, a cell a line, are no table that can be read")
  func headingsTwice() {
    let cells = [
      "地区", "目标", "任务", "进度", "完成比例(%)", "目标", "任务", "进度", "完成比例(%)", "全市", "27800", "52242",
      "187.9",
      "4400", "5358", "121.8", "市本级", "60", "577", "961.7", "甲新区", "乙区", "8000", "22921", "286.5",
      "1200", "1444",
      "120.3", "丙区", "3800", "6138", "161.5", "660", "709", "107.4",
    ]
    #expect(throws: ImportRefusal.self) { try run(cells.joined(separator: "\n")) }
  }

  @Test("a blank last cell is told by the number of the next row")
  func blankNotes() throws {
    let result = try run(
      """
      考核内容

      分值

      备注

      一、政策制度(20分)

      (1)实现全覆盖。

      10

      (2)制定奖惩制度。

      5

      (3)设立公示牌。

      5

      二、水资源保护(10分)

      (1)编制保护计划。

      2

      (2)落实管理。

      8
      """)
    #expect(
      result.rows(of: "rules.csv", ["item", "points", "原文章节"]) == [
        ["实现全覆盖。", "10", "政策制度(20分)"], ["制定奖惩制度。", "5", "政策制度(20分)"],
        ["设立公示牌。", "5", "政策制度(20分)"], ["编制保护计划。", "2", "水资源保护(10分)"],
        ["落实管理。", "8", "水资源保护(10分)"],
      ])
  }

  @Test("a line without words parts the rows of a drawn table")
  func blankRowOfDrawnTable() throws {
    let result = try run(
      """
      ──────┬────┬────
      科 目 │本年│上年
      ──────┼────┼────
      税收  │ 205│ 140
            │    │
      规费  │ 173│ 100
      """)
    #expect(result.table("a.csv").map { $0[1] } == ["本年", "205", "173"])
  }

  @Test("what is said of one thing under labels lists no projects")
  func labelsOfOneThing() throws {
    let result = try run(
      """
      项目 | 内容
      规划名称 | 第十三个五年规划
      发布时间 | 2016年3月
      实施时间 | 2016年—2020年
      """)
    #expect(result.table("projects.csv").isEmpty)
    #expect(result.table("a.csv").map { $0[0] } == ["项目", "规划名称", "发布时间", "实施时间"])
    let projects = try run("项目 | 内容\n甲渠 | 清淤3公里\n乙路 | 改造2公里\n")
    #expect(projects.column("name", of: "projects.csv") == ["甲渠", "乙路"])
  }

  @Test("headings that stand twice beside each other head two tables, whatever they are")
  func halves() throws {
    let result = try run(
      """
      单位:万元
      单位 | 金额 | 单位 | 金额
      甲市 | 32 | 丁区 | 132
      乙市 | 69 | 戊区 | 112
      丙市 | 70 | |
      """)
    #expect(
      result.table("a.csv") == [["单位", "金额(万元)"], ["甲市", "32"], ["乙市", "69"], ["丙市", "70"]])
    #expect(result.table("a_2.csv") == [["单位", "金额(万元)"], ["丁区", "132"], ["戊区", "112"]])
  }

  @Test("with blank lines between cells, lines below each other are those of one cell")
  func cellsOfSeveralLines() throws {
    let cells = [
      "类别", "指标", "2015\n基期值", "2020\n目标值", "年均增速\n〔累计〕", "指标属性", "粮食供给", "综合生产\n能力(亿吨)", "5",
      "5.5", "0.5",
      "约束性", "自给率(%)", "100", "100", "-", "约束性", "农业结构", "养殖业占比(%)", "28", "30", "〔2〕", "预期性",
    ]
    let result = try run(cells.joined(separator: "\n\n"))
    #expect(
      result.rows(of: "indicators.csv", ["name", "measured_in", "baseline", "target", "原文领域"]) == [
        ["综合生产能力", "亿吨", "5", "5.5", "粮食供给"], ["自给率", "%", "100", "100", "粮食供给"],
        ["养殖业占比", "%", "28", "30", "农业结构"],
      ])
    #expect(said(result).contains(ImportMessages.linesOfCellsJoined(4)))
    // Units, numbers and text below each other stay apart.
    let plain = cells.joined(separator: "\n\n").replacing("0.5", with: "0.5\n0.6")
    #expect(throws: ImportRefusal.self) { try run(plain) }
  }

  @Test("a site's record of the document above it is no table")
  func recordOfSite() throws {
    let result = try run(
      """
      信息索引号 | 014006438/2018-02317 | 生成日期 | 2018-03-29 | 公开日期 | 2018-04-09 |
      文件编号 | - | 发布机构 | 某市环境保护局 | ||
      1. 完成提标改造3座。(牵头单位:市住建局;完成时限:2018年12月底前)
      2. 关停锅炉12台。(牵头单位:市经信委;完成时限:2018年9月底前)
      """)
    #expect(result.column("due", of: "duties.csv") == ["..2018", "..2018-Q3"])
  }

  @Test("a page's table may have one heading twice, and strokes alone part no table from its total")
  func repeatedAndBlank() throws {
    let page = try run(
      "<table><tr><td>地区</td><td>计划(万元)</td><td>完成率(%)</td><td>到位(万元)</td><td>完成率(%)</td></tr>"
        + "<tr><td>甲区</td><td>492</td><td>46.8</td><td>100</td><td>5</td></tr>"
        + "<tr><td>乙区</td><td>182</td><td>50.1</td><td>200</td><td>6</td></tr></table>", "a.html")
    #expect(page.column("完成率(%)_2", of: "a.csv") == ["5", "6"])
    let marked = try run(
      """
      | 项目名称 | 建设性质 | 总投资(亿元) |
      |---|---|---|
      | 供热工程 | 续建 | 3.2 |
      | 湿地公园 | 新建 | 2.6 |
      |  |  |  |
      | 合计 |  | 5.8 |
      """, "a.md")
    #expect(marked.report.sums.map(\.agrees) == [true])
  }

  @Test("rows whose number names the one above that they are parts of are not added up again")
  func nestedNumbers() throws {
    let result = try run(
      """
      序号,费用名称,土建,设备,小计
      1,工程费,300,200,500
      1.1,厂房,100,80,180
      1.2,仓库,200,120,320
      2,其他费,20,30,50
      总计,,320,230,550
      """, "a.csv")
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
  }
}
