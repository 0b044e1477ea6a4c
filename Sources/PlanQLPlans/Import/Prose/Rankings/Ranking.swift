import PlanQLData

/// Units in the order of a ranking, or of a part of it.
struct Ranking: Sendable {
  /// A unit with its place from the top or from the end, as far as the text tells them.
  struct Entry: Sendable {
    let unit: String
    let line: Int
    var place: Int?
    var placeFromEnd: Int?
    var value: Quantity?
    /// The sentence that names it.
    var sentence: String?
    /// An amount that a sentence distributes over the units: 分别奖励30万元、20万元.
    var award: (name: String, text: String)?
  }

  var item: String
  let period: ProsePeriod?
  /// Whose ranking it is: 74个城市.
  var scope: String?
  /// The part of the ranking that is listed, as written: 后10位.
  let part: String?
  var entries: [Entry]
  let line: Int
  var side = RankingHead.Side.whole
  /// Whether the first unit is the last of the ranking; nil where the text does not tell.
  var isFromEnd: Bool? = false
  /// Whether it lists no more than those whose figure reaches something, which plans say too.
  var isBounded = false
}

extension Ranking {
  /// Gives the names of a list their places; says where the order is not certain.
  init(_ head: RankingHead, _ list: RankedList, item: String, period: ProsePeriod?, at line: Int) {
    self.item = item
    self.period = period
    self.scope = head.scope.isEmpty ? nil : head.scope.string
    self.part = head.part
    self.line = line
    self.isFromEnd = Ranking.isFromEnd(head, item: item)
    self.side = head.side
    let total = head.announced ?? (list.isOpen || head.side != .whole ? nil : list.count)
    var before = 0
    entries = []
    for group in list.groups {
      let count = group.entries.count
      let reversed = total.map { $0 - before - count + 1 }.flatMap { $0 > 0 ? $0 : nil }
      for entry in group.entries {
        var row = Entry(unit: entry.name.string, line: line, value: entry.value)
        settle(&row, head, place: before + 1, reversed: reversed, isAlone: count == 1)
        entries.append(row)
      }
      before += count
    }
    if list.groups.contains(where: { $0.entries.count > 1 }), side == .bottom, isFromEnd == true {
      // How many stand above a tie of the last ones is not said.
      for place in entries.indices { entries[place].place = nil }
    }
  }

  /// Gives a row its places, by its place in the list and the one that it has counted from its end.
  private func settle(
    _ row: inout Entry, _ head: RankingHead, place: Int, reversed: Int?, isAlone: Bool
  ) {
    switch (side, isFromEnd) {
    case (_, nil): break
    case (.top, false): row.place = (head.first ?? 1) + place - 1
    case (.top, true): row.place = reversed
    case (.bottom, true):
      row.placeFromEnd = place
      if let first = head.first, isAlone { row.place = first - place + 1 }
    case (.bottom, false):
      row.placeFromEnd = reversed
      if let first = head.first { row.place = first + place - 1 }
    case (.whole, false): row.place = place
    case (.whole, true):
      row.placeFromEnd = place
      row.place = reversed
    }
  }

  /// Whether the first name is the last of the ranking; nil where the text does not tell.
  private static func isFromEnd(_ head: RankingHead, item: String) -> Bool? {
    let measure = head.measure.isEmpty ? item : head.measure.string
    return switch head.order {
    case .bestFirst: false
    case .worstFirst: true
    case .unknown: nil
    case .highFirst: isLessBetter(measure)
    case .lowFirst: !isLessBetter(measure)
    }
  }

  /// Whether the least of what is ranked is the best: 浓度, 综合指数, 扣分; amounts are ranked by size.
  static func isLessBetter(_ item: String) -> Bool {
    let text = FoldedText(item)
    if text.contains(anyWord: ["改善", "达标", "得分", "优良", "完成率"]) { return false }
    if text.contains("指数"), text.contains(anyWord: ["空气", "水质", "水环境", "污染", "噪声"]) {
      return true
    }
    return text.contains(anyWord: ["浓度", "综合指数", "污染指数", "降尘", "能耗", "投诉", "扣分"])
  }
}

/// Something to say of a sentence: a guess, or what was left out of it.
struct ProseRemark: Sendable {
  let line: Int
  let text: LocalizedText
  /// Whether a person should look at it.
  var isDoubt = true
}
