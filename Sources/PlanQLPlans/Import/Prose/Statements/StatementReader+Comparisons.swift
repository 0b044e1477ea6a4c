import PlanQLData

/// What a clause compares the value before it with.
extension StatementReader {
  /// `同比下降15.8%`, `去年同期为89天`, `全市20个区县排名第4`: belongs to the value before it; says
  /// whether it does.
  mutating func compare(_ text: FoldedText, _ sentence: ProseSentence) -> Bool {
    guard let newest = statements.indices.last, statements[newest].line == sentence.line,
      let found = comparison(text)
    else { return false }
    if found.words.hasPrefix("分别") { return distribute(found.words, under: found.label) }
    // 优良天数336天,优良率92.1%,同比增加8天: of the days, and not of the rate.
    let last = statements.indices.last {
      ($0 == newest || statements[$0].sentence == sentenceCount)
        && (found.label == "排名"
          || StatementReader.mayDiffer(statements[$0].quantity, as: found.words))
    }
    guard let last else { return false }
    var label = found.label
    if statements[last].comparisons.contains(where: { $0.label == label }) { label += "（2）" }
    statements[last].comparisons.append((label, found.words.string))
    return true
  }

  /// Whether a value in its unit can differ by, or have been, what words say: days by days, shares by points, and all by
  /// per cent.
  private static func mayDiffer(_ value: Quantity, as words: FoldedText) -> Bool {
    guard let unit = Quantity.all(in: words).first?.unit,
      !["%", "‰", "倍", "位", "名", "成"].contains(unit)
    else { return true }
    let own = value.unit ?? ""
    if unit.hasSuffix("百分点") || unit.hasSuffix("千分点") { return ["%", "‰", ""].contains(own) }
    let plain = withoutScale(unit)
    let other = withoutScale(own)
    return own.isEmpty || plain.hasPrefix(other) || other.hasPrefix(plain)
  }

  /// A unit without the power of ten before it: 人 of 万人.
  private static func withoutScale(_ unit: String) -> String {
    String(unit.drop { "十百千万亿兆".contains($0) })
  }

  /// `同比分别下降11.1%和7.7%`: each to one of the values of the clause before, or of the sentence, in their order; says
  /// whether there are as many.
  private mutating func distribute(_ words: FoldedText, under label: String) -> Bool {
    let rest = words.dropFirst(2)
    let changes = Quantity.all(in: rest)
    let ofSentence = statements.indices.filter { statements[$0].sentence == sentenceCount }
    let values = clauseValues.count == changes.count ? Array(clauseValues) : ofSentence
    guard changes.count > 1, changes.count == values.count,
      changes.last?.places.upperBound == rest.count
    else { return false }
    var verb = FoldedText.empty
    var start = 0
    var texts: [String] = []
    for change in changes {
      // 下降11.1%、7.7%: the second goes the way of the first.
      let own = rest.part(start..<change.places.lowerBound)
        .dropping(first: ["、", "和", "与", "及", ","])
      guard !own.isEmpty || !verb.isEmpty, own.count <= 6 else { return false }
      if !own.isEmpty { verb = own }
      // 1.1、0.6和0.3个百分点: all are points.
      let unit = change.unit == nil || change.unit == "个" ? changes.last?.unit : nil
      let number = rest.part(change.places).dropping(last: unit == nil ? [] : ["个"])
      texts.append(verb.string + number.string + (unit.map { $0 == "百分点" ? "个" + $0 : $0 } ?? ""))
      start = change.places.upperBound
    }
    for (place, text) in zip(values, texts) { statements[place].comparisons.append((label, text)) }
    return true
  }

  /// `高于2025年目标3个百分点`: how far the value before it is from its target; says whether a clause does so.
  mutating func differs(_ text: FoldedText, _ sentence: ProseSentence) -> Bool {
    guard let last = statements.indices.last, statements[last].sentence == sentenceCount,
      text.count <= 30, text.contains("目标"), !Quantity.all(in: text).isEmpty,
      StatementWords.distances.contains(where: { text.hasPrefix($0) })
    else { return false }
    statements[last].comparisons.append(("比目标", text.string))
    return true
  }

  /// Words before a comparison that name no subject of its own.
  private static let fillers: Set<String> = [
    "均", "分别", "也", "则", "并", "且", "平均", "总体", "浓度", "比例", "比率",
  ]

