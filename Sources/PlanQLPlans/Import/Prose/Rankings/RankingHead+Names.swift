import PlanQLData

/// What is ranked, and of whom.
extension RankingHead {
  /// What is ranked, and of whom: the last clause that says more than the order.
  static func item(
    of head: FoldedText, part: Range<Int>?
  ) -> (item: FoldedText, scope: FoldedText) {
    let end = part?.lowerBound ?? bracketOfPlaces(in: head) ?? head.count
    let clauses = SentenceClause.all(in: head.part(0..<end))
    if let found = criterion(of: clauses) { return found }
    for (place, clause) in clauses.enumerated().reversed() {
      var text = clause.text
      let cut = marks.compactMap { text.firstPlaces(of: $0)?.lowerBound }.min()
      if let cut { text = text.part(0..<cut) }
      // 从全县倒数第一名起 names nothing that is ranked.
      if cut != nil, text.count <= 5, text.hasPrefix("从") { continue }
      let (name, scope) = named(text)
      if !name.isEmpty { return (name, scope.isEmpty ? among(clauses.prefix(place)) : scope) }
      if !scope.isEmpty { return (.empty, scope) }
    }
    return (.empty, .empty)
  }

  /// What a clause of its own says somebody is ranked by: 按优良天数比例排名,; what stands behind it names those who are.
  static func criterion(
    of clauses: [SentenceClause]
  ) -> (item: FoldedText, scope: FoldedText)? {
    for (place, clause) in clauses.enumerated().reversed() {
      let plain = clause.text.dropping(last: ["来看", "看", "来说"])
      let by = plain.dropping(first: ["按照", "按", "依据", "根据", "从"])
      guard by.count < plain.count, by.suffix(of: ["排名", "排序", "排列", "评价"]) != nil else {
        continue
      }
      let whole = by.dropLast(2)
      let cut = marks.compactMap { whole.firstPlaces(of: $0)?.lowerBound }.min()
      let name = whole.part(0..<(cut ?? whole.count)).dropping(last: ["的", "进行"])
      guard name.count >= 2, name.hasBalancedBrackets else { continue }
      let behind = clauses.dropFirst(place + 1).first.map { named($0.text).scope } ?? .empty
      return (name, behind.isEmpty ? among(clauses.prefix(place)) : behind)
    }
    return nil
  }

  /// Those among whom somebody is ranked, in a clause of its own: 20个县中,, 全市各乡镇中,.
  static func among(_ clauses: ArraySlice<SentenceClause>) -> FoldedText {
    guard let last = clauses.last?.text, last.hasSuffix("中"), last.count > 2 else { return .empty }
    let whose = last.dropLast(1)
    let isNumber = Quantity.all(in: last).first?.places.lowerBound == 0
    let isGroup =
      whose.count <= 20 && whose.suffix(of: nouns + ["市", "区", "镇"]) != nil
      && !whose.contains("的")
    return isNumber || isGroup ? whose : .empty
  }

  private static let marks = [
    "依次", "分别", "由好到", "由差到", "由高到", "由低到", "由大到", "从高到", "从低到", "从好到", "从差到", "从大到", "按由", "按从",
    "从相对", "从较好", "从较差", "倒数", "开始排名", "由优到", "从优到", "由前往", "由后往",
  ]

