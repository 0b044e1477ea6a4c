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
  /// The rows that lack cells of those above.
  private var reaching = 0
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
    let width = self.width
    let kinds = self.kinds.isEmpty ? Array(repeating: .other, count: width) : self.kinds
    let placing = CellPlacing(kinds: kinds, looks: Array(looks.prefix(width)))
    for row in table.body where row.length > 0 {
      if row.isSingle {
        append([GridCell(row.cells[0].text)], at: row)
      } else {
        place(row, by: placing)
      }
    }
    if reaching > 0 {
      remarks.append(
        .init(line: start, text: ImportMessages.cellsReachDown(reaching), isDoubt: false))
    }
  }

  /// Sets the cells of a row in their columns, those that reach down from above filled in; cells that
  /// may stand in several are left out and said.
  private mutating func place(_ row: StrokedTable.Row, by placing: CellPlacing) {
    let texts = Array(row.texts.dropLast(row.padding))
    let isTotal = row.isTotal || CellPlacing.isSection(texts)
    switch placing.settle(texts, isTotal: isTotal) {
    case .exact:
      append(texts.map { GridCell($0) }, at: row)
      if !isTotal { above = texts.map { GridCell($0) } }
    case .placed(let placement, let texts):
      let cells = cells(placement, texts, isTotal: isTotal)
      let open = zip(texts, placement.columns).filter { $0.1 == nil }.map(\.0.unbroken.string)
      append(cells, at: row)
      if !open.isEmpty {
        remarks.append(
          .init(
            line: start + lines.count - 1, text: ImportMessages.cellsOfSeveralHeadings(open),
            isDoubt: true))
      } else if cells.contains(where: { $0.merge == .fromAbove }) {
        reaching += 1
      }
      if !isTotal { above = cells }
    case .none:
      append(texts.map { GridCell($0) }, at: row)
      lines[lines.count - 1].isUnplaced = true
    }
  }

  private func cells(
    _ placement: CellPlacing.Placement, _ texts: [FoldedText], isTotal: Bool
  ) -> [GridCell] {
    var cells = Array(repeating: GridCell.empty, count: width)
    for column in placement.missing
    where !isTotal && above.indices.contains(column)
      && !(kinds.indices.contains(column) && kinds[column] == .number)
    {
      cells[column] = GridCell(above[column].text, merge: .fromAbove)
    }
    for (text, column) in zip(texts, placement.columns) {
      if let column { cells[column] = GridCell(text) }
    }
    return cells
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
    // A blank cell that a stroke of its own ends is one; the last row of a text may be cut off.
    let short = samples.count { $0.cells.count - $0.padding < paths.count }
    if longest < paths.count, short * 5 > samples.count {
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
    var grids = 0
    for region in regions {
      found += lines[place..<region.lines.lowerBound]
      if let tables = region.tables(map) {
        for table in tables {
          var rows = StrokedRows(table, grid: grids, from: found.count, map: map)
          rows.set()
          found += rows.lines
          remarks += rows.remarks
          grids += 1
        }
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
