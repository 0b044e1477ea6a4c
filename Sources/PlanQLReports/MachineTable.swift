import PlanQLData

/// A table as formats for machines write it: cell by cell as bytes, straight from the columns.
struct MachineTable {
  let table: Table
  private let kinds: [MachineKind]

  /// The rows that are uncompressed together.
  private static let batch = 4096

  init(_ table: Table) {
    self.table = table
    self.kinds = table.columns.map {
      MachineKind($0.type, titles: table.titles, unit: $0.quantityUnit)
    }
  }

  /// Calls `body` for each row with a function that appends the cell of a column.
  func forEachRow(_ style: MachineStyle, _ body: (MachineRow) -> Void) {
    var start = 0
    while start < table.count {
      let range = start..<Swift.min(table.count, start + MachineTable.batch)
      let vectors = table.columns.map { $0.values.vector(range) }
      for row in range.indices {
        body(MachineRow(kinds: kinds, vectors: vectors, row: row - start, style: style))
      }
      start = range.upperBound
    }
  }
}

/// One row of a machine table.
struct MachineRow {
  fileprivate let kinds: [MachineKind]
  fileprivate let vectors: [Vector]
  fileprivate let row: Int
  fileprivate let style: MachineStyle

  /// Appends the cell of a column.
  func write(_ column: Int, to output: inout [UInt8]) {
    kinds[column].write(vectors[column], row, style, to: &output)
  }
}

/// The two ways in which formats for machines quote texts and lists.
enum MachineStyle {
  /// Texts are quoted where they must be, the empty text always; missing is blank; the elements of
  /// a list are joined by `、`.
  case csv
  /// Texts are JSON strings; missing is `null`; lists are arrays.
  case json
}

