import PlanQLData

/// Reads the cells of one column of a file into typed buffers.
struct ColumnReader {
  enum Kind {
    case bool, int, day
    case number(NumberScale)
    case money(NumberScale, Currency)
    /// Texts that mostly repeat: each distinct one is kept once.
    case dictionary
    /// Texts that hardly repeat.
    case arena
  }

  let column: Int
  let kind: Kind
  /// Whether a cell that is a list may be read; where not, it is a failure.
  var takesLists = false
  /// The units that may stand after numbers.
  var units: UnitTable = .standard

  /// The type of what is read.
  var type: DataType {
    switch kind {
    case .bool: .bool
    case .int: .int
    case .day: .date
    case .number: .number
    case .money(_, let currency): .money(currency)
    case .dictionary, .arena: .text
    }
  }
}

/// What was read of one column of one block.
struct ColumnPart {
  enum Lanes {
    case bools(Bitmap)
    case words(PackedIntegers)
    case doubles([Double])
    case texts(TextPool, [Int32])
    /// One text a row.
    case arena(TextPool)
  }

  var lanes: Lanes
  /// The rows, counted within the block, that have no value, in order.
  var missing: [Int32] = []
  /// The rows whose cells could not be read, in order; they have no value either.
  var failures: [Int32] = []
  /// Cells such as `N/A` that say that there is no value.
  var markCount = 0
  /// The row of the first of them, counted within the block.
  var firstMark: Int32?
  /// Amounts with more decimals than the currency has.
  var roundedCount = 0
  /// Amounts with more digits than are certain in the form in which they are kept.
  var uncertainCount = 0
  /// Amounts that are numbers alone, without a unit.
  var bareCount = 0
  /// What the signs in the numbers tell.
  var signs = NumberSigns()
}

extension ColumnReader {
  /// Reads the column in a block.
  func part(_ cells: CellColumn) -> ColumnPart {
    switch kind {
    case .bool: bools(cells)
    case .int: ints(cells)
    case .day: days(cells)
    case .number(let scale): numbers(cells, scale)
    case .money(let scale, _): amounts(cells, scale)
    case .dictionary: dictionary(cells)
    case .arena: arena(cells)
    }
  }

  private func bools(_ cells: CellColumn) -> ColumnPart {
    var bits = Bitmap(repeating: false, count: cells.rowCount)
    var part = ColumnPart(lanes: .bools(bits))
    readCells(cells, &part) { row, cell, _ in
      let cell = CellReading.trimmed(cell)
      let bit =
        CellReading.bool(cell)
        ?? (cell.elementsEqual("是".utf8) ? true : cell.elementsEqual("否".utf8) ? false : nil)
      guard let bit else { return false }
      bits[row] = bit
      return true
    }
    part.lanes = .bools(bits)
    return part
  }

  private func ints(_ cells: CellColumn) -> ColumnPart {
    words(cells) { cell, _ in
      if let value = CellReading.plainInt(cell) { return value }
      guard let (value, isRounded) = NumberCell(cell, in: units)?.whole(.one), !isRounded else {
        return nil
      }
      return value
    }
  }

  private func days(_ cells: CellColumn) -> ColumnPart {
    words(cells) { cell, _ in
      (CellReading.day(cell) ?? CellReading.day(CellReading.trimmed(cell))).map(Int64.init)
    }
  }

  private func amounts(
    _ cells: CellColumn, _ scale: NumberScale
  ) -> ColumnPart {
    words(cells) { cell, rounded in
      if let amount = CellReading.plainDecimal(cell)?.whole(scale) { return amount }
      guard let (value, isRounded) = NumberCell(cell, in: units)?.whole(scale) else { return nil }
      if isRounded { rounded += 1 }
      return value
    }
  }

  private func numbers(
    _ cells: CellColumn, _ scale: NumberScale
  ) -> ColumnPart {
    let isPlain = scale.numerator == scale.denominator
    var doubles = [Double](repeating: 0, count: cells.rowCount)
    var part = ColumnPart(lanes: .doubles([]))
    readCells(cells, &part) { row, cell, _ in
      let decimal = CellReading.plainDecimal(cell)
      let value = isPlain ? decimal?.doubleValue(of: cell) : decimal?.number(scale)
      guard
        let value = value ?? NumberCell(cell, in: units)?.number(scale)
          ?? CellReading.longNumber(cell, scale)
      else { return false }
      doubles[row] = value
      return true
    }
    part.lanes = .doubles(doubles)
    return part
  }

