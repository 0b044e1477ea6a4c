import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("documents of Taiwan and Japan, and dates of other orders")
struct ImportPlaceOfDocumentTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func settings(_ result: ImportResult) -> [Substring] {
    result.files.first { $0.name == "plan.yaml" }?.text.split(separator: "\n") ?? []
  }

  @Test("what a unit answers for in brackets is no part of its name, but another name is")
  func topics() throws {
    let result = try csv("工作任务,责任单位\n新增学位,市教育局（学位）、市住建局（道路、绿化）\n定价,市发改委（物价局）、市生态环境局（本级）\n")
    #expect(
      result.column("name", of: "units.csv") == [
        "市教育局", "市住建局", "市发改委（物价局）", "市生态环境局（本级）",
      ])
    #expect(
      result.column("label", of: "responsibilities.csv").prefix(2) == ["市教育局（学位）", "市住建局（道路、绿化）"])
  }
}
