import PlanQLData

/// Numbers of sentences that are no values of an indicator: shares of targets, changes, counts, and money of projects.
extension StatementReader {
  /// Whether a clause says what share of a target, a task or a plan was reached: 完成规划目标的98.5%, 占目标任务的92%.
  /// A plain 完成年度任务106% is one too, but 实现规划目标62% names the target.
  static func isShareOfTarget(_ text: FoldedText) -> Bool {
    guard let last = Quantity.all(in: text).last, last.unit == "%" || last.unit == "倍" else {
      return false
    }
    let before = text.part(0..<last.places.lowerBound).dropping(last: ["约", "近", "超过", "达"])
    let isOfPart = before.hasSuffix("的")
    let base = before.dropping(last: ["的"]).withoutQuotes
    guard base.suffix(of: StatementWords.aims) != nil else { return false }
    let isDone = ["完成", "占", "相当于"].contains { base.contains($0) }
    return isOfPart || isDone && !base.hasSuffix("占") && !base.hasSuffix("完成")
  }

  /// Adds the share of its target that was reached to the value before it; says whether a clause names no other.
  mutating func completes(_ text: FoldedText, _ sentence: ProseSentence) -> Bool {
    guard let last = statements.indices.last, statements[last].sentence == sentenceCount,
      !statements[last].isTarget,
      ["完成", "占", "提前完成", "超额完成", "已完成", "为", "达到", "相当于", "是", "达"].contains(where: {
        text.hasPrefix($0)
      })
    else { return false }
    statements[last].comparisons.append(("目标完成", text.string))
    return true
  }

  /// Whether a clause says only how something has changed since a time: 优良率同比增加0.7个百分点, 浓度比2014年下降14.1%. Such
  /// a number is none of the indicator; what goes down over the years of a plan is: 比2015年累计下降18%.
  func changesOnly(_ clause: StatementClause, in around: StatementMood.Surroundings) -> Bool {
    let isSinceLast =
      base.map { FoldedText($0).scalars.contains(where: FoldedText.isDigit) } ?? false
    // 较上年下降5.5% is compared with its own base, whatever the clause before is.
    let hasOwn =
      clause.text.contains(anyWord: ["同比", "环比", "上年", "去年", "同期", "上月"])
      || ProsePeriod.all(in: clause.text, year: 2000).contains(where: \.isBase)
    guard clause.isChange, !isSinceLast || hasOwn, !clause.text.contains("累计"),
      let value = clause.values.first
    else { return false }
    let isCompared = base != nil || hasOwn
    let mood = StatementMood(
      clause.text, bound: clause.bound, isNamedTarget: value.name.contains("目标"), in: around)
    return isCompared && mood == .observed
  }

  /// Whether a target is a mere count of things, with no word that leads to it: 涉及甲市7项.
  static func isBareCount(
    _ name: FoldedText, _ quantity: Quantity, _ clause: StatementClause
  ) -> Bool {
    guard ["项", "个", "家", "件", "宗", "起"].contains(quantity.unit) else { return false }
    if name.contains(anyWord: ["问题", "任务", "涉及", "整改", "未完成", "案件", "信访"]) { return true }
    let isLed = clause.bound != .none || clause.verb.map { $0 != "有" && $0 != "共" } ?? false
    return !isLed && name.suffix(of: ["数", "数量", "总量", "个数"]) == nil
  }

  /// Whether money is that of a project, and no value of an indicator: 工程总投资, 中央预算内投资.
  static func isOfProject(_ name: FoldedText, _ quantity: Quantity) -> Bool {
    guard quantity.unit?.hasSuffix("元") ?? false else { return false }
    let plain = name.dropping(first: ["目前", "已", "累计", "共", "计划"]).dropping(first: [
      "完成", "落实", "争取", "下达",
    ])
    return StatementWords.ofProjects.contains(plain.compact)
      || name.suffix(of: ["总投资", "概算", "估算", "预算内投资", "计划投资", "预算投资", "自筹"]) != nil
  }
}
