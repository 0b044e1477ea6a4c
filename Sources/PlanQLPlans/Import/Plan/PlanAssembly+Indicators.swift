import PlanQLData

extension PlanAssembly {
  /// Adds a row of a table of indicators.
  mutating func addIndicator(_ row: DocumentRow, _ table: DocumentTable, section: String?) {
    let place = row.lines[0]
    let columns = table.header.columns
    guard let subject = columns.firstIndex(where: { $0.kind == .indicator }) else { return }
    var indicator = self.indicator(named: row.cells[subject].text.unbroken, in: table, at: place)
    noteBlanks(in: indicator.name, of: table, at: place)
    var domain = section
    var observed: [[String: String]] = []
    if let column = table.header.place(of: .measuredIn) {
      indicator.measuredIn =
        text(of: row.cells[column], columns[column], Cell(place, column)) ?? indicator.measuredIn
    }
    indicator.measuredIn = indicator.measuredIn ?? table.header.unitOfFigures
    for (column, heading) in columns.enumerated() where column != subject {
      let cell = row.cells[column]
      let at = Cell(place, column)
      if let problem = cell.problem {
        ledger.doubt(place, cell: column, problem)
        continue
      }
      switch heading.kind {
      case .domain, .category: domain = text(of: cell, heading, at) ?? domain
      case .observed(let year): observe(cell, year, heading, table, at, &indicator, &observed)
      case _: fill(&indicator, cell, table, at)
      }
    }
    // Wherever it stands, it is the target only where no other is.
    for (column, heading) in columns.enumerated() where heading.kind == .cumulative {
      setCumulative(row.cells[column], &indicator, table, Cell(place, column))
    }
    if table.money == nil { indicator.measuredIn = indicator.measuredIn ?? table.measure }
    setComparator(of: row, table, &indicator)
    if let domain { setDomain(domain, &indicator) }
    takeYear(of: row, table, &indicator)
    noteAbsence(row, table)
    keepAims(of: row, table, &indicator)
    let isRepeated = addObserved(observed, row, of: &indicator, table)
    draft.register(indicator.units)
    if isRepeated, draft.hasIndicator(named: indicator.name) { return }
    draft.append(indicator)
  }

  /// Keeps what is to be reached, and by whom, beside the value that was observed where rows of several places are of one
  /// indicator: a target of 甲县 is none of 乙县.
  private mutating func keepAims(
    of row: DocumentRow, _ table: DocumentTable, _ indicator: inout PlanDraft.Indicator
  ) {
    guard table.header.hasObservations,
      table.header.place(of: .place) != nil || table.header.columns.contains(where: \.isUnits),
      isOfSeveralRows(indicator.name, in: table)
    else { return }
    for (column, heading) in table.header.columns.enumerated() where heading.tellsAim {
      indicator.extras[heading.heading] = text(
        of: row.cells[column], heading, Cell(row.lines[0], column))
      ledger.note(table.headerLine, cell: column, ImportMessages.aimOfPlaceKept(heading.heading))
    }
    indicator.baseline = nil
    indicator.baselineYear = nil
    indicator.target = nil
    indicator.targetYear = nil
    indicator.targetText = nil
    indicator.comparator = nil
    indicator.direction = nil
    indicator.units = []
  }

  /// Whether more than one row of a table is of an indicator.
  mutating func isOfSeveralRows(_ name: String, in table: DocumentTable) -> Bool {
    if let known = repeatedIndicators[table.headerLine] { return known.contains(name) }
    var (seen, repeated): (Set<String>, Set<String>) = ([], [])
    if let subject = table.header.columns.firstIndex(where: { $0.kind == .indicator }) {
      for row in table.rows {
        let name = indicator(
          named: row.cells[subject].text.unbroken, in: table, at: row.lines[0]
        ).name
        if !seen.insert(name).inserted { repeated.insert(name) }
      }
    }
    repeatedIndicators[table.headerLine] = repeated
    return repeated.contains(name)
  }

  /// An indicator by what its name says, with the unit in brackets behind it, and the number before it where no
  /// column has one.
  private func indicator(
    named title: FoldedText, in table: DocumentTable, at place: Int
  ) -> PlanDraft.Indicator {
    let numbering = table.header.place(of: .number) == nil ? Numbering(ofIndicator: title) : nil
    let (name, unit) = IndicatorUnit.parted(numbering?.rest ?? title)
    var indicator = PlanDraft.Indicator(name: name.string, place: lines.place(place))
    indicator.number = numbering?.number
    indicator.measuredIn = unit
    return indicator
  }

