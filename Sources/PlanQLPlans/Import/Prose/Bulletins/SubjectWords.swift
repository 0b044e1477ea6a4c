/// What figures are of: the noun phrases that bulletins speak of, and the words around them.
enum SubjectWords {
  /// A subject without the conjunctions and adverbs before it.
  static func withoutLeads(_ text: FoldedText) -> FoldedText {
    var plain = text.trimmed { " :、,.\"".unicodeScalars.contains($0) }
    // 本次下达 is what was given this time; 本次全省 is all of it.
    if let round = ["本次", "此次"].first(where: { plain.hasPrefix($0) }), isWhole(plain.dropFirst(2)) {
      plain = plain.dropFirst(round.unicodeScalars.count)
    }
    while let lead = leads.first(where: {
      plain.hasPrefix($0) && plain.count > $0.unicodeScalars.count
        && !WordBounds.beginsLonger(plain, than: $0)
    })
      ?? leads.first(where: { plain.compact == $0 })
    {
      plain = plain.dropFirst(lead.unicodeScalars.count).trimmed {
        " :、,".unicodeScalars.contains($0)
      }
    }
    return plain
  }

  /// What something was judged to be, at the end of a text: `信用评价中被评为诚信企业`; nil where it says no such thing.
  static func verdict(in text: FoldedText) -> FoldedText? {
    let ends = ["评为", "评定为", "认定为"].compactMap { text.lastPlaces(of: $0)?.upperBound }
    guard let end = ends.max(), (2...20).contains(text.count - end) else { return nil }
    let verdict = text.dropFirst(end).trimmed { "“”\" ".unicodeScalars.contains($0) }
    return withoutBracket(verdict)
  }

  /// Words for places that a number before them counts: 7省(市), 12县区.
  static let counters: Set<String> = [
    "省", "省(市)", "省(区)", "省(区、市)", "省份", "市", "市(州)", "县", "县(市)", "县(区)", "县(市、区)", "区", "县区",
    "区县", "乡镇", "镇街",
  ]

  /// A text without the brackets at its end: 设施项目(含管网).
  static func withoutBracket(_ text: FoldedText) -> FoldedText {
    var plain = text
    while let bracket = plain.outerBrackets().last, bracket.upperBound == plain.count,
      bracket.lowerBound > 0
    {
      plain = plain.part(0..<bracket.lowerBound).trimmed()
    }
    return plain
  }

  /// Whether a phrase is all that the bulletin is about: 全市重点项目, 三大工程.
  static func isWhole(_ subject: FoldedText) -> Bool {
    wholes.contains { subject.hasPrefix($0) } || isNumbered(subject)
  }

  /// Whether a phrase counts the things that were named before: 三大工程, 9个项目.
  static func isNumbered(_ subject: FoldedText) -> Bool {
    let number = subject.scalars.prefix {
      FoldedText.isDigit($0) || $0 == "两" || Numbering.value([$0]) != nil
    }.count
    guard number > 0, let next = subject.scalar(number) else { return false }
    return next == "大"
      || "类项个".unicodeScalars.contains(next)
        && generics.contains(subject.dropFirst(number + 1).compact)
  }

  /// Whether a phrase says no more than that it is of projects: 重点项目, 青石县重点建设项目.
  static func isGeneric(_ subject: FoldedText) -> Bool {
    if generics.contains(subject.compact) { return true }
    guard let region = PlanFacts.region(in: subject) else { return false }
    let rest = withoutLeads(subject.dropFirst(region.unicodeScalars.count))
    return generics.contains(rest.compact) || rest.isEmpty
  }

  /// Parts `全市安排重点项目` at its verb into who does it and what it is.
  static func partedAtVerb(_ text: FoldedText) -> (agent: FoldedText, object: FoldedText)? {
    var found: (places: Range<Int>, verb: String)?
    for verb in verbs {
      guard let places = text.firstPlaces(of: verb) else { continue }
      // 实施类项目 is a kind of them.
      if text.scalar(places.upperBound) == "类" { continue }
      if let old = found, old.places.lowerBound <= places.lowerBound { continue }
      found = (places, verb)
    }
    guard let (places, _) = found else { return nil }
    var object = text.dropFirst(places.upperBound)
    while let verb = verbs.first(where: { object.hasPrefix($0) }) {
      object = object.dropFirst(verb.unicodeScalars.count)
    }
    return (
      text.part(0..<places.lowerBound).trimmed { " 共".unicodeScalars.contains($0) },
      object.trimmed { " 的了:".unicodeScalars.contains($0) }
    )
  }

