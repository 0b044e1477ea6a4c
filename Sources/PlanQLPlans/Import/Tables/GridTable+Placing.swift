extension GridTableReader {
  /// The row with its cells between strokes under the headings that they stand under: what reaches
  /// down from above is filled in, and what may stand in several places is left out and said; nil
  /// where the cells fit the headings in no way.
  mutating func placed(_ row: GridRow) -> GridRow? {
    guard let placing, row.isClosed else { return row }
    let cells = wholeCells(of: row)
    if row.filled.count < 2 { return isPartAlone(cells) ? nil : row }
    let isTotal =
      CellPlacing.isSection(cells)
      || row.filled.prefix(2).contains { TotalLine.label(row.cells[$0].text.unbroken) != nil }
    var whole = row
    let isLiteral = hasBlankCellsFirst(row)
    switch isLiteral
      ? .exact : placing.settle(cells, isTotal: isTotal, isBordered: headings.beginsWithStroke)
    {
    case .exact:
      whole.cells = cells.map { GridCell($0) }
      if !isTotal { carryGroups(&whole) }
    case .placed(let placement, let texts):
      if placement.columns == texts.indices.map({ $0 }) {
        whole.cells = texts.map { GridCell($0) }
        return whole
      }
      whole.cells = filled(placement, texts, isTotal: isTotal)
      say(placement, texts, at: row.lines[0])
    case .none: return nil
    }
    return whole
  }

  /// Whether a row has all the strokes that the headings have and begins with one, as those do not: its
  /// first cells are blank, and none is missing.
  private func hasBlankCellsFirst(_ row: GridRow) -> Bool {
    guard row.lines.count == 1, !headings.beginsWithStroke else { return false }
    let line = StrokedLine(lines[row.lines[0]].text)
    return line.beginsWithStroke && line.strokes == headings.strokes
  }

  /// Fills the blank cells before the first one of a row that only says a part of the task above.
  private mutating func carryGroups(_ row: inout GridRow) {
    guard let first = row.filled.first, first > 0, !table.isOwn,
      let subject = header.columns.firstIndex(where: \.isSubject), subject < first,
      header.columns.indices.contains(first), header.columns[first].isText,
      row.filled.count > 1, let above = table.rows.last, above.section == table.currentSection
    else { return }
    for column in 0..<first
    where !above.cells[column].isEmpty && header.columns[column].kind != .number {
      row.cells[column] = GridCell(above.cells[column].text, merge: .fromAbove)
    }
    ledger.note(row.lines[0], ImportMessages.cellsReachDown(1))
  }

  /// Whether a cell alone behind blank ones stands under a heading that says more of a task above.
  private func isPartAlone(_ cells: [FoldedText]) -> Bool {
    guard !table.isOwn, let place = cells.firstIndex(where: { !$0.isEmpty }),
      header.columns.indices.contains(place),
      let subject = header.columns.firstIndex(where: \.isSubject)
    else { return false }
    return subject < place && header.columns[place].isText
  }

  /// All cells of a row, with blank ones at its ends.
  private func wholeCells(of row: GridRow) -> [FoldedText] {
    let last = StrokedLine(lines[row.lines[row.lines.count - 1]].text)
    let texts = row.cells.map(\.text)
    guard row.lines.count > 1 else {
      return last.cells(below: headings).map { Markdown.cell($0) }
    }
    let blanks = last.cells.reversed().prefix(while: \.isEmpty).count
    let first = StrokedLine(lines[row.lines[0]].text)
    let isLed =
      first.cells(below: headings).first?.isEmpty == true && texts.first?.isEmpty == false
    return (isLed ? [.empty] : []) + texts + Array(repeating: .empty, count: blanks)
  }

  private func filled(
    _ placement: CellPlacing.Placement, _ texts: [FoldedText], isTotal: Bool
  ) -> [GridCell] {
    var cells = header.columns.map { _ in GridCell.empty }
    let above = table.rows.last.flatMap { $0.section == table.currentSection ? $0 : nil }
    for column in placement.missing where !isTotal && header.columns[column].kind != .number {
      guard let cell = above?.cells[column], !cell.isEmpty else { continue }
      cells[column] = GridCell(cell.text, merge: .fromAbove)
    }
    for (text, column) in zip(texts, placement.columns) {
      if let column { cells[column] = GridCell(text) }
    }
    return cells
  }

  private mutating func say(
    _ placement: CellPlacing.Placement, _ texts: [FoldedText], at line: Int
  ) {
    let open = zip(texts, placement.columns).filter { $0.1 == nil }.map(\.0.unbroken.string)
    if !open.isEmpty {
      ledger.doubt(line, ImportMessages.cellsOfSeveralHeadings(open))
    } else if !placement.missing.isEmpty {
      ledger.note(line, ImportMessages.cellsReachDown(1))
    }
  }
}

extension CellPlacing {
  /// Looks at the first rows below headings for how the columns look that no heading tells of.
  init(below header: TableHeader, _ lines: DocumentLines, from start: Int, _ headings: StrokedLine)
  {
    var rows: [[FoldedText]] = []
    for place in start..<Swift.min(start + 200, lines.count) where rows.count < 100 {
      guard lines[place].shape == .piped else {
        // Another table begins here.
        let text = lines[place].text
        if TableCaption.isCaption(text) || text.count <= 30 && TableCaption.moneyUnit(text) != nil {
          break
        }
        continue
      }
      let line = StrokedLine(lines[place].text)
      let cells = line.cells(below: headings)
      let width = header.columns.count
      if cells.count >= width, cells[width...].allSatisfy(\.isEmpty) {
        rows.append(Array(cells[..<width]))
      }
    }
    self.init(
      kinds: header.columns.map(\.kind),
      looks: header.columns.enumerated().map { place, column in
        let look = CellPlacing.look(of: rows.map { $0[place] })
        return look == .blank
          ? CellLook(below: [FoldedText(column.lastHeading)], of: column.kind) : look
      })
  }

  /// Whether a row begins with the numeral of a section.
  static func isSection(_ texts: [FoldedText]) -> Bool {
    guard let first = texts.first(where: { !$0.isEmpty }) else { return false }
    let numeral = first.trimmed { "()、. ".unicodeScalars.contains($0) }
    return Numbering(first).map { $0.level <= 2 } ?? (Numbering.value(numeral.scalars) != nil)
  }

  /// How most cells of a column look; blank where they look otherwise.
  static func look(of cells: [FoldedText]) -> CellLook {
    let looks = cells.map { CellLook($0) }.filter { $0 != .blank }
    let counts = looks.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    guard let most = counts.max(by: { $0.value < $1.value }), most.value * 5 >= looks.count * 4
    else { return .blank }
    return most.key
  }
}
