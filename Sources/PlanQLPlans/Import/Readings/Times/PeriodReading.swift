import PlanQLData

/// Reads the ways in which documents write a period.
struct PeriodReading {
  /// The year that `12月底前` and `年底前` mean, where the document is about one year.
  let year: Int?

  /// Reads `2021`, `2021-2025`, `2021—2025年`, `2021年3月-2022年12月`, `2021年底前`, `2023年三季度`,
  /// `Q3 2023`, `“十四五”期间`; a deadline is a period with an open start. Duties without an end
  /// such as 长期 have no dates and are unreadable here.
  func read(_ cell: FoldedText) -> Reading<Period> {
    let text = cell.trimmed()
    if text.isEmpty { return .blank }
    if isNoneMark(text) { return .none }
    let compact = FoldedText(text.compact)
    guard compact.count <= 40 else { return .unreadable }
    if let period = PeriodReading.fiveYears(in: compact.compact, wholly: true) {
      return .stated(period)
    }
    return period(compact).map { .stated($0) } ?? .unreadable
  }

  /// Reads a cell that says a time with what is to come about by then, what it is called or how long it
  /// is: `2022年12月底前建成`, `近期(2021-2023年)`, `2023年内`.
  func read(cell: FoldedText) -> Reading<Period> {
    let reading = read(cell)
    guard case .unreadable = reading else { return reading }
    if let period = EnglishTime.period(cell) { return .stated(period) }
    let text = FoldedText(cell.compact)
    guard text.count <= 40 else { return reading }
    let found =
      timestamp(cell) ?? fiscalYears(text) ?? yearsOfTheRepublic(text)
      ?? monthsOfTheRepublic(text) ?? wholeYear(text)
      ?? inBrackets(text) ?? spoken(text)
      ?? withoutVerb(text)
      ?? (text.hasSuffix("年内") ? period(text.dropLast(1)) : nil)
    return found.map { .stated($0) } ?? reading
  }

  /// Says that a duty has no end: 长期, 持续推进.
  static func isStanding(_ cell: FoldedText) -> Bool {
    let compact = cell.compact
    return compact.unicodeScalars.count <= 8
      && ["长期", "持续", "常年", "常态化", "每年"].contains { compact.hasPrefix($0) }
  }

  private func period(_ text: FoldedText) -> Period? {
    if let period = Period(text: text.folded.uppercased()) { return period }
    var text = text
    for ending in ["至今", "以来", "起", "-长期", "至长期", "-"]
    where text.hasSuffix(ending) && text.count > 4 {
      let first = parts(of: text.dropLast(ending.unicodeScalars.count))
      return first?.count == 1 ? Period(from: first?[0].period.start, through: nil) : nil
    }
    var isDeadline = false
    for ending in ["之前", "以前", "前"] where text.hasSuffix(ending) {
      text = text.dropLast(ending.unicodeScalars.count)
      isDeadline = true
      break
    }
    if text.hasSuffix("底") || text.hasSuffix("末") {
      text = text.dropLast(1)
      isDeadline = true
    }
    guard var parts = parts(of: text) ?? datedParts(of: text) else {
      return isDeadline ? nil : PeriodReading.listOfYears(text)
    }
    let last = parts.removeLast()
    if isDeadline {
      let end = last.period.end
      return parts.isEmpty
        ? Period(from: nil, through: end) : Period(from: parts[0].period.start, through: end)
    }
    return parts.isEmpty
      ? last.period : Period(from: parts[0].period.start, through: last.period.end)
  }

  /// The day of `2021-02-01T00:00:00Z`, `2022-04-03 00:00:00`, and of `15/03/2022`, in which only one order of
  /// month and day is one.
  private func timestamp(_ cell: FoldedText) -> Period? {
    let text = cell.trimmed().folded
    if text.utf8.count >= 16, let day = Day(iso: String(text.prefix(10))) {
      let rest = text.dropFirst(10)
      let isTime = rest.first.map { "tT ".contains($0) } == true && rest.dropFirst().contains(":")
      return isTime ? Period(day) : nil
    }
    return SlashedDate(cell)?.certainDay.map { Period($0) }
  }

  /// `FY2024`, `FY24-FY26`: the years that fiscal years are called by.
  private func fiscalYears(_ text: FoldedText) -> Period? {
    let plain = text.compact
    guard plain.lowercased().hasPrefix("fy") else { return nil }
    if let year = Headings.year(plain)?.year { return Period(year: year) }
    let years = plain.split { "-~".contains($0) }.map { Headings.year(String($0))?.year }
    guard years.count == 2, let first = years[0], let last = years[1], first <= last,
      let start = Period(year: first)?.start, let end = Period(year: last)?.end
    else { return nil }
    return Period(from: start, through: end)
  }

