import PlanQLData

/// How numbers are written: with which sign before the decimals, the other one parting thousands.
package enum NumberStyle: String, Sendable, Hashable, CaseIterable {
  /// `1,145,100.5`, and `23,86,687.07` as in India.
  case point = "1,234.5"
  /// `1.145.100,5`.
  case comma = "1.234,5"

  /// The style of a sample: `1.234,5`, or the name of its decimal sign.
  package init?(sample: String) {
    switch sample {
    case "point", "点", "1,234.5", "1,234.56", "1234.5": self = .point
    case "comma", "逗号", "1.234,5", "1.234,56", "1234,5": self = .comma
    case _: return nil
    }
  }
}

/// A number as it is written, with what it may be in each style.
struct WrittenNumber: Sendable, Hashable {
  /// The value with a decimal point; nil where the text is no such number.
  let point: Decimal?
  /// The value with a decimal comma.
  let comma: Decimal?

  /// Reads digits with signs between them; nil where they are a number in no style.
  init?(_ text: FoldedText) {
    var digits = text.folded
    var sign = ""
    if let first = digits.first, first == "-" || first == "+" {
      digits.removeFirst()
      sign = first == "-" ? "-" : ""
    }
    guard let first = digits.unicodeScalars.first, FoldedText.isDigit(first),
      let last = digits.unicodeScalars.last, FoldedText.isDigit(last),
      digits.unicodeScalars.allSatisfy({
        FoldedText.isDigit($0) || ".,' ’".unicodeScalars.contains($0)
      })
    else { return nil }
    self.point = WrittenNumber.value(sign, digits, decimal: ".", groups: ",")
    self.comma = WrittenNumber.value(sign, digits, decimal: ",", groups: ".")
    if point == nil, comma == nil { return nil }
  }

  /// Whether the two styles give different numbers, so that the text alone does not tell.
  var isAmbiguous: Bool {
    guard let point, let comma else { return false }
    return !point.isEqual(to: comma)
  }

  /// The style that alone gives a number.
  var onlyStyle: NumberStyle? { comma == nil ? .point : point == nil ? .comma : nil }

  /// The number in a style.
  func value(_ style: NumberStyle) -> Decimal? { style == .point ? point : comma }

  private static func value(
    _ sign: String, _ digits: String, decimal: Character, groups: Character
  ) -> Decimal? {
    let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    if parts.count == 2, !parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) { return nil }
    let separators: [Character] = [groups, " ", "'", "’"]
    let used = separators.filter(whole.contains)
    guard used.count <= 1 else { return nil }
    if let separator = used.first {
      guard
        isGrouped(
          whole.split(separator: separator, omittingEmptySubsequences: false),
          mayBeIndian: separator == ",")
      else { return nil }
    }
    let plain = whole.filter { $0.isASCII && $0.isNumber }
    return Decimal(sign + plain + (parts.count == 2 ? "." + parts[1] : ""))
  }

  /// Groups of three digits, or of two with three at the end as in `23,86,687`.
  private static func isGrouped(_ groups: [Substring], mayBeIndian: Bool) -> Bool {
    guard groups.count > 1, let first = groups.first, let last = groups.last, first != "0",
      !first.hasPrefix("0") || groups.count == 1
    else { return false }
    let middle = groups.dropFirst().dropLast()
    let isInThrees =
      (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    let isIndian =
      (1...2).contains(first.count) && !middle.isEmpty && middle.allSatisfy { $0.count == 2 }
      && last.count == 3
    return isInThrees || (mayBeIndian && isIndian)
  }
}

/// How the numbers of a column are to be read.
struct ColumnStyle: Sendable, Hashable {
  /// The style of numbers that their own writing does not tell; nil where the column mixes styles,
  /// so that nothing tells.
  let fallback: NumberStyle?
  /// Whether cells of both styles stand in the column.
  let isMixed: Bool
  /// A cell that could be another number, where nothing in the column tells the style.
  let undecided: FoldedText?
  /// Whether the style was asked for, so that cells in the other one are none.
  let isGiven: Bool

  static let point = ColumnStyle(fallback: .point, isMixed: false, undecided: nil, isGiven: false)

  private init(fallback: NumberStyle?, isMixed: Bool, undecided: FoldedText?, isGiven: Bool) {
    self.fallback = fallback
    self.isMixed = isMixed
    self.undecided = undecided
    self.isGiven = isGiven
  }

  /// The style that was asked for.
  init(given: NumberStyle) {
    self.init(fallback: given, isMixed: false, undecided: nil, isGiven: true)
  }

  /// Judges the style of a column by its cells, and by the style of the columns beside it where
  /// they tell nothing.
  init(of cells: some Sequence<FoldedText>, beside neighbours: NumberStyle? = nil) {
    var counts: [NumberStyle: Int] = [:]
    var undecided: FoldedText?
    for cell in cells {
      guard let figure = Amount.figure(of: cell), let number = WrittenNumber(figure) else {
        continue
      }
      if number.isAmbiguous {
        // 1,145 has commas between thousands in all that Chinese offices write; 1.145 may be both.
        if figure.contains(".") { undecided = undecided ?? cell }
      } else if let style = number.onlyStyle, figure.contains(".") || figure.contains(",") {
        counts[style, default: 0] += 1
      }
    }
    let isMixed = counts.count > 1
    let own = isMixed ? nil : counts.keys.first
    self.init(
      fallback: isMixed ? nil : own ?? neighbours ?? .point, isMixed: isMixed,
      undecided: own == nil && neighbours == nil && !isMixed ? undecided : nil, isGiven: false)
  }

  /// The style that the column's own cells tell; nil where they tell none.
  static func told(by cells: some Sequence<FoldedText>) -> NumberStyle? {
    let styles = cells.compactMap { cell -> NumberStyle? in
      guard let figure = Amount.figure(of: cell), figure.contains(".") || figure.contains(",")
      else { return nil }
      return WrittenNumber(figure)?.onlyStyle
    }
    let distinct = Set(styles)
    return distinct.count == 1 ? distinct.first : nil
  }

  /// The number that a cell of the column is; nil where it is none, or could be another one.
  func value(_ number: WrittenNumber) -> Decimal? {
    if isGiven, let fallback { return number.value(fallback) }
    if !number.isAmbiguous { return number.point ?? number.comma }
    return fallback.flatMap { number.value($0) }
  }
}
