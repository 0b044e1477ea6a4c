import PlanQLData

/// Reads targets and observed values in sentences, clause by clause.
///
///     sentence  = { clause , }
///     clause    = [time] (value | comparison | scope)
///     value     = [place] name words number unit
///     scope     = n个断面中 | 考核断面: | 水质状况总体为优
///
/// A clause may leave out what the one before it has said: the time, the place, and what a
/// comparison, a share or a rank is of.
struct StatementReader {
  /// What is not certain of where values were observed, line by line.
  var remarks: [ProseRemark] { places.remarks }
  var statements: [StatedValue] = []
  /// The year after which nothing can be observed yet.
  var written: Int?
  /// What the sentence speaks of before its values: 主要河流水质考核断面:….
  private(set) var subject = FoldedText.empty
  /// The name that the clause before is, whose value follows: 森林覆盖率:2022年为62.1%.
  var announced = FoldedText.empty
  /// What the clause before told the change of, which the value that it led to may follow.
  private var changed = FoldedText.empty
  /// The places of the clause before of which the values follow.
  var extremes: Extremes?
  /// What a comparison of the sentence is with: 与2015年相比.
  var base: String?
  /// Whether values that are reached at no time may be what is to be, as those beside them are.
  var mayBeAhead = false
  /// Whether the sentence is a headline without a time.
  var isHeadline = false
  /// Whether plain values of the sentence are targets.
  private var hasTargets = false
  private var plannedFrom: Int?
  /// The verb of the item before in a list, which goes on to this one: 减少化肥使用量1200吨、农药使用量35吨.
  private(set) var sharedVerb = FoldedText.empty
  /// Whether the sentence tells what is done already.
  private(set) var isDone = false
  var places = SpokenPlaces()
  private var paragraph = -1
  /// The statement that 其中 stands below.
  var whole: Int?
  /// Whether the bracket behind the last value was read too.
  var hasReadAside = false
  /// How many sentences were read.
  var sentenceCount = 0
  /// The part of the day or the year that a clause without a value speaks of: 夜间声环境质量等级为一般,.
  var qualifier: String?
  /// The values that the last clause with some gave.
  var clauseValues = 0..<0
  /// What the words of the sentence tell of all its clauses.
  private(set) var words = StatementMood.Words(.empty)
  /// Whether the sentence before set tasks, of which the parts behind 其中 are: 下达了造林任务。其中,….
  private var setsTasks = false
  /// The first sentence behind the last full stop.
  var chainStart = 0
  /// Whether the clause before was a value or a comparison, so that another comparison goes on.
  private var isComparable = false

  /// What the sentences before one tell.
  struct Context {
    let time: ProsePeriod?
    let year: Int?
    /// The year in which the document was written.
    let present: Int?
    let isOfTargets: Bool
    /// Whether what stands before it up to the last full stop is to be: 力争甲率达到40%;….
    let isAhead: Bool
    /// Whether it tells up to its full stop what is done already: 已完成10项:….
    var isDone = false
    /// The first year of the plan that the text is, before which nothing is to be.
    var plannedFrom: Int?
    /// Whether it is a headline that names no time: 森林覆盖率提高至24.1%.
    let isHeadline: Bool
  }

