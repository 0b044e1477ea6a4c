/// What headings, titles and labels say of the text below or behind them.
extension SentenceContext {
  /// Whether what stands below headings, the outermost first, is to be done, as the last of them says that tells a year or
  /// what is planned: 2024年工作计划, 下一步工作打算.
  static func areOfPlan(_ headings: [FoldedText]) -> Bool {
    var isOfPlan = false
    for heading in headings.map(withoutText) {
      let isPlan = heading.contains(anyWord: plans) && !heading.contains(anyWord: reviews)
      if isPlan || !PlanFacts.years(of: heading).isEmpty { isOfPlan = isPlan }
    }
    return isOfPlan
  }

  /// A heading without the text that stands behind a full stop on its line.
  static func withoutText(_ line: FoldedText) -> FoldedText {
    line.firstPlaces(of: "。").map { line.part(0..<$0.lowerBound) } ?? line
  }

  /// Whether a heading says that what stands below it is done.
  static func tellsOfDone(_ heading: FoldedText) -> Bool {
    heading.contains(anyWord: ["回顾", "工作总结", "完成情况", "执行情况", "现状", "成效"])
  }

  static func tellsResults(_ label: FoldedText) -> Bool {
    label.contains(anyWord: ["完成情况", "实际", "执行情况", "现状", "进展", "实施情况", "已完成", "达标情况"])
  }

  static func tellsPlans(_ label: FoldedText) -> Bool {
    label.contains(anyWord: ["目标", "计划", "任务", "要求", "规划"]) && !tellsResults(label)
  }

  /// Whether a line says when and by whom a page was put out, which is no time of what the text tells.
  static func isStamp(_ text: FoldedText) -> Bool {
    guard text.count <= 100 else { return false }
    let leads = ["时间:", "日期:", "发布时间", "发布日期", "发文时间", "发文日期", "更新时间", "成文日期", "来源:", "信息来源"]
    return leads.contains { text.hasPrefix($0) }
      || text.contains(anyWord: ["信息来源", "浏览次数", "点击次数", "点击数", "点击:", "阅读次数", "发布时间:", "作者:"])
  }

  /// Whether a title is that of a speech, which tells of the years before the one in which it was held.
  static func isOfSpeech(_ text: FoldedText) -> Bool {
    text.count <= 60 && text.contains("工作报告") && !text.contains("。")
  }

  /// Whether a sentence tells something of a part of what is spoken of, so that those behind it do not go on with its
  /// time: 其中,2月….
  static func isAside(_ text: FoldedText) -> Bool {
    text.hasPrefix("(") && Numbering(text) == nil || text.hasPrefix("其中")
  }

  static func announcesTargets(_ text: FoldedText) -> Bool {
    text.contains(anyWord: ["目标", "考核指标", "主要指标", "指标体系", "约束性指标"])
      && !text.contains(anyWord: reviews + ["考核办法", "责任书"])
  }

  /// Words of headings that tell how something has gone.
  static let reviews = [
    "完成情况", "目标完成", "任务完成", "工作报告", "公报", "总结", "结果", "进展", "排名", "通报", "评估", "状况",
  ]

  /// Words of headings that say what is to be done.
  static let plans = [
    "工作计划", "工作安排", "工作打算", "工作思路", "下一步", "下步", "工作部署", "目标任务", "主要任务", "工作要点",
  ]
}
