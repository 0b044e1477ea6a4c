/// Records in their order, which take no more memory however many they are: all but the last few are
/// kept in a temporary file.
struct RecordStore<Record: StoredRecord>: Sendable {
  /// A run of records in the file.
  private struct Block {
    let place: Int
    let size: Int
    /// The records before it.
    let first: Int
  }

  private var blocks: [Block] = []
  private var file: TemporaryFile?
  private var trouble: FileError?
  private var open = RecordWriter()
  private(set) var count = 0
  /// The records that are in the file.
  private var countInFile = 0

  /// The bytes that records take in memory before they go to the file.
  private let blockSize: Int

  init(blockSize: Int = 1 << 19) { self.blockSize = blockSize }

  var isEmpty: Bool { count == 0 }

  /// Why not all of the records are there.
  var failure: FileError? { trouble ?? file?.failure }

  /// Adds a record at the end.
  mutating func append(_ record: Record) {
    record.write(to: &open)
    count += 1
    if open.count >= blockSize { putAway() }
  }

  private mutating func putAway() {
    do throws(FileError) {
      let file = if let file { file } else { try TemporaryFile() }
      self.file = file
      blocks.append(
        Block(place: file.append(open.bytes), size: open.count, first: countInFile))
      countInFile = count
    } catch {
      trouble = error
    }
    open.removeAll()
  }
}

extension RecordStore: Sequence {
  /// Goes through the records from the first, some blocks of the file in memory at a time.
  struct Iterator: IteratorProtocol {
    private let store: RecordStore
    private var records: [[Record]] = []
    private var block = 0
    private var place = 0
    private var nextBlock = 0

    fileprivate init(_ store: RecordStore) { self.store = store }

    mutating func next() -> Record? {
      while !records.indices.contains(block) || place == records[block].count {
        if block + 1 < records.count {
          records[block] = []
          block += 1
        } else {
          records = store.records(ofBlocksFrom: nextBlock)
          guard !records.isEmpty else { return nil }
          nextBlock += records.count
          block = 0
        }
        place = 0
      }
      defer { place += 1 }
      return records[block][place]
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }

  var underestimatedCount: Int { count }

  /// Reads a few blocks side by side; none past the last, and where there was a failure.
  private func records(ofBlocksFrom start: Int) -> [[Record]] {
    var blocks: [[Record]] = []
    inBlocks(start..<(start + Processors.count)) { _, records in
      Array(records)
    } take: {
      blocks.append($0)
    }
    return blocks
  }
}

extension RecordStore {
  /// The records of one block.
  struct Records: Sequence, IteratorProtocol {
    fileprivate var reader: RecordReader
    fileprivate var rest: Int

    mutating func next() -> Record? {
      guard rest > 0 else { return nil }
      rest -= 1
      return Record(from: &reader)
    }
  }

  /// Calls `make` with the records of each block and the number of those before it, on several
  /// threads, and `take` with what it gives in the order of the blocks.
  func inBlocks<Result>(
    _ make: (_ first: Int, Records) -> Result, take: (Result) -> Void
  ) {
    for start in stride(from: 0, through: blocks.count, by: Processors.count) {
      inBlocks(start..<(start + Processors.count), make, take: take)
    }
  }

  private func inBlocks<Result>(
    _ range: Range<Int>, _ make: (_ first: Int, Records) -> Result, take: (Result) -> Void
  ) {
    guard failure == nil else { return }
    let range = range.clamped(to: 0..<(blocks.count + 1))
    let results = parallelMap(count: range.count, threads: Processors.count) { offset in
      let place = range.lowerBound + offset
      let first = place < blocks.count ? blocks[place].first : countInFile
      let end = place + 1 < blocks.count ? blocks[place + 1].first : countInFile
      let records = place < blocks.count ? end - first : count - countInFile
      return bytes(ofBlock: place).map {
        make(first, Records(reader: RecordReader($0), rest: records))
      }
    }
    for case let result? in results { take(result) }
  }

  /// The bytes of a block, those in memory last; nil where they cannot be read.
  private func bytes(ofBlock place: Int) -> [UInt8]? {
    guard place < blocks.count else { return open.bytes }
    let block = blocks[place]
    let bytes = file?.bytes(block.place..<(block.place + block.size)) ?? []
    return bytes.count == block.size ? bytes : nil
  }
}
