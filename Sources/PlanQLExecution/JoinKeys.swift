import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Finding the rows of two sources that agree in keys: equal keys of both get one number.
extension Evaluator {
  /// For each left row the right rows of the same outer row that agree with it in all keys.
  func candidates(
    _ left: Relation, _ right: Relation, _ joining: Stage.Joining, within outer: Batch?,
    _ span: SourceSpan
  ) throws(RunFailure) -> JoinCandidates {
    // Right rows that stand once for all outer rows have none.
    let isShared = right.outerCount != left.outerCount
    if joining.keys.isEmpty {
      let groups = left.outerPositions(.all(left)).list
      return JoinCandidates(
        groups: isShared ? Array(repeating: 0, count: left.count) : groups,
        ofRight: right.outerPositions(.all(right)).list, count: max(left.outerCount, 1))
    }
    let leftValues = try vectors(joining.keys.map(\.left), over: left, within: outer, span)
    let rightValues = try vectors(joining.keys.map(\.right), over: right, within: outer, span)
    let columns = joining.keys.indices.map { place in
      joinKey(leftValues[place], rightValues[place], joining.keys[place].left.type)
    }
    var owners: [Int32]?
    if !isShared, left.outerCount > 1 {
      owners = left.outerPositions(.all(left)).list + right.outerPositions(.all(right)).list
    }
    let keys = PackedKeys(
      columns, count: left.count + right.count, outer: owners, left.outerCount)
    var groups = try groups(keys, leftCount: left.count, span)
    if !joining.pairsMissing {
      groups.left.remove(where: leftValues.map(\.presence))
      groups.right.remove(where: rightValues.map(\.presence))
    }
    return JoinCandidates(groups: groups.left, ofRight: groups.right, count: groups.count)
  }

  /// The key of the values of both sides, one after the other. As only equality counts, texts go by their codes.
  private func joinKey(_ left: Vector, _ right: Vector, _ type: DataType) -> KeyColumn {
    let all = Vector.joined([left, right], type: type)
    if case .texts(let pool, let codes) = all.lanes, pool.isDistinct {
      return key(
        of: Vector(.words(codes.map { Int64($0) }), presence: all.presence), .int, false)
    }
    return key(of: all, type, false)
  }

  /// The group of each left and of each right row.
  private func groups(
    _ keys: PackedKeys, leftCount: Int, _ span: SourceSpan
  ) throws(RunFailure) -> (left: [Int32], right: [Int32], count: Int) {
    let fewBits = keys.words.isEmpty || keys.words.count == 1 && keys.words[0].bits <= 16
    if fewBits {
      let groups = try grouping(keys, span).groups
      let ids = groups.ids ?? Array(repeating: 0, count: keys.count)
      return (Array(ids[..<leftCount]), Array(ids[leftCount...]), groups.count)
    }
    let bytes = keys.count * 8 * (keys.words.count + 1)
    let memory = try run.meter.reserve(bytes: bytes, span)
    defer { withExtendedLifetime(memory) {} }
    let table = KeyTable(try packed(keys, span), leftCount..<keys.count)
    let left = try filled(leftCount, zero: Int32(-1)) {
      (worker, buffer, range) throws(RunFailure) in
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        for row in rows { buffer[row] = table.group(of: row) }
      }
    }
    return (left, table.groups, table.count)
  }
}

extension [Int32] {
  /// Makes negative the groups of rows of which some key is missing.
  fileprivate mutating func remove(where presences: [Bitmap?]) {
    for case let presence? in presences {
      for row in indices where !presence[row] { self[row] = -1 }
    }
  }
}

/// The distinct keys of some rows, by hash.
private struct KeyTable: Sendable {
  private let words: [[UInt64]]
  /// Open addressing: group + 1, 0 where free; the size is a power of two.
  private var slots: [Int32]
  /// A row of each group.
  private var rows: [Int32] = []
  /// The group of each of the rows.
  private(set) var groups: [Int32] = []

  var count: Int { rows.count }

  init(_ words: [[UInt64]], _ range: Range<Int>) {
    self.words = words
    var size = 64
    while size < range.count * 2 { size *= 2 }
    self.slots = Array(repeating: 0, count: size)
    groups.reserveCapacity(range.count)
    for row in range {
      let slot = slot(of: row)
      if slots[slot] == 0 {
        rows.append(Int32(row))
        slots[slot] = Int32(rows.count)
      }
      groups.append(slots[slot] - 1)
    }
  }

  /// The group with the key of a row; -1 where there is none.
  func group(of row: Int) -> Int32 { slots[slot(of: row)] - 1 }

  /// The slot with the key of a row, or the free one where it belongs.
  private func slot(of row: Int) -> Int {
    var hash: UInt64 = 0
    for word in words {
      hash = (hash ^ word[row]) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, !equal(Int(rows[Int(slots[slot]) - 1]), row) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equal(_ left: Int, _ right: Int) -> Bool {
    words.allSatisfy { $0[left] == $0[right] }
  }
}