  @inline(__always)
  private func words(
    _ cells: CellColumn,
    _ read: (CellBytes, inout Int) -> Int64?
  ) -> ColumnPart {
    var words = [Int64](repeating: 0, count: cells.rowCount)
    var part = ColumnPart(lanes: .doubles([]))
    readCells(cells, &part) { row, cell, rounded in
      guard let value = read(cell, &rounded) else { return false }
      words[row] = value
      return true
    }
    part.lanes = .words(PackedIntegers(words))
    return part
  }

  /// Calls `read` with every cell that has a value, and keeps account of the others. A cell that
  /// cannot be read and is a mark for a missing value is one.
  @inline(__always)
  private func readCells(
    _ cells: CellColumn, _ part: inout ColumnPart,
    _ read: (Int, CellBytes, inout Int) -> Bool
  ) {
    for row in 0..<cells.rowCount {
      let cell = cells[row]
      if !cell.isMissing, read(row, cell.content, &part.roundedCount) {
        if isNumeric { look(at: cell, row, &part) }
        continue
      }
      part.missing.append(Int32(row))
      let content = CellReading.trimmed(cell.content)
      if cell.isMissing || content.isEmpty { continue }
      if CellReading.isMissingMark(content) {
        part.markCount += 1
        part.firstMark = part.firstMark ?? Int32(row)
      } else {
        part.failures.append(Int32(row))
      }
    }
  }

  /// Notes what may be odd about a number.
  @inline(__always)
  private func look(at cell: RawCell, _ row: Int, _ part: inout ColumnPart) {
    if case .money = kind, cell.content.last.map({ (0x30...0x39).contains($0) }) == true {
      part.bareCount += 1
    }
    if case .number = kind, cell.content.count > 16,
      CellReading.hasUncertainDigits(cell.content)
    {
      part.uncertainCount += 1
    }
    switch cell.form {
    case .written, .text: part.signs.look(at: cell.content, row: row)
    // A number of a format that has numbers is in the style of the format.
    case .number, .missing, .list: break
    case .real:
      guard case .money = kind, CellReading.hasUncertainDigits(cell.content) else { return }
      part.uncertainCount += 1
    }
  }

  /// Whether the cells are read as numbers.
  private var isNumeric: Bool {
    switch kind {
    case .int, .number, .money: true
    case .bool, .day, .dictionary, .arena: false
    }
  }

  private func dictionary(_ cells: CellColumn) -> ColumnPart {
    var pool = TextPoolBuilder()
    var codes = [Int32](repeating: 0, count: cells.rowCount)
    var (missing, failures): ([Int32], [Int32]) = ([], [])
    for row in 0..<cells.rowCount {
      let cell = cells[row]
      let fails = cell.form == .list && !takesLists
      if fails { failures.append(Int32(row)) }
      if fails || cell.isMissing {
        missing.append(Int32(row))
        codes[row] = -1
      } else if let text = cell.unescaped {
        codes[row] = text.withUnsafeBufferPointer { pool.code(of: $0) }
      } else {
        codes[row] = pool.code(of: cell.content)
      }
    }
    return ColumnPart(
      lanes: .texts(pool.finish(), codes), missing: missing, failures: failures)
  }

  private func arena(_ cells: CellColumn) -> ColumnPart {
    var texts: [UInt8] = []
    var offsets = [0]
    offsets.reserveCapacity(cells.rowCount + 1)
    var (missing, failures): ([Int32], [Int32]) = ([], [])
    for row in 0..<cells.rowCount {
      let cell = cells[row]
      let fails = cell.form == .list && !takesLists
      if fails { failures.append(Int32(row)) }
      if fails || cell.isMissing {
        missing.append(Int32(row))
      } else if let text = cell.unescaped {
        texts.append(contentsOf: text)
      } else {
        texts.append(contentsOf: cell.content)
      }
      offsets.append(texts.count)
    }
    let pool = TextPool(bytes: texts, offsets: offsets, isDistinct: false)
    return ColumnPart(lanes: .arena(pool), missing: missing, failures: failures)
  }
}
