import PlanQLData

/// Reads a table whose rows were flattened to text, a row over one line or more.
struct FlattenedTableReader {
  private let lines: DocumentLines
  private let finder: TableFinder
  private var row: FlattenedRow
  private var table: DocumentTable
  private var ledger: LineLedger
  private var open: OpenRow?
  private var lastNumber = 0
  private var isAfterSection = false

  /// A row whose lines are being gathered.
  private struct OpenRow {
    var lines: [Int]
    var tokens: [RowToken]
    /// The cells, as soon as the tokens make a whole row.
    var cells: [FoldedText]?
  }

  /// Prepares to read the rows below headings.
  init(
    _ found: FoundTable, lines: DocumentLines, periods: PeriodReading, map: HeadingMap,
    ledger: LineLedger
  ) {
    self.lines = lines
    self.finder = TableFinder(lines: lines, map: map)
    self.row = FlattenedRow(found.header.columns, periods: periods)
    self.table = DocumentTable(header: found.header, headerLine: found.lines.lowerBound)
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
  }

  /// Reads the rows after the headings up to the line that no longer belongs to the table.
  mutating func read(_ found: FoundTable) -> (table: DocumentTable, ledger: LineLedger) {
    var place = found.lines.upperBound + 1
    if !found.rest.isEmpty { readRest(found.rest, at: found.lines.upperBound) }
    while place < lines.count {
      let line = lines[place].text
      if line.isEmpty || ledger.isSettled(place) {
        place += 1
        continue
      }
      guard accept(line, at: place) else { break }
      place += 1
    }
    closeRow()
    table.end = place
    table.header.columns = row.columns
    table.settleTotals()
    return (table, ledger)
  }

  /// Rows that stand on the line of the headings.
  private mutating func readRest(_ rest: FoldedText, at place: Int) {
    let tokens = RowToken.tokens(of: rest, continues: false)
    guard beginsRow(tokens) else {
      table.lostRows += 1
      ledger.leave([place], because: ImportMessages.headingsAmidText)
      return
    }
    begin(tokens, at: place)
  }

  /// Takes a line into the table; says no where the table has ended before it.
  private mutating func accept(_ line: FoldedText, at place: Int) -> Bool {
    if Boilerplate.isPageNumber(line) {
      ledger.settle(place, as: .note)
      return true
    }
    if Boilerplate.matches(line) { return false }
    if ContinuedTables.isWordOfGoingOn(line), isHeaderBelow(place) {
      closeRow()
      ledger.settle(place, as: .caption)
      return true
    }
    if isHeaderAgain(line) {
      ledger.settle(place, as: .header)
      return true
    }
    if let unit = TableCaption.moneyUnit(line), table.rows.isEmpty, open == nil {
      table.money = unit
      ledger.settle(place, as: .caption)
      return true
    }
    if TableCaption.isNote(line) {
      closeRow()
      ledger.settle(place, as: .note)
      return true
    }
    if acceptTotal(line, at: place) { return true }
    let tokens = RowToken.tokens(of: FlattenedTableReader.unglued(line), continues: false)
    if beginsRow(tokens) {
      closeRow()
      begin(tokens, at: place)
      return true
    }
    return acceptSection(line, at: place) || goOn(line, at: place)
  }

  private func isHeaderBelow(_ place: Int) -> Bool {
    guard let next = lines[(place + 1)...].first(where: { !$0.isBlank }),
      ContinuedTables.mayStandBetween(lines[place], lines, below: table.headerLine)
    else { return false }
    return isHeaderAgain(next.text) || FlattenedRow.number(next.text.words[0]) == lastNumber + 1
  }

  private func isHeaderAgain(_ line: FoldedText) -> Bool {
    let (columns, next) = finder.headings(line.words, from: 0)
    return columns.count >= 2 && next == line.words.count
      && columns.allSatisfy { row.columns.map(\.kind).contains($0.kind) }
  }

  /// Parts a number from the name that it is glued to: `1.污水处理工程`.
  private static func unglued(_ line: FoldedText) -> FoldedText {
    let digits = line.scalars.prefix(while: FoldedText.isDigit).count
    guard digits > 0, digits <= 3, let sign = line.scalar(digits),
      ".、".unicodeScalars.contains(sign),
      let next = line.scalar(digits + 1), !FoldedText.isDigit(next), next != " "
    else { return line }
    return line.part(0..<(digits + 1)).joined(line.dropFirst(digits + 1), by: " ")
  }
}

