/// Where the records of a text with separators lie: a byte a record, whatever its length.
struct RecordIndex: Sendable {
  /// The records to a block; where a block begins is kept, the records in it are found anew.
  static let blockSize = 256

  /// The places where blocks begin, and the lines that they begin on.
  private(set) var blocks: [(place: Int, line: Int)] = [(0, 1)]
  /// The place after the last record.
  private(set) var end = 0
  private(set) var count = 0
  /// The lines of each record, and whether it says nothing.
  private var shapes: [UInt8] = []
  /// The lines of records that have many.
  private var longRecords: [Int: Int] = [:]
  /// The line on which the next record begins.
  private var nextLine = 1

  private static let manyLines: UInt8 = 0x7F
  private static let blankBit: UInt8 = 0x80

  /// Adds a record that ends before a place.
  mutating func add(endingAt place: Int, nextLine line: Int, isBlank: Bool) {
    let lines = line - nextLine
    let isLong = lines >= Int(RecordIndex.manyLines)
    if isLong { longRecords[count] = lines }
    shapes.append(
      (isLong ? RecordIndex.manyLines : UInt8(lines)) | (isBlank ? RecordIndex.blankBit : 0))
    count += 1
    end = place
    nextLine = line
    if count.isMultiple(of: RecordIndex.blockSize) { blocks.append((place, line)) }
  }

  /// Whether a record says nothing.
  func isBlank(_ record: Int) -> Bool { shapes[record] & RecordIndex.blankBit != 0 }

  /// The line that a record begins on, counted from 1.
  func line(of record: Int) -> Int {
    let block = record / RecordIndex.blockSize
    var line = blocks[block].line
    for place in (block * RecordIndex.blockSize)..<record { line += lines(of: place) }
    return line
  }

  /// The lines that a record stands on; the last one of a text may end without a line end.
  func lines(of record: Int) -> Int {
    let lines = shapes[record] & RecordIndex.manyLines
    return lines == RecordIndex.manyLines ? longRecords[record] ?? Int(lines) : Int(lines)
  }

  /// The bytes of a block.
  func range(ofBlock block: Int) -> Range<Int> {
    blocks[block].place..<(block + 1 < blocks.count ? blocks[block + 1].place : end)
  }
}
