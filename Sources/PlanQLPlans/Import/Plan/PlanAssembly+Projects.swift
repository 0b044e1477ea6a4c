import PlanQLData

extension PlanAssembly {
  /// Adds a row of a table of projects, with what it says of years, sources and progress.
  mutating func addProject(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], section: Int?
  ) -> NumberedRow? {
    guard let project = makeProject(row, table, amounts, section: section) else { return nil }
    draft.append(project)
    return NumberedRow(number: project.number, section: section, line: row.lines[0])
  }

  /// Makes a project of a row, which is to be the next one of the plan.
  mutating func makeProject(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?], section: Int?
  ) -> PlanDraft.Project? {
    let place = row.lines[0]
    guard let nameColumn = table.header.place(of: .name) else { return nil }
    var project = PlanDraft.Project(
      name: row.cells[nameColumn].text.unbroken.string, section: section, linePlace: place,
      source: lines.place(place))
    var period = PeriodParts()
    for (column, heading) in table.header.columns.enumerated() where !heading.isMoney {
      fill(&project, &period, heading, row.cells[column], Cell(place, column))
    }
    settle(period, &project, at: place)
    if let column = table.header.place(of: .investment) {
      project.investment = amounts[column]
    }
    for (column, heading) in table.header.columns.enumerated() where heading.isMoney {
      keepUnread(row.cells[column], amounts[column], heading, &project.extras)
    }
    noteAbsence(row, table)
    draft.register(project.units)
    addYears(row, table, amounts, to: &project)
    addFunding(table, amounts, to: &project)
    addParts(of: row, table, to: &project)
    for var report in reports(row, table, amounts) {
      report.status = project.status ?? report.status
      project.reports.append(report)
    }
    if project.reports.isEmpty, let column = table.header.place(of: .asOf) {
      let heading = table.header.columns[column]
      project.extras[heading.heading] = text(of: row.cells[column], heading, Cell(place, column))
    }
    addSteps(row, table, to: &project)
    return project
  }

  /// An amount that could not be read is kept as written, under a heading without its unit, since a
  /// column whose heading names one holds amounts.
  private func keepUnread(
    _ cell: GridCell, _ amount: Decimal?, _ column: DocumentColumn, _ extras: inout [String: String]
  ) {
    if amount == nil, cell.problem == nil, !cell.isEmpty, !isNoneMark(cell.text) {
      let heading = FoldedText(column.heading)
      let bracket = heading.hasSuffix(")") ? heading.scalars.lastIndex(of: "(") : nil
      let plain = bracket.map { heading.part(0..<$0) } ?? heading
      extras["原文" + plain.string] = cell.text.unbroken.string
    }
  }

  private mutating func fill(
    _ project: inout PlanDraft.Project, _ period: inout PeriodParts, _ column: DocumentColumn,
    _ cell: GridCell, _ place: Cell
  ) {
    let text = text(of: cell, column, place)
    switch column.kind {
    case .number:
      project.number = Numbering.rowNumber(cell.text)
      if project.number == nil { addCode(text, &project, column) }
    case .code: addCode(text, &project, column)
    case .name, .investment, .yearAmount, .funding, .invested, .goal, .done, .problem,
      .progressText, .asOf, .milestone, .milestoneDate, .stage, .fundStage:
      break
    case .content: project.content = PlanAssembly.joined(project.content, text)
    case .category: addCategory(text, &project)
    case .section: project.section = text.map { section(named: $0, at: place.line) }
    case .period: period.stated = part(cell, column, place)
    case .due: period.due = part(cell, column, place)
    case .periodStart: period.start = part(cell, column, place)
    case .periodEnd: period.end = part(cell, column, place)
    case .nature: setNature(text, &project, column, place)
    case .place: project.place = text
    case .status: setStatus(text, &project, column, place)
    case .units(let role): addUnits(cell.text, role, to: &project, at: place)
    case .task, .indicator, .requirement, .note, .attribute, .domain, .measuredIn, .baseline,
      .target, .cumulative, .doneOn, .item, .points, .scoring, .score, .itemScore, .assessed, .rank,
      .reason, .source, .year, .observed, .fiscalYear, .fiscal, .other:
      if let text { project.extras[column.heading] = text }
    }
  }

  /// A category beside another one that is a nature, 续建 beside 水利, is that of the project.
  private func addCategory(_ text: String?, _ project: inout PlanDraft.Project) {
    guard let text else { return }
    let parts = [project.category, text].compactMap { $0 }
    let natures = parts.filter { Enumerations.nature.code(named: $0) != nil }
    if parts.count > 1, project.nature == nil, natures.count == 1 {
      project.nature = natures[0]
      project.category = parts.first { $0 != natures[0] }
    } else {
      project.category = PlanAssembly.joined(project.category, text)
    }
  }

  /// A number that is no plain one is the code of its project.
  private func addCode(
    _ text: String?, _ project: inout PlanDraft.Project, _ column: DocumentColumn
  ) {
    guard let text else { return }
    if project.code == nil { project.code = text } else { project.extras[column.heading] = text }
  }

  private mutating func part(
    _ cell: GridCell, _ column: DocumentColumn, _ place: Cell
  ) -> PeriodParts.Part? {
    guard !cell.isEmpty else { return nil }
    let text = cell.text.unbroken.string
    if cell.isNumber, text.count == 6, text.hasSuffix(".1") {
      ledger.doubt(place.line, cell: place.column, ImportMessages.monthIsUncertain(text))
      return .init(period: nil, heading: column.heading, text: text)
    }
    if let words = MilestoneText(cell.text, periods: periods).period, words.description != text {
      ledger.note(
        place.line, cell: place.column, ImportMessages.periodRead(text, words.description))
      return .init(period: words, heading: column.heading, text: text)
    }
    return .init(
      period: period(cell.text, heading: column.heading, at: place), heading: column.heading,
      text: text)
  }

  /// Makes the period of a project of its columns; what it does not say is kept as written.
  private mutating func settle(
    _ parts: PeriodParts, _ project: inout PlanDraft.Project, at place: Int
  ) {
    let (period, rest) = parts.whole
    project.period = period ?? project.period
    for part in rest where !isNoneMark(FoldedText(part.text)) {
      project.extras[part.heading] = part.text
    }
    for part in parts.unread where !isNoneMark(FoldedText(part.text)) {
      project.extras["原文" + part.heading] = part.text
    }
    if parts.isReversed { ledger.doubt(place, ImportMessages.periodReversed) }
  }

  static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second, first != second else { return first ?? second }
    return first + " " + second
  }

  private mutating func setNature(
    _ text: String?, _ project: inout PlanDraft.Project, _ column: DocumentColumn, _ place: Cell
  ) {
    guard let text else { return }
    var plain = FoldedText(text).compact
    if plain.hasSuffix("项目"), plain.count > 2 { plain.removeLast(2) }
    if Enumerations.nature.code(named: plain) != nil {
      project.nature = plain
    } else {
      project.extras["原文建设性质"] = text
      ledger.note(
        place.line, cell: place.column, ImportMessages.valueKept(column.heading, text))
    }
  }

  private mutating func setStatus(
    _ text: String?, _ project: inout PlanDraft.Project, _ column: DocumentColumn, _ place: Cell
  ) {
    guard let text else { return }
    let plain = text.lowercased().replacing(" ", with: "_")
    if Enumerations.status.code(named: text) != nil {
      project.status = text
    } else if Enumerations.status.code(named: plain) != nil {
      project.status = plain
    } else {
      ledger.note(
        place.line, cell: place.column, ImportMessages.valueKept(column.heading, text))
      project.extras[column.heading] = text
    }
  }

  private mutating func addUnits(
    _ cell: FoldedText, _ role: UnitRole?, to project: inout PlanDraft.Project, at place: Cell
  ) {
    guard !isNoneMark(cell) else { return }
    let list = readings.units(cell, role: role)
    check(list, of: project.name, at: place.line)
    project.units = PlanAssembly.merged(project.units, list.units)
    project.statedLead = project.statedLead ?? list.units.first { $0.role == .lead }?.name
    if let due = list.due, project.period == nil {
      project.period = period(due, heading: "完成时限", at: place)
    }
    for (label, text) in list.kept where project.extras[label] == nil {
      project.extras[label] = text
    }
  }

  /// The units of several columns as one list, the leading ones first.
  static func merged(_ first: [ListedUnit], _ second: [ListedUnit]) -> [ListedUnit] {
    // Who supervises may be who does it too.
    let all =
      first
      + second.filter { unit in
        !first.contains {
          $0.name == unit.name && ($0.role == .supervise) == (unit.role == .supervise)
        }
      }
    let roles = zip(all, roles(of: all))
    return roles.filter { $0.1 == .lead }.map(\.0) + roles.filter { $0.1 != .lead }.map(\.0)
  }
}

