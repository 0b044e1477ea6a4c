/// A figure of a sentence with the words that belong to it.
struct ClauseWords: Sendable {
  let figure: WrittenFigure
  /// The clauses without figures before its own.
  let contexts: [FoldedText]
  /// What stands before it in its own clause, without times and conjunctions.
  var own: FoldedText
  /// The same as it is written, with its times.
  let written: FoldedText
  /// What stands after it, up to the next figure.
  let after: FoldedText
  /// The time that its clause or one before it names.
  var time: FoldedText?
  /// The times that stand in brackets behind several names, each that of its name: 一期(2011-2013年)、二期(2014年).
  let timesOfNames: [FoldedText]
  /// Whether that time stands right before what the figure is called: 2023年|计划投资.
  let isTimeBeside: Bool
  /// Whether that time is the year that something is planned for: 2019年|投资计划.
  let isYearOfPlan: Bool
  /// The year that something is planned for, beside the day up to which it is told of: 至7月底,下达2019年投资计划.
  let planYear: FoldedText?
  /// Whether its clause names another year than that of the day up to which it is told of, so that it is not told which
  /// of the two is its time: 截至2021年11月底,提前下达2022年项目64个.
  let isOfOtherYear: Bool
  /// Whether it goes on with a list: 6%、24%.
  let isListed: Bool
  /// Whether the next figure belongs to the same clause.
  let endsClause: Bool
  /// Its place in the sentence.
  let place: Int
  /// Its place in the text that the sentence is a part of.
  let start: Int

  /// Whether nothing but the sign of a list stands before it.
  var isBare: Bool { own.isEmpty && contexts.isEmpty }
  var isAmount: Bool { figure.kind == 0 }
  var isShare: Bool { figure.kind == 1 || figure.kind == 2 }
  var isCount: Bool { figure.kind == 3 }
  /// Whether it counts people or what they live in, and so no projects.
  var isCountOfPeople: Bool {
    if case .count(let word) = figure.unit { return ["人", "户", "名", "人次"].contains(word) }
    return false
  }
  /// Whether it says how large what the next words name is built: 280万吨/年裂解装置.
  var isCapacityInName: Bool {
    let noun = SubjectWords.following(after).noun
    let isNamed = SubjectWords.counted(noun) == "项目" && noun.count > 2
    switch figure.unit {
    case .count(let word)
    where ["套", "台", "辆", "株", "头", "只"].contains(where: { word.hasSuffix($0) }):
      return isNamed
    case .measure(let unit) where unit.contains("/") && !unit.contains("立方米"): break
    case .measure(let unit) where unit.hasSuffix("吨") || unit.hasSuffix("千瓦"): return isNamed
    case .money, .percent, .points, .count, .measure, .other, .unknown: return false
    }
    return after.scalar(0).map(FoldedText.isIdeograph) ?? false
      && !BoundWords.after.contains { after.hasPrefix($0.word) }
  }
  /// Whether it bounds those that are named behind it, so that it is a figure of none: 得分低于75分的单位是甲镇.
  var isBoundOfList: Bool {
    guard !isAmount, after.hasPrefix("的") else { return false }
    let rest = after.dropFirst(1)
    let bounds = ["低于", "高于", "不足", "超过", "达到", "达", "不到", "大于", "小于", "少于", "多于"]
    return own.suffix(of: bounds) != nil
      && ["单位", "乡镇", "镇", "县", "区", "市", "街道", "部门", "城市", "企业", "村", "是", "有", "为", "分别"].contains
      {
        rest.hasPrefix($0)
      }
  }

  /// Whether it counts things, and measures nothing.
  var isCountOfThings: Bool {
    if case .count = figure.unit { return true }
    return false
  }

  /// Whether it says how long or how large something is.
  var isExtent: Bool {
    guard case .measure(let unit) = figure.unit else { return false }
    return unit.hasSuffix("公里") || unit.hasSuffix("米") || unit.hasSuffix("亩")
      || unit.hasSuffix("公顷")
  }

  /// Whether it counts things by thousands: 15万个.
  var countsThousands: Bool {
    if case .measure(let unit) = figure.unit { return ["万个", "万项", "千个"].contains(unit) }
    return false
  }

