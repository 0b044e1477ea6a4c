/// Whether the words around a figure are accounted for by what was made of them.
extension BulletinReader {
  /// Whether nothing in the clause of a figure says more than its name, its owner and its time keep: what stands before
  /// it, and what stands behind it up to the next sign.
  func isAccountedFor(_ words: ClauseWords, by label: FoldedText, of group: Int?) -> Bool {
    // 过 in 收入过10亿元, but not 约 in 用水节约.
    let isOpen = BulletinReader.openBounds.contains {
      label.hasSuffix($0) && !WordBounds.endsLonger(label, than: $0)
    }
    // 对经济增长的贡献率: whose, a clause before says.
    if isOpen || label.hasPrefix("对") || label.hasSuffix("-") { return false }
    let needsOwner = group == nil && BulletinReader.ofSomething.contains(label.compact)
    if needsOwner || ["实际", "实际达到"].contains(label.compact) { return false }
    // 支持23个县产业发展: for whom something is done.
    let isForSome = ["支持", "用于", "统筹", "由", "惠及"].contains { label.hasPrefix($0) }
    if isForSome, SubjectWords.counters.contains(where: { words.after.hasPrefix($0) }) {
      return false
    }
    var names = [label]
    var next = group
    while let place = next {
      names.append(FoldedText(bulletin.groups[place].name))
      next = bulletin.groups[place].parent
    }
    return isAccountedFor(before: words, names) && isAccountedFor(behind: words, names)
  }

  private func isAccountedFor(before words: ClauseWords, _ names: [FoldedText]) -> Bool {
    if isInList { return true }
    var text = BulletinReader.withoutPaper(SubjectWords.withoutLeads(words.written.withoutAsides))
    if words.isCountOfThings, let end = BulletinReader.endOfExamples(in: text) {
      text = text.dropFirst(end)
    }
    // 7省(市)共问责: the places are those of the number before.
    if let places = words.written.firstPlaces(of: "共"),
      SubjectWords.counters.contains(words.written.part(0..<places.lowerBound).compact)
    {
      return true
    }
    return UnnamedWords.all(in: text, besides: names + wholes).isEmpty
  }

  /// Where 等 ends the names of some of those that are counted: 甲工程、乙工程等|市级项目.
  private static func endOfExamples(in text: FoldedText) -> Int? {
    let place = text.scalars.indices.last { place in
      text.scalars[place] == "等"
        && !"高中初平同级候".unicodeScalars.contains(text.scalar(place - 1) ?? " ")
        && text.scalar(place + 1) != "级"
    }
    return place.map { $0 + 1 }
  }

  /// A text without those who judge, and the paper or the meeting that has set what it goes on with:
  /// 整改方案|共明确整改任务.
  private static func withoutPaper(_ text: FoldedText) -> FoldedText {
    let ends = ["评为", "评定为", "认定为"].compactMap { text.lastPlaces(of: $0)?.upperBound }
    if let end = ends.max() { return text.dropFirst(end) }
    let papers = ["方案", "规划", "纲要", "会议", "报告", "意见", "清单", "》", "通知", "督察", "督察组", "审计"]
    let verbs = ["明确", "确定", "提出", "安排", "列出", "反馈", "要求", "实施"]
    for verb in verbs {
      guard let places = text.firstPlaces(of: verb) else { continue }
      let before = text.part(0..<places.lowerBound).dropping(last: ["共", "共计", "一共", "还", "也"])
      let isPlace = PlanFacts.region(in: before) == before.string
      if isPlace || before.suffix(of: papers) != nil { return text.dropFirst(places.upperBound) }
    }
    return text
  }

  /// Whether the words behind a figure are a part of its name, or of the next figure.
  private func isAccountedFor(behind words: ClauseWords, _ names: [FoldedText]) -> Bool {
    let after = words.after.withoutAsides
    let noun = words.isCountOfThings ? SubjectWords.following(after).noun : .empty
    if !UnnamedWords.all(in: noun, besides: names).isEmpty { return false }
    let rest = after.dropFirst(noun.count)
    let stop = rest.scalars.firstIndex { ",;:。!、".unicodeScalars.contains($0) }
    let isFollowed =
      stop == nil && words.figure.places.upperBound + words.after.count < reading.count
    let stretch = rest.part(0..<(stop ?? rest.count))
    // 下达23个省级扶贫重点县补助资金9亿元: the noun is not seen amid so many words.
    if isFollowed { return !noun.isEmpty || stretch.count <= 10 || !words.isCountOfThings }
    if stretch.contains(anyWord: BulletinReader.ofAll) { return true }
    return UnnamedWords.all(in: stretch, besides: names).isEmpty
  }

  /// Names that say nothing without whose they are.
  private static let ofSomething: Set<String> = [
    "比例", "占比", "比重", "比率", "数量", "个数", "总数", "总量", "面积", "产量", "单产", "总产", "产值", "增加值", "利润", "里程",
    "长度", "人数", "户数", "规模", "累计完成", "剩余", "其余", "总数量", "实际完成", "尚有", "还有",
  ]
  /// Words at the end of a name that say that a figure is more or less than a number.
  private static let openBounds = ["过", "逾", "突破", "不足", "不到", "超", "近", "约"]
  /// Words by which a predicate is of all of what was stated, so that it changes nothing of it.
  private static let ofAll = ["全部", "全面", "均", "都", "总体", "有序", "顺利", "积极", "正在", "稳步", "取得"]
}
