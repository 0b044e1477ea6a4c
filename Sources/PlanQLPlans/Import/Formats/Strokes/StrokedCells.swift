/// A stretch of text in which an upright stroke ends each cell of a table, wherever the lines break:
/// pages are saved so, with the cells that a row lacks at its end.
///
/// A cell that reaches down over several rows, or over several columns, stands once; the strokes of
/// the places that it covers stand at the end of the row.
struct StrokedCells: Sendable {
  /// A cell with the stroke that ends it.
  struct Cell: Sendable {
    var text: FoldedText
    /// The line that it begins on.
    let place: ImportPlace
    /// Whether it is the last of several strokes with nothing between them, which only end a row.
    var endsRow = false
    /// Whether its stroke only fills a row up: not even a blank stands before it.
    var isPadding = false
  }

  let cells: [Cell]
  /// The lines of the document that the cells stand on.
  let lines: Range<Int>
  /// The cells that lines begin with, where every line has several and ends its last one; none
  /// elsewhere.
  private let starts: [Int]

  /// The fewest cells that are taken for a table.
  private static let fewest = 6
  /// So many lines that are no such table are not looked at again from each of them.
  private static let longest = 400

  /// The stretches of a document.
  static func all(in lines: [DocumentLine], map: HeadingMap) -> [StrokedCells] {
    var found: [StrokedCells] = []
    var place = 0
    while place < lines.count {
      var stop = place
      guard endsCell(lines[place]), !goesOnWithRecord(lines, at: place),
        let region = StrokedCells(lines, from: place, map, &stop)
      else {
        place = stop - place > longest ? stop : place + 1
        continue
      }
      found.append(region)
      place = region.lines.upperBound
    }
    return found
  }

  /// Whether the last stroke of a line stands at its end, and none before its first text; what a site
  /// says of the document is no row.
  private static func endsCell(_ line: DocumentLine) -> Bool {
    guard line.text.hasSuffix("|"), line.text.scalar(0) != "|" || isStrokes(line.text) else {
      return false
    }
    let labels = Boilerplate.labelsOfRecord(line)
    return labels.count < 2 || !labels.isAll
  }

  /// Whether a row of one label stands below others of what a site says of the document.
  private static func goesOnWithRecord(_ lines: [DocumentLine], at place: Int) -> Bool {
    guard place > 0 else { return false }
    let (own, above) = (lines[place], lines[place - 1])
    let labels = Boilerplate.labelsOfRecord(own)
    return labels.count > 0 && labels.isAll && Boilerplate.labelsOfRecord(above).count >= 2
  }

  private static func isStrokes(_ text: FoldedText) -> Bool {
    !text.isEmpty && text.scalars.allSatisfy { $0 == "|" || $0 == " " }
  }

  /// Reads the cells from a line on, up to a line that is none of theirs, which `stop` says; nil where
  /// they are those of a table with a row a line.
  private init?(
    _ lines: [DocumentLine], from start: Int, _ map: HeadingMap, _ stop: inout Int
  ) {
    let first = StrokedCells.firstLine(lines, at: start)
    var gathered = GatheredCells()
    var end = first
    var place = first
    while place < lines.count {
      let text = lines[place].text
      if text.isEmpty {
        place += 1
        continue
      }
      guard text.contains("|") else {
        // A cell may have several lines, as long as the last of them ends it.
        guard !TableCaption.isCaption(text), let close = StrokedCells.closing(lines, after: place)
        else { break }
        if StrokedCells.beginsAnother(lines, at: place, close, map) { break }
        gathered.leaveOpen(lines[place])
        place += 1
        continue
      }
      guard StrokedCells.endsCell(lines[place]) else { break }
      // A caption stands above another table.
      let isCaption = StrokedCells.parts(text).first.map(TableCaption.isCaption) ?? false
      if place > first, gathered.isClosed, isCaption { break }
      gathered.add(lines[place])
      place += 1
      end = place
    }
    stop = place
    guard gathered.areTable else { return nil }
    self.cells = gathered.cells
    self.lines = first..<end
    self.starts = gathered.areRows ? gathered.starts : []
  }

  /// The cells of a stretch while they are read line by line.
  private struct GatheredCells {
    private(set) var cells: [Cell] = []
    /// The cells that lines begin with.
    private(set) var starts: [Int] = []
    /// Whether each line has several cells and ends its last one.
    private(set) var areRows = true
    /// The lines of a cell that no stroke has ended yet, and where the first of them stands.
    private var open: [FoldedText] = []
    private var openPlace: ImportPlace?
    /// The lines that have more than strokes.
    private var filledLines = 0

    var isClosed: Bool { open.isEmpty }

    /// Whether they are those of a table, and of none with a row a line like any other with strokes.
    var areTable: Bool {
      let filled = cells.count { !$0.text.isEmpty }
      let isRowALine = filledLines > 0 && filled >= filledLines * 2
      return filled >= StrokedCells.fewest && (cells.contains(where: \.endsRow) || !isRowALine)
    }

