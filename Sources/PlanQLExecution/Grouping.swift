import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Rows that belong together: a group number for each row; nil ids put all rows into group 0.
struct RowGroups: Sendable {
  let ids: [Int32]?
  let count: Int

  /// The group of a row.
  func id(_ row: Int) -> Int { ids.map { Int($0[row]) } ?? 0 }

  /// The group of each of some rows.
  func selecting(_ rows: [Int32]) -> RowGroups {
    RowGroups(
      ids: ids.map { ids in rows.map { ids[Int($0)] } }, count: count)
  }
}

/// Rows with equal keys, groups numbered in ascending order of keys, missing last.
struct Grouping: Sendable {
  let groups: RowGroups
  /// The first row of each group.
  let first: [Int32]
}

extension Evaluator {
  /// The most groups that are found by array indexing.
  private static let mostCellBits = 20

  /// Groups rows by keys, and in a sub-query by outer row first.
  func grouping(
    of relation: Relation, by keys: [Expression], within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Grouping {
    let terms = keys.map { Ordering(value: $0, isDescending: false) }
    let columns = try self.keys(terms, over: relation, within: outer, span)
    return try grouping(PackedKeys(columns, relation), span)
  }

  /// Groups rows by packed keys.
  func grouping(_ keys: PackedKeys, _ span: SourceSpan) throws(RunFailure) -> Grouping {
    if keys.words.isEmpty { return Grouping.single(keys.count) }
    let memory = try run.meter.reserve(bytes: keys.count * (4 + 8 * keys.words.count), span)
    defer { withExtendedLifetime(memory) {} }
    if keys.words.count == 1 {
      let bits = keys.words[0].bits
      if bits <= Evaluator.mostCellBits, 1 << bits <= max(4096, keys.count * 4) {
        return try cells(keys, bits, span)
      }
    }
    let words = try packed(keys, span)
    let order = stableOrder(words, keys.words.map(\.bits), keys.count)
    return Grouping(sorted: order, words)
  }

  /// Groups by array indexing: the packed keys of a row are the place of its group.
  private func cells(
    _ keys: PackedKeys, _ bits: Int, _ span: SourceSpan
  ) throws(RunFailure) -> Grouping {
    var ids = try filled(keys.count, zero: Int32(0)) {
      (worker, buffer, range) throws(RunFailure) in
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        try keys.numbers(ofWord: 0, rows) { numbers in
          for (offset, number) in numbers.enumerated() {
            buffer[rows.lowerBound + offset] = Int32(truncatingIfNeeded: number)
          }
        }
      }
    }
    var first = [Int32](repeating: -1, count: 1 << bits)
    first.withUnsafeMutableBufferPointer { first in
      ids.withUnsafeBufferPointer { ids in
        for row in 0..<ids.count where first[Int(ids[row])] < 0 {
          first[Int(ids[row])] = Int32(row)
        }
      }
    }
    var renamed = [Int32](repeating: 0, count: 1 << bits)
    var found: [Int32] = []
    var isIdentity = true
    for (cell, row) in first.enumerated() where row >= 0 {
      renamed[cell] = Int32(found.count)
      isIdentity = isIdentity && cell == found.count
      found.append(row)
    }
    if !isIdentity {
      renamed.withUnsafeBufferPointer { renamed in
        ids.withUnsafeMutableBufferPointer { ids in
          for row in 0..<ids.count { ids[row] = renamed[Int(ids[row])] }
        }
      }
    }
    return Grouping(groups: RowGroups(ids: ids, count: found.count), first: found)
  }

  /// The words of packed keys, each for all rows.
  func packed(_ keys: PackedKeys, _ span: SourceSpan) throws(RunFailure) -> [[UInt64]] {
    var words: [[UInt64]] = []
    for place in keys.words.indices {
      words.append(
        try filled(keys.count, zero: UInt64(0)) { (worker, buffer, range) throws(RunFailure) in
          try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
            try keys.numbers(ofWord: place, rows) { numbers in
              for (offset, number) in numbers.enumerated() {
                buffer[rows.lowerBound + offset] = number
              }
            }
          }
        })
    }
    return words
  }
}

extension Grouping {
  /// All rows in one group; none when there are no rows.
  fileprivate static func single(_ count: Int) -> Grouping {
    Grouping(
      groups: RowGroups(ids: nil, count: min(count, 1)), first: count > 0 ? [0] : [])
  }

  /// Groups rows that stand in order of their keys.
  fileprivate init(sorted order: [Int32], _ words: [[UInt64]]) {
    var ids = [Int32](repeating: 0, count: order.count)
    var first: [Int32] = []
    for (place, row) in order.enumerated() {
      let isNew =
        place == 0
        || words.contains { $0[Int(row)] != $0[Int(order[place - 1])] }
      if isNew { first.append(row) }
      ids[Int(row)] = Int32(first.count - 1)
    }
    self.init(groups: RowGroups(ids: ids, count: first.count), first: first)
  }
}

extension RowGroups {
  /// The known values of each group as a list, in order of rows; links once each. Of lists, their elements.
  func lists(of values: Vector, type: DataType, order: [Int32]? = nil) -> Vector {
    var members = [[Int32]](repeating: [], count: count)
    var values = values
    if case .lists(let offsets, let elements) = values.lanes {
      for place in 0..<values.count {
        let row = order.map { Int($0[place]) } ?? place
        if values.isKnown(row) { members[id(row)] += offsets[row]..<offsets[row + 1] }
      }
      values = elements
    } else {
      for place in 0..<values.count {
        let row = order.map { Int($0[place]) } ?? place
        if values.isKnown(row) { members[id(row)].append(Int32(row)) }
      }
    }
    var offsets: [Int32] = [0]
    var places: [Int32] = []
    for rows in members {
      places += rows.once(values, type.element)
      offsets.append(Int32(places.count))
    }
    return Vector(.lists(offsets, values.gathered(places)))
  }
}

extension [Int32] {
  /// The rows without those whose link an earlier one has.
  func once(_ values: Vector, _ type: DataType) -> [Int32] {
    guard case .entity = type, case .words(let words) = values.lanes else { return self }
    var seen: Set<Int64> = []
    return filter { seen.insert(words[Int($0)]).inserted }
  }
}
