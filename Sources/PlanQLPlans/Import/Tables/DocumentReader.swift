import PlanQLData

/// A heading of a document's text with what stands under it.
struct OutlineNode: Sendable {
  let level: Int
  let number: Int
  let title: String
  let line: Int
  var parent: Int?
  var paragraphs: [Paragraph] = []
  var hasDuties = false

  /// A line of text under a heading.
  struct Paragraph: Sendable {
    let line: Int
    let text: FoldedText
    let numbering: Numbering?
  }
}

/// An item of a list of tasks with the units that answer for it.
struct DutyItem: Sendable {
  let number: Int?
  var text: FoldedText
  var units: UnitList
  var lines: [Int]
  /// The heading that it stands under.
  let node: Int?
}

/// What a document holds, before anything is made of it.
struct DocumentContent: Sendable {
  var title: (text: String, line: Int)?
  var nodes: [OutlineNode] = []
  var tables: [DocumentTable] = []
  var items: [DutyItem] = []
  /// What the sentences say, where there is neither a table nor a list of tasks.
  var prose: ProseContent?
}

/// Goes through the lines of a document once and settles what each of them is.
struct DocumentReader {
  private let document: SourceDocument
  let lines: [DocumentLine]
  let periods: PeriodReading
  let map: HeadingMap
  private(set) var content = DocumentContent()
  private(set) var ledger: LineLedger
  private let finder: TableFinder
  private let planSheets: PlanSheets
  /// The heading that text goes to.
  private var current: Int?
  private var pendingMoney: MoneyName?
  /// Lines after a site's own, which are the site's too unless more of the plan follows.
  private var tail: [Int] = []
  private var isInTail = false

  /// Prepares to read the lines of a document.
  init(_ document: SourceDocument, periods: PeriodReading, map: HeadingMap) {
    let lines = ContinuedTables.joined(document.lines, map: map)
    self.document = document
    self.lines = lines
    self.periods = periods
    self.map = map
    self.ledger = LineLedger(lines)
    self.finder = TableFinder(lines: lines, map: map)
    self.planSheets = PlanSheets(lines)
  }

  /// Reads the whole document; the ledger then has a role for every line.
  mutating func read() throws(ImportRefusal) {
    settlePreamble()
    for remark in document.remarks {
      if remark.isDoubt {
        ledger.doubt(remark.line, remark.text)
      } else {
        ledger.note(remark.line, remark.text)
      }
    }
    var place = 0
    while place < lines.count {
      if lines[place].isBlank || ledger.isSettled(place) {
        place += 1
      } else {
        place = try accept(at: place)
      }
    }
    ledger.settle(tail, as: .outside)
    if content.tables.isEmpty, content.items.isEmpty { readProse() }
    noteSheetsWithoutTables()
    noteTablesWithoutHeadings()
    ledger.close()
  }

  /// Reads the sentences of a document that has no table.
  private mutating func readProse() {
    var paragraphs = lines.indices.filter { ledger.roles[$0] == .note && !ledger.isPreamble($0) }
      .map { ProseParagraph(text: lines[$0].text, line: $0, node: nil) }
    for (node, heading) in content.nodes.enumerated() {
      paragraphs += heading.paragraphs.map {
        ProseParagraph(text: lines[$0.line].text, line: $0.line, node: node)
      }
    }
    if let title = content.title {
      paragraphs.append(ProseParagraph(text: lines[title.line].text, line: title.line, node: nil))
    }
    paragraphs.sort { $0.line < $1.line }
    let headings = content.nodes.map { (text: lines[$0.line].text, line: $0.line) }
    guard let (prose, used) = ProseReader(paragraphs: paragraphs, headings: headings).read() else {
      return
    }
    content.prose = prose
    for line in used where ledger.roles[line] != .heading { ledger.resettle(line, as: .figure) }
    for node in content.nodes.indices {
      content.nodes[node].paragraphs.removeAll { used.contains($0.line) }
    }
  }

