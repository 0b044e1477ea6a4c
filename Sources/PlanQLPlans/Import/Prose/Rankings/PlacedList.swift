import PlanQLData

/// A list in which each place is named: `第一名甲县103分,第二名乙县97.45分`.
struct PlacedList: Sendable {
  private(set) var entries: [Ranking.Entry] = []
  private let line: Int
  /// What stands before the first place.
  private(set) var head = FoldedText.empty
  /// Whose places they are, where the text parts those who are ranked: 四县.
  private(set) var group = FoldedText.empty
  /// The place that stands alone before its names.
  private var pending: Int?
  /// Whether all of the text was read.
  private(set) var isWhole = true
  /// Where the places of another group begin in the text: `四县第一名甲县,六区第一名乙区`.
  private(set) var next: Int?

  /// Whether the names are certainly those of units.
  var isSure: Bool {
    entries.allSatisfy { entry in
      let name = FoldedText(entry.unit)
      return UnitKind.guess(name) != nil
        || "省市县区州旗盟村屯园处".unicodeScalars.contains(name.scalar(name.count - 1) ?? " ")
    }
  }

  /// Reads a text piece by piece.
  init(_ text: FoldedText, at line: Int) {
    self.line = line
    guard text.contains("第"), PlacedList.mark(in: text) != nil else { return }
    for clause in SentenceClause.all(in: text, at: ",") {
      if !entries.isEmpty, PlacedList.beginsGroup(clause.text) {
        next = clause.start
        return
      }
      for piece in PlacedList.pieces(of: clause.text) { read(piece) }
    }
  }

  /// Whether a text names a place outside brackets.
  static func holdsPlace(_ text: FoldedText) -> Bool {
    var depth = 0
    let outer = text.scalars.filter { scalar in
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      return depth == 0
    }
    return mark(in: FoldedText(String(String.UnicodeScalarView(outer)))) != nil
  }

  /// Whether a text begins with a place: 第三名:甲镇.
  static func beginsWithPlace(_ text: FoldedText) -> Bool { mark(in: text)?.places.lowerBound == 0 }

  /// Whether a clause begins with those whose first place it names: 六区第一名.
  private static func beginsGroup(_ clause: FoldedText) -> Bool {
    guard let mark = mark(in: clause), !mark.isTie, mark.number == 1 else { return false }
    return isGroup(clause.part(0..<mark.places.lowerBound))
  }

  /// Whether a text names a group of those who are ranked: 四县, 六区, 各街道.
  static func isGroup(_ text: FoldedText) -> Bool {
    (1...6).contains(text.count)
      && text.suffix(of: ["县", "区", "市", "镇", "乡", "街道", "部门", "单位", "城市"]) != nil
  }

  /// The first 第n名 of a text, with the 并列 before it.
  private static func mark(in text: FoldedText) -> (number: Int, places: Range<Int>, isTie: Bool)? {
    var start = 0
    while let places = text.dropFirst(start).firstPlaces(of: "第") {
      let place = start + places.lowerBound
      if let (number, length) = Numeral.integer(text.dropFirst(place + 1)),
        let sign = text.scalar(place + 1 + length), "名位".unicodeScalars.contains(sign)
      {
        let isTie = ["并列", "並列"].contains { text.part(0..<place).hasSuffix($0) }
        return (number, (isTie ? place - 2 : place)..<(place + 2 + length), isTie)
      }
      start = place + 1
    }
    return nil
  }

  /// Cuts a clause before each place, where several stand in it.
  private static func pieces(of clause: FoldedText) -> [FoldedText] {
    var cuts: [Int] = []
    var start = 0
    while let mark = mark(in: clause.dropFirst(start)) {
      if !mark.isTie { cuts.append(start + mark.places.lowerBound) }
      start += mark.places.upperBound
    }
    guard cuts.count > 1 else { return [clause] }
    return cuts.enumerated().map { index, cut in
      let end = cuts.indices.contains(index + 1) ? cuts[index + 1] : clause.count
      return clause.part((index == 0 ? 0 : cut)..<end).trimmed { " 、".unicodeScalars.contains($0) }
    }
  }

