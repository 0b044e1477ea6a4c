import PlanQLData
import Testing

@testable import PlanQLPlans

private func text(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("import of tables in plain text of which not all headings are known")
struct ImportPlainTableTests {
  @Test("as many words on each line are the cells of a row")
  func evenRows() throws {
    let ranking = try text(
      """
      表1 2024年1-8月城市环境空气质量综合指数
      排名 城市 环境空气质量综合指数 综合指数变化率 主要污染物
      1 甲城 1.65 -6.8% 臭氧
      2 乙城 1.78 1.1% 臭氧
      3 丙城 2.55 -6.9% 细颗粒物

      以上为初步数据。
      """)
    let rows = ranking.files.first { $0.name != "plan.yaml" }.map { ranking.table($0.name) } ?? []
    #expect(rows.dropFirst().map { Array($0.prefix(4)) }.last == ["3", "丙城", "2.55", "-6.9%"])
    let scores = try text(
      """
      2021年度目标考核结果
      序号 单位名称 考核得分 名次 等次
      1 甲县 103 1 优秀
      2 乙区 97.45 2 优秀
      3 丙区 97.35 3 良好
      """)
    #expect(
      scores.rows(of: "assessments.csv", ["unit", "score", "等次"]) == [
        ["甲县", "103", "优秀"], ["乙区", "97.45", "优秀"], ["丙区", "97.35", "良好"],
      ])
  }

  @Test("a line with fewer words amid such rows is named, and words alone are no table")
  func unevenRows() throws {
    let result = try text(
      """
      城市 指数 变化率 污染物
      甲城 1.65 -6.8% 臭氧
      乙城 1.78 臭氧
      丙城 2.55 -6.9% 臭氧
      丁城 2.98 -6.6% 臭氧
      戊城 3.01 -6.6% 臭氧
      """)
    #expect(result.report.documents[0].unread.map(\.line) == [3])
    #expect(throws: ImportRefusal.self) {
      try text("加强 组织 领导\n压实 工作 责任\n强化 资金 保障\n严格 考核 问责\n")
    }
  }

  @Test("a cell a line is told by the numbers of the rows, with sections and cells of two lines")
  func numberedCells() throws {
    let result = try text(
      """
      2020年污染防治资金安排表
      序号
      地区
      资金用途
      安排金额
      (万元)
      一、重点断面整治
      13000
      1
      甲市
      练江流域整治
      6500
      2
      乙市
      淡水河流域
      (二期)
      5100
      3
      丙市
      榕江流域整治
      1400
      合计
      13000
      """)
    #expect(result.report.documents[0].unread.map(\.line) == [7])
    #expect(result.column("number", of: "stated_totals.csv") == ["13000"])
    let rows = result.table("a.csv").dropFirst().map { Array($0) }
    #expect(rows.contains(["2", "乙市", "淡水河流域(二期)", "5100"]))
    #expect(rows.contains(["3", "丙市", "榕江流域整治", "1400"]))
    let tasks = try text(
      """
      绩效任务完成情况汇总表
      序号
      任务名称
      年度任务及目标
      全年完成情况
      1
      污水治理
      建设管网3公里
      已建2公里
      2
      扬尘治理
      安装喷淋5套
      已完成
      """)
    #expect(tasks.column("text", of: "duties.csv") == ["污水治理", "扬尘治理"])
    #expect(tasks.column("年度任务及目标", of: "duties.csv") == ["建设管网3公里", "安装喷淋5套"])
  }

  @Test("the last row of cells that strokes end may be cut off; it is named")
  func cutOffRow() throws {
    let result = try text(
      """
      重点工作目标任务进展情况表
      序号 |
      重点任务 |
      责任单位 |
      完成情况 |
      71 |
      完善调解机制 |
      县司法局 |
      已完成 |
      76 |
      创建示范法庭 |
      县法院 |
      已完成 |
      83 |
      推进法治建设 |
      县司法局 |
      一是持续擦亮
      """)
    #expect(result.column("text", of: "duties.csv").prefix(2) == ["完善调解机制", "创建示范法庭"])
    #expect(result.column("units", of: "duties.csv").prefix(2) == ["县司法局", "县法院"])
    // Cells that no numbers tell apart are not cut at the end.
    #expect(throws: ImportRefusal.self) {
      try text("年度 |\n产生量 |\n排放量 |\n合计 |\n其他 |\n1999 |\n784 |\n10 |\n12 |\n5 |\n88 |\n")
    }
  }

  @Test(
    "a unit on the line below another is one of the row's units, whether numbers have a heading or not"
  )
  func unitsBelowUnits() throws {
    let rows = """
      工作任务
      牵头责任单位
      完成情况
      1
      居民收入增长与经济同步。
      市农业农村局
      市人社局
      各项工作稳步推进。
      2
      清理河道。
      市水利局
      已完成。
      3
      建设管网。
      市住建局
      正在施工。

      """
    for text in ["二季度任务进展\n序号\n" + rows, "二季度任务进展\n" + rows] {
      let result = try DocumentImport.run(text: text, fileName: "a.txt")
      #expect(
        result.rows(of: "duties.csv", ["text", "units", "完成情况"]) == [
          ["居民收入增长与经济同步。", "市农业农村局、市人社局", "各项工作稳步推进。"], ["清理河道。", "市水利局", "已完成。"],
          ["建设管网。", "市住建局", "正在施工。"],
        ])
    }
  }

  @Test("a ranking whose first column is the place, and the names of its parts")
  func rankings() throws {
    let result = try DocumentImport.run(
      text: """
        2019年较好的城市

        排名 城市 得分
        1 青山 98
        2 白水 97

        2019年较差的城市

        排名 城市 得分
        1 黑土 60
        2 黄沙 61
        """, fileName: "a.txt")
    #expect(
      result.rows(of: "assessments.csv", ["unit", "year", "score", "排名", "列入名单"]) == [
        ["青山", "2019", "98", "1", "较好的城市"], ["白水", "2019", "97", "2", "较好的城市"],
        ["黑土", "2019", "60", "1", "较差的城市"], ["黄沙", "2019", "61", "2", "较差的城市"],
      ])
    let plain = try DocumentImport.run(text: "排名 城市 得分\n1 青山 98\n2 白水 97\n", fileName: "a.txt")
    #expect(plain.rows(of: "assessments.csv", ["unit", "排名"]) == [["青山", "1"], ["白水", "2"]])
    #expect(!plain.table("assessments.csv")[0].contains("列入名单"))
  }
}
