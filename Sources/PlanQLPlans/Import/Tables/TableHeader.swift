/// A column of a table in a document.
struct DocumentColumn: Sendable, Hashable {
  var kind: ColumnKind
  /// The heading as written; headings over several rows with blanks between them.
  let heading: String
  /// The lowest of headings that stand one above the other; the whole heading where blanks part the
  /// words of a language.
  var lastHeading: String {
    guard heading.unicodeScalars.contains(where: FoldedText.isIdeograph) else { return heading }
    return heading.split(separator: " ").last.map(String.init) ?? heading
  }
  /// The unit of money that the heading names.
  var money: MoneyName?
  /// The heading of the map that says what the column is.
  var mapped: String?

  /// Whether the cells are amounts of money.
  var isMoney: Bool { kind.form == .amount }
  /// Whether a line of totals adds its cells up: amounts, and points of scores.
  var isAdded: Bool { isMoney || [.points, .score, .itemScore].contains(kind) }
  /// Whether the cells are lists of units.
  var isUnits: Bool { kind.form == .units }
  /// Whether the cells are free text that may hold blanks and numbers.
  var isText: Bool { kind.form == .text }
  /// Whether the heading names the day up to which something was done: `截至2023年底累计完成投资`.
  var isUpToADay: Bool {
    tellsProgress && PeriodReading(year: nil).asOf(in: FoldedText(heading)) != nil
  }
  /// Whether a table with such a column tells what its rows are.
  var isSubject: Bool { kind.isSubject }
}

/// The columns of a table, left to right.
struct TableHeader: Sendable, Hashable {
  var columns: [DocumentColumn]

  /// Whether the headings are enough to tell that a table follows, and what its rows are.
  var announcesTable: Bool {
    columns.count >= 3 && columns.contains(where: \.isSubject)
      && columns.count { $0.kind != .other } >= 3
      && Set(columns.map(\.heading)).count == columns.count
  }

  /// Whether an English word that heads many other tables names the rows, and too little beside it tells
  /// that they are a plan's: `Name` without what it costs and when, `Action` without a time.
  var saysTooLittle: Bool {
    guard let subject = columns.first(where: \.isSubject), subject.mapped == nil else {
      return false
    }
    let times: [ColumnKind] = [.period, .periodStart, .periodEnd, .due]
    let hasTime = columns.contains { times.contains($0.kind) }
    switch Headings.key(FoldedText(subject.heading)) {
    case "name":
      let isOfPlans = hasTime || columns.contains { $0.kind == .done || $0.kind == .invested }
      return !isOfPlans || !columns.contains(where: \.isMoney)
    case "action", "actions", "activity", "initiative", "strategy": return !hasTime
    case _: return false
    }
  }

  /// Whether columns split the money of a stage by its sources.
  func splits(_ stage: String) -> Bool {
    columns.contains { column in
      if case .funding(_, stage, _) = column.kind { return true }
      return false
    }
  }

  /// The place of the first column of a kind.
  func place(of kind: ColumnKind) -> Int? { columns.firstIndex { $0.kind == kind } }

  /// The header with a second column of what a row has only one of under its own name, so that
  /// neither is taken for the other.
  var withoutRepeatedKinds: TableHeader {
    var header = withOneTarget.withOneBaseline
    header = header.withoutTotalsOfGroups
    let columns = header.columns
    var seen: Set<ColumnKind> = []
    // What the map says stands over what a heading is known for.
    let mapped = Set(columns.filter { $0.mapped != nil }.map(\.kind.withoutYearOfIndicator))
    let isDoneByYear = columns.count { $0.kind == .invested && !$0.isUpToADay } > 1
    let fromTheStart = columns.firstIndex { $0.kind == .invested && $0.isFromTheStart }
    let isDoneBeyondMonths = columns.contains { $0.kind == .invested && !$0.isOfMonths }
    for place in columns.indices {
      let kind = columns[place].kind
      // What was invested in each of several years is no sum up to now.
      if isDoneByYear, kind == .invested, !columns[place].isUpToADay, place != fromTheStart {
        header.columns[place].kind = .other
      }
      if kind == .invested, columns[place].isOfMonths, isDoneBeyondMonths {
        header.columns[place].kind = .other
        continue
      }
      if columns[place].isUpToADay { continue }
      let isTaken = columns[place].mapped == nil && mapped.contains(kind.withoutYearOfIndicator)
      if !isTaken, seen.insert(kind.withoutYearOfIndicator).inserted { continue }
      if kind == .due, !seen.contains(.doneOn), columns[place].heading.hasSuffix("完成日期") {
        header.columns[place].kind = .doneOn
        seen.insert(.doneOn)
        continue
      }
      if [.score, .rank].contains(kind), columns[place].isOfTimedGroup { continue }
      if !kind.mayRepeat { header.columns[place].kind = .other }
    }
    return header
  }

