import PlanQLData

extension BulletinReader {
  /// A count whose noun comes after it: 133个续建项目完成投资, 10个项目建成投用.
  mutating func addBefore(
    noun text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    let (noun, predicate) = SubjectWords.following(words.after)
    if noun.isEmpty, scope.isHeaded, text.isEmpty {
      append(countLabel(.empty, words), words)
      return true
    }
    guard !noun.isEmpty else { return addAgain(words) }
    if countsOthers(noun, text, words) { return false }
    if ["存在", "出现"].contains(where: { noun.hasPrefix($0) }) {
      return addBefore(trouble: noun, words, next: next)
    }
    let isFollowed = !words.endsClause && next != nil
    if let isTaken = addListed(
      noun, behind: text, words, isAlone: predicate.isEmpty || isFollowed)
    {
      return isTaken
    }
    if SubjectWords.isWhole(text), scope.part == nil { scope.subject = nil }
    if let state = scope.state, words.isListed, predicate.isEmpty {
      append(state.joined(noun), words)
      return true
    }
    if SubjectWords.bareGenerics.contains(noun.compact) {
      // 25个项目进度低于50%: so many of them alone.
      if isFollowed, let next, next.figure.bound == .limit, !next.isListed { return false }
      let isTaken = addBefore(generic: noun, predicate, isFollowed: isFollowed, words)
      // 32个项目存在资金问题,涉及投资45亿元: the money is that of those.
      if predicate.hasPrefix("存在"), next?.isAmount ?? false { scope.isOpen = true }
      return isTaken
    }
    if text.isEmpty, predicate.isEmpty, SubjectWords.state(atEndOf: noun)?.count == noun.count,
      words.endsClause, !scope.isOpen
    {
      // 132件已办结
      append(noun, words)
      return true
    }
    let hasState = SubjectWords.state(atEndOf: predicate) != nil && !predicate.hasPrefix("中")
    if hasState, !isFollowed, SubjectWords.isLabel(predicate), predicate.count <= 12 {
      // 其中104个重点项目全部开工,完成投资8亿元: what follows is of these.
      if scope.part != nil, SubjectWords.counts(noun), let next, next.hasNoSubject {
        take(subject: noun)
      }
      append(noun.joined(predicate), words)
      return true
    }
    // 18086户76846人交通困难问题 counts no problems.
    guard SubjectWords.isPlain(noun), !SubjectWords.counts(noun) || !words.isCountOfPeople else {
      return false
    }
    return SubjectWords.counts(noun)
      ? addBefore(things: noun, predicate, words)
      : addBefore(other: noun, predicate, words, next: next, isFollowed: isFollowed)
  }

  /// A count of projects, cases and the like, of which what follows is: 133个续建项目完成投资.
  private mutating func addBefore(
    things noun: FoldedText, _ predicate: FoldedText, _ words: ClauseWords
  ) -> Bool {
    if noun.suffix(of: ["任务", "目标", "计划"]) != nil, noun.hasPrefix("完成") || noun.hasPrefix("超额完成"),
      SubjectWords.isLabel(noun), noun.count <= 20
    {
      // 已有35个完成年度任务: how far so many have come.
      append(noun, words)
      return true
    }
    if BulletinReader.tellsOfDoing(noun), !SubjectWords.isState(noun) { return false }
    if predicate.hasPrefix("中"), let part = scope.part, part.isLocal {
      // 22个甲类项目中…,33个乙类项目中…: the second are no part of the first.
      scope.part = scope.outer
      scope.division = part.division
    }
    take(subject: noun)
    append(countLabel(noun, words), words)
    // 31宗未开工项目中,省重点项目有6宗: these are parts of them.
    if predicate.hasPrefix("中") { descend(isLocal: true) }
    return true
  }

