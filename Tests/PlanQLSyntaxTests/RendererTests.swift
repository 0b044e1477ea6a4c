import PlanQLData
import PlanQLSyntax
import Testing

@Suite("diagnostics as text")
struct RendererTests {
  /// A diagnostic at the first place of a text in a source.
  static func diagnostic(
    at text: String, in source: String, severity: Diagnostic.Severity = .error,
    labels: [(text: String, says: String)] = [], help: LocalizedText? = nil
  ) -> Diagnostic {
    Diagnostic(
      Message("PQL0203", severity, en: "no field '\(text)' in projects", zh: "项目 中没有字段 '\(text)'"),
      at: span(of: text, in: source),
      labels: labels.map {
        Diagnostic.Label(span(of: $0.text, in: source), LocalizedText($0.says))
      },
      help: help)
  }

  /// The bytes of the first place of a text in a source.
  static func span(of text: String, in source: String) -> SourceSpan {
    let (bytes, wanted) = (Array(source.utf8), Array(text.utf8))
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      return SourceSpan(start, start + wanted.count)
    }
    return SourceSpan(bytes.count, bytes.count)
  }

  static func text(
    _ diagnostic: Diagnostic, _ source: String, _ language: Language = .en,
    coloring: Coloring = .plain, width: Int = 96
  ) -> String {
    DiagnosticRenderer(
      source: source, file: "report.planql", language: language, coloring: coloring, width: width
    ).text(diagnostic)
  }

  @Test("a misspelt field is pointed at")
  func caret() {
    let source = "projects | where investmant > 1000万元"
    let diagnostic = RendererTests.diagnostic(
      at: "investmant", in: source,
      help: LocalizedText(en: "did you mean 'investment'?", zh: "是不是想写 'investment'?"))
    #expect(
      RendererTests.text(diagnostic, source) == """
        error[PQL0203]: no field 'investmant' in projects
         --> report.planql:1:18
          |
        1 | projects | where investmant > 1000万元
          |                  ^^^^^^^^^^
          = help: did you mean 'investment'?

        """)
    #expect(
      RendererTests.text(diagnostic, source, .zh) == """
        错误[PQL0203]: 项目 中没有字段 'investmant'
         --> report.planql:1:18
          |
        1 | projects | where investmant > 1000万元
          |                  ^^^^^^^^^^
          = 帮助: 是不是想写 'investment'?

        """)
  }

  @Test("carets stand under wide characters, tabs and marks by display width")
  func widths() {
    let source = "# 说明\n项目\n\t| 筛选 投資額 > 1000万元 且 e\u{301}x = “🇨🇳”"
    #expect(
      RendererTests.text(RendererTests.diagnostic(at: "投資額", in: source), source).hasSuffix(
        """
         --> report.planql:3:7
          |
        3 |     | 筛选 投資額 > 1000万元 且 e\u{301}x = “🇨🇳”
          |            ^^^^^^

        """))
    let accent = RendererTests.diagnostic(at: "e\u{301}x", in: source)
    #expect(
      RendererTests.text(accent, source).contains("  |                                 ^^\n"))
    let flag = RendererTests.diagnostic(at: "🇨🇳", in: source)
    #expect(
      RendererTests.text(flag, source).contains(
        "  |                                       ^^\n"))
  }

  @Test("labels stand under their places, on their lines")
  func labels() {
    let source = "let area = 20亩\nlet cost = 3万元\n\n\nlet x = area + cost"
    let diagnostic = RendererTests.diagnostic(
      at: "area + cost", in: source, severity: .warning,
      labels: [("20亩", "number of m²"), ("3万元", "money"), ("area + cost", "cannot be added")])
    #expect(
      RendererTests.text(diagnostic, source) == """
        warning[PQL0203]: no field 'area + cost' in projects
         --> report.planql:5:9
          |
        1 | let area = 20亩
          |            ---- number of m²
        2 | let cost = 3万元
          |            ----- money
        ...
        5 | let x = area + cost
          |         ^^^^^^^^^^^ cannot be added

        """)
  }

  @Test("a span over a few lines marks each, over many the first and the last")
  func severalLines() {
    let source = "check \"x\":\n  sum(a)\n  = sum(b)\n"
    let few = RendererTests.diagnostic(at: "\"x\":\n  sum(a)\n  = sum(b)\n", in: source)
    #expect(
      RendererTests.text(few, source).hasSuffix(
        """
         --> report.planql:1:7
          |
        1 | check "x":
          |       ^^^^
        2 |   sum(a)
          |   ^^^^^^
        3 |   = sum(b)
          |   ^^^^^^^^

        """))
    let long = "first\n" + String(repeating: "  middle\n", count: 9) + "last one"
    let many = Diagnostic(
      Message("PQL0001", .hint, en: "x", zh: "x"), at: SourceSpan(2, long.utf8.count - 4))
    #expect(
      RendererTests.text(many, long).hasSuffix(
        """
        hint[PQL0001]: x
          --> report.planql:1:3
           |
         1 | first
           |   ^^^
        ...
        11 | last one
           | ^^^^

        """))
  }

  @Test("a long line is cut to a window around the place")
  func longLines() {
    let source =
      String(repeating: "项目a+", count: 50) + "investmant" + String(repeating: "+b", count: 80)
    let text = RendererTests.text(
      RendererTests.diagnostic(at: "investmant", in: source), source, width: 40)
    let rows = text.split(separator: "\n")
    #expect(rows[1] == " --> report.planql:1:201")
    #expect(rows[3].displayWidth <= 44 && rows[3].contains("investmant"))
    #expect(rows[3].hasPrefix("1 | …") && rows[3].hasSuffix("…"))
    let marked = zip(columns(rows[3]), columns(rows[4])).filter { $1 == "^" }.map { $0.0 }
    #expect(String(marked) == "investmant")
  }

  /// The text with a blank behind each wide character, so that places are columns.
  private func columns(_ text: Substring) -> [Character] {
    text.flatMap { $0.displayWidth == 2 ? [$0, " "] : [$0] }
  }

  @Test("labels far apart on a long line are each shown")
  func farLabels() {
    let source = "first " + String(repeating: "x ", count: 300) + "second"
    let diagnostic = RendererTests.diagnostic(
      at: "second", in: source, labels: [("first", "declared here")])
    let text = RendererTests.text(diagnostic, source, width: 50)
    #expect(text.contains("----- declared here") && text.contains("^^^^^^"))
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 60 })
  }

  @Test("control characters and invalid bytes are escaped")
  func controls() {
    let source = "a \u{1B}[31m \u{202E}b \u{200B} \u{0} end"
    let text = RendererTests.text(
      RendererTests.diagnostic(at: "end", in: source), source)
    #expect(text.contains("1 | a \\u{1b}[31m \\u{202e}b \\u{200b} \\u{0} end\n"))
    #expect(text.contains("  |" + String(repeating: " ", count: 39) + "^^^\n"))
    let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB8, 0x20, 0xED, 0xA0, 0x80, 0x62]
    let renderer = DiagnosticRenderer(bytes: bytes, file: "x\u{7}", language: .en)
    let message = Diagnostic(
      Message("PQL0001", en: "no\u{1B}", zh: "否"), at: SourceSpan(8, 9))
    #expect(
      renderer.text(message) == """
        error[PQL0001]: no\\u{1b}
         --> x\\u{7}:1:8
          |
        1 | a\\xFF\\xE4\\xB8 \\xED\\xA0\\x80b
          |                           ^

        """)
  }

  @Test("a place at the end of the source stands behind its last text")
  func end() {
    let source = "projects |\n\n"
    let text = RendererTests.text(
      Diagnostic(Message("PQL0001", en: "a stage is missing", zh: "缺少步骤"), at: SourceSpan(12, 12)),
      source)
    #expect(text.contains("report.planql:1:11") && text.contains("\n  |           ^\n"))
  }

  @Test(
    "no span and no source makes trouble",
    arguments: ["", "\n", "a", "项目\r\n|", "\r\r\r", "\t\t", "\u{FEFF}", "a\nb\nc\nd\ne\nf"])
  func robust(source: String) {
    let count = source.utf8.count
    for start in -2...(count + 2) {
      for end in [-5, start - 1, start, start + 1, count, count + 9, Int.max] {
        let diagnostic = Diagnostic(
          Message("PQL0001", en: "x", zh: "x"), at: SourceSpan(start, end),
          labels: [.init(SourceSpan(end, start), LocalizedText("l"))])
        let renderer = DiagnosticRenderer(source: source, file: "f", language: .zh, width: 0)
        #expect(renderer.text(diagnostic).contains("^"))
        #expect(renderer.json(diagnostic).hasSuffix("}"))
      }
    }
  }

  @Test("colour is there only when asked for, and changes no text")
  func colour() {
    let source = "projects | where investmant"
    let diagnostic = RendererTests.diagnostic(at: "investmant", in: source)
    let plain = RendererTests.text(diagnostic, source)
    var painted = RendererTests.text(diagnostic, source, coloring: .ansi)
    #expect(!plain.contains("\u{1B}") && painted.contains("\u{1B}[1;31merror[PQL0203]\u{1B}[0m"))
    for code in ["0", "1", "1;31", "34"] {
      painted = painted.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false)
        .joined()
    }
    #expect(painted == plain)
  }

  @Test("a fix without help says what to write")
  func fixes() {
    let source = "a == b"
    let fix = Diagnostic(
      Message("PQL0001", en: "x", zh: "x"), at: SourceSpan(2, 4), fix: .init(SourceSpan(2, 4), "="))
    #expect(RendererTests.text(fix, source).hasSuffix("  = help: write '='\n"))
    #expect(RendererTests.text(fix, source, .zh).hasSuffix("  = 帮助: 改写为 '='\n"))
  }

  @Test("a megabyte on one line is shown promptly")
  func promptly() {
    let source = String(repeating: "a+", count: 500_000)
    let diagnostic = Diagnostic(
      Message("PQL0001", en: "too deep", zh: "嵌套过深"), at: SourceSpan(500_000, 999_000))
    let renderer = DiagnosticRenderer(source: source, file: "f", language: .en)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(renderer.text(diagnostic).utf8.count < 500) }
    #expect(time < .seconds(2))
  }
}

