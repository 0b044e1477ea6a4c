import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

extension ImportResult {
  /// The units of a duty with their roles, by the duty's number.
  fileprivate func roles(_ duty: String) -> [String] {
    table("responsibilities.csv").dropFirst().filter { $0[1] == duty }.map { "\($0[2]) \($0[3])" }
  }

  fileprivate var doubts: [String] {
    report.documents.flatMap(\.doubts).map(\.text.en)
  }

  fileprivate var notes: [String] {
    report.documents.flatMap(\.normalised).map(\.text.en)
  }

  fileprivate var unread: [Int?] { report.documents.flatMap(\.unread).map(\.line) }
}

@Suite("lists of those who answer for a task")
struct AnswerListTests {
  private func roles(_ text: String) -> [String] {
    UnitList(reading: FoldedText(text)).units.map { "\($0.name) \($0.role?.rawValue ?? "")" }
  }

  @Test("words after and between units give them their roles")
  func words() {
    #expect(roles("县水利局、县住建局按职责分工负责") == ["县水利局 ", "县住建局 "])
    #expect(roles("国务院各部门分别负责") == ["国务院各部门 "])
    #expect(
      roles("县水利局牵头，县财政局等部门配合，各镇政府负责落实") == [
        "县水利局 lead", "县财政局 support", "各镇政府 carry_out",
      ])
    #expect(roles("县人社局配合县委有关部门落实") == ["县人社局 support", "县委有关部门 carry_out"])
    #expect(roles("由县交通局会同县公安局负责") == ["县交通局 lead", "县公安局 joint"])
    #expect(roles("县教育局牵头县财政局配合") == ["县教育局 lead", "县财政局 support"])
    #expect(roles("责任单位：县发改局牵头，各镇配合") == ["县发改局 lead", "各镇 support"])
    #expect(roles("县自然资源和规划局和县林业局") == ["县自然资源和规划局 ", "县林业局 "])
    #expect(roles("县委宣传部以及各镇街") == ["县委宣传部 ", "各镇街 "])
    #expect(roles("各县、区人民政府负责落实") == ["各县、区人民政府 carry_out"])
    #expect(roles("牵头单位：县水利局\n县住建局；相关责任单位：各镇") == ["县水利局 lead", "县住建局 lead", "各镇 joint"])
  }

  @Test("times, rules, persons and what is no unit are told apart from units")
  func others() {
    let rule = UnitList(reading: FoldedText("县环保局牵头，县农业局参与。以下均需各县、区政府落实，不再列出"))
    #expect(rule.units.map(\.name) == ["县环保局", "县农业局"])
    #expect(rule.rules == ["以下均需各县、区政府落实，不再列出"])
    let first = UnitList(reading: FoldedText("县经信局、县税务局（列首位的为牵头单位，下同）"))
    #expect(first.units.map(\.name) == ["县经信局", "县税务局"])
    #expect(first.rules == ["列首位的为牵头单位，下同"])
    let time = UnitList(reading: FoldedText("县商务局牵头，2024年6月底前出台办法，年内持续推进"))
    #expect(time.units.map(\.name) == ["县商务局"])
    #expect(time.due?.string == "2024年6月底前")
    #expect(time.timing == ["2024年6月底前出台办法", "年内持续推进"])
    let person = UnitList(reading: FoldedText("责任领导：张三；责任单位：县住建局"))
    #expect(person.fields == [LabelledText(label: "责任领导", text: "张三")])
    #expect(person.units.map(\.name) == ["县住建局"])
    let broken = UnitList(reading: FoldedText("县住建局、完成率达到95%、新增12个"))
    #expect(broken.units.map(\.name) == ["县住建局"])
    #expect(broken.others == ["完成率达到95%", "新增12个"])
    #expect(UnitKind.guess(FoldedText("分管副县长")) == .person)
  }
}

@Suite("import of lists of tasks in text")
struct ImportTaskListTests {
  @Test("the competent authority supervises those who carry a task out, and answers where none do")
  func authorities() throws {
    let labels = try run(
      """
      1.完成提标改造。
      主管部门：县水利局
      牵头单位：县住建局
      2.完成清淤。
      主管部门：县水利局
      """)
    #expect(labels.roles("1") == ["县住建局 lead", "县水利局 supervise"])
    #expect(labels.roles("2") == ["县水利局 lead"])
    let table = try DocumentImport.run(
      text: "工作任务,主管機關,主辦機關\n橋梁改建,交通部,公路局\n", fileName: "a.csv")
    #expect(table.roles("1") == ["公路局 lead", "交通部 supervise"])
    let owners = try DocumentImport.run(
      text: "工作任务,主管部门,建设单位\n桥梁改建,县交通局,县城投公司\n", fileName: "a.csv")
    #expect(owners.roles("1") == ["县交通局 lead", "县城投公司 owner"])
  }

