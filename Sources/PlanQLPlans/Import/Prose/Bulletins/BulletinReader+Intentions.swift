/// What is to be, and is not yet: the word that says so holds for what its clause goes on with.
extension BulletinReader {
  /// Remembers the word of a clause that says that what follows is to be, until a clause tells of what has been:
  /// 力争新开工项目30个,完成投资20亿元.
  mutating func settleIntention(of words: ClauseWords) {
    let clauses = words.contexts + [words.written]
    if clauses.contains(where: BulletinReader.tellsOfPast) {
      scope.arePlanned = false
    } else if clauses.contains(where: BulletinReader.plansWorks) {
      scope.arePlanned = true
    }
    scope.isTasked = scope.isTasked || clauses.contains(where: BulletinReader.setsTask)
    if BulletinReader.announcesTargets(clauses.dropLast().last ?? .empty)
      || clauses.contains(where: BulletinReader.setsTask) || isDueAhead(words)
    {
      scope.intention = FoldedText("目标")
      return
    }
    if let word = clauses.reversed().lazy.compactMap({ BulletinReader.intention(in: $0) }).first {
      scope.intention = FoldedText(word)
    } else if clauses.contains(where: BulletinReader.tellsOfPast)
      || !scope.isTasked && words.time.map({ !BulletinReader.isDeadline($0) }) ?? false
    {
      scope.isTasked = false
      scope.intention = nil
    }
  }

  /// A name with the word for what is to be before it, where that word stands in a clause before and the name would
  /// else tell of something done. What is called so already has been told of as intended; then this one is what was done.
  func intended(_ label: FoldedText, _ words: ClauseWords, of group: Int?) -> FoldedText {
    // 计划改造老旧小区120个,新建口袋公园15个: both are planned.
    if scope.intention == nil, scope.arePlanned, !MeasureWords.isIntended(label),
      BulletinReader.works.contains(where: { label.hasPrefix($0) })
    {
      return FoldedText("计划").joined(label)
    }
    guard let word = scope.intention, !MeasureWords.isIntended(label), !label.hasPrefix("目标"),
      label.suffix(of: ["总投资"]) == nil
    else { return label }
    if word.string == "目标" { return word.joined(label) }
    // A plan is told of beside what was done of it, so that rates and numbers behind it are those of what was done.
    if word.string == "计划", label.hasSuffix("率") || label.hasSuffix("数") { return label }
    let name = group.map { FoldedText(bulletin.groups[$0].name) }
    let isOfState =
      label.hasSuffix("数")
      && (name.map { SubjectWords.isState($0) && !$0.contains(word.string) } ?? false)
    guard isOfState || label.contains(anyWord: BulletinReader.deeds) else { return label }
    let isTold = bulletin.figures.contains { figure in
      figure.group == group && figure.paragraph == paragraph && !figure.isChange
        && MeasureWords.isIntended(FoldedText(figure.label))
        && FoldedText(figure.label).hasSuffix(label.folded)
    }
    if isTold { return label }
    // 将建成 says what is to be done, where 处理率 names what is aimed at.
    return (word.string == "将" && label.hasSuffix("率") ? FoldedText("目标") : word).joined(label)
  }

  /// Whether a count among the parts of money that is planned may be one of what has begun or of what is to begin:
  /// 计划完成投资16亿元,其中新建项目开工18个.
  func mayBeIntended(_ words: ClauseWords) -> Bool {
    guard let word = scope.intention, word.string == "计划", scope.part?.isAmidSentence ?? false,
      words.isCountOfThings,
      !(words.contexts + [words.written]).contains(where: { $0.contains("计划") })
    else { return false }
    let plain = MeasureWords.withoutFillers(words.own)
    return SubjectWords.state(atEndOf: plain)?.contains(anyWord: BulletinReader.deeds) ?? false
  }

  /// Whether a text ends by saying that what follows is aimed at: 会议确定了三项目标任务:.
  static func announcesTargets(_ text: FoldedText) -> Bool {
    let plain = text.trimmed { ":,是 ".unicodeScalars.contains($0) }
    return plain.suffix(of: ["目标任务", "目标", "任务目标", "主要任务"]) != nil
      && !(plain.split { ",:".unicodeScalars.contains($0) }.last ?? plain)
        .contains(anyWord: ["完成", "达到", "超过", "超额"])
  }

