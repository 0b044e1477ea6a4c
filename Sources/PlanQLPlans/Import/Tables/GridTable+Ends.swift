/// Where a table whose cells are told apart ends, as another one begins.
extension GridTableReader {
  /// Whether a line says what another table of the same headings below it is called or which money
  /// its amounts are in, other than the lines above this one do.
  func beginsAnotherTable(_ line: DocumentLine, at place: Int) -> Bool {
    guard !table.isOwn, !table.rows.isEmpty, announcesTable(line),
      let start = lines[place...].prefix(6).dropFirst().indices.first(where: {
        GridHeader(lines: lines, map: map).headings(at: $0) != nil
      }), GridHeader(lines: lines, map: map).headings(at: start)?.header == headingsFound
    else { return false }
    let above = lines[..<table.headerLine].suffix(8)
    return !lines[place..<start].contains { ContinuedTables.isWordOfGoingOn($0.text) }
      && !above.contains { $0.text == lines[place].text }
  }

  /// Whether a line below a blank one heads rows that have another number of cells than those of this table.
  func headsOtherRows(_ place: Int) -> Bool {
    guard !table.rows.isEmpty, place > 0, lines[place - 1].isBlank,
      let other = GridHeader(lines: lines, map: map).ownHeadings(at: place)
    else { return false }
    let width = other.header.columns.count
    let rows = lines[(place + 1)...].prefix(60).prefix { !$0.isBlank }
    let cells = (0..<width).map { column in
      rows.filter { $0.cells.indices.contains(column) }.map { $0.cells[column].text }
    }
    return width != header.columns.count && rows.allSatisfy { $0.cells.count == width }
      && cells.contains { CellPlacing.look(of: $0) == .number }
      && lines[place].cells.allSatisfy { CellLook($0.text) != .number }
  }

  /// The unit that the headings name, or the line that the table begins on or those above it.
  var moneyAbove: MoneyName? {
    header.columns.lazy.compactMap(\.money).first
      ?? lines[...table.headerLine].suffix(9).reversed().lazy
      .compactMap { TableCaption.moneyUnit($0.text) }.first
  }

  /// Whether the headings of another table stand right below a line.
  func isAboveOtherHeadings(_ place: Int) -> Bool {
    guard let next = lines[(place + 1)...].prefix(3).indices.first(where: { !lines[$0].isBlank }),
      let other = GridHeader(lines: lines, map: map).headings(at: next)
    else { return false }
    return other.header != headingsFound
  }

  private func announcesTable(_ line: DocumentLine) -> Bool {
    // Most rows have more cells, of which the first few tell it.
    let filled = line.cells.lazy.filter(\.isFilled).prefix(4).count
    if filled <= 1, TableCaption.isTitle(line.text) { return true }
    return filled <= 3 && line.text.contains("单位") && TableCaption.moneyUnit(line.text) != nil
  }
}
