import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("money by source in sentences")
struct ImportFundingTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func notes(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].normalised.map(\.text)
  }

  @Test("of a project that is certainly one")
  func project() throws {
    let result = try run("青石水库工程总投资10亿元,其中中央资金3亿元、地方配套5亿元、企业自筹2亿元。")
    #expect(
      result.table("projects.csv").map { Array($0.prefix(2)) } == [
        ["name", "investment"], ["青石水库工程", "10"],
      ])
    #expect(
      result.table("funding.csv") == [
        ["project", "source", "planned", "原文资金来源"], ["青石水库工程", "central", "3", ""],
        ["青石水库工程", "", "5", "地方配套"], ["青石水库工程", "enterprise", "2", ""],
      ])
    #expect(notes(result).contains(ImportMessages.fundingRead("青石水库工程", 3)))
  }

  @Test("of the plan as a whole, by stage, parts of one source added up")
  func plan() throws {
    let result = try run(
      "计划投资20亿元,其中:中央8亿元,省级4亿元,农户自筹8亿元。截至9月9日到位资金12亿元,其中:中央6亿元,中央专项1亿元,省级5亿元。")
    #expect(
      result.table("funding.csv").map { Array($0.prefix(4)) } == [
        ["source", "planned", "in_place", "原文资金来源"], ["central", "8", "", ""],
        ["province", "4", "", ""], ["", "8", "", "农户自筹"], ["central", "", "7", ""],
        ["province", "", "5", ""],
      ])
    let plan = try load(Dictionary(uniqueKeysWithValues: result.files.map { ($0.name, $0.text) }))
    #expect(try plan.table("funding").count == 5)
  }

  @Test(
    "not of a kind of projects, nor where it would be counted twice, nor what is done with money")
  func uncertain() throws {
    let kind = try run("水利项目12个,总投资10亿元,其中中央资金3亿元、企业自筹7亿元。")
    #expect(kind.table("funding.csv").isEmpty)
    #expect(notes(kind).contains(ImportMessages.fundingOfSeveral("水利项目")))
    let twice = try run(
      "全县重点项目总投资30亿元,其中中央资金20亿元、省级资金10亿元。\n青石水库工程总投资10亿元,其中中央资金3亿元、企业自筹7亿元。")
    #expect(twice.column("project", of: "funding.csv") == ["青石水库工程", "青石水库工程"])
    #expect(notes(twice).contains(ImportMessages.fundingTwice("总投资")))
    let done = try run("全县完成投资10亿元,其中中央投资3亿元、地方投资7亿元。")
    #expect(done.table("funding.csv").isEmpty)
    let use = try run("青石大桥工程总投资10亿元,其中工程费8亿元、设备购置费2亿元。")
    #expect(use.table("funding.csv").isEmpty)
  }

  @Test("of rows of a table that part the amount above them")
  func rows() throws {
    let text = """
      序号,项目名称,总投资(万元),责任单位
      1,青石水库工程,1000,水利局
      ,其中:中央资金,300,
      ,地方配套,700,
      2,西河公路工程,2000,交通局
      ,其中:省级资金,1500,
      ,企业自筹,1500,
      ,合计,3000,
      ,其中:中央资金,300,
      """
    let result = try DocumentImport.run(text: text, fileName: "a.csv")
    #expect(
      result.table("funding.csv") == [
        ["project", "source", "planned", "原文资金来源"], ["青石水库工程", "central", "300", ""],
        ["青石水库工程", "", "700", "地方配套"],
      ])
    // More than the whole, and the parts of a total, are no money of a project.
    #expect(result.report.documents[0].unread.map(\.line) == [6, 7, 9])
    #expect(result.report.sums.map(\.agrees) == [true])
    let bare = try DocumentImport.run(
      text: "项目,金额(万元)\n青石水库工程,10000\n其中:中央资金,3000\n省级资金,2000\n县级配套,5000\n",
      fileName: "a.csv")
    #expect(bare.column("name", of: "projects.csv") == ["青石水库工程"])
    #expect(bare.column("source", of: "funding.csv") == ["central", "province", "district"])
  }
}
