import PlanQLData

/// Makes the tables of a plan from what a document holds.
struct PlanAssembly {
  private let lines: [DocumentLine]
  private let content: DocumentContent
  private let periods: PeriodReading
  private(set) var draft: PlanDraft
  private(set) var ledger: LineLedger
  /// Rows that a table of the document has, whether or not they could be read.
  private(set) var lostRows = 0

  /// The lines of the document.
  var documentLines: [DocumentLine] { lines }

  /// Prepares to add what was read to a plan.
  init(_ reader: DocumentReader, into draft: PlanDraft) {
    self.lines = reader.lines
    self.content = reader.content
    self.periods = reader.periods
    self.ledger = reader.ledger
    self.draft = draft
  }

  /// Makes everything, in the order of the document.
  mutating func assemble() {
    let sections = addOutline()
    for table in content.tables { add(table) }
    for item in content.items { add(item, section: item.node.flatMap { sections[$0] }) }
    for measure in draft.measures { draft.register(measure.units) }
    for unit in draft.units where unit.kind == nil {
      ledger.doubt(nil, ImportMessages.kindUnknown(unit.name))
    }
  }
}

extension PlanAssembly {
  /// Makes measures of the headings with text and sections of those with headings or duties below;
  /// gives the sections by the places of their headings.
  private mutating func addOutline() -> [Int: Int] {
    var sections: [Int: Int] = [:]
    let parents = Set(content.nodes.compactMap(\.parent))
    let measures = measurePlaces
    let numbers = measures.map { content.nodes[$0].number }
    let isNumbered = Set(numbers).count == numbers.count && draft.measures.isEmpty
    for (place, node) in content.nodes.enumerated() {
      let parent = node.parent.flatMap { sections[$0] }
      if parents.contains(place) || node.hasDuties || node.paragraphs.isEmpty {
        sections[place] = addSection(node.title, parent: parent, line: lines[node.line].number)
      }
      guard measures.contains(place) else {
        // Text outside the safeguard measures is kept account of, but is no measure.
        for paragraph in node.paragraphs where paragraph.line != node.line {
          ledger.resettle(paragraph.line, as: .note)
        }
        continue
      }
      let number = isNumbered ? node.number : draft.measures.count + 1
      addMeasure(node, number: number, section: sections[place] ?? parent)
    }
    return sections
  }

  /// The headings whose text is a measure: those under 保障措施 where there is such a heading, else
  /// all that have text.
  private var measurePlaces: [Int] {
    let withText = content.nodes.indices.filter { !content.nodes[$0].paragraphs.isEmpty }
    let root = content.nodes.indices.first { place in
      content.nodes[place].title.contains("保障")
        && content.nodes.contains { $0.parent == place }
    }
    guard let root else { return withText }
    return withText.filter { place in
      var current: Int? = place
      while let node = current {
        if node == root { return true }
        current = content.nodes[node].parent
      }
      return false
    }
  }

  private mutating func addSection(_ title: String, parent: Int?, line: Int) -> Int {
    draft.sections.append(.init(title: title, parent: parent, line: line))
    return draft.sections.count - 1
  }

  private mutating func addMeasure(_ node: OutlineNode, number: Int, section: Int?) {
    draft.measures.append(
      .init(
        number: number, title: node.title, text: PlanAssembly.text(of: node.paragraphs),
        section: section, units: [], line: lines[node.line].number))
    for paragraph in node.paragraphs {
      for duty in DutyExtraction.duties(in: paragraph.numbering?.rest ?? paragraph.text) {
        draft.duties.append(
          .init(
            measure: draft.measures.count - 1, section: nil, text: duty.text, kind: duty.kind,
            recurrence: duty.recurrence, due: nil, units: [], number: nil,
            line: lines[paragraph.line].number))
      }
    }
  }

  /// The paragraphs as one text; a line that does not end a sentence goes on in the next.
  private static func text(of paragraphs: [OutlineNode.Paragraph]) -> String {
    var text = ""
    for (place, paragraph) in paragraphs.enumerated() {
      text += paragraph.text.string
      guard paragraphs.indices.contains(place + 1) else { break }
      let last = paragraph.text.scalar(paragraph.text.count - 1)
      let endsSentence = last.map { "。;:!?)”".unicodeScalars.contains($0) } ?? true
      let next = paragraphs[place + 1]
      let isAdjacent = next.line == paragraph.line + 1
      if endsSentence || !isAdjacent || next.numbering != nil { text += "\n" }
    }
    return text
  }