  /// Takes a sentence; gives its parts that were read.
  mutating func read(_ sentence: ProseSentence, in context: Context) -> [Range<Int>] {
    if sentence.paragraph != paragraph {
      paragraph = sentence.paragraph
      places.beginParagraph(under: sentence.heading)
      base = nil
      setsTasks = false
    }
    guard !StatementReader.isExample(sentence.text) else { return [] }
    let isOfTasks = setsTasks && sentence.text.hasPrefix("其中")
    setsTasks = isOfTasks || StatementReader.setsTasks(sentence.text)
    if isOfTasks { return [] }
    words = StatementMood.Words(sentence.text)
    let known = statements.count
    defer {
      for place in statements.indices.dropFirst(known) { statements[place].spoken = sentence.text }
    }
    hasTargets = context.isOfTargets
    plannedFrom = context.plannedFrom
    isDone = context.isDone
    mayBeAhead = context.isAhead
    isHeadline = context.isHeadline
    sentenceCount += 1
    if !sentence.goesOn { chainStart = sentenceCount }
    subject = .empty
    places.beginSentence(goesOn: sentence.goesOn)
    whole = nil
    announced = .empty
    extremes = nil
    changed = .empty
    qualifier = nil
    // 与上年同期相比,…。其中,…: the parts are compared with the same.
    if !sentence.text.hasPrefix("其中"), !sentence.goesOn { base = nil }
    isComparable = false
    var time = context.time
    var ranges: [Range<Int>] = []
    for (clause, verb) in StatementReader.clauses(of: sentence.text) {
      sharedVerb = verb
      var text = clause.text
      if clause.start == 0, let mark = Numbering(text), !StatementReader.isClass(mark.rest) {
        text = mark.rest
      }
      let before = time
      takeTime(&text, &time, context)
      // ,而2015年仅为70%: what follows goes on with the time before.
      let isContrast = ["而", "但"].contains { clause.text.hasPrefix($0) }
      let earlier = time?.year ?? .max
      defer { if isContrast, let year = before?.year, earlier < year { time = before } }
      if text.hasPrefix("其中") {
        whole = statements.indices.last
        text = text.dropFirst(2).trimmed { ":, ".unicodeScalars.contains($0) }
      }
      let start = clause.start + clause.text.count - text.count
      takeQualifier(text)
      if takeLabel(text, at: start, sentence) { continue }
      // 某处理厂于2021年5月建成投运,达标率100%: of the works, which no value keeps.
      if ClauseWords.tellsOfBeginning(text) { break }
      let read = read(text, sentence, time: time, present: context.present)
      if read.isEmpty { settlePlaces(behind: text) }
      ranges += read.map { ($0.lowerBound + start)..<($0.upperBound + start) }
    }
    return ranges
  }

  private mutating func read(
    _ text: FoldedText, _ sentence: ProseSentence, time: ProsePeriod?, present: Int?
  ) -> [Range<Int>] {
    let isNext = isComparable
    isComparable = false
    if isNext, comparesWithBases(text) || compare(text, sentence) {
      isComparable = true
      return [0..<text.count]
    }
    if isNext, differs(text, sentence) {
      isComparable = true
      return [0..<text.count]
    }
    let changed = self.changed
    self.changed = .empty
    if StatementReader.isShareOfTarget(text) {
      isComparable = completes(text, sentence)
      return isComparable ? [0..<text.count] : []
    }
    if let change = ValueChange(text, year: time?.year, present: present) {
      guard add(change, text, sentence, time: time, present: present) else { return [] }
      isComparable = true
      return [0..<change.after.places.upperBound]
    }
    let extremes = readExtremes(text, sentence, time: time)
    if !extremes.isEmpty { return extremes }
    let valued = readPlaces(of: text, sentence, time, present)
    if !valued.isEmpty { return valued }
    defer { announced = StatementReader.announced(by: text) }
    guard let clause = StatementClause(text) else {
      // 同比增长: the words of a comparison whose value stands in another clause; 粮食产量稳步提高 is of something else.
      let leads = ["同比", "环比", "比", "较", "与"].contains { text.hasPrefix($0) }
      isComparable = isNext && leads && Quantity.all(in: text).isEmpty && text.count <= 12
      return settle(text) ? [0..<text.count] : []
    }
    return read(clause, text, sentence, time, present, isNext: isNext, changed: changed)
  }