  /// Whether it is of what the words before it speak of, since its own clause names nothing else.
  var hasNoSubject: Bool {
    if MeasureWords.compares(own) { return true }
    if isAmount { return MeasureWords.amount(own).map { $0.rest.isEmpty } ?? false }
    if isShare { return MeasureWords.share(own).map { $0.rest.isEmpty } ?? true }
    return false
  }
}

extension ClauseWords {
  init(
    _ figure: WrittenFigure, before: FoldedText, after: FoldedText, isFirst: Bool,
    isAfterCount: Bool, place: Int, start: Int
  ) {
    // 218億、甲建設13億元: the sign before belongs to the number that was not read.
    let large = isFirst ? nil : ["億", "亿", "萬", "万"].first { before.hasPrefix($0 + "、") }
    let (clauses, isListed) = ClauseWords.parted(
      before.dropFirst(large == nil ? 0 : 1).trimmed(), isFirst: isFirst,
      isAfterCount: isAfterCount,
      hasNoun: figure.kind == 3 && SubjectWords.leadingCounted(after) != nil)
    self.isListed = isListed
    let own = clauses.last ?? .empty
    // What follows the figure before in its clause belongs to that one.
    self.contexts = Array(clauses.dropLast().dropFirst(isFirst || isListed ? 0 : 1))
    let written = ClauseWords.withoutBlanks(own)
    let (rest, last) = ProseTime.parted(written)
    let time = last.map { ClauseWords.withYear($0, of: written) }
    // The time of a comparison is that of what is compared with, and one in a name that of the things.
    let isOfOther =
      MeasureWords.compares(written) || ClauseWords.namesByTime(written)
      || ClauseWords.isShareOfTime(written)
    self.written = written
    // 全市重点项目1-3月项目累计完成投资: one 项目 without the time between.
    let joined = rest.contains("项目项目") ? rest.replacing("项目项目", with: "项目") : rest
    self.own = isOfOther ? written : SubjectWords.withoutLeads(joined)
    let earlier = self.contexts.reversed().filter { !ClauseWords.isComparison($0) }
      .compactMap { ProseTime.parted($0).time }.first(where: ProseTime.isPoint)
    self.timesOfNames = ClauseWords.timesOfNames(written)
    let lead = MeasureWords.compares(written) ? ClauseWords.timeThatBegins(written) : nil
    let words = self.own.string
    let isOfPlan = !isOfOther && time.map { ClauseWords.isYearOfPlan($0, in: written) } ?? false
    self.isYearOfPlan = isOfPlan
    let day = earlier.flatMap { day in
      time.map { ClauseWords.tells(day, ofYear: $0, isOfPlan: isOfPlan) } ?? false ? day : nil
    }
    self.planYear = isOfPlan && day != nil ? time : nil
    self.isOfOtherYear =
      day == nil && !isOfOther
      && earlier.map { ClauseWords.isUpToDay($0) && !PlanFacts.years(of: $0).isEmpty } ?? false
      && time.map { ClauseWords.isYear($0) } ?? false
    self.time =
      isOfOther || !timesOfNames.isEmpty
      ? lead ?? earlier : day ?? time.flatMap { ProseTime.isPoint($0) ? $0 : nil } ?? earlier
    if let since = ["自开工建设以来", "自开工以来", "开工建设以来", "开工以来"].first(where: { words.hasPrefix($0) }) {
      self.own = self.own.dropFirst(since.unicodeScalars.count)
      self.time = FoldedText(since)
    }
    self.isTimeBeside = time.map { written.hasSuffix($0.string + words) } ?? false
    self.after = after
    self.endsClause =
      after.scalars.contains { ",;:。、".unicodeScalars.contains($0) } || after.isEmpty
    self.figure = figure
    self.place = place
    self.start = start
  }

  /// The time that a comparison begins with, which is that of the figure and none that is compared with: 2013年上半年
  /// in 2013年上半年增长, but not in 2013年同期增长.
  private static func timeThatBegins(_ words: FoldedText) -> FoldedText? {
    guard let places = ProseTime.places(in: words).first, places.lowerBound == 0,
      !words.dropFirst(places.upperBound).contains(anyWord: ["同期", "相比", "水平", "以来"])
    else { return nil }
    let time = words.part(places)
    return ProseTime.isPoint(time) ? time : nil
  }

