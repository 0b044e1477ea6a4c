import PlanQLData

/// A column of a file as read, before links and enumerations are looked up.
struct RawColumn {
  let values: Column
  /// The rows whose cells could not be read, in order.
  let failures: [Int]
  let markCount: Int
  /// The row of the first mark for a missing value.
  let firstMark: Int?
  let roundedCount: Int
  let uncertainCount: Int
  let bareCount: Int
  let signs: NumberSigns
}

/// The parts of a column, as read of the blocks of a table. They are given up one by one while they are joined, so
/// that a column is never there twice.
final class ColumnParts {
  private var parts: [ColumnPart]
  private let firstRows: [Int]
  private let rowCount: Int

  init(_ parts: [ColumnPart], firstRows: [Int], rowCount: Int) {
    self.parts = parts
    self.firstRows = firstRows
    self.rowCount = rowCount
  }

  /// Joins the parts in their order; after that there are none.
  func joined(_ type: DataType) -> RawColumn {
    var failures: [Int] = []
    var presence: Bitmap?
    if parts.contains(where: { !$0.missing.isEmpty }) {
      presence = Bitmap(repeating: true, count: rowCount)
    }
    for (part, firstRow) in zip(parts, firstRows) {
      for row in part.missing { presence?[Int(row) + firstRow] = false }
      failures += part.failures.map { Int($0) + firstRow }
    }
    let markCount = parts.reduce(0) { $0 + $1.markCount }
    let firstMark = zip(parts, firstRows).lazy.compactMap { part, firstRow in
      part.firstMark.map { Int($0) + firstRow }
    }.first
    let roundedCount = parts.reduce(0) { $0 + $1.roundedCount }
    let uncertainCount = parts.reduce(0) { $0 + $1.uncertainCount }
    let bareCount = parts.reduce(0) { $0 + $1.bareCount }
    var signs = NumberSigns()
    for (part, firstRow) in zip(parts, firstRows) { signs.join(part.signs, rowsBefore: firstRow) }
    return RawColumn(
      values: Column(type: type, storage: storage(type), presence: presence), failures: failures,
      markCount: markCount, firstMark: firstMark, roundedCount: roundedCount,
      uncertainCount: uncertainCount, bareCount: bareCount, signs: signs)
  }

  private func storage(_ type: DataType) -> Column.Storage {
    switch parts.first?.lanes {
    case .bools: .bools(bools())
    case .words: .words(words())
    case .doubles: .doubles(doubles())
    case .texts: texts()
    case .arena: arena()
    case nil: ColumnBuilder(type: type).finish().storage
    }
  }

  /// Calls `body` with the values of each part, which is given up after that.
  private func takeEach(_ body: (ColumnPart.Lanes) -> Void) {
    parts.reverse()
    while let part = parts.popLast() {
      body(part.lanes)
      if parts.count % ColumnParts.kept == 0, rowCount > ColumnParts.manyRows {
        FreedMemory.giveBack()
      }
    }
  }

  /// How many parts may be given up before their memory goes back to the system, and from how many rows on.
  private static let kept = 32
  private static let manyRows = 1 << 20

  private func bools() -> Bitmap {
    var bits = Bitmap(repeating: false, count: 0)
    takeEach { if case .bools(let more) = $0 { bits.append(contentsOf: more) } }
    return bits
  }

  private func words() -> PackedIntegers {
    var runs: [PackedIntegers] = []
    takeEach { if case .words(let more) = $0 { runs.append(more) } }
    return PackedIntegers(joining: runs)
  }

  private func doubles() -> [Double] {
    var doubles: [Double] = []
    doubles.reserveCapacity(rowCount)
    takeEach { if case .doubles(let more) = $0 { doubles += more } }
    return doubles
  }

  /// Gives each distinct text one code, in the order in which the file has them, however it was
  /// cut.
  private func texts() -> Column.Storage {
    var pool = TextPoolBuilder()
    var runs: [PackedIntegers] = []
    takeEach { lanes in
      guard case .texts(let texts, let local) = lanes else { return }
      let global = (0..<texts.count).map { code in
        texts.withBytes(of: code) { Int64(pool.code(of: $0)) }
      }
      runs.append(PackedIntegers(local.map { $0 < 0 ? 0 : global[Int($0)] }))
    }
    // Missing rows need some text to stand for.
    if pool.count == 0, rowCount > 0 { _ = pool.code(of: "") }
    return .texts(pool.finish(), codes: PackedIntegers(joining: runs))
  }

  private func arena() -> Column.Storage {
    var bytes: [UInt8] = []
    var offsets: [Int] = [0]
    bytes.reserveCapacity(
      parts.reduce(0) { size, part in
        if case .arena(let pool) = part.lanes { size + pool.bytes.count } else { size }
      })
    offsets.reserveCapacity(rowCount + 1)
    var runs: [PackedIntegers] = []
    takeEach { lanes in
      guard case .arena(let pool) = lanes else { return }
      let first = Int64(offsets.count - 1)
      runs.append(PackedIntegers((0..<Int64(pool.count)).map { first + $0 }))
      let base = bytes.count
      bytes += pool.bytes
      for offset in pool.offsets.dropFirst() { offsets.append(base + offset) }
    }
    let pool = TextPool(bytes: bytes, offsets: offsets, isDistinct: offsets.count <= 2)
    return .texts(pool, codes: PackedIntegers(joining: runs))
  }
}
