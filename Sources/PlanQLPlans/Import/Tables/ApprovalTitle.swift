/// The title of an approval: `关于青石县河道治理工程可行性研究报告的批复`.
struct ApprovalTitle: Sendable, Hashable {
  /// The project that is approved.
  let project: FoldedText

  /// Reads a title; nil where it is none of an approval, or names no project.
  init?(_ line: FoldedText) {
    let text = line.trimmed { " 。".unicodeScalars.contains($0) }
    guard text.count <= 100, let lead = text.firstPlaces(of: "关于"),
      let ending = ["的批复", "的复函", "的函"].first(where: { text.hasSuffix($0) })
    else { return nil }
    var name = text.part(lead.upperBound..<(text.count - ending.unicodeScalars.count)).trimmed()
    name = name.dropping(first: ApprovalTitle.verbs).dropping(last: ApprovalTitle.documents)
    guard (5...60).contains(name.count), ApprovalTitle.works.contains(where: { name.contains($0) }),
      !name.scalars.contains(where: { "。;:".unicodeScalars.contains($0) })
    else { return nil }
    self.project = name
  }

  private static let works = ["项目", "工程", "建设", "新建", "扩建", "改建", "迁建", "改造", "整治", "治理"]
  private static let verbs = ["同意", "审批", "核准", "批准", "调整", "下达", "对", "报送", "请求批复", "变更"]
  private static let documents = [
    "可行性研究报告", "可行性研究报告(代项目建议书)", "初步设计及概算", "初步设计", "实施方案", "项目建议书", "建议书", "立项", "概算", "核准",
    "备案", "资金申请报告", "初步设计概算", "立项申请", "审批", "可研报告",
  ]
}
