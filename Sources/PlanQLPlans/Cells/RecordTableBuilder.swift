import PlanQLData

/// Collects records, whose fields may come in any order and may be left out, into a table.
struct RecordTableBuilder {
  private let file: String
  private let headingLine: Int?
  private let keepsPlaces: Bool
  private(set) var headings: [String] = []
  /// The same headings as bytes, each with its column as code.
  private var columns = TextPoolBuilder()
  private var column = -1

  private var bytes: [UInt8] = []
  private var cells: [RecordBlock.Cell] = []
  private var lines: [Int64] = []
  private var blocks: [RecordBlock] = []
  /// The last row that has a cell in each column, over all blocks.
  private var lastRows: [Int] = []
  /// Whether each column has a value.
  private var hasValues: [Bool] = []
  /// The names of entries that hold others.
  private var groups = TextPoolBuilder()
  private var rowsBefore = 0
  private var isBroken = false

  /// The bytes and the rows to a block.
  private static let blockSize = 4 << 20
  private static let blockRows = 1 << 16

  /// Begins a table; of each cell its place is kept where messages are to point at it.
  init(file: String, headingLine: Int? = nil, keepsPlaces: Bool) {
    self.file = file
    self.headingLine = headingLine
    self.keepsPlaces = keepsPlaces
  }

  /// Begins a record on a line, or with a number that stands for it.
  mutating func beginRecord(line: Int64) {
    if bytes.count >= RecordTableBuilder.blockSize || lines.count >= RecordTableBuilder.blockRows {
      closeBlock()
    }
    lines.append(line)
    column = -1
  }

  /// Notes that a record could not be read whole.
  mutating func markBroken() { isBroken = true }

  /// Finds the column of a heading, which is made where there is none.
  mutating func findColumn(_ heading: CellBytes) {
    column = Int(columns.code(of: heading))
    if column == headings.count {
      headings.append(String(decoding: heading, as: UTF8.self))
      lastRows.append(-1)
      hasValues.append(false)
    }
  }

  /// Notes that an entry of a record holds entries of its own, so that it is no column where it is null in others.
  mutating func addGroup(_ name: CellBytes) { _ = groups.code(of: name) }

  /// Makes columns, in order, for records whose fields are known beforehand; two may have the same heading.
  mutating func setHeadings(_ names: [String]) {
    headings = names
    lastRows = Array(repeating: -1, count: names.count)
    hasValues = Array(repeating: true, count: names.count)
  }

  /// Goes to a column by its place.
  mutating func moveToColumn(_ place: Int) { column = place }

  /// Adds a cell to the column that was found last; false where the record has one there already.
  @discardableResult
  mutating func add(_ text: CellBytes, _ form: CellForm, place: TreePlace = .start) -> Bool {
    let row = rowsBefore + lines.count - 1
    guard lastRows[column] != row else { return false }
    lastRows[column] = row
    if form != .missing { hasValues[column] = true }
    let start = bytes.count
    bytes.append(contentsOf: text)
    cells.append(
      RecordBlock.Cell(
        row: lines.count - 1, column: column, form: form, range: start..<bytes.count, place: place))
    return true
  }

  private mutating func closeBlock() {
    guard !lines.isEmpty else { return }
    blocks.append(
      RecordBlock(
        cells, bytes: bytes, lines: lines, columnCount: headings.count, keepsPlaces: keepsPlaces))
    rowsBefore += lines.count
    bytes = []
    cells.removeAll(keepingCapacity: true)
    lines = []
  }

  /// The table of all records.
  mutating func finish() -> RecordTable {
    closeBlock()
    let columns = headings.indices.filter { hasValues[$0] || !isGroup(headings[$0]) }
    return RecordTable(
      file: file, headings: columns.map { headings[$0] }, columns: columns,
      headingLine: headingLine, hasBrokenRows: isBroken,
      isSmall: keepsPlaces, blocks: blocks)
  }

  private mutating func isGroup(_ heading: String) -> Bool {
    let count = groups.count
    return count > 0 && groups.code(of: heading) < count
  }
}