  @Test("a bracket may stand alone below the items of a task, or hold more than its units")
  func brackets() throws {
    let result = try run(
      """
      1.完善预案
      （1）编制预案。
      （2）开展演练。
      （责任单位：县应急局、各县（市、区）人民政府）
      2.修订目录。（县发改局、县商务局等按职责分工负责，年内持续推进）
      3.管控秸秆。【责任单位：县农业局
      县生态环境局】（完成时限：2024年10月底前）
      4.做好普查。（县统计局、
      各镇负责，2024年底前完成）
      """)
    #expect(
      result.column("text", of: "duties.csv") == [
        "完善预案（1）编制预案。（2）开展演练。", "修订目录。", "管控秸秆。", "做好普查。",
      ])
    #expect(result.roles("1") == ["县应急局 lead", "各县（市、区）人民政府 joint"])
    #expect(result.roles("2") == ["县发改局 lead", "县商务局 joint"])
    #expect(result.roles("3") == ["县农业局 lead", "县生态环境局 joint"])
    #expect(result.roles("4") == ["县统计局 lead", "各镇 lead"])
    #expect(result.column("due", of: "duties.csv") == ["", "", "..2024-10", "..2024"])
    #expect(result.column("recurrence", of: "duties.csv") == ["", "standing", "", ""])
    #expect(result.column("时限要求", of: "duties.csv")[1] == "年内持续推进")
  }

  @Test("several lists in a paragraph are of a task each, and text after the last is named")
  func severalTasks() throws {
    let result = try run(
      """
      1.严格准入。划定红线。〔县环保局牵头，县国土局参与〕县城不再新建锅炉。（县住建局负责）另有要求的从其规定。
      人口控制在8万以内。（县卫健委牵头）能耗下降3%。（县工信局牵头）耕地面积
      （县国土局牵头）森林覆盖率达到40%。（县林业局牵头）
      """)
    #expect(
      result.column("text", of: "duties.csv") == [
        "严格准入。划定红线。", "县城不再新建锅炉。", "人口控制在8万以内。", "能耗下降3%。", "耕地面积", "森林覆盖率达到40%。",
      ])
    #expect(result.column("no", of: "duties.csv") == ["1", "2", "3", "4", "5", "6"])
    #expect(result.roles("1") == ["县环保局 lead", "县国土局 support"])
    #expect(result.roles("5") == ["县国土局 lead"])
    #expect(result.doubts == [ImportMessages.textAfterUnits.en])
  }

  @Test("labels below a task belong to it with blank lines between, and unknown ones are kept")
  func labels() throws {
    let result = try run(
      """
      一、重点项目

      1.修建水库。

      责 任 领 导：王五

      责任单位：县水利局 县住建局

      各镇（街道）、县水务公司

      工作要求：由县水利局牵头，并负责报进度。

      2.改造路灯。
      督办领导：赵六
      责任单位：县城管局
      完成时限：2023年6月底
      3.清理河道。
      """)
    #expect(
      result.column("text", of: "duties.csv") == ["修建水库。", "改造路灯。", "清理河道。"])
    #expect(
      result.roles("1") == ["县水利局 lead", "县住建局 joint", "各镇（街道） joint", "县水务公司 joint"])
    #expect(result.column("责任领导", of: "duties.csv") == ["王五", "", ""])
    #expect(result.column("督办领导", of: "duties.csv") == ["", "赵六", ""])
    #expect(result.column("工作要求", of: "duties.csv")[0] == "由县水利局牵头，并负责报进度。")
    #expect(result.column("due", of: "duties.csv") == ["", "..2023-H1", ""])
    #expect(result.notes.contains(ImportMessages.labelKept("工作要求").en))
    #expect(result.notes.contains(ImportMessages.unitsWithoutLabel.en))
    // Only the third names no unit.
    let accused = result.report.documents[0].doubts
      .filter { $0.text == ImportMessages.itemWithoutUnits }.map(\.line)
    #expect(accused == [17])
    #expect(result.table("measures.csv").isEmpty)
  }

  @Test("labels may stand before the tasks, under a heading of tasks, or under one that is a task")
  func order() throws {
    let before = try run("责任单位：县水利局\n1.清淤。\n2.打捞。\n责任单位：县住建局\n3.建管网。\n")
    #expect(
      before.column("units", of: "duties.csv") == ["县水利局", "县水利局", "县住建局"])
    let headings = try run(
      """
      一、发展产业
      牵头单位：县工信局
      1.建园区。
      2.育企业。
      二、改善民生
      （一）新建学校
      责任单位：县教育局
      新建小学2所。
      （二）改造小区。
      责任单位：县住建局
      （三）完善公交。优化线路3条。
      责任单位：县交通局
      """)
    #expect(
      headings.column("text", of: "duties.csv") == [
        "建园区。", "育企业。", "新建学校", "改造小区。", "完善公交。优化线路3条。",
      ])
    #expect(
      headings.column("units", of: "duties.csv") == ["县工信局", "县工信局", "县教育局", "县住建局", "县交通局"])
    #expect(headings.column("title", of: "sections.csv") == ["发展产业", "改善民生"])
    #expect(headings.column("任务说明", of: "duties.csv")[2] == "新建小学2所。")
  }

  @Test("headings that name units own the tasks below them")
  func byUnit() throws {
    let result = try run(
      """
      1.县发改局。
      （1）投资增长8%。
      （2）能耗≤1.6吨标准煤/万元。
      2.县水利局、县住建局。
      （1）清淤5公里。
      （2）修复水库。（县水利局牵头，县财政局配合）
      """)
    #expect(
      result.column("units", of: "duties.csv") == [
        "县发改局", "县发改局", "县水利局、县住建局", "县水利局、县财政局",
      ])
    #expect(result.column("原文序号", of: "duties.csv") == ["1", "2", "1", "2"])
    #expect(result.notes.contains(ImportMessages.unitHeading("县发改局").en))
  }

  @Test("a short numbered line above tasks is their heading, beside the next one")
  func subheadings() throws {
    let result = try run(
      """
      二、分工
      1.约束性指标
      耕地保有量不减。（县国土局牵头）
      2.考核制度
      定期公布能耗情况。（县统计局、县工信局按职责分工负责）
      """)
    #expect(
      result.table("sections.csv") == [
        ["no", "title", "parent", "source_line"], ["1", "分工", "", "1"],
        ["2", "约束性指标", "分工", "2"], ["3", "考核制度", "分工", "4"],
      ])
    #expect(result.column("section", of: "duties.csv") == ["约束性指标", "考核制度"])
  }

  @Test("units without a task are named, and broken text is refused")
  func nothingInSilence() throws {
    let result = try run("（责任单位：县水利局）\n1.清淤。（县水利局负责）\n一、附则\n牵头单位：县住建局\n\n本方案自印发之日起施行。\n")
    #expect(result.column("text", of: "duties.csv") == ["清淤。", "附则"])
    #expect(result.unread == [1])
    let refused = #expect(throws: ImportRefusal.self) {
      try run(
        "、行动（责任单位：强化达标、区域）\n，公里（责任单位：细颗粒、目标）\n；水体（责任单位：方面、措施）\n修路。（责任单位：交通局）\n")
    }
    #expect(refused?.reason == ImportRefusal.scrambled.reason)
  }

  @Test("only lines whose numbers stand next to those of tasks are tasks without units")
  func siblings() throws {
    let result = try run(
      """
      1.背景已经说明。
      2.范围是全县。
      实施要求如下。
      1.先行试点。
      2.修路。（县交通局负责）
      3.总结经验。
      （1）写报告。
      5.其他事项。
      """)
    #expect(
      result.column("text", of: "duties.csv") == ["先行试点。", "修路。", "总结经验。（1）写报告。"])
    let left = result.report.documents[0].notes.map(\.line)
    #expect(left == [1, 2, 3, 8])
  }

  @Test("the title may go on from the line above, where the document says it whole elsewhere")
  func title() throws {
    let result = try run(
      """
      现将《云溪县2023年重点工作任务分工方案》印发给你们。
      云溪县2023年重点工作

      任务分工方案
      1.修路。（县交通局负责）
      """)
    #expect(result.files[0].text.contains("云溪县2023年重点工作任务分工方案"))
  }

  @Test(
    "what is due once does not come again because its words name what is long or what a thing does in a year"
  )
  func turns() throws {
    let result = try DocumentImport.run(
      text: """
        序号,工作任务,责任单位,完成时限
        1,推进长期护理保险制度试点,市医保局,2021年12月底前
        2,建成日处理600吨、每年减排2万吨的焚烧厂,市城管局,2021年9月底前
        3,培训每季度不少于1期,市人社局,2021年底
        4,常态化巡查河道,市水利局,长期坚持
        """, fileName: "a.csv")
    #expect(result.column("recurrence", of: "duties.csv") == ["", "", "quarterly", "standing"])
  }
}
