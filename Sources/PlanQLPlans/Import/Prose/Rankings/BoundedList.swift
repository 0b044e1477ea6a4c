import PlanQLData

/// Units that a sentence names because of what their figure reaches, or how it is judged: `平均分低于75分的单位是甲镇(74.16)`,
/// `上报率较低的镇街是甲镇(6%)`. They have no places, and the bound is no figure of any of them.
struct BoundedList: Sendable {
  /// What the bound or the judgement is of: 平均分.
  let item: FoldedText
  /// The bound or the judgement as written: 低于75分.
  let part: String
  let list: RankedList

  /// Reads a sentence; nil where it is not such a list as a whole.
  init?(_ text: FoldedText) {
    guard let mark = BoundedList.mark(in: text) else { return nil }
    let head = text.part(0..<mark.lowerBound)
    let clause = SentenceClause.all(in: head).last?.text ?? head
    guard let (item, part, isBound) = BoundedList.parted(clause) else { return nil }
    list = RankedList(text.dropFirst(mark.upperBound).dropping(first: [":"]))
    let entries = list.groups.flatMap(\.entries)
    // 空气较差的有甲区: without a figure nothing was measured.
    guard !entries.isEmpty, list.rest.isEmpty, entries.allSatisfy({ GradeReader.isUnit($0.name) }),
      isBound || entries.allSatisfy({ $0.value != nil })
    else { return nil }
    self.item = item
    self.part = part.string
  }

  /// The words between a bound and the names: 的单位是, 的有.
  private static func mark(in text: FoldedText) -> Range<Int>? {
    guard let start = text.firstPlaces(of: "的")?.lowerBound, start <= 60 else { return nil }
    let rest = text.dropFirst(start + 1)
    let noun = nouns.first { rest.hasPrefix($0) }?.unicodeScalars.count ?? 0
    let verb = ["分别是", "分别为", "分别有", "是", "为", "有"].first {
      rest.dropFirst(noun).hasPrefix($0)
    }
    guard let verb else { return nil }
    return start..<(start + 1 + noun + verb.unicodeScalars.count)
  }

  /// Parts `平均分低于75分` and `上报率较低` before the bound or the judgement.
  private static func parted(
    _ clause: FoldedText
  ) -> (item: FoldedText, part: FoldedText, isBound: Bool)? {
    let cut: Int
    var isBound = false
    if let word = clause.suffix(of: judgements) {
      cut = clause.count - word.unicodeScalars.count
    } else {
      let plain = clause.dropping(last: ["以上", "以下", "及以上", "及以下"])
      guard let figure = Quantity.all(in: plain).last, figure.places.upperBound == plain.count
      else { return nil }
      let before = plain.part(0..<figure.places.lowerBound)
      let word = before.suffix(of: bounds).map(\.unicodeScalars.count) ?? 0
      guard word > 0 || plain.count < clause.count else { return nil }
      cut = before.count - word
      isBound = true
    }
    let item = RankingHead.named(clause.part(0..<cut)).name
    return item.count >= 2 ? (item, clause.dropFirst(cut), isBound) : nil
  }

  private static let nouns = [
    "单位", "镇街道", "镇街", "乡镇街道", "乡镇", "镇乡", "县区", "区县", "县市区", "县(市、区)", "城市", "地区", "部门", "街道", "镇",
    "乡", "县", "区",
    "市",
  ]
  private static let bounds = [
    "不低于", "不高于", "不超过", "低于", "高于", "不足", "超过", "未达到", "达到", "未达", "不到", "大于", "小于", "少于", "多于",
    "达", "在",
  ]
  private static let judgements = [
    "较低", "较高", "偏低", "偏高", "最低", "最高", "较差", "较好", "最差", "最好", "较慢", "较快", "最慢", "最快", "较少", "较多",
    "最少", "最多",
  ]
}

extension BoundedList {
  /// The units as a list of assessments without places.
  func ranking(of period: ProsePeriod?, at line: Int) -> Ranking {
    let entries = list.groups.flatMap(\.entries).map {
      Ranking.Entry(unit: $0.name.string, line: line, value: $0.value)
    }
    return Ranking(
      item: item.string, period: period, scope: nil, part: part, entries: entries, line: line,
      isFromEnd: nil, isBounded: true)
  }
}
