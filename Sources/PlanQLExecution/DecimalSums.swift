/// Whole multiples of a power of ten that numbers are the nearest to: 0.1 and 44008145.34 in hundredths.
///
/// Numbers are binary, and 0.1 is none of them; but a decimal of 15 digits comes back from the number nearest to it,
/// so that it is known which decimal a number stands for. The sum of such decimals is a decimal of as many places, and
/// the number nearest to that is what people mean by the sum.
struct DecimalScale {
  /// The number of decimals.
  let places: Int
  private let power: Double

  /// Decimals past these places are taken for binary fractions.
  static let mostPlaces = 12
  /// Less than 15 digits are kept by a number for certain.
  static let limit = 1e15

  static let powers: [Double] = (0...mostPlaces).map { place in
    (0..<place).reduce(1.0) { power, _ in power * 10 }
  }

  init(places: Int) {
    self.places = places
    self.power = DecimalScale.powers[places]
  }

  /// The fewest places that hold all of some numbers; nil where none do.
  init?(holding values: [Double]) {
    let scale = values.withUnsafeBufferPointer { values -> DecimalScale? in
      var scale = DecimalScale(places: 0)
      var (place, greatest) = (0, 0.0)
      while place < values.count {
        let value = values[place]
        if !scale.holds(value) {
          guard let next = scale.finer(for: value) else { return nil }
          scale = next
        }
        greatest = Swift.max(greatest, value.magnitude)
        place += 1
      }
      // Numbers before the last change of scale were held by a coarser one.
      return scale.holds(greatest) ? scale : nil
    }
    guard let scale else { return nil }
    self = scale
  }

  /// Added to a number below 2^51, this leaves no place for its fraction, which is rounded.
  private static let rounder = 6_755_399_441_055_744.0

  /// Whether a number is the nearest to a multiple.
  @inline(__always)
  func holds(_ value: Double) -> Bool {
    let steps = value * power
    let whole = (steps + DecimalScale.rounder) - DecimalScale.rounder
    return steps.magnitude < DecimalScale.limit && whole / power == value
  }

  /// A number that the scale holds in steps.
  @inline(__always)
  func whole(_ value: Double) -> Int64 {
    let rounded = value * power + DecimalScale.rounder
    return Int64(bitPattern: rounded.bitPattern &- DecimalScale.rounder.bitPattern)
  }

  /// The coarsest scale finer than this that holds a number; nil where none does.
  func finer(for value: Double) -> DecimalScale? {
    var places = places + 1
    while places <= DecimalScale.mostPlaces,
      (value * DecimalScale.powers[places]).magnitude < DecimalScale.limit
    {
      let scale = DecimalScale(places: places)
      if scale.holds(value) { return scale }
      places += 1
    }
    return nil
  }

  /// The sum of numbers that the scale holds, in steps.
  func sum(of values: [Double]) -> Int128 {
    values.withUnsafeBufferPointer { values in
      var total: Int128 = 0
      // So many steps of less than 2^50 fit 64 bits.
      for start in stride(from: 0, to: values.count, by: 4096) {
        var part: Int64 = 0
        for place in start..<Swift.min(start + 4096, values.count) { part &+= whole(values[place]) }
        total += Int128(part)
      }
      return total
    }
  }

  /// Steps as the nearest number.
  func number(_ whole: Int128) -> Double {
    if whole.magnitude < 1 << 53 { return Double(Int64(whole)) / power + 0 }
    let shift = whole.magnitude.leadingZeroBitCount
    let (quotient, rest) = (whole.magnitude << UInt128(shift))
      .quotientAndRemainder(dividingBy: UInt128(power))
    return Double(nearest: quotient, isMore: rest != 0, exponent: -shift, isNegative: whole < 0)
  }
}

/// A sum of decimals as they come; it ends where a number is none, or they do not fit one scale.
struct DecimalSum {
  private var scale = DecimalScale(places: 0)
  private var total: Int128 = 0
  private var greatest = 0.0
  private var isDecimal = true

  mutating func add(_ value: Double) {
    guard isDecimal else { return }
    greatest = Swift.max(greatest, value.magnitude)
    if !scale.holds(value) {
      guard let finer = scale.finer(for: value), finer.holds(greatest) else {
        isDecimal = false
        return
      }
      for _ in scale.places..<finer.places { total *= 10 }
      scale = finer
    }
    total += Int128(scale.whole(value))
  }

  /// The nearest number; nil where not all numbers are decimals.
  var number: Double? { isDecimal ? scale.number(total) : nil }
}
