import PlanQLData

/// A CSV file, cut into blocks of whole rows.
struct CSVFile: TableCells {
  /// Rows that stand in one range of bytes.
  struct Block {
    let range: Range<Int>
    let rowCount: Int
    /// The rows before the block.
    let firstRow: Int
    /// The number of the line that the range begins with.
    let firstLine: Int
  }

  let file: String
  let headings: [String]
  let headingLine: Int?
  let hasBrokenRows: Bool
  private let content: FileContent
  private let separator: UInt8
  private let isStrict: Bool
  private let blocks: [Block]

  /// The bytes to a block; the end of a file makes a smaller one, a long row a larger one.
  static let blockSize = 4 << 20

  /// Reads the structure of a file; what is wrong with it goes to the log. Nil where there is
  /// nothing to read.
  init?(
    name: String, content: FileContent, blockSize: Int = CSVFile.blockSize, threads: Int,
    log: inout IssueLog
  ) {
    var content = content
    guard TextEncoding.check(&content, name: name, threads: threads, log: &log) else { return nil }
    let separator =
      CSVFile.isTabbed(name) ? UInt8(ascii: "\t") : CSVHeader.separator(of: content)
    guard let header = CSVHeader(name: name, content: content, separator: separator, log: &log)
    else { return nil }
    let structure = CSVStructure(
      content: content, header: header, separator: separator, blockSize: blockSize,
      threads: threads)
    self.file = name
    self.separator = separator
    self.headings = header.cells
    self.headingLine = header.line
    self.content = content
    self.blocks = structure.blocks
    self.isStrict = structure.isStrict
    self.hasBrokenRows = !structure.broken.isEmpty
    for (broken, line) in structure.broken {
      log.add(
        .brokenRow(broken.cause, columns: header.cells.count), file: name, line: line,
        column: broken.column)
    }
    guard structure.rowCount < Int(Int32.max) else {
      log.add(.tooManyRows, file: name)
      return nil
    }
  }

  private static func isTabbed(_ name: String) -> Bool { name.lowercased().hasSuffix(".tsv") }

  var blockSizes: [Int] { blocks.map(\.rowCount) }

  var hasHeadingRow: Bool { true }

  var isSmall: Bool { content.bytesInMemory <= FileContent.wholeSize }

  var problem: LoadMessage? { content.hasChanged ? .changedFile : nil }
}

// Cells.
extension CSVFile {
  func withBlock<Result>(_ place: Int, _ body: (CellBlock) -> Result) -> Result {
    let block = blocks[place]
    return withCells(block, block.range) { cells, bytes in
      // A file that has changed since may have other rows now; its loading fails in the end.
      guard cells.rowCount == block.rowCount else {
        return CellBlock.withMissing(rows: block.rowCount, columns: headings.count, body)
      }
      return withColumns(cells, bytes, firstLine: block.firstLine, body)
    }
  }

  /// The bytes of a block that are read for a sample.
  private static let sampleSize = 64 << 10

  func withSample<Result>(ofBlock place: Int, _ body: (CellBlock) -> Result) -> Result {
    let block = blocks[place]
    return withCells(block, block.range.prefix(CSVFile.sampleSize)) { cells, bytes in
      withColumns(cells, bytes, firstLine: block.firstLine, body)
    }
  }

  /// Calls `body` with the cells in a range of a block. A row that the range cuts is taken for one.
  private func withCells<Result>(
    _ block: Block, _ range: Range<Int>, _ body: (CSVCells, CellBytes) -> Result
  ) -> Result {
    content.withBytes(range) { bytes in
      let scanner = CSVScanner(
        bytes: bytes, separator: separator, columns: headings.count, isStrict: isStrict)
      return body(scanner.cells(in: 0..<bytes.count), bytes)
    }
  }

  private func withColumns<Result>(
    _ cells: CSVCells, _ bytes: CellBytes, firstLine: Int, _ body: (CellBlock) -> Result
  ) -> Result {
    cells.positions.withUnsafeBufferPointer { positions in
      body(
        CellBlock(
          columns: headings.indices.map {
            CellColumn(
              bytes: bytes, positions: positions, gap: 1, forms: nil, first: $0,
              stride: cells.columns + 1, width: 1, rowCount: cells.rowCount)
          }, rowCount: cells.rowCount, lines: .after(firstLine, cells.lines)))
    }
  }

  func locations(ofRows rows: [Int], column: Int) -> [CellLocation] {
    var found: [CellLocation] = []
    var rest = rows[...]
    for block in blocks {
      let inside = rest.prefix { $0 < block.firstRow + block.rowCount }
      guard !inside.isEmpty else { continue }
      rest = rest.dropFirst(inside.count)
      withCells(block, block.range) { cells, bytes in
        for row in inside where row - block.firstRow < cells.rowCount {
          found.append(
            CSVFile.location(row - block.firstRow, column, cells, bytes, block.firstLine))
        }
      }
    }
    return found
  }

  private static func location(
    _ row: Int, _ column: Int, _ cells: CSVCells, _ bytes: CellBytes, _ firstLine: Int
  ) -> CellLocation {
    let range = cells.range(row: row, column: column)
    let rowStart = cells.range(row: row, column: 0).lowerBound
    let inner = bytes[rowStart..<range.lowerBound].count { $0 == CSVScanner.lineFeed }
    let lineStart =
      bytes[..<range.lowerBound].lastIndex(of: CSVScanner.lineFeed).map { $0 + 1 } ?? 0
    return CellLocation(
      line: firstLine + Int(cells.lines[row]) + inner,
      column: bytes[lineStart..<range.lowerBound].count { $0 & 0xC0 != 0x80 } + 1,
      text: text(of: Array(bytes[range])[...]))
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
