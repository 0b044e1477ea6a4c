import PlanQLData
import PlanQLSyntax
import Testing

@Suite("characters, names and comments")
struct LexerTests {
  @Test(
    "full-width characters count as their twins outside of texts",
    arguments: [
      ("ｐｒｏｊｅｃｔｓ｜ｔａｋｅ　３", "projects | take 3"),
      ("求和（投资额）", "求和(投资额)"),
      ("【1、2，3】", "[1, 2, 3]"),
      ("a 》= 3 且 b 《 4", "a >= 3 and b < 4"),
      ("a ≥ 3 且 b ≤ 4 或 c ≠ 5", "a >= 3 and b <= 4 or c != 5"),
      ("2021。。2025", "2021..2025"),
      ("０。５", "0.5"),
      ("a × b ÷ c − d", "a * b / c - d"),
      ("a\u{3000}+\u{00A0}b", "a + b"),
      ("ab\u{200B}c + \u{FEFF}d", "abc + d"),
      ("＂abc＂", "\"abc\""),
    ])
  func folding(source: String, plain: String) {
    #expect(Parsed.tree(source) == Parsed.tree(plain))
  }

  @Test("inside texts nothing folds")
  func textsStay() {
    #expect(Parsed.line("“，。（１）\u{3000}”") == "text \"，。（１）\u{3000}\"")
  }

  @Test("names that are canonically equivalent are equal")
  func canonicalEquivalence() {
    #expect(Parsed.tree("caf\u{E9}") == Parsed.tree("cafe\u{301}"))
  }

  @Test("a name in backquotes may hold anything, and a word in them is no keyword")
  func quotedNames() {
    #expect(Parsed.line("`投资额（万元）` + `not`") == "+ name `投资额（万元）` name `not`")
    #expect(Parsed.errors("`abc") == ["PQL0023 `"])
    #expect(Parsed.errors("``") == ["PQL0012 ``"])
  }

  @Test("case matters")
  func caseMatters() {
    #expect(Parsed.line("Lead") == "name Lead")
    #expect(Parsed.errors("projects | Where a") == ["PQL0152 Where"])
  }

  @Test("a byte order mark is skipped, and line ends of all kinds count")
  func marksAndLineEnds() {
    #expect(Parsed.tree("\u{FEFF}a\r\nb\rc\nd") == Parsed.tree("a\nb\nc\nd"))
  }

  @Test("comments are kept with their places")
  func comments() {
    let script = Parser.parse("#!/usr/bin/env planql\n# planql 1.0 zh\na # why  \n＃ 全角").script
    #expect(
      script.comments.map(\.text) == ["#!/usr/bin/env planql", "# planql 1.0 zh", "# why", "# 全角"])
    #expect(script.comments.map(\.standsAlone) == [true, true, false, true])
    #expect(script.outputLanguage == .zh)
  }

  @Test("a header of another version or language is said")
  func headers() {
    #expect(Parsed.errors("# planql 2.0\na") == ["PQL0019 # planql 2.0"])
    #expect(Parsed.errors("# planql 1.0 fr\na") == ["PQL0020 # planql 1.0 fr"])
    #expect(Parsed.errors("# planql is nice\na") == [])
    #expect(Parsed.errors("a\n# planql 2.0") == [])
  }

  @Test("comments of other languages are offered '#'")
  func foreignComments() {
    #expect(Parsed.fixed("// all\nprojects") == "# all\nprojects")
    #expect(Parsed.fixed("-- all\nprojects") == "# all\nprojects")
    #expect(Parsed.errors("/* all\n of it */ projects") == ["PQL0021 /*"])
    #expect(Parsed.line("a - -b") == "- name a - name b")
  }

  @Test("bytes that are no UTF-8 are one diagnostic with the place")
  func invalidUTF8() {
    let result = Parser.parse(Array("projects".utf8) + [0xC0, 0x80, 0xFF, 0xFE])
    #expect(result.diagnostics.map(\.code) == ["PQL0002"])
    #expect(result.diagnostics.first?.span == SourceSpan(8, 9))
    #expect(result.diagnostics.first?.message.en == "no UTF-8 at byte 8")
    #expect(result.script.statements.isEmpty)
  }

  @Test(
    "sequences that only look like UTF-8 are refused",
    arguments: [
      [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC1, 0xBF], [0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xE4, 0xB8, 0x41],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(Parser.parse([0x61] + bytes).diagnostics.map(\.code) == ["PQL0002"])
    #expect(Parser.parse([0x61] + bytes).diagnostics.first?.span.start == 1)
  }

  @Test("a file of random bytes gives one diagnostic")
  func randomBytes() {
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(Parser.parse(bytes).diagnostics.count == 1)
  }

  @Test(
    "control characters and those for text direction are one diagnostic",
    arguments: [
      ("a\u{0}b", "PQL0003"), ("a\u{1B}[0m", "PQL0003"), ("\"a\u{202E}b\"", "PQL0004"),
      ("# \u{2066}", "PQL0004"), ("a\u{200F}", "PQL0004"),
    ])
  func controls(source: String, code: String) {
    #expect(Parser.parse(source).diagnostics.map(\.code) == [code])
  }

  @Test("a character that means nothing is named once")
  func unexpectedCharacters() {
    #expect(Parsed.errors("a + £") == ["PQL0005 £"])
    #expect(Parsed.errors("a + €€€") == ["PQL0005 €€€"])
    #expect(Parser.parse("a + £").diagnostics.first?.message.en.contains("U+00A3") == true)
  }
}
