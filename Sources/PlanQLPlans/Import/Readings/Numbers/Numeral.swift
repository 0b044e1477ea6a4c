import PlanQLData

/// Numbers in the numerals of Chinese: `十二`, `一百八十三点二`, `两千零五`, `二〇二三`, `壹仟贰佰`.
enum Numeral {
  /// The whole number that a text begins with, in digits or in numerals, and its length.
  static func integer(_ text: FoldedText) -> (value: Int, length: Int)? {
    let digits = text.matching.prefix(while: FoldedText.isDigit)
    if !digits.isEmpty {
      return Int(String(String.UnicodeScalarView(digits))).map { ($0, digits.count) }
    }
    return whole(text, at: 0).map { (Int($0.value), $0.length) }
  }

  /// The number in numerals that begins at a place, with its decimals; 万 and what is above it are
  /// magnitudes that follow it.
  static func decimal(in text: FoldedText, at start: Int) -> (value: Decimal, length: Int)? {
    guard let (value, length) = whole(text, at: start) else { return nil }
    guard text.scalar(start + length) == "点" else { return (Decimal(value, scale: 0), length) }
    var decimals: [Int64] = []
    while decimals.count < 6, let scalar = text.scalar(start + length + 1 + decimals.count),
      let digit = digits[scalar]
    {
      decimals.append(digit)
    }
    guard !decimals.isEmpty else { return (Decimal(value, scale: 0), length) }
    let significand = decimals.reduce(value) { $0 * 10 + $1 }
    return (Decimal(significand, scale: decimals.count), length + 1 + decimals.count)
  }

  /// Whether a numeral begins at a place.
  static func begins(in text: FoldedText, at place: Int) -> Bool {
    text.scalar(place).map { digits[$0] != nil || places[$0] != nil } ?? false
  }

  /// The whole number below ten thousand that begins at a place.
  private static func whole(
    _ text: FoldedText, at start: Int
  ) -> (value: Int64, length: Int)? {
    let run = text.dropFirst(start).matching.prefix { digits[$0] != nil || places[$0] != nil }
    let value = run.contains { places[$0] != nil } ? placed(run) : listed(run)
    return value.map { ($0, run.count) }
  }

  /// Digits side by side, as 二〇二三, or one alone.
  private static func listed(_ run: ArraySlice<Unicode.Scalar>) -> Int64? {
    guard (1...4).contains(run.count) else { return nil }
    return run.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
  }

  /// Digits each with its place, as 一千零五十; nil for 两百五, which leaves out a place.
  private static func placed(_ run: ArraySlice<Unicode.Scalar>) -> Int64? {
    var sum: Int64 = 0
    var digit: Int64?
    var isAfterZero = false
    var last: Int64 = 10_000
    for scalar in run {
      if let value = digits[scalar] {
        guard digit == nil else { return nil }
        if value == 0 { isAfterZero = true } else { digit = value }
      } else if let place = places[scalar] {
        guard place < last, digit != nil || place == 10 && (sum == 0 || isAfterZero) else {
          return nil
        }
        sum += (digit ?? 1) * place
        (last, digit, isAfterZero) = (place, nil, false)
      }
    }
    if digit != nil, last > 10, !isAfterZero { return nil }
    return sum + (digit ?? 0)
  }

  private static let digits: [Unicode.Scalar: Int64] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]
  private static let places: [Unicode.Scalar: Int64] = [
    "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000,
  ]
}
