/// A unit that a number, an amount of money or a duration is written and shown in.
public struct MeasureUnit: Sendable, Hashable {
  /// What a literal with the unit is.
  public enum Kind: Sendable, Hashable {
    /// Money; the scale is in minor units (fen).
    case money
    /// A display unit of a plain number: `%`, `‰`, percentage points, and counts such as 个.
    case plain
    /// A unit of a dimension; the scale is in base units (metre, gram, hour …).
    case physical(Dimension)
    /// Whole days or whole months; the scale counts them.
    case days, months
  }

  public let name: Name
  public let aliases: [String]
  public let kind: Kind
  /// One of the unit in base units, as an exact fraction.
  public let numerator: Int64
  public let denominator: Int64

  package init(
    _ en: String, _ zh: String, aliases: [String] = [], _ kind: Kind, _ numerator: Int64,
    over denominator: Int64 = 1
  ) {
    self.name = Name(en, zh)
    self.aliases = aliases
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
  }

  package var factor: Double { Double(numerator) / Double(denominator) }

  /// Finds a unit of the language by either spelling or an alias.
  package static func named(_ text: String) -> MeasureUnit? {
    UnitTable.standard.unit(named: text)
  }

  /// Every unit of the language, by kind.
  package static var all: [MeasureUnit] { UnitTable.simple }
}

// Numbers in the unit.
extension MeasureUnit {
  /// A decimal of the unit in base units, rounded once, so that equal quantities are equal numbers
  /// whichever way they were written; nil where it is too large.
  package func baseNumber(_ digits: Decimal, power: Int = 0) -> Double? {
    var (above, below) = (Int128(digits.significand), Int128(denominator))
    func multiply(_ value: inout Int128, by factor: Int64) -> Bool {
      let (product, overflow) = value.multipliedReportingOverflow(by: Int128(factor))
      value = product
      return !overflow
    }
    guard multiply(&above, by: numerator), digits.scale <= 400 else { return nil }
    for _ in 0..<Swift.max(0, power - digits.scale) where !multiply(&above, by: 10) { return nil }
    for _ in 0..<Swift.max(0, digits.scale - power) where !multiply(&below, by: 10) { return nil }
    return quotient(above, over: below)
  }

  /// A number in base units counted in the unit, to the 15 digits that a number holds for certain:
  /// what was written in the unit comes back as it was written.
  package func amount(of base: Double) -> Double {
    guard numerator != denominator else { return base }
    let amount = base * Double(denominator) / Double(numerator)
    guard amount.isFinite else { return amount }
    return NumberText.toFifteenDigits(amount)
  }
}

/// The number nearest to a fraction with a positive denominator, as long as 53 bits hold both sides
/// of the reduced fraction; within two roundings beyond that.
package func quotient(_ numerator: Int128, over denominator: Int128) -> Double? {
  guard denominator > 0 else { return nil }
  if numerator == 0 { return 0 }
  var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
  while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
  let common = Int128(divisor)
  let value = Double(numerator / common) / Double(denominator / common)
  return value.isFinite ? value : nil
}
