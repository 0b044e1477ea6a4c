/// Figures that stand right behind another one and are of the same thing.
extension BulletinReader {
  /// A count or a measure of a list with the verb of the one before it, where it has none: 新建污水管网120公里、雨水管网86公里.
  func withSharedVerb(_ words: ClauseWords) -> ClauseWords {
    guard words.isListed, words.isCount, words.contexts.isEmpty, !hasJustLeft,
      bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, !last.isMoney,
      words.own.count >= 2, SubjectWords.isPlain(words.own), !SubjectWords.counts(words.own)
    else { return words }
    let label = FoldedText(last.label)
    guard !SubjectWords.counts(label), SubjectWords.state(atEndOf: words.own) == nil else {
      return words
    }
    return words.with(
      own: StatementReader.behind(StatementReader.leadingVerb(of: label), words.own))
  }

  /// Reads a length or an area with the money behind it in its clause, 县乡道改造1591公里补助资金9.69亿元, or a second count of
  /// the same things, 省实事11件15项; gives the place of the next figure, nil where it is no such one.
  mutating func read(_ index: Int, besideOthersIn figures: [ClauseWords]) -> Int? {
    if readMoney(behind: index, in: figures) { return index + 2 }
    return readCount(index, besideLastIn: figures) || readAmount(index, behindCountIn: figures)
      ? index + 1 : nil
  }

  private mutating func readMoney(behind index: Int, in figures: [ClauseWords]) -> Bool {
    guard figures.indices.contains(index + 1), !scope.isOpen, scope.part == nil else {
      return false
    }
    let (words, money) = (figures[index], figures[index + 1])
    let name = SubjectWords.withoutWhole(
      SubjectWords.withoutLeads(MeasureWords.withoutFillers(words.own)))
    guard case .measure = words.figure.unit, !words.countsThousands, words.figure.bound != .limit,
      !words.endsClause, !words.isListed, money.isAmount, money.contexts.isEmpty,
      money.figure.bound != .limit, money.own.string == words.after.trimmed().string,
      MeasureWords.amount(money.own) != nil, SubjectWords.isLabel(money.own), money.own.count <= 10,
      (3...20).contains(name.count), SubjectWords.isLabel(name), SubjectWords.isPlain(name)
    else { return false }
    append(name, words, isKnown: false)
    append(name.joined(MeasureWords.withoutFillers(money.own)), money)
    return true
  }

  /// 水土保持工程5项2800万元: the amount is that of what is counted.
  private mutating func readAmount(_ index: Int, behindCountIn figures: [ClauseWords]) -> Bool {
    guard index > 0, figures[index - 1].after.isEmpty, figures[index - 1].isCountOfThings,
      figures[index].isAmount, figures[index].figure.bound != .limit, !hasJustLeft, !scope.isOpen,
      bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, last.isCount
    else { return false }
    let name = last.label.hasSuffix("数") ? "" : last.label
    append(FoldedText(name + "金额"), figures[index], group: last.group)
    if let group = last.group, figures.indices.contains(index + 1), figures[index + 1].isListed {
      // The next of the list stands beside it.
      scope.subject = bulletin.groups[group].parent
    }
    return true
  }

  private mutating func readCount(_ index: Int, besideLastIn figures: [ClauseWords]) -> Bool {
    guard index > 0, figures[index - 1].after.isEmpty, figures[index].isCountOfThings,
      !figures[index].isCountOfPeople,
      !hasJustLeft, bulletin.figures.count > sentenceStart, let last = bulletin.figures.last,
      last.isCount, last.unit != figures[index].figure.unit
    else { return false }
    let label = BulletinReader.countOfOthers(figures[index]) ?? FoldedText(last.label)
    append(label, figures[index], group: last.group)
    return true
  }
}
