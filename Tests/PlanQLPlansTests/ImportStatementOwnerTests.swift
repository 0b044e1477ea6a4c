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
}
