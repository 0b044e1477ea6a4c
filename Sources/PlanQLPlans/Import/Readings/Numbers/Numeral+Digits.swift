import PlanQLData

extension Numeral {
  /// The number in digits or in numerals that begins at a place, with how many scalars it takes.
  static func number(in text: FoldedText, at start: Int) -> (number: Decimal?, length: Int) {
    if let first = text.scalar(start), FoldedText.isDigit(first) {
      return digits(in: text, at: start)
    }
    return decimal(in: text, at: start).map { ($0.value, $0.length) } ?? (nil, 0)
  }

  /// The number that begins at a place, with how many scalars it takes; a blank after its point is
  /// one that the text should not have, where other words stand before the number: `投资8. 4亿元`.
  static func digits(in text: FoldedText, at start: Int) -> (number: Decimal?, length: Int) {
    var end = start
    var digits = ""
    while let scalar = text.scalar(end) {
      let next = text.scalar(end + 1)
      if FoldedText.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if ".,".unicodeScalars.contains(scalar), end > start,
        next.map(FoldedText.isDigit) ?? false
      {
        digits.unicodeScalars.append(scalar)
      } else if scalar == " ", isGroup(text, after: end, digits) {
        end += 1
        continue
      } else if scalar == ".", end > start, next == " ", !digits.contains("."), start > 0,
        text.scalar(end + 2).map(FoldedText.isDigit) ?? false,
        text.part(0..<start).trimmed().matching.last.map(FoldedText.isIdeograph) ?? false
      {
        digits.unicodeScalars.append(scalar)
        end += 1
      } else {
        break
      }
      end += 1
    }
    let number = WrittenNumber(FoldedText(digits)).flatMap { ColumnStyle.point.value($0) }
    return (number, end - start)
  }

  /// Whether three digits after a blank go on with a number: 7 362.1.
  private static func isGroup(_ text: FoldedText, after blank: Int, _ digits: String) -> Bool {
    let isWhole = digits.allSatisfy(\.isNumber) && !digits.hasPrefix("0")
    // Before the first blank stand one to three digits, and three before each other.
    let run = text.part(0..<blank).matching.reversed().prefix(while: FoldedText.isDigit).count
    let isHead = run == digits.count ? (1...3).contains(run) : run == 3
    let next = text.dropFirst(blank + 1).matching.prefix(while: FoldedText.isDigit).count
    return isWhole && isHead && next == 3
  }
}