extension FlattenedTableReader {
  private func beginsRow(_ tokens: [RowToken]) -> Bool {
    guard tokens.count >= 2 else { return false }
    let isFree = open == nil || open?.cells != nil
    guard
      row.hasNumber
        || (table.rows.isEmpty && open == nil && FlattenedRow.number(tokens[0].text) == 1)
    else {
      return isFree && !UnitList.isList(joined(tokens), isLoose: false)
        && row.cells(tokens) != nil
    }
    guard let number = FlattenedRow.number(tokens[0].text), beginsWithText(tokens) else {
      return false
    }
    let isFirst = table.rows.isEmpty && open == nil
    if number == lastNumber + 1, goesOnWithNumber(tokens) { return false }
    return isFirst || number == lastNumber + 1 || isFree || (number == 1 && isAfterSection)
  }

  /// Says whether text stands after the number of a row where the table has text there.
  private func beginsWithText(_ tokens: [RowToken]) -> Bool {
    let isText = row.columns.count < 2 || !row.hasNumber || row.columns[1].isText
    return !isText || !(Amount.isAmount(tokens[1].text) || isNoneMark(tokens[1].text))
  }

  /// Says whether a line begins with a number that is a quantity of the open row's text, as in
  /// `…全长约` and then `3 公里。 900 2022 水利局`.
  private func goesOnWithNumber(_ tokens: [RowToken]) -> Bool {
    guard let open, open.cells == nil, tokens.count >= 2 else { return false }
    let name = tokens[1].text
    let measures = [
      "个", "座", "处", "公里", "亩", "万", "吨", "台", "套", "户", "米", "项", "家", "条", "口", "块", "km", "%",
      "㎡",
    ]
    let isQuantity =
      name.scalars.contains { "。,;".unicodeScalars.contains($0) }
      || measures.contains { name.compact.hasPrefix($0) }
    return isQuantity && row.cellsWithGaps(open.tokens) == nil
  }

  private mutating func begin(_ tokens: [RowToken], at place: Int) {
    if !row.hasNumber, FlattenedRow.number(tokens[0].text) == 1 {
      let number = DocumentColumn(heading: FoldedText("序号"))
      row = FlattenedRow([number].compactMap { $0 } + row.columns, periods: row.periods)
      ledger.note(place, ImportMessages.numbersWithoutHeading)
    }
    isAfterSection = false
    let rows = severalRows(tokens)
    if rows.count > 1 { ledger.note(place, ImportMessages.severalRows(rows.count)) }
    for part in rows.dropLast() {
      open = OpenRow(lines: [place], tokens: part, cells: row.cells(part))
      closeRow()
    }
    let last = rows.last ?? tokens
    lastNumber = FlattenedRow.number(last[0].text) ?? lastNumber + 1
    open = OpenRow(lines: [place], tokens: last, cells: row.cells(last))
  }

  /// Cuts a line at the numbers that follow each other where every part is a whole row, and only
  /// one way of cutting gives that.
  private func severalRows(_ tokens: [RowToken]) -> [[RowToken]] {
    guard row.hasNumber, let first = FlattenedRow.number(tokens[0].text)
    else { return [tokens] }
    var rows: [[RowToken]] = []
    var start = 0
    var number = first
    while true {
      let limit = Swift.max(Swift.min(tokens.count, start + 400), start + 2)
      let ends = ((start + 2)..<limit).filter {
        FlattenedRow.number(tokens[$0].text) == number + 1
          && row.cells(Array(tokens[start..<$0])) != nil
      }
      guard let end = ends.first else { break }
      guard ends.count == 1 else { return [tokens] }
      rows.append(Array(tokens[start..<end]))
      start = end
      number += 1
    }
    let last = Array(tokens[start...])
    guard rows.isEmpty || row.cells(last) != nil else { return [tokens] }
    return rows + [last]
  }

