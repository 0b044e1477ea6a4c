import PlanQLData
import PlanQLLibrary
import Testing

@Suite("arithmetic of whole numbers")
struct IntegerTests {
  private static let pool: [Value] = [Int64.min, .min + 1, -7, -1, 0, 1, 2, 7, 100, .max].map {
    .int($0)
  }

  @Test("div and mod fit together, and by zero both are missing")
  func quotientAndRemainder() throws {
    var generator = SeededGenerator(seed: 5)
    for count in batchSizes {
      let left = generator.values(count, of: Self.pool.filter { $0 != .int(.min) })
      let right = generator.values(count, of: Self.pool)
      let arguments = [Argument(.int, left), Argument(.int, right)]
      let quotients = try call("div", arguments).values
      let remainders = try call("mod", arguments).values
      for row in 0..<count {
        guard case .int(let a) = left[row], case .int(let b) = right[row], b != 0 else {
          #expect(quotients[row] == .missing)
          #expect(remainders[row] == .missing)
          continue
        }
        guard case .int(let q) = quotients[row], case .int(let r) = remainders[row] else {
          Issue.record("row \(row) is missing")
          continue
        }
        #expect(q * b + r == a)
        #expect(r.magnitude < b.magnitude && (r == 0 || (r < 0) == (a < 0)))
      }
    }
  }

  @Test("what was added can be subtracted again")
  func inverse() throws {
    var generator = SeededGenerator(seed: 6)
    for count in batchSizes {
      let values = (0..<count).map { _ in
        Int64.random(in: -(1 << 61)...(1 << 61), using: &generator)
      }
      let others = (0..<count).map { _ in
        Int64.random(in: -(1 << 61)...(1 << 61), using: &generator)
      }
      let sum = try call("add", .ints(values), .ints(others))
      #expect(
        try call("subtract", Argument(.int, sum.values), .ints(others)).values
          == values.map { .int($0) })
    }
  }

  @Test("leaving 64 bits fails in the first known row that does")
  func overflow() {
    let expected = KernelFailure(.overflow(.int), row: 2)
    #expect(failure("add", .ints([nil, 1, .max, .max]), .ints([1, 1, 1, 1])) == expected)
    #expect(failure("subtract", .ints([1, 1, .min]), .ints([1, nil, 1])) == expected)
    #expect(failure("multiply", .ints([1, 1, .max]), .ints([1, nil, 2])) == expected)
    #expect(failure("negate", .ints([1, nil, .min])) == expected)
    #expect(failure("abs", .ints([1, nil, .min])) == expected)
    #expect(failure("div", .ints([1, nil, .min]), .ints([0, 0, -1])) == expected)
    #expect(
      failure("add", .money([.max]), .money([1]))
        == KernelFailure(.overflow(.money(.yuan)), row: 0))
  }

  @Test("the least whole number leaves nothing over by -1")
  func leastByMinusOne() throws {
    #expect(try call("mod", .ints([.min, 5]), .ints([-1, -1])).values == [.int(0), .int(0)])
  }

  @Test("two ints give a number when divided")
  func division() throws {
    let result = try call("divide", .ints([1, 7, 5, nil]), .ints([4, 2, 0, 0]))
    #expect(result.type == .number)
    #expect(result.values == [.number(0.25), .number(3.5), .missing, .missing])
  }

  @Test("what a missing row holds never fails")
  func missingRows() throws {
    var vector = Column(type: .int, values: [.int(1), .int(2)]).vector(0..<2)
    vector = Vector(.words([.max, .max]), presence: Bitmap([false, true]))
    let one = Vector(.words([.max, 0]))
    let function = try #require(Library.function(named: "add")?.resolve([.int, .int]))
    let result = try function.overload.kernel([vector, one], [.int, .int], 2)
    #expect(result.value(0, type: .int) == .missing)
    #expect(result.value(1, type: .int) == .int(.max))
  }
}

