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
    guard let last = text.scalar(text.count - 1), FoldedText.isDigit(last),
      var digits = text.asciiWithApostrophes
    else { return nil }
    var isNegative = false
    if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      digits.removeFirst()
      isNegative = first == UInt8(ascii: "-")
    }
    guard let first = digits.first, WrittenNumber.isDigit(first) else { return nil }
    guard digits.contains(where: { !WrittenNumber.isDigit($0) }) else {
      guard let value = WrittenNumber.decimal(isNegative, digits[...], []) else { return nil }
      self.point = value
      self.comma = value
      return
    }
    guard digits.allSatisfy({ WrittenNumber.isDigit($0) || WrittenNumber.signs.contains($0) })
    else { return nil }
    self.point = WrittenNumber.value(
      isNegative, digits, decimal: UInt8(ascii: "."), groups: UInt8(ascii: ","))
    self.comma = WrittenNumber.value(
      isNegative, digits, decimal: UInt8(ascii: ","), groups: UInt8(ascii: "."))
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

  private static let signs = Array(".,' `".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func value(
    _ isNegative: Bool, _ digits: [UInt8], decimal: UInt8, groups: UInt8
  ) -> Decimal? {
    let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    if parts.count == 2, !parts[1].allSatisfy(isDigit) { return nil }
    let separators = [groups, UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "`")]
    let used = separators.filter(whole.contains)
    guard used.count <= 1 else { return nil }
    if let separator = used.first {
      guard
        isGrouped(
          whole.split(separator: separator, omittingEmptySubsequences: false),
          mayBeIndian: separator == UInt8(ascii: ","))
      else { return nil }
    }
    return self.decimal(isNegative, whole, parts.count == 2 ? parts[1] : [])
  }

  /// The number that digits are, whatever signs stand between those before the decimals; nil where
  /// 64 bits are not enough.
  private static func decimal(
    _ isNegative: Bool, _ whole: ArraySlice<UInt8>, _ decimals: ArraySlice<UInt8>
  ) -> Decimal? {
    var value: Int64 = 0
    for digits in [whole, decimals] {
      for byte in digits where isDigit(byte) {
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isOver) = product.addingReportingOverflow(Int64(byte - 0x30))
        guard !isTooLarge, !isOver else { return nil }
        value = sum
      }
    }
    return Decimal(isNegative ? -value : value, scale: decimals.count)
  }

  /// Groups of three digits, or of two with three at the end as in `23,86,687`.
  private static func isGrouped(_ groups: [ArraySlice<UInt8>], mayBeIndian: Bool) -> Bool {
    guard groups.count > 1, let first = groups.first, let last = groups.last,
      first.first != UInt8(ascii: "0")
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

extension FoldedText {
  /// The folded text as ASCII, with a backquote for a curved apostrophe; nil where it holds others.
  fileprivate var asciiWithApostrophes: [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for scalar in scalars {
      if scalar == "\u{2019}" {
        bytes.append(UInt8(ascii: "`"))
      } else if scalar.isASCII, scalar != "`" {
        bytes.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return bytes
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

  /// Judges the style of a column by what its cells tell, and by the style of the columns beside it
  /// where they tell nothing. Between semicolons a comma may be that of decimals.
  init(
    of evidence: ColumnEvidence, beside neighbours: NumberStyle? = nil,
    amidSemicolons: Bool = false
  ) {
    let undecided = evidence.undecided ?? (amidSemicolons ? evidence.undecidedComma : nil)
    let isMixed = evidence.counts.count > 1
    let own = evidence.style
    self.init(
      fallback: isMixed ? nil : own ?? neighbours ?? .point, isMixed: isMixed,
      undecided: own == nil && neighbours == nil && !isMixed ? undecided : nil,
      isGiven: false)
  }

  /// The number that a cell of the column is; nil where it is none, or could be another one.
  func value(_ number: WrittenNumber) -> Decimal? {
    if isGiven, let fallback { return number.value(fallback) }
    if !number.isAmbiguous { return number.point ?? number.comma }
    return fallback.flatMap { number.value($0) }
  }
}
