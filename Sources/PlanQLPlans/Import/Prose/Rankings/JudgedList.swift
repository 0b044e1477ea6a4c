import PlanQLData

/// Units that a clause judges, with a bracket that says which places are theirs: `甲、乙和丙相对较好(从第1名至第3名)`,
/// `丁和戊空气质量较差(并列第14名)`.
struct JudgedList: Sendable {
  /// What they are judged by, where the clause names it: 空气质量.
  let item: FoldedText
  /// The judgement as written: 相对较好.
  let part: String
  let entries: [Ranking.Entry]

  /// Reads a clause; nil where it is no such list, or its places are not one for each name.
  init?(_ clause: FoldedText, at line: Int) {
    guard let mark = JudgedList.mark(in: clause) else { return nil }
    let head = clause.part(0..<mark.lowerBound)
    let list = RankedList(head.dropping(last: JudgedList.items))
    guard list.count > 0, list.rest.isEmpty, !list.isOpen,
      let places = BracketedPlaces(clause.dropFirst(mark.upperBound))?.places(of: list.count)
    else { return nil }
    item =
      JudgedList.items.lazy.compactMap { head.suffix(of: [$0]) }.first.map(FoldedText.init)
      ?? .empty
    part = clause.part(mark).string
    let names = list.groups.flatMap(\.entries)
    entries = zip(names, places).map { name, place in
      Ranking.Entry(
        unit: name.name.string, line: line, place: place.isFromEnd ? nil : place.number,
        placeFromEnd: place.isFromEnd ? place.number : nil, value: name.value)
    }
  }

  /// Whether a clause seems to be such a list.
  static func isLike(_ clause: FoldedText) -> Bool { mark(in: clause) != nil }

  /// The judgement before a bracket that ends a clause and names places.
  private static func mark(in clause: FoldedText) -> Range<Int>? {
    guard clause.hasSuffix(")"), let bracket = clause.outerBrackets().last,
      bracket.upperBound == clause.count, clause.part(bracket).contains("第")
    else { return nil }
    let head = clause.part(0..<bracket.lowerBound)
    guard let word = head.suffix(of: RankingHead.good + RankingHead.bad) else { return nil }
    let plain = head.dropLast(word.unicodeScalars.count).dropping(last: ["相对"])
    return plain.count < 2 ? nil : plain.count..<head.count
  }

  private static let items = [
    "城市环境空气质量", "环境空气质量", "空气质量", "地表水环境质量", "水环境质量", "地表水质量", "水质", "环境质量", "排名",
  ]
}

/// The places that a bracket gives to a list: `(从第1名至第3名)`, `(并列第14名)`, `(从第1名至并列第3名)`.
struct BracketedPlaces: Sendable {
  /// A place from the top, or from the end.
  struct Place: Sendable, Hashable {
    let number: Int
    let isFromEnd: Bool
  }

  private let first: Int
  private let last: Int
  private let isFromEnd: Bool
  /// Whether those at the last place share it.
  private let isTied: Bool

  /// Reads a bracket; nil where it says anything else.
  init?(_ bracket: FoldedText) {
    let inner = bracket.part(1..<Swift.max(1, bracket.count - 1)).dropping(first: ["从", "自", "由"])
    let ends = inner.split { "至到-~".unicodeScalars.contains($0) }.map { $0.trimmed() }
    guard (1...2).contains(ends.count) else { return nil }
    let read = ends.map(BracketedPlaces.end)
    guard let start = read[0], let end = read[read.count - 1] else { return nil }
    // Those who share the first place of several are not told apart from the others.
    guard ends.count == 1 || !start.isTied, start.isFromEnd == end.isFromEnd else { return nil }
    first = start.number
    last = end.number
    isFromEnd = start.isFromEnd
    isTied = end.isTied
  }

  /// The place of each of so many names; nil where the bracket does not tell them all.
  func places(of count: Int) -> [Place]? {
    let size = abs(last - first) + 1
    // From the last one on, those who share a place come before the ones above it.
    guard isTied ? first <= last && count > size : count == size else { return nil }
    return (0..<count).map { index in
      let number = first <= last ? Swift.min(first + index, last) : first - index
      return Place(number: number, isFromEnd: isFromEnd)
    }
  }

  /// `第3名`, `并列第3名`, `倒数第1名`.
  private static func end(_ text: FoldedText) -> (number: Int, isFromEnd: Bool, isTied: Bool)? {
    let plain = text.dropping(first: ["并列"])
    let rest = plain.dropping(first: ["倒数"])
    guard rest.hasPrefix("第"), let (number, length) = Numeral.integer(rest.dropFirst(1)),
      ["名", "位", ""].contains(rest.dropFirst(1 + length).compact)
    else { return nil }
    return (number, rest.count < plain.count, plain.count < text.count)
  }
}
