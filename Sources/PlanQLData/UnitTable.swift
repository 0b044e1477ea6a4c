/// The units that can be named: those of the language, those that a plan declares, and quotients of
/// them such as `t/年` and `万元/亩`.
package struct UnitTable: Sendable {
  /// The units that the plan declares.
  package let declared: [MeasureUnit]
  private let currency: Currency
  private let byName: [String: MeasureUnit]
  /// The characters that units and magnitudes begin with.
  package let starts: Set<UInt32>

  /// The units of the language.
  package static let standard = UnitTable()

  /// Makes a table with units of a plan, whose amounts of money are in its currency.
  package init(declared: [MeasureUnit] = [], currency: Currency = .yuan) {
    self.declared = declared
    self.currency = currency
    var index = declared.isEmpty ? [:] : UnitTable.standard.byName
    for unit in declared.isEmpty ? UnitTable.simple : declared {
      for text in unit.spellings where index[text] == nil { index[text] = unit }
    }
    self.byName = index
    let magnitudes = Magnitude.all.flatMap { [$0.name.en, $0.name.zh] }
    self.starts = Set((index.keys + magnitudes).compactMap { $0.unicodeScalars.first?.value })
  }

  /// Every unit that has a name of its own.
  package var all: [MeasureUnit] { UnitTable.simple + declared }

  /// Finds a unit by either spelling or an alias, or a quotient of units.
  package func unit(named text: String) -> MeasureUnit? {
    byName[text] ?? quotient(text)
  }
}

// Quotients.
extension UnitTable {
  /// A unit of a quotient in the making.
  private struct Part {
    var dimension = Dimension.none
    var numerator: Int64 = 1
    var denominator: Int64 = 1

    /// Multiplies by a fraction; false where that leaves 64 bits.
    mutating func multiply(by above: Int64, over below: Int64) -> Bool {
      let (numerator, isOver) = numerator.multipliedReportingOverflow(by: above)
      let (denominator, isUnder) = denominator.multipliedReportingOverflow(by: below)
      guard !isOver, !isUnder, denominator > 0 else { return false }
      var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
      guard let common = Int64(exactly: divisor), common > 0 else { return false }
      (self.numerator, self.denominator) = (numerator / common, denominator / common)
      return true
    }
  }

  private static let mostParts = 4

  /// `A/B` or `A/B/C`: what stands behind each stroke divides.
  private func quotient(_ text: String) -> MeasureUnit? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (2...UnitTable.mostParts).contains(parts.count), let first = byName[String(parts[0])],
      !first.kind.isCalendar
    else { return nil }
    var divisors: [MeasureUnit] = []
    for part in parts.dropFirst() {
      guard let divisor = self.divisor(String(part)) else { return nil }
      divisors.append(divisor)
    }
    var whole = part(first)
    for divisor in divisors {
      let part = part(divisor)
      whole.dimension = whole.dimension / part.dimension
      guard whole.multiply(by: part.denominator, over: part.numerator) else { return nil }
    }
    let names = [first.name] + divisors.map(\.name)
    return unit(
      whole, Name(names.map(\.en).joined(separator: "/"), names.map(\.zh).joined(separator: "/")))
  }

  private func unit(_ whole: Part, _ name: Name) -> MeasureUnit? {
    guard whole.dimension.factors.allSatisfy({ abs($0.exponent) <= 8 }) else { return nil }
    if whole.dimension.currency != nil {
      // An amount for each of some things is money; it must be a whole number of hundredths.
      var hundredths = whole
      guard hundredths.multiply(by: 100, over: 1), hundredths.denominator == 1,
        UnitTable.simple.contains(where: {
          $0.kind == .money && $0.numerator == hundredths.numerator
        })
      else { return nil }
      return MeasureUnit(name.en, name.zh, .money, hundredths.numerator)
    }
    let kind: MeasureUnit.Kind =
      whole.dimension == .none ? .plain : .physical(whole.dimension)
    return MeasureUnit(name.en, name.zh, kind, whole.numerator, over: whole.denominator)
  }

  /// What stands behind a stroke: a unit, with a magnitude (`元/万人`), or a time as rates name it.
  private func divisor(_ text: String) -> MeasureUnit? {
    if let unit = UnitTable.times[text] ?? byName[text] { return unit }
    for magnitude in Magnitude.all {
      for spelling in [magnitude.name.zh, magnitude.name.en] where text.hasPrefix(spelling) {
        guard let unit = byName[String(text.dropFirst(spelling.count))] else { continue }
        let factor = (0..<magnitude.power).reduce(Int64(1)) { product, _ in product * 10 }
        let (numerator, overflow) = unit.numerator.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        return MeasureUnit(
          magnitude.name.en + unit.name.en, magnitude.name.zh + unit.name.zh, unit.kind,
          numerator, over: unit.denominator)
      }
    }
    return nil
  }

  /// A unit as dimension and scale. A day is 24 hours; a month is a twelfth of the calendar's year.
  private func part(_ unit: MeasureUnit) -> Part {
    var part = Part(numerator: unit.numerator, denominator: unit.denominator)
    switch unit.kind {
    case .plain: break
    case .physical(let dimension): part.dimension = dimension.counted(in: currency)
    case .money:
      part.dimension = .money(currency)
      part = scaled(part, by: 1, over: 100)
    case .days:
      part.dimension = Dimension("h")
      part = scaled(part, by: 24, over: 1)
    case .months:
      part.dimension = Dimension(Dimension.year)
      part = scaled(part, by: 1, over: 12)
    }
    return part
  }

  private func scaled(_ part: Part, by above: Int64, over below: Int64) -> Part {
    var scaled = part
    return scaled.multiply(by: above, over: below) ? scaled : part
  }

  /// How rates call times, besides the names that they have elsewhere.
  private static let times: [String: MeasureUnit] = [
    "a": .init("yr", "年", .months, 12), "yr": .init("yr", "年", .months, 12),
    "year": .init("yr", "年", .months, 12), "年": .init("yr", "年", .months, 12),
    "month": .init("month", "月", .months, 1), "月": .init("month", "月", .months, 1),
    "d": .init("d", "天", .days, 1), "day": .init("d", "天", .days, 1),
    "天": .init("d", "天", .days, 1), "日": .init("d", "天", .days, 1),
  ]
}

