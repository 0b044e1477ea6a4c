import PlanQLData

/// Reads a table whose rows were flattened to text, a row over one line or more.
struct FlattenedTableReader {
  let lines: DocumentLines
  let finder: TableFinder
  var row: FlattenedRow
  var table: DocumentTable
  var ledger: LineLedger
  var open: OpenRow?
  var lastNumber = 0
  var isAfterSection = false
  /// The last line of the headings, on which rows may stand too.
  let lineOfHeadings: Int

  /// A row whose lines are being gathered.
  struct OpenRow {
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
    self.row = FlattenedRow(
      found.header.columns, periods: periods,
      looks: EvenTable.looks(below: found.lines.upperBound, of: found.header.columns, in: lines))
    self.lineOfHeadings = found.lines.upperBound
    self.table = DocumentTable(
      header: found.header.withoutRepeatedKinds, headerLine: found.lines.lowerBound)
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
    table.settleTotals()
    table.settleColumnsOfTotals()
    return (table, ledger)
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
    return acceptSection(line, at: place) || goOn(line, at: place) || leaveRow(line, at: place)
  }

  /// Leaves a line that has words and amounts like a row of the table and fits its columns nowise.
  private mutating func leaveRow(_ line: FoldedText, at place: Int) -> Bool {
    let words = line.words
    let amounts = row.columns.count(where: \.isMoney)
    guard !table.rows.isEmpty || open != nil, amounts > 0, words.count >= row.columns.count - 1,
      words.count(where: { Amount.isAmount($0) }) >= amounts
    else { return false }
    closeRow()
    table.lostRows += 1
    ledger.leave([place], because: ImportMessages.rowDoesNotFit)
    return true
  }

  private func isHeaderBelow(_ place: Int) -> Bool {
    guard let next = lines[(place + 1)...].first(where: { !$0.isBlank }),
      ContinuedTables.mayStandBetween(lines[place], lines, below: table.headerLine)
    else { return false }
    return isHeaderAgain(next.text)
      || next.text.words.first.flatMap(Numbering.rowNumber) == lastNumber + 1
  }

  private func isHeaderAgain(_ line: FoldedText) -> Bool {
    let (columns, next) = finder.headings(line.words, from: 0)
    return columns.count >= 2 && next == line.words.count
      && columns.allSatisfy { row.columns.map(\.kind).contains($0.kind) }
  }

  /// Parts a number from the name that it is glued to: `1.污水处理工程`.
  static func unglued(_ line: FoldedText) -> FoldedText {
    let digits = line.scalars.prefix(while: FoldedText.isDigit).count
    guard digits > 0, digits <= 3, let sign = line.scalar(digits),
      ".、".unicodeScalars.contains(sign),
      let next = line.scalar(digits + 1), !FoldedText.isDigit(next), next != " "
    else { return line }
    return line.part(0..<(digits + 1)).joined(line.dropFirst(digits + 1), by: " ")
  }

  /// The next line that is not blank.
  func nextLine(after place: Int) -> Int? {
    ((place + 1)..<Swift.max(lines.count, place + 1)).first { !lines[$0].isBlank }
  }
}
