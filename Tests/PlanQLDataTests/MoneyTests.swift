import PlanQLData
import Testing

@Suite("decimals and money")
struct MoneyTests {
  @Test(
    "a decimal reads and shows its digits",
    arguments: [
      ("0", "0"), ("-0", "0"), ("12", "12"), ("+7", "7"), ("0.50", "0.5"), ("-12.05", "-12.05"),
      ("007.10", "7.1"), ("999999999999999999", "999999999999999999"),
      ("9223372036854775807", "9223372036854775807"),
      ("0.000000000000000001", "0.000000000000000001"),
    ])
  func reads(text: String, shown: String) {
    #expect(Decimal(text)?.description == shown)
  }

  @Test(
    "what is no decimal is refused",
    arguments: [
      "", "-", "+", ".", "1.", ".5", "1.2.3", "1,000", "1e3", "--1", "１", " 1",
      "9223372036854775808",
      "99999999999999999999999999",
    ])
  func refused(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("scaling keeps every digit or says no")
  func scaling() {
    #expect(Decimal("71600")?.scaled(by: 6) == 71_600_000_000)
    #expect(Decimal("1.5")?.scaled(by: 0) == nil)
    #expect(Decimal("1.50")?.scaled(by: 1) == 15)
    #expect(Decimal("92233720368547758.07")?.scaled(by: 2) == Int64.max)
    #expect(Decimal("92233720368547758.08")?.scaled(by: 2) == nil)
    #expect(Decimal("1")?.scaled(by: 19) == nil)
    #expect(Decimal("0")?.scaled(by: 400) == 0)
  }

  @Test(
    "rounding is half away from zero",
    arguments: [
      ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("0.005", 2, "0.01"),
      ("-0.005", 2, "-0.01"),
      ("9.995", 2, "10"), ("1.23", 5, "1.23"), ("9223372036854775.807", 0, "9223372036854776"),
      ("0.00000000000000000000000000000000000000000000000001", 2, "0"),
    ])
  func rounding(text: String, places: Int, shown: String) {
    #expect(Decimal(text)?.rounded(to: places).description == shown)
  }

  @Test("decimals are padded to a number of places")
  func padding() {
    #expect(Decimal(5, scale: 0).text(minimumScale: 2) == "5.00")
    #expect(Decimal(500, scale: 2).text(minimumScale: 1) == "5.0")
    #expect(Decimal(-5, scale: 3).text(minimumScale: 0) == "-0.005")
    #expect(Decimal(5, scale: 1).text(minimumScale: 3) == "0.500")
    #expect(Decimal(Int64.min, scale: 2).description == "-92233720368547758.08")
  }

  @Test("money shows its unit's decimals exactly")
  func money() {
    #expect(Money(minorUnits: 450_050).description == "4500.5")
    #expect(Money(minorUnits: 1).description == "0.01")
    #expect(Money(minorUnits: -100).description == "-1")
    #expect(Money(minorUnits: Int64.min).description == "-92233720368547758.08")
  }

  @Test("a decimal becomes the nearest floating-point number")
  func doubles() {
    #expect(Decimal("0.1")?.doubleValue == 0.1)
    #expect(Decimal("-123.456")?.doubleValue == -123.456)
    #expect(Decimal("9007199254740993")?.doubleValue == 9_007_199_254_740_992)
  }
}

@Suite("units of measure")
struct MeasureUnitTests {
  @Test("each spelling of a unit names one unit only")
  func spellings() {
    var owner: [String: String] = [:]
    for unit in MeasureUnit.all {
      for text in Set([unit.name.en, unit.name.zh] + unit.aliases) {
        #expect(owner[text] == nil, "\(text) is \(owner[text] ?? "") and \(unit.name.en)")
        owner[text] = unit.name.en
        #expect(MeasureUnit.named(text) == unit)
      }
    }
  }

  @Test(
    "a glued suffix is a magnitude, a unit, or both",
    arguments: [
      ("万元", nil, "wanyuan"), ("亿", "yi", nil), ("万亩", "wan", "mu"), ("百万元", nil, "myuan"),
      ("百万吨", "million", "t"), ("%", nil, "%"), ("mg/L", nil, "mg/L"), ("个月", nil, "month"),
      ("wanyuan", nil, "wanyuan"), ("thousandt", "thousand", "t"), ("年", nil, "year"),
    ] as [(String, String?, String?)])
  func suffixes(text: String, magnitude: String?, unit: String?) throws {
    let suffix = try #require(NumberSuffix(text))
    #expect(suffix.magnitude?.name.en == magnitude)
    #expect(suffix.unit?.name.en == unit)
  }

  @Test("a run that is no unit is refused", arguments: ["", "万元且", "且", "万万", "kmm", "元万"])
  func refused(text: String) {
    #expect(NumberSuffix(text) == nil)
  }

  @Test("dimensions multiply, divide and cancel")
  func dimensions() {
    let metre = Dimension("m")
    let gram = Dimension("g")
    #expect((metre * metre).title == "m²")
    #expect((gram / (metre * metre * metre)).title == "g/m³")
    #expect((Dimension.none / metre).title == "1/m")
    #expect(gram * metre == metre * gram)
    #expect(metre / metre == .none)
  }
}
