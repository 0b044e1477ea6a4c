import PlanQLData
import PlanQLLibrary
import Testing

@Suite("functions of the calendar")
struct TimeTests {
  @Test(
    "the part of the calendar of a date",
    arguments: [
      ("year", "2021-03-05", "2021"), ("half", "2021-06-30", "2021-H1"),
      ("half", "2021-07-01", "2021-H2"),
      ("quarter", "2021-09-30", "2021-Q3"), ("month", "2024-02-29", "2024-02"),
      ("year", "0001-01-01", "0001"), ("month", "9999-12-31", "9999-12"),
    ])
  func grains(_ name: String, _ day: String, _ expected: String) throws {
    #expect(
      try call(name, .dates([day, nil, day])).values
        == Argument.periods([expected, nil, expected]).values)
    #expect(
      try call(name, .periods([day + "..", nil, "..2030"])).values
        == Argument.periods([expected, nil, nil]).values)
  }

  @Test("the part of the calendar over batches of every size")
  func grainBatches() throws {
    for count in batchSizes {
      let days = (0..<count).map { Day(number: Int32($0 * 13)) }
      let quarters = try call("quarter", Argument(.date, days.map(Value.date))).values
      #expect(quarters == days.map { .period(Period(.quarter, containing: $0)) })
    }
  }

  @Test("a number is the year of that number, where there is one")
  func yearOfNumber() throws {
    let numbers: [Int64?] = [2021, 1, 9999, 0, 10_000, .min, .max, nil]
    #expect(
      try call("year", .ints(numbers)).values
        == Argument.periods(["2021", "0001", "9999", nil, nil, nil, nil, nil]).values)
  }

  @Test("what a missing row holds never leaves the calendar")
  func missingRows() throws {
    let days = Vector(
      .words([.max, .min, 0]), presence: Bitmap([false, false, true]))
    let ends = Vector(
      .periods([.min, .max, 0], [.max, .min, 9]), presence: Bitmap([false, false, true]))
    for (name, vector, type) in [
      ("month", days, DataType.date), ("day", days, .date), ("month", ends, .period),
      ("months", ends, .period), ("years", ends, .period), ("days", ends, .period),
    ] {
      let resolved = try #require(Library.function(named: name)?.resolve([type]))
      let result = try resolved.overload.kernel([vector], [type], 3)
      #expect((0..<3).map { result.isKnown($0) } == [false, false, true])
    }
  }

  @Test("the ends of a period are missing where it is open")
  func ends() throws {
    let periods = Argument.periods(["2021..2025", "2021..", "..2025", nil])
    #expect(
      try call("start", periods).values
        == Argument.dates(["2021-01-01", "2021-01-01", nil, nil]).values)
    #expect(
      try call("end", periods).values
        == Argument.dates(["2025-12-31", nil, "2025-12-31", nil]).values)
    #expect(try call("day", .dates(["2021-03-05", "9999-12-31"])).values == [.int(5), .int(31)])
  }

  @Test(
    "the length of a period in whole days, months and years",
    arguments: [
      ("2021..2025", 1826, 60, 5), ("2024-02", 29, 1, 0), ("2021-01-15..2021-03-14", 59, 2, 0),
      ("2021-01-02..2021-01-30", 29, 0, 0), ("2021-01-01..2021-03-15", 74, 2, 0),
      ("2021-02..2023-11", 1033, 34, 2), ("2020-12-31..2022-01-01", 367, 12, 1),
      ("0001..9999", 3_652_059, 119_988, 9999),
    ] as [(String, Int64, Int64, Int64)])
  func lengths(_ period: String, _ days: Int64, _ months: Int64, _ years: Int64) throws {
    let periods = Argument.periods([period, "2021..", "..2021", nil])
    #expect(try call("days", periods).values == [.int(days), .missing, .missing, .missing])
    #expect(try call("months", periods).values == [.int(months), .missing, .missing, .missing])
    #expect(try call("years", periods).values == [.int(years), .missing, .missing, .missing])
  }

  @Test("the time elapsed goes from 0 to 1")
  func elapsed() throws {
    let days = ["2022-12-31", "2023-01-01", "2023-01-05", "2023-01-10", "2024-06-30", nil]
    let periods = Array(repeating: Optional("2023-01-01..2023-01-10"), count: days.count)
    #expect(
      try call("elapsed", .periods(periods), .dates(days)).values
        == [.number(0), .number(0.1), .number(0.5), .number(1), .number(1), .missing])
    #expect(
      try call("elapsed", .periods(["2021.."]), .dates(["2023-01-01"])).values == [.missing])
  }

  @Test("a range runs from the start of one to the end of the other")
  func ranges() throws {
    #expect(
      try call(
        "range", .dates(["2021-03-05", "2022-01-01", nil]), .periods(["2022", "2021", "2021"])
      ).values
        == Argument.periods(["2021-03-05..2022-12-31", nil, nil]).values)
    #expect(
      try call("range", .periods(["..2021"]), .periods(["2020.."])).values
        == Argument.periods([".."]).values)
  }
}

