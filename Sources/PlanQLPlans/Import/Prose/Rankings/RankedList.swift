import PlanQLData

/// A list of names in an order, where several may share a place: `甲县、乙县(丙县并列)、丁县和戊县`.
struct RankedList: Sendable {
  /// A name with the number that stands beside it.
  struct Entry: Sendable, Hashable {
    let name: FoldedText
    var value: Quantity?
  }

  /// Names that share a place.
  struct Group: Sendable {
    var entries: [Entry]
    /// The place that the text gives them: 并列第3名.
    var stated: Int?
    /// Whether that place is counted from the last one: 并列倒数第3.
    var isStatedFromEnd = false
  }

  var groups: [Group] = []
  /// Whether the list names only some: 等.
  private(set) var isOpen = false
  /// What follows the list.
  private(set) var rest = FoldedText.empty
  /// Whether a place that is stated differs from the number of names before it.
  var isAtOdds = false

  /// How many names stand in the list.
  var count: Int { groups.reduce(0) { $0 + $1.entries.count } }

  /// Reads the list that a text begins with; so many names are announced.
  init(_ text: FoldedText, announced: Int? = nil) {
    var end = 0
    for element in RankedList.elements(of: text) {
      guard !isOpen, !speaksOfEntry(element.text), let group = group(element.text) else { break }
      append(group)
      end = element.end
    }
    rest = text.dropFirst(end).trimmed { " ,;、。".unicodeScalars.contains($0) }
    settleTies()
    partConjoined(announced)
    if let announced { leaveOut(after: announced, in: text) }
  }

  /// Whether an element says something of a name that stands in the list already: `甲市、乙市,甲市得分最高`.
  private func speaksOfEntry(_ element: FoldedText) -> Bool {
    groups.contains { group in
      group.entries.contains { entry in
        entry.name.count >= 2 && element.count > entry.name.count + 1
          && element.hasPrefix(entry.name.folded)
          && element.scalar(entry.name.count).map(FoldedText.isIdeograph) ?? false
      }
    }
  }

  /// Leaves out what goes beyond the places that are announced.
  private mutating func leaveOut(after announced: Int, in text: FoldedText) {
    var before = 0
    for (place, group) in groups.enumerated() {
      if before >= announced, let first = group.entries.first,
        let start = text.firstPlaces(of: first.name.folded)?.lowerBound
      {
        groups.removeSubrange(place...)
        rest = text.dropFirst(start)
        return
      }
      before += group.entries.count
    }
  }

  /// The elements between the separators that stand in no bracket.
  private static func elements(of text: FoldedText) -> [(text: FoldedText, end: Int)] {
    SentenceClause.all(in: text, at: "、,").map { ($0.text, $0.start + $0.text.count) }
  }

  private mutating func append(_ group: Group) {
    if let stated = group.stated, let last = groups.last, last.stated == stated {
      // 甲(并列第四)、乙(并列第四): one tie.
      groups[groups.count - 1].entries += group.entries
    } else {
      groups.append(group)
    }
  }

  /// Reads an element; nil where it is no name.
  private mutating func group(_ element: FoldedText) -> Group? {
    var text = element.dropping(first: ["以及", "其中"])
    if let first = text.scalar(0), "和与及".unicodeScalars.contains(first), text.count > 2 {
      text = text.dropFirst(1)
    }
    text = RankedList.unbroken(text)
    if let entry = withTieBefore(text) { return Group(entries: [entry]) }
    if let tie = tie(text) { return tie }
    guard let (entry, isOpen) = RankedList.entry(text) else { return nil }
    self.isOpen = isOpen
    return Group(entries: [entry])
  }

  /// An element without the blanks that stand amid a short name, to make it as wide as others: `承 德(30)`.
  private static func unbroken(_ element: FoldedText) -> FoldedText {
    let name = element.part(0..<(element.scalars.firstIndex(of: "(") ?? element.count))
    let parts = name.trimmed().words
    guard parts.count > 1, parts.allSatisfy({ $0.count == 1 }),
      parts.allSatisfy({ $0.scalars.allSatisfy(FoldedText.isIdeograph) })
    else { return element }
    return FoldedText(parts.map(\.string).joined()).joined(element.dropFirst(name.count))
  }

  /// `甲(乙、丙并列)`, `甲和乙(并列第3名)`, `甲和乙并列第三名`, `甲(并列第三,乙、丙)`.
  private func tie(_ text: FoldedText) -> Group? {
    guard let mark = text.firstPlaces(of: "并列") ?? text.firstPlaces(of: "並列") else { return nil }
    let bracket = text.part(0..<mark.lowerBound).scalars.firstIndex(of: "(")
    let head = text.part(0..<(bracket ?? mark.lowerBound))
    var inner = text.dropFirst(bracket.map { $0 + 1 } ?? mark.lowerBound)
    if inner.hasSuffix(")") { inner = inner.dropLast(1) }
    let stated = RankedList.place(in: inner)
    var names: [FoldedText] = []
    for part in inner.split({ "、,".unicodeScalars.contains($0) }) {
      var plain = part
      if let mark = plain.firstPlaces(of: "并列") ?? plain.firstPlaces(of: "並列") {
        let before = plain.part(0..<mark.lowerBound)
        plain = before.isEmpty ? .empty : before
      }
      if !plain.trimmed().isEmpty { names += NameList.conjoined(plain.trimmed()) }
    }
    let entries = (NameList.conjoined(head) + names).compactMap { RankedList.entry($0)?.entry }
    guard !entries.isEmpty, entries.count > 1 || stated != nil else { return nil }
    return Group(entries: entries, stated: stated, isStatedFromEnd: inner.contains("倒数"))
  }

