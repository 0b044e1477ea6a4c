extension BulletinReader {
  /// The names that lines begin with before a colon, where several do and the figures behind them are of the same
  /// kind of thing: 甲城:67个项目…, 乙城:37个项目….
  static func heads(of texts: [ProseText]) -> Set<String> {
    var names: [String: Set<String>] = [:]
    for text in texts {
      for (mark, item) in ListMark.items(of: text.text) {
        if mark != .none, let (name, kind) = head(ofItem: item.trimmed()) {
          names[kind, default: []].insert(name)
          continue
        }
        for sentence in item.split({ "。;".unicodeScalars.contains($0) }) {
          guard let (name, kind) = head(of: sentence.trimmed()) else { continue }
          names[kind, default: []].insert(name)
        }
      }
    }
    return names.values.filter { $0.count > 1 }.reduce(into: []) { $0.formUnion($1) }
  }

  /// The places that clauses with a figure begin with, where a sentence or paragraphs beside each other name several of
  /// one kind: 甲县完成投资5.2亿元,乙县完成投资3.1亿元.
  static func siblings(of texts: [ProseText]) -> Set<String> {
    var names: [String: Set<String>] = [:]
    for text in texts {
      for sentence in text.text.split({ "。;!".unicodeScalars.contains($0) }) {
        for clause in SentenceClause.all(in: sentence, at: ",") {
          let plain = ListMark.cut(clause.text).rest
          guard let region = PlanFacts.region(in: plain),
            plain.hasPrefix(FoldedText(region).folded),
            let figure = WrittenFigure.all(in: plain).first, figure.kind <= 3,
            let measure = MeasureWords.amount(
              plain.part(0..<figure.places.lowerBound).dropFirst(region.unicodeScalars.count)),
            measure.rest.isEmpty, let kind = region.last
          else { continue }
          names[String(kind), default: []].insert(region)
        }
      }
    }
    return names.values.filter { $0.count > 1 }.reduce(into: []) { $0.formUnion($1) }
  }

  /// What an item of a list begins with, and the measure of the first figure behind it:
  /// `1.城北水厂扩建。总投资3.2亿元`.
  private static func head(ofItem item: FoldedText) -> (name: String, kind: String)? {
    guard let stop = item.scalars.firstIndex(where: { "。,:;".unicodeScalars.contains($0) }),
      (3...20).contains(stop)
    else { return nil }
    let name = item.part(0..<stop)
    let rest = item.dropFirst(stop + 1)
    guard name.scalars.allSatisfy(FoldedText.isIdeograph), SubjectWords.isPlain(name),
      !verbs.contains(where: { name.hasPrefix($0) }), !SubjectWords.isWhole(name),
      MeasureWords.amount(name) == nil, MeasureWords.share(name) == nil,
      name.suffix(of: ["情况", "如下", "方面", "特点", "来源", "合计", "总计"]) == nil,
      let figure = WrittenFigure.all(in: rest).first, figure.kind <= 3,
      figure.places.lowerBound <= 12
    else { return nil }
    let measure = rest.part(0..<figure.places.lowerBound).trimmed()
    return MeasureWords.amount(measure) == nil ? nil : (name.string, measure.string)
  }

  /// The name before the colon of a sentence, and of what the first figure behind it is.
  private static func head(of sentence: FoldedText) -> (name: String, kind: String)? {
    guard let colon = sentence.firstPlaces(of: ":"), (2...6).contains(colon.lowerBound) else {
      return nil
    }
    let name = sentence.part(0..<colon.lowerBound)
    let rest = sentence.dropFirst(colon.upperBound)
    guard name.scalars.allSatisfy(FoldedText.isIdeograph), SubjectWords.isPlain(name),
      name.suffix(of: ["情况", "如下", "方面", "特点", "来源", "其中", "合计", "总计", "看", "为", "是", "中"]) == nil,
      MeasureWords.amount(name) == nil, MeasureWords.share(name) == nil,
      let figure = WrittenFigure.all(in: rest).first, figure.kind <= 3,
      figure.places.lowerBound <= 12
    else { return nil }
    let before = rest.part(0..<figure.places.lowerBound)
    let after = SubjectWords.leadingCounted(rest.dropFirst(figure.places.upperBound))
    guard !before.isEmpty || after != nil else { return nil }
    return (name.string, before.string + (figure.unit.name ?? "") + (after?.string ?? ""))
  }

  /// The noun that a clause without figures says something of: 产业类项目 in 产业类项目建设高效推进.
  static func subject(
    ofPhrase text: FoldedText, endingIn ends: [String] = manners
  ) -> FoldedText? {
    guard
      var end = (["项目", "工程", "领域"] + fields).compactMap({
        text.firstPlaces(of: $0)?.upperBound
      }).min()
    else { return nil }
    if let more = ["项目", "工程"].first(where: { text.dropFirst(end).hasPrefix($0) }) {
      end += more.unicodeScalars.count
    }
    let start = text.part(0..<end).lastPlaces(of: "是")?.upperBound ?? 0
    let noun = SubjectWords.withoutLeads(text.part(start..<end))
    let rest = text.dropFirst(end)
    let isField = noun.suffix(of: fields) != nil && noun.count > 3 && SubjectWords.isPlain(noun)
    guard isField || SubjectWords.isNoun(noun), noun.count <= 20, !namesSome(noun),
      SubjectWords.partedAtVerb(noun) == nil,
      !noun.contains(anyWord: ["重视", "狠抓", "坚持", "紧盯", "关注", "支持"]),
      verbs.allSatisfy({ !noun.hasPrefix($0) }),
      (2...12).contains(rest.count), rest.scalars.allSatisfy(FoldedText.isIdeograph),
      rest.suffix(of: ends) != nil || SubjectWords.isOneProject(noun)
    else { return nil }
    return noun
  }

  /// What works are done in, at the end of a noun: 路网改造, 河道整治.
  static let fields = ["建设", "改造", "整治", "治理"]

  /// A text without the words that newspapers begin with: 本网讯(记者甲), 新华社某地12月12日电.
  static func withoutDateline(_ text: FoldedText) -> FoldedText {
    let plain = text.trimmed()
    let agencies = [
      "本报", "本网", "本台", "本刊", "本站", "新华社", "新华网", "中新社", "中新网", "人民网", "央广网", "光明网", "中国网",
    ]
    guard let agency = agencies.first(where: { plain.hasPrefix($0) }) else { return text }
    let head = plain.part(0..<24)
    let ends = ["讯", "电", "消息"].compactMap { word in
      head.dropFirst(agency.unicodeScalars.count).firstPlaces(of: word)?.upperBound
    }
    guard let end = ends.min() else { return text }
    let rest = plain.dropFirst(agency.unicodeScalars.count + end).trimmed()
    guard rest.scalar(0) == "(", let bracket = rest.outerBrackets().first, bracket.lowerBound == 0
    else { return rest.trimmed { ":,. ".unicodeScalars.contains($0) } }
    return rest.dropFirst(bracket.upperBound).trimmed()
  }

  /// The subject of a short line without figures, of which the paragraph below it is.
  static func heading(_ text: FoldedText) -> FoldedText? {
    let plain = ListMark.cut(text.trimmed()).rest.dropping(last: [":"])
    guard plain.count <= 24, WrittenFigure.all(in: plain).isEmpty else { return nil }
    return subject(ofPhrase: plain)
  }

  /// Speaks of what the line above the paragraph names.
  mutating func stand(below heading: FoldedText) {
    take(subject: heading)
    scope.home = scope.subject
    scope.isSettled = scope.subject != nil
  }

  /// Verbs that begin a clause whose object the noun is.
  /// Whether 等 says that a list names only some, and is no part of a word as in 高等教育.
  private static func namesSome(_ noun: FoldedText) -> Bool {
    noun.scalars.indices.contains { place in
      noun.scalars[place] == "等" && noun.scalar(place + 1) != "级"
        && !"高中初平同".unicodeScalars.contains(noun.scalar(place - 1) ?? " ")
    }
  }

  /// Whether a clause begins with what somebody does.
  static func beginsWithAction(_ clause: FoldedText) -> Bool {
    verbs.contains { clause.hasPrefix($0) } || tellsWhatToDo(clause)
  }

  private static let verbs = [
    "推进", "加快", "推动", "抓", "围绕", "聚焦", "强化", "全面", "大力", "做好", "按照", "根据", "对", "以", "为", "在", "从",
    "通过",
    "随着", "一批", "各", "目前", "指导", "督促", "引导", "鼓励", "支持", "协调", "组织", "帮助", "确保", "统筹", "坚持", "加强",
    "着力", "深入", "持续",
  ]
  /// The works that a clause says are being done: 病险水库加固工程 in 该县重点推进病险水库加固工程.
  static func promoted(_ clause: FoldedText) -> FoldedText? {
    guard let (agent, object) = SubjectWords.partedAtVerb(clause), object.count <= 24,
      ["重点推进", "重点实施", "组织实施"].contains(where: { clause.contains($0) }),
      agent.isEmpty || SubjectWords.isWhole(agent) || agent.hasPrefix("该") || agent.count <= 4,
      SubjectWords.isNoun(object), SubjectWords.counts(object), !SubjectWords.isGeneric(object),
      !SubjectWords.isWhole(object),
      !object.contains("、"), !object.hasPrefix("类"), SubjectWords.isPlain(object)
    else { return nil }
    return object
  }

  /// Whether a clause says what to do, and names nothing: 一是严格审核项目.
  static func tellsWhatToDo(_ clause: FoldedText) -> Bool {
    let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是"]
    let plain = clause.dropping(first: ordinals)
    return ["严格", "科学", "规范", "加强", "强化", "加大", "狠抓", "抓好", "做好", "紧盯", "全力", "大力", "认真"].contains {
      plain.hasPrefix($0)
    }
  }
  /// How things go, at the end of a clause that says it.
  static let manners = [
    "推进", "加速", "提速", "建设", "进展", "进展顺利", "顺利", "显著", "良好", "平稳", "较快", "加快", "明显", "有力", "有序",
    "迅速", "实施", "铺开", "开展", "启动",
    "发力", "突破", "见效", "重头戏", "重中之重",
  ]
}
