/// A row of bits, 64 to a word; bits past `count` are zero.
package struct Bitmap: Sendable, Hashable {
  package var words: [UInt64]
  package private(set) var count: Int

  package init(repeating bit: Bool, count: Int) {
    self.words = Array(repeating: bit ? ~0 : 0, count: (count + 63) / 64)
    self.count = count
    clearTail()
  }

  /// Takes whole words; bits past `count` are cleared.
  package init(words: [UInt64], count: Int) {
    self.words = words
    self.count = count
    clearTail()
  }

  package init(_ bits: some Sequence<Bool>) {
    self.init(repeating: false, count: 0)
    for bit in bits { append(bit) }
  }

  @inline(__always)
  package subscript(index: Int) -> Bool {
    get { words[index >> 6] & (1 << UInt64(index & 63)) != 0 }
    set {
      if newValue {
        words[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        words[index >> 6] &= ~(1 << UInt64(index & 63))
      }
    }
  }

  package mutating func append(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
    count += 1
  }

  package mutating func append(contentsOf other: Bitmap) {
    if count & 63 == 0 {
      words.append(contentsOf: other.words)
      count += other.count
    } else {
      for index in 0..<other.count { append(other[index]) }
    }
  }

  package mutating func append(repeating bit: Bool, count added: Int) {
    append(contentsOf: Bitmap(repeating: bit, count: added))
  }

  /// The number of bits that are set.
  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  package var isFull: Bool { population == count }
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package static func & (left: Bitmap, right: Bitmap) -> Bitmap {
    left.combined(with: right) { $0 & $1 }
  }

  package static func | (left: Bitmap, right: Bitmap) -> Bitmap {
    left.combined(with: right) { $0 | $1 }
  }

  package static func ^ (left: Bitmap, right: Bitmap) -> Bitmap {
    left.combined(with: right) { $0 ^ $1 }
  }

  package static prefix func ~ (bitmap: Bitmap) -> Bitmap {
    Bitmap(words: bitmap.words.map { ~$0 }, count: bitmap.count)
  }

  private func combined(with other: Bitmap, by operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
    var result = self
    for index in words.indices { result.words[index] = operation(words[index], other.words[index]) }
    return result
  }

  /// The bits of a range of rows.
  package func slice(_ range: Range<Int>) -> Bitmap {
    let shift = UInt64(range.lowerBound & 63)
    let first = range.lowerBound >> 6
    var result = Bitmap(repeating: false, count: range.count)
    for index in result.words.indices {
      var word = words[first + index] >> shift
      if shift > 0, first + index + 1 < words.count {
        word |= words[first + index + 1] << (64 - shift)
      }
      result.words[index] = word
    }
    result.clearTail()
    return result
  }

  /// The rows whose bit is set, ascending, each plus `offset`.
  package func indices(offset: Int = 0) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(population)
    for (index, word) in words.enumerated() {
      var rest = word
      let base = Int32(offset + index << 6)
      while rest != 0 {
        result.append(base + Int32(rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }

  private mutating func clearTail() {
    if count & 63 != 0 { words[words.count - 1] &= (1 << UInt64(count & 63)) - 1 }
  }
}

/// Joins two presences: known where both are.
package func bothKnown(_ left: Bitmap?, _ right: Bitmap?) -> Bitmap? {
  guard let left else { return right }
  guard let right else { return left }
  return left & right
}
