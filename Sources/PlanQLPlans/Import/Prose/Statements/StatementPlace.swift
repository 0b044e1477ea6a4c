/// The place that the name of an indicator begins with.
struct StatementPlace: Sendable {
  private(set) var place = FoldedText.empty
  /// The number of those that a rate is of: 24个.
  private(set) var count = FoldedText.empty
  /// What is left of the name.
  private(set) var rest: FoldedText

  /// Parts `全国339个地级及以上城市平均优良天数比例`, `西安市优良天数` and `24个省考断面达标率`.
  init(_ name: FoldedText) {
    rest = name
    let region = StatementPlace.region(in: name)
    let end =
      region == 0 ? Swift.max(StatementPlace.bay(in: name), StatementPlace.water(in: name)) : region
    let after = name.dropFirst(end).trimmed()
    let shift = name.count - after.count
    if let (_, length) = Numeral.integer(after), after.scalar(0).map(FoldedText.isDigit) ?? false,
      let sign = after.dropFirst(length).trimmed().scalar(0), "个座条处".unicodeScalars.contains(sign)
    {
      let size = (after.firstPlaces(of: String(sign))?.upperBound ?? length)
      // 3个国控断面、5个省控断面水质达标率: the first number is not all that it is of.
      let behind = after.dropFirst(size)
      if let mark = behind.firstPlaces(of: "、"),
        behind.scalar(mark.upperBound).map(FoldedText.isDigit) ?? false
      {
        if end > 0 { take(end) }
        return
      }
      if let noun = StatementPlace.noun(in: after) {
        take(shift + noun)
      } else {
        place = name.part(0..<end)
        count = after.part(0..<size)
        rest = after.dropFirst(size)
      }
      return
    }
    if end > 0 {
      // 京津冀及周边地区“2+26”城市平均浓度
      let quoted = after.hasPrefix("“") ? StatementPlace.noun(in: after) : nil
      take(quoted.map { shift + $0 } ?? StatementPlace.source(in: after).map { shift + $0 } ?? end)
      return
    }
    if let noun = StatementPlace.noun(in: name) { take(noun) }
  }

  /// Where the name of one source of drinking water ends that a text begins with: 调蓄水库水源地|取水量.
  private static func source(in text: FoldedText) -> Int? {
    guard let places = text.firstPlaces(of: "水源地"), (3...14).contains(places.lowerBound) else {
      return nil
    }
    let name = text.part(0..<places.lowerBound)
    return name.suffix(of: ["水库", "湖", "河", "江", "水厂", "井", "渠"]) == nil ? nil : places.upperBound
  }

  /// Whether names are places like this one.
  func isBeside(_ names: some Collection<FoldedText>) -> Bool {
    guard count.isEmpty, let sign = place.scalar(place.count - 1) else { return false }
    if StatementPlace.isOfWater(place) { return names.allSatisfy(StatementPlace.isOfWater) }
    return names.allSatisfy { name in
      name.count <= 12 && name.scalar(name.count - 1) == sign
        || PlanFacts.region(in: name) == name.string
    }
  }

  private mutating func take(_ end: Int) {
    var after = rest.dropFirst(end).dropping(first: ["的"])
    if after.hasPrefix("(即"), let close = after.scalars.firstIndex(of: ")") {
      after = after.dropFirst(close + 1)
    }
    guard after.count >= 2 else { return }
    place = rest.part(0..<end)
    rest = after
  }

  /// A name without what is said of the region that it names then: 排名最后的甲市综合指数.
  static func withoutAttribute(_ name: FoldedText) -> FoldedText {
    guard let mark = name.firstPlaces(of: "的"), (2...8).contains(mark.lowerBound) else {
      return name
    }
    let rest = name.dropFirst(mark.upperBound)
    let isOther = wholes.contains { rest.hasPrefix($0) }
    return region(in: name) > 0 || isOther || region(in: rest) == 0 ? name : rest
  }

  /// Whom a clause calls the best or the worst of some: 甲市空气质量最好.
  static func judged(in text: FoldedText) -> FoldedText? {
    guard let word = text.suffix(of: ["最好", "最差", "最优", "相对较好", "相对较差"]) else { return nil }
    let whole = text.dropLast(word.unicodeScalars.count)
    guard let noun = whole.suffix(of: ["环境空气质量", "空气质量", "水环境质量", "水质"]) else { return nil }
    let name = whole.dropLast(noun.unicodeScalars.count)
    let isName =
      (2...12).contains(name.count) && name.scalars.allSatisfy(FoldedText.isIdeograph)
      && !name.contains(anyOf: Array("的和及".unicodeScalars))
    return isName ? name : nil
  }

  /// Whether the name of a value is of a basin that has no name of the common form: 西南诸河水资源总量.
  static func isOfOwnBasin(_ name: FoldedText) -> Bool { name.contains(anyWord: ["诸河", "内陆河"]) }

