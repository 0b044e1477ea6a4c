/// Signs of currency around a number, which say nothing of its value.
enum CurrencySign {
  /// The signs, and the code of the currency where a sign stands for one alone.
  private static let signs: [(sign: String, code: String?)] = [
    ("us$", "USD"), ("nt$", "TWD"), ("hk$", "HKD"), ("r$", "BRL"), ("a$", "AUD"), ("c$", "CAD"),
    ("$", nil), ("€", "EUR"), ("£", "GBP"), ("¥", nil), ("₹", "INR"), ("rs.", nil), ("zł", "PLN"),
    ("kč", "CZK"), ("kr", nil), ("ft", "HUF"),
  ]

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
    let small = text.folded.lowercased()
    for (sign, _) in signs {
      let length = sign.unicodeScalars.count
      let rest =
        small.hasPrefix(sign)
        ? text.dropFirst(length) : small.hasSuffix(sign) ? text.dropLast(length) : nil
      if let rest, WrittenNumber(rest.trimmed()) != nil { return (rest.trimmed(), sign) }
    }
    return nil
  }
}
