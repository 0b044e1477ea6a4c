internal import PlanQLData

extension OutputFormat {
  /// Tables for a terminal, fitted to its width.
  public static let table = OutputFormat(
    name: "table", audience: .people, endings: ["txt"],
    doc: LocalizedText(
      en: "tables for the terminal, fitted to its width",
      zh: "终端表格，按屏幕宽度排版")
  ) { document, options, output in
    var writer = TerminalWriter(document: document, options: options, output: output)
    output = []
    writer.writeDocument()
    output = writer.output
  }
}

/// Writes the parts of a document for a terminal.
private struct TerminalWriter {
  let document: ReportDocument
  let options: RenderOptions
  var output: [UInt8]

  private var style: TerminalStyle { TerminalStyle(isColoured: options.usesColour) }

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
      let line = ReportWords.checksHold(checks.held, of: checks.count)[document.language]
      writeWrapped(line, style: checks.held == checks.count ? .good : .bad)
    }
  }

  /// Writes a part; says whether a check may follow without a blank line.
  private mutating func write(_ part: ReportPart) -> Bool {
    switch part {
    case .title(let title): writeTitle(title.visible)
    case .text(let text): writeText(text)
    case .message(let text): writeWrapped(text.visible, style: .faint)
    case .table(let caption, let table):
      if let caption { writeWrapped(caption.visible, style: .strong) }
      write(table)
    case .chart(let caption, let chart):
      if let caption { writeWrapped(caption.visible, style: .strong) }
      let drawing = ChartTable(chart, of: document, options: options)
      write(drawing.people, count: chart.table.count, remarks: drawing.remarks)
    case .check(let label, let holds, let rows):
      let mark = holds ? "✓ " : "✗ "
      writeWrapped(label.visible, style: holds ? .good : .bad, first: mark, rest: "  ")
      guard !holds, let rows, rows.count > 0 else { return true }
      output.writeLine()
      write(rows)
      return false
    }
    return false
  }

  private mutating func writeTitle(_ title: String) {
    let lines = options.width.map { title.wrapped(toDisplayWidth: $0) } ?? [title]
    for line in lines { output.writeLine(style.text(line, .strong)) }
    let width = lines.map(\.displayWidth).max() ?? 0
    output.writeLine(style.text(String(repeating: "═", count: width), .faint))
  }

  /// Writes Markdown as it stands, long lines broken, list items with a hanging indent.
  private mutating func writeText(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let kept = lines.reversed().drop { $0.isEmpty }.reversed()
    for line in kept {
      let line = String(line).visible
      let isHeading = line.hasPrefix("#")
      let indent = TerminalWriter.indent(of: line)
      writeWrapped(
        String(line.dropFirst(indent.count)), style: isHeading ? .strong : .plain, first: indent,
        rest: String(repeating: " ", count: indent.displayWidth))
    }
  }

  /// The white space and the mark of a list item that a line begins with.
  private static func indent(of line: String) -> String {
    let blank = line.prefix { $0 == " " }
    let rest = line.dropFirst(blank.count)
    for mark in ["- ", "* ", "> "] where rest.hasPrefix(mark) { return blank + mark }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 3, rest.dropFirst(digits.count).hasPrefix(". ") {
      return blank + digits + ". "
    }
    return String(blank)
  }

  private mutating func writeWrapped(
    _ text: String, style wanted: TerminalStyle.Face, first: String = "", rest: String = ""
  ) {
    let room = options.width.map { Swift.max(2, $0 - first.displayWidth) }
    let lines = room.map { text.wrapped(toDisplayWidth: $0) } ?? [text]
    for (index, line) in lines.enumerated() {
      let whole = (index == 0 ? first : rest) + line
      output.writeLine(whole.isEmpty ? "" : style.text(whole, wanted))
    }
  }

  private mutating func write(_ table: Table) {
    let people = PeopleTable(table, of: document, maxRows: options.maxRows)
    write(people, count: table.count, remarks: people.remarks(showsFooter: options.showsFooter))
  }

  private mutating func write(_ people: PeopleTable, count: Int, remarks: [String]) {
    if !people.columns.isEmpty {
      let measures = people.columns.map { ColumnMeasure($0, rows: people.shown) }
      switch TableLayout(measures, width: options.width) {
      case .grid(let widths):
        GridWriter(table: people, measures: measures, widths: widths, style: style)
          .write(to: &output)
      case .blocks:
        BlockWriter(table: people, width: options.width, style: style).write(to: &output)
      }
    }
    if count == 0 { output.writeLine(ReportWords.noRows[document.language]) }
    for remark in remarks { writeWrapped(remark, style: .faint) }
  }
}
