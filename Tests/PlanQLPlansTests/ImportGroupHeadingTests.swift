import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("headings below the names of groups")
struct ImportGroupHeadingTests {
  private func run(_ text: String, _ name: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("a row below the name of a group is one of headings, however little else is known")
  func unknownSubject() throws {
    let page = """
      <table><tr><td rowspan="2">序号</td><td rowspan="2">建设事项</td><td colspan="2">进度安排</td>
      <td rowspan="2">责任单位</td></tr><tr><td>开工</td><td>竣工</td></tr>
      <tr><td>1</td><td>东湾水厂</td><td>2021年3月</td><td>2022年6月</td><td>水利局</td></tr>
      <tr><td>2</td><td>西湾公园</td><td>2021年5月</td><td>2022年9月</td><td>住建局</td></tr></table>
      """
    let markdown = """
      | 序号 | 建设事项 | 进度安排 | | 责任单位 |
      |---|---|---|---|---|
      | | | 开工 | 竣工 | |
      | 1 | 东湾水厂 | 2021年3月 | 2022年6月 | 水利局 |
      | 2 | 西湾公园 | 2021年5月 | 2022年9月 | 住建局 |
      """
    let text = """
      序号,建设事项,进度安排,,责任单位
      ,,开工,竣工,
      1,东湾水厂,2021年3月,2022年6月,水利局
      2,西湾公园,2021年5月,2022年9月,住建局

      """
    for (document, name) in [(page, "a.html"), (markdown, "a.md"), (text, "a.csv")] {
      let result = try run(document, name)
      #expect(
        result.table("a.csv") == [
          ["序号", "建设事项", "进度安排 开工", "进度安排 竣工", "责任单位"],
          ["1", "东湾水厂", "2021年3月", "2022年6月", "水利局"],
          ["2", "西湾公园", "2021年5月", "2022年9月", "住建局"],
        ])
    }
  }

  @Test("times below the name of a group, where blank cells stand beside them")
  func blankBeside() throws {
    let page = """
      <table><tr><td>序号</td><td>断面</td><td>目标</td><td colspan="2">水质类别</td></tr>
      <tr><td></td><td></td><td></td><td>2023年6月</td><td>2022年6月</td></tr>
      <tr><td>1</td><td>东闸</td><td>Ⅱ</td><td>Ⅱ</td><td>Ⅲ</td></tr>
      <tr><td>2</td><td>西闸</td><td>Ⅲ</td><td>Ⅳ</td><td>Ⅲ</td></tr></table>
      """
    let result = try run(page, "a.html")
    #expect(
      result.table("a.csv").prefix(2) == [
        ["序号", "断面", "目标", "水质类别 2023年6月", "水质类别 2022年6月"], ["1", "东闸", "Ⅱ", "Ⅱ", "Ⅲ"],
      ])
  }

  @Test("parts of the year below the name of a group")
  func quarters() throws {
    let result = try run(
      """
      序号,建设事项,进度安排,,,,责任单位
      ,,一季度,二季度,三季度,四季度,
      1,东湾水厂,设计,招标,开工,完成50%,水利局
      2,西湾公园,招标,开工,建设,完工,住建局

      """, "a.csv")
    #expect(result.table("duties.csv").isEmpty)
    #expect(result.column("进度安排 四季度", of: "a.csv") == ["完成50%", "完工"])
  }

  @Test("sources of money below a year, or behind what is planned for one, are of that year")
  func yearsOfSources() throws {
    let below = try run(
      """
      <table><tr><td rowspan="2">项目名称</td><td rowspan="2">总投资(万元)</td>
      <td colspan="2">2014年资金来源(万元)</td></tr><tr><td>省</td><td>自筹</td></tr>
      <tr><td>甲河治理</td><td>900</td><td>200</td><td>50</td></tr></table>
      """, "a.html")
    let expected = [["province", "200", "2014"], ["enterprise", "50", "2014"]]
    #expect(below.rows(of: "funding.csv", ["source", "planned", "year"]) == expected)
    let behind = try run(
      "项目名称,总投资(万元),2014年计划投资(万元),其中:省级(万元),其中:自筹(万元)\n甲河治理,900,250,200,50\n",
      "a.csv")
    #expect(behind.rows(of: "funding.csv", ["source", "planned", "year"]) == expected)
    let whole = try run("项目名称,总投资(万元),其中:省级(万元),2014年计划投资(万元)\n甲河治理,900,700,250\n", "a.csv")
    #expect(whole.rows(of: "funding.csv", ["source", "planned"]) == [["province", "700"]])
    #expect(whole.column("year", of: "funding.csv").isEmpty)
  }
}
