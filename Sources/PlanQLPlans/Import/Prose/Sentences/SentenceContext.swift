import PlanQLData

/// What the sentences before a sentence say of it: the time, and whether targets are spoken of.
struct SentenceContext: Sendable {
  var time: ProsePeriod? { span ?? point }
  private(set) var year: Int?
  /// The time that was named last, and the one of the title or the heading.
  private var point: ProsePeriod?
  private var headTime: ProsePeriod?
  /// The several years that hold up to the full stop: “十四五”时期,甲率达到…;乙率达到….
  private var span: ProsePeriod?
  /// Whether the paragraph is a title or another short line without a full stop.
  private(set) var isHead = false
  /// Whether the sentence says up to its full stop what is aimed at: 主要预期目标是:甲率增长6%;乙率达到45%.
  private var isAiming = false
  /// Whether a heading says that what stands below it is to be done: 2024年工作计划, 下一步工作打算.
  private var isOfPlannedYear = false
  /// The year of what is aimed at.
  private var aimYear: Int?
  /// Whether a part of the sentence, up to its full stop, tells what is to be: 力争, 确保.
  private(set) var isAhead = false
  /// Whether a part of it tells what is done already.
  private(set) var isDone = false
  /// Whether the heading says that what stands below it is done: 2022年工作回顾.
  private var isOfReview = false
  /// Whether the title says it of all of the document.
  private var isReview = false
  /// The year that is called 今年: that of the heading, as in 2024年工作安排, else that of the document.
  private(set) var present: Int?
  private let yearOfDocument: Int?
  /// The year in which the document was written at the latest.
  private let written: Int?
  private var node: Int?
  /// Whether a heading or the text itself announces targets.
  private var hasTargets = false
  /// The years of a plan that the title names.
  private var planned: Period?
  /// Whether the text is a plan for some years, so that what it says is reached may be what is to be.
  var isOfPlan: Bool { (planned != nil || lastPlanned != nil) && !isOfResults }
  /// The years of the plan that a heading names: “十四五”规划主要指标.
  private var term: Period?
  private var lastPlanned: Int? { term?.end?.civil.year }
  /// The first year of the plan that the text is.
  var plannedFrom: Int? { (planned?.start ?? term?.start)?.civil.year }
  /// Whether the title announces them, so that the items of lists are targets.
  private var isListOfTargets = false
  private var isItem = false
  /// Whether the paragraph, or the label above it, tells what was reached: 完成情况:, 1-6月实际:.
  private var isOfResults = false
  private var isBelowResults = false

  init(year: Int?, written: Int?) {
    self.year = year
    self.present = year
    self.yearOfDocument = year
    self.written = written
  }

