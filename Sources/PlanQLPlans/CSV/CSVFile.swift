import PlanQLData

/// A CSV file in memory, cut into blocks of whole rows.
struct CSVFile: TableCells {
  /// Rows that begin in one range of bytes.
  struct Block {
    let range: Range<Int>
    let rowCount: Int
    /// The rows before the block.
    let firstRow: Int
    /// The number of the line that the range begins with.
    let firstLine: Int
  }

  let file: String
  let bytes: [UInt8]
  let separator: UInt8
  let headings: [String]
  let headingLine: Int?
  let blocks: [Block]
  /// Whether there are rows that could not be read, which are left out.
  let hasBrokenRows: Bool
  private let isStrict: Bool

  /// The bytes to a block; the end of a file makes a smaller one, a long row a larger one.
  static let blockSize = 4 << 20

  /// Reads the structure of a file; what is wrong with it goes to the log. Nil where there is
  /// nothing to read.
  init?(
    name: String, bytes: [UInt8], blockSize: Int = CSVFile.blockSize, threads: Int,
    log: inout IssueLog
  ) {
    var bytes = bytes
    guard TextEncoding.check(&bytes, name: name, threads: threads, log: &log) else { return nil }
    let separator = UInt8(ascii: CSVFile.isTabbed(name) ? "\t" : ",")
    guard
      let header = bytes.withUnsafeBufferPointer({
        CSVHeader(name: name, bytes: $0, separator: separator, log: &log)
      })
    else { return nil }
    self.file = name
    self.separator = separator
    self.headings = header.cells
    self.headingLine = header.line
    let structure = bytes.withUnsafeBufferPointer {
      CSVStructure(
        bytes: $0, header: header, separator: separator, blockSize: blockSize, threads: threads)
    }
    self.bytes = bytes
    self.blocks = structure.blocks
    self.isStrict = structure.isStrict
    self.hasBrokenRows = !structure.broken.isEmpty
    for (broken, line) in structure.broken {
      log.add(
        .brokenRow(broken.cause, columns: header.cells.count), file: name, line: line,
        column: column(of: broken.offset))
    }
    guard rowCount < Int(Int32.max) else {
      log.add(.tooManyRows, file: name)
      return nil
    }
  }

  private static func isTabbed(_ name: String) -> Bool { name.lowercased().hasSuffix(".tsv") }

  var blockSizes: [Int] { blocks.map(\.rowCount) }

  /// Files up to this size may stay at hand until links are resolved.
  private static let smallSize = 16 << 20

  var isSmall: Bool { bytes.count <= CSVFile.smallSize }

  func withBlock<Result>(_ place: Int, _ body: (CellBlock) -> Result) -> Result {
    withCells(blocks[place].range, firstLine: blocks[place].firstLine, body)
  }

  /// The bytes of a block that are read for a sample.
  private static let sampleSize = 64 << 10

  func withSample<Result>(ofBlock place: Int, _ body: (CellBlock) -> Result) -> Result {
    let range = blocks[place].range
    let end = Swift.min(range.upperBound, range.lowerBound + CSVFile.sampleSize)
    return withCells(range.lowerBound..<end, firstLine: blocks[place].firstLine, body)
  }

  private func withCells<Result>(
    _ range: Range<Int>, firstLine: Int, _ body: (CellBlock) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      let cells = scanner(buffer).cells(in: range)
      return cells.positions.withUnsafeBufferPointer { positions in
        body(
          CellBlock(
            columns: headings.indices.map {
              CellColumn(
                bytes: CellBytes(rebasing: buffer[cells.base...]), positions: positions, gap: 1,
                forms: nil, first: $0, stride: cells.columns + 1, width: 1,
                rowCount: cells.rowCount)
            }, rowCount: cells.rowCount, lines: .after(firstLine, cells.lines)))
      }
    }
  }

  private func scanner(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVScanner {
    CSVScanner(bytes: bytes, separator: separator, columns: headings.count, isStrict: isStrict)
  }

  /// The cells of a block.
  private func cells(of block: Block, in bytes: UnsafeBufferPointer<UInt8>) -> CSVCells {
    CSVScanner(
      bytes: bytes, separator: separator, columns: headings.count, isStrict: isStrict
    ).cells(in: block.range)
  }

  /// The character in its line that a byte belongs to, counted from 1.
  func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != CSVScanner.lineFeed { start -= 1 }
    return bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}

extension CSVFile {
  func locations(ofRows rows: [Int], column: Int) -> [CellLocation] {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [CellLocation] = []
      var block = 0
      var cells: CSVCells?
      for row in rows {
        while block < blocks.count, row >= blocks[block].firstRow + blocks[block].rowCount {
          block += 1
          cells = nil
        }
        guard block < blocks.count else { break }
        let current = cells ?? self.cells(of: blocks[block], in: buffer)
        cells = current
        found.append(location(row - blocks[block].firstRow, column, current, blocks[block]))
      }
      return found
    }
  }

  private func location(
    _ row: Int, _ column: Int, _ cells: CSVCells, _ block: Block
  ) -> CellLocation {
    let range = cells.range(row: row, column: column)
    let rowStart = cells.range(row: row, column: 0).lowerBound
    let inner = bytes[rowStart..<range.lowerBound].count { $0 == CSVScanner.lineFeed }
    return CellLocation(
      line: block.firstLine + Int(cells.lines[row]) + inner,
      column: self.column(of: range.lowerBound),
      text: CSVFile.text(of: bytes[range]))
  }

  /// The text of a cell without its quotes.
  static func text(of cell: ArraySlice<UInt8>) -> String {
    guard cell.first == CSVScanner.quote, cell.count >= 2 else {
      return String(decoding: cell, as: UTF8.self)
    }
    var result: [UInt8] = []
    var isSecond = false
    for byte in cell.dropFirst().dropLast() {
      if byte == CSVScanner.quote, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
