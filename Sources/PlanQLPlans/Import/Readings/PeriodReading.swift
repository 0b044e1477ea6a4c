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

  /// Says that a duty has no end: 长期, 持续推进.
  static func isStanding(_ cell: FoldedText) -> Bool {
    let compact = cell.compact
    return compact.unicodeScalars.count <= 8
      && ["长期", "持续", "常年", "常态化", "每年"].contains { compact.hasPrefix($0) }
  }

  private func period(_ text: FoldedText) -> Period? {
    if let period = Period(text: text.folded.uppercased()) { return period }
    var text = text
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
    guard var parts = parts(of: text) else { return nil }
    let last = parts.removeLast()
    if isDeadline {
      let end = last.period.end
      return parts.isEmpty
        ? Period(from: nil, through: end) : Period(from: parts[0].period.start, through: end)
    }
    return parts.isEmpty
      ? last.period : Period(from: parts[0].period.start, through: last.period.end)
  }

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

/// Reads points in time from a text without blanks.
private struct PointScanner {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  var year: Int?

  init(_ text: FoldedText, year: Int?) {
    self.scalars = text.scalars
    self.year = year
  }

  var isAtEnd: Bool { place >= scalars.count }
  private var current: Unicode.Scalar? { isAtEnd ? nil : scalars[place] }

  mutating func eatDash() -> Bool {
    let start = place
    while let scalar = current, "-~至到".unicodeScalars.contains(scalar) { place += 1 }
    return place > start
  }

  private func isAt(_ text: String) -> Bool {
    scalars[place...].starts(with: text.unicodeScalars)
  }

