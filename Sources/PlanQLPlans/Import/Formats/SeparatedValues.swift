import PlanQLData

extension Importer {
  /// Rows of cells between commas, semicolons or tab stops, with quotes where a cell needs them.
  static let separatedValues = Importer(
    recognises: { source in
      if ["csv", "tsv", "tab"].contains(source.ending) { return true }
      guard !["txt", "text", "md"].contains(source.ending),
        let decoded = try? DecodedContent(source.content)
      else { return false }
      return SeparatedValues.isRegular(decoded.content)
    },
    read: { source, _ throws(ImportRefusal) in
      let decoded = try DecodedContent(source.content)
      let records = SeparatedValues.records(decoded.content, ending: source.ending)
      if let line = records.unclosedLine { throw .quotesNotClosed(line: line) }
      return SourceDocument(
        format: LocalizedText("CSV, \(decoded.encoding.rawValue)"),
        lines: DocumentLines(records), gridsAreTables: true)
    })
}

/// Texts whose cells stand between separators (RFC 4180).
enum SeparatedValues {
  private static let tab: UInt8 = 0x09
  private static let quote = UInt8(ascii: "\"")
  private static let separators = [UInt8(ascii: ","), tab, UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// Cuts a text in UTF-8; the separator is the one that the first lines have most alike.
  static func records(
    _ content: FileContent, ending: String, partSize: Int = SeparatedRecords.partSize
  ) -> SeparatedRecords {
    SeparatedRecords(
      content, separator: separator(of: content.prefix(1 << 16), ending: ending),
      partSize: partSize)
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

  /// Says whether every record of a text has the same number of cells, and more than two of them.
  static func isRegular(_ content: FileContent) -> Bool {
    var scanner = SeparatedScanner(
      CellCounts(), separator: separator(of: content.prefix(1 << 16), ending: ""))
    scanner.scan(content, partSize: SeparatedRecords.partSize)
    return scanner.unclosedLine == nil && scanner.handler.areEqual
  }

  /// Counts the cells of records.
  private struct CellCounts: SeparatedHandler {
    private var records = 0
    private var cells = 0
    private var first = 0
    private var isRegular = true

    /// Whether there are several records, all with as many cells, and more than two.
    var areEqual: Bool { records >= 2 && first > 2 && isRegular }

    mutating func add(_ byte: UInt8) {}
    mutating func clearCell() {}
    mutating func endCell() { cells += 1 }

    mutating func endRecord(next place: Int, line: Int) {
      if records == 0 { first = cells }
      isRegular = isRegular && cells == first
      records += 1
      cells = 0
    }
  }
}
