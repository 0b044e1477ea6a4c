import PlanQLData

/// How points are given or taken off, as a text says it: `每项未完成扣2分，扣完为止`.
struct ScoringText: Sendable, Hashable {
  /// One way in which points are taken off.
  struct Deduction: Sendable, Hashable {
    /// When they are: the words before, as `未按时报送的`.
    let condition: String
    /// Per unit, by steps or at once, by the name in `rules`.
    let form: String
    /// The points; nil where all are lost.
    let step: Decimal?
    /// What they are taken off for: 项, 次, 1个百分点.
    let unit: String?
  }

  private(set) var deductions: [Deduction] = []
  /// The points that are given where all is done: 完成得10分.
  private(set) var full: Decimal?
  /// The points that are given on top, each time, and at most.
  private(set) var bonus: Decimal?
  private(set) var bonusCap: Decimal?
  /// The most that is taken off; nil where the text does not say.
  private(set) var cap: Decimal?
  /// Whether points are taken off until none is left.
  private(set) var endsAtZero = false
  /// Whether the text says something of points that no one rule can say: a range, a discretion.
  private(set) var isOpen = false
  private var given: [Decimal] = []
  private var losesAll = false

  /// Reads a text, sentence by sentence.
  init(_ text: FoldedText) {
    for line in text.cellLines {
      for sentence in line.split({ "。;".unicodeScalars.contains($0) }) { read(sentence) }
    }
    settleSteps()
  }

  /// Whether the text says anything of points.
  var saysPoints: Bool {
    !deductions.isEmpty || full != nil || bonus != nil || isOpen || losesAll
  }

  /// The one deduction that all of the text amounts to; nil where there are several ones.
  var only: Deduction? {
    guard let first = deductions.first, !isOpen else { return nil }
    let isSame = deductions.allSatisfy {
      $0.form == first.form && $0.step.map(\.description) == first.step.map(\.description)
    }
    return isSame ? first : nil
  }

  private mutating func read(_ sentence: FoldedText) {
    if sentence.contains("一票否决") {
      deductions.append(.init(condition: condition(sentence), form: "veto", step: nil, unit: nil))
      return
    }
    if sentence.contains("扣完为止") || sentence.contains("扣至0分") { endsAtZero = true }
    if let limit = points(after: ScoringText.caps, in: sentence) { cap = limit.value }
    if ["酌情", "视情", "适当扣分", "按比例"].contains(where: { sentence.contains($0) }) { isOpen = true }
    let isBonus = sentence.contains("加分") || sentence.contains("加计")
    if let limit = points(after: ["最多加", "最高加", "加分不超过", "累计加分不超过", "最多加分"], in: sentence) {
      bonusCap = limit.value
    }
    var before = FoldedText.empty
    for clause in sentence.split({ ",".unicodeScalars.contains($0) }) {
      let count = deductions.count
      read(clause, after: before, isBonus: isBonus)
      // What stood before a deduction says nothing of the next one.
      before =
        deductions.count > count ? .empty : before.isEmpty ? clause : before.joined(clause, by: ",")
    }
  }

  private mutating func read(_ clause: FoldedText, after before: FoldedText, isBonus: Bool) {
    let isLimit =
      (ScoringText.caps + ["最多加", "最高加", "不超过"]).contains { clause.contains($0) }
    guard !isLimit else { return }
    if let loss = points(after: ["倒扣", "扣减", "扣除", "减扣", "扣", "减"], in: clause) {
      guard !loss.isRange else {
        isOpen = true
        return
      }
      let whole = before.isEmpty ? clause : before.joined(clause, by: ",")
      let place = whole.count - clause.count + loss.place
      let head = whole.part(0..<place)
      // 每 may stand in an earlier clause: 每发生一起,扣2分.
      let each = lastPlaces(of: "每", in: head)
      let unit = each.map { head.dropFirst($0.upperBound).trimmed(ScoringText.isMark) }
      let before = each.map { head.part(0..<$0.lowerBound).trimmed(ScoringText.isMark) } ?? .empty
      deductions.append(
        .init(
          condition: condition(before.isEmpty ? head : before),
          form: unit == nil ? "step" : "per_unit", step: loss.value, unit: unit?.string))
    } else if let gain = points(after: ["加计", "加"], in: clause) {
      if gain.isRange || bonus != nil { isOpen = true } else { bonus = gain.value }
    } else if ["不得分", "不计分", "得0分", "计0分", "记0分", "不给分"].contains(where: { clause.contains($0) }) {
      losesAll = true
      let head = before.isEmpty ? clause : before.joined(clause, by: ",")
      if given.isEmpty {
        deductions.append(
          .init(condition: condition(head), form: "step", step: nil, unit: nil))
      }
    } else if let gain = points(after: ["得", "计", "记", "满分"], in: clause), !isBonus {
      if gain.isRange { isOpen = true } else { given.append(gain.value) }
    }
  }

  /// Points that are given by what is reached: all at once, or in steps of the same height.
  private mutating func settleSteps() {
    guard let most = given.max(by: { $1 > $0 }) else { return }
    full = most
    var heights = given
    if losesAll { heights.append(Decimal(0, scale: 0)) }
    let sorted = heights.sorted { $0 > $1 }
    guard sorted.count >= 2 else { return }
    let steps = zip(sorted, sorted.dropFirst()).map { high, low in
      ExactSum.of([high, Decimal(-low.significand, scale: low.scale)])
    }
    guard let first = steps.first.flatMap({ $0 }) else { return }
    let isEven = steps.allSatisfy { $0?.isEqual(to: first) ?? false }
    if isEven {
      deductions.append(.init(condition: "", form: "step", step: first, unit: nil))
    } else {
      isOpen = true
    }
  }

  private static let caps = [
    "最多扣", "最高扣", "扣分不超过", "累计扣分不超过", "扣分上限", "最多扣分", "扣分最多", "累计最多扣", "最多扣减", "累计扣分最多",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    " ,:、的".unicodeScalars.contains(scalar)
  }

  private func condition(_ text: FoldedText) -> String {
    text.trimmed { " ,:、".unicodeScalars.contains($0) }.string
  }

  private func lastPlaces(of word: String, in text: FoldedText) -> Range<Int>? {
    var found: Range<Int>?
    var start = 0
    while let places = text.dropFirst(start).firstPlaces(of: word) {
      found = (places.lowerBound + start)..<(places.upperBound + start)
      start += places.upperBound
    }
    return found
  }

  /// The number of points that follows one of the words, with the place of the word.
  private func points(
    after words: [String], in text: FoldedText
  ) -> (value: Decimal, place: Int, isRange: Bool)? {
    for word in words {
      var start = 0
      while let places = text.dropFirst(start).firstPlaces(of: word) {
        let place = start + places.lowerBound
        start += places.upperBound
        let rest = text.dropFirst(start).trimmed()
        let digits = rest.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
        guard digits > 0, let value = Decimal(rest.part(0..<digits).folded) else { continue }
        let after = rest.dropFirst(digits).trimmed()
        if after.scalar(0) == "分" { return (value, place, false) }
        let isRange =
          "-~至".unicodeScalars.contains(after.scalar(0) ?? " ") && after.contains("分")
        if isRange { return (value, place, true) }
      }
    }
    return nil
  }
}
