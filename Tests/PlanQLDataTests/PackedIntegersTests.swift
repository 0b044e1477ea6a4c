import PlanQLData
import Testing

@Suite("packed integers")
struct PackedIntegersTests {
  static let samples: [[Int64]] = [
    [], [7], [5, 5, 5], [0, 1, 255], [0, 256], [1_000_000, 2_000_000, 900_000_000],
    [-3, 0, 70_000], [0, 1 << 33], [10, 10 + (1 << 33), 10 + (1 << 34)], [.min, .max], [.max, 0],
    [.min, 0], [.min, -1], [.min, .min + 300], [.max, .max - 1], Array(-400...400),
    (0..<500).map { $0 * 100_000_007 }, [0, 6, 400, 1000], [-600, 0, 900],
  ]

  @Test("values come back as they were", arguments: samples)
  func roundTrip(values: [Int64]) {
    let packed = PackedIntegers(values)
    #expect(packed.count == values.count)
    #expect(values.indices.map { packed[$0] } == values)
    #expect(packed.values(0..<values.count) == values)
    #expect(packed.bounds?.lowerBound == values.min() && packed.bounds?.upperBound == values.max())
    for start in values.indices {
      #expect(packed.values(start..<values.count) == Array(values[start...]))
    }
  }

  @Test("chosen rows come in their order, and a negative row gives 0", arguments: samples)
  func gathering(values: [Int64]) {
    let packed = PackedIntegers(values)
    let rows = values.indices.reversed().map(Int32.init) + [-1]
    let gathered = rows.withUnsafeBufferPointer { packed.values(at: $0) }
    #expect(gathered == values.reversed() + [0])
  }

  @Test("the narrowest code is taken")
  func narrow() {
    #expect(PackedIntegers([5, 5, 5]).byteCount == 0)
    #expect(PackedIntegers([0, 255]).byteCount == 2)
    #expect(PackedIntegers([0, 256, 257]).byteCount == 6)
    #expect(PackedIntegers([0, 1_000_000, 200_000_000]).byteCount == 3)
    #expect(PackedIntegers([0, 1, 70_000]).byteCount == 12)
    #expect(PackedIntegers([.min, .max]).byteCount == 16)
  }
}

@Suite("text pools")
struct TextPoolTests {
  @Test("each distinct text stands in the pool once")
  func building() {
    var builder = TextPoolBuilder()
    let words = (0..<500).map { "单位\($0 % 97)" } + ["", "a\0b", "é", "e\u{301}"]
    let codes = words.map { builder.code(of: $0) }
    let pool = builder.finish()
    #expect(pool.count == 101 && pool.isDistinct)
    for (word, code) in zip(words, codes) {
      #expect(Array(pool[Int(code)].utf8) == Array(word.utf8))
    }
  }

  @Test("texts rank by their bytes, equal ones alike")
  func ranks() {
    let pool = TextPool(["b", "", "é", "a", "b", "中", "ab", "😀", "～"])
    #expect(pool.ranks() == [3, 0, 4, 1, 3, 5, 2, 7, 6])
    #expect(!pool.isDistinct)
    #expect(pool.compare(3, pool, 6) < 0 && pool.compare(0, pool, 4) == 0)
    #expect(TextPool.empty.count == 0 && TextPool.empty.ranks().isEmpty)
  }
}
