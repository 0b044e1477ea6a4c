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
  /// Where every so many records begin in their blocks.
  private var marks: [UInt32] = []

  /// The bytes that records take in memory before they go to the file.
  private let blockSize: Int

  /// The records to a run, which can be read by itself.
  static var runSize: Int { 16 }

  /// Makes a store without records; their file is one of its own unless it shares another's.
  init(blockSize: Int = 1 << 19, in file: TemporaryFile? = nil) {
    self.blockSize = blockSize
    self.file = file
  }

  var isEmpty: Bool { count == 0 }

  /// The bytes that the records take in memory and in the file.
  var size: Int { blocks.reduce(open.count) { $0 + $1.size } }

  /// Those of them that are in memory.
  var sizeInMemory: Int { open.count }

  /// Why not all of the records are there.
  var failure: FileError? { trouble ?? file?.failure }

  /// Adds a record at the end.
  mutating func append(_ record: Record) {
    let isFirstOfRun = count.isMultiple(of: RecordStore.runSize)
    if isFirstOfRun {
      if open.count >= blockSize { putAway() }
      marks.append(UInt32(truncatingIfNeeded: open.count))
    }
    record.write(to: &open)
    count += 1
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

extension RecordStore {
  /// The records of a run; none where they cannot be read.
  func run(_ number: Int) -> [Record] {
    guard marks.indices.contains(number) else { return [] }
    let first = number * RecordStore.runSize
    let next = Swift.min(first + RecordStore.runSize, count)
    let start = Int(marks[number])
    let block = first < countInFile ? blocks[blockPlace(of: first)] : nil
    let mark = marks.indices.contains(number + 1) ? Int(marks[number + 1]) : 0
    let end = mark > start ? mark : block?.size ?? open.count
    guard let block else { return records(Array(open.bytes[start..<end]), next - first) }
    let bytes = file?.bytes((block.place + start)..<(block.place + end)) ?? []
    return bytes.count == end - start ? records(bytes, next - first) : []
  }

  private func records(_ bytes: [UInt8], _ count: Int) -> [Record] {
    Array(Records(reader: RecordReader(bytes), rest: count))
  }

  /// The place of the block that a record in the file stands in.
  private func blockPlace(of record: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].first <= record { low = middle } else { high = middle }
    }
    return low
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
