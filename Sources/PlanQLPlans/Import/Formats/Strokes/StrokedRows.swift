import PlanQLData

/// Puts the cells of a table that strokes end into their columns.
struct StrokedRows {
  private let table: StrokedTable
  private let map: HeadingMap
  private var looks: [CellLook]
  /// The kinds of the columns, as far as their headings are known.
  private var kinds: [ColumnKind] = []
  private(set) var lines: [DocumentLine] = []
  private(set) var remarks: [SourceDocument.Remark] = []
  /// The cells of the row above, for those that reach down from it.
  private var above: [GridCell] = []
  private let grid: Int
  /// The place of the first line among those of the document.
  private let start: Int

  /// Prepares to set the rows of a table as those of a grid.
  init(_ table: StrokedTable, grid: Int, from start: Int, map: HeadingMap) {
    self.table = table
    self.map = map
    self.looks = table.looks
    self.grid = grid
    self.start = start
  }

  /// Sets all rows.
  mutating func set() {
    setHeadings()
    var uncertain = 0
    var reaching = 0
    for row in table.body {
      if row.length == 0 { continue }
      if row.isSingle {
        append([GridCell(row.cells[0].text)], at: row)
        continue
      }
      let (cells, isCertain) = placed(row)
      if !isCertain {
        uncertain += 1
      } else if cells.contains(where: { $0.merge == .fromAbove }) {
        reaching += 1
      }
      append(cells, at: row)
      above = cells
    }
    if reaching > 0 {
      remarks.append(
        .init(line: start, text: ImportMessages.cellsReachDown(reaching), isDoubt: false))
    }
    if uncertain > 0 {
      remarks.append(
        .init(line: start, text: ImportMessages.cellsMayStandElsewhere(uncertain), isDoubt: true))
    }
  }

  private mutating func append(_ cells: [GridCell], at row: StrokedTable.Row) {
    guard let first = row.cells.first(where: { !$0.text.isEmpty }) ?? row.cells.first else {
      return
    }
    lines.append(DocumentLine(row: cells, of: grid, at: first.place))
  }

  /// Sets what stands above the rows: lines of one cell as text, and the headings.
  private mutating func setHeadings() {
    let rows = table.rows[..<table.firstBodyRow]
    var heads: [StrokedTable.Row] = []
    for row in rows where row.length > 0 {
      if row.isSingle, heads.isEmpty {
        lines.append(DocumentLine(row.cells[0].text.unbroken.string, at: row.cells[0].place))
      } else {
        heads.append(row)
      }
    }
    let texts = heads.map { row in row.texts.filter { !$0.isEmpty } }
    let samples = table.body.filter { $0.length > 1 && !$0.isTotal }
    let longest = samples.map(\.length).max() ?? 0
    var headings = StrokedHeadings(
      rows: texts,
      samples: samples.filter { $0.length == longest }.prefix(3).map {
        Array($0.texts.prefix(longest))
      },
      width: table.width, map: map)
    guard let (paths, isOnly) = headings.paths() else {
      for row in heads { append(row.texts.map { GridCell($0) }, at: row) }
      return
    }
    if !isOnly {
      let title = texts.joined().map(\.unbroken.string).joined(separator: " ")
      remarks.append(
        .init(line: start, text: ImportMessages.headingsAboveUncertain(title), isDoubt: true))
    }
    kinds = paths.map { DocumentColumn(path: $0, map: map).kind }
    if longest < paths.count {
      // No row has all its cells, so that only the headings tell how a column looks.
      looks = zip(paths, kinds).map { CellLook(below: $0, of: $1) }
    }
    guard isOnly else {
      // Headings that stand above an unknown number of others are left out of all of them.
      append(paths.map { GridCell($0[$0.count - 1]) }, at: heads[heads.count - 1])
      return
    }
    for (level, row) in heads.enumerated() {
      let cells = paths.indices.map { column in
        let path = paths[column]
        guard level < path.count else {
          return GridCell(path[path.count - 1], merge: .fromAbove)
        }
        let isSame =
          column > 0 && paths[column - 1].count > level
          && level + 1 < path.count && paths[column - 1].prefix(level + 1) == path.prefix(level + 1)
        return GridCell(path[level], merge: isSame ? .fromLeft : .none)
      }
      append(cells, at: row)
    }
  }

  /// The cells of a row in their columns, those that reach down from above filled in; and whether
  /// only one way to do so fits best.
  private func placed(_ row: StrokedTable.Row) -> (cells: [GridCell], isCertain: Bool) {
    let texts = Array(row.texts.prefix(row.length))
    let plain = texts.map { GridCell($0) }
    guard texts.count < width else { return (plain, true) }
    let isTotal = row.isTotal
    // What a row totals are no days.
    let looks = looks.prefix(width).map { isTotal && $0 == .date ? CellLook.text : $0 }
    guard let best = CellAlignment(texts, below: looks, kinds: kinds) else {
      return (plain, true)
    }
    var columns = best.columns
    if isTotal, TotalLine.label(texts[0].unbroken) != nil { columns[0] = 0 }
    let end = (columns.last ?? 0) + 1
    var cells = (0..<end).map { column -> GridCell in
      guard !isTotal, above.indices.contains(column), !above[column].isEmpty else { return .empty }
      return GridCell(above[column].text, merge: .fromAbove)
    }
    for (cell, column) in zip(plain, columns) { cells[column] = cell }
    return (cells, best.isOnly || isTotal)
  }

  /// The number of columns: those of the headings, or those that the longest row fills.
  private var width: Int { kinds.isEmpty ? table.body.map(\.length).max() ?? 0 : kinds.count }
}

extension StrokedCells {
  /// The lines of a document with the cells that strokes end as rows of tables, and what there is to
  /// say of them; nil where it has none.
  static func tables(
    in lines: [DocumentLine], map: HeadingMap
  ) -> (lines: [DocumentLine], remarks: [SourceDocument.Remark])? {
    let regions = all(in: lines, map: map)
    guard !regions.isEmpty else { return nil }
    var found: [DocumentLine] = []
    var remarks: [SourceDocument.Remark] = []
    var place = 0
    for (number, region) in regions.enumerated() {
      found += lines[place..<region.lines.lowerBound]
      if let table = StrokedTable(region.cells, map: map) {
        var rows = StrokedRows(table, grid: number, from: found.count, map: map)
        rows.set()
        found += rows.lines
        remarks += rows.remarks
      } else {
        found += region.cells.filter { !$0.endsRow }.map {
          DocumentLine(cell: $0.text, at: $0.place)
        }
      }
      place = region.lines.upperBound
    }
    return (found + lines[place...], remarks)
  }
}
