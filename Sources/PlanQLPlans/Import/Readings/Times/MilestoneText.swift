import PlanQLData

/// What a text wants to be reached and by when, clause by clause:
/// `2023年6月底前完成主体工程；2024年底前投入使用`.
struct MilestoneText: Sendable {
  /// A clause with the day by which it is due; nil where it names none.
  struct Item: Sendable, Hashable {
    let name: String
    let due: Day?
    /// The date as written; blank where there is none.
    let written: String
    /// The first day of the date.
    var start: Day?
  }

  /// The period of a text that says when the work begins and when it ends:
  /// `2023年3月开工，2024年6月完工`.
  var period: Period? {
    guard items.count == 2, let start = items[0].start, let end = items[1].due,
      ["开工", "启动", "开始", "动工", "开工建设", "启动建设"].contains(items[0].name),
      ["完工", "竣工", "完成", "建成", "结束", "竣工验收", "建成投用", "投产"].contains(items[1].name)
    else { return nil }
    return Period(from: start, through: end)
  }

  private(set) var items: [Item] = []
  private var year: Int?

  /// Whether any of the clauses names a date.
  var isDated: Bool { items.contains { $0.due != nil } }

  /// Reads a text; a year that a clause names holds for those that follow.
  init(_ text: FoldedText, periods: PeriodReading) {
    year = periods.year
    for line in text.cellLines {
      for sentence in line.split({ "。;".unicodeScalars.contains($0) }) {
        for clause in clauses(of: sentence) { add(clause) }
      }
    }
  }

  /// Cuts a sentence before those of its parts that begin with a date.
  private func clauses(of sentence: FoldedText) -> [FoldedText] {
    var clauses: [FoldedText] = []
    var start = 0
    for (place, scalar) in sentence.scalars.enumerated()
    where ",、".unicodeScalars.contains(scalar) {
      let rest = sentence.dropFirst(place + 1).trimmed()
      let before = sentence.part(start..<place)
      guard let date = DateSpan(in: rest, year: year ?? 0), date.lead(in: rest) != nil,
        DateSpan(in: before, year: year ?? 0) != nil
      else { continue }
      clauses.append(before)
      start = place + 1
    }
    clauses.append(sentence.dropFirst(start))
    return clauses
  }

  private mutating func add(_ clause: FoldedText) {
    let text = MilestoneText.plain(clause)
    guard !text.isEmpty else { return }
    guard let date = DateSpan(in: text, year: year) else {
      items.append(Item(name: text.string, due: nil, written: ""))
      return
    }
    year = date.year ?? year
    let before = date.lead(in: text) ?? text.part(0..<date.places.lowerBound)
    let after = text.dropFirst(date.places.upperBound)
    let name = MilestoneText.trimmed(
      MilestoneText.trimmed(before).joined(MilestoneText.trimmed(after)))
    items.append(
      Item(
        name: name.string, due: date.day, written: text.part(date.places).string,
        start: date.start))
  }

  /// A clause without the number or the mark that it begins with.
  private static func plain(_ clause: FoldedText) -> FoldedText {
    var text = clause.trimmed()
    if let first = text.scalar(0), (0x2460...0x2473).contains(first.value) {
      text = text.dropFirst(1)
    }
    return (Numbering(text)?.rest ?? text).trimmed { " 、,-·•".unicodeScalars.contains($0) }
  }

  private static func trimmed(_ text: FoldedText) -> FoldedText {
    var text = text.trimmed { " ,、:-。".unicodeScalars.contains($0) }
    while text.hasPrefix("()") { text = text.dropFirst(2) }
    if text.hasSuffix("("), !text.scalars.contains(")") { text = text.dropLast(1) }
    if text.hasPrefix(")"), !text.scalars.contains("(") { text = text.dropFirst(1) }
    return text.trimmed { " ,、:-。".unicodeScalars.contains($0) }
  }
}
