import PlanQLData
import Testing

@Suite("bitmaps")
struct BitmapTests {
  /// Bits of a fixed pattern, of a length.
  static func bits(_ count: Int, seed: UInt64 = 7) -> [Bool] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 40 & 3 == 0
    }
  }

  static let counts = [0, 1, 2, 63, 64, 65, 127, 128, 129, 200]

  @Test("bits are kept, counted and listed", arguments: counts)
  func contents(count: Int) {
    let bits = BitmapTests.bits(count)
    let bitmap = Bitmap(bits)
    #expect(bitmap.count == count && bitmap.words.count == (count + 63) / 64)
    #expect((0..<count).map { bitmap[$0] } == bits)
    #expect(bitmap.population == bits.count { $0 })
    #expect(bitmap.indices(offset: 5) == (0..<count).filter { bits[$0] }.map { Int32($0 + 5) })
    #expect(bitmap.isEmpty == !bits.contains(true) && bitmap.isFull == !bits.contains(false))
  }

  @Test("bits past the end stay zero", arguments: counts)
  func tail(count: Int) {
    #expect(Bitmap(repeating: true, count: count).population == count)
    #expect((~Bitmap(repeating: false, count: count)).population == count)
    #expect(Bitmap(words: Array(repeating: ~0, count: (count + 63) / 64), count: count).isFull)
  }

  @Test("a slice is the bits of its rows", arguments: counts)
  func slices(count: Int) {
    let bits = BitmapTests.bits(count)
    let bitmap = Bitmap(bits)
    for start in stride(from: 0, through: count, by: 13) {
      for end in stride(from: start, through: count, by: 31) {
        #expect(bitmap.slice(start..<end) == Bitmap(bits[start..<end]))
      }
      #expect(bitmap.slice(start..<count) == Bitmap(bits[start...]))
    }
  }

  @Test("appending joins at any place", arguments: counts)
  func appending(count: Int) {
    for other in BitmapTests.counts {
      let (first, second) = (BitmapTests.bits(count), BitmapTests.bits(other, seed: 11))
      var bitmap = Bitmap(first)
      bitmap.append(contentsOf: Bitmap(second))
      #expect(bitmap == Bitmap(first + second))
      bitmap.append(repeating: true, count: 3)
      bitmap.append(false)
      #expect(bitmap == Bitmap(first + second + [true, true, true, false]))
    }
  }

  @Test("bitmaps combine bit by bit", arguments: counts)
  func combining(count: Int) {
    let (left, right) = (BitmapTests.bits(count), BitmapTests.bits(count, seed: 3))
    #expect(Bitmap(left) & Bitmap(right) == Bitmap(zip(left, right).map { $0 && $1 }))
    #expect(Bitmap(left) | Bitmap(right) == Bitmap(zip(left, right).map { $0 || $1 }))
    #expect(Bitmap(left) ^ Bitmap(right) == Bitmap(zip(left, right).map { $0 != $1 }))
    #expect(~Bitmap(left) == Bitmap(left.map { !$0 }))
    #expect(bothKnown(nil, Bitmap(left)) == Bitmap(left))
    #expect(bothKnown(nil, nil) == nil)
  }

  @Test("a bit can be set and cleared")
  func setting() {
    var bitmap = Bitmap(repeating: false, count: 130)
    bitmap[129] = true
    bitmap[0] = true
    bitmap[0] = false
    #expect(bitmap.indices() == [129])
  }
}