/// What the cells of a column are, with all that writing them needs.
///
/// Money is written in the currency's unit, exactly; numbers as the shortest decimals that read back
/// the same, those of a dimension in the unit of their column; dates, periods and durations as in ISO 8601 or `2021..2025`;
/// enumerations in English; links by title.
private indirect enum MachineKind {
  case bool, int, money, date, days, months, text, period, missing
  /// Numbers, those of a dimension in a unit.
  case number(MeasureUnit?)
  case enumeration([[UInt8]])
  case entity(StoredTable?)
  case list(MachineKind)

  init(_ type: DataType, titles: EntityTitles, unit: MeasureUnit?) {
    switch type {
    case .bool: self = .bool
    case .int: self = .int
    case .number: self = .number(unit)
    case .money: self = .money
    case .text: self = .text
    case .date: self = .date
    case .period: self = .period
    case .duration(.days): self = .days
    case .duration(.months): self = .months
    case .enumeration(let enumeration):
      self = .enumeration(enumeration.cases.map { Array($0.name.en.utf8) })
    case .entity(let table):
      self = .entity(titles.catalog.table(named: table).map { titles.catalog.tables[$0] })
    case .list(let element): self = .list(MachineKind(element, titles: titles, unit: unit))
    case .missing, .invalid: self = .missing
    }
  }

  func write(
    _ vector: Vector, _ row: Int, _ style: MachineStyle, to output: inout [UInt8]
  ) {
    guard vector.isKnown(row) else {
      if style == .json { output.write("null") }
      return
    }
    switch vector.lanes {
    case .bools(let bits): output.write(bits[row] ? "true" : "false")
    case .words(let words): write(words[row], style, to: &output)
    case .doubles(let doubles): write(doubles[row], style, to: &output)
    case .texts(let pool, let codes):
      pool.withBytes(of: Int(codes[row])) { output.write(text: $0, style) }
    case .periods(let starts, let ends):
      output.write(period: Period(startNumber: starts[row], endNumber: ends[row]), style)
    case .lists(let offsets, let child):
      write(child, Int(offsets[row])..<Int(offsets[row + 1]), style, to: &output)
    }
  }

  private func write(_ word: Int64, _ style: MachineStyle, to output: inout [UInt8]) {
    switch self {
    case .int: output.write(integer: word)
    case .money: output.write(money: word)
    case .date: output.writeQuoted(style) { $0.write(day: Day(number: Int32(clamping: word))) }
    case .days, .months:
      output.writeQuoted(style) {
        $0.write(word < 0 ? "-P" : "P")
        $0.write(integer: Int64(clamping: word.magnitude))
        $0.write(isDays ? "D" : "M")
      }
    case .enumeration(let names):
      let code = Int(word)
      names.indices.contains(code)
        ? names[code].withUnsafeBufferPointer { output.write(text: $0, style) }
        : output.write(integer: word)
    case .entity(let table):
      output.write(text: table?.title(ofRow: Int(word)) ?? String(word &+ 1), style)
    case .bool, .number, .text, .period, .list, .missing:
      if style == .json { output.write("null") }
    }
  }

  private var isDays: Bool { if case .days = self { true } else { false } }

  private func write(_ base: Double, _ style: MachineStyle, to output: inout [UInt8]) {
    var number = base
    if case .number(let unit?) = self { number = unit.amount(of: base) }
    if number.isFinite {
      if let whole = NumberText.whole(number) {
        output.write(integer: whole)
      } else {
        output.write(NumberText.shortest(number))
      }
    } else if style == .json {
      output.write("null")
    }
  }

  private func write(
    _ child: Vector, _ range: Range<Int>, _ style: MachineStyle, to output: inout [UInt8]
  ) {
    guard case .list(let element) = self else { return }
    switch style {
    case .json:
      output.append(UInt8(ascii: "["))
      for index in range {
        if index > range.lowerBound { output.append(UInt8(ascii: ",")) }
        element.write(child, index, style, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .csv:
      var cell: [UInt8] = []
      for index in range {
        if index > range.lowerBound { cell.write("、") }
        element.writePlain(child, index, to: &cell)
      }
      cell.withUnsafeBufferPointer { output.write(text: $0, style) }
    }
  }

  /// Appends an element of a list without quotes, which the list as a whole gets.
  private func writePlain(_ vector: Vector, _ row: Int, to output: inout [UInt8]) {
    if case .texts(let pool, let codes) = vector.lanes, vector.isKnown(row) {
      pool.withBytes(of: Int(codes[row])) { output.append(contentsOf: $0) }
    } else if case .entity(let table) = self, case .words(let words) = vector.lanes,
      vector.isKnown(row)
    {
      output.write(table?.title(ofRow: Int(words[row])) ?? String(words[row] &+ 1))
    } else {
      write(vector, row, .csv, to: &output)
    }
  }
}

extension [UInt8] {
  /// Appends a text quoted as the style wants it.
  fileprivate mutating func write(text: UnsafeBufferPointer<UInt8>, _ style: MachineStyle) {
    switch style {
    case .csv: writeCSV(text)
    case .json: writeJSON(text)
    }
  }

  /// Appends a text quoted as the style wants it.
  mutating func write(text: String, _ style: MachineStyle) {
    var text = text
    text.withUTF8 { write(text: $0, style) }
  }

  /// Appends what never needs escaping: in quotes in JSON.
  fileprivate mutating func writeQuoted(_ style: MachineStyle, _ body: (inout [UInt8]) -> Void) {
    if style == .json { append(UInt8(ascii: "\"")) }
    body(&self)
    if style == .json { append(UInt8(ascii: "\"")) }
  }

  fileprivate mutating func write(period: Period, _ style: MachineStyle) {
    writeQuoted(style) { output in
      guard let start = period.start, period.end == start else {
        output.write(period.description)
        return
      }
      output.write(day: start)
    }
  }

  fileprivate mutating func write(day: Day) {
    let (year, month, day) = day.civil
    write(year, width: 4)
    append(UInt8(ascii: "-"))
    write(month, width: 2)
    append(UInt8(ascii: "-"))
    write(day, width: 2)
  }

  /// Appends hundredths as a decimal without trailing zeros.
  fileprivate mutating func write(money minorUnits: Int64) {
    let (whole, cents) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
    if minorUnits < 0 { append(UInt8(ascii: "-")) }
    write(integer: Int64(clamping: whole))
    guard cents > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(truncatingIfNeeded: cents / 10) + 0x30)
    if cents % 10 > 0 { append(UInt8(truncatingIfNeeded: cents % 10) + 0x30) }
  }
}
