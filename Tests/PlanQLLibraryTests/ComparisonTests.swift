import PlanQLData
import PlanQLLibrary
import Testing

/// Values of a type in ascending order.
struct OrderedType: CustomTestStringConvertible {
  let type: DataType
  let ascending: [Value]

  var testDescription: String { type.title(.en) }

  static let all: [OrderedType] = [
    OrderedType(type: .bool, ascending: [.bool(false), .bool(true)]),
    OrderedType(
      type: .int, ascending: [.int(.min), .int(-1), .int(0), .int(7), .int(.max)]),
    OrderedType(
      type: .number,
      ascending: [
        .number(-.greatestFiniteMagnitude), .number(-1.5), .number(0),
        .number(.leastNonzeroMagnitude), .number(1e300),
      ]),
    OrderedType(
      type: .money(.yuan),
      ascending: [Int64.min, -5, 0, 71_600_000_000, .max].map { .money(Money(minorUnits: $0)) }),
    OrderedType(
      type: .text,
      ascending: ["", "a", "aa", "ab", "b", "é", "农业农村局", "生态", "生态环境局", "😀"].map(Value.text)),
    OrderedType(
      type: .date,
      ascending: [Day.first, Day(number: 0), Day(number: 18_262), .last].map(Value.date)),
    OrderedType(
      type: .duration(.months),
      ascending: [Int32.min, -1, 0, 12, .max].map { .duration($0, .months) }),
    OrderedType(type: .entity("units"), ascending: (0..<4).map { .entity("units", row: $0) }),
    OrderedType(
      type: .enumeration(status), ascending: (0..<3).map(Value.enumeration)),
  ]

  private static let status = Enumeration(
    "status", [.init("preparing", "前期"), .init("under_way", "在建"), .init("completed", "完工")])
}

@Suite("comparisons")
struct ComparisonTests {
  @Test("every comparison agrees with the place of the values", arguments: OrderedType.all)
  func placesDecide(_ ordered: OrderedType) throws {
    var generator = SeededGenerator(seed: 1)
    for count in batchSizes {
      let left = generator.values(count, of: ordered.ascending)
      let right = generator.values(count, of: ordered.ascending)
      try expectComparisons(ordered, left, right)
    }
  }

  @Test("a constant side gives the same as a column", arguments: OrderedType.all)
  func constants(_ ordered: OrderedType) throws {
    var generator = SeededGenerator(seed: 2)
    for count in batchSizes {
      for constant in ordered.ascending + [.missing] {
        let values = generator.values(count, of: ordered.ascending)
        let constants = Array(repeating: constant, count: count)
        try expectComparisons(ordered, values, constants)
        try expectComparisons(ordered, constants, values)
      }
    }
  }

  private func expectComparisons(
    _ ordered: OrderedType, _ left: [Value], _ right: [Value]
  ) throws {
    func place(_ value: Value) -> Int? { ordered.ascending.firstIndex(of: value) }
    func rows(_ test: (Int?, Int?) -> Bool) -> [Value] {
      zip(left, right).map { .bool(test(place($0), place($1))) }
    }
    func known(_ test: @escaping (Int, Int) -> Bool) -> [Value] {
      rows { left, right in
        if let left, let right { test(left, right) } else { false }
      }
    }
    let arguments = [Argument(ordered.type, left), Argument(ordered.type, right)]
    #expect(try call("equal", arguments).values == rows { $0 == $1 })
    #expect(try call("not_equal", arguments).values == rows { $0 != $1 })
    #expect(try call("less", arguments).values == known { $0 < $1 })
    #expect(try call("less_or_equal", arguments).values == known { $0 <= $1 })
    #expect(try call("greater", arguments).values == known { $0 > $1 })
    #expect(try call("greater_or_equal", arguments).values == known { $0 >= $1 })
  }

  @Test("greatest and least agree with the place of the values", arguments: OrderedType.all)
  func extremes(_ ordered: OrderedType) throws {
    var generator = SeededGenerator(seed: 3)
    for count in batchSizes {
      let sides = (0..<3).map { _ in generator.values(count, of: ordered.ascending) }
      let places = (0..<count).map { row in
        sides.compactMap { ordered.ascending.firstIndex(of: $0[row]) }
      }
      func expected(_ choose: ([Int]) -> Int?) -> [Value] {
        places.map { places in
          places.count < 3 ? .missing : choose(places).map { ordered.ascending[$0] } ?? .missing
        }
      }
      let arguments = sides.map { Argument(ordered.type, $0) }
      #expect(try call("greatest", arguments).values == expected { $0.max() })
      #expect(try call("least", arguments).values == expected { $0.min() })
    }
  }

  @Test("zero has one value whatever its sign")
  func signedZero() throws {
    let zeros = (Argument.numbers([0]), Argument.numbers([-0.0]))
    #expect(try call("equal", zeros.0, zeros.1).values == [.bool(true)])
    #expect(try call("less", zeros.1, zeros.0).values == [.bool(false)])
  }

