extension BulletinReader {
  /// Takes a clause without figures: it may open parts or a division, or name the subject.
  mutating func read(context clause: FoldedText) {
    var text = clause.trimmed()
    if let rest = BulletinReader.afterPart(text), text.hasPrefix("其中") || text.hasPrefix("此中") {
      descend()
      text = rest
    }
    guard !text.isEmpty else { return }
    if ["资金来源", "按来源", "筹资渠道", "资金筹措"].contains(where: { text.contains($0) }) {
      scope.isSourced = true
      if text.contains("来源") { descend() }
      return
    }
    if BulletinReader.opensDivision(text) {
      scope.listing = open(isOpened: true, isExhaustive: true)
      scope.division = scope.listing
      return
    }
    if let places = text.firstPlaces(of: "占"), text.contains("比例") || text.contains("比重") {
      scope.shareName = text.dropFirst(places.lowerBound).trimmed {
        "比例重为的 ".unicodeScalars.contains($0)
      }
    }
    let (plain, _) = ProseTime.parted(text)
    let name = SubjectWords.withoutLeads(plain.words.last ?? .empty)
    if name.contains("一批") {
      // 还新增开工一批甲类项目,其中…: of things that nobody has counted.
      scope.isUncounted = true
      return
    }
    if BulletinReader.pointsToWhole(name) {
      enterParts(of: lead)
      return
    }
    if let company = BulletinReader.company(name) {
      enter(company)
      scope.isHeaded = true
    } else if heads.contains(name.string) {
      enter(name)
      scope.isHeaded = true
    } else if let noun = BulletinReader.subject(ofPhrase: name)
      ?? (ClauseWords.tellsOfBeginning(text)
        ? BulletinReader.subject(ofPhrase: name, endingIn: ClauseWords.beginnings) : nil)
    {
      take(subject: noun)
      scope.isHeaded = true
    } else if let object = BulletinReader.promoted(name) {
      enter(object)
      scope.isHeaded = true
    } else if SubjectWords.isNoun(name), name.count <= 30, !name.hasSuffix("办"),
      !name.contains("等") || !name.contains("、") && SubjectWords.counts(name),
      !name.hasPrefix("甚至"), !BulletinReader.tellsWhatToDo(name),
      !BulletinReader.isNoName(name),
      SubjectWords.partedAtVerb(name).map({ $0.agent.isEmpty && $0.object.hasPrefix("类") }) ?? true,
      !SubjectWords.isWhole(name)
    {
      enter(name)
      scope.isHeaded = true
    } else if ClauseWords.tellsOfBeginning(text) {
      scope.isOfWorks = true
    } else if namesOther(clause: name) {
      scope.isOfOther = true
    }
  }

  /// Whether a clause that ends in a noun says what is done or by what way something goes, and names nothing:
  /// 完成修复工程, 经甲区及乙区, 甲线、乙线为开工项目.
  private static func isNoName(_ clause: FoldedText) -> Bool {
    let verbs = [
      "完成", "启动", "开展", "加快", "加强", "积极", "努力", "争取", "推动", "出台", "印发", "落实", "经", "途经", "自", "由",
      "沿",
    ]
    if clause.dropFirst(2).contains(anyWord: ["紧盯", "狠抓", "围绕", "聚焦", "创建", "坚持", "重视"]) {
      return true
    }
    return verbs.contains { clause.hasPrefix($0) } && !SubjectWords.isState(clause)
      || clause.dropFirst(2).contains("为") && !clause.contains("行为") && !clause.contains("人为")
  }

  /// `按行业划分`, `分区域看`, `从类别看`.
  private static func opensDivision(_ text: FoldedText) -> Bool {
    guard text.count <= 14, let first = text.scalar(0) else { return false }
    let ends = ["划分", "看", "分类", "统计", "来分", "分"].contains { text.hasSuffix($0) }
    return ends && "按分从依".unicodeScalars.contains(first)
  }

