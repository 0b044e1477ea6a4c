import PlanQLData

extension DocumentColumn {
  /// Reads a heading; nil where it is none that documents are known to use.
  init?(heading text: FoldedText) {
    let heading = text.unbroken.trimmed()
    guard !heading.isEmpty, heading.count <= (heading.scalars.allSatisfy(\.isASCII) ? 60 : 24)
    else { return nil }
    let key = Headings.key(heading)
    guard key != "单位" || TableCaption.moneyUnit(heading) == nil else { return nil }
    guard let kind = Headings.kind(of: key) else { return nil }
    self.kind = DocumentColumn.dated(kind, by: heading)
    self.heading = heading.string
    self.money = MoneyName(in: heading.dropFirst(key.unicodeScalars.count > 1 ? 2 : 0))
  }

  /// A column with a heading that is not known.
  init(unknown heading: FoldedText) {
    let heading = heading.unbroken.trimmed()
    self.kind = .other
    self.heading = heading.string
    self.money = MoneyName(in: heading)
  }

  /// `基期值(2020年)`, `目标值(2025年)`: the year stands in brackets.
  private static func dated(_ kind: ColumnKind, by heading: FoldedText) -> ColumnKind {
    guard kind == .baseline(0) || kind == .target(0), let open = heading.firstPlaces(of: "("),
      case let inner = heading.dropFirst(open.upperBound),
      let (year, _) = Headings.year(
        inner.part(0..<(inner.scalars.firstIndex(of: ")") ?? inner.count)).compact)
    else { return kind }
    return kind == .baseline(0) ? .baseline(year) : .target(year)
  }

  /// Reads headings that stand one above the other, the widest first.
  init(path: [FoldedText], map: HeadingMap) {
    let parts = path.map { $0.unbroken.trimmed() }.filter { !$0.isEmpty }
    let heading = parts.map(\.string).joined(separator: " ")
    let entry = map.entry(ofPath: parts)
    self.heading = heading
    self.money = parts.reversed().lazy.compactMap { MoneyName(in: $0) }.first
    self.kind = entry?.kind ?? DocumentColumn.kind(of: parts)?.ofYear(above: parts) ?? .other
    self.mapped = entry?.heading
  }

  private static func kind(of parts: [FoldedText]) -> ColumnKind? {
    guard let last = parts.last else { return nil }
    guard parts.count > 1 else {
      return DocumentColumn(heading: last)?.kind
        ?? FundingSource.stated(by: Headings.key(last)).map { .funding($0, stage: "planned") }
    }
    let above = Array(parts.dropLast())
    let outer = kind(of: above)
    let key = Headings.key(last)
    if above.count > 1, above.contains(where: { isNamedSourceGroup(Headings.key($0)) }),
      let source = FundingSource.named(key)
    {
      return .funding(source, stage: fundStage(above) ?? "planned", year: bareYear(above))
    }
    // A unit alone below a heading: 总投资 over (万元).
    if MoneyName(in: last) != nil, key.isEmpty || MoneyName(in: FoldedText(key)) != nil {
      return outer
    }
    if isYear(key), speaksOfThePast(above) { return .other }
    if let combined = combined(outer, Headings.key(above.last ?? last), key, last) {
      return combined
    }
    let whole = FoldedText(parts.map(\.string).joined())
    if let known = DocumentColumn(heading: whole)?.kind ?? DocumentColumn(heading: last)?.kind {
      let isOfAmounts = above.indices.contains { kind(of: Array(above[...$0]))?.form == .amount }
      if case .stage = known, isOfAmounts { return .other }
      return known
    }
    let isOfSteps = outer == .milestone || outer == .due
    return isOfSteps && MoneyName(in: last) == nil && last.count <= 20
      ? .milestoneDate(last.string) : nil
  }

  /// The stage of money that one of the headings above names: 资金到位情况.
  private static func fundStage(_ headings: [FoldedText]) -> String? {
    headings.lazy.compactMap { heading in
      if case .fundStage(let stage)? = kind(of: [heading]) { stage } else { nil }
    }.first
  }

  /// The year that one of the headings above is.
  private static func bareYear(_ headings: [FoldedText]) -> Int? {
    headings.map(Headings.key).first(where: isYear).flatMap { Headings.year($0)?.year }
  }

  private static func isYear(_ key: String) -> Bool {
    Headings.year(key).map { ["", "年", "年度"].contains($0.rest) } ?? false
  }

  /// Whether headings are about what was done or paid, so that a year below them has no plan.
  private static func speaksOfThePast(_ headings: [FoldedText]) -> Bool {
    let text = headings.map(\.compact).joined()
    return ["完成", "实际", "支付", "到位", "拨付", "支出", "决算", "已"].contains { text.contains($0) }
      && !["计划", "拟", "预计"].contains { text.contains($0) }
  }

