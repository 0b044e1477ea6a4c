import PlanQLData

/// Reads the rows of a table whose cells are told apart: by strokes, tab stops or the file's format.
struct GridTableReader {
  let lines: DocumentLines
  let header: TableHeader
  let map: HeadingMap
  let shape: DocumentLine.RowShape
  var table: DocumentTable
  var ledger: LineLedger
  /// The last cell of the merged column of categories.
  var category = FoldedText.empty
  /// Whether the last row was a part of the one above it: 其中.
  private var isAmidParts = false

  /// Prepares to read the rows below headings.
  init(_ found: FoundTable, lines: DocumentLines, map: HeadingMap, ledger: LineLedger) {
    self.lines = lines
    self.header = found.header
    self.map = map
    self.shape = lines[found.lines.upperBound].shape
    self.table = DocumentTable(header: found.header, headerLine: found.lines.lowerBound)
    self.table.isOwn = found.isOwn
    self.table.planTable = found.planTable
    self.table.standard = found.standard
    self.ledger = ledger
    self.ledger.settle(Array(found.lines), as: .header)
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
    dropEmptySections()
    table.settleTotals()
    table.end = place
    return (table, ledger)
  }

  /// Takes a line into the table and gives the place to go on from; nil where the table has ended
  /// before it.
  private mutating func accept(
    _ line: DocumentLine, at place: Int, _ pipes: inout PipedRows
  ) -> Int? {
    if line.grid == nil, Boilerplate.matches(line.text) { return nil }
    guard line.shape == shape, !line.cells.isEmpty else {
      if line.grid == nil, goesOnBelow(place) {
        ledger.settle(place, as: .caption)
        return place + 1
      }
      if line.grid == nil, TableCaption.isNote(line.text) {
        if let row = pipes.close() { take(row) }
        ledger.settle(place, as: .note)
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
      guard again.header == header else { return nil }
      ledger.settle(Array(place...again.last), as: .header)
      return again.last + 1
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
    guard table.rows.isEmpty, !table.isOwn else { return false }
    let texts = line.cells.filter(\.isFilled).map(\.text.compact)
    guard texts.count >= 3, texts.count * 2 >= header.columns.count else { return false }
    let plain = texts.map { $0.filter { !"()①②③④⑤⑥⑦⑧⑨⑩栏次".contains($0) || $0 == "次" } }
    let words = ["甲", "乙", "丙", "丁", "戊", "己", "栏次", "次", ""]
    let numbers = plain.filter { !words.contains($0) }
    guard numbers.count >= 2 else { return false }
    return numbers.enumerated().allSatisfy { offset, text in
      let wanted = offset + (Int(numbers.first ?? "") ?? -1)
      return text == String(wanted) || text.hasPrefix("\(wanted)=")
    } && ["1", "2", "3"].contains(numbers.first ?? "")
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
    let filled = row.filled
    if filled.isEmpty, row.cells.allSatisfy({ $0.problem == nil }) {
      let isMerged = row.cells.contains { !$0.isEmpty }
      ledger.settle(row.lines, as: isMerged ? .continuation : .note)
    } else if table.isOwn {
      if table.planTable == nil, isNote(row, filled) {
        ledger.settle(row.lines, as: .note)
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

  /// A row of a table of its own that totals the others.
  private mutating func acceptOwnTotal(_ row: GridRow) -> Bool {
    guard table.planTable == nil, !table.rows.isEmpty, let first = row.filled.first,
      let (label, _) = TotalLine.label(row.cells[first].text.unbroken),
      row.filled.dropFirst().contains(where: { Amount.isAmount(row.cells[$0].text) })
    else { return false }
    table.totals.append(
      DocumentTotal(
        line: row.lines[0], label: label,
        values: row.filled.dropFirst().filter { $0 < header.columns.count }.map {
          ($0, row.cells[$0])
        }))
    ledger.settle(row.lines, as: .total)
    return true
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

  private mutating func add(_ row: GridRow) {
    var cells = withAttributeLast(withoutGroup(aligned(row.cells), row))
    if shape == .piped, row.isClosed { cells = placed(cells, row) }
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
    if cells.count < count {
      cells += Array(repeating: GridCell.empty, count: count - cells.count)
    }
    if goesOn(cells, row) { return }
    carryProject(&cells)
    let subject = header.columns.firstIndex(where: \.isSubject)
    guard table.isOwn || subject.map({ !cells[$0].isEmpty }) ?? false, table.isOwn || fits(cells)
    else {
      return lose(row, ImportMessages.rowDoesNotFit)
    }
    carryCategory(&cells)
    shareMergedAmounts(&cells, row)
    nameUnits(&cells)
    ledger.settle(row.lines[0], as: .row)
    ledger.settle(Array(row.lines.dropFirst()), as: .continuation)
    table.add(DocumentRow(lines: row.lines, cells: cells, section: table.currentSection))
  }

  private mutating func lose(_ row: GridRow, _ reason: LocalizedText) {
    table.lostRows += 1
    if let section = table.currentSection { table.sectionsOfLostRows.insert(section) }
    ledger.leave(row.lines, because: reason)
  }

  /// Puts in the cell of a merged column of categories that stood to the left of the numbers.
  private func aligned(_ cells: [GridCell]) -> [GridCell] {
    guard header.columns.count >= 3, header.columns[0].kind == .category,
      header.columns[1].kind == .number,
      cells.count < header.columns.count || cells.last?.isEmpty == true,
      let first = cells.first, first.merge == .none, FlattenedRow.number(first.text) != nil
    else { return cells }
    return [.empty] + cells
  }

  /// The cells of a row between strokes that has fewer than the headings: at the end of it where
  /// they fit better there, as the first ones reach down from above and stand only there.
  private mutating func placed(_ cells: [GridCell], _ row: GridRow) -> [GridCell] {
    let missing = header.columns.count - cells.count
    guard missing > 0, cells.count > 1, let last = table.rows.last, !table.isOwn,
      header.place(of: .number) == nil, cells.allSatisfy({ $0.merge == .none && !$0.isEmpty }),
      last.cells.prefix(missing).allSatisfy({ !$0.isEmpty })
    else { return cells }
    let looks = header.columns.map { CellLook(below: [FoldedText($0.heading)], of: $0.kind) }
    let texts = cells.map(\.text)
    let atEnd = Array(looks.dropFirst(missing))
    guard CellAlignment.isPossible(texts, below: atEnd),
      CellAlignment.score(texts, below: atEnd) > CellAlignment.score(texts, below: looks)
    else { return cells }
    ledger.note(row.lines[0], ImportMessages.cellsReachDown(1))
    return last.cells.prefix(missing).map { GridCell($0.text, merge: .fromAbove) } + cells
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

  /// Puts the project of the row above into a row that only names a further step of it.
  private func carryProject(_ cells: inout [GridCell]) {
    guard header.hasSteps, let name = header.place(of: .name), let step = header.stepColumn,
      cells[name].isEmpty, cells[step].isFilled, let last = table.rows.last,
      last.section == table.currentSection
    else { return }
    cells[name] = GridCell(last.cells[name].text, merge: .fromAbove)
  }

  private mutating func carryCategory(_ cells: inout [GridCell]) {
    guard let column = header.place(of: .category) else { return }
    if cells[column].isEmpty {
      cells[column].text = category
    } else {
      category = cells[column].text
    }
  }

  /// Says whether numbers stand where numbers belong.
  private func fits(_ cells: [GridCell]) -> Bool {
    for (column, cell) in zip(header.columns, cells) where !cell.isEmpty {
      if column.kind == .number, FlattenedRow.number(cell.text) == nil, cell.text.count > 12 {
        return false
      }
      if column.isUnits, Amount.isAmount(cell.text) { return false }
    }
    return true
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
    let mayJoin: (Int) -> Bool = { place in
      let column = header.columns[place]
      if cells[place].problem != nil || place == number { return false }
      return column.isText || column.isUnits || column.kind == .note || last.cells[place].isEmpty
    }
    guard !own.isEmpty, own.allSatisfy(mayJoin),
      isMerged || own.allSatisfy({ !header.columns[$0].isMoney })
    else { return false }
    for place in own {
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

  /// Puts the unit that heads a column into a cell that marks its part: ★ for one that leads, ○ for
  /// one that supports.
  private func nameUnits(_ cells: inout [GridCell]) {
    for (place, column) in header.columns.enumerated()
    where column.isUnitName && !cells[place].isEmpty && !isNoneMark(cells[place].text) {
      let role =
        switch PartMark.role(of: cells[place].text) {
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

/// A line below a table on who filled it in, who checked it, whom to ask.
enum SignatureLine {
  private static let labels = [
    "填表人", "填报人", "填报单位", "填表单位", "制表人", "制表", "制表单位", "审核人", "审核", "审批人", "复核人", "复核", "校核", "联系人",
    "联系电话", "电话", "联系方式", "经办人", "单位负责人", "负责人", "主要负责人", "分管负责人", "领导签字", "主要领导签字", "分管领导签字", "签字",
    "签名", "盖章", "填报日期", "填表日期", "填报时间", "制表日期", "日期",
  ]

  /// Whether a cell is such a label, or begins with one and a colon.
  static func begins(_ cell: FoldedText) -> Bool {
    let text = cell.unbroken
    guard text.count <= 60 else { return false }
    let label = text.part(0..<(text.firstPlaces(of: ":")?.lowerBound ?? text.count)).compact
    let plain = label.filter { !"()".contains($0) }
    return labels.contains(plain) || plain.hasSuffix("签字") && plain.count <= 10
      || plain.hasSuffix("盖章") && plain.count <= 10
  }
}

/// A mark for the part that a unit has in a task, in a table with a column a unit.
enum PartMark {
  /// The role that a mark says; nil where it only says that the unit has a part.
  static func role(of cell: FoldedText) -> UnitRole? {
    let mark = cell.compact
    if ["★", "●", "▲", "◎", "■", "◆", "主", "牵头", "主办", "主责", "负责"].contains(mark) { return .lead }
    if ["☆", "○", "△", "□", "◇", "〇", "协", "配合", "协办", "参与", "协助"].contains(mark) {
      return .support
    }
    return nil
  }
}