  /// The company that a clause says something is done to: 某公司因未落实措施.
  private static func company(_ clause: FoldedText) -> FoldedText? {
    for word in ["因", "由于"] {
      guard let places = clause.firstPlaces(of: word) else { continue }
      let name = clause.part(0..<places.lowerBound).trimmed()
      let isCompany = ["公司", "厂", "集团", "中心", "医院", "合作社"].contains { name.hasSuffix($0) }
      return isCompany && SubjectWords.isPlain(name) ? name : nil
    }
    return nil
  }

  /// 其中: what follows is part of the group and of the figure before it.
  mutating func descend(isLocal: Bool = false) {
    let last = bulletin.figures.indices.last { bulletin.figures[$0].paragraph == paragraph }
    let base = bulletin.figures.indices.last { place in
      let figure = bulletin.figures[place]
      let isNear =
        figure.paragraph == paragraph || scope.subject == nil && figure.paragraph == paragraph - 1
      return isNear && figure.isMoney && !figure.isChange && !figure.isAside && figure.whole == nil
        && !figure.isOfPlan && figure.group == scope.subject && figure.node == node
    }
    let count = last.flatMap { place in
      let figure = bulletin.figures[place]
      return figure.isCount && !figure.isChange && !isOneOfSeveral(place) ? place : nil
    }
    // 甲类34个,其中财政资金8亿元,包括续建22个: the second is of the same as the first, and not of its parts.
    let again = scope.part.flatMap { part in
      part.isAmidSentence && !part.isBracket && part.parent == scope.subject
        && bulletin.figures.count > sentenceStart ? part : nil
    }
    if let part = scope.part, !part.isBracket, again == nil { scope.outer = part }
    if scope.isSourced, let base { bulletin.figures[base].isEnumerated = true }
    if !hasFigures, scope.subject == nil { scope.subject = before }
    scope.part = .init(
      parent: scope.subject, base: scope.hasLostAmount ? nil : base, count: count, isBracket: false,
      start: bulletin.figures.count)
    scope.part?.division = again?.division ?? scope.division
    scope.part?.isAmidSentence = bulletin.figures.count > sentenceStart
    scope.part?.isLocal = isLocal
    scope.part?.isOfLost = hasJustLeft && scope.isOpen && bulletin.unread.count > unreadStart
    let isEmpty = !bulletin.groups.contains { $0.division == scope.division }
    let beginsParagraph = !hasFigures
    if beginsParagraph || isEmpty && scope.division != running {
      bulletin.divisions[scope.division].isOpened = true
    } else {
      scope.division = open(isOpened: true, isExhaustive: scope.isSourced)
    }
  }

  /// Whether a count is the last of several of the stretch before, so that what 其中 names after a full stop are parts of
  /// none of them: 25个由甲批复,3个由乙批复。其中,铁路11个.
  private func isOneOfSeveral(_ place: Int) -> Bool {
    guard bulletin.figures.count == stretchStarts.current, place >= stretchStarts.last else {
      return false
    }
    let figure = bulletin.figures[place]
    return bulletin.figures[stretchStarts.last...].count {
      $0.isCount && $0.group == figure.group && !$0.label.hasSuffix("数")
    } > 1 || hasJustLeft
  }

