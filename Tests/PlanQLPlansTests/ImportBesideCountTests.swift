import PlanQLData
import PlanQLPlans
import Testing

/// Figures beside others in a sentence that are of something else than those.
@Suite("figures beside counts and values that they are not of")
struct ImportBesideCountTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] {
    try run(text).rows(of: "stated_totals.csv", ["section", "name", "value", "number"])
      .map { $0.joined(separator: "|") }
  }

  private func told(_ text: String) throws -> String { try run(text).told }

  @Test("the extent of another thing is not of the works that were counted before it")
  func extents() throws {
    #expect(
      try totals("2024年,全县完成投资6.85亿元,占年度计划的74.5%。投入资金1260万元,修复水毁工程35处,清淤河道128公里。").last
        == "|清淤河道||128")
    // A word for an extent is of them.
    #expect(
      try totals("2024年,全县完成投资6.85亿元,占年度计划的74.5%。实施公路项目35个,总里程128公里。").last
        == "公路项目|总里程||128")
  }

  @Test(
    "what is said behind the last of several places may be said of all",
    arguments: ["东山县3个项目、南河县2个项目", "东山县有3个项目、南河县有2个项目", "东山县3个、南河县2个项目"])
  func places(_ places: String) throws {
    let text = "一季度,全市195个重点项目完成投资218.4亿元。\n\(places)未按计划开工。"
    #expect(try totals(text).count == 2)
    let told = try told(text)
    #expect(told.contains("3个") && told.contains("2个"))
  }

  @Test("a phase is named as the works that it is of")
  func phases() throws {
    #expect(
      try totals("1-3月,全市重点项目完成投资20亿元。城北污水处理厂二期,总投资3.2亿元,完成投资1.9亿元。").suffix(2) == [
        "城北污水处理厂二期|总投资|3.2|", "城北污水处理厂二期|完成投资|1.9|",
      ])
  }

  @Test("others than those that were named are not of them")
  func others() throws {
    #expect(
      try totals("1-3月,全市项目完成投资20亿元。新建项目按计划开工建设,另有97个重大项目提前开工。").last
        == "|重大项目提前开工||97")
    #expect(
      try totals("今年重点项目212个,总投资800亿元。其中产业类20个项目总投资100亿元,在建项目15个,竣工项目3个。").allSatisfy {
        !$0.contains("在建项目") && !$0.contains("竣工项目")
      })
    #expect(
      try totals("全市项目完成投资20亿元,其中国道项目投资12亿元、农村公路项目投资6亿元,公路建设规模为854.2公里。").last
        == "|公路建设规模||854.2")
  }

  @Test("what came in of a budget is none of its parts, and outlays for projects are called so")
  func parts() throws {
    let result = try run("2022年项目预算资金560万元,其中中央资金400万元,县级配套160万元;实际到位560万元。")
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "value"]).last == ["实际到位", "560"])
    #expect(result.report.sums.allSatisfy { $0.sum?.description != "1120" })
    #expect(
      try totals("2022年财政资金支出833.84万元,其中:基本支出121.86万元;项目支出711.98万元。").last
        == "|项目支出|711.98|")
  }

  @Test("a change in days is of the value in days, and one in points of the share")
  func units() throws {
    let rows = try run("2023年,县城优良天数336天,优良率92.1%,较2022年增加8天。")
      .rows(of: "observations.csv", ["indicator", "value", "比2022年"])
    #expect(rows == [["县城优良天数", "336", "增加8天"], ["优良率", "92.1", ""]])
    let other = try run("2023年,县城优良天数336天,优良率92.1%,同比上升2.2个百分点。")
      .rows(of: "observations.csv", ["value", "同比"])
    #expect(other == [["336", ""], ["92.1", "上升2.2个百分点"]])
    // 20个区县 is no change of a concentration.
    let rank = try run("2023年,我县PM2.5浓度为58微克/立方米,全市20个区县排名第5。")
      .rows(of: "observations.csv", ["value", "排名"])
    #expect(rank == [["58", "全市20个区县排名第5"]])
    // Nothing that was read is in such a unit.
    #expect(try told("2023年,全县优良率92.1%,较2022年增加8天。").contains("8天"))
  }

  @Test("a measure alone is of the thing before it, or of nothing that is told")
  func measuresAlone() throws {
    #expect(
      try run("2021年,全省危险废物产生量152.3万吨,利用处置量149.8万吨。").column("name", of: "indicators.csv")
        == ["危险废物产生量", "危险废物利用处置量"])
    let area = try run("2021年,森林覆盖率66.8%,自然保护区93个,总面积47.6万公顷。")
    #expect(area.column("name", of: "indicators.csv") == ["森林覆盖率"])
    #expect(area.told.contains("47.6万公顷"))
    #expect(
      try run("2024年,全市共监测国考断面12个。").column("name", of: "indicators.csv") == ["国考断面"])
  }
}
