import PlanQLData

/// Tables in plain text of which no heading need be known: as many words on each line, or a cell a line
/// where the numbers of the rows tell them apart.
///
/// Tables of which enough headings are known are left to their own readers.
struct PlainTables {
  private let lines: DocumentLines
  private let map: HeadingMap
  private let finder: TableFinder
  private var grid: Int
  private var found: [DocumentLine] = []
  /// Whether the rows of the table that is read may stand in sections: it is none of the document's own.
  private var hasSections = false
  /// The headings of the table whose cells stand a line each.
  private var heads: [FoldedText] = []
  /// The line up to which a long run of even lines was found to be no table.
  private var barren = 0

  /// The fewest rows that are taken for a table.
  private static let fewestRows = 3
  /// So many lines that are no such table are not looked at again from each of them.
  private static let longest = 400

  /// The lines of a document with the rows of such tables as rows; nil where it has none.
  static func tables(in lines: [DocumentLine], map: HeadingMap) -> [DocumentLine]? {
    var tables = PlainTables(lines, map)
    let first = tables.grid
    tables.read()
    return tables.grid > first ? tables.found : nil
  }

  private init(_ lines: [DocumentLine], _ map: HeadingMap) {
    self.lines = DocumentLines(lines)
    self.map = map
    self.finder = TableFinder(lines: self.lines, map: map)
    self.grid = (lines.compactMap(\.grid).max() ?? -1) + 1
  }

  private mutating func read() {
    var place = 0
    while place < lines.count {
      if let end = evenTable(at: place) ?? evenRows(from: place) ?? numberedCells(from: place) {
        place = end
        grid += 1
      } else {
        found.append(lines[place])
        place += 1
      }
    }
  }

  private mutating func add(_ cells: [FoldedText], at place: Int, isPlaced: Bool = true) {
    var line = DocumentLine(row: cells.map { GridCell($0) }, of: grid, at: lines[place].place)
    line.isUnplaced = !isPlaced
    found.append(line)
  }

  private func isPlain(_ place: Int) -> Bool {
    lines.indices.contains(place) && lines[place].shape == .plain && !lines[place].isCell
  }
}

/// A row a line.
extension PlainTables {
  /// Takes a table of which the words are the cells, with some headings that are known; gives the line
  /// after it.
  private mutating func evenTable(at start: Int) -> Int? {
    guard isPlain(start), let table = EvenTable(at: start, in: lines, map: map) else { return nil }
    add(table.headings, at: start)
    for (place, cells) in table.rows { add(cells, at: place) }
    return table.end
  }

  /// Takes lines that have as many words each as the one above them, below which one column at least has
  /// nothing but numbers; gives the line after them.
  private mutating func evenRows(from start: Int) -> Int? {
    guard start >= barren, isPlain(start) else { return nil }
    let heads = lines[start].text.words
    guard (3...20).contains(heads.count), heads.allSatisfy(PlainTables.mayHead),
      Set(heads.map(\.compact)).count == heads.count, finder.table(at: start) == nil
    else { return nil }
    var rows: [(place: Int, words: [FoldedText])] = []
    var last: Int?
    var place = start + 1
    while isPlain(place), rows.count < 100_000, !lines[place].text.contains("。") {
      let words = lines[place].text.words
      if !words.isEmpty { rows.append((place, words)) }
      if words.count == heads.count { last = rows.count }
      // Two lines of other lengths end the table.
      if rows.count - (last ?? 0) > 1 { break }
      place += 1
    }
    rows = Array(rows.prefix(last ?? 0))
    let whole = rows.filter { $0.words.count == heads.count }.map(\.words)
    guard whole.count >= PlainTables.fewestRows, whole.count * 4 >= rows.count * 3,
      PlainTables.areColumns(whole)
    else {
      if place - start > PlainTables.longest { barren = place }
      return nil
    }
    add(heads, at: start)
    for (place, words) in rows { add(words, at: place, isPlaced: words.count == heads.count) }
    return (rows.last?.place ?? start) + 1
  }

