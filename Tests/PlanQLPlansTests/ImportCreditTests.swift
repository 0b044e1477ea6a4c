import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing the credit of enterprises")
struct ImportCreditTests {
  private func run(_ text: String, as fileName: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: fileName)
  }

  private let fields = ["enterprise", "year", "grade"]

  @Test("a register of credit has the year of its title, or that of its rows")
  func register() throws {
    let result = try run(
      """
      2016年度企业环境信用评价结果

      | 序号 | 企业名称 | 所属县区 | 信用等级 |
      |---|---|---|---|
      | 1 | 甲化工厂 | 东区 | 红牌 |
      | 2 | 乙公司 | 西区 | 环保良好企业(蓝牌) |
      """, as: "a.md")
    #expect(
      result.rows(of: "credit.csv", fields) == [
        ["甲化工厂", "2016", "红牌"], ["乙公司", "2016", "环保良好企业(蓝牌)"],
      ])
    #expect(result.column("所属县区", of: "credit.csv") == ["东区", "西区"])
    let years = try run("企业名称,评价年度,环境信用等级\n甲化工厂,2021年,黄\n甲化工厂,2022,蓝\n", as: "a.csv")
    #expect(
      years.rows(of: "credit.csv", fields) == [["甲化工厂", "2021", "黄"], ["甲化工厂", "2022", "蓝"]])
    let other = try run("企业名称,2021年等级,2022年等级\n甲化工厂,黄,蓝\n乙公司,蓝,绿\n", as: "a.csv")
    #expect(other.table("credit.csv").isEmpty)
  }

  @Test("enterprises a line below a title that is their grade")
  func list() throws {
    let result = try run("青山环保不良企业名单\n\n甲不锈钢有限公司(东区)\n乙建材有限公司(白水县)\n2.丙陶瓷厂\n", as: "a.txt")
    #expect(
      result.rows(of: "credit.csv", ["enterprise", "grade", "所在地"]) == [
        ["甲不锈钢有限公司", "环保不良企业", "东区"], ["乙建材有限公司", "环保不良企业", "白水县"], ["丙陶瓷厂", "环保不良企业", ""],
      ])
    #expect(throws: ImportRefusal.self) {
      try run("青山环保不良企业名单\n\n请各企业到市政府门户网站查询。\n", as: "a.txt")
    }
  }

  @Test("enterprises under colours, on the line of their grade or below it")
  func colours() throws {
    let lines = try run(
      "2022年企业环境信用评价结果\n绿色企业:甲化工厂、乙水泥厂。\n红色(黑色)企业(2家):丙造纸厂。\n", as: "a.txt")
    #expect(
      lines.rows(of: "credit.csv", fields) == [
        ["甲化工厂", "2022", "绿色企业"], ["乙水泥厂", "2022", "绿色企业"], ["丙造纸厂", "2022", "红色(黑色)企业"],
      ])
    #expect(
      lines.report.documents[0].doubts.map(\.text) == [ImportMessages.listIsOfOtherLength(2, 1)])
    let below = try run(
      "2022年企业环境信用评价结果\n一、绿色企业\n甲化工有限公司\n乙水泥有限公司\n二、黄色企业\n丙造纸有限公司\n", as: "a.txt")
    #expect(below.column("grade", of: "credit.csv") == ["绿色企业", "绿色企业", "黄色企业"])
    #expect(below.table("duties.csv").isEmpty)
    let award = try run("绿色企业:甲化工厂、乙水泥厂\n到2025年,森林覆盖率达到25%以上。\n", as: "a.txt")
    #expect(award.table("credit.csv").isEmpty)
  }
}
