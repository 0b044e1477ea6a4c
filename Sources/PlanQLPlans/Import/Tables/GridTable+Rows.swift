import PlanQLData

extension GridTableReader {
  /// Adds a row of the table, its cells put into their columns.
  mutating func add(_ row: GridRow) {
    var cells = withAttributeLast(withoutGroup(aligned(row.cells), row))
    let count = header.columns.count
    if cells.count > count,
      cells[count...].allSatisfy({ $0.isEmpty || isNoneMark($0.text) || !$0.isFilled })
    {
      cells.removeLast(cells.count - count)
    }
    let isCut = !row.isClosed && cells.count < count
    guard cells.count <= count, !isCut else {
      return lose(row, isCut ? ImportMessages.rowIsCutOff : ImportMessages.rowDoesNotFit)
    }
    if let fields = lines[row.lines[0]].fieldCount, fields < count {
      shortRows.append(row.lines[0])
    }
    if cells.count < count {
      cells += Array(repeating: GridCell.empty, count: count - cells.count)
    }
    for (place, column) in header.columns.enumerated() where cells[place].merge == .fromAbove {
      // What calls the whole table is none of its row.
      if column.kind == .other, cells[place].text.compact == FoldedText(column.heading).compact {
        cells[place] = .empty
      }
    }
    if goesOn(cells, row) { return }
    carryProject(&cells)
    let subject = header.columns.firstIndex(where: \.isSubject)
    guard table.isOwn || subject.map({ !cells[$0].isEmpty }) ?? false, table.isOwn || fits(cells)
    else {
      return lose(row, ImportMessages.rowDoesNotFit)
    }
    keepFirst(&cells, row)
    carryPlace(&cells)
    carryCategory(&cells)
    shareMergedAmounts(&cells, row)
    nameUnits(&cells)
    openSection = nil
    beginSection(ofNumeral: cells, row)
    ledger.settle(row.lines[0], as: .row)
    ledger.settle(Array(row.lines.dropFirst()), as: .continuation)
    table.add(DocumentRow(lines: row.lines, cells: cells, section: table.currentSection))
  }

  /// Begins a section with a row that is one itself: (二) with content of its own behind (一) with rows below it.
  private mutating func beginSection(ofNumeral cells: [GridCell], _ row: GridRow) {
    guard let number = header.place(of: .number),
      let subject = header.columns.firstIndex(where: \.isSubject),
      let (level, value) = GridTableReader.numeral(cells[number].text), value > 1,
      let last = table.sections.last(where: { $0.level <= level }), last.level == level,
      let before = GridTableReader.numeral(lines[last.line].cells.first?.text ?? .empty),
      before == (level, value - 1)
    else { return }
    table.addSection(cells[subject].text.unbroken.string, level: level, line: row.lines[0])
  }

  /// The level and the number of a numeral that is none of digits: 一, (二).
  private static func numeral(_ cell: FoldedText) -> (level: Int, number: Int)? {
    let plain = cell.trimmed { "()、. ".unicodeScalars.contains($0) }
    guard !plain.isEmpty, !plain.scalars.contains(where: FoldedText.isDigit) else { return nil }
    return Numbering.value(plain.scalars).map { (cell.scalar(0) == "(" ? 2 : 1, $0) }
  }

  /// Leaves a row as not understood.
  mutating func lose(_ row: GridRow, _ reason: LocalizedText) {
    table.lostRows += 1
    if let section = table.currentSection { table.sectionsOfLostRows.insert(section) }
    ledger.leave(row.lines, because: reason)
  }

  /// Puts in the cell of a merged column of categories that stood to the left of the numbers.
  private func aligned(_ cells: [GridCell]) -> [GridCell] {
    guard header.columns.count >= 3, header.columns[0].kind == .category,
      header.columns[1].kind == .number,
      cells.count < header.columns.count || cells.last?.isEmpty == true,
      let first = cells.first, first.merge == .none, Numbering.rowNumber(first.text) != nil
    else { return cells }
    return [.empty] + cells
  }

  /// Takes the name of a group off that stands before the first column of a table of indicators.
  private mutating func withoutGroup(_ cells: [GridCell], _ row: GridRow) -> [GridCell] {
    guard header.columns.first?.kind == .indicator, cells.count == header.columns.count + 1,
      let name = cells.first, name.isFilled, cells[1].isFilled, !Amount.isAmount(cells[1].text)
    else { return cells }
    let title = name.text.unbroken.trimmed {
      FoldedText.isDigit($0) || "。.、 ".unicodeScalars.contains($0)
    }
    table.addSection(title.string, level: 2, line: row.lines[0])
    return Array(cells.dropFirst())
  }

