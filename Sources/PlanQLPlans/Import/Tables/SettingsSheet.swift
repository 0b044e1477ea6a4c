import PlanQLData

/// What a sheet of a workbook says of the plan as a whole, key by key, as `plan.yaml` does.
struct SettingsSheet: Sendable {
  /// A setting with the line that it stands on.
  struct Entry: Sendable {
    let key: Key
    let value: FoldedText
    let line: Int
  }

  /// What can be set.
  enum Key: String, Sendable, CaseIterable {
    case title, region, level, horizon, revision, currency, language
    case approvedOn = "approved_on"
    case moneyUnit = "money_unit"
    case asOf = "as_of"
    case fiscalYear = "fiscal_year"
    case fiscalYearName = "named_by"

    /// What sheets call it besides its name.
    fileprivate var words: Set<String> {
      switch self {
      case .title:
        [
          "plan", "name", "规划名称", "标题", "名称", "规划标题", "计划名称", "方案名称", "项目库名称", "planname",
          "plantitle",
        ]
      case .region: ["地区", "行政区", "辖区", "所属地区", "区域"]
      case .level: ["级别", "层级", "政府层级"]
      case .horizon: ["period", "规划期", "规划期限", "规划年限", "规划期间", "期限", "计划期", "planperiod", "起止年份"]
      case .revision: ["修订号", "版本", "修订版", "version"]
      case .currency: ["币种", "货币"]
      case .language: ["语言", "报告语言"]
      case .approvedOn: ["批准日期", "批复日期", "印发日期", "approvedon"]
      case .moneyUnit:
        ["金额单位", "货币单位", "资金单位", "投资单位", "计量单位", "单位", "moneyunit", "unit", "amountunit"]
      case .asOf: ["截至日期", "截止日期", "数据截至", "统计截至", "统计时间", "数据日期", "asof"]
      case .fiscalYear:
        [
          "财政年度", "财年", "财年起始月", "财政年度起始月", "财政年度开始", "财年开始", "财年起始", "财政年度起始", "fiscalyear",
          "fiscalyearstart", "fiscal_year_start", "fiscal_year.start", "财政年度起始月份", "财年起始月份",
        ]
      case .fiscalYearName: ["fiscal_year_named_by", "fiscal_year.named_by", "财年命名", "财政年度命名"]
      }
    }

    /// The setting that a text names.
    init?(_ text: FoldedText) {
      let key = Headings.key(text).replacingBlanks
      guard let found = Key.allCases.first(where: { $0.rawValue == key || $0.words.contains(key) })
      else { return nil }
      self = found
    }
  }

  private(set) var entries: [Entry] = []
  /// Lines of the sheets with a key that is not known.
  private(set) var unknown: [Int] = []
  /// Lines that only say that keys and values follow.
  private(set) var headings: [Int] = []
  /// The sheets that have settings.
  private(set) var sheets: Set<ImportPlace.Part> = []

  /// Whether anything is set.
  var isEmpty: Bool { entries.isEmpty }

  /// Looks for sheets of settings: called so, or of no more than keys that are known and values.
  init(_ lines: DocumentLines) {
    guard !lines.isOneTable else { return }
    var rows: [(part: ImportPlace.Part, lines: [Int])] = []
    for (place, line) in lines.enumerated() where !line.isBlank {
      guard case .sheet = line.place.part, line.grid != nil else { continue }
      if rows.last?.part == line.place.part {
        rows[rows.count - 1].lines.append(place)
      } else {
        rows.append((line.place.part, [place]))
      }
    }
    for (part, places) in rows {
      guard case .sheet(let name) = part, places.count <= 100 else { continue }
      read(places, of: name, part, lines)
    }
  }

  private mutating func read(
    _ places: [Int], of name: String, _ part: ImportPlace.Part, _ lines: DocumentLines
  ) {
    if readAcross(places, lines) {
      sheets.insert(part)
      return
    }
    let pairs = places.map { place in SettingsSheet.pair(lines[place]) }
    let known = pairs.map { pair in pair.flatMap { Key($0.key) } }
    let count = known.count { $0 != nil }
    let isCalled = SettingsSheet.names.contains(FoldedText(name).compact)
    let isOfPairs = pairs.allSatisfy { $0 != nil }
    guard count >= 1, isCalled || count >= 2 && count * 3 >= places.count * 2 && isOfPairs else {
      return
    }
    // Rows of three cells of which more are no settings than are, and rows of two many more, are those of a table.
    let others = zip(places, known).filter { $1 == nil }.map {
      lines[$0.0].cells.count(where: \.isFilled)
    }
    if others.count(where: { $0 > 2 }) > Swift.max(1, count)
      || others.count(where: { $0 == 2 }) > Swift.max(3, count * 2)
    {
      return
    }
    sheets.insert(part)
    for (index, place) in places.enumerated() {
      if let key = known[index], let value = pairs[index]?.value {
        entries.append(.init(key: key, value: value, line: place))
      } else if let pair = pairs[index] {
        let isHead = SettingsSheet.headWords.contains(pair.key.compact)
        if isHead { headings.append(place) } else { unknown.append(place) }
      }
    }
  }

  /// A sheet with the keys in one row and the values below them.
  private mutating func readAcross(_ places: [Int], _ lines: DocumentLines) -> Bool {
    guard places.count == 2 else { return false }
    let keys = lines[places[0]].cells
    let values = lines[places[1]].cells
    let known = keys.map { Key($0.text) }
    guard known.count >= 2, known.allSatisfy({ $0 != nil }), Set(known).count == known.count else {
      return false
    }
    headings.append(places[0])
    for (key, value) in zip(known, values) where value.isFilled {
      guard let key else { continue }
      entries.append(.init(key: key, value: value.text.unbroken, line: places[1]))
    }
    return true
  }

  /// The key and the value of a row; a remark may stand right of them.
  private static func pair(_ line: DocumentLine) -> (key: FoldedText, value: FoldedText)? {
    let filled = line.cells.indices.filter { line.cells[$0].isFilled }
    if filled.count == 1, let places = line.cells[filled[0]].text.firstPlaces(of: ":") {
      let text = line.cells[filled[0]].text
      return (
        text.part(0..<places.lowerBound).trimmed(), text.dropFirst(places.upperBound).trimmed()
      )
    }
    guard (2...3).contains(filled.count), line.cells[filled[0]].text.count <= 24 else { return nil }
    let key = line.cells[filled[0]].text.unbroken.trimmed { ": ".unicodeScalars.contains($0) }
    return (key, line.cells[filled[1]].text.unbroken)
  }

  private static let names: Set<String> = [
    "settings", "setting", "设置", "说明", "参数", "基本信息", "规划信息", "plan", "规划", "封面", "info", "config",
    "配置",
    "基础信息", "规划设置", "填报说明", "readme", "about", "元数据", "metadata",
  ]
  private static let headWords: Set<String> = [
    "key", "setting", "settings", "设置", "设置项", "参数", "项目", "项", "名", "字段", "属性", "参数名", "field",
  ]
}

extension String {
  fileprivate var replacingBlanks: String { filter { $0 != " " } }
}