  /// Whether words up to a noun say what somebody does with it, so that the number counts who does: 7个督察组全部完成进驻任务.
  private static func tellsOfDoing(_ noun: FoldedText) -> Bool {
    if noun.contains(anyWord: ["均", "基本完成", "开展"]) { return true }
    guard let done = noun.firstPlaces(of: "完成"), done.lowerBound >= 2 else { return false }
    return !"未已".unicodeScalars.contains(noun.scalar(done.lowerBound - 1) ?? " ")
  }

  /// A count of anything else, by its noun: 31个垃圾中转站.
  private mutating func addBefore(
    other noun: FoldedText, _ predicate: FoldedText, _ words: ClauseWords, next: ClauseWords?,
    isFollowed: Bool
  ) -> Bool {
    // 31个城市排查确认水体638个: what follows is no noun alone.
    guard noun.count >= 2, predicate.isEmpty, noun.hasBalancedBrackets,
      !isFollowed || next?.own.string != noun.string
    else {
      return false
    }
    append(noun, words, isKnown: false)
    // 5座处理厂动工建设,计划完成投资0.05亿元: the money is that of those.
    if noun.hasSuffix("建设"), let next, next.isAmount, next.hasNoSubject { scope.isOpen = true }
    return true
  }

  /// A count of those that something is wrong with: 42个项目中,24个存在资金问题 are so many of the projects, and no problems.
  private mutating func addBefore(
    trouble noun: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    guard SubjectWords.isLabel(noun), noun.count <= 24 else { return false }
    append(noun, words, isKnown: false)
    if next?.isAmount ?? false { scope.isOpen = true }
    return true
  }

  /// Whether a number before a noun counts others than what the noun names.
  private func countsOthers(_ noun: FoldedText, _ text: FoldedText, _ words: ClauseWords) -> Bool {
    SubjectWords.counters.contains { words.after.hasPrefix($0 + "中") }
      || noun.hasSuffix("中") && !SubjectWords.counts(noun)
      || SubjectWords.countsPlaces(noun, after: text) || SubjectWords.countsFirstOnly(noun)
  }

  /// A count behind a list of some of those that it counts, 甲、乙等5个项目; nil where there is none, or the list is no
  /// more than a name.
  private mutating func addListed(
    _ noun: FoldedText, behind text: FoldedText, _ words: ClauseWords, isAlone: Bool
  ) -> Bool? {
    guard text.hasSuffix("等"), SubjectWords.counted(noun) != nil else { return nil }
    // 新开工建设甲、乙等133个项目: so many have come so far.
    let verb = ["完成", "办结"].first { text.contains($0) } ?? SubjectWords.opening(of: text)
    if let verb {
      append(FoldedText(verb).joined(noun), words)
      return true
    }
    // 甲、乙等5个重点项目: so many of them that the list alone tells, and not all of these projects.
    let isKnown =
      SubjectWords.isGeneric(noun) || SubjectWords.bareGenerics.contains(noun.compact)
    let isOfList = text.contains("、") && isAlone && !scope.isHeaded
    return isOfList && (isKnown || scope.part == nil) ? false : nil
  }

  /// A count of 项目, 案件 and the like without a word that tells which: 10个项目建成投用.
  private mutating func addBefore(
    generic noun: FoldedText, _ predicate: FoldedText, isFollowed: Bool, _ words: ClauseWords
  ) -> Bool {
    if predicate.isEmpty || isFollowed || predicate.hasPrefix("中") {
      append(countLabel(noun, words), words)
      if predicate.hasPrefix("中") { descend(isLocal: true) }
      return true
    }
    var label = noun.joined(predicate)
    if bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, last.isCount,
      last.group == scope.subject, SubjectWords.isState(FoldedText(last.label)),
      SubjectWords.counts(FoldedText(last.label))
    {
      // 新建项目共12个,3个项目已开工: of those that were counted last.
      label = FoldedText(last.label).joined(predicate)
    }
    guard SubjectWords.isLabel(label), label.count <= 20 else { return false }
    append(label, words)
    return true
  }

