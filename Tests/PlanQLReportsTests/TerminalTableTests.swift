import PlanQLData
import PlanQLReports
import Testing

@Suite("tables for the terminal") struct TerminalTableTests {
  func lines(
    _ document: ReportDocument, width: Int? = nil, maxRows: Int? = nil, footer: Bool = false
  ) -> [String] {
    let options = RenderOptions(width: width, maxRows: maxRows, showsFooter: footer)
    let text = OutputFormat.table.render(document, options: options)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("a table has its unit in the heading, points in line and its total below a rule")
  func byLead() {
    let document = Sample.document(Sample.byLead, caption: "各牵头单位完成情况")
    #expect(
      OutputFormat.table.render(document) == """
        各牵头单位完成情况
        ───────────────────────────────────
        牵头单位    n  投资额(万元)    占比
        ───────────────────────────────────
        农业农村局  4        45,000  64.29%
        工信局      2        15,000  21.43%
        文广新局    1        10,000  14.29%
        ───────────────────────────────────
        合计        7        70,000
        ───────────────────────────────────

        """)
  }

  @Test("numbers with different decimals stand with their points in line") func points() {
    let table = Sample.table([
      Sample.column(
        "amount", "金额", .money(.yuan),
        [Sample.yuan(250_000_000), .missing, Sample.fen(2_666_666_667), Sample.yuan(-5_000)])
    ])
    #expect(
      lines(Sample.document(table, language: .en))[3...6] == [
        "   25,000", "        –", "    2,666.666667", "       -0.5",
      ])
  }

  @Test(
    "no line is wider than the screen, and no number is cut",
    arguments: [200, 120, 100, 80, 60, 40, 30, 20]
  ) func widths(width: Int) {
    for language in Language.allCases {
      for table in [Sample.mixed, Sample.byLead] {
        let lines = lines(Sample.document(table, language: language), width: width, footer: true)
        for line in lines { #expect(line.displayWidth <= width, "\(line)") }
      }
      let text = lines(Sample.document(Sample.mixed, language: language), width: width)
      for number in ["10,000", "0.000001", "-123.456789"] {
        #expect(text.contains { $0.contains(number) })
      }
    }
    for line in lines(Sample.report, width: width) {
      #expect(line.displayWidth <= width, "\(line)")
    }
  }

  @Test("a text is wrapped, not cut, where the table is too wide") func wrapping() {
    let text = "新建污水管网126公里，改造泵站3座（含配套设备），覆盖12个镇（街）。"
    let table = Sample.table([
      Sample.column("no", "序号", .int, [.int(1), .int(2)]),
      Sample.column("content", "建设内容", .text, [.text(text), .text("无")]),
      Sample.column("investment", "投资额", .money(.yuan), [Sample.yuan(450_000_000), .missing]),
    ])
    #expect(
      OutputFormat.table.render(Sample.document(table), options: RenderOptions(width: 40)) == """
        ────────────────────────────────────────
                                          投资额
        序号  建设内容                    (万元)
        ────────────────────────────────────────
           1  新建污水管网126公里，改造   45,000
              泵站3座（含配套设备），覆
              盖12个镇（街）。
           2  无                               –
        ────────────────────────────────────────

        """)
  }

  @Test("a bracket stays on the line of what it holds") func brackets() {
    #expect("甲乙丙（丁）".wrapped(toDisplayWidth: 8) == ["甲乙丙", "（丁）"])
  }

  @Test("a table too wide for any columns is written one record a block") func blocks() {
    #expect(
      OutputFormat.table.render(
        Sample.document(Sample.byLead), options: RenderOptions(width: 26)) == """
          ── 1 ─────────────────────
          牵头单位      农业农村局
          n             4
          投资额(万元)  45,000
          占比          64.29%
          ── 2 ─────────────────────
          牵头单位      工信局
          n             2
          投资额(万元)  15,000
          占比          21.43%
          ── 3 ─────────────────────
          牵头单位      文广新局
          n             1
          投资额(万元)  10,000
          占比          14.29%
          ── 合计 ──────────────────
          n             7
          投资额(万元)  70,000
          ──────────────────────────

          """)
    let narrow = lines(Sample.document(Sample.byLead), width: 20)
    #expect(narrow[..<4] == ["── 1 ───────────────", "牵头单位", "  农业农村局", "n"])
  }

  @Test("no width is too small", arguments: [-1, 0, 1, 2, 3, 5, 8]) func tinyScreens(width: Int) {
    for table in [Sample.mixed, Sample.byLead, Sample.table([])] {
      #expect(lines(Sample.document(table), width: width, maxRows: -1, footer: true).count > 1)
      #expect(lines(Sample.document(table), width: width).count > 1)
    }
    #expect(lines(Sample.report, width: width).count > 10)
  }

  @Test("a very long word is wrapped in time that grows with its length") func longWord() {
    let table = Sample.table([
      Sample.column("a", "a", .text, [.text(String(repeating: "x", count: 1_000_000))])
    ])
    let text = lines(Sample.document(table), width: 20)
    #expect(text.allSatisfy { $0.displayWidth <= 20 })
  }

  @Test("a number wider than the screen is written whole") func wideNumber() {
    let table = Sample.table([
      Sample.column("x", "金额", .money(.yuan), [Sample.fen(.min)])
    ])
    let text = lines(Sample.document(table, moneyUnit: nil), width: 10)
    #expect(text.contains { $0.contains("-92,233,720,368,547,758.08") })
  }

  @Test("emoji and combining characters keep columns in line") func graphemes() {
    let table = Sample.table([
      Sample.column(
        "a", "文本", .text, [.text("👩‍👩‍👧"), .text("e\u{301}"), .text("한국"), .text("🇨🇳!")]),
      Sample.column("b", "b", .bool, [.bool(true), .bool(true), .bool(true), .bool(true)]),
    ])
    for line in lines(Sample.document(table))[3...6] {
      #expect(line.hasSuffix("是"))
      #expect(line.displayWidth == 8)
    }
  }

  @Test("control characters and marks that turn text are made visible") func controls() {
    let table = Sample.table([
      Sample.column("a", "\u{1B}[2J标题", .text, [.text("\u{1B}[31m\t\u{202E}x\r\ny\u{7}\u{9B}")])
    ])
    let document = ReportDocument(
      [
        .title("a\u{1B}b"), .text("c\u{1B}d\ne"), .table(caption: "f\u{7}", table),
        .check(label: "g\u{8}", holds: true, rows: nil), .message("h\u{0}"),
      ], language: .zh)
    let text = OutputFormat.table.render(document)
    #expect(text.contains("\\u{1b}[31m\\t\\u{202e}x↵y\\u{7}\\u{9b}"))
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
    }
    #expect(text.split(separator: "\n").contains("e"))
  }

  @Test("missing is visible and unlike the empty text") func missing() {
    let table = Sample.table([
      Sample.column("a", "甲", .text, [.missing, .text("")]),
      Sample.column("b", "乙", .int, [.int(1), .int(2)]),
    ])
    #expect(lines(Sample.document(table))[3...4] == ["–    1", "     2"])
  }

  @Test("the row limit is told even where no footer is wanted") func limit() {
    let table = Sample.table([
      Sample.column("n", "n", .int, (1...1234).map { .int($0) })
    ])
    let short = lines(Sample.document(table), maxRows: 2)
    #expect(short[3...] == ["1", "2", "─", "前 2 行，共 1,234 行", ""][...])
    let english = lines(Sample.document(table, language: .en), maxRows: 2, footer: true)
    #expect(english.contains("first 2 of 1,234 rows · 1 column"))
    #expect(lines(Sample.document(table)).count == 1239)
  }

  @Test("the footer tells rows, columns and missing values on request") func footer() {
    let english = lines(Sample.document(Sample.mixed, language: .en), footer: true)
    #expect(
      english.contains(
        "4 rows · 8 columns · missing: name 1, content 1, investment 1, period 1, units 1, "
          + "status 1, ok 1"
      ))
    #expect(lines(Sample.document(Sample.byLead), footer: true).contains("3 行 · 4 列"))
    #expect(!lines(Sample.document(Sample.byLead)).contains { $0.contains("3 行") })
  }

  @Test("a total without a free column gets one for its heading") func totalWithoutKeys() {
    let table = Sample.table(
      [Sample.column("n", "n", .int, [.int(3)])], footer: [.int(3)])
    #expect(
      OutputFormat.table.render(Sample.document(table, language: .en)) == """
        ────────
               n
        ────────
               3
        ────────
        Total  3
        ────────

        """)
  }

  @Test("empty tables and tables without columns say so") func empty() {
    let none = Sample.table([Sample.column("n", "数", .int, [])])
    #expect(lines(Sample.document(none)) == ["──", "数", "──", "（无记录）", ""])
    #expect(lines(Sample.document(Sample.table([]))) == ["（无记录）", ""])
  }

  @Test("notes follow the table") func notes() {
    let table = Sample.table(
      [Sample.column("n", "数", .int, [.int(1)])],
      notes: [LocalizedText(en: "2 rows without a period left out", zh: "2 行没有时段，未计入")])
    #expect(lines(Sample.document(table)).dropLast().last == "注：2 行没有时段，未计入")
    #expect(
      lines(Sample.document(table, language: .en)).dropLast().last
        == "Note: 2 rows without a period left out")
  }

  @Test("a label that names the unit already does not name it twice") func unitOnce() {
    let table = Sample.table([
      Sample.column("a", "投资额(万元)", .money(.yuan), [Sample.yuan(10_000)]),
      Sample.column("b", "概算（万元）", .money(.yuan), [Sample.yuan(10_000)]),
      Sample.column("c", "占比", .number, [.number(0.5)], Display(unit: .named("百分点"))),
    ])
    #expect(lines(Sample.document(table))[1] == "投资额(万元)  概算（万元）  占比(百分点)")
  }

  @Test("colour adds nothing but faces") func colour() {
    let options = RenderOptions(width: 60, usesColour: true)
    let coloured = OutputFormat.table.render(Sample.report, options: options)
    let plain = OutputFormat.table.render(Sample.report, options: RenderOptions(width: 60))
    var stripped = coloured
    for code in ["0", "1", "2", "31", "32"] {
      stripped = stripped.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false)
        .joined()
    }
    #expect(coloured != plain)
    #expect(stripped == plain)
  }
}
