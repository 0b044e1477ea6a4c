import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax
import Testing

@Suite struct EngineTests {
  private func projects() -> AlgebraBuilder {
    AlgebraBuilder([
      AlgebraBuilder.table(
        "projects",
        [
          "name": .texts(["a", "b", "c", "d", "e"]), "lead": .texts(["x", nil, "y", "x", nil]),
          "investment": .money([100, 200, nil, 300, 50]), "n": .ints([1, 2, 3, nil, 5]),
        ])
    ])
  }

  private func money(_ wan: Int64) -> Value { .money(Money(minorUnits: wan * 1_000_000)) }

  @Test("groups come in order of their key, missing last, and sums skip missing values")
  func groups() throws {
    let plan = projects()
    let (scan, row) = plan.scan()
    let (key, count, sum) = (plan.id(), plan.id(), plan.id())
    let step = plan.step(
      .aggregate(
        scan, keys: [.init(key, try plan.field("lead", row))],
        aggregates: [
          .init(count, plan.aggregate(.count)),
          .init(sum, plan.aggregate(.sum, try plan.field("investment", row))),
        ]))
    let rows = try plan.rows(
      plan.query(
        step,
        [
          plan.column(key, .text), plan.column(count, .int), plan.column(sum, .money(.yuan)),
        ]))
    #expect(
      rows == [
        [.text("x"), .int(2), money(400)], [.text("y"), .int(1), money(0)],
        [.missing, .int(2), money(250)],
      ])
  }

  @Test("sums, counts and averages of nothing")
  func nothing() throws {
    let plan = projects()
    let (scan, row) = plan.scan()
    let none = plan.step(.filter(scan, plan.make(.literal(.bool(false)), .bool)))
    let amount = try plan.field("investment", row)
    let aggregates = [
      plan.aggregate(.sum, amount), plan.aggregate(.count), plan.aggregate(.avg, amount),
      plan.aggregate(.min, amount), plan.aggregate(.first, amount),
      plan.aggregate(.all, plan.make(.literal(.bool(false)), .bool)),
    ]
    let ids = aggregates.map { _ in plan.id() }
    let step = plan.step(
      .aggregate(
        none, keys: [],
        aggregates: zip(ids, aggregates).map { Step.AggregateDefinition($0, $1) }))
    let rows = try plan.rows(
      plan.query(step, zip(ids, aggregates).map { plan.column($0, $1.type) }))
    #expect(rows == [[money(0), .int(0), .missing, .missing, .missing, .bool(true)]])
  }

  @Test("an average of money is rounded half away from zero")
  func averages() throws {
    for (amounts, mean) in [([1, 2], 2), ([-1, -2], -2), ([1, 1, 2], 1), ([-1, -1, 0], -1)] {
      let column = Column(
        type: .money(.yuan), values: amounts.map { .money(Money(minorUnits: Int64($0))) })
      let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["a": column])])
      let (scan, row) = plan.scan()
      let value = plan.make(
        .reduce(scan, plan.aggregate(.avg, try plan.field("a", row))), .money(.yuan))
      let engine = Engine(script: plan.script(), context: plan.context())
      #expect(try engine.value(value) == .money(Money(minorUnits: Int64(mean))))
    }
  }

  @Test("ties keep the order they had, also where only the first rows are kept")
  func stableSort() throws {
    let values = (0..<5000).map { Int64($0 % 7) }
    let plan = AlgebraBuilder([
      AlgebraBuilder.table("t", ["v": .ints(values.map { $0 == 3 ? nil : $0 })])
    ])
    for isDescending in [false, true] {
      let (scan, row) = plan.scan()
      let sort = plan.step(
        .sort(scan, [SortTerm(try plan.field("v", row), isDescending: isDescending)]))
      let take = plan.step(.slice(sort, skip: nil, take: plan.int(20), keys: []))
      let link = plan.column(row, .entity("t"))
      let all = try plan.rows(plan.query(sort, [link, try plan.field("v", row)]))
      #expect(
        Array(all.prefix(20))
          == (try plan.rows(plan.query(take, [link, try plan.field("v", row)]))))
      #expect(all.last?[1] == .missing)
      let places = all.map { if case .entity(_, let row) = $0[0] { row } else { -1 } }
      #expect(places.prefix(20) == places.prefix(20).sorted()[...])
    }
  }

  @Test("the largest and least whole numbers and missing ones sort together")
  func extremes() throws {
    let values: [Int64?] = (0..<100).map { [.max, nil, .min, 0, -1][$0 % 5] }
    let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["v": .ints(values)])])
    let (scan, row) = plan.scan()
    let sort = plan.step(.sort(scan, [SortTerm(try plan.field("v", row), isDescending: false)]))
    let rows = try plan.rows(plan.query(sort, [try plan.field("v", row)])).map { $0[0] }
    let expected = [Int64.min, -1, 0, .max].flatMap { Array(repeating: Value.int($0), count: 20) }
    #expect(rows == expected + Array(repeating: .missing, count: 20))
  }

  @Test("texts are sorted by their bytes, however long what they share")
  func textOrder() throws {
    var numbers = SeededNumbers(seed: 3)
    let texts = (0..<3000).map { _ in
      let shared = String(repeating: "同", count: Int.random(in: 0..<9, using: &numbers))
      let tail = ["", "\0", "\0\0", "a", "b", "水", "😀"].randomElement(using: &numbers) ?? ""
      return shared + tail
    }
    let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["v": .texts(texts)])])
    let (scan, row) = plan.scan()
    let sort = plan.step(.sort(scan, [SortTerm(try plan.field("v", row), isDescending: false)]))
    let rows = try plan.rows(plan.query(sort, [plan.column(row, .entity("t"))])).map { $0[0] }
    let order = texts.indices.sorted {
      let (left, right) = (Array(texts[$0].utf8), Array(texts[$1].utf8))
      return left == right ? $0 < $1 : left.lexicographicallyPrecedes(right)
    }
    #expect(rows == order.map { .entity("t", row: $0) })
  }

  @Test("an amount spread over years adds up again, and rows without a period are counted")
  func spread() throws {
    let periods: [Value] = [
      .period(try #require(Period(text: "2021..2023"))), .missing,
      .period(try #require(Period(text: "2022.."))), .period(try #require(Period(text: "2024-03"))),
    ]
    let plan = AlgebraBuilder([
      AlgebraBuilder.table(
        "t", ["a": .ints([100, 1, 2, -7]), "p": Column(type: .period, values: periods)])
    ])
    let (scan, row) = plan.scan()
    let (part, share) = (plan.id(), plan.id())
    let step = plan.step(
      .spread(
        scan,
        Step.Spreading(
          amount: try plan.field("a", row), period: try plan.field("p", row), grain: .year,
          method: .evenly, part: part, share: share)))
    let query = plan.query(step, [plan.column(part, .period), plan.column(share, .int)])
    let table = try Engine(script: plan.script(), context: plan.context()).table(query)
    let rows = (0..<table.count).map { row in table.columns.map { $0.value(row).description } }
    #expect(rows == [["2021", "33"], ["2022", "33"], ["2023", "34"], ["2024", "-7"]])
    #expect(
      table.notes.map(\.en) == ["2 rows left out by 'spread': their period is missing or open"])
  }

  @Test("an amount split among elements adds up, and a row without elements keeps its amount")
  func split() throws {
    let tags = Column(
      type: .list(.text),
      values: [.list([.text("a"), .text("b"), .text("c")]), .list([]), .missing])
    let plan = AlgebraBuilder([AlgebraBuilder.table("t", ["a": .ints([100, 7, 8]), "l": tags])])
    let (scan, row) = plan.scan()
    let (element, split, once) = (plan.id(), plan.id(), plan.id())
    let amount = try plan.field("a", row)
    let step = plan.step(
      .expand(
        scan, list: try plan.field("l", row), element: element,
        shares: [
          .init(split, amount: amount, method: .split), .init(once, amount: amount, method: .once),
        ]))
    let columns = [
      plan.column(element, .text), plan.column(split, .int), plan.column(once, .int),
    ]
    let rows = try plan.rows(plan.query(step, columns))
    #expect(
      rows == [
        [.text("a"), .int(33), .int(100)], [.text("b"), .int(33), .missing],
        [.text("c"), .int(34), .missing], [.missing, .int(7), .int(7)],
        [.missing, .int(8), .int(8)],
      ])
  }

  @Test("rows that hang on no root lie below all rows of their circle")
  func circles() throws {
    let plan = AlgebraBuilder([
      AlgebraBuilder.table("t", ["parent": .links("t", [1, 0, 1, nil])])
    ])
    let (scan, row) = plan.scan()
    let link = plan.column(row, .entity("t"))
    for (top, expected) in [(0, [true, true, true, false]), (2, [false, false, true, false])] {
      let literal = plan.make(.literal(.entity("t", row: top)), .entity("t"))
      let under = plan.make(.under(link, literal, table: 0, parent: 0), .bool)
      let rows = try plan.rows(plan.query(scan, [under]))
      #expect(rows == expected.map { [.bool($0)] })
    }
  }

  @Test("a let is computed once however often it is used")
  func lets() throws {
    let plan = projects()
    let (scan, row) = plan.scan()
    let bound = plan.aggregate(.sum, try plan.field("n", row))
    let script = plan.script([
      .value(plan.make(.reduce(scan, bound), .int)), .rows(scan, columns: [row]),
    ])
    let (first, second) = (plan.id(), plan.make(.bound(0), .int))
    let step = plan.step(.bound(slot: 1, columns: [.init(source: row, id: first)]))
    let query = plan.query(
      step, [try plan.field("name", first), try plan.call("add", second, second)])
    let rows = try plan.rows(query, script)
    #expect(rows.map { $0[1] } == Array(repeating: .int(22), count: 5))
    #expect(rows.map { $0[0] } == ["a", "b", "c", "d", "e"].map { .text($0) })
  }
}

extension Value {
  /// The value in a few signs, for comparing.
  var description: String {
    switch self {
    case .period(let period): period.description
    case _: OracleTests.text(self)
    }
  }
}