  private mutating func read(_ piece: FoldedText) {
    guard let mark = PlacedList.mark(in: piece) else {
      if let number = pending { return readNames(piece, number) }
      return readValue(piece)
    }
    let before = piece.part(0..<mark.places.lowerBound)
    // 甲县、乙县分别位列第一、第三名: the one place that can be told is not that of all the names.
    guard !before.contains(anyWord: ["分别", "分列"]) else {
      isWhole = false
      return
    }
    let after = piece.dropFirst(mark.places.upperBound).dropping(first: [":", "为", "是", "的是", "的"])
    // (从第1名至第3名) names the places of others.
    guard before.hasBalancedBrackets, after.hasBalancedBrackets else {
      isWhole = false
      return
    }
    if entries.isEmpty {
      let colon = before.lastPlaces(of: ":")
      if let colon {
        head = before.part(0..<colon.lowerBound)
        let rest = before.dropFirst(colon.upperBound).trimmed()
        let whose = rest.firstPlaces(of: "中").map { rest.part(0..<$0.lowerBound) } ?? rest
        group = PlacedList.isGroup(whose) ? whose : .empty
      }
      if colon == nil, !mark.isTie, !before.isEmpty { head = before }
    }
    if !mark.isTie, after.isEmpty, PlacedList.names(before).isEmpty {
      pending = mark.number
      return
    }
    if mark.isTie || after.isEmpty {
      return add(PlacedList.names(before), mark.number)
    }
    let list = RankedList(after)
    guard list.count > 0, list.rest.isEmpty else {
      isWhole = false
      return
    }
    add(list.groups.flatMap(\.entries), mark.number)
  }

  /// Takes the names of a piece behind a place that stands alone: 第一名,甲县.
  private mutating func readNames(_ piece: FoldedText, _ number: Int) {
    pending = nil
    let list = RankedList(piece)
    guard list.count > 0, list.rest.isEmpty else {
      isWhole = false
      return
    }
    add(list.groups.flatMap(\.entries), number)
  }

  /// The names before 并列第一名, without those they are among: 四县一区中甲县、乙县.
  private static func names(_ text: FoldedText) -> [RankedList.Entry] {
    var plain = text
    if let middle = text.firstPlaces(of: "中"), middle.lowerBound >= 2,
      text.part(0..<middle.lowerBound).contains(anyOf: Array("区县市个".unicodeScalars))
    {
      plain = text.dropFirst(middle.upperBound)
    }
    if let colon = plain.lastPlaces(of: ":") { plain = plain.dropFirst(colon.upperBound) }
    return plain.split { $0 == "、" }.flatMap { NameList.conjoined($0) }
      .compactMap { RankedList.entry($0)?.entry }
  }

  private mutating func add(_ names: [RankedList.Entry], _ place: Int) {
    if names.isEmpty { isWhole = false }
    entries += names.map {
      Ranking.Entry(unit: $0.name.string, line: line, place: place, value: $0.value)
    }
  }

  /// `均为45分` belongs to all units of the place before it.
  private mutating func readValue(_ piece: FoldedText) {
    let rest = piece.dropping(first: ["均为", "各为", "均得", "各得", "得分", "得", "为", "均"])
    guard let last = entries.last, let value = Quantity(in: rest, at: 0),
      value.places.upperBound == rest.count,
      rest.count < piece.count || value.unit == "分" || value.unit == nil && value.value.scale > 0
    else {
      if entries.isEmpty { head = head.isEmpty ? piece : head } else { isWhole = false }
      return
    }
    for place in entries.indices where entries[place].place == last.place {
      entries[place].value = entries[place].value ?? value
    }
  }
}