  /// Goes on behind a semicolon: 其中 amid the sentence before ends there where it named no groups and the new sentence
  /// begins with counting something else; 续建项目45个,其中市财政资金11亿元;新建项目27个.
  mutating func leavePart(before sentence: FoldedText) {
    if let part = scope.part, part.isAmidSentence, !part.isBracket,
      let head = SentenceClause.all(in: sentence).first?.text, head.count <= 30,
      head.hasSuffix("方面"), head.count > 4, !head.hasPrefix("其中")
    {
      // 大气方面,160亿元,其中60亿元…;水方面,85亿元
      scope.part = scope.outer
      scope.outer = nil
      scope.division = part.division
      scope.subject = scope.home
      return
    }
    if let part = scope.part, part.isAmidSentence, !part.isBracket, !part.isLocal,
      let parent = part.parent, let first = SentenceParts(sentence).figures.first,
      first.isAmount, let name = MeasureWords.amount(first.own)?.rest,
      isSibling(name, of: FoldedText(bulletin.groups[parent].name))
    {
      // 第二产业完成投资48亿元,其中…;第三产业完成投资137亿元
      scope.part = scope.outer
      scope.outer = nil
      scope.division = part.division
      return
    }
    if let part = scope.part, part.isAmidSentence, !part.isBracket,
      let first = SentenceParts(sentence).figures.first, first.isAmount, first.contexts.isEmpty,
      ["实际到位", "到位", "实际支出", "支出", "实际完成", "累计支出", "资金支出"].contains(
        MeasureWords.withoutFillers(first.own).compact)
    {
      // 预算560万元,其中中央400万元,县级160万元;实际到位560万元: of the whole.
      scope.part = scope.outer
      scope.outer = nil
      scope.division = part.division
      return
    }
    guard let part = scope.part, part.isAmidSentence, !part.isBracket, !part.isLocal,
      bulletin.groups.allSatisfy({ $0.division != scope.division }),
      let first = SentenceParts(sentence).figures.first, first.isCount
    else { return }
    let counted = MeasureWords.withoutFillers(first.own)
    let isBesideState =
      part.parent.map { SubjectWords.isState(FoldedText(bulletin.groups[$0].name)) } ?? false
    let noun = SubjectWords.following(first.after).noun
    if counted.isEmpty, isBesideState, SubjectWords.isState(noun) {
      // 122个新建项目已开工105个,其中…;108个续建项目…
      scope.part = scope.outer
      scope.outer = nil
      scope.division = part.division
      return
    }
    guard SubjectWords.counts(SubjectWords.withoutBracket(counted)),
      isBesideState || !SubjectWords.isState(counted)
    else { return }
    scope.part = scope.outer
    scope.outer = nil
    scope.division = part.division
  }

  /// Whether a name is built like another one, so that what it names stands beside that: 第三产业 and 第二产业.
  private func isSibling(_ name: FoldedText, of other: FoldedText) -> Bool {
    name.count == other.count && name.count >= 3 && name.folded != other.folded
      && name.dropFirst(name.count - 2).folded == other.dropFirst(other.count - 2).folded
  }

  /// A list that says of all of it how it is parted ends where the parts add up to what was stated of the whole.
  mutating func leaveFullDivision() {
    guard bulletin.divisions[scope.listing].isExhaustive, let whole = scope.home ?? lead else {
      return
    }
    let parts = bulletin.groups.indices.filter { bulletin.groups[$0].division == scope.listing }
    let isFull = bulletin.figures.contains { figure in
      guard figure.group == whole, figure.isCount, figure.label.hasSuffix("数") else { return false }
      let counts = bulletin.figures.filter { part in
        part.label == figure.label && part.group.map(parts.contains) ?? false
      }
      guard counts.count > 1, counts.count == parts.count,
        let sum = ExactSum.of(counts.map(\.value))
      else { return false }
      return sum.isEqual(to: figure.value)
    }
    if isFull { scope.listing = running }
  }

  /// Speaks of a group from now on.
  mutating func enter(_ name: FoldedText) {
    var plain = SubjectWords.withoutBracket(name).trimmed { "() :、".unicodeScalars.contains($0) }
      .dropping(last: ["仅", "只", "已", "共", "均"])
    // 全年计划竣工项目 are those that are to be finished.
    if SubjectWords.isState(plain.dropping(first: ["全年", "年内"])) {
      plain = plain.dropping(first: ["全年", "年内"])
    }
    // 全年完成减排项目15个
    plain = plain.dropping(first: ["全年完成", "全年实施", "年内完成"])
    // 在水污染防治方面 names 水污染防治.
    if plain.hasPrefix("在"), plain.hasSuffix("方面"), plain.count > 5 {
      plain = plain.dropFirst(1).dropLast(2)
    }
    // 重点建设项目1-3月项目: the time stood amid the name.
    scope.subject = group(plain.withoutQuotes.string.replacing("项目项目", with: "项目"))
  }

