import PlanQLPlans
import Testing

/// Signs, verbs and names of values in sentences that say the contrary of what they seem to.
@Suite("signs, verbs and names of values of their own")
struct ImportOwnVerbTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] {
    try run(text).rows(of: "stated_totals.csv", ["section", "name", "value", "number"])
      .map { $0.joined(separator: "|") }
  }

  private func observed(_ text: String) throws -> [String] {
    try run(text).rows(of: "observations.csv", ["indicator", "place", "value"])
      .map { $0.joined(separator: "|") }
  }

  @Test(
    "a dash behind the word for a change is a minus", arguments: ["-", "－", "−"])
  func minus(_ sign: String) throws {
    #expect(
      try totals("2023年,全区环保投入3250万元,同比增长\(sign)5.6%。") == [
        "|环保投入|3250|", "|环保投入同比增长||-5.6",
      ])
    #expect(
      try totals("全市完成投资12亿元,占年度计划的60%,增速为\(sign)2.4%。").last == "|完成投资增速||-2.4")
  }

  @Test("a dash behind a name is none")
  func dash() throws {
    #expect(try totals("全市完成投资12亿元,占年度计划的60%。其中东城区-15个。").allSatisfy { !$0.contains("-15") })
    // A stroke that parts a rate from its name is none either.
    #expect(try totals("全市完成投资12亿元,占年度计划的60%,开工率—85%。").allSatisfy { !$0.contains("-85") })
  }

  @Test("each of several values goes the way of its own verb")
  func ownVerbs() throws {
    #expect(
      try observed("2023年,全市PM2.5、PM10浓度分别下降5.2%和上升1.3%。") == [
        "PM2.5浓度下降|全市|5.2", "PM10浓度上升|全市|1.3",
      ])
    #expect(
      try totals("全市进口、出口总额分别为35.2亿元和86.4亿元,分别下降12.3%和增长5.6%。").allSatisfy {
        !$0.contains("12.3") && !$0.contains("5.6")
      })
  }

  @Test("several changes share the unit of the last")
  func sharedUnits() throws {
    let rows = try run("2023年,东城区、西城区优良天数比例分别为88.2%、91.5%,同比分别上升1.1、0.6个百分点。")
      .rows(of: "observations.csv", ["indicator", "place", "value", "同比"])
    #expect(
      rows == [
        ["优良天数比例", "东城区", "88.2", "上升1.1个百分点"],
        ["优良天数比例", "西城区", "91.5", "上升0.6个百分点"],
      ])
  }

  @Test("the change behind a figure that was left is that of the figure")
  func changeOfLeft() throws {
    #expect(
      try totals("全市实现农林牧渔业总产值69.93亿元,比上年增长2.5%,增加值37.90亿元,增长2.7%。").allSatisfy {
        !$0.contains("37.9") && !$0.contains("2.7")
      })
  }

  @Test("the growth of a sector or a place without a measure may be that of anything")
  func growthOfNothing() throws {
    let rows = try totals(
      "固定资产投资增长5.8%。分产业看,第一产业增长9.1%;第二产业增长10.3%,其中工业投资增长14%。按经营地分,城镇下降6.1%。")
    #expect(rows == ["|固定资产投资增长||5.8", "|工业投资增长||14"])
  }

  @Test("the next sector stands beside the one whose parts were told")
  func siblings() throws {
    let rows = try run(
      "分产业看,第一产业完成投资11.9亿元;第二产业完成投资48.16亿元,增长23.0%,其中工业投资增长21.9%;第三产业完成投资136.91亿元。"
    ).rows(of: "sections.csv", ["title", "parent"])
    #expect(rows.allSatisfy { $0.last == "" || $0.count == 1 })
  }

  @Test("what a report or a form sets is aimed at")
  func aims() throws {
    #expect(
      try totals("2021年《政府工作报告》提出,新开工改造城镇老旧小区5.3万个。2021年1-7月份,全市新开工改造城镇老旧小区4.22万个,占年度目标任务的78.2%。")
        .contains("|目标新开工改造城镇老旧小区||5.3"))
    let form = try run("2020年度林业资金绩效自评报告\n\n退耕还林面积指标值1.5万亩,实际完成1.38万亩。造林成活率指标值≥85%,实际完成值88.2%。")
    #expect(
      form.rows(of: "indicators.csv", ["name", "target"]) == [
        ["退耕还林面积", "1.5"], ["造林成活率", "85"],
      ])
    #expect(form.rows(of: "observations.csv", ["indicator"]).isEmpty)
  }

  @Test(
    "names that say nothing without what they are of are none",
    arguments: [
      "2023年,全市PM2.5平均浓度29微克/立方米,两年平均下降5.6%。", "2022年,全市PM2.5平均浓度29微克/立方米。2020年基准值为72.7%。",
      "2021年1—8月份,全市PM2.5平均浓度29微克/立方米。其中,8月当月增长4.0%。",
    ])
  func bareNames(_ text: String) throws {
    #expect(try observed(text) == ["PM2.5平均浓度|全市|29"])
  }

  @Test("a value of last year is a base")
  func bases() throws {
    #expect(
      try totals("2023年,全年水利投入1.2亿元,较去年的1.05亿元增加1500万元。").allSatisfy { !$0.contains("1.05") })
    #expect(
      try totals("2023年,全市化学需氧量、氨氮排放量较2020年分别下降6.8%、7.2%。") == [
        "|全市化学需氧量排放量较2020年下降||6.8", "|氨氮排放量较2020年下降||7.2",
      ])
  }

  @Test("what is done to the last of a list is done to all")
  func sharedWorks() throws {
    #expect(
      try totals("全市完成投资12亿元,占年度计划的60%。全区累计完成3317个加油站、14545个地下油罐防渗改造任务。").allSatisfy {
        !$0.contains("3317")
      })
  }

  @Test("the number of a list of names is not that of all such projects")
  func namedProjects() throws {
    #expect(
      try totals("全市完成投资12亿元,占年度计划的60%。甲宾馆重建、乙物流园建设等13个省市重点项目,完成年计划70%以上。").allSatisfy {
        !$0.contains("13")
      })
  }

  @Test("a day without a year in years that go from one into the next is of neither")
  func yearsOfTwo() throws {
    let plan = try run("截至11月23日,2010-2011年度冬春水利建设累计完成投资2.53亿元。").files.first {
      $0.name == "plan.yaml"
    }?.text
    #expect(plan.map { !$0.contains("as_of") } ?? true)
  }

  @Test(
    "the first quarters of a year are not the last of them", arguments: ["前三季度", "1-3季度", "一至三季度"])
  func quarters(_ time: String) throws {
    let rows = try run("2023年\(time),全市PM2.5平均浓度32微克/立方米。").rows(
      of: "observations.csv", ["time"])
    #expect(rows == [["2023-Q1..2023-Q3"]])
    #expect(
      try run("2023年空气质量情况\n\n第三季度,全市PM2.5平均浓度32微克/立方米。").rows(
        of: "observations.csv", ["time"]) == [["2023-Q3"]])
  }

  @Test("the year of prices is no time, and a part of the name where one tells it")
  func prices() throws {
    let rows = try run("全市完成投资12亿元,按2015年可比价格计算,比上年增长10.0%。").rows(
      of: "stated_totals.csv", ["name", "时段"])
    #expect(rows.allSatisfy { $0.last != "2015年" })
    #expect(
      try observed("2021年,全市万元国内生产总值(当年价)用水量50.1立方米。") == ["万元国内生产总值(当年价)用水量|全市|50.1"])
  }

  @Test("compound units and kinds of investment are whole")
  func wholeNames() throws {
    let rows = try run("2019年,全市旅客周转量497461万人公里。").rows(
      of: "indicators.csv", ["name", "measured_in"])
    #expect(rows == [["旅客周转量", "万人公里"]])
    #expect(
      try totals("全市完成投资120亿元,占年度计划的60%。\n\n工业投资71.2亿元;房地产开发投资80.2亿元。").suffix(2) == [
        "|工业投资|71.2|", "|房地产开发投资|80.2|",
      ])
  }

  @Test("the whole year ends a day, and this year does not")
  func days() throws {
    let whole = "2018年环境质量情况\n\n截至2018年9月25日,全市优良天数比例85%。\n\n全年森林覆盖率45.1%。"
    #expect(
      try run(whole).rows(of: "observations.csv", ["indicator", "time"]) == [
        ["优良天数比例", "2018-09-25"], ["森林覆盖率", "2018"],
      ])
    #expect(
      try run("2023年建设进展\n\n截至3月底,今年全国高标准农田面积约为1942万亩。").rows(
        of: "observations.csv", ["time"]) == [["2023-03-31"]])
  }

  @Test("共 behind what some have come to is of all; works without a form own their money")
  func ofAll() throws {
    #expect(
      try totals("11个高速公路项目已完工5个,在建项目6个,共完成投资169.8亿元。").allSatisfy {
        !$0.hasPrefix("在建项目|完成投资")
      })
    #expect(
      try totals("全市完成投资120亿元,占年度计划的60%。\n\n江阴隧道盾构掘进已完成,一季度完成投资2.23亿元。").allSatisfy {
        !$0.contains("2.23")
      })
  }

  @Test("a basin without a common form is not in the one before it")
  func basins() throws {
    let rows = try run("2021年,长江流域水资源总量11186.18亿立方米;西南诸河水资源总量5351.77亿立方米。").rows(
      of: "observations.csv", ["place", "value"])
    #expect(rows.contains(["长江流域", "11186.18"]))
    #expect(!rows.contains(["长江流域", "5351.77"]))
  }

  @Test("value added with a verb is an amount, and a name with its abbreviation one")
  func valueAdded() throws {
    #expect(
      try totals("全年实现地区生产总值(GDP)271.51亿元,比上年增长5.7%。其中,第一产业增加值为7.8亿元,同比增长7%。") == [
        "|全年实现地区生产总值|271.51|", "|全年实现地区生产总值比上年增长||5.7", "|第一产业增加值|7.8|",
        "|第一产业增加值同比增长||7",
      ])
  }
}
