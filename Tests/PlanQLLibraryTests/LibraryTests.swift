import PlanQLData
import PlanQLLibrary
import Testing

@Suite("the library")
struct LibraryTests {
  @Test("every spelling names one function")
  func spellings() {
    let names = Library.functions.map(\.name) + Library.aggregates.map(\.name)
    #expect(Set(names.map(\.en)).count == names.count)
    #expect(Set(names.map(\.zh)).count == names.count)
    for function in Library.functions {
      #expect(Library.function(named: function.name.en)?.name == function.name)
      #expect(Library.function(named: function.name.zh)?.name == function.name)
    }
    for aggregate in Library.aggregates {
      #expect(Library.aggregate(named: aggregate.name.zh)?.kind == aggregate.kind)
    }
    #expect(Library.function(named: "nothing")?.name == nil)
    #expect(Library.functions.map(\.name.en) == Library.functions.map(\.name.en).sorted())
  }

  @Test("every record says what it does, takes and gives")
  func records() {
    for function in Library.functions {
      #expect(
        function.doc.en.hasSuffix(".") && function.doc.zh.hasSuffix("。"), "\(function.name.en)")
      #expect(!function.examples.isEmpty, "\(function.name.en)")
      #expect(
        function.overloads.allSatisfy { overload in
          let takesNothing = overload.match([]) != nil
          return overload.signature.en.isEmpty == takesNothing
            && overload.signature.zh.isEmpty == takesNothing
        }, "\(function.name.en)")
    }
    for aggregate in Library.aggregates {
      #expect(aggregate.doc.en.hasSuffix(".") && aggregate.doc.zh.hasSuffix("。"))
      #expect(!aggregate.examples.isEmpty || aggregate.pipeline != nil)
      #expect(!aggregate.signature.zh.isEmpty)
    }
    #expect(Set(Library.aggregates.map(\.meaning)).count == Library.aggregates.count)
  }

  @Test(
    "what an aggregate gives for a type",
    arguments: [
      ("count", .text, .int), ("sum", .int, .int), ("sum", .money(.yuan), .money(.yuan)),
      ("sum", .duration(.days), .duration(.days)), ("sum", .text, nil), ("avg", .int, .number),
      ("avg", .money(.yuan), .money(.yuan)), ("avg", .date, nil), ("min", .text, .text),
      ("max", .period, nil), ("first", .period, .period),
      ("list", .entity("units"), .list(.entity("units"))),
      ("list", .list(.int), nil), ("median", .int, .number), ("median", .text, nil),
      ("percentile", .money(.yuan), .money(.yuan)), ("stddev", .number, .number),
      ("previous", .text, .text), ("rank", .int, nil), ("share", .money(.yuan), .number),
      ("share", .text, nil), ("any", .bool, .bool), ("all", .int, nil),
      ("求和", .number, .number),
    ] as [(String, DataType, DataType?)])
  func aggregateTypes(_ name: String, _ argument: DataType, _ expected: DataType?) throws {
    let aggregate = try #require(Library.aggregate(named: name))
    #expect(aggregate.result([argument]) == expected)
    #expect(aggregate.result([argument, argument]) == nil)
  }

  @Test("only what nothing says nothing of is missing")
  func missingOfNothing() {
    let missing = Library.aggregates.filter(\.isMissingOfNothing).map(\.kind)
    #expect(
      missing == [
        .avg, .first, .last, .max, .median, .min, .next, .percentile, .previous, nil, .stddev,
        nil,
      ])
    #expect(Library.aggregate(named: "count")?.result([]) == .int)
    #expect(Library.aggregate(named: "sum")?.result([]) == nil)
    #expect(Library.aggregate(named: "none")?.result([]) == .bool)
  }

  @Test("the conversions that happen by themselves")
  func conversions() throws {
    let ints = Column(type: .int, values: [.int(3), .missing]).vector(0..<2)
    let numbers = try #require(try Conversion.convert(ints, from: .int, to: .number))
    #expect(numbers.value(0, type: .number) == .number(3))
    #expect(numbers.value(1, type: .number) == .missing)
    let day = try #require(Day(iso: "2021-03-05"))
    let dates = Column(type: .list(.date), values: [.list([.date(day), .missing])]).vector(0..<1)
    let periods = try #require(
      try Conversion.convert(dates, from: .list(.date), to: .list(.period)))
    #expect(
      periods.value(0, type: .list(.period)) == .list([.period(Period(day)), .missing]))
    let nothing = try #require(try Conversion.convert(ints, from: .missing, to: .text))
    #expect(nothing.value(0, type: .text) == .missing)
    let none = try Conversion.convert(ints, from: .int, to: .text)
    #expect(none?.count == nil)
    #expect(!Conversion.exists(from: .int, to: .number(Dimension("m"))))
    #expect(!Conversion.exists(from: .number, to: .int))
    #expect(!Conversion.exists(from: .text, to: .entity("units")))
  }
}
