/// The first row of a CSV file, after blank lines and comments: lines that begin with `#`, unless the separator comes
/// right after it, which makes the `#` a heading. Lines that begin with `#` after the headings are rows.
struct CSVHeader {
  let cells: [String]
  let line: Int
  /// Where the rows begin, and on which line.
  let end: Int
  let nextLine: Int

  /// The bytes that are looked at first; headings are seldom longer.
  private static let usualSize = 1 << 20

  /// Reads the headings of a file; what is wrong with them goes to the log.
  init?(name: String, content: FileContent, separator: UInt8, log: inout IssueLog) {
    var size = Swift.min(CSVHeader.usualSize, content.count)
    while true {
      var unheard = IssueLog()
      let found = content.withBytes(0..<size) {
        CSVHeader(name: name, bytes: $0, separator: separator, log: &unheard)
      }
      if let found, found.end < size || size == content.count {
        self = found
        return
      }
      guard size < content.count else {
        log.append(unheard)
        return nil
      }
      size = Swift.min(size * 8, content.count)
    }
  }

  /// What stands between the cells of a file: a comma, or where the headings have none, a semicolon, a tab or a bar;
  /// one of these too where commas part no row into as many cells as there are headings, and it does so with all.
  static func separator(of content: FileContent) -> UInt8 {
    let comma = UInt8(ascii: ",")
    return content.withBytes(0..<Swift.min(usualSize, content.count)) { bytes in
      var place = 0
      while let next = skippedLine(bytes, place, comma) { place = next }
      guard place < bytes.count else { return comma }
      let others = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
      if cellCount(bytes, place, comma) == 1 {
        return others.first { cellCount(bytes, place, $0) > 1 } ?? comma
      }
      let counts = cellCounts(bytes, place, comma)
      guard counts.count > 1, !counts.dropFirst().contains(counts[0]) else { return comma }
      return others.first { other in
        let counts = cellCounts(bytes, place, other)
        return counts[0] > 1 && counts.allSatisfy { $0 == counts[0] }
      } ?? comma
    }
  }

  /// The rows whose cells are counted to choose a separator.
  private static let sampledRows = 10

  /// The numbers of cells of the headings and of the first rows, as a separator parts them.
  private static func cellCounts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ separator: UInt8
  ) -> [Int] {
    var counts: [Int] = []
    var place = start
    while place < bytes.count, counts.count <= sampledRows {
      let rest = UnsafeBufferPointer(rebasing: bytes[place...])
      let length = rowLength(rest)
      if rest[..<length].contains(where: { $0 > 0x20 }) {
        counts.append(cellCount(bytes, place, separator))
      }
      place += length
    }
    return counts
  }

  /// The length of a row with its line end.
  private static func rowLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var isQuoted = false
    for (place, byte) in bytes.enumerated() {
      if byte == CSVScanner.quote { isQuoted.toggle() }
      if !isQuoted, byte == CSVScanner.lineFeed { return place + 1 }
    }
    return bytes.count
  }

  private init?(
    name: String, bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, log: inout IssueLog
  ) {
    var place = 0
    var line = 1
    while let next = CSVHeader.skippedLine(bytes, place, separator) {
      place = next
      line += 1
    }
    guard place < bytes.count else {
      log.add(.emptyFile, file: name)
      return nil
    }
    let count = CSVHeader.cellCount(bytes, place, separator)
    let scanner = CSVScanner(
      bytes: bytes, separator: separator, columns: count, isStrict: false)
    let found = scanner.cells(in: place..<(place + 1))
    guard found.rowCount == 1 else {
      log.add(.brokenHeader, file: name, line: line)
      return nil
    }
    self.cells = (0..<count).map {
      CSVFile.text(of: Array(bytes[found.range(row: 0, column: $0)])[...])
    }
    self.line = line
    self.end = found.end
    self.nextLine = line + found.lineCount
  }

  /// The place after a comment or a blank line.
  private static func skippedLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ separator: UInt8
  ) -> Int? {
    guard start < bytes.count else { return nil }
    var place = start
    var isBlank = true
    while place < bytes.count, bytes[place] != CSVScanner.lineFeed {
      if bytes[place] > 0x20 { isBlank = false }
      place += 1
    }
    let isHeading = start + 1 < bytes.count && bytes[start + 1] == separator
    guard isBlank || (bytes[start] == UInt8(ascii: "#") && !isHeading) else { return nil }
    return Swift.min(place + 1, bytes.count)
  }

  /// The number of cells of the row at a place.
  private static func cellCount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ separator: UInt8
  ) -> Int {
    var count = 1
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == CSVScanner.quote { isQuoted.toggle() }
      if !isQuoted, byte == CSVScanner.lineFeed { break }
      if !isQuoted, byte == separator { count += 1 }
    }
    return count
  }
}