  /// Reads the values of a clause; of those that are given to names in their order, all are right or none is certain.
  private mutating func read(
    _ clause: StatementClause, _ text: FoldedText, _ sentence: ProseSentence,
    _ time: ProsePeriod?, _ present: Int?, isNext: Bool, changed: FoldedText
  ) -> [Range<Int>] {
    guard !text.contains(anyWord: StatementWords.foreign), !words.hasSuperlative,
      !isOfSeveral(clause, text)
    else { return [] }
    let around = StatementMood.Surroundings(
      sentence: sentence.text, isOfTargets: isOfTargets(at: time), time: time, present: present,
      written: written, isDone: isDone, words: words)
    if changesOnly(clause, in: around), let value = clause.values.first {
      let parted = StatementPlace(StatementReader.cleaned(value.name))
      if !parted.place.isEmpty { places.speak(of: parted.place) }
      self.changed = parted.rest.dropping(last: [
        "同比", "环比", "较上年", "比上年", "较去年", "比去年", "同期", "累计", "较", "比",
      ])
      // What goes on in the sentence is compared with the same: 比2012年下降8.3%,氨氮排放量下降9.3%.
      let other = ProsePeriod.all(in: clause.text, year: 2000).first(where: \.isBase)?.text
      base = base ?? other.map { "比" + $0 } ?? "同比"
      return []
    }
    let known = statements.count
    var ranges: [Range<Int>] = []
    for value in clause.values
    where add(value, of: clause, sentence, around, isNext: isNext, changed: changed) {
      let start = ranges.isEmpty ? 0 : value.quantity.places.lowerBound
      ranges.append(start..<(hasReadAside ? text.count : value.quantity.places.upperBound))
    }
    if ranges.count < clause.values.count, clause.values.count > 1 {
      statements.removeLast(statements.count - known)
      return []
    }
    isComparable = !ranges.isEmpty
    clauseValues = known..<statements.count
    return ranges
  }

  /// Whether plain values of a time are targets; those before the first year of the plan are what was then:
  /// “十四五”目标:甲率2020年达到23%,2025年达到24%.
  func isOfTargets(at time: ProsePeriod?) -> Bool {
    guard hasTargets, let plannedFrom, let year = time?.year else { return hasTargets }
    return year >= plannedFrom
  }

  /// Whether 均 says that a value is of the measure that the clause before is, too: 甲浓度,乙浓度均为35.
  private func isOfSeveral(_ clause: StatementClause, _ text: FoldedText) -> Bool {
    guard !announced.isEmpty, let first = clause.values.first else { return false }
    return ClauseWords.saysSeveral(text.part(0..<first.quantity.places.lowerBound))
  }

  /// Whether a sentence says that tasks were set, and none that was done: 下达了造林任务.
  private static func setsTasks(_ text: FoldedText) -> Bool {
    text.contains("下达") && text.contains(anyWord: ["任务", "指标", "计划"])
      && !text.contains("完成") && Quantity.all(in: text).allSatisfy { $0.unit == nil }
  }

