import PlanQLData

/// Kernels of whole numbers, which amounts of money share where they are exact. Leaving 64 bits
/// fails.
enum Integers {
  static func add(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      $0.addingReportingOverflow($1)
    }
  }

  static func subtract(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      $0.subtractingReportingOverflow($1)
    }
  }

  static func multiply(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      $0.multipliedReportingOverflow(by: $1)
    }
  }

  /// A whole number times money.
  static func multiplyAmount(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try multiply([arguments[1], arguments[0]], [types[1], types[0]], count)
  }

  /// The exact ratio's nearest number, as far as both sides are numbers.
  static func divide(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try ratio(arguments, count) { Double($0) / Double($1) }
  }

  static func growth(
    _ arguments: [Vector], _: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try ratio(arguments, count) { (Double($0) - Double($1)) / Double($1) }
  }

  static func negate(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) {
      Int64(0).subtractingReportingOverflow($0)
    }
  }

  static func magnitude(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    try overWords(arguments[0], count, else: .overflow(types[0])) {
      $0 < 0 ? Int64(0).subtractingReportingOverflow($0) : ($0, false)
    }
  }

  /// The quotient toward zero.
  static func quotient(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    var result = try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      $1 == 0 ? (0, false) : $0.dividedReportingOverflow(by: $1)
    }
    result.presence = bothKnown(result.presence, nonzero(arguments[1], count))
    return result
  }

  /// What the quotient leaves over, with the sign of the dividend.
  static func remainder(
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector {
    var result = try overWords(arguments[0], arguments[1], count, else: .overflow(types[0])) {
      // By -1 nothing is left; the least whole number would overflow on the way.
      $1 == 0 || $1 == -1 ? (0, false) : $0.remainderReportingOverflow(dividingBy: $1)
    }
    result.presence = bothKnown(result.presence, nonzero(arguments[1], count))
    return result
  }

  /// The rows whose words are not zero; nil when none is.
  static func nonzero(_ vector: Vector, _ count: Int) -> Bitmap? {
    vector.words(count).withUnsafeBufferPointer { words in
      var zeros: UInt8 = 0
      for row in 0..<count { zeros |= words[row] == 0 ? 1 : 0 }
      return zeros == 0 ? nil : bits(count) { words[$0] != 0 }
    }
  }

  @inline(__always)
  private static func ratio(
    _ arguments: [Vector], _ count: Int, _ operation: (Int64, Int64) -> Double
  ) throws(KernelFailure) -> Vector {
    let (lefts, rights) = (arguments[0].words(count), arguments[1].words(count))
    let known = bothKnown(
      bothKnown(arguments[0].presence, arguments[1].presence), nonzero(arguments[1], count))
    return try lefts.withUnsafeBufferPointer { (lefts) throws(KernelFailure) in
      try rights.withUnsafeBufferPointer { (rights) throws(KernelFailure) in
        try checkedNumbers(count, known: known) { operation(lefts[$0], rights[$0]) }
      }
    }
  }
}

/// The least and the greatest of several vectors.
enum Extremes {
  static func least(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    folded(arguments, count) { Comparisons.before($1, $0, count) }
  }

  static func greatest(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    folded(arguments, count) { Comparisons.before($0, $1, count) }
  }

  /// Takes each next vector's value where `isBetter` says so.
  private static func folded(
    _ arguments: [Vector], _ count: Int, _ isBetter: (Vector, Vector) -> Bitmap
  ) -> Vector {
    guard var best = arguments.first else { return Vector(.words([])) }
    for next in arguments.dropFirst() {
      let chosen = isBetter(best, next)
      best = Vector(
        lanes(of: best, or: next, where: chosen, count),
        presence: bothKnown(best.presence, next.presence))
    }
    return best
  }

  private static func lanes(
    of left: Vector, or right: Vector, where chosen: Bitmap, _ count: Int
  ) -> Lanes {
    switch left.lanes {
    case .bools(let lefts): return .bools((lefts & ~chosen) | (right.bools(count) & chosen))
    case .words(let lefts): return .words(pick(lefts, right.words(count), chosen, count))
    case .doubles(let lefts): return .doubles(pick(lefts, right.doubles(count), chosen, count))
    case .texts:
      let (lefts, rights) = (left.texts(count), right.texts(count))
      if lefts.pool === rights.pool {
        return .texts(lefts.pool, pick(lefts.codes, rights.codes, chosen, count))
      }
      var pool = TextPoolBuilder()
      let codes = lefts.read { lefts in
        rights.read { rights in
          (0..<count).map { pool.code(of: chosen[$0] ? rights.row($0) : lefts.row($0)) }
        }
      }
      return count == 0 ? left.lanes : .texts(pool.finish(), codes)
    case .periods, .lists: return left.lanes
    }
  }

  @inline(__always)
  private static func pick<Element>(
    _ left: [Element], _ right: [Element], _ chosen: Bitmap, _ count: Int
  ) -> [Element] {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        filled(count) { chosen[$0] ? right[$0] : left[$0] }
      }
    }
  }
}
