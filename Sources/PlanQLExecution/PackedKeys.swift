import PlanQLData

/// Several keys side by side in 64-bit words, the first key in the highest bits of the first word: rows compare as
/// their words do. In a sub-query the outer row comes first.
struct PackedKeys: Sendable {
  /// What a run of bits of a word holds.
  enum Field: Sendable {
    case outer([Int32])
    /// 1 where the key is missing.
    case missing(KeyColumn)
    case value(KeyColumn)
  }

  /// The fields of a word, the highest bits first.
  struct Word: Sendable {
    fileprivate(set) var fields: [(field: Field, bits: Int)] = []
    /// The bits in use.
    fileprivate(set) var bits = 0
  }

  let count: Int
  private(set) var words: [Word] = []

  /// Packs keys of the rows of a relation.
  init(_ keys: [KeyColumn], _ relation: Relation) {
    self.init(keys, count: relation.count, outer: relation.outer, relation.outerCount)
  }

  /// Packs keys of so many rows, of which each may belong to an outer row.
  init(_ keys: [KeyColumn], count: Int, outer: [Int32]?, _ outerCount: Int) {
    self.count = count
    if let outer, outerCount > 1 {
      append(.outer(outer), Int.bitWidth - (outerCount - 1).leadingZeroBitCount)
    }
    for key in keys {
      if key.hasOwnBit { append(.missing(key), 1) }
      append(.value(key), key.bits)
    }
  }

  private mutating func append(_ field: Field, _ bits: Int) {
    guard bits > 0 else { return }
    if words.isEmpty || words[words.count - 1].bits + bits > 64 { words.append(Word()) }
    words[words.count - 1].fields.append((field, bits))
    words[words.count - 1].bits += bits
  }

  /// Calls `body` with one word of each row of a batch.
  func numbers(
    ofWord place: Int, _ rows: Range<Int>, _ body: ([UInt64]) -> Void
  ) throws(RunFailure) {
    var result: [UInt64]?
    for (field, bits) in words[place].fields {
      let numbers = try field.numbers(rows)
      guard var packed = result else {
        result = numbers
        continue
      }
      result = nil
      let shift = UInt64(bits)
      packed.withUnsafeMutableBufferPointer { packed in
        numbers.withUnsafeBufferPointer { numbers in
          for row in 0..<packed.count { packed[row] = packed[row] &<< shift | numbers[row] }
        }
      }
      result = packed
    }
    body(result ?? [])
  }
}

extension PackedKeys.Field {
  fileprivate func numbers(_ rows: Range<Int>) throws(RunFailure) -> [UInt64] {
    switch self {
    case .outer(let outer): return outer[rows].map { UInt64($0) }
    case .missing(let key): return try key.missing(rows)
    case .value(let key): return try key.numbers(rows)
    }
  }
}
