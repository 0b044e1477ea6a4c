/// Two figures with a sign between them that say from where to where something goes, so that neither is a value:
/// `19~101微克/立方米`, `2%-5%`, `3至5个百分点`.
enum FigureRange {
  /// The places of the ranges of a text, in their order; times are none.
  static func all(in text: FoldedText) -> [Range<Int>] {
    guard text.contains(anyOf: signs) else { return [] }
    let times = ProseTime.places(in: text)
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      if let time = times.first(where: { $0.contains(place) }) {
        place = time.upperBound
      } else if begins(in: text, at: place), let end = end(in: text, from: place) {
        found.append(place..<end)
        place = end
      } else {
        place += Swift.max(WrittenFigure.length(ofNumberIn: text, at: place), 1)
      }
    }
    return found
  }

  /// The places of ratios of three numbers or more, none of which is a value of its own: `17:28.7:54.3`.
  static func ratios(in text: FoldedText) -> [Range<Int>] {
    guard text.scalars.contains(":") else { return [] }
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let length = text.scalars[place...].prefix {
        FoldedText.isDigit($0) || ".:".unicodeScalars.contains($0)
      }
      .count
      let run = text.part(place..<(place + length)).dropping(last: [":", "."])
      let members = run.split { $0 == ":" }
      if members.count > 2, members.allSatisfy({ $0.scalar(0).map(FoldedText.isDigit) ?? false }) {
        found.append(place..<(place + run.count))
      }
      place += Swift.max(length, 1)
    }
    return found
  }

  private static let signs = Array("-~至到".unicodeScalars)

  /// Whether a number in digits begins at a place, which is no part of a code or a name.
  private static func begins(in text: FoldedText, at place: Int) -> Bool {
    guard text.scalar(place).map(FoldedText.isDigit) ?? false else { return false }
    guard let before = text.scalar(place - 1) else { return true }
    return !FoldedText.isDigit(before) && !"第.-~/:_#№(".unicodeScalars.contains(before)
      && !(before.isASCII && before.properties.isAlphabetic)
      || before == "(" && text.scalar(place - 2) != nil
  }

  /// The end of the range whose lower end begins at a place; nil where none does.
  private static func end(in text: FoldedText, from start: Int) -> Int? {
    guard let first = WrittenFigure(in: text, at: start) else { return nil }
    // 3万至3.5万人: what the last is counted in, the first is too.
    let isLarge = "万亿".unicodeScalars.contains(text.scalar(first.places.upperBound) ?? " ")
    let middle = first.places.upperBound + (isLarge && first.unit == .unknown ? 1 : 0)
    let length = text.dropFirst(middle).matching.prefix { "-~".unicodeScalars.contains($0) }.count
    let isWord = ["至", "到"].contains { text.dropFirst(middle).hasPrefix($0) }
    let next = middle + (isWord ? 1 : length)
    guard isWord || (1...2).contains(length),
      text.scalar(next).map(FoldedText.isDigit) ?? false,
      let last = WrittenFigure(in: text, at: next), last.unit != .unknown
    else { return nil }
    // 提高3个百分点至85%: by how much something went, and what it is then.
    guard !isWord || first.unit == .unknown || first.unit == last.unit else { return nil }
    return last.places.upperBound
  }
}
