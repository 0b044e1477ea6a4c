/// The rows that figures give.
extension BulletinReader {
  /// Leaves out groups that nothing was stated of.
  mutating func finish() {
    let used = Set(bulletin.figures.compactMap(\.group)).union(groupsWithoutFigures)
    var kept: [Int: Int] = [:]
    var groups: [Bulletin.Group] = []
    for (place, group) in bulletin.groups.enumerated() {
      guard used.contains(place) || bulletin.groups.contains(where: { $0.parent == place }) else {
        continue
      }
      kept[place] = groups.count
      groups.append(group.moved(below: group.parent.flatMap { kept[$0] }))
    }
    bulletin.groups = groups
    for place in bulletin.figures.indices {
      bulletin.figures[place].group = bulletin.figures[place].group.flatMap { kept[$0] }
    }
  }

  /// Keeps a figure as one that gives no row; both of a range are kept as it.
  mutating func leave(
    _ words: ClauseWords, of range: Range<Int>? = nil, in sentence: FoldedText
  ) {
    if range.map({ $0.lowerBound == words.place }) ?? true {
      bulletin.unread.append(
        (
          line(words.place, in: sentence),
          sentence.withWordsBefore(range ?? words.figure.places)
        ))
    }
    hasFigures = true
    hasJustLeft = true
    hasJustLeftValue = (words.isAmount || words.isCount) && !words.isOfOthers
    scope.hasLeftAmidClause = words.isCount && (!words.endsClause || words.after.isEmpty)
    scope.hasLeftList = scope.hasLeftAmidClause && words.own.hasSuffix("等")
    if words.isAmount { scope.hasLostAmount = true }
    if words.isCountOfThings {
      let noun = SubjectWords.following(words.after).noun
      scope.leftNoun = noun.count >= 2 ? noun.part(0..<2) : .empty
    }
    // What an unread count is of may be what the figures after it are of.
    let isCount = words.isCount || words.figure.unit == .unknown
    let isOfOther =
      words.isAmount && !MeasureWords.compares(words.own)
      && !SubjectWords.bareGenerics.contains(words.own.compact)
      && MeasureWords.amount(words.own).map { !$0.rest.isEmpty } ?? !words.own.isEmpty
    if isCount || isOfOther, words.figure.bound != .limit,
      !words.own.isEmpty || words.written.hasPrefix("第")
    {
      scope.isOpen = true
    }
  }

  /// The line that a place of a sentence stands on.
  func line(_ place: Int, in sentence: FoldedText) -> Int {
    text?.line(at: sentence.start + place) ?? 0
  }

  /// The line that is being read.
  var currentLine: Int { text?.line(at: sentencePlace) ?? 0 }

  /// The time of what parts are parted of, where it is called the same: 项目数 of a year beside
  /// 完成投资 of its first half.
  func timeOfWhole(_ label: FoldedText) -> FoldedText? {
    guard let part = scope.part, !part.isTimed else { return nil }
    let key = MeasureWords.key(label.string)
    let first = stretchStarts.current < part.start ? stretchStarts.current : 0
    let whole = bulletin.figures[first..<part.start].last {
      $0.group == part.parent && $0.paragraph == paragraph && $0.whole == nil && !$0.isChange
        && MeasureWords.key($0.label) == key
    }
    return whole?.time.map { FoldedText($0) }
  }

  /// What 实际 says of the plan before it: 计划新建公路80公里,|实际完成| 95公里.
  private func besidePlan(_ label: FoldedText) -> FoldedText {
    guard ["实际", "实际完成", "实际达到"].contains(label.compact),
      bulletin.figures.count > sentenceStart, let last = bulletin.figures.last, !last.isChange
    else { return label }
    let plan = FoldedText(last.label)
    let thing = plan.dropping(first: ["年度", "全年", "计划", "拟"]).dropping(last: ["目标值", "目标", "计划"])
    guard thing.count < plan.count, thing.count >= 2 else { return label }
    return thing.hasPrefix("完成") ? FoldedText("实际").joined(thing) : thing.joined(label)
  }

  /// Adds a figure as a row, or leaves it where words around it say more than is kept of them; says whether it was added.
  /// One that is there already is not added again.
  @discardableResult
  mutating func append(
    _ label: FoldedText, _ words: ClauseWords, whole: Int? = nil, isKnown: Bool = true,
    isChange: Bool = false, group: Int?? = nil
  ) -> Bool {
    let line = text?.line(at: words.start) ?? 0
    // 预期目标是:甲增长6%: a change that is aimed at has not been.
    let isAimed = scope.intention?.string == "目标"
    let named =
      isChange && !isAimed ? label : intended(label, words, of: group ?? scope.subject)
    let label = besidePlan(words.planYear.map { named.withYear($0) } ?? named)
    let owner = group ?? scope.subject
    guard isAccountedFor(words, by: label, of: owner), !isOfOther(words, label: label, of: owner)
    else {
      leave(words, in: reading)
      if words.isCount { scope.isOpen = true }
      return false
    }
    var figure = Bulletin.Figure(
      group: group ?? scope.subject, node: node, label: label.string, value: words.figure.value,
      unit: words.figure.unit, whole: whole, isRough: words.figure.bound == .rough,
      time: (words.time ?? carriedTime(of: label, words))?.string, line: line,
      paragraph: paragraph,
      isKnown: isKnown || SubjectWords.isOfCases(label), isChange: isChange,
      sentence: sentence.string)
    figure.lacksYuan = words.figure.lacksYuan
    figure.isOfPlan = words.isAmount && scope.share.map { $0.hasSuffix(label.string) } ?? false
    figure.isAside = scope.part?.isBracket ?? false && whole == nil
    usedLines.insert(line)
    hasFigures = true
    hasJustLeft = false
    // The words of the figure name what it is of, and so those after it are of that.
    scope.isOfOther = false
    if scope.part == nil {
      trail.append(figure.group)
    } else if scope.part?.isBracket == false {
      partTrail.append(figure.group)
    }
    if !isChange {
      scope.label = label
      if !MeasureWords.isShareOfPlan(label, words.figure, of: scope.amountLabel) {
        scope.amountLabel = label
      }
    }
    if figure.isMoney { scope.hasLostAmount = false }
    let isKept = bulletin.figures.contains {
      $0.group == figure.group && $0.node == node && $0.label == figure.label
        && $0.unit == figure.unit && $0.value.isEqual(to: figure.value) && $0.time == figure.time
    }
    if !isKept { bulletin.figures.append(figure) }
    return true
  }
}