    mutating func leaveOpen(_ line: DocumentLine) {
      openPlace = openPlace ?? line.place
      open.append(line.text)
    }

    mutating func add(_ line: DocumentLine) {
      if !StrokedCells.isStrokes(line.text) { filledLines += 1 }
      let parts = StrokedCells.parts(line.text)
      let padding = StrokedCells.padding(line.text)
      areRows = areRows && open.isEmpty && parts.count >= 3
      starts.append(cells.count)
      for (offset, part) in parts.enumerated() {
        let isOpen = offset == 0 && !open.isEmpty
        let texts = (isOpen ? open : []) + (isOpen && part.isEmpty ? [] : [part])
        let whole = FoldedText(texts.map(\.string).joined(separator: "\n"))
        cells.append(
          Cell(
            text: whole.trimmed(), place: isOpen ? openPlace ?? line.place : line.place,
            isPadding: offset >= parts.count - padding && !isOpen))
      }
      let strokes = parts.reversed().prefix(while: \.isEmpty).count
      if strokes > 1, !(strokes == parts.count && !open.isEmpty && strokes == 2) {
        cells[cells.count - 1].endsRow = true
      }
      open = []
      openPlace = nil
    }
  }

  /// The rows of tables below each other with a row a line, where not all lines have as many cells but
  /// those of a table have all or lack the last: a row is what its line says, and a caption begins
  /// another table. Nil where they come out even, or otherwise.
  private var unevenRows: [[StrokedTable.Row]]? {
    let rows = rowsOfLines
    guard Set(rows.map(\.cells.count)).count > 1 else { return nil }
    var tables: [[StrokedTable.Row]] = [[]]
    for row in rows {
      if row.isSingle, tables[tables.count - 1].last?.isSingle == false { tables.append([]) }
      tables[tables.count - 1].append(row)
    }
    let areWhole = tables.allSatisfy { rows in
      let width = rows.map(\.cells.count).max() ?? 0
      return rows.allSatisfy { $0.cells.count >= width - 1 }
    }
    return areWhole ? tables : nil
  }

  /// The rows that the lines are; none where lines are no rows.
  private var rowsOfLines: [StrokedTable.Row] {
    let ends = starts.dropFirst() + [cells.count]
    return zip(starts, ends).map { StrokedTable.Row(cells: Array(cells[$0..<$1])) }
  }

  /// The tables that the cells are; nil where they cannot be told apart.
  func tables(_ map: HeadingMap) -> [StrokedTable]? {
    let rows = rowsOfLines
    if Set(rows.map(\.cells.count)).count == 1, let table = StrokedTable(rows: rows) {
      return [table]
    }
    guard let uneven = unevenRows else { return StrokedTable(cells, map: map).map { [$0] } }
    let tables = uneven.compactMap { StrokedTable(rows: $0) }
    return tables.count == uneven.count ? tables : nil
  }

  /// The texts before the strokes of a line.
  private static func parts(_ line: FoldedText) -> [FoldedText] {
    var parts: [FoldedText] = []
    var start = 0
    for (place, scalar) in line.scalars.enumerated() where scalar == "|" {
      parts.append(line.part(start..<place).trimmed())
      start = place + 1
    }
    return parts
  }

  /// The strokes at the end of a line that only fill a row up, each right behind another one.
  private static func padding(_ line: FoldedText) -> Int {
    let strokes = line.scalars.reversed().prefix { $0 == "|" }.count
    return strokes == line.count ? (strokes > 1 ? strokes : 0) : Swift.max(0, strokes - 1)
  }

  /// The line that the first cell begins on: the one above a stroke that stands alone.
  private static func firstLine(_ lines: [DocumentLine], at start: Int) -> Int {
    guard isStrokes(lines[start].text), start > 0, !lines[start - 1].isBlank,
      lines[start - 1].shape == .plain, start + 1 < lines.count,
      !lines[start + 1].text.contains("|")
    else { return start }
    return start - 1
  }

  /// The line whose stroke ends a cell of several lines; nil where none is near.
  private static func closing(_ lines: [DocumentLine], after place: Int) -> Int? {
    let limit = Swift.min(place + 12, lines.count)
    guard let next = lines[place..<limit].firstIndex(where: { $0.text.contains("|") }),
      endsCell(lines[next])
    else { return nil }
    return next
  }

  /// Whether the lines before a stroke are text between two tables, of which the second one's
  /// headings begin with the cell that the stroke ends.
  private static func beginsAnother(
    _ lines: [DocumentLine], at place: Int, _ close: Int, _ map: HeadingMap
  ) -> Bool {
    guard close + 1 < lines.count, !isStrokes(lines[close].text) else { return false }
    return [close, close + 1].allSatisfy { line in
      parts(lines[line].text).first.map { map.kind(ofHeading: $0) != nil } ?? false
    }
  }
}