  /// Whether the name of a value says of which places it is, though none of them by name: 地级及以上城市建成区黑臭水体.
  static func hasScope(_ name: FoldedText) -> Bool {
    let scopes = ["地级", "县级", "设区", "设市", "建制", "国控", "省控", "市控", "各"]
    if isOfOwnBasin(name) { return true }
    return scopes.contains { name.hasPrefix($0) } || name.scalar(0).map(FoldedText.isDigit) ?? false
  }

  /// Whether a text begins with the name of a region, or with that of all of one: 全国1940个断面.
  static func beginsWithRegion(_ text: FoldedText) -> Bool { region(in: text) > 0 }

  /// The place that a clause says puts something forward: 甲省|提出.
  static func speaker(of clause: FoldedText) -> FoldedText? {
    let verbs = ["明确提出", "提出", "明确", "要求", "计划"]
    let name = clause.dropping(last: verbs)
    return name.count < clause.count && isPlace(name) ? name : nil
  }

  /// Whether a text is nothing but the name of a place: 北京, 甲县.
  static func isPlace(_ text: FoldedText) -> Bool {
    (2...12).contains(text.count)
      && (provinces.contains(text.compact) || region(in: text) == text.count)
  }

  /// Whether a text is nothing but the name of a river, a lake or a sea, or of some of them: 木兰溪, 甲河流域, 乙水库.
  static func isOfWater(_ text: FoldedText) -> Bool {
    (2...12).contains(text.count)
      && text.suffix(of: [
        "溪", "江", "河", "湖", "川", "渠", "湾", "海", "水库", "流域", "水系", "干流", "支流", "湖泊", "河流", "湖库",
        "海域",
        "库区", "湖区", "河段",
      ]) != nil
      && text.scalars.allSatisfy { FoldedText.isIdeograph($0) || "()、".unicodeScalars.contains($0) }
      && text.hasBalancedBrackets
      && !text.contains(anyWord: ["治理", "整治", "保护", "加强", "推进", "管理", "建设", "退", "的", "治", "护"])
  }

  /// Whether a text is nothing but a number of places of a region: 全国337个地级及以上城市.
  static func isGroup(_ text: FoldedText) -> Bool {
    let end = region(in: text)
    let rest = text.dropFirst(end).trimmed().dropping(first: ["区域", "地区", "及周边地区", "及周边"])
    guard end > 0, text.count <= 30, let (_, length) = Numeral.integer(rest),
      rest.scalar(0).map(FoldedText.isDigit) ?? false,
      !rest.contains(anyOf: Array("、等".unicodeScalars))
    else { return false }
    return ["个", "座", "条", "处"].contains { rest.dropFirst(length).hasPrefix($0) }
      && rest.suffix(of: nouns + ["市", "县", "区", "断面", "点位", "水源地", "站点", "湖库"]) != nil
  }

  /// Whether a text ends in a noun for places or what is watched: 112个重点湖(库), but not 6种特征因子.
  static func mayBePlaces(_ text: FoldedText) -> Bool {
    isPlace(text)
      || text.suffix(
        of: nouns + [
          "市", "县", "区", "州", "省", "镇", "乡", "村", "断面", "点位", "监测点", "测点", "水源地", "湖", "湖库", "湖(库)",
          "水库", "河段",
          "站点", "站", "井", "水体", "企业", "水系", "海湾", "岸线", "市(州)", "家", "园区",
        ]) != nil
  }

  /// Provinces as they are called in short.
  private static let provinces: Set<String> = [
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南",
    "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "西藏", "宁夏", "新疆", "台湾",
    "香港", "澳门", "兵团",
  ]

  /// A name without the whole that it begins with: 全市城市.
  static func withoutWhole(_ name: FoldedText) -> FoldedText {
    let whole = wholes.first { name.hasPrefix($0) && name.count > $0.unicodeScalars.count }
    return name.dropFirst(whole?.unicodeScalars.count ?? 0)
  }

  /// The end of a region at the start of a name.
  private static func region(in name: FoldedText) -> Int {
    if let whole = wholes.first(where: { name.hasPrefix($0) }) { return whole.unicodeScalars.count }
    var end = 0
    while let length = own(in: name.dropFirst(end)), end < 16 { end += length }
    return end
  }

