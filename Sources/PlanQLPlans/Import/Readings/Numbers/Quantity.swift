import PlanQLData

/// A number with the unit behind it, as it stands amid a text: `15.8%`, `54微克/立方米`, `120万元`.
struct Quantity: Sendable, Hashable {
  let value: Decimal
  /// The unit, in simplified characters; nil where no known one follows.
  let unit: String?
  /// The places of the number and its unit in the text.
  let places: Range<Int>

  init(value: Decimal, unit: String?, places: Range<Int>) {
    self.value = value
    self.unit = unit
    self.places = places
  }

  /// Reads the number that begins at a place; nil where none does, or it is part of a name, an
  /// ordinal or a code.
  init?(in text: FoldedText, at start: Int) {
    guard !Quantity.isPart(text, at: start), let figure = WrittenFigure(in: text, at: start) else {
      return nil
    }
    self.init(value: figure.value, unit: figure.unit.name, places: figure.places)
  }

  /// The quantities of a text in their order, without the numbers of its times.
  static func all(in text: FoldedText) -> [Quantity] {
    let scalars = text.scalars
    guard scalars.contains(where: { FoldedText.isDigit($0) || signs.contains($0) }) else {
      return []
    }
    let times = ProsePeriod.all(in: text, year: 2000).map(\.places)
    var found: [Quantity] = []
    var place = 0
    while place < scalars.count {
      if let time = times.first(where: { $0.contains(place) }) {
        place = time.upperBound
      } else if let quantity = Quantity(in: text, at: place) {
        found.append(quantity)
        place = quantity.places.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// Signs without which a text has no figure in numerals: 元, 个, 百分之, 成.
  private static let signs = Array("元个项百成".unicodeScalars)

  /// Whether a digit stands amid a number or a name, or counts a place: PM2.5, 第95, GB3095-2012.
  private static func isPart(_ text: FoldedText, at start: Int) -> Bool {
    guard let before = text.scalar(start - 1) else { return false }
    if FoldedText.isDigit(before) || "第.".unicodeScalars.contains(before) { return true }
    // 三 amid 一百三十.
    if Numeral.begins(in: text, at: start), Numeral.begins(in: text, at: start - 1) { return true }
    if before.isASCII, before.properties.isAlphabetic { return true }
    if ",-/:".unicodeScalars.contains(before), let earlier = text.scalar(start - 2) {
      let isLetter = earlier.isASCII && earlier.properties.isAlphabetic
      if isLetter && before == "-" || FoldedText.isDigit(earlier) && before != "," { return true }
    }
    if before == " ", let earlier = text.scalar(start - 2) {
      let isLetter = earlier.isASCII && earlier.properties.isAlphabetic
      return isLetter || earlier == "第"
    }
    return false
  }
}
