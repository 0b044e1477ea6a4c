/// The first row of a CSV file, after the lines that begin with `#`.
struct CSVHeader {
  let cells: [String]
  let line: Int
  /// Where the rows begin, and on which line.
  let end: Int
  let nextLine: Int

  init?(
    name: String, bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, log: inout IssueLog
  ) {
    var place = 0
    var line = 1
    while let next = CSVHeader.skippedLine(bytes, place) {
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
  private static func skippedLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var place = start
    var isBlank = true
    while place < bytes.count, bytes[place] != CSVScanner.lineFeed {
      if bytes[place] > 0x20 { isBlank = false }
      place += 1
    }
    guard isBlank || bytes[start] == UInt8(ascii: "#") else { return nil }
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
