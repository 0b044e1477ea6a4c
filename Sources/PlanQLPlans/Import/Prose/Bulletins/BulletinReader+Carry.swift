/// What a sentence goes on with of the one before it: its owner and its time.
extension BulletinReader {
  /// Forgets whose the figures before were, behind a full stop or a semicolon, where the new sentence may be of something
  /// else: 水利工程总投资3亿元。省级督察,已整改29个.
  mutating func loseOwner(before sentence: FoldedText) {
    guard let owner = scope.subject, !scope.isNamedAlone, hasFigures,
      BulletinReader.afterPart(sentence) == nil
    else { return }
    let name = bulletin.groups[owner].name
    guard hasStrayed(from: owner) || !BulletinReader.goesOn(sentence, with: name) else { return }
    scope.subject = nil
    scope.home = nil
  }

  /// Forgets whose the figures before were in the sentence, where the words of a figure name something themselves and
  /// nothing but another figure has named the owner: 新增企业3家,专利授权125项.
  mutating func loseOwnerOfFigure(before label: FoldedText, isExtent: Bool = false) {
    guard let owner = scope.subject, owner != scope.opening, owner != scope.part?.parent,
      !scope.isHeaded, bulletin.figures.count > sentenceStart,
      !isPlace(FoldedText(bulletin.groups[owner].name)),
      !SubjectWords.beginsWithVerb(label) || isExtent && isCounted(owner),
      !label.hasPrefix("其")
    else { return }
    scope.subject = scope.part?.parent ?? scope.opening
  }

  /// Whether the sentence itself counts the things of a group, so that what is done to another thing may be beside them:
  /// 修复水毁工程35处,|清淤河道128公里.
  private func isCounted(_ group: Int) -> Bool {
    bulletin.figures[sentenceStart...].contains { $0.group == group && $0.isCount }
  }

  /// Whether figures of the stretch are of another one than the group.
  func hasStrayed(from group: Int) -> Bool {
    trail.contains { $0 != group }
  }

  /// Whether a sentence can be of nothing but what was spoken of before: what stands before its first figure begins with
  /// a verb or a measure, and names no place, level or round.
  static func goesOn(_ sentence: FoldedText, with name: String) -> Bool {
    guard let first = SentenceParts(sentence).figures.first else { return true }
    return first.contexts.allSatisfy { goesOn(clause: $0, with: name) }
      && goesOn(clause: first.written, with: name, isOwn: true)
  }

  private static func goesOn(clause: FoldedText, with name: String, isOwn: Bool = false) -> Bool {
    let plain = SubjectWords.withoutLeads(ProseTime.parted(clause).rest).dropping(first: ["于", "在"])
    if plain.isEmpty || plain.hasPrefix(name) { return true }
    if namesOther(plain) { return false }
    if plain.contains(anyWord: openings) && !isOwn || SubjectWords.beginsWithVerb(plain) {
      return true
    }
    guard isOwn else { return false }
    let text = MeasureWords.withoutFillers(plain)
    return text.isEmpty || MeasureWords.needsSubject(text) || MeasureWords.exceeds(text)
      || SubjectWords.bareGenerics.contains(text.compact)
      || MeasureWords.amount(text).map { $0.rest.isEmpty } ?? false
      || MeasureWords.share(text).map { $0.rest.isEmpty } ?? false
  }

  /// Whether words begin with all of something, a place, a level or a round.
  private static func namesOther(_ text: FoldedText) -> Bool {
    if SubjectWords.isWhole(text) || text.hasPrefix("第") { return true }
    if let region = PlanFacts.region(in: text), !SubjectWords.beginsWithVerb(text),
      text.hasPrefix(region)
    {
      return true
    }
    let level = ["中央", "国家", "省级", "市级", "县级", "区级", "自治区", "全国"].first { text.hasPrefix($0) }
    return level != nil && MeasureWords.amount(text) == nil
  }

  /// What a clause begins with that says in which way the figures after it are told.
  private static let openings = ["按", "看", "其中", "分别", "情况", "截至", "截止", "目前", "同比", "相比"]

  /// Whether the time of a figure is that of those after it too: not the year of a plan, nor one by which something is to
  /// be.
  func isTimeCarried(_ words: ClauseWords) -> Bool {
    guard let time = words.time else { return true }
    // 是“十一五”时期的2.6倍: a time that another one is compared with.
    if words.written.hasSuffix("的"),
      ["是", "为", "相当于"].contains(where: { words.written.hasPrefix($0) })
    {
      return false
    }
    if words.isYearOfPlan && words.planYear == nil || words.isBase { return false }
    if ["截至", "截止", "自", "从"].contains(where: { time.hasPrefix($0) })
      || BulletinReader.tellsOfPast(words.written)
    {
      return true
    }
    // 到2025年,甲率达到60%,乙率达到70%: a clause of its own is of all that follow.
    if time.hasPrefix("到"), words.contexts.contains(where: { $0.compact.hasSuffix(time.compact) }) {
      return true
    }
    if time.hasPrefix("到") || time.suffix(of: ["底前", "末前", "年前", "月前", "日前", "之前", "以前"]) != nil {
      return false
    }
    let isEnd = time.hasPrefix("至") || time.contains(anyWord: ["底", "末", "全年"])
    return !isEnd || scope.intention == nil
  }

  /// The time that a figure has from those before it. What is planned for a year has not that of what has been done in a
  /// part of it: 1-9月完成投资30亿元,占年度计划40亿元的75%.
  func carriedTime(of label: FoldedText, _ words: ClauseWords) -> FoldedText? {
    if let time = timeOfWhole(label) { return time }
    guard let time = scope.time else { return nil }
    let isOfPart = time.contains(anyWord: ["月", "季", "半年", "日", "目前", "以来"])
    let isPlan = MeasureWords.isPlanned(label) || label.suffix(of: ["目标", "任务", "预算"]) != nil
    return isOfPart && words.isAmount && isPlan ? nil : time
  }
}

extension FoldedText {
  /// What is planned with the year that it is planned for before it: 下达|2019年投资计划.
  func withYear(_ year: FoldedText) -> FoldedText {
    guard contains("计划"), !contains(year.string), let name = MeasureWords.amount(self)?.label
    else { return self }
    return dropLast(name.count).joined(year).joined(name)
  }
}
