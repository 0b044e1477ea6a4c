/// Which records of a sequence belong together: eight bytes a record, and what a name takes for each
/// group while records are added.
struct RecordGrouping: Sendable {
  private var numbers: [NameKey: Int32] = [:]
  /// The group of each record; groups are counted in the order of their first records.
  fileprivate private(set) var groups: [Int32] = []
  /// How many records each group has.
  private(set) var sizes: [Int] = []
  /// Whether the records of each group follow one another.
  fileprivate private(set) var areTogether = true

  /// Adds a record to the group of a key.
  mutating func add(_ key: NameKey) {
    let group = numbers[key] ?? Int32(truncatingIfNeeded: sizes.count)
    if Int(group) == sizes.count {
      numbers[key] = group
      sizes.append(0)
    }
    sizes[Int(group)] += 1
    areTogether = areTogether && group >= groups.last ?? 0
    groups.append(group)
  }

  /// Forgets the keys when all records have been added.
  mutating func close() { numbers = [:] }
}

/// Records group by group, in the order of the groups' first records, of which only so many are in
/// memory at a time as take a few megabytes: where groups lie scattered, the records are first put into a file in parts, each
/// part with the groups that follow one another.
struct GroupedRecords<Record: StoredRecord>: IteratorProtocol {
  /// Groups that follow one another, with their records.
  private struct Part {
    let groups: Range<Int>
    var records: RecordStore<Record>
    /// The group of each record.
    var numbers: [Int32] = []
  }

  private let sizes: [Int]
  /// The records of a part that has several groups.
  private let greatestCount: Int
  private var group = 0
  /// Gives the records where those of a group follow one another.
  private var nextRecord: (() -> Record?)?
  private var parts: [Part] = []
  private var part = 0
  /// The groups of the part that is read.
  private var runs: [RecordRun<Record>] = []
  private(set) var failure: FileError?

  /// The bytes of the records of a part that has several groups, and of those that wait for its file.
  private static var partSize: Int { 1 << 22 }
  private static var blockSize: Int { 1 << 15 }

  /// Groups records, which come in the order in which they were added to a grouping and take so many
  /// bytes, all together.
  init(_ records: some Sequence<Record>, size: Int, by grouping: RecordGrouping) {
    self.sizes = grouping.sizes
    self.greatestCount =
      GroupedRecords.partSize / Swift.max(1, size / Swift.max(1, grouping.groups.count))
    if grouping.areTogether {
      var iterator = records.makeIterator()
      self.nextRecord = { iterator.next() }
    } else {
      distribute(records, by: grouping)
    }
  }

  private mutating func distribute(_ records: some Sequence<Record>, by grouping: RecordGrouping) {
    let file: TemporaryFile
    do throws(FileError) { file = try TemporaryFile() } catch {
      failure = error
      return
    }
    var places: [Int32] = []
    var start = 0
    var size = 0
    for (group, count) in sizes.enumerated() {
      if group > start, size + count > greatestCount {
        addPart(start..<group, file)
        start = group
        size = 0
      }
      size += count
      places.append(Int32(truncatingIfNeeded: parts.count))
    }
    addPart(start..<sizes.count, file)
    for (record, group) in zip(records, grouping.groups) {
      let place = Int(places[Int(group)])
      parts[place].records.append(record)
      if parts[place].groups.count > 1 { parts[place].numbers.append(group) }
    }
  }

  private mutating func addPart(_ groups: Range<Int>, _ file: TemporaryFile) {
    parts.append(
      Part(groups: groups, records: RecordStore(blockSize: GroupedRecords.blockSize, in: file)))
  }

  /// The records of the next group.
  mutating func next() -> RecordRun<Record>? {
    guard group < sizes.count else { return nil }
    defer { group += 1 }
    if let nextRecord {
      var run = RecordRun<Record>()
      for _ in 0..<sizes[group] {
        guard let record = nextRecord() else { break }
        run.append(record)
      }
      failure = failure ?? run.failure
      return run
    }
    if runs.isEmpty { readPart() }
    return runs.popLast()
  }

  /// Reads the groups of the next part, the last one first.
  private mutating func readPart() {
    guard parts.indices.contains(part) else { return }
    let read = parts[part]
    parts[part].records = RecordStore()
    parts[part].numbers = []
    part += 1
    failure = failure ?? read.records.failure
    guard read.groups.count > 1 else {
      runs = [RecordRun(read.records)]
      return
    }
    var groups: [[Record]] = Array(repeating: [], count: read.groups.count)
    for (record, number) in zip(read.records, read.numbers) {
      groups[Int(number) - read.groups.lowerBound].append(record)
    }
    runs = groups.reversed().map { RecordRun($0) }
  }
}