@Suite("functions of plans")
struct PlanFunctionTests {
  @Test("the path begins and ends on its values")
  func path() throws {
    let days = ["2022-06-01", "2023-01-05", "2023-01-10", "2030-01-01", nil]
    let period = Array(repeating: Optional("2023-01-01..2023-01-10"), count: 5)
    #expect(
      try call(
        "path", .numbers([0.1, 40, 40, 0.3, 1]), .numbers([0.7, 50, 50, 0.9, 2]), .periods(period),
        .dates(days)
      ).values == [.number(0.1), .number(45), .number(50), .number(0.9), .missing])
    #expect(takes("path", .int, .number, .period, .date))
    #expect(takes("path", .number(Dimension("g")), .number(Dimension("g")), .period, .date))
    #expect(!takes("path", .money(.yuan), .money(.yuan), .period, .date))
  }

  @Test(
    "a target is reached in the sense of its comparator",
    arguments: [
      ("at_least", [false, true, true]), ("不低于", [false, true, true]), ("≤", [true, true, false]),
      ("above", [false, false, true]), ("低于", [true, false, false]),
      ("equal", [false, true, false]),
      ("累计", [false, true, true]), ("左右", [false, true, false]), (">=", [false, true, true]),
    ])
  func reached(_ comparator: String, _ expected: [Bool]) throws {
    let comparators = Argument.texts([comparator, comparator, comparator])
    let values = expected.map { Value.bool($0) }
    #expect(
      try call("reached", .ints([70, 80, 90]), comparators, .ints([80, 80, 80])).values == values)
    #expect(
      try call("reached", .numbers([70, 80, 90]), comparators, .ints([80, 80, 80])).values == values
    )
  }

  @Test("a comparator of an enumeration goes by its name; an unknown one is missing")
  func reachedByEnumeration() throws {
    let comparator = Enumeration(
      "comparator", [.init("at_least", "不低于"), .init("at_most", "不高于"), .init("odd", "其他")])
    let codes: [Value] = [.enumeration(0), .enumeration(1), .enumeration(2), .missing]
    #expect(
      try call(
        "reached", .ints([1, 1, 1, 1]), Argument(.enumeration(comparator), codes),
        .ints([2, 2, 2, 2])
      ).values == [.bool(false), .bool(true), .missing, .missing])
    #expect(
      try call("reached", .ints([1, nil]), .texts(["?", "≥"]), .ints([1, 1])).values
        == [.missing, .missing])
    #expect(!takes("reached", .int, .enumeration(Enumeration("x", [.init("a", "甲")])), .int))
  }

  @Test("about allows five in a hundred either way")
  func about() throws {
    let comparators = Argument.texts(["about", "about", "about", "about"])
    #expect(
      try call(
        "reached", .numbers([95, 105, 94.9, -100]), comparators, .ints([100, 100, 100, -100])
      ).values
        == [.bool(true), .bool(true), .bool(false), .bool(true)])
  }
}
