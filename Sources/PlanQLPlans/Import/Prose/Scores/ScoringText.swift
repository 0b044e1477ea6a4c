import PlanQLData

/// How points are given or taken off, as a text says it: `每项未完成扣2分，扣完为止`.
///
///     text     = sentence { (。 | ;) sentence }
///     sentence = part { (, | 、) part } [, cap]
///     part     = [condition] [每 unit | 一次] (扣 | 得 | 加) points | [condition] 不得分 | 一票否决
///              | [condition] 分别 (扣 | 加) points { 、 points }
///     cap      = 最多扣 points | 最多得 points | 最多加 points | 扣完为止
struct ScoringText: Sendable {
  /// One way in which points are taken off, or given on top.
  struct Deduction: Sendable, Hashable {
    /// When they are: the words before, as `未按时报送的`.
    var condition: String
    /// Per unit, by steps or at once, by the name in `rules`.
    let form: String
    /// The points; nil where all are lost.
    let step: Decimal?
    /// What they are taken off for: 项, 次, 1个百分点.
    let unit: String?
    /// The most of this one; nil where the text does not say.
    var cap: Decimal?
    /// Whether the points are given on top.
    var isBonus = false
  }

  private(set) var deductions: [Deduction] = []
  private(set) var bonuses: [Deduction] = []
  /// The points that are given where all is done: 完成得10分.
  private(set) var full: Decimal?
  /// The most that several ways of taking points off may cost, where the text does not say of which of them it is the most,
  /// or is that of all together.
  private(set) var sharedCap: Decimal?
  /// Whether points are taken off until none is left.
  private(set) var endsAtZero = false
  /// Whether the text says something of points that no rule can say: a range, a discretion.
  private(set) var isOpen = false
  /// Whether it holds a number of points that none can be: 扣05分.
  private(set) var isBroken = false
  /// The points that are given, each with what they are given for.
  private var given: [(value: Decimal, condition: String)] = []
  private var losesAll = false
  /// Whether points are given for each of some things: 每篇得0.5分.
  private var givesForEach = false
  /// Whether all points are given for something, however many they are.
  private var givesAll = false
  /// The points of the item, which 满分 stands for.
  private let points: Decimal?

  /// Reads a text about an item of so many points, sentence by sentence.
  init(_ text: FoldedText, points: Decimal? = nil) {
    self.points = points
    for line in text.cellLines {
      for sentence in line.split({ "。;".unicodeScalars.contains($0) }) { read(sentence) }
    }
    settleSteps()
  }

  /// Whether the text says anything of points.
  var saysPoints: Bool {
    !deductions.isEmpty || full != nil || !bonuses.isEmpty || isOpen || losesAll
  }

  /// Every way in which points are taken off or given on top.
  var parts: [Deduction] { deductions + bonuses }

  /// The one deduction that all of the text amounts to; nil where there are several ones.
  var only: Deduction? { deductions.count == 1 && !isOpen ? deductions.first : nil }

  private mutating func read(_ sentence: FoldedText) {
    let (first, firstBonus) = (deductions.count, bonuses.count)
    if let word = ScoringText.vetoes.first(where: { sentence.contains($0) }) {
      deductions.append(
        Deduction(
          condition: ScoringText.condition(ofVeto: sentence, word), form: "veto", step: nil,
          unit: nil))
      guard points(after: ScoringText.losses, in: sentence) != nil else { return }
    }
    if sentence.contains("扣完为止") || sentence.contains("扣至0分") { endsAtZero = true }
    if ["酌情", "视情", "适当扣分", "按比例"].contains(where: { sentence.contains($0) }) { isOpen = true }
    let isBonus = sentence.contains("加分") || sentence.contains("加计")
    var before: [FoldedText] = []
    var uncapped = first
    for clause in ScoringText.clauses(of: sentence) {
      let count = parts.count
      read(clause, after: before, isBonus: isBonus)
      if let limit = points(after: ScoringText.caps, in: clause) {
        takeCap(limit.value, from: uncapped < deductions.count ? uncapped : 0)
        uncapped = deductions.count
      }
      // What stood before a deduction says nothing of the next one.
      if parts.count > count { before = [] } else { before.append(clause) }
    }
    takeBonusCaps(of: sentence, firstBonus)
  }

  /// A cap is that of the one part behind the cap before it; where none stands there, of the one before that has none.
  /// Several parts have it together, or only the last has it.
  private mutating func takeCap(_ cap: Decimal, from start: Int) {
    let open = deductions.indices[start...].filter {
      deductions[$0].cap == nil && deductions[$0].form != "veto"
    }
    if open.count == 1 { deductions[open[0]].cap = cap } else if open.count > 1 { sharedCap = cap }
  }

