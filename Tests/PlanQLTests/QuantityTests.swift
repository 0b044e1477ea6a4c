import Foundation
import PlanQL
import Testing

@Suite("Quantities of a plan")
struct QuantityTests {
  /// A plan with units of its own, made up for the test.
  private static let files = [
    "plan.yaml": """
    title: 单位示例
    money_unit: 万元
    fiscal_year: {start: 4, named_by: start}
    measure_units:
      标准户: 3.2 人
      plot: {is: 12.5 亩, label: 地块, aliases: [宗]}
      PE: {label: 人口当量}
    tables:
      parcels:
        label: 宗地
        row: parcel
        row_label: 地
        fields:
          name: text
          area: {type: number, unit: 亩, label: 面积}
          load: {unit: t/年, label: 排放量}
          cost: {type: money, label: 造价}
          size: {unit: PE, label: 规模}
    """,
    "parcels.csv": """
    name,area,load,cost,size,深度(cm)
    甲,20.1,1.5,60,3,12.5
    乙,1公顷,0.3,30,4,8
    丙,0.07,,,5,
    """,
  ]

  private func plan(_ changes: [String: String] = [:]) throws -> Plan {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in QuantityTests.files.merging(changes, uniquingKeysWith: { $1 }) {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try Plan(at: folder.path)
  }

  private func csv(_ query: String) throws -> String {
    let result = try plan().compile(QuerySource(query)).run()
    return result.render(as: try #require(OutputFormat.named("csv")))
  }

  @Test("formats for machines give numbers in the unit of their column")
  func machine() throws {
    #expect(
      try csv("parcels | select name, area, load, size, depth: `深度`")
        == "name,area,load,size,depth\n甲,20.1,1.5,3,12.5\n乙,15,0.3,4,8\n丙,0.07,,5,\n")
    #expect(try csv("parcels | summarize a: sum(area), b: avg(load)") == "a,b\n35.17,0.9\n")
    #expect(try csv("parcels | select area as 公顷 | take 2") == "area\n1.34\n1\n")
  }

  @Test("people see the unit in the heading")
  func people() throws {
    let result = try plan().compile(QuerySource("parcels | select area, load | take 1")).run()
    let text = result.render(as: try #require(OutputFormat.named("markdown")))
    #expect(text.contains("面积(亩)"))
    #expect(text.contains("排放量(吨/年)"))
  }

  @Test("money for an area, and money again")
  func price() throws {
    #expect(
      try csv("parcels | take 1 | select p: cost / area as 元/亩 to 2, back: cost / area * area")
        == "p,back\n29850.7462686567,600000\n")
  }

  @Test("units that the plan declares stand in literals, types and displays")
  func declared() throws {
    #expect(try csv("[5标准户, 2宗 / 25亩]").hasSuffix("16、1\n"))
    #expect(try csv("100亩 as 地块") == "100亩\n8\n")
    #expect(try csv("parcels | where size > 3PE | select name") == "name\n乙\n丙\n")
    #expect(throws: PlanQLError.self) { try csv("3PE + 3亩") }
  }

  @Test("fiscal years follow the rule of the plan")
  func fiscal() throws {
    #expect(
      try csv("[fiscal_year(@2023-03-31), fiscal_year(@2023-04-01), fiscal_year(2023)]")
        .hasSuffix("2022-Q2..2023-Q1、2023-Q2..2024-Q1、2023-Q2..2024-Q1\n"))
  }

  @Test("rows decode in the unit of their column")
  func decoding() throws {
    struct Parcel: Decodable { let area: Double }
    let result = try plan().compile(QuerySource("parcels | select area")).run()
    #expect(try result.rows(as: Parcel.self).map(\.area) == [20.1, 15, 0.07])
  }

  @Test(
    "what is wrong with a declared unit is said",
    arguments: [
      ("亩: 3 人", "already"), ("万: 3 人", "already"), ("块地: 3 元", "no amount"),
      ("块地: 0 人", "no amount"), ("块地: many", "no amount"), ("a/b: 3 人", "cannot be the name"),
    ])
  func refused(line: String, found: String) throws {
    let yaml = "title: 示例\nmeasure_units:\n  \(line)\n"
    let error = #expect(throws: PlanLoadError.self) { try plan(["plan.yaml": yaml]) }
    #expect(error.map { "\($0)".contains(found) } == true, "\(error.map { "\($0)" } ?? "")")
  }
}
