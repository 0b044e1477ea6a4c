import PlanQLData
import PlanQLSyntax
import Testing

@Suite("limits of the parser")
struct ParserLimitTests {
  /// Parses, and says whether it came promptly, even on a slow machine without optimisation.
  private func promptly(_ source: String) -> ParseResult {
    let clock = ContinuousClock()
    var result: ParseResult?
    let time = clock.measure { result = Parser.parse(source) }
    #expect(time < .seconds(30))
    return result ?? Parser.parse("")
  }

  @Test(
    "a source that is nested too deeply is one diagnostic, promptly",
    arguments: [
      ("(", "", 100_000), ("(", ")", 100_000), ("[", "", 100_000), ("\"{", "", 100_000),
      ("f(", "", 20_000),
      ("- ", "", 20_000), ("not ", "", 20_000), ("if ", "", 20_000), ("“{", "", 20_000),
      ("case {", "", 20_000), ("if a then b else ", "", 20_000), ("count(a where ", "", 20_000),
      ("(a + ", "", 20_000), (".. ", "", 20_000), ("(a | take ", "", 20_000),
    ])
  func nesting(opening: String, closing: String, count: Int) {
    let result = promptly(
      String(repeating: opening, count: count) + "a" + String(repeating: closing, count: count))
    #expect(result.diagnostics.count == 1)
  }

  @Test(
    "a chain that is too long is one diagnostic, promptly",
    arguments: [
      ("+a", 500_000), (" and a", 5000), (" ?? a", 5000), (" * -a", 5000), (" | take 1", 5000),
      (".a", 5000),
    ])
  func chains(link: String, count: Int) {
    let result = promptly("a" + String(repeating: link, count: count))
    #expect(result.diagnostics.map(\.code) == ["PQL0146"])
  }

  @Test("two hundred levels are enough, one more is too many")
  func exactly() {
    func sum(_ terms: Int) -> String { Array(repeating: "a", count: terms).joined(separator: "+") }
    #expect(Parsed.errors(sum(200)) == [])
    #expect(Parser.parse(sum(201)).diagnostics.map(\.code) == ["PQL0146"])
    func nested(_ levels: Int) -> String {
      String(repeating: "(", count: levels) + "a" + String(repeating: ")", count: levels)
    }
    #expect(Parsed.errors(nested(199)) == [])
    #expect(Parser.parse(nested(200)).diagnostics.map(\.code) == ["PQL0146"])
    let wide = "[" + Array(repeating: "1", count: 10_000).joined(separator: ",") + "]"
    #expect(Parsed.errors(wide) == [])
  }

  @Test("no expression is taller than the limit, whatever chains and brackets make of it")
  func heights() {
    var source = "a"
    for _ in 0..<30 { source = "(" + source + String(repeating: "+a", count: 20) + ")" }
    let result = Parser.parse(source)
    #expect(result.diagnostics.map(\.code) == ["PQL0146"])
    for case .result(let value) in result.script.statements.map(\.kind) {
      #expect(value.height <= ParseLimits.standard.depth)
    }
  }

  @Test("a source that is too large is one diagnostic")
  func size() {
    let limits = ParseLimits(sourceBytes: 10)
    #expect(Parser.parse("abcdefghij", limits: limits).diagnostics == [])
    #expect(Parser.parse("abcdefghijk", limits: limits).diagnostics.map(\.code) == ["PQL0001"])
  }

  @Test("a source with very many errors is not read to its end")
  func manyErrors() {
    let result = promptly(Array(repeating: "a b", count: 1000).joined(separator: "\n"))
    #expect(result.diagnostics.count == 101)
    #expect(result.diagnostics.last?.code == "PQL0147")
    #expect(promptly(String(repeating: "£ ", count: 5000)).diagnostics.count == 101)
  }