  /// Takes the year of a row for that of its target, and the target for one of the values that were observed in the row
  /// too: another row may have the target of another year.
  private mutating func takeYear(
    of row: DocumentRow, _ table: DocumentTable, _ indicator: inout PlanDraft.Indicator
  ) {
    guard let column = table.header.place(of: .year),
      let target = table.header.place(of: .target(0)),
      let year = Headings.year(row.cells[column].text.compact)?.year
    else { return }
    if indicator.target != nil || indicator.targetText != nil { indicator.targetYear = year }
    guard table.header.hasObservations else { return }
    let heading = table.header.columns[target]
    indicator.extras[heading.heading] = text(
      of: row.cells[target], heading, Cell(row.lines[0], target))
  }

  /// Says where a name in a text that has only blanks between cells may be the cells of two columns, of which one has
  /// no heading: 生态环境 森林覆盖率.
  private mutating func noteBlanks(in name: String, of table: DocumentTable, at place: Int) {
    let words = FoldedText(name).words
    guard lines[place].cells.isEmpty, words.count > 1, table.header.place(of: .domain) == nil,
      table.header.place(of: .category) == nil,
      words[0].scalars.allSatisfy({ FoldedText.isIdeograph($0) || $0 == "、" }),
      (2...10).contains(words[0].count)
    else { return }
    ledger.doubt(place, ImportMessages.nameMayBeOfTwoCells(name))
  }

  private mutating func fill(
    _ indicator: inout PlanDraft.Indicator, _ cell: GridCell, _ table: DocumentTable, _ at: Cell
  ) {
    let heading = table.header.columns[at.column]
    switch heading.kind {
    case .number:
      indicator.number = Numbering.rowNumber(cell.text)
      if indicator.number == nil, !cell.isEmpty {
        indicator.extras["原文" + heading.heading] = cell.text.unbroken.string
      }
    case .measuredIn, .cumulative: break
    case .attribute: setAttribute(text(of: cell, heading, at), &indicator, at)
    case .baseline(let year): setBaseline(cell, year: year, &indicator, table, at)
    case .target(let year), .yearAmount(let year):
      setTarget(cell, year: year == 0 ? nil : year, &indicator, table, at)
    case .due, .periodEnd:
      setTargetYear(cell, heading, &indicator, at, hasYear: table.header.hasYearOfTarget)
    case .units(let role):
      guard !isNoneMark(cell.text) else { return }
      let list = readings.units(cell.text, role: role)
      check(list, of: indicator.name, at: at.line)
      indicator.units = PlanAssembly.merged(indicator.units, list.units)
    case .code, .name, .task, .indicator, .requirement, .content, .investment, .period,
      .periodStart, .nature, .place, .status, .note, .goal, .funding, .done, .invested,
      .problem, .progressText, .asOf, .milestone, .milestoneDate, .stage, .doneOn, .domain,
      .category, .section, .observed, .item, .points, .scoring, .score, .itemScore, .assessed,
      .rank,
      .reason, .source, .year, .fundStage, .fiscalYear, .fiscal, .other:
      if let text = text(of: cell, heading, at) { indicator.extras[heading.heading] = text }
    }
  }

  private mutating func setBaseline(
    _ cell: GridCell, year: Int, _ indicator: inout PlanDraft.Indicator, _ table: DocumentTable,
    _ place: Cell
  ) {
    let heading = table.header.columns[place.column].heading
    guard let figure = figure(cell, table, place, indicator.measuredIn) else {
      if isUnread(cell) { indicator.extras["原文" + heading] = cell.text.unbroken.string }
      return
    }
    indicator.baseline = figure.value
    indicator.baselineYear = year == 0 ? nil : year
    let mark =
      figure.mark ?? IndicatorFigure.mark(behind: indicator.name)
      ?? markOfAll(behind: heading, in: table)
    if let mark, let year = yearOfFootnote(mark, below: table) {
      indicator.baselineYear = year
      ledger.note(
        place.line, cell: place.column,
        ImportMessages.yearOfFootnote(cell.text.unbroken.string, year))
    }
    if figure.isWorded {
      indicator.extras[heading] = cell.text.unbroken.string
      note(figure, of: cell, place)
    }
    if let unit = figure.unit { indicator.measuredIn = indicator.measuredIn ?? unit }
  }

  /// The mark of a footnote behind a heading, which is of all figures below it where no name in the rows has it.
  private func markOfAll(behind heading: String, in table: DocumentTable) -> Unicode.Scalar? {
    guard let mark = IndicatorFigure.mark(behind: heading),
      let subject = table.header.place(of: .indicator),
      !table.rows.contains(where: {
        IndicatorFigure.mark(behind: $0.cells[subject].text.unbroken.string) == mark
      })
    else { return nil }
    return mark
  }

