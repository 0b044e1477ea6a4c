import PlanQLData

/// Kernels of floating-point numbers. A known result that is not finite fails.
enum Numbers {
  static func add(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: known(arguments)) { $0 + $1 }
  }

  static func subtract(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: known(arguments)) { $0 - $1 }
  }

  static func multiply(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: known(arguments)) { $0 * $1 }
  }

  static func divide(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: divisible(arguments, count)) {
      $0 / $1
    }
  }

  static func growth(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: divisible(arguments, count)) {
      ($0 - $1) / $1
    }
  }

  static func negate(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], count) { -$0 }
  }

  static func magnitude(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], count) { $0.magnitude }
  }

  /// The quotient toward zero.
  static func quotient(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: divisible(arguments, count)) {
      Rounding.truncated($0 / $1)
    }
  }

  /// What the quotient leaves over, exactly.
  static func remainder(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overNumbers(arguments[0], arguments[1], count, known: divisible(arguments, count)) {
      remainder($0, $1)
    }
  }

  /// The remainder by long division in base two: every step is exact. The C library has it too, but
  /// the core does not link that.
  private static func remainder(_ number: Double, _ divisor: Double) -> Double {
    guard number.isFinite, divisor.isFinite, divisor != 0 else { return number }
    let size = divisor.magnitude
    var rest = number.magnitude
    guard rest >= size else { return number }
    var shifted = Double(sign: .plus, exponent: rest.exponent - size.exponent, significand: size)
    while shifted >= size {
      if rest >= shifted { rest -= shifted }
      shifted *= 0.5
    }
    return number < 0 ? -rest : rest
  }

  private static func known(_ arguments: [Vector]) -> Bitmap? {
    bothKnown(arguments[0].presence, arguments[1].presence)
  }

  /// Where both sides are known and the second is not zero.
  private static func divisible(_ arguments: [Vector], _ count: Int) -> Bitmap? {
    bothKnown(known(arguments), nonzero(arguments[1], count))
  }

  /// The rows whose numbers are not zero; nil when none is.
  static func nonzero(_ vector: Vector, _ count: Int) -> Bitmap? {
    vector.doubles(count).withUnsafeBufferPointer { numbers in
      var zeros: UInt8 = 0
      for row in 0..<count { zeros |= numbers[row] == 0 ? 1 : 0 }
      return zeros == 0 ? nil : bits(count) { numbers[$0] != 0 }
    }
  }
}
