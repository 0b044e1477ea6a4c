import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String, name: String = "a.md") throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: name)
}

@Suite("import of what laboratories found")
struct ImportDetectionTests {
  @Test(
    "what is below the limit of detection is no value, however it is written",
    arguments: [
      "0.003L", "0.003 L", "0.003(L)", "4L", "<0.01", "＜0.01", "≤0.01", "低于0.01", "未检出", "ND",
      "未检出(0.003)", "<MDL",
    ])
  func limits(cell: String) throws {
    let result = try run(
      """
      # 2024年5月某市饮用水水源监测结果表

      | 监测项目 | 监测值(mg/L) | 监测点位 |
      |---|---|---|
      | 氨氮 | 0.12 | 东湖 |
      | 砷 | \(cell) | 东湖 |
      """)
    #expect(result.column("value", of: "observations.csv") == ["0.12", ""])
    #expect(result.column("原文监测值(mg/L)", of: "observations.csv") == ["", cell])
    #expect(result.column("measured_in", of: "indicators.csv") == ["mg/L", "mg/L"])
    #expect(result.column("time", of: "observations.csv") == ["2024-05", "2024-05"])
    #expect(result.report.documents[0].normalised.contains { $0.text.en.contains("detected") })
  }

  @Test("a number of litres is one where the values are in litres, and others stay what they are")
  func litres() throws {
    #expect(!DetectionLimit.isBelow(FoldedText("120L"), unit: "L"))
    #expect(!DetectionLimit.isBelow(FoldedText("120L"), unit: "L/人·d"))
    #expect(!DetectionLimit.isBelow(FoldedText("0.003"), unit: "mg/L"))
    #expect(!DetectionLimit.isBelow(FoldedText("0.003mg/L"), unit: nil))
    #expect(!DetectionLimit.isBelow(FoldedText("低温"), unit: nil))
  }

  @Test("a table of places with a column for each of what was found keeps what is below the limit")
  func places() throws {
    let result = try run(
      """
      # 2024年5月某市地表水监测结果表

      | 断面 | 氨氮(mg/L) | 总磷(mg/L) |
      |---|---|---|
      | 东湖 | 0.12 | 0.01L |
      | 西山 | ND | 0.02 |
      """)
    #expect(result.column("value", of: "observations.csv") == ["0.12", "", "", "0.02"])
    #expect(result.column("原文监测值", of: "observations.csv") == ["", "0.01L", "ND", ""])
  }

  @Test("the time in a caption is that of values of which no column says it")
  func timeOfCaption() throws {
    func times(_ caption: String, _ rest: String = "") throws -> [String] {
      let header = rest.isEmpty ? "" : " 监测时间 |"
      let result = try run(
        "\(caption)\n\n| 监测项目 | 监测值(mg/L) |\(header)\n|---|---|\(rest.isEmpty ? "" : "---|")\n| 氨氮 | 0.12 |\(rest)\n"
      )
      let table = result.table("observations.csv")
      return table.first?.contains("time") == true
        ? result.column("time", of: "observations.csv") : []
    }
    #expect(try times("表1 2024年5月某市饮用水水源监测结果表") == ["2024-05"])
    #expect(try times("2023年度某市水质监测情况表") == ["2023"])
    #expect(try times("表1 2024年5月某市饮用水水源监测结果表", " 2024年6月 |") == ["2024-06"])
    #expect(try times("某市水质监测结果表（2025年与2024年比较）") == [])
    #expect(try times("某市水质监测结果表") == [])
  }

  @Test(
    "the unit in brackets behind a heading of figures is that of its rows, unless they have their own"
  )
  func unitsOfHeadings() throws {
    let result = try run(
      """
      | 指标名称 | 2020年现状值（%） | 2025年目标值（%） |
      |---|---|---|
      | 森林覆盖率 | 12 | 15 |
      | 湿地保护率(‰) | 50 | 52 |
      """)
    #expect(result.column("measured_in", of: "indicators.csv") == ["%", "‰"])
    let years = try run("| 指标名称 | 现状值(2020年) | 目标值(2025年) |\n|---|---|---|\n| 森林覆盖率 | 12 | 15 |\n")
    #expect(!(years.table("indicators.csv").first?.contains("measured_in") ?? true))
  }
}
