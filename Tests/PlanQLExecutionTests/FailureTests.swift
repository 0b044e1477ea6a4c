import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax
import Synchronization
import Testing

@Suite struct FailureTests {
  private func numbers(_ values: [Int64?]) -> AlgebraBuilder {
    AlgebraBuilder([AlgebraBuilder.table("t", ["v": .ints(values)])])
  }

  @Test("a value is not computed for rows that never reach a use of it")
  func lazyExtend() throws {
    let plan = numbers([1, .max, 3])
    let (scan, row) = plan.scan()
    let doubled = plan.id()
    let sum = try plan.call("add", try plan.field("v", row), try plan.field("v", row))
    let extend = plan.step(.extend(scan, [.init(doubled, sum)]))
    let small = try plan.call("less", try plan.field("v", row), plan.int(10))
    let filter = plan.step(.filter(extend, small))
    #expect(
      try plan.rows(plan.query(filter, [plan.column(doubled, .int)])) == [[.int(2)], [.int(6)]])
    let all = plan.failure(plan.query(extend, [plan.column(doubled, .int)]))
    #expect(all == RunFailure(.computation(.overflow(.int)), at: sum.span))
  }

  @Test("the failure reported is that of the first row, whatever is computed first")
  func firstRow() throws {
    let plan = numbers([1, .max, .min])
    let (scan, row) = plan.scan()
    let value = try plan.field("v", row)
    let below = try plan.call("subtract", value, plan.int(1))
    let above = try plan.call("add", value, plan.int(1))
    #expect(plan.failure(plan.query(scan, [below, above]))?.span == above.span)
    let (key, sum) = (plan.id(), plan.aggregate(.sum, above))
    let group = plan.step(
      .aggregate(scan, keys: [.init(key, below)], aggregates: [.init(plan.id(), sum)]))
    #expect(plan.failure(plan.query(group, []))?.span == above.span)
  }

  @Test("only the branch taken is computed")
  func branches() throws {
    let plan = numbers([1, .max])
    let (scan, row) = plan.scan()
    let value = try plan.field("v", row)
    let above = try plan.call("add", value, plan.int(1))
    let isSmall = try plan.call("less", value, plan.int(10))
    let choose = plan.make(
      .choose([.init(condition: isSmall, value: above)], otherwise: nil), .int)
    let both = plan.make(.and(isSmall, try plan.call("less", above, plan.int(10))), .bool)
    #expect(
      try plan.rows(plan.query(scan, [choose, both])) == [
        [.int(2), .bool(true)], [.missing, .bool(false)],
      ])
  }

  @Test("a sum that leaves 64 bits fails, one that only does so on the way does not")
  func sums() throws {
    for (values, fails) in [([Int64.max, 1], true), ([.max, 1, -1], false)] {
      let plan = numbers(values)
      let (scan, row) = plan.scan()
      let sum = plan.aggregate(.sum, try plan.field("v", row))
      let query = plan.query(plan.step(.one), [plan.make(.reduce(scan, sum), .int)])
      let failure = plan.failure(query)
      #expect(failure == (fails ? RunFailure(.computation(.overflow(.int)), at: sum.span) : nil))
    }
  }

  @Test("limits on rows, memory and time and a cancelled run each fail with their own message")
  func limits() throws {
    let plan = numbers((0..<2000).map { Int64($0) })
    let (scan, row) = plan.scan()
    let (inner, _) = plan.scan()
    let value = try plan.field("v", row)
    let outer = try plan.call("equal", value, plan.int(2))
    let count = plan.aggregate(.count, condition: outer)
    let crossed = plan.query(scan, [plan.make(.reduce(inner, count), .int)])
    let sorted = plan.query(plan.step(.sort(scan, [SortTerm(value, isDescending: true)])), [value])
    func kind(_ query: TableQuery, _ limits: ExecutionLimits) -> RunFailure.Kind? {
      plan.failure(query, nil, plan.context(limits: limits))?.kind
    }
    #expect(kind(crossed, ExecutionLimits(maxRows: 100_000)) == .limit(.rows))
    #expect(kind(sorted, ExecutionLimits(maxRows: 1999)) == .limit(.rows))
    #expect(kind(sorted, ExecutionLimits(maxRows: 2000)) == nil)
    #expect(kind(sorted, ExecutionLimits(maxBytes: 10_000)) == .limit(.memory))
    #expect(kind(sorted, ExecutionLimits(deadline: .now)) == .limit(.time))
    let cancelled = plan.context(cancellation: { true })
    #expect(plan.failure(sorted, nil, cancelled)?.kind == .cancelled)
    for kind in [RunFailure.Kind.limit(.rows), .limit(.memory), .limit(.time), .cancelled] {
      #expect(!RunFailure(kind, at: .none).message.text.zh.isEmpty)
    }
  }

  @Test("memory is free again after each query")
  func memory() throws {
    let plan = numbers((0..<2000).map { Int64($0) })
    let (scan, row) = plan.scan()
    let value = try plan.field("v", row)
    let query = plan.query(plan.step(.sort(scan, [SortTerm(value, isDescending: true)])), [value])
    let context = plan.context(limits: ExecutionLimits(maxBytes: 200_000))
    let engine = Engine(script: plan.script(), context: context)
    for _ in 0..<20 { #expect(try engine.table(query).count == 2000) }
  }

  @Test(
    "a parameter without a value and an as-of date that is not set are named where they are read")
  func missingInputs() throws {
    let plan = numbers([1])
    let parameter = ScriptParameter(name: "year", type: .int, defaultValue: nil, span: .none)
    let withDefault = ScriptParameter(
      name: "rate", type: .int, defaultValue: plan.int(7), span: .none)
    let script = plan.script(parameters: [parameter, withDefault])
    let read = plan.make(.parameter(0), .int)
    let engine = Engine(script: script, context: plan.context())
    #expect(throws: RunFailure(.missingParameter("year"), at: read.span)) { try engine.value(read) }
    #expect(try engine.value(plan.make(.parameter(1), .int)) == .int(7))
    let given = Engine(script: script, context: plan.context(parameters: [.int(3), .int(4)]))
    #expect(try given.value(read) == .int(3))
    let asOf = plan.make(.asOf, .date)
    #expect(throws: RunFailure(.missingAsOf, at: asOf.span)) { try engine.value(asOf) }
  }

  @Test("deep expressions run, also with threads")
  func depth() throws {
    let plan = numbers((0..<40_000).map { Int64($0) })
    let (scan, row) = plan.scan()
    var value = try plan.field("v", row)
    for _ in 0..<600 { value = try plan.call("add", value, plan.int(1)) }
    let rows = try plan.rows(plan.query(scan, [value]), nil, plan.context(threads: 2))
    #expect(rows.last == [.int(40_599)])
  }
}
