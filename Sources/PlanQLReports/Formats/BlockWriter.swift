internal import PlanQLData

/// Writes a table that is too wide for the screen as one record a block, a field a line.
struct BlockWriter {
  let table: PeopleTable
  let width: Int?
  let style: TerminalStyle

  func write(to output: inout [UInt8]) {
    for row in 0..<table.shown {
      writeHead(String(row + 1), to: &output)
      for column in table.columns {
        write(
          column.heading, column.text(row), isElastic: column.isElastic,
          face: column.isMissing(row) ? .faint : .plain, to: &output)
      }
    }
    if table.hasFooter {
      let label = ReportWords.total[table.language]
      writeHead(label, to: &output)
      for column in table.columns where !column.footer.isEmpty && column.footer != label {
        write(
          column.heading, column.footer, isElastic: column.isElastic, face: .strong, to: &output)
      }
    }
    if table.shown > 0 || table.hasFooter {
      output.writeLine(style.text(String(repeating: "─", count: screen), .faint))
    }
  }

  private var screen: Int { Swift.max(2, width ?? 80) }

  /// The width of the widest heading; 0 where headings stand on lines of their own.
  private var labels: Int {
    let widest = table.columns.map { $0.heading.displayWidth }.max() ?? 0
    return widest + TableLayout.gutter + BlockWriter.leastValueWidth <= screen ? widest : 0
  }

  private static let leastValueWidth = 12

  private func writeHead(_ text: String, to output: inout [UInt8]) {
    let head = "── \(text) "
    let rest = Swift.max(0, screen - head.displayWidth)
    output.writeLine(style.text(head + String(repeating: "─", count: rest), .faint))
  }

  private func write(
    _ heading: String, _ text: String, isElastic: Bool, face: TerminalStyle.Face,
    to output: inout [UInt8]
  ) {
    guard !heading.isEmpty || !text.isEmpty else { return }
    let labels = labels
    let indent = labels > 0 ? labels + TableLayout.gutter : TableLayout.gutter
    let room = Swift.max(2, screen - indent)
    let lines =
      isElastic && text.displayWidth > room ? text.wrapped(toDisplayWidth: room) : [text]
    if labels > 0 {
      let label = style.text(heading, .strong)
      output.write(label)
      if !text.isEmpty { output.writeSpaces(indent - heading.displayWidth) }
    } else {
      for line in heading.wrapped(toDisplayWidth: screen) {
        output.writeLine(style.text(line, .strong))
      }
    }
    for (index, line) in lines.enumerated() {
      if labels == 0 || index > 0 { output.writeSpaces(line.isEmpty ? 0 : indent) }
      output.writeLine(face == .plain || line.isEmpty ? line : style.text(line, face))
    }
  }
}