  private mutating func add(_ item: DutyItem, section: Int?) {
    let place = item.lines[0]
    check(item.units, of: LineLedger.excerpt(item.text), at: place)
    var due: Period?
    if let text = item.units.due { due = period(text, heading: "完成时限", at: place) }
    draft.register(item.units.units)
    draft.duties.append(
      .init(
        measure: nil, section: section, text: item.text.string, kind: .task,
        recurrence: DutyExtraction.recurrence(of: item.text), due: due, units: item.units.units,
        number: item.number, line: lines[place].number))
  }
}

extension PlanAssembly {
  private mutating func add(_ table: DocumentTable) {
    lostRows += table.lostRows
    let kinds = Set(table.header.columns.map(\.kind))
    let isOfProjects =
      kinds.contains(.name)
      && (kinds.contains(.investment) || kinds.contains(.period) || kinds.contains(.content)
        || table.header.columns.contains(where: \.isMoney) || !kinds.contains(.requirement))
    let isOfTasks = kinds.contains(.task) || kinds.contains(.name)
    guard isOfProjects || isOfTasks else {
      for row in table.rows { ledger.leave(row.lines, because: ImportMessages.tableOfOtherKind) }
      return
    }
    settleMoneyUnit(of: table)
    let sections = addSections(of: table)
    let first = draft.projects.count
    for row in table.rows {
      let section = row.section.map { sections[$0] }
      if isOfProjects {
        addProject(row, table, section: section)
      } else {
        addTask(row, table, section: section)
      }
    }
    if isOfProjects { checkNumbers(from: first, hasNumbers: kinds.contains(.number)) }
    if isOfProjects { addStatedInvestment(above: table) }
    for total in table.totals { add(total, table, sections: sections) }
  }

  private mutating func settleMoneyUnit(of table: DocumentTable) {
    let columns = table.header.columns.filter(\.isMoney)
    guard !columns.isEmpty else { return }
    draft.currency = draft.currency ?? table.currency
    if let code = table.currency {
      ledger.note(table.headerLine, ImportMessages.currencyFound(code))
    }
    let own = table.rows.lazy.flatMap { row in
      table.header.columns.indices.filter { table.header.columns[$0].isMoney }.compactMap {
        MoneyUnit.suffix(of: row.cells[$0])?.unit
      }
    }
    let unit = columns.compactMap(\.moneyUnit).first ?? table.moneyUnit ?? own.first
    draft.moneyUnit = draft.moneyUnit ?? unit
    for column in columns {
      if let unit = column.moneyUnit ?? table.moneyUnit {
        ledger.note(table.headerLine, ImportMessages.amountsAreIn(column.heading, unit.name))
      }
      if case .yearAmount(let year) = column.kind, year > 0, !column.heading.contains(String(year))
      {
        ledger.note(table.headerLine, ImportMessages.yearRead(column.heading, year))
      }
    }
    if draft.moneyUnit == nil { ledger.doubt(table.headerLine, ImportMessages.allAmountsUnread) }
  }

  private mutating func addSections(of table: DocumentTable) -> [Int] {
    var places: [Int] = []
    for section in table.sections {
      places.append(
        addSection(
          section.title, parent: section.parent.map { places[$0] },
          line: lines[section.line].number))
    }
    return places
  }

  private mutating func addProject(_ row: DocumentRow, _ table: DocumentTable, section: Int?) {
    let place = row.lines[0]
    guard let nameColumn = table.header.place(of: .name) else { return }
    var project = PlanDraft.Project(
      name: row.cells[nameColumn].string, section: section, linePlace: place,
      line: lines[place].number)
    var amounts: [(year: Int, amount: Decimal)] = []
    for (column, cell) in zip(table.header.columns, row.cells) {
      if column.isMoney {
        let amount = amount(cell, column, table, at: place)
        switch column.kind {
        case .yearAmount(let year):
          let year = year == 0 ? periods.year : year
          if let year, let amount {
            amounts.append((year, amount))
          } else if amount != nil {
            project.extras[column.heading] = cell.string
          }
        case _: project.investment = project.investment ?? amount
        }
      } else {
        fill(&project, column, cell, at: place)
      }
    }
    noteAbsence(row, table)
    let isTotal = table.header.place(of: .investment).map {
      FoldedText(table.header.columns[$0].heading).compact == "合计"
    }
    checkYears(project, amounts, isTotal: isTotal ?? false, at: place)
    draft.register(project.units)
    draft.projects.append(project)
    for (year, amount) in amounts {
      draft.budgets.append(
        .init(project: draft.projects.count - 1, year: year, amount: amount))
    }
  }