  /// Goes on to a paragraph.
  mutating func enter(_ paragraph: ProseText, under lines: [FoldedText], isTitle: Bool) {
    // What stands behind the full stop on the line of a heading is text.
    let headings = lines.map(SentenceContext.withoutText)
    let text = paragraph.text
    if paragraph.node != node {
      node = paragraph.node
      isBelowResults = false
      hasTargets = headings.last.map(SentenceContext.announcesTargets) ?? false
      isOfReview = isReview || headings.contains(where: SentenceContext.tellsOfDone)
      // 7月末 is the day of a balance, and no time of what stands under the next number.
      leaveBalance()
      takeTimes(of: headings)
    } else if Numbering(text).map({ $0.level <= 2 }) ?? false {
      leaveBalance()
    }
    isHead = isTitle || text.count <= 40 && !text.contains(anyOf: Array("。,;".unicodeScalars))
    let endsInTargets = text.count <= 80 && text.dropping(last: ["。", ":"]).hasSuffix("目标")
    if isHead || endsInTargets, SentenceContext.announcesTargets(text) { isListOfTargets = true }
    if isHead, endsInTargets, SentenceContext.announcesTargets(text) { hasTargets = true }
    takeYears(of: text, isTitle: isTitle)
    // 关于2023年环境状况的报告, given in the year after: whether 去年 is that year or the one before, is not told.
    if isTitle, text.hasPrefix("关于"), text.withoutAsides.hasSuffix("报告") { present = nil }
    if isTitle {
      isReview = SentenceContext.tellsOfDone(text) && !text.contains(anyWord: SentenceContext.plans)
      isOfReview = isReview
    }
    if isHead { takePlan(text) }
    takeResults(text)
    let plain = text.withoutAsides
    let announced = [
      "指标为", "目标:", "目标规划", "主要指标:", "目标主要有", "目标主要包括", "目标主要是", "目标有", "目标包括", "目标如下",
    ].compactMap {
      plain.firstPlaces(of: $0)?.lowerBound
    }.min()
    // Behind a value it is the target of that one alone.
    if let announced,
      !Quantity.all(in: plain.part(0..<announced)).contains(where: {
        $0.unit != nil && $0.unit != "年"
      })
    {
      hasTargets = true
      aimYear = ProsePeriod.all(in: text.part(0..<announced), year: year).last?.year
    }
    if announced == nil, text.contains(anyWord: SentenceContext.results) { hasTargets = false }
    let times = ProsePeriod.all(in: text, year: year, present: present)
    // A paragraph with a time of its own does not go on with that of another.
    if !isHead, times.contains(where: { !$0.isBase && $0.year != nil }) { point = headTime }
    isItem =
      text.scalar(0).map(ProseSentence.isListSign) ?? false || text.hasPrefix("--")
      || Numbering(text).map { $0.level >= 3 } ?? false
  }

  /// Forgets a time that is the last day of a month or a year.
  private mutating func leaveBalance() {
    guard let last = point.map({ FoldedText($0.text) }), last.suffix(of: ["末", "底"]) != nil else {
      return
    }
    point = headTime
  }

  /// Takes the times that headings name, the outermost first.
  private mutating func takeTimes(of headings: [FoldedText]) {
    present = yearOfDocument
    isOfPlannedYear = SentenceContext.areOfPlan(headings)
    for heading in headings where !SentenceContext.isOfSpeech(heading) {
      let times = ProsePeriod.all(in: heading, year: year, present: present).filter { !$0.isBase }
      guard !times.isEmpty else { continue }
      leave(times, isHead: true)
      // 到2025年主要目标, 2021-2025年: none of these years is this one.
      let years = Set(times.compactMap(\.year))
      if years.count == 1, !times.contains(where: { $0.isDeadline || $0.isOfSeveralYears }) {
        present = years.first
      }
    }
  }

  /// Takes the years that the name of a plan tells, in the title or in a short line of its own: 某市规划(2021-2025年),
  /// 关于印发《某市规划(2021-2025年)》的通知.
  private mutating func takeYears(of text: FoldedText, isTitle: Bool) {
    guard isTitle || isHead, !text.contains(anyWord: SentenceContext.reviews) || isTitle else {
      return
    }
    let name = text.dropping(last: ["的通知"]).trimmed { "》 ".unicodeScalars.contains($0) }
    guard name.withoutAsides.suffix(of: ["方案", "规划", "计划", "纲要"]) != nil,
      // 2023年工作总结及2024年工作计划: the plan is that of the last.
      let years = ProsePeriod.all(in: name, year: nil).last,
      isTitle || years.isOfSeveralYears
    else { return }
    planned = years.period
  }

  /// Takes the years of the plan that a heading names, where it does not tell how that has gone.
  private mutating func takePlan(_ text: FoldedText) {
    guard let name = PeriodReading.fiveYearNames.first(where: { text.contains($0) }) else { return }
    let isOfPlan =
      text.contains(anyWord: ["规划", "纲要", "目标", "主要指标"])
      && !text.contains(anyWord: SentenceContext.reviews)
    term = isOfPlan ? PeriodReading.fiveYears(in: name) : nil
  }

