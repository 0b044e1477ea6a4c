import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

private func told(_ result: ImportResult) -> String {
  result.report.documents[0].doubts.map(\.text.zh).joined()
}

@Suite("import of values beside those of something else")
struct ImportStatementOfAnotherTests {
  @Test(
    "a value in another unit, or behind a clause of something else, is not of the indicator before",
    arguments: [
      "甲区林地保有量为120万公顷,到2020年达到3.5亿立方米。",
      "甲区林地保有量为120万公顷,林木蓄积能力稳步提升,到2020年达到3.5亿立方米。",
      "甲区林地保有量为120万公顷,林木培育能力稳步提升,到2020年达到3.5万公顷。",
    ])
  func otherUnits(text: String) throws {
    let result = try run(text)
    #expect(result.rows(of: "indicators.csv", ["name"]) == [["林地保有量"]])
    #expect(!result.table("indicators.csv")[0].contains("target"))
    #expect(told(result).contains("达到3.5"))
  }

  @Test("a value of the last year of the plan that a heading names is a target")
  func lastYearOfPlan() throws {
    let result = try run("“十四五”规划主要指标\n·青绿化覆盖率2025年达到41%\n森林覆盖率2025年达到62%。\n林木蓄积量2019年达到3万吨。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year"]) == [
        ["青绿化覆盖率", "41", "2025"], ["森林覆盖率", "62", "2025"], ["林木蓄积量", "", ""],
      ])
    let review = try run("“十四五”规划主要指标完成情况\n森林覆盖率2025年达到62%。")
    #expect(review.rows(of: "observations.csv", ["indicator", "value"]) == [["森林覆盖率", "62"]])
  }

  @Test("cities that are watched for their air are no place of waters and of output")
  func cities() throws {
    let result = try run(
      "到2025年,设区的城市细颗粒物浓度不高于30微克/立方米,优良天数比率达到88%,地表水优良比例达到86%,单位地区生产总值能耗比2020年下降14%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "baseline_year"]) == [
        ["设区的城市细颗粒物浓度", ""], ["设区的城市优良天数比率", ""], ["地表水优良比例", ""], ["单位地区生产总值能耗", "2020"],
      ])
  }

  @Test("changes that 分别 gives before it says what they are compared with belong to their values")
  func respectively() throws {
    let result = try run("2015年北区优良天数达到301天,南区优良天数为290天,分别同比增长8.1%、7.2%。")
    #expect(result.column("同比", of: "observations.csv") == ["增长8.1%", "增长7.2%"])
  }

  @Test("what is counted for a thousand persons is not said of the next one in the list")
  func perThousand() throws {
    let result = try run("到2025年,每千人口拥有药师1.2人、营养师0.8人,人均预期寿命79岁。")
    #expect(result.column("name", of: "indicators.csv") == ["人均预期寿命"])
    #expect(told(result).contains("营养师0.8人"))
  }

  @Test("the centre of a city is the place of the values behind it")
  func centre() throws {
    let result = try run("到2025年,市中心城区优良天数比率不低于91%,细颗粒物平均浓度不高于33微克/立方米;丁县细颗粒物平均浓度不高于31微克/立方米。")
    #expect(result.column("地点", of: "indicators.csv") == ["市中心城区", "市中心城区", "丁县"])
  }

  @Test("a title of two years is the time of no value, and what was set as a task is not done")
  func tasks() throws {
    let result = try run(
      "甲镇2022年造林完成情况及2023年工作计划\n乙委下达了甲镇造林任务。其中,新造林面积700亩,补植面积200亩。全年共完成新造林面积730亩。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value"]) == [["新造林面积", "730"]])
    #expect(!result.table("observations.csv")[0].contains("time"))
    #expect(told(result).contains("补植面积200亩"))
  }

  @Test("the days of a week stand in a bracket, and hold for all that follows")
  func weeks() throws {
    let result = try run("2007年第2周(1月8日~1月14日),甲河优良断面比例为59.0%;乙河优良断面比例为61.0%。")
    #expect(
      result.column("time", of: "observations.csv")
        == Array(repeating: "2007-01-08..2007-01-14", count: 2))
  }

  @Test("a sentence of thousands of clauses is read in one go")
  func clauses() throws {
    let text = (0..<1000).map { "第\($0 % 90 + 10)号断面优良率为\($0 % 90 + 5)%," }.joined()
    let result = try run(text + "丁县优良率为5%。")
    let longest = result.column("原文", of: "observations.csv").map(\.count).max()
    #expect(longest.map { $0 < 2100 } ?? false)
  }
}
