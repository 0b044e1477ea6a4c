import PlanQLData

extension PeriodReading {
  /// The day up to which figures count that a text gives: `截至2023年6月底`, `1-8月`, `2023年1—6月`.
  func asOf(in text: FoldedText) -> Day? {
    let compact = FoldedText(text.unbroken.compact)
    for lead in ["截至", "截止", "统计至", "数据截至", "截至目前", "开工至", "至"] {
      guard let places = compact.firstPlaces(of: lead), lead != "至" || places.lowerBound == 0 else {
        continue
      }
      var rest = compact.dropFirst(places.upperBound)
      for word in ["日期", "时间", ":"] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.unicodeScalars.count)
      }
      if let (period, length) = leading(rest), let end = period.end,
        (1900...2100).contains(end.civil.year)
      {
        return PeriodReading.settled(end, by: rest.dropFirst(length))
      }
    }
    return endOfMonths(in: compact) ?? endOfPart(in: compact)
  }

  /// The end of the part of a month that words behind it name: 8月|中旬.
  private static func settled(_ end: Day, by words: FoldedText) -> Day {
    let parts = [("上旬", 10), ("中旬", 20), ("上半月", 15)]
    guard let (_, day) = parts.first(where: { words.hasPrefix($0.0) }) else { return end }
    return Day(year: end.civil.year, month: end.civil.month, day: day) ?? end
  }

  /// The day on which a table was filled in: `填报日期:2024年6月30日`.
  func dayOfFilling(in text: FoldedText) -> Day? {
    let compact = FoldedText(text.unbroken.compact)
    let labels = ["填报", "填表", "制表", "报送", "上报", "填写", "统计"].flatMap { [$0 + "日期:", $0 + "时间:"] }
    for label in labels {
      guard let places = compact.firstPlaces(of: label) else { continue }
      return leadingPeriod(compact.dropFirst(places.upperBound))?.end
    }
    return nil
  }

  /// The part of a year that a title names: `2023年第三季度考核得分`.
  static func partOfYear(in title: FoldedText) -> Period? {
    let text = FoldedText(title.unbroken.compact.filter { $0 != "第" })
    for place in text.scalars.indices where text.scalars[place] == "年" && place >= 4 {
      guard let period = PeriodReading(year: nil).leadingPeriod(text.dropFirst(place - 4)),
        let start = period.start, let end = period.end,
        Period(.year, containing: start) == Period(.year, containing: end),
        period != Period(.year, containing: start)
      else { continue }
      return period
    }
    return nil
  }

  /// The end of the part of a year in a short title of a report: `2024年一季度进展`.
  private func endOfPart(in text: FoldedText) -> Day? {
    guard text.count <= 40, !text.contains("计划"),
      ["进展", "完成情况", "进度", "调度", "通报", "运行情况"].contains(where: { text.contains($0) }),
      let date = DateSpan(in: text, year: year)
    else { return nil }
    let written = text.part(date.places)
    let isPart = ["季度", "半年", "月"].contains { written.contains($0) }
    return isPart ? date.day : nil
  }

  /// The longest period that a text begins with.
  func leadingPeriod(_ text: FoldedText) -> Period? { leading(text)?.period }

  private func leading(_ text: FoldedText) -> (period: Period, length: Int)? {
    let length = text.matching.prefix {
      FoldedText.isDigit($0) || "年月日底末-./季度一二三四上下半".unicodeScalars.contains($0)
    }.count
    guard length > 0 else { return nil }
    for end in (1...length).reversed() {
      if case .stated(let period) = read(text.part(0..<end)) { return (period, end) }
    }
    return nil
  }

  /// The end of the months in `1-8月`, with the year before them or the document's.
  private func endOfMonths(in text: FoldedText) -> Day? {
    let scalars = text.scalars
    for (place, scalar) in scalars.enumerated() where scalar == "月" {
      let before = scalars[..<place].reversed()
      let run = before.prefix { FoldedText.isDigit($0) || "-~至年".unicodeScalars.contains($0) }
      let words = String(String.UnicodeScalarView(run.reversed()))
      let months = words.split { "-~至".contains($0) }
      guard months.count == 2, let last = Int(months[1]) else { continue }
      let head = months[0].split(separator: "年")
      let stated = head.count == 2 ? Int(head[0]) : nil
      guard let first = head.last.flatMap({ Int($0) }), first < last, let year = stated ?? self.year
      else { continue }
      guard let end = Period.part(.month, year, last, of: 12)?.end else { return nil }
      return PeriodReading.settled(end, by: text.dropFirst(place + 1))
    }
    return nil
  }
}
