import PlanQLData

/// What a column of text would be read as but for a few of its cells.
enum AlmostKind {
  case dates, numbers

  /// The distinct texts that decide whether it is worth looking at the others.
  private static let sampleSize = 400

  /// Judges a column by its distinct texts; nil where they are texts after all.
  init?(of pool: TextPool) {
    var seen = Tally()
    seen.look(at: pool, 0..<Swift.min(pool.count, AlmostKind.sampleSize))
    guard seen.isMostly(seen.days) || seen.isMostly(seen.figures) else { return nil }
    seen.look(at: pool, Swift.min(pool.count, AlmostKind.sampleSize)..<pool.count)
    if seen.dates < seen.count, seen.isMostly(seen.days) {
      self = .dates
    } else if seen.numbers < seen.count, seen.isMostly(seen.figures),
      seen.count >= 4 || seen.count >= 2 && seen.figures == seen.count
    {
      self = .numbers
    } else {
      return nil
    }
  }

  /// How many texts are what.
  private struct Tally {
    var count = 0
    var dates = 0
    /// Dates, and what looks like one.
    var days = 0
    var numbers = 0
    /// Numbers, and what is one in another style.
    var figures = 0

    mutating func look(at pool: TextPool, _ codes: Range<Int>) {
      for code in codes {
        pool.withBytes(of: code) { cell in
          guard !CellReading.trimmed(cell).isEmpty, !CellReading.isMissingMark(cell) else { return }
          count += 1
          let isDate = AlmostKind.dates.fits(cell)
          if isDate { dates += 1 }
          if isDate || AlmostKind.looksLikeDate(cell) { days += 1 }
          let isNumber = AlmostKind.numbers.fits(cell)
          if isNumber { numbers += 1 }
          if isNumber || AlmostKind.looksLikeNumber(cell) { figures += 1 }
        }
      }
    }

    /// Whether so many are three of four.
    func isMostly(_ part: Int) -> Bool { count > 0 && part * 4 >= count * 3 }
  }

  var title: LocalizedText {
    switch self {
    case .dates: LocalizedText(en: "date", zh: "日期")
    case .numbers: LocalizedText(en: "number", zh: "数")
    }
  }

  /// Says whether a cell is what the column would be, or has no value.
  func fits(_ cell: CellBytes) -> Bool {
    let text = CellReading.trimmed(cell)
    if text.isEmpty || CellReading.isMissingMark(text) { return true }
    switch self {
    case .dates: return CellReading.day(text) != nil
    case .numbers: return CellReading.isNumber(text)
    }
  }

  /// A number as it is written elsewhere: `1.000,00`, `1'145'100`, `(1,200)`, `€500`, `12%`, `.5`, `1.`, `1e3`,
  /// `1_200`, or one without an end: `Infinity`.
  private static func looksLikeNumber(_ cell: CellBytes) -> Bool {
    let cell = CellReading.trimmed(cell)
    guard cell.count <= 48 else { return false }
    var text = String(decoding: cell, as: UTF8.self)[...]
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    text = text.drop { "¥￥€$£+-−".contains($0) }
    while let last = text.last, "%％-−".contains(last) { text.removeLast() }
    if ["infinity", "inf", "nan"].contains(text.lowercased()) { return true }
    if text.hasPrefix(".") || text.hasSuffix(".") {
      text = text.drop { $0 == "." }.dropLast(text.hasSuffix(".") ? 1 : 0)
    }
    if let mark = text.firstIndex(where: { "eE".contains($0) }), mark > text.startIndex {
      let power = text[text.index(after: mark)...].drop { "+-".contains($0) }
      guard !power.isEmpty, power.count <= 3, power.allSatisfy({ ("0"..."9").contains($0) }) else {
        return false
      }
      text = text[..<mark]
    }
    let groups = text.split(omittingEmptySubsequences: false) {
      ",.'’_ \u{A0}\u{202F}".contains($0)
    }
    let isDigits: (Substring) -> Bool = { part in
      !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
    guard let first = groups.first, groups.allSatisfy(isDigits) else { return false }
    return groups.count <= 2
      || first.count <= 3 && groups.dropFirst().dropLast().allSatisfy { (2...3).contains($0.count) }
  }

  /// A year, then two groups of one or two digits with something between, or the year behind them: `2021-02-30`,
  /// `13/04/2021`.
  private static func looksLikeDate(_ cell: CellBytes) -> Bool {
    let cell = CellReading.trimmed(cell)
    guard cell.count <= 20 else { return false }
    let groups = cell.split { $0 &- 0x30 > 9 }
    guard groups.count == 3, groups[1].count <= 2 else { return false }
    let (years, days) = groups[0].count == 4 ? (groups[0], groups[2]) : (groups[2], groups[0])
    return years.count == 4 && days.count <= 2
      && (years.starts(with: "19".utf8) || years.starts(with: "20".utf8))
  }
}
