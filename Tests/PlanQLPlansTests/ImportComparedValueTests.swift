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
        "能耗总量", "133", "2020",
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

  @Test("how far a value is from that of others is kept beside it, and is no value of theirs")
  func others() throws {
    #expect(
      try observed(
        "2022年,甲县优良天数比例85%,高于全省平均水平3个百分点,低于全市平均水平1个百分点。",
        ["indicator", "place", "value", "比较", "比较（2）"]) == [
          ["优良天数比例", "甲县", "85", "高于全省平均水平3个百分点", "低于全市平均水平1个百分点"]
        ])
  }

  @Test(
    "changes that 和 joins are given to the values of their clause; what goes on has the same base")
  func changes() throws {
    let result = try run(
      "到2020年,森林覆盖率达到45%以上,氨氮、总磷排放总量分别控制在20万吨、15万吨以内,比2015年分别下降10%和15%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "比2015年"]) == [
        ["森林覆盖率", "45", ""], ["氨氮排放总量", "20", "下降10%"], ["总磷排放总量", "15", "下降15%"],
      ])
    let text = "2015年,化学需氧量排放量比2012年下降8.3%,氨氮排放量下降9.3%。"
    #expect(
      try observed(text, ["indicator", "value", "比较"]) == [["氨氮排放量下降", "9.3", "比2012年"]])
    #expect(try unread(text).contains { $0.contains("8.3%") })
    let own = "2023年,优良率为85%,二氧化硫排放量比2020年下降12%,氮氧化物排放量较上年下降5.5%。"
    #expect(try observed(own, ["value"]) == [["85"]])
    #expect(try observed("2015年优良率为80%,氨氮浓度同比下降8.3%,总磷浓度下降9.3%。", ["value"]) == [["80"]])
  }

  @Test("values beside what is to be are not taken for what was reached")
  func besideAims() throws {
    let text = "2022年工作会议\n\n今年优良率要达83%左右,PM2.5浓度降至42微克/立方米以下,水质达标率100%。\n2021年,优良率为80%。\n"
    #expect(try observed(text, ["indicator", "value"]) == [["优良率", "80"]])
    #expect(try unread(text).contains { $0.contains("42微克") && $0.contains("100%") })
    let named = "2022年,森林覆盖率为62.1%,目标值62.5%,PM2.5浓度为35微克/立方米。"
    #expect(try observed(named, ["value"]) == [["62.1"], ["35"]])
    let goal = try run("2022年,PM2.5浓度年度目标35微克/立方米。优良率为85%。")
    #expect(goal.column("name", of: "indicators.csv").contains("PM2.5浓度"))
  }

  @Test(
    "the part of the day that a clause speaks of is that of its value; a word with 区 in it is no place"
  )
  func qualifiers() throws {
    #expect(
      try observed(
        "2018年,昼间平均等效声级为54.5分贝;夜间声环境质量等级为一般,平均等效声级为46.1分贝。功能区达标率为100%。",
        ["indicator", "value"]) == [
          ["昼间平均等效声级", "54.5"], ["夜间平均等效声级", "46.1"], ["功能区达标率", "100"],
        ])
    #expect(
      try observed("2018年,暴露在这一区间的路段长度为240.8公里。", ["indicator", "place"]) == [
        ["暴露在这一区间的路段长度", ""]
      ])
    #expect(
      try observed("2019年,空气质量指数组成的6种特征因子中,臭氧浓度为80微克/立方米。", ["place", "value"]) == [["", "80"]])
  }

  @Test("what has gone down since a plan began is called so; several counts of a name stay in it")
  func sums() throws {
    #expect(
      try observed("2022年优良率为85%,能耗强度累计下降6.2%。", ["indicator", "value"]) == [
        ["优良率", "85"], ["能耗强度累计下降", "6.2"],
      ])
    #expect(
      try observed("2022年,全县3个国控断面、5个省控断面水质达标率均为100%。", ["indicator", "place"]) == [
        ["3个国控断面、5个省控断面水质达标率", "全县"]
      ])
  }

  @Test("what points somebody has lost is no rule")
  func lostPoints() throws {
    let result = try run(
      "2022年度考核结果\n\n2022年优良率为85%。\n扣分情况:丁市断面不达标扣8分,丙市资料不全扣1.5分。\n")
    #expect(result.table("rules.csv").isEmpty)
    #expect(
      result.report.documents[0].doubts.map(\.text.zh).contains {
        $0.contains("8分") && $0.contains("1.5分")
      })
    #expect(!(try run("考核办法\n断面不达标扣8分;资料不全扣1.5分。\n").table("rules.csv").isEmpty))
  }

  @Test("平均 before a number belongs to the name, and 劣于 begins one")
  func beginnings() throws {
    #expect(
      try observed("2022年,各城市达标天数比例平均为92.4%,劣于Ⅴ类的断面比例为1.5%。", ["value"]) == [["92.4"], ["1.5"]])
  }

  @Test("of targets that contradict each other the bases are named too")
  func contradictions() throws {
    let one = "到2025年,氨氮排放量控制在13.3万吨以内,比2020年的14.5万吨下降8.6%。"
    let result = try run(one + "\n到2025年,氨氮排放量控制在12.9万吨以内。\n优良率达到85%以上。\n")
    #expect(result.report.documents[0].doubts.map(\.text.zh).contains { $0.contains("14.5") })
  }
}
