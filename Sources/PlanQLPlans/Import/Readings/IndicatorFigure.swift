import PlanQLData

/// What a cell says of an indicator: a number, perhaps with how it is to be compared, or words.
struct IndicatorFigure: Sendable, Hashable {
  /// The number; nil where the cell says it in words alone.
  var value: Decimal?
  /// How a value compares with the number, by the name of it in `indicators`.
  var comparator: String?
  /// Which way the indicator is to go, where the words say so: 下降18%.
  var direction: String?
  /// The unit that stands after the number.
  var unit: String?
  /// Whether the cell is more than a plain number, so that its words are kept.
  var isWorded = false

  /// Reads `76.7`, `≥80`, `80%以上`, `15左右`, `〔18〕`, `降至5以下`, `下降18%`; words alone are a figure
  /// without a number.
  static func read(_ cell: FoldedText, style: ColumnStyle = .point) -> Reading<IndicatorFigure> {
    let text = cell.unbroken.trimmed()
    if text.isEmpty { return .blank }
    if isNoneMark(text) { return .none }
    var figure = IndicatorFigure()
    var rest = FoldedText(text.compact)
    figure.takeBrackets(&rest)
    figure.takeWords(&rest)
    let digits = rest.scalars.prefix {
      FoldedText.isDigit($0) || ".,-+。".unicodeScalars.contains($0)
    }
    let unit = rest.dropFirst(digits.count).trimmed()
    let number = rest.part(0..<digits.count).replacing("。", with: ".")
    guard let written = WrittenNumber(number), let value = style.value(written),
      unit.isEmpty || isUnit(unit)
    else {
      guard !FoldedText.isDigit(rest.scalar(0) ?? " ") || rest.count > 12 else {
        return .unreadable
      }
      return .stated(IndicatorFigure(isWorded: true))
    }
    figure.value = value
    figure.unit = unit.isEmpty ? nil : unit.string
    figure.isWorded = number.count != text.count
    return .stated(figure)
  }

  /// The share of one that `85%` is; nil for words.
  static func share(_ text: FoldedText) -> Decimal? {
    guard text.hasSuffix("%"), let number = WrittenNumber(text.dropLast(1).trimmed()),
      let value = ColumnStyle.point.value(number)
    else { return nil }
    return Decimal(value.significand, scale: value.scale + 2)
  }

  /// Says whether a word of a flattened row can be the figure of an indicator.
  static func isFigure(_ text: FoldedText) -> Bool {
    switch read(text) {
    case .stated(let figure): figure.value != nil || IndicatorWords.qualitative(text)
    case .none: true
    case .blank, .unreadable: false
    }
  }

  private static func isUnit(_ text: FoldedText) -> Bool {
    ["%", "‰"].contains(text.compact)
      || text.count <= 10 && !text.contains("(")
        && text.scalars.allSatisfy {
          !FoldedText.isDigit($0) && !"。,;:<>≥≤-".unicodeScalars.contains($0)
        }
  }

  /// 〔18〕 is what is to come over the whole plan.
  private mutating func takeBrackets(_ text: inout FoldedText) {
    guard let first = text.scalar(0), let last = text.scalar(text.count - 1),
      "([【".unicodeScalars.contains(first), ")]】".unicodeScalars.contains(last)
    else { return }
    comparator = "cumulative"
    text = text.dropFirst(1).dropLast(1)
  }

  private mutating func takeWords(_ text: inout FoldedText) {
    for (word, name) in IndicatorFigure.before where text.hasPrefix(word) {
      text = text.dropFirst(word.unicodeScalars.count)
      comparator = name
      break
    }
    for (word, name) in IndicatorFigure.changes where text.hasPrefix(word) {
      text = text.dropFirst(word.unicodeScalars.count)
      comparator = comparator ?? "cumulative"
      direction = name
      break
    }
    for (word, name) in IndicatorFigure.after where text.hasSuffix(word) {
      text = text.dropLast(word.unicodeScalars.count)
      comparator = name
      break
    }
  }

  private static let before: [(String, String)] = [
    ("不低于", "at_least"), ("不少于", "at_least"), ("不小于", "at_least"), ("≥", "at_least"),
    ("≧", "at_least"),
    (">=", "at_least"), ("不高于", "at_most"), ("不超过", "at_most"), ("不大于", "at_most"),
    ("≤", "at_most"),
    ("≦", "at_most"), ("<=", "at_most"), ("控制在", "at_most"), ("降至", "at_most"), ("降到", "at_most"),
    ("降低到", "at_most"), ("下降到", "at_most"), ("大于", "above"), ("高于", "above"), ("超过", "above"),
    (">", "above"),
    ("小于", "below"), ("低于", "below"), ("<", "below"), ("约", "about"), ("等于", "equal"),
    ("=", "equal"),
    ("累计", "cumulative"),
  ]
  private static let changes: [(String, String)] = [
    ("下降", "down"), ("降低", "down"), ("减少", "down"), ("削减", "down"), ("上升", "up"), ("提高", "up"),
    ("增长", "up"), ("增加", "up"), ("提升", "up"),
  ]
  private static let after: [(String, String)] = [
    ("以上", "at_least"), ("及以上", "at_least"), ("以下", "at_most"), ("以内", "at_most"), ("左右", "about"),
  ]
}

/// Words of tables of indicators.
enum IndicatorWords {
  /// 约束性 and 预期性, with or without 指标, by their names in `indicators`.
  static func attribute(_ text: FoldedText) -> String? {
    var word = text.compact
    if word.hasSuffix("指标") { word.removeLast(2) }
    return Enumerations.attribute.code(named: word).map {
      Enumerations.attribute.cases[$0].name.en
    }
  }

  /// The domain that a category of indicators is of; nil where its words do not tell.
  static func domain(_ text: FoldedText) -> String? {
    let word = text.compact
    if let code = Enumerations.domain.code(named: word) {
      return Enumerations.domain.cases[code].name.en
    }
    return domains.first { row in row.words.contains { word.contains($0) } }?.domain
  }

  private static let domains: [(domain: String, words: [String])] = [
    ("air", ["大气", "空气"]), ("water", ["水环境", "水生态", "水质", "地表水", "水污染"]), ("soil", ["土壤"]),
    ("climate", ["气候", "碳排放", "温室气体"]), ("waste", ["固废", "固体废物", "废弃物"]), ("noise", ["噪声", "声环境"]),
    ("green_development", ["绿色", "低碳", "节能", "资源利用"]),
    ("ecology", ["生态保护", "生态环境质量", "自然生态", "生态系统", "生物多样性"]),
  ]

  /// Targets that are said in words: 完成任务, 保持稳定.
  static func qualitative(_ text: FoldedText) -> Bool {
    ["完成", "保持", "稳定", "改善", "达标", "持续", "基本", "遵守", "实施", "编制", "不降低", "不减少", "消除", "开展"].contains
    {
      text.contains($0)
    }
  }
}
