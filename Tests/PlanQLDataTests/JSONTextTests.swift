import PlanQLData
import Testing

@Suite("JSON text")
struct JSONTextTests {
  @Test("strings escape quotes, backslashes and control characters, and nothing else")
  func strings() {
    #expect(JSONText.string("项目 👍🏽 /") == "\"项目 👍🏽 /\"")
    #expect(JSONText.string("a\"b\\c") == #""a\"b\\c""#)
    #expect(JSONText.string("\n\r\t\r\n") == #""\n\r\t\r\n""#)
    #expect(JSONText.string("\u{0}\u{1B}\u{7F}") == #""\u0000\u001b\u007f""#)
  }

  @Test("numbers are whole where they can be, and null where JSON has none")
  func numbers() {
    #expect(JSONText.number(450_000_000) == "450000000")
    #expect(JSONText.number(0.1) == "0.1")
    #expect(JSONText.number(-0.0) == "0")
    #expect(JSONText.number(1e300) == "1e+300")
    #expect(JSONText.number(.nan) == "null")
    #expect(JSONText.number(-.infinity) == "null")
  }

  @Test("objects keep the order of their keys")
  func objects() {
    let object = JSONText.object([("b", "1"), ("a", JSONText.array(["2", JSONText.string("x")]))])
    #expect(object == #"{"b":1,"a":[2,"x"]}"#)
  }
}