  /// Puts the attribute of an indicator, the last cell of a row that lacks others, into its column.
  private func withAttributeLast(_ cells: [GridCell]) -> [GridCell] {
    guard header.columns.last?.kind == .attribute, cells.count < header.columns.count,
      let last = cells.last, IndicatorWords.attribute(last.text) != nil
    else { return cells }
    let gap = Array(repeating: GridCell.empty, count: header.columns.count - cells.count)
    return cells.dropLast() + gap + [last]
  }

  /// Puts the project of the row above into a row that only names a further step of it, or a further source or year of
  /// its money.
  private func carryProject(_ cells: inout [GridCell]) {
    guard header.hasSteps || header.hasRecords, let name = header.place(of: .name),
      let step = header.stepColumn ?? header.place(of: .source) ?? header.place(of: .year),
      cells[name].isEmpty, cells[step].isFilled, let last = table.rows.last,
      last.section == table.currentSection
    else { return }
    cells[name] = GridCell(last.cells[name].text, merge: .fromAbove)
  }

  /// Keeps what a cell over a whole row says in its first column, in a table of the document's own.
  private mutating func keepFirst(_ cells: inout [GridCell], _ row: GridRow) {
    guard table.isOwn, row.filled.count == 1, let first = row.filled.first, row.cells.count > 2,
      row.cells[(first + 1)...].allSatisfy({ $0.merge == .fromLeft })
    else { return }
    for place in cells.indices where place > first { cells[place] = .empty }
    ledger.note(row.lines[0], ImportMessages.rowIsMerged)
  }

  /// Puts the place of a group, which the total above its rows named, into those that name none.
  private mutating func carryPlace(_ cells: inout [GridCell]) {
    guard let (column, cell) = place else { return }
    if cells[column].isEmpty { cells[column].text = cell.text } else { place = nil }
  }

  private mutating func carryCategory(_ cells: inout [GridCell]) {
    let ofIndicators = header.place(of: .indicator).flatMap { _ in header.place(of: .domain) }
    guard let column = header.place(of: .category) ?? ofIndicators else { return }
    if cells[column].isEmpty {
      cells[column].text = category
    } else {
      category = cells[column].text
      if cells[column].isFilled { levels = [:] }
    }
    carryLevels(&cells)
  }

  /// Puts the level of indicators that the row above names into a row that names neither it nor one further out:
  /// 二级指标 beside 三级指标.
  private mutating func carryLevels(_ cells: inout [GridCell]) {
    guard let indicator = header.place(of: .indicator) else { return }
    for column in 0..<indicator where header.columns[column].isLevelOfIndicators {
      if cells[column].isFilled {
        for inner in column..<indicator { levels[inner] = nil }
        levels[column] = cells[column].text
      } else if cells[column].isEmpty, let level = levels[column] {
        cells[column].text = level
      }
    }
  }

  /// Says whether numbers stand where numbers belong.
  private func fits(_ cells: [GridCell]) -> Bool {
    for (column, cell) in zip(header.columns, cells) where !cell.isEmpty {
      if column.kind == .number, Numbering.rowNumber(cell.text) == nil, cell.text.count > 12 {
        return false
      }
      if column.isUnits, Amount.isAmount(cell.text) { return false }
    }
    return !isShifted(cells)
  }

  /// Whether words stand in a column of amounts and a bare number for the name: the cells are those of other columns.
  private func isShifted(_ cells: [GridCell]) -> Bool {
    guard let name = header.place(of: .name), WrittenNumber(cells[name].text.trimmed()) != nil
    else { return false }
    return header.columns.indices.contains { place in
      (header.columns[place].isMoney || header.columns[place].money != nil) && cells[place].isFilled
        && CellLook(cells[place].text).isWords
        && !isNoneMark(cells[place].text) && Quantity.all(in: cells[place].text).isEmpty
    }
  }
}

