/// Shares and changes, and what they are called by.
extension BulletinReader {
  /// Takes a share; says whether its words tell what it is.
  mutating func addShare(_ words: ClauseWords) -> Bool {
    let text = MeasureWords.withoutFillers(words.own.trimmed { "的".unicodeScalars.contains($0) })
    let isOfPlan = scope.share.map { $0.hasSuffix(text.folded) } ?? false
    if text.isEmpty || text.compact == "占" || isOfPlan {
      guard let label = scope.share ?? (text.isEmpty ? nil : scope.shareName), !scope.isOpen else {
        return false
      }
      append(label, words)
      return true
    }
    let isNamed = MeasureWords.share(text).map { !["", "已", "已经"].contains($0.rest.compact) }
    guard !scope.isOpen || isNamed ?? false else { return false }
    guard let (before, label) = MeasureWords.share(text) else {
      // 甲市的垃圾100%实现处理: what is said stands behind the figure.
      let isCut = words.after.scalar(0).map(FoldedText.isIdeograph) ?? false
      guard SubjectWords.isLabel(text), text.count <= 24, !MeasureWords.isVerbAlone(text),
        !isCut || ["左右", "的", "和", "与", "及", "以"].contains(where: { words.after.hasPrefix($0) })
      else { return false }
      append(text, words, isKnown: words.figure.kind == 2 && !bulletin.figures.isEmpty)
      return true
    }
    let rest = SubjectWords.withoutLeads(before)
    if rest.isEmpty || SubjectWords.bareGenerics.contains(rest.compact) {
      guard !scope.isOpen else { return false }
      append(ofPartBefore.map { $0.joined(label) } ?? ofEconomy(shared(label)), words)
      return true
    }
    if isSubject(rest) {
      take(subject: SubjectWords.object(of: rest))
      append(whole(label, behind: rest), words)
    } else {
      guard SubjectWords.isLabel(text), text.count <= 24, !MeasureWords.isVerbAlone(text) else {
        return false
      }
      loseOwnerOfFigure(before: text)
      append(text, words)
    }
    return true
  }

  /// The whole name of a figure: 全市污水|处理率 is of the whole, and 污水 belongs to its name.
  func whole(_ label: FoldedText, behind rest: FoldedText) -> FoldedText {
    guard SubjectWords.isWhole(rest), !SubjectWords.isNumbered(rest) else { return label }
    let name = SubjectWords.withoutWhole(rest)
    let isSubject = scope.subject.map { bulletin.groups[$0].name == name.string } ?? false
    guard !name.isEmpty, !isSubject, !SubjectWords.isGeneric(name), !SubjectWords.isNoun(name)
    else { return label }
    return name.joined(label)
  }

  /// What the part is called that stands right before, of which a share without a name is, and not of the whole:
  /// 其中省级资金6亿元,占年度计划的74%.
  private var ofPartBefore: FoldedText? {
    guard bulletin.figures.count > sentenceStart,
      let last = bulletin.figures[sentenceStart...].last(where: { !$0.isChange }),
      last.isMoney, last.whole != nil, last.group == scope.subject, last.paragraph == paragraph,
      scope.part?.isBracket == false
    else { return nil }
    return FoldedText(last.label)
  }

  /// What a share of a number of things is called: by the count before it, whose share it is, as in
  /// 已完成25项,占任务总数的61%.
  func shared(_ label: FoldedText) -> FoldedText {
    guard label.hasPrefix("占"), label.contains(anyWord: ["总数", "任务", "占比"]),
      !label.contains(anyWord: ["投资", "计划"]), bulletin.figures.count > sentenceStart,
      let last = bulletin.figures.last, last.isCount, !last.label.hasSuffix("数"),
      last.paragraph == paragraph, last.group == scope.subject
    else { return label }
    return FoldedText(last.label).joined(label)
  }

  /// What the last figure is called that a change can be one of: of money for money, of a count for a count, as in
  /// 12项工程,总投资476亿元,比上年多6项.
  private func labelOfSameKind(_ words: ClauseWords) -> FoldedText? {
    guard words.isAmount || words.isCountOfThings else { return scope.label }
    let spoken = bulletin.figures[Swift.min(sentenceStart, bulletin.figures.count)...]
      .filter { $0.group == scope.subject && !$0.isChange }
    guard let last = spoken.last else { return scope.label }
    if last.isMoney == words.isAmount { return scope.label }
    // 收入完成12亿元,为预算数13亿元的92%,比上年减少1亿元: of what was done, and not of the plan.
    if words.isAmount, let label = scope.amountLabel,
      spoken.contains(where: { $0.isMoney && $0.label == label.string })
    {
      return label
    }
    return spoken.last { $0.isMoney == words.isAmount && ($0.isMoney || $0.isCount) }
      .map { FoldedText($0.label) }
  }

  /// Takes a figure that says how another one has changed: 同比增长5.3%, 比上年增加388个.
  mutating func addChange(_ words: ClauseWords) -> Bool {
    let own = MeasureWords.withoutFillers(words.own)
      .trimmed { "了的 ".unicodeScalars.contains($0) }.dropping(first: MeasureWords.bases)
    guard own.count <= 24, SubjectWords.isLabel(own), !scope.isOpen else { return false }
    // 甲省目标要求下降15% is none that was reached.
    if own.contains(anyWord: ["要求", "确定了", "目标是", "目标为"]) { return false }
    if MeasureWords.needsSubject(own) {
      let base = words.figure.kind == 1 ? scope.amountLabel : labelOfSameKind(words)
      guard let base else { return false }
      append(base.joined(own), words, isChange: true)
    } else if MeasureWords.isOfNoMeasure(own) {
      return false
    } else {
      append(own, words, isChange: true)
      if let label = MeasureWords.compared(own) {
        scope.label = label
        scope.amountLabel = label
      }
    }
    return true
  }
}
