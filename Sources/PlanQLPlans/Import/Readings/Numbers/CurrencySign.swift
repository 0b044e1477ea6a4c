/// Signs of currency around a number, which say nothing of its value.
enum CurrencySign {
  /// The signs, and the code of the currency where a sign stands for one alone.
  private static let signs: [(sign: String, code: String?)] = [
    ("us$", "USD"), ("nt$", "TWD"), ("hk$", "HKD"), ("r$", "BRL"), ("a$", "AUD"), ("c$", "CAD"),
    ("nz$", "NZD"), ("mex$", "MXN"), ("s$", "SGD"),
    ("$", nil), ("€", "EUR"), ("£", "GBP"), ("¥", nil), ("₹", "INR"), ("rs.", "INR"), ("rs", "INR"),
    ("zł", "PLN"),
    ("kč", "CZK"), ("kr", nil), ("ft", "HUF"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"),
    ("chf", "CHF"), ("inr", "INR"),
  ]

  /// The signs of one currency that are no mere letters, which headings have too, the longest first.
  static let ofOne: [(name: String, code: String)] = signs.compactMap { sign, code in
    code.flatMap { sign.allSatisfy(\.isLetter) ? nil : (sign, $0) }
  }.sorted { $0.name.count > $1.name.count }

  /// What an amount with a sign of currency has behind its number, and the power of ten that it means,
  /// the longest first.
  private static let magnitudes: [(word: String, power: Int)] = [
    ("million", 6), ("thousand", 3), ("mio.", 6), ("mio", 6), ("mn", 6), ("m", 6), ("k", 3),
  ]

  /// An amount with the sign of its currency and perhaps a magnitude: `$1.7 million`, `£350k`; nil where
  /// a text has no sign, or something else beside it.
  static func amount(in cell: FoldedText) -> (number: WrittenNumber, power: Int, sign: String)? {
    let text = cell.unbroken.trimmed()
    let small = FoldedText(text.folded.lowercased())
    let magnitude = magnitudes.first { small.hasSuffix($0.word) }
    let plain = text.dropLast(magnitude?.word.unicodeScalars.count ?? 0).trimmed()
    guard let parts = parts(of: plain), let sign = parts.sign,
      let number = WrittenNumber(parts.figure)
    else { return nil }
    return (number, magnitude?.power ?? 0, sign)
  }

  /// Whether amounts in a currency may have a sign: `$` those in any dollars.
  static func isSign(_ sign: String, of currency: String?) -> Bool {
    switch sign {
    case "$": ["USD", "TWD", "HKD", "CAD", "AUD", "BRL", "SGD", "NZD", "MXN"].contains(currency)
    case "¥": ["CNY", "JPY", nil].contains(currency)
    case _: code(of: sign) == currency
    }
  }

  /// The code of the currency that a sign stands for; nil where several have it.
  static func code(of sign: String) -> String? { signs.first { $0.sign == sign }?.code }

  /// The number of a cell without the sign of a currency before or behind it.
  static func number(in cell: FoldedText) -> WrittenNumber? {
    figure(of: cell).flatMap { WrittenNumber($0) }
  }

  /// What a cell says without the sign of a currency; nil where that is no number.
  static func figure(of cell: FoldedText) -> FoldedText? { parts(of: cell)?.figure }

  /// What a cell says without the sign of a currency, and that sign, if it has one; nil where that is no number.
  static func parts(of cell: FoldedText) -> (figure: FoldedText, sign: String?)? {
    let text = cell.unbroken.trimmed()
    if Amount.hasFiguresOnSeveralLines(cell) { return nil }
    if WrittenNumber(text) != nil { return (text, nil) }
    guard text.count <= 40 else { return nil }
    // `Rs. 500/-` says that no paise follow.
    if text.hasSuffix("/-"), let whole = parts(of: text.dropLast(2)),
      whole.sign == "rs." || whole.sign == "rs" || whole.sign == "₹"
    {
      return whole
    }
    let small = text.folded.lowercased()
    for (sign, _) in signs {
      let length = sign.unicodeScalars.count
      let rest =
        small.hasPrefix(sign)
        ? text.dropFirst(length)
        : small.hasSuffix(sign) && mayStandBehind(sign, in: text) ? text.dropLast(length) : nil
      if let rest, WrittenNumber(rest.trimmed()) != nil { return (rest.trimmed(), sign) }
    }
    return nil
  }

  /// Whether a sign may be one behind its number: letters right behind digits are those of a code, 5258RS.
  private static func mayStandBehind(_ sign: String, in text: FoldedText) -> Bool {
    guard ["rs", "rs.", "kr", "ft"].contains(sign) else { return true }
    let before = text.scalar(text.count - sign.unicodeScalars.count - 1)
    return before.map { !FoldedText.isDigit($0) } ?? false
  }
}
