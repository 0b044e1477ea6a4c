extension BulletinReader {
  /// Takes a count or a measured figure; says whether its words tell what is counted.
  mutating func addCount(_ words: ClauseWords, next: ClauseWords?, isFirst: Bool) -> Bool {
    var text = MeasureWords.withoutFillers(words.own)
    if let current = scope.subject, bulletin.groups[current].name == text.string { text = .empty }
    if isAboutPlaceOnly(text) { return addBefore(noun: text, words, next: next) }
    let plain = SubjectWords.withoutBracket(text)
    if scope.isHeaded, plain.count > 20, SubjectWords.counted(plain) != nil {
      // 产业领域,重点实施甲、乙等项目12个: so many of the sector.
      append(countLabel(plain, words), words)
      return true
    }
    if plain.count > 20, plain.contains("、") {
      // 推进甲、乙等8大领域234个省列项目建设: the noun after the count is shorter.
      let (noun, _) = SubjectWords.following(words.after)
      if SubjectWords.isNoun(noun), SubjectWords.counted(noun) != nil {
        take(subject: noun)
        append(countLabel(noun, words), words)
        return true
      }
    }
    let parted = SubjectWords.partedAtVerb(plain)
    if SubjectWords.isNoun(plain)
      || parted.map({ SubjectWords.isNoun($0.object) && !isPlace($0.object) }) ?? false
    {
      return addNoun(plain, words, next: next)
    }
    if let (agent, object) = parted, PlanFacts.region(in: object) == object.string,
      SubjectWords.counted(agent) != nil, agent.count <= 24
    {
      enter(SubjectWords.withoutLeads(agent))
      append(countLabel(agent, words), words)
      return true
    }
    if let object = parted?.object, let noun = nounAfter(words),
      object.isEmpty || PlanFacts.region(in: object) == object.string
    {
      take(subject: object.joined(noun))
      append(countLabel(noun, words), words)
      return true
    }
    if let state = SubjectWords.state(atEndOf: plain), words.isCountOfThings {
      return addState(state, of: plain.dropLast(state.count), words)
    }
    return addLabelled(plain, words)
  }

  /// The noun right after a count, where it is all that follows.
  private func nounAfter(_ words: ClauseWords) -> FoldedText? {
    let (noun, predicate) = SubjectWords.following(words.after)
    return predicate.isEmpty && SubjectWords.counted(noun) != nil ? noun : nil
  }

  /// Whether a phrase is the name of a place.
  private func isPlace(_ text: FoldedText) -> Bool {
    ["区", "县", "市", "州", "镇", "乡"].contains { text.hasSuffix($0) }
  }

  /// Whether nothing stands before a count but whose all of it is, or the end of a list of names.
  private func isAboutPlaceOnly(_ text: FoldedText) -> Bool {
    if text.isEmpty || text.hasSuffix("等") { return true }
    if SubjectWords.isWhole(text), SubjectWords.withoutWhole(text).isEmpty { return true }
    return PlanFacts.region(in: text) == text.string && text.count <= 4 && isFirst
  }

  /// A count whose noun comes after it: 133个续建项目完成投资, 10个项目建成投用.
  private mutating func addBefore(
    noun text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    let (noun, predicate) = SubjectWords.following(words.after)
    if noun.isEmpty, scope.isHeaded, text.isEmpty {
      append(countLabel(.empty, words), words)
      return true
    }
    guard !noun.isEmpty else { return addAgain(words) }
    if text.hasSuffix("等"), let verb = ["完成", "办结"].first(where: { text.contains($0) }),
      SubjectWords.counted(noun) != nil
    {
      append(FoldedText(verb).joined(noun), words)
      return true
    }
    if SubjectWords.isWhole(text), scope.part == nil { scope.subject = nil }
    let isFollowed = !words.endsClause && next != nil
    let isGeneric = SubjectWords.bareGenerics.contains(noun.compact)
    if let state = scope.state, words.isListed, predicate.isEmpty {
      append(state.joined(noun), words)
      return true
    }
    if isGeneric {
      if isFirst || predicate.isEmpty || isFollowed || predicate.hasPrefix("中") {
        append(countLabel(noun, words), words)
      } else {
        let label = noun.joined(predicate)
        guard SubjectWords.isLabel(label), label.count <= 20 else { return false }
        append(label, words)
      }
      return true
    }
    let hasState = SubjectWords.state(atEndOf: predicate) != nil && !predicate.hasPrefix("中")
    if hasState, !isFollowed, SubjectWords.isLabel(predicate), predicate.count <= 12 {
      append(noun.joined(predicate), words)
      return true
    }
    guard SubjectWords.isPlain(noun) else { return false }
    let ends = ["项目", "工程", "案件", "任务", "问题", "企业"].contains { noun.hasSuffix($0) }
    guard ends else {
      guard noun.count >= 2, predicate.isEmpty else { return false }
      append(noun, words, isKnown: false)
      return true
    }
    take(subject: noun)
    append(countLabel(noun, words), words)
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
  private mutating func addNoun(
    _ text: FoldedText, _ words: ClauseWords, next: ClauseWords?
  ) -> Bool {
    var target = text
    if let (agent, object) = SubjectWords.partedAtVerb(text) {
      let plain = SubjectWords.withoutLeads(agent)
      if plain.isEmpty, scope.isHeaded {
        append(countLabel(object, words), words)
        return true
      }
      if SubjectWords.isNoun(plain), !SubjectWords.isWhole(plain), !isRegion(plain) {
        take(subject: plain)
        let isOneOfSeveral = next.map { $0.isCount && SubjectWords.isNoun($0.own) } ?? false
        let isNamed = isOneOfSeveral && !SubjectWords.bareGenerics.contains(object.compact)
        append(isNamed ? object : countLabel(object, words), words)
        return true
      }
      if SubjectWords.isWhole(plain) || isRegion(plain) {
        if isFirst { scope.subject = nil } else { take(subject: object) }
        append(countLabel(object, words), words)
        return true
      }
      // 实施项目 among 其中 is a kind of them, as 前期推进项目 is.
      let isKind =
        SubjectWords.bareGenerics.contains(object.compact) && (scope.part != nil || !isFirst)
      if !isKind, plain.isEmpty || SubjectWords.isNoun(object) || SubjectWords.isGeneric(object) {
        target = object
      }
    }
    let isState = SubjectWords.isState(target)
    guard SubjectWords.isPlain(target) || isState else { return false }
    if isState, target.count > 20 { return false }
    if SubjectWords.isState(target), isBare(target, next: next) {
      if let next, next.hasNoSubject, isAmbiguous(target, next: next) { scope.isOpen = true }
      scope.bareStates += 1
      // Among 其中, one state stands beside the other.
      let group = scope.part.map { $0.parent } ?? scope.subject
      append(target, words, group: .some(group))
      return true
    }
    let isFollowed = next?.hasNoSubject ?? false
    let isProject = ["项目", "工程", "案件", "任务", "问题", "企业"].contains { target.hasSuffix($0) }
    if isFollowed || isProject {
      take(subject: target)
      // 甲项目17项,乙项目3项,总投资6亿元 may be of both.
      if isFollowed, scope.pending > 0 { scope.isOpen = true }
      scope.pending = isFollowed ? 0 : scope.pending + 1
      append(countLabel(target, words), words)
    } else {
      addPartOfCount(target, words)
    }
    return true
  }

  private func isRegion(_ text: FoldedText) -> Bool {
    PlanFacts.region(in: text) == text.string && (isFirst || scope.part == nil)
  }

  /// A place or class with its count, and nothing else: a row by its name.
  private mutating func addPartOfCount(_ name: FoldedText, _ words: ClauseWords) {
    guard let part = scope.part, let count = part.count else {
      if let current = scope.subject, isPlace(FoldedText(bulletin.groups[current].name)),
        isPlace(name), let label = scope.label
      {
        // 甲市完成2个,乙市1个: the second completes as many as it says too.
        enter(name)
        return append(label, words)
      }
      return append(name, words, isKnown: false)
    }
    let base = bulletin.figures[count]
    let isOwn = base.label.hasSuffix("数")
    scope.part?.isNamed = true
    if !isOwn {
      let before = scope.part
      scope.part = nil
      scope.subject = base.group
      scope.part = .init(
        parent: base.group, base: nil, count: count, isBracket: part.isBracket, isNamed: true)
      enter(FoldedText(base.label))
      append(name, words, whole: count)
      scope.part = before
      scope.part?.isNamed = true
      scope.subject = before?.parent
    } else {
      append(name, words, whole: count)
    }
    if words.isListed || part.isBracket { bulletin.figures[count].isEnumerated = true }
  }

  /// How far so many have come: 已开工122个, 新开工30项, 已开工48个专项.
  private mutating func addState(
    _ state: FoldedText, of rest: FoldedText, _ words: ClauseWords
  ) -> Bool {
    let name = SubjectWords.withoutLeads(rest)
    let (noun, predicate) = SubjectWords.following(words.after)
    let hasNoun = !noun.isEmpty && predicate.isEmpty && SubjectWords.isPlain(noun)
    let verb = state.hasPrefix("共") ? state.dropFirst(1) : state
    let label = hasNoun ? verb.joined(noun) : verb
    if name.hasSuffix("各"), name.contains("、") {
      // 甲区、乙区各开工3个
      for place in name.dropLast(1).split({ $0 == "、" }) where SubjectWords.isPlain(place) {
        enter(place)
        append(label, words)
      }
      return true
    }
    if !name.isEmpty {
      guard isSubject(name) else {
        let whole = rest.joined(label)
        guard SubjectWords.isLabel(whole), whole.count <= 20 else { return false }
        append(whole, words)
        return true
      }
      take(subject: SubjectWords.object(of: name))
      scope.stateSubjects += 1
    }
    if name.isEmpty, scope.isOpen { return false }
    // 完成3座甲和5座乙: the verb alone does not say what of.
    if name.isEmpty, !hasNoun, state.compact == "完成", !words.after.trimmed().isEmpty,
      !words.endsClause || !noun.isEmpty
        || words.after.scalar(0).map(FoldedText.isIdeograph) == true
    {
      return false
    }
    scope.state = state
    if state.hasPrefix("超"), let before = scope.label {
      append(before.joined(label), words)
      return true
    }
    let isPart = scope.part.map { $0.isBracket && $0.count != nil && name.isEmpty } ?? false
    append(label, words, whole: isPart ? scope.part?.count : nil)
    return true
  }

  /// Anything else that is counted or measured, by the words before it.
  private mutating func addLabelled(_ text: FoldedText, _ words: ClauseWords) -> Bool {
    var label = text
    for word in ["共计", "累计", "共", "已"] {
      guard let places = text.firstPlaces(of: word), places.lowerBound > 1 else { continue }
      let agent = text.part(0..<places.lowerBound)
      let verb = text.dropFirst(places.upperBound)
      guard verb.count >= 2 else { continue }
      if SubjectWords.isWhole(agent) {
        if scope.part == nil { scope.subject = nil }
        label = verb
      } else if SubjectWords.isNoun(agent) {
        take(subject: agent)
        label = verb
      }
      break
    }
    if SubjectWords.isWhole(label) { label = SubjectWords.withoutWhole(label) }
    let isAside = ["占", "为", "两者", "浏览", "阅读", "评论", "点击"].contains { label.hasPrefix($0) }
    guard (2...20).contains(label.count), SubjectWords.isLabel(label), !isAside else {
      return false
    }
    let (noun, predicate) = SubjectWords.following(words.after)
    let isCounted = predicate.isEmpty || SubjectWords.counted(noun) != nil
    if !noun.isEmpty, isCounted, noun.count <= 8, SubjectWords.isPlain(noun) {
      label = label.joined(noun)
    }
    append(label, words, isKnown: SubjectWords.counted(label) != nil)
    return true
  }

  /// What a count of such things is called.
  private mutating func countLabel(_ noun: FoldedText, _ words: ClauseWords) -> FoldedText {
    if let found = SubjectWords.counted(noun) { counted = found }
    return FoldedText((counted ?? "项目") + "数")
  }

  /// Whether a count of a state has no figures of its own, so that those that follow are of what
  /// was spoken of before it.
  private func isBare(_ state: FoldedText, next: ClauseWords?) -> Bool {
    guard let next else { return true }
    if next.isCount {
      let plain = MeasureWords.withoutFillers(next.own)
      return plain.isEmpty || SubjectWords.isNoun(plain)
    }
    if scope.bareStates > 0 { return true }
    guard next.hasNoSubject else { return true }
    let isRate = ["开工率", "复工率"].contains { next.own.contains($0) }
    return isRate && !state.contains("计划") || isAmbiguous(state, next: next)
  }

  /// Whether a figure may be of the state before it and of what was spoken of before that: a
  /// sentence of its own says how many are under way, and how much is done.
  private func isAmbiguous(_ state: FoldedText, next: ClauseWords) -> Bool {
    let isOver = ["在建", "竣工", "完工", "已开工"].contains { state.contains($0) }
    let isRate = ["开工率", "复工率"].contains { next.own.contains($0) }
    return isOver && !isRate && scope.bareStates == 0 && scope.part == nil && scope.isSettled
      && scope.time != nil && !["总投资", "计划"].contains { next.own.contains($0) }
  }
}

extension ClauseWords {
  /// Whether it counts things, and measures nothing.
  var isCountOfThings: Bool {
    if case .count = figure.unit { return true }
    return false
  }
}
