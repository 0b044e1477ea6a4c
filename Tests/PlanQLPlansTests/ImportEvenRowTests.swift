import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.txt") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

@Suite(
  "import of rows with as many words as there are headings, and of rows that lack or have more")
struct ImportEvenRowTests {
  @Test("headings that are not known are those of figures and of words, with their total")
  func fundsAndGoals() throws {
    let result = try run(
      """
      某县水利项目资金计划表
      单位：万元
      序号 项目名称 建设地点 建设期限 总投资 中央资金 省级资金 绩效目标
      1 青龙河治理工程 城关镇 2021-2023 3200 1600 800 水质达标
      2 水厂巩固提升 各乡镇 2022 1500 900 300 受益3万人
      合计 4700 2500 1100
      """)
    #expect(
      result.rows(of: "funding.csv", ["project", "source", "planned"]) == [
        ["青龙河治理工程", "central", "1600"], ["青龙河治理工程", "province", "800"],
        ["水厂巩固提升", "central", "900"], ["水厂巩固提升", "province", "300"],
      ])
    #expect(result.column("绩效目标", of: "projects.csv") == ["水质达标", "受益3万人"])
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
  }

  @Test("rows with words more than headings are cut by what stands in those that have as many")
  func unevenRows() throws {
    let result = try run(
      """
      2021年重点项目表
      项目名称 建设单位 总投资(万元) 1-6月完成投资(万元) 完成率(%) 形象进度
      青龙河治理工程 水利局 3200 450 45 完成清淤5公里， 护岸2公里
      水厂巩固提升 水利局 1500 500 100 已完工
      污水处理厂扩建 住建局 4800 300 20 正在进行基础施工
      合计 9500 1250 41.7
      """)
    #expect(result.column("investment", of: "projects.csv") == ["3200", "1500", "4800"])
    #expect(result.column("完成率(%)", of: "projects.csv") == ["45", "100", "20"])
    #expect(result.column("invested", of: "progress.csv") == ["450", "500", "300"])
    #expect(result.column("text", of: "progress.csv").first == "完成清淤5公里， 护岸2公里")
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
  }

  @Test("a line that has the figures of a row and fits its columns nowise is told")
  func rowsThatDoNotFit() throws {
    let result = try run(
      """
      项目名称 建设内容 总投资(万元) 建设年限 责任单位
      青龙河治理工程 河道清淤12公里， 护岸 3200 2021-2023 水利局
      水厂巩固提升 新建水厂2座 1500 2022 水利局
      污水处理厂扩建 4800 日处理2万吨 600 2022 900
      """)
    #expect(result.column("name", of: "projects.csv") == ["青龙河治理工程", "水厂巩固提升"])
    #expect(result.report.documents[0].unread.map(\.place) == [.line(4)])
  }

  @Test("a title above headings is none of them, and units below each other are those of a row")
  func titlesAndUnits() throws {
    let indicators = try run(
      """
      主要指标
      序号 指标名称 单位 2020年 2025年 属性
      1 优良天数比率 % 85.5 88 约束性
      2 PM2.5浓度 微克/立方米 38 35 约束性
      """)
    #expect(indicators.column("target", of: "indicators.csv") == ["88", "35"])
    let stacked = try run(
      "序号\n项目名称\n投资(亿元)\n责任单位\n1\n青龙河治理工程\n0.32\n水利局\n2\n水厂巩固提升\n0.15\n水利局\n住建局\n"
        + "3\n污水处理厂扩建\n0.48\n住建局\n合计\n0.95\n")
    #expect(stacked.column("units", of: "projects.csv") == ["水利局", "水利局、住建局", "住建局"])
    #expect(stacked.table("sections.csv").isEmpty)
  }

  @Test("a table with strokes on one line has a row between each two blank cells")
  func oneLine() throws {
    let result = try run(
      "| 序号 | 项目名称 | 总投资(万元) | 责任单位 |  | 1 | 污水厂扩建 | 500 | 住建局 |  | 2 | 河道治理 | 300 | 水利局 |  |"
        + " 合计 |  | 800 |  |\n")
    #expect(result.column("investment", of: "projects.csv") == ["500", "300"])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("records with fields more than headings are left, and those with fewer told")
  func recordsOfOtherLengths() throws {
    let result = try run(
      "序号,项目名称,总投资（万元）,责任单位\n1,甲渠,100,住建局\n2,乙渠,1,200,水利局\n3,丙渠,300\n4,丁渠,50,水利局\n",
      name: "a.csv")
    #expect(result.column("investment", of: "projects.csv") == ["100", "300", "50"])
    let document = result.report.documents[0]
    #expect(document.unread.map(\.place) == [.line(3)])
    #expect(
      document.doubts.contains {
        $0.text == ImportMessages.rowIsShort(3, 4) && $0.place == .line(4)
      })
  }

  @Test("an amount of what more is done in a project is added to its own, not taken for a section")
  func furtherAmounts() throws {
    let result = try run(
      """
      序号|项目名称|建设内容|投资(万元)|建设年限|责任单位
      1|污水厂|3万吨/日|12000|2021-2023|住建局
      ||配套管网15公里|3000||
      2|河道治理|8公里|990|2021|水利局
      合计|||15990||
      """)
    #expect(result.column("investment", of: "projects.csv") == ["15000", "990"])
    #expect(result.table("sections.csv").isEmpty)
    #expect(result.report.sums.map(\.agrees) == [true])
    #expect(result.report.documents[0].doubts.contains { $0.text == ImportMessages.amountsAdded })
  }

  @Test("rows whose words may belong to the cells beside them are refused, not cut")
  func mixedColumns() {
    #expect(throws: ImportRefusal.self) {
      try run(
        "序号 项目名称 面积 长度(公里) 投资(万元) 责任单位\n1 滨河公园 20公顷 3 5000 住建局\n2 河道整治 二期 12 2000 水利局\n"
          + "3 南湖 清淤 15 800 水利局\n")
    }
  }

  @Test("a second column of what a row has one of is kept under its heading, also below sections")
  func secondColumnOfMoney() throws {
    for total in ["", "\n合计 58600 46200"] {
      let result = try run(
        """
        某县水安全保障重点项目表
        序号 项目名称 建设年限 总投资(万元) “十四五”投资(万元) 责任单位
        一 防洪工程
        1 青龙河堤防 2019-2022 23600 11200 县水利局
        2 支流治理 2021-2025 35000 35000 县水利局
        """ + total)
      #expect(result.column("investment", of: "projects.csv") == ["23600", "35000"])
      #expect(result.column("“十四五”投资(万元)", of: "projects.csv") == ["11200", "35000"])
      let told = result.report.documents.flatMap(\.normalised).map(\.text.en)
      #expect(told.contains { $0.contains("'总投资(万元)' was taken") })
    }
  }
}
