import PlanQLData

/// Goes through the lines of a document once and settles what each of them is.
struct DocumentReader {
  let document: SourceDocument
  let lines: DocumentLines
  /// How times without a year are read: at first in the year that any of the first lines names, which is enough to tell
  /// what a cell looks like; when each line is settled, in that of those that are titles or text.
  private(set) var periods: PeriodReading
  let map: HeadingMap
  var content = DocumentContent()
  var ledger: LineLedger
  let finder: TableFinder
  let planSheets: PlanSheets
  /// The heading that text goes to.
  var current: Int?
  var pendingMoney: MoneyName?
  /// The unit of the figures of the next table, if not money.
  var pendingMeasure: String?
  /// The rest of the table that was read last, in another unit.
  var continued: FoundTable?
  /// The paragraphs that no task has been made of yet, since the last task or heading.
  var pending: [PendingText] = []
  /// Lines of which a part stands after the last list of units in them.
  var rests: [Int] = []
  /// Those who answer for the tasks that follow.
  var standing: StandingUnits?
  /// The lines that are headings of units, in a list of tasks ordered by unit.
  let unitHeadings: Set<Int>
  /// The tasks that labels stand above.
  let ledTasks: LedTasks
  /// Lines after a site's own, which are the site's too unless more of the plan follows.
  var tail: [Int] = []
  var isInTail = false
  /// The lines up to which long runs of labels were found to be no records, no cases, and no blocks of
  /// those who answer.
  private var barrenLabels = 0
  var barrenCases = 0
  var barrenBlocks = 0
  /// So many lines with labels that are no list are not looked at again from each of them.
  static let longestRun = 400

  /// Prepares to read the lines of a document.
  init(_ document: SourceDocument, map: HeadingMap) {
    let lines = ContinuedTables.joined(document.lines, map: map)
    self.document = document
    self.lines = lines
    self.periods = PeriodReading(year: PlanFacts.singleYear(of: document.lines.prefix(60)))
    self.map = map
    self.ledger = LineLedger(lines)
    self.finder = TableFinder(lines: lines, map: map)
    self.planSheets = PlanSheets(lines)
    self.unitHeadings = DocumentReader.unitHeadings(in: lines)
    self.ledTasks = LedTasks(in: lines)
  }

  /// Reads the whole document; the ledger then has a role for every line.
  mutating func read() throws(ImportRefusal) {
    settlePreamble()
    for remark in document.remarks {
      if remark.isDoubt {
        ledger.doubt(remark.line, cell: remark.cell, remark.text)
      } else {
        ledger.note(remark.line, cell: remark.cell, remark.text)
      }
    }
    settleSettings()
    var place = 0
    while place < lines.count {
      if lines.isBlank(place) || ledger.isSettled(place) {
        place += 1
      } else {
        place = try accept(at: place)
      }
    }
    ledger.settle(tail, as: .outside)
    settleSiblings()
    if isScrambled { throw .scrambled }
    periods = PeriodReading(year: yearOfTitles)
    if content.tables.allSatisfy(\.isOwn), content.items.isEmpty || itemsTellProgress,
      content.members.isEmpty, content.cases.isEmpty
    {
      try readProse()
    } else {
      readAims()
    }
    noteSheetsWithoutTables()
    noteTablesWithoutHeadings()
    ledger.close()
  }

  /// The one year that the first lines are about which are no rows, tasks or parts of a table.
  private var yearOfTitles: Int? {
    let ofThings: Set<LineRole> = [
      .row, .continuation, .total, .section, .duty, .measure, .setting, .unread,
    ]
    return PlanFacts.singleYear(
      of: lines.prefix(60).indices.lazy.filter { place in
        ledger.roles[place].map { !ofThings.contains($0) } ?? true
      }.map { lines[$0] })
  }

  /// Settles the lines of sheets that say how the plan is set.
  private mutating func settleSettings() {
    content.settings = SettingsSheet(lines)
    for entry in content.settings.entries { ledger.settle(entry.line, as: .setting) }
    ledger.settle(content.settings.headings, as: .header)
    ledger.settle(content.settings.unknown, as: .note)
  }

  /// Comments above a line of scissors, `# ---8<---`, are about the document.
  private mutating func settlePreamble() {
    guard let cut = lines.prefix(40).firstIndex(where: { $0.text.contains("--8<--") }),
      lines[...cut].allSatisfy({ $0.isBlank || $0.text.hasPrefix("#") })
    else { return }
    ledger.settlePreamble(0...cut)
  }