  /// Whether a phrase is a noun that figures can be of.
  static func isNoun(_ text: FoldedText) -> Bool {
    let plain = withoutBracket(text)
    return (2...40).contains(plain.count) && !namesTests(plain) && !plain.hasSuffix("部署")
      && !["争取到", "获得", "收到", "落实省", "落实市", "落实县", "落实上"].contains { plain.hasPrefix($0) }
      && endings.contains { plain.hasSuffix($0) }
      && (isPlain(plain) || isState(plain))
  }

  /// Whether a phrase can be the name of something: words without signs, verbs of speech or clauses.
  static func isPlain(_ text: FoldedText) -> Bool {
    (2...40).contains(text.count)
      && text.scalars.allSatisfy {
        FoldedText.isIdeograph($0) || FoldedText.isDigit($0)
          || "、()“”\"·-+.".unicodeScalars.contains($0)
          || $0.isASCII && $0.properties.isAlphabetic
      }
      && !holdsFunctionWord(text)
      && !["和", "与", "及", "等", "较", "比", "占", "为", "约"].contains {
        text.hasPrefix($0) && !WordBounds.beginsLonger(text, than: $0)
      }
      && text.hasBalancedQuotes
  }

  /// Whether a phrase has a word that no name has, other than as a part of a longer one: 再 in 再次, but not in 再生水.
  private static func holdsFunctionWord(_ text: FoldedText) -> Bool {
    let plain =
      text.contains(anyWord: longerWords)
      ? longerWords.reduce(text) { $0.replacing($1, with: "") } : text
    return functionWords.contains { plain.contains($0) }
  }

  private static let longerWords = ["再生", "植被", "合并", "基因", "将军"]

  /// The noun of a count that stands before it: 续建项目 in 133个续建项目完成投资454亿元, and what is said
  /// of it.
  static func following(_ text: FoldedText) -> (noun: FoldedText, predicate: FoldedText) {
    let stop = text.scalars.firstIndex { ",;:。!".unicodeScalars.contains($0) } ?? text.count
    let stretch = text.part(0..<stop)
    // 11件15项中有8项: what follows is said of them, and names none.
    if stretch.compact == "中" || ["中有", "中已"].contains(where: { stretch.hasPrefix($0) }) {
      return (.empty, stretch)
    }
    var end: Int?
    for ending in nouns {
      guard let places = stretch.firstPlaces(of: ending), places.upperBound <= 30 else { continue }
      end = Swift.min(end ?? .max, places.upperBound)
    }
    while let place = end, let more = goesOn(stretch.dropFirst(place)) { end = place + more }
    if let place = end, ["包", "群"].contains(where: { stretch.dropFirst(place).hasPrefix($0) }) {
      // 重大工程包 is the name, and not 重大工程.
      end = place + 1
    }
    guard let end else {
      let short = stretch.scalars.firstIndex { "、 ".unicodeScalars.contains($0) } ?? stretch.count
      let noun = stretch.part(0..<short).dropping(last: ["共计", "合计", "总计", "共"])
      let isCut = ["和", "与", "及"].contains { noun.hasSuffix($0) }
      return noun.count <= 10 && !isCut ? (noun, .empty) : (.empty, .empty)
    }
    if let other = ["单位", "法人", "业主", "公司", "经理"].first(where: {
      stretch.dropFirst(end).hasPrefix($0)
    }) {
      // 5家项目单位 are no projects.
      let last = end + other.unicodeScalars.count
      return (stretch.part(0..<last).trimmed(), stretch.dropFirst(last).trimmed())
    }
    if let last = endOfBounded(stretch, from: end) {
      return (
        stretch.part(0..<last).trimmed().replacing("的", with: ""),
        stretch.dropFirst(last).trimmed { " 、".unicodeScalars.contains($0) }
      )
    }
    let noun = stretch.part(0..<end).trimmed()
    let rest = stretch.dropFirst(end)
    // What goes on with another noun is no whole one: 2项修正工程及效益.
    let goesOn = ["及", "和", "与"].contains { rest.hasPrefix($0) }
    guard !noun.hasPrefix("、"), !goesOn || bareGenerics.contains(noun.compact) else {
      return (.empty, .empty)
    }
    return (noun, stretch.dropFirst(end).trimmed { " 、".unicodeScalars.contains($0) })
  }

