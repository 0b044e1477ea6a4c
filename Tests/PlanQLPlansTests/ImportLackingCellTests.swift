import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("rows of plain text that lack a cell: read where one place is certain, else told or refused")
struct ImportLackingCellTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  @Test("on one line, a row that lacks a cell is cut where the next number stands")
  func oneLine() throws {
    let result = try run(
      "考核评分表 序号 考核项目 分值 评分标准 责任单位 得分 1 空气质量 20 每少1天扣1分 县环保局 18 "
        + "2 污水处理 15 处理率低于95%不得分 县住建局 3 垃圾治理 10 每发现1处扣0.5分 各乡镇 8.5")
    #expect(
      result.rows(of: "rules.csv", ["item", "points", "责任单位", "得分"]) == [
        ["空气质量", "20", "县环保局", "18"], ["污水处理", "15", "县住建局", ""], ["垃圾治理", "10", "各乡镇", "8.5"],
      ])
  }

  @Test("a row that begins on the line of the headings may go on below it")
  func wrappedRow() throws {
    let result = try run(
      """
      表1 重点工程 单位：万元 序号 项目名称 建设内容 总投资 责任单位 1 东城污水厂 扩建2万吨/日并新建配套
      管网18公里 1200 住建局
      2 西城管网 改造18公里 800 水务局
      合计 2000
      """)
    #expect(
      result.rows(of: "projects.csv", ["content", "investment", "units"]) == [
        ["扩建2万吨/日并新建配套管网18公里", "1200", "住建局"], ["改造18公里", "800", "水务局"],
      ])
    #expect(result.report.isClean)
  }

  @Test("on one line, a row that swallows the next one is told")
  func swallowedRow() throws {
    let result = try run(
      "大气任务分解表 序号 工作任务 完成时限 牵头单位 配合单位 1 淘汰锅炉12台 2018年10月底前 市环境局 市经信委 "
        + "2 建设充电桩300个 2018年12月底前 市发改委 市住建局 3 秸秆利用 2018年底 市农业局 "
        + "4 完成3家企业改造 2019年6月底前 市经信委 市环境局")
    #expect(result.column("text", of: "duties.csv") == ["淘汰锅炉12台", "建设充电桩300个"])
    #expect(!result.report.documents[0].unread.isEmpty)
  }

  @Test("amounts that would end the name of a project refuse a table on one line")
  func amountInName() {
    #expect(throws: ImportRefusal.self) {
      try run(
        "2018年资金表 单位:万元 序号 县区 项目单位 项目名称 拨给 备注 1 甲区 甲区住建局 污水厂提标 350 续建 "
          + "2 乙县 乙县环保局 监测能力 120.5 3 丙区 丙区水利局 生态补偿 1,200 跨年")
    }
  }

  @Test("a cell a line, the number of the next row is no cell of the one before")
  func nextNumber() throws {
    let cells = [
      "序号", "考核项目", "分值", "评分标准", "责任单位", "得分", "1", "空气质量", "20", "每少1天扣1分", "县环保局", "18", "2",
      "污水处理",
      "15", "低于95%不得分", "县住建局", "3", "垃圾治理", "10", "每处扣0.5分", "各乡镇", "8.5",
    ]
    let result = try run(cells.joined(separator: "\n"))
    #expect(
      result.rows(of: "rules.csv", ["item", "得分"]) == [["空气质量", "18"], ["垃圾治理", "8.5"]])
    #expect(result.report.documents[0].unread.map(\.place?.number) == [13, 14, 15, 16, 17])
    let measured = [
      "序号", "县区", "PM2.5(μg/m3)", "PM10(μg/m3)", "优良天数(天)", "排名", "1", "甲区", "42", "68", "310", "3",
      "2",
      "乙区", "39", "325", "2", "3", "丙县", "33", "55", "340", "1",
    ]
    let table = try run(measured.joined(separator: "\n"))
    #expect(table.table("a.csv").dropFirst().map { $0[1] } == ["甲区", "丙县"])
    #expect(table.report.documents[0].unread.map(\.place?.number) == [13])
  }

  @Test("projects without numbers and with two amounts are a row a line")
  func withoutNumbers() throws {
    let result = try run(
      """
      单位:亿元
      项目名称 建设年限 总投资 2020年计划投资 责任单位
      供热工程 2018-2020 3.2 1.9 市住建局
      湿地公园 2020-2022 2.6 0.6 市林业局
      """)
    #expect(
      result.rows(of: "projects.csv", ["name", "investment", "units"]) == [
        ["供热工程", "3.2", "市住建局"], ["湿地公园", "2.6", "市林业局"],
      ])
  }

  @Test("a section may state the total of each column of money")
  func sectionsWithAmounts() throws {
    let result = try run(
      """
      2018年项目表
      单位:万元
      序号 项目名称 建设地点 总投资 2018年计划投资 责任单位
      一、水环境治理 8444 3800
      1 污水处理工程 甲区 4103 2000 市住建局
      2 污水收集工程 乙区 4341 1800 市住建局
      合计 8444 3800
      """)
    #expect(result.column("title", of: "sections.csv") == ["水环境治理"])
    #expect(result.report.sums.compactMap(\.agrees) == [true, true, true, true])
  }

  @Test("amid numbered rows a word alone is no section, as it may be a cell that lacks its others")
  func wordsAlone() throws {
    let result = try run(
      """
      序号
      单位
      责任事项
      责任人
      1
      县发改局
      控制煤炭消费
      张三
      2
      县住建局
      污水处理率达到98%
      李四
      3
      县水利局
      落实河长制
      """)
    #expect(result.table("sections.csv").isEmpty)
  }

  @Test("the figures of a heading that becomes nothing of the plan are named")
  func figuresOfHeadings() throws {
    let result = try run(
      """
      一、预算案编列95.24亿元较上年增加42亿余元
      说明文字。
      表1 概况表 单位:千元
      科目 2023年预算 2024年预算
      土地 353623 219125
      房屋 676390 317235
      设备 100 200
      """)
    let doubts = result.report.documents[0].doubts.filter { $0.place?.number == 1 }
    #expect(doubts.contains { $0.text.zh.contains("95.24") })
  }

  @Test("a count of places is no unit, so that its row is set below the headings")
  func countOfPlaces() throws {
    let result = try run(
      """
      | 类别 | 项目名称 | 目标任务 | 责任单位 |
      |---|---|---|---|
      | 教育 | 扩建北山学校 | 完成一期 | 教体局 |
      | 建塑胶操场 | 建成13处 | 教体局 |
      | 课后看护 | 全覆盖 | 教体局 |
      """)
    #expect(result.column("name", of: "projects.csv") == ["扩建北山学校", "建塑胶操场", "课后看护"])
    #expect(result.column("category", of: "projects.csv") == ["教育", "教育", "教育"])
  }
}
