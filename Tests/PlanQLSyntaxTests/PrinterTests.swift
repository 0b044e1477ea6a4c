import PlanQLData
import PlanQLSyntax
import Testing

@Suite("printer")
struct PrinterTests {
  static func parse(_ source: String) -> Script {
    let result = Parser.parse(source)
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message.en)
    #expect(errors == [], "\(source)")
    return result.script
  }

  static func print(
    _ source: String, _ spelling: Language? = nil,
    names: @escaping (Identifier) -> Name? = { _ in nil }
  ) -> String {
    Printer.text(
      parse(source), source: Array(source.utf8), spelling: spelling
    ) { identifier in names(identifier).map { NameMeaning($0) } }
  }

  /// Names of the standard plan that the samples use.
  /// Names that the samples use, by either spelling.
  static let names: [String: Name] = {
    let names = [
      Name("projects", "项目"), Name("period", "建设期限"), Name("investment", "投资额"),
      Name("count", "计数"),
      Name("sum", "求和"), Name("lead", "牵头单位"), Name("region", "地区"), Name("unit", "单位"),
      Name("year", "年度"), Name("progress", "进展"), Name("as_of", "截至日期"), Name("done", "形象进度"),
      Name("invested", "完成投资"), Name("status", "状态"), Name("first", "首个"), Name("kind", "类型"),
      Name("rank", "排名"), Name("name", "名称"), Name("area", "面积"), Name("cost", "造价"),
      Name("any", "存在"), Name("led_projects", "牵头项目"), Name("parent", "上级"),
      Name("content", "建设内容"), Name("place", "地点"),
      Name("indicator", "指标"), Name("measures", "措施"), Name("units", "责任单位"),
    ]
    return names.reduce(into: [:]) {
      $0[$1.en] = $1
      $0[$1.zh] = $1
    }
  }()

  @Test("a canonical script stays as it is", arguments: PrinterSamples.pairs)
  func canonical(en: String, zh: String) {
    #expect(PrinterTests.print(en) == en + "\n")
    #expect(PrinterTests.print(zh) == zh + "\n")
    #expect(PrinterTests.print(en, .en) == PrinterTests.print(en))
    #expect(PrinterTests.print(zh, .zh) == PrinterTests.print(zh))
  }

  @Test("names and words go into the other spelling and back", arguments: PrinterSamples.pairs)
  func translation(en: String, zh: String) {
    let names = { (name: Identifier) in PrinterTests.names[name.text] }
    #expect(PrinterTests.print(en, .zh, names: names) == PrinterTests.print(zh))
    #expect(PrinterTests.print(zh, .en, names: names) == PrinterTests.print(en))
  }

  @Test("what was printed reads back as the same tree", arguments: PrinterSamples.rough)
  func roundTrip(source: String) {
    let tree = shape(PrinterTests.parse(source))
    for spelling in [nil, Language.en, .zh] {
      let printed = PrinterTests.print(source, spelling)
      #expect(shape(PrinterTests.parse(printed)) == tree, "\(printed)")
      #expect(PrinterTests.print(printed, spelling) == printed, "\(printed)")
      let comments = PrinterTests.parse(source).comments.map(\.text)
      #expect(PrinterTests.parse(printed).comments.map(\.text).sorted() == comments.sorted())
    }
    let there = PrinterTests.print(source, .zh)
    let back = PrinterTests.print(there, .en)
    #expect(back == PrinterTests.print(source, .en))
  }

  @Test("lines stay within their width where they can", arguments: PrinterSamples.rough)
  func width(source: String) {
    for line in PrinterTests.print(source, .en).split(separator: "\n") {
      let isOneChain = line.contains(" - investment - ")
      #expect(line.displayWidth <= Printer.width || isOneChain, "\(line)")
    }
  }
}

@Suite("printer, case by case")
struct PrinterCaseTests {
  @Test(
    "layouts",
    arguments: [
      ("projects|where a>1", "projects | where a > 1"),
      ("projects|where a>1|take 3|skip 1", "projects\n| where a > 1\n| take 3\n| skip 1"),
      ("a\n\n\n\nb;c", "a\n\nb\nc"),
      ("x  =  1_000.50万元", "x = 1_000.50万元"),
      ("f( )+f(a,b)", "f() + f(a, b)"),
      ("t | sort a asc, b desc", "t | sort a, b desc"),
      ("t | spread x over y by year evenly", "t | spread x over y by year"),
      ("a = (b)", "a = (b)"),
      ("not(a)and-b<2", "not (a) and -b < 2"),
      ("a .. b", "a..b"),
      ("case{a:1,else:2}", "case { a: 1, else: 2 }"),
      ("'a{b}'", "'a{b}'"),
      ("t | where 项目　＝　１", "t | where 项目 = 1"),
      ("x as 亿元 to 2", "x as 亿元 to 2"),
      ("text \"\"\"\n    one\n      two\n    \"\"\"", "text \"\"\"\none\n  two\n\"\"\""),
    ])
  func layout(source: String, printed: String) {
    #expect(PrinterTests.print(source) == printed + "\n")
  }

