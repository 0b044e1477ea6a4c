/// Takes the cells and records that a scanner finds.
protocol SeparatedHandler {
  /// Takes a byte of the cell that is open.
  mutating func add(_ byte: UInt8)
  /// Begins the cell anew: what stood before its quote were blanks.
  mutating func clearCell()
  mutating func endCell()
  /// Takes the end of a record: the next one begins at a place, and on a line.
  mutating func endRecord(next place: Int, line: Int)
}

/// Cuts text whose cells stand between separators (RFC 4180) into records, part by part.
struct SeparatedScanner<Handler: SeparatedHandler> {
  var handler: Handler
  private let separator: UInt8
  /// The line of the next byte.
  private var line: Int
  /// The line of the quote that is open.
  private var quotedSince: Int?
  /// Whether the cell has nothing but blanks, and whether it has nothing at all.
  private var isCellBlank = true
  private var isCellEmpty = true
  private var isFirstCell = true

  /// Prepares to cut text whose first record begins on a line.
  init(_ handler: Handler, separator: UInt8, line: Int = 1) {
    self.handler = handler
    self.separator = separator
    self.line = line
  }

  /// The line of a quote that nothing closes, at the end.
  var unclosedLine: Int? { quotedSince }

  /// Takes a whole text, so many bytes in one go.
  mutating func scan(_ content: FileContent, partSize: Int) {
    var place = 0
    while place < content.count {
      let end = Swift.min(place + Swift.max(partSize, 2), content.count)
      place += content.withBytes(place..<end) {
        scan($0, at: place, isLast: end == content.count)
      }
    }
    finish(at: content.count)
  }

  /// Takes a part of the text, whose place is given; the last byte is left where more follows, since
  /// what it means depends on the next. Gives the number of bytes that were taken.
  mutating func scan(_ bytes: CellBytes, at base: Int, isLast: Bool) -> Int {
    var place = 0
    let end = isLast ? bytes.count : bytes.count - 1
    while place < end {
      let byte = bytes[place]
      if byte > 0x2C, byte != separator {
        add(byte)
      } else {
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        place += take(byte, next, base + place)
      }
      place += 1
    }
    return place
  }

  /// Takes the end of the text, which ends a record that is open.
  mutating func finish(at place: Int) {
    guard !isCellEmpty || !isFirstCell else { return }
    endCell()
    endRecord(next: place)
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    handler.add(byte)
    isCellEmpty = false
    isCellBlank = isCellBlank && byte == 0x20
  }

  /// Takes a byte that may be no part of a cell; gives how many bytes after it were taken with it.
  @inline(__always)
  private mutating func take(_ byte: UInt8, _ next: UInt8, _ place: Int) -> Int {
    let isBreak = byte == 0x0A || (byte == 0x0D && next != 0x0A)
    if isBreak { line += 1 }
    if quotedSince != nil {
      guard byte == CSVScanner.quote else {
        add(byte)
        return 0
      }
      guard next == CSVScanner.quote else {
        quotedSince = nil
        return 0
      }
      add(byte)
      return 1
    }
    if byte == CSVScanner.quote, isCellBlank {
      handler.clearCell()
      isCellEmpty = true
      quotedSince = line
    } else if byte == separator {
      endCell()
    } else if isBreak {
      endCell()
      endRecord(next: place + 1)
    } else if byte != 0x0D {
      add(byte)
    }
    return 0
  }

  private mutating func endCell() {
    handler.endCell()
    isCellBlank = true
    isCellEmpty = true
    isFirstCell = false
  }

  private mutating func endRecord(next place: Int) {
    handler.endRecord(next: place, line: line)
    isFirstCell = true
  }
}
