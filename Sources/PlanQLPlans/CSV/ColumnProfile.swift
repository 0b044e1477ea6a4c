/// What every cell of a column fits, seen over the whole column.
struct ColumnProfile {
  private(set) var couldBeInt = true
  private(set) var couldBeNumber = true
  private(set) var couldBeDate = true
  private(set) var couldBeBool = true
  /// Cells that are neither blank nor a mark for a missing value.
  private(set) var valueCount = 0
  private(set) var markCount = 0

  /// What the cells are to be read as.
  enum Kind {
    case bool, int, number, date, text
  }

  /// The narrowest kind that all cells fit; text where nothing is known of them.
  var kind: Kind {
    guard valueCount > 0 else { return .text }
    if couldBeInt { return .int }
    if couldBeNumber { return .number }
    if couldBeDate { return .date }
    return couldBeBool && markCount == 0 ? .bool : .text
  }

  private var isOpen: Bool { couldBeInt || couldBeNumber || couldBeDate || couldBeBool }

  /// Looks at the cells of one column of a block.
  mutating func look(at cells: CSVCells, column: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    for row in 0..<cells.rowCount {
      guard isOpen else { return }
      let cell = RawCell(bytes, cells.range(row: row, column: column))
      if cell.isBlank { continue }
      look(at: cell.content)
    }
  }

  @inline(__always)
  private mutating func look(at cell: CellBytes) {
    if couldBeInt, CellReading.plainInt(cell) != nil {
      valueCount += 1
      couldBeDate = false
      couldBeBool = false
      return
    }
    lookClosely(at: cell)
  }

  private mutating func lookClosely(at cell: CellBytes) {
    if CellReading.isMissingMark(cell) {
      markCount += 1
      return
    }
    valueCount += 1
    couldBeInt = couldBeInt && CellReading.plainInt(cell) != nil
    couldBeNumber = couldBeNumber && CellReading.plainNumber(cell) != nil
    couldBeDate = couldBeDate && CellReading.day(cell) != nil
    couldBeBool = couldBeBool && CellReading.bool(cell) != nil
  }

  /// Joins what was seen of another part of the column.
  mutating func join(_ other: ColumnProfile) {
    couldBeInt = couldBeInt && other.couldBeInt
    couldBeNumber = couldBeNumber && other.couldBeNumber
    couldBeDate = couldBeDate && other.couldBeDate
    couldBeBool = couldBeBool && other.couldBeBool
    valueCount += other.valueCount
    markCount += other.markCount
  }
}

/// A cell in the file, its quotes included.
struct RawCell {
  private let cell: CellBytes

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.cell = CellBytes(rebasing: bytes[range])
  }

  @inline(__always)
  var isQuoted: Bool { cell.count >= 2 && cell[0] == CSVScanner.quote }

  /// Whether the cell is a missing value: nothing but blanks, and no quotes.
  @inline(__always)
  var isBlank: Bool {
    guard let first = cell.first else { return true }
    // Blanks are the space, the tab, and characters whose first byte is one of these.
    return (first <= 0x20 || first == 0xE3 || first == 0xC2) && CellReading.trimmed(cell).isEmpty
  }

  /// The bytes between the quotes, doubled quotes still doubled.
  @inline(__always)
  var content: CellBytes {
    isQuoted ? CellBytes(rebasing: cell[1..<(cell.count - 1)]) : cell
  }

  /// The bytes that the cell stands for, if they are not those of `content`.
  var unescaped: [UInt8]? {
    guard isQuoted, content.contains(CSVScanner.quote) else { return nil }
    return Array(CSVFile.text(of: Array(cell)[...]).utf8)
  }
}
