/// What a figure is by its kind, and which figures are taken.
extension BulletinReader {
  /// Takes a figure or leaves it, below what 其中 opens before it.
  mutating func add(
    _ words: ClauseWords, next: ClauseWords?, in sentence: FoldedText
  ) {
    var words = words
    if BulletinReader.afterPart(words.written) != nil {
      descend()
      if let rest = BulletinReader.afterPart(words.own) { words = words.with(own: rest) }
    }
    // 新建项目按计划开工,另有97个重大项目提前开工: others than those.
    if ["另有", "另外", "此外", "还有"].contains(where: { words.written.hasPrefix($0) }) {
      scope.subject = scope.part?.parent ?? scope.opening
      scope.isHeaded = false
    }
    if !isTaken(words, next: next) { leave(words, in: sentence) }
  }

  /// Takes a figure by what it is; says whether its words tell what it is of.
  private mutating func isTaken(_ words: ClauseWords, next: ClauseWords?) -> Bool {
    if scope.isUncounted, !SubjectWords.counts(MeasureWords.withoutFillers(words.own)) {
      return false
    }
    let compares = MeasureWords.compares(words.own)
    // 浓度不得高于117微克/立方米 bounds what is measured, and compares it with nothing.
    let isBounded = words.isCount && words.own.suffix(of: ["高于", "低于"]) != nil
    if words.figure.bound == .limit && !compares || words.figure.kind == 4 { return false }
    if words.figure.bound == .limit, isBounded || words.boundsChange { return false }
    if isPartOfLost(words) { return false }
    // 完成年度目标4000公里的120%: how large the target is.
    if words.isCount, words.after.trimmed().compact == "的" { return false }
    if words.isOfOtherYear || words.isBase || words.isOfSeveral
      || words.isOfWorksDone && scope.part == nil
    {
      return false
    }
    if MeasureWords.leadsOn(words.own), hasJustLeft { return false }
    if isBehindUnread(words) || mayBeIntended(words) { return false }
    if isOfUnnamed(words) || words.isCapacityInName || words.isBoundOfList { return false }
    if compares, !words.own.isEmpty { return addChange(words) }
    if contradicts(words) {
      if let label = ofAmountBefore(words) {
        append(label, words)
        return true
      }
      guard let state = scope.openingState else { return false }
      enter(state)
    }
    if sumsUp(words) { scope.subject = scope.opening }
    if words.isAmount { return addAmount(words, next: next) }
    return words.isShare ? addShare(words) : addCount(words, next: next)
  }

  /// Whether an amount is that of all that the sentence has counted, since 共 leads to it and the last of these is how far
  /// some have come: 11个项目已完工5个,在建项目6个,共完成投资170亿元.
  private func sumsUp(_ words: ClauseWords) -> Bool {
    guard words.isAmount, words.hasNoSubject, words.contexts.isEmpty, scope.part == nil,
      ["共", "合计", "总计"].contains(where: { words.written.hasPrefix($0) }),
      bulletin.figures.count > sentenceStart + 1, let group = scope.subject, group != scope.opening
    else { return false }
    return SubjectWords.isState(FoldedText(bulletin.groups[group].name))
  }

  /// Whether a count is that of a place among the parts of another that was not read: 6处灌区已开工,其中东城区2处.
  private func isPartOfLost(_ words: ClauseWords) -> Bool {
    (scope.part?.isOfLost ?? false) && words.isCountOfThings
      && isPlace(MeasureWords.withoutFillers(words.own))
  }

  /// What follows 其中 or 包括 at the start of a clause.
  static func afterPart(_ own: FoldedText) -> FoldedText? {
    for word in ["其中", "此中", "包括", "包含"] where own.hasPrefix(word) {
      return SubjectWords.withoutLeads(own.dropFirst(word.unicodeScalars.count))
    }
    return nil
  }
}
