import PlanQLData

/// What a clause adds: a value, the target beside it, or what a value became.
extension StatementReader {
  /// Adds a value; says whether its words name an indicator.
  mutating func add(
    _ value: StatementClause.Value, of clause: StatementClause, _ sentence: ProseSentence,
    _ around: StatementMood.Surroundings, isNext: Bool, changed: FoldedText
  ) -> Bool {
    if var target = targetOfLast(value, of: clause, sentence, around) {
      target.isNamedTarget = true
      statements.append(target)
      return true
    }
    let (cleaned, quantity) = StatementReader.perVolume(
      StatementReader.cleaned(value.name), value.quantity)
    let isOpen = cleaned.suffix(of: ["逾", "超", "近", "接近", "突破", "不足", "不到"]) != nil
    if isOpen || StatementReader.isDistance(cleaned) { return false }
    let parted = StatementPlace(StatementPlace.withoutAttribute(cleaned))
    if !parted.place.isEmpty {
      places.speak(of: parted.place)
    } else if StatementPlace.hasScope(parted.rest) {
      places.leave()
    }
    guard
      let full = fullName(
        parted.rest.dropping(first: ["共完成", "计划完成", "共监测", "共设置", "共布设"]), value, clause,
        isNext: isNext,
        changed: changed, time: around.time),
      case (var name, let isNamed)? = named(full)
    else { return false }
    if !parted.rest.isEmpty { name = StatementReader.behind(sharedVerb, name) }
    var time = around.time
    let isReached = clause.verb.map(StatementWords.reached.contains) ?? false
    let mood = StatementMood(
      clause.text, bound: isReached ? .none : clause.bound, isNamedTarget: isNamed, in: around)
    guard mood != .unclear else { return false }
    let isTarget = mood == .target
    // What grows by so much is no total of five years: 地区生产总值增长6%.
    let isGrowth = isTarget && clause.verb == "增长" && value.quantity.unit == "%"
    guard
      isTarget
        ? mayBeTarget(name, quantity, clause, isNamed: isNamed)
        : mayBeObserved(clause, at: time),
      !StatementReader.isOfProject(name, quantity)
    else { return false }
    // By when another thing is to be done, is no time of what was observed.
    if !isTarget, let due = time, due.isDeadline, !sentence.text.contains(due.text) { time = nil }
    if !isTarget, let aim = time, isOfTargets(aim), !sentence.text.contains(aim.text) { time = nil }
    if !isTarget || isGrowth {
      name = StatementReader.change(of: name, value, clause, isTarget: isTarget)
    }
    let isPlainTarget = isTarget && !clause.isChange && !name.hasSuffix("了")
    guard isPlainTarget || StatementReader.isMeasure(name, quantity) else { return false }
    if StatementReader.isOfSomebody(name, quantity) { return false }
    if clause.isChange, !isTarget, MeasureWords.isOfNoMeasure(name) { return false }
    if isTarget, parted.place.isEmpty, let whole, statements[whole].line == sentence.line {
      // 其中农业源排放量: a part of what the value before is of.
      name = statements[whole].name.joined(name, by: "：")
    }
    let comparator = clause.isChange && !isGrowth ? "cumulative" : value.comparator
    var statement = StatedValue(
      name: name, isTarget: isTarget, quantity: quantity,
      comparator: isTarget ? comparator : nil, direction: isTarget ? value.direction : nil,
      text: value.text, time: time,
      place: isTarget ? places.ofTarget(name) : place(of: name, sentence),
      scope: parted.count, line: sentence.line)
    if isTarget, clause.isChange { statement.baselineYear = StatementReader.yearOfBase(clause) }
    statement.isForecast =
      clause.text.contains("预计") || StatementMood.isForecast(clause.text, in: around)
    statement.isRough = !isTarget && value.comparator == "about"
    statement.sentence = sentenceCount
    statement.isNamedTarget = isNamed
    if clause.isChange, let base = base ?? clause.base {
      statement.comparisons.append(("比较", base))
    }
    // The comparisons that follow are of the value.
    hasReadAside = !isTarget && addTarget(in: clause.aside, of: statement, around)
    statements.append(statement)
    return true
  }

  /// Whether a time is the one by which the value before it is to be reached, which is none of what was observed.
  private func isOfTargets(_ time: ProsePeriod) -> Bool {
    statements.last.map { $0.isTarget && $0.time?.text == time.text } ?? false
  }

