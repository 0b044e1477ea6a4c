import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

extension ImportResult {
  fileprivate var notes: [String] {
    report.documents.flatMap(\.normalised).map(\.text.en)
  }

  fileprivate var unread: [Int?] { report.documents.flatMap(\.unread).map(\.line) }
}

@Suite("import of matters under labels, measures, groups and cases")
struct ImportLabelTests {
  @Test("a notice of something put right takes its goal for the matter, and contacts are left out")
  func notice() throws {
    let result = try run(
      """
      关于整改任务完成情况的公示
      一、整改情况
      问题编号：第二十七项
      整改目标：利用率达到70%以上。
      整改时限：2021年12月底前
      责任单位：县农业农村局
      整改情况：已新建设施。
      现场检查合格。
      整改结论：已完成整改
      公示时间：2022年1月4日至1月10日
      联系电话：0000-0000000
      """)
    #expect(
      result.table("duties.csv") == [
        ["no", "text", "kind", "units", "due", "status", "整改情况", "source_line"],
        [
          "27", "利用率达到70%以上。", "rectification", "县农业农村局", "..2021", "已完成整改", "已新建设施。现场检查合格。", "3",
        ],
      ])
    #expect(result.table("measures.csv").isEmpty)
    let several = try run(
      """
      问题一：垃圾清运不及时。
      责任单位：城关镇政府
      整改完成情况：已整改。
      问题二：河道有漂浮物。
      责任单位：县水利局
      整改完成情况：正在整改。
      """)
    #expect(several.column("text", of: "duties.csv") == ["垃圾清运不及时。", "河道有漂浮物。"])
    #expect(several.column("kind", of: "duties.csv") == ["rectification", "rectification"])
    let headed = try run(
      "一、污水直排问题\n整改目标：全部收集。\n牵头单位：县住建局\n整改完成情况：已完成。\n")
    #expect(headed.column("text", of: "duties.csv") == ["污水直排问题"])
    #expect(headed.column("整改目标", of: "duties.csv") == ["全部收集。"])
  }

  @Test("a form has its values below its labels, those that are not known kept")
  func form() throws {
    let result = try run(
      "交办单编号：\n37\n责任单位：\n县园林处\n当前状态：\n正在整改\n交办单标题：\n关于水体发臭的交办\n整改资料：\n")
    #expect(
      result.table("duties.csv") == [
        ["no", "text", "kind", "units", "status", "交办单编号", "source_line"],
        ["1", "关于水体发臭的交办", "rectification", "县园林处", "正在整改", "37", "1"],
      ])
  }

  @Test("a chapter of safeguard measures is a plan by itself")
  func measures() throws {
    let result = try run(
      """
      第十章 健全保障措施
      第一节 加强组织领导
      各镇每年向县政府报告工作。
      第二节 加大投入力度
      统筹各类资金。
      """)
    #expect(result.column("title", of: "measures.csv") == ["加强组织领导", "加大投入力度"])
    #expect(result.column("theme", of: "measures.csv") == ["组织领导", "资金保障"])
    #expect(result.column("section", of: "measures.csv") == ["健全保障措施", "健全保障措施"])
    #expect(result.notes.contains(ImportMessages.dutiesOfMeasure("加强组织领导", 1).en))
    let chapter = try run("五、保障措施\n（一）强化宣传。\n办好专栏。\n（二）严格考核。\n纳入考核。\n")
    #expect(chapter.column("theme", of: "measures.csv") == ["宣传公开", "考核监督"])
    #expect(throws: ImportRefusal.self) { try run("一、基本情况\n地处山区。\n二、历史沿革\n建县已久。\n") }
  }

  @Test(
    "the members of a leading group are persons in charge, with their units where those are named")
  func members() throws {
    let result = try run(
      """
      组  长：张三  县委副书记、县长
      副组长：李 四 县政府副县长
              王小五（县水利局局长）
      成  员：赵六  市人民政府驻县代表
              各镇主要负责人
              孙七八  县住建局副局长
      办公室设在县水利局。
      """)
    #expect(
      result.table("officials.csv") == [
        ["name", "post", "unit", "组内职务", "source_line"],
        ["张三", "县委副书记、县长", "县委", "组长", "1"], ["李四", "县政府副县长", "县政府", "副组长", "2"],
        ["王小五", "县水利局局长", "县水利局", "副组长", "3"], ["赵六", "市人民政府驻县代表", "", "成员", "4"],
        ["孙七八", "县住建局副局长", "县住建局", "成员", "6"],
      ])
    #expect(result.unread == [5])
  }

  @Test("penalties under labels or headings are cases of enforcement")
  func cases() throws {
    let labels = try run(
      """
      当事人：甲化工有限公司
      违法事实：未批先建。
      处罚决定书文号：云环罚〔2024〕1号
      罚款金额：3.5万元
      处罚日期：2024年5月2日
      处罚机关：县生态环境局
      当事人：乙水泥厂
      违法事实：超标排放。
      处罚决定书文号：云环罚〔2024〕2号
      罚款金额：10万元
      处罚日期：五月
      处罚机关：县生态环境局
      """)
    #expect(
      labels.table("cases.csv") == [
        [
          "no", "date", "subject", "agencies", "原文处罚日期", "当事人", "罚款金额", "source_line",
        ],
        ["云环罚〔2024〕1号", "2024-05-02", "未批先建。", "县生态环境局", "", "甲化工有限公司", "3.5万元", "1"],
        ["云环罚〔2024〕2号", "", "超标排放。", "县生态环境局", "五月", "乙水泥厂", "10万元", "7"],
      ])
    let rows = try run(
      """
      序号 案件名称 被处罚单位 处罚决定文号 罚款金额(万元) 处罚日期
      1 未批先建案 甲化工有限公司 云环罚〔2024〕1号 3.5 2024-05-02
      2 超标案 乙水泥厂 云环罚〔2024〕2号 2024-05-12
      """)
    #expect(rows.column("subject", of: "cases.csv") == ["未批先建案"])
    #expect(rows.column("date", of: "cases.csv") == ["2024-05-02"])
    #expect(rows.column("罚款金额(万元)", of: "cases.csv") == ["3.5"])
    #expect(rows.unread == [3])
  }

  @Test("a second label of what a project has one of is kept under its own name")
  func secondLabelOfMoney() throws {
    let progress = try run(
      """
      2024年11月重点项目建设进展

      项目名称：青龙港码头
      总投资：18.6亿元
      1-11月完成投资：4.72亿元
      开工以来累计完成投资：11.35亿元
      """)
    #expect(progress.column("invested", of: "progress.csv") == ["11.35"])
    #expect(
      ["projects.csv", "progress.csv"].contains { file in
        progress.column("1-11月完成投资", of: file) == ["4.72亿元"]
      })
    let planned = try run(
      """
      重点项目一览

      项目名称：青龙山旅游公路
      总投资：3.2亿元
      计划总投资：3.5亿元
      建设内容：改建二级公路26公里
      """)
    #expect(planned.column("investment", of: "projects.csv") == ["3.2"])
    #expect(planned.column("原文计划总投资", of: "projects.csv") == ["3.5亿元"])
  }
}