  /// The year that the notes below a table name for the figures with a mark: 带*的为2019年数据.
  private func yearOfFootnote(_ mark: Unicode.Scalar, below table: DocumentTable) -> Int? {
    let start = table.headerLine + 1
    let end = content.tables.map(\.headerLine).filter { $0 >= start }.min() ?? lines.count
    let notes = (start..<end).lazy.filter { ledger.roles[$0] == .note }.prefix(12).flatMap {
      lines[$0].text.split { "。;".unicodeScalars.contains($0) }
    }
    let years = notes.lazy.filter { $0.scalars.contains(mark) }.map { PlanFacts.years(of: $0) }
    return years.first { $0.count == 1 }?.first
  }

  /// Whether a unit is one of shares, however it is written: %, ‰, 百分比.
  private static func isOfShares(_ unit: FoldedText) -> Bool {
    unit.contains("%") || unit.contains("‰") || unit.hasPrefix("百分")
  }

  /// Reads what a cell says in the unit of its row; a share beside another unit may be a value or a
  /// change, and stays as it is written.
  mutating func figure(
    _ cell: GridCell, _ table: DocumentTable, _ place: Cell, _ unit: String?
  ) -> IndicatorFigure? {
    let heading = table.header.columns[place.column].heading
    if let problem = cell.problem {
      ledger.doubt(place.line, cell: place.column, problem)
      return nil
    }
    let style = cell.isNumber ? .point : styles[place.column]
    switch IndicatorFigure.read(cell.text, style: style) {
    case .stated(let figure):
      guard figure.unit == "%", let unit, !PlanAssembly.isOfShares(FoldedText(unit)) else {
        return inUnitOfRow(figure, cell, place, unit)
      }
      ledger.doubt(
        place.line, cell: place.column,
        ImportMessages.percentBesideUnit(cell.text.unbroken.string, unit))
      return nil
    case .none:
      ledger.note(
        place.line, cell: place.column, ImportMessages.noMark(heading, cell.text.unbroken.string))
    case .blank: break
    case .unreadable:
      ledger.doubt(
        place.line, cell: place.column,
        ImportMessages.unreadable(heading, cell.text.unbroken.string))
    }
    return nil
  }

  /// A figure that has a unit of its own in that of its row: 2万吨 in 吨; nil where it has no exact value in it.
  private mutating func inUnitOfRow(
    _ figure: IndicatorFigure, _ cell: GridCell, _ place: Cell, _ unit: String?
  ) -> IndicatorFigure? {
    guard let unit, let own = figure.unit, let value = figure.value else { return figure }
    switch UnitScale.convert(value, from: own, to: unit) {
    case .value(let found):
      var converted = figure
      converted.isConverted = !found.isEqual(to: value)
      converted.value = found
      return converted
    case .unknown: return figure
    case .none:
      ledger.doubt(
        place.line, cell: place.column,
        ImportMessages.unitBesideUnit(cell.text.unbroken.string, unit))
      return nil
    }
  }

  /// Whether a cell that gave no figure has something to keep as written.
  func isUnread(_ cell: GridCell) -> Bool {
    cell.problem == nil && !cell.isEmpty && !isNoneMark(cell.text)
  }

  private mutating func setTarget(
    _ cell: GridCell, year: Int?, _ indicator: inout PlanDraft.Indicator, _ table: DocumentTable,
    _ place: Cell
  ) {
    indicator.targetYear = year
    guard let figure = figure(cell, table, place, indicator.measuredIn) else {
      if isUnread(cell) { indicator.targetText = cell.text.unbroken.string }
      return
    }
    take(figure, of: cell, &indicator, place)
  }

  /// The change over the whole plan is the target where the year has none.
  private mutating func setCumulative(
    _ cell: GridCell, _ indicator: inout PlanDraft.Indicator, _ table: DocumentTable, _ place: Cell
  ) {
    let heading = table.header.columns[place.column].heading
    let isRate = cell.text.hasSuffix("%") && heading.contains("年均")
    if isRate, indicator.target != nil || indicator.targetText != nil {
      // A rate of growth is in another unit than what grows.
      indicator.extras[heading] = cell.text.unbroken.string
      return
    }
    guard var figure = figure(cell, table, place, indicator.measuredIn) else {
      if isUnread(cell) { indicator.extras["原文" + heading] = cell.text.unbroken.string }
      return
    }
    guard indicator.target == nil, indicator.targetText == nil else {
      indicator.extras[heading] = cell.text.unbroken.string
      return
    }
    // Under 年均/累计 brackets tell what is cumulative, and signs of comparison say something else.
    if figure.value != nil, figure.comparator == nil, !heading.contains("年均") {
      figure.comparator = "cumulative"
    }
    take(figure, of: cell, &indicator, place)
    let years = table.header.columns.compactMap { column -> Int? in
      if case .target(let year) = column.kind, year > 0 { return year }
      return nil
    }
    indicator.targetYear = years.last
  }

