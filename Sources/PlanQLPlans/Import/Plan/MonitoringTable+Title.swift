import PlanQLData

extension MonitoringTable {
  /// What the lines above a table say of all its values.
  struct Title {
    var indicator: String?
    var unit: String?
    var period: Period?
    var isOfTargets = false

    init(_ lines: [FoldedText]) {
      for line in lines {
        isOfTargets = isOfTargets || Title.speaksOfTargets(line)
        indicator = indicator ?? MonitoringTable.measure(in: line)
        unit = unit ?? Title.unit(in: line)
        if Title.isTitle(line) { period = period ?? Title.period(in: line) }
      }
    }

    /// The time that the nearest line names which says what a table shows; nil where it names those of several years, or
    /// no single one.
    static func time(_ lines: [FoldedText]) -> Period? {
      for line in lines where isTitle(line) {
        guard let found = period(in: line) else { continue }
        let year = found.start?.civil.year
        return year == found.end?.civil.year && PlanFacts.years(of: line).count == 1 ? found : nil
      }
      return nil
    }

    static func speaksOfTargets(_ text: FoldedText) -> Bool {
      [
        "目标", "计划", "任务", "要求", "指标值", "标准值", "同比", "环比", "变化", "排名", "增减", "上年", "去年", "预测", "预报",
        "排放",
        "减排",
        "超标", "考核", "得分",
      ].contains { text.contains($0) }
    }

    /// Whether a line says what the table shows, and not by which standard, from where or when it was
    /// published.
    private static func isTitle(_ line: FoldedText) -> Bool {
      let others = [
        "标准", "根据", "依据", "按照", "来源", "发布", "印发", "公布", "办法", "通知", "修改单", "起执行", "填报", "制表",
        "http",
      ]
      let words = ["空气", "水质", "环境质量", "浓度", "监测", "断面", "状况", "情况", "统计", "年报", "月报"]
      return !others.contains { line.contains($0) }
        && (words.contains { line.contains($0) } || MonitoringTable.measure(in: line) != nil)
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
        guard digits == 4, Headings.year(line.dropFirst(place).part(0..<5).compact) != nil,
          let period = PeriodReading(year: nil).leadingPeriod(line.dropFirst(place))
        else { continue }
        return period
      }
      return nil
    }

    /// The unit of what is measured that stands above a table: `单位:μg/m3`, or in brackets behind it:
    /// `各站点PM2.5浓度(微克/立方米)`.
    private static func unit(in line: FoldedText) -> String? {
      if let (before, inner) = line.partedAtLastBracket, MonitoringTable.measure(in: before) != nil,
        FigureUnit.leading(inner, isWhole: false).length == inner.count
      {
        return inner.string
      }
      guard line.count <= 40, let lead = line.firstPlaces(of: "单位:") else { return nil }
      var text = line.dropFirst(lead.upperBound).trimmed()
      // 微克/立方米(CO为毫克/立方米): what others are in stands behind it.
      if let (before, _) = text.partedAtLastBracket, before.count > 0 { text = before }
      text = text.trimmed { "() ".unicodeScalars.contains($0) }
      return text.isEmpty || MoneyName(in: text) != nil || text.contains("、") ? nil : text.string
    }
  }
}
