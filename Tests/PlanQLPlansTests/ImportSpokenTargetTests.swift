import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing sentences: values beside their targets, labels and lines of lists")
struct ImportSpokenTargetTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  @Test(
    "the target of a value that is named without its name",
    arguments: [
      ("2022年，森林覆盖率62.35%，目标值62.5%。", "62.35", "62.5", ""),
      ("截至2022年底，森林覆盖率达到62.35%，已提前实现规划目标62%。", "62.35", "62", ""),
      ("2022年，森林覆盖率为31%，2025年目标为33%。", "31", "33", "2025"),
      ("森林覆盖率：2022年为63.4%，2025年规划目标66%。", "63.4", "66", "2025"),
    ])
  func targets(_ sentence: String, _ value: String, _ target: String, _ year: String) throws {
    let result = try run("某市规划中期评估\n" + sentence + "\n")
    #expect(
      result.rows(of: "indicators.csv", ["name", "target", "target_year"]) == [
        ["森林覆盖率", target, year]
      ])
    #expect(
      result.rows(of: "observations.csv", ["indicator", "time", "value"]) == [
        ["森林覆盖率", "2022", value]
      ])
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test("how far a value is from a target is said of the value")
  func distances() throws {
    for words in ["高于2025年目标3个百分点", "优于目标值3%"] {
      let result = try run("某市规划中期评估\n2022年，优良比例达到95%，\(words)。\n")
      #expect(result.column("name", of: "indicators.csv") == ["优良比例"])
      #expect(result.rows(of: "observations.csv", ["value", "比目标"]) == [["95", words]])
    }
  }

  @Test("money for units is no target of theirs")
  func money() throws {
    let refusal = #expect(throws: ImportRefusal.self) {
      try run("2024年度专项资金分配方案\n1、县生态环境局2,500万元，用于大气监测站建设；\n2、县水利局3,000万元，用于河道治理。\n")
    }
    #expect(refusal?.reason.en.contains("amounts of money") == true)
  }

  @Test("labels on one line with blanks between")
  func labels() throws {
    let result = try run(
      "2024年工作任务分解\n1、淘汰老旧车320辆。\n牵头单位：县公安局 配合单位：县商务局 完成时限：2024年12月\n")
    #expect(
      result.rows(of: "responsibilities.csv", ["unit", "role"]) == [
        ["县公安局", "lead"], ["县商务局", "support"],
      ])
    #expect(result.column("due", of: "duties.csv") == ["2024-12"])
  }

  @Test("names of units that lines break in flattened tables")
  func brokenNames() throws {
    let result = try run(
      """
      序号 项目名称 总投资(万元) 建设年限 责任单位
      1 河道治理工程 100 2023-2024 县生态环境
      局、县水利局
      2 农田建设工程 200 2023-2024 县农业农
      村局、各乡镇
      3 管网工程 300 2024 县住建局
      """)
    #expect(
      result.column("units", of: "projects.csv") == ["县生态环境局、县水利局", "县农业农村局、各乡镇", "县住建局"])
    #expect(result.table("sections.csv").isEmpty)
  }

  @Test("rules beside the headings that name them are read once")
  func rules() throws {
    let result = try run("某市考核细则\n（一）水环境质量（40分）。达标率每低1个百分点扣4分。\n（二）空气质量（30分）。不达标扣10分。\n")
    #expect(result.column("item", of: "rules.csv") == ["水环境质量", "空气质量"])
    #expect(result.column("points", of: "rules.csv") == ["40", "30"])
  }

  @Test("numbered lines that state figures are no titles")
  func statedFigures() throws {
    let result = try run(
      "甲市2024年上半年通报\n全市完成投资50亿元。\n一、甲区：完成投资30亿元，占年计划的60%。\n二、乙区：完成投资20亿元，占年计划的40%。\n")
    #expect(result.column("title", of: "sections.csv") == ["甲区", "乙区"])
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "name", "value", "number"]) == [
        ["", "完成投资", "50", ""], ["甲区", "完成投资", "30", ""], ["甲区", "占年计划", "", "60"],
        ["乙区", "完成投资", "20", ""], ["乙区", "占年计划", "", "40"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("what items of a list begin with is what their figures are of")
  func itemsOfLists() throws {
    let result = try run(
      """
      2024年1-9月重点项目进展通报
      全市总投资7.5亿元。
      1.城北水厂扩建。总投资3.2亿元。
      2.东区医院，总投资2.2亿元。
      3.城南快速路：总投资2.1亿元。
      """)
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "name", "value"]) == [
        ["", "总投资", "7.5"], ["城北水厂扩建", "总投资", "3.2"], ["东区医院", "总投资", "2.2"],
        ["城南快速路", "总投资", "2.1"],
      ])
    #expect(result.report.documents[0].doubts.isEmpty)
  }

  @Test("units in brackets before the stop, and in the sentences of numbered tasks")
  func unitsAmidTasks() throws {
    let brackets = try run(
      """
      2024年污染防治工作要点
      1.开展散煤排查（县生态环境局、县住建局）。
      2.整治餐饮油烟【县城管局】。
      3.建设三个污水厂（甲镇、乙镇、丙镇）。
      4.控制扬尘。（县住建局牵头，县交通局配合）
      """)
    #expect(
      brackets.column("text", of: "duties.csv") == [
        "开展散煤排查", "整治餐饮油烟", "建设三个污水厂（甲镇、乙镇、丙镇）。", "控制扬尘。",
      ])
    #expect(
      brackets.rows(of: "responsibilities.csv", ["duty", "unit", "role"]) == [
        ["1", "县生态环境局", "lead"], ["1", "县住建局", "joint"], ["2", "县城管局", "lead"],
        ["4", "县住建局", "lead"], ["4", "县交通局", "support"],
      ])
    let sentences = try run(
      """
      2024年工作要点
      一、重点任务
      1.县住建局负责建设污水管网10公里。
      2.由县农业农村局牵头，县生态环境局配合，推进农村改厕1200户。
      3.开展入河排污口排查，责任单位为县生态环境局、县水利局。
      """)
    #expect(
      sentences.column("text", of: "duties.csv") == ["建设污水管网10公里。", "推进农村改厕1200户。", "开展入河排污口排查"])
    #expect(
      sentences.rows(of: "responsibilities.csv", ["duty", "unit", "role"]) == [
        ["1", "县住建局", "lead"], ["2", "县农业农村局", "lead"], ["2", "县生态环境局", "support"],
        ["3", "县生态环境局", "lead"], ["3", "县水利局", "joint"],
      ])
  }

  @Test("what was reached below a heading of targets is no target")
  func results() throws {
    let result = try DocumentImport.run(
      text: "一、规划目标\n完成情况:2015年氨氮排放量为12.5万吨。\n到2020年,氨氮排放量控制在10万吨以内。\n1-6月实际:优良率80%。\n",
      fileName: "a.txt")
    #expect(
      result.rows(of: "observations.csv", ["indicator", "value"]) == [
        ["氨氮排放量", "12.5"], ["优良率", "80"],
      ])
    #expect(
      result.rows(of: "indicators.csv", ["name", "target"]) == [["氨氮排放量", "10"], ["优良率", ""]])
    let below = try DocumentImport.run(
      text: "一、工作目标\n完成情况:\n优良率为80%。\n年度目标:\n优良率为85%。\n", fileName: "a.txt")
    #expect(below.column("value", of: "observations.csv") == ["80"])
    #expect(below.column("target", of: "indicators.csv") == ["85"])
  }

  @Test("targets below the name of a place are those of the place")
  func places() throws {
    for text in [
      "2025年目标\n北京:PM2.5浓度控制在35微克/立方米以内,优良率达到80%。\n甲县:PM2.5浓度控制在37微克/立方米以内,优良率达到75%。\n",
      "一、工作目标\n北京:\nPM2.5浓度控制在35微克/立方米以内,优良率达到80%。\n甲县:\nPM2.5浓度控制在37微克/立方米以内,优良率达到75%。\n",
    ] {
      let result = try DocumentImport.run(text: text, fileName: "a.txt")
      #expect(
        result.rows(of: "indicators.csv", ["name", "target", "地点"]) == [
          ["北京PM2.5浓度", "35", "北京"], ["北京优良率", "80", "北京"], ["甲县PM2.5浓度", "37", "甲县"],
          ["甲县优良率", "75", "甲县"],
        ])
    }
    let other = try DocumentImport.run(
      text: "一、工作目标\n甲县:\n优良率达到80%。\n二、保障目标\n森林覆盖率达到45%。\n", fileName: "a.txt")
    #expect(other.column("地点", of: "indicators.csv") == ["甲县", ""])
  }
}
