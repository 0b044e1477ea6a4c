import PlanQLData

/// Money by source in the figures of a bulletin: a whole whose parts are all called by where they
/// come from.
struct BulletinFunding: Sendable {
  /// A part of the money.
  struct Part: Sendable {
    /// The source by its name in `funding`; empty where it is none of those.
    let source: String
    let label: String
    /// The place of the figure.
    let figure: Int
  }

  /// Money that is parted by source.
  struct Whole: Sendable {
    /// The figure that is parted.
    let figure: Int
    /// The column of `funding` that it belongs to.
    let stage: String
    let parts: [Part]
  }

  /// The wholes in the order of the text.
  static func wholes(of bulletin: Bulletin) -> [Whole] {
    bulletin.figures.indices.compactMap { place in
      let figure = bulletin.figures[place]
      guard figure.isMoney, !figure.isChange, figure.whole == nil,
        let stage = stage(of: FoldedText(figure.label))
      else { return nil }
      let indices = bulletin.figures.indices.filter { bulletin.figures[$0].whole == place }
      let parts = indices.compactMap { part -> Part? in
        let label = bulletin.figures[part].label
        return source(of: FoldedText(label)).map { Part(source: $0, label: label, figure: part) }
      }
      guard !parts.isEmpty, parts.count == indices.count else { return nil }
      return Whole(figure: place, stage: stage, parts: parts)
    }
  }

  /// How far money of that name has come, by the columns of `funding`; nil where it says what was
  /// done with it.
  private static func stage(of label: FoldedText) -> String? {
    if label.contains(anyWord: ["完成", "缺口", "罚", "收入"]) { return nil }
    let rows: [(stage: String, words: [String])] = [
      ("in_place", ["到位", "落实"]), ("paid", ["支付", "拨付", "支出"]),
      ("approved", ["下达", "安排", "核定", "批复"]),
      ("planned", ["总投资", "投资估算", "投资额", "计划投资", "估算", "概算", "匡算", "投资", "总额"]),
    ]
    return rows.first { label.contains(anyWord: $0.words) }?.stage
  }

  /// The source that a part is called by; empty for one that `funding` does not tell apart, nil
  /// where its name is none of a source.
  static func source(of label: FoldedText) -> String? {
    // 到位资金 of a planned whole is no part of it.
    if label.contains(anyWord: ["完成", "到位", "支付", "拨付"]) { return nil }
    var text = label
    if text.hasPrefix("其中") {
      text = text.dropFirst(2).trimmed { ": ".unicodeScalars.contains($0) }
    }
    for verb in ["安排", "争取", "申请", "投入", "下达", "落实"] {
      guard let places = text.firstPlaces(of: verb), places.upperBound < text.count else {
        continue
      }
      text = text.dropFirst(places.upperBound)
    }
    let plain = text.dropping(first: leads).dropping(last: endings)
    for name in [text, plain] + ["资金", "投资"].map({ plain.joined(FoldedText($0)) }) {
      if let source = FundingSource.stated(by: name.compact) { return source }
    }
    return FundingSource.named(plain.compact) ?? sourceOfField(label)
  }

  /// The source of money that the province or the state gives for a field of work: 省水利基建投资.
  private static func sourceOfField(_ label: FoldedText) -> String? {
    guard label.count <= 14, label.suffix(of: ["投资", "资金", "补助", "经费"]) != nil,
      !SubjectWords.counts(label), !label.contains(anyWord: ["项目", "工程", "市", "县"]),
      label.contains(anyWord: ["水利", "基建", "财政", "专项", "交通", "农业", "林业", "环保", "生态", "预算"])
    else { return nil }
    if label.hasPrefix("中央") || label.hasPrefix("国家") { return "central" }
    return label.hasPrefix("省") ? "province" : nil
  }

  private static let leads = ["其中", "拟", "计划", "由", "各级", "共", "获得", "上级"]
  private static let endings = ["投入", "安排", "解决", "约", "共", "总额", "额", "金额", "部分", "方面"]
}

extension SubjectWords {
  /// Whether a name is certainly that of one project: it names a thing that is built, and none of the
  /// words for a kind of projects.
  static func isOneProject(_ name: FoldedText) -> Bool {
    (4...40).contains(name.count) && ["项目", "工程"].contains { name.hasSuffix($0) }
      && !isWhole(name) && !isGeneric(name) && !isState(name) && !name.contains(anyWord: kinds)
      && name.contains(anyWord: things)
  }

  private static let kinds = [
    "类", "领域", "重点", "重大", "续建", "新开工", "在建", "前期", "储备", "产业", "基础设施", "民生", "等", "、", "各", "批",
    "系列", "专项", "计划", "方面", "三大", "两大", "行业", "县级", "市级", "省级", "国家级",
  ]
  private static let things = [
    "水库", "厂", "公路", "大桥", "桥", "铁路", "机场", "管网", "泵站", "电站", "中心", "医院", "学校", "港", "航道",
    "枢纽", "大坝", "水闸", "引水", "供水", "堤防", "防洪", "污水处理", "隧道", "基地", "广场", "小区", "湿地", "灌区", "填埋场",
    "码头", "大道", "闸", "高速", "地铁", "号线",
  ]
}
