import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing sentences: how texts are written")
struct ImportWrittenTextTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ result: ImportResult) -> [[String]] {
    result.table("stated_totals.csv").dropFirst().map { row in
      [row[0], row[1], row[2].isEmpty ? row[3] + row[4] : row[2]]
    }
  }

  @Test(
    "amounts that magnitudes part",
    arguments: [
      ("2億4,080萬元", "24080", "万元"), ("97億1,291萬9千元", "9712919", "千元"),
      ("16億 440 萬元", "160440", "万元"),
      ("3.8万亿元", "38000", "亿元"), ("1兆948.18億元", "10948.18", "亿元"),
      ("1,030萬6,880元", "10306880", "元"),
      ("7 362.1 亿元", "7362.1", "亿元"), ("5億825萬元", "50825", "万元"), ("6千万元", "6000", "万元"),
    ])
  func amounts(text: String, value: String, unit: String) throws {
    let amount = try #require(WrittenAmount(in: FoldedText(text), at: 0))
    #expect(amount.value.description == value)
    #expect(amount.unit.name == unit)
    #expect(amount.length == text.unicodeScalars.count)
  }

  @Test("such amounts in cells too")
  func cells() throws {
    let table = try DocumentImport.run(
      text: "项目名称,总投资（万元）,责任单位\n甲渠,\"3億2,140萬元\",水务局\n乙渠,100,水务局\n", fileName: "a.csv")
    #expect(table.column("investment", of: "projects.csv") == ["32140", "100"])
  }

  @Test("traditional characters are read and names are kept as written")
  func traditional() throws {
    let result = try run("重大基礎設施工程3個,計劃總投資70.5億元,累計完成投資12億元,占年度計劃的40%,超序時進度1.5個百分點。")
    #expect(
      totals(result) == [
        ["重大基礎設施工程", "项目数", "3个"], ["重大基礎設施工程", "計劃總投資", "70.5"],
        ["重大基礎設施工程", "累計完成投資", "12"], ["重大基礎設施工程", "占年度計劃", "40%"],
        ["重大基礎設施工程", "超序時進度", "1.5百分点"],
      ])
  }

  @Test("readings that a site put behind characters are taken off and told")
  func pinyin() throws {
    let result = try run("全市建設(shè)項(xiàng)目6個(gè),完成投資3億元,占年度計(jì)劃的50%。")
    #expect(totals(result).map { $0[1] } == ["项目数", "完成投資", "占年度計劃"])
    #expect(
      result.report.documents[0].normalised.contains {
        $0.text == ImportMessages.pinyinTakenOff(4)
      })
    #expect(InsertedPinyin.removed(from: "面积(km)和长度(m),方案(a)") == nil)
  }

  @Test("lines of one width are joined, and figures keep their lines")
  func wrapped() throws {
    let result = try run(
      """
      今年全县安排重点水利工程建设项目十余类，共有各类资金投入，已完成投资 46.7 亿元，投
      资完成率为 62.4%。其中，完成中央投资 20.5 亿元，完成率 74.6%；完成地
      方投资 26.2 亿元，完成率 50.1%。罚款金额62.9万
      元。
      """)
    #expect(
      totals(result).map { [$0[1], $0[2]] } == [
        ["完成投资", "46.7"], ["投资完成率", "62.4%"], ["完成中央投资", "20.5"], ["完成中央投资完成率", "74.6%"],
        ["完成地方投资", "26.2"], ["完成地方投资完成率", "50.1%"], ["罚款金额", "0.00629"],
      ])
    #expect(
      result.column("source_line", of: "stated_totals.csv") == ["1", "2", "2", "2", "3", "3", "3"])
  }

  @Test("blanks amid numbers, and the marks of lists")
  func marks() throws {
    let result = try run(
      """
      (1)15个重点新建项目,计划投资8. 4亿元。
      (2)42个重点续建项目,1-4累计完成投资1 019.5亿元。
      """)
    #expect(
      totals(result) == [
        ["重点新建项目", "项目数", "15个"], ["重点新建项目", "计划投资", "8.4"], ["重点续建项目", "项目数", "42个"],
        ["重点续建项目", "累计完成投资", "1019.5"],
      ])
    let bullets = try run("■ 科技产业类安排正式项目62项,预备项目7项\n■ 全年完成投资25亿元\n")
    #expect(bullets.column("title", of: "sections.csv") == ["科技产业类"])
    #expect(totals(bullets).map { $0[1] } == ["正式项目", "预备项目", "全年完成投资"])
  }

  @Test("lines of a table are no sentences")
  func strokes() throws {
    let result = try run(
      """
      全县完成投资5亿元。
      ┌──┬────┐
      │序号│投资30亿元│
      青石镇 | 57 | 82.5亿元 | 78.9% |
      合计100万元 |
      """)
    #expect(totals(result) == [["", "完成投资", "5"]])
  }

  @Test("currencies by words, years by the times of the figures alone")
  func facts() throws {
    let taiwan = try run("第1期經費新臺幣126億6,900萬元。")
    #expect(taiwan.files[0].text.contains("currency: TWD"))
    #expect(taiwan.column("value", of: "stated_totals.csv") == ["1266900"])
    let hongKong = try run("工程費用2,000萬港元,包括設計費用300萬港元。")
    #expect(hongKong.files[0].text.contains("currency: HKD"))
    let year = try run("今年1至6月,完成投资5亿元。自2014年9月启动以来,累计完成投资60亿元。")
    #expect(!year.files[0].text.contains("as_of"))
  }

  @Test("a region is a name before its kind")
  func regions() {
    func region(_ title: String) -> String? { PlanFacts.region(in: FoldedText(title)) }
    #expect(region("2025年市級財政鄉村振興資金表") == nil)
    #expect(region("1-9月份州重点项目汇总表") == nil)
    #expect(region("青石县2024年计划") == "青石县")
    #expect(region("聊城市重点项目表") == "聊城市")
  }

  @Test("every figure that gives no row is named with its line")
  func unread() throws {
    let result = try run("全县完成投资5亿元。\n涉及甲乙等10省。\n6000多亿元,另有30万元。")
    let texts = result.report.documents[0].doubts
    #expect(texts.map(\.text) == [ImportMessages.figuresUnread(["6000多亿元", "另有30万元"])])
    #expect(texts.map(\.line) == [3])
  }

  @Test("rankings by the words for their order, in one sentence with others, and with scores")
  func rankings() throws {
    let result = try run(
      """
      2024年8月份考核如下:前三名由好到差依次为:甲镇、乙镇、丙镇。后三名由好到差依次为:丁镇、戊镇、己镇。
      全市查处案件300件,罚款金额90万元。案件数量排名前两位的地市是庚市、辛市。
      一、考评得分及排名
      第一名:壬镇90.99分
      第二名:癸镇85.1分
      """)
    let rows = result.table("assessments.csv")
    let heads = try #require(rows.first)
    func cells(_ heading: String) -> [String] {
      heads.firstIndex(of: heading).map { place in rows.dropFirst().map { $0[place] } } ?? []
    }
    #expect(cells("unit") == ["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚市", "辛市", "壬镇", "癸镇"])
    #expect(cells("位次") == ["1", "2", "3", "", "", "", "1", "2", "1", "2"])
    #expect(cells("倒数位次") == ["", "", "", "3", "2", "1", "", "", "", ""])
    #expect(cells("score").suffix(2) == ["90.99", "85.1"])
    #expect(cells("item").last == "考评得分")
    // The other figures of a line with a ranking are read too.
    #expect(totals(result).map { $0[1] } == ["案件数", "罚款金额"])
  }

  @Test("lists of points without rules")
  func points() throws {
    let result = try run(
      """
      环境质量指标(11分)
      一、空气质量(6分)
      二、水源达标率(5分)
      污染控制指标(7分)
      三、减排任务(7分)
      """)
    #expect(result.column("item", of: "rules.csv") == ["空气质量", "水源达标率", "减排任务"])
    #expect(result.report.sums.map(\.agrees) == [true, true])
  }

  @Test("units in brackets on a line of their own answer for the task above, with its items")
  func labels() throws {
    let result = try run(
      """
      一、能力建设
      1.完善预案体系
      (1)规范预案编制。
      (2)加强演练。
      (责任单位:县应急局、各乡镇)
      2.健全机制

      牵头单位:县水务局
      """)
    #expect(result.column("no", of: "duties.csv") == ["1", "2"])
    #expect(result.column("units", of: "duties.csv") == ["县应急局、各乡镇", "县水务局"])
    #expect(
      result.column("text", of: "duties.csv").first == "完善预案体系(1)规范预案编制。(2)加强演练。")
    #expect(result.report.documents[0].doubts.isEmpty)
  }
}
