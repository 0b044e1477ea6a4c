import PlanQLData

extension PlanAssembly {
  /// Reads a row of a table of rules of scoring; one that shares its way of scoring with others has
  /// no cap of its own.
  mutating func rule(
    _ row: DocumentRow, _ table: DocumentTable, sharingLines: Set<Int>
  ) -> ScoreRule? {
    let subjects: [ColumnKind] = [.item, .indicator, .task, .name]
    guard let item = subjects.lazy.compactMap({ table.header.place(of: $0) }).first else {
      return nil
    }
    let place = row.lines[0]
    var extras: [String: String] = [:]
    var points: Decimal?
    var scoring: FoldedText?
    for (column, heading) in table.header.columns.enumerated() where column != item {
      let cell = row.cells[column]
      let at = Cell(place, column)
      switch heading.kind {
      case .points: points = number(cell, table, at, isShare: false)
      case .scoring:
        if text(of: cell, heading, at) != nil { scoring = cell.text }
      case _:
        guard let text = text(of: cell, heading, at) else { continue }
        extras[heading.heading] = text
      }
    }
    var rule = ScoreRule(
      title: row.cells[item].text.unbroken.string, points: points, level: 5, parent: nil,
      line: place)
    rule.extras = extras
    if let section = row.section { rule.extras["原文章节"] = table.sections[section].title }
    rule.read(scoring ?? .empty)
    if sharingLines.contains(place), let cap = rule.leaveStatedCap(),
      let column = table.header.place(of: .scoring), row.cells[column].merge != .fromAbove
    {
      ledger.doubt(
        place, cell: column,
        ImportMessages.capIsShared(table.header.columns[column].heading, cap.description))
    }
    return rule
  }

  /// The first lines of the rows of which the way of scoring is one cell over several of them.
  func linesSharingScoring(of table: DocumentTable) -> Set<Int> {
    guard let column = table.header.place(of: .scoring) else { return [] }
    var lines: Set<Int> = []
    var before: Int?
    for row in table.rows {
      if row.cells[column].merge == .fromAbove {
        lines.formUnion([before, row.lines[0]].compactMap { $0 })
      }
      before = row.lines[0]
    }
    return lines
  }

  /// The number in a cell that is neither money nor a figure of an indicator; what cannot be read
  /// is reported.
  private mutating func number(
    _ cell: GridCell, _ table: DocumentTable, _ place: Cell, isShare: Bool
  ) -> Decimal? {
    let heading = table.header.columns[place.column]
    guard let text = text(of: cell, heading, place) else { return nil }
    var plain = FoldedText(text).trimmed { "() ".unicodeScalars.contains($0) }
    if plain.hasSuffix("分") { plain = plain.dropLast(1).trimmed() }
    let style = cell.isNumber ? ColumnStyle.point : styles[place.column]
    if let written = WrittenNumber(plain), let value = style.value(written) { return value }
    ledger.doubt(
      place.line, cell: place.column, ImportMessages.unreadable(heading.heading, text))
    return nil
  }

  /// Adds the points of a table up beside the total that it states.
  mutating func checkPoints(_ table: DocumentTable, _ amounts: TableAmounts) {
    addScoreTotals(table)
    guard let column = table.header.place(of: .points) else { return }
    let stated = table.totals.flatMap { total in
      total.values.filter { $0.column == column }.map { (total: total, cell: $0.cell) }
    }
    for (total, cell) in stated {
      guard let value = number(cell, table, Cell(total.line, column), isShare: false) else {
        continue
      }
      let (rows, sum) = amounts.sum(of: column) {
        total.section == nil || $0 == total.section
      }
      draft.totals.append(
        .init(
          section: nil, name: total.label.string + " " + table.header.columns[column].heading,
          number: (value, "分"), place: lines.place(total.line)))
      draft.sums.append(
        .init(
          table: nil, section: total.section.map { table.sections[$0].title },
          heading: table.header.columns[column].heading, year: nil, isInvestment: false,
          rows: rows, missing: sum.missing, sum: sum.amounts.value, stated: value, unit: "分"))
    }
  }

  /// Takes totals of points that were given into those that the document states.
  private mutating func addScoreTotals(_ table: DocumentTable) {
    for total in table.totals {
      for (column, cell) in total.values where table.header.columns[column].kind != .points {
        guard let value = number(cell, table, Cell(total.line, column), isShare: false) else {
          continue
        }
        draft.totals.append(
          .init(
            section: nil, name: total.label.string + " " + table.header.columns[column].heading,
            number: (value, "分"), place: lines.place(total.line)))
      }
    }
  }

  /// The time that the headings above that of a score name.
  private func timeOfGroup(_ column: DocumentColumn) -> String? {
    guard column.isOfTimedGroup, let group = column.group,
      case .stated(let period) = periods.read(FoldedText(String(group)))
    else { return nil }
    return period.description
  }

