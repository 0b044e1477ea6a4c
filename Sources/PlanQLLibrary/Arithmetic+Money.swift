import PlanQLData

/// Kernels of money with numbers: rounded half away from zero to the smallest step, exact where the
/// number is whole.
enum Amounts {
  static func multiply(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return try overAmounts(arguments[0], arguments[1], count, known: known, types[0]) {
      product($0, $1)
    }
  }

  /// A number times money.
  static func multiplyAmount(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try multiply([arguments[1], arguments[0]], [types[1], types[0]], count)
  }

  static func divide(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    let known = bothKnown(
      bothKnown(arguments[0].presence, arguments[1].presence),
      Numbers.nonzero(arguments[1], count))
    return try overAmounts(arguments[0], arguments[1], count, known: known, types[0]) {
      quotient($0, $1)
    }
  }

  static func divideByInteger(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    var result = try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      quotient($0, $1)
    }
    result.presence = bothKnown(result.presence, Integers.nonzero(arguments[1], count))
    return result
  }

  @inline(__always)
  private static func overAmounts(
    _ amount: Vector, _ factor: Vector, _ count: Int, known: Bitmap?, _ type: DataType,
    _ operation: (Int64, Double) -> (partialValue: Int64, overflow: Bool)
  ) throws(KernelFailure) -> Vector {
    let (amounts, factors) = (amount.words(count), factor.doubles(count))
    return try amounts.withUnsafeBufferPointer { (amounts) throws(KernelFailure) in
      try factors.withUnsafeBufferPointer { (factors) throws(KernelFailure) in
        try checkedWords(count, known: known, else: .overflow(type)) {
          operation(amounts[$0], factors[$0])
        }
      }
    }
  }
}

extension Amounts {
  /// An amount times a number.
  static func product(
    _ amount: Int64, _ factor: Double
  ) -> (partialValue: Int64, overflow: Bool) {
    if let whole = whole(factor) { return amount.multipliedReportingOverflow(by: whole) }
    return word(Rounding.rounded(Double(amount) * factor))
  }

  /// An amount through a number; 0 for a division by zero, which is missing.
  static func quotient(
    _ amount: Int64, _ divisor: Double
  ) -> (partialValue: Int64, overflow: Bool) {
    if let whole = whole(divisor) { return quotient(amount, whole) }
    return word(Rounding.rounded(Double(amount) / divisor))
  }

  /// An amount through a whole number, rounded half away from zero; 0 for a division by zero.
  static func quotient(
    _ amount: Int64, _ divisor: Int64
  ) -> (partialValue: Int64, overflow: Bool) {
    guard divisor != 0 else { return (0, false) }
    let (whole, overflow) = amount.dividedReportingOverflow(by: divisor)
    guard !overflow else { return (0, true) }
    let rest = (amount &- whole &* divisor).magnitude
    guard rest >= divisor.magnitude - rest else { return (whole, false) }
    return ((amount < 0) == (divisor < 0) ? whole + 1 : whole - 1, false)
  }

  /// A number as a word, where it is whole and 64 bits hold it.
  @inline(__always)
  private static func whole(_ number: Double) -> Int64? {
    guard number.magnitude < 0x1p63 else { return nil }
    let word = Int64(number)
    return Double(word) == number ? word : nil
  }

  /// A whole number as a word, where 64 bits hold it.
  private static func word(_ number: Double) -> (partialValue: Int64, overflow: Bool) {
    number.magnitude < 0x1p63 ? (Int64(number), false) : (0, true)
  }
}
