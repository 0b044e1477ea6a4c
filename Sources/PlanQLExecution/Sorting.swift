import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

extension Evaluator {
  /// The rows in the order of some terms; ties keep the order they have. In a sub-query outer rows come first.
  func order(
    of relation: Relation, by terms: [Ordering], within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> [Int32] {
    let columns = try keys(terms, over: relation, within: outer, span)
    return try order(PackedKeys(columns, relation), span)
  }

  /// The rows in the order of packed keys.
  func order(_ keys: PackedKeys, _ span: SourceSpan) throws(RunFailure) -> [Int32] {
    let memory = try run.meter.reserve(bytes: keys.count * (16 + 8 * keys.words.count), span)
    defer { withExtendedLifetime(memory) {} }
    return stableOrder(try packed(keys, span), keys.words.map(\.bits), keys.count)
  }

  /// The first rows in the order of some terms: what sorting all and taking so many gives.
  func firstRows(
    _ limit: Int, of relation: Relation, by terms: [Ordering], _ span: SourceSpan
  ) throws(RunFailure) -> [Int32] {
    let keys = PackedKeys(try keys(terms, over: relation, within: nil, span), relation)
    guard keys.words.count == 1 else {
      return Array(try order(keys, span).prefix(limit))
    }
    let parts = try inRanges(of: relation.count) {
      (worker, range) throws(RunFailure) -> [FirstRows.Entry] in
      var first = FirstRows(limit)
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        try keys.numbers(ofWord: 0, rows) { first.add($0, from: rows.lowerBound) }
      }
      return first.sorted
    }
    return parts.flatMap { $0 }.sorted().prefix(limit).map(\.row)
  }
}

/// The least of many keys with their rows, as a heap whose greatest entry stands first.
private struct FirstRows {
  /// A key and its row; keys alike are ordered by row.
  struct Entry: Comparable {
    let key: UInt64
    let row: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.key != right.key ? left.key < right.key : left.row < right.row
    }
  }

  private let limit: Int
  private var heap: [Entry] = []

  init(_ limit: Int) {
    self.limit = limit
  }

  var sorted: [Entry] { heap.sorted() }

  /// Adds the keys of rows that follow all rows added before: a key equal to the greatest kept comes too late.
  mutating func add(_ keys: [UInt64], from start: Int) {
    keys.withUnsafeBufferPointer { keys in
      var bound = heap.count < limit ? UInt64.max : heap[0].key
      for place in 0..<keys.count where keys[place] < bound || heap.count < limit {
        insert(Entry(key: keys[place], row: Int32(start + place)))
        bound = heap.count < limit ? UInt64.max : heap[0].key
      }
    }
  }

  private mutating func insert(_ entry: Entry) {
    if heap.count < limit {
      heap.append(entry)
      var place = heap.count - 1
      while place > 0, heap[(place - 1) / 2] < heap[place] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else {
      heap[0] = entry
      sink()
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var greatest = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if heap[greatest] < heap[child] { greatest = child }
      }
      guard greatest != place else { return }
      heap.swapAt(place, greatest)
      place = greatest
    }
  }
}

/// The rows in ascending order of keys of several words, equal keys by row.
func stableOrder(_ words: [[UInt64]], _ bits: [Int], _ count: Int) -> [Int32] {
  let rows = Array(0..<Int32(count))
  if count < 64 {
    return rows.sorted { left, right in
      for word in words where word[Int(left)] != word[Int(right)] {
        return word[Int(left)] < word[Int(right)]
      }
      return left < right
    }
  }
  var order = rows
  for (word, bits) in zip(words, bits).reversed() {
    order = radixSorted(order, by: word, bits)
  }
  return order
}

/// A stable sort of rows by the low bits of their keys, digit by digit; input in order is left as it is.
private func radixSorted(_ rows: [Int32], by word: [UInt64], _ bits: Int) -> [Int32] {
  var keys = [UInt64](unsafeUninitializedCapacity: rows.count) { buffer, filled in
    word.withUnsafeBufferPointer { word in
      for place in 0..<rows.count { buffer[place] = word[Int(rows[place])] }
    }
    filled = rows.count
  }
  if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return rows }
  let digitBits = rows.count < 16_384 ? 8 : 11
  var rows = rows
  var otherKeys = keys
  var otherRows = rows
  for shift in stride(from: 0, to: bits, by: digitBits) {
    let isChanged = scatter(keys, rows, &otherKeys, &otherRows, shift, digitBits)
    if isChanged {
      swap(&keys, &otherKeys)
      swap(&rows, &otherRows)
    }
  }
  return rows
}

/// Moves keys and rows to the places that one digit gives them; does nothing where all digits are alike.
private func scatter(
  _ keys: [UInt64], _ rows: [Int32], _ newKeys: inout [UInt64], _ newRows: inout [Int32],
  _ shift: Int, _ digitBits: Int
) -> Bool {
  let mask = UInt64(1) << UInt64(digitBits) - 1
  let shift = UInt64(shift)
  var next = [Int](repeating: 0, count: 1 << digitBits)
  return keys.withUnsafeBufferPointer { keys in
    rows.withUnsafeBufferPointer { rows in
      newKeys.withUnsafeMutableBufferPointer { newKeys in
        newRows.withUnsafeMutableBufferPointer { newRows in
          next.withUnsafeMutableBufferPointer { next in
            for place in 0..<keys.count { next[Int(keys[place] &>> shift & mask)] += 1 }
            if next.contains(keys.count) { return false }
            var total = 0
            for digit in 0..<next.count { (next[digit], total) = (total, total + next[digit]) }
            for place in 0..<keys.count {
              let digit = Int(keys[place] &>> shift & mask)
              newKeys[next[digit]] = keys[place]
              newRows[next[digit]] = rows[place]
              next[digit] += 1
            }
            return true
          }
        }
      }
    }
  }
}
