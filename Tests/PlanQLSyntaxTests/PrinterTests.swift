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
      parse(source), source: Array(source.utf8), spelling: spelling, names: names)
  }

  /// Names of the standard plan that the samples use.
  /// Names that the samples use, by either spelling.
  static let names: [String: Name] = {
    let names = [
      Name("projects", "项目"), Name("period", "建设期限"), Name("investment", "投资额"), Name("count", "计数"),
      Name("sum", "求和"), Name("lead", "牵头单位"), Name("region", "地区"), Name("unit", "单位"),
      Name("year", "年度"), Name("progress", "进展"), Name("as_of", "截至日期"), Name("done", "形象进度"),
      Name("invested", "完成投资"), Name("status", "状态"), Name("first", "首个"), Name("kind", "类型"),
      Name("rank", "排名"), Name("name", "名称"), Name("area", "面积"), Name("cost", "造价"),
      Name("any", "存在"), Name("led_projects", "牵头项目"), Name("parent", "上级"),
      Name("content", "建设内容"), Name("place", "地点"),
    ]
    return names.reduce(into: [:]) {
      $0[$1.en] = $1
      $0[$1.zh] = $1
    }
  }()

  @Test("a canonical script stays as it is", arguments: PrinterSamples.pairs)
  func canonical(en: String, zh: String) {
    #expect(PrinterTests.print(en) == en + "\n" || en.contains("; "))
    #expect(PrinterTests.print(zh) == zh + "\n" || zh.contains("; "))
    #expect(PrinterTests.print(en, .en) == PrinterTests.print(en))
    #expect(PrinterTests.print(zh, .zh) == PrinterTests.print(zh))
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

/// What a value holds, leaving out places in the source and the spelling of the names that the language gives.
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
