import PlanQLData

/// Reads a table that has a cell a line.
struct StackedTableReader {
  private let lines: DocumentLines
  private let header: TableHeader
  private let periods: PeriodReading
  private var table: DocumentTable
  private var ledger: LineLedger
  /// The places of the lines that are not blank, from the first cell on.
  private let places: [Int]
  private var next = 0
  private var hasNumberedRows = false
  /// The number of the last row.
  private var lastNumber = 0

  /// Prepares to read the cells below headings.
  init(
    _ found: FoundTable, lines: DocumentLines, periods: PeriodReading, ledger: LineLedger
  ) {
    self.lines = lines
    self.header = found.header
    self.periods = periods
    self.table = DocumentTable(header: found.header, headerLine: found.lines.lowerBound)
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
    self.places =
      ((found.lines.upperBound + 1)..<Swift.max(lines.count, found.lines.upperBound + 1))
      .filter { !lines[$0].isBlank || lines[$0].isCell }
  }

  /// Reads the rows after the headings up to the line that no longer belongs to the table.
  mutating func read() -> (table: DocumentTable, ledger: LineLedger) {
    while let line = line(0) {
      if Boilerplate.matches(line) { break }
      if TableCaption.isNote(line) {
        ledger.settle(places[next], as: .note)
        next += 1
      } else if !acceptHeader(), !acceptTotal(line), !acceptRow(), !acceptSection(line) {
        guard let skipped = linesToNextRow() else {
          leaveCutRow()
          leaveRest()
          break
        }
        table.lostRows += 1
        ledger.leave(Array(places[next..<(next + skipped)]), because: ImportMessages.rowDoesNotFit)
        next += skipped
      }
    }
    table.end = next < places.count ? places[next] : lines.count
    table.settleTotals()
    return (table, ledger)
  }

  /// What stands at the end of the text and is no whole row was cut off there.
  private mutating func leaveCutRow() {
    let rest = Array(places[next...])
    guard !table.rows.isEmpty, rest.count < header.columns.count,
      rest.contains(where: { lines[$0].isCell }) || rest.count == 1
    else { return }
    ledger.leave(rest, because: ImportMessages.rowIsCutOff)
    next = places.count
  }

  /// Leaves the cells behind the last row that can be read, where amounts stand among them.
  private mutating func leaveRest() {
    let rest = places[next...].prefix(200).prefix { place in
      let line = lines[place]
      return line.shape == .plain && line.text.count <= 40 && !line.text.contains("。")
        && !Boilerplate.matches(line.text) && !TableCaption.isCaption(line.text)
        && !TableCaption.isNote(line.text) && Numbering(line.text).map { $0.level > 2 } ?? true
    }
    let amounts = rest.count { Amount.isAmount(lines[$0].text) }
    guard !table.rows.isEmpty, header.columns.contains(where: \.isMoney), amounts > 1 else {
      return
    }
    table.lostRows += 1
    ledger.leave(Array(rest), because: ImportMessages.rowDoesNotFit)
    next += rest.count
  }

  private func line(_ offset: Int) -> FoldedText? {
    places.indices.contains(next + offset) ? lines[places[next + offset]].text : nil
  }

  private mutating func acceptHeader() -> Bool {
    let count = header.columns.count
    for (offset, column) in header.columns.enumerated() {
      guard line(offset)?.string == column.heading else { return false }
    }
    ledger.settle(Array(places[next..<(next + count)]), as: .header)
    next += count
    return true
  }

