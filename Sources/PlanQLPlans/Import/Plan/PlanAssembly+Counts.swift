import PlanQLData

extension PlanAssembly {
  /// Takes the counts that a table and the lines beside it state, and holds the rows against them.
  mutating func addCounts(of table: DocumentTable, _ sections: TableSections) {
    let counts = statedCounts(of: table)
    for count in counts {
      statedNumbers[count.line, default: []].append(Decimal(Int64(count.number), scale: 0))
      draft.totals.append(
        .init(
          section: count.section.flatMap { sections.of($0) } ?? sectionOfSheet(table),
          name: "数量", number: (Decimal(Int64(count.number), scale: 0), "项"),
          place: lines.place(count.line)))
    }
    let name = nameAmongTables(table, content.tables.filter { !$0.isOwn })
    var seen: Set<String> = []
    for count in counts {
      let check = ReconciliationReport.CountCheck(
        table: name, section: count.section.map { table.sections[$0].title },
        rows: table.count(ofRowsUnder: count.section), stated: count.number)
      if seen.insert("\(check.section ?? "") \(check.stated)").inserted {
        draft.counts.append(check)
      }
    }
  }

  /// A count with the line that states it and the section that it is of.
  private typealias Count = (line: Int, section: Int?, number: Int)

  private func statedCounts(of table: DocumentTable) -> [Count] {
    let sections = table.sections.enumerated().compactMap { place, section in
      count(inRow: section.line).map { (section.line, Optional(place), $0) }
    }
    let ofSections = Set(table.sections.map(\.line))
    let totals = table.totals.filter { !ofSections.contains($0.line) }.compactMap { total in
      (StatedCount.inLabel(total.label) ?? count(inRow: total.line)).map {
        (total.line, total.section, $0)
      }
    }
    let beside = linesBeside(table).compactMap { line in
      StatedCount.inLine(lines[line].text).map { (line, Int?.none, $0) }
    }
    // Where several lines total parts of the table that have no sections, they count those parts.
    let areParts = totals.count(where: { $0.1 == nil }) > 1
    return sections
      + (totals.filter { !areParts || $0.1 != nil } + beside).filter {
        table.count(ofRowsUnder: $0.1) > 0
      }
  }

  /// The count in one of the cells of a row.
  private func count(inRow line: Int) -> Int? {
    let row = lines[line]
    let texts = row.cells.isEmpty ? [row.text] : row.cells.map(\.text)
    return texts.lazy.compactMap { StatedCount.inLabel(Numbering($0)?.rest ?? $0) }.first
  }

  /// The lines right above the headings of a table, the nearest first, and those below its last row
  /// that tell what it comes to, as far as they speak of nothing else.
  func linesBeside(_ table: DocumentTable) -> [Int] {
    let above = (Swift.max(0, table.headerLine - 8)..<table.headerLine).reversed()
      .filter { !lines[$0].isBlank }
      .prefix { [.note, .caption, .measure, .title].contains(ledger.roles[$0]) }
    let below = (table.end..<Swift.min(table.end + 4, lines.count))
      .filter { !lines[$0].isBlank }
      .prefix { line in
        ledger.roles[line] == .note
          && ["共", "合计", "总计", "以上"].contains { lines[line].text.hasPrefix($0) }
      }
    return Array(above) + below
  }
}

extension DocumentTable {
  /// How many rows stand in a section and those below it; in all for nil.
  fileprivate func count(ofRowsUnder section: Int?) -> Int {
    rows.countsBySection.reduce(0) { count, rows in
      section == nil || isSection(rows.key, under: section) ? count + rows.value : count
    }
  }
}