  private mutating func eat(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  /// A year, quarter, half, month or day, with the year that it lies in.
  mutating func point() -> (period: Period, year: Int)? {
    if let quarter = leadingQuarter() { return quarter }
    let start = place
    if eat("年"), let year, let period = Period(year: year) { return (period, year) }
    guard let number = integer() else { return monthless() }
    if number.digits == 4, let period = Period(year: number.value) {
      return afterYear(number.value, period)
    }
    if number.digits == 2, start > 0, !hasMonthSign, let year,
      let period = Period(
        year: year / 100 * 100 + number.value), isAtEnd
    {
      return (period, year)
    }
    guard hasMonthSign, let year else { return nil }
    return month(number.value, in: year)
  }

  /// `Q3 2023`, whose blank is gone.
  private mutating func leadingQuarter() -> (period: Period, year: Int)? {
    guard scalars.count == 6, place == 0, scalars[0] == "q",
      let quarter = plainInteger([UInt8(truncatingIfNeeded: scalars[1].value)]),
      let year = plainInteger(scalars[2...].map { UInt8(truncatingIfNeeded: $0.value) }),
      let period = Period.part(.quarter, year, quarter, of: 4)
    else { return nil }
    place = 6
    return (period, year)
  }

  /// A half or a quarter of the document's year: 上半年, 三季度.
  private mutating func monthless() -> (period: Period, year: Int)? {
    guard let year, let part = part(of: year) else { return nil }
    return (part, year)
  }

  private var hasMonthSign: Bool { current == "月" }

  private mutating func afterYear(_ year: Int, _ whole: Period) -> (period: Period, year: Int)? {
    if eat("年") {
      _ = eat("度")
      if isAtEnd { return (whole, year) }
      if let part = part(of: year) { return (part, year) }
      guard let number = integer() else { return (whole, year) }
      return month(number.value, in: year)
    }
    let start = place
    guard let separator = [".", "/", "-"].first(where: { isAt($0) }),
      separator != "-" || scalars.count - start <= 6, eat(separator)
    else {
      return (whole, year)
    }
    guard let number = integer(), number.digits <= 2 else {
      place = start
      return (whole, year)
    }
    if (13...99).contains(number.value), isAtEnd {
      place = start
      return (whole, year)
    }
    return month(number.value, in: year, separator: separator)
  }

  /// The rest of a month after its number: a day may follow.
  private mutating func month(
    _ month: Int, in year: Int, separator: String? = nil
  ) -> (period: Period, year: Int)? {
    guard let whole = Period.part(.month, year, month, of: 12) else { return nil }
    let hasSign = eat("月")
    if hasSign { _ = eat("份") }
    if hasSign, let third = third(of: month, in: year) { return (third, year) }
    let start = place
    guard hasSign || eats(separator), let number = integer(),
      number.digits <= 2
    else {
      place = start
      return (whole, year)
    }
    guard eat("日") || eat("号") || !hasSign,
      let day = Day(year: year, month: month, day: number.value)
    else {
      place = start
      return (whole, year)
    }
    return (Period(day), year)
  }

  /// A third of a month: 上旬, 中旬, 下旬.
  private mutating func third(of month: Int, in year: Int) -> Period? {
    let last = Day.length(ofMonth: month, year: year)
    for (word, days) in [("上旬", 1...10), ("中旬", 11...20), ("下旬", 21...last)] where eat(word) {
      guard let first = Day(year: year, month: month, day: days.lowerBound),
        let end = Day(year: year, month: month, day: days.upperBound)
      else { return nil }
      return Period(from: first, through: end)
    }
    return nil
  }

  private mutating func eats(_ text: String?) -> Bool {
    guard let text else { return false }
    return eat(text)
  }

  private mutating func part(of year: Int) -> Period? {
    let parts: [(String, Grain, Int, Int)] = [
      ("上半年", .half, 1, 2), ("下半年", .half, 2, 2),
      ("第一季度", .quarter, 1, 4), ("第二季度", .quarter, 2, 4),
      ("第三季度", .quarter, 3, 4), ("第四季度", .quarter, 4, 4),
      ("一季度", .quarter, 1, 4), ("二季度", .quarter, 2, 4),
      ("三季度", .quarter, 3, 4), ("四季度", .quarter, 4, 4),
      ("第1季度", .quarter, 1, 4), ("第2季度", .quarter, 2, 4),
      ("第3季度", .quarter, 3, 4), ("第4季度", .quarter, 4, 4),
      ("1季度", .quarter, 1, 4), ("2季度", .quarter, 2, 4),
      ("3季度", .quarter, 3, 4), ("4季度", .quarter, 4, 4),
    ]
    for (text, grain, number, count) in parts where eat(text) {
      return Period.part(grain, year, number, of: count)
    }
    return nil
  }

  private mutating func integer() -> (value: Int, digits: Int)? {
    var digits: [UInt8] = []
    while let scalar = current, FoldedText.isDigit(scalar), digits.count < 5 {
      digits.append(UInt8(scalar.value))
      place += 1
    }
    return plainInteger(digits).map { ($0, digits.count) }
  }
}

extension PeriodReading {
  /// The day up to which figures count that a text gives: `截至2023年6月底`, `1-8月`, `2023年1—6月`.
  func asOf(in text: FoldedText) -> Day? {
    let compact = FoldedText(text.unbroken.compact)
    for lead in ["截至", "截止", "统计至", "数据截至", "截至目前", "开工至"] {
      guard let places = compact.firstPlaces(of: lead) else { continue }
      var rest = compact.dropFirst(places.upperBound)
      for word in ["日期", "时间", ":"] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.unicodeScalars.count)
      }
      if let period = leadingPeriod(rest) { return period.end }
    }
    return endOfMonths(in: compact) ?? endOfPart(in: compact)
  }

  /// The end of the part of a year in a short title of a report: `2024年一季度进展`.
  private func endOfPart(in text: FoldedText) -> Day? {
    guard text.count <= 40, !text.contains("计划"),
      ["进展", "完成情况", "进度", "调度", "通报"].contains(where: { text.contains($0) }),
      let date = DateSpan(in: text, year: year)
    else { return nil }
    let written = text.part(date.places)
    let isPart = ["季度", "半年", "月"].contains { written.contains($0) }
    return isPart ? date.day : nil
  }

  /// The longest period that a text begins with.
  private func leadingPeriod(_ text: FoldedText) -> Period? {
    let length = text.scalars.prefix {
      FoldedText.isDigit($0) || "年月日底末-./季度一二三四上下半".unicodeScalars.contains($0)
    }.count
    guard length > 0 else { return nil }
    for end in (1...length).reversed() {
      if case .stated(let period) = read(text.part(0..<end)) { return period }
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
      return Period.part(.month, year, last, of: 12)?.end
    }
    return nil
  }
}