  /// The header with 合计 below several headings, of which each is that of its group, under its own name,
  /// as are equal years below different headings that do not say that they are planned.
  private var withoutTotalsOfGroups: TableHeader {
    var header = self
    let totals = columns.indices.filter { place in
      columns[place].kind == .investment && columns[place].mapped == nil
        && columns[place].group != nil
        && ["合计", "小计", "总计", "total", "subtotal"].contains(
          Headings.key(FoldedText(columns[place].lastHeading)))
    }
    if Set(totals.map { columns[$0].group }).count > 1 {
      for place in totals { header.columns[place].kind = .other }
    }
    let years = columns.indices.filter { place in
      if case .yearAmount(let year) = columns[place].kind { year > 0 } else { false }
    }
    for place in years {
      let same = years.filter { columns[$0].kind == columns[place].kind }
      guard same.count > 1, same.allSatisfy({ columns[$0].isYearOfGroup }) else { continue }
      header.columns[place].kind = .other
    }
    return header
  }

  /// The header with a name for each column of which the heading is kept, so that none hides another.
  var withDistinctHeadings: TableHeader {
    var header = self
    for (place, heading) in TableHeader.distinct(columns.map(\.heading)).enumerated()
    where [.other, .note].contains(columns[place].kind) && heading != columns[place].heading {
      header.columns[place] = DocumentColumn(
        kind: columns[place].kind, heading: heading, money: columns[place].money,
        mapped: columns[place].mapped)
    }
    return header
  }

  /// Headings that tell columns apart: a blank one is named by its place, a repeated one numbered.
  static func distinct(_ headings: [String]) -> [String] {
    var names = DistinctNames(headings.filter { !$0.isEmpty })
    var seen: Set<String> = []
    return headings.enumerated().map { place, heading in
      if !heading.isEmpty, seen.insert(heading).inserted { return heading }
      let name = heading.isEmpty ? "column_\(place + 1)" : heading
      return names.name(for: name) { "\($0)_\($1)" }
    }
  }

  /// The header with one target of several years: the first at the end of a five-year plan, else
  /// the last, as a plan for 2021 to 2025 may name steps before and a vision behind.
  private var withOneTarget: TableHeader {
    var header = withoutStandards
    let years = header.columns.compactMap { column -> Int? in
      if case .target(let year) = column.kind, year > 0 { return year }
      return nil
    }
    guard years.count > 1 else { return header }
    // What was reached in a year is no longer to be: 2020年目标 beside 2020年完成.
    let past =
      columns.compactMap { column -> Int? in
        switch column.kind {
        case .observed(let year), .baseline(let year): year
        case _: nil
        }
      }.max() ?? 0
    let taken = years.sorted().first { $0 % 5 == 0 && $0 > past } ?? years.max()
    for place in columns.indices {
      if case .target(let year) = header.columns[place].kind, year != taken {
        header.columns[place].kind = .other
      }
    }
    return header
  }

  /// The header with what a standard asks of all under its own name beside what the plan is to reach:
  /// 指标值 beside 2025年目标值.
  private var withoutStandards: TableHeader {
    let targets = columns.indices.filter { columns[$0].kind.withoutYear == .target(0) }
    let standards = targets.filter {
      columns[$0].mapped == nil && columns[$0].kind == .target(0)
        && Headings.key(FoldedText(columns[$0].lastHeading)).hasSuffix("指标值")
    }
    guard standards.count < targets.count else { return self }
    var header = self
    for place in standards { header.columns[place].kind = .other }
    return header
  }

  /// The heading of the column that is taken where the table has several of what its rows have one
  /// of; nil where a heading stands alone.
  func taken(before column: DocumentColumn) -> String? {
    guard let kind = DocumentColumn(heading: FoldedText(column.heading))?.kind else { return nil }
    return columns.first { $0.kind.withoutYearOfIndicator == kind.withoutYearOfIndicator }?.heading
  }

  /// The headings as written, for messages.
  var title: String { columns.map(\.heading).joined(separator: " ") }
}

extension DocumentColumn {
  /// The headings above the last one; nil where it stands alone.
  var group: Substring? { heading.lastIndex(of: " ").map { heading[..<$0] } }

  /// Whether the heading says that amounts count from the beginning of the work.
  fileprivate var isFromTheStart: Bool {
    ["开工以来", "自开工", "开工至"].contains { heading.contains($0) }
      || heading.contains("累计") && !isOfMonths
        && !["年", "本月", "当月"].contains { heading.contains($0) }
  }

  /// Whether the heading names months of a year, so that amounts are those of the year up to then.
  fileprivate var isOfMonths: Bool {
    let text = FoldedText(lastHeading)
    guard let month = text.firstPlaces(of: "月") else { return false }
    let before = text.part(0..<month.lowerBound).scalars.reversed().prefix {
      FoldedText.isDigit($0) || "-~至".unicodeScalars.contains($0)
    }
    return before.contains { !FoldedText.isDigit($0) } && before.contains(where: FoldedText.isDigit)
  }

  /// Whether the heading stands below a year or a part of one: 一季度 over 得分.
  var isOfTimedGroup: Bool {
    guard let group else { return false }
    switch Headings.kind(of: Headings.key(FoldedText(String(group)))) {
    case .stage?, .yearAmount?: return true
    case _: return false
    }
  }

  /// Whether a year stands below a heading that does not say that it is planned or invested.
  fileprivate var isYearOfGroup: Bool {
    guard let group, mapped == nil else { return false }
    return !["投资", "计划", "年度", "规划"].contains { group.contains($0) }
  }
}
