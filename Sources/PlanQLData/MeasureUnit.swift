/// The physical dimension of a number: base symbols with exponents, sorted by symbol. A plain number has none.
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

/// A unit that a number, an amount of money or a duration is written and shown in.
public struct MeasureUnit: Sendable, Hashable {
  /// What a literal with the unit is.
  public enum Kind: Sendable, Hashable {
    /// Money; the scale is in minor units (fen).
    case money
    /// A display unit of a plain number: `%`, `‰`, percentage points, and counts such as 个.
    case plain
    /// A physical unit of a dimension; the scale is in base units (metre, gram, second …).
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

  /// Finds a unit by either spelling or an alias.
  package static func named(_ text: String) -> MeasureUnit? { byName[text] }

  private static let byName: [String: MeasureUnit] = {
    var index: [String: MeasureUnit] = [:]
    for unit in all {
      for text in [unit.name.en, unit.name.zh] + unit.aliases where index[text] == nil {
        index[text] = unit
      }
    }
    return index
  }()

  package static func money(_ en: String) -> MeasureUnit? {
    named(en).flatMap { $0.kind == .money ? $0 : nil }
  }

  private static let area = Dimension("m", 2)
  private static let volume = Dimension("m", 3)
  private static let energy = Dimension("Wh")
  private static let perVolume = Dimension("g") / Dimension("m", 3)

  /// Every unit, by kind. To add one, add its row here.
  package static let all: [MeasureUnit] = [
    .init("fen", "分", .money, 1),
    .init("yuan", "元", .money, 100),
    .init("kyuan", "千元", .money, 100_000),
    .init("wanyuan", "万元", .money, 1_000_000),
    .init("myuan", "百万元", .money, 100_000_000),
    .init("yiyuan", "亿元", .money, 10_000_000_000),
    .init("%", "%", aliases: ["%"], .plain, 1, over: 100),
    .init("permille", "‰", .plain, 1, over: 1000),
    .init("pp", "百分点", aliases: ["个百分点"], .plain, 1, over: 100),
    .init("item", "个", .plain, 1),
    .init("person", "人", .plain, 1),
    .init("household", "户", .plain, 1),
    .init("set", "套", .plain, 1),
    .init("site", "处", .plain, 1),
    .init("vehicle", "辆", .plain, 1),
    .init("time", "次", .plain, 1),
    .init("case", "件", .plain, 1),
    .init("project", "项", .plain, 1),
    .init("point", "分值", .plain, 1),
    .init("mu", "亩", .physical(area), 2000, over: 3),
    .init("ha", "公顷", .physical(area), 10_000),
    .init("m2", "平方米", aliases: ["m²", "㎡"], .physical(area), 1),
    .init("km2", "平方公里", aliases: ["km²", "平方千米"], .physical(area), 1_000_000),
    .init("m", "米", .physical(Dimension("m")), 1),
    .init("km", "公里", aliases: ["千米"], .physical(Dimension("m")), 1000),
    .init("m3", "立方米", aliases: ["m³"], .physical(volume), 1),
    .init("L", "升", .physical(volume), 1, over: 1000),
    .init("g", "克", .physical(Dimension("g")), 1),
    .init("kg", "公斤", aliases: ["千克"], .physical(Dimension("g")), 1000),
    .init("t", "吨", .physical(Dimension("g")), 1_000_000),
    .init("mg/L", "毫克/升", .physical(perVolume), 1),
    .init(
      "ug/m3", "微克/立方米", aliases: ["μg/m³", "µg/m³", "μg/m3"], .physical(perVolume), 1,
      over: 1_000_000),
    .init("kW", "千瓦", .physical(Dimension("W")), 1000),
    .init("MW", "兆瓦", .physical(Dimension("W")), 1_000_000),
    .init("kWh", "千瓦时", .physical(energy), 1000),
    .init("tce", "吨标准煤", .physical(Dimension("tce")), 1),
    .init("day", "天", aliases: ["日"], .days, 1),
    .init("month", "个月", .months, 1),
    .init("year", "年", .months, 12),
  ]
}

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

  /// Splits a glued run of letters; nil where it is no magnitude and unit.
  package init?(_ text: String) {
    if let unit = MeasureUnit.named(text) {
      self.magnitude = nil
      self.unit = unit
      return
    }
    for magnitude in Magnitude.all {
      for spelling in [magnitude.name.zh, magnitude.name.en] where text.hasPrefix(spelling) {
        let rest = String(text.dropFirst(spelling.count))
        if rest.isEmpty {
          self.magnitude = magnitude
          self.unit = nil
          return
        }
        if let unit = MeasureUnit.named(rest) {
          self.magnitude = magnitude
          self.unit = unit
          return
        }
      }
    }
    return nil
  }
}

/// How a value is shown, never what it is: a unit and a number of decimals.
public struct Display: Sendable, Hashable {
  public var unit: MeasureUnit?
  public var decimals: Int?

  public init(unit: MeasureUnit? = nil, decimals: Int? = nil) {
    self.unit = unit
    self.decimals = decimals
  }

  public static let plain = Display()
}
