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

  @Test("what is measured is no number of works, and the upper end of a range no figure")
  func measuresAndRanges() throws {
    let result = try run("护岸工程52公里,改造闸口工程5个。污水处理厂新增日处理能力5-10万吨。")
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "name", "number", "measured_in"]).prefix(2)
        == [
          ["护岸工程", "长度", "52", "公里"], ["改造闸口工程", "项目数", "5", "个"],
        ])
    #expect(!result.table("stated_totals.csv").contains { $0.contains("10") })
    #expect(result.report.documents[0].doubts.contains { $0.text.zh.contains("10万吨") })
  }

  @Test("links to other pages below a text are none of it")
  func links() throws {
    let result = try run(
      "全市共有工程项目59项,总投资291.06亿元。\n相关阅读:\n1、28县入选2017年农田水利项目县名单\n2、在建投资规模超9000亿 明年新开工15项重大水利工程\n")
    #expect(result.report.documents[0].outside.map { $0.place?.number } == [2, 3, 4])
    #expect(Set(result.column("name", of: "stated_totals.csv")) == ["项目数", "总投资"])
    #expect(!result.planText.contains("title"))
  }
}
