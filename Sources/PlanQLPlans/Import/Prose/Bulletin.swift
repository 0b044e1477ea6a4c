import PlanQLData

/// What a bulletin says in figures: groups of projects, and what is stated of each.
struct Bulletin: Sendable {
  /// A group of projects that figures are stated of.
  struct Group: Sendable {
    let name: String
    /// The group that it is a part of; nil below the whole.
    let parent: Int?
    /// The heading that it stands under.
    let node: Int?
    let line: Int
    /// Groups of one run part the same whole.
    let run: Int
  }

  /// A figure of a group, or of the whole.
  struct Figure: Sendable {
    let group: Int?
    let node: Int?
    let label: String
    let value: Decimal
    let unit: WrittenFigure.Unit
    /// The figure that it is a part of: 其中上级资金2亿元.
    let whole: Int?
    let isRough: Bool
    let line: Int
  }

  var groups: [Group] = []
  var figures: [Figure] = []
  /// Amounts that nothing could be made of.
  var unread: [(line: Int, text: String)] = []

  /// Whether anything is stated in money.
  var isEmpty: Bool {
    !figures.contains { figure in
      if case .money = figure.unit { return true }
      return false
    }
  }
}

/// Words that bulletins use.
enum BulletinWords {
  /// What amounts are called, the longest first.
  static let labels = [
    "自开工累计完成投资", "累计完成投资额", "累计完成投资", "项目总投资估算", "总投资估算", "项目总投资", "计划总投资", "估算总投资",
    "概算总投资", "年度计划总投资", "年度计划完成投资", "年度计划投资", "年度投资计划", "计划完成投资", "年度投资", "年计划投资", "计划投资",
    "完成投资额", "完成投资", "安排财政资金", "本批安排资金", "安排资金", "安排投资", "到位资金", "资金到位", "拨付资金", "支付资金",
    "下达资金", "总投资额", "总投资", "投资额", "投入资金", "投资", "投入", "资金",
  ]
  /// Words between a label and its amount.
  private static let fillers = [
    "共计", "合计", "总计", "达到", "约为", "共", "约", "近", "达", "为", "了", "计", "额", "是",
  ]
  private static let leads = [
    "其中", "通知指出", "目前", "今年以来", "今年", "全年", "本年度", "本批", "本次", "累计", "共计", "共", "实际", "主要", "另有",
    "同时",
    "约",
  ]
  private static let wholes = [
    "全市", "全县", "全区", "全州", "全省", "全国", "我市", "我县", "我区", "我州", "我省", "全部", "所有",
  ]

  /// Parts the words before an amount into what is spoken of and the name of the amount.
  static func parted(_ text: FoldedText) -> (subject: FoldedText, label: FoldedText) {
    let plain = withoutFillers(text)
    guard let label = labels.first(where: { plain.hasSuffix($0) }) else {
      return (.empty, withoutLeads(plain))
    }
    let count = label.unicodeScalars.count
    return (withoutLeads(plain.dropLast(count)), plain.dropFirst(plain.count - count))
  }

  /// A text without the words that stand between a label and its amount.
  static func withoutFillers(_ text: FoldedText) -> FoldedText {
    var plain = text.trimmed()
    while !labels.contains(where: { plain.hasSuffix($0) }),
      let filler = fillers.first(where: { plain.hasSuffix($0) })
    {
      plain = plain.dropLast(filler.unicodeScalars.count).trimmed()
    }
    return plain
  }

  /// A subject without the words of time and order before it.
  static func withoutLeads(_ text: FoldedText) -> FoldedText {
    var plain = text.trimmed { " :-、,()".unicodeScalars.contains($0) }
    var isCut = true
    while isCut {
      isCut = false
      for lead in leads where plain.hasPrefix(lead) {
        plain = plain.dropFirst(lead.unicodeScalars.count).trimmed {
          " :,".unicodeScalars.contains($0)
        }
        isCut = true
      }
      let time = plain.scalars.prefix {
        FoldedText.isDigit($0) || "-~至年月日前底末截止份一二三四五六七八九十度".unicodeScalars.contains($0)
      }
      let isTime = time.contains { "年月日".unicodeScalars.contains($0) }
      let end = time.lastIndex { "年月日底末份度".unicodeScalars.contains($0) }
      if isTime, let end {
        plain = plain.dropFirst(end + 1).trimmed { " :,".unicodeScalars.contains($0) }
        isCut = true
      }
    }
    return plain
  }

  /// Whether a subject is all that the bulletin is about.
  static func isWhole(_ subject: FoldedText) -> Bool {
    if subject.hasPrefix("安排") || wholes.contains(where: { subject.contains($0) }) { return true }
    guard let first = subject.scalar(0), let second = subject.scalar(1) else { return false }
    let isNumber = FoldedText.isDigit(first) || first == "两" || Numbering.value([first]) != nil
    return isNumber && "大类项个".unicodeScalars.contains(second)
  }

  /// Whether the first subject of a bulletin is all that it is about: 重点项目, 青石县重点项目.
  static func isWholeAtFirst(_ subject: FoldedText) -> Bool {
    if ["项目", "重点项目", "建设项目", "重点建设项目", "重点工程"].contains(subject.compact) { return true }
    guard let region = PlanFacts.region(in: subject) else { return false }
    let rest = subject.dropFirst(region.unicodeScalars.count)
    return ["重点", "安排", "政府投资", "实施", "共", "年度", "在建", "列入", "计划"].contains { rest.hasPrefix($0) }
  }

  /// What makes two labels the same: 项目总投资 is 总投资.
  static func key(_ label: String) -> String {
    var key = label
    for word in ["项目", "累计", "本批", "财政", "估算", "概算", "自开工", "共", "额"] {
      key = key.replacing(word, with: "")
    }
    return key
  }
}
