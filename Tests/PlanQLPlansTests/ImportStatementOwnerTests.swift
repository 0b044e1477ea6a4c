import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("whose a stated value is, when, and whether it is one")
struct ImportStatementOwnerTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  /// The observed values with their indicators, places and times.
  private func values(_ result: ImportResult) -> [String] {
    let names = result.column("indicator", of: "observations.csv")
    func cells(_ name: String) -> [String] {
      let found = result.column(name, of: "observations.csv")
      return found.isEmpty ? names.map { _ in "" } : found
    }
    return zip(zip(names, cells("place")), zip(cells("time"), cells("value"))).map {
      "\($0.0)|\($0.1)|\($1.0)|\($1.1)"
    }
  }

  private func unread(_ result: ImportResult) -> String {
    result.report.documents[0].doubts.map(\.text.zh).joined()
  }

  @Test("so much in a cubic metre is a concentration, and its change too")
  func perVolume() throws {
    let result = try run("2014年全省PM10每立方米平均浓度为128微克，每立方米同比下降7微克；每立方米PM2.5平均浓度73微克，每立方米同比下降6微克。")
    #expect(values(result) == ["PM10平均浓度|全省|2014|128", "PM2.5平均浓度|全省|2014|73"])
    #expect(result.column("measured_in", of: "indicators.csv") == ["微克/立方米", "微克/立方米"])
    #expect(result.column("同比", of: "observations.csv") == ["下降7微克", "下降6微克"])
  }

  @Test("by how much something has gone down is no value of it, whatever stands between")
  func declines() throws {
    let result = try run(
      "2018年青市PM10浓度为70微克/立方米。PM10、二氧化硫年均浓度分别比2017年下降了18.6%、22.2%。降尘量年均值为4.95吨/平方公里•月。")
    #expect(values(result) == ["PM10浓度|青市|2018|70", "降尘量年均值|青市|2018|4.95"])
    #expect(unread(result).contains("18.6%") && unread(result).contains("22.2%"))
    #expect(result.column("measured_in", of: "indicators.csv").last == "吨/平方公里•月")
  }

  @Test("what is done already is no target, and by when something else is due no time of it")
  func done() throws {
    let result = try run("2025年30项实事中，剩余3项预计11月底前完成。\n千人口托位数达到3.88个，完成率260%。\n")
    #expect(values(result) == ["千人口托位数|||3.88"])
    let listed = try run("2025年30项实事中，剩余3项预计11月底前完成。\n已有10项超额完成：修缮房屋1012户；听力筛查率达到100%。\n")
    #expect(values(listed) == ["听力筛查率|||100"])
    let past = try run("2012年优良天数比例为80.1%。\n2011年至2013年上半年，我省登记失业率控制在4.2%以内。")
    #expect(past.column("target", of: "indicators.csv").isEmpty)
    #expect(unread(past).contains("4.2%"))
  }

  @Test(
    "the months of a part are none of what stands behind it, and days of a month may be several")
  func times() throws {
    let result = try run(
      "2007年青市环境质量公报\n其中，9-11月枯水期水质达标率为91.2%。青市综合污染指数为1.24。\n4月21日—30日，全市PM2.5浓度均值为29微克/立方米。")
    #expect(
      values(result).map { String($0.split(separator: "|", omittingEmptySubsequences: false)[2]) }
        == ["2007-09..2007-11", "2007", "2007-04-21..2007-04-30"])
  }

  @Test("the urban area of a city is a place, and a kind of counting is none")
  func places() throws {
    let result = try run(
      "2015年青河市区二氧化硫平均浓度为12微克/立方米。\n2015年，按小区数计达标率80.4%。\n2015年，480个城市开展了监测，酸雨城市比例为22.5%，酸雨频率平均为14.0%。\n2015年青河市区域噪声平均值为55分贝。"
    )
    #expect(
      values(result) == [
        "二氧化硫平均浓度|青河市区|2015|12", "按小区数计达标率||2015|80.4", "酸雨城市比例||2015|22.5",
        "酸雨频率||2015|14", "区域噪声平均值|青河市|2015|55",
      ])
  }

  @Test("a rank of another indicator is none of the value before it")
  func ranks() throws {
    let result = try run(
      "2021年，青县PM2.5浓度33μg/m3，空气质量综合指数全市排名第2。\n2021年，青县PM10浓度53μg/m3，改善幅度居全省第1位。")
    #expect(result.column("排名", of: "observations.csv") == ["", "改善幅度居全省第1位"])
    #expect(unread(result).contains("第2"))
  }

  @Test("the best and the worst of some are those whose value follows")
  func bestAndWorst() throws {
    let result = try run(
      "2021年一季度，青山、白山2个市排名前两位，其中青山空气质量最好，空气质量综合指数为2.99。优良天数比例平均为91.1%。其中垫底的红市空气质量综合指数为5.30。")
    #expect(
      values(result) == [
        "空气质量综合指数|青山|2021-Q1|2.99", "优良天数比例||2021-Q1|91.1", "空气质量综合指数|红市|2021-Q1|5.3",
      ])
    #expect(result.column("unit", of: "assessments.csv") == ["青山", "白山"])
  }

  @Test("a river or a lake before a colon is the place of the values behind it")
  func waters() throws {
    let result = try run(
      "2022年水环境质量\n青溪：水质优良比例为100%，同比持平。\n白江：水质优良比例为95.2%，总磷浓度0.08毫克/升。\n红石水库：水质优良率为90%。")
    #expect(
      values(result) == [
        "水质优良比例|青溪|2022|100", "水质优良比例|白江|2022|95.2", "总磷浓度|白江|2022|0.08",
        "水质优良率|红石水库|2022|90",
      ])
  }

  @Test("places with a value in brackets behind the name of a measure have one each")
  func placesWithValues() throws {
    let result = try run(
      "2022年6月，优良天数比例：安徽（89.2%）、福建（98.1%）。水质优良比例：青溪（100%）、白江（95.5%）。优良率分别为：青市（80%）、白市（82%）。")
    #expect(
      values(result) == [
        "优良天数比例|安徽|2022-06|89.2", "优良天数比例|福建|2022-06|98.1", "水质优良比例|青溪|2022-06|100",
        "水质优良比例|白江|2022-06|95.5", "优良率|青市|2022-06|80",
        "优良率|白市|2022-06|82",
      ])
  }

  @Test("均 behind a list of clauses is of all of them, and not of the last one")
  func ofSeveral() throws {
    let result = try run("2022年，工业增加值，农业增加值均达到30亿元。全市优良率为85%，年均浓度均值为4。")
    #expect(values(result) == ["优良率|全市|2022|85"])
    #expect(unread(result).contains("30亿元"))
  }

  @Test("the items of a list share the verb of the first one")
  func sharedVerbs() throws {
    let result = try run("2021年，全县减少化肥使用量1200吨、农药使用量35吨，新增绿地面积40公顷、湿地面积12公顷，处理率80%、回收率90%。")
    #expect(
      values(result).map { $0.split(separator: "|").first } == [
        "减少化肥使用量", "减少农药使用量", "新增绿地面积", "新增湿地面积", "处理率", "回收率",
      ])
    #expect(StatementReader.leadingVerb(of: FoldedText("治理率")).isEmpty)
  }

  @Test("州 amid the name of a city is a part of it")
  func cityNames() throws {
    let result = try run("2022年，青州市空气达标天数314天，白州优良率为86.0%。")
    #expect(values(result) == ["空气达标天数|青州市|2022|314", "优良率|白州|2022|86"])
  }

  @Test("the least and the greatest of some have the values of the next clause, in their order")
  func extremes() throws {
    let result = try run(
      "2023年，PM2.5平均浓度最低的3个城市依次是青市、白市和红市，分别为47、55和55微克/立方米；浓度最高的2个城市依次是黑市和黄市，分别为94和84微克/立方米。")
    #expect(
      values(result) == [
        "PM2.5平均浓度|青市|2023|47", "PM2.5平均浓度|白市|2023|55", "PM2.5平均浓度|红市|2023|55",
        "PM2.5平均浓度|黑市|2023|94", "PM2.5平均浓度|黄市|2023|84",
      ])
    let fewer = try run("2023年，优良率为85%，PM2.5平均浓度最低的3个城市依次是青市和白市，分别为47和55微克/立方米。")
    #expect(values(fewer).count == 1)
    #expect(unread(fewer).contains("55微克/立方米"))
  }

  @Test("a base in brackets is that of the comparison")
  func basesInBrackets() throws {
    let result = try run("2011年，全国氨氮排放总量131.2万吨，比2010年同期（132.2万吨）减少0.73%。")
    #expect(result.column("基期值", of: "observations.csv") == ["2010年同期132.2万吨"])
    #expect(result.column("比2010年同期", of: "observations.csv") == ["减少0.73%"])
  }

  @Test("a river before what is measured of its water is the place of that")
  func rivers() throws {
    let result = try run("2022年，白江、红河水质优良比例分别为100%、95%。青溪水质优良比例为90%，全市河流水质优良比例为96%。")
    #expect(
      values(result) == [
        "水质优良比例|白江|2022|100", "水质优良比例|红河|2022|95", "水质优良比例|青溪|2022|90",
        "河流水质优良比例|全市|2022|96",
      ])
  }
}
