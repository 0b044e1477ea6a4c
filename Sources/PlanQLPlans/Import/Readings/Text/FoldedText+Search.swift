extension FoldedText {
  /// The text without blanks at its ends.
  func trimmed() -> FoldedText { trimmed { $0 == " " } }

  /// The text without the scalars that `isCut` names at its ends.
  func trimmed(_ isCut: (Unicode.Scalar) -> Bool) -> FoldedText {
    guard let first = matching.firstIndex(where: { !isCut($0) }),
      let last = matching.lastIndex(where: { !isCut($0) })
    else { return part(0..<0) }
    return part((first - matching.startIndex)..<(last - matching.startIndex + 1))
  }

  /// The parts between scalars that `isSeparator` names, empty ones included.
  func split(_ isSeparator: (Unicode.Scalar) -> Bool) -> [FoldedText] {
    var parts: [FoldedText] = []
    var start = 0
    for (place, scalar) in matching.enumerated() where isSeparator(scalar) {
      parts.append(part(start..<place))
      start = place + 1
    }
    parts.append(part(start..<count))
    return parts
  }

  /// The runs between blanks, none of them empty.
  var words: [FoldedText] { split { $0 == " " }.filter { !$0.isEmpty } }

  /// Says whether the folded text begins with a text that is itself folded.
  func hasPrefix(_ prefix: String) -> Bool { matching.starts(with: prefix.unicodeScalars) }

  /// Says whether the folded text ends with a text that is itself folded.
  func hasSuffix(_ suffix: String) -> Bool {
    guard matching.last == suffix.unicodeScalars.last || suffix.isEmpty else { return false }
    return matching.reversed().starts(with: suffix.unicodeScalars.reversed())
  }

  /// The places of the first occurrence of a folded text.
  func firstPlaces(of text: String) -> Range<Int>? {
    guard let head = text.unicodeScalars.first, matching.contains(head) else { return nil }
    let wanted = Array(text.unicodeScalars)
    guard wanted.count <= count else { return nil }
    let base = matching.startIndex
    for start in base...(matching.endIndex - wanted.count) where matching[start] == head {
      if matching[start...].starts(with: wanted) {
        return (start - base)..<(start - base + wanted.count)
      }
    }
    return nil
  }

  /// Says whether one of some folded scalars occurs.
  func contains(anyOf scalars: [Unicode.Scalar]) -> Bool {
    matching.contains { scalars.contains($0) }
  }

  /// Says whether a folded text occurs.
  func contains(_ text: String) -> Bool { firstPlaces(of: text) != nil }

  /// The two texts one after the other.
  func joined(_ other: FoldedText, by glue: String = "") -> FoldedText {
    FoldedText(string + glue + other.string)
  }
}

extension FoldedText {
  /// The place of the last occurrence of a folded text.
  func lastPlaces(of word: String) -> Range<Int>? {
    var found: Range<Int>?
    var start = 0
    while let places = dropFirst(start).firstPlaces(of: word) {
      found = (places.lowerBound + start)..<(places.upperBound + start)
      start += places.lowerBound + 1
    }
    return found
  }

  /// The first of some words that the text ends in.
  func suffix(of words: [String]) -> String? { words.first { hasSuffix($0) } }

  /// The text without the words that it ends in, as often as there are some.
  func dropping(last words: [String]) -> FoldedText {
    var text = trimmed()
    while let word = text.suffix(of: words) {
      text = text.dropLast(word.unicodeScalars.count).trimmed()
    }
    return text
  }

  /// The text without the words that it begins with, as often as there are some.
  func dropping(first words: [String]) -> FoldedText {
    var text = trimmed()
    while let word = words.first(where: { text.hasPrefix($0) }) {
      text = text.dropFirst(word.unicodeScalars.count).trimmed()
    }
    return text
  }

  /// Whether one of some words occurs.
  func contains(anyWord words: [String]) -> Bool { words.contains { contains($0) } }

  /// A part as it stands in the text, with the words right before it.
  func withWordsBefore(_ places: Range<Int>) -> String {
    let before = part(Swift.max(0, places.lowerBound - 8)..<places.lowerBound)
    let isQuoted = before.contains("“")
    let stop = before.scalars.lastIndex {
      !FoldedText.isIdeograph($0) && !(isQuoted && "“”".unicodeScalars.contains($0))
    }
    return before.dropFirst(stop.map { $0 + 1 } ?? 0).string + part(places).string
  }
}
