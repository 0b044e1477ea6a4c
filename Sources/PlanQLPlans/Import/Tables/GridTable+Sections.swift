extension GridTableReader {
  /// A row with one cell, or with a numeral and a title and at most amounts beside it.
  mutating func acceptSection(_ row: GridRow, _ filled: [Int]) -> Bool {
    guard let first = filled.first else { return false }
    return filled.count == 1
      ? acceptTitle(row, at: first)
      : acceptNumberedSection(row, filled) || acceptSectionWithAmounts(row, filled)
  }

  private mutating func acceptTitle(_ row: GridRow, at first: Int) -> Bool {
    let head = row.cells[first].text.unbroken
    let line = row.lines[0]
    // A cell that is merged with those above it belongs to their rows.
    if Numbering.rowNumber(head) != nil || Amount.isAmount(head)
      || header.columns.indices.contains(first) && header.columns[first].isMoney
        && CurrencySign.figure(of: head) != nil
      || row.cells.contains(where: { $0.merge == .fromAbove })
    {
      return false
    }
    if header.columns[0].kind == .category, first == 0, !row.isClosed || Numbering(head) == nil,
      row.cells.count == 1, head.scalar(0) != "("
    {
      category = head
      table.addSection(head.string, level: 1, line: line)
      ledger.settle(row.lines, as: .section)
      return true
    }
    // 1.甲厂 amid 2.乙厂, 3.丙厂 is a row of which nothing else is said.
    if let own = Numbering(head), isAmidSiblings(own, line) { return false }
    let numbering = Numbering(head).flatMap { $0.level <= 2 ? $0 : nil }
    var title = numbering?.rest ?? head
    var amount: FoldedText?
    if let (plain, stated) = StatedInvestment.parted(title) { (title, amount) = (plain, stated) }
    title = GridTableReader.plainTitle(title)
    guard title.count <= 60 else { return false }
    closeSection(before: numbering?.level ?? 1)
    table.addSection(title.string, level: numbering?.level ?? 1, line: line)
    ledger.settle(row.lines, as: .section)
    if let amount, let column = header.columns.firstIndex(where: \.isMoney) {
      table.addTotal(
        title, of: table.currentSection, at: line, [(column, GridCell(amount))])
    }
    return true
  }

  /// Whether the row above or below has the number before or behind that of a row, and says more than a name.
  private func isAmidSiblings(_ own: Numbering, _ line: Int) -> Bool {
    guard own.level > 2, header.place(of: .number) == nil,
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return false }
    let above = table.rows.last.flatMap { Numbering($0.cells[subject].text) }
    let next = lines[(line + 1)...].first { !$0.isBlank }
    let below = next.flatMap { row in
      row.cells.count(where: \.isFilled) > 1 && row.grid == lines[line].grid
        ? row.cells.first(where: \.isFilled).flatMap { Numbering($0.text) } : nil
    }
    return above.map { $0.level == own.level && $0.number == own.number - 1 } ?? false
      || below.map { $0.level == own.level && $0.number == own.number + 1 } ?? false
  }

  /// `一 | 水环境 | | 35000`: a numeral in the column of numbers.
  private mutating func acceptNumberedSection(_ row: GridRow, _ filled: [Int]) -> Bool {
    let head = row.cells[filled[0]].text
    let numeral = head.trimmed { "()、. ".unicodeScalars.contains($0) }
    guard header.columns.indices.contains(filled[0]), header.columns[filled[0]].kind == .number,
      Numbering.value(numeral.scalars) != nil, !isSomething(row, filled.dropFirst(2))
    else { return false }
    begin(
      row.cells[filled[1]].text, level: head.scalar(0) == "(" ? 2 : 1, row,
      amounts: filled.dropFirst(2))
    return true
  }

  /// `一、水环境 | | 35000`, or a row without a number among numbered ones: nothing but a title and
  /// amounts.
  private mutating func acceptSectionWithAmounts(_ row: GridRow, _ filled: [Int]) -> Bool {
    let head = row.cells[filled[0]].text.unbroken
    guard !isSomething(row, filled.dropFirst()), header.columns.indices.contains(filled[0]),
      !header.columns[filled[0]].isMoney, !Amount.isAmount(head)
    else { return false }
    if let numbering = Numbering(head), numbering.level <= 2 {
      begin(numbering.rest, level: numbering.level, row, amounts: filled.dropFirst())
      return true
    }
    guard let number = header.place(of: .number), !row.cell(number).isFilled,
      row.cell(number).merge == .none, filled[0] > number,
      header.columns.firstIndex(where: \.isSubject).map({ filled[0] <= $0 }) ?? true,
      table.rows.evidence(in: table).hasNumbers
        || !table.sections.isEmpty, !row.cells.contains(where: { $0.merge == .fromAbove })
    else { return false }
    ledger.note(row.lines[0], ImportMessages.rowIsSection)
    begin(head, level: 1, row, amounts: filled.dropFirst())
    return true
  }

  /// Whether anything but amounts and counts stands in the cells.
  private func isSomething(_ row: GridRow, _ cells: ArraySlice<Int>) -> Bool {
    cells.contains { place in
      guard header.columns.indices.contains(place) else { return true }
      let text = row.cells[place].text
      // A formula without a value may be the sum of the rows below.
      if text.isEmpty { return false }
      return !(header.columns[place].isMoney || Amount.isAmount(text) || isNoneMark(text))
    }
  }

  private mutating func begin(
    _ title: FoldedText, level: Int, _ row: GridRow, amounts: ArraySlice<Int>
  ) {
    closeSection(before: level)
    let parted = StatedInvestment.parted(title.unbroken)
    let title = GridTableReader.plainTitle(parted?.title ?? title.unbroken)
    table.addSection(title.string, level: level, line: row.lines[0])
    ledger.settle(row.lines, as: .section)
    var values = amounts.filter { mayBeTotalled($0) && !row.cells[$0].isEmpty }.map {
      ($0, row.cells[$0])
    }
    if values.isEmpty, let amount = parted?.amount,
      let column = header.columns.firstIndex(where: \.isMoney)
    {
      values = [(column, GridCell(amount))]
    }
    if !values.isEmpty {
      table.addTotal(title, of: table.currentSection, at: row.lines[0], values)
      openSection = (row, level)
    }
  }

  /// Takes the row that began the last section, with amounts, for one of the table where no row stands
  /// in the section: a title of the same level or of a higher one follows, a total, or the end.
  mutating func closeSection(before level: Int = 0) {
    guard let (row, own) = openSection else { return }
    openSection = nil
    guard level <= own, let section = table.sections.last, section.line == row.lines[0],
      let place = table.currentSection, !table.sectionsOfLostRows.contains(place),
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return }
    table.totals.removeAll { $0.line == section.line }
    table.sections.removeLast()
    var cells = header.columns.indices.map { $0 < row.cells.count ? row.cells[$0] : .empty }
    if let first = row.filled.first, first < cells.count { cells[first] = .empty }
    cells[subject] = GridCell(FoldedText(section.title))
    ledger.resettle(section.line, as: .row)
    ledger.note(section.line, ImportMessages.titleIsRow)
    table.add(DocumentRow(lines: row.lines, cells: cells, section: section.parent))
  }

  /// A title without marks around it; a bracket at its end belongs to it: 水利类(续建).
  private static func plainTitle(_ title: FoldedText) -> FoldedText {
    var plain = title.trimmed { "、. ".unicodeScalars.contains($0) }
    let closes = plain.scalars.firstIndex(of: ")")
    if plain.scalar(0) == "(", closes == nil || closes == plain.count - 1 {
      plain = plain.trimmed { "()、. ".unicodeScalars.contains($0) }
    } else if closes != nil, !plain.scalars.contains("(") {
      plain = plain.trimmed { ")、. ".unicodeScalars.contains($0) }
    }
    return plain
  }

  /// Whether a line of totals may have a number under a heading.
  private func mayBeTotalled(_ column: Int) -> Bool {
    header.columns[column].isAdded
      || [.anything, .figure].contains(header.columns[column].kind.form)
  }

  private func isOf(_ kind: ColumnKind, _ column: Int) -> Bool {
    header.columns.indices.contains(column) && header.columns[column].kind == kind
  }

  private func isAmount(_ row: GridRow, _ column: Int) -> Bool {
    header.columns.indices.contains(column) && header.columns[column].isMoney
      && Amount.isAmount(row.cells[column].text)
  }

  /// Whether a row has 小计 for the name of a project, and before it what the rows are grouped by.
  private func isTotalOfGroup(_ row: GridRow) -> Bool {
    guard let subject = header.columns.firstIndex(where: \.isSubject), subject > 0,
      let (_, rest) = TotalLine.label(row.cell(subject).text.unbroken), rest.isEmpty
    else { return false }
    return (0..<subject).contains { place in
      let cell = row.cell(place)
      return header.columns[place].kind != .number && header.columns[place].kind != .category
        && !cell.isEmpty && CellLook(cell.text).isWords
        && TotalLine.label(cell.text.unbroken) == nil
    }
  }

  /// A row that is labelled as a total in one of its first cells.
  mutating func acceptTotal(_ row: GridRow) -> Bool {
    if isTotalOfGroup(row) {
      closeSection()
      place = header.place(of: .place).flatMap { column in
        row.cell(column).isFilled ? (column, row.cell(column)) : nil
      }
      ledger.leave(row.lines, because: ImportMessages.totalOfGroup)
      return true
    }
    for place in row.filled.prefix(3) {
      let text = row.cells[place].text.unbroken
      guard let (label, glued) = TotalLine.label(text) else {
        // Only a number or a category stands before the label.
        guard
          Numbering.rowNumber(text) != nil || Numbering.value(text.scalars) != nil
            || isNoneMark(text) || TotalLine.isNumberOfRows(text)
            || isOf(.category, place) || isAmount(row, place)
        else { return false }
        continue
      }
      func cells(_ places: Range<Int>) -> [(Int, GridCell)] {
        places.filter {
          header.columns.indices.contains($0) && mayBeTotalled($0)
            && !row.cells[$0].isEmpty && row.cells[$0].merge == .none
        }.map { ($0, row.cells[$0]) }
      }
      var values = cells((place + 1)..<row.cells.endIndex)
      // The label may stand right of what it totals.
      if values.isEmpty { values = cells(0..<place).filter { isAmount(row, $0.0) } }
      if values.isEmpty, Amount.isAmount(glued),
        let column = header.columns.firstIndex(where: \.isMoney)
      {
        values = [(column, GridCell(glued))]
      }
      closeSection()
      if values.isEmpty,
        row.filled.contains(where: { $0 != place && Amount.isAmount(row.cells[$0].text) })
      {
        ledger.doubt(row.lines[0], ImportMessages.totalDoesNotFit)
      }
      table.addTotal(label, at: row.lines[0], values)
      table.endSection(behind: values, label)
      ledger.settle(row.lines, as: .total)
      return true
    }
    return false
  }
}