  /// How far a noun goes on with another one: 企业|投资项目, 项目|包.
  private static func goesOn(_ rest: FoldedText) -> Int? {
    let works = ["投资", "建设", "改造", "技改", "治理", "整改"]
    return nouns.first { rest.hasPrefix($0) }?.unicodeScalars.count
      ?? works.lazy.flatMap { work in ["项目", "工程", "任务"].map { work + $0 } }
      .first { rest.hasPrefix($0) }?.unicodeScalars.count
  }

  /// What one of a phrase is called in counts: 项目 in 住建项目, 案件 in 五类案件.
  static func counted(_ subject: FoldedText) -> String? {
    let plain = withoutBracket(subject)
    if namesTests(plain) { return nil }
    let noun = nouns.filter { plain.hasSuffix($0) }.max { $0.count < $1.count }
    return noun == "工程" ? "项目" : noun
  }

  /// The longest end of a text that says how far things have come: 已开工, 计划新开工.
  static func state(atEndOf text: FoldedText) -> FoldedText? {
    guard let verb = states.first(where: { text.hasSuffix($0) }) else { return nil }
    var start = text.count - verb.unicodeScalars.count
    while let word = (adverbs + states).first(where: { text.part(0..<start).hasSuffix($0) }) {
      start -= word.unicodeScalars.count
    }
    return text.dropFirst(start)
  }

  /// The word that a list of names begins with which says how far those have come: 建成投产甲、乙.
  static func opening(of text: FoldedText) -> String? {
    let verbs = [
      "新开工建设", "开工建设", "新开工", "建成投产", "竣工投产", "建成投用", "建成", "竣工", "开工", "投产",
    ]
    return verbs.first { text.hasPrefix($0) }
  }

  /// Whether a noun phrase is one of a state: 在建项目, 已开工建设的重点项目.
  static func isState(_ noun: FoldedText) -> Bool {
    var plain = noun
    while let word = ["项目", "工程", "重点", "建设", "的", "、"].first(where: { plain.hasSuffix($0) }) {
      plain = plain.dropLast(word.unicodeScalars.count)
    }
    guard !plain.isEmpty, plain.count < noun.count else { return false }
    return state(atEndOf: plain)?.count == plain.count
  }

  /// Whether a text can be what a figure is called.
  static func isLabel(_ text: FoldedText) -> Bool {
    text.scalars.allSatisfy {
      FoldedText.isIdeograph($0) || FoldedText.isDigit($0)
        || "、()“”\"-+.《》".unicodeScalars.contains($0)
        || $0.isASCII && $0.properties.isAlphabetic
    }
      && !["和", "与", "及"].contains {
        text.hasPrefix($0) && !WordBounds.beginsLonger(text, than: $0)
      }
      && text.hasBalancedBrackets && text.hasBalancedQuotes && !isAdverbial(text)
  }

  /// Whether a text says no more than how or in which round something is counted: 累计, 第三轮第一批.
  private static func isAdverbial(_ text: FoldedText) -> Bool {
    ["累计", "共", "合计", "目前", "累计共"].contains(text.compact) || isRound(text)
  }

  /// Whether a phrase is one of the rounds in which something is done: 第三轮第一批.
  static func isRound(_ text: FoldedText) -> Bool {
    text.hasPrefix("第") && text.count <= 8 && text.suffix(of: ["批", "轮", "次", "期"]) != nil
  }

  /// A phrase without the word for the whole before it.
  static func withoutWhole(_ text: FoldedText) -> FoldedText {
    guard let word = wholes.first(where: { text.hasPrefix($0) }) else { return text }
    let rest = withoutLeads(text.dropFirst(word.unicodeScalars.count))
    guard let (agent, object) = partedAtVerb(rest), agent.isEmpty else { return rest }
    return withoutLeads(object)
  }

  /// What a clause with a verb speaks of: 新区 in 新区安排, 正式项目 in 安排正式项目.
  static func object(of text: FoldedText) -> FoldedText {
    guard let (agent, object) = partedAtVerb(text) else { return text }
    if bareGenerics.contains(object.compact), !isWhole(text) { return text }
    if agent.isEmpty { return object }
    return isNoun(agent) && !isWhole(agent) ? agent : isWhole(agent) ? text : object
  }