@Suite("arithmetic of numbers")
struct NumberTests {
  @Test("the four operations, missing with a missing side")
  func operations() throws {
    let (left, right) = (Argument.numbers([1.5, nil, -2]), Argument.numbers([0.5, 1, 4]))
    #expect(try call("add", left, right).values == [.number(2), .missing, .number(2)])
    #expect(try call("subtract", left, right).values == [.number(1), .missing, .number(-6)])
    #expect(try call("multiply", left, right).values == [.number(0.75), .missing, .number(-8)])
    #expect(try call("divide", left, right).values == [.number(3), .missing, .number(-0.5)])
    #expect(
      try call("div", .numbers([7.5, -7.5]), .ints([2, 2])).values == [.number(3), .number(-3)])
    #expect(
      try call("mod", .numbers([7.5, -7.5]), .ints([2, 2])).values == [.number(1.5), .number(-1.5)])
  }

  @Test("the remainder is exact at every size")
  func remainders() throws {
    let tiny = Double.leastNonzeroMagnitude
    let sizes = [
      tiny, 3 * tiny, Double.leastNormalMagnitude / 4, 1e-300, 0.1, 0.3, 1, 1.5, 7, 1e16, 1e300,
      1.7e308,
    ]
    let numbers = sizes + sizes.map { -$0 } + [0]
    for divisor in numbers where divisor != 0 {
      let divisors = numbers.map { _ in Optional(divisor) }
      #expect(
        try call("mod", .numbers(numbers), .numbers(divisors)).values
          == numbers.map { .number($0.truncatingRemainder(dividingBy: divisor)) })
    }
  }

  @Test("a result that is not finite fails where it is known")
  func notFinite() {
    let huge = Double.greatestFiniteMagnitude
    let expected = KernelFailure(.notFinite, row: 1)
    #expect(failure("add", .numbers([1, huge]), .numbers([1, huge])) == expected)
    #expect(failure("multiply", .numbers([1, huge]), .numbers([1, 2])) == expected)
    #expect(failure("divide", .numbers([1, huge]), .numbers([0, 0.5])) == expected)
  }

  @Test("a missing row that holds infinity stays missing and finite")
  func infinityWhereMissing() throws {
    let left = Vector(
      .doubles([.infinity, .nan, 1]), presence: Bitmap([false, false, true]))
    let function = try #require(Library.function(named: "add")?.resolve([.number, .number]))
    let result = try function.overload.kernel([left, left], [.number, .number], 3)
    guard case .doubles(let lanes) = result.lanes else {
      Issue.record("not numbers")
      return
    }
    #expect(lanes == [0, 0, 2])
    #expect(result.value(0, type: .number) == .missing)
  }

  @Test("no result is a negative zero")
  func negativeZero() throws {
    let zero = Argument.numbers([0])
    for values in [
      try call("negate", zero).values, try call("multiply", zero, .numbers([-1])).values,
      try call("ceil", .numbers([-0.5])).values, try call("round", .numbers([-0.2])).values,
      try call("divide", zero, .ints([-3])).values,
    ] {
      guard case .number(let number) = values.first else {
        Issue.record("not a number")
        continue
      }
      #expect(number == 0 && number.sign == .plus)
    }
  }

  @Test("dimensions multiply and divide, and must be equal to add")
  func dimensions() {
    let (length, mass) = (Dimension("m"), Dimension("g"))
    let multiply = Library.function(named: "multiply")
    #expect(
      multiply?.resolve([.number(length), .number(length)])?.match.result
        == .number(Dimension("m", 2)))
    #expect(multiply?.resolve([.int, .number(mass)])?.match.result == .number(mass))
    #expect(
      Library.function(named: "divide")?.resolve([.number(length), .number(length)])?.match.result
        == .number)
    #expect(takes("add", .number(mass), .number(mass)))
    #expect(!takes("add", .number(mass), .number(length)))
    #expect(!takes("add", .number(mass), .int))
    #expect(!takes("multiply", .number(Dimension("m", 64)), .number(length)))
  }

  @Test("growth is the change as a share of the second")
  func growth() throws {
    #expect(
      try call("growth", .ints([150, 1, nil]), .ints([100, 0, 1])).values
        == [.number(0.5), .missing, .missing])
    #expect(
      try call("growth", .money([300]), .money([400])).values == [.number(-0.25)])
    #expect(try call("growth", .numbers([3]), .numbers([1.5])).values == [.number(1)])
  }
}

@Suite("arithmetic of money")
struct MoneyTests {
  @Test(
    "a share of an amount is rounded half away from zero",
    arguments: [
      (5, 0.5, 3), (-5, 0.5, -3), (3, 0.5, 2), (10, 0.15, 2), (100, 1.0 / 3.0, 33), (7, 0, 0),
      (71_600_000_000, 0.001, 71_600_000), (9_007_199_254_740_993, 1, 9_007_199_254_740_993),
      (9_223_372_036_854_775_807, -1, -9_223_372_036_854_775_807),
    ] as [(Int64, Double, Int64)])
  func product(_ amount: Int64, _ factor: Double, _ expected: Int64) throws {
    let money: [Value] = [.money(Money(minorUnits: expected))]
    #expect(try call("multiply", .money([amount]), .numbers([factor])).values == money)
    #expect(try call("multiply", .numbers([factor]), .money([amount])).values == money)
  }