  /// A figure without words: of the same thing as the one before its bracket.
  private mutating func addAgain(_ words: ClauseWords) -> Bool {
    guard let part = scope.part, part.isBracket, let count = part.count, words.contexts.isEmpty,
      words.own.isEmpty
    else { return false }
    append(FoldedText(bulletin.figures[count].label), words, isKnown: false)
    return true
  }

  /// A noun with its count: 住建项目14个, 科技产业类安排正式项目62项, 荆州区17个.
  mutating func addNoun(
    _ text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    var target = text
    if let (agent, object) = SubjectWords.partedAtVerb(text) {
      let plain = SubjectWords.withoutLeads(agent)
      if SubjectWords.isRound(plain), SubjectWords.isNoun(object) {
        // 第一批安排重大项目791个: those of the round, and not all of them.
        return addNoun(plain.joined(object), words, next: next)
      }
      if addNoun(object, of: plain, words, next: next) { return true }
      // 实施项目 among 其中 is a kind of them, as 前期推进项目 is.
      let isKind =
        SubjectWords.bareGenerics.contains(object.compact) && (scope.part != nil || !isFirst)
      if !isKind, plain.isEmpty || SubjectWords.isNoun(object) || SubjectWords.isGeneric(object) {
        target = object
      }
    }
    if addExtent(text, of: target, words, next: next) { return true }
    let isState = SubjectWords.isState(target)
    guard SubjectWords.isPlain(target) || isState else { return false }
    if isState, target.count > 20 { return false }
    if isState, isBare(target, next: next) {
      if mayBeOfPart(words) { return false }
      if let next, next.hasNoSubject, isAmbiguous(target, next: next) { scope.isOpen = true }
      scope.bareStates += 1
      // Among 其中, one state stands beside the other.
      let group = scope.part.map { $0.parent } ?? besideStates(scope.subject)
      append(target, words, group: .some(group))
      return true
    }
    let isFollowed = next?.hasNoSubject ?? false
    guard isFollowed || SubjectWords.counts(target) else {
      addPartOfCount(target, words)
      return true
    }
    take(subject: target)
    // 甲项目17项,乙项目3项,总投资6亿元 may be of both.
    if isFollowed, scope.pending > 0 { scope.isOpen = true }
    scope.pending = isFollowed ? 0 : scope.pending + 1
    append(countLabel(target, words), words)
    return true
  }

  /// Whether the things of a state that stands alone may be those of a part that 其中 has named or that was left, and not of the whole:
  /// 其中产业类项目20个,|在建项目15个.
  private func mayBeOfPart(_ words: ClauseWords) -> Bool {
    guard let part = scope.part, !part.isBracket, !part.isLocal else { return false }
    if hasJustLeft, bulletin.unread.count > unreadStart { return true }
    let others = bulletin.figures[part.start...].filter {
      $0.isCount && $0.whole == nil && $0.group != nil && $0.group != part.parent
    }
    let areParts = others.contains { figure in
      figure.group.map { !SubjectWords.isState(FoldedText(bulletin.groups[$0].name)) } ?? false
    }
    guard areParts else { return false }
    // 30项,其中建设项目27项,前期项目3项: the two are all of the whole.
    let whole = part.count.map { bulletin.figures[$0].value }
    let sum = ExactSum.of(others.map(\.value) + [words.figure.value])
    return whole.map { sum?.isEqual(to: $0) != true } ?? true
  }

  /// A length or an area of what a noun names, which counts none of it: 建设高速公路12.84公里.
  private mutating func addExtent(
    _ text: FoldedText, of target: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    guard case .measure = words.figure.unit, !SubjectWords.counts(target), !isPlace(target),
      SubjectWords.isLabel(text), text.count <= 20
    else { return false }
    append(SubjectWords.withoutLeads(text), words, isKnown: false)
    // The money beside a length is that of what is so long.
    if scope.subject == nil, next?.hasNoSubject ?? false { scope.isOpen = true }
    return true
  }

