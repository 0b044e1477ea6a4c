internal import PlanQLData

extension OutputFormat {
  /// JSON after RFC 8259.
  ///
  /// A document of one table is an array of objects, one a row and a line, members in the order of
  /// columns. Any other document is `{"parts":[…]}`, each part an object whose `kind` is `title`,
  /// `text`, `table`, `chart`, `check` or `message`. A chart names the columns on its axes and those that are drawn.
  public static let json = OutputFormat(
    name: "json", audience: .machines, endings: ["json"],
    doc: LocalizedText(
      en: "JSON: an array of rows, or an object with the parts of a report",
      zh: "JSON：各行组成的数组，或含报告各部分的对象")
  ) { document, _, output in
    if let table = document.soleTable {
      output.writeRows(table)
    } else {
      output.writeParts(document)
    }
    output.writeLine()
  }
}

extension [UInt8] {
  fileprivate mutating func writeParts(_ document: ReportDocument) {
    write("{\"parts\":[")
    for (index, part) in document.parts.enumerated() {
      write(index > 0 ? ",\n" : "\n")
      switch part {
      case .title(let text): writeMember("{\"kind\":\"title\",\"text\":", text)
      case .text(let text): writeMember("{\"kind\":\"text\",\"text\":", text)
      case .message(let text): writeMember("{\"kind\":\"message\",\"text\":", text)
      case .table(let caption, let table):
        writeMember("{\"kind\":\"table\",\"caption\":", caption)
        writeMembers(of: table, document.language)
      case .chart(let caption, let chart):
        writeMember("{\"kind\":\"chart\",\"caption\":", caption)
        writeMembers(of: chart)
        writeMembers(of: chart.table, document.language)
      case .check(let label, let holds, let rows):
        writeMember("{\"kind\":\"check\",\"label\":", label)
        write(",\"holds\":\(holds)")
        if let rows { writeMembers(of: rows, document.language) }
      }
      append(UInt8(ascii: "}"))
    }
    write(document.parts.isEmpty ? "]}" : "\n]}")
  }

  /// Appends what a chart is drawn as and what its columns are: those that are drawn, and the axes.
  private mutating func writeMembers(of chart: Chart) {
    func names(_ columns: [Int]) -> String {
      JSONText.array(columns.map { JSONText.string(chart.table.columns[$0].name) })
    }
    write(",\"chart\":\"\(chart.kind.rawValue)\"")
    write(",\"axes\":{\"x\":\(names(chart.axes.x)),\"y\":\(names(chart.axes.y))}")
    write(",\"series\":\(names(chart.columns.series))")
  }

  private mutating func writeMember(_ start: String, _ text: String?) {
    write(start)
    if let text { write(text: text, .json) } else { write("null") }
  }

  private mutating func writeMembers(of table: Table, _ language: Language) {
    write(",\"rows\":")
    writeRows(table)
    guard !table.notes.isEmpty else { return }
    write(",\"notes\":[")
    for (index, note) in table.notes.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      write(text: note[language], .json)
    }
    append(UInt8(ascii: "]"))
  }

  fileprivate mutating func writeRows(_ table: Table) {
    append(UInt8(ascii: "["))
    let keys = table.jsonKeys
    var isFirst = true
    MachineTable(table).forEachRow(.json) { row in
      write(isFirst ? "\n" : ",\n")
      isFirst = false
      write(row, keys: keys)
    }
    write(isFirst ? "]" : "\n]")
  }

  /// Appends a row as an object on one line.
  mutating func write(_ row: MachineRow, keys: [[UInt8]]) {
    append(UInt8(ascii: "{"))
    for (column, key) in keys.enumerated() {
      if column > 0 { append(UInt8(ascii: ",")) }
      append(contentsOf: key)
      row.write(column, to: &self)
    }
    append(UInt8(ascii: "}"))
  }

  /// Appends a JSON string.
  mutating func writeJSON(_ text: UnsafeBufferPointer<UInt8>) {
    if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      append(UInt8(ascii: "\""))
      append(contentsOf: text)
      append(UInt8(ascii: "\""))
    } else {
      write(JSONText.string(String(decoding: text, as: UTF8.self)))
    }
  }
}

extension Table {
  /// The member names of a row's object, each with its colon.
  var jsonKeys: [[UInt8]] { columns.map { Array((JSONText.string($0.name) + ":").utf8) } }
}
