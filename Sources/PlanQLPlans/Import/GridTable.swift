/// Reads a table whose cells stand between upright strokes or tab stops.
struct GridTableReader {
  private let lines: [DocumentLine]
  private let shape: TableShape
  private var header: TableHeader
  private var table: DocumentTable
  private var ledger: LineLedger
  private var open: OpenRow?
  /// The last cell of the merged column of categories.
  private var category = FoldedText.empty

  /// A row whose lines are being gathered.
  private struct OpenRow {
    var lines: [Int]
    var cells: [FoldedText]
    /// Whether the last line ended in a stroke.
    var isClosed: Bool
  }

  /// Prepares to read the rows below headings.
  init(_ found: FoundTable, lines: [DocumentLine], ledger: LineLedger) {
    self.lines = lines
    self.shape = found.shape
    self.header = found.header
    self.table = DocumentTable(header: found.header, headerLine: found.lines.lowerBound)
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
  }

  /// Reads the rows after the headings up to the line that no longer belongs to the table.
  mutating func read(_ found: FoundTable) -> (table: DocumentTable, ledger: LineLedger) {
    var place = found.lines.upperBound + 1
    while place < lines.count {
      let line = lines[place]
      if line.isBlank || ledger.isSettled(place) {
        place += 1
        continue
      }
      guard accept(line, at: place) else { break }
      place += 1
    }
    closeRow()
    table.end = place
    return (table, ledger)
  }

  private mutating func accept(_ line: DocumentLine, at place: Int) -> Bool {
    let text = line.text
    if Boilerplate.matches(text) { return false }
    let isGrid = shape == .piped ? text.contains("|") : line.tabCells.count > 1
    guard isGrid else { return goOn(text, at: place) }
    let cells = shape == .piped ? TableFinder.pipeCells(text) : line.tabCells
    if isRule(text) {
      ledger.settle(place, as: .header)
      return true
    }
    if let again = TableFinder(lines: lines).table(at: place) {
      closeRow()
      guard again.header == header else { return false }
      ledger.settle(place, as: .header)
      return true
    }
    let isNew = shape == .tabbed || text.scalar(0) == "|" || isWhole(open, before: cells)
    if !isNew, var row = open, let first = cells.first {
      row.cells[row.cells.count - 1] = GridTableReader.joined(row.cells[row.cells.count - 1], first)
      row.cells += cells.dropFirst()
      row.lines.append(place)
      row.isClosed = text.hasSuffix("|")
      open = row
      return true
    }
    closeRow()
    open = OpenRow(
      lines: [place], cells: cells, isClosed: shape == .tabbed || text.hasSuffix("|"))
    return true
  }

  /// Says whether a row needs nothing more, so that cells after it begin another one.
  private func isWhole(_ row: OpenRow?, before cells: [FoldedText]) -> Bool {
    guard let row, !row.isClosed, row.cells.count < header.columns.count else { return true }
    return header.columns[0].kind == .number && cells.count > 1
      && cells.first.flatMap(FlattenedRow.number) != nil
  }

  /// The rule of a Markdown table: `|---|:--:|`.
  private func isRule(_ text: FoldedText) -> Bool {
    text.contains("--") && text.scalars.allSatisfy { "|-: +=".unicodeScalars.contains($0) }
  }

  /// Takes a line without strokes into the last cell of an open row.
  private mutating func goOn(_ text: FoldedText, at place: Int) -> Bool {
    if TableCaption.isNote(text) {
      closeRow()
      ledger.settle(place, as: .note)
      return true
    }
    guard shape == .piped, var row = open, !row.isClosed, !row.cells.isEmpty else { return false }
    let last = row.cells.count - 1
    row.cells[last] = GridTableReader.joined(row.cells[last], text)
    row.lines.append(place)
    open = row
    return true
  }

  private static func joined(_ first: FoldedText, _ second: FoldedText) -> FoldedText {
    guard let left = first.scalar(first.count - 1), let right = second.scalar(0) else {
      return first.isEmpty ? second : first
    }
    let isWord = FoldedText.isIdeograph(left) && FoldedText.isIdeograph(right)
    return first.joined(second, by: isWord ? "" : " ")
  }
}

extension GridTableReader {
  private mutating func closeRow() {
    guard var row = open else { return }
    open = nil
    row.cells = row.cells.map(GridTableReader.plain)
    while let last = row.cells.last, last.isEmpty { row.cells.removeLast() }
    if row.cells.isEmpty {
      ledger.settle(row.lines, as: .note)
    } else if !acceptTotal(row), !acceptSection(row) {
      add(row)
    }
  }

  /// A cell without the marks of Markdown and with blanks for its line breaks.
  private static func plain(_ cell: FoldedText) -> FoldedText {
    var text = cell.trimmed { " *".unicodeScalars.contains($0) }
    for mark in ["<br>", "<br/>", "<br />", "<BR>"] {
      while let places = text.firstPlaces(of: mark) {
        text = text.part(0..<places.lowerBound).joined(
          text.dropFirst(places.upperBound), by: " ")
      }
    }
    return text
  }

