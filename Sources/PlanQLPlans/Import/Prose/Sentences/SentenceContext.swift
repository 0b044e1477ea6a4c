import PlanQLData

/// What the sentences before a sentence say of it: the time, and whether targets are spoken of.
struct SentenceContext: Sendable {
  private(set) var time: ProsePeriod?
  private(set) var year: Int?
  private let present: Int?
  private var node: Int?
  /// Whether a heading or the text itself announces targets.
  private var hasTargets = false
  /// The years of a plan that the title names.
  private var planned: Period?
  /// Whether the title announces them, so that the items of lists are targets.
  private var isListOfTargets = false
  private var isItem = false

  init(year: Int?) {
    self.year = year
    self.present = year
  }

  /// Goes on to a paragraph.
  mutating func enter(_ paragraph: ProseText, under heading: FoldedText?, isTitle: Bool) {
    let text = paragraph.text
    if paragraph.node != node {
      node = paragraph.node
      hasTargets = heading.map(SentenceContext.announcesTargets) ?? false
      if let heading { leave(ProsePeriod.all(in: heading, year: year, present: present)) }
    }
    let isHead = isTitle || text.count <= 40 && !text.contains(anyOf: Array("。,;".unicodeScalars))
    let endsInTargets = text.count <= 80 && text.dropping(last: ["。", ":"]).hasSuffix("目标")
    if isHead || endsInTargets, SentenceContext.announcesTargets(text) { isListOfTargets = true }
    if isTitle, text.suffix(of: ["方案", "规划", "计划", "纲要"]) != nil {
      planned = ProsePeriod.all(in: text, year: nil).first?.period
    }
    let plain = text.withoutAsides
    let announced = ["指标为", "目标为", "目标:", "目标规划", "主要指标:"].compactMap {
      plain.firstPlaces(of: $0)?.lowerBound
    }.min()
    // Behind a value it is the target of that one alone.
    if let announced,
      !Quantity.all(in: plain.part(0..<announced)).contains(where: {
        $0.unit != nil && $0.unit != "年"
      })
    {
      hasTargets = true
    }
    if text.contains(anyWord: SentenceContext.results) { hasTargets = false }
    isItem =
      text.scalar(0).map(ProseSentence.isListSign) ?? false || text.hasPrefix("--")
      || Numbering(text).map { $0.level >= 3 } ?? false
  }

  /// Takes the times of a sentence for those after it.
  mutating func leave(_ times: [ProsePeriod]) {
    let own = times.filter { !$0.isBase }
    guard let last = own.last else { return }
    // “十四五”期间 is the time of its own sentence alone.
    time = last.isOfSeveralYears && !last.isDeadline ? nil : last
    year = own.compactMap(\.year).last ?? year
  }

  /// Whether plain values of a sentence are targets: it says so, or targets are spoken of.
  func isOfTargets(_ text: FoldedText) -> Bool {
    if text.contains(anyWord: SentenceContext.results) { return false }
    return hasTargets || isListOfTargets && isItem
      || text.contains(anyWord: ["力争", "争取", "确保", "为约束性指标", "为预期性指标"])
  }

  /// Whether a time lies in the years that the title plans, so that what a sentence says of it is a target.
  func isPlanned(_ time: ProsePeriod?, _ text: FoldedText) -> Bool {
    guard let from = planned?.start, let to = planned?.end, let start = time?.period?.start,
      let end = time?.period?.end
    else { return false }
    return from <= start && end <= to && !text.contains(anyWord: SentenceContext.results)
  }

  /// Whether a paragraph speaks of projects and their money, which bulletins are read for.
  func isOfProjects(_ text: FoldedText) -> Bool {
    if text.contains(anyWord: ["开工", "年度计划", "完成投资", "总投资"]) { return true }
    let hasMoney = Quantity.all(in: text).contains { $0.unit?.hasSuffix("元") ?? false }
    let isDue = ProsePeriod.all(in: text, year: year, present: present).contains(
      where: \.isDeadline)
    if isDue, !hasMoney || text.contains(anyWord: SentenceContext.bounds) { return false }
    if text.contains("项目") { return true }
    if hasTargets || isListOfTargets && isItem { return false }
    let isBounded = text.contains(anyWord: ["以上", "以内", "不低于", "≥", "≤"])
    if isBounded, isOfTargets(text) || text.contains(anyWord: SentenceContext.bounds + ["以上;"]) {
      return false
    }
    if text.contains(anyWord: ["工程", "投资", "资金"]) { return true }
    return hasMoney
  }

  private static let results = ["同比", "环比", "上年同期", "去年同期", "比上年"]
  private static let bounds = [
    "以内", "不低于", "不高于", "不超过", "控制在", "≥", "≤", "力争", "争取", "确保",
  ]

  private static func announcesTargets(_ text: FoldedText) -> Bool {
    text.contains(anyWord: ["目标", "考核指标", "主要指标", "指标体系", "约束性指标"])
      && !text.contains(anyWord: [
        "完成情况", "结果", "进展", "排名", "通报", "评估", "状况", "考核办法", "责任书",
      ])
  }
}
