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
