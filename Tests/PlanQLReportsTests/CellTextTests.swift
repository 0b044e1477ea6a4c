import PlanQLData
import Testing

@Suite("how values become text for people") struct CellTextTests {
  func text(
    _ value: Value, _ type: DataType, _ display: Display = .plain, _ language: Language = .zh,
    moneyUnit: MeasureUnit? = Sample.wanyuan
  ) -> String {
    CellText(
      type: type, display: display, language: language, moneyUnit: moneyUnit, titles: Sample.titles
    ).text(value)
  }

  func phrase(
    _ value: Value, _ type: DataType, _ display: Display = .plain, _ language: Language = .zh
  ) -> String {
    CellText(
      type: type, display: display, language: language, moneyUnit: Sample.wanyuan,
      titles: Sample.titles
    ).phrase(value)
  }

  @Test("money is exact in the plan's unit, to the fen") func money() {
    let type = DataType.money(.yuan)
    #expect(text(Sample.yuan(716_000_000), type) == "71,600")
    #expect(text(Sample.fen(1), type) == "0.000001")
    #expect(text(Sample.fen(-1), type) == "-0.000001")
    #expect(text(Sample.fen(-123_456_789), type) == "-123.456789")
    #expect(text(Sample.fen(.max), type) == "9,223,372,036,854.775807")
    #expect(text(Sample.fen(.min), type) == "-9,223,372,036,854.775808")
    #expect(text(Sample.fen(.max), type, moneyUnit: nil) == "92,233,720,368,547,758.07")
    #expect(
      text(Sample.fen(.min), type, Display(unit: .named("分"))) == "-9,223,372,036,854,775,808")
    #expect(text(Sample.fen(1), type, Display(unit: Sample.yiyuan)) == "0.0000000001")
  }

  @Test("money is rounded half away from zero where decimals are asked for") func roundedMoney() {
    let type = DataType.money(.yuan)
    #expect(text(Sample.yuan(1_234_500), type, Display(decimals: 1)) == "123.5")
    #expect(text(Sample.yuan(-1_234_500), type, Display(decimals: 1)) == "-123.5")
    #expect(text(Sample.yuan(12_345), type, Display(decimals: 3)) == "1.235")
    #expect(text(Sample.yuan(-4_999), type, Display(decimals: 0)) == "0")
    #expect(text(Sample.yuan(-5_000), type, Display(decimals: 0)) == "-1")
    #expect(
      text(Sample.yuan(700_000_000), type, Display(unit: Sample.yiyuan, decimals: 2)) == "7.00")
    #expect(
      text(Sample.yuan(999_999_999), type, Display(unit: Sample.yiyuan, decimals: 1)) == "10.0")
    #expect(text(Sample.fen(.min), type, Display(decimals: 99)).hasSuffix(".775808000000000"))
    #expect(text(Sample.yuan(5_000), type, Display(decimals: -3)) == "1")
  }

  @Test("another currency is shown in its own unit") func currencies() {
    let dollars = CellText(
      type: .money(Currency("USD")), language: .en, moneyUnit: Sample.wanyuan)
    let value = Value.money(Money(minorUnits: 123_456, currency: Currency("USD")))
    #expect(dollars.headingUnit == "USD")
    #expect(dollars.phrase(value) == "1,234.56 USD")
  }

  @Test("sentences name the unit") func phrases() {
    #expect(phrase(Sample.yuan(716_000_000), .money(.yuan)) == "71,600万元")
    #expect(phrase(Sample.yuan(716_000_000), .money(.yuan), .plain, .en) == "71,600 wanyuan")
    let inYiyuan = Display(unit: Sample.yiyuan)
    #expect(phrase(Sample.yuan(716_000_000), .money(.yuan), inYiyuan) == "7.16亿元")
    #expect(phrase(.number(0.7402), .number, Display(unit: Sample.percent)) == "74.02%")
    #expect(phrase(.missing, .money(.yuan)) == "–")
    #expect(
      phrase(.number(-0.125), .number, Display(unit: .named("百分点"), decimals: 1)) == "-12.5个百分点")
  }

  @Test("whole numbers stay ungrouped, as years and codes, unless they have a unit") func integers()
  {
    #expect(text(.int(2021), .int) == "2021")
    #expect(text(.int(320_812), .int) == "320812")
    #expect(text(.int(.min), .int) == "-9223372036854775808")
    #expect(text(.int(12_345), .int, Display(unit: .named("人"))) == "12,345")
    #expect(text(.int(3), .int, Display(decimals: 2)) == "3.00")
  }

  @Test("numbers lose only the noise of arithmetic") func numbers() {
    #expect(text(.number(0.1 + 0.2), .number) == "0.3")
    #expect(text(.number(1.0 / 3), .number) == "0.3333")
    #expect(text(.number(200.0 / 3), .number) == "66.6667")
    #expect(text(.number(655_307_959.2), .number) == "655,307,959.2")
    #expect(text(.number(0.000123456789012), .number) == "0.0001235")
    #expect(text(.number(-0.0), .number) == "0")
    #expect(text(.number(1e15), .number) == "1,000,000,000,000,000")
    #expect(text(.number(1e300), .number) == "1e300")
    #expect(text(.number(.leastNonzeroMagnitude), .number) == "5e-324")
    #expect(text(.number(.infinity), .number) == "–")
    #expect(text(.number(0.07), .number, Display(unit: Sample.percent)) == "7%")
    #expect(text(.number(44.0 / 70), .number, Display(unit: Sample.percent)) == "62.86%")
    #expect(text(.number(8000), .number(Dimension("m", 2)), Display(unit: .named("亩"))) == "12")
  }

  @Test("asked decimals round half away from zero on the scaled number") func decimals() {
    #expect(text(.number(2.5), .number, Display(decimals: 0)) == "3")
    #expect(text(.number(-2.5), .number, Display(decimals: 0)) == "-3")
    #expect(text(.number(0.125), .number, Display(decimals: 2)) == "0.13")
    #expect(text(.number(0.6285), .number, Display(unit: Sample.percent, decimals: 1)) == "62.9%")
    #expect(text(.number(-0.0004), .number, Display(decimals: 2)) == "0.00")
    #expect(text(.number(12_345.678), .number, Display(decimals: 15)) == "12,345.678000000000000")
  }

  @Test("percentages of a column have equal decimals") func percentages() {
    let values: [Value] = [.number(0.5), .number(1.0 / 3), .missing, .number(1)]
    let column = Column(type: .number, values: values)
    var cells = CellText(type: .number, display: Display(unit: Sample.percent), language: .zh)
    cells.align(column, rows: 4)
    #expect(values.map { cells.text($0) } == ["50.00%", "33.33%", "–", "100.00%"])
  }

  @Test(
    "periods stand at the coarsest grain, in either language",
    arguments: [
      ("2021", "2021年"), ("2021..2025", "2021—2025年"), ("2021-H1", "2021年上半年"),
      ("2021-H2..2022-H1", "2021年下半年—2022年上半年"), ("2021-Q3", "2021年3季度"),
      ("2021-Q1..2021-Q3", "2021年1—3季度"), ("2021-03", "2021年3月"), ("2021-03..2021-07", "2021年3—7月"),
      ("2021-03..2022-06", "2021年3月—2022年6月"), ("2021-03-05", "2021-03-05"),
      ("2021-03-05..2021-04-02", "2021-03-05至2021-04-02"), ("2021..", "2021年起"),
      ("..2025", "2025年底前"), ("..2025-06", "2025年上半年末前"), ("..2025-05", "2025年5月底前"),
      ("..2025-06-15", "2025-06-15及以前"), ("..", "长期"),
    ]) func periods(en: String, zh: String) throws
  {
    let period = try #require(Period(text: en))
    #expect(period.text(.zh) == zh)
    #expect(Period(text: period.text(.en)) == period)
  }

  @Test("words follow the language of output") func words() {
    #expect(text(.bool(true), .bool) == "是")
    #expect(text(.bool(false), .bool, .plain, .en) == "no")
    #expect(text(.enumeration(1), .enumeration(Sample.status)) == "在建")
    #expect(text(.enumeration(1), .enumeration(Sample.status), .plain, .en) == "under_way")
    #expect(text(.enumeration(9), .enumeration(Sample.status)) == "9")
    #expect(text(.entity("units", row: 1), .entity("units")) == "工信局")
    #expect(text(.entity("units", row: 99), .entity("units")) == "100")
    #expect(text(.duration(90, .days), .duration(.days)) == "90天")
    #expect(text(.duration(1, .days), .duration(.days), .plain, .en) == "1 day")
    #expect(text(.duration(36, .months), .duration(.months)) == "3年")
    #expect(text(.duration(18, .months), .duration(.months)) == "18个月")
    #expect(text(.duration(18, .months), .duration(.months), Display(unit: .named("年"))) == "1.5")
  }

  @Test("lists are joined, and nothing, empty text and empty list differ from missing") func lists()
  {
    let units = DataType.list(.entity("units"))
    let value = Value.list([.entity("units", row: 0), .entity("units", row: 2)])
    #expect(text(value, units) == "农业农村局、文广新局")
    #expect(text(value, units, .plain, .en) == "农业农村局, 文广新局")
    #expect(text(.list([]), units) == "")
    #expect(text(.text(""), .text) == "")
    #expect(text(.missing, .text) == "–")
    #expect(text(.missing, units) == "–")
  }

  @Test("shortest decimals read back as the same number and have no exponent before 10²¹")
  func shortest() {
    for number in [0.1, 1e16, 1.5e17, 123_456_789_012_345_683_968, 1e20, 1e-7, 1.25e-6, -3.5e18] {
      let text = NumberText.shortest(number)
      #expect(Double(text) == number)
      #expect(!text.contains("e"))
    }
    for number in [1e21, 1.7976931348623157e308, 9.9e-8, .leastNonzeroMagnitude, -2.5e-300] {
      let text = NumberText.shortest(number)
      #expect(Double(text) == number)
      #expect(text.contains("e"))
    }
  }
}
