import PlanQLData

extension ScoringText {
  /// Numbers of points amid a text.
  struct Points {
    let value: Decimal
    /// The place of the word before them.
    let place: Int
    /// Whether the text leaves them open: 1-3分.
    let isRange: Bool
    /// Further numbers that the same word distributes: 分别扣10分、5分、3分.
    var further: [Decimal] = []
    /// Whether the number is none of points: 05, 0.
    var isBroken = false
  }

  static let losses = ["倒扣", "扣减", "扣除", "减扣", "扣", "减"]
  static let caps = [
    "最多扣", "最高扣", "扣分不超过", "累计扣分不超过", "扣分上限", "最多扣分", "扣分最多", "累计最多扣", "最多扣减", "累计扣分最多", "上限扣",
  ]
  static let bonusCaps = ["最多加", "最高加", "加分不超过", "累计加分不超过", "最多加分"]
  static let gainCaps = ["最多得", "最高得", "得分不超过", "最多计", "最高计"]
  static let nothing = ["不得分", "不计分", "得0分", "计0分", "记0分", "不给分"]
  static let vetoes = ["一票否决", "否决性指标", "否决指标", "否决项"]
  static let counters = ["次", "起", "处", "例", "项", "个", "天", "件", "宗", "人", "张", "户", "条", "份"]

  /// The points that follow one of the words.
  func points(after words: [String], in text: FoldedText) -> Points? {
    for word in words {
      var start = 0
      while let places = text.dropFirst(start).firstPlaces(of: word) {
        let place = start + places.lowerBound
        start += places.upperBound
        if let found = ScoringText.points(text.dropFirst(start), at: place) { return found }
      }
    }
    return nil
  }

  private static func points(_ text: FoldedText, at place: Int) -> Points? {
    let rest = text.trimmed()
    let digits = rest.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
    guard digits > 0, let value = Decimal(rest.part(0..<digits).folded) else { return nil }
    let isBroken =
      value.significand == 0 || digits > 1 && rest.scalar(0) == "0" && rest.scalar(1) != "."
    let after = rest.dropFirst(digits).trimmed()
    var points = Points(value: value, place: place, isRange: false, isBroken: isBroken)
    let list = after.hasPrefix("分") ? after.dropFirst(1).trimmed() : after
    if list.scalar(0) == "、" {
      points.further = numbers(list.dropFirst(1))
      if !points.further.isEmpty { return points }
    }
    if after.scalar(0) == "分" { return points }
    let isRange =
      "-~至".unicodeScalars.contains(after.scalar(0) ?? " ") && after.contains("分")
    return isRange ? Points(value: value, place: place, isRange: true) : nil
  }

  /// The numbers of `5分、3分`; none where something else stands among them.
  private static func numbers(_ text: FoldedText) -> [Decimal] {
    var numbers: [Decimal] = []
    for part in text.split({ $0 == "、" }) {
      let plain = part.trimmed { " 。".unicodeScalars.contains($0) }
      let digits = plain.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
      guard digits > 0, let value = Decimal(plain.part(0..<digits).folded) else { return [] }
      let rest = plain.dropFirst(digits)
      guard rest.isEmpty || rest.compact == "分" else { return numbers.isEmpty ? [] : numbers }
      numbers.append(value)
    }
    return text.contains("分") ? numbers : []
  }

  /// The conditions of points that are distributed over the items of a list: 被省、市、县督查组发现的
  /// are 被省督查组发现的, 被市督查组发现的 and 被县督查组发现的.
  static func conditions(_ condition: String, count: Int) -> [String] {
    let text = FoldedText(condition)
    let parts = text.split { $0 == "、" }
    guard parts.count == count, let first = parts.first, let last = parts.last, count > 1,
      parts.dropFirst().dropLast().allSatisfy({ $0.count == parts[count == 2 ? 0 : 1].count })
    else { return (1...Swift.max(count, 1)).map { "\(condition)（\($0)）" } }
    let size = count == 2 ? 1 : parts[1].count
    guard first.count >= size, last.count >= size else {
      return (1...count).map { "\(condition)（\($0)）" }
    }
    let (start, end) = (first.dropLast(size), last.dropFirst(size))
    let items =
      [first.dropFirst(first.count - size)] + parts.dropFirst().dropLast() + [last.part(0..<size)]
    return items.map { start.string + $0.string + end.string }
  }
}
