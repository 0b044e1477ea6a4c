import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing persons in charge")
struct ImportPersonTests {
  private func run(_ text: String, as fileName: String = "a.csv") throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: fileName)
  }

  @Test("headings that are roles, each with its post, give a row for each person")
  func roles() throws {
    let result = try run("序号,水库名称,政府责任人,职务,主管部门责任人,职务\n1,青石水库,张三,市长,李四,局长\n2,白水水库,王五,县长,,\n")
    #expect(
      result.rows(of: "officials.csv", ["name", "post", "职责", "水库名称"]) == [
        ["张三", "市长", "政府责任人", "青石水库"], ["李四", "局长", "主管部门责任人", "青石水库"],
        ["王五", "县长", "政府责任人", "白水水库"],
      ])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(ImportMessages.personsByRole))
  }

  @Test("a post may stand in brackets behind the name")
  func brackets() throws {
    let result = try run("序号,河流,县级河长,村级河长,联系单位\n1,东沙河,王明(副县长),赵刚(村主任)、孙二(村委委员),县水利局\n")
    #expect(
      result.rows(of: "officials.csv", ["name", "post", "职责", "联系单位"]) == [
        ["王明", "副县长", "县级河长", "县水利局"], ["赵刚", "村主任", "村级河长", "县水利局"],
        ["孙二", "村委委员", "村级河长", "县水利局"],
      ])
  }

  @Test("chiefs below the name of a river, several labels on a line or one")
  func chiefs() throws {
    let result = try run(
      """
      县级河长名单
      (一)东沙河
      河长:张三 县委书记
      副河长:李四 县政府副县长
      协助:县水利局
      (二)西沙河
      河长:王五 县委副书记、县长副河长:赵六 县政府副县长协助:县生态环境局
      """, as: "a.txt")
    #expect(
      result.rows(of: "officials.csv", ["name", "post", "职责", "负责范围", "协助单位"]) == [
        ["张三", "县委书记", "河长", "东沙河", "县水利局"], ["李四", "县政府副县长", "副河长", "东沙河", "县水利局"],
        ["王五", "县委副书记、县长", "河长", "西沙河", "县生态环境局"], ["赵六", "县政府副县长", "副河长", "西沙河", "县生态环境局"],
      ])
    let none = try run("一、任务\n(一)治理东沙河\n河长:由县领导担任\n牵头单位:县水利局\n", as: "a.txt")
    #expect(none.table("officials.csv").isEmpty)
  }

  @Test("a table of projects with persons stays one, and no other heading is proposed for theirs")
  func persons() throws {
    let result = try run("项目名称,总投资(万元),责任领导,联系人\n甲渠,100,张三,李四\n")
    #expect(result.column("责任领导", of: "projects.csv") == ["张三"])
    #expect(result.table("officials.csv").isEmpty)
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.headingKept("责任领导", [])))
  }

  @Test("of several posts the office counts before a seat; a line may name several members")
  func posts() throws {
    let result = try run(
      """
      甲市生态环境保护工作领导小组
      组长:张三 省委常委、甲市委书记
      副组长:李四 副市长兼丙区区委书记
      陈二 市委常委、副市长
      成员:王五 市发展改革委主任
      赵六 市生态环境局局长 钱七 市水务局局长
      周九(市林业局局长) 吴十(市财政局局长)
      """, as: "a.txt")
    #expect(
      result.rows(of: "officials.csv", ["name", "unit"]) == [
        ["张三", "甲市委"], ["李四", "丙区区委"], ["陈二", "市委"], ["王五", "市发展改革委"], ["赵六", "市生态环境局"],
        ["钱七", "市水务局"], ["周九", "市林业局"], ["吴十", "市财政局"],
      ])
  }
}
