import PlanQLData
import PlanQLSyntax
import Testing

@Suite("numbers and periods")
struct LexerNumberTests {
  @Test(
    "a number has its digits and its suffix",
    arguments: [
      ("12", "number 12"), ("1_000", "number 1000"), ("0.50", "number 0.5"),
      ("１２．５", "number 12.5"),
      ("85%", "number 85 %"), ("85％", "number 85 %"), ("3‰", "number 3 permille"),
      ("1.2万", "number 1.2 ×10^4"), ("800万元", "number 800 wanyuan"),
      ("3.5亿元", "number 3.5 yiyuan"), ("3万亩", "number 3 ×10^4 mu"), ("5mg/L", "number 5 mg/L"),
      ("35μg/m³", "number 35 ug/m3"), ("90天", "number 90 day"), ("6个月", "number 6 month"),
      ("3年", "number 3 year"), ("10百分点", "number 10 pp"), ("12m²", "number 12 m2"),
      ("2_021年", "number 2021 year"), ("9223372036854775807", "number 9223372036854775807"),
    ])
  func numbers(source: String, line: String) {
    #expect(Parsed.line(source) == line)
  }

  @Test("a unit with a slash is one only where the whole is a unit")
  func slashes() {
    #expect(Parsed.line("10m/2") == "/ number 10 m number 2")
    #expect(Parsed.line("10元/亩") == "number 10 yuan/mu")
    #expect(Parsed.line("10元/地") == "/ number 10 yuan name 地")
    #expect(Parsed.line("10万元/亩/年") == "number 10 wanyuan/mu/yr")
    #expect(Parsed.line("10t/count") == "/ number 10 t name count")
    #expect(Parsed.line("10t / t") == "/ number 10 t name t")
  }

  @Test("the digits and the suffix are kept as written")
  func asWritten() {
    let script = Parser.parse("1_000.50万元").script
    guard case .result(let value)? = script.statements.first?.kind,
      case .number(let literal) = value.kind
    else {
      Issue.record("no number")
      return
    }
    #expect(literal.digitsText == "1_000.50")
    #expect(literal.suffixText == "万元")
  }

  @Test(
    "a glued run that is no unit is one error",
    arguments: [
      ("x > 1000万元且y", "PQL0014 且y", "x > 1000万元 且 y"),
      ("x > 1000万元and y", "PQL0014 and", "x > 1000万元 and y"),
      ("x = 2021年且y", "PQL0014 且y", "x = 2021年 且 y"),
      ("x = 5%y", "PQL0014 y", nil), ("5abc", "PQL0015 abc", nil), ("2021年3", "PQL0014 3", nil),
      ("1e5", "PQL0015 e5", nil), ("2021Q3", "PQL0017 2021Q3", "@2021-Q3"),
    ] as [(String, String, String?)])
  func glued(source: String, error: String, fixed: String?) {
    #expect(Parsed.errors(source).first == error)
    if let fixed { #expect(Parsed.fixed(source) == fixed) }
  }

  @Test("too many digits are one error")
  func overflow() {
    #expect(Parsed.errors("9223372036854775808") == ["PQL0013 9223372036854775808"])
    #expect(Parsed.errors("x > 99999999999999999999999万元") == ["PQL0013 99999999999999999999999万元"])
    #expect(Parsed.errors("0.12345678901234567890") == ["PQL0013 0.12345678901234567890"])
  }

  @Test(
    "a period is read in either notation",
    arguments: [
      ("2021年", "2021"), ("2021年3月", "2021-03"), ("2021年03月05日", "2021-03-05"),
      ("2021年3季度", "2021-Q3"), ("2021年上半年", "2021-H1"), ("2021年下半年", "2021-H2"),
      ("@2021", "2021"), ("@2021-03", "2021-03"), ("@2021-Q3", "2021-Q3"), ("@2021-H1", "2021-H1"),
      ("@2021-03-05", "2021-03-05"), ("2024年2月29日", "2024-02-29"), ("２０２１年", "2021"),
    ])
  func periods(source: String, shown: String) {
    #expect(Parsed.line(source) == "period \(shown)")
  }

  @Test("the longest period literal is taken, and what follows is not")
  func longestMatch() {
    #expect(Parsed.line("@2021-03-05") == "period 2021-03-05")
    #expect(Parsed.line("@2021 - 3") == "- period 2021 number 3")
    #expect(Parsed.line("@2021-1天") == "- period 2021 number 1 day")
    #expect(Parsed.line("@2021-03..@2022-06") == "range period 2021-03 period 2022-06")
  }

  @Test(
    "a day that the calendar does not have is one error",
    arguments: [
      "2021年13月", "2021年2月30日", "2023年2月29日", "0000年", "2021年5季度", "@2021-13",
      "@2021-02-30", "@2021-Q5", "@2021-H3", "@0000",
    ])
  func impossible(source: String) {
    #expect(Parsed.errors("x = " + source) == ["PQL0016 " + source])
  }

  @Test(
    "a period that is written otherwise is offered the right form",
    arguments: [
      ("@2021-3", "@2021-03"), ("@2021-2025", "@2021..@2025"), ("2021Q3", "@2021-Q3"),
      ("2021h1", "@2021-H1"), ("2021年第三季度", "2021年3季度"), ("2021年三季度", "2021年3季度"),
      ("@2021年", "2021年"), ("2021至2025", "2021..2025"), ("2021年至2025年", "2021年..2025年"),
      ("2021年3月到2022年6月", "2021年3月..2022年6月"), ("2021–2025", "2021..2025"),
      ("2021—2025", "2021..2025"), ("2021～2025", "2021..2025"), ("2021…2025", "2021..2025"),
      ("2021...2025", "2021..2025"),
    ])
  func mended(source: String, fixed: String) {
    #expect(Parsed.fixed("period overlaps " + source) == "period overlaps " + fixed)
    #expect(Parsed.errors("period overlaps " + fixed) == [])
  }

  @Test("a year has four digits")
  func fiveDigits() {
    #expect(Parsed.errors("12345年") == ["PQL0024 12345年"])
    #expect(Parsed.errors("@21") == ["PQL0017 @21"])
  }

  @Test("ranges may be open at either end")
  func openRanges() {
    #expect(Parsed.line("2021..2025") == "range number 2021 number 2025")
    #expect(Parsed.line("@2021..") == "range period 2021 open")
    #expect(Parsed.line("..@2025") == "range open period 2025")
    #expect(
      Parsed.line("period overlaps @2021.. and a")
        == "and overlaps name period range period 2021 open name a")
    #expect(Parsed.line("f(@2021.., 3)") == "call f range period 2021 open number 3")
    #expect(Parsed.line("1000万元..5000万元") == "range number 1000 wanyuan number 5000 wanyuan")
  }
}