  /// Whether a clause ranks the value before it: `居全省第1位`, `排名全省第3`, `位列第二`.
  private static func isRank(_ text: FoldedText) -> Bool {
    let verbs = ["排名", "位列", "位居", "名列", "居", "列", "排"]
    guard text.count <= 60, let verb = verbs.lazy.compactMap({ text.firstPlaces(of: $0) }).first
    else {
      return false
    }
    guard ranksValueBefore(text.part(0..<verb.lowerBound)) else { return false }
    let rest = text.dropFirst(verb.upperBound)
    if ["首位", "榜首", "前列", "前茅"].contains(where: { rest.hasSuffix($0) }) { return true }
    guard let place = rest.firstPlaces(of: "第"), let next = rest.scalar(place.upperBound) else {
      return false
    }
    return FoldedText.isDigit(next) || Numbering.value([next]) != nil
  }

  /// Whether words before a rank name nothing else that is ranked: 在全市20个区县, 降幅, but not 空气质量指数全市.
  private static func ranksValueBefore(_ lead: FoldedText) -> Bool {
    let plain = lead.dropping(first: ["改善幅度", "改善率", "同比", "也", "均", "并", "且"])
    return !plain.contains(anyWord: [
      "指数", "浓度", "质量", "幅度", "天数", "比例", "率", "得分", "总量", "水质",
    ])
  }

  /// Whether words state figures of several values, which are not those of the last one alone: 89.48分和80.64分.
  private static func isOfSeveral(_ words: FoldedText) -> Bool {
    let figures = Quantity.all(in: words).filter { $0.unit != nil }
    return zip(figures, figures.dropFirst()).contains { one, two in
      one.unit == two.unit
        && ["和", "、", "与", "及"].contains(
          words.part(one.places.upperBound..<two.places.lowerBound).compact)
    }
  }

  /// Whether 较 at the start of a text belongs to the name of a grade: 较好级, 较差.
  static func isGrade(_ text: FoldedText) -> Bool {
    text.hasPrefix("较") && text.scalar(1).map { "好差优良高低大小重轻".unicodeScalars.contains($0) } ?? false
  }

  /// What a clause compares the value before it with, and what it says.
  private func comparison(_ clause: FoldedText) -> (label: String, words: FoldedText)? {
    let text = clause.dropping(first: ["每立方米"])
    let hasFigure = !Quantity.all(in: text).isEmpty
    if StatementReader.isRank(text) { return ("排名", text) }
    guard hasFigure || text.contains("持平") else { return nil }
    for word in ["同比", "环比"] {
      guard let places = text.firstPlaces(of: word),
        places.lowerBound == 0
          || StatementReader.fillers.contains(text.part(0..<places.lowerBound).compact)
      else { continue }
      let words = text.dropFirst(places.upperBound).trimmed()
      // 分别同比增长9.3%、10.5%: each of them is that of one value.
      let isOfSeveral = text.hasPrefix("分别") || StatementReader.isOfSeveral(words)
      return (word, isOfSeveral ? FoldedText("分别").joined(words.dropping(first: ["分别"])) : words)
    }
    if text.hasPrefix("去年同期") || text.hasPrefix("上年同期") {
      return ("同期", text.dropFirst(4).dropping(first: ["为", "是"]))
    }
    if text.count <= 28, text.contains(anyWord: ["平均", "全国", "全省", "全市", "同期", "水平"]),
      StatementWords.distances.contains(where: { text.hasPrefix($0) })
    {
      return ("比较", text)
    }
    let verb = BoundWords.changes.compactMap { text.firstPlaces(of: $0.word)?.lowerBound }.min()
    let isShare = ["比例", "比重", "比率"].contains { text.hasPrefix($0) }
    if text.count <= 28, !isShare, ["比", "较", "与"].contains(where: { text.hasPrefix($0) }),
      !StatementReader.isGrade(text)
    {
      let level = hasFigure ? nil : text.firstPlaces(of: "持平")?.lowerBound
      let end = level ?? verb ?? Quantity.all(in: text).first?.places.lowerBound ?? 1
      let other = text.part(1..<end).dropping(last: [
        "相比", "有所", "的", ",", "为", "基本", "保持", "水平",
      ])
      let words = text.dropFirst(end)
      // 比2010年的132.4万吨: a figure is no part of what something is called.
      if Quantity.all(in: other).contains(where: { $0.unit != nil }) { return nil }
      if other.hasSuffix("分别"), other.count > 2 {
        return ("比" + other.dropLast(2).string, FoldedText("分别").joined(words))
      }
      return other.isEmpty || StatementReader.isOfSeveral(words)
        ? nil : ("比" + other.string, words)
    }
    if let verb, verb == 0, text.count <= 14 { return (base ?? "变化", text) }
    return nil
  }
}