  private mutating func add(_ row: OpenRow) {
    var cells = aligned(row.cells)
    let count = header.columns.count
    if cells.count > count, cells.count - count <= 2,
      cells[count...].allSatisfy({ $0.isEmpty || isNoneMark($0) })
    {
      cells.removeLast(cells.count - count)
    }
    let isCut = !row.isClosed && cells.count < count
    guard cells.count <= count, !isCut, let subject = header.columns.firstIndex(where: \.isSubject),
      cells.indices.contains(subject), !cells[subject].isEmpty, fits(cells)
    else {
      table.lostRows += 1
      ledger.leave(
        row.lines, because: isCut ? ImportMessages.rowIsCutOff : ImportMessages.rowDoesNotFit)
      return
    }
    cells += Array(repeating: FoldedText.empty, count: count - cells.count)
    carryCategory(&cells)
    ledger.settle(row.lines[0], as: .row)
    ledger.settle(Array(row.lines.dropFirst()), as: .continuation)
    table.rows.append(
      DocumentRow(lines: row.lines, cells: cells, section: table.currentSection))
  }

  /// Puts in the cell of a merged column of categories that stood to the left of the numbers.
  private func aligned(_ cells: [FoldedText]) -> [FoldedText] {
    guard header.columns.count >= 3, header.columns[0].kind == .category,
      header.columns[1].kind == .number,
      cells.count < header.columns.count || cells.last?.isEmpty == true,
      let first = cells.first, FlattenedRow.number(first) != nil
    else { return cells }
    return [FoldedText.empty] + cells
  }

  private mutating func carryCategory(_ cells: inout [FoldedText]) {
    guard let column = header.place(of: .category) else { return }
    if cells[column].isEmpty { cells[column] = category } else { category = cells[column] }
  }

  /// Says whether numbers stand where numbers belong.
  private func fits(_ cells: [FoldedText]) -> Bool {
    for (column, cell) in zip(header.columns, cells) where !cell.isEmpty {
      if column.kind == .number, FlattenedRow.number(cell) == nil, cell.count > 12 { return false }
      if column.isUnits, Amount.isAmount(cell) { return false }
    }
    return true
  }

  /// A row with one cell, or with a numeral and a title and at most amounts beside it.
  private mutating func acceptSection(_ row: OpenRow) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard let first = filled.first else { return false }
    let head = row.cells[first]
    let line = row.lines[0]
    if filled.count == 1 {
      if FlattenedRow.number(head) != nil { return false }
      if header.columns[0].kind == .category, first == 0, !row.isClosed || Numbering(head) == nil,
        row.cells.count == 1, head.scalar(0) != "("
      {
        category = head
        table.addSection(head.string, level: 1, line: line)
        ledger.settle(row.lines, as: .section)
        return true
      }
      let numbering = Numbering(head).flatMap { $0.level <= 2 ? $0 : nil }
      var title = numbering?.rest ?? head
      var amount: FoldedText?
      if let (plain, stated) = StatedInvestment.parted(title) { (title, amount) = (plain, stated) }
      if title.scalar(0) == "(" { title = title.trimmed { "()".unicodeScalars.contains($0) } }
      guard title.count <= 60 else { return false }
      table.addSection(title.string, level: numbering?.level ?? 1, line: line)
      ledger.settle(row.lines, as: .section)
      if let amount, let column = header.columns.firstIndex(where: \.isMoney) {
        table.totals.append(
          DocumentTotal(
            line: line, label: title, section: table.currentSection, values: [(column, amount)]))
      }
      return true
    }
    return acceptNumberedSection(row, filled: filled)
  }

  private mutating func acceptNumberedSection(_ row: OpenRow, filled: [Int]) -> Bool {
    let numeral = row.cells[filled[0]].trimmed { "()、.".unicodeScalars.contains($0) }
    guard header.columns.indices.contains(filled[0]), header.columns[filled[0]].kind == .number,
      Numbering.value(numeral.scalars) != nil,
      filled.dropFirst(2).allSatisfy({
        header.columns.indices.contains($0) && header.columns[$0].isMoney
      })
    else { return false }
    let isBracketed = row.cells[filled[0]].scalar(0) == "("
    let title = row.cells[filled[1]]
    table.addSection(title.string, level: isBracketed ? 2 : 1, line: row.lines[0])
    ledger.settle(row.lines, as: .section)
    let values = filled.dropFirst(2).map { (column: $0, text: row.cells[$0]) }
    if !values.isEmpty {
      table.totals.append(
        DocumentTotal(
          line: row.lines[0], label: title, section: table.currentSection, values: values))
    }
    return true
  }

  private mutating func acceptTotal(_ row: OpenRow) -> Bool {
    for place in row.cells.indices.prefix(3) {
      guard let (label, glued) = TotalLine.label(row.cells[place]) else { continue }
      var values = row.cells.indices.filter {
        $0 > place && header.columns.indices.contains($0) && header.columns[$0].isMoney
          && Amount.isAmount(row.cells[$0])
      }.map { (column: $0, text: row.cells[$0]) }
      if values.isEmpty, Amount.isAmount(glued),
        let column = header.columns.firstIndex(where: \.isMoney)
      {
        values = [(column, glued)]
      }
      table.totals.append(
        DocumentTotal(
          line: row.lines[0], label: label,
          section: TotalLine.isOfSection(label) ? table.currentSection : nil, values: values))
      ledger.settle(row.lines, as: .total)
      return true
    }
    return false
  }
}