@Suite("diagnostics as JSON")
struct RendererJSONTests {
  @Test("keys keep their order, offsets are bytes, columns characters")
  func json() {
    let source = "项目 | 筛选 投資額 > 1"
    let diagnostic = Diagnostic(
      Message("PQL0203", en: "no field '投資額'", zh: "没有字段 '投資額'"),
      at: RendererTests.span(of: "投資額", in: source),
      labels: [.init(RendererTests.span(of: "项目", in: source), LocalizedText(en: "in", zh: "在"))],
      help: LocalizedText(en: "did you mean \"投资额\"?", zh: "投资额"),
      fix: .init(RendererTests.span(of: "投資額", in: source), "投资额"))
    let renderer = DiagnosticRenderer(source: source, file: "a.planql", language: .en)
    #expect(
      renderer.json(diagnostic)
        == #"{"code":"PQL0203","severity":"error","message":"no field '投資額'","#
        + #""help":"did you mean \"投资额\"?","file":"a.planql","start":16,"end":25,"#
        + #""line":1,"column":9,"end_line":1,"end_column":12,"#
        + #""labels":[{"start":0,"end":6,"line":1,"column":1,"message":"in"}],"#
        + #""fix":{"start":16,"end":25,"replacement":"投资额"}}"#)
  }

