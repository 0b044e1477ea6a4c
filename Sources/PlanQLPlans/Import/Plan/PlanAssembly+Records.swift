import PlanQLData

extension PlanAssembly {
  /// Adds the rows of a table that says something of each project several times: by source, by
  /// year, by the day of a report.
  mutating func addRecords(
    _ table: DocumentTable, _ groups: ProjectGroups, _ amounts: TableAmounts,
    sections: TableSections
  ) {
    let record = RecordColumns(table.header)
    var groups = groups.groups(of: table)
    while let group = groups.next() { addRecords(group, table, record, sections) }
    draft.trouble = draft.trouble ?? groups.failure
    // Cumulative amounts of several days have no sum.
    addTotals(of: table, amounts, sections: sections, areSums: record.asOf == nil)
    for column in record.kept {
      let heading = table.header.columns[column].heading
      ledger.note(
        table.headerLine, cell: column,
        record.asOf == nil
          ? ImportMessages.columnOfYearsKept(heading) : ImportMessages.columnOfReportsKept(heading))
    }
  }

  /// Adds what the rows of one project say, and the project where it is a new one.
  private mutating func addRecords(
    _ group: ProjectGroup, _ table: DocumentTable, _ record: RecordColumns,
    _ sections: TableSections
  ) {
    let shared = group.sharedCells(withDue: true).enumerated().map { column, cell in
      record.own.contains(column) ? nil : cell
    }
    let known = draft.project(named: group.name)
    let own = table.header.columns.indices.filter { column in
      !record.own.contains(column)
        && (known != nil || shared[column] == nil
          || table.header.columns[column].isUnits && group.isVaried(column))
    }
    var details = RecordRun<PlanDraft.RowDetail>()
    var years: [Int: [Decimal]] = [:]
    let whole = group.rows.first { table.header.isWholeOfSources($0.row) }
    if let whole { checkSources(whole, of: group, table, record) }
    let shares = record.shares(of: group, beside: whole, in: table.header)
    for row in group.rows where !table.header.isWholeOfSources(row.row) {
      for column in record.years {
        years[column, default: []] += row.amounts[column].map { [$0] } ?? []
      }
      if shares == nil { noteOtherInvestment(row, of: group, table, record) }
      var found = detail(of: row.row, table, row.amounts, record, own: own)
      if let shares, found.fund?.amounts["planned"] == nil {
        found.fund?.amounts["planned"] = row.amounts[shares]
      }
      keepYears(of: row, table, record, &found)
      details.append(found)
    }
    draft.trouble = draft.trouble ?? details.failure
    // What stands beside the whole is said of the project.
    let cells = shared.enumerated().map { column, cell in
      cell
        ?? whole.flatMap { record.own.contains(column) ? nil : $0.row.cells[column] } ?? .empty
    }
    let row = DocumentRow(lines: group.first.lines, cells: cells, section: group.first.section)
    // What several sources give in a year is the plan of that year together.
    let money = table.header.columns.indices.map { column in
      years[column].flatMap { $0.count > 1 ? ExactSum.of($0) : nil }
        ?? (column == record.plain
          ? whole?.amounts[column]
          : record.own.contains(column) ? nil : (whole?.amounts ?? group.amounts)[column])
    }
    guard
      let project = known
        ?? makeProject(row, table, money, section: sections.of(row.section)).map({
          draft.append($0)
        })
    else { return }
    for detail in details { draft.append(detail, of: project, isLater: known != nil) }
  }

  /// Keeps what the source of a row gives in each year, which the plan of the year only has the sum of.
  private func keepYears(
    of row: MeasuredRow, _ table: DocumentTable, _ record: RecordColumns,
    _ found: inout PlanDraft.RowDetail
  ) {
    guard var fund = found.fund, let unit = draft.moneyUnit else { return }
    for column in record.years {
      let heading = table.header.columns[column]
      guard let amount = row.amounts[column] else { continue }
      if record.years.count == 1, fund.amounts["planned"] == nil, fund.year == nil {
        fund.amounts["planned"] = amount
        fund.year = heading.year
      } else {
        let plain = FoldedText(heading.heading).partedAtLastBracket?.before.string
        fund.extras["\(plain ?? heading.heading)(\(unit.name))"] = amount.description
      }
    }
    found.fund = fund
  }

  /// Sets what the sources of a project give against the whole that a row states of them, where that is another.
  private mutating func checkSources(
    _ whole: MeasuredRow, of group: ProjectGroup, _ table: DocumentTable, _ record: RecordColumns
  ) {
    for column in record.years
      + [record.plain ?? table.header.place(of: .investment)].compactMap(\.self)
    {
      let parts = group.rows.filter { !table.header.isWholeOfSources($0.row) }
        .compactMap { $0.amounts[column] }
      guard let stated = whole.amounts[column], parts.count > 1,
        let sum = ExactSum.of(parts), !sum.isEqual(to: stated)
      else { continue }
      let heading = table.header.columns[column]
      draft.sums.append(
        .init(
          table: nil, section: group.name, heading: heading.heading, year: heading.year,
          isInvestment: heading.kind == .investment, rows: parts.count, missing: 0, sum: sum,
          stated: stated))
    }
  }