extension MeasureUnit {
  /// Both names and the aliases.
  package var spellings: [String] { [name.en, name.zh] + aliases }
}

extension MeasureUnit.Kind {
  /// Whether the unit counts days or months.
  fileprivate var isCalendar: Bool { self == .days || self == .months }
}

// The units of the language.
extension UnitTable {
  private static let area = Dimension("m", 2)
  private static let volume = Dimension("m", 3)
  private static let power = Dimension("W")
  private static let energy = Dimension("W") * Dimension("h")
  private static let perVolume = Dimension("g") / Dimension("m", 3)

  /// Every unit with a name of its own, by kind. To add one, add its row here.
  static let simple: [MeasureUnit] = [
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
    .init("mm", "毫米", .physical(Dimension("m")), 1, over: 1000),
    .init("cm", "厘米", .physical(Dimension("m")), 1, over: 100),
    .init("m", "米", .physical(Dimension("m")), 1),
    .init("km", "公里", aliases: ["千米"], .physical(Dimension("m")), 1000),
    .init("m3", "立方米", aliases: ["m³"], .physical(volume), 1),
    .init("L", "升", .physical(volume), 1, over: 1000),
    .init("ug", "微克", aliases: ["μg", "µg"], .physical(Dimension("g")), 1, over: 1_000_000),
    .init("mg", "毫克", .physical(Dimension("g")), 1, over: 1000),
    .init("g", "克", .physical(Dimension("g")), 1),
    .init("kg", "公斤", aliases: ["千克"], .physical(Dimension("g")), 1000),
    .init("t", "吨", .physical(Dimension("g")), 1_000_000),
    .init("mg/L", "毫克/升", .physical(perVolume), 1),
    .init(
      "ug/m3", "微克/立方米", aliases: ["μg/m³", "µg/m³", "μg/m3"], .physical(perVolume), 1,
      over: 1_000_000),
    .init("h", "小时", .physical(Dimension("h")), 1),
    .init("min", "分钟", .physical(Dimension("h")), 1, over: 60),
    .init("s", "秒", .physical(Dimension("h")), 1, over: 3600),
    .init("W", "瓦", .physical(power), 1),
    .init("kW", "千瓦", .physical(power), 1000),
    .init("MW", "兆瓦", .physical(power), 1_000_000),
    .init("GW", "吉瓦", .physical(power), 1_000_000_000),
    .init("kWh", "千瓦时", .physical(energy), 1000),
    .init("MWh", "兆瓦时", .physical(energy), 1_000_000),
    .init("GWh", "吉瓦时", .physical(energy), 1_000_000_000),
    .init("MJ", "兆焦", .physical(energy), 2500, over: 9),
    .init("GJ", "吉焦", .physical(energy), 2_500_000, over: 9),
    .init("tce", "吨标准煤", .physical(Dimension("tce")), 1),
    .init("tCO2", "吨二氧化碳", aliases: ["tCO2e"], .physical(Dimension("tCO2")), 1),
    .init("dB", "分贝", .physical(Dimension("dB")), 1),
    .init("day", "天", aliases: ["日"], .days, 1),
    .init("month", "个月", .months, 1),
    .init("year", "年", .months, 12),
  ]
}
