import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("whose the figures of bulletins are")
struct ImportBulletinTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  /// The figures as `section|name|figure`.
  private func totals(_ result: ImportResult) -> [String] {
    let rows = result.table("stated_totals.csv")
    guard let head = rows.first else { return [] }
    func cell(_ row: [String], _ name: String) -> String {
      head.firstIndex(of: name).map { row[$0] } ?? ""
    }
    return rows.dropFirst().map { row in
      let figure = cell(row, "value") + cell(row, "number") + cell(row, "measured_in")
      return [cell(row, "section"), cell(row, "name"), figure].joined(separator: "|")
    }
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("figures that 分别 gives to names before it")
  func respective() throws {
    let result = try run(
      """
      2023年青石县重点项目情况
      交通、水利、农业项目完成投资分别为12.3、4.5、6.7亿元。
      续建项目、新开工项目分别完成投资30亿元、12亿元,分别占年度计划的75%、60%。
      城建项目、能源项目和民生项目分别为12个、34个、56个。
      东山区和西河县分别开工项目3个、5个。
      """)
    #expect(
      totals(result) == [
        "交通|完成投资|12.3", "水利|完成投资|4.5", "农业项目|完成投资|6.7", "续建项目|完成投资|30",
        "新开工项目|完成投资|12", "续建项目|占年度计划|75%", "新开工项目|占年度计划|60%",
        "城建项目|项目数|12个", "能源项目|项目数|34个", "民生项目|项目数|56个", "东山区|开工项目|3个",
        "西河县|开工项目|5个",
      ])
    #expect(doubts(result).isEmpty)
  }

  @Test("as many figures as names, or none of them is taken")
  func unpaired() throws {
    let result = try run(
      """
      全县完成投资9亿元,占年度计划的60%。
      东山镇、西河镇、南湖镇分别完成投资1.2亿元、3000万元。
      其中,水利工程(6.3%)、港航工程(8.1%),完成投资进度较慢,分别慢于序时进度10.4、8.6个百分点。
      """)
    #expect(totals(result) == ["|完成投资|9", "|占年度计划|60%"])
    let text = doubts(result).map(\.en).joined()
    for figure in ["1.2亿元", "3000万元", "6.3%", "8.1%", "10.4", "8.6个百分点"] {
      #expect(text.contains(figure), "\(figure)")
    }
  }

  @Test("a second figure of the same name belongs to something else")
  func contradiction() throws {
    let result = try run("全县完成投资9亿元,占年度计划的60%。已落实资金5亿元,占年度计划的35%。")
    #expect(
      totals(result) == ["|完成投资|9", "|占年度计划|60%", "|落实资金|5", "|落实资金占年度计划|35%"])
    let unknown = try run("全县完成投资9亿元,占年度计划的60%。其他工作有序推进,完成投资7亿元。")
    #expect(totals(unknown) == ["|完成投资|9", "|占年度计划|60%"])
    #expect(doubts(unknown) == [ImportMessages.figuresUnread(["完成投资7亿元"])])
    let parts = try run(
      "全县重点项目54项,完成投资164亿元。其中:计划新开工22项,已开工15项,完成投资57亿元;在建项目13项,完成投资76亿元;竣工项目19项,完成投资31亿元。")
    #expect(totals(parts).contains("计划新开工|完成投资|57"))
    #expect(parts.report.sums.contains { $0.sum?.description == "164" && $0.agrees == true })
  }

  @Test("shares of several figures of one group, and what has become of those counted last")
  func sharesOfFigures() throws {
    let result = try run(
      """
      80个在建项目中,新兴产业项目20个,投资总额97.3亿元,分别占在建项目总数的25%和23.4%。
      市重点项目41个,累计完成投资17.4亿元;新建项目共12个,3个项目已开工。
      """)
    let read = totals(result)
    #expect(read.contains("新兴产业项目|项目数占在建项目总数|25%"))
    #expect(read.contains("新兴产业项目|投资总额占在建项目总数|23.4%"))
    #expect(read.contains("市重点项目|新建项目已开工|3个"))
  }

  @Test("kinds of projects, and groups that a verb tells apart")
  func kinds() throws {
    let result = try run(
      """
      1.实施类项目:共35个,总投资357.8亿元。
      全县重点项目97项,累计完成投资54亿元。列入省的项目有10个,累计完成投资35亿元。
      """)
    #expect(totals(result).prefix(2) == ["实施类项目|项目数|35个", "实施类项目|总投资|357.8"])
    #expect(totals(result).suffix(2) == ["列入省的项目|项目数|10个", "列入省的项目|累计完成投资|35"])
  }

  @Test("a share of things belongs to the count before it")
  func sharesOfThings() throws {
    let result = try run("目标任务145项,已完成的15项,占总任务的10.3%,达进度的105项,占总任务的72.4%。")
    #expect(totals(result).contains { $0.hasSuffix("已完成的占总任务|10.3%") })
    #expect(totals(result).contains { $0.hasSuffix("达进度的占总任务|72.4%") })
  }

  @Test("what numbers of people or places come before is not counted by them")
  func people() throws {
    let result = try run("全县饮水项目28个,总投资3亿元。解决20570户87706人饮水问题。")
    #expect(!totals(result).contains { $0.contains("87706") })
    #expect(doubts(result).contains { $0.en.contains("87706人") })
    let places = try run("今年青石县奖补项目涉及全县14个镇区68个村,共72个项目,总投资2亿元。")
    #expect(!totals(places).contains { $0.contains("项目数|14") })
    #expect(totals(places).contains { $0.hasSuffix("项目数|72个") })
  }

  @Test("many unread figures: the first ones are quoted, the lines of the others named")
  func manyUnread() throws {
    let lines = (1...150).map { "另有第\($0)批\($0 * 3)亿元。" }
    let result = try run("全县完成投资5亿元,占年度计划的60%。\n\n" + lines.joined(separator: "\n\n"))
    #expect(doubts(result).count { $0.en.hasPrefix("figures not read") } == 150)
    let text = result.report.text(.en).split(separator: "\n")
    #expect(text.count { $0.contains("figures not read") } == 40)
    #expect(
      text.contains { $0.hasPrefix("  and of this kind: line 83, 85,") && $0.hasSuffix(", 301") })
    #expect(result.report.text(.zh).contains("  同类的还有：第 83, 85,"))
  }

  @Test(
    "what was judged to be something is called that, and others than those counted before are no part of them"
  )
  func judged() throws {
    let result = try run("2016年诚信企业24家、良好企业86家、不良企业1家,因停产不予评价企业13家。")
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "name", "number"]).last == [
        "", "因停产不予评价企业", "13",
      ])
    let verdicts = try run("此次企业环境信用评价中被评为环保诚信企业(绿牌)185家,评为环保良好企业(蓝牌)1566家。")
    #expect(
      verdicts.rows(of: "stated_totals.csv", ["section", "name", "number"]) == [
        ["", "环保诚信企业", "185"], ["", "环保良好企业", "1566"],
      ])
    let persons = try run("7省(市)共问责1048人,其中省部级干部3人。")
    #expect(persons.column("name", of: "stated_totals.csv").first == "问责")
  }
}
