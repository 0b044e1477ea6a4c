import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax
import ReferenceInterpreter
import Testing

@Suite struct ExactSumTests {
  private func sum(_ values: [Double], threads: Int = 1) throws -> Value {
    let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["v": .numbers(values)])])
    let (scan, row) = plan.scan()
    let value = plan.make(.reduce(scan, plan.aggregate(.sum, try plan.field("v", row))), .number)
    return try Engine(script: plan.script(), context: plan.context(threads: threads)).value(value)
  }

  @Test("small parts are not lost beside large ones")
  func cancellation() throws {
    #expect(try sum([1e16, 1, -1e16]) == .number(1))
    #expect(try sum([1e300, 1, -1e300, 1e-300]) == .number(1))
    #expect(try sum(Array(repeating: 0.1, count: 10)) == .number(1))
    let least = Double.leastNonzeroMagnitude
    #expect(try sum([least, least, least]) == .number(least * 3))
    #expect(try sum([1.7e308, 1.7e308, -1.7e308]) == .number(1.7e308))
    #expect(try sum([]) == .number(0))
  }

  @Test(
    "the sum of decimals is the decimal, not the sum of the binary fractions nearest to them",
    arguments: [
      ([0.1, 0.2], 0.3), ([0.1, 0.2, -0.3], 0), ([44_008_145.33, 0.01], 44_008_145.34),
      ([33.33, 33.33, 33.34], 100), ([1e-12, 2e-12], 3e-12), ([0.000_1, 1e-05, 12], 12.000_11),
      ([999_999_999_999.99, 0.01, -0.01], 999_999_999_999.99),
      (Array(repeating: 999_999_999_999.99, count: 20_000), 19_999_999_999_999_800),
      (Array(repeating: 0.07, count: 10_001), 700.07),
    ] as [([Double], Double)])
  func decimals(values: [Double], total: Double) throws {
    #expect(try sum(values) == .number(total))
    #expect(try sum(values.reversed()) == .number(total))
  }

  @Test("one fraction among decimals makes the sum that of the numbers as they are")
  func fractions() throws {
    #expect(try sum([0.1, 0.2, 1e-13, -1e-13]) == .number(0.1 + 0.2))
    #expect(try sum([0.1, 0.2, 1e15, -1e15]) == .number(0.1 + 0.2))
    #expect(try sum([1e13, 0.01, 0.02, -1e13]) == .number(0.03))
    #expect(try sum([1.0 / 3, 1.0 / 3, 1.0 / 3]) == .number(1))
  }

  @Test("each group is summed by itself, and running sums are those of the rows so far")
  func groups() throws {
    var numbers = SeededNumbers(seed: 23)
    let values = (0..<3000).map { row -> Double in
      switch row % 5 {
      case 0: return Double(Int.random(in: -100_000...100_000, using: &numbers)) / 100
      case 1: return Double.random(in: -1...1, using: &numbers)
      case 2: return row % 7 == 2 ? 1e15 : Double(row) / 1000
      case 3: return Double(Int.random(in: 0...99, using: &numbers)) / 1e12
      case _: return Double(row)
      }
    }
    let keys = values.indices.map { Int64($0 % 5 + ($0 < 300 ? $0 % 3 * 5 : 0)) }
    let plan = AlgebraBuilder([
      AlgebraBuilder.table("t", ["v": .numbers(values), "k": .ints(keys)])
    ])
    let (scan, row) = plan.scan()
    let (v, k) = (try plan.field("v", row), try plan.field("k", row))
    let key = Step.Definition(plan.id(), k)
    let total = Step.AggregateDefinition(plan.id(), plan.aggregate(.sum, v))
    let group = plan.step(.aggregate(scan, keys: [key], aggregates: [total]))
    let query = plan.query(
      group, [plan.column(key.id, .int), plan.column(total.id, .number)])
    let oracle = NaiveInterpreter(script: plan.script(), context: plan.context())
    for row in try plan.rows(query, nil, plan.context(threads: 2)) {
      let members = values.indices.filter { .int(keys[$0]) == row[0] }
      #expect(row[1] == .number(oracle.exactSum(members.map { values[$0] })))
    }
  }

  @Test("a sum that is no finite number fails")
  func infinite() {
    #expect(throws: RunFailure.self) { try sum([1.7e308, 1.7e308]) }
  }

  @Test("sums of random numbers are the exact sums rounded once")
  func random() throws {
    var numbers = SeededNumbers(seed: 7)
    let plan = AlgebraBuilder([])
    let oracle = NaiveInterpreter(script: plan.script(), context: plan.context())
    for round in 0..<300 {
      let spread = [3, 40, 500][round % 3]
      let values = (0..<1 + round % 40).map { _ in
        Double.random(in: -1...1, using: &numbers)
          * Double(
            sign: .plus, exponent: Int.random(in: -spread...spread, using: &numbers), significand: 1
          )
      }
      #expect(try sum(values) == .number(oracle.exactSum(values)), "\(values)")
    }
  }

  @Test("two threads give what one gives, bit for bit")
  func parallel() throws {
    var numbers = SeededNumbers(seed: 11)
    let values = (0..<100_000).map { _ in Double.random(in: -1e6...1e6, using: &numbers) }
    let ints = values.map { Int64($0) }
    let plan = AlgebraBuilder([
      AlgebraBuilder.table(
        "t",
        [
          "v": .numbers(values), "n": .ints(ints.map { $0 % 11 == 0 ? nil : $0 }),
          "k": .texts(ints.map { "k\($0 % 50)" }),
        ])
    ])
    let (scan, row) = plan.scan()
    let (v, n) = (try plan.field("v", row), try plan.field("n", row))
    let positive = plan.step(
      .filter(scan, try plan.call("greater", v, plan.make(.literal(.number(-5e5)), .number))))
    let aggregates = [
      plan.aggregate(.sum, v), plan.aggregate(.sum, n), plan.aggregate(.avg, v),
      plan.aggregate(.min, n), plan.aggregate(.max, v), plan.aggregate(.count, n),
      plan.aggregate(.first, n), plan.aggregate(.last, n, distinct: [n]),
    ]
    let key = Step.Definition(plan.id(), try plan.call("upper", try plan.field("k", row)))
    let named = aggregates.map { Step.AggregateDefinition(plan.id(), $0) }
    let group = plan.step(.aggregate(positive, keys: [key], aggregates: named))
    let query = plan.query(
      group, [plan.column(key.id, .text)] + named.map { plan.column($0.id, $0.aggregate.type) })
    let one = try plan.rows(query, nil, plan.context(threads: 1))
    #expect(one.count == 99)
    #expect(try plan.rows(query, nil, plan.context(threads: 2)) == one)
    #expect(try plan.rows(query, nil, plan.context(threads: 5)) == one)
  }
}