  /// Says on which sheets of a workbook no table was found.
  private mutating func noteSheetsWithoutTables() {
    let found = Set(content.tables.map { lines[$0.headerLine].place.part })
    var seen: Set<ImportPlace.Part> = []
    for line in lines where seen.insert(line.place.part).inserted {
      if case .sheet(let name) = line.place.part, !found.contains(line.place.part) {
        ledger.doubt(nil, ImportMessages.sheetWithoutTable(name))
      }
    }
  }

  /// Says which tables of a document's format have rows with amounts, and no headings to tell what
  /// they are.
  private mutating func noteTablesWithoutHeadings() {
    let found = Set(content.tables.compactMap { lines[$0.headerLine].grid })
    var seen: Set<Int> = []
    for (place, line) in lines.enumerated() {
      guard let grid = line.grid, !found.contains(grid), ledger.roles[place] == .note,
        case .table = line.place.part, line.cells.count(where: \.isFilled) >= 3,
        line.cells.contains(where: { $0.isFilled && Amount.isAmount($0.text) }),
        seen.insert(grid).inserted
      else { continue }
      ledger.doubt(place, ImportMessages.tableWithoutHeadings)
    }
  }

  /// Comments above a line of scissors, `# ---8<---`, are about the document.
  private mutating func settlePreamble() {
    guard let cut = lines.prefix(40).firstIndex(where: { $0.text.contains("--8<--") }),
      lines[...cut].allSatisfy({ $0.isBlank || $0.text.hasPrefix("#") })
    else { return }
    ledger.settlePreamble(0...cut)
  }

  /// Settles a line, and those that belong to it; gives the place to go on from.
  private mutating func accept(at place: Int) throws(ImportRefusal) -> Int {
    let text = lines[place].text
    if Boilerplate.matches(text) {
      ledger.settle(place, as: .outside)
      isInTail = !content.nodes.isEmpty || !content.tables.isEmpty || !content.items.isEmpty
      current = nil
      return place + 1
    }
    if Boilerplate.isPageNumber(text) || TableCaption.isNote(text) {
      ledger.settle(place, as: .note)
      return place + 1
    }
    if place > 0, lines[place].place.part != lines[place - 1].place.part,
      case .sheet = lines[place].place.part
    {
      pendingMoney = nil
    }
    if let table = LabelRecords(lines: lines, map: map).table(at: place) {
      return accept(records: table)
    }
    if let found = planTable(at: place) { return try readTable(found) }
    if let found = finder.table(at: place) ?? ownTable(at: place) { return try readTable(found) }
    let money = TableCaption.moneyUnit(text)
    if let money { pendingMoney = money }
    if TableCaption.isCaption(text) || money != nil && text.count <= 30 && text.hasPrefix("单位") {
      ledger.settle(place, as: .caption)
      current = nil
      return place + 1
    }
    if let next = acceptDuty(at: place) ?? acceptLabels(at: place) { return next }
    if let numbering = Numbering(text), acceptHeading(numbering, at: place) { return place + 1 }
    acceptText(text, at: place)
    return place + 1
  }

  /// Says that more of the plan has come, so what stood after a site's line was not the site's.
  private mutating func leaveTail() {
    ledger.leave(tail, because: ImportMessages.linesAfterSite)
    tail = []
    isInTail = false
  }
}

extension DocumentReader {
  private mutating func readTable(_ found: FoundTable) throws(ImportRefusal) -> Int {
    leaveTail()
    current = nil
    let isIndicators = found.header.place(of: .indicator) != nil
    let (table, after) = tableAndLedger(found)
    let isCutOff = found.shape == .cells && table.rows.isEmpty && table.lostRows <= 1
    let isExact = isIndicators && found.shape != .cells
    let isKept = !table.rows.isEmpty && table.lostRows <= (isExact ? 0 : table.rows.count)
    guard isCutOff || isKept else {
      throw .rowsLost(
        found.header.title, at: lines[found.lines.lowerBound].place, kept: table.rows.count,
        lost: table.lostRows)
    }
    ledger = after
    var read = table
    read.money = table.money ?? pendingMoney ?? moneyAmid(found.before)
    if !table.rows.isEmpty { pendingMoney = nil }
    content.tables.append(read)
    return Swift.max(read.end, found.lines.upperBound + 1)
  }