  private mutating func takeBonusCaps(of sentence: FoldedText, _ firstBonus: Int) {
    if let limit = points(after: ScoringText.bonusCaps, in: sentence) {
      for place in (firstBonus < bonuses.count ? firstBonus : 0)..<bonuses.count {
        bonuses[place].cap = limit.value
      }
    }
    if let limit = points(after: ScoringText.gainCaps, in: sentence) { full = limit.value }
  }

  /// The parts between commas, and between the marks of a list of which each one has its points:
  /// `国家级加3分、省级加2分`.
  private static func clauses(of sentence: FoldedText) -> [FoldedText] {
    sentence.split { $0 == "," }.flatMap { clause -> [FoldedText] in
      var parts: [FoldedText] = []
      var start = 0
      for (place, scalar) in clause.scalars.enumerated() where scalar == "、" {
        let isAfterPoints = clause.part(start..<place).trimmed().hasSuffix("分")
        let rest = clause.dropFirst(place + 1)
        let next = rest.scalars.firstIndex { "、".unicodeScalars.contains($0) } ?? rest.count
        guard isAfterPoints, rest.part(0..<next).contains(anyWord: ["扣", "加", "得", "减"]) else {
          continue
        }
        parts.append(clause.part(start..<place))
        start = place + 1
      }
      return parts + [clause.dropFirst(start)]
    }
  }

  private mutating func read(_ clause: FoldedText, after before: [FoldedText], isBonus: Bool) {
    let limits = ScoringText.caps + ScoringText.bonusCaps + ScoringText.gainCaps + ["不超过"]
    guard !clause.contains(anyWord: limits) else { return }
    // Most clauses say nothing of points, and need not be put together with all before them.
    lazy var whole =
      before.isEmpty
      ? clause : FoldedText((before + [clause]).map(\.string).joined(separator: ","))
    lazy var shift = whole.count - clause.count
    if ScoringText.givesForEach(clause) { isOpen = true }
    if let both = points(after: ["增减", "加减"], in: clause) {
      // 每增减1个百分点,增减0.3分: so much is given on top, or taken off.
      let head = whole.part(0..<(shift + both.place))
      append(both, head, isBonus: false)
      append(both, head, isBonus: true)
    } else if let loss = points(after: ScoringText.losses, in: clause) {
      append(loss, whole.part(0..<(shift + loss.place)), isBonus: false)
    } else if let gain = points(after: ["加计", "加"], in: clause) {
      append(gain, whole.part(0..<(shift + gain.place)), isBonus: true)
    } else if clause.contains(anyWord: ScoringText.nothing) {
      losesAll = true
      if given.isEmpty {
        let word = ScoringText.nothing.first { clause.contains($0) } ?? ""
        let end = clause.firstPlaces(of: word).map { shift + $0.lowerBound } ?? whole.count
        deductions.append(
          Deduction(
            condition: plain(whole.part(0..<end)), form: "step", step: nil, unit: nil))
      }
    } else if let gain = points(after: ["得", "计", "记", "满分"], in: clause), !isBonus,
      !ScoringText.isOutcome(clause.part(0..<gain.place))
    {
      let (unit, condition) = counted(whole.part(0..<(shift + gain.place)))
      if gain.isRange {
        isOpen = true
      } else if let unit {
        givesForEach = true
        bonuses.append(
          Deduction(
            condition: condition, form: "per_unit", step: gain.value, unit: unit, isBonus: true))
      } else {
        given.append((gain.value, clause.part(0..<gain.place).string))
      }
    } else if clause.suffix(of: ["得满分", "计满分", "记满分", "给满分"]) != nil {
      givesAll = true
      if let points { given.append((points, "满")) }
    }
  }

  /// Whether the words before points say what somebody got, and not what can be had: 平均仅, 实.
  private static func isOutcome(_ head: FoldedText) -> Bool {
    head.suffix(of: ["仅", "只", "平均", "均", "共", "实", "实际", "获", "最后", "最终", "已"]) != nil
  }

  /// Whether a clause says how many points each of several things has, and no more: `每项措施各1.5分`, `召开会议每次1分`.
  private static func givesForEach(_ clause: FoldedText) -> Bool {
    let plain = clause.trimmed()
    let verbs = losses + ["加", "得", "计", "记", "给"]
    return plain.contains("每") && plain.hasSuffix("分") && !plain.contains(anyWord: verbs)
      && plain.scalars.contains(where: FoldedText.isDigit)
  }

