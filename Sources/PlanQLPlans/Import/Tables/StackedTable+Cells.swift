/// The cells of a row that stand a line each.
extension StackedTableReader {
  /// The cells of a row that begins at a line, and how many lines they take; nil where the lines do not
  /// fit the columns.
  func row(at start: Int) -> (cells: [FoldedText], count: Int)? {
    row(at: start, without: nil) ?? rowInLastCategory(at: start)
  }

  /// The next row by its number, where it fits the columns but for that of the category: the cell of the rows above it
  /// reached down to it.
  private func rowInLastCategory(at start: Int) -> (cells: [FoldedText], count: Int)? {
    guard let column = header.place(of: .category), let last = table.rows.last,
      !last.cells[column].isEmpty, places.indices.contains(start),
      isNextByNumber(start) || header.place(of: .number) == nil && isToldByFigures(without: column),
      var row = row(at: start, without: column)
    else { return nil }
    row.cells[column] = last.cells[column].text
    return row
  }

  private func isNextByNumber(_ start: Int) -> Bool {
    header.place(of: .number) == 0
      && Numbering.rowNumber(lines[places[start]].text) == lastNumber + 1
  }

  /// Whether figures tell where a row without its first cell, the category, begins: were it there, words would stand
  /// in a column of figures.
  private func isToldByFigures(without category: Int) -> Bool {
    let forms = header.columns.map(\.kind.form)
    return category == 0 && forms.contains { [.figure, .amount].contains($0) }
      && forms.allSatisfy { [.figure, .amount, .text, .words, .units].contains($0) }
  }

  /// Whether the last cell of a row is not there: what stands in its place begins the next row or a section, by the
  /// numbers that names have.
  private func isLastAbsent(_ cells: [FoldedText], before cell: FoldedText) -> Bool {
    guard cells.count == header.columns.count - 1, header.place(of: .number) == nil,
      let subject = header.columns.firstIndex(where: \.isSubject), subject < cells.count,
      let own = Numbering(cells[subject]), let next = Numbering(cell)
    else { return false }
    return next.level == own.level && next.number == own.number + 1 || next.level < own.level
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
      if offset == places.count, place == header.columns.count - 1, cells.count == place,
        table.rows.last?.cells.last?.isEmpty ?? false, Numbering(lines[places[start]].text) != nil
      {
        // The last row has a blank last cell as the one above it has.
        cells.append(.empty)
        continue
      }
      guard offset < places.count else { return nil }
      var cell = lines[places[offset]].text
      if isLastAbsent(cells, before: cell) {
        cells.append(.empty)
        continue
      }
      offset += 1
      while mayBeUnitsOfRow(place, at: offset) {
        cell = cell.joined(lines[places[offset]].text, by: "\n")
        offset += 1
      }
      cells.append(cell)
    }
    if holdsNextNumber(cells, before: offset) { return nil }
    let isNext = header.place(of: .number) == 0 && Numbering.rowNumber(cells[0]) == lastNumber + 1
    for (column, cell) in zip(header.columns, cells) where !fits(cell, column) {
      // Where the number says that it is the next row, a time is one whatever its words are.
      guard isNext, column.kind.form == .period, StackedTableReader.isTimely(cell) else {
        return nil
      }
    }
    return (cells, offset - start)
  }

  /// Whether the number of the next row stands among the cells of a row, which then lacks one of its own.
  private func holdsNextNumber(_ cells: [FoldedText], before next: Int) -> Bool {
    guard let column = header.place(of: .number), let number = Numbering.rowNumber(cells[column]),
      next >= places.count || Numbering.rowNumber(lines[places[next]].text) != number + 1
    else { return false }
    return cells.indices.dropFirst(column + 1).contains { place in
      guard cells[place].compact == String(number + 1) else { return false }
      let below =
        place + 1 < cells.count
        ? cells[place + 1] : places.indices.contains(next) ? lines[places[next]].text : .empty
      return !below.isEmpty && !Amount.isAmount(below) && TotalLine.label(below) == nil
    }
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
    case .figure: return IndicatorFigure.isFigure(cell) || column.isShape
    case .anything: return true
    }
  }
}
