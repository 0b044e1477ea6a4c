import PlanQLData
import TestSupport
import Testing

/// Periods against the sets of days that they stand for.
@Suite("Periods as sets of days")
struct PeriodModelTests {
  private static let base: Int32 = 18_700
  /// Days around the base that the model knows; random periods stay well inside, open ends reach
  /// its edges.
  private static let universe: ClosedRange<Int32> = -60...60

  private static func randomPeriod(_ generator: inout Seeded) -> Period {
    let first = Int32.random(in: -9...9, using: &generator)
    let last = first + Int32.random(in: 0...8, using: &generator)
    let isOpen = (
      Int.random(in: 0..<6, using: &generator), Int.random(in: 0..<6, using: &generator)
    )
    return Period(
      startNumber: isOpen.0 == 0 ? Period.openStart : base + first,
      endNumber: isOpen.1 == 0 ? Period.openEnd : base + last)
  }

  private static func days(_ period: Period) -> Set<Int32> {
    let first = period.start.map { $0.number - base } ?? universe.lowerBound
    let last = period.end.map { $0.number - base } ?? universe.upperBound
    return Set(first...last)
  }

  private static let relations: [(String, @Sendable (Set<Int32>, Set<Int32>) -> Bool)] = [
    ("overlaps", { !$0.isDisjoint(with: $1) }),
    ("covers", { $0.isSuperset(of: $1) }),
    ("before", { left, right in left.allSatisfy { day in right.allSatisfy { day < $0 } } }),
    ("after", { left, right in left.allSatisfy { day in right.allSatisfy { day > $0 } } }),
    (
      "meets",
      { left, right in
        left.max().map { $0 + 1 } == right.min() || right.max().map { $0 + 1 } == left.min()
      }
    ),
    ("equal", { $0 == $1 }),
  ]

  @Test("every relation says what the sets of days say")
  func relations() throws {
    var generator = Seeded(20_210_301)
    let pairs = (0..<4000).map { _ in
      (PeriodModelTests.randomPeriod(&generator), PeriodModelTests.randomPeriod(&generator))
    }
    for (name, model) in PeriodModelTests.relations {
      let found = try call(
        name, Argument(.period, pairs.map { .period($0.0) }),
        Argument(.period, pairs.map { .period($0.1) }))
      for (place, (left, right)) in pairs.enumerated() {
        let expected = model(PeriodModelTests.days(left), PeriodModelTests.days(right))
        #expect(found.values[place] == .bool(expected), "\(left) \(name) \(right)")
      }
    }
  }

  @Test("the intersection has the days of both, and is missing without one")
  func intersection() throws {
    var generator = Seeded(7)
    let pairs = (0..<4000).map { _ in
      (PeriodModelTests.randomPeriod(&generator), PeriodModelTests.randomPeriod(&generator))
    }
    let found = try call(
      "intersection", Argument(.period, pairs.map { .period($0.0) }),
      Argument(.period, pairs.map { .period($0.1) }))
    for (place, (left, right)) in pairs.enumerated() {
      let common = PeriodModelTests.days(left).intersection(PeriodModelTests.days(right))
      switch found.values[place] {
      case .period(let period): #expect(PeriodModelTests.days(period) == common)
      case _: #expect(common.isEmpty, "\(left) and \(right)")
      }
    }
  }

  @Test("days, months and years count what adding them again spans")
  func counts() throws {
    var generator = Seeded(11)
    let periods: [Period] = (0..<3000).map { _ in
      let start = Day(number: Int32.random(in: -2000...30_000, using: &generator))
      let end = start.adding(days: Int.random(in: 0...1500, using: &generator)) ?? start
      return Period(from: start, through: end) ?? Period(start)
    }
    let argument = Argument(.period, periods.map { .period($0) })
    let (days, months) = (try call("days", argument), try call("months", argument))
    let years = try call("years", argument)
    for (place, period) in periods.enumerated() {
      let (start, end) = (try #require(period.start), try #require(period.end))
      #expect(days.values[place] == .int(Int64(end.number - start.number) + 1))
      guard case .int(let count) = months.values[place] else {
        Issue.record("no months of \(period)")
        continue
      }
      let next = Int(end.number) + 1
      let reached = try #require(start.adding(months: Int(count)))
      let passed = try #require(start.adding(months: Int(count) + 1))
      #expect(Int(reached.number) <= next && Int(passed.number) > next, "\(period): \(count)")
      #expect(years.values[place] == .int(count / 12))
    }
  }

  @Test("month arithmetic keeps the day or takes the month's last, and never skips a month")
  func months() throws {
    var generator = Seeded(13)
    for _ in 0..<3000 {
      let day = Day(number: Int32.random(in: -200_000...200_000, using: &generator))
      let step = Int.random(in: -500...500, using: &generator)
      let moved = try #require(day.adding(months: step))
      let (from, to) = (day.civil, moved.civil)
      #expect(to.year * 12 + to.month == from.year * 12 + from.month + step)
      #expect(to.day == min(from.day, Day.length(ofMonth: to.month, year: to.year)))
      if from.day <= 28 { #expect(moved.adding(months: -step) == day) }
      #expect(day.adding(months: 0) == day)
    }
  }

  @Test("an open end has no length, wherever the other is")
  func openEnds() throws {
    let open = Argument.periods(["2021..", "..2021", ".."])
    for name in ["days", "months", "years"] {
      #expect(try call(name, open).values == [.missing, .missing, .missing])
    }
    let at = Argument.dates(["2021-05-01", "2021-05-01", "2021-05-01"])
    #expect(try call("elapsed", open, at).values == [.missing, .missing, .missing])
  }

  @Test("a fiscal year has twelve months and the number that its rule gives")
  func fiscalYears() {
    for start in 1...12 {
      for naming in FiscalYear.Naming.allCases {
        let rule = FiscalYear(startMonth: start, naming: naming)
        for year in [1999, 2023, 2024] {
          let named = rule.period(named: year)
          let shift = naming == .end && start > 1 ? 1 : 0
          #expect(named?.start == Day(year: year - shift, month: start, day: 1))
          #expect(named?.end.flatMap { $0.adding(days: 1) } == named?.start?.adding(months: 12))
          #expect(named?.end.flatMap { rule.period(containing: $0) } == named)
          #expect(named?.start.flatMap { rule.period(containing: $0) } == named)
        }
        #expect(rule.period(named: 10_001) == nil)
        #expect(rule.period(named: -5) == nil)
      }
    }
  }
}
