import PlanQLData

/// Makes the tables of a plan from what a document holds.
struct PlanAssembly {
  let lines: DocumentLines
  let content: DocumentContent
  /// How times are read: in the year of the document, or of the table that is read.
  private(set) var periods: PeriodReading
  let options: ImportOptions
  /// What tables of the document's own are called where no sheet names them.
  let documentName: String
  var draft: PlanDraft
  var ledger: LineLedger
  /// Rows that could not be read, by the tables that they would have stood in.
  var lostRows: [Name: Int] = [:]
  /// Indicators of sentences, until all of them are known.
  var proseIndicators: [PlanDraft.Indicator] = []
  /// The unit, time and item of the assessments of sentences.
  var assessmentKeys: Set<[String]> = []
  /// The unit at each place of a ranking.
  var rankedPlaces: [[String]: String] = [:]
  /// What rankings are called, by their item, time and those ranked.
  var rankingNames: [[String]: String] = [:]
  /// The styles of the numbers in the columns of the table that is read.
  var styles: [ColumnStyle] = []
  /// Whether the month stands first in the dates of its columns, where that is told.
  var dateOrders: [Int: Bool] = [:]
  /// What the tables so far add up to, by the headings of their columns.
  var sumsOfTables: [String: SumOfTables] = [:]
  /// How the columns of that table that no known heading heads have their numbers.
  var otherColumns: [OwnColumn?] = []
  /// The years of tables that are about another one than the document.
  var yearsOfTables: [Period] = []
  /// The time of the scores in the table that is read.
  var scoreTime: String?
  /// What cells were read as.
  var readings = CellReadings()
  /// The days that the headings of that table name for what was done up to them, column by column.
  var headingDates: [Day?] = []
  /// How many projects and duties there were before the document.
  let projectsBefore: Int
  let dutiesBefore: Int
  let unitsBefore: Int
  /// The numbers that lines state of whole tables, which are kept as totals of the plan.
  var statedNumbers: [Int: [Decimal]] = [:]
  /// The sections of such tables, once they have something of their own.
  var sheetSections: [Int: Int] = [:]
  /// The sections of the items of a list whose sentences are those of a bulletin, by the lines of the items.
  var groupSections: [Int: Int] = [:]
  /// The duties that the rows of a table of tasks are held against.
  var knownDuties: KnownDuties?
  /// The indicators that several rows of a table are of, by the line of its headings.
  var repeatedIndicators: [Int: Set<String>] = [:]
  /// The tables of which every row has the name of a project before it, by the lines of their headings.
  var tablesOfKnownRows: Set<Int> = []
  /// The tables that others are further reports of, by the lines of their headings.
  var reportedTables: Set<Int> = []
  /// The day that other progress in that table counts up to, once it was looked for; an inner nil
  /// where nothing says it.
  var knownDate: Day??

  /// Prepares to add what was read to a plan.
  init(
    _ reader: DocumentReader, named documentName: String, options: ImportOptions,
    into draft: PlanDraft
  ) {
    self.lines = reader.lines
    self.content = reader.content
    self.periods = reader.periods
    var options = options
    let stated = reader.content.settings.entries.last { $0.key == .moneyUnit }
    options.money = options.money ?? stated.flatMap { MoneyName(in: $0.value) }
    self.options = options
    self.documentName = documentName
    self.ledger = reader.ledger
    self.draft = draft
    self.projectsBefore = draft.projects.count
    self.dutiesBefore = draft.duties.count
    self.unitsBefore = draft.units.count
  }

  /// Makes everything, in the order of the document.
  mutating func assemble() {
    draft.currencyOfPlace = draft.currencyOfPlace ?? PlanFacts.currencyOfPlace(lines)
    addSettings()
    let sections = addOutline()
    findTablesOfKnownRows()
    findReports()
    for table in content.tables {
      let ofDocument = periods
      readTimes(in: yearOfItsOwn(table))
      add(withMinusSigns(withYears(table.withExactTasks.asRulesIfUnscored)), below: sections)
      readTimes(in: ofDocument.year)
    }
    if let prose = content.prose { add(prose, sections: sections) }
    takeProseIndicators()
    for item in content.items {
      add(item, section: groupSections[item.lines[0]] ?? item.node.flatMap { sections[$0] })
    }
    addMembers()
    addCases()
    addCredit()
    addProseMilestones()
    noteUnreadFigures()
    draft.joinSheetOfSections()
    renameTakenTables()
    for measure in draft.measures { draft.register(measure.units) }
    for unit in draft.units[unitsBefore...] where unit.kind == nil {
      ledger.doubt(nil, ImportMessages.kindUnknown(unit.name))
    }
  }
}