  @Test(
    "an amount is divided exactly and rounded half away from zero",
    arguments: [
      (100, 3, 33), (200, 3, 67), (-200, 3, -67), (5, 2, 3), (-5, 2, -3), (5, -2, -3), (7, 7, 1),
      (.max, 2, 4_611_686_018_427_387_904), (.min, 2, -4_611_686_018_427_387_904),
      (.min, .min, 1), (.max, .min, -1), (1, .max, 0), (.min, .max, -1),
    ] as [(Int64, Int64, Int64)])
  func quotient(_ amount: Int64, _ divisor: Int64, _ expected: Int64) throws {
    #expect(
      try call("divide", .money([amount]), .ints([divisor])).values
        == [.money(Money(minorUnits: expected))])
  }

  @Test("an amount through a number is rounded, through zero it is missing")
  func quotientOfNumber() throws {
    #expect(
      try call("divide", .money([100, 5, 1, nil]), .numbers([0.3, 2, 0, 0])).values
        == [
          .money(Money(minorUnits: 333)), .money(Money(minorUnits: 3)), .missing, .missing,
        ])
    #expect(try call("divide", .money([1]), .ints([0])).values == [.missing])
  }

  @Test("an amount that leaves 64 bits fails")
  func overflow() {
    let expected = KernelFailure(.overflow(.money(.yuan)), row: 0)
    #expect(failure("multiply", .money([.max]), .numbers([1.5])) == expected)
    #expect(failure("multiply", .money([1]), .numbers([1e30])) == expected)
    #expect(failure("multiply", .money([.max]), .ints([2])) == expected)
    #expect(failure("divide", .money([.max]), .numbers([1e-9])) == expected)
    #expect(failure("divide", .money([.min]), .ints([-1])) == expected)
  }

  @Test("money through money is a number; money times money is nothing")
  func types() throws {
    #expect(try call("divide", .money([800]), .money([200])).values == [.number(4)])
    #expect(!takes("multiply", .money(.yuan), .money(.yuan)))
    #expect(!takes("add", .money(.yuan), .int))
    #expect(!takes("divide", .int, .money(.yuan)))
    #expect(!takes("add", .money(.yuan), .money(Currency("USD"))))
  }

  @Test("money is rounded in the unit of its currency")
  func rounding() throws {
    func fen(_ values: Int64...) -> [Value] { values.map { .money(Money(minorUnits: $0)) } }
    #expect(try call("round", .money([150, -150, 149])).values == fen(200, -200, 100))
    #expect(
      try call("round", .money([1_234_567, 15, 15, 1]), .ints([-4, 1, 9, .min])).values
        == fen(1_000_000, 20, 15, 0))
    #expect(try call("floor", .money([150, -150, 100])).values == fen(100, -200, 100))
    #expect(try call("ceil", .money([150, -150, 100])).values == fen(200, -100, 100))
    #expect(
      failure("floor", .money([.min])) == KernelFailure(.overflow(.money(.yuan)), row: 0))
  }
}

@Suite("rounding")
struct RoundingTests {
  @Test(
    "numbers are rounded half away from zero",
    arguments: [
      (2.5, 3), (-2.5, -3), (0.5, 1), (-0.5, -1), (1.4999, 1), (0, 0), (1e15 + 0.5, 1e15 + 1),
      (4_503_599_627_370_497, 4_503_599_627_370_497), (-1e300, -1e300),
    ] as [(Double, Double)])
  func whole(_ number: Double, _ expected: Double) throws {
    #expect(try call("round", .numbers([number])).values == [.number(expected)])
  }

  @Test(
    "numbers are rounded to decimals and to tens",
    arguments: [
      (0.125, 2, 0.13), (-0.125, 2, -0.13), (3.14159, 3, 3.142), (1250, -2, 1300),
      (1e300, 10, 1e300), (1.5, 400, 1.5), (123, -400, 0), (0.5, .max, 0.5), (5, .min, 0),
    ] as [(Double, Int64, Double)])
  func decimals(_ number: Double, _ places: Int64, _ expected: Double) throws {
    #expect(
      try call("round", .numbers([number]), .ints([places])).values == [.number(expected)])
  }

  @Test(
    "ints are rounded to tens, exactly",
    arguments: [
      (1250, -2, 1300), (-1250, -2, -1300), (1249, -2, 1200), (.max, 0, .max), (.max, 5, .max),
      (.max, -18, 9_000_000_000_000_000_000), (4_999, -4, 0), (.max, -20, 0), (.min, .min, 0),
    ] as [(Int64, Int64, Int64)])
  func integers(_ number: Int64, _ places: Int64, _ expected: Int64) throws {
    #expect(try call("round", .ints([number]), .ints([places])).values == [.int(expected)])
  }

  @Test("an int that would be rounded past 64 bits fails")
  func overflow() {
    #expect(
      failure("round", .ints([.max]), .ints([-19])) == KernelFailure(.overflow(.int), row: 0))
  }

  @Test("floor and ceil go down and up")
  func floorAndCeil() throws {
    #expect(
      try call("floor", .numbers([2.7, -2.1, nil])).values == [.number(2), .number(-3), .missing])
    #expect(try call("ceil", .numbers([2.1, -2.7])).values == [.number(3), .number(-2)])
    #expect(try call("round", .ints([.max, nil])).values == [.int(.max), .missing])
  }
}

