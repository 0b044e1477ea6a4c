/// Verbs that the items of a list share: `减少化肥使用量1200吨、农药使用量35吨`.
extension StatementReader {
  /// The clauses of a sentence, parted where values of a list stand in them, each behind the first with its verb.
  static func clauses(of text: FoldedText) -> [(clause: SentenceClause, verb: FoldedText)] {
    SentenceClause.all(in: text).flatMap { whole in
      let parts = parted(whole)
      let verb = parts.count > 1 ? verb(of: parts[0].text) : .empty
      return parts.enumerated().map { ($1, $0 == 0 ? .empty : verb) }
    }
  }

  /// A name with the verb of the items before it, where it has none of its own.
  static func behind(_ verb: FoldedText, _ name: FoldedText) -> FoldedText {
    (verbs + others).contains { name.hasPrefix($0) } ? name : verb.joined(name)
  }

  /// The verbs that what an item tells of begins with: 新增治理 in 全县新增治理水土流失面积1800亩.
  private static func verb(of item: FoldedText) -> FoldedText {
    guard let first = Quantity.all(in: item).first else { return .empty }
    let name = StatementPlace(cleaned(item.part(0..<first.places.lowerBound))).rest
      .dropping(first: ["全年", "年内", "累计", "共", "已", "将", "要", "计划", "力争", "完成"])
    return leadingVerb(of: name)
  }

  /// The verbs that a name begins with; empty where they are a part of what it is called: 治理率, 改造面积.
  static func leadingVerb(of name: FoldedText) -> FoldedText {
    let plain = name.dropping(first: ["规划", "计划", "拟", "将", "已", "累计", "共"])
    var rest = plain
    while let verb = verbs.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(verb.unicodeScalars.count)
    }
    let isWhole =
      rest.count < 2 || ["率", "面积", "数量", "能力", "规模", "任务"].contains { rest.hasPrefix($0) }
    return isWhole || rest.count == plain.count ? .empty : name.dropLast(rest.count)
  }

  /// Further verbs that an item may begin with itself.
  private static let others = [
    "脱贫", "完成", "实现", "安置", "办理", "查处", "培训", "建设", "种植", "发放", "投入", "达到", "累计", "续建", "竣工", "开工",
    "受益", "带动",
    "其中", "总", "共",
  ]
  private static let verbs = [
    "新增", "增加", "减少", "削减", "压减", "压缩", "治理", "整治", "新建", "新改建", "改建", "扩建", "改造", "修复", "恢复", "淘汰",
    "节约", "拆除", "关停", "退出", "建成", "清理", "提升",
  ]
}
