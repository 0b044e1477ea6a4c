extension BulletinReader {
  /// Whether the figures of a list belong to several things in their order: 分别为49.3%、50.1%.
  func isRespective(_ words: ClauseWords) -> Bool {
    words.written.contains("分别") || words.contexts.last?.hasSuffix("分别") ?? false
      || words.contexts.last?.hasSuffix("分别为") ?? false
  }

  /// Leaves figures of which 分别 says that each has a verb of its own, 分别下降12.3%和增长5.6%; gives the place of the next
  /// one, or nil where there are none.
  mutating func leaveMixed(
    _ index: Int, of figures: [ClauseWords], in sentence: FoldedText
  ) -> Int? {
    guard isRespective(figures[index]) else { return nil }
    let others = figures[index...].dropFirst().prefix {
      $0.isListed && $0.contexts.isEmpty && MeasureWords.needsSubject($0.own)
    }
    guard !others.isEmpty else { return nil }
    for words in figures[index...(index + others.count)] { leave(words, in: sentence) }
    return index + others.count + 1
  }

  /// Gives each figure of a list to what it is of, or leaves them all.
  mutating func read(list: [ClauseWords], in sentence: FoldedText) {
    guard let first = list.first else { return }
    isInList = true
    defer { isInList = false }
    let times = first.timesOfNames
    let isBounded = list.contains { $0.figure.bound == .limit }
    guard !isBounded, times.isEmpty || times.count == list.count else {
      for words in list { leave(words, in: sentence) }
      return
    }
    let list = times.isEmpty ? list : zip(list, times).map { $0.with(time: $1) }
    guard isRespective(first) || ["各为", "各"].contains(where: { first.written.hasSuffix($0) }) else {
      for words in list { leave(words, in: sentence) }
      return
    }
    var own = first.own.replacing("分别", with: "")
    for word in ["各为", "各"] where own.hasSuffix(word) {
      own = own.dropLast(word.unicodeScalars.count)
    }
    let text = MeasureWords.withoutFillers(own).trimmed { "的 ".unicodeScalars.contains($0) }
    if list[0].isCount ? give(list, countsOf: text) : give(list, toNamesIn: text) { return }
    if give(list, toFiguresOfLast: text) || give(list, toSubjects: text)
      || give(list, toLabels: text)
    {
      return
    }
    for words in list { leave(words, in: sentence) }
  }

  /// 甲工程、乙工程和丙工程完成率分别为….
  private mutating func give(_ list: [ClauseWords], toNamesIn text: FoldedText) -> Bool {
    let isAmount = list[0].isAmount
    guard let (rest, label) = isAmount ? MeasureWords.amount(text) : MeasureWords.share(text),
      !rest.isEmpty, let names = BulletinReader.names(in: rest, count: list.count)
    else { return false }
    // 城镇、农村居民人均可支配|收入: no names of things that have an income.
    let isAlike = Set(names.map { $0.scalar($0.count - 1) }).count == 1
    // 进口、出口|总额: no sums of things called so.
    guard !["总额", "产值", "支出", "收入"].contains(label.compact),
      isAlike || names.last.map({ SubjectWords.isNoun($0) }) ?? false
    else {
      return give(list, toMeasuresIn: text)
    }
    let before = scope.subject
    for (name, words) in zip(names, list) {
      enter(name)
      append(label, words)
    }
    scope.subject = before
    return true
  }

  /// 城镇、农村居民收入分别达到…: by the whole names of the measures.
  private mutating func give(_ list: [ClauseWords], toMeasuresIn text: FoldedText) -> Bool {
    let names = StatementClause.names(text, count: list.count)
    guard names.count == list.count, names.allSatisfy({ SubjectWords.isLabel($0) && $0.count > 2 })
    else { return false }
    for (name, words) in zip(names, list) { append(SubjectWords.withoutLeads(name), words) }
    return true
  }

  /// 甲项目、乙项目和丙项目分别为12个…, 甲区、乙区分别开工项目3个…: what is counted stands behind the
  /// last name or behind 分别, perhaps with how far it has come.
  private mutating func give(_ list: [ClauseWords], countsOf text: FoldedText) -> Bool {
    guard list.allSatisfy(\.isCountOfThings), let noun = SubjectWords.counted(text) else {
      return false
    }
    let written = text.hasSuffix(noun) ? FoldedText(noun) : FoldedText("工程")
    let mark = list[0].own.firstPlaces(of: "分别")
    let behind = mark.map { list[0].own.dropFirst($0.upperBound).dropping(last: ["为", "是"]) }
    let stem = (behind.flatMap { $0.isEmpty ? nil : $0 } ?? text).dropLast(written.count)
    let state = SubjectWords.state(atEndOf: stem)
    var head = text
    if let mark, let behind, !behind.isEmpty {
      head = list[0].own.part(0..<mark.lowerBound)
    } else if let state {
      head = stem.dropLast(state.count)
    }
    guard var names = BulletinReader.names(in: head, count: list.count), let last = names.last
    else { return false }
    let isShared = names.dropLast().allSatisfy { !SubjectWords.counts($0) }
    if isShared, SubjectWords.counts(last), last.count > written.count + 1 {
      // 甲区、乙区项目: the noun is that of both.
      names[names.count - 1] = last.dropLast(written.count)
    }
    let before = scope.subject
    for (name, words) in zip(names, list) {
      enter(name)
      append(state.map { $0.joined(written) } ?? countLabel(written, words), words)
    }
    scope.subject = before
    return true
  }

  /// So many names, parted by the signs of a list.
  private static func names(in text: FoldedText, count: Int) -> [FoldedText]? {
    let names = NameList.names(in: text, count: count).map { SubjectWords.withoutLeads($0) }
    return names.count == count && names.allSatisfy { SubjectWords.isPlain($0) } ? names : nil
  }

  /// 甲项目完成3亿元,乙项目完成2亿元,分别占年计划的…: to the groups of the sentence, or of the division.
  private mutating func give(_ list: [ClauseWords], toSubjects text: FoldedText) -> Bool {
    let label =
      list[0].isAmount ? MeasureWords.amount(text) : MeasureWords.share(text)
    let isChange = MeasureWords.compares(text)
    guard isChange || label.map({ $0.rest.isEmpty }) ?? false else { return false }
    var groups = distinctGroups(from: sentenceStart)
    if groups.count != list.count, !scope.isHeaded, bulletin.figures.count == sentenceStart {
      groups = distinctGroups(from: stretchStarts.current)
    }
    guard groups.count == list.count, groups.count > 1 else { return false }
    let before = scope.subject
    for (group, words) in zip(groups, list) {
      scope.subject = group
      append(label?.label ?? text, words, isChange: isChange)
    }
    scope.subject = before
    return true
  }

  /// 甲项目20个,总投资97亿元,分别占总数的25%和23%: shares of as many figures of the same group, which
  /// are none of money alone.
  private mutating func give(_ list: [ClauseWords], toFiguresOfLast text: FoldedText) -> Bool {
    guard list[0].isShare, let (rest, label) = MeasureWords.share(text), rest.isEmpty,
      label.hasPrefix("占"), !label.contains(anyWord: ["计划", "投资", "目标"])
    else { return false }
    let figures = bulletin.figures[sentenceStart...]
    let group = figures.last?.group
    let run = figures.reversed().prefix { $0.group == group && !$0.isChange }.reversed()
    guard run.count == list.count, run.count > 1 else { return false }
    for (figure, words) in zip(Array(run), list) {
      append(FoldedText(figure.label).joined(label), words, group: figure.group)
    }
    return true
  }

  /// The groups of the division that figures were given to, in their order.
  private func distinctGroups(from start: Int) -> [Int] {
    var groups: [Int] = []
    for figure in bulletin.figures[start...] {
      guard let group = figure.group, bulletin.groups[group].division == scope.division,
        !groups.contains(group)
      else { continue }
      groups.append(group)
    }
    return groups
  }

  /// 立案5起,处罚3起,罚款2万元,分别增长…: to the figures of the sentence, or of the one before it.
  private mutating func give(_ list: [ClauseWords], toLabels text: FoldedText) -> Bool {
    guard MeasureWords.needsSubject(text) else { return give(list, toNamesOfChange: text) }
    var places = (sentenceStart..<bulletin.figures.count).filter { !bulletin.figures[$0].isChange }
    // What was not read of the sentence may be what the figures are of.
    guard bulletin.unread.count == unreadStart else { return false }
    if places.isEmpty {
      places = (stretchStarts.last..<stretchStarts.current).filter {
        !bulletin.figures[$0].isChange
      }
    }
    guard places.count == list.count else { return false }
    for (place, words) in zip(places, list) {
      let figure = bulletin.figures[place]
      append(
        FoldedText(figure.label).joined(text), words, isChange: true, group: figure.group)
    }
    return true
  }

  /// 案件数量和罚款金额分别增长88%和134%: by the names that the list gives itself.
  private mutating func give(_ list: [ClauseWords], toNamesOfChange text: FoldedText) -> Bool {
    let verbs = ["增长", "增加", "上升", "提高", "下降", "减少", "降低"].flatMap { ["同比" + $0, "环比" + $0, $0] }
    guard let verb = text.suffix(of: verbs),
      let names = BulletinReader.names(
        in: text.dropLast(verb.unicodeScalars.count), count: list.count)
    else { return false }
    if let (places, name) = BulletinReader.places(in: names) {
      let before = scope.subject
      for (place, words) in zip(places, list) {
        enter(place)
        append(name.joined(FoldedText(verb)), words, isChange: true)
      }
      scope.subject = before
      return true
    }
    let whole = StatementClause.names(
      text.dropLast(verb.unicodeScalars.count), count: list.count)
    guard whole.count == list.count else { return false }
    let base = StatementClause.base(endOf: text.dropLast(verb.unicodeScalars.count))
    for (name, words) in zip(whole, list) {
      let label = name.joined(base).joined(FoldedText(verb))
      append(SubjectWords.withoutLeads(label), words, isChange: true)
    }
    return true
  }

  /// The places of a list whose last name goes on with what is told of each: 甲市、乙市|固定资产投资.
  private static func places(in names: [FoldedText]) -> (places: [FoldedText], name: FoldedText)? {
    guard names.count > 1, let first = names.first, let last = names.last,
      let kind = ["市", "县", "区", "省", "镇", "乡"].first(where: { first.hasSuffix($0) }),
      names.dropLast().allSatisfy({ $0.hasSuffix(kind) && $0.count <= 6 }),
      let end = last.firstPlaces(of: kind)?.upperBound, (2...6).contains(end), end < last.count
    else { return nil }
    return (names.dropLast() + [last.part(0..<end)], last.dropFirst(end))
  }

  /// Reads what stands in a bracket: parts of the figure before it, or the figure of a name.
  mutating func read(
    bracket inner: FoldedText, after before: FoldedText, in sentence: FoldedText, isFirst: Bool
  ) {
    let outer = scope
    let outerStart = sentenceStart
    depth += 1
    defer {
      depth -= 1
      sentenceStart = outerStart
      let label = scope.label
      scope = outer
      scope.label = outer.label ?? label
    }
    let parts = SentenceParts(inner)
    guard depth <= BulletinReader.greatestDepth, !parts.figures.contains(where: \.isOfOthers) else {
      for words in parts.figures { leave(words, in: inner) }
      return
    }
    let name = BulletinReader.name(endOf: before)
    if let only = parts.figures.first, parts.figures.count == 1, only.own.isEmpty,
      !before.trimmed().isEmpty, let name
    {
      if !add(only, of: name) { leave(only, in: inner) }
      return
    }
    let last = bulletin.figures.indices.last { bulletin.figures[$0].paragraph == paragraph }
    let isAfterFigure = before.trimmed().isEmpty && last != nil && !isFirst
    if isAfterFigure, hasJustLeft, parts.figures.allSatisfy(\.isCountOfThings) {
      // What stands in a bracket behind a figure that was not read is part of nothing.
      for words in parts.figures { leave(words, in: inner) }
      return
    }
    let base = isAfterFigure && !hasJustLeft ? last : nil
    scope.part = .init(
      parent: scope.subject, base: base.flatMap { bulletin.figures[$0].isMoney ? $0 : nil },
      count: base.flatMap { bulletin.figures[$0].isMoney ? nil : $0 }, isBracket: true,
      start: bulletin.figures.count)
    scope.outer = nil
    let division = scope.division
    scope.division = open(isOpened: false, isExhaustive: false)
    let start = bulletin.figures.count
    // 其中 says no more than the bracket does.
    let text = base == nil ? inner : inner.dropping(first: ["其中:", "其中", "包括", "包含", "含"])
    for part in text.split({ ";。".unicodeScalars.contains($0) }) { read(sentence: part) }
    scope.division = division
    if let base { settleEnumeration(of: base, from: start) }
  }

  /// Parts in a bracket that nothing but the sign of a list stands between are all there are.
  private mutating func settleEnumeration(of base: Int, from start: Int) {
    let parts = bulletin.figures[start...].filter { $0.whole == base }
    if parts.count > 1, parts.count == bulletin.figures.count - start {
      bulletin.figures[base].isEnumerated = true
    }
  }

  /// The last name of a list before a bracket.
  private static func name(endOf text: FoldedText) -> FoldedText? {
    let last = text.split { "、,;:".unicodeScalars.contains($0) }.last ?? .empty
    let name = SubjectWords.withoutLeads(last.trimmed())
    return SubjectWords.isPlain(name) && SubjectWords.isNoun(name) ? name : nil
  }

  /// 甲工程(300万元): a part of the amount that the sentence names before.
  private mutating func add(_ words: ClauseWords, of name: FoldedText) -> Bool {
    guard words.isAmount else { return false }
    let base = bulletin.figures.indices.last {
      $0 >= sentenceStart && bulletin.figures[$0].isMoney && bulletin.figures[$0].whole == nil
    }
    guard let base else { return false }
    if append(name, words, whole: base, group: bulletin.figures[base].group) {
      bulletin.figures[base].isEnumerated = true
    }
    return true
  }
}
