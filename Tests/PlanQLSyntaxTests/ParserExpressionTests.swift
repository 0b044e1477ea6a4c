import PlanQLData
import PlanQLSyntax
import Testing

@Suite("expressions")
struct ParserExpressionTests {
  @Test(
    "operators bind as the language says",
    arguments: [
      ("a or b and not c = d", "a or (b and (not (c = d)))"),
      ("not a = b", "not (a = b)"), ("a = b .. c", "a = (b .. c)"),
      ("a .. b ?? c", "a .. (b ?? c)"),
      ("a ?? b + c", "a ?? (b + c)"), ("a + b * c", "a + (b * c)"), ("a * b + c", "(a * b) + c"),
      ("a - b - c", "(a - b) - c"), ("a / b / c", "(a / b) / c"), ("-a * b", "(-a) * b"),
      ("a - -b", "a - (-b)"), ("-a.b", "-(a.b)"), ("a or b or c", "(a or b) or c"),
      ("a is missing and b", "(a is missing) and b"), ("a + 1 is known", "(a + 1) is known"),
      ("a in [b] or c", "(a in [b]) or c"), ("a in 1..5 and b", "(a in (1..5)) and b"),
      ("if a then b else c + d", "if a then b else (c + d)"),
      ("a = b and if c then d else e or f", "(a = b) and (if c then d else (e or f))"),
    ])
  func bindings(source: String, explicit: String) {
    let plain = Parsed.line(explicit).replacing("parentheses ", with: "")
    #expect(Parsed.line(source) == plain)
  }

  @Test(
    "every operator word is the same tree in both spellings", arguments: BinaryOperator.allCases)
  func operatorWords(op: BinaryOperator) {
    let english = Parsed.line("a \(op.record.text(.en)) b")
    #expect(english == "\(op.record.text(.en)) name a name b")
    #expect(Parsed.line("a \(op.record.text(.zh)) b") == english)
  }

  @Test("'not' stands before any operator word, also between spellings")
  func splitNegations() {
    #expect(Parsed.line("a not in b") == "not in name a name b")
    #expect(Parsed.line("a 非 属于 b") == "not in name a name b")
    #expect(Parsed.line("a not 开头是 b") == "not starts with name a name b")
  }

  @Test(
    "prefixes, tests and literals are the same tree in both spellings",
    arguments: [
      ("not a", "非 a"), ("true", "是"), ("false", "否"), ("missing", "缺失"),
      ("a is missing", "a 缺失"), ("a is known", "a 有值"), ("a = missing", "a = 缺失"),
      ("if a then b else c", "如果 a 则 b 否则 c"),
      ("case { a: b, else: c }", "分情况 { a: b, 否则: c }"),
      ("count(a where b distinct c sort d desc within e)", "count(a 其中 b 去重 c 排序 d 降序 同一 e)"),
      ("count(where a)", "count(其中 a)"), ("a as mg/L to 2", "a 折合 mg/L 保留 2"),
    ])
  func spellings(en: String, zh: String) {
    #expect(Parsed.line(en) == Parsed.line(zh))
  }

  @Test("comparisons do not chain")
  func chains() {
    #expect(Parsed.fixed("1 < a < 3") == "1 < a and a < 3")
    #expect(Parsed.fixed("a.b = c.d = e") == "a.b = c.d and c.d = e")
    #expect(Parsed.errors("a < b + c < d") == ["PQL0107 <"])
    #expect(Parsed.errors("a = b is missing") == ["PQL0107 is missing"])
    #expect(Parsed.errors("1..2..3") == ["PQL0107 .."])
    #expect(Parsed.errors("..2..3") == ["PQL0107 .."])
    #expect(Parsed.errors("(a = b) = c") == [])
  }

