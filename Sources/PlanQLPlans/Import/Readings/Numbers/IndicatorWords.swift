import PlanQLData

/// Words of tables of indicators.
enum IndicatorWords {
  /// 约束性 and 预期性, with or without 指标, by their names in `indicators`.
  static func attribute(_ text: FoldedText) -> String? {
    var word = text.compact
    if word.hasSuffix("指标") { word.removeLast(2) }
    return Enumerations.attribute.code(named: word).map {
      Enumerations.attribute.cases[$0].name.en
    }
  }

  /// The domain that a category of indicators is of; nil where its words do not tell.
  static func domain(_ text: FoldedText) -> String? {
    let word = text.compact
    if let code = Enumerations.domain.code(named: word) {
      return Enumerations.domain.cases[code].name.en
    }
    return domains.first { row in row.words.contains { word.contains($0) } }?.domain
  }

  private static let domains: [(domain: String, words: [String])] = [
    ("air", ["大气", "空气"]), ("water", ["水环境", "水生态", "水质", "地表水", "水污染"]), ("soil", ["土壤"]),
    ("climate", ["气候", "碳排放", "温室气体"]), ("waste", ["固废", "固体废物", "废弃物"]), ("noise", ["噪声", "声环境"]),
    ("green_development", ["绿色", "低碳", "节能", "资源利用"]),
    ("ecology", ["生态保护", "生态环境质量", "自然生态", "生态系统", "生物多样性"]),
  ]

  /// Targets that are said in words: 完成任务, 保持稳定.
  static func qualitative(_ text: FoldedText) -> Bool {
    ["完成", "保持", "稳定", "改善", "达标", "持续", "基本", "遵守", "实施", "编制", "不降低", "不减少", "消除", "开展"].contains
    {
      text.contains($0)
    }
  }
}
