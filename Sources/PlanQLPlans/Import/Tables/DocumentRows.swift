import PlanQLData

/// A row of a table in a document, cut into the cells of the table's columns.
struct DocumentRow: Sendable {
  /// The places of its lines in the document.
  var lines: [Int]
  var cells: [GridCell]
  /// The place of its section among the table's.
  var section: Int?
  /// The columns that the row has no cell for.
  var absent: [Int] = []
}

/// The rows of a table, however many they are, and what all of them together tell.
struct DocumentRows: Sendable {
  private var store = RecordStore<DocumentRow>()
  /// The last row, which more may come to.
  private var open: DocumentRow?
  /// What the rows tell whose cells are settled.
  private var settled: RowEvidence?
  /// The place of the first line of the first row.
  private(set) var firstLine: Int?
  /// How many rows stand in each section.
  private(set) var countsBySection: [Int?: Int] = [:]

  var count: Int { store.count + (open == nil ? 0 : 1) }
  var isEmpty: Bool { count == 0 }

  /// The bytes that the rows take where they are kept.
  var size: Int { store.size }

  /// Why not all of the rows are there.
  var failure: FileError? { store.failure }

  /// The last row, to be changed or looked at.
  var last: DocumentRow? {
    get { open }
    set { open = newValue ?? open }
  }

  /// Adds a row to a table with those columns.
  mutating func append(_ row: DocumentRow, to table: DocumentTable) {
    putAway(in: table)
    open = row
    firstLine = firstLine ?? row.lines.first
    countsBySection[row.section, default: 0] += 1
  }

  private mutating func putAway(in table: DocumentTable) {
    guard let row = open else { return }
    open = nil
    add(row, to: &settled, in: table)
    store.append(row)
  }

  private func add(_ row: DocumentRow, to evidence: inout RowEvidence?, in table: DocumentTable) {
    var found = evidence ?? RowEvidence(table)
    evidence = nil
    found.add(row)
    evidence = found
  }

  /// What the rows of a table tell.
  func evidence(in table: DocumentTable) -> RowEvidence {
    var evidence = settled
    if let open { add(open, to: &evidence, in: table) }
    return evidence ?? RowEvidence(table)
  }
}

extension DocumentRows: Sequence {
  /// Goes through the rows from the first.
  struct Iterator: IteratorProtocol {
    fileprivate var stored: RecordStore<DocumentRow>.Iterator
    fileprivate var last: DocumentRow?

    mutating func next() -> DocumentRow? {
      if let row = stored.next() { return row }
      defer { last = nil }
      return last
    }
  }

  func makeIterator() -> Iterator { Iterator(stored: store.makeIterator(), last: open) }

  var underestimatedCount: Int { count }
}

extension DocumentRow: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(lines.count)
    var before = 0
    for line in lines {
      bytes.write(line - before)
      before = line
    }
    bytes.write(section)
    bytes.write(absent) { $0.write($1) }
    bytes.write(cells) { $1.write(to: &$0) }
  }

  init(from bytes: inout RecordReader) {
    var line = 0
    lines = bytes.array { bytes in
      line += bytes.int()
      return line
    }
    section = bytes.optionalInt()
    absent = bytes.array { $0.int() }
    cells = bytes.array { GridCell(from: &$0) }
  }
}

extension GridCell: StoredRecord {
  func write(to bytes: inout RecordWriter) {
    bytes.write(text)
    let mark = (merge == .fromAbove ? 1 : merge == .fromLeft ? 2 : 0) + (isNumber ? 4 : 0)
    bytes.write(mark + (problem == nil ? 0 : 8) + (scaled == nil ? 0 : 16))
    if let problem { bytes.write(problem) }
    if let scaled {
      bytes.write(scaled.text)
      bytes.write(scaled.power)
    }
  }

  init(from bytes: inout RecordReader) {
    let text = bytes.folded()
    let mark = bytes.int()
    self.init(
      text, merge: mark & 1 != 0 ? .fromAbove : mark & 2 != 0 ? .fromLeft : .none,
      isNumber: mark & 4 != 0, problem: mark & 8 != 0 ? bytes.localized() : nil)
    if mark & 16 != 0 { scaled = ScaledNumber(text: bytes.folded(), power: bytes.int()) }
  }
}
