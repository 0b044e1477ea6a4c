import PlanQLData
import PlanQLLibrary

/// Sums of numbers that are exact until they are rounded once, so that they do not depend on the order of rows. Where
/// all addends of a group are decimals of few digits, it is the decimals that are summed.
struct ExactSums {
  private let values: [Double]
  private let groups: RowGroups
  /// How many known values each group has.
  private let counts: [Int]
  private let sums: [Double]

  init(_ vector: Vector, _ groups: RowGroups) {
    self.groups = groups
    guard case .doubles(let doubles) = vector.lanes else {
      self.values = []
      self.counts = Array(repeating: 0, count: groups.count)
      self.sums = Array(repeating: 0, count: groups.count)
      return
    }
    var values = doubles
    if let presence = vector.presence {
      for row in doubles.indices where !presence[row] { values[row] = 0 }
    }
    self.values = values
    self.counts = groups.counts(of: vector)
    if let scale = DecimalScale(holding: values) {
      self.sums = ExactSums.sums(values, groups, scale)
    } else if groups.ids == nil {
      self.sums = ExactSums.binarySums(values, groups)
    } else {
      self.sums = ExactSums.mixedSums(values, groups)
    }
  }

  private static func sums(
    _ values: [Double], _ groups: RowGroups, _ scale: DecimalScale
  ) -> [Double] {
    guard let ids = groups.ids else {
      return groups.count > 0 ? [scale.number(scale.sum(of: values))] : []
    }
    var totals = [Int128](repeating: 0, count: groups.count)
    values.withUnsafeBufferPointer { values in
      totals.withUnsafeMutableBufferPointer { totals in
        for row in 0..<values.count {
          totals[Int(ids[row])] &+= Int128(scale.whole(values[row]))
        }
      }
    }
    return totals.map { scale.number($0) }
  }

  /// Sums of groups some of which hold decimals.
  private static func mixedSums(_ values: [Double], _ groups: RowGroups) -> [Double] {
    var decimals = [DecimalSum](repeating: DecimalSum(), count: groups.count)
    for row in values.indices { decimals[groups.id(row)].add(values[row]) }
    let sums = decimals.map(\.number)
    guard sums.contains(nil) else { return sums.map { $0 ?? 0 } }
    return zip(sums, binarySums(values, groups)).map { $0 ?? $1 }
  }

  private static func binarySums(_ values: [Double], _ groups: RowGroups) -> [Double] {
    if let scale = FixedPoint(holding: values) { return sums(values, groups, scale) }
    return longSums(values, groups)
  }

  private static func sums(
    _ values: [Double], _ groups: RowGroups, _ scale: FixedPoint
  ) -> [Double] {
    var totals = [Int128](repeating: 0, count: groups.count)
    values.withUnsafeBufferPointer { values in
      totals.withUnsafeMutableBufferPointer { totals in
        if let ids = groups.ids {
          for row in 0..<values.count { totals[Int(ids[row])] &+= scale.whole(values[row]) }
        } else if !totals.isEmpty {
          for value in values { totals[0] &+= scale.whole(value) }
        }
      }
    }
    return totals.map { scale.number($0) }
  }

  /// Sums of numbers of very different sizes, group after group.
  private static func longSums(_ values: [Double], _ groups: RowGroups) -> [Double] {
    var members = [[Int32]](repeating: [], count: groups.count)
    for row in values.indices where values[row] != 0 { members[groups.id(row)].append(Int32(row)) }
    return members.map { rows in
      var sum = LongSum()
      for row in rows { sum.add(values[Int(row)]) }
      return sum.number
    }
  }

  /// The sum or average of each group.
  func outcome(_ function: AggregateFunction.Kind) -> ReductionOutcome {
    let failed = sums.indices.filter { !sums[$0].isFinite }
    guard function == .avg else {
      return ReductionOutcome(
        values: Vector(.doubles(sums)), failure: .notFinite, failed: failed)
    }
    let averages = sums.indices.map { counts[$0] == 0 ? 0 : sums[$0] / Double(counts[$0]) }
    let known = Bitmap(counts.lazy.map { $0 > 0 })
    return ReductionOutcome(
      values: Vector(.doubles(averages), presence: known.isFull ? nil : known),
      failure: .notFinite, failed: failed)
  }
}

extension RowGroups {
  /// How many known values each group has.
  func counts(of values: Vector) -> [Int] {
    var counts = Array(repeating: 0, count: count)
    guard let ids else {
      if count > 0 { counts[0] = values.presence?.population ?? values.count }
      return counts
    }
    for row in ids.indices where values.isKnown(row) { counts[Int(ids[row])] += 1 }
    return counts
  }
}

/// Whole multiples of a power of two: exact where all numbers are such multiples and their sum fits 128 bits.
struct FixedPoint {
  /// The power of two that is one step.
  private let exponent: Int

