import PlanQLData

/// A cell of a row while the row is read.
struct Cell {
  /// The place of the row's line.
  let line: Int
  /// The column, counted from 0.
  let column: Int

  init(_ line: Int, _ column: Int) {
    self.line = line
    self.column = column
  }
}

extension PlanAssembly {
  /// The text of a cell; nil where it says nothing, or that there is none.
  mutating func text(of cell: GridCell, _ column: DocumentColumn, _ place: Cell) -> String? {
    if let problem = cell.problem {
      ledger.doubt(place.line, cell: place.column, problem)
      return nil
    }
    guard !cell.isEmpty else { return nil }
    let text =
      column.isUnits
      ? cell.text
      : column.kind == .other ? PlanAssembly.unbroken(cell.text) : cell.text.unbroken
    guard isNoneMark(text) else {
      if otherColumns.indices.contains(place.column), let other = otherColumns[place.column],
        column.kind == .other
      {
        let written = other.text(of: cell)
        return written == cell.text.string ? text.string : written
      }
      return text.string
    }
    ledger.note(
      place.line, cell: place.column, ImportMessages.noMark(column.heading, text.string))
    return nil
  }

  /// A cell on one line: a unit on a line of its own is parted from the unit or the person on the next.
  private static func unbroken(_ cell: FoldedText) -> FoldedText {
    let lines = cell.cellLines
    guard lines.count > 1 else { return cell.unbroken }
    return zip(lines, lines.dropFirst()).reduce(lines[0]) { text, pair in
      let (above, line) = pair
      if UnitList.isCertain(above), UnitList.isCertain(line) { return text.joined(line, by: "、") }
      if UnitList.isCertain(above), line.count <= 4 { return text.joined(line, by: " ") }
      return text.joined(line, by: "\n").unbroken
    }
  }

  /// Reads a period; what cannot be read is reported.
  mutating func period(_ cell: FoldedText, heading: String, at place: Int) -> Period? {
    period(cell, heading: heading, at: place, cell: nil)
  }

  /// Reads a period in a cell; what cannot be read is reported.
  mutating func period(_ cell: FoldedText, heading: String, at place: Cell) -> Period? {
    if let day = day(cell, in: place.column) {
      ledger.note(
        place.line, cell: place.column,
        ImportMessages.periodRead(cell.unbroken.string, day.description))
      return Period(day)
    }
    return period(cell, heading: heading, at: place.line, cell: place.column)
  }

  private mutating func period(
    _ cell: FoldedText, heading: String, at place: Int, cell column: Int?
  ) -> Period? {
    let text = cell.unbroken.trimmed { "。;, ".unicodeScalars.contains($0) }
    switch readings.time(text, periods) {
    case .standing:
      ledger.note(place, cell: column, ImportMessages.standing(text.string))
      return Period(from: nil, through: nil)
    case .reading(let reading):
      return period(reading, text, heading, place, column)
    }
  }

  private mutating func period(
    _ reading: Reading<Period>, _ text: FoldedText, _ heading: String, _ place: Int, _ column: Int?
  ) -> Period? {
    switch reading {
    // A period in the notation of plans says itself how it is read.
    case .stated(let period) where text.string == period.description: return period
    case .stated(let period):
      if period.start == nil {
        ledger.note(place, cell: column, ImportMessages.deadline(text.string, period.description))
      } else if period.end == nil || !PlanAssembly.isPlain(text) {
        ledger.note(place, cell: column, ImportMessages.periodRead(text.string, period.description))
      }
      return period
    case .none: ledger.note(place, cell: column, ImportMessages.noMark(heading, text.string))
    case .blank: break
    case .unreadable:
      ledger.doubt(place, cell: column, ImportMessages.unreadable(heading, text.string))
    }
    return nil
  }

  /// Says whether a period is written with nothing but years, or as dates are: `2021-2025`.
  private static func isPlain(_ cell: FoldedText) -> Bool {
    // 112-114年 are years of the Republic of China.
    let isShort = cell.scalars.prefix(while: FoldedText.isDigit).count < 4
    return !isShort
      && cell.scalars.allSatisfy { FoldedText.isDigit($0) || "-年 ".unicodeScalars.contains($0) }
  }