  /// Takes what the label of a paragraph says: that it tells what was reached, or what is planned. A label on a line of its
  /// own holds for the paragraphs below it.
  private mutating func takeResults(_ text: FoldedText) {
    let plain = Numbering(text)?.rest ?? text
    let colon = plain.scalars.prefix(20).firstIndex(of: ":")
    let isAlone = isHead && plain.count <= 20 && (colon == nil || colon == plain.count - 1)
    let label = plain.part(0..<(colon ?? (isAlone ? plain.count : 0)))
    let tells = SentenceContext.tellsResults(label)
    let plans = SentenceContext.tellsPlans(label)
    if isAlone, !label.isEmpty, tells || plans { isBelowResults = tells }
    isOfResults = tells || isBelowResults && !plans
  }

  /// Goes on to a sentence; what holds up to a full stop ends with it.
  mutating func begin(_ sentence: ProseSentence) {
    if !sentence.goesOn {
      span = nil
      isAiming = false
      isAhead = false
      isDone = isOfReview
      // 全年森林覆盖率45.1%, behind 截至9月25日,…: of the year, and not up to that day.
      let isOfYear = sentence.text.hasPrefix("全年") || sentence.text.hasPrefix("年内")
      if isOfYear, point?.isOfPartOfYear ?? false {
        point = headTime.flatMap { $0.isOfPartOfYear ? nil : $0 }
      }
    }
    if sentence.text.contains(anyWord: ["超额完成", "已完成", "已有", "已建成", "已实现"]) { isDone = true }
    if let colon = sentence.text.scalars.prefix(20).firstIndex(of: ":") {
      // 目标:优良率85%。完成情况:优良率86%。
      let label = sentence.text.part(0..<colon)
      if SentenceContext.tellsResults(label) { isOfResults = true }
      if SentenceContext.tellsPlans(label) { isOfResults = false }
    }
    if sentence.text.contains(anyWord: ["力争", "争取", "确保"]) { isAhead = true }
    guard let end = SentenceContext.aim(in: sentence.text) else { return }
    aimYear = ProsePeriod.all(in: sentence.text.part(0..<end), year: year).last?.year
    if Quantity.all(in: sentence.text.dropFirst(end)).isEmpty {
      // 主要目标是: above a list.
      if end >= sentence.text.count - 1 { hasTargets = true }
    } else {
      isAiming = true
    }
  }

  /// Where the words end that say of all values behind them that they are aimed at; nil where there are none, or they
  /// are those of one indicator: 甲浓度目标为35.
  private static func aim(in text: FoldedText) -> Int? {
    let plain = text.withoutAsides
    guard let places = ["目标是", "目标为"].compactMap({ plain.firstPlaces(of: $0) }).first else {
      return nil
    }
    let before = plain.part(0..<places.lowerBound)
      .dropping(last: ["主要", "预期", "年度", "工作", "发展", "的", "总体", "控制"])
    let isOfOne =
      before.suffix(of: StatementWords.measures) != nil
      || Quantity.all(in: before).contains { $0.unit != nil && $0.unit != "年" }
    return isOfOne || before.hasSuffix("水质") ? nil : places.upperBound
  }

  /// Takes the times of a sentence for those after it.
  mutating func leave(_ times: [ProsePeriod], isHead isOfHeading: Bool? = nil) {
    let isHead = isOfHeading ?? self.isHead
    let own = times.filter { !$0.isBase }
    guard let last = own.last else { return }
    // “十四五”期间 is the time of its own sentence alone.
    let isSpan = last.isOfSeveralYears && !last.isDeadline
    // 2022年2月及1-2月: which of the times of a title a value is of, is not said.
    // 2022年完成情况及2023年计划: nor is that of which of its years a value is.
    let isOpen =
      isHead
      && own.contains {
        $0.period != last.period && ($0.isOfPartOfYear || $0.year != last.year)
      }
    point = isSpan || isOpen ? nil : last
    span = isSpan ? last : nil
    if isHead { headTime = point }
    year = own.compactMap(\.year).last ?? year
  }

