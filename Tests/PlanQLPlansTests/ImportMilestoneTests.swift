import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing milestones and tasks")
struct ImportMilestoneTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("a table of milestones gives them to their projects, each of which is one")
  func milestones() throws {
    let result = try csv(
      """
      序号,项目名称,节点名称,计划完成时间,实际完成时间,责任单位,备注
      1,东渠厂,可研批复,2023年3月底前,2023年4月12日,住建局,
      2,东渠厂,通水,2024年底前,,"住建局、水务局",待电力接入
      3,西园,开工,2023.5,,林业局,
      """)
    #expect(
      result.table("milestones.csv").dropFirst().map { Array($0.prefix(4)) } == [
        ["东渠厂", "可研批复", "2023-03-31", "2023-04-12"], ["东渠厂", "通水", "2024-12-31", ""],
        ["西园", "开工", "2023-05-31", ""],
      ])
    #expect(result.column("备注", of: "milestones.csv") == ["", "待电力接入", ""])
    #expect(result.column("name", of: "projects.csv") == ["东渠厂", "西园"])
    #expect(result.column("units", of: "projects.csv") == ["住建局、水务局", "林业局"])
    #expect(result.report.tables.first { $0.table.en == "milestones" }?.kept == 3)
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("milestones").count == 3)
  }

  @Test("a project named once over its steps has its amount once")
  func blankNames() throws {
    let result = try DocumentImport.run(
      text: """
        2024年项目节点计划

        | 序号 | 项目名称 | 总投资（万元） | 时间节点 | 形象进度 |
        |---|---|---|---|---|
        | 1 | 甲渠 | 1,200 | 3月底前 | 完成清淤 |
        | | | | 年底前 | 竣工 |
        | 2 | 乙渠 | 300.5 | 9月中旬 | 铺管20公里 |
        | 合计 | | 1500.5 | | |
        """, fileName: "a.md")
    #expect(
      result.column("due", of: "milestones.csv") == ["2024-03-31", "2024-12-31", "2024-09-20"])
    #expect(result.column("name", of: "milestones.csv") == ["完成清淤", "竣工", "铺管20公里"])
    #expect(result.column("investment", of: "projects.csv") == ["1200", "300.5"])
    #expect(result.report.sums.map(\.rows) == [2])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("what a row says beside its step is the step's, though the project is named once")
  func ofTheStep() throws {
    let result = try csv(
      """
      项目名称,里程碑,计划时间,实际时间,状态,办理文号
      甲渠,立项,2023-01-15,2023-01-20,已完成,甲1号
      ,初设,2023-05-31,,进行中,
      乙渠,立项,2023年二季度,,未开始,
      """)
    #expect(result.column("done_on", of: "milestones.csv") == ["2023-01-20", "", ""])
    #expect(result.column("状态", of: "milestones.csv") == ["已完成", "进行中", "未开始"])
    #expect(result.column("办理文号", of: "milestones.csv") == ["甲1号", "", ""])
    #expect(result.table("projects.csv")[0] == ["name", "source_line"])
  }

  @Test("rows of one project with different amounts are reported, and the first counts")
  func differentAmounts() throws {
    let result = try csv(
      """
      项目名称,总投资（万元）,节点,完成时限
      甲渠,100,开工,2024年3月
      甲渠,100,竣工,2024年9月
      乙渠,50,开工,2024年3月
      乙渠,60,竣工,2024年9月
      """)
    #expect(result.column("investment", of: "projects.csv") == ["100", "50"])
    #expect(doubts(result) == [ImportMessages.rowsDiffer("总投资（万元）", "50", "60")])
  }

  @Test("the clauses of a cell are milestones, and one without a date is reported")
  func clauses() throws {
    let result = try csv(
      """
      项目名称,总投资（万元）,建设期限,节点目标
      甲渠,100,2023-2024年,2023年6月底前完成主体工程；2024年底前投入使用
      乙渠,200,2023-2025年,"2023年三季度开工，2025年6月底前竣工"
      丙渠,300,2024年,完成绿化30亩
      """)
    #expect(
      result.table("milestones.csv").dropFirst().map { Array($0.prefix(3)) } == [
        ["甲渠", "完成主体工程", "2023-06-30"], ["甲渠", "投入使用", "2024-12-31"],
        ["乙渠", "开工", "2023-09-30"], ["乙渠", "竣工", "2025-06-30"], ["丙渠", "完成绿化30亩", ""],
      ])
    #expect(doubts(result) == [ImportMessages.milestoneWithoutDate("完成绿化30亩")])
    #expect(result.column("period", of: "projects.csv") == ["2023..2024", "2023..2025", "2024"])
  }

  @Test(
    "clauses are cut before dates, and numbers are no dates",
    arguments: [
      ("2023年6月底前完成主体工程，同步开展绿化", ["完成主体工程,同步开展绿化 2023-06-30"]),
      ("计划6月完工、12月上旬验收", ["完工 2022-06-30", "验收 2022-12-10"]),
      ("①主体完工（2023年6月）；②验收：2023年9月", ["主体完工 2023-06-30", "验收 2023-09-30"]),
      ("新建2000座，覆盖120个村", ["新建2000座,覆盖120个村 -"]),
      ("力争2023年上半年前完成30%", ["完成30% 2023-06-30"]),
      ("3个月内完成", ["3个月内完成 -"]),
    ])
  func readings(_ text: String, _ wanted: [String]) {
    let read = MilestoneText(FoldedText(text), periods: PeriodReading(year: 2022))
    #expect(
      read.items.map { "\(FoldedText($0.name).folded) \($0.due?.description ?? "-")" } == wanted)
  }

  @Test("goals of quarters are milestones at their ends, but numbers are none")
  func quarters() throws {
    let result = try csv(
      """
      项目名称,2024年计划投资（万元）,一季度目标,第二季度形象进度,三季度
      甲渠,100,招标,清淤5公里,30
      """)
    #expect(
      result.table("milestones.csv").dropFirst().map { Array($0.prefix(3)) } == [
        ["甲渠", "招标", "2024-03-31"], ["甲渠", "清淤5公里", "2024-06-30"],
      ])
    #expect(result.column("三季度", of: "projects.csv") == ["30"])
  }

  @Test("a heading over names of steps has their days below it")
  func acrossColumns() throws {
    let result = try DocumentImport.run(
      text: """
        <table><tr><th rowspan=2>项目名称</th><th colspan=2>时间节点</th><th rowspan=2>责任单位</th></tr>
        <tr><th>可研批复</th><th>通水</th></tr>
        <tr><td>甲渠</td><td>2023年3月</td><td>2024年底前</td><td>水务局</td></tr>
        <tr><td>乙渠</td><td>已完成</td><td>2025年</td><td>水务局</td></tr></table>
        """, fileName: "a.html")
    #expect(
      result.table("milestones.csv").dropFirst().map { Array($0.prefix(4)) } == [
        ["甲渠", "可研批复", "2023-03-31", ""], ["甲渠", "通水", "2024-12-31", ""],
        ["乙渠", "可研批复", "", "已完成"], ["乙渠", "通水", "2025-12-31", ""],
      ])
    #expect(doubts(result) == [ImportMessages.unreadable("时间节点 可研批复", "已完成")])
  }

  @Test("paragraphs that begin with a project give it milestones")
  func paragraphs() throws {
    let result = try DocumentImport.run(
      text: """
        2023年重点工程推进计划

        一、节点安排

        1. 东渠厂扩建工程：2023年6月底前完成主体；2024年底前投用。
        2. 老城管网项目，10月1日前完工。
        """, fileName: "a.txt")
    #expect(
      result.table("milestones.csv").dropFirst().map { Array($0.prefix(3)) } == [
        ["东渠厂扩建工程", "完成主体", "2023-06-30"], ["东渠厂扩建工程", "投用", "2024-12-31"],
        ["老城管网项目", "完工", "2023-10-01"],
      ])
    #expect(result.column("name", of: "projects.csv") == ["东渠厂扩建工程", "老城管网项目"])
  }

  @Test("tasks by name are no projects, and milestones of no project are tasks")
  func tasks() throws {
    let tasks = try csv("序号,任务名称,责任单位,完成时限\n1,编制方案,环保局,2024年6月底前\n")
    #expect(tasks.column("text", of: "duties.csv") == ["编制方案"])
    #expect(tasks.column("due", of: "duties.csv") == ["..2024-H1"])
    #expect(tasks.table("projects.csv").isEmpty)
    let steps = try csv(
      "序号,节点名称,完成时限,完成状态,办结日期\n1,可研批复,2024年6月,已完成,2024年5月7日\n")
    #expect(
      steps.table("duties.csv") == [
        ["no", "text", "kind", "due", "status", "closed_on", "source_line"],
        ["1", "可研批复", "task", "2024-06", "已完成", "2024-05-07", "2"],
      ])
    let notes = steps.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.milestonesWithoutProject))
    let funded = try csv("任务名称,投资额（万元）,建设内容,责任单位\n甲渠,30,清淤,环保局\n")
    #expect(funded.column("investment", of: "projects.csv") == ["30"])
  }

  @Test("tasks belong to the measure that a heading names")
  func measures() throws {
    let result = try DocumentImport.run(
      text: """
        一、强化监管

        县里每季度通报一次。

        二、保障资金

        统筹各类资金。

        | 序号 | 措施 | 重点任务 | 责任单位 | 完成时限 |
        |---|---|---|---|---|
        | 1 | 保障资金 | 编制预算 | 财政局 | 2024年 |
        | 2 | 其他 | 建立台账 | 财政局 | 2024年 |
        """, fileName: "a.md")
    let duties = result.table("duties.csv")
    #expect(duties.dropFirst().map { $0[0] }.suffix(2) == ["保障资金", ""])
    #expect(result.column("原文措施", of: "duties.csv").suffix(2) == ["", "其他"])
  }

  @Test("同上 is what the cell above says, but not across sections")
  func dittos() throws {
    let result = try DocumentImport.run(
      text: """
        | 序号 | 项目名称 | 投资额（万元） | 建设期限 | 责任单位 |
        |---|---|---|---|---|
        | 一 | 水 | | | |
        | 1 | 甲渠 | 100 | 2024 | 水务局、住建局 |
        | 2 | 乙渠 | 〃 | ditto | 同上 |
        | 二 | 气 | | | |
        | 3 | 丙炉 | 30 | 同上 | ″ |
        """, fileName: "a.md")
    #expect(result.column("investment", of: "projects.csv") == ["100", "100", "30"])
    #expect(result.column("period", of: "projects.csv") == ["2024", "2024", ""])
    #expect(result.column("units", of: "projects.csv") == ["水务局、住建局", "水务局、住建局", ""])
    #expect(
      doubts(result) == [
        ImportMessages.dittoOfNothing("建设期限", "同上"), ImportMessages.dittoOfNothing("责任单位", "″"),
      ])
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.dittoRead("投资额（万元）", "〃", "100")))
    let left = try csv("任务名称,牵头单位,配合单位,完成时限\n编制方案,环保局,同左,2024年\n建账,环保局,水务局和同上,2024年\n")
    #expect(left.column("unit", of: "responsibilities.csv").prefix(1) == ["环保局"])
  }
}
