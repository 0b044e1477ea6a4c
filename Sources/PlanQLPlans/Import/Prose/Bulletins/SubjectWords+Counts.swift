/// What a number before a noun counts, where that is less than the noun names.
extension SubjectWords {
  /// Whether a number before a noun counts the places that it begins with, and none of the works that it ends in:
  /// 甲镇等11个镇乡污水管网补充工程.
  static func countsPlaces(_ noun: FoldedText, after text: FoldedText) -> Bool {
    // 3个领域项目 are those of three fields.
    if ["领域", "行业"].contains(where: { noun.hasPrefix($0) }), counts(noun) { return true }
    guard let place = places.first(where: { noun.hasPrefix($0) }), counts(noun) else {
      return false
    }
    let rest = noun.dropFirst(place.unicodeScalars.count)
    if bareGenerics.contains(rest.compact) || rest.hasPrefix("级") { return false }
    if text.hasSuffix("等") {
      let names = text.dropLast(1).split { "、,和及与".unicodeScalars.contains($0) }
      return names.last.map { name in placeEndings.contains { name.hasSuffix($0) } } ?? false
    }
    // 11个市市级重点工程: so many cities.
    let isOfEach = ["省级", "市级", "县级", "区级", "镇级", "村级"].contains { rest.hasPrefix($0) }
    return place.unicodeScalars.count > 1 || isOfEach
  }

  /// Whether a number before a list counts the first of its names only, since another one has a number of its own:
  /// 12个甲产业、十大乙产业.
  static func countsFirstOnly(_ noun: FoldedText) -> Bool {
    noun.split { $0 == "、" }.dropFirst().contains { name in
      name.scalars.indices.contains { place in
        name.scalars[place] == "大" && place > 0
          && (Numbering.value([name.scalars[place - 1]]) != nil
            || FoldedText.isDigit(name.scalars[place - 1]))
      }
    }
  }

  /// Whether a phrase is one of things that bulletins count: 住建项目, 五类案件.
  static func counts(_ subject: FoldedText) -> Bool {
    !namesTests(subject)
      && ["项目", "工程", "案件", "任务", "问题", "企业", "工程包", "项目包", "项目群"].contains {
        subject.hasSuffix($0)
      }
  }

  /// Whether 项目 at the end of a phrase are the points that a test looks at, and no works: 本月监测项目64项.
  static func namesTests(_ text: FoldedText) -> Bool {
    text.suffix(of: ["监测项目", "检测项目", "检验项目", "评价项目", "考核项目", "检查项目", "收费项目", "审批项目"]) != nil
  }

  /// The phrase of things that bulletins count that a text begins with, of eight characters at most.
  static func leadingCounted(_ text: FoldedText) -> FoldedText? {
    let head = text.part(0..<8)
    let ends = ["项目", "工程", "案件", "任务", "问题", "企业"].compactMap {
      head.firstPlaces(of: $0)?.upperBound
    }
    return ends.min().map { head.part(0..<$0) }
  }

  /// Whether a label is of cases, reports and papers, which bulletins count.
  static func isOfCases(_ label: FoldedText) -> Bool {
    label.contains(anyWord: ["举报", "信访", "投诉", "转办", "交办", "问责", "约谈", "立案", "政府信息", "信息公开"])
  }

  /// Whether a phrase says how large something is, and not what it is: 建设规模.
  static func isExtent(_ text: FoldedText) -> Bool {
    ["规模", "面积", "长度", "里程", "能力", "量", "数", "人口", "全长", "总长"].contains {
      text.hasSuffix($0)
    }
  }

  /// Whether a phrase names a thing whose extent the figure is, and is no word for an extent of what was named before:
  /// 清淤河道, but not 总里程 or 造林; 公路建设规模, but not 建设规模.
  static func isExtentOfThing(_ text: FoldedText) -> Bool {
    // 公路建设规模 names the roads, where 建设规模 is that of what was named.
    let noun = isExtent(text) ? text.dropLast(2).dropping(last: ["建设", "总", "建筑"]) : text
    return noun.count >= (isExtent(text) ? 2 : 4) && isPlain(noun) && !noun.hasPrefix("其")
  }

  /// Whether a phrase is cut where its sentence goes on behind a figure: 督察组与|353名干部谈话, 对交办的第十一批|27件举报.
  static func isCutAtPreposition(_ text: FoldedText) -> Bool {
    text.suffix(of: ["与", "和", "对", "向", "将", "把", "同", "给"]) != nil
      || ["对", "将", "把", "向"].contains { text.hasPrefix($0) }
        && (text.contains("的") || text.suffix(of: ["批", "轮"]) != nil)
  }

  private static let places = [
    "镇乡", "乡镇", "镇街", "县区", "区县", "县市", "市县", "市州", "地市", "行政村", "街道", "县(市", "县(区", "市(州",
    "镇", "乡", "县", "区", "市", "村",
  ]
  private static let placeEndings = ["镇", "乡", "县", "区", "市", "村", "州", "街道", "省"]

  /// The end of a noun that tells of its things how large they are, from the end of its first word on:
  /// 单项目|总投资2000万元以上的重大项目.
  static func endOfBounded(_ text: FoldedText, from end: Int) -> Int? {
    let rest = text.dropFirst(end)
    guard
      let limit = ["以上", "以下"].compactMap({ rest.firstPlaces(of: $0) })
        .min(by: { $0.lowerBound < $1.lowerBound }),
      limit.upperBound <= 20,
      rest.part(0..<limit.lowerBound).scalars.contains(where: FoldedText.isDigit),
      !rest.part(0..<limit.lowerBound).contains("、")
    else { return nil }
    let behind = rest.dropFirst(limit.upperBound)
    let ends = ["项目", "工程", "企业"].compactMap { behind.firstPlaces(of: $0)?.upperBound }
    guard let last = ends.min(), last <= 10 else { return nil }
    return end + limit.upperBound + last
  }
}
