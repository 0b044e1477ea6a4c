import PlanQLData
import PlanQLSyntax
import Testing

@Suite("texts")
struct LexerTextTests {
  @Test(
    "each form ends at its own partner, and other quotes are text",
    arguments: [
      ("\"it's “so”\"", "text \"it's “so”\""), ("“say \"a\" 'b'”", "text \"say \\\"a\\\" 'b'\""),
      ("「“a”」", "text \"“a”\""), ("'a \"b\" {c} \\n'", "text \"a \\\"b\\\" {c} \\\\n\""),
      ("‘a ' b’", "text \"a ' b\""), ("\"\"\"a \"b\" c\"\"\"", "text \"a \\\"b\\\" c\""),
      ("\"\"", "text \"\""), ("“”", "text \"\""), ("'C:\\dir'", "text \"C:\\\\dir\""),
    ])
  func forms(source: String, line: String) {
    #expect(Parsed.line(source) == line)
  }

  @Test("escapes mean what they say")
  func escapes() {
    #expect(Parsed.line("\"a\\n\\t\\\"\\\\\\u{4E2D}\\u{1F600}\"") == "text \"a\\n\\t\\\"\\\\中😀\"")
    #expect(Parsed.errors("\"\\q\"") == ["PQL0008 \\q"])
    #expect(Parsed.fixed("\"\\{a\"") == "\"{{a\"")
    #expect(Parsed.errors("\"\\u{110000}\"") == ["PQL0009 \\u{110000}"])
    #expect(Parsed.errors("\"\\u{D800}\"") == ["PQL0009 \\u{D800}"])
    #expect(Parsed.errors("\"\\u{}\"") == ["PQL0009 \\u{}"])
    #expect(Parsed.errors("\"\\u4E2D\"") == ["PQL0009 \\u"])
  }

  @Test("holes hold expressions, also with texts and braces of their own")
  func holes() {
    #expect(
      Parsed.line("\"a {b + 1} c{d as % to 1}\"")
        == "text \"a \" hole + name b number 1 \" c\" hole shown as % to 1 name d")
    #expect(
      Parsed.line("“{if a then “{b}” else \"c\"}”")
        == "text hole if name a text hole name b text \"c\"")
    #expect(
      Parsed.line("\"{case { a: 1, else: 2 }}\"")
        == "text hole case branch name a number 1 else number 2")
    #expect(Parsed.line("\"{{a}} {{{b}}}\"") == "text \"{a} {\" hole name b \"}\"")
    #expect(
      Parsed.line("\"{sum(a\n+ b)}\"".replacing("\n", with: " "))
        == "text hole call sum + name a name b")
  }

  @Test("what is wrong with a hole is said once")
  func brokenHoles() {
    #expect(Parsed.errors("title \"{}\"") == ["PQL0117 {}"])
    #expect(Parsed.errors("title \"{a b}\"\nc") == ["PQL0108 b"])
    #expect(Parsed.errors("title \"{a:2}\"") == ["PQL0118 :"])
    #expect(Parsed.errors("title \"{sum(a}\"\nc") == ["PQL0145 ("])
    #expect(Parsed.fixed("\"a } b\"") == "\"a }} b\"")
  }

  @Test("a text that is not closed is one error, and the next line is read")
  func unclosed() {
    #expect(
      Parsed.errors("projects | where name = \"abc\n| take x y") == ["PQL0006 \"", "PQL0108 y"])
    #expect(Parsed.errors("title 'abc") == ["PQL0006 '"])
    #expect(Parsed.errors("check \"abc: a = b\nprojects") == ["PQL0006 \""])
    #expect(Parsed.errors("title \"{sum(x\"\nprojects") == ["PQL0007 {"])
    #expect(Parsed.errors("title \"{x\nprojects") == ["PQL0007 {"])
    #expect(Parsed.errors("title “abc\ndef") == ["PQL0006 “"])
    #expect(Parsed.errors("title \"\"\"abc\n\"\"") == ["PQL0006 \"\"\""])
  }

  @Test("a quote of another kind is offered its partner")
  func wrongQuotes() {
    #expect(Parsed.fixed("title “abc\"") == "title “abc”")
    #expect(Parsed.fixed("title ”abc”") == "title “abc”")
    #expect(Parsed.fixed("title ’abc’") == "title ‘abc’")
  }

  @Test("texts over several lines lose their common indentation and the lines of the quotes")
  func indentation() {
    #expect(Parsed.line("\"\"\"\n    a\n      b\n\n    c\n    \"\"\"") == "text \"a\\n  b\\n\\nc\"")
    #expect(Parsed.line("“\n  a\n  {b}\n    c\n”") == "text \"a\\n\" hole name b \"\\n  c\"")
    #expect(Parsed.line("「a\n    b\n    c」") == "text \"a\\nb\\nc\"")
    #expect(Parsed.line("“\n”") == "text \"\"")
    #expect(Parsed.line("“\n\n”") == "text \"\"")
    #expect(Parsed.line("“\r\n  a\r\n  b\r\n”") == "text \"a\\nb\"")
    #expect(Parsed.line("“{a}\n  {b}\n”") == "text hole name a \"\\n\" hole name b")
    #expect(Parsed.line("“\n　　首行缩进\n　　次行\n”") == "text \"　　首行缩进\\n　　次行\"")
    #expect(Parsed.line("“\n  a\\n b\n  c\n”") == "text \"a\\n b\\nc\"")
  }
}
