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
  /// What the sentence speaks of before its values: 主要河流水质考核断面:….
  private(set) var subject = FoldedText.empty
  /// The name that the clause before is, whose value follows: 森林覆盖率:2022年为62.1%.
  private var announced = FoldedText.empty
  /// What a comparison of the sentence is with: 与2015年相比.
  private(set) var base: String?
  /// Whether plain values of the sentence are targets.
  private var isOfTargets = false
  private var places = SpokenPlaces()
  private var paragraph = -1
  /// The statement that 其中 stands below.
  private var whole: Int?
  /// Whether the bracket behind the last value was read too.
  private var hasReadAside = false
  /// How many sentences were read.
  private var sentenceCount = 0
  /// Whether the clause before was a value or a comparison, so that another comparison goes on.
  private var isComparable = false

  /// What the sentences before one tell.
  struct Context {
    let time: ProsePeriod?
    let year: Int?
    /// The year in which the document was written.
    let present: Int?
    let isOfTargets: Bool
  }

  /// Takes a sentence; gives its parts that were read.
  mutating func read(_ sentence: ProseSentence, in context: Context) -> [Range<Int>] {
    if sentence.paragraph != paragraph {
      paragraph = sentence.paragraph
      places.beginParagraph()
    }
    guard !StatementReader.isExample(sentence.text) else { return [] }
    isOfTargets = context.isOfTargets
    sentenceCount += 1
    subject = .empty
    places.beginSentence()
    whole = nil
    announced = .empty
    base = nil
    isComparable = false
    var time = context.time
    var ranges: [Range<Int>] = []
    for clause in SentenceClause.all(in: sentence.text).flatMap(StatementReader.parted) {
      var text = clause.text
      if clause.start == 0, let mark = Numbering(text) { text = mark.rest }
      takeTime(&text, &time, context)
      if text.hasPrefix("其中") {
        whole = statements.indices.last
        text = text.dropFirst(2).trimmed { ":, ".unicodeScalars.contains($0) }
      }
      let start = clause.start + clause.text.count - text.count
      let read = read(text, sentence, time: time, present: context.present)
      if let first = read.first, let last = read.last {
        ranges.append((first.lowerBound + start)..<(last.upperBound + start))
      }
    }
    return ranges
  }

  /// Takes the time that a clause names, and cuts it off where the clause begins with it; a time
  /// that others are compared with is none of the value.
  private mutating func takeTime(
    _ text: inout FoldedText, _ time: inout ProsePeriod?, _ context: Context
  ) {
    let times = ProsePeriod.all(
      in: text, year: time?.year ?? context.year, present: context.present)
    if let first = times.first(where: \.isBase), text.contains("相比") { base = "比" + first.text }
    // (2021年3月15日-21日) behind a week tells when it was, (含2019年1月并入的丙市) and what follows the value do not.
    let end = Quantity.all(in: text).last?.places.upperBound ?? text.count
    let asides = text.outerBrackets().filter {
      $0.lowerBound >= end || text.part($0).contains(anyWord: ["含", "下同", "目标", "已"])
    }
    let others = times.filter { time in
      !time.isBase && !asides.contains { $0.contains(time.places.lowerBound) }
    }
    guard let first = others.first else { return }
    time = others.last { $0.period != nil } ?? first
    let before = text.part(0..<first.places.lowerBound)
    guard before.count <= 4, !before.scalars.contains(where: FoldedText.isDigit),
      !StatementWords.distances.contains(where: { text.hasPrefix($0) }),
      before.suffix(of: ["省", "市", "县", "区", "州", "旗", "镇", "乡"]) == nil
    else { return }
    let rest = text.dropFirst(first.places.upperBound)
    text = rest.trimmed { " ,:末底初度份".unicodeScalars.contains($0) && $0 != ")" }
  }

  private mutating func read(
    _ text: FoldedText, _ sentence: ProseSentence, time: ProsePeriod?, present: Int?
  ) -> [Range<Int>] {
    let isNext = isComparable
    isComparable = false
    if isNext, compare(text, sentence) {
      isComparable = true
      return [0..<text.count]
    }
    if differs(text, sentence) { return [0..<text.count] }
    if let change = ValueChange(text, year: time?.year, present: present) {
      guard add(change, text, sentence, time: time, present: present) else { return [] }
      isComparable = true
      return [0..<change.after.places.upperBound]
    }
    defer { announced = StatementReader.isMeasureAlone(text) ? text : .empty }
    guard let clause = StatementClause(text) else {
      // 同比增长: the words of a comparison whose value stands in another clause.
      isComparable = isNext && !text.isEmpty && Quantity.all(in: text).isEmpty && text.count <= 12
      return settle(text) ? [0..<text.count] : []
    }
    guard !text.contains(anyWord: StatementWords.foreign),
      !sentence.text.contains(anyWord: StatementWords.superlatives)
    else { return [] }
    let around = StatementMood.Surroundings(
      sentence: sentence.text, isOfTargets: isOfTargets, time: time, present: present)
    var ranges: [Range<Int>] = []
    for value in clause.values where add(value, of: clause, sentence, around, isNext: isNext) {
      ranges.append(0..<(hasReadAside ? text.count : value.quantity.places.upperBound))
    }
    isComparable = !ranges.isEmpty
    return ranges
  }

  /// Adds a value; says whether its words name an indicator.
  private mutating func add(
    _ value: StatementClause.Value, of clause: StatementClause, _ sentence: ProseSentence,
    _ around: StatementMood.Surroundings, isNext: Bool
  ) -> Bool {
    if let target = targetOfLast(value, of: clause, sentence, around) {
      statements.append(target)
      return true
    }
    let parted = StatementPlace(StatementReader.cleaned(value.name))
    if !parted.place.isEmpty { places.speak(of: parted.place) }
    guard var name = fullName(parted.rest, clause, sentence, isNext: isNext) else { return false }
    let isNamed = name.hasSuffix("目标")
    // 低于年度目标1个百分点 says how far off it is.
    if isNamed, name.contains(anyWord: StatementWords.distances) { return false }
    if isNamed { name = name.dropLast(2) }
    let time = around.time
    let isReached = clause.verb.map(StatementWords.reached.contains) ?? false
    let mood = StatementMood(
      clause.text, bound: isReached ? .none : clause.bound, isNamedTarget: isNamed, in: around)
    guard mood != .unclear else { return false }
    let isTarget = mood == .target
    if clause.isChange, !isTarget, let verb = clause.verb { name = name.joined(FoldedText(verb)) }
    let isPlainTarget = isTarget && !clause.isChange && !name.hasSuffix("了")
    guard isPlainTarget || StatementReader.isMeasure(name, value.quantity) else { return false }
    if isTarget, value.quantity.unit == "分" { return false }
    // 县水利局3000万元: money for a unit is no target.
    if value.quantity.unit?.hasSuffix("元") ?? false, UnitKind.guess(name) != nil { return false }
    let isOfPersons = ["人", "名", "人次"].contains(value.quantity.unit)
    if isOfPersons, name.contains(anyWord: StatementWords.sanctions) { return false }
    if isTarget, parted.place.isEmpty, let whole, statements[whole].line == sentence.line {
      // 其中农业源排放量: a part of what the value before is of.
      name = statements[whole].name.joined(name, by: "：")
    }
    let comparator = clause.isChange ? "cumulative" : value.comparator
    var statement = StatedValue(
      name: name, isTarget: isTarget, quantity: value.quantity,
      comparator: isTarget ? comparator : nil, direction: isTarget ? value.direction : nil,
      text: value.text, time: time, place: isTarget ? places.own : place(of: name, sentence),
      scope: parted.count, line: sentence.line)
    statement.isForecast = clause.text.contains("预计")
    statement.isRough = !isTarget && value.comparator == "about"
    statement.sentence = sentenceCount
    if clause.isChange, let base { statement.comparisons.append(("比较", base)) }
    // The comparisons that follow are of the value.
    hasReadAside = !isTarget && addTarget(in: clause.aside, of: statement, around)
    statements.append(statement)
    return true
  }

  /// Adds the target that a bracket behind a value tells: 70.0%(2017年目标为68.3%).
  private mutating func addTarget(
    in aside: FoldedText?, of value: StatedValue, _ around: StatementMood.Surroundings
  ) -> Bool {
    guard let aside, let mark = aside.firstPlaces(of: "目标"),
      let quantity = Quantity.all(in: aside).first, quantity.unit == value.quantity.unit,
      quantity.places.upperBound == aside.count,
      ["为", "是", "值为", ":", ""].contains(
        aside.part(mark.upperBound..<quantity.places.lowerBound).compact)
    else { return false }
    let before = aside.part(0..<mark.lowerBound)
    let time = ProsePeriod.all(in: before, year: nil, present: around.present).first
    guard before.isEmpty || time?.places.upperBound == before.count || before.compact == "年度" else {
      return false
    }
    statements.append(
      StatedValue(
        name: value.name, isTarget: true, quantity: quantity, comparator: nil, direction: nil,
        text: aside.part(quantity.places).string, time: time ?? value.time, place: value.place,
        line: value.line))
    return true
  }

  /// Adds the value that one became, and the earlier one where its time is told; says whether the words name an
  /// indicator.
  private mutating func add(
    _ change: ValueChange, _ text: FoldedText, _ sentence: ProseSentence, time: ProsePeriod?,
    present: Int?
  ) -> Bool {
    let parted = StatementPlace(StatementReader.cleaned(change.name))
    let name = parted.rest
    let isBare =
      StatementWords.generic.contains(name.compact) || StatementWords.bare.contains(name.compact)
    guard !isBare, StatementReader.isName(name), StatementReader.isMeasure(name, change.after),
      !text.contains(anyWord: StatementWords.foreign)
    else { return false }
    let around = StatementMood.Surroundings(
      sentence: sentence.text, isOfTargets: isOfTargets, time: time, present: present)
    let mood = StatementMood(text, bound: .none, isNamedTarget: false, in: around)
    guard mood != .unclear else { return false }
    if !parted.place.isEmpty { places.speak(of: parted.place) }
    let isTarget = mood == .target
    func append(_ quantity: Quantity, _ time: ProsePeriod?) {
      var statement = StatedValue(
        name: name, isTarget: isTarget, quantity: quantity, comparator: nil, direction: nil,
        text: text.part(quantity.places).string, time: time,
        place: isTarget ? places.own : place(of: name, sentence), scope: parted.count,
        line: sentence.line)
      statement.sentence = sentenceCount
      statements.append(statement)
    }
    if !isTarget, let earlier = change.timeBefore, earlier.period != nil {
      append(change.before, earlier)
    }
    append(change.after, time)
    return true
  }

  /// Where a value was observed: as the sentence says, or those before it in the paragraph; where
  /// these name several places, that is said.
  private mutating func place(of name: FoldedText, _ sentence: ProseSentence) -> FoldedText {
    places.note(name, at: sentence.line)
    switch places.carried {
    case .certain(let place), .last(let place, _): return place
    case .open: return .empty
    }
  }

  /// The name of a value, with what the clauses before it say of it; nil where it is none.
  private func fullName(
    _ name: FoldedText, _ clause: StatementClause, _ sentence: ProseSentence, isNext: Bool
  ) -> FoldedText? {
    let last = statements.last.flatMap { $0.sentence == sentenceCount ? $0 : nil }
    if name.isEmpty, !announced.isEmpty { return announced }
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
    }
    if StatementWords.bare.contains(name.compact) {
      // 一般工业固体废物产生量…,处置量…: of the same thing.
      guard let last, let measure = StatementWords.bare.first(where: { last.name.hasSuffix($0) })
      else { return nil }
      let thing = last.name.dropLast(measure.unicodeScalars.count)
      return thing.isEmpty ? nil : thing.joined(name)
    }
    return StatementReader.isName(name) ? name : nil
  }

  /// Takes what a clause without a value says of those that follow; says whether it does.
  private mutating func settle(_ text: FoldedText) -> Bool {
    guard text.count <= 60, !text.hasPrefix("无"), !text.hasPrefix("没有") else { return false }
    if text.hasSuffix("中"), text.count > 3, !text.hasSuffix("其中"),
      text.dropLast(1).suffix(of: ["指标", "方面", "工作", "过程", "任务"]) == nil
    {
      places.speak(of: text.dropLast(1))
      return true
    }
    if let mark = text.firstPlaces(of: "水质状况") ?? text.firstPlaces(of: "水质总体") {
      let bracket = text.scalars.firstIndex(of: "[") ?? mark.lowerBound
      places.speak(of: text.part(0..<Swift.min(bracket, mark.lowerBound)))
      return true
    }
    if text.count > 3, text.suffix(of: ["断面", "水源地", "点位", "城市", "站点"]) != nil {
      subject = text
    }
    return false
  }
}
