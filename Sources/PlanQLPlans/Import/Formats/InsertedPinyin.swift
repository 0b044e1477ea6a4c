/// Readings that a site put in brackets behind characters while it turned them into traditional
/// ones: `設(shè)計(jì)`.
enum InsertedPinyin {
  /// The fewest of them in a text that are no chance.
  private static let fewest = 3

  /// The text without them and how many there were; nil where a text has none.
  static func removed(from text: String) -> (text: String, count: Int)? {
    guard text.unicodeScalars.contains(where: { "(（".unicodeScalars.contains($0) }) else {
      return nil
    }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var count = 0
    var place = 0
    while place < scalars.count {
      if place > 0, FoldedText.isIdeograph(scalars[place - 1]),
        let length = length(of: scalars[place...].prefix(9))
      {
        count += 1
        place += length
      } else {
        kept.append(scalars[place])
        place += 1
      }
    }
    return count >= fewest ? (String(kept), count) : nil
  }

  /// The length of a bracket that begins there and holds one syllable.
  private static func length(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let open = scalars.first, "(（".unicodeScalars.contains(open) else { return nil }
    let letters = scalars.dropFirst().prefix(while: isLetter)
    let close = scalars.dropFirst(letters.count + 1).first
    guard (1...6).contains(letters.count), let close, ")）".unicodeScalars.contains(close),
      letters.contains(where: isVowel)
    else { return nil }
    return letters.count + 2
  }

  private static let marked = Array("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɡ".unicodeScalars)

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || marked.contains(scalar)
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "aeiou".unicodeScalars.contains(scalar) || scalar != "ɡ" && marked.contains(scalar)
  }
}