  /// A name of what is ranked, without times, numbers of those ranked, and words of the order.
  static func named(_ text: FoldedText) -> (name: FoldedText, scope: FoldedText) {
    var plain = Numbering(text)?.rest ?? text
    if let blank = plain.scalars.lastIndex(of: " "), plain.count - blank > 4 {
      plain = plain.dropFirst(blank + 1)
      plain = Numbering(plain)?.rest ?? plain
    }
    while let time = ProsePeriod.all(in: plain, year: 2000, present: 2000).first,
      time.places.lowerBound <= 1
    {
      plain = plain.dropFirst(time.places.upperBound)
    }
    plain = plain.dropping(first: ["其中", ":", "份", "的", "根据考核办法", "经综合评定"])
    var scope = FoldedText.empty
    while plain.scalar(0).map(FoldedText.isDigit) ?? false || plain.hasPrefix("所辖")
      || beginsWithCount(plain)
    {
      guard let end = end(ofNounIn: plain) else { break }
      scope = scope.joined(plain.part(0..<end))
      plain = plain.dropFirst(end).dropping(first: ["中", "的", ","])
    }
    if let middle = plain.firstPlaces(of: "中"), plain.part(0..<middle.lowerBound).contains("个"),
      middle.upperBound < plain.count
    {
      scope = plain.part(0..<middle.lowerBound)
      plain = plain.dropFirst(middle.upperBound)
    }
    if let count = plain.firstPlaces(of: "共有"), count.lowerBound > 2 {
      plain = plain.part(0..<count.lowerBound).dropping(first: ["受到"])
    }
    if let judged = judgedGroup(in: plain) {
      plain = judged.name
      scope = scope.isEmpty ? judged.scope : scope
    }
    plain = withoutRanking(plain)
    for word in ["按照", "按"] where plain.hasPrefix(word) && plain.count > word.count + 2 {
      plain = plain.dropFirst(word.unicodeScalars.count)
    }
    if plain.hasSuffix("进行") {
      // 按空气质量综合指数(简称综合指数)进行排序
      plain = plain.dropLast(2).dropping(first: ["依据", "按照", "根据", "按", "以"])
      if plain.hasSuffix(")"), let open = plain.scalars.lastIndex(of: "("), open > 2 {
        plain = plain.part(0..<open)
      }
    }
    if let mark = plain.lastPlaces(of: "、"),
      plain.part(0..<mark.lowerBound).suffix(of: good + bad) != nil
    {
      // 空气质量相对较差、空气质量: the name comes twice.
      let last = withoutRanking(plain.dropFirst(mark.upperBound))
      plain = last.isEmpty ? withoutRanking(plain.part(0..<mark.lowerBound)) : last
    }
    return (plain.trimmed { " :、".unicodeScalars.contains($0) }, scope)
  }

  /// Whether a text begins with a number in ideographs and a noun for those ranked: 六城区.
  private static func beginsWithCount(_ text: FoldedText) -> Bool {
    guard let (_, length) = Numeral.integer(text), text.count > length + 3 else { return false }
    let rest = text.dropFirst(length)
    return ["城区", "个县", "个区", "个市", "县", "区", "市"].contains { rest.hasPrefix($0) }
  }

  /// Parts a judgement of a group at the end of a text: 空气质量最好的县(市、区).
  private static func judgedGroup(
    in text: FoldedText
  ) -> (name: FoldedText, scope: FoldedText)? {
    let plain = text.dropping(last: ["中"])
    guard let mark = plain.lastPlaces(of: "的"), plain.count - mark.upperBound <= 8,
      plain.suffix(of: nouns + ["市", "区", "镇"]) != nil
    else { return nil }
    let whose = plain.part(0..<mark.lowerBound)
    guard let word = whose.suffix(of: good + bad) else { return nil }
    let name = whose.dropLast(word.unicodeScalars.count)
    return name.count < 2 ? nil : (name, plain.dropFirst(mark.upperBound))
  }

  private static func withoutRanking(_ text: FoldedText) -> FoldedText {
    var plain = text.dropping(last: endings)
    plain = plain.dropping(last: ["正排", "倒排"])
    if plain.hasSuffix("排"), plain.suffix(of: ["减排", "安排"]) == nil { plain = plain.dropLast(1) }
    let rest = plain.dropLast(2)
    let isBare =
      rest.count < 2 || rest.suffix(of: ["综合", "年度", "月度", "考核", "总"]) != nil && rest.count <= 4
    if plain.hasSuffix("排名") || plain.hasSuffix("排序"), !isBare {
      plain = rest.dropping(last: endings)
    }
    return plain
  }

  /// The end of the first noun for those that are ranked; of two that begin there the longer one.
  private static func end(ofNounIn text: FoldedText) -> Int? {
    nouns.compactMap { text.firstPlaces(of: $0) }.min {
      ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count)
    }?.upperBound
  }

  static let nouns = [
    "城市", "城区", "县(市、区)", "县(市)", "市(州)", "县区", "区县", "乡镇", "乡(镇)", "街道", "省份", "单位", "断面", "县",
    "功能区", "园区", "开发区", "市州", "省市",
  ]
  private static let endings = [
    "相对", "较好", "较差", "较快", "较慢", "较高", "较低", "最好", "最差", "最快", "最慢", "的", "位居", "居", "、", "按", "由",
    "从", "中", "在", "靠前的单位", "靠后的单位", "靠前", "靠后", "排名情况", "为", "及排名", "全市排名", "情况", "考核排名", "结果",
    "排名相对", "及",
  ]
}
