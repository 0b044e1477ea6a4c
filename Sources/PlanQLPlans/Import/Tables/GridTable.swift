import PlanQLData

/// Reads the rows of a table whose cells are told apart: by strokes, tab stops or the file's format.
struct GridTableReader {
  let lines: DocumentLines
  let header: TableHeader
  /// The headings as they were found, by which they are known where they come again.
  let headingsFound: TableHeader
  let map: HeadingMap
  let shape: DocumentLine.RowShape
  var table: DocumentTable
  var ledger: LineLedger
  /// The last cell of the merged column of categories.
  var category = FoldedText.empty
  /// The column of places and the place that a row which totals a group named, for the rows below it that name none.
  var place: (column: Int, cell: GridCell)?
  /// The last cells of the columns that say of which level between category and indicator a row is.
  var levels: [Int: FoldedText] = [:]
  /// Where rows between strokes have their cells.
  let placing: CellPlacing?
  let headings: StrokedLine
  /// The row that began the last section, with its level, where it has amounts and no row has followed.
  var openSection: (row: GridRow, level: Int)?
  /// Whether the last row was a part of the one above it: 其中.
  private var isAmidParts = false

  /// The rows of a text with separators that end before its headings do.
  var shortRows: [Int] = []
  /// So many of them are told one by one.
  private static let greatestCountOfShortRows = 20

  /// What the marks in cells below units say.
  let legend: PartLegend

  /// Prepares to read the rows below headings.
  init(_ found: FoundTable, lines: DocumentLines, map: HeadingMap, ledger: LineLedger) {
    self.lines = lines
    self.headingsFound = found.header
    let grid = lines[found.lines.upperBound].grid
    let rows = lines[(found.lines.upperBound + 1)...].prefix(200).prefix {
      $0.grid == grid && (grid != nil || !$0.cells.isEmpty)
    }
    self.header = found.header.withUnits(markedIn: rows).withNumbersAsOthers(in: rows)
      .withoutDeadlinesOfReports(in: rows)
    self.legend =
      header.columns.contains { $0.isUnits && $0.isUnitName }
      ? PartLegend(lines[Swift.max(0, found.lines.lowerBound - 8)...].prefix(400))
      : PartLegend([])
    self.map = map
    self.shape = lines[found.lines.upperBound].shape
    self.table = DocumentTable(header: header, headerLine: found.lines.lowerBound)
    self.table.isOwn = found.isOwn
    self.table.planTable = found.planTable
    self.table.standard = found.standard
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
    self.headings = StrokedLine(lines[found.lines.lowerBound].text)
    self.placing =
      shape == .piped
      ? CellPlacing(below: found.header, lines, from: found.lines.upperBound + 1, headings) : nil
  }

  /// Reads the rows after the headings up to the line that no longer belongs to the table.
  mutating func read(_ found: FoundTable) -> (table: DocumentTable, ledger: LineLedger) {
    var place = found.lines.upperBound + 1
    var pipes = PipedRows(header)
    while place < lines.count {
      let line = lines[place]
      if ledger.isSettled(place) {
        place += 1
        continue
      }
      guard let next = accept(line, at: place, &pipes) else { break }
      place = next
    }
    if let row = pipes.close() { take(row) }
    closeSection()
    dropEmptySections()
    doubtShortRows(below: found.lines.upperBound)
    table.settleTotals()
    table.end = place
    return (table, ledger)
  }

  /// Says which records have fewer fields than there are headings: a line break amid a cell makes such.
  private mutating func doubtShortRows(below headings: Int) {
    guard shortRows.count <= GridTableReader.greatestCountOfShortRows else {
      return ledger.doubt(headings, ImportMessages.rowsAreShort(shortRows.count))
    }
    for row in shortRows {
      ledger.doubt(
        row, ImportMessages.rowIsShort(lines[row].fieldCount ?? 0, header.columns.count))
    }
  }