  /// Whether words say how far something is from a mean or a mark that they do not name: 高于全省平均水平3个百分点.
  private static func isDistance(_ name: FoldedText) -> Bool {
    StatementWords.distances.contains { name.hasPrefix($0) }
      && name.contains(anyWord: ["平均", "水平", "同期", "目标", "标准", "全国", "全省", "全市"])
  }

  /// The name of the change of something, where a clause tells one: 能耗累计下降 is that since the plan began, and no change
  /// of a year.
  private static func change(
    of name: FoldedText, _ value: StatementClause.Value, _ clause: StatementClause, isTarget: Bool
  ) -> FoldedText {
    guard clause.isChange, let verb = value.verb else { return name }
    let isSum = !isTarget && clause.text.contains("累计" + verb)
    return name.joined(FoldedText((isSum ? "累计" : "") + verb))
  }

  /// The year that a change is counted from: 比2015年下降22%.
  private static func yearOfBase(_ clause: StatementClause) -> Int? {
    ProsePeriod.all(in: clause.text, year: nil).first(where: \.isBase)?.year
  }

  /// The name of what a value is of, without the words that call it a target, and whether it has some; nil where nothing
  /// else is left.
  func named(_ full: FoldedText) -> (name: FoldedText, isNamed: Bool)? {
    var name = full
    if let qualifier, !name.contains(anyWord: StatementWords.qualifiers) {
      name = FoldedText(qualifier).joined(name)
    }
    if name.hasSuffix("目标值") { name = name.dropLast(1) }
    // 退耕还林面积指标值1.5万亩: what is to be reached, in forms of performance.
    if name.hasSuffix("指标值"), name.count > 3 { name = name.dropLast(3).joined(FoldedText("目标")) }
    let isNamed = name.hasSuffix("目标")
    // 低于年度目标1个百分点 says how far off it is.
    if isNamed, name.contains(anyWord: StatementWords.distances) { return nil }
    if isNamed { name = name.dropLast(2).dropping(last: StatementWords.kindsOfTargets) }
    // 2025年目标值为85%: of what, is not said.
    return StatementWords.ofTargetsAlone.contains(name.compact) ? nil : (name, isNamed)
  }

  /// Whether a number is money for a unit or counts persons to whom something is done: 县水利局3000万元.
  private static func isOfSomebody(_ name: FoldedText, _ quantity: Quantity) -> Bool {
    if quantity.unit?.hasSuffix("元") ?? false, UnitKind.guess(name) != nil { return true }
    let isOfPersons = ["人", "名", "人次"].contains(quantity.unit)
    return isOfPersons && name.contains(anyWord: StatementWords.sanctions)
  }

  /// Whether a value that is to be reached is one of an indicator: no points, no mere count, and none of a place alone.
  private func mayBeTarget(
    _ name: FoldedText, _ quantity: Quantity, _ clause: StatementClause, isNamed: Bool
  ) -> Bool {
    if quantity.unit == "分" { return false }
    if !isNamed, StatementReader.isBareCount(name, quantity, clause) { return false }
    // 甲州和乙州要≤40微克/立方米
    return name.suffix(of: ["市", "县", "区", "州", "省", "镇", "乡", "盟", "旗"]) == nil
  }

  /// Whether nothing tells that a value without a sign of a target is one all the same.
  private mutating func mayBeObserved(_ clause: StatementClause, at time: ProsePeriod?) -> Bool {
    let isRise = clause.isChange || clause.verb.map(BoundWords.rising.contains) ?? false
    return !(isHeadline && isRise) && !isBesideAim(at: time)
      && !isPerhapsAhead(clause.verb, at: time)
  }

  /// Whether the value before it, of the same time and up to the last full stop, is to be, so that this one may be, too:
  /// 优良率要达83%左右;达标率100%.
  private func isBesideAim(at time: ProsePeriod?) -> Bool {
    guard let last = statements.last, last.isTarget, !last.isNamedTarget,
      last.sentence >= chainStart
    else { return false }
    return last.time?.text == time?.text && last.time?.period == time?.period
  }