  @Test("calls have arguments, then clauses in their order")
  func calls() {
    #expect(Parsed.line("f()") == "call f")
    #expect(Parsed.line("f(a, b + 1)") == "call f name a + name b number 1")
    #expect(Parsed.line("count(where a = 1)") == "call count where = name a number 1")
    #expect(Parsed.line("count(distinct a, b)") == "call count distinct name a name b")
    #expect(Parsed.line("count(where)") == "call count name where")
    #expect(Parsed.line("count(where = 1)") == "call count = name where number 1")
    #expect(
      Parsed.line("rank(a desc, b within c)")
        == "call rank sort desc name a asc name b within name c")
    #expect(Parsed.errors("count(x sort a where b)") == ["PQL0126 where"])
    #expect(Parsed.errors("count(x where a where b)") == ["PQL0127 where"])
    #expect(Parsed.fixed("count(x, where a)") == "count(x where a)")
    #expect(Parsed.fixed("count(x 筛选 a)") == "count(x 其中 a)")
  }

  @Test("a pipeline stands in parentheses or as the only argument of a call")
  func pipelinesInside() {
    #expect(Parsed.line("count(t | where c)") == "call count pipeline name t where name c")
    #expect(
      Parsed.line("sum((t | take 1), 2)")
        == "call sum parentheses pipeline name t take number 1 number 2")
    #expect(
      Parsed.line("(t\n| take 1\n| total).a")
        == "member a parentheses pipeline name t take number 1 total")
    #expect(Parsed.fixed("f(t | take 1, 2)") == "f((t | take 1), 2)")
    #expect(Parsed.fixed("f(2, t | take 1)") == "f(2, (t | take 1))")
    #expect(Parsed.errors("[t | take 1]") == ["PQL0125 |"])
    #expect(Parsed.errors("\"{t | take 1}\"") == ["PQL0125 |"])
    #expect(Parsed.errors("t | where (a | b) | take 3") == ["PQL0152 b"])
  }

  @Test("paths, special names and quoted names")
  func paths() {
    #expect(Parsed.line("this.lead.name") == "member name member lead name this")
    #expect(
      Parsed.line("plan(\"approved\").projects") == "member projects call plan text \"approved\"")
    #expect(Parsed.line("a.`b c`") == "member `b c` name a")
    #expect(Parsed.errors("a.") == ["PQL0109 "])
    #expect(Parsed.errors("a.3") != [])
    #expect(Parsed.line("projects.len()") == "of name projects call len")
    #expect(
      Parsed.line("this.a.b(c, d).e") == "member e of member a name this call b name c name d")
    #expect(Parsed.errors("a[1]") == ["PQL0139 ["])
  }

  @Test("a value may say how it is shown, at its end only")
  func display() {
    #expect(Parsed.line("a as 亿元 to 1") == "shown as 亿元 to 1 name a")
    #expect(Parsed.line("a to 2") == "shown to 2 name a")
    #expect(Parsed.line("a as ％") == "shown as % name a")
    #expect(Parsed.line("a as m²") == "shown as m² name a")
    #expect(Parsed.errors("t | where a as 亿元 > 3") == ["PQL0122 as"])
    #expect(Parsed.errors("sum(a as 亿元)") == ["PQL0122 as"])
    #expect(Parsed.errors("a as") == ["PQL0151 "])
    #expect(Parsed.errors("a to 99") == ["PQL0123 99"])
    #expect(Parsed.errors("a to b") == ["PQL0123 b"])
  }

  @Test(
    "what is missing is said where it is missing",
    arguments: [
      ("a +", ["PQL0153 "]), ("a + * b", ["PQL0153 *"]), ("f(, a)", ["PQL0153 ,"]),
      ("if a", ["PQL0116 "]), ("if a then b", ["PQL0119 "]), ("case a", ["PQL0120 a"]),
      ("case { a b }", ["PQL0121 b"]), ("case { else: 1, a: 2 }", ["PQL0124 a"]),
      ("(a", ["PQL0145 ("]), ("[a, b", ["PQL0145 ["]), ("f(a\nlet b = 3", ["PQL0145 ("]),
      ("a )", ["PQL0142 )"]), ("a b", ["PQL0108 b"]), ("f(a b)\nc", ["PQL0108 b"]),
      ("a, b", ["PQL0149 ,"]), (".5", ["PQL0134 .5"]), ("let a =\nlet b = 3", ["PQL0153 "]),
      ("title \"a\" let b = 3", ["PQL0137 let"]),
    ])
  func missing(source: String, errors: [String]) {
    #expect(Parsed.errors(source) == errors)
  }

  @Test("'else missing' is offered where an 'else' is left out")
  func missingElse() {
    #expect(Parsed.fixed("if a then b") == "if a then b else missing")
    #expect(Parsed.fixed("如果 a 则 b") == "如果 a 则 b 否则 缺失")
  }
}
