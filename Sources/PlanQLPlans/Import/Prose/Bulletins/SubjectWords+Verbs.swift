/// Verbs that a sentence goes on with.
extension SubjectWords {
  /// Whether words begin with a verb, so that what was spoken of before does it or has it done.
  static func beginsWithVerb(_ text: FoldedText) -> Bool {
    let plain = text.dropping(first: ["现", "其", "均", "也", "还", "仍", "又", "且", "并"])
    return (adverbs + states + actions).contains { plain.hasPrefix($0) }
  }
  private static let actions = [
    "完成", "总", "年度", "全年", "当年", "占", "达", "超", "增", "减", "安排", "下达", "落实", "到位", "支付", "拨付",
    "投入", "涉及", "包括", "包含", "新增", "建设", "改造", "治理", "推进", "实施", "组织", "处罚", "罚款", "责令", "约谈", "问责",
    "查处", "受理", "开展", "交办", "转办", "检查", "发现", "反馈", "剩余", "其余", "尚有", "另有", "仍有", "有", "带动",
    "引进", "筹集", "争取", "获得", "编列", "关停", "拆除", "清理", "整治", "修复", "铺设", "解决", "比", "较", "将", "力争",
    "确保", "排查", "预期", "截至", "截止", "提前", "可", "为", "由", "与",
  ]
}