  private mutating func acceptTotal(_ line: FoldedText) -> Bool {
    guard let (label, _) = TotalLine.label(line) else { return false }
    let amounts = (1...Swift.max(header.columns.count, 1)).compactMap { self.line($0) }
      .prefix { Amount.isAmount($0) }
    let columns = columnsOfTotal(Array(amounts))
    if columns?.isEmpty ?? false, let cell = self.line(1), Amount.isAmount(cell) {
      // Under no known heading of money the amount is that of the label all the same.
      ledger.leave(Array(places[next..<(next + 2)]), because: ImportMessages.totalDoesNotFit)
      next += 2
      return true
    }
    let values = zip(columns ?? [], amounts).map { (column: $0, cell: GridCell($1)) }
    let isWhole = columns.map { $0.count == values.count } ?? false
    let length = (columns == nil ? amounts.count : values.count) + 1
    if isWhole {
      table.addTotal(label, at: places[next], values)
      ledger.settle(Array(places[next..<(next + length)]), as: .total)
    } else {
      ledger.leave(Array(places[next..<(next + length)]), because: ImportMessages.totalDoesNotFit)
    }
    next += length
    return true
  }

  /// The columns that the amounts of a total belong to: those of money; where unknown headings have
  /// figures below them too, those under which more of the amounts are the sums of the rows; where no
  /// amount is one, all that have figures, if there are as many amounts.
  private func columnsOfTotal(_ amounts: [FoldedText]) -> [Int]? {
    let money = header.columns.indices.filter { header.columns[$0].isMoney }
    let figures = header.columns.indices.filter { column in
      header.columns[column].isMoney
        || header.columns[column].kind == .other && !table.rows.isEmpty
          && table.rows.allSatisfy { CellLook($0.cells[column].text) == .number }
    }
    guard figures.count > money.count else { return money }
    func sums(_ columns: [Int]) -> Int {
      zip(columns, amounts).count { isSum($1, of: $0) }
    }
    let (ofAll, ofMoney) = (sums(figures), sums(money))
    if ofAll == 0, ofMoney == 0 { return amounts.count == figures.count ? figures : nil }
    return ofMoney > ofAll || amounts.count < figures.count ? money : figures
  }

  /// Whether an amount is what a column adds up to, in all rows or in those behind the last total.
  private func isSum(_ amount: FoldedText, of column: Int) -> Bool {
    guard let total = StackedTableReader.number(amount) else { return false }
    let last = table.totals.last?.line ?? 0
    return [0, last].contains { start in
      let cells = table.rows.filter { $0.lines[0] >= start }
        .compactMap { StackedTableReader.number($0.cells[column].text) }
      return ExactSum.of(cells)?.isEqual(to: total) ?? false
    }
  }

  private static func number(_ cell: FoldedText) -> Decimal? {
    guard case .stated(let amount) = Amount.read(cell, unit: MoneyUnit.of(power: 0), style: .point)
    else { return nil }
    return amount.value
  }

  private mutating func acceptRow() -> Bool {
    guard let (cells, count) = row(at: next), !isNumberedSection(before: cells), goesOn(cells)
    else { return false }
    let range = next..<(next + count)
    next = range.upperBound
    var subject = cells
    if let column = header.columns.firstIndex(where: \.isSubject), header.place(of: .number) == nil,
      let numbering = Numbering(cells[column]), numbering.level >= 3
    {
      subject[column] = numbering.rest
      hasNumberedRows = true
    } else if hasNumberedRows, !table.sections.isEmpty {
      // A row that no number puts into the section above is a section of its own.
      if let column = header.columns.firstIndex(where: \.isSubject) {
        table.addSection(cells[column].string, level: 1, line: places[range.lowerBound])
      }
    }
    ledger.settle(places[range.lowerBound], as: .row)
    ledger.settle(Array(places[range.dropFirst()]), as: .continuation)
    if let column = header.place(of: .category), let last = table.rows.last,
      cells[column] == last.cells[column].text,
      !places[range].contains(where: { lines[$0].text == cells[column] })
    {
      ledger.note(
        places[range.lowerBound], ImportMessages.categoryReachesDown(cells[column].string))
    }
    table.add(
      DocumentRow(
        lines: Array(places[range]), cells: subject.map { GridCell($0) },
        section: table.currentSection))
    return true
  }

