/// What a number measures: base symbols with exponents, sorted by symbol. A plain number has none.
///
/// The bases are `m`, `g`, `h`, `W`, the calendar's year `yr`, a few that nothing else measures
/// (`tce`, `tCO2`, `dB`), those that a plan declares, and one for each currency, so that money for
/// an area is a number of it. An amount of money alone is money, never a number.
public struct Dimension: Sendable, Hashable {
  public struct Factor: Sendable, Hashable {
    public let base: String
    public let exponent: Int
  }

  public let factors: [Factor]

  public static let none = Dimension(factors: [])

  package init(factors: [Factor]) {
    self.factors = factors
  }

  package init(_ base: String, _ exponent: Int = 1) {
    self.factors = [Factor(base: base, exponent: exponent)]
  }

  /// The dimension of an amount of money, in whole units of the currency.
  package static func money(_ currency: Currency) -> Dimension {
    Dimension(currencySign + currency.code)
  }

  /// The currency, where the dimension is that of an amount of money and nothing else.
  package var currency: Currency? {
    guard factors.count == 1, factors[0].exponent == 1 else { return nil }
    return factors[0].currency
  }

  /// The same with amounts of another currency.
  package func counted(in currency: Currency) -> Dimension {
    guard factors.contains(where: { $0.currency != nil }) else { return self }
    return Dimension(
      factors: factors.map {
        $0.currency == nil
          ? $0 : Factor(base: Dimension.currencySign + currency.code, exponent: $0.exponent)
      }.sorted { $0.base < $1.base })
  }

  fileprivate static let currencySign = "¤"

  package static func * (left: Dimension, right: Dimension) -> Dimension {
    left.combined(with: right, sign: 1)
  }

  package static func / (left: Dimension, right: Dimension) -> Dimension {
    left.combined(with: right, sign: -1)
  }

  private func combined(with other: Dimension, sign: Int) -> Dimension {
    var exponents: [String: Int] = [:]
    for factor in factors { exponents[factor.base, default: 0] += factor.exponent }
    for factor in other.factors { exponents[factor.base, default: 0] += sign * factor.exponent }
    let kept = exponents.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Dimension(factors: kept.map { Factor(base: $0.key, exponent: $0.value) })
  }
}

extension Dimension.Factor {
  /// The currency that the base stands for; nil for any other base.
  fileprivate var currency: Currency? {
    base.hasPrefix(Dimension.currencySign)
      ? Currency(String(base.dropFirst(Dimension.currencySign.count))) : nil
  }

  /// The base as people write it.
  fileprivate func symbol(_ language: Language) -> String {
    if let currency {
      return currency == .yuan ? Name("yuan", "元")[language] : currency.code
    }
    return base == Dimension.year ? Name("yr", "年")[language] : base
  }
}

extension Dimension {
  /// The base of rates: the calendar's year, which is no fixed number of hours.
  package static let year = "yr"

  /// The dimension as a product of base symbols: `m²`, `g/m³`.
  public var title: String { title(.en) }

  /// The dimension as a product of base symbols, which are those that its numbers are stored in:
  /// `yuan/m²`, `元/m²`.
  package func title(_ language: Language) -> String {
    func power(_ factor: Factor) -> String {
      let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
      let size = abs(factor.exponent)
      return factor.symbol(language)
        + (size == 1 ? "" : String(size).utf8.map { digits[Int($0 - 48)] }.joined())
    }
    let above = factors.filter { $0.exponent > 0 }.map(power).joined(separator: "·")
    let below = factors.filter { $0.exponent < 0 }.map(power).joined(separator: "·")
    if below.isEmpty { return above }
    return (above.isEmpty ? "1" : above) + "/" + below
  }

  /// What the dimension is called where it has a name: an area, 面积.
  package var quantity: LocalizedText? {
    Dimension.quantities.first { $0.dimension == self }?.name
  }

  private static let quantities: [(dimension: Dimension, name: LocalizedText)] = [
    (Dimension("m"), LocalizedText(en: "a length", zh: "长度")),
    (Dimension("m", 2), LocalizedText(en: "an area", zh: "面积")),
    (Dimension("m", 3), LocalizedText(en: "a volume", zh: "体积")),
    (Dimension("g"), LocalizedText(en: "a mass", zh: "质量")),
    (Dimension("g") / Dimension("m", 3), LocalizedText(en: "a concentration", zh: "浓度")),
    (Dimension("h"), LocalizedText(en: "a time", zh: "时间")),
    (Dimension("W"), LocalizedText(en: "a power", zh: "功率")),
    (Dimension("W") * Dimension("h"), LocalizedText(en: "an energy", zh: "能量")),
  ]
}