  /// The length of one region at the start of a name, as both in 重庆市南岸区; nil where there is none.
  private static func own(in name: FoldedText) -> Int? {
    guard let region = PlanFacts.region(in: name), name.hasPrefix(FoldedText(region).folded) else {
      return nil
    }
    let length = region.unicodeScalars.count
    let rest = name.dropFirst(length)
    if region.hasSuffix("市"), beginsWithUrbanArea(rest) { return length + 1 }
    if ["域", "控", "级"].contains(where: { rest.hasPrefix($0) }) || isWater(rest) { return nil }
    let isOther =
      region.unicodeScalars.contains { "这该的在是为被".unicodeScalars.contains($0) }
      || [
        "功能区", "保护区", "控制区", "环境区", "类区", "设区市", "建制镇", "国省", "建成区", "城区", "郊区", "小区", "城市", "酸雨区",
        "灌区", "库区", "矿区", "林区", "牧区", "山区", "景区", "片区", "社区", "厂区", "港区",
      ].contains {
        region.hasSuffix($0)
      } && !TitleRegion.isDistrict(FoldedText(region))
      || [
        "设区", "城乡", "共", "确定", "纳入", "从", "至", "为", "由", "按", "实施", "完成", "推进", "推动", "新建", "改造",
        "治理",
        "整治",
        "开展", "启动", "加快", "加强", "解决", "涉及", "覆盖", "带动", "惠及", "支持",
      ].contains { region.hasPrefix($0) }
    return isOther ? nil : length
  }

  /// Whether 区 behind the name of a city is that of its urban area: 甲市|区空气, but not 甲市|区域.
  private static func beginsWithUrbanArea(_ rest: FoldedText) -> Bool {
    rest.hasPrefix("区") && !"域县划块间级属内外".unicodeScalars.contains(rest.scalar(1) ?? " ")
  }

  /// The end of the name of a bay at the start of a name: 胶州湾.
  private static func bay(in name: FoldedText) -> Int {
    guard let place = name.scalars.prefix(5).firstIndex(of: "湾"), place >= 1,
      name.part(0..<place).scalars.allSatisfy(FoldedText.isIdeograph)
    else { return 0 }
    return place + 1
  }

  /// The end of the name of a river or a lake at the start of a name, whose water is measured: 白江|水质.
  private static func water(in name: FoldedText) -> Int {
    let ends = ["水质", "Ⅰ", "优良水"].compactMap { name.firstPlaces(of: $0)?.lowerBound }
    guard let end = ends.min(), isOfWater(name.part(0..<end)),
      !waters.contains(name.part(0..<end).compact), !name.part(0..<end).contains("、")
    else { return 0 }
    return end
  }

  /// Words for waters that name none.
  private static let waters: Set<String> = [
    "河流", "湖泊", "流域", "海域", "水库", "水系", "湖库", "江河", "河湖", "干流", "支流", "湖", "库区",
  ]

  /// Whether what follows a name makes it that of a bay, a river or a lake: 胶州湾, but not 甲州河流.
  private static func isWater(_ rest: FoldedText) -> Bool {
    guard let first = rest.scalar(0) else { return false }
    if first == "湾" { return true }
    return "河江湖海岛".unicodeScalars.contains(first)
      && !"流道泊域库段网湖岸面水洋".unicodeScalars.contains(rest.scalar(1) ?? " ")
  }

  /// The end of a noun for places behind which a measure begins: 城市|平均浓度, 河流|水质.
  private static func noun(in name: FoldedText) -> Int? {
    let ends = nouns.flatMap { noun -> [Int] in
      var found: [Int] = []
      var start = 0
      while let places = name.dropFirst(start).firstPlaces(of: noun) {
        let end = start + places.upperBound
        let rest = name.dropFirst(end)
        let isMeasure = rest.hasPrefix("的") || measures.contains { rest.hasPrefix($0) }
        // 城市空气质量 and 区域环境噪声 are of no place.
        let isBare = start + places.lowerBound == 0 && generals.contains(noun)
        let isOfNoise = noun == "区域" && rest.hasPrefix("环境噪声")
        if isMeasure, !isBare, !isOfNoise, end <= 60 { found.append(end) }
        start = end
      }
      return found
    }
    return ends.max()
  }

  private static let wholes = [
    "京津冀及周边地区", "京津冀地区", "京津冀", "长三角地区", "长三角", "珠三角地区", "珠三角", "汾渭平原", "成渝地区", "成渝", "长江流域",
    "黄河流域", "珠江流域", "松花江流域", "淮河流域", "海河流域", "辽河流域", "全国", "全省", "全市", "全县", "全区", "全州", "市中心城区",
    "中国", "我国", "我省",
    "我市", "我县", "我区", "我州",
  ]
  private static let nouns = [
    "城市", "县(市、区)", "县(市)", "省(区、市)", "区县", "县区", "乡镇", "街道", "省份", "河流", "流域", "海域", "地区", "区域",
    "湖泊",
    "试验区", "实验区", "示范区", "开发区", "新区", "省市", "县级市",
  ]
  /// Nouns that alone name no place.
  private static let generals: Set<String> = ["城市", "地区", "区域", "河流", "湖泊", "流域", "海域"]
  private static let measures = [
    "平均", "空气", "环境", "优良", "PM", "SO", "NO", "O3", "CO", "水质", "细颗粒", "可吸入", "达标", "综合指数", "重度",
    "臭氧", "未达标", "一、", "一类", "二类", "三类", "四类", "劣四类",
    "(即",
  ]
}