  /// The word of a clause that says that its verb is to be; nil for one that tells what something is, as 计划投资 does.
  private static func intention(in clause: FoldedText) -> String? {
    if let word = ["力争", "确保", "有望", "务必", "奋力"].first(where: { clause.contains($0) }) {
      return word
    }
    for word in ["将", "预计", "计划", "拟", "争取"] {
      guard let places = clause.lastPlaces(of: word), clause.scalar(places.lowerBound - 1) != "即"
      else { continue }
      var rest = clause.dropFirst(places.upperBound)
      let isTimed = ["全年", "今年", "年底", "年内", "到", "至", "于", "在"].contains { rest.hasPrefix($0) }
      if let time = ProseTime.places(in: rest).first, time.lowerBound == 0 {
        rest = rest.dropFirst(time.upperBound)
      } else if isTimed {
        return word
      }
      rest = rest.dropping(first: ["基本", "全部", "全面"])
      let verbs =
        word == "将"
        ? ["完成", "实施", "新建", "开工", "新开", "竣工", "建成", "安排", "新增", "推进", "启动", "实现", "要", "达"]
        : ["完成", "实现", "竣工投产", "建成投"]
      if verbs.contains(where: { rest.hasPrefix($0) }) { return word }
    }
    return nil
  }

  /// Whether a clause says that works are planned: 全市计划改造老旧小区.
  private static func plansWorks(_ clause: FoldedText) -> Bool {
    ["计划", "拟"].contains { word in
      clause.lastPlaces(of: word).map { places in
        works.contains { clause.dropFirst(places.upperBound).hasPrefix($0) }
      } ?? false
    }
  }

  private static let works = ["新建", "改建", "扩建", "改造", "建设", "新增", "治理", "整治", "修复", "铺设", "打造"]

  /// Whether a clause says what somebody has to do: 棚改任务为开工5000套, 各县要抓好.
  private static func setsTask(_ clause: FoldedText) -> Bool {
    let words = [
      "任务为", "任务是", "目标为", "目标是", "》提出", "》要求", "报告提出", "规划提出", "纲要提出", "方案提出", "会议提出", "文件要求",
      "方案要求",
    ]
    if clause.contains(anyWord: words) { return true }
    // “疫情要防住”: what somebody has said.
    guard !clause.contains(anyOf: Array("“”".unicodeScalars)) else { return false }
    return clause.scalars.indices.contains { place in
      clause.scalars[place] == "要"
        && !"主重需必概纲摘提首紧只".unicodeScalars.contains(clause.scalar(place - 1) ?? " ")
        && !"求素点件害闻案".unicodeScalars.contains(clause.scalar(place + 1) ?? "求")
    }
  }

  /// Whether a figure is to be reached before a day: 4月1日前开工率达到100%.
  private func isDueAhead(_ words: ClauseWords) -> Bool {
    guard let time = words.time, time.hasSuffix("前"),
      time.scalars.contains(where: FoldedText.isDigit)
    else { return false }
    return !(words.contexts + [words.written]).contains(where: BulletinReader.tellsOfPast)
  }

  /// Whether a clause tells of what has been.
  static func tellsOfPast(_ clause: FoldedText) -> Bool {
    clause.contains(anyWord: ["已", "累计", "实际", "目前", "截至", "截止", "现", "超额"])
  }

  /// Whether a time is one by which something is to be: 年底前, 到2025年.
  private static func isDeadline(_ time: FoldedText) -> Bool {
    time.hasPrefix("到") || time.hasSuffix("前") || time.contains(anyWord: ["底", "末", "全年"])
  }

  /// What figures tell of as done, where no word says that it is to be.
  private static let deeds = [
    "完成", "开工", "竣工", "完工", "投产", "投用", "建成", "到位", "支付", "拨付", "落实", "实现", "达到", "率", "整改", "销号",
    "办结",
  ]
}
