import PlanQLData

/// Finds the row of a table that a cell names: by its number, where the table's key is one, or by
/// its names.
final class LinkIndex {
  enum Found: Equatable {
    case row(Int32)
    case nothing
    /// The name stands for more than one row.
    case several
  }

  private let numbers: NumberIndex?
  private lazy var names = NameIndex(nameColumns)
  private let nameColumns: [Column]

  /// Makes an index over the rows of a table; names are read when they are first asked for.
  init(_ table: TableDraft) {
    let keys = table.declaration.keys.filter { $0.count == 1 }.compactMap { names -> Column? in
      names.first.flatMap { table.field($0) }.flatMap { table.fields[$0].values }
    }
    self.numbers = keys.lazy.compactMap { NumberIndex($0) }.first
    self.nameColumns =
      table.declaration.nameFields.compactMap { name in
        table.field(name).flatMap { table.fields[$0].values }
      } + keys
  }

  /// Whether rows can be found by numbers.
  var hasNumbers: Bool { numbers != nil }

  /// Finds a row by its number.
  func row(numbered number: Int64) -> Found { numbers?.row(number) ?? .nothing }

  /// Finds a row by a name, else by a number that the text spells.
  func row(named text: String) -> Found {
    if let found = names.row(text) { return found }
    return Int64(text).map { row(numbered: $0) } ?? .nothing
  }
}

/// Finds rows by texts; the names of earlier columns come first.
private struct NameIndex {
  private var pool = TextPoolBuilder()
  /// By the code of the name.
  private var rows: [Int32] = []
  private var levels: [Int] = []
  private static let several: Int32 = -2

  init(_ columns: [Column]) {
    for (level, column) in columns.enumerated() { add(column, level: level) }
  }

  private mutating func add(_ column: Column, level: Int) {
    switch column.storage {
    case .texts(let pool, let codes):
      for row in 0..<column.count where column.isKnown(row) {
        pool.withBytes(of: Int(codes[row])) { add($0, row: row, level: level) }
      }
    case .lists(let offsets, let child):
      guard case .texts(let pool, let codes) = child.storage else { return }
      for row in 0..<column.count where column.isKnown(row) {
        for place in offsets[row]..<offsets[row + 1] {
          pool.withBytes(of: Int(codes[Int(place)])) { add($0, row: row, level: level) }
        }
      }
    case .bools, .words, .doubles, .periods: return
    }
  }

  private mutating func add(_ bytes: CellBytes, row: Int, level: Int) {
    let name = CellReading.trimmed(bytes)
    guard !name.isEmpty else { return }
    let code = Int(pool.code(of: name))
    if code == rows.count {
      rows.append(Int32(row))
      levels.append(level)
    } else if rows[code] != Int32(row), levels[code] == level {
      rows[code] = NameIndex.several
    }
  }

  /// Finds a name; nil where there is none. A name that was asked for in vain is kept and found in
  /// vain again.
  mutating func row(_ text: String) -> LinkIndex.Found? {
    let code = Int(pool.code(of: text))
    guard code < rows.count else { return nil }
    return rows[code] < 0 ? .several : .row(rows[code])
  }
}

/// Finds rows by whole numbers: in an array where the numbers lie close together, else by hashing.
private struct NumberIndex {
  private var first: Int64 = 0
  /// Row + 1 by distance from the first number, 0 where there is none, -1 where there are several.
  private var near: [Int32] = []
  private var far: [Int64: Int32] = [:]

  init?(_ column: Column) {
    guard column.type == .int, case .words(let words) = column.storage else { return nil }
    let values = words.values(0..<words.count)
    if let bounds = words.bounds,
      case let (span, overflow) = bounds.upperBound.subtractingReportingOverflow(bounds.lowerBound),
      !overflow, span < Int64(values.count) * 8 + 1024
    {
      first = bounds.lowerBound
      near = Array(repeating: 0, count: Int(span) + 1)
      for row in values.indices where column.isKnown(row) {
        let place = Int(values[row] - first)
        near[place] = near[place] == 0 ? Int32(row) + 1 : -1
      }
    } else {
      far.reserveCapacity(values.count)
      for row in values.indices where column.isKnown(row) {
        far[values[row]] = far[values[row]] == nil ? Int32(row) + 1 : -1
      }
    }
  }

  @inline(__always)
  func row(_ number: Int64) -> LinkIndex.Found {
    var found: Int32 = 0
    if !near.isEmpty {
      let (place, overflow) = number.subtractingReportingOverflow(first)
      if !overflow, place >= 0, place < near.count { found = near[Int(place)] }
    } else {
      found = far[number] ?? 0
    }
    return found == 0 ? .nothing : found < 0 ? .several : .row(found - 1)
  }
}
