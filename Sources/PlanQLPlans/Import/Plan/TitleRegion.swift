/// The place that a title begins with, as the chain of places down to the last one: `江苏省淮安市清江浦区…`.
struct TitleRegion {
  /// How high a place stands, a nearer one behind it further down.
  private enum Tier: Int { case province = 1, city, county, town }

  private var tier: Tier?
  private var name = ""

  /// Reads the places at the start of a text; nil where it begins with none.
  static func leading(_ text: FoldedText) -> String? {
    var region = TitleRegion()
    var rest = text
    while let length = region.next(in: rest) {
      region.name += rest.part(0..<length).string
      rest = rest.dropFirst(length)
    }
    return region.name.isEmpty ? nil : region.name
  }

  /// Reads the first place of a text, behind its province; nil where it begins with none.
  static func first(_ text: FoldedText) -> String? {
    guard let place = TitleRegion().first(in: text) else { return nil }
    let name = text.part(0..<place.length)
    guard name.hasSuffix("省"), let within = TitleRegion().first(in: text.dropFirst(place.length))
    else { return name.string }
    return name.string + text.dropFirst(place.length).part(0..<within.length).string
  }

  /// The length of the next place below the last one, of which the tier is taken; nil where none follows.
  private mutating func next(in text: FoldedText) -> Int? {
    guard let place = tier == nil ? first(in: text) : further(in: text) else { return nil }
    tier = place.tier
    return place.length
  }

  /// The place that a title begins with, whatever stands in it.
  private func first(in text: FoldedText) -> (length: Int, tier: Tier)? {
    if let autonomous = TitleRegion.autonomous(text) { return autonomous }
    for (place, scalar) in text.scalars.prefix(9).enumerated()
    where place >= 1 && "省市县区州旗镇乡".unicodeScalars.contains(scalar) {
      // 杭州市: 州 is a part of its name.
      if scalar == "州", "市县区".unicodeScalars.contains(text.scalar(place + 1) ?? " ") { continue }
      // 农村公路建设省级补助 names a level, and no province.
      if text.scalar(place + 1) == "级" { return nil }
      let name = text.part(0..<(place + 1))
      let isPlain = name.scalars.allSatisfy(FoldedText.isIdeograph)
      return isPlain && !TitleRegion.isKindOfArea(name) && TitleRegion.isName(name)
        ? (place + 1, TitleRegion.tier(of: scalar, below: nil)) : nil
    }
    return nil
  }

  /// A place behind another one, which is lower and has a short name without words of what plans are about.
  private func further(in text: FoldedText) -> (length: Int, tier: Tier)? {
    if let prefecture = TitleRegion.prefectures.first(where: { text.hasPrefix($0) }) {
      return tier == .province ? (prefecture.unicodeScalars.count, .city) : nil
    }
    if let place = TitleRegion.autonomous(text) { return isBelow(place.tier) ? place : nil }
    for (place, scalar) in text.scalars.prefix(8).enumerated()
    where place >= 1 && "市县区州盟旗镇乡".unicodeScalars.contains(scalar) {
      let next = text.scalar(place + 1) ?? " "
      if scalar == "州", "市县区".unicodeScalars.contains(next) { continue }
      // 赣县区, 东乡区: the ending is that of the whole name; 乡村 is no 乡.
      if "县乡镇".unicodeScalars.contains(scalar), "区县市".unicodeScalars.contains(next) { continue }
      if scalar == "乡", "村镇".unicodeScalars.contains(next) { return nil }
      if "级域直属场政民委".unicodeScalars.contains(next), scalar != "盟" { return nil }
      let name = text.part(0..<(place + 1))
      let tier = TitleRegion.tier(of: scalar, below: self.tier)
      let isShort = name.count <= (scalar == "旗" ? 8 : 5)
      return isBelow(tier) && isShort && TitleRegion.isFurtherName(name) ? (place + 1, tier) : nil
    }
    return nil
  }

  private func isBelow(_ other: Tier) -> Bool { tier.map { other.rawValue > $0.rawValue } ?? true }

  private static func tier(of sign: Unicode.Scalar, below above: Tier?) -> Tier {
    switch sign {
    case "省": .province
    case "市": above == .city ? .county : .city
    case "州", "盟": .city
    case "镇", "乡": .town
    case _: .county
    }
  }

