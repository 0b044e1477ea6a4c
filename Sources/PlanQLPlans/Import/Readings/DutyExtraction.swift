/// What kind of thing a duty asks for.
enum DutyKind: String, Sendable, Hashable {
  case list, report, inspection, review, letter, disclosure, task, rectification
}

/// How often a duty falls due.
enum DutyRecurrence: String, Sendable, Hashable {
  case monthly, quarterly, yearly, standing
}

/// A clause of a measure that says what list, report, inspection or review is owed.
struct FoundDuty: Sendable, Hashable {
  let text: String
  let kind: DutyKind
  let recurrence: DutyRecurrence?
}

/// Finds duties in the text of measures, clause by clause, by the words they use.
enum DutyExtraction {
  /// The duties of a paragraph in its order, one a clause at most.
  static func duties(in paragraph: FoldedText) -> [FoundDuty] {
    let clauses = paragraph.split { "。;!,".unicodeScalars.contains($0) }
    return clauses.compactMap { clause in
      let text = clause.trimmed { " 、:和并".unicodeScalars.contains($0) }
      guard (4...120).contains(text.count), let kind = kind(of: text) else { return nil }
      return FoundDuty(text: text.string, kind: kind, recurrence: recurrence(of: text))
    }
  }

  private static func kind(of clause: FoldedText) -> DutyKind? {
    let text = clause.compact
    if asides.contains(where: { text.hasPrefix($0) }) { return nil }
    return words.first { row in
      text.contains(row.word) && (row.verbs.isEmpty || row.verbs.contains { text.contains($0) })
    }?.kind
  }

  /// How often a clause wants something; nil where it does not say.
  static func recurrence(of clause: FoldedText) -> DutyRecurrence? {
    let text = withoutRates(clause).compact
    return recurrences.first { $0.words.isFound(in: text) }?.recurrence
  }

  /// Whether a deadline comes again: 每年12月底前, 每季度末.
  static func isTurn(_ deadline: FoldedText) -> Bool {
    deadline.compact.hasPrefix("每") && recurrence(of: deadline) != nil
  }

  /// How often a task wants something; what is to go on, as 持续推进, has no times, and what is due once is none that
  /// stands, whatever its words name: 长期护理保险试点.
  static func recurrence(ofTask text: FoldedText, isDue: Bool) -> DutyRecurrence? {
    let found = recurrence(of: withoutAttributes(text.replacing("持续", with: "")))
    return isDue && found == .standing ? nil : found
  }

  /// A text without what says of a thing how much it does in a time: 每年减排2万吨的|焚烧厂.
  private static func withoutAttributes(_ text: FoldedText) -> FoldedText {
    guard let start = ["每年", "每月", "每日", "每季"].compactMap({ text.firstPlaces(of: $0) }).first,
      case let rest = text.dropFirst(start.upperBound), let end = rest.firstPlaces(of: "的"),
      case let within = rest.part(0..<end.lowerBound), within.count <= 16,
      within.scalars.contains(where: FoldedText.isDigit),
      !within.contains(anyOf: Array(",;。".unicodeScalars))
    else { return text }
    return text.part(0..<start.lowerBound).joined(rest.dropFirst(end.upperBound))
  }

  /// A text without the times of rates, which say how much somebody gets and not how often a task
  /// comes: `每人每月145元`, `每月发放高龄津贴100元`.
  private static func withoutRates(_ text: FoldedText) -> FoldedText {
    var plain = FoldedText.empty
    var rest = text
    while let word = ["每年", "每月", "每季"].compactMap({ rest.firstPlaces(of: $0) })
      .min(by: { $0.lowerBound < $1.lowerBound })
    {
      let before = plain.joined(rest.part(0..<word.lowerBound))
      let after = rest.dropFirst(word.upperBound)
      plain = isRate(after, behind: before) ? before : before.joined(rest.part(word))
      rest = after
    }
    return plain.joined(rest)
  }

  /// Whether the clause behind a time says how many yuan somebody gets, or how much of something
  /// each; 500万元 is what a task takes, and 2次 how often it comes.
  private static func isRate(_ text: FoldedText, behind before: FoldedText) -> Bool {
    let clause = text.scalars.prefix { !",;。!、".unicodeScalars.contains($0) }
    guard !clause.contains("次"), clause.contains(where: FoldedText.isDigit) else { return false }
    return isForEach(before)
      || clause.indices.dropFirst().contains { place in
        clause[place] == "元" && FoldedText.isDigit(clause[place - 1])
      }
  }

  /// Whether a text ends in whom or what a rate is counted by: 每人, 每学生, 每亩.
  private static func isForEach(_ text: FoldedText) -> Bool {
    let end = text.dropFirst(text.count - 5)
    guard let each = end.scalars.lastIndex(of: "每") else { return false }
    let counted = end.dropFirst(each + 1)
    return !counted.isEmpty && counted.scalars.allSatisfy(FoldedText.isIdeograph)
  }

  /// Clauses that begin so only comment on the one before.
  private static let asides = ["作为", "注重", "按照", "根据", "依据", "对照", "通过"]

  /// Words with the kind of duty they tell of, the surest first; some only count beside a verb.
  private static let words: [(word: String, verbs: [String], kind: DutyKind)] = [
    ("责任状", [], .letter), ("责任书", ["签订", "签署", "落实"], .letter), ("承诺书", [], .letter),
    ("责任清单", [], .list), ("清单", ["建立", "制定", "编制", "公布", "形成", "完善", "列"], .list),
    ("台账", ["建立", "健全", "完善", "实行"], .list), ("名录", ["建立", "编制", "公布"], .list),
    ("公布", [], .disclosure), ("公示", [], .disclosure), ("信息公开", [], .disclosure),
    ("信息的公开", [], .disclosure), ("公开", ["推进", "加强", "定期", "及时", "实行", "信息"], .disclosure),
    ("披露", [], .disclosure), ("发布", ["定期", "每年", "每月", "及时", "信息"], .disclosure),
    ("通报", [], .report), ("报告", ["每年", "年度", "定期", "向", "及时", "提交", "报送"], .report),
    ("汇报", [], .report), ("报送", [], .report), ("上报", [], .report),
    ("期中评估", [], .review), ("中期评估", [], .review), ("评估", [], .review), ("考核", [], .review),
    ("审计", [], .review), ("绩效评价", [], .review), ("检查", [], .inspection),
    ("督查", [], .inspection), ("巡查", [], .inspection), ("督导", [], .inspection),
    ("抽查", [], .inspection), ("监理", [], .inspection), ("联合执法", [], .inspection),
    ("调度", ["定期", "每月", "每季", "实行"], .report), ("整改", ["限期", "落实", "督促"], .rectification),
    ("年度", ["计划"], .list), ("工作计划", ["制定", "编制", "建立"], .list),
  ]

  private static let recurrences: [(words: WordSearch, recurrence: DutyRecurrence)] = [
    (["每月", "按月", "逐月", "月度"], .monthly), (["每季", "按季", "逐季"], .quarterly),
    (["每年", "逐年", "按年", "年度报告", "年度评估", "年度考核", "制定年度", "编制年度", "年度工作计划"], .yearly),
    (["定期", "长期", "常态化", "持续"], .standing),
  ]
}
