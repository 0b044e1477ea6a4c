import PlanQLData

extension PlanAssembly {
  /// The year that a table is about: that of the nearest title between it and the table above it, of
  /// its sheet's name, or of the document.
  mutating func yearOfItsOwn(_ table: DocumentTable) -> Int? {
    guard let year = yearAbove(table), year != periods.year else { return periods.year }
    for column in table.header.columns where column.kind.isOfTheYear {
      ledger.note(table.headerLine, ImportMessages.yearRead(column.heading, year))
    }
    yearsOfTables += [Period(year: year)].compactMap { $0 }
    return year
  }

  /// The year that the lines above a table or its sheet's name say it is about.
  func yearAbove(_ table: DocumentTable) -> Int? {
    if let year = linesAbove(table).lazy.compactMap({ PlanFacts.singleYear(in: $0) }).first {
      return year
    }
    guard case .sheet(let name) = lines.place(table.headerLine).part else { return nil }
    return Headings.year(Headings.key(FoldedText(name)))?.year
  }

  /// The lines between a table and the one above it on its sheet, the nearest first.
  private func linesAbove(_ table: DocumentTable) -> [FoldedText] {
    let part = lines.place(table.headerLine).part
    let ended = content.tables.map(\.end).filter { $0 <= table.headerLine }.max() ?? 0
    return lines[ended..<table.headerLine].suffix(8).filter { $0.place.part == part }
      .reversed().map(\.text)
  }

  /// The time that scores are of where no column says it: the part of a year that a title or the name
  /// of the sheet names, or the year.
  func timeOfScores(in table: DocumentTable) -> String? {
    var texts = linesAbove(table).filter { $0.count <= 60 }
    if case .sheet(let name) = lines.place(table.headerLine).part { texts.append(FoldedText(name)) }
    let part = texts.lazy.compactMap { PeriodReading.partOfYear(in: $0) }.first
    let ofList = caption(of: table).flatMap { Headings.year($0.part(0..<5).compact)?.year }
    return part?.description ?? (ofList ?? periods.year).map { String($0) }
  }

  /// What the part of a ranking is called that a table or a section of it lists: 较差的城市, 后10名; nil where no such
  /// name stands above the rows.
  func listName(of row: DocumentRow, in table: DocumentTable) -> String? {
    let section = row.section.map { FoldedText(table.sections[$0].title) }
    guard let name = section ?? caption(of: table), name.count <= 30,
      name.contains(anyWord: PlanAssembly.partWords)
    else { return nil }
    let plain = (Numbering(name)?.rest ?? name).trimmed { ": ".unicodeScalars.contains($0) }
    guard Headings.year(plain.part(0..<5).compact) != nil else { return plain.string }
    return plain.dropFirst(5).dropping(first: ["度"]).string
  }

  /// The short line right above a table, but for blanks.
  private func caption(of table: DocumentTable) -> FoldedText? {
    let line = linesAbove(table).first { !$0.isEmpty }
    return line.flatMap { $0.count <= 30 && !$0.contains("。") && !$0.contains("月") ? $0 : nil }
  }

  private static let partWords = [
    "较好", "较差", "最好", "最差", "靠前", "靠后", "红榜", "黑榜", "倒数", "前十", "后十", "前5", "后5", "前10", "后10",
    "前20", "后20",
    "前三", "后三", "前五", "后五", "前3", "后3",
  ]

  /// A table of indicators over several years in a row, which may be those observed or those planned:
  /// what stands above it tells; where it does not, no year is the baseline or the target.
  mutating func withYears(_ table: DocumentTable) -> DocumentTable {
    guard TableSubject(table) == .indicators else { return table }
    if let fives = table.header.yearsByFives { return withFives(fives, table) }
    guard let years = table.header.yearsInARow else {
      noteYears(table)
      return table
    }
    var context = contexts(of: table)
    // Of two years the document may be about the later one, which is planned.
    if years.count == 2, let title = content.title { context.append(FoldedText(title.text)) }
    if context.contains(where: { $0.contains(anyWord: PlanAssembly.plannedWords) }) { return table }
    let isPast = context.contains { $0.contains(anyWord: PlanAssembly.pastWords) }
    var table = table
    for (column, year) in years {
      table.header.columns[column].kind = isPast ? .observed(year) : .other
    }
    let (first, last) = (years.first?.year ?? 0, years.last?.year ?? 0)
    if isPast {
      ledger.note(table.headerLine, ImportMessages.yearsObserved(first, last))
    } else {
      ledger.doubt(table.headerLine, ImportMessages.yearsUncertain(first, last))
    }
    return table
  }

