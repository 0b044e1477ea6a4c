import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing CSV, TSV, Markdown and web pages")
struct ImportTableFileTests {
  private func run(
    _ text: String, _ name: String = "表.csv", _ options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name, options: options)
  }

  private func doubts(_ result: ImportResult, _ document: Int = 0) -> [LocalizedText] {
    result.report.documents[document].doubts.map(\.text)
  }

  @Test("a CSV file with a title, a unit above, headings over two rows, quotes and a total")
  func csv() throws {
    let result = try run(
      """
      青石县2023年重点项目计划表,,,,,
      ,,,,单位：万元,
      序号,项目名称,建设内容,年度投资计划,,责任单位
      ,,,2023年,2024年,
      1,甲桥,"新建,长
      200米",100,"1,200",交通局/住建局
      2,"乙""老""街",修缮,50.5,,住建局
      合计,,,150.5,1200,

      """)
    #expect(result.column("name", of: "projects.csv") == ["甲桥", "乙老街"])
    #expect(result.column("content", of: "projects.csv") == ["新建,长200米", "修缮"])
    #expect(result.column("units", of: "projects.csv") == ["交通局、住建局", "住建局"])
    #expect(result.column("source_line", of: "projects.csv") == ["5", "7"])
    #expect(
      result.table("budgets.csv").dropFirst() == [
        ["甲桥", "2023", "100"], ["甲桥", "2024", "1200"],
        ["乙\"老\"街".replacing("\"", with: ""), "2023", "50.5"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true, true])
  }

  @Test("cells between semicolons and between tab stops, also in UTF-16 and GB18030")
  func separators() throws {
    for separator in [";", "\t"] {
      let text = ["项目名称,投资额（万元）,建设年限", "甲,800,2021-2022", "乙,90,2023"].joined(separator: "\n")
        .replacing(",", with: separator)
      let units = Array(text.utf16)
      let pairs = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let samples: [[UInt8]] = [
        Array(text.utf8), [0xFF, 0xFE] + pairs, try ImportFixture.gb18030(text),
      ]
      for bytes in samples {
        let result = try DocumentImport.run(bytes: bytes, fileName: "a.tsv")
        #expect(result.column("investment", of: "projects.csv") == ["800", "90"])
      }
    }
  }

  @Test("a quote that does not end is refused with its line")
  func openQuote() throws {
    let refused = #expect(throws: ImportRefusal.self) {
      try run("项目名称,投资额(万元)\n甲,1\n\"乙,2\n丙,3\n")
    }
    #expect(refused?.line == 3)
  }

  /// Imports a column of amounts and gives what was read, with the sum.
  private func amounts(
    _ cells: [String], numbers: NumberStyle? = nil
  ) throws -> (values: [String], sum: String?, doubts: [LocalizedText]) {
    let rows = cells.enumerated().map { "项目\($0),\"\($1)\",水利局" }
    let result = try run(
      (["项目名称,总投资(元),责任单位"] + rows).joined(separator: "\n"), "a.csv",
      ImportOptions(numbers: numbers))
    return (
      result.column("investment", of: "projects.csv"), result.report.sums.last?.sum?.description,
      doubts(result)
    )
  }

  @Test("a column with decimal commas is read as such, its whole numbers too")
  func decimalCommas() throws {
    let (values, sum, doubts) = try amounts(["1.000,00", "655307959,2", "30", "2.500"])
    #expect(values == ["1000", "655307959.2", "30", "2500"])
    #expect(sum == "655311489.2")
    #expect(doubts.isEmpty)
  }

  @Test("a column that mixes styles says so, and what could be either is not read")
  func mixedStyles() throws {
    let (values, sum, doubts) = try amounts(["1.000", "1,5", "1,000.5", "30"])
    #expect(values == ["", "1.5", "1000.5", "30"])
    #expect(sum == "1032")
    #expect(doubts.contains(ImportMessages.mixedStyles("总投资(元)")))
    #expect(doubts.contains(ImportMessages.unreadable("总投资(元)", "1.000")))
  }

  @Test("a style that is given is kept to, and other cells are none")
  func givenStyle() throws {
    let comma = try amounts(["1.000", "1,5", "1,000.5"], numbers: .comma)
    #expect(comma.values == ["1000", "1.5", ""])
    let point = try amounts(["1.000", "1,5", "1,000.5"], numbers: .point)
    #expect(point.values == ["1", "", "1000.5"])
  }

  @Test("where nothing tells the style, the number is read with a point and said")
  func undecided() throws {
    let (values, _, doubts) = try amounts(["1.000", "30"])
    #expect(values == ["1", "30"])
    #expect(doubts == [ImportMessages.styleIsUncertain("总投资(元)", "1.000")])
    #expect(try amounts(["1.000", "30.5"]).doubts.isEmpty)
    #expect(try amounts(["1,145", "30"]).values == ["1145", "30"])
  }

  @Test("a table of which no heading is known is kept whole, as a table of its own")
  func ownTable() throws {
    let result = try run(
      "country,amount,code\nA,\"1.000,00\",007\nB,\"655307959,2\",008\nC,30,\n", "eu funds.csv")
    #expect(
      result.table("eu_funds.csv") == [
        ["country", "amount", "code"], ["A", "1000", "007"], ["B", "655307959.2", "008"],
        ["C", "30", ""],
      ])
    #expect(result.report.tables.contains { $0.table.en == "eu_funds" && $0.kept == 3 })
    let mixed = try run("country,amount\nA,\"1.000,00\"\nB,655307959.2\nC,1.000\n", "eu.csv")
    #expect(mixed.column("amount", of: "eu.csv") == ["1.000,00", "655307959.2", "1.000"])
    #expect(doubts(mixed) == [ImportMessages.mixedStylesKept("amount")])
  }

  @Test("headings are mapped as asked for, and unknown ones say what may be meant")
  func mapping() throws {
    let text = "title,agency,total\nBridge,Roads,100\n"
    var map = HeadingMap()
    try map.add(line: "title=name")
    try map.add(line: "agency = 责任单位")
    try map.add(line: "total=investment")
    let money = MoneyName(named: "万元")
    let result = try run(text, "a.csv", ImportOptions(map: map, money: money))
    #expect(
      result.table("projects.csv") == [
        ["name", "investment", "units", "source_line"], ["Bridge", "100", "Roads", "2"],
      ])
    let saved = try #require(result.files.first { $0.name == HeadingMap.fileName }?.text)
    #expect(try HeadingMap(text: saved) == map)
    let near = try run("项目名称,投资颜,责任单位\n甲,3,水利局\n")
    #expect(
      near.report.documents[0].normalised.contains {
        $0.text == ImportMessages.headingKept("投资颜", ["投资额", "投资"])
          || $0.text.en.contains("did you mean '投资额'")
      })
    #expect(near.column("投资颜", of: "projects.csv") == ["3"])
  }

  @Test("a mapping to a field that is not there is an error with what may be meant")
  func badMapping() {
    var map = HeadingMap()
    let error = #expect(throws: HeadingMapError.self) { try map.add(line: "总价=investmant") }
    #expect(error?.suggestions.first == "investment")
    #expect(throws: HeadingMapError.self) { try map.add(line: "总价") }
  }

  @Test("headings of a map that no document has are said")
  func unmetMapping() throws {
    var map = HeadingMap()
    try map.add(line: "片区=place")
    try map.add(line: "所在片区=category")
    let result = try DocumentImport.run(
      [
        ImportSource(name: "a.csv", bytes: Array("项目名称,片区\n甲,东\n".utf8)),
        ImportSource(name: "b.csv", bytes: Array("项目名称,责任单位\n乙,水利局\n".utf8)),
      ], options: ImportOptions(map: map))
    #expect(result.report.documents[0].doubts.isEmpty)
    #expect(doubts(result, 1) == [ImportMessages.mappedHeadingNotFound("所在片区")])
    // It is not kept for the next import.
    #expect(result.files.last?.text == "# heading = field\n片区 = place\n")
    #expect(result.column("place", of: "projects.csv") == ["东", ""])
  }

  @Test("an error in a saved map says its line")
  func brokenMap() {
    let error = #expect(throws: HeadingMapError.self) {
      try HeadingMap(text: "# heading = field\n\n片区 = place\n总价 = investmant\n")
    }
    #expect(error?.line == 4)
  }

  @Test("amounts without a unit anywhere are not read, unless one is given")
  func noUnit() throws {
    let text = "项目名称,投资额,责任单位\n甲,3,水利局\n"
    let bare = try run(text)
    #expect(doubts(bare).contains(ImportMessages.allAmountsUnread))
    #expect(!bare.files.contains { $0.text.contains("investment") })
    let given = try run(text, "a.csv", ImportOptions(money: MoneyName(named: "亿元")))
    #expect(given.column("investment", of: "projects.csv") == ["3"])
    #expect(given.files[0].text.contains("money_unit: 亿元"))
  }

  @Test("amounts in another currency than the plan's are not read as its own")
  func currencies() throws {
    let result = try run("项目名称,投资额(万元),外资(万美元),责任单位\n甲,3,2,水利局\n")
    #expect(result.column("investment", of: "projects.csv") == ["3"])
    let dollars = try run("项目名称,总投资(万美元),责任单位\n甲,3,水利局\n")
    #expect(dollars.files[0].text.contains("currency: USD\nmoney_unit: 万元\n"))
  }

  @Test("indicators with their figures, signs and words")
  func indicators() throws {
    let result = try run(
      """
      # 平川市“十四五”主要指标

      | 类别 | 序号 | 指标名称 | 2020年 | 2025年目标 | 属性 | 责任单位 |
      |---|---|---|---|---|---|---|
      | 大气 | 1 | 优良天数比率（%） | 86.1 | ≥88 | 约束性 | 生态环境局 |
      | | 2 | PM2.5浓度（微克/立方米） | 35 | 32以下 | 约束性 | |
      | 水环境 | 3 | 劣Ⅴ类水体比例（%） | - | 基本消除 | 预期性指标 | |
      | | 4 | 化学需氧量减排量（吨） | — | 〔1800〕 | 约束性 | |
      | | 5 | 用水总量（亿立方米） | 6。5 | 控制在7.2以内 | 参考性 | |
      """, "指标.md")
    #expect(
      result.table("indicators.csv").dropFirst().map { Array($0.dropFirst().prefix(11)) } == [
        [
          "优良天数比率", "air", "%", "binding", "86.1", "2020", "88", "2025", "≥88", "at_least", "生态环境局",
        ],
        ["PM2.5浓度", "air", "微克/立方米", "binding", "35", "2020", "32", "2025", "32以下", "at_most", ""],
        ["劣Ⅴ类水体比例", "water", "%", "expected", "", "", "", "2025", "基本消除", "", ""],
        ["化学需氧量减排量", "water", "吨", "binding", "", "", "1800", "2025", "〔1800〕", "cumulative", ""],
        ["用水总量", "water", "亿立方米", "", "6.5", "2020", "7.2", "2025", "控制在7.2以内", "at_most", ""],
      ])
    #expect(result.column("原文属性", of: "indicators.csv") == ["", "", "", "", "参考性"])
  }

  @Test("a bulletin in a table gives projects and how far they have come")
  func progress() throws {
    let result = try run(
      """
      青石县2023年重点项目进展情况,,,,,,
      截至2023年8月底,,,,,单位：亿元,
      序号,项目名称,总投资,年度计划投资,累计完成投资,形象进度,存在问题
      1,甲桥,5,2,1.5,60%,无
      2,乙路,3,1,0.2,主体完工,征地滞后
      """)
    #expect(
      result.table("progress.csv") == [
        ["project", "as_of", "done", "invested", "text", "problem", "source_line"],
        ["甲桥", "2023-08-31", "0.6", "1.5", "", "", "4"],
        ["乙路", "2023-08-31", "", "0.2", "主体完工", "征地滞后", "5"],
      ])
    #expect(result.column("year", of: "budgets.csv") == ["2023", "2023"])
  }

  @Test("a responsibility list with roles in columns and deadlines")
  func responsibilities() throws {
    let result = try run(
      """
      序号,整改任务,整改措施,牵头单位,配合单位,完成时限
      1,取缔散乱污企业,分类整治,工信局,"生态环境局
      各镇（街）",2023年12月底前
      2,完善管网,新建5公里,住建局,,长期坚持
      """)
    #expect(result.column("kind", of: "duties.csv") == ["rectification", "rectification"])
    #expect(result.column("due", of: "duties.csv") == ["..2023", ".."])
    #expect(result.column("units", of: "duties.csv") == ["工信局、生态环境局、各镇（街）", "住建局"])
    #expect(
      result.column("role", of: "responsibilities.csv") == ["lead", "support", "support", "lead"])
  }

  #if Office
    @Test("a web page with a table in a layout, merged cells, entities, scripts and hidden noise")
    func webPage() throws {
      let page = """
        <!DOCTYPE html><html><head><meta charset="gb2312"><title>x</title></head><body>
        <script>var a="<table><tr><td>1</td></tr></table>";</script>
        <div><a href=#>首页</a> &gt; 政务公开</div><table><tr><td>
        <h1>云溪县2023年重点项目</h1><p>单位：万元
        <table border=1><thead><tr><th rowspan=2>序号<th rowspan=2>项目名称<th colspan=2>投资额<th rowspan=2>责任单位
        <tr><th>总投资<th>2023年计划投资</thead>
        <tr><td>1<td>甲&mdash;路<span style="display: none">x9</span><td>1,200.5<td>200<td>交通局<br>公安局
        <tr><td>2<td>乙&ldquo;桥&rdquo;<font class="jammer">q8</font><td>800<td>&nbsp;<td rowspan=2>住建局
        <tr><td>3<td>丙<td>50<td>/
        <tr><td colspan=2>合计<td>2050.5<td>200<td></table></td></tr></table><p>版权所有：云溪县</body></html>
        """
      for bytes in [Array(page.utf8), try ImportFixture.gb18030(page)] {
        let result = try DocumentImport.run(bytes: bytes, fileName: "a.html")
        #expect(
          result.table("projects.csv").map { Array($0.prefix(4)) } == [
            ["no", "name", "investment", "units"], ["1", "甲—路", "1200.5", "交通局、公安局"],
            ["2", "乙“桥”", "800", "住建局"], ["3", "丙", "50", "住建局"],
          ])
        #expect(result.files[0].text.contains("title: \"云溪县2023年重点项目\""))
        #expect(result.report.sums.map(\.agrees) == [true, true])
      }
      let deep = "<html><body>" + String(repeating: "<div>", count: 100_000)
      #expect(throws: ImportRefusal.self) { try run(deep, "a.html") }
    }
  #endif

  @Test("no cut through a file, and no change of a byte, is a crash")
  func changes() {
    var random = SystemRandomNumberGenerator()
    let text = "序号,项目名称,\"投资(万元)\",责任单位\n1,甲,\"1.000,5\",水利局\n一,水,3\n合计,,3\n"
    let page = "<html><body><table><tr><th rowspan=2>项目名称<td colspan=9>投资&#x41;</table>"
    for (whole, name) in [(text, "a.csv"), (page, "a.html"), (page, "a.md")] {
      let bytes = Array(whole.utf8)
      for _ in 0..<300 {
        var copy = bytes
        copy[Int.random(in: 0..<copy.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
        copy.removeLast(Int.random(in: 0..<copy.count / 2, using: &random))
        _ = try? DocumentImport.run(bytes: copy, fileName: name)
      }
    }
  }

  @Test("a table below a blank line with other columns is a table of its own, whatever it is about")
  func secondTable() throws {
    let text = """
      序号,项目名称,总投资(万元),责任单位
      1,甲厂扩建,1200,住建局
      2,乙管网,800,水务局

      区县,完成投资(万元),完成率
      甲县,1200,80%
      乙县,800,90%
      """
    let result = try DocumentImport.run(text: text, fileName: "a.csv")
    #expect(result.column("name", of: "projects.csv") == ["甲厂扩建", "乙管网"])
    #expect(
      result.table("a.csv") == [
        ["区县", "完成投资(万元)", "完成率"], ["甲县", "1200", "80%"], ["乙县", "800", "90%"],
      ])
  }
}