  /// What a state is of where the text has spoken of another one before, beside which it stands.
  private func besideStates(_ group: Int?) -> Int? {
    guard let group, SubjectWords.isState(FoldedText(bulletin.groups[group].name)) else {
      return group
    }
    return bulletin.groups[group].parent
  }

  /// A count of what somebody has arranged or begun: 某区安排正式项目62项.
  private mutating func addNoun(
    _ object: FoldedText, of agent: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    if agent.isEmpty, scope.isHeaded {
      append(SubjectWords.isGeneric(object) ? countLabel(object, words) : object, words)
      return true
    }
    let isAll = SubjectWords.isWhole(agent) || isRegion(agent)
    if SubjectWords.isNoun(agent), !isAll {
      take(subject: agent)
      let (noun, predicate) = SubjectWords.following(words.after)
      if isPlace(noun), noun.count <= 6, predicate.isEmpty, SubjectWords.isPlain(noun) {
        // 某类项目涉及全县14个乡镇
        append(noun, words, isKnown: false)
        return true
      }
      append(SubjectWords.isGeneric(object) ? countLabel(object, words) : object, words)
      return true
    }
    guard isAll else { return false }
    if SubjectWords.isState(object), isFirst {
      // 全市计划新开工项目80个: not all projects of the city.
      append(object, words, group: .some(nil))
      return true
    }
    if isFirst {
      scope.subject = nil
      wholes.append(object)
    } else {
      take(subject: object)
    }
    append(countLabel(object, words), words)
    return true
  }

  private func isRegion(_ text: FoldedText) -> Bool {
    PlanFacts.region(in: text) == text.string && (isFirst || scope.part == nil)
  }

  /// A place or class with its count, and nothing else: a row by its name.
  mutating func addPartOfCount(_ name: FoldedText, _ words: ClauseWords) {
    guard let part = scope.part, let count = part.count else {
      if let current = scope.subject, isPlace(FoldedText(bulletin.groups[current].name)),
        isPlace(name)
      {
        // 甲市完成2个,乙市1个: the second completes as many as it says too.
        let label = scope.label
        enter(name)
        append(label ?? countLabel(.empty, words), words)
        return
      }
      if let part = scope.part, scope.subject != part.parent,
        bulletin.figures.last?.isCount ?? false
      {
        // 其中公路项目7个,机场5个: the second are beside the first.
        scope.subject = part.parent
      }
      append(name, words, isKnown: false)
      return
    }
    let base = bulletin.figures[count]
    guard !base.isOfOtherThings(than: words) else {
      // 举报100件,其中问责领导干部20人: persons are no part of them.
      append(name, words, isKnown: false, group: .some(base.group))
      return
    }
    let isOwn = base.label.hasSuffix("数")
    let isAdded: Bool
    scope.part?.isNamed = true
    if !isOwn {
      let before = scope.part
      scope.part = nil
      scope.subject = base.group
      scope.part = .init(
        parent: base.group, base: nil, count: count, isBracket: part.isBracket,
        start: part.start, isNamed: true)
      enter(FoldedText(base.label))
      isAdded = append(name, words, whole: count)
      scope.part = before
      scope.part?.isNamed = true
      scope.subject = before?.parent
    } else {
      isAdded = append(name, words, whole: count)
    }
    // A part that was left makes the others no whole list.
    if isAdded, words.isListed || part.isBracket { bulletin.figures[count].isEnumerated = true }
  }
}

extension Bulletin.Figure {
  /// Whether a count is of other things than this one, as persons are no part of reports.
  fileprivate func isOfOtherThings(than words: ClauseWords) -> Bool {
    guard case .count(let one) = unit, case .count(let other) = words.figure.unit, one != other
    else { return false }
    let kinds: Set<String> = ["人", "名", "人次", "户", "家", "起", "件", "条", "份"]
    return kinds.contains(one) || kinds.contains(other)
  }
}
