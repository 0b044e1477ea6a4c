import PlanQLData

/// An exact sum of decimals, which grows value by value.
struct ExactSum: Sendable {
  private var sum: Int128 = 0
  private var scale = 0
  /// Whether even more bits were not enough on the way.
  private var isLost = false

  /// The sum of some values; nil where 64 bits are not enough.
  static func of(_ values: some Sequence<Decimal>) -> Decimal? {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  mutating func add(_ value: Decimal) { add(Int128(value.significand), scale: value.scale) }

  mutating func subtract(_ value: Decimal) { add(-Int128(value.significand), scale: value.scale) }

  mutating func add(_ other: ExactSum) {
    add(other.sum, scale: other.scale)
    isLost = isLost || other.isLost
  }

  private mutating func add(_ significand: Int128, scale other: Int) {
    var value = significand
    while scale < other {
      isLost = isLost || ExactSum.shift(&sum)
      scale += 1
    }
    for _ in other..<Swift.max(scale, other) { isLost = isLost || ExactSum.shift(&value) }
    let (total, overflow) = sum.addingReportingOverflow(value)
    sum = total
    isLost = isLost || overflow
  }

  /// Adds a decimal; says whether the bits are not enough for it.
  private static func shift(_ value: inout Int128) -> Bool {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    value = product
    return overflow
  }

  /// The sum; nil where 64 bits are not enough.
  var value: Decimal? { isLost ? nil : Int64(exactly: sum).map { Decimal($0, scale: scale) } }
}

extension Decimal {
  /// Compares values exactly; false where 64 bits are not enough.
  static func > (left: Decimal, right: Decimal) -> Bool {
    let scale = Swift.max(left.scale, right.scale)
    guard let one = left.scaled(by: scale), let two = right.scaled(by: scale) else { return false }
    return one > two
  }

  /// Says whether two values are the same number, however many decimals they are written with.
  func isEqual(to other: Decimal) -> Bool {
    let scale = Swift.max(self.scale, other.scale)
    guard let one = scaled(by: scale), let two = other.scaled(by: scale) else { return false }
    return one == two
  }
}