  /// Whether a row is one of what a site says of the document: `索引号 | … | 发布机构 | …`; one with a
  /// single such label where another row of that kind stands near.
  private func isRecordOfSite(_ place: Int) -> Bool {
    guard !lines[place].cells.isEmpty else { return false }
    let labels = Boilerplate.labelsOfRecord(lines[place])
    guard labels.count > 0, labels.isAll else { return labels.count == 0 && isRuleOfRecord(place) }
    if labels.count >= 2 { return true }
    let near = lines[Swift.max(0, place - 3)..<Swift.min(lines.count, place + 4)]
    return near.contains { Boilerplate.labelsOfRecord($0).count >= 2 }
  }

  /// Whether a rule of Markdown stands below such a row.
  private func isRuleOfRecord(_ place: Int) -> Bool {
    place > 0 && MarkdownRule.matches(lines[place]) && ledger.roles[place - 1] == .outside
  }

  /// The records that begin with a label on a line.
  private mutating func records(at place: Int) -> DocumentTable? {
    guard place >= barrenLabels else { return nil }
    var reader = LabelRecords(lines: lines, map: map)
    if let table = reader.table(at: place) { return table }
    if reader.stop - place > DocumentReader.longestRun { barrenLabels = reader.stop }
    return nil
  }

  /// Settles a line, and those that belong to it; gives the place to go on from.
  private mutating func accept(at place: Int) throws(ImportRefusal) -> Int {
    let text = lines[place].text
    if let rest = continued, rest.lines.lowerBound == place { return try readTable(rest) }
    if Boilerplate.matches(text) {
      ledger.settle(place, as: .outside)
      let hasText = Boilerplate.headsLinks(text) && ledger.roles[..<place].contains(.note)
      isInTail =
        hasText || !content.nodes.isEmpty || !content.tables.isEmpty || !content.items.isEmpty
      leaveHeading()
      return place + 1
    }
    if Boilerplate.isPageNumber(text) || TableCaption.isNote(text) {
      ledger.settle(place, as: .note)
      return place + 1
    }
    if isRecordOfSite(place) {
      ledger.settle(place, as: .outside)
      return place + 1
    }
    if place > 0, lines[place].place.part != lines[place - 1].place.part,
      case .sheet = lines[place].place.part
    {
      pendingMoney = nil
      pendingMeasure = nil
    }
    if let next = acceptLed(at: place) { return next }
    if standsUnderTask(place), let next = acceptLabels(at: place) { return next }
    if let next = acceptCases(at: place) ?? acceptCredit(at: place) { return next }
    if let table = records(at: place) { return accept(records: table) }
    if let found = planTable(at: place) { return try readTable(found) }
    if let found = finder.table(at: place) { return try readTable(found.asCasesIfSuch) }
    if GridHeader(lines: lines, map: map).beginsWithData(at: place) {
      throw .withoutHeadings(lines[place].text, at: lines[place].place)
    }
    if let found = ownTable(at: place) { return try readTable(found) }
    let money = TableCaption.moneyUnit(text)
    if let money { pendingMoney = money }
    let measure = TableCaption.measure(text)
    if let measure { pendingMeasure = measure }
    let isOfUnit = money != nil || measure != nil
    if TableCaption.isCaption(text) || isOfUnit && text.count <= 30 && text.hasPrefix("单位") {
      ledger.settle(place, as: .caption)
      takeTitle(ofCaption: text, at: place)
      leaveHeading()
      return place + 1
    }
    let labels = UnitList.beginsWithLabel(text) ? acceptLabels(at: place) : nil
    if let next = acceptMembers(at: place) ?? labels ?? acceptDuty(at: place)
      ?? acceptLabels(at: place)
    {
      return next
    }
    if acceptUnitHeading(at: place) { return place + 1 }
    if let numbering = Numbering(text), acceptHeading(numbering, at: place) { return place + 1 }
    acceptText(text, at: place)
    return place + 1
  }

  /// Takes what the only caption says for the title of a document that begins with it: 表1 某县2024年投资计划.
  private mutating func takeTitle(ofCaption text: FoldedText, at place: Int) {
    guard content.title == nil, content.tables.isEmpty, content.nodes.isEmpty,
      let title = TableCaption.title(of: text),
      lines.count(where: { TableCaption.title(of: $0.text) != nil }) == 1
    else { return }
    let cells = lines[place].cells.filter(\.isFilled)
    let isBesideUnit =
      cells.count > 1 && cells.dropFirst().allSatisfy { TableCaption.moneyUnit($0.text) != nil }
    let own = isBesideUnit ? TableCaption.title(of: cells[0].text) : title
    if let own { content.title = (own.string, place) }
  }

  /// Goes on with text that stands under no heading.
  mutating func leaveHeading() {
    current = nil
    pending.removeAll()
    closeStanding()
  }

  /// Says that more of the plan has come, so what stood after a site's line was not the site's.
  mutating func leaveTail() {
    ledger.leave(tail, because: ImportMessages.linesAfterSite)
    tail = []
    isInTail = false
  }
}
