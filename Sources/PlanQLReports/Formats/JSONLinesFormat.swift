internal import PlanQLData

extension OutputFormat {
  /// JSON Lines: one object a line.
  ///
  /// A document of one table gives its rows. In any other document the first member of each object
  /// says what it is: `{"table":caption or number,"row":{…}}`, `chart` the same, `{"check":label,"holds":true}`,
  /// `{"title":…}`, `{"text":…}`, `{"message":…}`; the rows that break a check follow it as the
  /// rows of a table with its label.
  public static let jsonLines = OutputFormat(
    name: "jsonl", audience: .machines, endings: ["jsonl", "ndjson"],
    doc: LocalizedText(
      en: "JSON Lines: one object a row", zh: "JSON Lines：每行一个对象")
  ) { document, _, output in
    if let table = document.soleTable {
      output.writeLines(table, start: "", end: "")
      return
    }
    var number = 0
    for part in document.parts {
      switch part {
      case .title(let text): output.writeLine("{\"title\":\(JSONText.string(text))}")
      case .text(let text): output.writeLine("{\"text\":\(JSONText.string(text))}")
      case .message(let text): output.writeLine("{\"message\":\(JSONText.string(text))}")
      case .table(let caption, let table):
        number += 1
        let name = caption.map(JSONText.string) ?? String(number)
        output.writeLines(table, start: "{\"table\":\(name),\"row\":", end: "}")
      case .chart(let caption, let chart):
        number += 1
        let name = caption.map(JSONText.string) ?? String(number)
        output.writeLines(chart.table, start: "{\"chart\":\(name),\"row\":", end: "}")
      case .check(let label, let holds, let rows):
        let name = JSONText.string(label)
        output.writeLine("{\"check\":\(name),\"holds\":\(holds)}")
        guard let rows else { continue }
        output.writeLines(rows, start: "{\"table\":\(name),\"row\":", end: "}")
      }
    }
  }
}

extension [UInt8] {
  /// Appends each row as an object on a line of its own, between two texts.
  fileprivate mutating func writeLines(_ table: Table, start: String, end: String) {
    let keys = table.jsonKeys
    MachineTable(table).forEachRow(.json) { row in
      write(start)
      write(row, keys: keys)
      writeLine(end)
    }
  }
}
