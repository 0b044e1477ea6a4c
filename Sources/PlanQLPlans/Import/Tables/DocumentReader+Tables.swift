import PlanQLData

extension DocumentReader {
  mutating func readTable(_ found: FoundTable) throws(ImportRefusal) -> Int {
    leaveTail()
    let node = headingRightAbove(found.lines.lowerBound)
    leaveHeading()
    let isIndicators = found.header.place(of: .indicator) != nil
    let (table, after) = tableAndLedger(found)
    if found.shape == .cells, table.listsAccounts { return try readTable(found.asOwn) }
    let isCutOff = found.shape == .cells && table.rows.isEmpty && table.lostRows <= 1
    // Nothing but numbers tells where rows of a cell a line begin again behind one that is lost.
    let isExact =
      found.shape != .cells && isIndicators
      || found.shape == .stacked && found.header.place(of: .number) == nil
    let isKept =
      !table.rows.isEmpty && !table.hasOpenHeadings
      && table.lostRows <= (isExact ? 0 : table.rows.count)
    guard isCutOff || isKept else {
      throw .rowsLost(
        found.header.title, at: lines[found.lines.lowerBound].place,
        kept: table.hasOpenHeadings ? 0 : table.rows.count,
        lost: table.lostRows)
    }
    ledger = after
    var read = table
    read.resolveDittos(&ledger)
    read.joinActualRows(&ledger)
    read.settleWholeRows(&ledger)
    read.settleWholesOfSources(&ledger)
    read.money =
      table.money ?? pendingMoney ?? moneyAmid(found.before) ?? moneyOfTableAbove(table)
      ?? moneyOfNotes(below: found, table)
    read.measure = pendingMeasure
    read.node = node
    if !table.rows.isEmpty {
      pendingMoney = nil
      pendingMeasure = nil
    }
    append(read)
    continued = inAnotherUnit(found, after: read)
    return Swift.max(read.end, found.lines.upperBound + 1)
  }

  /// The rows below a line amid a table that says that their amounts are in another unit, as a table of
  /// the same headings.
  private mutating func inAnotherUnit(_ found: FoundTable, after read: DocumentTable) -> FoundTable?
  {
    guard found.shape == .cells, !found.isOwn, !read.rows.isEmpty, lines.indices.contains(read.end),
      lines[read.end].shape == lines[found.lines.upperBound].shape,
      lines[read.end].grid == lines[found.lines.upperBound].grid, !ledger.isSettled(read.end),
      lines.indices.contains(read.end + 1),
      let money = TableCaption.moneyUnitAlone(lines[read.end]),
      GridHeader(lines: lines, map: map).headings(at: read.end + 1) == nil
    else { return nil }
    pendingMoney = money
    var header = found.header
    for place in header.columns.indices where header.columns[place].isMoney {
      header.columns[place].money = nil
    }
    return FoundTable(
      shape: .cells, header: header, lines: read.end...read.end, rest: .empty, before: .empty)
  }

  /// Adds a table, and behind it the one of the parts of its projects where it has such.
  private mutating func append(_ table: DocumentTable) {
    let table = table.asPeopleIfSuch.asOwnIfOfLabels
    guard let (whole, parts) = ProjectParts(table)?.parted(&ledger) else {
      content.tables.append(table)
      return
    }
    content.tables += [whole] + (parts.map { [$0] } ?? [])
  }

  /// The heading that stands above a table with nothing but captions between, or with what is said of the table: a line
  /// or two, and no annex begun; nil where none does.
  private func headingRightAbove(_ place: Int) -> Int? {
    guard let node = content.nodes.indices.last else { return nil }
    let between = ((content.nodes[node].line + 1)..<place).filter { !lines.isBlank($0) }
    let texts = between.filter { ledger.roles[$0] != .caption }
    guard !texts.isEmpty else { return node }
    let areOfTable =
      texts.count <= 2
      && texts.allSatisfy {
        [.measure, .note].contains(ledger.roles[$0]) && lines[$0].cells.isEmpty
          && lines[$0].text.count <= 120
      }
    let beginsAnnex = between.contains { lines[$0].text.contains("附") }
    let hasFigures = !Quantity.all(in: lines[content.nodes[node].line].text).isEmpty
    return areOfTable && !beginsAnnex && !hasFigures ? node : nil
  }

