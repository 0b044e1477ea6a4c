import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("rows between strokes that have fewer cells than the headings")
struct ImportShortRowTests {
  private func run(_ rows: [String]) throws -> ImportResult {
    try DocumentImport.run(text: rows.joined(separator: "\n") + "\n", fileName: "a.txt")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  private func notes(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].normalised.map(\.text)
  }

  @Test(
    "a row below a merged task has its measure, its units and its deadline", arguments: ["", "| "])
  func tasks(border: String) throws {
    let result = try run([
      "东平县任务分解表", border + "序号 | 重点任务 | 具体措施 | 牵头单位 | 责任单位 | 完成时限 |",
      border + "1 | 控制扬尘 | 工地覆盖 | 县住建局 | 县城管局 | 2022年 |", "| 道路洒水 | 县城管局 | 县交通局 | 2023年 |",
      border + "2 | 保护湖泊 | 退渔 | 县农业农村局 | 县水利局 | 2022年 |",
    ])
    #expect(result.column("重点任务", of: "duties.csv") == ["控制扬尘", "控制扬尘", "保护湖泊"])
    #expect(result.column("text", of: "duties.csv") == ["工地覆盖", "道路洒水", "退渔"])
    #expect(result.column("due", of: "duties.csv") == ["2022", "2023", "2022"])
    #expect(notes(result).contains(ImportMessages.cellsReachDown(1)))
  }

  @Test("numbers go on where only the task is merged")
  func numbered() throws {
    let result = try run([
      "序号 | 重点任务 | 工作内容 | 责任单位 | 完成时限 |", "1 | 控制扬尘 | 工地覆盖3家 | 县住建局 | 2022年6月底前 |",
      "2 | 道路洒水20公里 | 县城管局 | 2023年6月底前 |", "3 | 保护湖泊 | 退渔2000亩 | 县水利局 | 2022年12月底前 |",
    ])
    #expect(result.column("text", of: "duties.csv") == ["控制扬尘", "控制扬尘", "保护湖泊"])
    #expect(result.column("no", of: "duties.csv") == ["1", "2", "3"])
    #expect(result.column("工作内容", of: "duties.csv").contains("道路洒水20公里"))
  }

  @Test("a stroke before the first cell of a row ends a blank one where the headings have none")
  func leadingStroke() throws {
    let result = try run([
      "2021年资金分配表", "单位:万元", "序号 | 项目名称 | 实施单位 | 总投资 | 中央资金 | 省级资金 |",
      "1 | 北渠清淤 | 县水利局 | 3500 | 3000 | 500 |", "2 | 南站扩建 | 县住建局 | 1200 | 900 | 300 |",
      "| 合计 | | 4700 | 3900 | 800 |",
    ])
    #expect(result.column("investment", of: "projects.csv") == ["3500", "1200"])
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
    #expect(result.report.sums.first?.stated == Decimal("4700"))
  }

  @Test("projects and indicators below a merged group stand under their own headings")
  func groups() throws {
    let projects = try run([
      "重点项目表", "单位:万元", "序号 | 项目类别 | 项目名称 | 建设内容 | 总投资 | 建设年限 | 责任单位 |",
      "1 | 水环境 | 北渠清淤 | 清淤10公里 | 500 | 2021-2023 | 水利局 |",
      "南站扩建 | 扩建2万吨 | 800 | 2021-2022 | 住建局 |", "2 | 大气 | 锅炉改造 | 12台 | 300 | 2021 | 生态环境局 |",
    ])
    #expect(projects.column("name", of: "projects.csv") == ["北渠清淤", "南站扩建", "锅炉改造"])
    #expect(projects.column("category", of: "projects.csv") == ["水环境", "水环境", "大气"])
    #expect(projects.column("investment", of: "projects.csv") == ["500", "800", "300"])
    #expect(projects.column("units", of: "projects.csv") == ["水利局", "住建局", "生态环境局"])
    let indicators = try run([
      "主要指标表", "序号 | 类别 | 指标 | 单位 | 2020年 | 2025年 | 属性 |",
      "1 | 环境质量 | 优良天数比率 | % | 83 | 85 | 约束性 |",
      "2 | PM2.5浓度 | 微克/立方米 | 35 | 30 | 约束性 |", "3 | 生态 | 森林覆盖率 | % | 23 | 24 | 约束性 |",
    ])
    #expect(indicators.column("name", of: "indicators.csv") == ["优良天数比率", "PM2.5浓度", "森林覆盖率"])
    #expect(indicators.column("target", of: "indicators.csv") == ["85", "30", "24"])
  }

