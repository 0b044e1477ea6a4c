/// Of whom a figure cannot be, whatever the words around it say.
extension BulletinReader {
  /// Whether a sentence takes something out of a list or into it, so that its figures are of that alone, and of
  /// nothing that the document is about: 将甲等21个项目调出重点项目,涉及总投资162亿元.
  static func altersList(_ sentence: FoldedText) -> Bool {
    sentence.contains("将")
      && sentence.contains(anyWord: ["调出", "调入", "调减", "剔除", "移出", "不再列入", "调整为", "调整到", "调整至"])
  }

  /// Whether a sentence says from what to what a share of a year went, which is nothing of a project:
  /// 森林覆盖率从2015年的40.2%提高到2020年的43.1%.
  static func saysChangeOfShare(_ sentence: FoldedText) -> Bool {
    guard let change = ValueChange(sentence, year: nil, present: nil) else { return false }
    return change.after.unit == "%" && change.timeBefore != nil
  }

  /// Whether money that a sentence behind a semicolon begins with may be of the only part that 其中 named before it:
  /// 其中省级项目3个,总投资9亿元;已完成投资4亿元.
  func mayBeOfPart(_ sentence: FoldedText) -> Bool {
    guard let part = scope.part, !part.isBracket, !part.isLocal,
      let first = SentenceParts(sentence).figures.first, first.isAmount, first.contexts.isEmpty,
      first.with(own: first.own.dropping(first: ["现", "目前"])).hasNoSubject
    else { return false }
    let groups = Set(bulletin.figures[part.start...].map(\.group))
    guard groups.count == 1, let group = groups.first, let last = bulletin.figures.last else {
      return false
    }
    return group != part.parent && last.isMoney
  }

  /// Leaves all figures of a sentence, those in its brackets too.
  mutating func leaveAll(_ parts: SentenceParts, in sentence: FoldedText) {
    for element in parts.elements {
      switch element {
      case .figure(let words): leave(words, in: sentence)
      case .bracket(let inner, _):
        for words in SentenceParts(inner).figures { leave(words, in: inner) }
      }
    }
  }

  /// Whether the words of a figure refer to the one right before it, which was not read: 8省未下达资金, 投资超过1亿元的项目609个,
  /// 河道253公里,占任务的69%.
  func isBehindUnread(_ words: ClauseWords) -> Bool {
    guard hasJustLeft, words.contexts.isEmpty, bulletin.unread.count > unreadStart else {
      return false
    }
    if words.written.hasPrefix("的") { return true }
    // 3317个加油站、14545个地下油罐改造任务: one list.
    if hasJustLeftValue, words.isListed, words.isCountOfThings, words.own.isEmpty { return true }
    // 增加值38亿元,增长2.7%: the change is that of the figure right before it.
    if hasJustLeftValue, MeasureWords.compares(words.own), MeasureWords.needsSubject(words.own),
      !words.isListed
    {
      return true
    }
    // 甲、乙等8个项目完成投资12亿元
    if scope.hasLeftList, words.isAmount, !words.isListed,
      SubjectWords.leadingCounted(words.written) != nil
    {
      return true
    }
    if scope.hasLeftAmidClause, words.isShare, !words.isListed { return true }
    // 涉及我市12类39件45个事项
    if scope.hasLeftAmidClause, words.isCount, words.written.isEmpty, !words.isListed {
      return true
    }
    if words.isShare || words.isAmount, words.own.hasPrefix("占") { return true }
    if words.isShare { return false }
    return words.isAmount && !words.own.hasPrefix("市场")
      && ["省", "市", "县", "区"].contains { words.own.hasPrefix($0) }
      && MeasureWords.amount(words.own).map { $0.rest.count > 4 } ?? true
  }

  /// Whether a figure is of somebody whom the text calls by 该公司 alone; so are those after it.
  mutating func isOfUnnamed(_ words: ClauseWords) -> Bool {
    let clauses = words.contexts + [words.own]
    let isFound = clauses.contains { $0.contains(anyWord: SubjectWords.references) }
    if isFound { scope.isOpen = true }
    return isFound && words.own.contains(anyWord: SubjectWords.references)
  }

  /// Whether the paragraph has stated the same of what is spoken of already with another figure, so
  /// that this one must be of something that its words do not name.
  func contradicts(_ words: ClauseWords) -> Bool {
    guard !words.isCount, words.hasNoSubject,
      let label = words.isAmount
        ? MeasureWords.amount(words.own)?.label : MeasureWords.share(words.own)?.label
    else { return false }
    let name = words.isShare ? shared(label) : label
    let time = words.time ?? scope.time
    return bulletin.figures.contains { figure in
      figure.group == scope.subject && figure.node == node && figure.paragraph == paragraph
        && figure.label == name.string && figure.whole == nil && !figure.isChange
        && !figure.isAside && figure.isMoney == words.isAmount
        && (figure.time == nil || time == nil || figure.time == time?.string)
        && !(figure.unit == words.figure.unit && figure.value.isEqual(to: words.figure.value))
    }
  }

  /// What a share is called that is one of the amount right before it, and of nothing else: 完成率 in
  /// 完成地方投资4亿元,完成率54%.
  func ofAmountBefore(_ words: ClauseWords) -> FoldedText? {
    guard words.isShare, !scope.hasLostAmount,
      let label = MeasureWords.share(words.own)?.label,
      bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, last.isMoney,
      last.group == scope.subject, !last.isChange
    else { return nil }
    let name = FoldedText(last.label)
    return name.hasSuffix("完成") ? name.dropLast(2).joined(label) : name.joined(label)
  }
}
