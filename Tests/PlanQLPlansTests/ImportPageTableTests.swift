import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables of pages and of Word whose headings are not known")
struct ImportPageTableTests {
  private func run(_ rows: [[String]]) throws -> ImportResult {
    let cells = rows.map { row in
      "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let text = "<table>" + cells.joined(separator: "\n") + "</table>"
    return try DocumentImport.run(text: text, fileName: "a.html")
  }

  @Test("the column of names may have no heading")
  func withoutHeading() throws {
    let result = try run([
      ["", "绝对额(亿元)", "增长(%)"], ["生产总值", "386", "7.7"], ["第一产业", "35", "3.4"],
      ["第二产业", "175", "7.8"],
    ])
    let rows = result.table("a.csv")
    #expect(rows[0] == ["column_1", "绝对额(亿元)", "增长(%)"])
    #expect(rows.dropFirst().map { $0[1] } == ["386", "35", "175"])
  }

  @Test("the numbers of the rows may begin anywhere")
  func numbers() throws {
    let result = try run([
      ["序号", "目标与任务", "分管领导", "负责科室"], ["80", "推进污水处理", "俞某", "水利科"],
      ["81", "推进道路建设", "陆某", "交通科"],
    ])
    #expect(result.table("a.csv").dropFirst().map { $0[0] } == ["80", "81"])
  }

  @Test("a numbered row is no row of headings, however known its words are")
  func numberedRow() throws {
    let result = try run([
      ["项目名称及分值", "赋分办法", "总牵头单位", "考核责任单位"],
      ["(一)重点工作(500分)", "按实绩赋分", "县委办", "县考核办"],
      ["(二)机关创建(100分)", "按排名赋分", "机关工委", "县监察局"],
    ])
    #expect(
      !result.files.contains { $0.text.hasPrefix("按实绩赋分") || $0.text.contains(",县委办,县考核办\n") })
    #expect(result.table("rules.csv").dropFirst().map { $0[1] } == ["500", "100"])
  }

  @Test("a cell over a whole row of a table of its own stands in its first column")
  func mergedRow() throws {
    let text = """
      <table><tr><td>县区</td><td>任务(户)</td><td>完成(户)</td></tr>
      <tr><td colspan=3>东部片区</td></tr>
      <tr><td>甲县</td><td>100</td><td>90</td></tr><tr><td>乙县</td><td>200</td><td>150</td></tr></table>
      """
    let result = try DocumentImport.run(text: text, fileName: "a.html")
    #expect(
      result.table("a.csv").dropFirst().map(Array.init) == [
        ["东部片区", "", ""], ["甲县", "100", "90"], ["乙县", "200", "150"],
      ])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(ImportMessages.rowIsMerged))
  }

  @Test("where the first row heads nothing that is known, a later one does not either")
  func laterRow() throws {
    #expect(throws: ImportRefusal.self) {
      try run([
        ["Programme", "Activity", "Amount needed", "Source", "Frame"],
        ["Road works", "Grading", "12,500", "A", "2018/19"],
        ["Culverts", "Building", "4.5M", "B", "Q1"], ["Lighting", "Lights", "9,000", "C", "Q2"],
        ["Total", "", "26,000", "", ""],
      ])
    }
  }
}
