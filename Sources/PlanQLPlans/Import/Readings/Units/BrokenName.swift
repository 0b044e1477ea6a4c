/// A name of a unit that a blank stands amid, as where the text of a page broke it: `住房城乡 建设局`.
enum BrokenName {
  /// Whether two words are one name: the second is none without the first, or, in a list that signs part, the first
  /// is none and the two together certainly are.
  static func isOne(_ first: FoldedText, _ second: FoldedText, isParted: Bool) -> Bool {
    let whole = first.joined(second)
    guard UnitList.isCertain(UnitList.withoutRole(whole)) else { return false }
    if bodies.contains(where: { second.hasPrefix($0) }) {
      return first.suffix(of: ["省", "市", "州", "县", "区", "旗", "镇", "乡", "街道", "园", ")"]) != nil
    }
    let isBranch =
      first.hasSuffix("城乡") && second.hasPrefix("建设")
      || ["和", "与", "及", "分局"].contains { second.hasPrefix($0) }
    guard isParted, !isBranch else { return isParted }
    guard UnitKind.guess(first) == nil else { return false }
    // 张三 住建局 may be a person and a unit, 管理局 alone is none.
    return endings.contains(second.compact) || !UnitList.isCertain(second)
      || first.count >= 4 && !isAbbreviation(first)
  }

  /// Whether a word is the name of a department without its ending: 市发改.
  private static func isAbbreviation(_ word: FoldedText) -> Bool {
    abbreviations.contains(word.dropping(first: ["省", "市", "州", "县", "区", "旗"]).compact)
  }

  /// Names of bodies that are none of a certain place.
  private static let bodies = ["人民政府", "管委会", "管理委员会", "办事处"]
  /// What ends names of units, and is none alone.
  private static let endings: Set<String> = [
    "管理局", "监管局", "管理处", "管理中心", "保障局", "规划局", "服务中心", "监察局", "监督局", "执法局", "分局", "事务局", "服务局",
    "委员会", "办公室",
  ]
  private static let abbreviations: Set<String> = [
    "发改", "财政", "住建", "工信", "经信", "环保", "生态环境", "水务", "水利", "农业", "农业农村", "林业", "交通", "国土", "自然资源",
    "公安", "教育",
    "卫健", "卫生", "文旅", "文化", "城管", "民政", "审计", "统计", "商务", "安监", "应急", "市监", "科技", "人社", "司法", "气象",
    "税务", "组织",
    "宣传",
  ]
}
