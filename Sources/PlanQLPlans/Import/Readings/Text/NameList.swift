/// Names that a text lists: `甲、乙和丙`.
enum NameList {
  /// The names between the signs of a list that stand in no bracket; where they are fewer than so
  /// many, the last is parted at the words that join two names.
  static func names(in text: FoldedText, count: Int, at signs: String = "、") -> [FoldedText] {
    var names = SentenceClause.all(in: text, at: signs).map(\.text)
    while names.count < count, let last = names.last, let (left, right) = parted(last) {
      names.removeLast()
      names += [left, right]
    }
    return names
  }

  /// The two sides of the first word that joins names, each of two characters at least.
  private static func parted(_ text: FoldedText) -> (FoldedText, FoldedText)? {
    for word in ["以及", "和", "及", "与"] {
      var start = 2
      while let places = text.dropFirst(start).firstPlaces(of: word) {
        let end = start + places.upperBound
        start += places.lowerBound
        if text.count - end >= 2 { return (text.part(0..<start), text.dropFirst(end)) }
        start = end
      }
    }
    return nil
  }

  /// The names that 和, 与 or 及 joins, each of two characters at least.
  static func conjoined(_ text: FoldedText) -> [FoldedText] {
    var names: [FoldedText] = []
    var rest = text
    while let place = rest.scalars.indices.first(where: { place in
      place >= 2 && rest.count - place > 2
        && "和与及".unicodeScalars.contains(rest.scalar(place) ?? " ")
    }) {
      names.append(rest.part(0..<place).trimmed())
      rest = rest.dropFirst(place + 1).trimmed { $0 == "及" }
    }
    return names + [rest.trimmed()]
  }
}
