import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("what stands at the edge of what is read is neither lost nor wrong")
struct ImportNothingLostTests {
  private func run(_ text: String, as name: String = "a.csv") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: name)
  }

  @Test("what was paid up to a day stays beside the report of that day")
  func paymentsByDay() throws {
    let result = try run(
      "项目名称,填报时间,累计完成投资（万元）,到位资金（万元）,资金来源\n"
        + "甲工程,2022-06-30,100,80,中央\n甲工程,2022-12-31,300,250,中央\n合计,,400,330,\n")
    #expect(
      result.rows(of: "progress.csv", ["as_of", "invested", "到位资金（万元）", "资金来源"]) == [
        ["2022-06-30", "100", "80", "中央"], ["2022-12-31", "300", "250", "中央"],
      ])
    #expect(result.table("funding.csv").isEmpty)
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.columnOfReportsKept("到位资金（万元）")))
    #expect(result.column("value", of: "stated_totals.csv") == ["400", "330"])
    #expect(result.report.sums.isEmpty)
  }

  @Test("blanks between digits are those of thousands only where each group has three")
  func groups() throws {
    let amount = { (text: String) in
      WrittenAmount(in: FoldedText(text), at: 0).map { "\($0.value)\($0.unit.name)" }
    }
    #expect(amount("1 234 567亿元") == "1234567亿元")
    #expect(amount("1234 567亿元") == nil)
    #expect(amount("12 345.5万元") == "12345.5万元")
    #expect(amount("12 34万元") == nil)
  }

  @Test("units of measure keep their capitals")
  func unitsOfIndicators() throws {
    let result = try run("指标名称,2020年现状值,2025年目标值\n氨氮浓度,1.5mg/L,1.0 mg/L\n噪声,60dB,55dB\n")
    #expect(result.column("measured_in", of: "indicators.csv") == ["mg/L", "dB"])
  }

  @Test("columns of an own table that are headed alike get names of their own")
  func headings() {
    #expect(TableHeader.distinct(["甲", "甲", "甲_2", ""]) == ["甲", "甲_3", "甲_2", "column_4"])
  }

  @Test("totals under headings that are not known are kept, shares too, or said")
  func totals() throws {
    let result = try run(
      "项目名称,总投资（万元）,责任单位,受益户数,覆盖程度\n甲工程,100,水利局,3,50%\n乙工程,200,水利局,4,70%\nTOTAL,300,,7,60.5%\n"
        + "总计,300,,若干,\n")
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "number", "measured_in"]).contains([
        "TOTAL 覆盖程度", "60.5", "%",
      ]))
    #expect(
      result.report.documents[0].doubts.map(\.text).contains(
        ImportMessages.unreadable("受益户数", "若干")))
    #expect(result.column("name", of: "projects.csv") == ["甲工程", "乙工程"])
  }

  @Test("totals of what was done in a year, and of shares, are kept too")
  func totalsOfFigures() throws {
    let result = try run(
      "项目名称,总投资（万元）,2021年完成,完成率\n甲工程,100,80,80%\n乙工程,200,100.5,50%\n合计,300,180.5,60.2%\n")
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "number", "measured_in"]) == [
        ["合计", "", ""], ["合计 2021年完成", "180.5", ""], ["合计 完成率", "60.2", "%"],
      ])
  }

  @Test("a change over the whole plan is kept beside a target on either side of it")
  func cumulative() throws {
    for head in ["累计,2020年现状值,2025年目标值", "2020年现状值,累计,2025年目标值", "2020年现状值,2025年目标值,累计"] {
      let order = head.split(separator: ",").map {
        $0 == "累计" ? "12.5" : $0.hasPrefix("2020") ? "41" : "31"
      }
      let result = try run("指标名称,\(head)\n氮氧化物减排量,\(order.joined(separator: ","))\n")
      #expect(
        result.rows(of: "indicators.csv", ["baseline", "target", "累计"]) == [["41", "31", "12.5"]])
    }
  }

  @Test("a unit of unknown kind is doubted in the document that names it alone")
  func unknownUnits() throws {
    let text = { (unit: String) in Array("任务,完成时限,责任单位\n做某事\(unit),2022年底,\(unit)\n".utf8) }
    let result = try DocumentImport.run([
      ImportSource(name: "a.csv", bytes: text("青石甲乙丙")),
      ImportSource(name: "b.csv", bytes: text("青石丁戊己")),
    ])
    let doubts = result.report.documents.map {
      $0.doubts.map(\.text.en).filter { $0.contains("kind") }
    }
    #expect(doubts.map(\.count) == [1, 1])
  }

  @Test("a plan.yaml and a text in columns read alike whatever ends their lines")
  func lineEnds() {
    let file = PlanFileEntries("title: a\r\nregion: b\r\n\r\n# end\r\n")
    #expect(file?.entries.map(\.key) == ["title", "region"])
    let line = "本年度全县生态环境质量持续改善，        空气优良天数比例达到目标，"
    let text = Array(repeating: line, count: 8)
    #expect(TextColumns.firstLine(of: text.joined(separator: "\r\n")) == 0)
    #expect(TextColumns.firstLine(of: text.joined(separator: "\n")) == 0)
  }

  @Test("a place below a province is named with it")
  func region() {
    #expect(PlanFacts.region(in: FoldedText("湖南省长沙市2023年计划")) == "湖南省长沙市")
    #expect(PlanFacts.region(in: FoldedText("湖南省2023年计划")) == "湖南省")
  }

  @Test("a heading that the map names stands over one that is known, which is kept and said")
  func mapped() throws {
    var map = HeadingMap()
    try map.add("工程", as: "name")
    let result = try DocumentImport.run(
      text: "项目名称,工程,总投资（万元）,责任单位\n甲,乙,100,水利局\n", fileName: "a.csv",
      options: ImportOptions(map: map))
    #expect(result.rows(of: "projects.csv", ["name", "原文项目名称"]) == [["乙", "甲"]])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.headingBeside("项目名称", "工程")))
  }

  @Test("a list of more known headings than a row can have is no trap")
  func manyHeadings() {
    let heads = ["项目名称", "总投资", "责任单位", "建设期限", "备注", "建设内容"]
    let lines = (0..<5).flatMap { _ in heads } + ["甲工程", "乙工程"]
    _ = try? DocumentImport.run(text: lines.joined(separator: "\n"), fileName: "a.txt")
  }
}
