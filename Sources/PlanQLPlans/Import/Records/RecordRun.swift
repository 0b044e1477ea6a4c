/// Records to be gone through more than once: in memory while they are few, else in a file.
struct RecordRun<Record: StoredRecord>: Sendable {
  private var few: [Record]
  private var many: RecordStore<Record>?

  /// The records that are kept in memory.
  static var greatestCount: Int { 1 << 8 }

  /// Takes a few records.
  init(_ few: [Record] = []) {
    self.few = few
    self.many = nil
  }

  /// Takes records that are kept already.
  init(_ many: RecordStore<Record>) {
    self.few = []
    self.many = many
  }

  var count: Int { many?.count ?? few.count }

  /// Why not all of the records are there.
  var failure: FileError? { many?.failure }

  mutating func append(_ record: Record) {
    if many == nil, few.count < RecordRun.greatestCount { return few.append(record) }
    var store = many ?? RecordStore()
    many = nil
    for record in few { store.append(record) }
    few = []
    store.append(record)
    many = store
  }
}

extension RecordRun: Sequence {
  /// Goes through the records from the first.
  struct Iterator: IteratorProtocol {
    fileprivate var few: Array<Record>.Iterator
    fileprivate var many: RecordStore<Record>.Iterator?

    mutating func next() -> Record? { few.next() ?? many?.next() }
  }

  func makeIterator() -> Iterator {
    Iterator(few: few.makeIterator(), many: many?.makeIterator())
  }

  var underestimatedCount: Int { count }
}
