/// What every cell of a column fits, seen over the whole column; of a list, what each of its elements fits.
struct ColumnProfile {
  private(set) var couldBeInt = true
  private(set) var couldBeNumber = true
  private(set) var couldBeDate = true
  private(set) var couldBeBool = true
  /// Whether some of the cells are lists.
  private(set) var hasLists = false
  /// Cells that are neither blank nor a mark for a missing value.
  private(set) var valueCount = 0
  private(set) var markCount = 0
  /// What the signs in the numbers tell, while all cells are numbers.
  private(set) var signs = NumberSigns()

  /// What the cells are to be read as.
  enum Kind {
    case bool, int, number, date, text
  }

  /// The narrowest kind that all cells fit; text where nothing is known of them.
  var kind: Kind {
    guard valueCount > 0 else { return .text }
    // Elements of a list are never missing.
    if hasLists, markCount > 0 { return .text }
    if hasDoubtfulCommas { return .text }
    if couldBeInt { return .int }
    if couldBeNumber { return .number }
    if couldBeDate { return .date }
    return couldBeBool && markCount == 0 ? .bool : .text
  }

  /// Whether all cells are numbers if commas part thousands in them, and nothing tells that they do.
  var hasDoubtfulCommas: Bool {
    valueCount > 0 && (couldBeInt || couldBeNumber) && signs.doubtfulCommas != nil
  }

  private var isOpen: Bool { couldBeInt || couldBeNumber || couldBeDate || couldBeBool }

  /// Looks at the cells of one column of a block.
  mutating func look(at cells: CellColumn) {
    for row in 0..<cells.rowCount {
      guard isOpen else { return lookForLists(cells, from: row) }
      let cell = cells[row]
      switch cell.form {
      case .missing: continue
      case .written: if !cell.isMissing { look(at: cell.content) }
      case .text: look(at: cell.content)
      case .number, .real: look(atNumber: cell.content)
      case .list:
        hasLists = true
        for element in ListCell.written(cell.content) ?? [] {
          var element = element
          element.withUTF8 { look(at: $0) }
        }
      }
    }
  }

  private mutating func lookForLists(_ cells: CellColumn, from start: Int) {
    guard !hasLists, cells.forms != nil else { return }
    hasLists = (start..<cells.rowCount).contains { cells[$0].form == .list }
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
    let cell = CellReading.trimmed(cell)
    // A text of nothing is a missing value where the others are numbers or dates.
    if cell.isEmpty { return }
    if CellReading.isMissingMark(cell) {
      markCount += 1
      return
    }
    valueCount += 1
    couldBeInt = couldBeInt && CellReading.isInt(cell)
    couldBeNumber = couldBeNumber && CellReading.isNumber(cell)
    if couldBeNumber { signs.look(at: cell, row: 0) }
    couldBeDate = couldBeDate && CellReading.day(cell) != nil
    couldBeBool = couldBeBool && CellReading.bool(cell) != nil
  }

  /// Looks at a number of a format that has numbers, with an exponent perhaps.
  private mutating func look(atNumber cell: CellBytes) {
    guard CellReading.plainNumber(cell) == nil, CellReading.exponentNumber(cell) != nil else {
      return look(at: cell)
    }
    valueCount += 1
    couldBeInt = false
    couldBeDate = false
    couldBeBool = false
  }

  /// Joins what was seen of another part of the column.
  mutating func join(_ other: ColumnProfile) {
    couldBeInt = couldBeInt && other.couldBeInt
    couldBeNumber = couldBeNumber && other.couldBeNumber
    couldBeDate = couldBeDate && other.couldBeDate
    couldBeBool = couldBeBool && other.couldBeBool
    hasLists = hasLists || other.hasLists
    valueCount += other.valueCount
    markCount += other.markCount
    signs.join(other.signs)
  }
}