  /// The steps that hold some numbers and any sum of them; nil where their sizes differ too much.
  init?(holding values: [Double]) {
    var lowest = Int.max
    var highest = Int.min
    for value in values where value != 0 {
      let parts = value.wholeParts
      let zeros = parts.significand.trailingZeroBitCount
      lowest = min(lowest, parts.exponent + zeros)
      highest = max(highest, parts.exponent + 64 - parts.significand.leadingZeroBitCount)
    }
    guard lowest < highest else {
      self.exponent = 0
      return
    }
    let countBits = Int.bitWidth - values.count.leadingZeroBitCount
    guard highest - lowest + countBits <= 126 else { return nil }
    self.exponent = lowest
  }

  /// A number in steps.
  func whole(_ value: Double) -> Int128 {
    guard value != 0 else { return 0 }
    let parts = value.wholeParts
    let shift = parts.exponent - exponent
    let magnitude =
      shift >= 0 ? Int128(parts.significand) << shift : Int128(parts.significand >> UInt64(-shift))
    return value < 0 ? -magnitude : magnitude
  }

  /// Steps as the nearest number.
  func number(_ whole: Int128) -> Double {
    Double(nearest: whole.magnitude, isMore: false, exponent: exponent, isNegative: whole < 0)
  }
}

/// A sum of any numbers as a long whole number of steps of 2^-1074, in digits of 32 bits that may be carried late.
struct LongSum {
  private static let lowestExponent = -1074
  private var digits = [Int64](repeating: 0, count: 70)
  private var lateCount = 0

  /// Adds a number exactly.
  mutating func add(_ value: Double) {
    guard value != 0 else { return }
    let parts = value.wholeParts
    let position = parts.exponent - LongSum.lowestExponent
    let (digit, shift) = (position >> 5, position & 31)
    let magnitude = UInt128(parts.significand) << UInt128(shift)
    let sign: Int64 = value < 0 ? -1 : 1
    for place in 0..<3 {
      let part = Int64(truncatingIfNeeded: magnitude >> UInt128(32 * place) & 0xffff_ffff)
      digits[digit + place] += sign * part
    }
    lateCount += 1
    if lateCount == 1 << 30 { carry() }
  }

  /// Brings all digits but the last between 0 and 2^32.
  private mutating func carry() {
    for place in 0..<digits.count - 1 {
      digits[place + 1] += digits[place] >> 32
      digits[place] &= 0xffff_ffff
    }
    lateCount = 0
  }

  /// The nearest number.
  var number: Double {
    var sum = self
    sum.carry()
    let isNegative = (sum.digits.last ?? 0) < 0
    if isNegative {
      for place in sum.digits.indices { sum.digits[place] = -sum.digits[place] }
      sum.carry()
    }
    guard let top = sum.digits.lastIndex(where: { $0 != 0 }) else { return 0 }
    let bottom = max(0, top - 2)
    var significand: UInt128 = 0
    for place in (bottom...top).reversed() {
      significand = significand << 32 | UInt128(UInt64(bitPattern: sum.digits[place]))
    }
    let isMore = sum.digits[..<bottom].contains { $0 != 0 }
    return Double(
      nearest: significand, isMore: isMore, exponent: LongSum.lowestExponent + 32 * bottom,
      isNegative: isNegative)
  }
}

extension Double {
  /// The number's magnitude as a whole number times a power of two.
  fileprivate var wholeParts: (significand: UInt64, exponent: Int) {
    let exponent = Int(exponentBitPattern)
    if exponent == 0 { return (significandBitPattern, -1074) }
    return (significandBitPattern | 1 << 52, exponent - 1075)
  }

  /// A whole number as the nearest number, ties to even.
  init(rounding whole: Int128) {
    self.init(nearest: whole.magnitude, isMore: false, exponent: 0, isNegative: whole < 0)
  }

  /// The number nearest to `significand × 2^exponent`, ties to even; `isMore` says that the true value is a little
  /// more. Infinite where it is too large.
  init(nearest significand: UInt128, isMore: Bool, exponent: Int, isNegative: Bool) {
    guard significand != 0 else {
      self = 0
      return
    }
    let length = 128 - significand.leadingZeroBitCount
    let top = exponent + length - 1
    let kept = min(53, top + 1075)
    let cut = length - kept
    var rounded = significand
    var power = exponent
    if cut > 0 {
      rounded = significand >> UInt128(cut)
      power += cut
      let rest = significand & (1 << UInt128(cut) - 1)
      let half: UInt128 = 1 << UInt128(cut - 1)
      if rest > half || rest == half && (isMore || rounded & 1 == 1) { rounded += 1 }
    }
    self = Double(
      sign: isNegative ? .minus : .plus, exponent: power, significand: Double(UInt64(rounded)))
  }
}
