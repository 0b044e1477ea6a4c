import PlanQLData

/// Exact sums of decimals.
enum ExactSum {
  /// The sum; nil where 64 bits are not enough.
  static func of(_ values: some Sequence<Decimal>) -> Decimal? {
    var sum: Int64 = 0
    let values = Array(values)
    let scale = values.map(\.scale).max() ?? 0
    for value in values {
      guard let scaled = value.scaled(by: scale) else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(scaled)
      guard !overflow else { return nil }
      sum = next
    }
    return Decimal(sum, scale: scale)
  }
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