@Suite("arithmetic of time")
struct TimeArithmeticTests {
  @Test(
    "months clamp to the end of the month",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-02-29", 12, "2025-02-28"),
      ("2023-12-15", 1, "2024-01-15"), ("2024-03-31", -1, "2024-02-29"),
      ("9999-11-30", 1, "9999-12-30"),
    ] as [(String, Int32, String)])
  func months(_ day: String, _ months: Int32, _ expected: String) throws {
    #expect(
      try call("add", .dates([day]), .durations(.months, [months])).values
        == Argument.dates([expected]).values)
    #expect(
      try call("subtract", .dates([day]), .durations(.months, [-months])).values
        == Argument.dates([expected]).values)
  }

  @Test("days are added and counted")
  func days() throws {
    let dates = Argument.dates(["2021-03-01", "2020-02-28", nil])
    let moved = try call("add", dates, .durations(.days, [-1, 2, 3]))
    #expect(moved.values == Argument.dates(["2021-02-28", "2020-03-01", nil]).values)
    let between = try call("subtract", Argument(.date, moved.values), dates)
    #expect(between.type == .duration(.days))
    #expect(between.values == [.duration(-1, .days), .duration(2, .days), .missing])
  }

  @Test("a date outside the calendar fails")
  func outside() {
    let expected = KernelFailure(.outsideCalendar, row: 1)
    let last = Argument.dates(["2021-01-01", "9999-12-31"])
    #expect(failure("add", last, .durations(.days, [1, 1])) == expected)
    #expect(failure("add", last, .durations(.months, [1, .max])) == expected)
    #expect(failure("subtract", last, .durations(.days, [1, .min])) == expected)
    #expect(failure("subtract", last, .durations(.months, [1, .min])) == expected)
    #expect(
      failure("add", .periods(["2021", "9999"]), .durations(.months, [1, 1])) == expected)
  }

  @Test(
    "a period moves with both ends, and whole months stay whole",
    arguments: [
      ("2023-02", 12, "2024-02"), ("2024-02", -12, "2023-02"), ("2021", 12, "2022"),
      ("2021-Q1", 3, "2021-Q2"), ("2021-01-30", 1, "2021-02-28"),
      ("2021-01-15..2021-02-14", 1, "2021-02-15..2021-03-14"),
      ("2021..", 6, "2021-07.."), ("..2021-02", 1, "..2021-03"), ("..", 5, ".."),
    ] as [(String, Int32, String)])
  func periods(_ period: String, _ months: Int32, _ expected: String) throws {
    #expect(
      try call("add", .periods([period, nil]), .durations(.months, [months, 1])).values
        == Argument.periods([expected, nil]).values)
  }

  @Test("a period moves by days")
  func periodsByDays() throws {
    #expect(
      try call("subtract", .periods(["2021-01-02..2021-01-03"]), .durations(.days, [1])).values
        == Argument.periods(["2021-01-01..2021-01-02"]).values)
  }

  @Test("durations of one unit add, multiply and divide")
  func durations() throws {
    let (left, right) = (
      Argument.durations(.days, [90, 5, 1]), Argument.durations(.days, [30, nil, 0])
    )
    #expect(
      try call("add", left, right).values == [.duration(120, .days), .missing, .duration(1, .days)])
    #expect(try call("divide", left, right).values == [.number(3), .missing, .missing])
    #expect(
      try call("multiply", right, .ints([3, 3, 3])).values == [
        .duration(90, .days), .missing, .duration(0, .days),
      ])
    #expect(
      try call("multiply", .ints([2]), .durations(.months, [6])).values == [.duration(12, .months)])
    #expect(try call("negate", .durations(.months, [6])).values == [.duration(-6, .months)])
    #expect(!takes("add", .duration(.days), .duration(.months)))
  }

  @Test("a duration that leaves 32 bits fails")
  func durationOverflow() {
    let expected = KernelFailure(.overflow(.duration(.days)), row: 0)
    #expect(failure("add", .durations(.days, [.max]), .durations(.days, [1])) == expected)
    #expect(failure("multiply", .durations(.days, [.max]), .ints([2])) == expected)
    #expect(failure("multiply", .durations(.days, [1]), .ints([.max])) == expected)
    #expect(failure("negate", .durations(.days, [.min])) == expected)
    #expect(failure("abs", .durations(.days, [.min])) == expected)
  }
}
