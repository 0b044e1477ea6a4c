import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("reports whose items name those who answer for them")
struct ImportBulletinItemTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  @Test(
    "the figures of an item are stated totals in its section, and the task keeps its unit there")
  func figuresOfItems() throws {
    let result = try run(
      """
      云溪县2023年三季度重点项目进展情况通报
      截至2023年9月底，全县42个重点项目已开工38个。
      一、推进情况
      1.城北水厂扩建工程。总投资1.86亿元，1—9月完成投资7350万元，占年度计划的79.9%。责任单位：县住建局。
      2.白沙河治理工程。总投资3.24亿元，截至9月底累计完成投资1.05亿元。责任单位：县水利局。
      """)
    #expect(
      result.rows(of: "duties.csv", ["units", "section"]) == [
        ["县住建局", "城北水厂扩建工程"], ["县水利局", "白沙河治理工程"],
      ])
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]) == [
        ["推进情况", ""], ["重点项目", ""], ["城北水厂扩建工程", "推进情况"], ["白沙河治理工程", "推进情况"],
      ])
    #expect(
      result.statedFigures == [
        "|项目数|42个|截至2023年9月底", "重点项目|已开工|38个|截至2023年9月底", "城北水厂扩建工程|总投资|1.86|",
        "城北水厂扩建工程|完成投资|0.735|1—9月", "城北水厂扩建工程|占年度计划|79.9%|1—9月", "白沙河治理工程|总投资|3.24|",
        "白沙河治理工程|累计完成投资|1.05|截至9月底",
      ])
  }

  @Test(
    "what a part of an item came to is below the item, and what the task itself counts is no figure"
  )
  func partsOfItems() throws {
    let result = try run(
      """
      云溪县民生实事进展情况
      1.新建幼儿园12所。已完成8所，其中城东区完成5所、城西区完成3所，累计完成投资1.2亿元。
      责任单位：县教育局
      2.改造小区156个。截至9月底，城东区已开工90个，城西区已开工60个。
      责任单位：县住建局
      """)
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]) == [
        ["新建幼儿园12所", ""], ["城东区", "1"], ["城西区", "1"], ["改造小区156个", ""], ["城东区", "4"], ["城西区", "4"],
      ])
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "name", "number"]).filter { !$0[2].isEmpty }
        == [
          ["1", "已完成", "8"], ["2", "完成", "5"], ["3", "完成", "3"], ["5", "已开工", "90"],
          ["6", "已开工", "60"],
        ])
    #expect(result.column("section", of: "duties.csv") == ["1", "4"])
  }

  @Test("the items of a plan are read as no bulletin")
  func plans() throws {
    let plan = try run(
      """
      云溪县2024年工作要点
      1.推进医院迁建。目前已完成投资1.1亿元，2024年完成投资2亿元。责任单位：县卫健局。
      2.实施供水工程。目前已完成管网120公里，2024年再建80公里。责任单位：县水利局。
      """)
    #expect(plan.table("stated_totals.csv").isEmpty)
    let due = try run(
      """
      云溪县重点项目情况
      1.医院迁建项目。目前已完成投资1.1亿元。
      责任单位：县卫健局
      完成时限：2024年底
      """)
    #expect(due.table("stated_totals.csv").isEmpty)
  }
}