  /// Takes records whose fields stand under labels.
  mutating func accept(records table: DocumentTable) -> Int {
    leaveTail()
    leaveHeading()
    for row in table.rows {
      ledger.settle(row.lines[0], as: .row)
      ledger.settle(Array(row.lines.dropFirst()), as: .continuation)
    }
    ledger.leave(table.linesOfLostRows, because: ImportMessages.recordWithoutSubject)
    if let line = table.nameLine {
      ledger.note(
        table.headerLine, ImportMessages.nameOfTitle(LineLedger.excerpt(lines[line].text)))
    }
    var table = table
    table.money = pendingMoney
    table.resolveDittos(&ledger)
    table.joinActualRows(&ledger)
    table.settleWholeRows(&ledger)
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
      guard var row = table.rows.last else { return }
      row.cells.append(GridCell(String(number)))
      table.replaceLastRow(by: row)
      return
    }
  }

  /// A table of which no heading need be known, where no other stands in the same one.
  func ownTable(at place: Int) -> FoundTable? {
    let headings = GridHeader(lines: lines, map: map)
    guard
      let own = headings.ownMergedHeadings(at: place) ?? headings.ownGroupedHeadings(at: place)
        ?? headings.ownTimedHeadings(at: place) ?? headings.ownHeadings(at: place)
        ?? headings.headingsWithoutFirst(at: place) ?? headings.firstRowHeadings(at: place),
      document.gridsAreTables && lines[place].grid != nil
        || StandardHeadings.table(of: own.header) != nil
        || PeopleColumns(own.header.columns.map { FoldedText($0.heading) }) != nil
        || headings.isRuled(below: place) || hasFigures(below: own)
    else { return nil }
    if lines[place].shape == .piped { return ownTable(own, at: place) }
    guard let grid = lines[place].grid, !standsBelowRow(place),
      !content.tables.contains(where: { lines[$0.headerLine].grid == grid })
        || lines[place - 1].isBlank && hasFigures(below: own)
    else { return nil }
    let isBelowOther = content.tables.contains { lines[$0.headerLine].grid == grid }
    let others = lines[(place + 1)...].prefix(60).prefix {
      $0.grid == grid && !(isBelowOther && $0.isBlank)
    }
    guard !others.indices.contains(where: { finder.table(at: $0) != nil }) else { return nil }
    return ownTable(own, at: place)
  }

  private func ownTable(_ own: (header: TableHeader, last: Int), at place: Int) -> FoundTable {
    FoundTable(
      shape: .cells, header: own.header, lines: place...own.last, rest: .empty, before: .empty,
      isOwn: true, standard: StandardHeadings.table(of: own.header))
  }

  /// Whether a row of as many cells that became nothing stands right above one, so that this one is no row of headings
  /// but a further row of the same.
  private func standsBelowRow(_ place: Int) -> Bool {
    guard place > 0, lines[place - 1].grid == lines[place].grid, ledger.roles[place - 1] == .note
    else { return false }
    return lines[place - 1].cells.count(where: \.isFilled)
      >= lines[place].cells.count(where: \.isFilled)
  }

  /// Whether a column behind the first has nothing but figures in the rows below headings, or the first
  /// the numbers of the rows, so that they are those of a table and not of a page's own lines.
  private func hasFigures(below own: (header: TableHeader, last: Int)) -> Bool {
    let rows = lines[(own.last + 1)...].prefix(12).prefix { line in
      line.shape == lines[own.last].shape && line.grid == lines[own.last].grid && !line.isBlank
    }
    .filter { line in
      !MarkdownRule.matches(line) && line.cells.count(where: \.isFilled) > 1
        && line.cells.map(\.text) != lines[own.last].cells.map(\.text)
    }
    let width = own.header.columns.count
    // Blank cells at the end of a row of a file may not be written.
    let isOfFile = lines[own.last].grid != nil
    let strokes = StrokedLine(lines[own.last].text).strokes
    let whole = rows.filter { row in
      row.cells.count == width
        || row.cells.count < width
          && (isOfFile || row.shape == .piped && StrokedLine(row.text).strokes == strokes)
    }
    guard whole.count >= (width > 2 ? 2 : 3), whole.count * 2 >= rows.count else { return false }
    let first = Numbering.rowNumber(whole[0].cells[0].text)
    let isNumbered =
      own.header.columns[0].kind == .number
      && whole.enumerated().allSatisfy { offset, row in
        first.map { Numbering.rowNumber(row.cells[0].text) == $0 + offset } ?? false
      }
    return isNumbered
      || (1..<width).contains { column in
        whole.allSatisfy {
          $0.cells.indices.contains(column) && CellLook($0.cells[column].text) == .number
        }
      }
  }

  /// A sheet of a workbook that has a plan's own tables.
  func planTable(at place: Int) -> FoundTable? {
    guard document.gridsAreTables, let (header, name) = planSheets.table(at: place),
      name != nil || !isDocumentSheet(at: place)
    else { return nil }
    return FoundTable(
      shape: .cells, header: header, lines: place...place, rest: .empty, before: .empty,
      isOwn: true, planTable: name)
  }

  /// Whether a sheet beside the plan's own ones is a table as documents have it, of what none of
  /// those is: with the names of projects, tasks or indicators and amounts, progress or more known
  /// headings.
  private func isDocumentSheet(at place: Int) -> Bool {
    let part = lines[place].place.part
    let rows = lines[place...].prefix(30).prefix { $0.isBlank || $0.place.part == part }
    return rows.indices.contains { row in
      guard let found = finder.table(at: row)?.header,
        let table = TableSubject(DocumentTable(header: found, headerLine: row)).table,
        !planSheets.names.contains(table.name.en)
      else { return false }
      let isChinese = found.columns.contains { column in
        column.isSubject && column.heading.unicodeScalars.contains(where: FoldedText.isIdeograph)
      }
      return isChinese
        && (found.announcesTable || found.columns.contains { $0.isMoney || $0.tellsProgress })
    }
  }

  /// The money of the table above or beside one on its sheet that has the same headings.
  private mutating func moneyOfTableAbove(_ table: DocumentTable) -> MoneyName? {
    guard let above = content.tables.last, let money = above.money,
      lines[table.headerLine].place.isOfSheet || lines[table.headerLine].place.column != nil,
      lines[table.headerLine].place.part == lines[above.headerLine].place.part,
      table.header == above.header
    else { return nil }
    ledger.note(table.headerLine, ImportMessages.unitOfTableAbove(money.unit.name))
    return money
  }

  /// The money that a note at the end of a table, or right below it, says: 注:以上投资单位均为万元。
  private func moneyOfNotes(below found: FoundTable, _ table: DocumentTable) -> MoneyName? {
    let lines = self.lines[found.lines.upperBound..<Swift.min(table.end + 4, self.lines.count)]
    func isLast(_ line: DocumentLine) -> Bool {
      let last = self.lines.lastIndex { !$0.isBlank }
      return last.map { self.lines[$0].place == line.place } ?? false
    }
    return lines.reversed().prefix(12).lazy.filter {
      // 单位:万元 at the end of all is of the table above it.
      $0.text.contains("单位")
        && (TableCaption.isNote($0.text) || $0.text.hasPrefix("单位") && isLast($0))
    }.compactMap { TableCaption.moneyUnit($0.text.trimmed { "。.".unicodeScalars.contains($0) }) }
      .first
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

  /// Says on which sheets of a workbook no table was found.
  mutating func noteSheetsWithoutTables() {
    guard !lines.isOneTable else { return }
    let found = Set(content.tables.map { lines[$0.headerLine].place.part })
    var seen: Set<ImportPlace.Part> = []
    for line in lines where seen.insert(line.place.part).inserted {
      if case .sheet(let name) = line.place.part, !found.contains(line.place.part),
        !content.settings.sheets.contains(line.place.part)
      {
        ledger.doubt(nil, ImportMessages.sheetWithoutTable(name))
      }
    }
  }

  /// Says which rows between strokes have amounts and are those of no table that was found.
  private mutating func noteRowsWithoutTable() {
    var isToldAbove = false
    for (place, line) in lines.enumerated() where line.grid == nil {
      let isRow =
        ledger.roles[place] == .note && line.cells.count(where: \.isFilled) >= 3
        && line.cells.contains { $0.isFilled && Amount.isAmount($0.text) }
      if isRow, !isToldAbove { ledger.doubt(place, ImportMessages.tableWithoutHeadings) }
      isToldAbove = isRow || isToldAbove && line.isBlank
    }
  }

  /// Says which tables of a document's format have rows with amounts, and no headings to tell what
  /// they are.
  mutating func noteTablesWithoutHeadings() {
    guard !lines.isOneTable else { return }
    let found = Set(content.tables.compactMap { lines[$0.headerLine].grid })
    noteRowsWithoutTable()
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
}