  /// A quarter or months with the year that the clause begins with: 2020年全市四季度.
  private static func withYear(_ time: FoldedText, of words: FoldedText) -> FoldedText {
    let places = ProseTime.places(in: words)
    guard places.count == 2, places[0].lowerBound == 0, isYear(words.part(places[0])),
      !time.contains("年") || time.hasSuffix("半年"), time.contains(anyWord: ["季度", "半年", "月"]),
      !time.contains(anyWord: ["今年", "年上半年", "年下半年"]), !time.contains("个月")
    else { return time }
    return words.part(places[0]).joined(time)
  }

  /// Whether a time is a year alone, right before words for a plan.
  private static func isYearOfPlan(_ time: FoldedText, in words: FoldedText) -> Bool {
    guard let places = words.lastPlaces(of: time.string), isYear(time) else { return false }
    let rest = words.dropFirst(places.upperBound)
    return rest.count <= 12 && rest.contains("计划") && !rest.contains("完成")
  }

  private static func isYear(_ time: FoldedText) -> Bool {
    time.scalars.prefix(while: FoldedText.isDigit).count == 4
      && ["年", "年度"].contains(time.dropFirst(4).compact)
  }

  /// Whether a clause before says up to which day what is of a year is told of: 截至2017年10月10日,2017年资金….
  private static func tells(_ day: FoldedText, ofYear year: FoldedText, isOfPlan: Bool) -> Bool {
    guard isUpToDay(day) else { return false }
    if ["今年", "今年以来", "本年", "本年度", "年内"].contains(year.compact) { return true }
    return isYear(year) && (isOfPlan || day.contains(year.part(0..<5).string))
  }

  /// Whether a time is the day up to which something is told of.
  private static func isUpToDay(_ time: FoldedText) -> Bool {
    !isYear(time) && ["截至", "截止", "至"].contains { time.hasPrefix($0) }
  }

