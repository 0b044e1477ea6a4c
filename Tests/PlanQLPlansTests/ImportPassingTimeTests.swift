import PlanQLPlans
import Testing

/// Times, places and names that a sentence mentions in passing, which what follows does not go on with.
@Suite("times, places and names in passing")
struct ImportPassingTimeTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func observed(_ text: String) throws -> [String] {
    try run(text).rows(of: "observations.csv", ["indicator", "place", "time", "value"])
      .map { $0.joined(separator: "|") }
  }

  @Test(
    "the year of an aim that was reached is not that of what follows",
    arguments: ["达到2025年目标;", "提前完成2025年目标。", "达到2025年规划目标,"])
  func reachedAims(_ words: String) throws {
    #expect(
      try observed("2022年,全县水质优良比例为100%,\(words)城市污水处理率为94.5%。") == [
        "水质优良比例|全县|2022|100", "城市污水处理率|全县|2022|94.5",
      ])
  }

  @Test("a target that a clause names has its own year")
  func namedTargets() throws {
    let result = try run("2022年,全县森林覆盖率为62.5%,已提前实现2025年规划目标62%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year"]) == [
        ["森林覆盖率", "62", "2025"]
      ])
  }

  @Test(
    "the year of which something is a multiple is not that of what follows",
    arguments: ["2015年的1.2倍", "“十二五”末的近2倍"])
  func multiples(_ words: String) throws {
    #expect(try observed("2024年,森林面积是\(words),污水处理率达95%。") == ["污水处理率||2024|95"])
  }

  @Test(
    "a month in which something was at its most is not the time of what follows",
    arguments: [",其中1月浓度最高。", "。全年中1月污染最重。", ",1月最高,6月最低。"])
  func extremes(_ words: String) throws {
    #expect(
      try observed("2020年全县PM2.5年均浓度为35微克/立方米\(words)PM10年均浓度为60微克/立方米。") == [
        "PM2.5年均浓度|全县|2020|35", "PM10年均浓度|全县|2020|60",
      ])
  }

  @Test("what was before the years of a plan is no target of it")
  func beforePlan() throws {
    let result = try run("“十四五”时期生态环境目标\n“十四五”时期,森林覆盖率2020年达到23.2%,2025年要达到24.1%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year"]) == [
        ["森林覆盖率", "24.1", "2025"]
      ])
    #expect(
      result.rows(of: "observations.csv", ["time", "value"]) == [["2020", "23.2"]])
  }

  @Test("last year in a report on a year may be that year or the one before")
  func lastYear() throws {
    let rows = try run("关于2023年环境状况的报告\n去年,全县森林覆盖率为53%。")
      .rows(of: "observations.csv", ["time", "value", "时间表述"])
    #expect(rows == [["", "53", "去年"]])
    #expect(try observed("2023年工作总结\n去年,全县森林覆盖率为53%。") == ["森林覆盖率|全县|2022|53"])
  }

  @Test(
    "today's part of the year is said by the second of two words, and a week is none of its days")
  func parts() throws {
    let rows = try run("今年前三季度,我县PM2.5平均浓度为31微克/立方米;优良天数241天。")
      .rows(of: "observations.csv", ["value", "时间表述"])
    #expect(rows == [["31", "前三季度"], ["241", "前三季度"]])
    let week = try run(
      "2021年第11周(2021年3月15日~2021年3月21日),我市优良率为98%,截至3月21日累计浓度偏高,本周达标率为100%。"
    ).rows(of: "observations.csv", ["time", "value", "时间表述"])
    #expect(week.allSatisfy { $0[0] != "2021-03-21" })
  }

  @Test("town and country is no place, and neither is the whole")
  func noPlaces() throws {
    #expect(
      try observed("2022年,城乡居民养老保险参保率为95%,城镇登记失业率为3.5%。") == [
        "城乡居民养老保险参保率||2022|95", "城镇登记失业率||2022|3.5",
      ])
    let targets = try run("2023年主要预期目标:城乡居民收入增长7%,森林覆盖率达到45%。")
    #expect(targets.column("name", of: "indicators.csv") == ["城乡居民收入增长", "森林覆盖率"])
    #expect(
      try observed("2013年,总体水质状况为中度污染;化学需氧量、氨氮排放量分别下降3.69%、4.47%。").allSatisfy {
        $0.contains("||2013|")
      })
  }

  @Test("a source of water is the place of what is told of it")
  func sources() throws {
    #expect(
      try observed("2022年7月,青山市涡北水厂水源地取水量为93.72万吨;青山市调蓄水库水源地取水量为451.05万吨,水量达标率为100%。")
        == [
          "取水量|青山市涡北水厂水源地|2022-07|93.72", "取水量|青山市调蓄水库水源地|2022-07|451.05",
          "水量达标率|青山市调蓄水库水源地|2022-07|100",
        ])
    #expect(
      try observed("2022年,青山市集中式饮用水水源地水质达标率为100%。") == ["集中式饮用水水源地水质达标率|青山市|2022|100"])
  }

  @Test(
    "a mean without what it is of is left and told",
    arguments: ["年均值为0.037毫克/立方米", "年均值第95百分位数浓度为1.5毫克/立方米", "均值为20.1毫克/立方米"])
  func means(_ words: String) throws {
    let text = "2016年优良天数比例为85%,二氧化硫浓度在0.3-3.2毫克/立方米之间,\(words)。"
    #expect(try observed(text) == ["优良天数比例||2016|85"])
    #expect(try run(text).told.contains(words.suffix(8)))
  }

  @Test("the shares of a whole are told together")
  func ratios() throws {
    let told = try run("2023年全县地区生产总值256.8亿元。三次产业结构由上年的17:28.7:54.3调整为15:30.8:54.2。").told
    #expect(told.contains("17:28.7:54.3") && told.contains("15:30.8:54.2"))
  }

  @Test("as much as the year before is kept beside the value")
  func level() throws {
    let rows = try run("2023年,全县森林覆盖率为53%,与2022年持平。")
      .rows(of: "observations.csv", ["value", "比2022年"])
    #expect(rows == [["53", "持平"]])
  }
}