  /// The number of 第3名, 第三, 倒数第2名.
  static func place(in text: FoldedText) -> Int? {
    guard let mark = text.firstPlaces(of: "第") else { return nil }
    return Numeral.integer(text.dropFirst(mark.upperBound).trimmed())?.value
  }

  /// A name with the number behind it, in brackets or not: `甲县90.99分`, `乙镇(85.7%)`.
  static func entry(_ text: FoldedText) -> (entry: Entry, isOpen: Bool)? {
    var name = text.trimmed { " 。:\"“”".unicodeScalars.contains($0) }
    var value: Quantity?
    if name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 0,
      ["详见", "见附", "附件", "附表"].contains(where: { name.dropFirst(open + 1).hasPrefix($0) })
    {
      name = name.part(0..<open).trimmed()
    }
    if name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "(") {
      let inner = name.part((open + 1)..<(name.count - 1)).trimmed()
      if let found = Quantity.all(in: inner).last, found.places.upperBound == inner.count {
        value = signed(found, in: inner)
        name = name.part(0..<open).trimmed()
      }
    }
    let digits = name.scalars.indices.first { place in Quantity(in: name, at: place) != nil }
    if value == nil, let digits, digits > 0, let found = Quantity(in: name, at: digits),
      found.places.upperBound == name.count
    {
      value = signed(found, in: name)
      name = name.part(0..<(value?.places.lowerBound ?? digits)).dropping(last: valueWords)
    }
    var isOpen = false
    if let places = name.lastPlaces(of: "等"), places.lowerBound >= 2,
      name.count - places.upperBound <= 10, !name.hasSuffix(")")
    {
      isOpen = true
      name = name.part(0..<places.lowerBound)
    }
    return isName(name) ? (Entry(name: name, value: value), isOpen) : nil
  }

  /// A quantity with the sign of minus that stands before it.
  private static func signed(_ quantity: Quantity, in text: FoldedText) -> Quantity {
    let start = quantity.places.lowerBound
    guard start > 0, text.scalar(start - 1) == "-",
      start == 1 || text.scalar(start - 2).map(FoldedText.isIdeograph) == true
    else { return quantity }
    return Quantity(
      value: Decimal(-quantity.value.significand, scale: quantity.value.scale),
      unit: quantity.unit, places: (start - 1)..<quantity.places.upperBound)
  }

  private static let valueWords = ["综合得分", "得分", "综合指数", "分值", "指数", "平均分", "为", ":", "是", "得"]

  /// Whether a text can be the name of a unit: no number, no amount, no verb.
  static func isName(_ text: FoldedText) -> Bool {
    guard (1...24).contains(text.count) else { return false }
    let isPlain = text.scalars.allSatisfy {
      FoldedText.isIdeograph($0) || "()·-".unicodeScalars.contains($0)
        || $0.isASCII && $0.properties.isAlphabetic
    }
    return isPlain && text.hasBalancedBrackets && text.scalar(0) != "("
      && !text.contains(anyWord: verbs)
      && RankingHead.firstPart(in: text)?.lowerBound != 0
  }

  private static let regions = ["县", "市", "区", "旗", "州", "镇", "乡", "街道"]

  private static let verbs = [
    "分别", "获得", "奖励", "扣减", "万元", "亿元", "为", "是", "同比", "环比", "以上", "以下", "排名", "上述", "返还", "资金",
    "由于", "不予", "位居", "位列", "达到", "对", "给予", "其中", "按照", "并列", "的",
    "均呈", "呈现", "趋势", "最高", "最低", "最多", "最少", "最好", "最差", "得分",
  ]

  /// Parts names that a word joins: the last one, and others where the announced number asks for it.
  private mutating func partConjoined(_ announced: Int?) {
    for place in groups.indices.reversed() {
      guard groups[place].entries.count == 1, groups[place].stated == nil,
        let entry = groups[place].entries.first
      else { continue }
      let names = NameList.conjoined(entry.name)
      guard names.count > 1, names.allSatisfy(RankedList.isName) else { continue }
      let missing = announced.map { $0 - count }
      let isLast = place == groups.count - 1
      // Amid a list that 、 parts, 及 may stand in a name: 集美新城及配套.
      guard isLast || names.allSatisfy({ $0.suffix(of: RankedList.regions) != nil }) else {
        continue
      }
      guard missing.map({ $0 >= names.count - 1 }) ?? isLast else { continue }
      let parts = names.enumerated().map { index, name in
        let value = index == names.count - 1 ? entry.value : nil
        return Group(entries: [Entry(name: name, value: value)])
      }
      groups.replaceSubrange(place...place, with: parts)
    }
  }
}
