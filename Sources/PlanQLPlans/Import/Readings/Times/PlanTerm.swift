import PlanQLData

/// The years of a plan called by its number, amid a text: `“十四五”时期`, `“十三五”末`. The number alone is none: it
/// may be part of a name.
struct PlanTerm: Sendable {
  /// Its places with the quotation marks.
  let places: Range<Int>
  /// The term without them.
  let text: String
  let period: Period
  /// Whether its end is meant.
  let isEnd: Bool
  /// Whether something goes on since then: “十四五”以来.
  let isSince: Bool

  /// Reads the term that begins at a place, with a quotation mark or without one.
  init?(in text: FoldedText, at start: Int) {
    let isQuoted = PlanTerm.opening.contains(text.scalar(start) ?? " ")
    let first = isQuoted ? start + 1 : start
    guard text.scalar(first) == "十" else { return nil }
    let rest = text.dropFirst(first)
    guard let name = PeriodReading.fiveYearNames.first(where: { rest.hasPrefix($0) }),
      let period = PeriodReading.fiveYears(in: name)
    else { return nil }
    var end = first + name.unicodeScalars.count
    if PlanTerm.closing.contains(text.scalar(end) ?? " ") { end += 1 }
    let after = text.dropFirst(end)
    if let (period, ending) = PlanTerm.part(of: period, in: after) {
      self.places = start..<(end + ending.count)
      self.text = name + ending.string
      self.period = period
      self.isEnd = false
      self.isSince = false
      return
    }
    guard let ending = PlanTerm.endings.first(where: { after.hasPrefix($0) }) else { return nil }
    self.places = start..<(end + ending.unicodeScalars.count)
    self.text = name + ending
    self.period = period
    self.isEnd = ending.contains("末")
    self.isSince = ending == "以来"
  }

  /// `前4年` behind the number of a plan: the years of it from its first one on.
  private static func part(
    of period: Period, in after: FoldedText
  ) -> (period: Period, ending: FoldedText)? {
    guard after.hasPrefix("前"), let (count, length) = Numeral.integer(after.dropFirst(1)),
      (1...4).contains(count), after.scalar(1 + length) == "年",
      let first = period.start?.civil.year, let from = Period(year: first),
      let to = Period(year: first + count - 1),
      let part = Period(from: from.start, through: to.end)
    else { return nil }
    return (part, after.part(0..<(2 + length)))
  }

  private static let opening = Array("“\"「".unicodeScalars)
  private static let closing = Array("”\"」".unicodeScalars)
  private static let endings = ["期末", "末期", "末", "期间", "时期", "以来"]
}