  private static func timesOfNames(_ words: FoldedText) -> [FoldedText] {
    let times = words.outerBrackets().compactMap { bracket -> FoldedText? in
      let (rest, time) = ProseTime.parted(
        words.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1)))
      return rest.trimmed().isEmpty ? time : nil
    }
    return times.count > 1 ? times : []
  }

  /// Whether a clause only compares with another time: 与2020年预算基本持平.
  private static func isComparison(_ clause: FoldedText) -> Bool {
    clause.contains(anyWord: ["持平", "相比", "一致", "相当", "可比价", "不变价", "价格计算"])
      || ["由于", "因", "受"].contains { clause.hasPrefix($0) } || tellsOfBeginning(clause)
      || MeasureWords.compares(clause)
        && ["与", "比", "较", "同比", "环比"].contains { clause.hasPrefix($0) }
  }

  /// Whether a clause says when works began or ended, which is no time of their figures: 某工程于2021年8月开工,
  /// 2022年3月开工.
  static func tellsOfBeginning(_ clause: FoldedText) -> Bool {
    guard let verb = clause.suffix(of: beginnings) else { return false }
    let before = clause.dropLast(verb.unicodeScalars.count).dropping(last: ["正式", "全面", "顺利", "已"])
    return clause.contains("于") || ProseTime.places(in: before).last?.upperBound == before.count
  }
  /// What works do when they begin or end.
  static let beginnings = [
    "开工", "开工建设", "动工", "竣工", "完工", "通车", "建成", "建成投运", "建成投产", "建成投用", "建成通车", "投产", "投运", "投入运行",
    "投入使用", "启动", "获批", "立项",
  ]

  /// Whether the words before a share name what was done in another time, of which it is a share: 占上半年完成投资.
  private static func isShareOfTime(_ words: FoldedText) -> Bool {
    ProseTime.places(in: words).first?.lowerBound == 1
      && (words.hasPrefix("占") && words.contains(anyWord: ["完成", "实现", "实际"])
        || words.hasPrefix("为") && words.contains("计划"))
  }

  /// Whether the words before a figure name things by a time of theirs: 计划三季度建成的8个项目.
  private static func namesByTime(_ words: FoldedText) -> Bool {
    guard words.hasSuffix("的") else { return false }
    if ["计划", "拟", "预计", "应"].contains(where: { words.hasPrefix($0) }) { return true }
    // 2020年底完成的6项问题 are those that are to be done by then.
    guard let time = ProseTime.parted(words).time, !time.hasPrefix("截") else { return false }
    return time.hasPrefix("到") || time.suffix(of: ["前", "底", "末"]) != nil && time.compact != "目前"
  }

  /// The clauses before a figure, and whether it goes on with a list.
  private static func parted(
    _ text: FoldedText, isFirst: Bool, isAfterCount: Bool, hasNoun: Bool
  ) -> (clauses: [FoldedText], isListed: Bool) {
    let signs = ["、", "和", "与", "及", "以及"]
    let isListed = !isFirst && signs.contains { text.hasPrefix($0) }
    let before = isListed ? text.trimmed { "、和与及以 ".unicodeScalars.contains($0) } : text
    var clauses = ClauseWords.clauses(before)
    if !isFirst, clauses.count == 1 {
      // 48个专项、403个项目: the noun is that of the figure before.
      if ["、", "和", "及"].contains(where: { before.hasSuffix($0) }) { return ([.empty], true) }
      if !isListed, isNounOfCount(before, isAfterCount: isAfterCount) { return ([.empty], false) }
    }
    // Before 67个项目, the words before the colon say whose they are.
    if before.contains(":"), clauses.count > 1, !hasNoun, let last = clauses.last,
      MeasureWords.withoutFillers(last).isEmpty, isLabel(clauses[clauses.count - 2])
    {
      // 中央补助款:新台币476万元
      clauses.removeLast()
    }
    return (clauses, isListed)
  }

  /// Whether what stands between two figures is the noun of the first: 26个项目中5个已完工, 14个镇区68个村.
  private static func isNounOfCount(_ text: FoldedText, isAfterCount: Bool) -> Bool {
    guard isAfterCount else { return false }
    let noun = SubjectWords.withoutBracket(text.dropping(last: ["共计", "合计", "总计", "共"]))
    return text.hasSuffix("中") && text.count <= 20
      || noun.count <= 6 && SubjectWords.state(atEndOf: noun) == nil
  }

  /// Whether a clause before a colon says what the figure after it is.
  private static func isLabel(_ clause: FoldedText) -> Bool {
    let leads = ["按", "分", "从", "其中", "此中", "看", "通过"]
    let ends = ["看", "划分", "统计", "如下", "情况", "来源", "为", "是", "中"]
    return SubjectWords.isPlain(clause) && clause.count <= 20
      && !leads.contains { clause.hasPrefix($0) } && !ends.contains { clause.hasSuffix($0) }
  }

  /// The same figure with other words before it.
  func with(own: FoldedText) -> ClauseWords {
    var words = self
    words.own = own
    return words
  }

  /// The same figure of another time.
  func with(time: FoldedText) -> ClauseWords {
    var words = self
    words.time = time
    return words
  }

  /// The parts of a text between its commas and colons, but not those amid numbers.
  static func clauses(_ text: FoldedText) -> [FoldedText] {
    var parts: [FoldedText] = []
    var start = 0
    for (place, scalar) in text.scalars.enumerated() where ",:".unicodeScalars.contains(scalar) {
      let isAmidNumber =
        [place - 1, place + 1].allSatisfy { text.scalar($0).map(FoldedText.isDigit) ?? false }
      if isAmidNumber { continue }
      parts.append(text.part(start..<place))
      start = place + 1
    }
    parts.append(text.dropFirst(start))
    return parts.map { $0.trimmed() }
  }

  /// A text without the blanks between its ideographs.
  private static func withoutBlanks(_ text: FoldedText) -> FoldedText {
    let plain = text.trimmed()
    return plain.contains(" ")
      ? FoldedText(plain.string.filter { $0 != " " && $0 != "\u{3000}" }) : plain
  }
}