extension PlanAssembly {
  private mutating func readTimes(in year: Int?) {
    guard year != periods.year else { return }
    periods = PeriodReading(year: year)
    readings.forgetTimes()
  }

  private mutating func add(_ table: DocumentTable, below headings: [Int: Int]) {
    let subject = TableSubject(table)
    if let name = subject.table?.name { lostRows[name, default: 0] += table.lostRows }
    noteUnknownHeadings(table)
    let evidence = table.columnEvidence
    settleStyles(of: table, evidence)
    settleDateOrders(of: table)
    if isOfUnits(table) { return addUnits(table) }
    if let standard = table.standard { return add(table, as: standard, evidence) }
    if subject == .own, table.planTable == nil, let columns = CreditColumns(table.header) {
      return addCredit(table, columns)
    }
    guard subject != .own else { return addOwn(table, evidence) }
    settleOthers(of: table, evidence)
    let table = withUnitsOfOthers(sharingUnit(withCurrencyOfSigns(table, evidence)))
    settleMoney(of: table)
    let sections = addSections(of: table, below: headings)
    var amounts = TableAmounts(table)
    var groups = ProjectGroups(table)
    addRows(of: table, as: subject, sections: sections, &amounts, &groups)
    if [.projects, .milestones, .records].contains(subject) {
      draft.projectColumns.add(table.header)
    }
    switch subject {
    case .milestones, .records:
      guard let groups else { return }
      if subject == .records {
        return addRecords(table, groups, amounts, sections: sections)
      }
      return addMilestones(table, groups, amounts, sections: sections)
    case .fiscal:
      draft.settleFurtherTable(
        named: StandardTables.fiscal.name.en, first: ["year", "revenue", "environment_spending"])
    case .rules:
      settleRules()
      checkPoints(table, amounts)
    case .assessments:
      draft.settleFurtherTable(
        named: StandardTables.assessments.name.en,
        first: ["unit", "year", "item", "points", "score", "reason"])
    case .projects:
      addStatedInvestment(beside: table, &amounts)
      addCounts(of: table, sections)
    case .tasks, .indicators: addCounts(of: table, sections)
    case .own: break
    }
    addTotals(of: table, amounts, sections: sections)
  }

  /// Adds the rows one by one, or the project by which each is to be grouped. What is said of amounts
  /// stands before what is said of the other cells, and that before what is said of the numbers of
  /// rows and of how rules are read.
  private mutating func addRows(
    of table: DocumentTable, as subject: TableSubject, sections: TableSections,
    _ amounts: inout TableAmounts, _ groups: inout ProjectGroups?
  ) {
    var ofRows = LineLedger.Remarks()
    var ofReadings = LineLedger.Remarks()
    var numbers = NumberSequence(table)
    var ruleNames = subject == .rules ? self.ruleNames : DistinctNames([])
    let sharingLines = subject == .rules ? linesSharingScoring(of: table) : []
    knownDate = nil
    scoreTime = subject == .assessments ? timeOfScores(in: table) : nil
    noteHeadingDates(of: table)
    let earlier = earlierReport(of: table).map { EarlierReport($0) }
    var known = earlier == nil ? knownProjects(of: table) : nil
    knownDuties = subject == .tasks ? knownDuties(of: table) : nil
    for row in table.rows {
      let values = amounts.read(row, table, &self)
      let section = sections.of(row.section)
      ledger.exchange(&ofRows)
      switch subject {
      case .projects:
        if let earlier, addReport(row, table, values, after: earlier) { break }
        let number = addProject(row, table, values, section: section, among: &known)
        exchange(&ofRows, for: &ofReadings) { assembly in
          if let number { numbers.check(number, &assembly.ledger) }
        }
      case .tasks: addTask(row, table, section: section)
      case .indicators:
        let above = sections.before.map { draft.sections[$0].title }
        addIndicator(row, table, section: row.section.map { table.sections[$0].title } ?? above)
      case .milestones, .records: groups?.add(row, values)
      case .fiscal: addFiscal(row, table, values)
      case .rules:
        guard let rule = self.rule(row, table, sharingLines: sharingLines) else { break }
        if let column = table.header.place(of: .points) {
          amounts.add(rule.points, column, in: row.section)
        }
        exchange(&ofRows, for: &ofReadings) { $0.add(rule, &ruleNames) }
      case .assessments: addAssessment(row, table)
      case .own: break
      }
      ledger.exchange(&ofRows)
    }
    if let known { note(known, table) }
    noteKnownDuties(table)
    groups?.close()
    amounts.readTotals(table, &self)
    ledger.append(ofRows)
    ledger.append(ofReadings)
  }

