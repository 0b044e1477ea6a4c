import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("tables of documents in every shape")
struct ImportShapeTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private let heading = "序号 项目名称 建设内容 投资额(万元) 建设期限 责任单位"

  @Test("a pipe table with sections, roles in cells and a total")
  func piped() throws {
    let result = try run(ImportFixture.piped)
    #expect(result.column("investment", of: "projects.csv") == ["1145100", "1500", ""])
    #expect(result.column("content", of: "projects.csv") == ["改造 35 台燃煤锅炉", "", "调查"])
    #expect(result.column("lead", of: "projects.csv") == ["", "住建局", ""])
    #expect(
      result.column("role", of: "responsibilities.csv") == [
        "lead", "joint", "lead", "support", "support",
      ])
    #expect(
      result.table("stated_totals.csv").dropFirst() == [
        ["大气污染防治", "大气污染防治", "4500", "3"], ["", "合计", "4600", "7"],
      ])
  }

  @Test("a table with a cell a line, its yearly amounts and totals")
  func stacked() throws {
    let result = try run(ImportFixture.stacked)
    #expect(
      result.table("projects.csv") == [
        ["name", "section", "investment", "units", "source_line"],
        ["上游護岸", "河川整治", "2000", "水利署、營建署及所屬", "15"],
        ["下游清淤", "河川整治", "500", "水利署", "25"],
        ["監測", "監測", "200", "環境研究所", "43"],
      ])
    #expect(
      result.column("year", of: "budgets.csv") == ["2023", "2024", "2023", "2024", "2023", "2024"])
    #expect(result.files[0].text.contains("currency: TWD\nmoney_unit: 千元\n"))
    let checks = result.report.sums.filter { $0.section == nil }
    #expect(checks.map(\.agrees) == [false, true, true])
    #expect(checks[0].stated?.description == "2800")
  }

  @Test("a list of tasks with roles, deadlines and a cut-off end")
  func tasks() throws {
    let result = try run(ImportFixture.tasks)
    #expect(
      result.column("units", of: "duties.csv") == [
        "县工信局、县财政局、青石镇", "县工信局、县统计局、各乡镇", "县教育局", "县住建局、城关街道",
      ])
    #expect(result.column("due", of: "duties.csv") == ["..2024-Q3", "", "..2024", ""])
    #expect(
      result.column("role", of: "responsibilities.csv") == [
        "lead", "support", "support", "lead", "support", "support", "lead", "lead", "joint",
      ])
    #expect(result.report.documents[0].unread.map(\.line) == [12])
  }

  @Test("a pipe table of tasks with a merged column of categories and a row that is cut off")
  func taskTable() throws {
    let result = try run(
      """
      | (否决指标共2项) | |||||
      | 序号 | 工作任务 | 具体工作要求 | 责任部门 | ||
      | 1 | 防止重大污染 | 一票否决 | 环保局 监察局 | ||
      | 2 | 完成减排任务 | 一票否决 | 环保局 经信局 | ||
      | (重点任务) | |||||
      | 分类 | 序号 | 工作任务 | 具体工作要求 | 责任部门 | |
      | 清洁空气行动
      | 1 | 淘汰锅炉 | 20台 | 经信局 | |
      | 2 | 加强大气管理 | 6月
      """)
    #expect(result.column("text", of: "duties.csv") == ["防止重大污染", "完成减排任务", "淘汰锅炉"])
    #expect(result.column("section", of: "duties.csv") == ["", "", "清洁空气行动"])
    #expect(result.column("units", of: "duties.csv") == ["环保局、监察局", "环保局、经信局", "经信局"])
    #expect(result.report.documents[0].unread.map(\.line) == [9])
  }

  @Test("cells between tab stops, with the unit of money in them")
  func tabbed() throws {
    let result = try run(
      "序号\t项目名称\t投资\t年限\t责任单位\n1\t甲湖\t800万元\t2021-2022\t水利局\n2\t乙河\t1.2亿元\t2023年12月底前\t水利局/财政局\n")
    #expect(result.column("investment", of: "projects.csv") == ["800", "12000"])
    #expect(result.column("period", of: "projects.csv") == ["2021..2022", "..2023"])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "水利局、财政局"])
  }

  @Test("columns in another order, with the text at the end")
  func otherOrder() throws {
    let result = try run(
      """
      工程名称 总投资（亿元） 实施期限 责任单位 主要建设内容
      北湖修复 2.35 2021-2024 水利局 清淤 300 万方，建设湿地 2 处
      南岭复绿 0.8 2022-2025 自然资源局、林业局 治理面积 1200 亩 2021
      """)
    #expect(result.column("units", of: "projects.csv") == ["水利局", "自然资源局、林业局"])
    #expect(
      result.column("content", of: "projects.csv") == ["清淤 300 万方，建设湿地 2 处", "治理面积 1200 亩 2021"])
    #expect(result.files[0].text.contains("money_unit: 亿元"))
  }

  @Test("two columns of units and a column of notes")
  func twoRoles() throws {
    let result = try run(
      """
      序号 项目名称 建设性质 建设内容 投资额(万元) 建设期限 牵头单位 配合单位 备注
      1 甲湖治理 新建 清淤 800 2021-2022 水利局 财政局、
      城关镇
      2 乙河治理 扩建 护岸 900 2022 水利局 住建局 续建项目
      """)
    #expect(result.column("units", of: "projects.csv") == ["水利局、财政局、城关镇", "水利局、住建局"])
    #expect(result.column("lead", of: "projects.csv") == ["水利局", "水利局"])
    #expect(result.column("备注", of: "projects.csv") == ["", "续建项目"])
    #expect(result.column("nature", of: "projects.csv") == ["新建", "扩建"])
  }

  @Test("several rows on one line after the headings")
  func oneLine() throws {
    let result = try run(
      "附件 重点项目 \(heading) 1 甲湖 清淤 20 万方 800 2021-2022 水利局 2 乙河 护岸 3 公里 900 2022 水利局、财政局")
    #expect(result.column("no", of: "projects.csv") == ["1", "2"])
    #expect(result.column("investment", of: "projects.csv") == ["800", "900"])
  }

  @Test("headings over two lines, rows over several")
  func overLines() throws {
    let result = try run(
      """
      序号 项目名称 建设内容
      投资额(万元) 建设期限 责任单位
      1 甲湖治理
      清淤并建设
      湿地 2 处
      800 2021-2022
      水利局
      2 乙河治理 护岸建设，全长约
      3 公里。 900 2022 水利局
      3 丁渠 修复 100 2023 水利局
      """)
    #expect(result.column("name", of: "projects.csv") == ["甲湖治理", "乙河治理", "丁渠"])
    #expect(
      result.column("content", of: "projects.csv") == ["清淤并建设湿地 2 处", "护岸建设，全长约 3 公里。", "修复"])
  }

  @Test("a row without a cell is kept when only one can be missing, else reported")
  func gaps() throws {
    let result = try run(
      """
      \(heading)
      1 甲渠 修复 100 2023
      2 乙渠 修复 2021 水利局
      3 丙渠 修复 300 2023 水利局
      """)
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "丙渠"])
    let document = result.report.documents[0]
    #expect(document.unread.map(\.line) == [3])
    #expect(
      document.doubts.map(\.text.en) == [
        "the row has nothing for '责任单位'", "the numbers go from 1 to 3",
      ])
    #expect(result.report.tables.contains { $0.found == 3 && $0.kept == 2 })
  }

  @Test("totals in words above the table and in the titles of sections")
  func statedInWords() throws {
    let result = try run(
      """
      附件 重点工程(共2项,总投资约1.2亿元)
      \(heading)
      一、水环境(1项,投资7000万元)
      1 甲湖 建设 7000 2021 水利局
      二、大气(投资 4000万元)
      2 锅炉 改造 5000 2021 工信局
      """)
    #expect(result.column("title", of: "sections.csv") == ["水环境", "大气"])
    #expect(result.report.sums.map(\.agrees) == [true, false, true])
  }

  @Test("only the text under the heading of safeguards makes measures")
  func safeguards() throws {
    let result = try run(
      """
      平川区生态环境“十四五”规划
      第一章 现状
      空气质量有所改善。
      第二章 保障措施
      (一)加强领导
      每年向区人大报告。
      (二)严格考核。目标纳入年度考核。
      附表
      \(heading)
      1 甲湖 建设 7000 2021 水利局
      """)
    #expect(result.column("title", of: "measures.csv") == ["加强领导", "严格考核"])
    #expect(result.column("section", of: "measures.csv") == ["保障措施", "保障措施"])
  }

  @Test("every heading that the standard tables know is known here")
  func aliases() {
    let fields: [(TableDeclaration, [String])] = [
      (
        StandardTables.projects,
        [
          "no", "code", "content", "investment", "period", "nature", "place", "units", "lead",
          "category",
        ]
      ),
      (StandardTables.duties, ["due"]),
    ]
    for (table, names) in fields {
      for field in table.fields where names.contains(field.name.en) {
        for heading in [field.name.zh] + field.aliases where heading != "序" {
          #expect(DocumentColumn(heading: FoldedText(heading)) != nil, "\(heading)")
        }
      }
    }
  }
}
