import PlanQLData
import Testing

@testable import PlanQLPlans

/// Sentences whose values look like targets and are none, and the other way round.
@Suite("what a plan aims at, and what was done of it")
struct ImportTargetSentenceTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func targets(_ text: String) throws -> [[String]] {
    try run(text).rows(of: "indicators.csv", ["name", "target", "target_year"])
      .filter { !$0[1].isEmpty }
  }

  private func observed(_ text: String) throws -> [[String]] {
    try run(text).rows(of: "observations.csv", ["indicator", "place", "time", "value"])
  }

  private func unread(_ result: ImportResult) -> String {
    result.report.documents[0].doubts.map(\.text.zh).joined()
  }

  @Test("a share of a target is none, and stands beside the value that it is of")
  func sharesOfTargets() throws {
    let text = "截至2020年底,化学需氧量排放量完成“十三五”目标的104%;森林覆盖率达到45.2%,完成规划目标的98.5%。"
    let result = try run(text)
    #expect(try targets(text).isEmpty)
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value", "目标完成"]) == [
        ["森林覆盖率", "45.2", "完成规划目标的98.5%"]
      ])
    #expect(unread(result).contains("104%"))
    #expect(try targets("2022年,单位GDP能耗下降3.2%,完成年度目标任务的106%。").isEmpty)
    #expect(
      try targets("截至2022年底,森林覆盖率达到62.35%,已提前实现规划目标62%。").map { $0[1] } == ["62"])
  }

  @Test("what years of a plan hold up to the full stop is observed by nobody")
  func spans() throws {
    let text = "“十四五”时期,能耗强度降低13.5%;湿地保护率提高到55%,污泥处置率达到90%。"
    let result = try? run(text)
    #expect(result.map { $0.table("observations.csv").isEmpty } ?? true)
    #expect(
      try observed("2021年,优良率为80.1%。“十三五”期间,能耗强度已累计下降20%。断面达标率为91.4%。").map { $0[3] }
        == ["80.1", "20", "91.4"])
  }

  @Test("values of no time that are to be reached, or stand beside such ones, are not read")
  func ahead() throws {
    let result = try run(
      "2021年,优良率为80.1%,污水处理率为91%。\n2025年森林覆盖率要达到24.1%。\n湿地保护率提高到55%,污泥处置率达到90%。")
    #expect(result.column("value", of: "observations.csv") == ["80.1", "91"])
    #expect(unread(result).contains("55%") && unread(result).contains("90%"))
    let headline = try run("2020年,优良率为80.1%。\n森林覆盖率提高至24.1%\n碳排放强度降低18%")
    #expect(headline.column("value", of: "observations.csv") == ["80.1"])
    #expect(unread(headline).contains("24.1%") && unread(headline).contains("18%"))
    let striving = try run("保有量力争达到200万辆;污水处理率达到98%;2021年优良率达到88%。")
    #expect(striving.column("value", of: "observations.csv") == ["88"])
  }

  @Test("目标是 and 规划提出 make targets of all clauses behind them")
  func announced() throws {
    #expect(
      try targets("2023年主要预期目标是:地区生产总值增长6%;研发投入强度达到3.5%;森林覆盖率达到45%。") == [
        ["地区生产总值增长", "6", "2023"], ["研发投入强度", "3.5", "2023"], ["森林覆盖率", "45", "2023"],
      ])
    #expect(
      try targets("在落实2030年应对气候变化目标方面,“十四五”规划提出,单位生产总值能耗和二氧化碳排放分别降低13.5%、18%。") == [
        ["单位生产总值能耗", "13.5", ""], ["单位生产总值二氧化碳排放", "18", ""],
      ])
    #expect(try targets("甲水源地水质目标为Ⅱ类。总磷超标倍数是0.2倍。").isEmpty)
    #expect(try observed("2022年优良率为88.1%,目标是:85%。2023年优良率为89%。").last?[3] == "89")
  }

  @Test("from what to what a target goes is its baseline and its way")
  func baselines() throws {
    let result = try run(
      "到2025年,优良比例由2020年的83.4%提高到85%,覆盖率从23.2%提高到24.1%,PM2.5浓度由38微克/立方米下降到33微克/立方米。")
    #expect(
      result.rows(
        of: "indicators.csv", ["name", "direction", "baseline", "baseline_year", "target"]) == [
          ["优良比例", "up", "83.4", "2020", "85"], ["覆盖率", "up", "23.2", "", "24.1"],
          ["PM2.5浓度", "down", "38", "", "33"],
        ])
    #expect(
      try targets("“十四五”规划提出,到2025年,森林覆盖率将从目前的23.04%提高到24.1%。") == [
        ["森林覆盖率", "24.1", "2025"]
      ])
    let bounded = try run("到2025年,森林覆盖率由43.2%提升至45%以上。")
    #expect(
      bounded.rows(of: "indicators.csv", ["baseline", "target", "comparator", "target_text"]) == [
        ["43.2", "45", "at_least", "45%以上"]
      ])
    #expect(try targets("湿地保护率从目前的50%提高到55%。") == [["湿地保护率", "55", ""]])
  }

  @Test("two years of a plan in a text of no date are those of a plan or of its review")
  func undatedChanges() throws {
    let result = try run("2021年,优良率为80.1%。\n优良比例由2020年的83.4%提高到2025年的85%。")
    #expect(result.column("value", of: "observations.csv") == ["80.1"])
    #expect(unread(result).contains("83.4%"))
    #expect(
      try observed("环保目标完成专项工作报告\n全省优良比例从2015年的78.8%提高到2019年的80.6%,有所改善。") == [
        ["优良比例", "全省", "2015", "78.8"], ["优良比例", "全省", "2019", "80.6"],
      ])
  }

  @Test("a mere count of things is no target")
  func counts() throws {
    #expect(
      try targets("到2025年,优良率达到85%。2020年底前突出问题涉及甲市7项,未完成但达到序时进度6项。").map { $0[0] } == [
        "优良率"
      ])
    #expect(try targets("到2025年,绿色工厂数达到10家。").map { $0[1] } == ["10"])
    #expect(
      try targets("到2025年,优良率达到85%,甲州和乙州要≤40微克/立方米。").map { $0[0] } == ["优良率"])
  }

  @Test("a change that somebody made, and the money of a project, are no values")
  func altered() throws {
    #expect(throws: ImportRefusal.self) { try run("项目总投资由871.99万元调整为904.92万元。") }
    let result = try run("2021年,优良率为80.1%。工程总投资500万元,中央预算内投资350万元。")
    #expect(!result.column("indicator", of: "observations.csv").contains { $0.contains("投资") })
  }

  @Test("a change on another time is no value, nor is it lost")
  func changes() throws {
    let result = try run("2019年全省优良率同比增加0.7个百分点,优良断面比例为80.1%,PM2.5平均浓度比2014年下降14.1%。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "place", "value"]) == [
        ["优良断面比例", "全省", "80.1"]
      ])
    #expect(unread(result).contains("0.7个百分点") && unread(result).contains("14.1%"))
    #expect(
      try observed("2021年,优良率为80.1%。与上年同期相比,达标率下降1.6个百分点。其中,甲市达标率上升26.7个百分点。")
        .map { $0[3] } == ["80.1"])
    #expect(
      try observed("2021年,化学需氧量排放量比2015年累计下降12.5%。").map { $0[3] } == ["12.5"])
  }

  @Test("several targets, one after the other, are of the years that they name")
  func furtherYears() throws {
    let result = try run("森林覆盖率2020年要达到23.2%,2025年要达到24.1%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "其他目标"]) == [
        ["森林覆盖率", "23.2", "2025年：要达到24.1%"]
      ])
  }

  @Test("a target without a name is of nothing, and one in a bracket of the value before it")
  func unnamed() throws {
    let text = "2025年目标值为85%。2022年,全市优良率为83.5%(目标值82%)。"
    #expect(try observed(text) == [["优良率", "全市", "2022", "83.5"]])
    #expect(try targets(text) == [["优良率", "82", "2022"]])
    #expect(unread(try run(text)).contains("85%"))
    #expect(try targets("2025年PM2.5浓度目标值为30微克/立方米。") == [["PM2.5浓度", "30", "2025"]])
  }

  @Test("what was before among targets, and what is looked forward to")
  func otherYears() throws {
    let result = try run("2023年发展目标:优良率达到85%,PM2.5浓度降至30微克/立方米;2022年优良率为83.1%。")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target"]) == [
        ["优良率", "85"], ["PM2.5浓度", "30"],
      ])
    #expect(
      result.rows(of: "observations.csv", ["indicator", "time", "value"]) == [
        ["优良率", "2022", "83.1"]
      ])
    #expect(try targets("展望2025年,森林覆盖率达到45%。") == [["森林覆盖率", "45", "2025"]])
  }

  @Test("what is expected is neither aimed at nor done")
  func expected() throws {
    let result = try run("某人预计,到2015年在28个指标中完成目标的将达到25个,指标完成率达到89.3%。")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "time", "value", "kind"]) == [
        ["指标完成率", "2015", "89.3", "forecast"]
      ])
  }

  @Test("what a target is compared with stands beside it")
  func comparedTargets() throws {
    let result = try run("主要目标:\n2015年,单位能耗比2010年下降16%,比2005年下降33.06%。")
    #expect(result.column("比2005年", of: "indicators.csv") == ["下降33.06%"])
  }
}
