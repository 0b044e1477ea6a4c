import PlanQLData

/// The names of several values that one clause lists.
extension StatementClause {
  /// So many names of a list, with the noun of the last one behind each: 甲、乙浓度 are 甲浓度 and
  /// 乙浓度.
  static func names(_ text: FoldedText, count: Int, isOfOneUnit: Bool = true) -> [FoldedText] {
    let fillers = StatementWords.fillers.filter { $0 != "目标" }
    let listed = NameList.names(in: withoutBase(text).dropping(last: fillers), count: count)
    guard listed.count > 1 else { return listed }
    // 甲企业和乙企业和丙企业 are three, of which nobody can tell two.
    if !text.contains("、"), NameList.conjoined(text).count > count { return [] }
    if let qualified = qualified(listed) { return qualified }
    guard let parts = withSharedThing(listed), let last = parts.last else { return [] }
    // 里程及比例 of two units are two measures, and none of them is the noun of the other.
    if !isOfOneUnit || parts != listed { return parts }
    let placed = StatementPlace(last)
    if placed.isBeside(parts.dropLast()) {
      // 甲县、乙县办结率: one indicator in two places.
      return parts.dropLast().map { $0.joined(placed.rest) } + [last]
    }
    if let shared = beyondShared(parts.dropLast(), last) {
      return parts.dropLast().map { $0.joined(shared) } + [last]
    }
    let bare = last.dropping(last: nouns + sums)
    // 量 is a part of 化学需氧量.
    let stem = bare.hasSuffix("需氧") ? last.part(0..<(bare.count + 1)) : bare
    let noun = last.dropFirst(stem.count)
    if isBroken(noun, behind: parts.dropLast()) { return [] }
    let isOfMoney = sums.contains(noun.compact)
    let names = parts.dropLast().map { part in
      part.hasSuffix(noun.string) || part.suffix(of: whole) != nil
        || isOfMoney && part.suffix(of: StatementWords.measures + StatementWords.alone) != nil
        ? part : part.joined(beyond(part, noun))
    }
    // 单位生产总值能耗和二氧化碳排放: what one is measured by, the other is too.
    let isOfCarbon = last.hasPrefix("二氧化碳") || last.hasPrefix("碳排放")
    guard let lead = unitLead(of: parts[0]), isOfCarbon else { return names + [last] }
    return names + [lead.joined(last)]
  }

  /// Parts of the day or the year in a list, each behind the thing before the first and before the measure behind the last:
  /// 环境噪声|昼间、夜间|达标率. nil where the list is of others.
  private static func qualified(_ names: [FoldedText]) -> [FoldedText]? {
    let parts = StatementWords.qualifiers
    guard let first = names.first, let last = names.last, let head = first.suffix(of: parts),
      let tail = parts.first(where: { last.hasPrefix($0) }),
      names.dropFirst().dropLast().allSatisfy({ parts.contains($0.compact) })
    else { return nil }
    let thing = first.dropLast(head.unicodeScalars.count)
    let measure = last.dropFirst(tail.unicodeScalars.count)
    guard !measure.isEmpty else { return nil }
    let middle = names.dropFirst().dropLast().map(\.string)
    return ([head] + middle + [tail]).map { thing.joined(FoldedText($0)).joined(measure) }
  }

  /// Names of a list, each measure that stands alone behind the thing that the first of them is of: 甲产量和|产值. nil where
  /// that is not told.
  private static func withSharedThing(_ names: [FoldedText]) -> [FoldedText]? {
    guard let first = names.first, names.dropFirst().contains(where: isMeasureAlone),
      !isMeasureAlone(first)
    else { return names }
    let measures = StatementWords.alone.filter { first.hasSuffix($0) }
    guard let measure = measures.max(by: { $0.count < $1.count }) else { return nil }
    let thing = first.dropLast(measure.unicodeScalars.count)
    return names.map { isMeasureAlone($0) ? thing.joined($0) : $0 }
  }

  private static func isMeasureAlone(_ name: FoldedText) -> Bool {
    StatementWords.alone.contains(name.compact)
  }