  private func joined(_ tokens: [RowToken]) -> FoldedText {
    FoldedText(tokens.map(\.text.string).joined(separator: " "))
  }

  private mutating func closeRow() {
    guard let row = open else { return }
    open = nil
    if let cells = row.cells {
      add(cells, absent: [], lines: row.lines)
    } else if let (cells, absent) = self.row.cellsWithGaps(row.tokens) {
      add(cells, absent: absent, lines: row.lines)
    } else {
      table.lostRows += 1
      ledger.leave(row.lines, because: ImportMessages.rowDoesNotFit)
    }
  }

  private mutating func add(_ cells: [FoldedText], absent: [Int], lines places: [Int]) {
    ledger.settle(places[0], as: .row)
    ledger.settle(Array(places.dropFirst()), as: .continuation)
    table.add(
      DocumentRow(
        lines: places, cells: cells.map { GridCell($0) }, section: table.currentSection,
        absent: absent))
  }
}

extension FlattenedTableReader {
  /// A section line: numbered, or a single word that rows follow.
  private mutating func acceptSection(_ line: FoldedText, at place: Int) -> Bool {
    let isFree = open == nil || open?.cells != nil
    var title = line
    var level = 1
    var amount: FoldedText?
    if let numbering = FlattenedTableReader.sectionNumbering(line) {
      title = numbering.rest
      level = numbering.level
      let words = title.words
      if words.count >= 2, let last = words.last, Amount.isAmount(last) {
        amount = last
        title = FoldedText(words.dropLast().map(\.string).joined(separator: " "))
      } else if let (plain, stated) = StatedInvestment.parted(title) {
        title = plain
        amount = stated
      }
    } else {
      let isPlain =
        isFree && line.words.count == 1 && line.count <= 20
        && !line.scalars.contains { "。;:,".unicodeScalars.contains($0) }
        && !acceptsMoreUnits(line)
      guard isPlain else { return false }
    }
    guard title.count <= 40, rowFollows(place) else { return false }
    closeRow()
    table.addSection(title.string, level: level, line: place)
    ledger.settle(place, as: .section)
    isAfterSection = true
    if let amount, let column = row.columns.firstIndex(where: \.isMoney) {
      table.totals.append(
        DocumentTotal(
          line: place, label: title, section: table.currentSection,
          values: [(column, GridCell(amount))]))
    }
    return true
  }

  /// `一、水环境`, `(一)水环境`, `一 水环境 35000`.
  private static func sectionNumbering(_ line: FoldedText) -> (level: Int, rest: FoldedText)? {
    if let numbering = Numbering(line), numbering.level <= 2 {
      return (numbering.level, numbering.rest)
    }
    let words = line.words
    guard let first = words.first, words.count >= 2, Numbering.value(first.scalars) != nil else {
      return nil
    }
    return (1, line.dropFirst(first.count).trimmed())
  }

  /// Says whether what follows a line, blank ones left out, still belongs to the table.
  private func rowFollows(_ place: Int, depth: Int = 3) -> Bool {
    guard depth > 0, let next = nextLine(after: place) else { return false }
    let text = lines[next].text
    if TotalLine.label(text.words.first ?? text) != nil { return true }
    if FlattenedTableReader.sectionNumbering(text) != nil {
      return text.count <= 40 && rowFollows(next, depth: depth - 1)
    }
    let tokens = RowToken.tokens(of: FlattenedTableReader.unglued(text), continues: false)
    guard tokens.count >= 2 else { return false }
    if row.hasNumber {
      return FlattenedRow.number(tokens[0].text) != nil && beginsWithText(tokens)
    }
    return row.cells(tokens) != nil || FlattenedRow.number(tokens[0].text) != nil
  }

  private func nextLine(after place: Int) -> Int? {
    ((place + 1)..<Swift.max(lines.count, place + 1)).first { !lines[$0].isBlank }
  }