  /// `106-113年`, `112年度`: years of the Republic of China, the first of which was 1912.
  private func yearsOfTheRepublic(_ text: FoldedText) -> Period? {
    var plain = text.dropping(first: ["中华民国", "民国"])
    for ending in ["年度", "年"] where plain.hasSuffix(ending) {
      plain = plain.dropLast(ending.unicodeScalars.count)
      break
    }
    guard plain.count < text.count else { return nil }
    let parts = plain.split { "-~至年".unicodeScalars.contains($0) }.filter { !$0.isEmpty }
      .map { Int($0.folded) ?? 0 }
    guard (1...2).contains(parts.count), parts.allSatisfy({ (90...199).contains($0) }),
      let first = parts.first, let last = parts.last, first <= last,
      let start = Period(year: first + 1911)?.start, let end = Period(year: last + 1911)?.end
    else { return nil }
    return Period(from: start, through: end)
  }

  /// `113年1月-114年12月`, `114年12月底前`: months of years of the Republic.
  private func monthsOfTheRepublic(_ text: FoldedText) -> Period? {
    guard text.contains("月") else { return nil }
    var written = ""
    var digits = ""
    for scalar in text.scalars + ["\n"] {
      if FoldedText.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
        continue
      }
      if scalar == "年" {
        guard digits.count == 3, let year = Int(digits), (90...199).contains(year) else {
          return nil
        }
        digits = String(year + 1911)
      }
      written += digits
      digits = ""
      if scalar != "\n" { written.unicodeScalars.append(scalar) }
    }
    return written == text.folded ? nil : period(FoldedText(written))
  }

  /// `全年`, `2022年全年`.
  private func wholeYear(_ text: FoldedText) -> Period? {
    guard text.hasSuffix("全年") else { return nil }
    return text.count == 2 ? year.flatMap { Period(year: $0) } : period(text.dropLast(2))
  }

  /// `至2025年`, `十四五末`, `2021年及以后`, `2023年Q4`, `二〇二三年`, `202203-202412`.
  private func spoken(_ text: FoldedText) -> Period? {
    for lead in ["至", "到"] where text.hasPrefix(lead) {
      return period(text.dropFirst(1))?.end.flatMap { Period(from: nil, through: $0) }
    }
    for ending in ["及以后", "及之后"] where text.hasSuffix(ending) {
      return period(text.dropLast(ending.unicodeScalars.count))?.start.flatMap {
        Period(from: $0, through: nil)
      }
    }
    if text.contains("年年") { return period(text.replacing("年年", with: "年")) }
    if let term = PlanTerm(in: text, at: 0), term.isEnd, term.places.upperBound == text.count {
      return Period(from: nil, through: term.period.end)
    }
    if text.contains("q"), let quarter = date(text.replacing("年", with: "")) { return quarter }
    if text.hasSuffix("前三季度"), let start = period(text.dropLast(4))?.start?.civil.year {
      return Period(
        from: Day(year: start, month: 1, day: 1), through: Day(year: start, month: 9, day: 30))
    }
    let months = text.split { "-~至".unicodeScalars.contains($0) }.map(PeriodReading.month)
    if months.count == 2, let first = months[0]?.start, let last = months[1]?.end, first <= last {
      return Period(from: first, through: last)
    }
    return PeriodReading.withDigits(text).flatMap { period($0) }
  }

  /// The month of `202203`.
  private static func month(_ text: FoldedText) -> Period? {
    let digits = text.folded
    guard digits.utf8.count == 6, digits.hasPrefix("20") || digits.hasPrefix("19"),
      let year = Int(digits.prefix(4)), let month = Int(digits.suffix(2))
    else { return nil }
    return Period.part(.month, year, month, of: 12)
  }

  /// A text with the digits that 二〇二三 means; nil where it has none such.
  private static func withDigits(_ text: FoldedText) -> FoldedText? {
    let plain = WrittenDigits.inYears(of: text)
    return plain.folded == text.folded ? nil : plain
  }

  /// The period in brackets behind its name or its length: `近期(2021-2023年)`, `3年(2021-2023)`.
  private func inBrackets(_ text: FoldedText) -> Period? {
    guard text.hasSuffix(")"), let open = text.scalars.firstIndex(of: "("), open > 0 else {
      return nil
    }
    let lead = text.part(0..<open)
    let isLength =
      lead.hasSuffix("年") && lead.count <= 3
      && lead.scalars.dropLast().allSatisfy(FoldedText.isDigit)
    guard isLength || ["近期", "中期", "远期", "一期", "二期", "三期"].contains(lead.compact) else {
      return nil
    }
    return period(text.part((open + 1)..<(text.count - 1)))
  }

  /// What is said to come about by a time, or to begin then: `2022年12月底前建成`, `2023年开工`.
  private func withoutVerb(_ text: FoldedText) -> Period? {
    if let begin = ["开工建设", "开工", "启动", "动工"].first(where: text.hasSuffix) {
      guard let start = period(text.dropLast(begin.unicodeScalars.count)) else { return nil }
      // By the end of June at the latest is no day on which work begins.
      return start.start == nil ? nil : Period(from: start.start, through: nil)
    }
    guard let verb = PeriodReading.verbs.first(where: text.hasSuffix),
      let period = period(text.dropLast(verb.unicodeScalars.count)), period.end != nil
    else { return nil }
    let isSpan = parts(of: text.dropLast(verb.unicodeScalars.count)).map { $0.count > 1 } ?? false
    return isSpan ? period : Period(from: nil, through: period.end)
  }

  /// What ends a deadline, the longest first.
  private static let verbs = [
    "全部完成整改", "全面完成整改", "建成投入使用", "完成整改", "整改完成", "建成投用", "建成投产", "投入使用", "投入运行", "完成建设", "全部完成",
    "全面完成",
    "基本完成", "整改到位", "完成", "建成", "完工", "竣工", "投用", "投产", "销号",
  ]

  /// One or two points in time, joined by a dash, 至 or 到.
  private func parts(of text: FoldedText) -> [(period: Period, year: Int)]? {
    var scanner = PointScanner(text, year: year)
    guard let first = scanner.point() else { return nil }
    if scanner.isAtEnd { return [first] }
    guard scanner.eatDash() else { return nil }
    scanner.year = first.year
    guard let second = scanner.point(), scanner.isAtEnd else { return nil }
    return [first, second]
  }

  /// Two dates with strokes amid them too, where only one stroke parts two that can be: `2021-02-01-2022-03-01`,
  /// `20210301-20221231`, `2021-03-05至08-31`.
  private func datedParts(of text: FoldedText) -> [(period: Period, year: Int)]? {
    var found: [[(period: Period, year: Int)]] = []
    let scalars = text.scalars
    for place in scalars.indices where "-~至到".unicodeScalars.contains(scalars[place]) {
      let (before, after) = (text.part(0..<place), text.dropFirst(place + 1))
      guard let first = date(before), let year = first.start?.civil.year else { continue }
      let isPartedByStroke = scalars[place] == "-"
      let second =
        date(after) ?? (isPartedByStroke ? nil : date(FoldedText("\(year)-" + after.string)))
      guard let second, let from = first.start, let to = second.end, from <= to,
        let last = second.start?.civil.year
      else { continue }
      found.append([(first, year), (second, last)])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A day, month or quarter with its year, alone: `2021-02-01`, `2021-02`, `20210301`, `2021q1`.
  private func date(_ text: FoldedText) -> Period? {
    var plain = text.folded
    let isDigits = plain.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isDigits, plain.utf8.count == 8 {
      plain = "\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))"
    } else if plain.utf8.count == 6, let mark = plain.firstIndex(of: "q") {
      plain.insert("-", at: mark)
    }
    guard plain.utf8.count >= 7 else { return nil }
    if let period = Period(text: plain.uppercased()) { return period }
    return Day(iso: plain).map { Period($0) }
  }

  /// Years one after the other: `2021、2022`.
  private static func listOfYears(_ text: FoldedText) -> Period? {
    let years = text.compact.split { "、,".contains($0) }.map { part in
      part.utf8.count == 4 ? Int(part) : nil
    }
    guard years.count > 1, let first = years[0], let last = years[years.count - 1],
      years == Array(first...Swift.max(first, last)).map({ $0 }),
      let start = Period(year: first)?.start, let end = Period(year: last)?.end
    else { return nil }
    return Period(from: start, through: end)
  }

  /// The five years of a plan called by its number, “十四五”, as a part of a text or wholly.
  static func fiveYears(in text: String, wholly: Bool = false) -> Period? {
    let quotes: Set<Character> = ["“", "”", "\"", "「", "」"]
    let plain = String(text.filter { !quotes.contains($0) })
    for (place, name) in fiveYearNames.enumerated() {
      let isFound =
        wholly
        ? [name, name + "期间", name + "时期"].contains(plain)
        : plain.contains(name)
      guard isFound else { continue }
      let start = 2006 + 5 * place
      return Period(text: "\(start)..\(start + 4)")
    }
    return nil
  }

  /// The plans from the eleventh, which began in 2006.
  static let fiveYearNames = ["十一五", "十二五", "十三五", "十四五", "十五五", "十六五"]
}