  private mutating func fill(
    _ project: inout PlanDraft.Project, _ column: DocumentColumn, _ cell: FoldedText, at place: Int
  ) {
    let text = cell.isEmpty || isNoneMark(cell) ? nil : cell.string
    if isNoneMark(cell) { ledger.note(place, ImportMessages.noMark(column.heading, cell.string)) }
    switch column.kind {
    case .number: project.number = FlattenedRow.number(cell)
    case .code: project.code = text
    case .name, .investment, .yearAmount: break
    case .content: project.content = text
    case .category: project.category = text
    case .period, .due:
      project.period = project.period ?? period(cell, heading: column.heading, at: place)
    case .nature: setNature(text, &project)
    case .place: project.place = text
    case .units(let role): addUnits(cell, role, to: &project, at: place)
    case .task, .indicator, .requirement, .status, .note, .figure, .other:
      if let text { project.extras[column.heading] = text }
    }
  }

  private func setNature(_ text: String?, _ project: inout PlanDraft.Project) {
    guard let text else { return }
    if Enumerations.nature.code(named: text) != nil {
      project.nature = text
    } else {
      project.extras["原文建设性质"] = text
    }
  }

  private mutating func addUnits(
    _ cell: FoldedText, _ role: UnitRole?, to project: inout PlanDraft.Project, at place: Int
  ) {
    guard !isNoneMark(cell) else { return }
    let list = UnitList(reading: cell, role: role)
    check(list, of: project.name, at: place)
    project.units = PlanAssembly.merged(project.units, list.units)
    project.statedLead = project.statedLead ?? list.units.first { $0.role == .lead }?.name
    if let due = list.due, project.period == nil {
      project.period = period(due, heading: "完成时限", at: place)
    }
  }

  /// The units of several columns as one list, the leading ones first.
  private static func merged(_ first: [ListedUnit], _ second: [ListedUnit]) -> [ListedUnit] {
    let all = first + second.filter { unit in !first.contains { $0.name == unit.name } }
    return all.filter { $0.role == .lead } + all.filter { $0.role != .lead }
  }

  private mutating func addTask(_ row: DocumentRow, _ table: DocumentTable, section: Int?) {
    let place = row.lines[0]
    let columns = table.header.columns
    guard let subject = columns.firstIndex(where: \.isSubject) else { return }
    var number: Int?
    var units: [ListedUnit] = []
    var due: Period?
    var extras: [String: String] = [:]
    for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
      switch column.kind {
      case .number: number = FlattenedRow.number(cell)
      case .units(let role):
        let list = UnitList(reading: cell, role: role)
        check(list, of: LineLedger.excerpt(row.cells[subject]), at: place)
        units = PlanAssembly.merged(units, list.units)
      case .due, .period: due = due ?? period(cell, heading: column.heading, at: place)
      case .name, .task: break
      case .code, .indicator, .requirement, .content, .category, .investment, .nature, .place,
        .status, .note, .yearAmount, .figure, .other:
        extras[column.heading] = cell.string
      }
    }
    noteAbsence(row, table)
    draft.register(units)
    draft.duties.append(
      .init(
        measure: nil, section: section, text: row.cells[subject].string, kind: .task,
        recurrence: DutyExtraction.recurrence(of: row.cells[subject]), due: due, units: units,
        number: number, extras: extras, line: lines[place].number))
  }
}

extension PlanAssembly {
  /// Reads an amount into the plan's unit of money; what cannot be read is reported.
  private mutating func amount(
    _ cell: FoldedText, _ column: DocumentColumn, _ table: DocumentTable, at place: Int
  ) -> Decimal? {
    guard let planUnit = draft.moneyUnit else { return nil }
    let unit = column.moneyUnit ?? table.moneyUnit
    switch Amount.read(cell, unit: unit) {
    case .stated(let amount):
      if amount.isRough { ledger.note(place, ImportMessages.amountIsRough(cell.string)) }
      if let value = amount.value(in: planUnit) {
        if amount.unit != planUnit {
          let converted = "\(value)\(planUnit.name)"
          ledger.note(place, ImportMessages.amountInOtherUnit(cell.string, converted))
        }
        return value
      }
      ledger.doubt(place, ImportMessages.unreadable(column.heading, cell.string))
    case .none: ledger.note(place, ImportMessages.noMark(column.heading, cell.string))
    case .blank: break
    case .unreadable: ledger.doubt(place, ImportMessages.unreadable(column.heading, cell.string))
    }
    return nil
  }

  private mutating func period(_ cell: FoldedText, heading: String, at place: Int) -> Period? {
    if PeriodReading.isStanding(cell) {
      ledger.note(place, ImportMessages.standing(cell.string))
      return Period(from: nil, through: nil)
    }
    switch periods.read(cell) {
    case .stated(let period):
      if period.start == nil {
        ledger.note(place, ImportMessages.deadline(cell.string, period.description))
      } else if !PlanAssembly.isPlain(cell) {
        ledger.note(place, ImportMessages.periodRead(cell.string, period.description))
      }
      return period
    case .none, .blank: break
    case .unreadable: ledger.doubt(place, ImportMessages.unreadable(heading, cell.string))
    }
    return nil
  }

