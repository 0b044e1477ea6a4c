import PlanQLData

/// What a column of text would be read as but for a few of its cells.
enum AlmostKind {
  case dates, numbers

  /// The most distinct texts that are looked at.
  private static let sampleSize = 400

  /// Judges a column by its distinct texts; nil where they are texts after all.
  init?(of pool: TextPool) {
    var (count, dates, looks, numbers) = (0, 0, 0, 0)
    for code in 0..<Swift.min(pool.count, AlmostKind.sampleSize) {
      pool.withBytes(of: code) { cell in
        guard !CellReading.trimmed(cell).isEmpty, !CellReading.isMissingMark(cell) else { return }
        count += 1
        if AlmostKind.dates.fits(cell) { dates += 1 }
        if AlmostKind.looksLikeDate(cell) { looks += 1 }
        if AlmostKind.numbers.fits(cell) { numbers += 1 }
      }
    }
    if dates < count, Swift.max(looks, dates) * 4 >= count * 3 {
      self = .dates
    } else if numbers < count, count >= 4, numbers * 4 >= count * 3 {
      self = .numbers
    } else {
      return nil
    }
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
    case .numbers: return CellReading.plainNumber(text) != nil
    }
  }

  /// A year, then two groups of one or two digits with something between: `2021-02-30`.
  private static func looksLikeDate(_ cell: CellBytes) -> Bool {
    var groups: [Int] = []
    var wasDigit = false
    let cell = CellReading.trimmed(cell)
    guard cell.count <= 20 else { return false }
    for byte in cell {
      let isDigit = byte &- 0x30 <= 9
      if isDigit, wasDigit {
        groups[groups.count - 1] += 1
      } else if isDigit {
        groups.append(1)
      }
      wasDigit = isDigit
    }
    let beginsLikeYear = cell.starts(with: "19".utf8) || cell.starts(with: "20".utf8)
    return groups.count == 3 && groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2 && beginsLikeYear
  }
}
