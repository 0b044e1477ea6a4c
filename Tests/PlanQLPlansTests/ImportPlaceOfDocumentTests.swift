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

  @Test(
    "the month stands first where no other order makes a day, and so in all dates of the column")
  func monthFirst() throws {
    let result = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/15/2018\n乙,2,03/04/2018\n丙,3,05/05/2018\n")
    #expect(
      result.column("period", of: "projects.csv").map { $0.prefix(10) } == [
        "2018-01-15", "2018-03-04", "2018-05-05",
      ])
    let open = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/02/2018\n乙,2,03/04/2018\n")
    #expect(open.column("原文开工时间", of: "projects.csv") == ["01/02/2018", "03/04/2018"])
    let mixed = try csv("项目名称,总投资(万元),开工时间\n甲,1,01/15/2018\n乙,2,15/01/2018\n丙,3,03/04/2018\n")
    #expect(mixed.column("原文开工时间", of: "projects.csv") == ["", "", "03/04/2018"])
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