  /// Parts a phrase after the noun that it begins with: 水利工程|已完成年度….
  static func partedAfterNoun(_ text: FoldedText) -> (noun: FoldedText, rest: FoldedText)? {
    let ends = ["项目", "工程"].compactMap { text.firstPlaces(of: $0)?.upperBound }
    guard let end = ends.min(), end < text.count, end > 2 else { return nil }
    let noun = text.part(0..<end)
    let rest = text.dropFirst(end)
    guard isNoun(noun), isLabel(rest),
      ["已", "共", "完成", "累计", "计划"].contains(where: { rest.hasPrefix($0) })
    else { return nil }
    return (noun, rest.hasPrefix("已") ? rest.dropFirst(1) : rest)
  }

  /// Words for somebody who was named before.
  static let references = ["该公司", "该企业", "该单位", "该厂", "你公司", "你单位", "你厂", "该集团"]
  static let bareGenerics: Set<String> = ["项目", "工程", "案件", "任务", "问题", "企业", "各项目", "上述项目"]

  private static let leads = [
    "其中", "此中", "资金来源为", "来源为", "一个是", "加上", "特别是", "尤其是", "还包括", "还有", "通知指出", "据悉", "另有", "另外",
    "同时", "而且", "涉及",
    "包括", "包含",
    "主要", "共计",
    "共有", "共", "含",
    "合计", "总计", "有", "和", "与", "以及", "及", "另", "但", "约", "则", "已有", "的", "止",
  ]
  static let wholes = [
    "全市", "全县", "全区", "全州", "全省", "全国", "全旗", "全镇", "我市", "我县", "我区", "我州", "我省", "全部", "所有", "本市",
    "本县", "本省", "本区", "中国",
  ]
  private static let generics: Set<String> = [
    "项目", "重点项目", "建设项目", "重点建设项目", "重点工程", "重大项目", "工程", "重点工程项目", "政府投资项目", "案件", "任务", "问题",
    "企业",
  ]
  private static let verbs = [
    "谋划实施", "组织实施", "计划实施", "重点实施", "重点推进", "审批核准", "共有", "共计", "安排", "实施", "列入", "纳入", "排定", "推进",
    "确定", "共谋划",
    "谋划", "负责", "办理", "转发", "发现", "反馈", "明确", "查处", "涉及", "累计",
  ]
  private static let nouns = [
    "项目", "工程", "案件", "整改任务", "任务", "问题", "企业", "信访件", "专项", "工程包", "项目包", "项目群",
  ]
  private static let endings = [
    "项目", "工程包", "项目包", "项目群", "工程", "案件", "任务", "问题", "企业", "公司", "集团", "类", "领域", "系列", "行业",
    "产业", "业", "区", "县", "市",
    "州", "省", "镇",
    "乡", "街道", "园区", "部门", "单位", "单元", "局", "厅", "委", "办", "机场", "铁路", "公路", "高速", "通道", "大桥", "水库",
    "流域", "级", "系统", "方面",
    "部", "署", "信访件", "专项", "厂", "中心", "段", "资金", "河", "渠", "路", "信息",
    "一期", "二期", "三期", "四期",
  ]
  private static let functionWords = [
    "。", "的", "了", "将", "把", "被", "因", "由于", "力争", "确保", "通过", "要求", "其他", "我们", "并", "已", "再", "该",
    "此", "主要", "部署", "认真", "贯彻", "紧扣", "围绕",
    "预计", "计划完成", "截至", "截止", "以来", "下达",
  ].filter { $0 != "其他" }
  static let adverbs = [
    "阶段性", "阶段", "未按计划", "按计划", "未按期", "按期", "如期", "已经", "尚未", "提前", "计划", "实现", "全部", "全面", "部分",
    "基本", "累计", "实际",
    "正在", "集中",
    "陆续", "主体", "年内", "目前",
    "已", "未", "新", "拟", "共", "续", "前", "超", "往年", "但", "预计", "中", "达到",
  ]
  static let states = [
    "开工建设", "建成投用", "建成投产", "投入使用", "开复工", "开、复工", "新开工", "新开", "开工", "复工", "竣工", "完工", "建成", "投产",
    "投用", "完成整改", "整改完成", "整改",
    "销号", "立案", "在建", "续建", "续", "新建", "前期", "预备", "储备", "重大前期", "开建", "启动", "落地", "签约", "入库", "验收",
    "停工", "未开工", "达标", "开竣工",
    "办结", "完成", "移送", "序时进度",
  ]
}