  /// What a heading means below another one.
  private static func combined(
    _ outer: ColumnKind?, _ outerKey: String, _ key: String, _ heading: FoldedText
  ) -> ColumnKind? {
    let year = Headings.year(key)
    let isYear = year.map { ["", "年", "年度"].contains($0.rest) } ?? false
    if let year, isYear { return ofYear(year.year, outer, outerKey) }
    if let (outerYear, rest) = Headings.year(outerKey), ["", "年", "年度"].contains(rest) {
      return below(year: outerYear, key)
    }
    if case .funding? = outer, ["小计", "合计", "总计", "总额"].contains(key) { return .other }
    if case .fundStage? = outer, key.hasPrefix("未") || key.hasPrefix("尚未") { return .other }
    if case .fundStage(let stage)? = outer {
      if ["小计", "合计", "总计", "总额"].contains(key) { return outer }
      if case .fundStage? = Headings.kinds[key] { return Headings.kinds[key] }
      return .funding(FundingSource.named(key) ?? "", stage: stage)
    }
    if isSourceGroup(outerKey, outer) || isNamedSourceGroup(outerKey),
      let source = FundingSource.named(key)
    {
      return .funding(source, stage: "planned")
    }
    if outer == .investment, ["地方", "地方配套", "上级", "其他", "其它"].contains(key) {
      return .funding("", stage: "planned")
    }
    if outer == .investment, ["概算", "估算", "匡算", "批复概算", "投资额", "金额"].contains(key) {
      return .investment
    }
    if isSourceGroup(outerKey, outer) || outer == .investment,
      ["小计", "合计", "总计", "总投资", "总额", "总数"].contains(key)
    {
      return .investment
    }
    if isNamedSourceGroup(outerKey), MoneyName(in: heading) == nil || !key.isEmpty, key.count <= 12,
      ["资金", "配套", "财政", "投入", "自筹", "地方", "其他", "其它"].contains(where: { key.contains($0) })
    {
      return .funding("", stage: "planned")
    }
    switch outer {
    case .period
    where ["起", "开始", "开工", "起始", "始", "开工时间", "起始年", "开工年月", "起始时间", "开工年", "开工年份", "开始年", "开始时间"]
      .contains(key):
      return .periodStart
    case .period
    where [
      "止", "结束", "竣工", "完工", "终止", "终", "竣工时间", "终止年", "竣工年月", "建成", "完工年", "竣工年", "完工年份", "竣工年份",
      "结束年", "完工时间", "结束时间",
    ].contains(key):
      return .periodEnd
    case .units(let role)?:
      if let named = UnitRole.named(heading) { return .units(named) }
      return ["市级", "县级", "区级", "省级", "镇级", "市直", "县直", "镇街"].contains(key) ? .units(role) : nil
    case .yearAmount(let year)? where source(key, year: year) != nil:
      return source(key, year: year)
    case .yearAmount(let year)?:
      return ["投资", "计划投资", "投资额", "资金", "金额", "小计", "合计"].contains(key)
        ? .yearAmount(year)
        : ["目标", "建设内容", "工程内容", "目标任务", "形象进度"].contains(key) ? .goal(year) : nil
    case _: return nil
    }
  }

  /// A year below a heading: 年度投资计划 over 2021年, 目标值 over 2025年.
  private static func ofYear(_ year: Int, _ outer: ColumnKind?, _ outerKey: String) -> ColumnKind? {
    switch outer {
    case .baseline: return .baseline(year)
    case .target: return .target(year)
    case .goal: return .goal(year)
    case .investment, .yearAmount: return .yearAmount(year)
    case .funding(let source, let stage, _): return .funding(source, stage: stage, year: year)
    case _ where sourcesOverYears.contains(outerKey):
      return .funding(FundingSource.named(outerKey) ?? "", stage: "planned", year: year)
    case _:
      let isPlanned = ["分年", "年度", "投资计划", "资金安排", "计划投资", "投资安排", "安排"].contains {
        outerKey.contains($0)
      }
      return isPlanned && !outerKey.contains("完成") ? .yearAmount(year) : nil
    }
  }

  /// Sources that years may stand below, without a word for money.
  private static let sourcesOverYears: Set<String> = [
    "中央", "国家", "省级", "市级", "县级", "区级", "自筹", "企业自筹", "地方",
  ]

  /// A heading below a year: 2021年 over 计划投资.
  private static func below(year: Int, _ key: String) -> ColumnKind? {
    if case .fundStage(let stage)? = Headings.kinds[key], stage != "planned" {
      return .funding("", stage: stage, year: year)
    }
    return source(key, year: year)
      ?? Headings.kind(of: "\(year)年" + key)
      ?? (["投资", "计划投资", "投资额", "投资计划", "资金", "金额", "小计", "合计", "安排投资"].contains(key)
        ? .yearAmount(year)
        : ["建设内容", "目标", "目标任务", "工程内容", "主要建设内容"].contains(key) ? .goal(year) : nil)
  }

  /// Money of a year from the source that a heading names: 2021年计划 over 中央.
  private static func source(_ key: String, year: Int) -> ColumnKind? {
    guard FundingSource.isBare(key) || FundingSource.stated(by: key) != nil else { return nil }
    return .funding(FundingSource.named(key) ?? "", stage: "planned", year: year)
  }

  /// Whether a heading says that sources of money stand below it.
  private static func isNamedSourceGroup(_ key: String) -> Bool {
    ["资金来源", "资金筹措", "资金构成", "筹资", "资金"].contains { key.contains($0) }
  }

  private static func isSourceGroup(_ key: String, _ kind: ColumnKind?) -> Bool {
    ["资金来源", "资金筹措", "投资构成", "资金构成", "筹资", "来源", "其中"].contains { key.contains($0) }
      || kind == .investment
  }
}
