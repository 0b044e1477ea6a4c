import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing targets and observed values in sentences")
struct ImportStatementTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private let target = ["name", "target", "measured_in", "comparator", "target_year"]

  @Test("targets of a sentence, with what bounds them")
  func targets() throws {
    let result = try run("到2025年,PM2.5平均浓度下降18%,优良水体比例达到85%以上,用水总量控制在3.2亿立方米以内,噪声不高于55分贝。")
    #expect(
      result.rows(of: "indicators.csv", target) == [
        ["PM2.5平均浓度", "18", "%", "cumulative", "2025"],
        ["优良水体比例", "85", "%", "at_least", "2025"],
        ["用水总量", "3.2", "亿立方米", "at_most", "2025"], ["噪声", "55", "分贝", "at_most", "2025"],
      ])
    #expect(result.column("direction", of: "indicators.csv") == ["down", "", "", ""])
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test("one indicator of several places, changes whatever bounds them, and examples")
  func placesAndChanges() throws {
    let result = try run("目前,全市信访事项办结率达81%,甲县、乙县、丙县信访事项办结率分别为61%、65%、70%。")
    #expect(result.column("name", of: "indicators.csv") == ["信访事项办结率"])
    #expect(
      result.rows(of: "observations.csv", ["place", "value"]) == [
        ["全市", "81"], ["甲县", "61"], ["乙县", "65"], ["丙县", "70"],
      ])
    let changes = try run("到2025年,劣Ⅴ类水体断面比例下降15%左右,单位GDP能耗下降18%以上。")
    #expect(
      changes.rows(of: "indicators.csv", ["target", "comparator", "direction"]) == [
        ["15", "cumulative", "down"], ["18", "cumulative", "down"],
      ])
    let example = try run("到2025年,优良水体比例达到85%。\n如某县优良天数比例为88%,则得8分。")
    #expect(example.column("name", of: "indicators.csv") == ["优良水体比例"])
    #expect(example.table("observations.csv").isEmpty)
  }

  @Test("of several years the first end of a plan is the target; the others are kept and said")
  func years() throws {
    let result = try run("到2020年,甲、乙等五大流域水质优良(一、二类)比例总体达到70%以上;到2030年,这五大流域水质优良比例总体达到75%以上。")
    #expect(result.column("target", of: "indicators.csv") == ["70"])
    #expect(result.column("target_year", of: "indicators.csv") == ["2020"])
    #expect(result.column("其他目标", of: "indicators.csv") == ["2030年：总体达到75%以上"])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.targetsOfOtherYears("甲、乙等五大流域水质优良(一、二类)比例", "2030年：总体达到75%以上")))
  }

  @Test("lists with signs, one city a clause, and parts of a whole")
  func lists() throws {
    let signs = try run("县环保模范考核指标\n①水源水质达标率≥96%。\n②环境噪声平均值≤60dB(A)。\n③集中供热率80%。")
    #expect(
      signs.rows(of: "indicators.csv", Array(target.prefix(4))) == [
        ["水源水质达标率", "96", "%", "at_least"], ["环境噪声平均值", "60", "dB(A)", "at_most"],
        ["集中供热率", "80", "%", ""],
      ])
    let cities = try run("2024年各市考核指标为,甲山市优良天数257天,PM2.5浓度为54微克/立方米;乙水市优良天数276天。")
    #expect(
      cities.rows(of: "indicators.csv", ["name", "target", "target_year", "地点"]) == [
        ["甲山市优良天数", "257", "2024", "甲山市"], ["甲山市PM2.5浓度", "54", "2024", "甲山市"],
        ["乙水市优良天数", "276", "2024", "乙水市"],
      ])
    let parts = try run("氨氮排放总量控制在571吨以内,其中农业源排放量控制在254吨以内。")
    #expect(
      result(parts) == [["氨氮排放总量", "571"], ["氨氮排放总量：农业源排放量", "254"]])
  }

  private func result(_ result: ImportResult) -> [[String]] {
    result.rows(of: "indicators.csv", ["name", "target"])
  }

  @Test("observed values with place, time and comparison")
  func observations() throws {
    let result = try run(
      "2021年7月,全国339个城市平均优良天数比例为92.4%,同比上升2.0个百分点;PM2.5平均浓度为16微克/立方米,同比下降15.8%。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "place", "time", "value", "kind", "同比"])
        == [
          ["平均优良天数比例", "全国339个城市", "2021-07", "92.4", "actual", "上升2.0个百分点"],
          ["PM2.5平均浓度", "全国339个城市", "2021-07", "16", "actual", "下降15.8%"],
        ])
    #expect(
      result.rows(of: "indicators.csv", ["name", "measured_in", "target"]) == [
        ["平均优良天数比例", "%", ""], ["PM2.5平均浓度", "微克/立方米", ""],
      ])
    #expect(result.report.documents[0].doubts.isEmpty)
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("observations").count == 2)
  }

  @Test("counts with their shares, and rates of so many things")
  func shares() throws {
    let result = try run(
      """
      2018年4月,345个断面中,Ⅰ~Ⅲ类断面319个,占92.5%,同比减少2.3%;劣Ⅴ类断面2个,比例为0.6%。
      2018年1-11月:
      24个省考断面达标率为91.7%,同比下降4.1个百分点。
      """)
    #expect(
      result.rows(of: "observations.csv", ["indicator", "place", "time", "value", "范围"]) == [
        ["Ⅰ~Ⅲ类断面", "345个断面", "2018-04", "319", ""],
        ["Ⅰ~Ⅲ类断面占比", "345个断面", "2018-04", "92.5", ""], ["劣Ⅴ类断面", "345个断面", "2018-04", "2", ""],
        ["劣Ⅴ类断面比例", "345个断面", "2018-04", "0.6", ""],
        ["省考断面达标率", "", "2018-01..2018-11", "91.7", "24个"],
      ])
    #expect(result.column("同比", of: "observations.csv")[1] == "减少2.3%")
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test("as many values as names, ranks, and a comparison that stands behind another figure")
  func distribution() throws {
    let result = try run(
      "2025年1月,二氧化硫、二氧化氮平均浓度分别为11、24微克/立方米。我县综合指数为5.73,全市20个区县排名第4。用户12万人次以上的活动,同比下降3%。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value", "排名", "同比"]) == [
        ["二氧化硫平均浓度", "11", "", ""], ["二氧化氮平均浓度", "24", "", ""],
        ["综合指数", "5.73", "全市20个区县排名第4", ""],
      ])
    // What no value stands before belongs to nothing, and is named.
    #expect(
      result.report.documents[0].doubts.contains { $0.text.en.contains("同比下降3%") })
  }

  @Test("a document with targets and results has each where it belongs")
  func mixed() throws {
    let result = try run("2023年优良率为90.7%,比上年提高1.2个百分点。\n到2025年,优良率达到92%以上。")
    #expect(result.column("value", of: "observations.csv") == ["90.7"])
    #expect(result.column("比上年", of: "observations.csv") == ["提高1.2个百分点"])
    #expect(result.column("target", of: "indicators.csv") == ["92"])
    #expect(result.column("name", of: "indicators.csv") == ["优良率"])
  }
}

