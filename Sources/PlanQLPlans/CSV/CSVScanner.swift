/// The cells of some rows of a CSV file, by their places in it.
struct CSVCells {
  /// The place that positions are counted from.
  let base: Int
  let columns: Int
  /// For each row, where each of its cells begins, and last the place one past the end of its last
  /// cell.
  var positions: [UInt32] = []
  /// For each row, the lines between the first line of the range and its own.
  var lines: [UInt32] = []
  /// The line ends in the range.
  var lineCount = 0
  /// Where the row after the last begins.
  var end: Int
  var broken: [BrokenRow] = []
  /// Whether a quote stands where the strict reading of the file allows none.
  var isIrregular = false

  var rowCount: Int { lines.count }

  /// Where a cell stands, its quotes included.
  @inline(__always)
  func range(row: Int, column: Int) -> Range<Int> {
    let place = row * (columns + 1) + column
    let start = base + Int(positions[place])
    return start..<(base + Int(positions[place + 1]) - 1)
  }
}

/// A row that could not be read.
struct BrokenRow {
  enum Cause {
    case cellCount(Int)
    /// A quoted cell whose quote is never closed.
    case unclosed
    /// A quoted cell with something after its closing quote.
    case textAfterQuote
    /// A row longer than four gigabytes.
    case tooLong
  }

  let cause: Cause
  /// The character in its line of the row's start, or of the quote that is to blame, counted from 1.
  let column: Int
  /// The lines between the first line of the range and that place.
  let line: Int
}

/// Finds the cells of CSV text.
///
/// The strict reading knows quotes only around whole cells, so that the number of quotes before a
/// place says whether it lies inside of a quoted cell; it stops at anything else. The lenient one
/// takes a quote inside of an unquoted cell as it stands, reports broken quotes, and goes on with
/// the next line.
struct CSVScanner {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  let columns: Int
  let isStrict: Bool

  /// Finds the cells of the rows that begin in a range, whose start is the start of a row.
  func cells(in range: Range<Int>) -> CSVCells {
    var cells = CSVCells(base: range.lowerBound, columns: columns, end: range.lowerBound)
    cells.positions.reserveCapacity(range.count / 8 + 16)
    var place = range.lowerBound
    while place < range.upperBound, !(isStrict && cells.isIrregular) {
      if let next = blankLine(at: place), columns > 1 {
        place = next
        cells.lineCount += 1
      } else {
        place = row(at: place, into: &cells)
      }
    }
    cells.end = place
    return cells
  }

  /// The character in its line that a byte belongs to, counted from 1.
  func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != CSVScanner.lineFeed { start -= 1 }
    return bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The place after a line with nothing but blanks on it.
  private func blankLine(at start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case CSVScanner.lineFeed: return place + 1
      case UInt8(ascii: " "), CSVScanner.carriageReturn: place += 1
      case UInt8(ascii: "\t") where separator != UInt8(ascii: "\t"): place += 1
      case _: return nil
      }
    }
    return place
  }

  /// Reads one row and says where the next begins.
  private func row(at start: Int, into cells: inout CSVCells) -> Int {
    let mark = cells.positions.count
    var place = start
    var count = 0
    var innerLines = 0
    cells.positions.append(UInt32(truncatingIfNeeded: start - cells.base))
    while true {
      let cell = place
      if place < bytes.count, bytes[place] == CSVScanner.quote {
        if let cause = quotedCell(at: &place, &innerLines) {
          cells.positions.removeLast(cells.positions.count - mark)
          return skipRow(from: start, quote: cell, cause, &cells)
        }
      } else {
        plainCell(at: &place, &cells.isIrregular)
      }
      count += 1
      cells.positions.append(UInt32(truncatingIfNeeded: place - cells.base + 1))
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    let isLong = place - cells.base >= Int(UInt32.max)
    if count == columns, !isLong {
      cells.lines.append(UInt32(truncatingIfNeeded: cells.lineCount))
    } else {
      cells.positions.removeLast(cells.positions.count - mark)
      cells.broken.append(
        BrokenRow(cause: isLong ? .tooLong : .cellCount(count), column: 1, line: cells.lineCount))
    }
    cells.lineCount += innerLines
    return pastLineEnd(place, &cells.lineCount)
  }

  /// Goes to the end of a cell without quotes around it.
  @inline(__always)
  private func plainCell(at place: inout Int, _ isIrregular: inout Bool) {
    while place < bytes.count {
      let byte = bytes[place]
      // All bytes that end a cell are up to this one.
      if byte <= Swift.max(separator, UInt8(ascii: ",")) {
        if byte == separator || byte == CSVScanner.lineFeed || isLineEnd(place) { return }
        if byte == CSVScanner.quote { isIrregular = true }
      }
      place += 1
    }
  }

  /// Goes to the end of a quoted cell, counting the line ends in it; says what is wrong with it.
  private func quotedCell(at place: inout Int, _ lines: inout Int) -> BrokenRow.Cause? {
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == CSVScanner.lineFeed {
        lines += 1
      } else if byte == CSVScanner.quote {
        let next = place + 1
        if next == bytes.count || bytes[next] != CSVScanner.quote {
          place = next
          let isEnd =
            next == bytes.count || bytes[next] == separator
            || bytes[next] == CSVScanner.lineFeed || isLineEnd(next)
          return isEnd ? nil : .textAfterQuote
        }
        place = next
      }
      place += 1
    }
    return .unclosed
  }

  /// Whether a carriage return before a line feed, or at the end of the file, stands at the place.
  @inline(__always)
  private func isLineEnd(_ place: Int) -> Bool {
    bytes[place] == CSVScanner.carriageReturn
      && (place + 1 == bytes.count || bytes[place + 1] == CSVScanner.lineFeed)
  }

  private func pastLineEnd(_ end: Int, _ lines: inout Int) -> Int {
    var place = end
    if place < bytes.count, bytes[place] == CSVScanner.carriageReturn { place += 1 }
    if place < bytes.count, bytes[place] == CSVScanner.lineFeed {
      place += 1
      lines += 1
    }
    return place
  }

  /// Reports a row for its quote and goes on with the line after that quote's.
  private func skipRow(
    from start: Int, quote: Int, _ cause: BrokenRow.Cause, _ cells: inout CSVCells
  ) -> Int {
    cells.isIrregular = true
    var place = start
    while place < bytes.count {
      if place == quote {
        cells.broken.append(
          BrokenRow(cause: cause, column: column(of: quote), line: cells.lineCount))
      }
      let isEnd = bytes[place] == CSVScanner.lineFeed
      if isEnd { cells.lineCount += 1 }
      place += 1
      if isEnd, place > quote { break }
    }
    return place
  }
}