extension GridTableReader {
  /// A row whose name is merged with the one above it says more of the same project or task.
  private mutating func goesOn(_ cells: [GridCell], _ row: GridRow) -> Bool {
    guard !table.isOwn, let subject = header.columns.firstIndex(where: \.isSubject),
      var last = table.rows.last
    else { return false }
    let number = header.place(of: .number)
    let isMerged = cells[subject].merge == .fromAbove
    let isBlank =
      cells[subject].isEmpty && number.map { cells[$0].isEmpty || !cells[$0].isFilled } ?? true
    guard isMerged || isBlank else { return false }
    let own = cells.indices.filter { cells[$0].isFilled }
    // Where the amount is that of the row above too, words in any column are of the same project.
    let sharesAmount = cells.indices.contains {
      header.columns[$0].isMoney && cells[$0].merge == .fromAbove && !cells[$0].isEmpty
    }
    let mayJoin: (Int) -> Bool = { place in
      let column = header.columns[place]
      if cells[place].problem != nil || place == number { return false }
      if sharesAmount, column.kind == .other { return !Amount.isAmount(cells[place].text) }
      return column.isText || column.isUnits || column.kind == .note || last.cells[place].isEmpty
    }
    let sums = further(cells, last.cells, own)
    guard !own.isEmpty, own.filter({ sums[$0] == nil }).allSatisfy(mayJoin),
      isMerged || !sums.isEmpty || own.allSatisfy({ !header.columns[$0].isMoney })
    else { return false }
    if !sums.isEmpty { ledger.doubt(row.lines[0], ImportMessages.amountsAdded) }
    for place in own {
      if let sum = sums[place] {
        last.cells[place] = sum
        continue
      }
      let before = last.cells[place].text
      last.cells[place].text =
        before.isEmpty ? cells[place].text : before.joined(cells[place].text, by: "\n")
    }
    last.lines += row.lines
    table.replaceLastRow(by: last)
    ledger.settle(row.lines, as: .continuation)
    ledger.note(row.lines[0], ImportMessages.rowGoesOn)
    return true
  }

  /// The amounts of the row above with those of a row that goes on with it and says what more is done:
  /// none where that row has no content of its own, or an amount is more than a plain number.
  private func further(_ cells: [GridCell], _ above: [GridCell], _ own: [Int]) -> [Int: GridCell] {
    let money = own.filter { header.columns[$0].isMoney && above[$0].isFilled }
    let hasContent = own.contains { header.columns[$0].isText && !header.columns[$0].isSubject }
    guard !money.isEmpty, hasContent, !header.hasSteps, !header.hasRecords else { return [:] }
    var sums: [Int: GridCell] = [:]
    for place in money {
      let texts = [above[place], cells[place]].map(\.text.folded)
      let numbers = texts.compactMap { Decimal($0) }
      guard cells[place].merge == .none, numbers.count == 2, let sum = ExactSum.of(numbers) else {
        return [:]
      }
      sums[place] = GridCell(
        FoldedText(sum.description), isNumber: above[place].isNumber && cells[place].isNumber)
    }
    return sums
  }

  /// Puts the unit that heads a column into a cell that marks its part: ★ for one that leads, ○ for
  /// one that supports.
  private func nameUnits(_ cells: inout [GridCell]) {
    for (place, column) in header.columns.enumerated()
    where column.isUnits && column.isUnitName && !table.isOwn && PartMark.isMark(cells[place].text)
    {
      let role =
        switch legend.role(of: cells[place].text) {
        case .lead?: "牵头单位:"
        case .support?: "配合单位:"
        case _: ""
        }
      cells[place].text = FoldedText(role + column.lastHeading)
    }
  }

  /// An amount in a cell that is merged over several rows counts once, in the first of them.
  private mutating func shareMergedAmounts(_ cells: inout [GridCell], _ row: GridRow) {
    for place in cells.indices where cells[place].merge == .fromAbove && !cells[place].isEmpty {
      guard
        header.columns[place].isMoney || header.columns[place].kind.form == .figure
          || table.isOwn && Amount.isAmount(cells[place].text)
      else { continue }
      let isOfSameProject =
        (header.hasSteps || header.hasRecords)
        && header.place(of: .name).map { cells[$0].merge == .fromAbove } ?? false
      if !isOfSameProject {
        ledger.doubt(
          row.lines[0], cell: place,
          ImportMessages.amountIsMerged(
            header.columns[place].heading, cells[place].text.unbroken.string))
      }
      cells[place] = .empty
    }
  }
}
