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
}