  @Test("amounts that may stand under several headings stay blank and are said")
  func amounts() throws {
    let result = try run([
      "重点项目表", "单位:万元", "序号 | 项目名称 | 总投资 | 2021年投资 | 2022年投资 | 责任单位 | 备注 |",
      "1 | 北渠清淤 | 500 | 200 | 300 | 水利局 | |", "2 | 南站扩建 | 800 | 300 | 住建局 | ||",
      "3 | 东湖修复 | 300 | 100 | 200 | 林业局 | |",
    ])
    #expect(result.column("investment", of: "projects.csv") == ["500", "", "300"])
    #expect(result.column("units", of: "projects.csv") == ["水利局", "住建局", "林业局"])
    #expect(doubts(result).contains(ImportMessages.cellsOfSeveralHeadings(["800", "300"])))
    let own = try run([
      "补贴发放表", "序号 | 乡镇 | 面积(亩) | 每亩补助(元) | 应发资金(元) | 备注 |",
      "1 | 梅镇 | 11211.57 | 18.34 | 205620.19 | |",
      "2 | 白镇 | 2803.06 | 51408.12 | ||", "3 | 青镇 | 52175.73 | 956902.89 | ||",
    ])
    #expect(own.column("每亩补助(元)", of: "a.csv") == ["18.34", "", ""])
    #expect(doubts(own).contains(ImportMessages.cellsOfSeveralHeadings(["2803.06", "51408.12"])))
  }

  @Test("of two headings of units a lone unit is given to neither")
  func units() throws {
    let result = try run([
      "整改任务清单", "序号 | 整改任务 | 整改措施 | 牵头单位 | 责任单位 | 完成时限 |",
      "1 | 污水直排 | 建设管网 | 县住建局 | 县水利局 | 2022年12月底 |", "2 | 扬尘 | 安装喷淋 | 县城管局 | 2022年6月底 | |",
      "3 | 黑臭水体 | 清淤 | 县水利局 | 县财政局 | 2023年6月底 |",
    ])
    #expect(doubts(result).contains(ImportMessages.cellsOfSeveralHeadings(["县城管局"])))
    #expect(result.column("due", of: "duties.csv") == ["..2022", "..2022-H1", "..2023-H1"])
    #expect(!result.column("unit", of: "responsibilities.csv").contains("县城管局"))
  }

  @Test("rows that have all their cells are read as they stand, blank ones too")
  func wholeRows() throws {
    let result = try run([
      "序号 | 项目名称 | 建设内容 | 投资(万元) | 责任单位 | 备注 |", "1 | 北渠清淤 | | 500 | 水利局 | |",
      "2 | 南站扩建 | 扩建 | | | 缓建 |",
    ])
    #expect(result.column("investment", of: "projects.csv") == ["500", ""])
    #expect(result.column("content", of: "projects.csv") == ["", "扩建"])
    #expect(doubts(result).isEmpty)
  }

  @Test("strokes of blank cells at the end of rows, below what a site says of the document")
  func blankCellsAtEnd() throws {
    let table = "\n县区名称 | 补助资金(万元) | 备注 |\n甲区 | 280 | |\n乙区 | 300 | |\n合计 | 580 |"
    for record in ["", "索引号: | A-1 | 公开责任部门 | 财政局 |\n公开形式 | 主动公开 | 文号 | |\n信息有效性 | 有效 |"] {
      let result = try run([record + table])
      #expect(result.report.sums.map(\.agrees) == [true])
      #expect(result.files.contains { $0.text.contains("乙区,300,") })
    }
  }

  @Test("headings whose first cell was lost stand above the numbers")
  func lostFirstHeading() throws {
    let result = try run([
      "季度核算数据", "| 绝对额(亿元) | 同比增长(%) | |", "| 甲县 | 382 | 7.7 |", "| 乙县 | 35 | 3.4 |",
    ])
    let table = result.files.first { $0.text.contains("甲县") }
    #expect(table?.text.hasPrefix("column_1,绝对额(亿元),同比增长(%)\n甲县,382,7.7\n") == true)
  }

  @Test("lines of as many cells each are the rows, below a title that strokes fill up")
  func titleWithStrokes() throws {
    let result = try run([
      "2019年项目表 | |||", "序号 | 项目名称 | 总投资(万元) | 责任单位 |", "1 | 甲路 | 280 | 交通局 |",
      "2 | 乙路 | 300 | 水利局 |",
    ])
    #expect(result.column("name", of: "projects.csv") == ["甲路", "乙路"])
    #expect(result.column("investment", of: "projects.csv") == ["280", "300"])
  }
}
