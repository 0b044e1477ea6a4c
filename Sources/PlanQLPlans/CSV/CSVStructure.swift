/// How the rows of a CSV file lie in its bytes: blocks of whole rows, cut where line ends stand
/// outside of quotes.
struct CSVStructure {
  private(set) var blocks: [CSVFile.Block] = []
  private(set) var rowCount = 0
  /// Rows that cannot be read, with their lines.
  private(set) var broken: [(row: BrokenRow, line: Int)] = []
  /// Whether quotes stand only around whole cells.
  let isStrict: Bool

  init(
    content: FileContent, header: CSVHeader, separator: UInt8, blockSize: Int, threads: Int
  ) {
    let columns = header.cells.count
    let ranges = CSVStructure.ranges(content, from: header.end, blockSize, threads)
    let scans = parallelMap(count: ranges.count, threads: threads) { place in
      content.withBytes(ranges[place]) { bytes in
        let scanner = CSVScanner(
          bytes: bytes, separator: separator, columns: columns, isStrict: true)
        return Scan(ranges[place], scanner.cells(in: 0..<bytes.count))
      }
    }
    if scans.contains(where: \.isIrregular) {
      self.isStrict = false
      let scanning = LenientScanning(
        content: content, separator: separator, columns: columns, blockSize: blockSize)
      add(scanning.scans(from: header.end), firstLine: header.nextLine)
    } else {
      self.isStrict = true
      add(scans, firstLine: header.nextLine)
    }
  }

  /// What is kept of the scan of one block.
  fileprivate struct Scan {
    let range: Range<Int>
    let rowCount: Int
    let lineCount: Int
    let broken: [BrokenRow]
    let isIrregular: Bool

    init(_ range: Range<Int>, _ cells: CSVCells) {
      self.range = range
      self.rowCount = cells.rowCount
      self.lineCount = cells.lineCount
      self.broken = cells.broken
      self.isIrregular = cells.isIrregular
    }
  }

  private mutating func add(_ scans: [Scan], firstLine: Int) {
    var line = firstLine
    for scan in scans {
      if scan.rowCount > 0 {
        blocks.append(
          CSVFile.Block(
            range: scan.range, rowCount: scan.rowCount, firstRow: rowCount, firstLine: line))
      }
      broken += scan.broken.map { ($0, line + $0.line) }
      rowCount += scan.rowCount
      line += scan.lineCount
    }
  }
}

// Where rows begin if quotes stand only around whole cells: after a line end behind an even number of quotes.
extension CSVStructure {
  /// What is known of the bytes from one cut to the next.
  private struct Part {
    var isOdd = false
    /// The place after the first line end behind an even number of quotes, and behind an odd one.
    var nextRows: (even: Int?, odd: Int?) = (nil, nil)
  }

  /// Cuts the rows into ranges that begin with a row.
  private static func ranges(
    _ content: FileContent, from start: Int, _ blockSize: Int, _ threads: Int
  ) -> [Range<Int>] {
    let cuts = Array(stride(from: start, to: content.count, by: blockSize))
    let parts = parallelMap(count: cuts.count, threads: threads) { place in
      let range = cuts[place]..<Swift.min(cuts[place] + blockSize, content.count)
      return content.withBytes(range) { part(of: $0, at: range.lowerBound) }
    }
    var starts: [Int] = cuts.isEmpty ? [] : [start]
    var isQuoted = false
    for (place, part) in parts.enumerated() {
      let next = isQuoted ? part.nextRows.odd : part.nextRows.even
      if place > 0, let next, next < content.count { starts.append(next) }
      if part.isOdd { isQuoted.toggle() }
    }
    return starts.indices.map { place in
      starts[place]..<(place + 1 < starts.count ? starts[place + 1] : content.count)
    }
  }

  private static func part(of bytes: CellBytes, at start: Int) -> Part {
    var part = Part()
    var place = 0
    while place < bytes.count, part.nextRows.even == nil || part.nextRows.odd == nil {
      if bytes[place] == CSVScanner.quote {
        part.isOdd.toggle()
      } else if bytes[place] == CSVScanner.lineFeed {
        if part.isOdd {
          part.nextRows.odd = part.nextRows.odd ?? start + place + 1
        } else {
          part.nextRows.even = part.nextRows.even ?? start + place + 1
        }
      }
      place += 1
    }
    var quotes = 0
    for rest in place..<bytes.count where bytes[rest] == CSVScanner.quote { quotes &+= 1 }
    if !quotes.isMultiple(of: 2) { part.isOdd.toggle() }
    return part
  }
}

/// Goes through a file whose quotes do not tell where rows begin: block after block, each from where the one before
/// ended.
private struct LenientScanning {
  let content: FileContent
  let separator: UInt8
  let columns: Int
  let blockSize: Int

  func scans(from start: Int) -> [CSVStructure.Scan] {
    var scans: [CSVStructure.Scan] = []
    var place = start
    while place < content.count {
      let cells = rows(from: place)
      scans.append(CSVStructure.Scan(place..<(place + cells.end), cells))
      place += cells.end
    }
    return scans
  }

  /// The rows that begin in a block from a place on. The last may go on past it: as far as it takes to see its end.
  private func rows(from place: Int) -> CSVCells {
    var size = blockSize * 2
    while true {
      let end = Swift.min(place + size, content.count)
      let cells = content.withBytes(place..<end) { bytes in
        CSVScanner(bytes: bytes, separator: separator, columns: columns, isStrict: false)
          .cells(in: 0..<Swift.min(blockSize, bytes.count))
      }
      if end == content.count || cells.end < end - place && !cells.broken.contains(where: \.isOpen)
      {
        return cells
      }
      size *= 4
    }
  }
}

extension BrokenRow {
  /// Whether the row may only seem to be broken, because its end was not seen.
  fileprivate var isOpen: Bool {
    if case .unclosed = cause { true } else { false }
  }
}