  @Test("no help and no fix are null, and no diagnostics an empty array")
  func empty() {
    let renderer = DiagnosticRenderer(source: "x", file: "a", language: .zh)
    let json = renderer.json(
      Diagnostic(Message("PQL0001", .hint, en: "x", zh: "某"), at: SourceSpan(0, 1)))
    #expect(
      json.contains(#""message":"某","help":null"#) && json.hasSuffix(#""labels":[],"fix":null}"#))
    #expect(renderer.json([]) == "[]\n")
    #expect(renderer.json([Diagnostic]()) == "[]\n")
  }

  @Test("columns of a long line count its characters, near the start and far from it")
  func longLine() {
    let word = "项目a"
    let source = String(repeating: word, count: 4000)
    let lines = SourceLines(Array(("x\n" + source).utf8))
    for place in [0, 1, 146, 147, 1000, 3999] {
      let (line, column) = lines.position(of: 2 + place * word.utf8.count)
      #expect(line == 2)
      #expect(column == place * 3 + 1)
    }
  }

  @Test("a hundred places in a line of megabytes are shown promptly")
  func longLineIsPrompt() {
    let source = String(repeating: "汉字 ", count: 200_000)
    let size = source.utf8.count
    let diagnostics = (1...100).map { place in
      Diagnostic(Message("PQL0108", en: "here", zh: "此处"), at: SourceSpan(size - place * 7, size))
    }
    let renderer = DiagnosticRenderer(source: source, file: "long", language: .zh)
    let elapsed = ContinuousClock().measure {
      #expect(renderer.text(diagnostics).utf8.count > 0)
      #expect(renderer.json(diagnostics).utf8.count > 0)
    }
    #expect(elapsed < .seconds(20))
  }
}
