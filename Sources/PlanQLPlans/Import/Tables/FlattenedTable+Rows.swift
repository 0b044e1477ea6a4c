import PlanQLData

extension FlattenedTableReader {
  /// Whether a line begins a row.
  func beginsRow(_ tokens: [RowToken]) -> Bool {
    guard tokens.count >= 2 else { return false }
    let isFree = open == nil || open?.cells != nil
    guard row.hasNumber || open == nil && beginsNumbers(tokens) else {
      let mayBeUnits = tokens.allSatisfy { !Amount.isAmount($0.text) }
      return isFree && !(mayBeUnits && UnitList.isList(joined(tokens), isLoose: false))
        && row.cells(tokens) != nil
    }
    guard let number = Numbering.rowNumber(tokens[0].text), beginsWithText(tokens) else {
      return false
    }
    let isFirst = table.rows.isEmpty && open == nil
    if number == lastNumber + 1, goesOnWithNumber(tokens) { return false }
    return isFirst || number == lastNumber + 1 || isFree || (number == 1 && isAfterSection)
  }

  /// Whether the first row begins with a number over which no heading stands.
  private func beginsNumbers(_ tokens: [RowToken]) -> Bool {
    table.rows.isEmpty && !row.hasNumber && Numbering.rowNumber(tokens[0].text) == 1
      && row.cells(tokens) == nil
  }

  /// Says whether text stands after the number of a row where the table has text there.
  func beginsWithText(_ tokens: [RowToken]) -> Bool {
    let isText = row.columns.count < 2 || !row.hasNumber || row.columns[1].isText
    return !isText || !(Amount.isAmount(tokens[1].text) || isNoneMark(tokens[1].text))
  }

  /// Says whether a line begins with a number that is a quantity of the open row's text, as in
  /// `…全长约` and then `3 公里。 900 2022 水利局`.
  private func goesOnWithNumber(_ tokens: [RowToken]) -> Bool {
    guard let open, open.cells == nil, tokens.count >= 2 else { return false }
    let name = tokens[1].text
    let isQuantity =
      name.scalars.contains { "。,;".unicodeScalars.contains($0) }
      || FlattenedTableReader.measures.contains { name.compact.hasPrefix($0) }
    return isQuantity && row.cellsWithGaps(open.tokens) == nil
  }

  /// What is counted or measured behind a number.
  private static let measures = [
    "个", "座", "处", "公里", "亩", "万", "吨", "台", "套", "户", "米", "项", "家", "条", "口", "块", "km", "%", "㎡",
  ]

  /// Begins a row; several where the line holds several whole ones.
  mutating func begin(_ tokens: [RowToken], at place: Int) {
    if beginsNumbers(tokens), let number = DocumentColumn(heading: FoldedText("序号")) {
      row = FlattenedRow(
        [number] + row.columns, periods: row.periods, looks: [.number] + row.looks)
      table.header.columns.insert(number, at: 0)
      ledger.note(place, ImportMessages.numbersWithoutHeading)
    }
    isAfterSection = false
    let rows = severalRows(tokens, isOneLine: place == lineOfHeadings)
    if rows.count > 1 { ledger.note(place, ImportMessages.severalRows(rows.count)) }
    for part in rows.dropLast() {
      open = OpenRow(lines: [place], tokens: part, cells: row.cells(part))
      closeRow()
    }
    let last = rows.last ?? tokens
    lastNumber = Numbering.rowNumber(last[0].text) ?? lastNumber + 1
    open = OpenRow(lines: [place], tokens: last, cells: row.cells(last))
  }

  /// Cuts a line at the numbers that follow each other where every part is a whole row, and only
  /// one way of cutting gives that.
  private func severalRows(_ tokens: [RowToken], isOneLine: Bool) -> [[RowToken]] {
    guard row.hasNumber, let first = Numbering.rowNumber(tokens[0].text)
    else { return [tokens] }
    var rows: [[RowToken]] = []
    var start = 0
    var number = first
    while true {
      let limit = Swift.max(Swift.min(tokens.count, start + 400), start + 2)
      let ends = ((start + 2)..<limit).filter {
        Numbering.rowNumber(tokens[$0].text) == number + 1
          && isWhole(Array(tokens[start..<$0]), isOneLine)
      }
      guard let end = ends.first else { break }
      guard ends.count == 1 else { return [tokens] }
      rows.append(Array(tokens[start..<end]))
      start = end
      number += 1
    }
    let last = Array(tokens[start...])
    guard rows.isEmpty || isWhole(last, isOneLine) else { return [tokens] }
    return rows + [last]
  }