  /// An area that governs itself, whose names are long: 内蒙古自治区, 凉山彝族自治州.
  private static func autonomous(_ text: FoldedText) -> (length: Int, tier: Tier)? {
    guard let places = text.part(0..<18).firstPlaces(of: "自治"), places.lowerBound >= 2,
      let sign = text.scalar(places.upperBound),
      text.part(0..<places.lowerBound).scalars.allSatisfy({
        FoldedText.isIdeograph($0) && !"省市县州旗".unicodeScalars.contains($0)
      })
    else { return nil }
    switch sign {
    case "区": return (places.upperBound + 1, .province)
    case "州": return (places.upperBound + 1, .city)
    case "县", "旗": return (places.upperBound + 1, .county)
    case _: return nil
    }
  }
}

extension TitleRegion {
  /// The areas of provinces that are called 地区, as 贫困地区 is not.
  private static let prefectures = [
    "大兴安岭地区", "阿里地区", "喀什地区", "和田地区", "阿克苏地区", "塔城地区", "阿勒泰地区",
  ]

  /// Whether a name is that of a kind of area, or says all of one: 开发区, 全市, 我县.
  private static func isKindOfArea(_ name: FoldedText) -> Bool {
    [
      "园区", "发区", "新区", "景区", "社区", "地区", "全市", "全区", "全县", "全省", "全州", "全国", "我市", "我区", "我县",
      "城区", "城镇", "乡镇",
    ]
    .contains { name.hasSuffix($0) } && !isDistrict(name)
  }

  /// Whether a name that ends like a kind of area is that of a district: 东城区, 房山区, but not 老城区 or 山区.
  static func isDistrict(_ name: FoldedText) -> Bool {
    guard name.count == 3, let first = name.scalar(0) else { return false }
    return name.hasSuffix("城区") && !"老新主县市全大古各".unicodeScalars.contains(first)
      || name.hasSuffix("山区") && !"老深高石各全贫".unicodeScalars.contains(first)
  }

  /// Whether what stands before 市 or 县 can be a name, and is no time, level or thing: 月份, 市级财政.
  static func isName(_ place: FoldedText) -> Bool {
    if place.compact == "城市" { return false }
    // 健康城市 and 教育强县 are aims; 聊城市 is a name.
    if place.hasSuffix("城市"), place.count > 3 { return false }
    if place.suffix(of: ["强县", "强市", "强区", "强省", "强镇"]) != nil { return false }
    let others = [
      "月份", "年度", "市级", "县级", "省级", "区级", "镇级", "财政", "重点", "项目", "工程", "各", "第", "关于", "中央", "国家",
      "季度", "设区",
    ]
    return !others.contains { place.contains($0) }
      && !["市", "县", "区", "州", "省", "镇", "乡"].contains { place.hasPrefix($0) }
  }

  /// Whether a name behind that of a place can be that of one in it.
  private static func isFurtherName(_ name: FoldedText) -> Bool {
    guard name.scalars.allSatisfy(FoldedText.isIdeograph), isName(name), !isKindOfArea(name),
      name.count > 1
    else { return false }
    if name.count == 3, name.hasSuffix("林区") { return false }
    return isDistrict(name)
      || !endingsOfAreas.contains { name.hasSuffix($0) }
        && !wordsOfPlans.contains { name.contains($0) }
  }

  /// How kinds of areas end that are no district, county or town.
  private static let endingsOfAreas = [
    "分区", "护区", "范区", "能区", "验区", "务区", "游区", "济区", "业区", "民区", "片区", "街区", "小区", "灾区", "库区",
    "矿区", "牧区", "渔区", "港区", "湾区", "厂区", "校区", "院区", "学区", "军区", "战区", "作区", "行区", "税区", "控区",
    "制区", "心区", "假区", "貌区", "流域区", "贸区", "聚区", "集区", "联盟", "同盟", "红旗", "国旗", "小镇", "集镇", "村镇",
    "下乡", "返乡", "入乡", "回乡", "城乡", "家乡", "故乡", "大市", "都市", "上市", "超市", "夜市", "门市", "大县",
  ]
  /// Words that names of places do not have, and plans do.
  private static let wordsOfPlans = [
    "生态", "环境", "农业", "农村", "工业", "城市", "规划", "保护", "治理", "示范", "试点", "特色", "水利", "交通", "公共",
    "服务", "旅游", "经济", "商业", "全域", "老旧", "贫困", "脱贫", "移民", "产业", "农贸", "批发", "住房", "城乡", "沿海",
    "大型", "污染", "防治", "美丽", "重大", "创建", "推进", "实施", "开展", "加快", "人民政府", "以下", "所有", "部分",
  ]
}
