import PlanQLData

/// The first date in a text, with the day that it ends on.
struct DateSpan: Sendable {
  let places: Range<Int>
  let day: Day
  /// The first day; nil for a deadline.
  let start: Day?
  /// The year that the date names itself.
  let year: Int?

  /// The longest a date is.
  private static let greatestLength = 24

  /// Finds a date: a year with its sign, a month, a quarter, a half or a day; nil where there is
  /// none. A plain number is none.
  init?(in text: FoldedText, year: Int?) {
    let reading = PeriodReading(year: year == 0 ? 2000 : year)
    let scalars = text.scalars
    for start in scalars.indices where DateSpan.mayBegin(scalars, at: start) {
      let limit = Swift.min(scalars.count, start + DateSpan.greatestLength)
      guard start + 2 <= limit else { continue }
      for end in ((start + 2)...limit).reversed() {
        let isCut = end < scalars.count && FoldedText.isDigit(scalars[end])
        let isCount = end < scalars.count && scalars[end] == "个"
        guard !isCut, !isCount, DateSpan.isWhole(scalars[start..<end]),
          case .stated(let period) = reading.read(text.part(start..<end)), let day = period.end
        else { continue }
        self.places = start..<end
        self.day = day
        self.start = period.start
        self.year = DateSpan.year(in: scalars[start..<end])
        return
      }
    }
    return nil
  }

  /// What stands before the date where those are only words such as 计划 and 到: nothing; nil where
  /// other words stand there.
  func lead(in text: FoldedText) -> FoldedText? {
    let before = text.part(0..<places.lowerBound).compact
    let leads = [
      "", "到", "至", "于", "在", "截至", "截止", "计划", "计划于", "计划到", "力争", "力争于", "力争到", "力争在", "确保",
      "确保在", "确保于",
      "预计", "预计于", "拟", "拟于", "其中", "其中:", "要求",
    ]
    return leads.contains(before) ? .empty : nil
  }

  private static func mayBegin(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    let scalar = scalars[place]
    if FoldedText.isDigit(scalar) {
      guard place > 0 else { return true }
      return !FoldedText.isDigit(scalars[place - 1])
        && !".,".unicodeScalars.contains(scalars[place - 1])
    }
    guard "年上下第一二三四".unicodeScalars.contains(scalar) else { return false }
    let next = scalars[place...].prefix(5)
    let isYearEnd = scalar == "年" && ["底", "末"].contains(next.dropFirst().first)
    let isPart = String(String.UnicodeScalarView(next))
    return isYearEnd && (place == 0 || !FoldedText.isDigit(scalars[place - 1]))
      || ["上半年", "下半年"].contains { isPart.hasPrefix($0) }
      || isPart.contains("季度") && ["第", "一", "二", "三", "四"].contains { isPart.hasPrefix($0) }
  }

  /// Whether a run says by a sign that it is a date, and not a number.
  private static func isWhole(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    if run.contains(where: { "年月季日".unicodeScalars.contains($0) }) { return true }
    let parts = run.split { "-./".unicodeScalars.contains($0) }
    return parts.count >= 2 && parts[parts.startIndex].count == 4
      && parts.dropFirst().allSatisfy { (1...2).contains($0.count) }
      && parts.allSatisfy { $0.allSatisfy(FoldedText.isDigit) }
  }

  /// The last year of four digits.
  private static func year(in run: ArraySlice<Unicode.Scalar>) -> Int? {
    run.split { !FoldedText.isDigit($0) }.filter { $0.count == 4 }.last.flatMap {
      Int(String(String.UnicodeScalarView($0)))
    }
  }
}
