import PlanQLData

/// A record of a table of a plan while the plan is made.
protocol DraftRecord: StoredRecord {
  /// The table that it is one of.
  static var declaration: TableDeclaration { get }
  /// The names of the columns that such records may fill, in their order.
  static var columns: [String] { get }
  /// The columns that are written though they may be blank in every row.
  static var keptColumns: [Int] { get }
  /// Cells of columns that the standard table has not.
  var extras: [String: String] { get }
  /// Whether the table has columns for where its records stand in their documents.
  static var hasOrigins: Bool { get }
  /// Where it stands in its document; nil where its table has no columns for that.
  var origin: ImportPlace? { get }
  /// Tells which columns it fills, and what else counts of all records together.
  func note(in facts: inout TableFacts)
  /// The cells of the columns.
  func cells(at place: Int, in files: PlanFiles) -> [String?]
  /// The cells of further columns as they are written.
  func extras(at place: Int, in files: PlanFiles) -> [String: String]
}

extension DraftRecord {
  static var keptColumns: [Int] { [] }
  static var hasOrigins: Bool { true }
  var extras: [String: String] { [:] }

  func extras(at place: Int, in files: PlanFiles) -> [String: String] { extras }
}

/// A table of a plan while it is made: its records in their order, however many they are, and what
/// all of them together tell.
struct DraftTable<Record: DraftRecord>: Sendable {
  private var store = RecordStore<Record>()
  /// Records that come after all others: those of projects that an earlier table has.
  private var later = RecordStore<Record>()
  /// Records that stand in the place of others, and their places among these by those they stand in.
  private var amended = RecordStore<Record>()
  private var amendments: [Int: Int] = [:]
  private(set) var facts = TableFacts()

  var count: Int { store.count + later.count }
  var isEmpty: Bool { count == 0 }

  /// Why not all of the records are there.
  var failure: FileError? { store.failure ?? later.failure ?? amended.failure }

  mutating func append(_ record: Record, isLater: Bool = false) {
    facts.add(record)
    if isLater { later.append(record) } else { store.append(record) }
  }

  /// Adds a record after all others and gives its key; that of the others is their place.
  mutating func appendLater(_ record: Record) -> Int {
    append(record, isLater: true)
    return -later.count
  }

  /// Puts another record in the place of the one with a key.
  mutating func amend(_ record: Record, at key: Int) {
    facts.amend(record)
    amendments[key] = amended.count
    amended.append(record)
  }

  /// The records that stand near a place with the place of the first of them.
  func records(near place: Int) -> (first: Int, records: [Record]) {
    let run = place / RecordStore<Record>.runSize
    let first = run * RecordStore<Record>.runSize
    var changes = Changes(self)
    return (first, store.run(run).enumerated().map { changes.record($1, at: first + $0) })
  }

  /// The record at a place; nil where there is none.
  func record(at place: Int) -> Record? {
    let (first, records) = records(near: place)
    return records.indices.contains(place - first) ? records[place - first] : nil
  }

  /// All records with their keys.
  var keyed: [(key: Int, record: Record)] {
    var changes = Changes(self)
    return zip(0..., self).map { ($0, $1) }
      + later.enumerated().map { place, record in
        (-1 - place, changes.record(record, at: -1 - place))
      }
  }

  /// Gives the records that stand in the place of others; those that follow one another are read
  /// together.
  fileprivate struct Changes {
    private let table: DraftTable
    private var near: (run: Int, records: [Record])?

    init(_ table: DraftTable) { self.table = table }

    /// The record that counts in the place of one with a key.
    mutating func record(_ record: Record, at key: Int) -> Record {
      guard !table.amendments.isEmpty, let change = table.amendments[key] else { return record }
      let run = change / RecordStore<Record>.runSize
      let known = near.flatMap { $0.run == run ? $0.records : nil } ?? table.amended.run(run)
      near = (run, known)
      let offset = change - run * RecordStore<Record>.runSize
      return known.indices.contains(offset) ? known[offset] : record
    }
  }