  /// A total line; its amounts go to the columns of money where their numbers agree.
  private mutating func acceptTotal(_ line: FoldedText, at place: Int) -> Bool {
    var words = line.words
    if words.count > 1, FlattenedRow.number(words[0]) != nil { words.removeFirst() }
    guard let first = words.first else { return false }
    var found = TotalLine.label(first)
    var rest = Array(words.dropFirst())
    if found == nil, words.count >= 2 {
      found = TotalLine.label(FoldedText(first.string + words[1].string))
      rest = Array(words.dropFirst(2))
    }
    guard let (label, glued) = found else { return false }
    closeRow()
    let plain = FlattenedTableReader.withoutCounts([glued] + rest)
    var amounts = plain.filter { Amount.isAmount($0) }
    let columns = row.columns.indices.filter { row.columns[$0].isMoney }
    let values: [(column: Int, cell: GridCell)]
    let withNone = plain.filter { Amount.isAmount($0) || isNoneMark($0) }
    if amounts.count != columns.count, withNone.count == columns.count { amounts = withNone }
    if amounts.count == columns.count {
      values = zip(columns, amounts).map { ($0, GridCell($1)) }
    } else if amounts.count == 1, let column = investmentColumn {
      values = [(column, GridCell(amounts[0]))]
    } else {
      ledger.leave([place], because: ImportMessages.totalDoesNotFit)
      return true
    }
    table.totals.append(
      DocumentTotal(
        line: place, label: label, section: TotalLine.section(of: label, in: table),
        current: table.currentSection, values: values))
    ledger.settle(place, as: .total)
    return true
  }

  /// The words of a total without those that only count the rows: `3个`, `3 个项目`.
  private static func withoutCounts(_ words: [FoldedText]) -> [FoldedText] {
    let counters = ["个", "项", "个项目", "项工程", "个工程", "项目"]
    var kept: [FoldedText] = []
    for word in words {
      let digits = word.scalars.prefix(while: FoldedText.isDigit).count
      if digits > 0, counters.contains(word.dropFirst(digits).compact) { continue }
      if counters.contains(word.compact), kept.last?.scalars.allSatisfy(FoldedText.isDigit) == true
      {
        kept.removeLast()
        continue
      }
      kept.append(word)
    }
    return kept
  }

  private var investmentColumn: Int? {
    row.columns.firstIndex { $0.kind == .investment } ?? row.columns.firstIndex(where: \.isMoney)
  }

  /// Takes a line into the open row; says no where there is none or the line is no part of it.
  private mutating func goOn(_ line: FoldedText, at place: Int) -> Bool {
    guard var current = open else { return resumes(place) }
    if current.cells != nil, !acceptsMoreUnits(line) { return resumes(place) }
    guard current.cells != nil || belongsToRow(line, current) else { return resumes(place) }
    current.lines.append(place)
    current.tokens += RowToken.tokens(of: line, continues: true)
    current.cells = row.cells(current.tokens)
    open = current
    return true
  }

  /// Says whether a line can go on with a row that is not whole yet.
  private func belongsToRow(_ line: FoldedText, _ current: OpenRow) -> Bool {
    current.lines.count < 60 && !(Numbering(line).map { $0.level <= 1 } ?? false)
  }

  /// Says whether a line goes on with the list of units that a whole row ends in.
  private func acceptsMoreUnits(_ line: FoldedText) -> Bool {
    guard let cells = open?.cells, let last = row.lastUnits(cells), line.words.count <= 8 else {
      return false
    }
    let isUnfinished =
      UnitList(reading: last).isUnfinished
      || last.scalars.count { $0 == "(" }
        > last.scalars.count { $0 == ")" }
    return UnitList.isList(line, isLoose: isUnfinished)
  }

  /// Passes over a line that is not understood where the table's next row comes soon after it.
  private mutating func resumes(_ place: Int) -> Bool {
    var next = place
    for _ in 0..<5 {
      guard let following = nextLine(after: next), lines[following].text.count <= 2000 else {
        return false
      }
      let text = lines[following].text
      if Boilerplate.matches(text) || TotalLine.label(text.words.first ?? text) != nil {
        return false
      }
      let tokens = RowToken.tokens(of: FlattenedTableReader.unglued(text), continues: false)
      if row.hasNumber, FlattenedRow.number(tokens.first?.text ?? .empty) == lastNumber + 1,
        row.cells(tokens) != nil
      {
        closeRow()
        ledger.leave([place], because: ImportMessages.strayLine)
        return true
      }
      next = following
    }
    return false
  }
}
