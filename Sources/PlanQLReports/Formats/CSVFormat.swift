internal import PlanQLData

extension OutputFormat {
  /// Comma-separated values after RFC 4180, in UTF-8, lines ended by a line feed.
  ///
  /// Tables only, those of charts too. One table is a header line and its rows; of several tables each comes after a
  /// line `# caption` (its number where it has none), and blank lines stand between them. A blank
  /// cell is missing, so a missing value in a table of one column is a blank line; a quoted empty
  /// cell is the empty text or the empty list; the elements of a list are joined by `、`.
  public static let csv = OutputFormat(
    name: "csv", audience: .machines, endings: ["csv"],
    doc: LocalizedText(
      en: "comma-separated values, tables only; a blank cell is missing",
      zh: "逗号分隔的表格文件，只含表格；空白单元格表示缺失")
  ) { document, _, output in
    let tables = document.tables
    for (index, part) in tables.enumerated() {
      if index > 0 { output.writeLine() }
      if tables.count > 1 {
        output.writeLine("# " + (part.caption?.visible ?? String(index + 1)))
      }
      writeCSV(part.table, to: &output)
    }
  }

  private static func writeCSV(_ table: Table, to output: inout [UInt8]) {
    for (index, column) in table.columns.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.write(text: column.name, .csv)
    }
    output.writeLine()
    MachineTable(table).forEachRow(.csv) { row in
      for column in table.columns.indices {
        if column > 0 { output.append(UInt8(ascii: ",")) }
        row.write(column, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }
}

extension [UInt8] {
  /// Appends a cell, in quotes where it is empty or could be read as something else.
  mutating func writeCSV(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.needsQuotes else {
      append(contentsOf: text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a cell is empty, begins like a comment, begins or ends with a space, or has a comma, a
  /// quote or a line break in it.
  fileprivate var needsQuotes: Bool {
    guard let first, let last else { return true }
    if first == UInt8(ascii: "#") || first <= 0x20 || last <= 0x20 { return true }
    for byte in self {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return true
      case _: continue
      }
    }
    return false
  }
}
