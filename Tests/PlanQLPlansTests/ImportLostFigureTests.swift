import PlanQLData
import Testing

@testable import PlanQLPlans

/// What stands in a table and comes into no file is told of.
@Suite("figures of tables that no file holds")
struct ImportLostFigureTests {
  private let text =
    "项目名称,总投资（万元）,建设年限,备注\n甲工程,\"1,250.50\",2023.3-2024.10,新建3公里\n乙工程,3600,2024,60-70%\n"

  private func lost(besides files: [String]) throws -> [String] {
    let source = ImportSource(name: "a.csv", bytes: Array(text.utf8))
    var reader = DocumentReader(try Importer.read(source, map: HeadingMap()), map: HeadingMap())
    try reader.read()
    return LostFigures.all(in: reader.content.tables, files: files, remarks: []).map(\.text)
  }

  @Test("each figure of two digits or more, where nothing holds it")
  func all() throws {
    #expect(try lost(besides: []) == ["1,250.50", "2023.3-2024.10", "3600", "2024", "60-70%"])
  }

  @Test("none that a file holds in another unit or form")
  func held() throws {
    let files = ["0.125050,2023-03..2024-10,36\n", "60..70"]
    #expect(try lost(besides: files).isEmpty)
    #expect(try lost(besides: ["12505,2023-03,36\n2024-10"]) == ["60-70%"])
  }

  @Test("an import of a whole table tells of none")
  func whole() throws {
    let result = try DocumentImport.run(text: text, fileName: "a.csv")
    let told = result.report.documents.flatMap(\.doubts).map(\.text)
    #expect(!told.contains(ImportMessages.figureInNoTable("3600", "总投资（万元）")))
    #expect(told.allSatisfy { !$0.en.contains("came into no table") })
  }

  @Test("what one indicator is to come to in several places stands beside its value in each")
  func aimsOfPlaces() throws {
    let result = try DocumentImport.run(
      text: "县区,指标,2022年实际,2023年目标,责任单位\n江口区,PM2.5浓度,39.5,38,江口区政府\n安丰县,PM2.5浓度,35.2,35,安丰县政府\n",
      fileName: "a.csv")
    #expect(result.rows(of: "indicators.csv", ["name", "target"]) == [["PM2.5浓度", ""]])
    #expect(
      result.rows(of: "observations.csv", ["place", "time", "value", "2023年目标", "责任单位"]) == [
        ["江口区", "2022", "39.5", "38", "江口区政府"], ["安丰县", "2022", "35.2", "35", "安丰县政府"],
      ])
    #expect(result.files.allSatisfy { $0.name != "responsibilities.csv" })
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.contains(ImportMessages.aimOfPlaceKept("责任单位")))
  }
}
