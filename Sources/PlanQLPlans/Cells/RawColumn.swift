import PlanQLData

/// A column of a file as read, before links and enumerations are looked up.
struct RawColumn {
  let values: Column
  /// The rows whose cells could not be read, in order.
  let failures: [Int]
  let markCount: Int
  let roundedCount: Int
}

extension RawColumn {
  /// Joins what was read of the blocks of a table, in their order.
  init(_ parts: [ColumnPart], firstRows: [Int], rowCount: Int, type: DataType) {
    var missing: [Int] = []
    var failures: [Int] = []
    var markCount = 0
    var roundedCount = 0
    for (part, firstRow) in zip(parts, firstRows) {
      missing += part.missing.map { Int($0) + firstRow }
      failures += part.failures.map { Int($0) + firstRow }
      markCount += part.markCount
      roundedCount += part.roundedCount
    }
    var presence: Bitmap?
    if !missing.isEmpty {
      var bits = Bitmap(repeating: true, count: rowCount)
      for row in missing { bits[row] = false }
      presence = bits
    }
    self.values = Column(
      type: type, storage: RawColumn.storage(parts, count: rowCount, type: type),
      presence: presence)
    self.failures = failures
    self.markCount = markCount
    self.roundedCount = roundedCount
  }

  private static func storage(
    _ parts: [ColumnPart], count: Int, type: DataType
  ) -> Column.Storage {
    switch parts.first?.lanes {
    case .bools: return .bools(bools(parts))
    case .words: return .words(PackedIntegers(words(parts, count: count)))
    case .doubles: return .doubles(doubles(parts, count: count))
    case .texts: return texts(parts, count: count)
    case .arena: return arena(parts, count: count)
    case nil: return ColumnBuilder(type: type).finish().storage
    }
  }

  private static func bools(_ parts: [ColumnPart]) -> Bitmap {
    var bits = Bitmap(repeating: false, count: 0)
    for part in parts {
      if case .bools(let more) = part.lanes { bits.append(contentsOf: more) }
    }
    return bits
  }

  private static func words(_ parts: [ColumnPart], count: Int) -> [Int64] {
    var words: [Int64] = []
    words.reserveCapacity(count)
    for part in parts {
      if case .words(let more) = part.lanes { words += more.values(0..<more.count) }
    }
    return words
  }

  private static func doubles(_ parts: [ColumnPart], count: Int) -> [Double] {
    var doubles: [Double] = []
    doubles.reserveCapacity(count)
    for part in parts {
      if case .doubles(let more) = part.lanes { doubles += more }
    }
    return doubles
  }

  /// Gives each distinct text one code, in the order in which the file has them, however it was
  /// cut.
  private static func texts(_ parts: [ColumnPart], count: Int) -> Column.Storage {
    var pool = TextPoolBuilder()
    var codes: [Int64] = []
    codes.reserveCapacity(count)
    for part in parts {
      guard case .texts(let texts, let local) = part.lanes else { continue }
      let global = (0..<texts.count).map { code in
        texts.withBytes(of: code) { Int64(pool.code(of: $0)) }
      }
      for code in local { codes.append(code < 0 ? 0 : global[Int(code)]) }
    }
    // Missing rows need some text to stand for.
    if pool.count == 0, count > 0 { _ = pool.code(of: "") }
    return .texts(pool.finish(), codes: PackedIntegers(codes))
  }

  private static func arena(_ parts: [ColumnPart], count: Int) -> Column.Storage {
    var bytes: [UInt8] = []
    var offsets: [Int] = [0]
    let pools = parts.compactMap { part -> TextPool? in
      if case .arena(let pool) = part.lanes { return pool }
      return nil
    }
    bytes.reserveCapacity(pools.reduce(0) { $0 + $1.bytes.count })
    offsets.reserveCapacity(count + 1)
    for pool in pools {
      let base = bytes.count
      bytes += pool.bytes
      for offset in pool.offsets.dropFirst() { offsets.append(base + offset) }
    }
    let pool = TextPool(bytes: bytes, offsets: offsets, isDistinct: offsets.count <= 2)
    return .texts(pool, codes: PackedIntegers((0..<Int64(count)).map { $0 }))
  }
}
