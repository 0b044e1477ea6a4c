/// Phrases of time amid a text, which are never what a figure is of: `2023年`, `1-8月`,
/// `截至10月底`, `今年以来`, `前8个月`, `“十四五”时期`, `20个工作日内`.
enum ProseTime {
  /// The places of the phrases of a text, in their order.
  static func places(in text: FoldedText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let start = place
      guard let end = end(in: text, from: start) else {
        place += 1
        continue
      }
      place = extended(text, from: end)
      let lead = leads.first { text.part(0..<start).hasSuffix($0) }?.unicodeScalars.count ?? 0
      let first = Swift.max(start - lead, found.last?.upperBound ?? 0)
      if let last = found.last, isJoint(text.part(last.upperBound..<first)) {
        found[found.count - 1] = last.lowerBound..<place
      } else {
        found.append(first..<place)
      }
    }
    return found
  }

  /// A text without its phrases of time, and the last of those.
  static func parted(_ text: FoldedText) -> (rest: FoldedText, time: FoldedText?) {
    let places = places(in: text)
    guard let last = places.last else { return (text, nil) }
    var rest = ""
    var start = 0
    for place in places {
      rest += text.part(start..<place.lowerBound).string
      start = place.upperBound
    }
    return (
      FoldedText(rest + text.dropFirst(start).string), text.part(last).dropping(first: ["于", "在"])
    )
  }

  /// Whether a phrase says when something is, and not how long it takes or when it was told: 10年, 30个工作日, 昨日.
  static func isPoint(_ time: FoldedText) -> Bool {
    if ["近日", "日前", "昨日", "当天"].contains(time.compact) || time.contains(":") { return false }
    let digits = time.matching.prefix(while: FoldedText.isDigit).count
    let unit = time.dropFirst(digits).compact
    let isLength = ["个工作日", "个月", "个季度", "天", "周", "小时", "个小时"].contains(unit)
    return digits == 0 || !isLength && !(digits <= 2 && unit == "年")
  }

  private static let words = [
    "一、二季度", "二、三季度", "三、四季度", "今年年初以来", "今年以来", "年初以来", "截至目前", "截止目前", "到目前为止", "上半年", "下半年",
    "前三季度", "前两季度",
    "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "本年度", "今年", "本年",
    "近日", "日前", "昨日", "当天", "目前", "本月", "上月", "单月",
  ]
  private static let leads = [
    "截至到", "截止到", "截至", "截止", "自从", "自", "从", "前", "近", "至", "到", "于", "在",
  ]
  private static let tails = [
    "以来", "年底前", "底前", "月底", "底", "末", "初", "上旬", "中旬", "下旬", "上半月", "下半月", "以内", "内", "期间", "之前",
    "以前", "份",
    "度", "单月", "止", "前",
  ]
  /// What numbers of time are counted in, the longest first.
  private static let units = [
    "个工作日", "个季度", "个月", "个小时", "年度", "月份", "季度", "年", "月", "日", "天", "周", "小时", "时",
  ]

  /// The end of the phrase that begins at a place.
  private static func end(in text: FoldedText, from start: Int) -> Int? {
    let rest = text.dropFirst(start)
    guard let first = rest.scalar(0) else { return nil }
    if let term = PlanTerm(in: text, at: start) { return term.places.upperBound }
    guard FoldedText.isDigit(first) else {
      if first == "前", let length = firstMonths(rest) { return start + length }
      if first == "年", ["底", "末"].contains(rest.scalar(1)), isPlannedEnd(text.part(0..<start)) {
        return start + 2
      }
      // 在建项目前11月: 项目 and 前.
      let isAmidWord =
        rest.hasPrefix("目前") && "项题科条栏数节名".unicodeScalars.contains(text.scalar(start - 1) ?? " ")
      if isAmidWord { return nil }
      if rest.hasPrefix("去年"), isLastYear(rest, behind: text.part(0..<start)) {
        let isEnd = ["年底", "年末"].contains { rest.dropFirst(2).hasPrefix($0) }
        return start + (isEnd ? 4 : 2)
      }
      return words.first { rest.hasPrefix($0) }.map { start + $0.unicodeScalars.count }
    }
    if start > 0, let before = text.scalar(start - 1),
      FoldedText.isDigit(before) || ".".unicodeScalars.contains(before)
        || before.isASCII && before.properties.isAlphabetic
    {
      return nil
    }
    return clock(rest).map { start + $0 } ?? dates(rest).map { start + $0 }
  }

  /// Whether 去年 says when something was, and not what it is compared with: 比去年增长, 去年同期.
  private static func isLastYear(_ text: FoldedText, behind before: FoldedText) -> Bool {
    !"同初的相".unicodeScalars.contains(text.scalar(2) ?? " ")
      && !"比较与由从同是在自".unicodeScalars.contains(before.scalar(before.count - 1) ?? " ")
  }

  /// The length of the first months of a year, in numerals: 前七月, 前七个月.
  static func firstMonths(_ text: FoldedText) -> Int? {
    guard text.hasPrefix("前"), let (count, length) = Numeral.integer(text.dropFirst(1)),
      (1...12).contains(count)
    else { return nil }
    let rest = text.dropFirst(1 + length)
    return ["个月", "月份", "月"].first { rest.hasPrefix($0) }.map {
      1 + length + $0.unicodeScalars.count
    }
  }

  /// Whether words before 年底 say that something is to be by then: 计划年底建成, but not 年底排名.
  private static func isPlannedEnd(_ before: FoldedText) -> Bool {
    before.suffix(of: [
      "计划", "预计", "力争", "确保", "争取", "有望", "将", "拟", "到", "至", "截至", "于",
    ]) != nil
  }

  /// Dates and times of day in digits: `2017-07-19`, `15:57:21`.
  private static func clock(_ text: FoldedText) -> Int? {
    let run = text.matching.prefix {
      FoldedText.isDigit($0) || "-/:".unicodeScalars.contains($0)
    }
    let parts = run.split { !FoldedText.isDigit($0) }
    let isClock = run.contains(":") && parts.allSatisfy { $0.count <= 2 } && parts.count >= 2
    let isDay = parts.count == 3 && !run.contains(":") && parts.first?.count == 4
    return (isClock || isDay) && run.last.map(FoldedText.isDigit) ?? false ? run.count : nil
  }

  /// `2018年1月至8月`, `7月1日-7日`, `1-4` before 累计.
  private static func dates(_ text: FoldedText) -> Int? {
    var place = 0
    var end: Int?
    while true {
      let length = text.dropFirst(place).matching.prefix(while: FoldedText.isDigit).count
      guard (1...4).contains(length) else { return end }
      // 2017 年
      let isApart = text.scalar(place + length) == " " && isUnit(text.dropFirst(place + length + 1))
      let digits = length + (isApart ? 1 : 0)
      let after = text.dropFirst(place + digits)
      if let unit = units.first(where: { after.hasPrefix($0) }), !isName(after, unit) {
        place += digits + unit.unicodeScalars.count
        if unit == "时" { place += minutes(text.dropFirst(place)) }
        end = place
        if tails.contains(where: {
          ["底", "末", "初"].contains($0) && text.dropFirst(place).hasPrefix($0)
        }) {
          place += 1
          end = place
        }
        place += sign(text.dropFirst(place)) ?? 0
      } else if let length = sign(after), digits <= 4 {
        if after.dropFirst(length).scalar(0).map(FoldedText.isDigit) != true { return end }
        let last = after.dropFirst(length).matching.prefix(while: FoldedText.isDigit).count
        let next = after.dropFirst(length + last)
        if ["累计", "共完成", "完成"].contains(where: { next.hasPrefix($0) }), digits <= 2, last <= 2 {
          return place + digits + length + last
        }
        guard units.contains(where: { next.hasPrefix($0) }) else { return end }
        place += digits + length
      } else {
        return end
      }
    }
  }

  private static func isUnit(_ text: FoldedText) -> Bool {
    guard let unit = units.first(where: { text.hasPrefix($0) }) else { return false }
    return ["年", "年度", "月", "月份", "日"].contains(unit) && !isName(text, unit)
  }

  /// The length of the minutes after an hour.
  private static func minutes(_ text: FoldedText) -> Int {
    let digits = text.matching.prefix(while: FoldedText.isDigit).count
    return (1...2).contains(digits) && text.scalar(digits) == "分" ? digits + 1 : 0
  }

  /// The length of a sign of a span.
  private static func sign(_ text: FoldedText) -> Int? {
    let length = text.matching.prefix { "-~至到—".unicodeScalars.contains($0) }.count
    return (1...2).contains(length) ? length : nil
  }

  /// Whether what looks like a unit of time begins another word: 日 in 日处理, 天 in 天然气, or says how often something is
  /// met with: 20年一遇.
  private static func isName(_ text: FoldedText, _ unit: String) -> Bool {
    let next = text.dropFirst(unit.unicodeScalars.count)
    return unit == "时" && next.hasPrefix("序") || unit == "天" && next.hasPrefix("然")
      || unit == "年" && (next.hasPrefix("级") || next.hasPrefix("一遇"))
  }

  private static func extended(_ text: FoldedText, from end: Int) -> Int {
    var place = end
    while let tail = tails.first(where: { text.dropFirst(place).hasPrefix($0) }) {
      place += tail.unicodeScalars.count
    }
    return place
  }

  /// Whether two phrases with so little between them are one: 2021年1-9月, 2020年 10月.
  private static func isJoint(_ text: FoldedText) -> Bool {
    text.isEmpty || ["-", "至", "到", "~", "—", " ", "的"].contains(text.folded)
  }
}