  private static func mayHead(_ word: FoldedText) -> Bool {
    let isYear = Headings.year(word.compact) != nil && word.contains("年")
    return word.count <= 20 && (CellLook(word).isWords || isYear)
      && !word.scalars.contains { "。,;:!?".unicodeScalars.contains($0) }
  }

  /// Whether the cells of each column look alike, and those of one are numbers.
  private static func areColumns(_ rows: [[FoldedText]]) -> Bool {
    let looks = rows[0].indices.map { column in CellPlacing.look(of: rows.map { $0[column] }) }
    return !looks.contains(.blank) && looks.contains(.number)
  }
}

/// A cell a line.
extension PlainTables {
  /// A cell with the line that it begins on.
  private typealias Cell = (text: FoldedText, place: Int)

  /// Takes cells below 序号 and other headings up to the number of the first row, where the rows that
  /// the next numbers begin have as many; the numbers may have no heading. Gives the line after them.
  private mutating func numberedCells(from start: Int) -> Int? {
    guard isPlain(start), let kind = map.kind(ofHeading: lines[start].text),
      kind == .number || kind.isSubject, lines[start].text.words.count <= 2,
      finder.table(at: start) == nil
    else { return nil }
    var cells = cells(from: start)
    if kind != .number { cells.insert((FoldedText("序号"), start), at: 0) }
    guard
      let first = cells.firstIndex(where: { Numbering.rowNumber($0.text) != nil }),
      let number = Numbering.rowNumber(cells[first].text)
    else { return nil }
    let heads = cells[..<first].prefix { Numbering($0.text) == nil }
    guard (3...20).contains(heads.count), heads.allSatisfy({ PlainTables.mayHead($0.text) }),
      Set(heads.map(\.text.compact)).count == heads.count
    else { return nil }
    let columns = heads.map { DocumentColumn(path: [$0.text], map: map) }
    // Without a heading of theirs the numbers must be those of rows: 1, and units beside them.
    guard kind == .number || number == 1 && columns.contains(where: \.isUnits) else { return nil }
    let rows = rows(of: cells, from: first, number, width: heads.count).map {
      joiningUnits($0, width: heads.count)
    }
    let whole = rows.count { $0.count == heads.count }
    guard whole >= 2, whole * 3 >= rows.count * 2 else { return nil }
    let numbers = numberColumns(of: rows, width: heads.count)
    hasSections = TableHeader(columns: columns).settled.columns.contains(where: \.isSubject)
    self.heads = heads.map(\.text)
    add(self.heads, at: start)
    addSection(cells[heads.count..<first], width: heads.count, numbers)
    for row in rows {
      let cut = row.firstIndex { Numbering($0.text).map { $0.level <= 2 } ?? false } ?? row.endIndex
      let own = row[..<cut]
      add(own.map(\.text), at: own[own.startIndex].place, isPlaced: own.count == heads.count)
      addSection(row[cut...], width: heads.count, numbers)
    }
    let end = rows.last?.last.flatMap { last in cells.lastIndex { $0.place == last.place } }
    let total = addTotal(cells[((end ?? first) + 1)...], width: heads.count, numbers)
    return (total ?? rows.last?.last?.place ?? start) + 1
  }

  /// Adds the line of totals behind the last row, where it has as many numbers as columns do; gives its
  /// last line.
  private mutating func addTotal(
    _ cells: ArraySlice<Cell>, width: Int, _ numbers: [Int]
  ) -> Int? {
    guard let label = cells.first, TotalLine.label(label.text) != nil, !numbers.isEmpty else {
      return nil
    }
    let amounts = cells.dropFirst().prefix { CellLook($0.text) == .number }
    guard amounts.count == numbers.count else { return nil }
    var row = Array(repeating: FoldedText.empty, count: width)
    row[0] = label.text
    for (column, amount) in zip(numbers, amounts) { row[column] = amount.text }
    add(row, at: label.place)
    return amounts.last?.place
  }

