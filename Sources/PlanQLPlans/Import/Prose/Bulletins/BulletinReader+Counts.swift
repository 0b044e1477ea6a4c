extension BulletinReader {
  /// Takes a count or a measured figure; says whether its words tell what is counted.
  mutating func addCount(_ words: ClauseWords, next: ClauseWords?) -> Bool {
    if BulletinReader.sharesWorks(words, next) { return false }
    var text = MeasureWords.withoutFillers(words.own)
    if let verdict = SubjectWords.verdict(in: text), words.isCountOfThings, scope.part == nil {
      append(verdict, words, group: .some(nil))
      return true
    }
    if let current = scope.subject, bulletin.groups[current].name == text.string { text = .empty }
    // 在48个续建项目中,…: the count stands before its noun.
    if text.compact == "在" || text.compact == "从",
      SubjectWords.following(words.after).predicate.hasPrefix("中")
    {
      text = .empty
    }
    // 其余65个市级开工项目: the noun after the count names them.
    if ["其余", "余下"].contains(text.compact) {
      let noun = SubjectWords.following(words.after).noun
      if noun.count > 4, SubjectWords.counts(noun) { text = .empty }
    }
    if isAboutPlaceOnly(text) { return addBefore(noun: text, words, next: next) }
    let plain = SubjectWords.withoutBracket(text).withoutQuotes
    if isOfPlaceWithOthers(words, next) { return false }
    if addAfterList(plain, words) { return true }
    let parted = SubjectWords.partedAtVerb(plain)
    let isNounAtVerb =
      parted.map { SubjectWords.isNoun($0.object) && !isPlace($0.object) } ?? false
    if SubjectWords.isNoun(plain) || isNounAtVerb { return addNoun(plain, words, next: next) }
    if let parted, addAtVerb(parted.agent, parted.object, words) { return true }
    if let state = SubjectWords.state(atEndOf: plain), words.isCountOfThings {
      return addState(state, of: plain.dropLast(state.count), words)
    }
    return addSector(plain, words, next: next) || addLabelled(plain, words, next: next)
  }

  /// Whether what is done to the things of the next count is done to those of a count, too, whose name would lack it:
  /// 完成3317个加油站、14545个地下油罐防渗改造任务.
  private static func sharesWorks(_ words: ClauseWords, _ next: ClauseWords?) -> Bool {
    guard let next, next.isListed, next.isCount else { return false }
    let works = ["任务", "改造", "建设", "治理", "整治", "修复", "工程"]
    let noun = SubjectWords.following(words.after).noun
    return !noun.isEmpty && noun.suffix(of: works) == nil
      && SubjectWords.following(next.after).noun.suffix(of: works) != nil
  }

  /// Whether a count is of projects in a place, of which what is said behind the last of several places may be said of
  /// all: 东山县3个项目、南河县2个项目|未按计划开工.
  private func isOfPlaceWithOthers(_ words: ClauseWords, _ next: ClauseWords?) -> Bool {
    let before = words.written.split { $0 == "、" }
    let after = words.after.split { $0 == "、" }
    let noun = after.first ?? .empty
    guard scope.part?.count == nil, let place = before.last, isPlace(place.dropping(last: ["有"]))
    else { return false }
    let isFirst = after.count == 2 && isPlace(after[1].dropping(last: ["有"]))
    if isFirst, SubjectWords.bareGenerics.contains(noun.compact) { return true }
    // 东山县3个、南河县2个项目|未按计划开工
    if let next, next.isListed, isPlace(next.own), noun.isEmpty,
      !SubjectWords.following(next.after).predicate.isEmpty
    {
      return true
    }
    let isLast = before.count == 2 && SubjectWords.bareGenerics.contains(before[0].compact)
    return isLast && !SubjectWords.following(words.after).predicate.isEmpty
  }

  /// A count of projects of a sector that its name alone stands for, with what was done of them:
  /// 商贸流通29个项目,完成投资12亿元.
  private mutating func addSector(
    _ name: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    let (noun, predicate) = SubjectWords.following(words.after)
    guard SubjectWords.bareGenerics.contains(noun.compact), predicate.isEmpty,
      let next, next.isAmount, next.hasNoSubject, name.count <= 8, SubjectWords.isPlain(name),
      SubjectWords.state(atEndOf: name) == nil, !SubjectWords.isWhole(name)
    else { return false }
    enter(name)
    append(countLabel(noun, words), words)
    return true
  }

  /// A count after the names of some of those that it counts: 重点实施甲、乙等项目12个.
  private mutating func addAfterList(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    guard text.count > 20 else { return false }
    if scope.isHeaded, SubjectWords.counted(text) != nil {
      // 产业领域,重点实施甲、乙等项目12个: so many of the sector.
      append(countLabel(text, words), words)
      return true
    }
    // 推进甲、乙等8大领域234个省列项目建设: the noun after the count is shorter.
    let (noun, _) = SubjectWords.following(words.after)
    guard text.contains("、"), SubjectWords.isNoun(noun), SubjectWords.counted(noun) != nil else {
      return false
    }
    take(subject: noun)
    append(countLabel(noun, words), words)
    return true
  }

  /// A count of what a verb is done to, where that is a place: 某类项目列入某市12个.
  private mutating func addAtVerb(
    _ agent: FoldedText, _ object: FoldedText, _ words: ClauseWords
  ) -> Bool {
    let isOfPlace = PlanFacts.region(in: object) == object.string
    if isOfPlace, SubjectWords.counted(agent) != nil, agent.count <= 24 {
      enter(SubjectWords.withoutLeads(agent))
      append(countLabel(agent, words), words)
      return true
    }
    guard object.isEmpty || isOfPlace, let noun = nounAfter(words) else { return false }
    take(subject: object.joined(noun))
    append(countLabel(noun, words), words)
    return true
  }

  /// The noun right after a count, where it is all that follows.
  private func nounAfter(_ words: ClauseWords) -> FoldedText? {
    let (noun, predicate) = SubjectWords.following(words.after)
    return predicate.isEmpty && SubjectWords.counted(noun) != nil ? noun : nil
  }

  /// Whether a phrase is the name of a place.
  func isPlace(_ text: FoldedText) -> Bool {
    ["区", "县", "市", "州", "镇", "乡", "村"].contains { text.hasSuffix($0) }
  }

  /// Whether nothing stands before a count but whose all of it is, or the end of a list of names.
  private func isAboutPlaceOnly(_ text: FoldedText) -> Bool {
    if text.isEmpty || text.hasSuffix("等") { return true }
    if SubjectWords.isWhole(text), SubjectWords.withoutWhole(text).isEmpty { return true }
    return PlanFacts.region(in: text) == text.string && text.count <= 4 && isFirst
  }

  /// Anything else that is counted or measured, by the words before it.
  private mutating func addLabelled(
    _ text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    if countsListedPlaces(text, words) { return false }
    var label = labelBehindAgent(text)
    if SubjectWords.isWhole(label) {
      if !SubjectWords.isNumbered(label), scope.part == nil { scope.subject = nil }
      label = SubjectWords.withoutWhole(label)
    }
    if ["因", "由于"].contains(where: { label.hasPrefix($0) }), SubjectWords.counts(label) {
      // 因停产不予评价企业13家: others than those that were counted before.
      append(label, words, isKnown: true, group: .some(scope.part?.parent))
      return true
    }
    let isAside = ["占", "为", "两者", "浏览", "阅读", "评论", "点击"].contains { label.hasPrefix($0) }
    guard (2...20).contains(label.count), SubjectWords.isLabel(label), !isAside,
      !SubjectWords.isCutAtPreposition(label)
    else { return false }
    if isBesideGroup(label, words) {
      scope.subject = scope.subject.flatMap { bulletin.groups[$0].parent }
      append(label, words, isKnown: false)
      return true
    }
    if words.isListed, let count = scope.part?.count, bulletin.figures.last?.whole == count,
      label.count <= 6, SubjectWords.isPlain(label)
    {
      addPartOfCount(label, words)
      return true
    }
    if MeasureWords.isVerbAlone(label), SubjectWords.following(words.after).noun.isEmpty {
      return false
    }
    // 在建项目947个,没有动工的847个: the second are no part of the first.
    let isOfState =
      scope.subject.map { SubjectWords.isState(FoldedText(bulletin.groups[$0].name)) } ?? false
    if isOfState, label.hasSuffix("的"), SubjectWords.counted(label) == nil { return false }
    let (noun, predicate) = SubjectWords.following(words.after)
    if addGroup(label, words, next: next) { return true }
    let isCounted = predicate.isEmpty || SubjectWords.counted(noun) != nil
    if !noun.isEmpty, isCounted, noun.count <= 8, SubjectWords.isPlain(noun) {
      label = label.joined(noun)
    }
    // 安排5亿元支持23个项目: the verb does not say what of.
    if ["支持", "重点支持", "用于支持"].contains(label.compact) { return false }
    let isOwnExtent = words.isExtent && SubjectWords.isExtentOfThing(label)
    if words.isCountOfThings || words.countsThousands || isOwnExtent {
      loseOwnerOfFigure(before: label, isExtent: isOwnExtent)
    }
    let isOpening = bulletin.figures.count == sentenceStart && scope.part?.isBracket == false
    append(label, words, isKnown: SubjectWords.counted(label) != nil)
    // 管网建设175公里,计划投资2亿元
    let isOfWorks =
      label.hasSuffix("建设") && SubjectWords.state(atEndOf: label) == nil
      || words.isExtent && scope.subject == nil
    if !isOpening, let next, next.isAmount, next.hasNoSubject,
      isOfWorks || SubjectWords.counts(label) && !next.own.hasPrefix("完成")
        || SubjectWords.partedAfterNoun(label) != nil && scope.subject == nil
    {
      // 确保竣工项目20个、总投资30亿元: of those, which are no group.
      scope.isOpen = true
    }
    if isOpening, SubjectWords.isPlain(label), !SubjectWords.isExtent(label), let next,
      next.isAmount, next.hasNoSubject
    {
      // 其中乔木造林15万亩,国家投资4650万元: the money is that of the part.
      enter(label)
    }
    return true
  }

  /// Whether a count stands beside the group that was counted last, and is none of it: 甲类问题144件、其他114件, and among
  /// parts 公路项目7个,机场5个.
  private func isBesideGroup(_ label: FoldedText, _ words: ClauseWords) -> Bool {
    guard let group = scope.subject, let last = bulletin.figures.last, last.group == group,
      last.isCount, last.label.hasSuffix("数"), last.unit == words.figure.unit,
      words.contexts.isEmpty, scope.part?.parent != group
    else { return false }
    if ["其他", "其它"].contains(label.compact) { return true }
    return scope.part != nil && label.count <= 8 && SubjectWords.isPlain(label)
      && !SubjectWords.beginsWithVerb(label) && SubjectWords.state(atEndOf: label) == nil
  }

  /// The words of a count without who did it, who is spoken of then: 某工程|累计完成.
  private mutating func labelBehindAgent(_ text: FoldedText) -> FoldedText {
    var label = text
    for word in ["共计", "累计", "共", "已经", "已"] {
      guard let places = text.firstPlaces(of: word), places.lowerBound > 1 else { continue }
      let agent = text.part(0..<places.lowerBound)
      let verb = text.dropFirst(places.upperBound)
      guard verb.count >= 2 else { continue }
      if SubjectWords.isWhole(agent) {
        if scope.part == nil { scope.subject = nil }
        // 全国棚改累计开工: of that alone.
        let name = SubjectWords.withoutWhole(agent)
        label = name.isEmpty || SubjectWords.isGeneric(name) ? verb : name.joined(verb)
      } else if SubjectWords.isNoun(agent) {
        take(subject: agent)
        label = verb
      } else if SubjectWords.counters.contains(agent.compact) {
        // 7省(市)共问责: the number before is of these.
        label = verb
      }
      break
    }
    return label
  }

  /// Takes a count for that of a group which its words name by what has become of it, and which what follows is of.
  private mutating func addGroup(
    _ label: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    if next?.hasNoSubject ?? false, SubjectWords.counts(label), label.count <= 12,
      label.contains("的") || label.hasPrefix("即将")
    {
      // 列入省的项目10个,完成投资3亿元: what follows is of these.
      enter(label)
      append(countLabel(label, words), words)
      return true
    }
    let (noun, predicate) = SubjectWords.following(words.after)
    if predicate.hasPrefix("中"), SubjectWords.counts(noun), label.hasSuffix("的"),
      label.count + noun.count <= 30
    {
      // 今年推进的55项工程中,已开工30项: these are parts of them.
      enter(label.joined(noun))
      append(countLabel(noun, words), words)
      descend(isLocal: true)
      return true
    }
    return false
  }

  /// Whether a count says how many places were named before it: 甲、乙、丙3个市.
  private func countsListedPlaces(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    let last = text.split { $0 == "、" }.last ?? .empty
    // 全省11个市中甲、乙8市
    let isAmong = SubjectWords.counters.contains { words.after.hasPrefix($0 + "中") }
    return isAmong
      || text.contains("、") && last.count <= 6
        && SubjectWords.counters.contains { words.after.hasPrefix($0) }
        && SubjectWords.leadingCounted(words.after) == nil
  }

  /// What a count of such things is called.
  mutating func countLabel(_ noun: FoldedText, _ words: ClauseWords) -> FoldedText {
    if case .measure(let unit) = words.figure.unit, !words.countsThousands {
      // 护岸工程52公里 is how long it is, and no number of works.
      let isLength = ["公里", "千米", "米", "km", "m"].contains(unit)
      let isArea = ["亩", "公顷", "hm2", "hm²", "㎡"].contains(unit) || unit.hasPrefix("平方")
      return FoldedText(isLength ? "长度" : isArea ? "面积" : "规模")
    }
    if let other = BulletinReader.countOfOthers(words) {
      return SubjectWords.isState(noun) ? noun : other
    }
    if let found = SubjectWords.counted(noun) {
      counted = found
    } else {
      // 五大类共计34项指标 counts no projects.
      let (behind, predicate) = SubjectWords.following(words.after)
      let isOther =
        (2...6).contains(behind.count) && predicate.isEmpty && SubjectWords.counted(behind) == nil
        && behind.scalars.allSatisfy(FoldedText.isIdeograph)
        && SubjectWords.state(atEndOf: behind) == nil
      if isOther, SubjectWords.isPlain(behind) { return behind.joined(FoldedText("数")) }
    }
    return FoldedText((counted ?? "项目") + "数")
  }

  /// What a number of things is called that are counted beside projects and are none: 棚改项目12个3022套.
  static func countOfOthers(_ words: ClauseWords) -> FoldedText? {
    guard case .count(let unit) = words.figure.unit, others.contains(unit) else { return nil }
    return FoldedText(unit + "数")
  }

  private static let others: Set<String> = [
    "套", "户", "人", "名", "人次", "台", "辆", "头", "只", "株", "棵", "盏",
  ]
}