  private mutating func take(
    _ figure: IndicatorFigure, of cell: GridCell, _ indicator: inout PlanDraft.Indicator,
    _ place: Cell
  ) {
    let text = cell.text.unbroken.string
    indicator.target = figure.value
    indicator.comparator = figure.comparator
    indicator.direction = figure.direction
    if let unit = figure.unit { indicator.measuredIn = indicator.measuredIn ?? unit }
    guard figure.isWorded else { return }
    indicator.targetText = text
    if figure.value == nil, text.contains(where: \.isNumber) {
      ledger.doubt(place.line, cell: place.column, ImportMessages.targetKeptAsText(text))
    }
    note(figure, of: cell, place)
  }

  /// Says how a cell that is more than a plain number was read.
  mutating func note(_ figure: IndicatorFigure, of cell: GridCell, _ place: Cell) {
    guard let value = figure.value else { return }
    let text = cell.text.unbroken.string
    let comparator = figure.comparator.flatMap { name in
      Enumerations.comparator.cases.first { $0.name.en == name }?.name.zh
    }
    ledger.note(
      place.line, cell: place.column,
      ImportMessages.figureRead(
        text, [comparator, value.description].compactMap { $0 }.joined(separator: " ")))
  }

  /// The time by which an indicator is to be reached, where no heading of its target says the year.
  private mutating func setTargetYear(
    _ cell: GridCell, _ heading: DocumentColumn, _ indicator: inout PlanDraft.Indicator,
    _ place: Cell, hasYear: Bool
  ) {
    guard let text = text(of: cell, heading, place) else { return }
    guard !hasYear, let end = period(cell.text, heading: heading.heading, at: place)?.end else {
      indicator.extras[heading.heading] = text
      return
    }
    indicator.targetYear = end.civil.year
    if end != Period(year: end.civil.year)?.end { indicator.extras[heading.heading] = text }
  }

  private mutating func setAttribute(
    _ text: String?, _ indicator: inout PlanDraft.Indicator, _ place: Cell
  ) {
    guard let text else { return }
    if let attribute = IndicatorWords.attribute(FoldedText(text)) {
      indicator.attribute = attribute
    } else if IndicatorFigure.comparator(text) == nil {
      indicator.extras["原文属性"] = text
      ledger.note(place.line, cell: place.column, ImportMessages.attributeKept(text))
    }
  }

  /// Takes the sign of comparison that stands under 指标性质 for that of the target, unless the target has its own; beside a
  /// target in words it is kept as written.
  private func setComparator(
    of row: DocumentRow, _ table: DocumentTable, _ indicator: inout PlanDraft.Indicator
  ) {
    guard let column = table.header.place(of: .attribute), row.cells[column].problem == nil,
      case let text = row.cells[column].text.unbroken.string,
      let comparator = IndicatorFigure.comparator(text)
    else { return }
    if indicator.target != nil, indicator.comparator == nil {
      indicator.comparator = comparator
    } else if indicator.comparator != comparator {
      indicator.extras["原文属性"] = text
    }
  }

  private func setDomain(_ text: String, _ indicator: inout PlanDraft.Indicator) {
    let plain = Numbering(FoldedText(text))?.rest ?? FoldedText(text)
    indicator.domain = IndicatorWords.domain(plain)
    if indicator.domain == nil || plain.compact.count > 4 { indicator.extras["原文领域"] = text }
  }
}

extension Numbering {
  /// The number before the name of an indicator: `14.单位GDP能源消耗降低`; not that of `2.5微米`.
  fileprivate init?(ofIndicator name: FoldedText) {
    guard let numbering = Numbering(name), numbering.level >= 3,
      let next = numbering.rest.scalar(0),
      !FoldedText.isDigit(next)
    else { return nil }
    self = numbering
  }
}

extension TableHeader {
  /// Whether a heading says in which year a target is to be reached.
  fileprivate var hasYearOfTarget: Bool {
    columns.contains { column in
      if case .target(let year) = column.kind { return year > 0 }
      return false
    }
  }
}

extension DocumentColumn {
  /// Whether a column says what is to be reached, from where, or who answers for it.
  fileprivate var tellsAim: Bool {
    switch kind {
    case .target, .baseline, .cumulative, .units: true
    case _: false
    }
  }
}
