import PlanQLData

/// A clause that states a value: the words before it, the value, and how it is bounded.
///
///     clause = [time] [place] name (verb | comparator | change) number unit [以上 | 以内 | 左右]
struct StatementClause: Sendable {
  /// A value that the clause states.
  struct Value: Sendable {
    let name: FoldedText
    let quantity: Quantity
    let comparator: String?
    let direction: String?
    /// The words before it with no name in them, as 占 in 占92.5%.
    let verb: String?
    let text: String
  }

  private(set) var values: [Value] = []
  /// The bracket behind the value: (2017年目标为68.3%).
  private(set) var aside: FoldedText?
  /// How words bound a value.
  private(set) var bound = StatementMood.Bound.none
  /// The clause without that bracket.
  private(set) var text: FoldedText
  /// Whether a value says by how much something changes: 下降18%.
  private(set) var isChange = false
  /// The words before the value with no name in them, as 占 in 占92.5%.
  private(set) var verb: String?
  /// What values given to several names are compared with: 比2020年.
  private(set) var base: String?

  /// Reads a clause without its times; nil where it states no value, or something follows it.
  init?(_ clause: FoldedText) {
    text = clause
    let brackets = clause.outerBrackets(opening: "([", closing: ")]")
    let found = Quantity.all(in: clause).filter { quantity in
      !brackets.contains { $0.contains(quantity.places.lowerBound) }
    }
    guard let last = found.last, !StatementClause.isOfRange(last, in: clause),
      !StatementClause.isOfRatio(last, in: clause), !StatementClause.isShareOf(last, in: clause)
    else { return nil }
    var tail = clause.dropFirst(last.places.upperBound).trimmed()
    if let bracket = brackets.last, bracket.lowerBound >= last.places.upperBound,
      bracket.upperBound == clause.count
    {
      tail = clause.part(last.places.upperBound..<bracket.lowerBound).trimmed()
      aside = clause.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1))
      text = clause.part(0..<bracket.lowerBound)
    }
    let bound = BoundWords.after.first { tail.hasPrefix($0.word) }
    tail = tail.dropFirst(bound?.word.unicodeScalars.count ?? 0)
      .trimmed { " 。、的;".unicodeScalars.contains($0) }
    guard tail.isEmpty || tail.compact == "目标" else { return nil }
    if let mark = clause.firstPlaces(of: "分别"), found.count > 1 {
      distribute(clause, mark, found.filter { $0.places.lowerBound >= mark.upperBound }, bound)
    } else {
      add(clause, last, bound, isOnly: found.count == 1, isOfEach: clause.contains("分别"))
    }
    guard !values.isEmpty || verb != nil else { return nil }
  }

  /// Whether a value is the end of a range, and so none of its own: 19~101微克/立方米.
  private static func isOfRange(_ value: Quantity, in clause: FoldedText) -> Bool {
    FigureRange.all(in: clause).contains { $0.overlaps(value.places) }
  }

  /// Whether a number is a side of a ratio: 2.2:1.
  private static func isOfRatio(_ value: Quantity, in clause: FoldedText) -> Bool {
    let (before, after) = (value.places.lowerBound - 1, value.places.upperBound)
    return [before, after].contains { place in
      clause.scalar(place) == ":"
        && [place - 1, place + 1].allSatisfy { clause.scalar($0).map(FoldedText.isDigit) ?? false }
    }
  }

  /// Whether a share is that of something that 的 names before it, and no value of it: 项目总投资的10%.
  private static func isShareOf(_ value: Quantity, in clause: FoldedText) -> Bool {
    let before = clause.part(0..<value.places.lowerBound).trimmed()
    // 占全国完成投资总额的68%: of what the clause before tells.
    if value.unit == "%", before.hasSuffix("的"), before.hasPrefix("占") { return true }
    return value.unit == "%" && before.hasSuffix("的")
      && !before.contains(anyWord: ["占", "率", "比例", "比重", "完成", "达到", "为", "相当于"])
  }

  private mutating func add(
    _ clause: FoldedText, _ quantity: Quantity, _ bound: (word: String, comparator: String)?,
    isOnly: Bool, isOfEach: Bool
  ) {
    let head = Head(clause.part(0..<quantity.places.lowerBound))
    // A second number in the name must count those that it is of, or be part of a name.
    if !isOnly, head.name.scalars.contains("~") { return }
    self.bound = StatementClause.bound(bound?.word, head)
    isChange = head.direction != nil
    verb = head.verb
    let end = quantity.places.upperBound + (bound?.word.unicodeScalars.count ?? 0)
    let start = head.wordStart
    let names =
      isOfEach ? StatementClause.each(in: head.name) : StatementClause.alike(in: head.name)
    values = names.map { name in
      Value(
        name: name, quantity: quantity, comparator: bound?.comparator ?? head.comparator,
        direction: head.direction, verb: head.verb, text: clause.part(start..<end).trimmed().string)
    }
  }

  /// The names of a list of which 分别 says that each has the one value: 甲、乙排放量分别下降2%.
  private static func each(in name: FoldedText) -> [FoldedText] {
    let count = name.scalars.count { "、和与及".unicodeScalars.contains($0) } + 1
    let names = count > 1 ? names(name, count: count) : []
    return names.count == count ? names : [name]
  }

  /// The names of a list that each name the same measure: 甲用水量、乙用水量 are two, 一、二类海水比例 is one.
  private static func alike(in name: FoldedText) -> [FoldedText] {
    let parts = SentenceClause.all(in: withoutBase(name), at: "、").map(\.text)
    let measures = ["用水量", "能耗", "水耗", "覆盖率", "达标率", "处理率", "利用率", "处置率", "排放量", "浓度", "强度", "比例"]
    guard parts.count > 1, let measure = parts[0].suffix(of: measures),
      parts.allSatisfy({ $0.hasSuffix(measure) && $0.count > measure.unicodeScalars.count })
    else { return [name] }
    return parts
  }

  /// `甲、乙浓度分别为11、24微克/立方米`: as many values as names.
  private mutating func distribute(
    _ clause: FoldedText, _ mark: Range<Int>, _ quantities: [Quantity],
    _ bound: (word: String, comparator: String)?
  ) {
    guard let first = quantities.first, let last = quantities.last else { return }
    // 0.7个、3.2个和2.6个百分点: all are points.
    func unit(of quantity: Quantity) -> String? {
      let isHalf = quantity.unit == "个" && last.unit?.hasSuffix("百分点") ?? false
      return isHalf ? last.unit : quantity.unit ?? last.unit
    }
    let units = quantities.map(unit)
    let names = StatementClause.names(
      clause.part(0..<mark.lowerBound), count: quantities.count,
      isOfOneUnit: Set(units).count == 1)
    guard names.count == quantities.count else { return }
    base = ProsePeriod.all(in: clause.part(0..<mark.lowerBound), year: nil).last(where: \.isBase)
      .map { "比" + $0.text }
    var head = Head(clause.part(mark.upperBound..<first.places.lowerBound))
    self.bound = StatementClause.bound(bound?.word, head)
    isChange = head.direction != nil
    verb = head.verb
    var word = clause.part(mark.upperBound..<first.places.lowerBound).trimmed()
    for (place, (name, quantity)) in zip(names, quantities).enumerated() {
      let own =
        place > 0 ? StatementClause.words(before: place, of: quantities, in: clause) : .empty
      if !own.isEmpty {
        // 分别下降5.2%和上升1.3%: each has a verb of its own.
        head = Head(own)
        word = own
        guard isChange, head.name.isEmpty, head.direction != nil else {
          values = []
          return
        }
      }
      let unit = unit(of: quantity)
      let whole = Quantity(value: quantity.value, unit: unit, places: quantity.places)
      values.append(
        Value(
          name: name, quantity: whole, comparator: bound?.comparator ?? head.comparator,
          direction: head.direction, verb: head.verb,
          text: word.string + clause.part(quantity.places).string
            + (quantity.unit == nil ? unit ?? "" : "") + (bound?.word ?? "")))
    }
  }

  /// What stands between one of several values and the one before it, besides the sign of a list.
  private static func words(
    before place: Int, of quantities: [Quantity], in clause: FoldedText
  ) -> FoldedText {
    let end = quantities[place].places.lowerBound
    // 10.6万、3.8万平方公里: the unit of the first begins as that of the last.
    return clause.part(quantities[place - 1].places.upperBound..<end).dropping(first: ["万", "亿"])
      .trimmed { " 、和与及以".unicodeScalars.contains($0) }
  }

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
    let bare = last.dropping(last: nouns)
    // 量 is a part of 化学需氧量.
    let stem = bare.hasSuffix("需氧") ? last.part(0..<(bare.count + 1)) : bare
    let noun = last.dropFirst(stem.count)
    if isBroken(noun, behind: parts.dropLast()) { return [] }
    let names = parts.dropLast().map { part in
      part.hasSuffix(noun.string) || part.suffix(of: whole) != nil
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
  private static func withoutBase(_ text: FoldedText) -> FoldedText {
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

  /// Ends of names to which nothing is to be added.
  private static let whole = ["能耗", "水耗", "用水量", "强度", "率", "比例", "占比"]
  private static let nouns = [
    "水质的断面", "水质断面", "断面", "水质", "监测点", "点位", "海水", "重点工程", "减排", "平均", "年均", "浓度", "排放", "总量", "量",
    "年度", "削减", "目标", "累计", "比例", "比率", "达标", "率", "天数", "指数",
    "均值",
    "日", "月", "年", "下降", "值",
  ]
}

extension StatementClause {
  /// How a value is bounded by the word behind it and those before it.
  private static func bound(_ after: String?, _ head: Head) -> StatementMood.Bound {
    guard head.bound == .none else { return head.bound }
    return after == nil || after == "左右" ? .none : .limit
  }

  /// What stands before a value: the name and the words between the two.
  private struct Head {
    var name: FoldedText
    var comparator: String?
    var direction: String?
    /// How a word before the value bounds it.
    var bound = StatementMood.Bound.none
    var verb: String?
    /// Where the words between begin.
    let wordStart: Int

    init(_ text: FoldedText) {
      var rest = text.trimmed()
      let done = rest.dropping(last: ["了"])
      // 下降了18%
      if done.suffix(of: BoundWords.changes.map(\.word)) != nil { rest = done }
      var isDone = false
      while !isDone {
        isDone = true
        if let row = StatementWords.before.first(where: { rest.hasSuffix($0.word) }) {
          rest = rest.dropLast(row.word.unicodeScalars.count).trimmed()
          comparator = comparator ?? row.comparator
          if let comparator = row.comparator, comparator != "about", bound != .duty {
            bound = StatementWords.duties.contains(row.word) ? .duty : .limit
          }
          verb = row.word
          isDone = false
        } else if direction == nil, verb == nil || verb == "约" || verb == "达" || verb == "达到",
          let row = BoundWords.changes.first(where: { rest.hasSuffix($0.word) })
        {
          rest = rest.dropLast(row.word.unicodeScalars.count).trimmed()
          direction = row.direction
          verb = row.word
          isDone = false
        }
      }
      // 平均 and 累计 belong to the name where nothing but the number follows.
      let isRate = rest.suffix(of: ["年均", "月均", "日均"]) != nil
      name = rest.dropping(
        last: verb == nil ? ["的", ":", "共"] : isRate ? [] : StatementWords.fillers)
      wordStart = name.count
    }
  }
}
