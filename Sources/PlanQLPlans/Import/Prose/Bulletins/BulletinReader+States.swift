extension BulletinReader {
  /// How far so many have come: 已开工122个, 新开工30项, 已开工48个专项.
  mutating func addState(
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
    } else if scope.isOpen && scope.subject != nil || !hasNoun && goesOn(state, words, noun: noun) {
      return false
    }
    if name.isEmpty, bulletin.figures.count == sentenceStart, scope.part?.isBracket == false {
      scope.openingState = state
    }
    scope.state = state
    if state.hasPrefix("超"), let before = scope.label {
      append(before.joined(label), words)
      return true
    }
    let isPart = scope.part.map { $0.isBracket && $0.count != nil && name.isEmpty } ?? false
    append(whole(label, behind: name), words, whole: isPart ? scope.part?.count : nil)
    return true
  }

  /// Whether what is counted stands after the count, so that the verb alone does not say what of:
  /// 完成3座甲和5座乙.
  private func goesOn(_ state: FoldedText, _ words: ClauseWords, noun: FoldedText) -> Bool {
    guard state.compact == "完成", !words.after.trimmed().isEmpty else { return false }
    return !words.endsClause || !noun.isEmpty
      || words.after.scalar(0).map(FoldedText.isIdeograph) == true
  }

  /// Whether a count of a state has no figures of its own, so that those that follow are of what
  /// was spoken of before it.
  func isBare(_ state: FoldedText, next: ClauseWords?) -> Bool {
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
  func isAmbiguous(_ state: FoldedText, next: ClauseWords) -> Bool {
    let isOver = ["在建", "竣工", "完工", "已开工"].contains { state.contains($0) }
    let isRate = ["开工率", "复工率"].contains { next.own.contains($0) }
    return isOver && !isRate && scope.bareStates == 0 && scope.part == nil && scope.isSettled
      && scope.time != nil && !["总投资", "计划"].contains { next.own.contains($0) }
  }
}
