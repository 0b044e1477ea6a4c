import PlanQLData
import PlanQLSyntax
import Testing

@Suite("statements and lines")
struct ParserStatementTests {
  @Test(
    "each statement is the same tree in both spellings",
    arguments: [
      ("param y: period = 2023", "参数 y: 时段 = 2023"),
      ("let a = b | take 3", "设定 a = b | 取前 3"),
      ("let a = b as % to 1", "设定 a = b 折合 % 保留 1"),
      ("check \"c\": a = b", "核对 “c”: a = b"),
      ("title \"a {b}\"", "标题 “a {b}”"), ("text \"a\"", "正文 “a”"),
      ("table \"a\": b | total", "表格 “a”: b | 合计行"), ("table: b", "表格: b"),
      ("a as 亿元", "a 折合 亿元"),
    ])
  func spellings(en: String, zh: String) {
    #expect(Parsed.tree(zh).replacing("时段", with: "period") == Parsed.tree(en))
  }

  @Test("parameters have types, and may have defaults")
  func parameters() {
    #expect(
      Parsed.tree("param a: [unit]\nparam b: int = 2 + 3") == """
        param a: [unit]
        param b: int
          +
            number 2
            number 3

        """)
    #expect(Parsed.errors("param a = 3") == ["PQL0114 ="])
    #expect(Parsed.errors("param a:") == ["PQL0148 "])
    #expect(Parsed.errors("param a: [unit") == ["PQL0145 ["])
  }

  @Test(
    "a statement word is one only with an operand after it",
    arguments: [
      "title", "title = \"a\"", "title.x", "title | take 1", "check + 1", "text contains \"a\"",
      "let", "table", "table.x", "title\n\"a\"",
    ])
  func names(source: String) {
    #expect(Parsed.tree(source).hasPrefix("result"))
  }

  @Test("a name may be spelt like any word where an operand is due")
  func wordsAsNames() {
    #expect(Parsed.line("by + desc * where") == "+ name by * name desc name where")
    #expect(
      Parsed.tree("t | select by, desc, total, in") == """
        result
          pipeline
            name t
            select
              name by
              name desc
              name total
              name in

        """)
    #expect(
      Parsed.tree("t | sort desc desc, by") == """
        result
          pipeline
            name t
            sort
              desc
                name desc
              asc
                name by

        """)
  }

  @Test(
    "a line break ends a statement",
    arguments: [
      ("a\nb", 2), ("a\n-b", 2), ("a\n\n# c\n\nb", 2), ("a | select *\nb", 2), ("@2021..\nb", 2),
      ("a;b\n;c;", 3), ("f\n(a)", 2),
    ])
  func ends(source: String, count: Int) {
    #expect(Parser.parse(source).script.statements.count == count)
    #expect(Parsed.errors(source) == [])
  }

  @Test(
    "a line goes on where something is open or owed, or where the next line says so",
    arguments: [
      "a\n| take 3", "a\n\n# why\n| take 3", "a\n.b", "a\n+ b", "a\n* b", "a\nand b", "a\n且 b",
      "a\n.. b", "a\n?? b", "a\nin b", "a\nstarts with b", "a\nnot in b", "a\nis missing", "a +\nb",
      "a | take\n3", "(a\n- b)", "[a,\nb\n]", "f(a\n, b)", "let a =\nb",
      "a | summarize count()\nby b",
      "if a\nthen b\nelse c", "如果 a\n则 b\n否则 c", "a\nas %", "a as %\nto 1", "a |\ntake 3",
      "table:\na",
    ])
  func goesOn(source: String) {
    #expect(Parser.parse(source).script.statements.count == 1)
    #expect(Parsed.errors(source) == [])
  }

  @Test("a comma may stand before a closing bracket or '|'")
  func trailingCommas() {
    #expect(Parsed.line("[a, b,]") == "list name a name b")
    #expect(Parsed.line("f(a,)") == "call f name a")
    #expect(Parsed.tree("t | select a, b,\n| take 1") == Parsed.tree("t | select a, b | take 1"))
    #expect(Parsed.line("case { a: b, else: c, }") == "case branch name a name b else name c")
    #expect(Parsed.errors("t | select a,") == ["PQL0153 "])
  }

  @Test(
    "definitions, charts and statements that hold others are the same tree in both spellings",
    arguments: [
      ("define f(a: int, b: [c]) = a", "定义 f(a: int, b: [c]) = a"),
      ("define f() = 3", "定义 f() = 3"), ("define by(to: a) = to", "定义 by(to: a) = to"),
      ("for by in over { by }", "逐个 by 取自 over { by }"), ("define a.b = c as %", "定义 a.b = c 折合 %"),
      ("define a.b(d: e) = c\n| take 3", "定义 a.b(d: e) = c | 取前 3"),
      ("use \"a.planql\"", "引用 “a.planql”"),
      ("chart bar \"a\": b | take 3", "图表 柱形 “a”: b | 取前 3"), ("chart gantt: a", "图表 甘特: a"),
      ("for a in b | where c { title \"d\" }", "逐个 a 取自 b | 筛选 c { 标题 “d” }"),
      ("for a in b {\n\n}", "逐个 a 取自 b {}"),
      ("if a > 3 { text \"b\"; c } else { d }", "如果 a > 3 {\n正文 “b”\nc\n} 否则 {\nd\n}"),
      (
        "if a { b } else if c { d } else { e }", "如果 a { b } 否则 如果 c { d } 否则 { e }"
      ),
      ("if a {\n  for b in c {\n    b\n  }\n}\nelse {\n}", "如果 a { 逐个 b 取自 c { b } } 否则 {}"),
    ])
  func blocks(en: String, zh: String) {
    #expect(Parsed.errors(en) == [])
    #expect(Parsed.errors(zh) == [])
    #expect(Parsed.tree(zh) == Parsed.tree(en))
    #expect(Parser.parse(en).script.statements.count == 1)
  }

  @Test("'if' begins a value where 'then' follows, a statement where '{' does")
  func ifs() {
    #expect(Parsed.tree("if a then b else c").hasPrefix("result\n  if"))
    #expect(Parsed.tree("if a { b }").hasPrefix("if\n"))
    #expect(Parsed.tree("if case { a: b, else: c } then d else e").hasPrefix("result\n  if"))
    #expect(Parsed.tree("if case { a: b, else: c } { d }").hasPrefix("if\n"))
  }

  @Test(
    "what is wrong with a definition, a chart or a block is said once, and the rest is read",
    arguments: [
      ("define f = 3\na b", ["PQL0198 f", "PQL0108 b"]), ("define a.b = ", ["PQL0153 "]),
      ("define f(a) = 3\nb", ["PQL0194 )"]), ("define f(a: int)\nb", ["PQL0195 "]),
      ("define a.3 = 3", ["PQL0110 3"]), ("use a\nb", ["PQL0197 a"]),
      ("use \"{a}\"", ["PQL0197 \"{a}\""]), ("chart \"a\": b\nc", ["PQL0193 \""]),
      ("chart baar \"a\": b", ["PQL0193 baar"]), ("chart bar \"a\" b", ["PQL0192 b"]),
      ("chart pie \"a\": b", ["PQL0130 pie"]),
      ("for a b { c d }\ne f", ["PQL0196 b", "PQL0108 f"]),
      ("for a in b\nc", ["PQL0190 "]), ("for a in b { c d }\ne f", ["PQL0108 d", "PQL0108 f"]),
      ("for a in b { c", ["PQL0145 {"]), ("if a { b } else c", ["PQL0190 c"]),
      ("let a = if b { c }\nd", ["PQL0191 if"]), ("for a in b { c } d", ["PQL0108 d"]),
      ("for a in b { table (c }\nd e", ["PQL0145 (", "PQL0108 e"]), ("if { a }", ["PQL0153 "]),
    ])
  func brokenBlocks(source: String, errors: [String]) {
    #expect(Parsed.errors(source) == errors)
  }

  @Test("a script that begins with '|' goes on from the last result where that is asked for")
  func continuing() {
    let result = Parser.parse("| take 3", continuing: true)
    #expect(result.diagnostics == [])
    #expect(TreeDump.text(of: result.script) == Parsed.tree("_ | take 3"))
    #expect(Parsed.errors("| take 3") == ["PQL0101 |"])
    #expect(Parsed.errors("|") == ["PQL0101 |"])
  }

  @Test("the queries of the language's first page parse")
  func firstPage() {
    let english = Parsed.tree(
      """
      # Projects under way in 2022 or 2023, by lead unit
      projects
      | where period overlaps 2022..2023 and investment >= 1000万元
      | summarize n: count(), total: sum(investment) by lead
      | extend share: total / sum(total) as %
      | sort total desc
      | total
      """)
    let chinese = Parsed.tree(
      """
      项目
      | 筛选 建设期限 重叠 2022..2023 且 投资额 >= 1000万元
      | 汇总 n: 计数(), total: 求和(投资额) 按 牵头单位
      | 增列 share: total / 求和(total) 折合 %
      | 排序 total 降序
      | 合计行
      """)
    let names = [
      ("项目", "projects"), ("建设期限", "period"), ("投资额", "investment"), ("计数", "count"),
      ("求和", "sum"), ("牵头单位", "lead"),
    ]
    #expect(names.reduce(chinese) { $0.replacing($1.0, with: $1.1) } == english)
    let report = Parsed.tree(
      """
      param year: period = 2023

      title "{plan.region} {param.year}: construction plan"
      let yearly_parts = projects | spread amount: investment over period by year

      table "by lead unit": yearly_parts
      | where year = param.year
      | summarize amount: sum(amount), n: count() by lead
      | sort amount desc
      | total

      check "the yearly amounts add up to the plan's total":
        sum(yearly_parts.amount) = sum(projects.investment)
      """)
    #expect(
      report.split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
        "param year: period", "title", "let yearly_parts", "table", "check",
      ])
  }
}