extension PlanAssembly {
  /// Adds what a row plans for single years, and reports years that do not add up.
  private mutating func addYears(
    _ row: DocumentRow, _ table: DocumentTable, _ amounts: [Decimal?],
    to project: inout PlanDraft.Project
  ) {
    var years: [Int: PlanDraft.Budget] = [:]
    for (column, heading) in table.header.columns.enumerated() {
      let place = Cell(row.lines[0], column)
      switch heading.kind {
      case .yearAmount(let stated):
        guard let amount = amounts[column] else { continue }
        guard let year = stated == 0 ? periods.year : stated else {
          project.extras[heading.heading] = amount.description
          ledger.doubt(place.line, cell: column, ImportMessages.yearUnknown(heading.heading))
          continue
        }
        years[year, default: .init(year: year)].amount = amount
      case .goal(let stated):
        guard let text = text(of: row.cells[column], heading, place) else { continue }
        guard let year = stated == 0 ? periods.year : stated else {
          project.extras[heading.heading] = text
          continue
        }
        years[year, default: .init(year: year)].goal = text
      case _: break
      }
    }
    project.budgets = years.sorted { $0.key < $1.key }.map(\.value)
    checkYears(project, table, at: row.lines[0])
  }

  /// Reports yearly amounts that are more than the investment, or other than it where it is the
  /// total of the years.
  private mutating func checkYears(
    _ project: PlanDraft.Project, _ table: DocumentTable, at place: Int
  ) {
    let amounts = project.budgets.compactMap(\.amount)
    guard amounts.count > 1, let stated = project.investment,
      let sum = ExactSum.of(amounts)
    else { return }
    let isTotal = table.header.place(of: .investment).map {
      FoldedText(table.header.columns[$0].heading).compact.hasSuffix("合计")
    }
    guard isTotal == true ? !sum.isEqual(to: stated) : sum > stated else { return }
    ledger.doubt(place, ImportMessages.amountsDisagree(sum.description, stated.description))
  }
}

