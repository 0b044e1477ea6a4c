import PlanQLData

/// How values in one unit of measure are to be taken in another: 2万吨 in a row of 吨 are 20000.
struct UnitScale: Sendable, Hashable {
  /// What a value becomes in another unit.
  enum Conversion: Sendable, Hashable {
    /// The value in the other unit.
    case value(Decimal)
    /// The units measure different things, or the value has no exact one in the other unit.
    case none
    /// Nothing tells that the units are others than each other.
    case unknown
  }

  /// What is measured, by the first of its units, and how many of the smallest one the unit is.
  private let dimension: String
  private let factor: Int64
  /// What a rate is counted for: a day, a year.
  private let time: String

  /// Takes a value that is written with a unit in the unit of its row.
  static func convert(_ value: Decimal, from unit: String, to other: String) -> Conversion {
    let (first, second) = (FoldedText(unit).compact, FoldedText(other).compact)
    if first == second { return .value(value) }
    if let power = magnitude(of: first), power.unit.isEmpty {
      // 1.2万 in a row of 亩; in one of 万亩 it may be either.
      guard let row = magnitude(of: second), row.factor == 1 else { return .none }
      return scaled(value, by: power.factor, over: 1)
    }
    guard let from = UnitScale(first), let to = UnitScale(second) else { return .unknown }
    guard from.dimension == to.dimension, from.time == to.time else {
      return from.isOfThings || to.isOfThings ? .unknown : .none
    }
    return scaled(value, by: from.factor, over: to.factor)
  }

  /// Reads a unit of a small letter's text; nil where it is none that is known.
  private init?(_ text: String) {
    var plain = text
    var time = ""
    for (word, meaning) in UnitScale.times where plain.hasSuffix(word) {
      plain.removeLast(word.count)
      time = meaning
      break
    }
    for (names, dimension, factor) in UnitScale.units where names.contains(plain) {
      (self.dimension, self.factor, self.time) = (dimension, factor, time)
      return
    }
    guard let (power, unit) = UnitScale.magnitude(of: plain), power > 1,
      let row = UnitScale.units.first(where: { $0.names.contains(unit) })
    else { return nil }
    let (product, overflow) = row.factor.multipliedReportingOverflow(by: power)
    guard !overflow else { return nil }
    (self.dimension, self.factor, self.time) = (row.dimension, product, time)
  }

  /// Whether the unit is one of things that are counted, of which one may be called by several words.
  private var isOfThings: Bool { dimension == "个" }

  /// The number that a unit begins with, and what it is of.
  private static func magnitude(of text: String) -> (factor: Int64, unit: String)? {
    guard !units.contains(where: { $0.names.contains(text) }),
      let found = magnitudes.first(where: { text.hasPrefix($0.word) })
    else { return (1, text) }
    return (found.factor, String(text.dropFirst(found.word.count)))
  }

  /// A value times one number and over another; none where decimals do not end.
  private static func scaled(_ value: Decimal, by first: Int64, over second: Int64) -> Conversion {
    var (above, below) = (Int128(value.significand) * Int128(first), Int128(second))
    var scale = value.scale
    while above % below != 0, scale < 12 {
      above *= 10
      scale += 1
    }
    guard above % below == 0 else { return .none }
    above /= below
    below = 10
    while scale > 0, above % below == 0 {
      above /= below
      scale -= 1
    }
    return Int64(exactly: above).map { .value(Decimal($0, scale: scale)) } ?? .none
  }

  private static let magnitudes: [(word: String, factor: Int64)] = [
    ("万亿", 1_000_000_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000), ("千", 1_000),
  ]
  private static let times: [(word: String, meaning: String)] = [
    ("/日", "日"), ("/天", "日"), ("/d", "日"), ("/年", "年"), ("/a", "年"), ("/月", "月"), ("/小时", "时"),
    ("/h", "时"),
  ]
  /// Units by what they measure, with how many of its smallest one each is; areas in thirds of a square metre.
  private static let units: [(names: Set<String>, dimension: String, factor: Int64)] = [
    (["%", "百分比"], "%", 10), (["‰"], "%", 1),
    (["平方米", "㎡", "m2", "m²"], "面积", 3), (["亩"], "面积", 2_000),
    (["公顷", "hm2", "hm²", "ha"], "面积", 30_000),
    (["平方公里", "平方千米", "km2", "km²"], "面积", 3_000_000),
    (["克", "g"], "质量", 1), (["斤"], "质量", 500), (["公斤", "千克", "kg"], "质量", 1_000),
    (["吨", "t"], "质量", 1_000_000), (["吨标准煤", "吨标煤", "tce"], "标准煤", 1),
    (["米", "m"], "长度", 1), (["里"], "长度", 500), (["公里", "千米", "km"], "长度", 1_000),
    (["升", "l"], "体积", 1), (["立方米", "方", "m3", "m³"], "体积", 1_000),
    (["千瓦", "kw"], "功率", 1), (["兆瓦", "mw"], "功率", 1_000), (["千瓦时", "度", "kwh"], "电量", 1),
    (["微克/立方米", "微克每立方米", "μg/m3", "μg/m³", "ug/m3", "ug/m³", "µg/m3", "µg/m³"], "浓度", 1),
    (["毫克/立方米", "毫克每立方米", "mg/m3", "mg/m³"], "浓度", 1_000),
    (["微克/升", "μg/l", "ug/l", "µg/l"], "水中浓度", 1), (["毫克/升", "mg/l"], "水中浓度", 1_000),
    (["元"], "金额", 1), (["人", "人次"], "人", 1), (["户"], "户", 1),
    (["个", "家", "座", "处", "项", "台", "套", "辆", "条", "次", "件", "起", "株", "头", "只"], "个", 1),
  ]
}
