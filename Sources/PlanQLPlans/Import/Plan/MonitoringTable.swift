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

    /// The number in a cell, without the mark of a footnote and the sign that its heading has too: 36*, 83.2%.
    func number(in cells: [String?]) -> Decimal? {
      guard let text = cells[column] else { return nil }
      if let plain = Decimal(text) { return plain }
      var rest = FoldedText(text).trimmed()
      if let found = FootnoteMark(behind: rest), !found.mayBeChange { rest = found.before }
      if let unit, unit == "%" || unit == "‰", rest.hasSuffix(unit) { rest = rest.dropLast(1) }
      return Decimal(rest.folded)
    }

    /// What a cell says that is below what can be detected.
    func limit(in cells: [String?]) -> String? {
      cells[column].flatMap { DetectionLimit.isBelow(FoldedText($0), unit: unit) ? $0 : nil }
    }
  }

  let place: Int
  /// The columns that say the time of a row: one, or a year and a part of it.
  let times: [Int]
  let values: [Values]

  /// Finds the columns of a table below those lines, the nearest first; nil where it has no places, no
  /// values of what is observed, or says of what time they are neither in a row nor above.
  init?(_ table: DocumentTable, below lines: [FoldedText]) {
    let columns = table.header.columns
    let keys = columns.map { Headings.key(FoldedText($0.heading)) }
    guard
      let place = keys.firstIndex(where: MonitoringTable.stations.contains)
        ?? keys.firstIndex(where: MonitoringTable.regions.contains)
    else { return nil }
    let title = MonitoringTable.Title(lines)
    guard !title.isOfTargets else { return nil }
    let times = keys.indices.filter { MonitoringTable.times.contains(keys[$0]) }
    // A day and an hour, or two parts of a year, are more than a period says.
    let isTold = times.count < 2 || times.count == 2 && ["年份", "年度", "年"].contains(keys[times[0]])
    guard isTold else { return nil }
    let values = columns.indices.compactMap { column -> Values? in
      guard column != place, !times.contains(column) else { return nil }
      return MonitoringTable.values(column, columns[column], title, hasTimes: !times.isEmpty)
    }
    guard !values.isEmpty else { return nil }
    self.place = place
    self.times = times
    self.values = values
  }

  private static func values(
    _ place: Int, _ column: DocumentColumn, _ title: Title, hasTimes: Bool
  ) -> Values? {
    let heading = FoldedText(column.heading).unbroken
    guard !Title.speaksOfTargets(heading) else { return nil }
    let (name, unit) = IndicatorUnit.parted(heading)
    if isMeasure(name) {
      // COD in tons is discharged, and no quality of water.
      guard unit?.hasSuffix("吨") != true else { return nil }
      guard hasTimes || title.period != nil else { return nil }
      return Values(
        column: place, indicator: name.string,
        unit: unit ?? (isWithoutUnit(name) ? nil : title.unit),
        time: hasTimes ? nil : title.period)
    }
    guard !hasTimes, let indicator = title.indicator, let time = title.time(of: name) else {
      return nil
    }
    return Values(column: place, indicator: indicator, unit: unit ?? title.unit, time: time)
  }

  /// How many values a row has, whether they can be read or not.
  func count(of cells: [String?]) -> Int {
    values.count { value in
      let text = cells[value.column].map { FoldedText($0).trimmed() }
      return text.map { !$0.isEmpty && !isNoneMark($0) } ?? false
    }
  }

  /// The place that a row is of: `全市平均` is the whole; nil for a row of other sums and averages.
  func place(of cells: [String?]) -> String? {
    guard let text = cells[place].map({ FoldedText($0).unbroken.trimmed() }), !text.isEmpty else {
      return nil
    }
    let plain = text.dropping(last: ["平均值", "平均", "均值"])
    if plain.count < text.count { return plain.hasPrefix("全") ? plain.string : nil }
    let isOther = [
      "最大", "最小", "最高", "最低", "同比", "环比", "上年", "去年", "同期", "标准", "限值", "目标", "率", "增减", "变化",
    ].contains { text.contains($0) }
    return isOther || TotalLine.label(text) != nil ? nil : text.string
  }
}

extension MonitoringTable {
  private static let stations: Set<String> = [
    "站点", "点位", "断面", "监测点", "监测站", "监测站点", "监测点位", "监测断面", "断面名称", "站点名称", "点位名称", "测点", "交接断面",
    "考核断面",
  ]
  private static let regions: Set<String> = [
    "城市", "县区", "区县", "县市区", "市县", "县市", "旗县", "旗县区", "市州", "州市", "盟市", "地市", "设区市", "镇街", "镇",
    "乡镇", "街道", "地区", "行政区", "城市名称",
  ]
  private static let times: Set<String> = [
    "时间", "监测时间", "采样时间", "日期", "监测日期", "采样日期", "月份", "监测月份", "年月", "统计时间", "年份", "年度", "年", "月",
    "月度",
    "季度", "旬", "小时", "时段",
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
    let plain = withoutBrackets(name)
    if plain.count < name.count {
      // A year or a standard in brackets is no other name for it.
      let inner = name.dropFirst((name.scalars.firstIndex(of: "(") ?? 0) + 1)
      guard let close = inner.scalars.firstIndex(of: ")"), isMeasure(inner.part(0..<close)) else {
        return false
      }
    }
    let text = plain.compact
    return measures.contains { measure in
      text.lowercased().hasPrefix(measure.lowercased())
        && rests.contains(String(text.dropFirst(measure.count)))
    }
  }