  @Test("an int compares with a number, a date with a period")
  func conversions() throws {
    #expect(
      try call("equal", .ints([1, 2]), .numbers([1, 2.5])).values == [.bool(true), .bool(false)])
    #expect(
      try call("equal", .dates(["2021-03-05"]), .periods(["2021-03-05"])).values == [.bool(true)])
  }

  @Test("a period has equality but no order, and unlike types have neither")
  func typesThatDoNotCompare() {
    #expect(takes("equal", .period, .period))
    #expect(!takes("less", .period, .period))
    #expect(!takes("equal", .text, .int))
    #expect(!takes("equal", .money(.yuan), .number))
    #expect(!takes("equal", .money(.yuan), .money(Currency("USD"))))
    #expect(!takes("less", .duration(.days), .duration(.months)))
    #expect(!takes("equal", .number(Dimension("m")), .number(Dimension("g"))))
    #expect(!takes("equal", .number(Dimension("m")), .int))
    #expect(!takes("equal", .entity("units"), .entity("projects")))
    #expect(!takes("equal", .list(.int), .int))
  }

  @Test("missing equals missing and nothing else, and has no order")
  func missing() throws {
    let nothing = Argument(.missing, [.missing, .missing])
    #expect(try call("equal", nothing, nothing).values == [.bool(true), .bool(true)])
    #expect(
      try call("equal", .texts(["a", nil]), nothing).values == [.bool(false), .bool(true)])
    #expect(
      try call("less_or_equal", .ints([1, nil]), nothing).values == [.bool(false), .bool(false)])
  }
}

@Suite("relations of periods")
struct PeriodRelationTests {
  @Test(
    "the relations of two periods",
    arguments: [
      ("2021", "2022", "before meets"), ("2022", "2021", "after meets"),
      ("2021", "2023", "before"), ("2021", "2021", "overlaps covers in"),
      ("2021", "2021-Q3", "overlaps covers"), ("2021-Q3", "2021", "overlaps in"),
      ("2020..2021", "2021..2022", "overlaps"), ("2021..", "..2021-06", "overlaps"),
      ("2021..", "2025", "overlaps covers"), ("..2020", "2021..", "before meets"),
      ("2021..", "..2020", "after meets"), ("..", "2021", "overlaps covers"),
      ("..2021", "2022-02", "before"), ("2021-03-05", "2021-03-05", "overlaps covers in"),
      ("2021-03-05", "2021-03-06..", "before meets"), ("9999", "..", "overlaps in"),
    ])
  func relations(_ left: String, _ right: String, _ holding: String) throws {
    let expected = holding.split(separator: " ").map(String.init)
    for name in ["overlaps", "covers", "before", "after", "meets", "in"] {
      let result = try call(name, .periods([left, nil, left]), .periods([right, right, nil]))
      #expect(
        result.values == [.bool(expected.contains(name)), .bool(false), .bool(false)], "\(name)")
    }
  }

  @Test("a date counts as the period of its day")
  func dates() throws {
    #expect(
      try call("in", .dates(["2021-12-31", "2022-01-01"]), .periods(["2021", "2021"])).values
        == [.bool(true), .bool(false)])
    #expect(
      try call("before", .periods(["2021"]), .dates(["2022-01-01"])).values == [.bool(true)])
    #expect(
      try call("after", .dates(["2021-03-05"]), .dates(["2021-03-04"])).values == [.bool(true)])
  }
}

@Suite("lists")
struct ListTests {
  @Test("a list has its elements", arguments: OrderedType.all)
  func membership(_ ordered: OrderedType) throws {
    var generator = SeededGenerator(seed: 4)
    for count in batchSizes {
      let lists = (0..<count).map { row -> Value in
        row % 7 == 3
          ? .missing
          : .list(generator.values(row % 4, of: ordered.ascending, missing: row % 3 == 0))
      }
      let values = generator.values(count, of: ordered.ascending)
      let expected = zip(lists, values).map { list, value -> Value in
        if case .list(let elements) = list { return .bool(elements.contains(value)) }
        return .bool(false)
      }
      let list = Argument(.list(ordered.type), lists)
      let element = Argument(ordered.type, values)
      #expect(try call("has", list, element).values == expected)
      #expect(try call("in", element, list).values == expected)
    }
  }

  @Test("all rows known go the short way to the same end")
  func shortWay() throws {
    let lists = [[1, 2], [], [3], [1, 1, 5]].map { Value.list($0.map { .int($0) }) }
    let result = try call("has", Argument(.list(.int), lists), .ints([2, 2, 3, 1]))
    #expect(result.values == [.bool(true), .bool(false), .bool(true), .bool(true)])
  }

  @Test("elements convert")
  func conversions() throws {
    let lists = Argument(.list(.int), [.list([.int(1), .int(2)])])
    #expect(try call("has", lists, .numbers([2])).values == [.bool(true)])
    let empty = Argument(.list(.missing), [.list([])])
    #expect(try call("in", .texts(["a"]), empty).values == [.bool(false)])
    #expect(!takes("has", .list(.int), .text))
    #expect(!takes("in", .int, .int))
  }
}