  @Test(
    "sources that look back or ahead are read in one pass",
    arguments: [
      "1以上", "a between ", "a\n", "1至", "“{“{a}”}”", "(a|take (1|", "100,", "取前", "¥", "…", "`",
      "@", "”",
      "\\", "{", "}", "x: ", "select a, ", "title ", "a ? ", "a < ", "let x = ", "x 且y ",
    ])
  func onePass(piece: String) {
    _ = promptly(String(repeating: piece, count: 60_000 / piece.utf8.count))
    _ = promptly("[" + String(repeating: piece, count: 60_000 / piece.utf8.count))
  }

  @Test("whatever is written, parsing ends and points inside the source")
  func randomTokens() {
    let pieces = [
      "a", "项目", "(", ")", "[", "]", "{", "}", "|", ",", ":", ";", "\n", " ", "=", "+", "-", "*",
      "..",
      ".", "\"", "“", "”", "「", "」", "'", "\"\"\"", "`", "where", "select", "summarize", "by",
      "take",
      "sort", "desc", "筛选", "汇总", "按", "let", "title", "check", "table", "param", "for", "if",
      "then",
      "else", "case", "not", "in", "is", "missing", "as", "to", "%", "1000万元", "2021年", "@2021",
      "12",
      "==", "&&", "大于", "至", "以上", "¥", "between", "and", "且", "expand", "spread", "over", "year",
      "count(", "# c", "\\", "£", "\u{200B}", "null", "!", "text", "distinct", "within", "total",
      "3年且",
    ]
    var random = Generator(state: 20_210_305)
    for _ in 0..<2000 {
      let length = Int.random(in: 1...40, using: &random)
      let source = (0..<length)
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let size = source.utf8.count
      for continuing in [true, false] {
        let result = Parser.parse(source, continuing: continuing)
        for diagnostic in result.diagnostics {
          let places = [diagnostic.span] + [diagnostic.fix?.span].compactMap { $0 }
          for span in places {
            #expect(span.start >= 0 && span.start <= span.end && span.end <= size, "\(source)")
          }
        }
        for statement in result.script.statements {
          let span = statement.span
          #expect(span.start <= span.end && span.end <= size, "\(source)")
        }
        #expect(TreeDump.text(of: result.script).contains("invalid") == false || result.hasErrors)
      }
    }
  }

  /// A repeatable source of numbers.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

@Suite("finished and unfinished input")
struct ParserCompletenessTests {
  @Test(
    "input is finished when nothing is open or owed",
    arguments: [
      "", "# c", "projects", "projects | take 3", "| take 3", "a as %", "@2021..", "select *",
    ])
  func complete(source: String) {
    if source == "select *" {
      #expect(Parser.completeness(of: "t | select *") == .complete)
    } else {
      #expect(Parser.completeness(of: source) == .complete)
    }
  }

  @Test(
    "input is unfinished when more of it could finish it",
    arguments: [
      ("sum(projects.investment", "'(' is not closed"), ("[1,", "'[' is not closed"),
      ("projects |", "a stage"), ("a +", "a value"), ("let a =", "a value"),
      ("t | take", "a value"),
      ("title “abc", "the text"), ("title \"\"\"\nabc", "the text"), ("text “{sum(a)", "'{'"),
      ("if a", "'then'"), ("if a then b", "'else'"), ("case {", "'{'"), ("table \"a\":", "a value"),
      ("t | where a and", "a value"), ("t | select a,", "a value"), ("f(a |", "'('"),
    ])
  func incomplete(source: String, open: String) {
    guard case .incomplete(let text) = Parser.completeness(of: source) else {
      Issue.record("\(source) is \(Parser.completeness(of: source))")
      return
    }
    #expect(text.en.hasPrefix(open), "\(source): \(text.en)")
  }

  @Test(
    "input is broken when no more of it can mend it",
    arguments: [
      "title \"abc", "a b", "t | foo", "a )", "sum(a b", "a b +", "2021年13月", "`abc", "let a",
    ])
  func invalid(source: String) {
    #expect(Parser.completeness(of: source) == .invalid, "\(source)")
  }
}