  /// Says where a row states another investment of its project than the first one does.
  private mutating func noteOtherInvestment(
    _ row: MeasuredRow, of group: ProjectGroup, _ table: DocumentTable, _ record: RecordColumns
  ) {
    guard let column = table.header.place(of: .investment), !record.own.contains(column),
      let first = group.amounts[column], let other = row.amounts[column], !first.isEqual(to: other)
    else { return }
    ledger.doubt(
      row.row.lines[0], cell: column,
      ImportMessages.rowsDiffer(
        table.header.columns[column].heading, first.description, other.description))
  }

  /// What a row says of its project.
  private mutating func detail(
    of row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], _ record: RecordColumns,
    own: [Int]
  ) -> PlanDraft.RowDetail {
    let line = row.lines[0]
    var found = PlanDraft.RowDetail()
    var kept = extras(of: row, table, amounts, record, own: own)
    if record.asOf != nil {
      found.progress = report(row, table, amounts)
      if found.progress == nil, !kept.isEmpty { found.progress = blankReport(row, table) }
      found.progress?.extras = kept
      if let column = table.header.place(of: .status) {
        found.progress?.status = text(
          of: row.cells[column], table.header.columns[column], Cell(line, column))
      }
      return found
    }
    var year: Int?
    if let column = record.year {
      year = self.year(row.cells[column], table, Cell(line, column), &kept)
    }
    let plain = record.plain.flatMap { amounts[$0] }
    if record.source == nil, record.stages.isEmpty, let year {
      found.budget = PlanDraft.Budget(year: year, amount: plain, extras: kept)
      return found
    }
    var fund = PlanDraft.Fund(year: year)
    if let column = record.source {
      setSource(row.cells[column], table.header.columns[column], Cell(line, column), &fund)
    }
    for (column, stage) in record.stages { fund.amounts[stage] = amounts[column] }
    if let plain, let column = record.plain {
      if fund.amounts["planned"] == nil {
        fund.amounts["planned"] = plain
      } else {
        kept[table.header.columns[column].heading] = plain.description
      }
    }
    fund.extras.merge(kept) { $1 }
    found.fund = fund
    return found
  }

  /// The cells of a row that no field takes, and amounts that could not be read.
  private mutating func extras(
    of row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], _ record: RecordColumns,
    own: [Int]
  ) -> [String: String] {
    var kept: [String: String] = [:]
    for column in own + record.kept
    where !table.header.columns[column].isMoney || record.kept.contains(column) {
      let heading = table.header.columns[column]
      guard heading.kind != .name,
        let text = text(of: row.cells[column], heading, Cell(row.lines[0], column))
      else { continue }
      let unit =
        heading.isMoney && heading.money == nil ? table.money.map { "(\($0.unit.name))" } : nil
      kept[heading.heading + (unit ?? "")] = text
    }
    for column in record.amounts where amounts[column] == nil {
      let cell = row.cells[column]
      if cell.problem == nil, !cell.isEmpty, !isNoneMark(cell.text) {
        kept["原文" + table.header.columns[column].heading] = cell.text.unbroken.string
      }
    }
    return kept
  }

  private mutating func year(
    _ cell: GridCell, _ table: DocumentTable, _ place: Cell, _ extras: inout [String: String]
  ) -> Int? {
    let heading = table.header.columns[place.column]
    guard let text = text(of: cell, heading, place) else { return nil }
    if let (year, rest) = Headings.year(FoldedText(text).compact), ["", "年", "年度"].contains(rest) {
      return year
    }
    extras["原文" + heading.heading] = text
    if let year = PlanAssembly.markedYear(FoldedText(text)) {
      ledger.note(place.line, cell: place.column, ImportMessages.periodRead(text, String(year)))
      return year
    }
    ledger.doubt(place.line, cell: place.column, ImportMessages.unreadable(heading.heading, text))
    return nil
  }

  /// The year of a text that says besides how certain its amounts are: `2024(预计)`, `2024年预算`.
  private static func markedYear(_ text: FoldedText) -> Int? {
    guard let (year, rest) = Headings.year(text.compact) else { return nil }
    let mark = rest.filter { !"()年度数".contains($0) }
    return ["预计", "预算", "预测", "计划", "决算", "实际", "执行", "快报", "初步", "预期", "目标", "估计"].contains(mark)
      ? year : nil
  }

  /// Adds a row of a table of public finance, which is of a year.
  mutating func addFiscal(_ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?]) {
    guard let column = table.header.place(of: .fiscalYear) else { return }
    let line = row.lines[0]
    var cells: [String: String] = [:]
    let year = year(row.cells[column], table, Cell(line, column), &cells)
    cells["year"] = year.map(String.init)
    for (place, heading) in table.header.columns.enumerated() where place != column {
      if case .fiscal(let name) = heading.kind {
        cells[name] = amounts[place]?.description
      } else if let text = text(of: row.cells[place], heading, Cell(line, place)) {
        cells[heading.heading] = text
      }
    }
    let further = draft.furtherTable(named: StandardTables.fiscal.name.en)
    draft.furtherTables[further].append(cells, at: lines.place(line))
  }

  private mutating func setSource(
    _ cell: GridCell, _ column: DocumentColumn, _ place: Cell, _ fund: inout PlanDraft.Fund
  ) {
    guard let text = text(of: cell, column, place) else { return }
    fund.source = FundingSource.named(FoldedText(text).compact)
    guard fund.source == nil else { return }
    fund.extras["原文" + column.heading] = text
    ledger.doubt(place.line, cell: place.column, ImportMessages.sourceUnknown(text))
  }
}