  /// A table with three years of which each may end a plan: the end of the plan that it is of is the
  /// target; where nothing says which that is, there is neither a target nor a baseline.
  private mutating func withFives(
    _ fives: [(column: Int, year: Int)], _ table: DocumentTable
  ) -> DocumentTable {
    let texts = contexts(of: table) + [content.title].compactMap { $0.map { FoldedText($0.text) } }
    let ends = texts.compactMap { text in
      (PlanFacts.years(in: text) ?? PeriodReading.fiveYears(in: text.folded))?.end?.civil.year
    }
    var table = table
    guard let target = ends.first, let place = fives.firstIndex(where: { $0.year == target }) else {
      for (column, _) in fives { table.header.columns[column].kind = .other }
      ledger.doubt(
        table.headerLine,
        ImportMessages.yearsUncertain(fives.first?.year ?? 0, fives.last?.year ?? 0))
      return table
    }
    for (number, (column, year)) in fives.enumerated() {
      table.header.columns[column].kind =
        number == place
        ? .target(year)
        : number + 1 == place ? .baseline(year) : number < place ? .observed(year) : .other
    }
    noteYears(table)
    return table
  }

  /// Says which of several years were taken for the baseline and the target, or that none was, as they
  /// may be planned up to the target.
  private mutating func noteYears(_ table: DocumentTable) {
    let columns = table.header.columns
    let plain = columns.compactMap { column -> (year: Int, kind: ColumnKind)? in
      guard let (year, rest) = Headings.year(Headings.key(FoldedText(column.heading))),
        ["", "年", "年度"].contains(rest)
      else { return nil }
      return (year, column.kind)
    }
    let years = columns.reduce(into: (baseline: 0, target: 0)) { years, column in
      switch column.kind {
      case .baseline(let year): years.baseline = year
      case .target(let year): years.target = year
      case _: break
      }
    }
    let open = plain.filter { $0.kind == .other && $0.year < years.target }.map(\.year)
    if years.baseline == 0, let first = open.min(), let last = open.max(), first < last {
      ledger.doubt(table.headerLine, ImportMessages.yearsUncertain(first, last))
    } else if years.baseline > 0, years.target > 0,
      plain.contains(where: { $0.kind == .observed($0.year) })
    {
      ledger.note(table.headerLine, ImportMessages.yearsTaken(years.baseline, years.target))
    }
  }

  /// The texts that say what a table is about: those above it, the names of its sheet and document.
  private func contexts(of table: DocumentTable) -> [FoldedText] {
    var texts = [FoldedText(documentName)]
    if case .sheet(let name) = lines.place(table.headerLine).part { texts.append(FoldedText(name)) }
    let above = lines[..<table.headerLine].suffix(6).filter { !$0.isBlank }.suffix(3)
    return texts + above.map(\.text).filter { $0.count <= 60 }
  }

  private static let plannedWords = ["目标", "计划", "规划", "任务", "指标体系", "预期"]
  private static let pastWords = [
    "完成情况", "统计", "监测", "实际", "历年", "公报", "变化", "现状", "实绩", "逐年", "近年",
  ]
}

extension TableHeader {
  /// The columns of three years, each five after the other, of which no heading says more; nil where
  /// there are none.
  fileprivate var yearsByFives: [(column: Int, year: Int)]? {
    let years = plainYears
    guard years.count == 3, years[0].year + 5 == years[1].year, years[1].year + 5 == years[2].year
    else { return nil }
    let others = columns.indices.filter { place in !years.contains { $0.column == place } }
    return others.contains { isValue(columns[$0]) } ? nil : years
  }

  private func isValue(_ column: DocumentColumn) -> Bool {
    switch column.kind.withoutYear {
    case .baseline, .target, .cumulative, .observed: true
    case _: false
    }
  }

  private var plainYears: [(column: Int, year: Int)] {
    columns.enumerated().compactMap { place, column in
      guard let (year, rest) = Headings.year(Headings.key(FoldedText(column.heading))),
        ["", "年", "年度"].contains(rest), column.mapped == nil
      else { return nil }
      switch column.kind {
      case .baseline, .target, .yearAmount, .observed, .other: return (place, year)
      case _: return nil
      }
    }.sorted { $0.year < $1.year }
  }

  /// The columns of years that follow one another, with nothing that says whether they
  /// are planned; nil where there are none.
  fileprivate var yearsInARow: [(column: Int, year: Int)]? {
    let years = plainYears
    let isInARow = zip(years, years.dropFirst()).allSatisfy { $0.year + 1 == $1.year }
    let saysMore = columns.enumerated().contains { place, column in
      !years.contains { $0.column == place } && (column.kind == .attribute || isValue(column))
    }
    let areSettled = years.contains { columns[$0.column].kind.withoutYear == .observed(0) }
    return years.count >= (areSettled ? 3 : 2) && isInARow && !saysMore ? years : nil
  }
}
