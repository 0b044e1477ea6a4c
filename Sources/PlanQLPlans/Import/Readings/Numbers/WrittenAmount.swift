import PlanQLData

/// An amount of money with its unit amid a text, which magnitudes may part: `8.4亿元`,
/// `2億4,080萬元`, `97億1,291萬9千元`, `3.8万亿元`, `1500元`.
struct WrittenAmount: Sendable, Hashable {
  let value: Decimal
  let unit: MoneyUnit
  /// The code of the currency where 元 has one before it: 万美元.
  let currency: String?
  /// Whether the text says that there is more or less of it: 30余万元.
  let isRough: Bool
  /// How many scalars it takes.
  let length: Int

  /// Reads a text that is an amount in the currency of the plan and nothing else, but for words of
  /// roughness.
  init?(whole text: FoldedText) {
    guard let last = text.scalar(text.count - 1), "元整右币".unicodeScalars.contains(last) else {
      return nil
    }
    var rest = text.hasSuffix("人民币") ? text.dropLast(3).trimmed() : text
    var isRough = false
    for word in ["约", "大约", "近", "逾", "人民币", "¥"] where rest.hasPrefix(word) {
      isRough = isRough || !["人民币", "¥"].contains(word)
      rest = rest.dropFirst(word.unicodeScalars.count).trimmed()
    }
    for word in ["左右", "整"] where rest.hasSuffix(word) {
      isRough = isRough || word == "左右"
      rest = rest.dropLast(word.unicodeScalars.count).trimmed()
    }
    guard let amount = WrittenAmount(in: rest, at: 0), amount.length == rest.count,
      amount.currency == nil
    else { return nil }
    self.value = amount.value
    self.unit = amount.unit
    self.currency = amount.currency
    self.isRough = isRough || amount.isRough
    self.length = text.count
  }

  /// Reads the amount that begins with the digit at a place; nil where no unit of money follows.
  init?(in text: FoldedText, at start: Int) {
    var place = start
    var parts: [(number: Decimal, power: Int)] = []
    var isRough = false
    var currency: String?
    // 二元 and 一元化 are words.
    var isShort = true
    while true {
      let (written, length) = Numeral.number(in: text, at: place)
      guard length > 0, let number = written else { return nil }
      isShort = isShort && length == 1 && !FoldedText.isDigit(text.scalar(place) ?? "0")
      place += length
      place += text.scalar(place) == " " ? 1 : 0
      isRough = WrittenAmount.skipRough(text, &place) || isRough
      let magnitude = WrittenAmount.magnitude(in: text, at: place)
      place += magnitude.length
      isRough = WrittenAmount.skipRough(text, &place) || isRough
      guard parts.last.map({ $0.power > magnitude.power }) ?? true else { return nil }
      parts.append((number, magnitude.power))
      if let sign = text.scalar(place), let code = MoneyName.foreign[sign],
        text.scalar(place + 1) == "元"
      {
        currency = code
        place += 1
      }
      isShort = isShort && magnitude.power == 0 && currency == nil
      if text.scalar(place) == "元" { break }
      place += text.scalar(place) == " " ? 1 : 0
      if magnitude.power == 0 { return nil }
    }
    guard !isShort, let last = parts.last, let sum = WrittenAmount.sum(parts, in: last.power),
      let unit = MoneyUnit.known(upTo: last.power),
      let value = Amount(
        value: sum, unit: MoneyUnit(name: "", power: last.power), isRough: false
      ).value(in: unit)
    else { return nil }
    self.value = value
    self.unit = unit
    self.currency = currency
    self.isRough = isRough
    self.length = place + 1 - start
  }

  /// The amount as cells give it.
  var amount: Amount { Amount(value: value, unit: unit, isRough: isRough) }

  /// 余, 多 and 几 say that the number is a rough one.
  private static func skipRough(_ text: FoldedText, _ place: inout Int) -> Bool {
    guard let scalar = text.scalar(place), "余多".unicodeScalars.contains(scalar) else {
      return false
    }
    place += 1
    return true
  }

  /// The zeros that 万, 亿, 千万 or 万亿 stand for.
  private static func magnitude(in text: FoldedText, at start: Int) -> (power: Int, length: Int) {
    var power = 0
    var place = start
    while let scalar = text.scalar(place), let zeros = zeros[scalar] {
      power += zeros
      place += 1
    }
    return (power, place - start)
  }

  private static let zeros: [Unicode.Scalar: Int] = [
    "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12,
  ]

  private static func sum(_ parts: [(number: Decimal, power: Int)], in power: Int) -> Decimal? {
    var values: [Decimal] = []
    for part in parts {
      let whole = Amount(
        value: part.number, unit: MoneyUnit(name: "", power: part.power),
        isRough: false)
      guard let value = whole.value(in: MoneyUnit(name: "", power: power)) else { return nil }
      values.append(value)
    }
    return ExactSum.of(values)
  }
}

extension MoneyUnit {
  /// The greatest unit of plans that a number in so many zeros can be written in exactly.
  static func known(upTo power: Int) -> MoneyUnit? {
    all.filter { $0.power == power }.first
      ?? all.filter { $0.power <= power && $0.name != "百万元" }.max { $0.power < $1.power }
  }
}