  /// What the last name of a list says of all of them: what stands behind the noun that they all end in, or behind the
  /// kind of settlement that it begins with as they are others; 城市、县城、建制镇生活污水处理率.
  private static func beyondShared(
    _ names: ArraySlice<FoldedText>, _ last: FoldedText
  ) -> FoldedText? {
    if names.allSatisfy({ settlements.contains(StatementPlace.withoutWhole($0).compact) }),
      let own = settlements.filter({ last.hasPrefix($0) }).max(by: { $0.count < $1.count })
    {
      return last.dropFirst(own.unicodeScalars.count)
    }
    guard let first = names.first, first.count > 2 else { return nil }
    let shared = first.dropFirst(first.count - 2)
    guard names.allSatisfy({ $0.count > 2 && $0.hasSuffix(shared.folded) }),
      shared.suffix(of: whole + nouns) == nil, let places = last.firstPlaces(of: shared.folded),
      places.lowerBound > 0, places.upperBound < last.count
    else { return nil }
    return last.dropFirst(places.upperBound)
  }

  /// Whether 率 or 量 alone would stand behind names that are no verbs, which makes no word: 城市率.
  private static func isBroken(_ noun: FoldedText, behind names: ArraySlice<FoldedText>) -> Bool {
    guard ["率", "量", "年", "日", "月", "值"].contains(noun.compact) else { return false }
    return names.contains { name in
      name.suffix(of: whole) == nil && name.suffix(of: nouns + verbs) == nil
    }
  }

  private static let settlements: Set<String> = [
    "城市", "县城", "城镇", "建制镇", "乡镇", "镇", "乡", "村", "农村", "村庄", "街道", "社区", "城区", "市区", "中心城区", "主城区",
    "建成区", "县级城市", "地级城市", "设市城市", "县级市", "镇区", "乡村",
  ]
  private static let verbs = [
    "利用", "处置", "处理", "覆盖", "合格", "优良", "完成", "收集", "回收", "回用", "普及", "净化", "绿化", "开工", "办结", "整改",
    "检测",
    "监测", "使用", "增长", "治理", "修复", "保护", "保有", "产生", "贮存", "用水", "用电", "供水", "保证", "入户", "满意", "消费",
    "储备",
  ]
  /// A noun without what a name ends in already: 达标率 for 甲断面 and 断面达标率.
  private static func beyond(_ name: FoldedText, _ noun: FoldedText) -> FoldedText {
    let shared = (2..<Swift.max(noun.count, 3)).last { name.hasSuffix(noun.part(0..<$0).folded) }
    return noun.dropFirst(shared ?? 0)
  }

  /// 单位国内生产总值 at the start of a name, which is that of its energy.
  private static func unitLead(of name: FoldedText) -> FoldedText? {
    guard let end = name.suffix(of: ["能耗", "能源消耗", "能源消费量"]) else { return nil }
    let lead = name.dropLast(end.unicodeScalars.count)
    return ["单位", "万元"].contains { lead.hasPrefix($0) } ? lead : nil
  }

  /// A text without what the values are compared with, at its end: 用水量较2015年.
  static func withoutBase(_ text: FoldedText) -> FoldedText {
    let plain = text.trimmed().dropping(last: ["相比", "均"])
    guard let base = ProsePeriod.all(in: plain, year: 2000).last, base.isBase,
      base.places.upperBound == plain.count
    else { return text }
    return plain.part(0..<base.places.lowerBound).dropping(last: ["比", "较", "与", "同"])
  }

  /// What values are compared with, at the end of a text: 较2015年; empty where they are compared with nothing.
  static func base(endOf text: FoldedText) -> FoldedText {
    let plain = text.trimmed()
    return plain.dropFirst(withoutBase(plain).count).dropping(last: ["均"])
  }

  /// Sums of the economy that the last of a list names for all of it: 教育、卫生支出.
  private static let sums = [
    "投资", "支出", "收入", "产值", "总产值", "增加值", "销售额", "零售额", "用电量", "产量", "贷款", "存款", "税收",
  ]
  /// Ends of names to which nothing is to be added.
  private static let whole = ["能耗", "水耗", "用水量", "强度", "率", "比例", "占比"]
  private static let nouns = [
    "水质的断面", "水质断面", "断面", "水质", "监测点", "点位", "海水", "重点工程", "减排", "平均", "年均", "浓度", "排放", "总量", "量",
    "年度", "削减", "目标", "累计", "比例", "比率", "达标", "率", "天数", "指数",
    "均值",
    "日", "月", "年", "下降", "值",
  ]
}