  /// Writes some rows for each record, several blocks of records at a time.
  func write(
    to text: OutputText, _ append: (Record, _ place: Int, _ bytes: inout [UInt8]) -> Void
  ) {
    for (records, before, isLater) in [(store, 0, false), (later, store.count, true)] {
      records.inBlocks { first, records in
        var bytes: [UInt8] = []
        var changes = Changes(self)
        for (offset, record) in records.enumerated() {
          let place = before + first + offset
          let key = isLater ? -1 - first - offset : place
          append(changes.record(record, at: key), place, &bytes)
        }
        return bytes
      } take: { bytes in
        text.write(bytes)
      }
    }
  }
}

extension DraftTable: Sequence {
  /// Goes through the records that are not after all others.
  struct Iterator: IteratorProtocol {
    fileprivate var stored: RecordStore<Record>.Iterator
    fileprivate var changes: DraftTable.Changes
    private var place = 0

    fileprivate init(_ table: DraftTable) {
      stored = table.store.makeIterator()
      changes = DraftTable.Changes(table)
    }

    mutating func next() -> Record? {
      guard let record = stored.next() else { return nil }
      defer { place += 1 }
      return changes.record(record, at: place)
    }
  }

  func makeIterator() -> Iterator { Iterator(self) }

  var underestimatedCount: Int { store.count }
}

extension DraftTable where Record: NumberedRecord {
  /// Whether each record has a number, and no other the same.
  var areNumberedApart: Bool {
    guard facts.numbers.areStated else { return false }
    if facts.numbers.areAscending { return true }
    let numbers = compactMap(\.number).sorted()
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 != $1 }
  }
}

/// A record that may have a number in the document's own list.
protocol NumberedRecord {
  var number: Int? { get }
}

/// What the records of a table tell together, gathered one by one.
struct TableFacts: Sendable {
  private var columns: UInt32 = 0
  /// The headings of further columns.
  private(set) var extras: Set<String> = []
  /// Whether a record comes from a part of its document that the number alone does not tell.
  private(set) var hasPart = false
  /// Whether a record names units, and one of them comes from such a part.
  private(set) var hasUnits = false
  private(set) var hasPartOfUnits = false
  private(set) var numbers = NumberFacts()

  /// Whether a record fills the column.
  func isFilled(_ column: Int) -> Bool { columns & 1 << column != 0 }

  fileprivate mutating func add(_ record: some DraftRecord) {
    record.note(in: &self)
    for key in record.extras.keys where !extras.contains(key) { extras.insert(key) }
    hasPart = hasPart || record.origin?.hasPart ?? false
  }

  /// Takes in what a record tells that stands in the place of another with the same number.
  fileprivate mutating func amend(_ record: some DraftRecord) {
    let numbers = numbers
    add(record)
    self.numbers = numbers
  }

  /// Tells whether a record fills a column.
  mutating func note(_ column: Int, _ isThere: Bool) {
    if isThere { columns |= 1 << column }
  }

  /// Tells the number of a record, and in which column it stands.
  mutating func note(_ column: Int, number: Int?) {
    note(column, number != nil)
    numbers.add(number)
  }

  /// Tells the units of a record, and in which column they stand.
  mutating func note(_ column: Int, units: [ListedUnit], at source: ImportPlace) {
    guard !units.isEmpty else { return }
    note(column, true)
    hasUnits = true
    hasPartOfUnits = hasPartOfUnits || source.hasPart
  }
}

/// Whether numbers tell records apart, gathered one by one.
struct NumberFacts: Sendable {
  /// Whether each record has one, each is above the one before, and each is its place.
  private(set) var areStated = true
  private(set) var areAscending = true
  private(set) var areCounted = true
  private var last = Int.min
  private var count = 0

  fileprivate mutating func add(_ number: Int?) {
    count += 1
    guard let number else {
      areStated = false
      return
    }
    areAscending = areAscending && number > last
    areCounted = areCounted && number == count
    last = number
  }
}

extension ImportPlace {
  /// Whether the document has parts that the number alone does not tell.
  var hasPart: Bool {
    switch part {
    case .lines, .paragraphs: false
    case .sheet, .table: true
    }
  }
}
