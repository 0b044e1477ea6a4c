import TestSupport
import Testing

@testable import PlanQLData

@Suite("Units and their quotients")
struct UnitQuotientTests {
  @Test("what is written in a unit comes back as it was written")
  func roundTrip() throws {
    var generator = Seeded(5)
    let units = MeasureUnit.all + ["万元/亩", "t/年", "元/km2", "件/万人"].compactMap(MeasureUnit.named)
    for unit in units {
      for _ in 0..<400 {
        let scale = Int.random(in: 0...9, using: &generator)
        let most = Int64(1) << Int64.random(in: 1...49, using: &generator)
        let significand = Int64.random(in: 1...min(most, 999_999_999_999_999), using: &generator)
        let digits = Decimal(significand, scale: scale)
        let base = try #require(unit.baseNumber(digits))
        #expect(unit.amount(of: base) == digits.doubleValue, "\(digits) \(unit.name.en)")
        #expect(unit.amount(of: -base) == -digits.doubleValue)
      }
    }
  }

  @Test("equal quantities are equal numbers in any unit")
  func equalities() {
    func base(_ digits: Int64, _ scale: Int, _ unit: String) -> Double? {
      MeasureUnit.named(unit)?.baseNumber(Decimal(digits, scale: scale))
    }
    #expect(base(15, 0, "亩") == base(1, 0, "公顷"))
    #expect(base(1, 1, "亩") == base(200, 0, "平方米").map { $0 / 3 })
    #expect(base(35, 2, "mg/L") == base(350_000, 0, "μg/m³"))
    #expect(base(7, 1, "t/年") == base(700, 0, "kg/a"))
  }

  @Test(
    "a quotient of units has their dimensions and scale",
    arguments: [
      ("元/亩", "yuan/m²", 3, 2000), ("万元/km", "yuan/m", 10, 1), ("t/年", "g/yr", 1_000_000, 1),
      ("t/月", "g/yr", 12_000_000, 1), ("万元/公顷", "yuan/m²", 1, 1), ("人/km²", "1/m²", 1, 1_000_000),
      ("km/h", "m/h", 1000, 1), ("升/人/天", "m³/h", 1, 24_000), ("件/万人", "", 1, 10_000),
      ("吨标准煤/万元", "tce/yuan", 1, 10_000), ("g/m3", "g/m³", 1, 1), ("%/年", "1/yr", 1, 100),
    ] as [(String, String, Int64, Int64)])
  func quotients(text: String, dimension: String, numerator: Int64, denominator: Int64) throws {
    let unit = try #require(MeasureUnit.named(text))
    #expect(unit.numerator == numerator && unit.denominator == denominator)
    switch unit.kind {
    case .physical(let found): #expect(found.title == dimension)
    case .plain: #expect(dimension.isEmpty)
    case .money, .days, .months: Issue.record("\(text) is no number")
    }
  }

  @Test("money for each of some things is money")
  func moneyForThings() {
    #expect(MeasureUnit.named("万元/个")?.kind == .money)
    #expect(MeasureUnit.named("元/人")?.numerator == 100)
  }

  @Test(
    "what is no quotient of units is refused",
    arguments: ["/", "t/", "/t", "t//a", "天/人", "t/亩/亩/亩/亩", "块/亩", "t/块", "元/万人"])
  func refused(text: String) {
    #expect(MeasureUnit.named(text) == nil)
  }

  @Test("amounts of money count in the currency of the plan")
  func currencies() {
    let dollar = Currency("USD")
    let unit = UnitTable(currency: dollar).unit(named: "万元/亩")
    #expect(unit?.kind == .physical(.money(dollar) / Dimension("m", 2)))
    #expect(Dimension.money(dollar).title(.zh) == "USD")
    #expect(Dimension.money(.yuan).title(.zh) == "元")
  }

  @Test("fifteen digits are kept, noise behind them is not")
  func fifteenDigits() {
    #expect(NumberText.toFifteenDigits(20.499999999999996) == 20.5)
    #expect(NumberText.toFifteenDigits(0.1 + 0.2) == 0.3)
    #expect(NumberText.toFifteenDigits(-19.999999999999996) == -20)
    #expect(NumberText.toFifteenDigits(0) == 0)
    #expect(NumberText.toFifteenDigits(1e300) == 1e300)
    #expect(NumberText.toFifteenDigits(1.5e-300) == 1.5e-300)
    #expect(NumberText.toFifteenDigits(123_456_789_012_345_680) == 123_456_789_012_346_000)
  }
}