  /// Takes a line into the table and gives the place to go on from; nil where the table has ended
  /// before it.
  private mutating func accept(
    _ line: DocumentLine, at place: Int, _ pipes: inout PipedRows
  ) -> Int? {
    if line.grid == nil, Boilerplate.matches(line.text) { return nil }
    if beginsAnotherTable(line, at: place) || headsOtherRows(place) { return nil }
    if !table.isOwn, !table.rows.isEmpty, let money = TableCaption.moneyUnitAlone(line) {
      guard money == moneyAbove, !isAboveOtherHeadings(place) else { return nil }
      ledger.settle(place, as: .caption)
      return place + 1
    }
    if table.rows.isEmpty, table.sections.isEmpty, let money = TableCaption.englishUnitAlone(line) {
      table.money = money
      ledger.settle(place, as: .caption)
      return place + 1
    }
    guard line.shape == shape, !line.cells.isEmpty else {
      if line.shape == .piped, shape == .piped {
        // A row of strokes alone.
        ledger.settle(place, as: .note)
        return place + 1
      }
      if line.grid == nil, goesOnBelow(place) {
        ledger.settle(place, as: .caption)
        return place + 1
      }
      if line.grid == nil, TableCaption.isNote(line.text) {
        if let row = pipes.close() { take(row) }
        ledger.settle(place, as: .note)
        return place + 1
      }
      if isSection(line, at: place), pipes.isWhole {
        if let row = pipes.close() { take(row) }
        take(GridRow(lines: [place], cells: [GridCell(line.text)], isClosed: false))
        return place + 1
      }
      if shape == .piped, pipes.goOn(line.text, at: place) { return place + 1 }
      return acceptPlainLine(line, at: place) ? place + 1 : nil
    }
    if MarkdownRule.matches(line) || isCountOfColumns(line) {
      ledger.settle(place, as: .header)
      return place + 1
    }
    if !table.isOwn, let again = GridHeader(lines: lines, map: map).headings(at: place) {
      if let row = pipes.close() { take(row) }
      guard again.header == headingsFound else { return nil }
      ledger.settle(Array(place...again.last), as: .header)
      return again.last + 1
    }
    if table.isOwn, !table.rows.isEmpty, line.cells.count == lines[table.headerLine].cells.count,
      line.cells.map(\.text) == lines[table.headerLine].cells.map(\.text)
    {
      ledger.settle(place, as: .header)
      return place + 1
    }
    if shape == .piped {
      if let row = pipes.add(line, at: place) { take(row) }
    } else {
      take(GridRow(lines: [place], cells: line.cells, isClosed: true))
    }
    return place + 1
  }

  /// Whether a line between rows of the table only says that it goes on.
  private func goesOnBelow(_ place: Int) -> Bool {
    guard let next = lines[place...].firstIndex(where: { $0.shape == shape && !$0.cells.isEmpty })
    else { return false }
    let isGrid = lines[next].grid != nil
    return (isGrid || ContinuedTables.isWordOfGoingOn(lines[place].text))
      && lines[place..<next].allSatisfy {
        ContinuedTables.mayStandBetween($0, lines, below: table.headerLine)
      }
  }

  /// Whether a line without strokes amid those with them is a numbered title of the rows below it.
  private func isSection(_ line: DocumentLine, at place: Int) -> Bool {
    guard shape == .piped, line.shape == .plain, line.text.count <= 40,
      let numbering = Numbering(line.text), (1...2).contains(numbering.level),
      let next = lines[(place + 1)...].first(where: { !$0.isBlank })
    else { return false }
    return next.shape == .piped
  }

  /// A line without tab stops amid those with them is a row of one cell.
  private mutating func acceptPlainLine(_ line: DocumentLine, at place: Int) -> Bool {
    guard shape == .tabbed, line.shape == .plain, TableCaption.moneyUnit(line.text) == nil,
      let next = lines[(place + 1)...].first(where: { !$0.isBlank }), next.shape == .tabbed
    else { return false }
    take(GridRow(lines: [place], cells: [GridCell(line.text)], isClosed: true))
    return true
  }

  /// A row below the headings that only counts the columns: 1 2 3, 甲 乙 1 2.
  private func isCountOfColumns(_ line: DocumentLine) -> Bool {
    let texts = line.cells.filter(\.isFilled).map(\.text.compact)
    let isNamed = ["栏次", "行次"].contains(texts.first)
    guard table.rows.isEmpty, !table.isOwn || isNamed || texts.first == "甲" else { return false }
    if isNamed, texts.count > 1,
      texts.dropFirst().allSatisfy({ Numbering.rowNumber(FoldedText($0)) != nil })
    {
      return true
    }
    guard texts.count >= 3, texts.count * 2 >= header.columns.count else { return false }
    let circled = texts.compactMap {
      $0.count == 1 ? "①②③④⑤⑥⑦⑧⑨⑩".firstIndex(of: $0.first ?? " ") : nil
    }
    if circled.count == texts.count, circled == circled.sorted(),
      Set(circled).count == circled.count
    {
      return true
    }
    let plain = texts.map { $0.filter { !"()①②③④⑤⑥⑦⑧⑨⑩栏次".contains($0) || $0 == "次" } }
    let words = ["甲", "乙", "丙", "丁", "戊", "己", "栏次", "次", ""]
    let numbers = plain.filter { !words.contains($0) }
    guard numbers.count >= 2, let first = Int(numbers[0].prefix { $0 != "=" }),
      (1...3).contains(first)
    else { return false }
    return numbers.enumerated().allSatisfy { offset, text in
      text == String(first + offset) || text.hasPrefix("\(first + offset)=")
    }
  }

