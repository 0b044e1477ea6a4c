/// Stretches of text in which a stroke begins each cell but the first of its row, wherever the lines
/// break, and one that stands alone ends the row.
enum LeadingStrokes {
  /// The fewest rows that are taken for a table.
  private static let fewest = 4
  /// So many lines that are no such table are not looked at again from each of them.
  private static let longest = 400

  /// The lines of a document with such rows as those of tables; nil where it has none.
  static func tables(
    in lines: [DocumentLine], map: HeadingMap
  ) -> (lines: [DocumentLine], remarks: [SourceDocument.Remark])? {
    var found: [DocumentLine] = []
    var remarks: [SourceDocument.Remark] = []
    var place = 0
    var grid = 0
    while place < lines.count {
      var stop = place
      guard let (rows, end) = rows(lines, from: place, &stop), let table = StrokedTable(rows: rows)
      else {
        let next = stop - place > longest ? stop : place + 1
        found += lines[place..<next]
        place = next
        continue
      }
      var set = StrokedRows(table, grid: grid, from: found.count, map: map)
      set.set()
      found += set.lines
      remarks += set.remarks
      grid += 1
      place = end
    }
    return grid == 0 ? nil : (found, remarks)
  }

  /// The rows that begin on a line, and the place after them; nil where too few do. `stop` is the
  /// line where reading ended.
  private static func rows(
    _ lines: [DocumentLine], from start: Int, _ stop: inout Int
  ) -> (rows: [StrokedTable.Row], end: Int)? {
    guard !lines[start].isBlank, !lines[start].text.contains("|"), start + 1 < lines.count,
      beginsCell(lines[start + 1].text)
    else { return nil }
    var rows: [StrokedTable.Row] = []
    var cells: [StrokedCells.Cell] = []
    var place = start
    var end = start
    while place < lines.count {
      let text = lines[place].text
      if isAlone(text) {
        rows.append(.init(cells: cells))
        cells = []
        end = place + 1
      } else if beginsCell(text) {
        cells.append(.init(text: text.dropFirst(1).trimmed(), place: lines[place].place))
      } else if text.contains("|") || text.isEmpty && cells.isEmpty {
        break
      } else if cells.isEmpty {
        guard goesOn(lines, after: place) else { break }
        cells.append(.init(text: text, place: lines[place].place))
      } else if !text.isEmpty {
        cells[cells.count - 1].text = cells[cells.count - 1].text.joined(text, by: "\n")
      }
      place += 1
    }
    stop = place
    return rows.count >= fewest ? (rows, end) : nil
  }

  private static func isAlone(_ text: FoldedText) -> Bool { text.compact == "|" }

  private static func beginsCell(_ text: FoldedText) -> Bool {
    text.scalar(0) == "|" && text.count > 1 && !text.dropFirst(1).contains("|")
  }

  /// Whether a cell of the same row begins a few lines below.
  private static func goesOn(_ lines: [DocumentLine], after place: Int) -> Bool {
    lines[(place + 1)...].prefix(10).first { $0.text.contains("|") }.map { beginsCell($0.text) }
      ?? false
  }
}