  private mutating func append(_ points: Points, _ head: FoldedText, isBonus: Bool) {
    guard !points.isRange else { return isOpen = true }
    isBroken = isBroken || points.isBroken
    let (unit, condition) = counted(head.dropping(last: ScoringText.adverbs))
    let conditions =
      points.further.isEmpty
      ? [condition] : ScoringText.conditions(condition, count: points.further.count + 1)
    for (condition, value) in zip(conditions, [points.value] + points.further) {
      let part = Deduction(
        condition: condition, form: unit == nil ? "step" : "per_unit", step: value, unit: unit,
        isBonus: isBonus)
      if isBonus { bonuses.append(part) } else { deductions.append(part) }
    }
  }

  /// What stands before the verb and says nothing of what points are for: 每处再扣2分.
  private static let adverbs = ["分别", "各", "再", "另", "另外", "并", "均", "也"]

  /// What points are counted for, as 每 or 一次 says it, and the condition without it; 每 may stand
  /// in an earlier clause: 每发生一起,扣2分.
  private func counted(_ head: FoldedText) -> (unit: String?, condition: String) {
    if let each = head.lastPlaces(of: "每") {
      let unit = head.dropFirst(each.upperBound).dropping(last: ScoringText.adverbs).trimmed(
        ScoringText.isMark)
      let before = head.part(0..<each.lowerBound).trimmed(ScoringText.isMark)
      return (unit.string, before.isEmpty ? plain(head) : plain(before))
    }
    let text = head.trimmed(ScoringText.isMark)
    for sign in ScoringText.counters where text.hasSuffix("一" + sign) || text.hasSuffix("1" + sign)
    {
      let before = text.dropLast(2).dropping(last: ["发现", "发生", "出现", "查实", "查出", "有"])
      return (sign, before.isEmpty ? plain(text) : plain(before))
    }
    if let places = text.firstPlaces(of: "有一次") {
      return ("次", plain(text.dropFirst(places.upperBound)))
    }
    return (nil, plain(head))
  }

  /// Points that are given by what is reached: all at once, or in steps of the same height.
  private mutating func settleSteps() {
    if givesAll, points == nil, !given.isEmpty { return isOpen = true }
    // 有总结得4分;每篇信息得0.5分: what all of it can bring is not said.
    if givesForEach, !given.isEmpty { return isOpen = true }
    guard let most = given.map(\.value).max(by: { $1 > $0 }) else { return }
    full = full ?? most
    // What is given for things of their own adds up: 有文件得2分,有专职人员得3分.
    guard
      given.count == 1
        || given.count(where: { ScoringText.isLevel($0.condition) }) + 1 >= given.count
    else { return isOpen = true }
    var heights = given.map(\.value)
    if losesAll || given.count == 1 && deductions.isEmpty { heights.append(Decimal(0, scale: 0)) }
    let sorted = heights.sorted { $0 > $1 }
    guard sorted.count >= 2 else { return }
    let steps = zip(sorted, sorted.dropFirst()).map { high, low in
      ExactSum.of([high, Decimal(-low.significand, scale: low.scale)])
    }
    guard let first = steps.first.flatMap({ $0 }) else { return }
    if steps.allSatisfy({ $0?.isEqual(to: first) ?? false }) {
      deductions.append(Deduction(condition: "", form: "step", step: first, unit: nil))
    } else {
      isOpen = true
    }
  }

  /// Whether what points are given for is a level of something that is reached: 完成90%, B级.
  private static func isLevel(_ condition: String) -> Bool {
    let text = FoldedText(condition)
    return text.scalars.contains(where: FoldedText.isDigit)
      || text.contains(anyWord: ["级", "档", "优秀", "良好", "合格", "等次", "以上", "以下", "满", "基本", "部分"])
  }

  /// When a veto falls: 发生事故的,一票否决; 本指标为否决性指标,未达到目标的不合格.
  private static func condition(ofVeto sentence: FoldedText, _ word: String) -> String {
    guard word != "一票否决", let places = sentence.firstPlaces(of: word) else {
      return sentence.trimmed { " ,:、".unicodeScalars.contains($0) }.string
    }
    let rest = sentence.dropFirst(places.upperBound).trimmed { " ,:、".unicodeScalars.contains($0) }
    return rest.isEmpty ? word : rest.string
  }

  private func plain(_ text: FoldedText) -> String {
    var plain = text.trimmed { " ,:、".unicodeScalars.contains($0) }
    while plain.hasSuffix("(") || plain.hasSuffix(",") { plain = plain.dropLast(1).trimmed() }
    return plain.string
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    " ,:、的".unicodeScalars.contains(scalar)
  }
}