  /// Reports what a list of units leaves open.
  mutating func check(_ list: UnitList, of name: String, at place: Int) {
    if list.isOpen { ledger.note(place, ImportMessages.listIsOpen(name)) }
    if list.isUnfinished { ledger.doubt(place, ImportMessages.listIsUnfinished(name)) }
    for other in list.others { ledger.doubt(place, ImportMessages.otherLabel(other)) }
    for pair in list.uncertain { ledger.doubt(place, ImportMessages.groupIsUncertain(pair)) }
    for text in list.behind { ledger.note(place, ImportMessages.textBehindUnits(text)) }
    for name in list.placed {
      ledger.note(place, ImportMessages.unitWithoutPlace(name.text, name.label))
    }
    for rule in list.rules { ledger.note(place, ImportMessages.ruleOfUnits(rule)) }
  }

  /// Reports cells that a row lacks, and rows that were put together.
  mutating func noteAbsence(_ row: DocumentRow, _ table: DocumentTable) {
    for column in row.absent {
      ledger.doubt(
        row.lines[0], ImportMessages.cellIsAbsent(table.header.columns[column].heading))
    }
    if row.lines.count > 2, table.header.columns.count != row.lines.count {
      ledger.note(row.lines[0], ImportMessages.rowsJoined(row.lines.count))
    }
  }

  /// The day that the progress in a table counts up to, as its headings or the lines above say.
  mutating func dateOfProgress(_ table: DocumentTable) -> Day? {
    if let knownDate { return knownDate }
    let found = statedDate(of: table)
    knownDate = .some(found)
    return found
  }

  /// Finds the days that headings name: `截至2023年底累计完成投资`.
  mutating func noteHeadingDates(of table: DocumentTable) {
    headingDates = table.header.columns.map { column in
      column.tellsProgress ? periods.asOf(in: FoldedText(column.heading)) : nil
    }
    for (place, day) in headingDates.enumerated() {
      guard let day else { continue }
      ledger.note(table.headerLine, cell: place, ImportMessages.dateOfReport(day.description))
    }
  }

  private mutating func statedDate(of table: DocumentTable) -> Day? {
    let part = lines.place(table.headerLine).part
    let isSheet: Bool = if case .sheet = part { true } else { false }
    let above = lines[..<table.headerLine].suffix(12).filter { !isSheet || $0.place.part == part }
      .reversed().map(\.text)
    let status = table.header.columns.filter { $0.kind == .status }.map { FoldedText($0.heading) }
    for text in status + above {
      guard let day = periods.asOf(in: text) else { continue }
      ledger.note(table.headerLine, ImportMessages.dateOfReport(day.description))
      return day
    }
    if let day = headingDates.compactMap({ $0 }).max() { return day }
    if let day = above.compactMap({ periods.dayOfFilling(in: $0) }).first {
      ledger.note(table.headerLine, ImportMessages.dateOfFilling(day.description))
      return day
    }
    ledger.doubt(table.headerLine, ImportMessages.dateOfReportUnknown)
    return nil
  }
}

/// The number that a row has in its table.
struct NumberedRow {
  let number: Int?
  let section: Int?
  /// The place of its first line.
  let line: Int
}

/// Checks that the numbers of a table's rows follow one another.
struct NumberSequence {
  private let hasNumbers: Bool
  private var last: (number: Int, section: Int?)?

  init(_ table: DocumentTable) { hasNumbers = table.header.place(of: .number) != nil }

  /// Reports a number that stands twice or leaves some out.
  mutating func check(_ row: NumberedRow, _ ledger: inout LineLedger) {
    guard hasNumbers, let number = row.number else { return }
    let place = row.line
    if let last, !(number == 1 && row.section != last.section) {
      if number == last.number { ledger.doubt(place, ImportMessages.numberTwice(number)) }
      if number > last.number + 1 || number < last.number {
        ledger.doubt(place, ImportMessages.numbersSkip(last.number, number))
      }
    }
    last = (number, row.section)
  }
}