  /// Whether a value of no time of its own may be what is to be: 森林覆盖率提高到55%, and 处置率达到90% beside it.
  private mutating func isPerhapsAhead(_ verb: String?, at time: ProsePeriod?) -> Bool {
    guard let verb else { return false }
    if let time {
      // The time of a target before goes on to what else is reached then.
      guard let last = statements.last, last.isTarget, last.sentence < sentenceCount,
        last.time?.text == time.text, last.time?.period == time.period
      else { return false }
      return BoundWords.rising.contains(verb) || ["达到", "达", "实现"].contains(verb)
    }
    if BoundWords.rising.contains(verb) { mayBeAhead = true }
    return BoundWords.rising.contains(verb) || mayBeAhead && ["达到", "达", "实现"].contains(verb)
  }

  /// Adds the target that a bracket behind a value tells: 70.0%(2017年目标为68.3%).
  private mutating func addTarget(
    in aside: FoldedText?, of value: StatedValue, _ around: StatementMood.Surroundings
  ) -> Bool {
    guard let aside, let mark = aside.firstPlaces(of: "目标"),
      let quantity = Quantity.all(in: aside).first, quantity.unit == value.quantity.unit,
      quantity.places.upperBound == aside.count,
      ["为", "是", "值为", "值", ":", ""].contains(
        aside.part(mark.upperBound..<quantity.places.lowerBound).compact)
    else { return false }
    let before = aside.part(0..<mark.lowerBound)
    let time = ProsePeriod.all(in: before, year: nil, present: around.present).first
    guard before.isEmpty || time?.places.upperBound == before.count || before.compact == "年度" else {
      return false
    }
    var target = StatedValue(
      name: value.name, isTarget: true, quantity: quantity, comparator: nil, direction: nil,
      text: aside.part(quantity.places).string, time: time ?? value.time, place: value.place,
      line: value.line)
    target.isNamedTarget = true
    statements.append(target)
    return true
  }

  /// Adds the value that one became, and the earlier one where its time is told; says whether the words name an
  /// indicator.
  mutating func add(
    _ change: ValueChange, _ text: FoldedText, _ sentence: ProseSentence, time: ProsePeriod?,
    present: Int?
  ) -> Bool {
    let parted = StatementPlace(StatementReader.cleaned(change.name))
    let name = parted.rest
    let isBare =
      StatementWords.generic.contains(name.compact) || StatementWords.bare.contains(name.compact)
    guard !isBare, !change.isAdjustment, StatementReader.isName(name),
      StatementReader.isMeasure(name, change.after),
      !StatementReader.isOfProject(name, change.after),
      !text.contains(anyWord: StatementWords.foreign)
    else { return false }
    let around = StatementMood.Surroundings(
      sentence: sentence.text, isOfTargets: isOfTargets(at: time), time: time, present: present,
      written: written, words: words)
    let mood = StatementMood(change: change, text, in: around)
    guard mood != .unclear else { return false }
    if !parted.place.isEmpty { places.speak(of: parted.place) }
    let isTarget = mood == .target
    func statement(_ quantity: Quantity, _ time: ProsePeriod?) -> StatedValue {
      var statement = StatedValue(
        name: name, isTarget: isTarget, quantity: quantity, comparator: nil,
        direction: isTarget ? change.direction : nil, text: text.part(quantity.places).string,
        time: time, place: isTarget ? places.ofTarget(name) : place(of: name, sentence),
        scope: parted.count, line: sentence.line)
      statement.sentence = sentenceCount
      return statement
    }
    var last = statement(change.after, time)
    if !isTarget, let earlier = change.timeBefore, earlier.period != nil {
      statements.append(statement(change.before, earlier))
    } else if !isTarget {
      // 由86%下降到85%: when it was so much is not told.
      last.comparisons.append(("原值", change.textBefore))
    }
    if isTarget {
      last.comparator = change.comparator
      last.text = change.text
      last.baseline = change.before.value
      last.baselineYear = change.timeBefore?.year
    }
    last.isRough = !isTarget && change.comparator == "about"
    statements.append(last)
    return true
  }

  /// Where a value was observed: as the sentence says, or those before it in the paragraph; where
  /// these name several places, that is said.
  private mutating func place(of name: FoldedText, _ sentence: ProseSentence) -> FoldedText {
    // 西南诸河水资源总量 names a basin of its own.
    if StatementPlace.isOfOwnBasin(name) { return .empty }
    places.note(name, at: sentence.line)
    switch places.carried(for: name) {
    case .certain(let place), .last(let place, _): return place
    case .open: return .empty
    }
  }
}
