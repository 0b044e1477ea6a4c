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
    bytes: UnsafeBufferPointer<UInt8>, header: CSVHeader, separator: UInt8, blockSize: Int,
    threads: Int
  ) {
    func scanner(isStrict: Bool) -> CSVScanner {
      CSVScanner(
        bytes: bytes, separator: separator, columns: header.cells.count, isStrict: isStrict)
    }
    let ranges = CSVStructure.ranges(bytes, from: header.end, blockSize, threads)
    let strict = scanner(isStrict: true)
    let scans = parallelMap(count: ranges.count, threads: threads) {
      Scan(ranges[$0], strict.cells(in: ranges[$0]))
    }
    if scans.contains(where: \.isIrregular) {
      self.isStrict = false
      let lenient = scanner(isStrict: false)
      add(CSVStructure.scans(lenient, from: header.end, blockSize), firstLine: header.nextLine)
    } else {
      self.isStrict = true
      add(scans, firstLine: header.nextLine)
    }
  }

  /// What is kept of the scan of one block.
  private struct Scan {
    let range: Range<Int>
    let rowCount: Int
    let lineCount: Int
    let broken: [BrokenRow]
    let isIrregular: Bool
    let end: Int

    init(_ range: Range<Int>, _ cells: CSVCells) {
      self.range = range
      self.rowCount = cells.rowCount
      self.lineCount = cells.lineCount
      self.broken = cells.broken
      self.isIrregular = cells.isIrregular
      self.end = cells.end
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

  /// Scans one block after the other, each from where the one before ended.
  private static func scans(
    _ scanner: CSVScanner, from start: Int, _ blockSize: Int
  ) -> [Scan] {
    var scans: [Scan] = []
    var place = start
    while place < scanner.bytes.count {
      let range = place..<Swift.min(place + blockSize, scanner.bytes.count)
      let scan = Scan(range, scanner.cells(in: range))
      scans.append(scan)
      place = scan.end
    }
    return scans
  }

  /// Cuts the rows into ranges that begin with a row, if quotes stand only around whole cells: a
  /// line end after an even number of quotes ends a row.
  private static func ranges(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ blockSize: Int, _ threads: Int
  ) -> [Range<Int>] {
    let cuts = Array(stride(from: start, to: bytes.count, by: blockSize))
    let quotes = parallelMap(count: cuts.count, threads: threads) { place in
      quoteCount(bytes, cuts[place]..<Swift.min(cuts[place] + blockSize, bytes.count))
    }
    var starts: [Int] = []
    var isQuoted = false
    for (place, cut) in cuts.enumerated() {
      let rowStart = place == 0 ? cut : nextRow(bytes, after: cut, isQuoted: isQuoted)
      let isNew = rowStart > starts.last ?? -1
      if isNew, rowStart < bytes.count { starts.append(rowStart) }
      if !quotes[place].isMultiple(of: 2) { isQuoted.toggle() }
    }
    return starts.enumerated().map { place, start in
      start..<(place + 1 < starts.count ? starts[place + 1] : bytes.count)
    }
  }

  private static func quoteCount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var count = 0
    for place in range where bytes[place] == CSVScanner.quote { count &+= 1 }
    return count
  }

  private static func nextRow(
    _ bytes: UnsafeBufferPointer<UInt8>, after cut: Int, isQuoted: Bool
  ) -> Int {
    var isQuoted = isQuoted
    for place in cut..<bytes.count {
      let byte = bytes[place]
      if byte == CSVScanner.quote { isQuoted.toggle() }
      if byte == CSVScanner.lineFeed, !isQuoted { return place + 1 }
    }
    return bytes.count
  }
}
