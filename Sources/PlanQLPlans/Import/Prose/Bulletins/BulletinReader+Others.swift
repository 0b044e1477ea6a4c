/// What a clause without figures speaks of that is no group: figures behind it that name nothing may be of that.
extension BulletinReader {
  /// Whether a clause names something besides what the document is about: 高标准农田建设如火如荼, 甲区推进力度较大, but not
  /// 重点项目建设进展顺利 or 各部门狠抓项目建设.
  func namesOther(clause: FoldedText) -> Bool {
    let told = SubjectWords.withoutLeads(clause)
    let plain = SubjectWords.withoutWhole(told)
      .dropping(first: ["重点", "大力", "全力", "切实", "着力", "进一步", "不断", "持续"])
    if SubjectWords.beginsWithVerb(plain) || BulletinReader.beginsWithAction(plain) { return false }
    // 全县安排重点水利项目: what all that follows is about.
    if isFirst, let (agent, _) = SubjectWords.partedAtVerb(told), SubjectWords.isWhole(agent) {
      return false
    }
    if let place = BulletinReader.place(beginning: told) { return !isHome(place) }
    if plain.contains(anyWord: ["委", "政府", "部门", "各级", "上下"]) { return false }
    let ends = BulletinReader.things.compactMap { plain.firstPlaces(of: $0)?.lowerBound }
    guard let end = ends.min(), (2...20).contains(end) else { return false }
    return !UnnamedWords.all(in: plain.part(0..<end), besides: wholes).isEmpty
  }

  /// Whether a figure that names nothing and has no owner may be of what a clause before it speaks of.
  func isOfOther(_ words: ClauseWords, label: FoldedText, of group: Int?) -> Bool {
    // 4号线的4座车站…,3座车站完成主体结构: some of those that were left.
    if group == nil, words.isCountOfThings, !scope.leftNoun.isEmpty,
      words.after.hasPrefix(scope.leftNoun.folded)
    {
      return true
    }
    if scope.isOfWorks, group == nil { return true }
    guard scope.isOfOther, group == nil || group == scope.part?.parent,
      !words.written.contains(anyWord: SubjectWords.wholes)
    else { return false }
    let plain = label.dropping(last: ["项目", "工程"])
    return plain.isEmpty || label.compact == "项目数"
      || SubjectWords.state(atEndOf: plain)?.count == plain.count
      || MeasureWords.amount(label).map { $0.rest.isEmpty } ?? false
      || MeasureWords.share(label).map { $0.rest.isEmpty } ?? false
  }

  /// The place that a clause begins with: 甲区 in 甲区推进力度较大.
  private static func place(beginning clause: FoldedText) -> FoldedText? {
    guard !SubjectWords.isWhole(clause),
      let sign = clause.scalars.prefix(6).firstIndex(where: {
        "省市县区州旗镇乡".unicodeScalars.contains($0)
      }),
      sign >= 1, !["级", "域"].contains(clause.scalar(sign + 1))
    else { return nil }
    let name = clause.part(0..<(sign + 1))
    return name.scalars.allSatisfy(FoldedText.isIdeograph) && SubjectWords.isPlain(name)
      ? name : nil
  }

  /// Whether a place is the one that the document is of: the one of its title, else the one that is spoken of first.
  private func isHome(_ place: FoldedText) -> Bool {
    if wholes.contains(where: { $0.hasPrefix(place.string) }) { return true }
    return region.map { $0.hasSuffix(place.string) || place.hasPrefix($0) }
      ?? bulletin.figures.isEmpty
  }

  /// What something is done in or to, behind the words that say which.
  private static let things = [
    "建设", "改造", "整治", "治理", "修复", "项目", "工程", "工作", "领域", "产业", "行业", "企业", "方面", "任务", "问题", "隧道",
    "大桥", "水库", "泵站", "水厂", "处理厂", "标段", "管网", "河道", "灌区", "医院", "学校", "机场", "铁路", "公路",
  ]
}