/// What the columns of a row say of its period: the whole, its start, its end, a deadline.
struct PeriodParts {
  /// A cell with the period that it was read as; nil where it could not be read.
  struct Part {
    let period: Period?
    let heading: String
    let text: String
  }

  var stated: Part?
  var start: Part?
  var end: Part?
  var due: Part?

  /// Whether the end stands before the start.
  var isReversed: Bool {
    guard let last = end?.period ?? due?.period, let start = start?.period else { return false }
    return stated?.period == nil && Period(from: start.start, through: last.end) == nil
  }

  /// The period up to what a deadline names; one that names its own start keeps it.
  private static func deadline(_ part: Part) -> Period? {
    guard let period = part.period, !period.description.contains("..") else { return part.period }
    return Period(from: nil, through: period.end)
  }

  /// The cells that could not be read.
  var unread: [Part] { [stated, start, end, due].compactMap { $0 }.filter { $0.period == nil } }

  /// The period that the cells make together, and the cells that have no part in it.
  var whole: (period: Period?, rest: [Part]) {
    let read = [start, end, due].compactMap { $0 }.filter { $0.period != nil }
    if let period = stated?.period { return (period, read) }
    if isReversed { return (nil, read) }
    if start?.period == nil, end?.period == nil { return (due.flatMap(PeriodParts.deadline), []) }
    let last = end?.period ?? due?.period
    let period = Period(from: start?.period?.start, through: last?.end)
    return (period, end?.period == nil ? [] : read.filter { $0.heading == due?.heading })
  }
}
