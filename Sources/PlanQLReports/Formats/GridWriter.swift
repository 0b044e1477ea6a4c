internal import PlanQLData

/// Writes a table as columns side by side between thin rules.
struct GridWriter {
  let table: PeopleTable
  let measures: [ColumnMeasure]
  let widths: [Int]
  let style: TerminalStyle

  func write(to output: inout [UInt8]) {
    let rule = rule("─")
    output.writeLine(rule)
    writeHeadings(to: &output)
    output.writeLine(rule)
    let fineRule = self.rule("╌")
    let breaks = zip(measures, widths).contains { $0.cells > $1 }
    // Where few rows are broken, lines between all of them would be more noise than help.
    let isRuled = breaks && (0..<table.shown).count { isBroken($0) } * 2 > table.shown
    for row in 0..<table.shown {
      if isRuled, row > 0 { output.writeLine(fineRule) }
      if breaks {
        writeLines(of: row, to: &output)
      } else {
        writeLine(of: row, to: &output)
      }
    }
    if table.hasFooter {
      output.writeLine(rule)
      writeFooter(to: &output)
    }
    if table.shown > 0 || table.hasFooter { output.writeLine(rule) }
  }

  /// Whether a row takes more than one line.
  private func isBroken(_ row: Int) -> Bool {
    zip(table.columns, widths).contains { column, width in
      column.isElastic && column.text(row).displayWidth > width
    }
  }

  /// A line of rule characters as wide as the table.
  private func rule(_ character: String) -> String {
    let width = widths.reduce(TableLayout.gutter * (widths.count - 1), +)
    return style.text(String(repeating: character, count: width), .faint)
  }

  /// Writes headings over as many lines as they need, flush with the first rule below.
  private func writeHeadings(to output: inout [UInt8]) {
    let headings = zip(table.columns, widths).map { column, width -> [String] in
      if column.heading.displayWidth <= width { return [column.heading] }
      let unit = column.unit.isEmpty ? [] : column.unit.wrapped(toDisplayWidth: width)
      return (column.caption.isEmpty ? [] : column.caption.wrapped(toDisplayWidth: width)) + unit
    }
    let height = headings.map(\.count).max() ?? 0
    for line in 0..<height {
      var cells = LineOfCells(style: style, face: .strong)
      for (index, lines) in headings.enumerated() {
        let place = line - (height - lines.count)
        let isNumeric = table.columns[index].isNumeric
        cells.add(
          place < 0 ? "" : lines[place], width: widths[index],
          before: isNumeric ? .flushRight : .flushLeft, to: &output)
      }
      cells.end(&output)
    }
  }

  private func writeLine(of row: Int, to output: inout [UInt8]) {
    var cells = LineOfCells(style: style)
    for (index, column) in table.columns.enumerated() {
      let text = column.text(row)
      cells.add(
        text, width: widths[index], before: alignment(of: text, index),
        face: column.isMissing(row) ? .faint : .plain, to: &output)
    }
    cells.end(&output)
  }

  private func writeLines(of row: Int, to output: inout [UInt8]) {
    let cells = zip(table.columns, widths).map { column, width -> [String] in
      let text = column.text(row)
      return column.isElastic && text.displayWidth > width
        ? text.wrapped(toDisplayWidth: width) : [text]
    }
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var writer = LineOfCells(style: style)
      for (index, lines) in cells.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        writer.add(
          text, width: widths[index], before: alignment(of: text, index),
          face: table.columns[index].isMissing(row) ? .faint : .plain, to: &output)
      }
      writer.end(&output)
    }
  }

  private func writeFooter(to output: inout [UInt8]) {
    let footers = zip(table.columns, widths).map { column, width -> [String] in
      column.footer.displayWidth > width && !column.isNumeric
        ? column.footer.wrapped(toDisplayWidth: width) : [column.footer]
    }
    for line in 0..<(footers.map(\.count).max() ?? 0) {
      var cells = LineOfCells(style: style, face: .strong)
      for (index, lines) in footers.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        cells.add(text, width: widths[index], before: alignment(of: text, index), to: &output)
      }
      cells.end(&output)
    }
  }

  /// Numbers stand with their points in line.
  private func alignment(of text: String, _ index: Int) -> LineOfCells.Place {
    guard table.columns[index].isNumeric else { return .flushLeft }
    return .before(measures[index].tail - ColumnMeasure.tail(of: text))
  }
}

/// One line of a grid on its way out; nothing is written after its last visible cell.
private struct LineOfCells {
  /// Where a text stands in the width of its column.
  enum Place {
    case flushLeft, flushRight
    /// So many columns before the right edge.
    case before(Int)
  }

  let style: TerminalStyle
  /// The face of the whole line.
  var face = TerminalStyle.Face.plain
  private var pending = 0
  private var isOpen = false

  init(style: TerminalStyle, face: TerminalStyle.Face = .plain) {
    self.style = style
    self.face = face
  }

  mutating func add(
    _ text: String, width: Int, before place: Place, face own: TerminalStyle.Face = .plain,
    to output: inout [UInt8]
  ) {
    let free = Swift.max(0, width - text.displayWidth)
    let after =
      switch place {
      case .flushLeft: free
      case .flushRight: 0
      case .before(let columns): Swift.min(free, Swift.max(0, columns))
      }
    pending += free - after
    if !text.isEmpty {
      output.writeSpaces(pending)
      if !isOpen { output.write(style.start(face)) }
      isOpen = true
      output.write(own == .plain ? text : style.text(text, own))
      pending = 0
    }
    pending += after + TableLayout.gutter
  }

  mutating func end(_ output: inout [UInt8]) {
    if isOpen { output.write(style.end(face)) }
    output.writeLine()
  }
}