  /// Takes records whose fields stand under labels.
  private mutating func accept(records table: DocumentTable) -> Int {
    leaveTail()
    current = nil
    for row in table.rows {
      ledger.settle(row.lines[0], as: .row)
      ledger.settle(Array(row.lines.dropFirst()), as: .continuation)
    }
    var table = table
    table.money = pendingMoney
    addNumber(to: &table)
    content.tables.append(table)
    return table.end
  }

  /// Gives a single record the number that the lines above it name: (序号十).
  private func addNumber(to table: inout DocumentTable) {
    guard table.rows.count == 1, table.header.place(of: .number) == nil,
      let heading = DocumentColumn(heading: FoldedText("序号"))
    else { return }
    for line in lines[..<table.headerLine].suffix(8).reversed() {
      guard let places = line.text.firstPlaces(of: "序号") else { continue }
      let rest = line.text.dropFirst(places.upperBound)
      let digits = rest.scalars.prefix { FoldedText.isDigit($0) || Numbering.value([$0]) != nil }
      let text = String(String.UnicodeScalarView(digits))
      guard let number = Int(text) ?? Numbering.value(digits) else { return }
      table.header.columns.append(heading)
      table.rows[0].cells.append(GridCell(String(number)))
      return
    }
  }

  /// A table of which no heading need be known, where the document's format has tables of its own
  /// and no other stands in the same one.
  private func ownTable(at place: Int) -> FoundTable? {
    guard document.keepsOwnTables, let grid = lines[place].grid,
      !content.tables.contains(where: { lines[$0.headerLine].grid == grid }),
      let own = GridHeader(lines: lines, map: map).ownHeadings(at: place)
    else { return nil }
    let others = lines[(place + 1)...].prefix { $0.grid == grid }.prefix(60)
    guard !others.indices.contains(where: { finder.table(at: $0) != nil }) else { return nil }
    return FoundTable(
      shape: .cells, header: own.header, lines: place...own.last, rest: .empty, before: .empty,
      isOwn: true)
  }

  /// A sheet of a workbook that has a plan's own tables.
  private func planTable(at place: Int) -> FoundTable? {
    guard document.keepsOwnTables, let (header, name) = planSheets.table(at: place) else {
      return nil
    }
    return FoundTable(
      shape: .cells, header: header, lines: place...place, rest: .empty, before: .empty,
      isOwn: true, planTable: name)
  }

  private func moneyAmid(_ text: FoldedText) -> MoneyName? {
    TableCaption.moneyUnit(text.dropFirst(Swift.max(0, text.count - 40)))
  }

  private func tableAndLedger(_ found: FoundTable) -> (DocumentTable, LineLedger) {
    switch found.shape {
    case .flattened:
      var reader = FlattenedTableReader(
        found, lines: lines, periods: periods, map: map, ledger: ledger)
      return reader.read(found)
    case .cells:
      var reader = GridTableReader(found, lines: lines, map: map, ledger: ledger)
      return reader.read(found)
    case .stacked:
      var reader = StackedTableReader(found, lines: lines, periods: periods, ledger: ledger)
      return reader.read()
    }
  }

  /// A heading of the text, or a numbered paragraph whose first sentence is one.
  private mutating func acceptHeading(_ numbering: Numbering, at place: Int) -> Bool {
    guard numbering.level <= 2, !numbering.rest.isEmpty else { return false }
    var title = numbering.rest
    var body: FoldedText?
    if let stop = title.firstPlaces(of: "。") {
      let rest = title.dropFirst(stop.upperBound).trimmed()
      guard stop.lowerBound <= 30 else { return false }
      title = title.part(0..<stop.lowerBound)
      body = rest.isEmpty ? nil : rest
      if rest.isEmpty, numbering.level == 2 { return false }
    }
    guard title.count <= 60, let last = title.scalar(title.count - 1),
      !";,、".unicodeScalars.contains(last)
    else { return false }
    leaveTail()
    let parent = content.nodes.lastIndex { $0.level < numbering.level }
    content.nodes.append(
      OutlineNode(
        level: numbering.level, number: numbering.number,
        title: title.trimmed { ": ".unicodeScalars.contains($0) }.string, line: place,
        parent: parent))
    current = content.nodes.count - 1
    ledger.settle(place, as: .heading)
    if let body, let current {
      content.nodes[current].paragraphs.append(.init(line: place, text: body, numbering: nil))
    }
    return true
  }