extension ImportStatementTests {
  @Test("a place carries on through a paragraph, and where several are named, that is said")
  func places() throws {
    let result = try run(
      """
      6月,青石市PM2.5平均浓度为16微克/立方米。优良天数比例为92.4%。全省PM10平均浓度为22微克/立方米,二氧化硫浓度为8微克/立方米。臭氧浓度为150微克/立方米。
      甲县优良天数比例为81.2%。乙县优良天数比例为91.5%。PM2.5浓度为31微克/立方米。
      地表水优良比例为95.1%。
      """)
    #expect(
      result.rows(of: "observations.csv", ["indicator", "place"]) == [
        ["PM2.5平均浓度", "青石市"], ["优良天数比例", "青石市"], ["PM10平均浓度", "全省"],
        ["二氧化硫浓度", "全省"], ["臭氧浓度", ""], ["优良天数比例", "甲县"], ["优良天数比例", "乙县"],
        ["PM2.5浓度", "乙县"], ["地表水优良比例", ""],
      ])
    #expect(
      result.report.documents[0].doubts.map(\.text) == [
        ImportMessages.placeOpen(["臭氧浓度"], ["青石市", "全省"]),
        ImportMessages.placeCarried(["PM2.5浓度"], "乙县", ["甲县"]),
      ])
  }

  @Test(
    "figures that several values are compared with are not those of the last one, and values of a list are no name"
  )
  func comparedWithSeveral() throws {
    let result = try run("青山市平均得分92.32分,白水县平均得分87.63分,较2009年度的89.48分和80.64分,分别提高了3分和7分。")
    #expect(result.column("value", of: "observations.csv") == ["92.32", "87.63"])
    #expect(!result.table("observations.csv")[0].contains("比2009年度"))
    let unread = result.report.documents[0].doubts.map(\.text.en).joined()
    #expect(unread.contains("89.48分") && unread.contains("80.64分"))
    let one = try run("青山市平均得分92.32分,较2009年度的89.48分提高了3分。")
    #expect(one.table("observations.csv")[0].contains { $0.hasPrefix("比2009年度") })
    #expect(!StatementReader.isName(FoldedText("幼儿园7个、小学4个、初中")))
    #expect(StatementReader.isName(FoldedText("24个断面优良比例")))
  }
}