  /// Takes sections at the end that no row follows for what they are: lines below the table.
  private mutating func dropEmptySections() {
    while let last = table.sections.indices.last, !table.sectionsOfLostRows.contains(last),
      !table.hasRows(under: last),
      !table.totals.contains(where: { $0.section == last })
    {
      ledger.resettle(table.sections[last].line, as: .note)
      table.sections.removeLast()
    }
  }
}

extension GridTableReader {
  /// Settles what a row is: a total, a section, a row of the table, or not understood.
  mutating func take(_ row: GridRow) {
    var row = row
    if shape == .piped {
      for place in row.cells.indices {
        row.cells[place].text = Markdown.cell(row.cells[place].text)
      }
    }
    while let last = row.cells.last, last.isEmpty { row.cells.removeLast() }
    if lines[row.lines[0]].isUnplaced { return lose(row, ImportMessages.cellsFitNoHeadings) }
    if shape == .piped {
      guard let placed = placed(row) else { return lose(row, ImportMessages.cellsFitNoHeadings) }
      row = placed
    }
    let filled = row.filled
    if filled.isEmpty, row.cells.allSatisfy({ $0.problem == nil }) {
      let isMerged = row.cells.contains { !$0.isEmpty }
      ledger.settle(row.lines, as: isMerged ? .continuation : .note)
    } else if table.isOwn {
      if table.planTable == nil, isNote(row, filled) {
        ledger.settle(row.lines, as: .note)
      } else if isStatisticOfOwn(row) {
        ledger.leave(row.lines, because: ImportMessages.rowOfStatistics)
      } else if !acceptOwnTotal(row) {
        add(row)
      }
    } else if row.filled.count == 1, ContinuedTables.isWordOfGoingOn(row.cells[filled[0]].text) {
      ledger.settle(row.lines, as: .caption)
    } else if acceptPart(row) {
      if let column = header.columns.firstIndex(where: \.isSubject) {
        table.add(PartRow(lines: row.lines, cells: row.cells, label: row.cell(column).text))
      }
      ledger.leave(row.lines, because: ImportMessages.partOfRowAbove)
    } else if isNote(row, filled) {
      ledger.settle(row.lines, as: .note)
    } else if isOfPoints(row) {
      ledger.leave(row.lines, because: ImportMessages.rowOfPoints)
    } else if isOfForm(row) {
      ledger.leave(row.lines, because: ImportMessages.rowDoesNotFit)
    } else if isStatistic(row) {
      ledger.leave(row.lines, because: ImportMessages.rowOfStatistics)
    } else if !acceptTotal(row), !acceptSection(row, filled) {
      add(row)
    }
  }

  /// A row that says what part of the one above it is: its amount stands in that one already.
  private mutating func acceptPart(_ row: GridRow) -> Bool {
    let number = header.place(of: .number)
    let isNumbered = number.map { row.cell($0).isFilled } ?? false
    let subject = header.columns.firstIndex(where: \.isSubject).map { row.cell($0).text }
    let begins =
      subject.map { $0.firstVisible == "其" && $0.compact.hasPrefix("其中") } ?? false
    let hasAmount = row.filled.contains {
      header.columns.indices.contains($0) && header.columns[$0].isMoney
    }
    let isPart =
      begins && hasAmount && !(table.rows.isEmpty && table.totals.isEmpty)
      || isAmidParts && number != nil && !isNumbered && hasAmount
        && !row.filled.prefix(1).contains { TotalLine.label(row.cells[$0].text.unbroken) != nil }
      || isAmidParts && number == nil && hasAmount
        && subject.map { FundingSource.stated(by: $0.compact) != nil } ?? false
    isAmidParts = isPart
    return isPart
  }

  /// Lines below a table that stand in its cells: notes, who filled it in and who checked it.
  private func isNote(_ row: GridRow, _ filled: [Int]) -> Bool {
    guard let first = filled.first else { return false }
    let text = row.cells[first].text
    if filled.count == 1,
      TableCaption.isNote(text)
        || text.firstVisible.map({ "*※①".unicodeScalars.contains($0) }) == true
    {
      return true
    }
    return filled.count <= 6 && SignatureLine.begins(text)
      && (table.isOwn || header.place(of: .number) != nil || text.contains(":"))
      && filled.dropFirst().allSatisfy { row.cells[$0].text.count <= 20 }
  }
}
