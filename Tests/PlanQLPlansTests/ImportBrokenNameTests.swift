import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing lists of units with blanks amid names and text behind them")
struct ImportBrokenNameTests {
  @Test(
    "a blank amid a name where signs part the list",
    arguments: [
      ("住房城乡 建设局、生态环境局", ["住房城乡建设局", "生态环境局"]), ("各镇 人民政府", ["各镇人民政府"]),
      ("省经信委、住房城乡 建设厅,各市(州) 人民政府", ["省经信委", "住房城乡建设厅", "各市(州)人民政府"]),
      ("县自然资源 和规划局、水利局", ["县自然资源和规划局", "水利局"]), ("住建局 城管局、交通局", ["住建局", "城管局", "交通局"]),
      ("市发改 住建局、水利局", ["市发改", "住建局", "水利局"]), ("生态环境局 工信局", ["生态环境局", "工信局"]),
      ("张三 住建局、水利局", ["张三", "住建局", "水利局"]), ("市场监督 管理局、水利局", ["市场监督管理局", "水利局"]),
      ("县委 县人民政府", ["县委", "县人民政府"]),
    ])
  func names(_ text: String, _ names: [String]) {
    #expect(UnitList(reading: FoldedText(text)).units.map(\.name) == names)
  }

  @Test(
    "a name behind the full stop and a blank is that of who signed; other text is more of the task")
  func behind() throws {
    let result = try DocumentImport.run(
      text: """
        1、道路畅通工程,牵头部门:市交通局。已完成投资2300万元,形象进度80%。
        2、棚户区改造,牵头部门:市住建委。 青山市民生办
        """, fileName: "a.txt")
    #expect(result.column("units", of: "duties.csv") == ["市交通局", "市住建委"])
    #expect(result.column("任务说明", of: "duties.csv") == ["已完成投资2300万元,形象进度80%", ""])
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(ImportMessages.otherLabel("青山市民生办")))
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.textBehindUnits("已完成投资2300万元,形象进度80%")))
  }
}
