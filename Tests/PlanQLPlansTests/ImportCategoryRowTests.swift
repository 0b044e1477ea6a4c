import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("plain text: categories that stand once, headings that belong apart, rows that lack a cell")
struct ImportCategoryRowTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  @Test("a category in the first row of its group reaches down to the rows with a word less")
  func categories() throws {
    let result = try run(
      """
      主要指标
      类别 指标 2020年 2025年 年均/累计 属性
      经济发展 1.生产总值增长(%) 2.3 — 保持合理 预期性
      2.城镇化率(%) 60.6* 65 — 预期性
      绿色生态 3.森林覆盖率(%) 23.2 24.1 — 约束性
      注:带*的为2019年数据。
      """)
    let rows = result.table("indicators.csv")
    let (name, year) = (rows[0].firstIndex(of: "name")!, rows[0].firstIndex(of: "baseline_year")!)
    #expect(rows.dropFirst().map { $0[name] } == ["生产总值增长", "城镇化率", "森林覆盖率"])
    #expect(rows.dropFirst().map { $0[year] } == ["2020", "2019", "2020"])
    let domain = try #require(rows[0].firstIndex(of: "原文领域"))
    #expect(rows.dropFirst().map { $0[domain] } == ["经济发展", "经济发展", ""])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.yearOfFootnote("60.6*", 2019)))
  }

  @Test("projects in groups, too")
  func projects() throws {
    let result = try run(
      """
      重点项目表 单位:万元
      类别 序号 项目名称 总投资 责任单位
      水环境 1 污水厂扩建工程 5000 住建局
      2 河道清淤工程 1200 水利局
      大气环境 3 锅炉改造工程 800 生态环境局
      合计 7000
      """)
    let rows = result.table("projects.csv").dropFirst()
    #expect(
      rows.map { Array($0.prefix(4)) } == [
        ["1", "污水厂扩建工程", "水环境", "5000"], ["2", "河道清淤工程", "水环境", "1200"],
        ["3", "锅炉改造工程", "大气环境", "800"],
      ])
    #expect(result.report.sums.allSatisfy { $0.agrees ?? false })
  }

  @Test("a number of a row is no category, and on one line nothing is made of rows without numbers")
  func noCategory() throws {
    #expect(throws: ImportRefusal.self) {
      try run(
        """
        主要指标 类别 指标 2020年 2025年 年均/累计 属性 经济发展 1.生产总值增长(%) 2.3 — 保持合理 预期性 \
        2.城镇化率(%) 60.6 65 — 预期性 绿色生态 3.森林覆盖率(%) 23.2 24.1 — 约束性
        """)
    }
  }

  @Test("2022年计划 and 完成投资 are two headings where the rows have a cell for each")
  func headingsApart() throws {
    let result = try run(
      """
      项目进展情况表 单位:万元
      序号 项目名称 总投资 2022年计划 完成投资 形象进度
      1 污水厂扩建 5000 2000 1000 主体施工
      2 河道治理 1200 800 400 已开工
      3 垃圾填埋场 3000 500 招标中
      """)
    #expect(
      result.table("budgets.csv").dropFirst().map(Array.init)
        == [["污水厂扩建", "2022", "2000"], ["河道治理", "2022", "800"]])
    #expect(result.table("progress.csv").dropFirst().map { $0[2] } == ["1000", "400"])
    #expect(result.report.documents[0].unread.map(\.place?.number) == [5])
  }

  @Test("a unit at the end of a task, where two columns hold units, is told and not read")
  func severalUnits() throws {
    let result = try run(
      """
      任务分解表
      序号 工作任务 牵头单位 配合单位 完成时限
      1 淘汰老旧车300辆 公安局 环保局 交通局 2023年6月底
      2 治理污水50个村 农办 环保局 2023年12月底
      3 清理河道20公里 水利局 农业局、各乡镇 2023年12月底
      """)
    #expect(result.table("duties.csv").dropFirst().map { $0[0] } == ["2", "3"])
    #expect(result.report.documents[0].unread.map(\.place?.number) == [3])
  }

  @Test("cells a line: words under 形象进度, and a last row that lacks a cell is told")
  func cellsByLine() throws {
    let head = "项目进展表\n序号\n项目名称\n总投资(万元)\n完成投资(万元)\n形象进度\n"
    let whole = try run(head + "1\n污水厂扩建\n5000\n1000\n主体施工\n2\n河道治理\n1200\n400\n已开工")
    #expect(whole.table("progress.csv").dropFirst().map { $0[2] } == ["1000", "400"])
    let cut = try run(
      """
      任务分解表
      序号
      工作任务
      牵头单位
      配合单位
      完成时限
      1
      完成造林2万亩
      林业局
      财政局
      2023年11月底
      2
      关停锅炉5台
      生态环境局
      2023年6月底
      """)
    #expect(cut.table("duties.csv").count == 2)
    #expect(cut.report.documents[0].unread.map(\.place?.number) == [12, 13, 14, 15])
  }

  @Test("the mark of a footnote behind a heading is of all its figures, that of a name of its row")
  func marksOfHeadings() throws {
    func years(_ second: String) throws -> [String] {
      try run(
        """
        主要指标表
        序号 指标 单位 2020年* 2025年 属性
        1 森林覆盖率 % 45.3 46.3 约束性
        2 \(second) 亿立方米 12.5 13 约束性
        注:*为2019年数据。
        """
      ).column("baseline_year", of: "indicators.csv")
    }
    #expect(try years("用水总量") == ["2019", "2019"])
    #expect(try years("用水总量*") == ["2020", "2019"])
  }
}
