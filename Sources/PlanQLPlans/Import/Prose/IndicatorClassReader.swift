/// Indicators that a text puts into a class: `甲、乙等4项指标提前实现`.
struct IndicatorClass: Sendable {
  let name: String
  let names: [String]
  let announced: Int
  let line: Int
}

/// Reads classes of indicators in prose.
struct IndicatorClassReader {
  private(set) var classes: [IndicatorClass] = []

  /// Takes a line; says whether it put indicators into a class.
  mutating func read(_ text: FoldedText, at line: Int) -> Bool {
    var isFound = false
    for sentence in RankingReader.sentences(of: text) where read(sentence: sentence, at: line) {
      isFound = true
    }
    return isFound
  }

  private mutating func read(sentence: FoldedText, at line: Int) -> Bool {
    guard let mark = sentence.firstPlaces(of: "项指标") else { return false }
    let before = sentence.part(0..<mark.lowerBound)
    let digits = before.scalars.reversed().prefix(while: FoldedText.isDigit).reversed()
    guard let number = Int(String(String.UnicodeScalarView(digits))) else { return false }
    let head = before.dropLast(digits.count)
    let tail = sentence.dropFirst(mark.upperBound)
    var name = tail
    var list = head
    if head.hasSuffix("等") {
      list = head.dropLast(1)
    } else if let comma = tail.firstPlaces(of: "分别是") ?? tail.firstPlaces(of: "分别为") {
      name = tail.part(0..<comma.lowerBound)
      list = tail.dropFirst(comma.upperBound)
    } else {
      return false
    }
    if list.hasPrefix("其中") { list = list.dropFirst(2) }
    let names = list.split { "、,:".unicodeScalars.contains($0) }.map { $0.trimmed() }
      .filter { !$0.isEmpty }
    let plain = name.trimmed { ",。: ".unicodeScalars.contains($0) }
    guard !names.isEmpty, !plain.isEmpty, plain.count <= 16 else { return false }
    classes.append(
      IndicatorClass(
        name: plain.string, names: names.map(\.string), announced: number, line: line))
    return true
  }
}
