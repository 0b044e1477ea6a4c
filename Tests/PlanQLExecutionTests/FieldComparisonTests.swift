import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import Testing

/// Comparisons of a stored field with a value are decided on its packed integers; of anything else, by a kernel.
@Suite struct FieldComparisonTests {
  /// The rows for which a comparison of the field and a value is true. `isComputed` hides that it is a field.
  private func rows(
    _ column: Column, _ name: String, _ value: Value, isMirrored: Bool, isComputed: Bool
  ) throws -> [[Value]] {
    let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["f": column])])
    let (scan, row) = plan.scan()
    let field = try plan.field("f", row)
    let left = isComputed ? plan.make(.coalesce(field, field), column.type) : field
    let right = plan.make(.literal(value), column.type)
    let condition =
      isMirrored ? try plan.call(name, right, left) : try plan.call(name, left, right)
    let step = plan.step(.filter(scan, condition))
    return try plan.rows(plan.query(step, [plan.column(row, .entity("t"))]))
  }

  private func expectAgreement(_ column: Column, _ names: [String], _ values: [Value]) throws {
    for name in names {
      for value in values {
        for isMirrored in [false, true] {
          let found = try rows(column, name, value, isMirrored: isMirrored, isComputed: false)
          let expected = try rows(column, name, value, isMirrored: isMirrored, isComputed: true)
          #expect(found == expected, "\(name) \(value) \(isMirrored)")
        }
      }
    }
  }

  @Test(
    "whole numbers of every width compare with a value as kernels compare them",
    arguments: [
      [5, 5, 5], [-3, 0, nil, 250], [0, 700, 1400, 65_100], [-70_000, nil, 0, 70_000],
      [0, 1_000_000, 90_000_000_000], [.min, -1, nil, 0, .max],
    ] as [[Int64?]])
  func words(_ numbers: [Int64?]) throws {
    let known = numbers.compactMap { $0 }
    let near = known.flatMap { [$0 > .min ? $0 - 1 : $0, $0, $0 < .max ? $0 + 1 : $0] }
    let values = (near + [0, 350, .min, .max]).map { Value.int($0) } + [.missing]
    // More than a word of bits, and not a whole number of words.
    let column = Column.ints(Array(repeating: numbers, count: 30).flatMap { $0 })
    try expectAgreement(
      column, ["equal", "less", "less_or_equal", "greater", "greater_or_equal"], values)
  }

  @Test("periods, open ones too, relate to a value as kernels relate them")
  func periods() throws {
    let texts = [
      "2021..2023", "2022", "..2022", "2022..", "2021-03-05", "2024-Q1", "2023-12-31",
    ]
    let values = try texts.map { Value.period(try #require(Period(text: $0))) } + [.missing]
    let column = Column(type: .period, values: Array(repeating: values, count: 20).flatMap { $0 })
    try expectAgreement(
      column, ["equal", "overlaps", "covers", "in", "before", "after"], values)
  }
}
