/// Records in their order, which take no more memory however many they are: all but the last few are
/// kept in a temporary file.
struct RecordStore<Record: StoredRecord>: Sendable {
  /// A run of records in the file.
  private struct Block {
    let place: Int
    let size: Int
  }

  private var blocks: [Block] = []
  private var file: TemporaryFile?
  private var trouble: FileError?
  private var open = RecordWriter()
  private(set) var count = 0

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
      blocks.append(Block(place: file.append(open.bytes), size: open.count))
    } catch {
      trouble = error
    }
    open.removeAll()
  }
}

extension RecordStore: Sequence {
  /// Goes through the records from the first, a block of the file in memory at a time.
  struct Iterator: IteratorProtocol {
    private let store: RecordStore
    private var reader = RecordReader([])
    private var nextBlock = 0
    private var rest: Int

    fileprivate init(_ store: RecordStore) {
      self.store = store
      self.rest = store.failure == nil ? store.count : 0
    }

    mutating func next() -> Record? {
      guard rest > 0 else { return nil }
      while reader.isAtEnd {
        guard let bytes = store.bytes(ofBlock: nextBlock) else { return nil }
        reader = RecordReader(bytes)
        nextBlock += 1
      }
      rest -= 1
      return Record(from: &reader)
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }

  var underestimatedCount: Int { count }

  /// The bytes of a block, those in memory last; nil past them, and where they cannot be read.
  fileprivate func bytes(ofBlock place: Int) -> [UInt8]? {
    if place == blocks.count { return open.bytes }
    guard place < blocks.count, let file else { return nil }
    let block = blocks[place]
    let bytes = file.bytes(block.place..<(block.place + block.size))
    return bytes.count == block.size ? bytes : nil
  }
}
