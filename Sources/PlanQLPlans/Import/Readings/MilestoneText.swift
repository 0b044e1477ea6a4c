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