  private mutating func acceptText(_ text: FoldedText, at place: Int) {
    if isInTail {
      tail.append(place)
    } else if let current {
      content.nodes[current].paragraphs.append(
        .init(line: place, text: text, numbering: Numbering(text)))
      ledger.settle(place, as: .measure)
    } else if content.title == nil, DocumentReader.isTitle(text) {
      content.title = (text.string, place)
      ledger.settle(place, as: .title)
    } else {
      ledger.settle(place, as: .note)
    }
  }

  /// Says whether a line can be the title of a plan.
  private static func isTitle(_ text: FoldedText) -> Bool {
    guard (6...60).contains(text.count), text.words.count <= 3,
      !text.scalars.contains(where: { "。;,:!?|".unicodeScalars.contains($0) })
    else { return false }
    var plain = text
    if plain.hasSuffix(")"), let open = plain.scalars.lastIndex(of: "(") {
      plain = plain.part(0..<open)
    }
    let endings = [
      "规划", "计划", "方案", "工作要点", "责任分工", "任务分解表", "任务分工", "纲要", "任务书", "责任清单", "任务清单",
      "分解方案", "行动", "工作任务", "重点项目表", "项目清单",
      "一览表", "汇总表", "计划表", "明细表", "安排表", "情况表", "分工表", "指标表", "清单", "台账", "重点项目", "主要指标",
      "进展情况", "完成情况", "名单", "重点工程",
    ]
    return endings.contains { plain.hasSuffix($0) }
  }
}

extension DocumentReader {
  /// A paragraph that ends in the units that answer for it, over several lines where its bracket
  /// is open.
  private mutating func acceptDuty(at place: Int) -> Int? {
    var text = lines[place].text
    guard text.scalars.contains("(") || text.contains("单位:") || text.contains("部门:") else {
      return nil
    }
    var taken = [place]
    if let open = DocumentReader.openBracket(text) {
      guard DocumentReader.maybeRoles(text.dropFirst(open + 1)) else { return nil }
      var next = place + 1
      while next < lines.count, taken.count < 5, DocumentReader.openBracket(text) != nil,
        Numbering(lines[next].text) == nil, !Boilerplate.matches(lines[next].text)
      {
        if !lines[next].isBlank {
          text = text.joined(lines[next].text)
          taken.append(next)
        }
        next += 1
      }
      guard DocumentReader.openBracket(text) == nil else {
        guard Numbering(lines[place].text) != nil else { return nil }
        leaveTail()
        ledger.leave([place], because: ImportMessages.unitsAreCutOff)
        return place + 1
      }
    }
    guard let (body, units) = DocumentReader.bodyAndUnits(text) else { return nil }
    add(body, units, at: taken)
    return (taken.last ?? place) + 1
  }

  /// The place of the last bracket that is not closed.
  private static func openBracket(_ text: FoldedText) -> Int? {
    var open: [Int] = []
    for (place, scalar) in text.scalars.enumerated() {
      if scalar == "(" { open.append(place) }
      if scalar == ")" { _ = open.popLast() }
    }
    return open.last
  }

  /// Says whether what stands after an open bracket begins as labels of roles do.
  private static func maybeRoles(_ text: FoldedText) -> Bool {
    let compact = text.compact
    guard !compact.isEmpty else { return false }
    return UnitRole.labels.contains { compact.hasPrefix($0.text) || $0.text.hasPrefix(compact) }
  }

