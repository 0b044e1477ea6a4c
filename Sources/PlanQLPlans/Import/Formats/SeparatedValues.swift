import PlanQLData

extension Importer {
  /// Rows of cells between commas, semicolons or tab stops, with quotes where a cell needs them.
  static let separatedValues = Importer(
    name: LocalizedText(en: "CSV or TSV", zh: "CSV 或 TSV"), endings: ["csv", "tsv", "tab"],
    recognises: { source in
      if ["csv", "tsv", "tab"].contains(source.ending) { return true }
      guard !["txt", "text", "md"].contains(source.ending),
        let decoded = try? DecodedText(source.bytes)
      else { return false }
      return SeparatedValues.isRegular(decoded.text)
    },
    read: { source throws(ImportRefusal) in
      let decoded = try DecodedText(source.bytes)
      let values = SeparatedValues(decoded.text, ending: source.ending)
      if let line = values.unclosedLine { throw .quotesNotClosed(line: line) }
      return SourceDocument(
        format: LocalizedText("CSV, \(decoded.encoding.rawValue)"),
        lines: values.records.map { record in
          DocumentLine(row: record.cells.map { GridCell($0) }, of: 0, at: .line(record.line))
        }, keepsOwnTables: true)
    })
}

/// The records of a text whose cells stand between separators (RFC 4180).
struct SeparatedValues {
  /// The cells of a record and the line that it begins on.
  struct Record {
    let line: Int
    var cells: [String]
  }

  private(set) var records: [Record] = []
  /// The line of a quote that nothing closes.
  private(set) var unclosedLine: Int?

  private static let tab: UInt8 = 0x09
  private static let quote = UInt8(ascii: "\"")
  private static let separators = [UInt8(ascii: ","), tab, UInt8(ascii: ";")]

  /// Cuts a text; the separator is the one that the first lines have most alike.
  init(_ text: String, ending: String) {
    let bytes = Array(text.utf8)
    let separator = SeparatedValues.separator(of: bytes, ending: ending)
    var cell: [UInt8] = []
    var record = Record(line: 1, cells: [])
    var line = 1
    var quotedSince: Int?
    var place = 0
    func endCell() {
      record.cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      let isBreak = byte == 0x0A || (byte == 0x0D && next != 0x0A)
      if isBreak { line += 1 }
      if quotedSince != nil {
        if byte != SeparatedValues.quote {
          cell.append(byte)
        } else if next == SeparatedValues.quote {
          cell.append(byte)
          place += 1
        } else {
          quotedSince = nil
        }
      } else if byte == SeparatedValues.quote, cell.allSatisfy({ $0 == 0x20 }) {
        cell = []
        quotedSince = line
      } else if byte == separator {
        endCell()
      } else if isBreak {
        endCell()
        records.append(record)
        record = Record(line: line, cells: [])
      } else if byte != 0x0D {
        cell.append(byte)
      }
      place += 1
    }
    unclosedLine = quotedSince
    if !cell.isEmpty || !record.cells.isEmpty {
      endCell()
      records.append(record)
    }
  }

  /// Counts each separator outside quotes in the first lines; the one wins that most lines have
  /// equally often, the likelier one in case of doubt.
  private static func separator(of bytes: [UInt8], ending: String) -> UInt8 {
    let counts = lineCounts(of: bytes)
    func score(_ separator: Int) -> Int {
      let numbers = counts.map { $0[separator] }.filter { $0 > 0 }
      let usual = Dictionary(grouping: numbers) { $0 }.max {
        ($0.value.count, $0.key) < ($1.value.count, $1.key)
      }
      return usual.map { $0.value.count * 100 + Swift.min($0.key, 99) } ?? 0
    }
    let preferred = ending == "tsv" || ending == "tab" ? 1 : 0
    var best = preferred
    for place in separators.indices where score(place) > score(best) { best = place }
    return separators[best]
  }

  /// How often each separator stands outside quotes, line by line.
  private static func lineCounts(of bytes: [UInt8]) -> [[Int]] {
    var counts: [[Int]] = [separators.map { _ in 0 }]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == quote { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D {
        counts.append(separators.map { _ in 0 })
      } else if let place = separators.firstIndex(of: byte) {
        counts[counts.count - 1][place] += 1
      }
    }
    return counts
  }

  /// Says whether every line of a text has the same number of cells, and more than two of them.
  static func isRegular(_ text: String) -> Bool {
    let values = SeparatedValues(text, ending: "")
    guard let first = values.records.first, values.records.count >= 2,
      values.unclosedLine == nil
    else { return false }
    return first.cells.count > 2
      && values.records.allSatisfy { $0.cells.count == first.cells.count }
  }
}
