import PlanQLData

/// Where a table of a document's own has values that were observed at places: `站点 | 时间 | PM2.5 | PM10`, or
/// a column for each month below a title that says what was observed.
struct MonitoringTable {
  /// A column of values: of an indicator, and of a time where the column says one.
  struct Values {
    let column: Int
    let indicator: String
    let unit: String?
    let time: Period?
  }

  let place: Int
  let time: Int?
  let values: [Values]

  /// Finds the columns of a table below those lines, the nearest first; nil where it has no places, no
  /// values of what is observed, or says of what time they are neither in a row nor above.
  init?(_ table: DocumentTable, below lines: [FoldedText]) {
    let columns = table.header.columns
    let keys = columns.map { Headings.key(FoldedText($0.heading)) }
    guard let place = keys.firstIndex(where: MonitoringTable.places.contains) else { return nil }
    let title = MonitoringTable.Title(lines)
    guard !title.isOfTargets else { return nil }
    let time = keys.firstIndex(where: MonitoringTable.times.contains)
    let values = columns.indices.compactMap { column -> Values? in
      guard column != place, column != time else { return nil }
      return MonitoringTable.values(column, columns[column], title, hasTimes: time != nil)
    }
    guard !values.isEmpty else { return nil }
    self.place = place
    self.time = time
    self.values = values
  }

  private static func values(
    _ place: Int, _ column: DocumentColumn, _ title: Title, hasTimes: Bool
  ) -> Values? {
    let heading = FoldedText(column.heading).unbroken
    guard !Title.speaksOfTargets(heading) else { return nil }
    let (name, unit) = IndicatorUnit.parted(heading)
    if isMeasure(name) {
      guard hasTimes || title.period != nil else { return nil }
      return Values(
        column: place, indicator: name.string, unit: unit ?? title.unit,
        time: hasTimes ? nil : title.period)
    }
    guard !hasTimes, let indicator = title.indicator, let time = title.time(of: name) else {
      return nil
    }
    return Values(column: place, indicator: indicator, unit: unit ?? title.unit, time: time)
  }

  /// The place that a row is of: `全市平均` is the whole; nil for a row of other sums and averages.
  func place(of cells: [String?]) -> String? {
    guard let text = cells[place].map({ FoldedText($0).unbroken.trimmed() }), !text.isEmpty else {
      return nil
    }
    let plain = text.dropping(last: ["平均值", "平均", "均值"])
    if plain.count < text.count { return plain.hasPrefix("全") ? plain.string : nil }
    let isOther = ["最大", "最小", "最高", "最低", "同比", "上年", "标准", "限值"].contains { text.contains($0) }
    return isOther || TotalLine.label(text) != nil ? nil : text.string
  }
}

extension MonitoringTable {
  /// What the lines above a table say of all its values.
  fileprivate struct Title {
    var indicator: String?
    var unit: String?
    var period: Period?
    var isOfTargets = false

    init(_ lines: [FoldedText]) {
      for line in lines {
        isOfTargets = isOfTargets || Title.speaksOfTargets(line)
        indicator = indicator ?? MonitoringTable.measure(in: line)
        unit = unit ?? Title.unit(in: line)
        period = period ?? Title.period(in: line)
      }
    }

    static func speaksOfTargets(_ text: FoldedText) -> Bool {
      ["目标", "计划", "任务", "要求", "指标值", "同比", "环比", "变化", "排名", "增减", "上年", "去年"].contains {
        text.contains($0)
      }
    }

    /// The time that a heading names, in the year of the title: 1月, 一季度, 全年平均.
    func time(of heading: FoldedText) -> Period? {
      let year = period?.start?.civil.year
      let text = heading.dropping(last: ["平均值", "平均", "均值", "累计"])
      if ["全年", "年", "年度"].contains(text.compact) { return year.flatMap { Period(year: $0) } }
      guard case .stated(let period) = PeriodReading(year: year).read(text) else { return nil }
      return period
    }

    /// The first time in a line, which begins with a year.
    private static func period(in line: FoldedText) -> Period? {
      for (place, scalar) in line.scalars.enumerated()
      where FoldedText.isDigit(scalar)
        && (place == 0 || !FoldedText.isDigit(line.scalars[place - 1]))
      {
        let digits = line.scalars[place...].prefix(while: FoldedText.isDigit).count
        if digits == 4, let period = PeriodReading(year: nil).leadingPeriod(line.dropFirst(place)) {
          return period
        }
      }
      return nil
    }

    /// The unit of what is measured that stands above a table: `单位:μg/m3`.
    private static func unit(in line: FoldedText) -> String? {
      guard line.count <= 40, let lead = line.firstPlaces(of: "单位:") else { return nil }
      let text = line.dropFirst(lead.upperBound).trimmed { "() ".unicodeScalars.contains($0) }
      return text.isEmpty || MoneyName(in: text) != nil || text.contains("、") ? nil : text.string
    }
  }