  /// Parts a paragraph from the roles at its end, in brackets or after a full stop.
  private static func bodyAndUnits(_ text: FoldedText) -> (FoldedText, UnitList)? {
    let plain = text.trimmed { "。; ".unicodeScalars.contains($0) }
    if plain.hasSuffix(")") {
      var depth = 0
      for place in plain.scalars.indices.reversed() {
        if plain.scalar(place) == ")" { depth += 1 }
        if plain.scalar(place) == "(" { depth -= 1 }
        guard depth == 0 else { continue }
        let inner = plain.part((place + 1)..<(plain.count - 1))
        guard place > 0, UnitList.namesRoles(inner) else { return nil }
        return (plain.part(0..<place).trimmed(), UnitList(reading: inner))
      }
      return nil
    }
    guard let stop = plain.scalars.lastIndex(of: "。") else { return nil }
    let inner = plain.dropFirst(stop + 1).trimmed()
    guard UnitList.beginsWithLabel(inner) else { return nil }
    return (plain.part(0..<(stop + 1)), UnitList(reading: inner))
  }

  private mutating func add(_ body: FoldedText, _ units: UnitList, at places: [Int]) {
    leaveTail()
    let numbering = Numbering(body)
    content.items.append(
      DutyItem(
        number: numbering.flatMap { $0.level >= 3 ? $0.number : nil },
        text: numbering?.rest ?? body, units: units, lines: places, node: current))
    if let current { content.nodes[current].hasDuties = true }
    ledger.settle(places[0], as: .duty)
    ledger.settle(Array(places.dropFirst()), as: .continuation)
  }

  /// A line of labels on its own, `牵头单位:A`, which belongs to the paragraph above it.
  private mutating func acceptLabels(at place: Int) -> Int? {
    var text = lines[place].text
    guard UnitList.beginsWithLabel(text), text.count <= 300 else { return nil }
    let further = linesGoingOn(&text, after: place)
    let units = UnitList(reading: text)
    guard !units.units.isEmpty || units.due != nil else { return nil }
    if let last = content.items.indices.last, follows(content.items[last].lines, place) {
      content.items[last].units.units += units.units
      content.items[last].units.due = units.due ?? content.items[last].units.due
      content.items[last].lines += [place] + further
      ledger.settle([place] + further, as: .continuation)
      return (further.last ?? place) + 1
    }
    guard let current, let paragraph = content.nodes[current].paragraphs.last,
      follows([paragraph.line], place), paragraph.line != content.nodes[current].line
    else { return nil }
    content.nodes[current].paragraphs.removeLast()
    content.nodes[current].hasDuties = true
    let numbering = paragraph.numbering
    content.items.append(
      DutyItem(
        number: numbering.flatMap { $0.level >= 3 ? $0.number : nil },
        text: numbering?.rest ?? paragraph.text, units: units,
        lines: [paragraph.line, place] + further, node: current))
    ledger.resettle(paragraph.line, as: .duty)
    ledger.settle([place] + further, as: .continuation)
    return (further.last ?? place) + 1
  }

  /// Joins the lines to a list of units that end in a separator, and so go on below.
  private func linesGoingOn(_ text: inout FoldedText, after place: Int) -> [Int] {
    var further: [Int] = []
    var next = place + 1
    while let last = text.scalar(text.count - 1), "、,/".unicodeScalars.contains(last),
      further.count < 5
    {
      while next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, lines[next].cells.isEmpty, lines[next].text.count <= 100,
        Numbering(lines[next].text) == nil, !Boilerplate.matches(lines[next].text),
        !UnitList.beginsWithLabel(lines[next].text)
      else { break }
      text = text.joined(lines[next].text)
      further.append(next)
      next += 1
    }
    return further
  }

  /// Says whether only blank lines stand between those lines and a place.
  private func follows(_ places: [Int], _ place: Int) -> Bool {
    guard let last = places.max(), last < place else { return false }
    return lines[(last + 1)..<place].allSatisfy(\.isBlank)
  }
}
