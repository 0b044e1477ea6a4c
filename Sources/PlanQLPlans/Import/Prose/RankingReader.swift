/// A list of units in the order of a ranking, from its top or from its end.
struct Ranking: Sendable {
  let item: String
  let units: [String]
  /// Whether the first unit is the last of the ranking.
  let isFromEnd: Bool
  /// How many units the text announces.
  let announced: Int?
  let line: Int
}

/// Reads rankings in prose: `水环境质量相对较好的前10位依次是:甲县、乙县`.
struct RankingReader {
  private(set) var rankings: [Ranking] = []

  /// Takes a line; says whether it held a ranking.
  mutating func read(_ text: FoldedText, at line: Int) -> Bool {
    var isFound = false
    for sentence in text.sentences where read(sentence: sentence, at: line) { isFound = true }
    return isFound
  }

  private mutating func read(sentence: FoldedText, at line: Int) -> Bool {
    guard let colon = sentence.firstPlaces(of: ":") else { return false }
    let head = sentence.part(0..<colon.lowerBound)
    let isWhole = ["排名依次", "名次依次", "排名为", "排名顺序", "排名由高到低", "从高到低依次", "由高到低依次", "由好到差依次", "从好到差依次"]
      .contains { head.contains($0) }
    let part = RankingReader.direction(head)
    guard head.contains("依次") && part != nil || head.contains("分别") && part != nil || isWhole
    else { return false }
    let (place, isFromEnd) = part ?? (RankingReader.end(of: head), false)
    let units = sentence.dropFirst(colon.upperBound).split { "、,".unicodeScalars.contains($0) }
      .map { $0.trimmed { " 和。".unicodeScalars.contains($0) } }.filter { !$0.isEmpty }
    guard units.count > 1, units.allSatisfy({ $0.count <= 16 }) else { return false }
    rankings.append(
      Ranking(
        item: item(head.part(0..<place)), units: units.map(\.string), isFromEnd: isFromEnd,
        announced: part == nil ? nil : RankingReader.number(head.dropFirst(place + 1)), line: line))
    return true
  }

  /// The place of 前 or 后 before a number, or before 名 and 位.
  private static func direction(_ head: FoldedText) -> (place: Int, isFromEnd: Bool)? {
    let scalars = head.scalars
    for place in scalars.indices.reversed() where scalars[place] == "前" || scalars[place] == "后" {
      let next = head.scalar(place + 1) ?? " "
      if FoldedText.isDigit(next) || Numbering.value([next]) != nil {
        return (place, scalars[place] == "后")
      }
    }
    return nil
  }

  /// The place before the words that only say that an order follows.
  private static func end(of head: FoldedText) -> Int {
    let words = ["排名", "名次", "从高到低", "由高到低", "由好到差", "从好到差", "依次"]
    return words.compactMap { head.firstPlaces(of: $0)?.lowerBound }.min() ?? head.count
  }

  private static func number(_ text: FoldedText) -> Int? {
    let digits = text.scalars.prefix(while: FoldedText.isDigit)
    if !digits.isEmpty { return Int(String(String.UnicodeScalarView(digits))) }
    return Numbering.value(text.scalars.prefix { Numbering.value([$0]) != nil })
  }

  /// What is ranked; the second list of a pair need not say all of it again.
  private func item(_ text: FoldedText) -> String {
    var name = text.split { ",。".unicodeScalars.contains($0) }.last?.trimmed() ?? text
    for word in ["相对", "较好", "较差", "较快", "较慢", "较高", "较低", "最好", "最差", "的", "排名", "居"] {
      while name.hasSuffix(word) { name = name.dropLast(word.unicodeScalars.count).trimmed() }
    }
    for word in ["较好", "较差", "较快", "较慢", "相对"] where name.hasSuffix(word) {
      name = name.dropLast(word.unicodeScalars.count).trimmed()
    }
    if let last = rankings.last, name.isEmpty || last.item.hasSuffix(name.string) {
      return last.item
    }
    return name.string
  }
}

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
    for sentence in text.sentences where read(sentence: sentence, at: line) { isFound = true }
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
