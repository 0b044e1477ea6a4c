import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("what a value was before, and what others of its sentence are compared with")
struct ImportComparedValueTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func observed(_ text: String, _ headings: [String]) throws -> [[String]] {
    try run(text).rows(of: "observations.csv", headings)
  }

  private func unread(_ text: String) throws -> [String] {
    try run(text).report.documents[0].doubts.map(\.text.zh).filter { $0.hasPrefix("未收入的数据") }
  }

  @Test("what a value was is kept where no year says when")
  func before() throws {
    #expect(
      try observed("2022年,森林覆盖率达到45%,而优良天数比例由70%提高到85%。", ["indicator", "value", "原值"]) == [
        ["森林覆盖率", "45", ""], ["优良天数比例", "85", "70%"],
      ])
    #expect(
      try observed("2022年,优良天数比例由2021年的86%下降到85%。", ["time", "value"]) == [
        ["2021", "86"], ["2022", "85"],
      ])
  }

  @Test("bases that are given to values in their order")
  func bases() throws {
    let targets = try run(
      "到2015年,化学需氧量、氨氮排放总量分别控制在121.31万吨、13.31万吨以内,比2010年的132.4万吨、14.56万吨分别下降8.4%、8.6%。")
    #expect(
      targets.rows(
        of: "indicators.csv", ["name", "baseline", "baseline_year", "target", "比2010年"]) == [
          ["化学需氧量排放总量", "132.4", "2010", "121.31", "下降8.4%"],
          ["氨氮排放总量", "14.56", "2010", "13.31", "下降8.6%"],
        ])
    let fewer = try unread(
      "到2015年,化学需氧量、氨氮排放总量分别控制在121.31万吨、13.31万吨以内,比2010年的132.4万吨分别下降8.4%、8.6%。")
    #expect(fewer.contains { $0.contains("132.4") })
    #expect(
      try observed("2022年,氨氮排放量为13.1万吨,比2021年的14.5万吨下降9.7%。", ["value", "基期值", "比2021年"]) == [
        ["13.1", "2021年14.5万吨", "下降9.7%"]
      ])
  }

  @Test("a contrast has its own time, and what follows goes on with the one before")
  func contrast() throws {
    #expect(
      try observed("优良率比例2020年达到85%,而2015年仅为70%,森林覆盖率达到45%。", ["indicator", "time", "value"]) == [
        ["优良率比例", "2020", "85"], ["优良率比例", "2015", "70"], ["森林覆盖率", "2020", "45"],
      ])
  }

  @Test("how far a value is from its target belongs to the value right before it")
  func distances() throws {
    let text = "2020年优良率为87%,超过“十三五”目标2.5个百分点。未达标断面平均情况为37微克,超过“十三五”目标10.8个百分点。"
    #expect(
      try observed(text, ["value", "比目标"]).first == ["87", "超过“十三五”目标2.5个百分点"])
    #expect(try unread(text).contains { $0.contains("10.8") })
  }

  @Test("names of settlements share what the last of them says; a list that makes no words is left")
  func settlements() throws {
    #expect(
      try observed("2022年,全市城市、县城、建制镇生活污水处理率分别达到98%、95%、80%。", ["indicator", "value"]) == [
        ["城市生活污水处理率", "98"], ["县城生活污水处理率", "95"], ["建制镇生活污水处理率", "80"],
      ])
    #expect(
      try observed("2022年,生活垃圾、建筑垃圾处理率分别为98%、95%。", ["indicator", "value"]) == [
        ["生活垃圾处理率", "98"], ["建筑垃圾处理率", "95"],
      ])
    let broken = try run("2022年,甲某、乙某污水处理率分别为98%、95%。优良率为85%。")
    #expect(broken.column("indicator", of: "observations.csv") == ["优良率"])
  }

  @Test("part of the years of a plan, and years that no date names, are no year before")
  func spans() throws {
    #expect(
      try observed("2014年能耗强度为1.2吨。“十二五”前4年,全市能耗强度累计下降18.47%。", ["value"]) == [["1.2"]])
    #expect(
      try observed("2022年优良率为85%。五年来,森林面积增加1.63亿亩。", ["value", "time", "时间表述"]) == [
        ["85", "2022", ""], ["1.63", "", "五年来"],
      ])
    let plan = try run("2017年能耗降低率6.07%。“十三五”全市能耗总量控制目标为133万吨。")
    #expect(
      plan.rows(of: "indicators.csv", ["name", "target", "target_year"]).first == [
        "能耗总量控制", "133", "2020",
      ])
    #expect(try observed("2023年政府工作报告\n\n优良率为85%。", ["value"]) == [["85"]])
    #expect(
      try run("2023年政府工作报告\n\n优良率为85%。").column("time", of: "observations.csv").allSatisfy(
        \.isEmpty))
  }

  @Test(
    "a number of places of a region is that of the values behind it, and of the water or the air alone"
  )
  func groups() throws {
    #expect(
      try observed(
        "2020年,1940个考核断面中,优良断面比例为81%。全国337个城市,平均优良天数比例为86.7%。", ["place", "value"]) == [
          ["1940个考核断面", "81"], ["全国337个城市", "86.7"],
        ])
    #expect(
      try observed("2020年,重点城市平均优良天数比例为86.7%。水土流失面积为10.6万亩。", ["place", "value"]) == [
        ["重点城市", "86.7"], ["", "10.6"],
      ])
  }
}
