import PlanQLData

extension PlanAssembly {
  /// A table of indicators over several years in a row, which may be those observed or those planned:
  /// what stands above it tells; where it does not, no year is the baseline or the target.
  mutating func withYears(_ table: DocumentTable) -> DocumentTable {
    guard TableSubject(table) == .indicators else { return table }
    guard let years = table.header.yearsInARow else {
      noteYears(table)
      return table
    }
    let context = contexts(of: table)
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
  /// The columns of three years or more that follow one another, with nothing that says whether they
  /// are planned; nil where there are none.
  fileprivate var yearsInARow: [(column: Int, year: Int)]? {
    let years = columns.enumerated().compactMap { place, column -> (column: Int, year: Int)? in
      guard let (year, rest) = Headings.year(Headings.key(FoldedText(column.heading))),
        ["", "年", "年度"].contains(rest), column.mapped == nil
      else { return nil }
      switch column.kind {
      case .baseline, .target, .yearAmount, .observed, .other: return (place, year)
      case _: return nil
      }
    }
    let isInARow = zip(years, years.dropFirst()).allSatisfy { $0.year + 1 == $1.year }
    let saysMore = columns.enumerated().contains { place, column in
      if years.contains(where: { $0.column == place }) { return false }
      switch column.kind.withoutYear {
      case .attribute, .baseline, .target, .cumulative: return true
      case .observed: return true
      case _: return false
      }
    }
    return years.count >= 3 && isInARow && !saysMore ? years : nil
  }
}