  @Test(
    "texts take the quotes of the spelling, unless they cannot hold them",
    arguments: [
      ("title \"a \\\"b\\\" c\"", "title \"a \\\"b\\\" c\"", "标题 “a \"b\" c”"),
      ("标题 “a 'b' c”", "title \"a 'b' c\"", "标题 “a 'b' c”"),
      ("标题 「a ” c」", "title \"a ” c\"", "标题 「a ” c」"),
      ("标题 \"a ” c 」\"", "title \"a ” c 」\"", "标题 \"a ” c 」\""),
      ("标题 '{a}'", "title \"{{a}}\"", "标题 “{{a}}”"),
      ("标题 “a\n b”", "title \"\"\"\na\nb\n\"\"\"", "标题 “\na\nb\n”"),
      ("title \"a\\nb\"", "title \"a\\nb\"", "标题 “a\\nb”"),
      ("title \"{f(\"x\")}\"", "title \"{f(\"x\")}\"", "标题 “{f(“x”)}”"),
    ])
  func quotes(source: String, en: String, zh: String) {
    #expect(PrinterTests.print(source, .en) == en + "\n")
    #expect(PrinterTests.print(source, .zh) == zh + "\n")
  }

  @Test("periods are written as the spelling writes them")
  func periods() {
    let en = "@2021 + @2021-H2 + @2021-Q3 + @2021-03 + @2021-03-05\n"
    let zh = "2021年 + 2021年下半年 + 2021年3季度 + 2021年3月 + 2021年3月5日\n"
    #expect(PrinterTests.print(en, .zh) == zh)
    #expect(PrinterTests.print(zh, .en) == en)
    #expect(PrinterTests.print(en) == en && PrinterTests.print(zh) == zh)
  }

  @Test("each word stays in the language it was written in where none is asked for")
  func mixed() {
    let source = """
      项目 | where 投资额 > 1 且 a or b | 排序 x desc, y 降序 | take 3 按 z
      | summarize 求和(投资额 where a 排序 b) by c | 展开 u in v 均分 w once x | spread a 依据 b by 年度 daily
      | extend a: 如果 b then c 否则 d, e: x is missing or y 缺失, f: true = 是, g: x 折合 亿元 to 1
      """
    let script = PrinterTests.parse(source)
    let printed = PrinterTests.print(source)
    let words = { (text: String) in text.split { " \n".contains($0) } }
    #expect(words(printed) == words(source))
    #expect(TreeDump.text(of: PrinterTests.parse(printed)) == TreeDump.text(of: script))
  }

  @Test("comments stay where they stood")
  func comments() {
    let source = """
      # planql 1.0 en
      # A comment of its own

      # one before
      let late = progress  # behind the source
      # before a stage
      | where done < 50%  # behind a stage
      | extend a: 1,  # behind an item
               # before an item
               b: [
                 2,  # in a list
                 3
               ]
      | take 3  # at the end

      # the last

      """
    #expect(PrinterTests.print(source) == source)
  }

  @Test("names are quoted where they have to be")
  func quotedNames() {
    let names = ["a": Name("a", "是"), "b": Name("b", "面积(亩)"), "c": Name("c", "丙")]
    let printed = PrinterTests.print("t | where a and b or c and `c`", .zh) { names[$0.text] }
    #expect(printed == "t | 筛选 `是` 且 `面积(亩)` 或 丙 且 丙\n")
    #expect(PrinterTests.print("`a b` | take 1", .zh) == "`a b` | 取前 1\n")
  }

  @Test("what could not be parsed is kept as it is")
  func invalid() {
    let source = "projects | where | take 3\nlet = 5\na b c"
    let script = Parser.parse(source).script
    let printed = Printer.text(script, source: Array(source.utf8))
    #expect(printed.contains("let = 5"))
  }

  @Test("an expression prints on one line")
  func line() {
    let source = "sum(\n  a, # one\n  b and c\n)"
    guard case .result(let value) = PrinterTests.parse(source).statements.first?.kind else {
      Issue.record("no expression")
      return
    }
    #expect(Printer.line(value, source: Array(source.utf8)) == "sum(a, b and c)")
    #expect(Printer.line(value, source: Array(source.utf8), spelling: .zh) == "sum(a, b 且 c)")
  }
}

/// What a value holds, leaving out places in the source and the spelling of the names that the
/// language gives.
func shape(_ value: Any) -> String {
  if let name = value as? Identifier, !name.isQuoted {
    return "name \"\(SpecialName(text: name.text)?.rawValue ?? name.text)\""
  }
  if let type = value as? TypeName, let word = TypeWord(text: type.name.text) {
    return "type \(word.rawValue) \(type.isList)"
  }
  if value is SourceSpan { return "" }
  if let text = value as? String { return "\"\(text)\"" }
  if let expression = value as? Expression { return shape(expression.kind) }
  let mirror = Mirror(reflecting: value)
  guard !mirror.children.isEmpty else { return "\(value)" }
  let children = mirror.children.filter { !($0.value is SourceSpan) && $0.label != "comments" }
    .map { ($0.label.map { "\($0): " } ?? "") + shape($0.value) }
  let name = mirror.displayStyle == .enum ? "" : "\(type(of: value))"
  return "\(name)(\(children.joined(separator: ", ")))"
}
