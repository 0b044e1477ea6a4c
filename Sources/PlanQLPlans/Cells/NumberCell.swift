import PlanQLData

/// What plain numbers of a column are: one of them in base units (fen, shares of one), as an exact
/// fraction.
struct NumberScale: Sendable, Hashable {
  let numerator: Int64
  let denominator: Int64
  /// The kind of unit that a cell may name itself.
  let kind: MeasureUnit.Kind

  static let one = NumberScale(numerator: 1, denominator: 1, kind: .plain)
  /// Whole units of a currency, in its hundredths.
  static let currency = NumberScale(numerator: 100, denominator: 1, kind: .money)

  init(numerator: Int64, denominator: Int64, kind: MeasureUnit.Kind) {
    self.numerator = numerator
    self.denominator = denominator
    self.kind = kind
  }

  init(_ unit: MeasureUnit) {
    self.init(numerator: unit.numerator, denominator: unit.denominator, kind: unit.kind)
  }
}

/// A number as people write it in a cell: with commas between thousands, with a unit after it.
struct NumberCell {
  let digits: Decimal
  let suffix: NumberSuffix?

  init?(_ cell: CellBytes, in units: UnitTable = .standard) {
    let text = String(decoding: CellReading.trimmed(cell), as: UTF8.self)
    guard text.utf8.count <= 64 else { return nil }
    let length = text.utf8.prefix {
      ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }.count
    let end = text.utf8.index(text.startIndex, offsetBy: length)
    guard let plain = NumberCell.withoutCommas(text[..<end]), let digits = Decimal(plain) else {
      return nil
    }
    let rest = text[end...].drop { $0 == " " }
    if let exponent = NumberCell.exponent(text[end...]) {
      guard let scaled = digits.timesTen(toThe: exponent) else { return nil }
      self.digits = scaled
      self.suffix = nil
    } else if rest.isEmpty {
      self.digits = digits
      self.suffix = nil
    } else {
      self.digits = digits
      guard let suffix = NumberSuffix(String(rest), in: units) else { return nil }
      self.suffix = suffix
    }
  }

  /// The exponent of a number as JSON writes it: `e-7`.
  private static func exponent(_ text: Substring) -> Int? {
    guard text.first == "e" || text.first == "E" else { return nil }
    let digits = text.dropFirst().drop { $0 == "+" }
    return digits.utf8.count <= 4 ? Int(digits) : nil
  }

  /// Drops commas where they part thousands; nil where they stand elsewhere.
  private static func withoutCommas(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return String(text) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2,
      !(parts.last?.contains(",") ?? false)
        || parts.count == 1
    else { return nil }
    let groups = whole.drop { $0 == "-" || $0 == "+" }.split(
      separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return String(text.filter { $0 != "," })
  }

  /// The number in base units as a fraction; nil where its unit does not fit the column or it is
  /// too large.
  private func fraction(_ scale: NumberScale) -> (numerator: Int128, denominator: Int128)? {
    var (numerator, denominator) = (Int128(digits.significand), Int128(1))
    func multiply(_ value: inout Int128, by factor: Int64) -> Bool {
      let (product, overflow) = value.multipliedReportingOverflow(by: Int128(factor))
      value = product
      return !overflow
    }
    for _ in 0..<Swift.min(digits.scale, 40) where !multiply(&denominator, by: 10) { return nil }
    if let magnitude = suffix?.magnitude {
      for _ in 0..<magnitude.power where !multiply(&numerator, by: 10) { return nil }
    }
    var unit = scale
    if let named = suffix?.unit {
      guard named.kind == scale.kind else { return nil }
      unit = NumberScale(named)
    }
    // 1.2亿 in a column of 万元 is 1.2亿元: who writes a magnitude does not mean that of the column.
    if suffix?.magnitude != nil, suffix?.unit == nil, scale.kind == .money { unit = .currency }
    guard multiply(&numerator, by: unit.numerator), multiply(&denominator, by: unit.denominator)
    else { return nil }
    return (numerator, denominator)
  }

  /// The number in whole base units, rounded half away from zero, and whether that lost anything.
  func whole(_ scale: NumberScale) -> (value: Int64, isRounded: Bool)? {
    guard let (numerator, denominator) = fraction(scale) else { return nil }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let isUp = rest.magnitude >= denominator.magnitude - rest.magnitude
    let rounded = isUp ? quotient + (numerator < 0 ? -1 : 1) : quotient
    return Int64(exactly: rounded).map { ($0, rest != 0) }
  }

  /// The number in base units, as near as a floating-point number comes.
  func number(_ scale: NumberScale) -> Double? {
    guard let (numerator, denominator) = fraction(scale) else { return nil }
    return quotient(numerator, over: denominator)
  }

  /// So many of a unit as a fraction of base units, reduced; nil where that leaves 64 bits.
  func scale(of unit: MeasureUnit) -> (numerator: Int64, denominator: Int64)? {
    var (above, below) = (Int128(digits.significand) * Int128(unit.numerator), Int128(1))
    guard digits.scale <= 18 else { return nil }
    for _ in 0..<digits.scale { below *= 10 }
    let (product, overflow) = below.multipliedReportingOverflow(by: Int128(unit.denominator))
    guard !overflow else { return nil }
    below = product
    var (divisor, rest) = (above.magnitude, below.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    above /= Int128(divisor)
    below /= Int128(divisor)
    guard let numerator = Int64(exactly: above), let denominator = Int64(exactly: below) else {
      return nil
    }
    return (numerator, denominator)
  }
}

extension Decimal {
  /// The decimal times a power of ten; nil where 64 bits cannot hold it.
  fileprivate func timesTen(toThe power: Int) -> Decimal? {
    if power <= scale { return Decimal(significand, scale: scale - power) }
    return Decimal(significand, scale: 0).scaled(by: power - scale).map { Decimal($0, scale: 0) }
  }
}
