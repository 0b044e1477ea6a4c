import PlanQLData

/// Reads points in time from a text without blanks.
struct PointScanner {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  var year: Int?
  /// Whether the point before is a whole year, or a month written with a point: `2021.5`.
  private var firstIsYear = false
  private var isMonthByPoint = false

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
    if number.digits == 2, start > 0, !hasMonthSign, isAtEnd { return shortYear(number.value) }
    if start > 0, isAtEnd, isMonthByPoint, let year { return month(number.value, in: year) }
    guard hasMonthSign, let year else { return nil }
    return month(number.value, in: year)
  }

  /// `Q3 2023`, whose blank is gone; another may follow: `Q4 2023–Q1 2024`.
  private mutating func leadingQuarter() -> (period: Period, year: Int)? {
    let end = place + 6
    guard scalars.count >= end, scalars[place] == "q",
      scalars.count == end || "-~至到".unicodeScalars.contains(scalars[end]),
      let quarter = plainInteger([UInt8(truncatingIfNeeded: scalars[place + 1].value)]),
      let year = plainInteger(
        scalars[(place + 2)..<end].map { UInt8(truncatingIfNeeded: $0.value) }),
      let period = Period.part(.quarter, year, quarter, of: 4)
    else { return nil }
    place = end
    return (period, year)
  }

  /// A half or a quarter of the document's year: 上半年, 三季度.
  private mutating func monthless() -> (period: Period, year: Int)? {
    guard let year, let part = part(of: year) else { return nil }
    return (part, year)
  }

  /// The last two digits of the second year of a span: `2021-25`. `2023-06-31` is no span, but a day that does not
  /// exist.
  private func shortYear(_ digits: Int) -> (period: Period, year: Int)? {
    guard firstIsYear, let year else { return nil }
    let other = year / 100 * 100 + digits
    guard other > year, other <= year + 30, let period = Period(year: other) else { return nil }
    return (period, year)
  }

  private var hasMonthSign: Bool { current == "月" }

  private mutating func afterYear(_ year: Int, _ whole: Period) -> (period: Period, year: Int)? {
    firstIsYear = true
    if let part = part(of: year) {
      firstIsYear = false
      return (part, year)
    }
    if eat("年") {
      _ = eat("度")
      if isAtEnd { return (whole, year) }
      if let part = part(of: year) { return (part, year) }
      guard let number = integer() else { return (whole, year) }
      firstIsYear = false
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
    firstIsYear = false
    isMonthByPoint = separator == "."
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
    isMonthByPoint = false
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
