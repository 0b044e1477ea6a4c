import PlanQLData

/// Reads a table that has a cell a line.
struct StackedTableReader {
  let lines: DocumentLines
  let header: TableHeader
  let periods: PeriodReading
  var table: DocumentTable
  var ledger: LineLedger
  /// The places of the lines that are not blank, from the first cell on.
  let places: [Int]
  var next = 0
  private var hasNumberedRows = false
  /// The last number that stood by itself above a row, of those that have no heading.
  private var loneNumber = 0
  /// The number of the last row.
  var lastNumber = 0

  /// Prepares to read the cells below headings.
  init(
    _ found: FoundTable, lines: DocumentLines, periods: PeriodReading, ledger: LineLedger
  ) {
    self.lines = lines
    self.header = found.header
    self.periods = periods
    self.table = DocumentTable(
      header: found.header.withoutRepeatedKinds, headerLine: found.lines.lowerBound)
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
    self.places =
      ((found.lines.upperBound + 1)..<Swift.max(lines.count, found.lines.upperBound + 1))
      .filter { !lines[$0].isBlank || lines[$0].isCell }
  }

  /// Reads the rows after the headings up to the line that no longer belongs to the table.
  mutating func read() -> (table: DocumentTable, ledger: LineLedger) {
    while let line = line(0), !isHeadingLeft(line) {
      if Boilerplate.matches(line) { break }
      if TableCaption.isNote(line) {
        ledger.settle(places[next], as: .note)
        next += 1
      } else if !acceptHeader(), !acceptRowOfAmounts(), !acceptTotal(line), !acceptRow(),
        !acceptSection(line)
      {
        guard let skipped = linesToNextRow() else {
          leaveCutRow()
          leaveRest()
          break
        }
        if skipped == 1, Numbering.rowNumber(line) == loneNumber + 1 {
          // 1, 2 above rows: numbers that have no heading.
          loneNumber += 1
          ledger.settle(places[next], as: .continuation)
        } else {
          table.lostRows += 1
          ledger.leave(
            Array(places[next..<(next + skipped)]), because: ImportMessages.rowDoesNotFit)
        }
        next += skipped
      }
    }
    table.end = next < places.count ? places[next] : lines.count
    table.settleTotals()
    table.settleColumnsOfTotals()
    return (table, ledger)
  }

  /// Whether a further heading stands where the first row should begin, behind one that is not known: then nothing tells
  /// how many cells a row has.
  private func isHeadingLeft(_ line: FoldedText) -> Bool {
    guard table.rows.isEmpty, table.sections.isEmpty,
      header.columns.contains(where: { $0.kind == .other }),
      line.count >= 3, let kind = Headings.kind(of: Headings.key(line))
    else { return false }
    if case .fiscal = kind { return false }
    return true
  }

  /// What stands at the end of the text and is no whole row was cut off there.
  private mutating func leaveCutRow() {
    let rest = Array(places[next...])
    guard !table.rows.isEmpty, rest.count < header.columns.count,
      rest.contains(where: { lines[$0].isCell }) || rest.count == 1 || beginsNextRow
    else { return }
    ledger.leave(rest, because: ImportMessages.rowIsCutOff)
    next = places.count
  }

  /// Leaves the cells behind the last row that can be read, where amounts stand among them or the number of the next row
  /// begins them.
  private mutating func leaveRest() {
    let rest = places[next...].prefix(200).prefix { place in
      let line = lines[place]
      return line.shape == .plain && line.text.count <= 40 && !line.text.contains("。")
        && !Boilerplate.matches(line.text) && !TableCaption.isCaption(line.text)
        && !TableCaption.isNote(line.text) && Numbering(line.text).map { $0.level > 2 } ?? true
    }
    let amounts = rest.count { Amount.isAmount(lines[$0].text) }
    let isOfAmounts = header.columns.contains(where: \.isMoney) && amounts > 1
    guard !table.rows.isEmpty, !rest.isEmpty, isOfAmounts || beginsNextRow else { return }
    let lost = isOfAmounts ? rest : rest.prefix(header.columns.count)
    table.lostRows += 1
    ledger.leave(Array(lost), because: ImportMessages.rowDoesNotFit)
    next += lost.count
  }

  /// Whether the number of the next row stands here.
  private var beginsNextRow: Bool {
    header.place(of: .number) == 0 && lastNumber > 0
      && line(0).flatMap(Numbering.rowNumber) == lastNumber + 1
  }

  func line(_ offset: Int) -> FoldedText? {
    places.indices.contains(next + offset) ? lines[places[next + offset]].text : nil
  }

  /// Whether the headings stand so far below once more.
  private func isHeader(_ offset: Int) -> Bool {
    header.columns.enumerated().allSatisfy { place, column in
      line(offset + place)?.compact == FoldedText(column.heading).compact
    }
  }

  private mutating func acceptHeader() -> Bool {
    let count = header.columns.count
    guard isHeader(0) else { return false }
    ledger.settle(Array(places[next..<(next + count)]), as: .header)
    next += count
    return true
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

  /// A section: a line that a row or a further section follows.
  private mutating func acceptSection(_ line: FoldedText) -> Bool {
    // Amid numbered rows a word alone may be a cell of which the others are not there.
    let isCertain =
      isNumbered(0) || table.rows.isEmpty || !table.sections.isEmpty
      || header.place(of: .number) == nil
    guard isCertain, !Amount.isAmount(line), line.count <= 40, isNumbered(0) || !line.contains("。"),
      isHeader(1) || row(at: next + 1) != nil || isNumbered(0) && row(at: next + 2) != nil
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