  /// The group of a name below what the parts are of.
  private mutating func group(_ name: String) -> Int {
    let isParted = bulletin.divisions[scope.division].isExhaustive
    let parent = scope.part?.parent ?? (isParted ? parentOfListing : nil)
    let isLocal = scope.part?.isLocal ?? false
    let same = (groupsByName[name] ?? []).filter {
      bulletin.groups[$0].node == node && (isLocal || !localGroups.contains($0))
    }
    let exact = same.first {
      bulletin.groups[$0].parent == parent && bulletin.groups[$0].division == scope.division
    }
    if let exact = exact ?? same.first(where: { bulletin.groups[$0].parent == parent }) {
      return exact
    }
    // A group that was named before is spoken of again, unless a new list of parts names it.
    let isListed = scope.part != nil || bulletin.divisions[scope.division].isOpened
    if !isListed, same.count == 1 { return same[0] }
    bulletin.groups.append(
      .init(
        name: name, parent: parent, node: node, line: currentLine, division: scope.division,
        paragraph: paragraph))
    groupsByName[name, default: []].append(bulletin.groups.count - 1)
    if isLocal { localGroups.insert(bulletin.groups.count - 1) }
    return bulletin.groups.count - 1
  }

  /// What the groups of a list are parts of: what the paragraph is about, unless that is one of them itself, as where
  /// 分领域看 lets the first of its sentences speak of one of several.
  private var parentOfListing: Int? {
    guard let home = scope.home, bulletin.groups[home].division == scope.division else {
      return scope.home ?? lead
    }
    return bulletin.groups[home].parent
  }

  /// Whether nothing was stated yet under the heading.
  var isFirst: Bool { !bulletin.figures.contains { $0.node == node } }

  /// Speaks of what a phrase names: of the whole, or of a group.
  mutating func take(subject: FoldedText) {
    let plain = SubjectWords.withoutBracket(SubjectWords.withoutLeads(subject))
    if let current = scope.subject, bulletin.groups[current].name == plain.string { return }
    if plain.isEmpty || SubjectWords.bareGenerics.contains(plain.compact) { return }
    // 县市财政收入: those of all such places.
    if ["县市", "市县", "县区", "区县", "市区", "县级", "市级", "乡镇"].contains(plain.compact) { return }
    let namesWhole = isFirst || SubjectWords.isNumbered(plain)
    defer { if namesWhole, scope.subject == nil { wholes.append(plain) } }
    if SubjectWords.isNumbered(plain) {
      scope.subject = scope.part?.parent
    } else if SubjectWords.isWhole(plain) {
      let rest = SubjectWords.withoutWhole(plain)
      let isAll =
        isFirst && ["项目", "工程"].contains { rest.hasSuffix($0) } && !SubjectWords.isState(rest)
      if rest.isEmpty || isAll || SubjectWords.isGeneric(rest) || !isWork(rest) {
        scope.subject = scope.part?.parent
        if scope.part == nil { scope.subject = nil }
      } else {
        enter(rest)
      }
    } else if isFirst && SubjectWords.isGeneric(plain) && !siblings.contains(plain.string)
      && !bulletin.divisions[scope.division].isOpened
    {
      scope.subject = nil
    } else if PlanFacts.region(in: plain) == plain.string, isOfRegion(plain) {
      wholes.append(plain)
    } else {
      enter(plain)
    }
  }

  /// Whether words name something or what is done in it: 高标准农田建设.
  private func isWork(_ text: FoldedText) -> Bool {
    SubjectWords.isNoun(text) || text.count > 3 && text.suffix(of: BulletinReader.fields) != nil
  }

  /// Whether a place is the one that what was spoken of before belongs to.
  private func isOfRegion(_ place: FoldedText) -> Bool {
    bulletin.groups.first.map { $0.name.hasPrefix(place.string) && $0.name != place.string }
      ?? false
  }
}
