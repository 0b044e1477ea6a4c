import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import Testing

@Suite struct SpreadSumTests {
  /// What a run gave: its rows and notes, or why it failed.
  private struct Outcome: Equatable {
    var rows: [[Value]] = []
    var notes: [LocalizedText] = []
    var failure: String?
  }

  /// Sums and counts shares by part. `byRow` puts a step between, so that each share is built.
  private func outcome(
    _ table: StoredTable, _ grain: Grain, byRow: Bool, threads: Int = 1
  ) throws -> Outcome {
    let plan = AlgebraBuilder([table])
    let (scan, row) = plan.scan()
    let (part, share, key, sum, count) = (plan.id(), plan.id(), plan.id(), plan.id(), plan.id())
    var step = plan.step(
      .spread(
        scan,
        Step.Spreading(
          amount: try plan.field("a", row), period: try plan.field("p", row), grain: grain,
          method: .evenly, part: part, share: share)))
    if byRow { step = plan.step(.filter(step, plan.make(.literal(.bool(true)), .bool))) }
    step = plan.step(
      .aggregate(
        step, keys: [.init(key, plan.column(part, .period))],
        aggregates: [
          .init(sum, plan.aggregate(.sum, plan.column(share, .int))),
          .init(count, plan.aggregate(.count)),
        ]))
    let query = plan.query(
      step, [plan.column(key, .period), plan.column(sum, .int), plan.column(count, .int)])
    let engine = Engine(script: plan.script(), context: plan.context(threads: threads))
    do {
      let table = try engine.table(query)
      return Outcome(
        rows: (0..<table.count).map { row in table.columns.map { $0.value(row) } },
        notes: table.notes)
    } catch {
      return Outcome(failure: "\(error.kind)")
    }
  }

  private func table(_ amounts: [Int64?], _ periods: [Period?]) -> StoredTable {
    AlgebraBuilder.table(
      "t",
      [
        "a": .ints(amounts),
        "p": Column(type: .period, values: periods.map { $0.map { .period($0) } ?? .missing }),
      ])
  }

  @Test(
    "sums of shares by part are those of the shares, whatever the amounts and periods",
    arguments: [Grain.year, .quarter, .month, .day])
  func agreement(_ grain: Grain) throws {
    var generator = SeededNumbers(seed: 7)
    let texts = [
      "2021..2023", "2022", "2021-03..2022-07", "2021-02-28..2021-03-01", "2022..", "..2022",
      "2023-Q2..2024-Q1", "2024",
    ]
    for round in 0..<12 {
      let count = round * 8
      let periods = (0..<count).map { _ in
        texts.randomElement(using: &generator).flatMap { Period(text: $0) }
      }
      var amounts: [Int64?] = (0..<count).map { _ in
        .random(in: -1000...1000, using: &generator)
      }
      if round % 4 == 1 { amounts = amounts.map { $0.map { $0 &* 9_000_000_000_000_000 } } }
      if round % 4 == 2 { amounts = amounts.map { ($0 ?? 0) % 7 == 0 ? nil : $0 } }
      let table = table(amounts, periods)
      let expected = try outcome(table, grain, byRow: true)
      #expect(try outcome(table, grain, byRow: false) == expected)
    }
  }

  @Test("more periods than are kept apart are summed all the same")
  func manyPeriods() throws {
    let first = try #require(Day(year: 2021, month: 1, day: 1))
    let periods = (0..<3000).map { place in
      first.adding(days: place % 1500).flatMap { start in
        Period(from: start, through: start.adding(days: place))
      }
    }
    let table = table((0..<3000).map { Int64($0) }, periods)
    #expect(
      try outcome(table, .year, byRow: false) == outcome(table, .year, byRow: true))
  }

  @Test("threads add up to the same")
  func threads() throws {
    let periods = ["2021..2023", "2022", "2022-03..2024-07"].map { Period(text: $0) }
    let places = 0..<33_000
    let table = table(places.map { Int64($0 * 7 - 90_000) }, places.map { periods[$0 % 3] })
    #expect(
      try outcome(table, .year, byRow: false, threads: 2)
        == outcome(table, .year, byRow: true))
  }
}
