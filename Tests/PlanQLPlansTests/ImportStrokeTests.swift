import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables whose cells strokes end or begin, wherever the lines break")
struct ImportStrokeTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  /// A table with each cell on a line of its own, ended by a stroke.
  private func stroked(_ rows: [[String]], end: String = "") -> String {
    rows.map { $0.map { $0.isEmpty ? "|" : $0 + " |" }.joined(separator: "\n") + end }
      .joined(separator: "\n")
  }

  private let projects = [
    ["序号", "项目名称", "投资额(万元)", "建设期限", "责任单位"],
    ["1", "北渠清淤", "1200", "2021-2022", "水利局"],
    ["2", "南站扩建", "800", "2023", "住建局、水利局"],
  ]

  @Test("a cell a line, with and without a stroke alone at the end of a row")
  func cellALine() throws {
    for end in ["", "\n|"] {
      let result = try run("某县重点工程汇总表\n" + stroked(projects, end: end) + "\n合计 |\n2000 |")
      #expect(result.column("name", of: "projects.csv") == ["北渠清淤", "南站扩建"])
      #expect(result.column("investment", of: "projects.csv") == ["1200", "800"])
      #expect(result.column("units", of: "projects.csv") == ["水利局", "住建局、水利局"])
      #expect(result.report.sums.map(\.agrees) == [true])
    }
  }

  @Test("a numbered title without strokes amid rows with them is their section")
  func plainSections() throws {
    let result = try run(
      "序号 | 项目名称 | 总投资(万元) | 责任单位\n一、交通项目\n1 | 甲路 | 1000 | 交通局\n2 | 乙桥 | 2000 | 交通局\n"
        + "二、水利项目\n3 | 丙渠 | 500 | 水利局\n合计 | | 3500 |\n")
    #expect(result.column("section", of: "projects.csv") == ["交通项目", "交通项目", "水利项目"])
    #expect(result.column("units", of: "projects.csv") == ["交通局", "交通局", "水利局"])
    #expect(result.report.sums.map(\.agrees) == [nil, nil, true])
  }

  @Test("headings that a map names are those of a table whose cells strokes end")
  func mappedHeadings() throws {
    var map = HeadingMap()
    try map.add(line: "工程量=content")
    try map.add(line: "业主=units")
    try map.add(line: "造价(万元)=investment")
    let rows = [
      ["标段", "工程量", "造价(万元)", "业主"], ["北渠", "清淤3公里", "1200", "水利局"], ["南站", "扩建", "800", "住建局"],
      ["东湖", "护岸", "500", "水利局"],
    ]
    let text =
      "某县重点工程汇总表\n" + stroked([["项目名称"] + rows[0].dropFirst()] + rows.dropFirst(), end: "\n|")
    let result = try DocumentImport.run(
      text: text, fileName: "a.txt", options: ImportOptions(map: map))
    #expect(result.column("investment", of: "projects.csv") == ["1200", "800", "500"])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "住建局", "水利局"])
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test("strokes on lines of their own, and cells of several lines")
  func strokesAlone() throws {
    let text = projects.joined().map { $0.replacing("、", with: "、\n") + "\n|" }
      .joined(separator: "\n")
    let result = try run(text)
    #expect(result.column("name", of: "projects.csv") == ["北渠清淤", "南站扩建"])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "住建局、水利局"])
  }

  @Test("cells that reach down are put before those of the rows that lack them")
  func mergedCells() throws {
    let result = try run(
      """
      县区 |
      补助合计 |
      乡镇 |
      类型 |
      资金(万元) |
      东县 |
      100 |
      甲镇 |
      工贸型 |
      60 |
      乙镇 |
      城郊型 |
      40 |
      ||
      西县 |
      50 |
      丙镇 |
      农业型 |
      50 |
      """)
    let name = try #require(result.files.map(\.name).first { $0 == "a.csv" })
    #expect(result.column("县区", of: name) == ["东县", "东县", "西县"])
    #expect(result.column("补助合计", of: name) == ["100", "", "50"])
    #expect(result.column("乡镇", of: name) == ["甲镇", "乙镇", "丙镇"])
    #expect(result.column("资金(万元)", of: name) == ["60", "40", "50"])
  }

  @Test("headings that reach over several columns are set by what stands below them")
  func headingsOverHeadings() throws {
    let result = try run(
      """
      某市生态补偿资金分配表 | ||||||
      序号 | 项目名称 | 补助资金(万元) | 责任单位 | |||
      合计 | 省级 | 市级 | ||||
      1 | 甲河断面 | 190 | 140 | 50 | 水利局 | |
      2 | 乙河断面 | 80 | 60 | 20 | 生态环境局 | |
      3 | 丙河断面 | 30 | 30 | - | 水利局 | |
      """)
    #expect(
      result.table("funding.csv").dropFirst() == [
        ["甲河断面", "province", "140"], ["甲河断面", "city", "50"], ["乙河断面", "province", "60"],
        ["乙河断面", "city", "20"], ["丙河断面", "province", "30"],
      ])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "生态环境局", "水利局"])
  }

  @Test("headings of which several stand over the ones below equally well are left out and said")
  func uncertainHeadings() throws {
    let result = try run(
      """
      地区 | 城市 | 细颗粒物 | 优良率 | |||
      浓度 | 同比 | 三年比 | 实测 | 变化 | ||
      东部 | 甲市 | 32 | -1.2 | 3.1 | 76.2 | 0.5 |
      西部 | 乙市 | 34 | -3.4 | 2.2 | 84.4 | 7.4 |
      西部 | 丙市 | 25 | -6.9 | 1.3 | 94.3 | 8.7 |
      """)
    #expect(result.table("a.csv").first == ["地区", "城市", "浓度", "同比", "三年比", "实测", "变化"])
    #expect(result.column("实测", of: "a.csv") == ["76.2", "84.4", "94.3"])
    let doubts = result.report.documents[0].doubts.map(\.text.en)
    #expect(doubts.contains { $0.contains("nothing tells which of them stand above which") })
  }

  @Test("a table of indicators with sections, an empty cell and a row that is cut off")
  func indicators() throws {
    let result = try run(
      stroked([
        ["指标", "2015年", "2020年", "属性"], ["环境质量"], ["1。空气"],
        ["优良天数比率(%)", "76。7", ">80", "约束性"], ["重污染天数下降(%)", "-", "〔25〕", "预期性"], ["2。水环境"],
        ["水质达标率(%)", "70.8", "", "预期性"],
      ]) + "\n受污染耕地 |\n70")
    #expect(result.column("baseline", of: "indicators.csv") == ["76.7", "", "70.8"])
    #expect(result.column("target", of: "indicators.csv") == ["80", "25", ""])
    #expect(result.column("comparator", of: "indicators.csv") == ["above", "cumulative", ""])
    #expect(
      result.report.documents[0].unread.map(\.text) == [
        ImportMessages.rowIsCutOff, ImportMessages.rowIsCutOff,
      ])
  }

  @Test("a stroke before each cell but the first of a row, and one alone after the row")
  func leadingStrokes() throws {
    let text = projects.map { row in
      row[0] + "\n" + row.dropFirst().map { "| " + $0 }.joined(separator: "\n") + "\n|"
    }
    let more = (3...4).map { "\($0)\n| 工程\($0)\n| \($0)00\n| 2024\n| 林业局\n|" }
    let result = try run((text + more).joined(separator: "\n"))
    #expect(result.column("name", of: "projects.csv") == ["北渠清淤", "南站扩建", "工程3", "工程4"])
    #expect(result.column("investment", of: "projects.csv") == ["1200", "800", "300", "400"])
  }

  @Test("rows of a pipe table that lack their first cell are not shifted")
  func shortRows() throws {
    let tasks = try run(
      """
      类别 | 任务内容 | 责任单位 | 配合单位 | 完成时限 |
      大气 | 城区绿化 | 市园林局 | 市林业局 | 2022年9月20日前 |
      防护林带 | 市林业局 | 市住建局 | 2022年9月20日前 |
      """)
    #expect(tasks.column("text", of: "duties.csv") == ["城区绿化", "防护林带"])
    let notes = tasks.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.cellsReachDown(1)))
    #expect(
      tasks.column("role", of: "responsibilities.csv") == ["lead", "support", "lead", "support"])
    #expect(tasks.column("unit", of: "responsibilities.csv").suffix(2) == ["市林业局", "市住建局"])
    let projects = try run(
      """
      类别 | 项目名称 | 建设内容 | 总投资(万元) | 责任单位 |
      水 | 河道整治 | 清淤 | 1200 | 水利局 |
      污水厂扩建 | 扩建1万吨 | 3500 | 生态环境局 |
      """)
    #expect(projects.column("name", of: "projects.csv") == ["河道整治", "污水厂扩建"])
    #expect(projects.column("category", of: "projects.csv") == ["水", "水"])
    #expect(projects.column("investment", of: "projects.csv") == ["1200", "3500"])
  }

  @Test(
    "a table with strokes and figures under headings that are not known is kept, and no sentence")
  func ownTables() throws {
    let result = try run(
      """
      1-9月份重点项目简讯
      县区 | 项目个数 | 年投资计划 | 完成率 |
      东县 | 57 | 82.5 | 78.9% |
      西县 | 27 | 42.6 | 73.2% |
      """)
    #expect(result.column("项目个数", of: "a.csv") == ["57", "27"])
    #expect(result.column("完成率", of: "a.csv") == ["78.9%", "73.2%"])
    #expect(!result.files.map(\.name).contains("stated_totals.csv"))
    // Strokes between a page's own links are no table.
    #expect(throws: ImportRefusal.self) {
      try run("首页 | 新闻 | 公开 | 互动\n发布机构 | 甲局 | 文号 | 无\n成文日期 | 今日 | 有效性 | 有效\n")
    }
  }

  @Test("a cell a line under headings of which some are not known")
  func unknownHeadingsStacked() throws {
    let rows = [
      ["科目", "110年度決算", "112年度預算", "113年度預算案", "比較增減"], ["土地", "160", "353", "219", "-134"],
      ["房屋", "246", "478", "520", "42"], ["設備", "161", "245", "263", "18"],
    ]
    let result = try run("單位:新臺幣千元\n" + rows.joined().joined(separator: "\n"))
    #expect(result.column("name", of: "projects.csv") == ["土地", "房屋", "設備"])
    #expect(
      result.table("budgets.csv").dropFirst().prefix(2) == [
        ["土地", "2023", "353"], ["土地", "2024", "219"],
      ])
    #expect(result.column("比較增減", of: "projects.csv") == ["-134", "42", "18"])
  }

  @Test("rows of number, word, number, word are not cut in two")
  func halves() throws {
    let result = try run(
      "2022年空气质量排名\n"
        + stroked([
          ["排名", "县区", "PM2.5", "首要污染物"], ["1", "甲市", "18", "臭氧"], ["2", "乙县", "19", "臭氧"],
          ["3", "丙县", "20", "细颗粒物"],
        ]))
    let kept = result.files.first { $0.text.contains("细颗粒物") }
    #expect(kept?.text.contains("3,丙县,20,细颗粒物") == true)
  }
}
