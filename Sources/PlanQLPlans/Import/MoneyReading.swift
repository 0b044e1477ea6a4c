import PlanQLData

/// What a cell of a document says.
enum Reading<Content> {
  /// The cell says this.
  case stated(Content)
  /// The cell says that there is none: `无`, `-`, `/`.
  case none
  /// The cell is blank.
  case blank
  /// The cell says something that cannot be read.
  case unreadable
}

extension Reading: Equatable where Content: Equatable {}

/// The marks that say that there is none.
func isNoneMark(_ text: FoldedText) -> Bool {
  ["-", "--", "---", "/", "无", "無", "n/a", "na", "none", "null"].contains(text.compact)
}

/// A unit that amounts are written in.
struct MoneyUnit: Sendable, Hashable {
  /// The unit as `plan.yaml` writes it.
  let name: String
  /// The power of ten of the currency's unit.
  let power: Int

  static let yuan = MoneyUnit(name: "元", power: 0)

  /// Longest first, so that 万元 is not read as 元.
  static let all: [MoneyUnit] = [
    MoneyUnit(name: "百万元", power: 6), MoneyUnit(name: "万元", power: 4),
    MoneyUnit(name: "亿元", power: 8), MoneyUnit(name: "千元", power: 3), yuan,
  ]

  /// The unit that a text ends in, and the number of scalars that it takes.
  static func suffix(of text: FoldedText) -> (unit: MoneyUnit, length: Int)? {
    for unit in all where text.hasSuffix(unit.name) {
      return (unit, unit.name.unicodeScalars.count)
    }
    if text.hasSuffix("万") { return (all[1], 1) }
    if text.hasSuffix("亿") { return (all[2], 1) }
    return nil
  }

  /// The unit that a heading or a note names in brackets or after `单位:`.
  static func named(in text: FoldedText) -> MoneyUnit? {
    let compact = text.compact
    return all.first { compact.contains($0.name) }
  }
}

/// An amount as a document states it.
struct Amount: Sendable, Hashable {
  let value: Decimal
  let unit: MoneyUnit
  /// Whether the cell named the unit itself.
  let hasOwnUnit: Bool
  /// Whether the cell says that the amount is a rough one: 约, 左右.
  let isRough: Bool

  /// The amount in another unit; nil where 64 bits are not enough.
  func value(in other: MoneyUnit) -> Decimal? {
    let shift = unit.power - other.power
    if shift <= 0 {
      return value.scale - shift <= 17
        ? Decimal(value.significand, scale: value.scale - shift) : nil
    }
    if shift <= value.scale { return Decimal(value.significand, scale: value.scale - shift) }
    return value.scaled(by: shift).map { Decimal($0, scale: 0) }
  }
}

extension Amount {
  /// Reads `8000`, `1,145,100`, `1.000.000,00`, `23,86,687.07`, `3.5亿元`, `约225.9亿元`, `¥120`.
  static func read(_ cell: FoldedText, unit: MoneyUnit?) -> Reading<Amount> {
    let text = cell.trimmed()
    if text.isEmpty { return .blank }
    if isNoneMark(text) { return .none }
    guard var figure = stripped(text) else { return .unreadable }
    var ownUnit: MoneyUnit?
    if let (found, length) = MoneyUnit.suffix(of: figure.text) {
      ownUnit = found
      figure.text = figure.text.dropLast(length).trimmed()
    }
    guard let unit = ownUnit ?? unit, let value = number(figure.text) else { return .unreadable }
    return .stated(
      Amount(value: value, unit: unit, hasOwnUnit: ownUnit != nil, isRough: figure.isRough))
  }

  /// Says whether a cell can be nothing but an amount, its unit known or not.
  static func isAmount(_ cell: FoldedText) -> Bool {
    if case .stated = read(cell, unit: .yuan) { return true }
    return false
  }

  /// Takes signs of currency and words of roughness off both ends; nil for another currency.
  private static func stripped(_ text: FoldedText) -> (text: FoldedText, isRough: Bool)? {
    var text = text
    var isRough = false
    for prefix in ["约", "大约", "近"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.unicodeScalars.count).trimmed()
      isRough = true
    }
    for suffix in ["左右", "余"] where text.hasSuffix(suffix) {
      text = text.dropLast(suffix.unicodeScalars.count).trimmed()
      isRough = true
    }
    if text.hasPrefix("人民币") { text = text.dropFirst(3).trimmed() }
    if text.hasPrefix("¥") { text = text.dropFirst(1).trimmed() }
    return text.isEmpty || text.hasSuffix("美元") ? nil : (text, isRough)
  }

  /// Reads a number with any of the groupings that are certain.
  static func number(_ text: FoldedText) -> Decimal? {
    var digits = text.folded
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("+")
    let sign = isNegative ? String(digits.removeFirst()) : ""
    guard let first = digits.unicodeScalars.first, FoldedText.isDigit(first) else { return nil }
    let dots = digits.split(separator: ".", omittingEmptySubsequences: false)
    let commas = digits.split(separator: ",", omittingEmptySubsequences: false)
    if commas.count == 1, dots.count <= 2 { return Decimal(sign + digits) }
    if dots.count <= 2, isGrouped(dots[0].split(separator: ",", omittingEmptySubsequences: false)) {
      let whole = dots[0].filter { $0 != "," }
      return Decimal(sign + whole + (dots.count == 2 ? "." + dots[1] : ""))
    }
    guard commas.count <= 2 else { return nil }
    let groups = commas[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > 2 || (groups.count == 2 && commas.count == 2), isInThrees(groups) else {
      return nil
    }
    return Decimal(sign + groups.joined() + (commas.count == 2 ? "." + commas[1] : ""))
  }

  /// Groups of three digits, or of two with three at the end as in `23,86,687`.
  private static func isGrouped(_ groups: [Substring]) -> Bool {
    guard groups.count > 1, let first = groups.first, let last = groups.last else { return false }
    let middle = groups.dropFirst().dropLast()
    let isIndian = (1...2).contains(first.count) && middle.allSatisfy { $0.count == 2 }
    return isInThrees(groups) || (isIndian && !middle.isEmpty && last.count == 3)
  }

  private static func isInThrees(_ groups: [Substring]) -> Bool {
    guard let first = groups.first else { return false }
    return (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
