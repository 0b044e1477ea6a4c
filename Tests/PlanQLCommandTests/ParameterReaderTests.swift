import PlanQLData
import Testing

@testable import PlanQL
@testable import PlanQLCommand

@Suite("Parameter values")
struct ParameterReaderTests {
  private let reader = ParameterReader(
    catalog: Catalog(
      tables: [], namedPeriods: [(Name("fourteenth", "十四五"), Period(text: "2021..2025")!)]))

  private static let level = Enumeration("level", [.init("low", "低"), .init("high", "高")])

  @Test(
    "a value is read as its type wants it",
    arguments: [
      ("true", DataType.bool, Value.bool(true)), ("否", .bool, .bool(false)),
      ("12", .int, .int(12)), ("-3", .int, .int(-3)), ("3万", .int, .int(30_000)),
      ("0.5", .number, .number(0.5)), ("85%", .number, .number(0.85)), ("3", .number, .number(3)),
      ("1000万元", .money(.yuan), .money(Money(minorUnits: 1_000_000_000))),
      ("1.2亿元", .money(.yuan), .money(Money(minorUnits: 12_000_000_000))),
      ("0", .money(.yuan), .money(Money(minorUnits: 0))),
      ("any text, whole", .text, .text("any text, whole")),
      ("2023-06-30", .date, .date(Day(iso: "2023-06-30")!)),
      ("2023年6月30日", .date, .date(Day(iso: "2023-06-30")!)),
      ("2023", .period, .period(Period(year: 2023)!)),
      ("2021..2025", .period, .period(Period(text: "2021..2025")!)),
      ("2021年3季度", .period, .period(Period(text: "2021-Q3")!)),
      ("@2021-03..", .period, .period(Period(text: "2021-03..")!)),
      ("十四五", .period, .period(Period(text: "2021..2025")!)),
      ("3年", .duration(.months), .duration(36, .months)),
      ("90天", .duration(.days), .duration(90, .days)),
      ("高", .enumeration(level), .enumeration(1)),
      ("1,2、3", .list(.int), .list([.int(1), .int(2), .int(3)])), ("", .list(.int), .list([])),
    ])
  func fits(text: String, type: DataType, value: Value) {
    #expect(reader.value(text, as: type) == value)
  }

  @Test(
    "a text that is no value of the type is refused",
    arguments: [
      ("1", DataType.bool), ("0.5", .int), ("9223372036854775808", .int), ("12万元", .int),
      ("1000", .money(.yuan)), ("0.001元", .money(.yuan)), ("99999999999亿元", .money(.yuan)),
      ("2023", .date), ("2023-02-30", .date), ("soon", .period), ("20231", .period),
      ("2025..2021", .period), ("3天", .duration(.months)), ("medium", .enumeration(level)),
      ("1, x", .list(.int)), ("", .int), ("1 + 1", .int), ("sum(projects.investment)", .number),
      ("x\ny", .int),
    ])
  func doesNotFit(text: String, type: DataType) {
    #expect(reader.value(text, as: type) == nil)
  }

  @Test("a name that the script does not have, or has twice, is named")
  func names() {
    let parameters = [ParameterInfo(name: "year", type: .period, hasDefault: false)]
    for (arguments, word) in [
      (["yaer=2023"], "'yaer'"), (["year=2023", "year=2024"], "twice"), (["=3"], "--param"),
      (["2023"], "--param"), ([], "needs a value"), (["year=x"], "'year' of type period"),
    ] {
      #expect {
        try reader.values(arguments, for: parameters)
      } throws: { error in
        (error as? CommandFailure)?.message.en.contains(word) == true
      }
    }
  }
}