  /// The cells from a line on; one in brackets goes on with the one above it.
  private func cells(from start: Int) -> [Cell] {
    var cells: [Cell] = []
    var place = start
    while isPlain(place), cells.count < 5_000, !Boilerplate.matches(lines[place].text) {
      let text = lines[place].text
      if !text.isEmpty {
        if text.scalar(0) == "(", text.hasSuffix(")"), let last = cells.indices.last,
          Numbering(text) == nil
        {
          cells[last].text = cells[last].text.joined(text)
        } else {
          cells.append((text, place))
        }
      }
      place += 1
    }
    return cells
  }

  /// The cells of the rows, each from its number to the next.
  private func rows(
    of cells: [Cell], from first: Int, _ number: Int, width: Int
  ) -> [ArraySlice<Cell>] {
    var rows: [ArraySlice<Cell>] = []
    var (start, number) = (first, number)
    while start < cells.count {
      let after = start + width
      let limit = Swift.min(cells.count, start + width * 3)
      let isNext: (Int) -> Bool = { Numbering.rowNumber(cells[$0].text) == number + 1 }
      // A row that lacks a cell ends before its width does.
      let short = (Swift.min(start + 2, cells.count)..<Swift.min(after, cells.count)).first(
        where: isNext)
      guard let next = (after..<Swift.max(after, limit)).first(where: isNext) ?? short else {
        if after <= cells.count {
          let last = cells[start..<Swift.min(cells.count, start + width * 3)]
          rows.append(joiningUnits(last, width: width).prefix(width))
        }
        break
      }
      rows.append(cells[start..<next])
      (start, number) = (next, number + 1)
    }
    return rows
  }

  /// A row with more cells than there are columns, its units below each other put into one.
  private func joiningUnits(_ row: ArraySlice<Cell>, width: Int) -> ArraySlice<Cell> {
    var cells = Array(row)
    var place = 1
    while cells.count > width, place + 1 < cells.count {
      if UnitList.isList(cells[place].text, isLoose: false),
        UnitList.isList(cells[place + 1].text, isLoose: false)
      {
        cells[place].text = cells[place].text.joined(cells[place + 1].text, by: "\n")
        cells.remove(at: place + 1)
      } else {
        place += 1
      }
    }
    return cells[...]
  }

  /// The columns behind the first in which all rows that have all cells have numbers.
  private func numberColumns(of rows: [ArraySlice<Cell>], width: Int) -> [Int] {
    let whole = rows.filter { $0.count == width }.map(Array.init)
    return (1..<width).filter { column in
      whole.allSatisfy { CellLook($0[column].text) == .number }
    }
  }

  /// Adds the title of a section with its amount, where only one column can have it.
  private mutating func addSection(_ cells: ArraySlice<Cell>, width: Int, _ numbers: [Int]) {
    guard let title = cells.first else { return }
    var row = Array(repeating: FoldedText.empty, count: width)
    row[0] = title.text
    let rest = cells.dropFirst()
    if hasSections, rest.map(\.text.compact) == heads.map(\.compact) {
      // A section whose rows stand below the headings once more.
      add([title.text], at: title.place)
      add(rest.map(\.text), at: rest.first?.place ?? title.place)
    } else if !hasSections {
      add(cells.map(\.text), at: title.place, isPlaced: false)
    } else if rest.isEmpty {
      add([title.text], at: title.place)
    } else if rest.count == 1, numbers.count == 1, let amount = rest.first?.text,
      CellLook(amount) == .number
    {
      row[numbers[0]] = amount
      add(row, at: title.place)
    } else {
      add(cells.map(\.text), at: title.place, isPlaced: false)
    }
  }
}
