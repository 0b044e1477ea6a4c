extension Column {
  /// Whether all rows have values, each another one; false for lists.
  package var isUnique: Bool {
    let words = keyWords
    return presence == nil && !words.isEmpty && KeyCounter.areUnique(words, count: count)
  }

  /// The values as whole numbers, equal where the values are; none for lists.
  package var keyWords: [PackedIntegers] {
    switch storage {
    case .words(let words): return [words]
    case .periods(let starts, let ends): return [starts, ends]
    case .bools(let bits): return [PackedIntegers((0..<count).map { bits[$0] ? 1 : 0 })]
    case .doubles(let doubles):
      return [PackedIntegers(doubles.map { Int64(bitPattern: $0.bitPattern) })]
    case .texts(let pool, let codes):
      if pool.isDistinct { return [codes] }
      var builder = TextPoolBuilder()
      return [
        PackedIntegers(
          (0..<count).map { row in
            pool.withBytes(of: Int(codes[row])) { Int64(builder.code(of: $0)) }
          })
      ]
    case .lists: return []
    }
  }
}

/// Says whether rows of whole numbers are all different.
package enum KeyCounter {
  /// Whether no two rows have the same numbers.
  package static func areUnique(_ words: [PackedIntegers], count: Int) -> Bool {
    var product: UInt64 = 1
    var fits = true
    for word in words {
      guard let bounds = word.bounds else { continue }
      let size = UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound)
      let (span, isFull) = size.addingReportingOverflow(1)
      let (next, overflow) = product.multipliedReportingOverflow(by: span)
      fits = fits && !isFull && !overflow
      product = next
    }
    if fits {
      return areUnique(combined(words, count), product, count)
    } else {
      let columns = words.map { $0.values(0..<count) }
      return Set((0..<count).map { row in columns.map { $0[row] } }).count == count
    }
  }

  /// Each row as one number.
  private static func combined(_ words: [PackedIntegers], _ count: Int) -> [UInt64] {
    var combined = [UInt64](repeating: 0, count: count)
    for word in words {
      guard let bounds = word.bounds else { continue }
      let span = UInt64(bitPattern: bounds.upperBound &- bounds.lowerBound) &+ 1
      let values = word.values(0..<count)
      for row in 0..<count {
        combined[row] =
          combined[row] &* span &+ UInt64(bitPattern: values[row] &- bounds.lowerBound)
      }
    }
    return combined
  }

  private static func areUnique(_ numbers: [UInt64], _ span: UInt64, _ count: Int) -> Bool {
    guard span <= UInt64(count) * 64 + (1 << 20) else { return Set(numbers).count == count }
    var seen = Bitmap(repeating: false, count: Int(span))
    for number in numbers {
      if seen[Int(number)] { return false }
      seen[Int(number)] = true
    }
    return true
  }
}
