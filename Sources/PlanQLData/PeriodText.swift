extension Period {
  /// The period for people, at the coarsest grain that fits: `2021`, `2021-03`, `2021..2025` in
  /// English; 2021年, 2021年3月, 2021—2025年, 2021年起, 2025年底前 in Chinese. Single days stay in ISO 8601.
  package func text(_ language: Language) -> String {
    switch (language, start, end) {
    case (.en, _, _): return description
    case (.zh, nil, nil): return "长期"
    case (.zh, let start?, nil):
      return Period.chineseText(of: start, at: openGrain(start, isStart: true)) + "起"
    case (.zh, nil, let end?):
      let grain = openGrain(end, isStart: false)
      return Period.chineseText(of: end, at: grain) + Period.deadlineWords(grain)
    case (.zh, let start?, let end?): return chineseText(from: start, through: end)
    }
  }

  private func chineseText(from start: Day, through end: Day) -> String {
    let grain = grain ?? .day
    let (first, last) = (start.civil, end.civil)
    let text = Period.chineseText(of: start, at: grain)
    if Period(grain, containing: start) == self { return text }
    let other = Period.chineseText(of: end, at: grain)
    switch grain {
    case .year: return "\(padded(first.year, 4))—\(other)"
    case .half: return "\(text)—\(other)"
    case .quarter:
      guard first.year == last.year else { return "\(text)—\(other)" }
      return "\(padded(first.year, 4))年\((first.month + 2) / 3)—\((last.month + 2) / 3)季度"
    case .month:
      guard first.year == last.year else { return "\(text)—\(other)" }
      return "\(padded(first.year, 4))年\(first.month)—\(last.month)月"
    case .day: return "\(text)至\(other)"
    }
  }

  private static func chineseText(of day: Day, at grain: Grain) -> String {
    let (year, month, _) = day.civil
    let yearText = padded(year, 4) + "年"
    switch grain {
    case .year: return yearText
    case .half: return yearText + (month <= 6 ? "上半年" : "下半年")
    case .quarter: return "\(yearText)\((month + 2) / 3)季度"
    case .month: return "\(yearText)\(month)月"
    case .day: return day.description
    }
  }

  /// What follows the last part of a period with an open start, which is a deadline.
  private static func deadlineWords(_ grain: Grain) -> String {
    switch grain {
    case .year, .month: "底前"
    case .half, .quarter: "末前"
    case .day: "及以前"
    }
  }
}
