import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("import of targets whose year stands elsewhere, and of lists that begin with the last place")
struct ImportTimesOfTargetsTests {
  @Test("the year that something builds on is none of its target")
  func onTheBasisOf() throws {
    let result = try run("十二五期间环境保护的目标:在2010年基础上,林木覆盖率不低于22%,城市空气质量优良率不低于80%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year"]) == [
        ["林木覆盖率", "22", "2015"], ["城市空气质量优良率", "80", "2015"],
      ])
  }

  @Test("by the end of the plan is a time and no part of a name")
  func endOfPlan() throws {
    let result = try run("《“十四五”规划》提出,在2020年基础上,到期末森林覆盖率不低于45%。")
    #expect(result.rows(of: "indicators.csv", ["name", "target"]) == [["森林覆盖率", "45"]])
    #expect(!result.table("indicators.csv")[0].contains("target_year"))
  }

  @Test(
    "a target and a growth of which nothing says what they are of are told",
    arguments: [
      ("2018年,全省劣Ⅴ类水体比例为2.6%,规划期末目标为6.1%。", ["劣Ⅴ类水体比例"], "规划期末目标为6.1%"),
      ("2018年,全省森林覆盖率为45%,前两年年均增长8.9%。", ["森林覆盖率"], "年均增长8.9%"),
    ])
  func ofNothing(text: String, names: [String], told: String) throws {
    let result = try run(text)
    #expect(result.column("name", of: "indicators.csv") == names)
    #expect(result.report.documents[0].doubts.contains { $0.text.zh.contains(told) })
  }

  @Test("indicators that a number at the end of a clause counts are listed behind it")
  func listedBehind() throws {
    let result = try run("已达期末目标的指标有3项,即固定宽带普及率、非化石能源占比、水体比例。服务业比重等14项指标超过进度要求。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "评估结果"]) == [
        ["固定宽带普及率", "已达期末目标"], ["非化石能源占比", "已达期末目标"], ["水体比例", "已达期末目标"],
        ["服务业比重", "超过进度要求"],
      ])
  }

  @Test(
    "a list that begins with the last place has places from the end",
    arguments: [
      "空气质量综合指数排名后3名县(市、区)从倒数第一名起依次是:甲市(8.31)、乙市(7.67)、丙 县(7.53)。",
      "137个县(市、区)空气质量综合指数相对较差的后3位县(市、区),从全省倒数第一名起,依次是:甲市(8.31)、乙市(7.67)、丙县(7.53)。",
    ])
  func fromTheEnd(text: String) throws {
    let result = try run("2020年12月全省环境空气质量排名\n" + text)
    #expect(
      result.rows(of: "assessments.csv", ["unit", "item", "倒数位次", "数值"]) == [
        ["甲市", "空气质量综合指数", "1", "8.31"], ["乙市", "空气质量综合指数", "2", "7.67"],
        ["丙县", "空气质量综合指数", "3", "7.53"],
      ])
  }

  @Test("what came about over several years is of none of them")
  func severalYears() throws {
    let result = try run("2018年,全国森林覆盖率22.96%。三年累计新增水土流失综合治理面积17.92万平方公里。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "time", "value", "时间表述"]) == [
        ["森林覆盖率", "2018", "22.96", ""], ["新增水土流失综合治理面积", "", "17.92", "三年累计"],
      ])
  }

  @Test("其中 ends before a clause that names another field, whose money is not the part's owner's")
  func fields() throws {
    let result = try run(
      "大气污染防治方面,中央财政安排专项资金160亿元,其中60亿元专项用于清洁取暖;水污染防治方面,中央财政安排专项资金85亿元;土壤污染防治方面,中央财政安排专项资金20亿元。"
    )
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "value"]) == [
        ["大气污染防治方面", "160"], ["水污染防治方面", "85"], ["土壤污染防治方面", "20"],
      ])
    #expect(!result.table("sections.csv")[0].contains("parent"))
  }
}