  /// Says whether a period is written with nothing but years: `2021-2025`.
  private static func isPlain(_ cell: FoldedText) -> Bool {
    cell.scalars.allSatisfy { FoldedText.isDigit($0) || "-年 ".unicodeScalars.contains($0) }
  }

  private mutating func check(_ list: UnitList, of name: String, at place: Int) {
    if list.isOpen { ledger.note(place, ImportMessages.listIsOpen(name)) }
    if list.isUnfinished { ledger.doubt(place, ImportMessages.listIsUnfinished(name)) }
    for other in list.others { ledger.doubt(place, ImportMessages.otherLabel(other)) }
  }

  private mutating func noteAbsence(_ row: DocumentRow, _ table: DocumentTable) {
    for column in row.absent {
      ledger.doubt(
        row.lines[0], ImportMessages.cellIsAbsent(table.header.columns[column].heading))
    }
    if row.lines.count > 2, table.header.columns.count != row.lines.count {
      ledger.note(row.lines[0], ImportMessages.rowsJoined(row.lines.count))
    }
  }

  /// Reports yearly amounts that are more than the investment, or other than it where it is the
  /// total of the years.
  private mutating func checkYears(
    _ project: PlanDraft.Project, _ amounts: [(year: Int, amount: Decimal)], isTotal: Bool,
    at place: Int
  ) {
    guard amounts.count > 1, let stated = project.investment else { return }
    guard let sum = ExactSum.of(amounts.map(\.amount)) else { return }
    guard isTotal ? !sum.isEqual(to: stated) : sum > stated else { return }
    ledger.doubt(place, ImportMessages.amountsDisagree(sum.description, stated.description))
  }

  private mutating func checkNumbers(from first: Int, hasNumbers: Bool) {
    guard hasNumbers else { return }
    var last: (number: Int, section: Int?)?
    for project in draft.projects[first...] {
      guard let number = project.number else { continue }
      let place = project.linePlace
      if let last, !(number == 1 && project.section != last.section) {
        if number == last.number { ledger.doubt(place, ImportMessages.numberTwice(number)) }
        if number > last.number + 1 || number < last.number {
          ledger.doubt(place, ImportMessages.numbersSkip(last.number, number))
        }
      }
      last = (number, project.section)
    }
  }

  /// Takes the total that the lines just above a table state in words.
  private mutating func addStatedInvestment(above table: DocumentTable) {
    guard let column = table.header.columns.first(where: { $0.kind == .investment }) else { return }
    let above = (Swift.max(0, table.headerLine - 8)..<table.headerLine).reversed()
    for place in above where !lines[place].isBlank {
      guard [.note, .caption, .measure].contains(ledger.roles[place]) else { return }
      guard let (text, start) = StatedInvestment.amount(in: lines[place].text),
        let value = amount(text, column, table, at: place)
      else { continue }
      draft.totals.append(
        .init(
          section: nil, name: lines[place].text.dropFirst(start).string, year: nil, value: value,
          line: lines[place].number))
      return
    }
  }

  private mutating func add(_ total: DocumentTotal, _ table: DocumentTable, sections: [Int]) {
    for (column, text) in total.values {
      let heading = table.header.columns[column]
      guard let value = amount(text, heading, table, at: total.line) else { continue }
      var year: Int?
      if case .yearAmount(let number) = heading.kind { year = number == 0 ? periods.year : number }
      draft.totals.append(
        .init(
          section: total.section.map { sections[$0] },
          name: total.label.string + (year.map { " \($0)" } ?? ""), year: year, value: value,
          line: lines[total.line].number))
    }
  }
}

/// Exact sums of decimals.
enum ExactSum {
  /// The sum; nil where 64 bits are not enough.
  static func of(_ values: some Sequence<Decimal>) -> Decimal? {
    var sum: Int64 = 0
    let values = Array(values)
    let scale = values.map(\.scale).max() ?? 0
    for value in values {
      guard let scaled = value.scaled(by: scale) else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(scaled)
      guard !overflow else { return nil }
      sum = next
    }
    return Decimal(sum, scale: scale)
  }
}

extension Decimal {
  /// Compares values exactly; false where 64 bits are not enough.
  static func > (left: Decimal, right: Decimal) -> Bool {
    let scale = Swift.max(left.scale, right.scale)
    guard let one = left.scaled(by: scale), let two = right.scaled(by: scale) else { return false }
    return one > two
  }

  /// Says whether two values are the same number, however many decimals they are written with.
  func isEqual(to other: Decimal) -> Bool {
    let scale = Swift.max(self.scale, other.scale)
    guard let one = scaled(by: scale), let two = other.scaled(by: scale) else { return false }
    return one == two
  }
}