  /// Adds a row of a table of scores: one for each unit and item.
  mutating func addAssessment(_ row: DocumentRow, _ table: DocumentTable) {
    guard let unit = table.header.place(of: .assessed) else { return }
    let unitName = row.cells[unit].text.unbroken.string
    draft.register(
      [ListedUnit(name: unitName, role: nil, label: unitName)],
      kind: table.header.columns[unit].kindOfAssessed)
    var assessed = AssessedRow()
    assessed.shared = ["unit": unitName]
    assessed.shared["year"] = scoreTime
    assessed.shared["列入名单"] = listName(of: row, in: table)
    for (column, heading) in table.header.columns.enumerated() where column != unit {
      take(row.cells[column], heading, table, Cell(row.lines[0], column), &assessed)
    }
    let further = draft.furtherTable(named: StandardTables.assessments.name.en)
    let source = lines.place(row.lines[0])
    for cells in assessed.rows { draft.furtherTables[further].append(cells, at: source) }
  }

  /// Takes what a cell says of a unit that is assessed.
  private mutating func take(
    _ cell: GridCell, _ heading: DocumentColumn, _ table: DocumentTable, _ at: Cell,
    _ assessed: inout AssessedRow
  ) {
    if let time = timeOfGroup(heading) {
      let found =
        heading.kind == .score
        ? number(cell, table, at, isShare: false)?.description : text(of: cell, heading, at)
      assessed.timed[time, default: [:]][
        heading.kind == .score ? "score" : heading.lastHeading] = found
      return
    }
    switch heading.kind {
    case .score: assessed.total = number(cell, table, at, isShare: false)
    case .points:
      assessed.shared["points"] = number(cell, table, at, isShare: false)?.description
    case .number:
      assessed.number = heading.heading
      assessed.shared[heading.heading] = text(of: cell, heading, at)
    case .item: assessed.shared["item"] = text(of: cell, heading, at)
    case .year: takeYear(cell, heading, at, &assessed)
    case .reason: assessed.shared["reason"] = text(of: cell, heading, at)
    case .itemScore:
      guard let scored = ScoredHeading(heading.heading),
        let score = number(cell, table, at, isShare: false)
      else { return }
      assessed.scores.append([
        "item": scored.item, "points": scored.points, "score": score.description,
      ])
    case _:
      if let text = text(of: cell, heading, at) { assessed.shared[heading.heading] = text }
    }
  }

  private mutating func takeYear(
    _ cell: GridCell, _ heading: DocumentColumn, _ at: Cell, _ assessed: inout AssessedRow
  ) {
    guard let text = text(of: cell, heading, at) else { return }
    if case .stated(let period) = periods.read(FoldedText(text)) {
      assessed.shared["year"] = period.description
    } else {
      assessed.shared["原文" + heading.heading] = text
      ledger.doubt(
        at.line, cell: at.column, ImportMessages.unreadable(heading.heading, text))
    }
  }
}

extension ScoreRule {
  /// Leaves out the points that the words say are taken off or given at most, and gives them; nil where
  /// they say none.
  fileprivate mutating func leaveStatedCap() -> Decimal? {
    var bare = ScoreRule(title: title, points: nil, level: level, parent: nil, line: line)
    bare.read(FoldedText(text ?? ""))
    let stated = [bare.cap, bare.bonusCap] + bare.parts.map(\.cap)
    if bare.cap != nil { cap = nil }
    bonusCap = nil
    for (place, part) in bare.parts.enumerated() where part.cap != nil && place < parts.count {
      parts[place].cap = nil
    }
    return stated.lazy.compactMap { $0 }.first
  }
}

/// What a row of a table of assessments says of a unit.
private struct AssessedRow {
  /// What holds for all its scores.
  var shared: [String: String] = [:]
  /// The heading of the numbers of the rows.
  var number: String?
  var total: Decimal?
  /// The scores of single items.
  var scores: [[String: String]] = []
  /// What stands below parts of the year, part by part.
  var timed: [String: [String: String]] = [:]

  /// The rows of `assessments` that it becomes: one for each part of the year, the whole, and one for each item.
  var rows: [[String: String]] {
    var rows = timed.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { time, cells in
      shared.merging(cells) { $1 }.merging(["year": time]) { $1 }
    }
    // What stands beside the scores of single items is said of the whole.
    let saysMore = shared.contains {
      !["unit", "year", "points", number].contains($0.key) && !$0.value.isEmpty
    }
    if scores.isEmpty && timed.isEmpty || total != nil || saysMore && timed.isEmpty {
      rows.append(shared.merging(["score": total?.description ?? ""]) { $1 })
    }
    return rows
      + scores.map { score in
        score.merging(shared.filter { $0.key == "unit" || $0.key == "year" }) { own, _ in own }
      }
  }
}
