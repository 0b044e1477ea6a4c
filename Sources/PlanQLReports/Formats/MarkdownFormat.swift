internal import PlanQLData

extension OutputFormat {
  /// GitHub-flavoured Markdown: titles as `#`, captions as `###`, tables with alignment, checks as
  /// a task list.
  public static let markdown = OutputFormat(
    name: "markdown", audience: .people, endings: ["md", "markdown"],
    doc: LocalizedText(
      en: "Markdown, for documents: headings, tables, checks as a task list",
      zh: "Markdown 文档：标题、表格、以任务列表表示的核对")
  ) { document, options, output in
    var writer = MarkdownWriter(document: document, options: options, output: output)
    output = []
    writer.writeDocument()
    output = writer.output
  }
}

/// Writes the parts of a document as Markdown.
private struct MarkdownWriter {
  let document: ReportDocument
  let options: RenderOptions
  var output: [UInt8]

  mutating func writeDocument() {
    var wasCheck = false
    for (index, part) in document.parts.enumerated() {
      let isCheck = if case .check = part { true } else { false }
      if index > 0, !(isCheck && wasCheck) { output.writeLine() }
      wasCheck = write(part) && isCheck
    }
    let checks = document.checks
    if checks.count > 0 {
      output.writeLine()
      output.writeLine(
        ReportWords.checksHold(checks.held, of: checks.count)[document.language])
    }
  }

  /// Writes a part; says whether a list item may follow without a blank line.
  private mutating func write(_ part: ReportPart) -> Bool {
    switch part {
    case .title(let title): output.writeLine("# " + title.visible.markdownEscaped)
    case .text(let text): output.writeLine(text.withoutTrailingLineBreaks)
    case .message(let text): output.writeLine("> " + text.visible.markdownEscaped)
    case .table(let caption, let table):
      if let caption { output.writeLine("### " + caption.visible.markdownEscaped + "\n") }
      write(table)
    case .chart(let caption, let chart):
      if let caption { output.writeLine("### " + caption.visible.markdownEscaped + "\n") }
      write(ChartTable(chart, of: document, options: options), count: chart.table.count)
    case .check(let label, let holds, let rows):
      output.writeLine("- [\(holds ? "x" : " ")] " + label.visible.markdownEscaped)
      guard !holds, let rows, rows.count > 0 else { return true }
      output.writeLine()
      write(rows)
      return false
    }
    return false
  }

  private mutating func write(_ table: Table) {
    let people = PeopleTable(table, of: document, maxRows: options.maxRows)
    write(people)
    write(remarks: people.remarks(showsFooter: options.showsFooter), count: table.count)
  }

  /// Writes a drawing as text of fixed width, a shaded table as a table.
  private mutating func write(_ chart: ChartTable, count: Int) {
    if chart.isDrawn, count > 0 {
      let measures = chart.people.columns.map { ColumnMeasure($0, rows: chart.people.shown) }
      output.writeLine("```text")
      GridWriter(
        table: chart.people, measures: measures, widths: measures.map(\.natural),
        style: TerminalStyle(isColoured: false)
      ).write(to: &output)
      output.writeLine("```")
    } else {
      write(chart.people)
    }
    write(remarks: chart.remarks, count: count)
  }

  private mutating func write(_ people: PeopleTable) {
    writeRow(people.columns.map(\.heading.markdownEscaped))
    writeRow(people.columns.map { $0.isNumeric ? "---:" : "---" })
    for row in 0..<people.shown {
      writeRow(people.columns.lazy.map { $0.text(row).markdownEscaped })
    }
    if people.hasFooter {
      writeRow(
        people.columns.map { $0.footer.isEmpty ? "" : "**\($0.footer.markdownEscaped)**" })
    }
  }

  private mutating func write(remarks: [String], count: Int) {
    var remarks = remarks
    if count == 0 { remarks.insert(ReportWords.noRows[document.language], at: 0) }
    for remark in remarks {
      output.writeLine()
      output.writeLine(remark.markdownEscaped)
    }
  }

  private mutating func writeRow(_ cells: some Sequence<String>) {
    output.append(UInt8(ascii: "|"))
    for cell in cells {
      output.append(UInt8(ascii: " "))
      output.write(cell)
      output.write(cell.isEmpty ? "|" : " |")
    }
    output.writeLine()
  }
}

extension String {
  /// The text with a backslash before each character that Markdown would take as markup within a
  /// line.
  fileprivate var markdownEscaped: String {
    guard utf8.contains(where: isMarkup) else { return self }
    var result: [UInt8] = []
    var previous = UInt8(ascii: " ")
    let bytes = Array(utf8)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
      let isPlain =
        switch byte {
        case UInt8(ascii: "_"): isWordByte(previous) && isWordByte(next)
        case UInt8(ascii: "~"): previous != byte && next != byte
        case UInt8(ascii: "&"): !isWordByte(next) && next != UInt8(ascii: "#")
        case _: !isMarkup(byte)
        }
      if !isPlain { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  fileprivate var withoutTrailingLineBreaks: String {
    var kept = self[...]
    while kept.last?.isNewline == true { kept.removeLast() }
    return String(kept)
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"),
    UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
    UInt8(ascii: "~"), UInt8(ascii: "&"):
    true
  case _: false
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
  case _: false
  }
}
