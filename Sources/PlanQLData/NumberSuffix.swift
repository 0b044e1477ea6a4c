/// A decimal magnitude that may stand between a number and its unit: 3万亩, 1.2亿.
package struct Magnitude: Sendable, Hashable {
  package let name: Name
  package let power: Int

  package static let all: [Magnitude] = [
    .init(name: Name("million", "百万"), power: 6),
    .init(name: Name("hundred", "百"), power: 2),
    .init(name: Name("thousand", "千"), power: 3),
    .init(name: Name("wan", "万"), power: 4),
    .init(name: Name("yi", "亿"), power: 8),
  ]
}

/// A suffix glued to a number: `[magnitude][unit]`.
package struct NumberSuffix: Sendable, Hashable {
  package let magnitude: Magnitude?
  package let unit: MeasureUnit?

  private init(_ magnitude: Magnitude?, _ unit: MeasureUnit?) {
    self.magnitude = magnitude
    self.unit = unit
  }

  /// Splits a glued run of letters; nil where it is no magnitude and unit.
  package init?(_ text: String, in units: UnitTable = .standard) {
    if let unit = units.unit(named: text) {
      self.init(nil, unit)
      return
    }
    for magnitude in Magnitude.all {
      for spelling in [magnitude.name.zh, magnitude.name.en] where text.hasPrefix(spelling) {
        let rest = String(text.dropFirst(spelling.count))
        if rest.isEmpty {
          self.init(magnitude, nil)
          return
        }
        if let unit = units.unit(named: rest) {
          self.init(magnitude, unit)
          return
        }
      }
    }
    return nil
  }

  /// Magnitude and unit as one unit: 万亩. Nil where that leaves 64 bits.
  package var wholeUnit: MeasureUnit? {
    guard let magnitude else { return unit }
    let factor = (0..<magnitude.power).reduce(Int64(1)) { product, _ in product * 10 }
    guard let unit else {
      return MeasureUnit(magnitude.name.en, magnitude.name.zh, .plain, factor)
    }
    let (numerator, overflow) = unit.numerator.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    return MeasureUnit(
      magnitude.name.en + unit.name.en, magnitude.name.zh + unit.name.zh, unit.kind, numerator,
      over: unit.denominator)
  }
}
