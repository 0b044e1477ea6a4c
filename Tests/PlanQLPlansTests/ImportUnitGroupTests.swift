import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("import of groups of units that a sign parts")
struct ImportUnitGroupTests {
  private func names(_ cell: String) -> [String] {
    UnitList(reading: FoldedText(cell)).units.map(\.name)
  }

  @Test(
    "one group stays one",
    arguments: [
      "各区、县人民政府", "各县、区", "各镇（街道）、园区", "各县、市、区人民政府", "各乡镇人民政府、街道办事处", "各镇、街道办事处", "各镇、村",
      "各市、县人民政府", "各县、区水利局", "各乡、镇人民政府",
    ])
  func groups(cell: String) {
    #expect(names(cell) == [cell])
    #expect(names("市水利局、\(cell)") == ["市水利局", cell])
    #expect(UnitList(reading: FoldedText(cell)).uncertain.isEmpty)
  }

  @Test("a unit with a name beside a group is one of its own")
  func units() {
    #expect(names("各县区、市水利局") == ["各县区", "市水利局"])
    #expect(names("各区、市林业局") == ["各区", "市林业局"])
    #expect(names("各县、市场监管局") == ["各县", "市场监管局"])
    #expect(names("各县、乡村振兴局") == ["各县", "乡村振兴局"])
    #expect(names("各镇、村建所") == ["各镇", "村建所"])
    #expect(names("各县、市监局") == ["各县", "市监局"])
    #expect(names("各县、开发区") == ["各县", "开发区"])
    #expect(names("各镇、县财政局") == ["各镇", "县财政局"])
    #expect(names("各区县政府、开发区管委会") == ["各区县政府", "开发区管委会"])
    #expect(names("各县（市、区）人民政府、市直有关部门") == ["各县（市、区）人民政府", "市直有关部门"])
    #expect(names("县水利局、甲镇、乙镇") == ["县水利局", "甲镇", "乙镇"])
  }

  @Test("what may be a group and a unit, or one group, is said", arguments: ["各镇、区财政局", "各县、市水利局"])
  func uncertain(cell: String) throws {
    #expect(names(cell).count == 2)
    let result = try DocumentImport.run(
      text: "序号,任务,责任单位\n1,治水,\"\(cell)\"\n", fileName: "a.csv")
    #expect(result.report.documents[0].doubts.contains { $0.text.en.contains("one group") })
  }
}