/// The columns of a table that belong to the rows, not to the project that they name.
private struct RecordColumns {
  let source: Int?
  let year: Int?
  let asOf: Int?
  /// The amounts of stages, with their names in `funding`.
  let stages: [(column: Int, stage: String)]
  /// The amount of the row where no stage is named.
  let plain: Int?
  let own: Set<Int>
  /// The amounts of years, where each row is of another source.
  let years: [Int]

  /// The columns of a table by days that its reports have no field for: what was paid up to a day adds
  /// to nothing, so that it is no row of `funding`.
  var kept: [Int] {
    asOf == nil ? doneInYear : ([source, year].compactMap { $0 } + stages.map(\.column)).sorted()
  }

  /// What was invested in the year of each row, which is none of a day.
  private let doneInYear: [Int]

  /// The column of the investment where the rows of sources have their shares of it, which add up to that of the whole.
  func shares(of group: ProjectGroup, beside whole: MeasuredRow?, in header: TableHeader) -> Int? {
    guard let whole, let column = header.place(of: .investment), !own.contains(column),
      let all = whole.amounts[column]
    else { return nil }
    let parts = group.rows.filter { !header.isWholeOfSources($0.row) }.compactMap {
      $0.amounts[column]
    }
    return ExactSum.of(parts)?.isEqual(to: all) ?? false ? column : nil
  }

  /// All columns of money that belong to the rows.
  var amounts: [Int] { [plain].compactMap { $0 } + stages.map(\.column) + invested }

  /// The columns of what was invested up to the day of each row.
  private let invested: [Int]

  init(_ header: TableHeader) {
    source = header.place(of: .source)
    year = header.place(of: .year)
    asOf = header.place(of: .asOf)
    stages = header.columns.enumerated().compactMap { place, column in
      if case .fundStage(let stage) = column.kind { return (place, stage) }
      return nil
    }
    let isWhole = asOf != nil || header.columns.contains { $0.heading.contains("总投资") }
    plain =
      asOf != nil
      ? nil
      : header.place(of: .investment).flatMap { isWhole && !header.isOnlyMoney($0) ? nil : $0 }
        ?? header.place(of: .yearAmount(0))
    doneInYear =
      asOf == nil && year != nil
      ? header.columns.indices.filter { header.columns[$0].kind == .invested } : []
    invested =
      asOf == nil ? [] : header.columns.indices.filter { header.columns[$0].kind == .invested }
    var own = Set(
      [source, year, asOf, plain].compactMap { $0 } + stages.map(\.column) + doneInYear)
    if asOf != nil {
      let kinds: [ColumnKind] = [.invested, .done, .problem, .progressText, .status]
      own.formUnion(header.columns.indices.filter { kinds.contains(header.columns[$0].kind) })
    }
    self.own = own
    years =
      source == nil
      ? []
      : header.columns.indices.filter { column in
        if case .yearAmount(let year) = header.columns[column].kind { return year > 0 }
        return false
      }
  }
}

extension TableHeader {
  /// Whether a row has the whole of what the sources in others give: 小计 under 资金来源.
  func isWholeOfSources(_ row: DocumentRow) -> Bool {
    guard let source = place(of: .source),
      let (_, rest) = TotalLine.label(row.cells[source].text.unbroken)
    else { return false }
    return rest.isEmpty
  }

  /// Whether a column is the only one of money.
  fileprivate func isOnlyMoney(_ column: Int) -> Bool {
    columns.indices.allSatisfy { $0 == column || !columns[$0].isMoney }
  }
}