  /// Whether plain values of a sentence are targets: it says so, or targets are spoken of.
  func isOfTargets(_ text: FoldedText) -> Bool {
    if text.contains(anyWord: SentenceContext.results) { return false }
    if tellsOfBefore(text) || isOfResults && !SentenceContext.aims(text) { return false }
    return hasTargets || isAiming || isListOfTargets && isItem
      || isOfPlannedYear && !tellsOfPast(text)
      || text.contains(anyWord: ["力争", "争取", "确保", "为约束性指标", "为预期性指标"])
      || SentenceContext.proposes(text)
  }

  /// Whether a sentence among targets tells how things were in a year before: 2022年优良率为83.1%.
  private func tellsOfBefore(_ text: FoldedText) -> Bool {
    guard let aimYear, !text.contains(anyWord: ["达到", "控制", "力争", "确保", "不低于", "以上", "以内", "目标"]),
      let own = ProsePeriod.all(in: text, year: nil).first(where: { !$0.isBase && !$0.isDeadline })?
        .year
    else { return false }
    return own < aimYear
  }

  /// Whether a sentence below the heading of a plan tells how things are or were: 目前优良率为83%.
  private func tellsOfPast(_ text: FoldedText) -> Bool {
    if text.contains(anyWord: ["已", "目前", "截至", "截止", "去年", "上年", "累计", "实际", "现有"]) {
      return true
    }
    guard let present else { return false }
    return ProsePeriod.all(in: text, year: nil).contains { !$0.isBase && $0.year ?? .max < present }
  }

  /// Whether a sentence says itself that it is of what is to be.
  private static func aims(_ text: FoldedText) -> Bool {
    text.contains(anyWord: ["力争", "争取", "确保", "目标是", "目标为", "为约束性指标", "为预期性指标"]) || proposes(text)
  }

  /// Whether a time lies in the years that the title plans, so that what a sentence says of it is a target.
  func isPlanned(_ time: ProsePeriod?, _ text: FoldedText) -> Bool {
    if isOfResults, !SentenceContext.aims(text) { return false }
    if let lastPlanned, let time, time.year == lastPlanned, !time.isOfPartOfYear, !time.isBase,
      !text.contains(anyWord: SentenceContext.results + ["已", "完成了", "实现了"])
    {
      return true
    }
    if let written, let year = time?.year, year < written { return false }
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
    if isDue, !hasMoney || text.contains(anyWord: SentenceContext.bounds + BoundWords.rising) {
      return false
    }
    // 民间项目投资 is an investment, and counts no projects.
    if text.replacing("项目投资", with: "").contains("项目") { return true }
    if hasTargets || isListOfTargets && isItem || SentenceContext.aim(in: text) != nil {
      return false
    }
    let isBounded = text.contains(anyWord: ["以上", "以内", "不低于", "≥", "≤"])
    if isBounded, isOfTargets(text) || text.contains(anyWord: SentenceContext.bounds + ["以上;"]) {
      return false
    }
    if text.contains(anyWord: ["工程", "投资", "资金"]) { return true }
    return hasMoney
  }

  /// Whether a sentence tells what a plan proposes: “十四五”规划提出,….
  private static func proposes(_ text: FoldedText) -> Bool {
    ["规划", "纲要", "方案", "行动计划", "规划》", "纲要》", "方案》", "计划》"].contains { paper in
      ["提出", "还提出", "也提出", "中提出", "明确提出", "明确", "提出了"].contains { verb in
        [",", ":", "到", "力"].contains { text.contains(paper + verb + $0) }
      }
    }
  }

  private static let results = ["同比", "环比", "上年同期", "去年同期", "比上年"]
  private static let bounds = [
    "以内", "不低于", "不高于", "不超过", "控制在", "≥", "≤", "力争", "争取", "确保",
  ]
}