  /// Whether the number of a row is one that the rows above lead to: another number there is a cell of
  /// another column.
  private mutating func goesOn(_ cells: [FoldedText]) -> Bool {
    guard let column = header.place(of: .number), let number = Numbering.rowNumber(cells[column])
    else { return true }
    let isNext = number == 1 || (lastNumber...(lastNumber + 10)).contains(number)
    if isNext || lastNumber == 0 { lastNumber = number }
    return isNext || lastNumber == number
  }

  /// Whether a numbered line heads the row that begins below it, which has more figures in its
  /// columns than one that would begin with the line.
  private func isNumberedSection(before cells: [FoldedText]) -> Bool {
    guard isNumbered(0), header.place(of: .number) == nil, let below = row(at: next + 1)?.cells
    else {
      return false
    }
    func figures(_ cells: [FoldedText]) -> Int {
      zip(header.columns, cells).reduce(0) { count, cell in
        guard [.figure, .amount].contains(cell.0.kind.form) else { return count }
        let look = CellLook(cell.1)
        return count + (look == .number ? 1 : look.isWords ? -1 : 0)
      }
    }
    return figures(below) > figures(cells)
  }

  /// The cells of a row that begins at a line, and how many lines they take; nil where the lines do not
  /// fit the columns.
  private func row(at start: Int) -> (cells: [FoldedText], count: Int)? {
    row(at: start, without: nil) ?? rowInLastCategory(at: start)
  }

  /// The next row by its number, where it fits the columns but for that of the category: the cell of the rows above it
  /// reached down to it.
  private func rowInLastCategory(at start: Int) -> (cells: [FoldedText], count: Int)? {
    guard header.place(of: .number) == 0, let column = header.place(of: .category),
      let last = table.rows.last, !last.cells[column].isEmpty, places.indices.contains(start),
      Numbering.rowNumber(lines[places[start]].text) == lastNumber + 1,
      var (cells, count) = row(at: start, without: column)
    else { return nil }
    cells[column] = last.cells[column].text
    return (cells, count)
  }

  /// The cells of a row, blank ones in a column that it lacks. A unit below units, where no further ones are due, is
  /// one of them.
  private func row(
    at start: Int, without absent: Int?
  ) -> (cells: [FoldedText], count: Int)? {
    var cells: [FoldedText] = []
    var offset = start
    for place in header.columns.indices {
      if place == absent {
        cells.append(.empty)
        continue
      }
      guard offset < places.count else { return nil }
      var cell = lines[places[offset]].text
      offset += 1
      while mayBeUnitsOfRow(place, at: offset) {
        cell = cell.joined(lines[places[offset]].text, by: "\n")
        offset += 1
      }
      cells.append(cell)
    }
    let isNext = header.place(of: .number) == 0 && Numbering.rowNumber(cells[0]) == lastNumber + 1
    for (column, cell) in zip(header.columns, cells) where !fits(cell, column) {
      // Where the number says that it is the next row, a time is one whatever its words are.
      guard isNext, column.kind.form == .period, StackedTableReader.isTimely(cell) else {
        return nil
      }
    }
    return (cells, offset - start)
  }

  private static func isTimely(_ cell: FoldedText) -> Bool {
    cell.count <= 30 && cell.scalars.contains(where: FoldedText.isDigit)
      && ["年", "月", "季", "日"].contains { cell.contains($0) }
  }

  /// Whether a line is nothing but units below a column of units, and the next column has no such.
  private func mayBeUnitsOfRow(_ column: Int, at offset: Int) -> Bool {
    let next = column + 1
    if header.columns[column].isUnits, next == header.columns.count {
      return mayBeLastUnits(at: offset)
    }
    guard header.columns[column].isUnits, header.columns.indices.contains(next),
      offset + header.columns.count - next < places.count
    else { return false }
    switch header.columns[next].kind.form {
    case .text, .period, .amount, .figure:
      return UnitList.isList(lines[places[offset]].text, isLoose: false)
    case .number, .units, .words, .nature, .note, .anything: return false
    }
  }