  private static let places: Set<String> = [
    "站点", "点位", "断面", "监测点", "监测站", "监测站点", "监测点位", "监测断面", "断面名称", "站点名称", "点位名称", "测点", "城市",
    "县区",
    "区县", "县市区", "市县", "镇街", "镇", "乡镇", "街道", "地区", "行政区", "城市名称", "交接断面", "考核断面",
  ]
  private static let times: Set<String> = [
    "时间", "监测时间", "采样时间", "日期", "监测日期", "采样日期", "月份", "监测月份", "年月", "统计时间", "年份", "年度",
  ]
  /// What is measured in air and water, by the names that tables have for it.
  private static let measures = [
    "PM2.5", "PM10", "SO2", "NO2", "CO", "O3-8h", "O3", "细颗粒物", "可吸入颗粒物", "二氧化硫", "二氧化氮", "一氧化碳",
    "臭氧",
    "降尘", "AQI", "空气质量综合指数", "综合指数", "优良天数比例", "优良天数比率", "优良天数", "优良率", "化学需氧量", "CODcr", "CODmn",
    "COD", "氨氮", "总磷", "总氮", "高锰酸盐指数", "溶解氧", "五日生化需氧量", "BOD5", "pH值", "pH",
  ]
  private static let rests = [
    "", "浓度", "年均浓度", "月均浓度", "日均浓度", "平均浓度", "均值", "年均值", "月均值", "平均值", "浓度均值", "月平均浓度",
    "年平均浓度", "日平均浓度", "月平均", "年平均", "浓度月均值", "浓度年均值",
  ]

  /// Whether a name is that of something measured, and of nothing else.
  private static func isMeasure(_ name: FoldedText) -> Bool {
    let text = withoutBrackets(name).compact
    return measures.contains { measure in
      text.lowercased().hasPrefix(measure.lowercased())
        && rests.contains(String(text.dropFirst(measure.count)))
    }
  }

  /// A name without what brackets in it say again: `可吸入颗粒物(PM10)月平均浓度`.
  private static func withoutBrackets(_ name: FoldedText) -> FoldedText {
    guard let open = name.scalars.firstIndex(of: "("), open > 0,
      let close = name.scalars[open...].firstIndex(of: ")")
    else { return name }
    return name.part(0..<open).joined(name.dropFirst(close + 1))
  }

  /// The measure that a title names; nil where it names none, or several.
  fileprivate static func measure(in title: FoldedText) -> String? {
    let text = title.compact
    var found: [String] = []
    for measure in measures
    where text.contains(measure.lowercased()) && !found.contains(where: { $0.contains(measure) }) {
      found.append(measure)
    }
    guard found.count == 1 else { return nil }
    return found[0] + (text.contains("浓度") && !found[0].hasSuffix("率") ? "浓度" : "")
  }
}

extension PlanAssembly {
  /// What a table of the document's own says was observed; nil where it says no such thing.
  func monitoring(in table: DocumentTable) -> MonitoringTable? {
    guard table.planTable == nil else { return nil }
    let part = lines[table.headerLine].place.part
    let above = lines[..<table.headerLine].suffix(6).reversed().prefix { $0.place.part == part }
      .filter { !$0.isBlank && $0.cells.count(where: \.isFilled) <= 2 }
    return MonitoringTable(table, below: above.map(\.text))
  }

  /// Adds the values of a row as observations, beside the row that is kept as it is; gives how many.
  mutating func observe(
    _ cells: [String?], _ monitoring: MonitoringTable, at line: Int
  ) -> Int {
    guard let place = monitoring.place(of: cells) else { return 0 }
    var own: Period?
    if let column = monitoring.time {
      guard let text = cells[column], case .stated(let period) = periods.read(FoldedText(text))
      else { return 0 }
      own = period
    }
    var count = 0
    for values in monitoring.values {
      guard let text = cells[values.column], let value = Decimal(text) else { continue }
      let table = draft.furtherTable(named: StandardTables.observations.name.en)
      draft.furtherTables[table].append(
        [
          "indicator": values.indicator, "place": place, "value": value.description,
          "time": (own ?? values.time)?.description ?? "", "kind": "actual",
        ], at: lines.place(line))
      addObservedIndicator(values, at: line)
      count += 1
    }
    return count
  }

  private mutating func addObservedIndicator(_ values: MonitoringTable.Values, at line: Int) {
    guard !draft.hasIndicator(named: values.indicator),
      !proseIndicators.contains(where: { $0.name == values.indicator })
    else { return }
    var indicator = PlanDraft.Indicator(name: values.indicator, place: lines.place(line))
    indicator.measuredIn = values.unit
    proseIndicators.append(indicator)
  }
}
