import Synchronization

/// Texts as UTF-8 in one arena; a text is known by its place in the pool.
package final class TextPool: Sendable {
  package let bytes: [UInt8]
  /// `count + 1` places in `bytes`; text `i` runs from `offsets[i]` to `offsets[i + 1]`.
  package let offsets: [Int]
  /// Whether no text stands in the pool twice, so that equal texts have equal codes.
  package let isDistinct: Bool
  private let knownRanks = Mutex<[Int32]?>(nil)

  package init(bytes: [UInt8], offsets: [Int], isDistinct: Bool) {
    self.bytes = bytes
    self.offsets = offsets
    self.isDistinct = isDistinct
  }

  /// A pool of given texts, kept in order and not deduplicated.
  package convenience init(_ texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    var offsets = [0]
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      offsets.append(bytes.count)
    }
    self.init(bytes: bytes, offsets: offsets, isDistinct: offsets.count <= 2)
  }

  package static let empty = TextPool(bytes: [], offsets: [0], isDistinct: true)

  package var count: Int { offsets.count - 1 }

  package subscript(code: Int) -> String {
    String(decoding: bytes[offsets[code]..<offsets[code + 1]], as: UTF8.self)
  }

  /// Calls `body` with the bytes of a text.
  package func withBytes<Result>(
    of code: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[offsets[code]..<offsets[code + 1]]))
    }
  }

  /// The place of each text in the order of UTF-8 bytes; equal texts have equal places. Worked out once.
  package func ranks() -> [Int32] {
    if let ranks = knownRanks.withLock({ $0 }) { return ranks }
    let ranks = TextOrder(self).ranks()
    knownRanks.withLock { $0 = ranks }
    return ranks
  }

  /// Says whether a text equals one of another pool.
  package func equal(_ code: Int, _ other: TextPool, _ otherCode: Int) -> Bool {
    bytes[offsets[code]..<offsets[code + 1]].elementsEqual(
      other.bytes[other.offsets[otherCode]..<other.offsets[otherCode + 1]])
  }

  /// Compares by UTF-8 bytes, which is code point order: negative, zero or positive.
  package func compare(_ code: Int, _ other: TextPool, _ otherCode: Int) -> Int {
    bytes.withUnsafeBufferPointer { left in
      other.bytes.withUnsafeBufferPointer { right in
        compare(left, code, other, right, otherCode)
      }
    }
  }

  private func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ code: Int, _ other: TextPool,
    _ right: UnsafeBufferPointer<UInt8>, _ otherCode: Int
  ) -> Int {
    var (i, j) = (offsets[code], other.offsets[otherCode])
    let (iEnd, jEnd) = (offsets[code + 1], other.offsets[otherCode + 1])
    while i < iEnd, j < jEnd {
      if left[i] != right[j] { return Int(left[i]) - Int(right[j]) }
      i += 1
      j += 1
    }
    return (iEnd - i) - (jEnd - j)
  }
}

/// Collects texts into a pool, each distinct text once.
package struct TextPoolBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = [0]
  /// Open addressing: code + 1 by hash, 0 where free; the size is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  private var hashes: [UInt32] = []

  package init() {}

  package var count: Int { offsets.count - 1 }

  /// The code of a text, which is added if it is new.
  package mutating func code(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { code(of: $0) }
  }

  /// The code of a text given as UTF-8, which is added if it is new.
  package mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 29
    let short = UInt32(truncatingIfNeeded: hash)
    let mask = slots.count - 1
    var slot = Int(short) & mask
    while slots[slot] != 0 {
      let code = Int(slots[slot]) - 1
      if hashes[code] == short, matches(code, text) { return Int32(code) }
      slot = (slot + 1) & mask
    }
    let code = Int32(count)
    slots[slot] = code + 1
    hashes.append(short)
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return code
  }

  private func matches(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (offsets[code], offsets[code + 1])
    guard end - start == text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (code, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code) + 1
    }
  }

  package func finish() -> TextPool {
    TextPool(bytes: bytes, offsets: offsets, isDistinct: true)
  }
}