  /// Whether a line is nothing but units below those that end a numbered row: the next row follows it
  /// or further units, a total or the end.
  private func mayBeLastUnits(at offset: Int) -> Bool {
    guard offset < places.count, UnitList.isList(lines[places[offset]].text, isLoose: false)
    else { return false }
    guard offset + 1 < places.count else { return true }
    let below = lines[places[offset + 1]].text
    if header.place(of: .number) == nil {
      // A section that is called like a unit would have had one above the first row.
      return table.sections.isEmpty
        && (TotalLine.label(below) != nil || mayBegin(at: offset + 1)
          || mayBeLastUnits(at: offset + 1))
    }
    guard header.place(of: .number) == 0, let number = Numbering.rowNumber(below) else {
      return TotalLine.label(below) != nil || mayBeLastUnits(at: offset + 1)
    }
    // The first row of what stands under a title has the number 1.
    return number > 1
  }

  /// Whether the first lines of a row, up to its first amount or time, fit the columns.
  private func mayBegin(at start: Int) -> Bool {
    let sure = header.columns.firstIndex { [.amount, .period].contains($0.kind.form) }
    guard let sure, start + sure < places.count else { return false }
    return header.columns[...sure].enumerated().allSatisfy { offset, column in
      fits(lines[places[start + offset]].text, column)
    }
  }

  private func fits(_ cell: FoldedText, _ column: DocumentColumn) -> Bool {
    if cell.isEmpty { return !column.isSubject }
    switch column.kind.form {
    case .number: return Numbering.rowNumber(cell) != nil
    case .amount: return Amount.isAmount(cell) || isNoneMark(cell)
    case .period:
      if case .stated = periods.read(cell: cell) { return true }
      return isNoneMark(cell) || PeriodReading.isStanding(cell)
    case .units: return !Amount.isAmount(cell) && !cell.contains("。")
    case .text, .words, .nature, .note:
      let isTotal = column.isSubject && (TotalLine.label(cell) != nil || isNoneMark(cell))
      return !Amount.isAmount(cell) && !isTotal
    case .figure: return IndicatorFigure.isFigure(cell)
    case .anything: return true
    }
  }

  /// A section: a line that a row or a further section follows.
  private mutating func acceptSection(_ line: FoldedText) -> Bool {
    guard !Amount.isAmount(line), line.count <= 40, isNumbered(0) || !line.contains("。"),
      row(at: next + 1) != nil || isNumbered(0) && row(at: next + 2) != nil
        || isNumbered(1) && row(at: next + 2) != nil
    else { return false }
    let numbering = Numbering(line.replacing("。", with: "."))
    table.addSection(
      (numbering?.rest ?? line).string, level: numbering?.level ?? 1, line: places[next])
    ledger.settle(places[next], as: .section)
    next += 1
    return true
  }

  private func isNumbered(_ offset: Int) -> Bool {
    line(offset).map { Numbering($0.replacing("。", with: ".")) != nil } ?? false
  }

  /// The number of lines before the next row or total that can be read; nil where none is near.
  private func linesToNextRow() -> Int? {
    let near = header.columns.count * 2
    let limit = Swift.min(Swift.max(near, StackedTableReader.farthest), places.count - next - 1)
    guard limit > 0 else { return nil }
    return (1...limit).first { offset in
      guard let line = line(offset) else { return false }
      if offset > near {
        return lastNumber > 0 && Numbering.rowNumber(line) == lastNumber + 1
          && row(at: next + offset) != nil
      }
      return row(at: next + offset) != nil || TotalLine.label(line) != nil
    }
  }

  /// So far below its last one the next number of a row is looked for.
  private static let farthest = 40
}
