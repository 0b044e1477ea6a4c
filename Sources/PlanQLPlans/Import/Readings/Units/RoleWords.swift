/// The words by which lists of units say how each takes part, when, and what holds for all lists.
enum RoleWords {
  /// Words after a unit, a longer one above those that it ends in; nil for those that give all units
  /// before them the same part.
  private static let verbs: [(word: String, role: UnitRole?)] = [
    ("按照各自职责分工负责", nil), ("按照职责分工分别负责", nil), ("按照职责分工负责", nil), ("按各自职责分工负责", nil),
    ("按职责分工分别负责", nil), ("按职责分工抓好落实", nil), ("按照职责分工落实", nil), ("按职责分工落实", nil),
    ("按职责分工负责", nil), ("按照职责分工", nil), ("按各自职责负责", nil), ("按职责负责落实", nil), ("依职责分工负责", nil),
    ("按照职责负责", nil), ("按职责负责", nil), ("按职责落实", nil), ("按职责分工", nil), ("依职责负责", nil),
    ("分工负责", nil), ("分别负责落实", nil), ("分别负责", nil), ("分别落实", nil), ("分头负责", nil), ("共同负责", nil),
    ("各负其责", nil),
    ("牵头组织实施", .lead), ("牵头负责落实", .lead), ("共同牵头负责", .lead), ("牵头督导", .lead), ("牵头负责", .lead),
    ("牵头组织", .lead), ("牵头落实", .lead), ("牵头实施", .lead), ("牵头推进", .lead), ("负责牵头", .lead),
    ("分别牵头", .lead), ("共同牵头", .lead), ("联合牵头", .lead), ("总牵头", .lead), ("牵头", .lead),
    ("参与配合", .support), ("积极配合", .support), ("协助配合", .support), ("协同配合", .support),
    ("密切配合", .support),
    ("配合落实", .support), ("配合实施", .support), ("配合做好", .support), ("分工配合", .support),
    ("负责配合", .support),
    ("配合", .support), ("参与", .support), ("参加", .support), ("协助", .support), ("协办", .support),
    ("协同", .support),
    ("负责具体落实", .carryOut), ("负责组织落实", .carryOut), ("负责抓好落实", .carryOut), ("负责组织实施", .carryOut),
    ("负责具体实施", .carryOut), ("负责落实", .carryOut), ("负责实施", .carryOut), ("组织落实", .carryOut),
    ("具体落实", .carryOut), ("抓好落实", .carryOut), ("贯彻落实", .carryOut), ("组织实施", .carryOut),
    ("具体实施", .carryOut), ("落实", .carryOut), ("负责督导", .supervise), ("负责监督", .supervise),
    ("督导落实", .supervise), ("督导", .supervise), ("督办", .supervise), ("具体负责", .lead), ("负责", .lead),
  ]

  /// Words between two units, with the parts that they give them; nil for the part that a word after
  /// both names, and the last one where none does.
  static let between: [(word: String, left: UnitRole?, right: UnitRole?, other: UnitRole)] = [
    ("牵头", .lead, nil, .joint),
    ("协助配合", .support, nil, .lead), ("配合", .support, nil, .lead), ("协助", .support, nil, .lead),
  ]

  /// A role named after a unit: `A牵头`, `由A负责牵头`, `C等配合`, `各乡镇负责落实`, `B按职责分工负责`.
  static func after(_ name: FoldedText) -> (name: FoldedText, role: UnitRole?)? {
    guard let row = verbs.first(where: { name.hasSuffix($0.word) }) else { return nil }
    var plain = name.dropLast(row.word.unicodeScalars.count).trimmed()
    for lead in ["由", "其中"] where plain.hasPrefix(lead) {
      plain = plain.dropFirst(lead.unicodeScalars.count)
    }
    return plain.isEmpty ? nil : (plain, row.role)
  }

  /// Says whether a text is a rule for all lists of a document: `下同`, `以下均需各镇落实,不再列出`.
  static func isRule(_ text: FoldedText) -> Bool {
    let compact = text.compact
    return ruleWords.contains { compact.contains($0) }
  }

  private static let ruleWords = [
    "下同", "不再列出", "不再一一列出", "不再逐一列出", "均需", "均由", "列第一位", "列首位", "排第一位", "排在第一", "排在首位",
    "排在前位", "排名第一", "为牵头单位", "为牵头部门", "为总牵头", "首位为", "第一个单位为", "第一位为", "第一单位为",
  ]

  /// Reads a clause that says when, as `2025年6月底前完成`: its date, if it has one, and whether it
  /// says no more than that; nil for other clauses.
  static func time(_ clause: FoldedText) -> (date: FoldedText?, isPlain: Bool)? {
    guard let first = clause.firstVisible, clause.count <= 60 else { return nil }
    if FoldedText.isDigit(first) || "年前上下第一二三四".unicodeScalars.contains(first),
      let date = DateSpan(in: clause, year: 2000), date.places.lowerBound == 0,
      UnitKind.guess(withoutVerb(clause)) == nil
    {
      let rest = clause.dropFirst(date.places.upperBound).compact
      return (clause.part(date.places), plainEnds.contains(rest))
    }
    let compact = clause.compact
    let isStanding = standingWords.contains { compact.hasPrefix($0) }
    return isStanding && UnitKind.guess(withoutVerb(clause)) == nil ? (nil, false) : nil
  }

  private static func withoutVerb(_ text: FoldedText) -> FoldedText { after(text)?.name ?? text }

  private static let plainEnds: Set<String> = [
    "", "完成", "办结", "落实", "建成", "完工", "前完成", "底前完成", "开工", "取得实效", "前", "内完成", "落实到位", "全面完成",
    "基本完成", "整改到位", "完成整改",
  ]
  private static let standingWords = [
    "年内", "长期", "持续", "常态化", "全年", "每年", "每季度", "每月", "常年", "适时", "按时", "近期", "立行立改", "立即",
    "即知即改", "按期",
  ]
}
