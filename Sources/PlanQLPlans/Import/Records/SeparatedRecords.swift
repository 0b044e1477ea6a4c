import PlanQLData
import Synchronization

/// The records of a text with separators, read from it where they are asked for.
final class SeparatedRecords: Sendable {
  let content: FileContent
  let separator: UInt8
  let index: RecordIndex
  /// The line of a quote that nothing closes.
  let unclosedLine: Int?
  private let cache = Mutex(Cache())

  /// The bytes that are looked at in one go to find the records.
  static let partSize = 1 << 20

  /// Finds where the records lie.
  init(_ content: FileContent, separator: UInt8, partSize: Int = SeparatedRecords.partSize) {
    let blanks = BlankRecords(content: content, separator: separator)
    var scanner = SeparatedScanner(IndexHandler(blanks), separator: separator)
    scanner.scan(content, partSize: partSize)
    self.content = content
    self.separator = separator
    self.index = scanner.handler.index
    self.unclosedLine = scanner.unclosedLine
  }

  var count: Int { index.count }

  private var blockCount: Int {
    (count + RecordIndex.blockSize - 1) / RecordIndex.blockSize
  }

  /// A record as a row of the one table that the text is.
  func row(_ record: Int) -> DocumentLine {
    let block = record / RecordIndex.blockSize
    return cache.withLock { cache in
      let rows = cache.rows(ofBlock: block, of: blockCount) { self.rows(ofBlock: $0) }
      let place = record - block * RecordIndex.blockSize
      // Where the text has changed meanwhile there may be fewer; the import fails in the end.
      return rows.indices.contains(place)
        ? rows[place] : DocumentLine(row: [], of: 0, at: .line(index.line(of: record)))
    }
  }

  private func rows(ofBlock block: Int) -> [DocumentLine] {
    let range = index.range(ofBlock: block)
    var scanner = SeparatedScanner(
      RowHandler(line: index.blocks[block].line), separator: separator,
      line: index.blocks[block].line)
    content.withBytes(range) { _ = scanner.scan($0, at: range.lowerBound, isLast: true) }
    scanner.finish(at: range.upperBound)
    return scanner.handler.rows
  }

  /// How many rows hold each of the names of five years' plans.
  var countsOfFiveYearNames: [Int] {
    cache.withLock { cache in
      while cache.countedBlocks < blockCount {
        _ = cache.rows(ofBlock: cache.countedBlocks, of: blockCount) { self.rows(ofBlock: $0) }
      }
      return cache.counts
    }
  }

  /// The rows of the blocks that were asked for last.
  private struct Cache {
    private var blocks: [(block: Int, rows: [DocumentLine])] = []
    /// How many rows hold each name of a five years' plan, in the blocks that were read in order.
    private(set) var counts = PeriodReading.fiveYearNames.map { _ in 0 }
    private(set) var countedBlocks = 0

    private static let greatestCount = 4 + 2 * Processors.count

    /// The rows of a block; those after it are read with it where the ones before it were.
    mutating func rows(
      ofBlock block: Int, of total: Int, _ read: (Int) -> [DocumentLine]
    ) -> [DocumentLine] {
      if let last = blocks.last, last.block == block, block < countedBlocks { return last.rows }
      if let place = blocks.firstIndex(where: { $0.block == block }) {
        blocks.append(blocks.remove(at: place))
      } else {
        let goesOn = block == 0 || blocks.contains { $0.block == block - 1 }
        let length = goesOn ? Swift.min(2 * Processors.count, total - block) : 1
        let found = parallelMap(count: length, threads: Processors.count) { read(block + $0) }
        for (offset, rows) in found.enumerated().reversed() {
          blocks.append((block + offset, rows))
        }
        blocks.removeFirst(Swift.max(0, blocks.count - Cache.greatestCount))
      }
      let rows = blocks[blocks.count - 1].rows
      if block == countedBlocks { count(rows) }
      return rows
    }

    /// Counts while the rows are at hand, so that the text need not be read once more for it.
    private mutating func count(_ rows: [DocumentLine]) {
      countedBlocks += 1
      for row in rows where row.cells.contains(where: { $0.text.contains("五") }) {
        let text = row.text
        for (place, name) in PeriodReading.fiveYearNames.enumerated() where text.contains(name) {
          counts[place] += 1
        }
      }
    }
  }
}

/// Tells which records say nothing.
private struct BlankRecords {
  let content: FileContent
  let separator: UInt8

  /// Whether bytes that are no ASCII are all blanks.
  func isBlank(_ range: Range<Int>) -> Bool {
    var scanner = SeparatedScanner(RowHandler(line: 1), separator: separator)
    content.withBytes(range) { _ = scanner.scan($0, at: range.lowerBound, isLast: true) }
    scanner.finish(at: range.upperBound)
    return scanner.handler.rows.allSatisfy(\.isBlank)
  }
}

/// Notes where records lie.
private struct IndexHandler: SeparatedHandler {
  var index = RecordIndex()
  private let blanks: BlankRecords
  /// Whether the record has something to see, and something that may be to see.
  private var isVisible = false
  private var isDoubtful = false

  init(_ blanks: BlankRecords) { self.blanks = blanks }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    if byte >= 0x80 {
      isDoubtful = true
    } else if byte != 0x20, byte != 0x09, byte != 0x0B, byte != 0x0C {
      isVisible = true
    }
  }

  mutating func clearCell() {}
  mutating func endCell() {}

  mutating func endRecord(next place: Int, line: Int) {
    let isBlank = !isVisible && (!isDoubtful || blanks.isBlank(index.end..<place))
    index.add(endingAt: place, nextLine: line, isBlank: isBlank)
    isVisible = false
    isDoubtful = false
  }
}

/// Makes rows of records.
private struct RowHandler: SeparatedHandler {
  private(set) var rows: [DocumentLine] = []
  private var cells: [GridCell] = []
  private var cell: [UInt8] = []
  private var line: Int

  init(line: Int) { self.line = line }

  mutating func add(_ byte: UInt8) { cell.append(byte) }
  mutating func clearCell() { cell.removeAll(keepingCapacity: true) }

  mutating func endCell() {
    cells.append(GridCell(cell.withUnsafeBufferPointer { FoldedText(utf8: $0).trimmed() }))
    cell.removeAll(keepingCapacity: true)
  }

  mutating func endRecord(next place: Int, line: Int) {
    let count = cells.count
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    var row = DocumentLine(row: cells, of: 0, at: .line(self.line))
    row.fieldCount = count
    rows.append(row)
    cells = []
    cells.reserveCapacity(count)
    self.line = line
  }
}
