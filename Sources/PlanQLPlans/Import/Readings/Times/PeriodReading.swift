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
