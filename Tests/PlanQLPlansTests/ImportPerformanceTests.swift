import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("indicators of performance, whose levels stand beside each other")
struct ImportPerformanceTests {
  private func run(_ text: String, _ name: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("the last level is the indicator, the first its domain")
  func levels() throws {
    let result = try run(
      """
      一级指标,二级指标,三级指标,指标值
      产出指标,数量指标,道路硬化里程,≥12公里
      产出指标,质量指标,验收合格率,100%
      效益指标,社会效益指标,受益人口,≥3.2万人
      """, "a.csv")
    let rows = result.table("indicators.csv")
    let columns = ["name", "measured_in", "target", "comparator", "二级指标", "原文领域"].map {
      rows[0].firstIndex(of: $0)!
    }
    #expect(
      rows.dropFirst().map { row in columns.map { row[$0] } } == [
        ["道路硬化里程", "公里", "12", "at_least", "数量指标", "产出指标"],
        ["验收合格率", "%", "100", "", "质量指标", "产出指标"],
        ["受益人口", "万人", "3.2", "at_least", "社会效益指标", "效益指标"],
      ])
  }

  @Test("绩效指标 over the side of a form names no indicator of it")
  func formOfItself() throws {
    let result = try run(
      """
      绩效指标(90分),一级指标,二级指标,三级指标,指标性质,指标值,度量单位,完成值,权重,得分
      ,产出指标,数量指标,发放覆盖率,=,100,%,100,60,60
      ,效益指标,社会效益指标,足额保障率,≥,95,%,98,30,29.4
      """, "a.csv")
    #expect(
      result.rows(of: "indicators.csv", ["name", "measured_in", "target", "comparator"]) == [
        ["发放覆盖率", "%", "100", "equal"], ["足额保障率", "%", "95", "at_least"],
      ])
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value"]) == [
        ["发放覆盖率", "100"], ["足额保障率", "98"],
      ])
  }

  @Test("a label that reaches down beside the headings and all rows is none of either")
  func sideLabel() throws {
    let result = try run(
      """
      <p>项目支出绩效目标表</p><table>
      <tr><td>填报部门</td><td colspan=4>某局</td></tr>
      <tr><td rowspan=6>绩效指标</td><td>一级指标</td><td>二级指标</td><td>指标内容</td><td>指标值</td></tr>
      <tr><td rowspan=3>产出指标</td><td>数量指标</td><td>管网长度</td><td>≥12公里</td></tr>
      <tr><td>质量指标</td><td>验收合格率</td><td>100%</td></tr>
      <tr><td>时效指标</td><td>完成时间</td><td>2021年12月底</td></tr>
      <tr><td>效益指标</td><td>社会效益指标</td><td>受益人口</td><td>≥3.2万人</td></tr>
      <tr><td>满意度指标</td><td>群众满意度指标</td><td>满意度</td><td>≥90%</td></tr></table>
      """, "a.html")
    let rows = result.table("indicators.csv")
    let (name, target) = (rows[0].firstIndex(of: "name")!, rows[0].firstIndex(of: "target")!)
    #expect(rows.dropFirst().map { $0[name] } == ["管网长度", "验收合格率", "完成时间", "受益人口", "满意度"])
    #expect(rows.dropFirst().map { $0[target] } == ["12", "100", "", "3.2", "90"])
    #expect(!rows[0].contains("绩效指标"))
  }

  @Test("levels with points and how they are given are rules as before")
  func rules() throws {
    let result = try run(
      """
      一级指标,二级指标,分值,评分标准
      治水,断面达标,20,每少1个扣2分
      治气,优良天数,30,每少1天扣1分
      """, "a.csv")
    #expect(result.table("rules.csv").count == 3)
  }

  @Test("a level or a domain that stands only in its first row reaches down")
  func blankLevels() throws {
    let levels = try run(
      """
      一级指标,二级指标,三级指标,指标值
      产出指标,数量指标,管网长度,≥12公里
      ,质量指标,验收合格率,100%
      效益指标,社会效益指标,受益人口,≥3.2万人
      """, "a.csv")
    let rows = levels.table("indicators.csv")
    let domain = try #require(rows[0].firstIndex(of: "原文领域"))
    #expect(rows.dropFirst().map { $0[domain] } == ["产出指标", "产出指标", "效益指标"])
    let domains = try run(
      "领域,指标,2020年,2025年\n水务,管网长度,10,12\n,污水处理率,90,95\n文旅,游客,3,4", "a.csv")
    let others = domains.table("indicators.csv")
    let place = try #require(others[0].firstIndex(of: "原文领域"))
    #expect(others.dropFirst().map { $0[place] } == ["水务", "水务", "文旅"])
  }

  @Test("the level between reaches down too, but not into another of the first level")
  func blankSecondLevel() throws {
    let result = try run(
      """
      一级指标,二级指标,三级指标,指标值
      产出指标,数量指标,管网长度,≥12公里
      ,,泵站数量,2座
      ,质量指标,验收合格率,100%
      效益指标,,受益人口,≥3.2万人
      """, "a.csv")
    #expect(result.column("二级指标", of: "indicators.csv") == ["数量指标", "数量指标", "质量指标", ""])
  }

  @Test("signs of comparison under 指标性质 are those of the targets, 度量单位 their units")
  func signs() throws {
    let result = try run(
      """
      项目支出绩效自评表
      (2022年度)
      一级指标,三级指标,指标性质,指标值,度量单位,权重,全年实际完成值
      产出指标,管网长度,≥,12,公里,20,13
      成本指标,单位造价,≤,36,万元,20,35
      质量指标,验收资料,＝,1,套,10,1
      效益指标,环境改善,定性,明显,,10,明显
      """, "a.csv")
    let rows = result.table("indicators.csv")
    let columns = try ["measured_in", "target", "comparator"].map {
      try #require(rows[0].firstIndex(of: $0))
    }
    #expect(
      rows.dropFirst().map { row in columns.map { row[$0] } } == [
        ["公里", "12", "at_least"], ["万元", "36", "at_most"], ["套", "1", "equal"], ["", "", ""],
      ])
    #expect(
      result.table("observations.csv").dropFirst().map { Array($0.prefix(3)) } == [
        ["管网长度", "2022", "13"], ["单位造价", "2022", "35"], ["验收资料", "2022", "1"],
      ])
  }

  @Test(
    "a label and one cell over all other columns is no indicator, but a target over years is one")
  func formRows() throws {
    let result = try run(
      """
      <table><tr><td>三级指标</td><td>度量单位</td><td>指标值</td><td>备注</td><td>说明</td></tr>
      <tr><td>管网长度</td><td>公里</td><td>12</td><td></td><td></td></tr>
      <tr><td>泵站数量</td><td>座</td><td>2</td><td></td><td></td></tr>
      <tr><td>评价结论</td><td colspan=4>自评总分99分。</td></tr></table>
      """, "a.html")
    #expect(result.column("name", of: "indicators.csv") == ["管网长度", "泵站数量"])
    #expect(result.report.documents[0].unread.count == 1)
  }
}