  /// Does something with other remarks than those that are open: the others are put aside meanwhile.
  private mutating func exchange(
    _ open: inout LineLedger.Remarks, for others: inout LineLedger.Remarks,
    _ body: (inout PlanAssembly) -> Void
  ) {
    ledger.exchange(&open)
    ledger.exchange(&others)
    body(&self)
    ledger.exchange(&others)
    ledger.exchange(&open)
  }

  private mutating func addSections(
    of table: DocumentTable, below headings: [Int: Int]
  ) -> TableSections {
    var sections = TableSections()
    if let title = sheetTitle(of: table) {
      sections.sheet = addSection(title, parent: nil, at: table.headerLine)
    } else if hasHeadingOfItsOwn(table) {
      sections.sheet = table.node.flatMap { headings[$0] }
    }
    let isOfKnown = tablesOfKnownRows.contains(table.headerLine)
    for section in table.sections {
      let parent = section.parent.map { sections.places[$0] } ?? sections.sheet
      let known = draft.sections.firstIndex {
        isOfKnown && $0.title == section.title && $0.parent == parent
      }
      sections.places.append(
        known ?? addSection(section.title, parent: parent, at: section.line))
    }
    if sections.sheet == nil, let node = table.node, isBeforeSections(node, of: table) {
      sections.before = headings[node]
    }
    return sections
  }

  /// Whether the heading above a table goes on in its sections: 一、新建项目 above, 二、续建项目 amid it.
  private func isBeforeSections(_ node: Int, of table: DocumentTable) -> Bool {
    guard let first = table.sections.first,
      let next = Numbering(lines[first.line].text),
      let numbering = Numbering(lines[content.nodes[node].line].text)
    else { return false }
    return next.level == numbering.level && next.number == numbering.number + 1
  }

  /// Whether each of several tables of the same subject stands below a heading of the text.
  private func hasHeadingOfItsOwn(_ table: DocumentTable) -> Bool {
    guard table.node != nil else { return false }
    let subject = TableSubject(table)
    return content.tables.contains { $0.node != table.node && TableSubject($0) == subject }
  }

  /// The name of a table's sheet, where tables of the same subject stand on several sheets.
  private func sheetTitle(of table: DocumentTable) -> String? {
    guard case .sheet(let name) = lines.place(table.headerLine).part else { return nil }
    guard !isOfReports(table), !tablesOfKnownRows.contains(table.headerLine) else { return nil }
    if ParallelSheets.isYear(name), table.header.columns.contains(where: \.kind.isOfTheYear) {
      return nil
    }
    let subject = TableSubject(table)
    let part = lines.place(table.headerLine).part
    let isBesideOthers = content.tables.contains { other in
      lines.place(other.headerLine).part != part && TableSubject(other) == subject
        && !tablesOfKnownRows.contains(other.headerLine)
    }
    return isBesideOthers ? name : nil
  }

  /// The place of a section that a row names, which is added where it is new.
  mutating func section(named title: String, at place: Int) -> Int {
    draft.sections.lastIndex { $0.title == title } ?? addSection(title, parent: nil, at: place)
  }

  /// Adds a section and gives its place.
  mutating func addSection(_ title: String, parent: Int?, at place: Int) -> Int {
    draft.sections.append(.init(title: title, parent: parent, place: lines.place(place)))
    return draft.sections.count - 1
  }
}