  /// Whether tokens are a row; on the line of the headings one that lacks a cell is one too, where each token is a cell.
  private func isWhole(_ tokens: [RowToken], _ isOneLine: Bool) -> Bool {
    if row.cells(tokens) != nil { return true }
    guard isOneLine, let (_, absent) = row.cellsWithGaps(tokens) else { return false }
    return tokens.count == row.columns.count - absent.count
  }

  func joined(_ tokens: [RowToken]) -> FoldedText {
    FoldedText(tokens.map(\.text.string).joined(separator: " "))
  }

  /// Ends the open row: one that is whole becomes a row of the table.
  mutating func closeRow() {
    guard let row = open else { return }
    open = nil
    if let cells = row.cells, !holdsOtherCells(cells, isOneLine: row.lines == [lineOfHeadings]) {
      add(cells, absent: [], lines: row.lines)
    } else if row.cells == nil, let (cells, absent) = self.row.cellsWithGaps(row.tokens),
      !holdsOtherCells(cells, isOneLine: row.lines == [lineOfHeadings])
    {
      add(cells, absent: absent, lines: row.lines)
    } else {
      table.lostRows += 1
      ledger.leave(row.lines, because: ImportMessages.rowDoesNotFit)
    }
  }

  /// Whether the name of a row holds what belongs to other cells: amounts beside each other, an amount at its end on the
  /// line of the headings or where words stand under a heading that is not known, or a unit where several columns have
  /// such; or, on one line, a cell the number of the next row.
  private func holdsOtherCells(_ cells: [FoldedText], isOneLine: Bool) -> Bool {
    guard let subject = row.columns.firstIndex(where: \.isSubject) else { return false }
    let words = cells[subject].words
    let isAmount = words.map { Amount.isAmount($0) }
    if zip(isAmount, isAmount.dropFirst()).contains(where: { $0 && $1 }) { return true }
    let hasWordsUnderOther = row.columns.indices.contains { place in
      place > subject && row.columns[place].kind == .other && row.looks[place] == .blank
        && CellLook(cells[place]).isWords
    }
    if hasWordsUnderOther || isOneLine, words.count > 1, let last = words.last,
      Amount.isAmount(last)
    {
      return true
    }
    if words.count > 1, row.columns.count(where: \.isUnits) > 1, let last = words.last,
      row.columns[(subject + 1)...].first?.isUnits ?? false,
      UnitList.isList(last, isLoose: false)
    {
      return true
    }
    guard isOneLine, row.hasNumber, let number = Numbering.rowNumber(cells[0]) else { return false }
    return cells.dropFirst().contains { cell in
      let words = cell.words
      return words.dropFirst().dropLast().enumerated().contains { place, word in
        Numbering.rowNumber(word) == number + 1
          && FlattenedTableReader.measures.allSatisfy { !words[place + 2].compact.hasPrefix($0) }
      }
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
  /// Takes a line into the open row; says no where there is none or the line is no part of it.
  mutating func goOn(_ line: FoldedText, at place: Int) -> Bool {
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
  func acceptsMoreUnits(_ line: FoldedText) -> Bool {
    guard let cells = open?.cells, let last = row.lastUnits(cells), line.words.count <= 8 else {
      return false
    }
    let isUnfinished =
      UnitList(reading: last).isUnfinished
      || last.scalars.count { $0 == "(" }
        > last.scalars.count { $0 == ")" }
    return UnitList.isList(line, isLoose: isUnfinished) || UnitList.isOneWord(last, line)
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
      if row.hasNumber, Numbering.rowNumber(tokens.first?.text ?? .empty) == lastNumber + 1,
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
