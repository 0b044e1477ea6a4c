import PlanQLData

/// Headings that name a year, a part of one, or a day.
extension Headings {
  /// What a heading with a time in it is about; nil where it has none.
  static func timed(_ key: String) -> ColumnKind? {
    yearly(key) ?? indicatorYear(key) ?? stage(key) ?? upToADay(key)
  }

  private static let currentYear = [
    "年度计划投资", "年度投资计划", "本年计划投资", "当年计划投资", "年度投资", "年度计划", "年计划投资", "本年度计划投资", "年度计划投资额", "年度投资额",
    "年度安排",
  ]
  private static let yearRests: Set<String> = [
    "", "年", "年度", "年投资", "年计划投资", "年度计划投资", "年投资计划", "年度投资", "年计划", "年安排", "年度投资计划",
    "年投资额", "年度计划", "年计划投资额", "年度投资额", "年安排投资", "年拟安排投资", "年预算", "年度预算", "年度计划投资额",
    "年计划完成投资", "年度计划完成投资", "年资金", "年投资目标", "年度投资目标", "年计划资金", "年度资金", "年资金安排", "年度资金安排", "年经费",
    "年度经费", "年预算数", "年度预算数", "年度预算案", "年度法定预算", "年度预算案数",
  ]
  private static let goalRests: Set<String> = [
    "年建设内容", "年度建设内容", "年目标任务", "年度目标任务", "年目标", "年度目标", "年建设任务", "年度建设任务", "年工作目标",
    "年主要建设内容", "年度主要建设内容", "年形象进度目标", "年建设目标", "年度建设目标", "年任务", "年度任务", "年度工作任务", "年工作任务",
  ]

  /// `2021年计划投资`, `2022年`, `112年度`, `2024年目标任务`, `年度投资计划`.
  private static func yearly(_ key: String) -> ColumnKind? {
    if currentYear.contains(key) { return .yearAmount(0) }
    if let kind = fiveYearly(key) { return kind }
    guard let (year, rest) = year(key) else { return nil }
    if yearRests.contains(rest) { return .yearAmount(year) }
    return goalRests.contains(rest) ? .goal(year) : nil
  }

  /// `“十三五”末`, `“十四五”目标值`, `“十四五”投资`: what a plan called by its number ended with, or is to.
  private static func fiveYearly(_ key: String) -> ColumnKind? {
    let plain = key.filter { !"“”\"「」".contains($0) }
    guard let place = PeriodReading.fiveYearNames.firstIndex(where: { plain.hasPrefix($0) }) else {
      return nil
    }
    let name = PeriodReading.fiveYearNames[place]
    let end = 2010 + 5 * place
    switch plain.dropFirst(name.count) {
    case "末", "期末", "末期": return .yearAmount(end)
    case "末目标", "末目标值", "目标", "目标值", "规划目标", "规划目标值", "规划值", "期末目标": return .target(end)
    case "完成值", "实际值", "实现值", "实绩", "末完成值", "末实际值", "末现状值", "末值": return .baseline(end)
    case "投资", "期间投资", "规划投资", "计划投资", "期间计划投资", "时期投资", "总投资": return .investment
    case _: return nil
    }
  }

  private static let stageRests: Set<String> = [
    "", "目标", "形象进度", "计划", "目标任务", "工作目标", "进度目标", "节点目标", "计划进度", "形象进度目标", "任务", "工作计划", "建设目标",
    "工作任务", "计划目标", "节点", "建设内容", "进度计划", "工程进度", "计划完成", "工作安排", "进度安排",
  ]
  private static let stageParts = [
    "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "1季度", "2季度", "3季度", "4季度", "上半年",
    "下半年", "1-3月", "4-6月", "7-9月", "10-12月", "1-6月", "7-12月",
  ]

  private static let stageStarts = WordSearch(stageParts)

  /// `一季度`, `第一季度目标`, `2024年上半年形象进度`: a part of a year with what is to be reached in it.
  private static func stage(_ key: String) -> ColumnKind? {
    let year = year(key).map { String($0.year) + "年" } ?? ""
    var rest = Headings.year(key)?.rest ?? key
    for sign in ["年度", "年"] where !year.isEmpty && rest.hasPrefix(sign) {
      rest.removeFirst(sign.count)
      break
    }
    guard stageStarts.begins(rest), let part = stageParts.first(where: { rest.hasPrefix($0) })
    else { return nil }
    rest.removeFirst(part.count)
    if rest.hasPrefix("份") { rest.removeFirst() }
    return stageRests.contains(rest) ? .stage(year + part) : nil
  }

  /// `截至2023年底累计完成投资`, `开工至2023年6月完成投资`: what was done up to a day that the heading names.
  private static func upToADay(_ key: String) -> ColumnKind? {
    if let kind = reachedInMonths(key) { return kind }
    for lead in ["自开工以来", "开工以来", "自开工"] where key.hasPrefix(lead) {
      return reached(key.dropFirst(lead.count))
    }
    let leads = ["截至", "截止", "自开工至", "开工至", "至"]
    guard let lead = leads.first(where: { key.hasPrefix($0) }) else { return nil }
    let rest = key.dropFirst(lead.count)
    guard year(String(rest)) != nil else {
      return ["目前", "本月", "今"].lazy.filter { rest.hasPrefix($0) }
        .compactMap { reached(rest.dropFirst($0.count)) }.first
    }
    return reached(rest.drop { $0.isASCII && $0.isNumber || "年月日底末份.-".contains($0) })
  }

  /// `1-8月累计完成投资`, `2023年1-6月完成投资`: what was done in the year up to a month.
  private static func reachedInMonths(_ key: String) -> ColumnKind? {
    var rest = key[...]
    if let (_, behind) = year(key) { rest = behind.drop { $0 == "年" }[...] }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "-" || $0 == "~" }
    guard digits.contains("-") || digits.contains("~") else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.hasPrefix("月") else { return nil }
    return reached(rest.drop { "月份底末".contains($0) })
  }

  private static func reached(_ word: Substring) -> ColumnKind? {
    guard let kind = kinds[String(word)], [.invested, .done, .progressText].contains(kind) else {
      return nil
    }
    return kind
  }

  private static let observedWords: Set<String> = [
    "实际值", "完成值", "监测值", "实际", "实际完成值", "实际完成", "实现值", "达到值", "实绩", "实际完成情况", "完成情况值", "统计值",
    "监测结果",
    "actual", "achieved", "achievement", "实际水平", "完成数", "实际数", "实际达到值", "完成", "完成情况", "实际情况", "达到",
    "实现",
  ]

  /// `2020年现状值`, `2025年目标值`, `基期值2020年`, `现状2020年`.
  private static func indicatorYear(_ key: String) -> ColumnKind? {
    guard key.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var word = key
    var found: Int?
    if let (year, rest) = fiscalYear(beside: key) {
      (found, word) = (year, rest)
    } else if let (year, rest) = year(key) {
      found = year
      word = String(rest.drop { $0 == "年" })
      if word.hasPrefix("度") { word.removeFirst() }
    } else if let start = key.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let (year, rest) = year(String(key[start...])), ["", "年", "年度"].contains(rest)
    {
      found = year
      word = String(key[..<start])
    }
    guard let found else { return nil }
    if observedWords.contains(word) { return .observed(found) }
    switch kinds[word]?.withoutYear {
    case .baseline?: return .baseline(found)
    case .target?: return .target(found)
    case _: return nil
    }
  }
}