  /// Whether values of a name have no unit that may stand above a table: an index, a share, days.
  private static func isWithoutUnit(_ name: FoldedText) -> Bool {
    name.contains(anyWord: ["指数", "AQI", "aqi", "pH", "ph", "比例", "比率", "率", "天数"])
      && !name.contains("高锰酸盐")
  }

  /// A name without what brackets in it say again: `可吸入颗粒物(PM10)月平均浓度`.
  private static func withoutBrackets(_ name: FoldedText) -> FoldedText {
    guard let open = name.scalars.firstIndex(of: "("), open > 0,
      let close = name.scalars[open...].firstIndex(of: ")")
    else { return name }
    return name.part(0..<open).joined(name.dropFirst(close + 1))
  }

  /// The measure that a title names; nil where it names none, or several.
  static func measure(in title: FoldedText) -> String? {
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
    return MonitoringTable(table, below: linesAbove(table))
  }

  /// The lines of text right above a table, the nearest first.
  private func linesAbove(_ table: DocumentTable) -> [FoldedText] {
    let part = lines[table.headerLine].place.part
    // What stands above a table of a page or of Word is text of that.
    let isOfPage: Bool = if case .table = part { true } else { false }
    let above = lines[..<table.headerLine].suffix(6).reversed().prefix { line in
      line.place.part == part || isOfPage && [.lines, .paragraphs].contains(line.place.part)
    }
    return above.filter { !$0.isBlank && $0.cells.count(where: \.isFilled) <= 2 }.map(\.text)
  }

  /// The time of the values in a table, as its caption says it.
  func timeAbove(_ table: DocumentTable) -> Period? {
    MonitoringTable.Title.time(linesAbove(table))
  }

  /// Adds the values of a row as observations, beside the row that is kept as it is; gives how many.
  mutating func observe(
    _ cells: [String?], _ monitoring: MonitoringTable, at line: Int
  ) -> Int {
    guard let place = monitoring.place(of: cells) else { return 0 }
    let own = time(of: cells, monitoring)
    guard monitoring.times.isEmpty || own != nil else { return 0 }
    var count = 0
    for values in monitoring.values {
      let (value, limit) = (values.number(in: cells), values.limit(in: cells))
      guard value != nil || limit != nil, isKnownIn(values.unit, values) else { continue }
      let table = draft.furtherTable(named: StandardTables.observations.name.en)
      draft.furtherTables[table].append(
        [
          "indicator": values.indicator, "place": place, "value": value?.description ?? "",
          "time": (own ?? values.time)?.description ?? "", "kind": "actual",
        ].merging(limit.map { ["原文监测值": $0] } ?? [:]) { own, _ in own }, at: lines.place(line))
      if let value, let text = cells[values.column], Decimal(text) == nil {
        ledger.note(
          line, cell: values.column, ImportMessages.figureRead(text, value.description))
      }
      if let limit {
        ledger.note(
          line, cell: values.column, ImportMessages.belowDetection(values.indicator, limit))
      }
      addObservedIndicator(values, at: line)
      count += 1
    }
    return count
  }

  /// The time that a row says: in one cell, or in one of the year and one of a part of it.
  private func time(of cells: [String?], _ monitoring: MonitoringTable) -> Period? {
    let texts = monitoring.times.map { cells[$0] ?? "" }
    guard let first = texts.first else { return nil }
    guard texts.count == 2 else {
      if first.utf8.count == 8, first.allSatisfy(\.isNumber) {
        // 20230102
        let parts = [first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2)]
        return Day(iso: parts.joined(separator: "-")).map { Period($0) }
      }
      guard case .stated(let period) = periods.read(FoldedText(first)) else { return nil }
      return period
    }
    guard let year = Headings.year(first)?.year else { return nil }
    let part = texts[1].allSatisfy(\.isNumber) ? texts[1] + "月" : texts[1]
    guard case .stated(let period) = PeriodReading(year: year).read(FoldedText(part)) else {
      return nil
    }
    return period
  }

  /// Whether the indicator of values is not known in another unit.
  private func isKnownIn(_ unit: String?, _ values: MonitoringTable.Values) -> Bool {
    guard let unit, let known = proseIndicators.first(where: { $0.name == values.indicator }) else {
      return true
    }
    return known.measuredIn == nil || known.measuredIn == unit
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