  /// The name of a value, with what the clauses before it say of it; nil where it is none.
  func fullName(
    _ name: FoldedText, _ value: StatementClause.Value, _ clause: StatementClause, isNext: Bool,
    changed: FoldedText, time: ProsePeriod?
  ) -> FoldedText? {
    let last = statements.last.flatMap { $0.sentence == sentenceCount ? $0 : nil }
    let unit = value.quantity.unit
    if name.isEmpty, !announced.isEmpty { return announced }
    if name.isEmpty, StatementReader.isName(changed), let verb = clause.verb,
      ["达到", "达", "为"].contains(verb)
    {
      // 优良天数率同比增加0.7个百分点,达到80.6%
      return changed
    }
    if name.isEmpty, isNext, let last, last.isTarget, let time, time.text != last.time?.text,
      clause.verb == "达到", last.quantity.unit == unit
    {
      // 森林覆盖率2020年要达到23.2%,2025年要达到24.1%
      return last.name
    }
    if name.isEmpty, isNext, let last, !last.isTarget, let time, time.text != last.time?.text,
      ["达到", "达", "为", "是", "仅为", "仅"].contains(clause.verb),
      last.name.suffix(of: BoundWords.changes.map(\.word)) == nil, last.quantity.unit == unit
    {
      // 优良率2020年为85%,而2015年仅为70%
      return last.name
    }
    if name.isEmpty {
      // Only of the value of the clause before, and of no share of it.
      guard isNext, let last, let verb = clause.verb, !last.name.hasSuffix("占比") else { return nil }
      if verb == "占" { return last.name.joined(FoldedText("占比")) }
      // 比例上升8.9个百分点,达到74.9%: the value that the change led to.
      let change = BoundWords.changes.first { last.name.hasSuffix($0.word) }?.word
      guard let change, ["达到", "达", "为"].contains(verb) else { return nil }
      return last.name.dropLast(change.unicodeScalars.count)
    }
    if StatementWords.generic.contains(name.compact) {
      let isShare = ["比例", "占比", "比重"].contains(name.compact)
      if isShare, let last, last.quantity.unit != "%" { return last.name.joined(name) }
      if !subject.isEmpty { return subject.joined(name) }
      // 36个断面均达到水质目标,达标率为92.3%: of which sections, is not said.
      if ["达标率", "合格率", "比率"].contains(name.compact) { return nil }
    }
    if StatementReader.isMeanAlone(name) { return nil }
    if StatementWords.bare.contains(name.compact) {
      // 一般工业固体废物产生量…,处置量…: of the same thing.
      guard let last, let measure = StatementWords.bare.first(where: { last.name.hasSuffix($0) })
      else { return nil }
      let thing = last.name.dropLast(measure.unicodeScalars.count)
      return thing.isEmpty ? nil : thing.joined(name)
    }
    return StatementReader.isName(name) ? name : nil
  }

  /// What a clause of which nothing was read says of the places of those behind it.
  private mutating func settlePlaces(behind text: FoldedText) {
    if Quantity.all(in: text).isEmpty {
      if let speaker = StatementPlace.speaker(of: text) { places.speak(ofSpeaker: speaker) }
    } else if StatementPlace.beginsWithRegion(text) || StatementPlace.hasScope(text) {
      places.leave()
    }
  }

  /// Whether words before 水质状况 say how it was looked at, and not where: 总体水质状况为中度污染.
  private static func isManner(_ text: FoldedText) -> Bool {
    ["总体", "整体", "全年", "平均", "水环境", "地表水", "目前"].contains(text.compact)
  }

  /// Takes what a clause without a value says of those that follow; says whether it does.
  private mutating func settle(_ text: FoldedText) -> Bool {
    guard text.count <= 60, !text.hasPrefix("无"), !text.hasPrefix("没有") else { return false }
    if text.hasSuffix("中"), text.count > 3, !text.hasSuffix("其中"),
      text.dropLast(1).suffix(of: ["指标", "方面", "工作", "过程", "任务"]) == nil,
      StatementPlace.mayBePlaces(text.dropLast(1))
    {
      places.speak(of: text.dropLast(1).dropping(first: ["在"]))
      return true
    }
    if let mark = text.firstPlaces(of: "水质状况") ?? text.firstPlaces(of: "水质总体") {
      let aside = text.firstPlaces(of: "[") ?? text.firstPlaces(of: "(共")
      let bracket = aside?.lowerBound ?? mark.lowerBound
      let place = text.part(0..<Swift.min(bracket, mark.lowerBound))
      if !StatementReader.isManner(place) { places.speak(of: place) }
      return true
    }
    // 太湖平均水质为Ⅳ类,总磷浓度0.068毫克/升
    let water = text.firstPlaces(of: "水质").map {
      text.part(0..<$0.lowerBound).dropping(last: ["平均", "总体", "整体"])
    }
    if let water, StatementPlace.isOfWater(water) {
      places.speak(of: water)
      return true
    }
    if StatementPlace.isGroup(text) {
      places.speak(of: text)
      return true
    }
    if let best = StatementPlace.judged(in: text) {
      places.speak(ofJudged: best)
      return true
    }
    if text.count > 3, text.suffix(of: ["断面", "水源地", "点位", "城市", "站点"]) != nil {
      subject = text
    }
    return false
  }
}
