/// Indicators that a text puts into a class: `甲、乙等4项指标提前实现`.
struct IndicatorClass: Sendable {
  let name: String
  let names: [String]
  let announced: Int
  /// Whether the list names only some: 等.
  let isOpen: Bool
  let line: Int
}

/// Reads classes of indicators in sentences.
///
///     class = names [等] n项 [noun] 指标 name | n项 [noun] 指标 name , 分别是 names
///           | name 的 n项 [noun] 指标 分别是 names
struct IndicatorClassReader {
  private(set) var classes: [IndicatorClass] = []

  /// Takes a sentence; gives the parts of it that put indicators into classes.
  mutating func read(_ sentence: ProseSentence) -> [Range<Int>] {
    let clauses = SentenceClause.all(in: sentence.text)
    var ranges: [Range<Int>] = []
    for (place, clause) in clauses.enumerated()
    where !ranges.contains(where: { $0.contains(clause.start) }) {
      guard
        let mark = IndicatorClassReader.mark(in: clause.text)
          ?? IndicatorClassReader.markBehind(in: clause.text)
      else { continue }
      let before = clause.text.part(0..<mark.places.lowerBound)
      let after = clause.text.dropFirst(mark.places.upperBound)
      let end = clause.start + clause.text.count
      if let listed = listed(before, after, mark.count, clauses, place) {
        append(listed.name, listed.names, mark.count, isOpen: false, sentence)
        ranges.append(clause.start..<listed.end)
      } else if let (names, isOpen) = IndicatorClassReader.names(before, announced: mark.count) {
        let name = IndicatorClassReader.named(after)
        guard !name.isEmpty, name.count <= 20, !name.hasPrefix("中"), !name.hasPrefix("(")
        else { continue }
        append(name, names, mark.count, isOpen: isOpen, sentence)
        ranges.append(clause.start..<end)
      }
    }
    return ranges
  }

  private mutating func append(
    _ name: FoldedText, _ names: [FoldedText], _ count: Int, isOpen: Bool,
    _ sentence: ProseSentence
  ) {
    classes.append(
      IndicatorClass(
        name: name.string, names: names.map(\.string), announced: count, isOpen: isOpen,
        line: sentence.line))
  }

  /// `4项指标`, `11项主要指标`, `4项主要污染物总量减排指标`: the last one of a clause.
  private static func mark(in clause: FoldedText) -> (count: Int, places: Range<Int>)? {
    for place in clause.scalars.indices {
      guard
        FoldedText.isDigit(clause.scalars[place])
          || Numbering.value([clause.scalars[place]]) != nil,
        place == 0 || !FoldedText.isDigit(clause.scalars[place - 1]),
        let (count, length) = Numeral.integer(clause.dropFirst(place)),
        clause.scalar(place + length) == "项"
      else { continue }
      let rest = clause.dropFirst(place + length + 1)
      guard let noun = rest.firstPlaces(of: "指标"), noun.lowerBound <= 14 else { continue }
      let between = rest.part(0..<noun.lowerBound)
      guard !between.contains(anyOf: Array("、,和".unicodeScalars)) else { continue }
      return (count, place..<(place + length + 1 + noun.upperBound))
    }
    return nil
  }

  /// `指标有3项`: a number at the end of a clause, behind those that it counts.
  private static func markBehind(in clause: FoldedText) -> (count: Int, places: Range<Int>)? {
    guard let noun = clause.lastPlaces(of: "指标") else { return nil }
    let rest = clause.dropFirst(noun.upperBound)
    let number = rest.dropping(first: ["共有", "共", "有", "为"])
    guard number.count < rest.count, let (count, length) = Numeral.integer(number),
      number.dropFirst(length).compact == "项"
    else { return nil }
    return (count, noun.lowerBound..<clause.count)
  }

  /// The names that 分别是 announces, behind the class or in the next clauses.
  private func listed(
    _ before: FoldedText, _ after: FoldedText, _ count: Int, _ clauses: [SentenceClause],
    _ place: Int
  ) -> (name: FoldedText, names: [FoldedText], end: Int)? {
    let words = ["分别是", "分别为", "包括", "为", "是", "即"]
    var rest = after
    var name = IndicatorClassReader.named(after)
    var end = clauses[place].start + clauses[place].text.count
    if let places = after.firstPlaces(of: "分别是") ?? after.firstPlaces(of: "分别为") {
      name = IndicatorClassReader.named(after.part(0..<places.lowerBound))
      rest = after.dropFirst(places.upperBound)
    } else if clauses.indices.contains(place + 1),
      ["分别是", "分别为", "即"].contains(where: { clauses[place + 1].text.hasPrefix($0) })
    {
      rest = clauses[place + 1].text.dropping(first: words)
      end = clauses[place + 1].start + clauses[place + 1].text.count
    } else {
      return nil
    }
    var next = place + 1
    while rest.isEmpty, clauses.indices.contains(next) {
      // 落后的4项指标分别是:甲、乙
      rest = clauses[next].text.dropping(first: words)
      end = clauses[next].start + clauses[next].text.count
      next += 1
    }
    if name.isEmpty { name = before.dropping(last: ["的", "中"]).dropping(first: ["其中", "另有"]) }
    let names = IndicatorClassReader.parted(rest, announced: count)
    guard !names.isEmpty, !name.isEmpty, name.count <= 20 else { return nil }
    return (name, names, end)
  }

  /// The names before the number; without 等 they must be as many as it says.
  private static func names(
    _ text: FoldedText, announced: Int
  ) -> (names: [FoldedText], isOpen: Bool)? {
    let isOpen = text.hasSuffix("等")
    let plain = (isOpen ? text.dropLast(1) : text).dropping(first: ["其中", "预计", "报告称", "另外"])
    guard !plain.isEmpty else { return nil }
    let names = parted(plain, announced: announced)
    if isOpen { return names.isEmpty ? nil : (names, names.count < announced) }
    return names.count == announced && names.count > 1 ? (names, false) : nil
  }

  /// The names of a list, the last two joined by 和; what only counts them again is taken off.
  private static func parted(_ text: FoldedText, announced: Int) -> [FoldedText] {
    let names = NameList.names(in: text, count: announced, at: "、,")
    return names.map { name in
      var plain = name.dropping(first: ["和", "以及", "及"])
      if let mark = mark(in: plain), mark.places.lowerBound > 2 {
        plain = plain.part(0..<mark.places.lowerBound)
      }
      return plain.dropping(last: ["的预期性指标", "的约束性指标", "预期性指标", "约束性指标"])
    }.filter { !$0.isEmpty }
  }

  private static func named(_ text: FoldedText) -> FoldedText {
    text.trimmed { ",。: ".unicodeScalars.contains($0) }.dropping(first: ["则", "均", "都", "也"])
  }
}
