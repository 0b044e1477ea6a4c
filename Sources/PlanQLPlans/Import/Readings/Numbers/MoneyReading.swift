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

extension Reading: Sendable where Content: Sendable {}
extension Reading: Equatable where Content: Equatable {}

/// The marks that say that there is none.
func isNoneMark(_ text: FoldedText) -> Bool {
  switch text.firstVisible {
  case "/", "\\", "无", "暂", "n", "N", "-": break
  case _: return false
  }
  let compact = text.compact
  return ["/", "\\", "无", "暂无", "n/a", "na", "none", "null", "nil"].contains(compact)
    || (!compact.isEmpty && compact.allSatisfy { $0 == "-" })
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
    guard let last = text.scalar(text.count - 1), "元万亿".unicodeScalars.contains(last) else {
      return nil
    }
    for unit in all where text.hasSuffix(unit.name) {
      return (unit, unit.name.unicodeScalars.count)
    }
    if text.hasSuffix("万") { return (all[1], 1) }
    if text.hasSuffix("亿") { return (all[2], 1) }
    return nil
  }
}

/// An amount as a document states it.
struct Amount: Sendable, Hashable {
  let value: Decimal
  let unit: MoneyUnit
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
  static func read(
    _ cell: FoldedText, unit: MoneyUnit?, style: ColumnStyle = .point
  ) -> Reading<Amount> {
    let text = cell.unbroken.trimmed()
    if text.isEmpty { return .blank }
    if isNoneMark(text) { return .none }
    if hasFiguresOnSeveralLines(cell) { return .unreadable }
    guard let figure = parted(text), let number = WrittenNumber(figure.digits),
      let value = style.value(number), let unit = figure.unit ?? unit
    else { return written(text).map { .stated($0.amount) } ?? .unreadable }
    return .stated(
      Amount(
        value: value, unit: unit, isRough: figure.isRough))
  }

  /// The amount that a text begins with, before a bracket or a comma with more words: `9000(含土建5000万元)`,
  /// `1.2亿元,其中2023年3000万元`; nil where what follows is nothing but a unit, or goes on with figures.
  static func lead(of cell: FoldedText) -> FoldedText? {
    let text = cell.unbroken.trimmed()
    guard !hasFiguresOnSeveralLines(cell),
      let cut = text.scalars.firstIndex(where: { "(,;".unicodeScalars.contains($0) }),
      cut > 0
    else { return nil }
    var end = cut
    // The commas between thousands are part of the number.
    while text.scalar(end) == ",", let next = text.scalar(end + 1), FoldedText.isDigit(next) {
      guard
        let after = text.scalars[(end + 1)...].firstIndex(where: {
          "(,;".unicodeScalars.contains($0)
        })
      else { return nil }
      end = after
    }
    let (lead, rest) = (text.part(0..<end).trimmed(), text.dropFirst(end))
    let saysMore = rest.scalars.contains {
      FoldedText.isIdeograph($0) || $0.properties.isAlphabetic
    }
    return saysMore && isAmount(lead) && (rest.scalar(0) != "(" || !saysUnit(rest)) ? lead : nil
  }

  /// Whether a bracket says in which unit the amount before it is: `(千万元)`, `(亿)元`, `(美元)`.
  private static func saysUnit(_ bracket: FoldedText) -> Bool {
    guard let close = bracket.scalars.firstIndex(of: ")") else { return false }
    let inner = bracket.part(1..<close).trimmed()
    guard inner.count <= 6, !inner.scalars.contains(where: FoldedText.isDigit) else { return false }
    return MoneyName(in: inner) != nil
      || inner.scalars.allSatisfy { "十百千万亿".unicodeScalars.contains($0) }
  }

  /// Whether a bracket holds a unit of money alone: `(万元)`.
  private static func isUnit(_ bracket: FoldedText) -> Bool {
    let inner = bracket.trimmed { "() ".unicodeScalars.contains($0) }
    return MoneyUnit.all.contains { $0.name == inner.compact }
  }

  /// Whether a line break stands between two figures, so that they are no one number.
  static func hasFiguresOnSeveralLines(_ cell: FoldedText) -> Bool {
    let lines = cell.cellLines
    return lines.count > 1
      && lines.count { $0.scalars.contains(where: FoldedText.isDigit) } > 1
  }

  /// Says whether a cell can be nothing but an amount, its unit and style known or not.
  static func isAmount(_ cell: FoldedText) -> Bool {
    figure(of: cell).flatMap { WrittenNumber($0) } != nil
      || written(cell.unbroken.trimmed()) != nil
  }

  /// An amount that magnitudes part, with 元 behind it or without: `8千万`.
  private static func written(_ text: FoldedText) -> WrittenAmount? {
    let lacksYuan = text.hasSuffix("万") || text.hasSuffix("亿")
    return WrittenAmount(whole: lacksYuan ? FoldedText(text.string + "元") : text)
  }

  /// The digits of an amount with the signs between them; nil where other words stand beside them.
  static func figure(of cell: FoldedText) -> FoldedText? {
    let text = cell.unbroken.trimmed()
    return isNoneMark(text) || hasFiguresOnSeveralLines(cell) ? nil : parted(text)?.digits
  }

  /// `1200(万元)` as `1200万元`.
  private static func withUnitOutOfBrackets(_ text: FoldedText) -> FoldedText {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "("), open > 0,
      isUnit(text.dropFirst(open))
    else { return text }
    return text.part(0..<open).trimmed().joined(
      text.part((open + 1)..<(text.count - 1)).trimmed())
  }

  /// Parts an amount from its unit, from signs of currency and from words of roughness; nil for
  /// another currency.
  private static func parted(
    _ text: FoldedText
  ) -> (digits: FoldedText, unit: MoneyUnit?, isRough: Bool)? {
    // Most cells begin and end with a digit, and have nothing around it.
    if let first = text.scalar(0), FoldedText.isDigit(first),
      let last = text.scalar(text.count - 1), FoldedText.isDigit(last)
    {
      return (text, nil, false)
    }
    var text = withUnitOutOfBrackets(text)
    var isRough = false
    for prefix in ["约", "大约", "近"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.unicodeScalars.count).trimmed()
      isRough = true
    }
    for suffix in ["左右", "余"] where text.hasSuffix(suffix) {
      text = text.dropLast(suffix.unicodeScalars.count).trimmed()
      isRough = true
    }
    for prefix in ["人民币", "¥", "CNY", "RMB"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.unicodeScalars.count).trimmed()
    }
    var unit: MoneyUnit?
    if let (found, length) = MoneyUnit.suffix(of: text) {
      unit = found
      text = text.dropLast(length).trimmed()
      if text.hasSuffix("余") {
        text = text.dropLast(1).trimmed()
        isRough = true
      }
    }
    return text.isEmpty ? nil : (text, unit, isRough)
  }
}
