/// A row of a table whose cells are told apart, over one line or more.
struct GridRow: Sendable {
  /// The places of its lines.
  var lines: [Int]
  var cells: [GridCell]
  /// Whether nothing can follow: with strokes, a row that ends in one.
  var isClosed: Bool

  /// The places of the cells that say something themselves.
  var filled: [Int] { cells.indices.filter { cells[$0].isFilled } }

  /// The cell of a column; a blank one where the row is shorter.
  func cell(_ column: Int) -> GridCell { cells.indices.contains(column) ? cells[column] : .empty }
}

/// Puts rows together whose cells stand between strokes: a row may go on over several lines.
struct PipedRows {
  let columnCount: Int
  let beginsWithNumber: Bool
  /// The columns whose lines part two names.
  private let columnsOfUnits: [Bool]
  private(set) var open: GridRow?

  init(_ header: TableHeader) {
    self.columnCount = header.columns.count
    self.beginsWithNumber = header.columns.first?.kind == .number
    self.columnsOfUnits = header.columns.map(\.isUnits)
  }

  /// Takes the cells of a line; gives the row that is thereby complete.
  mutating func add(_ line: DocumentLine, at place: Int) -> GridRow? {
    let isClosed = line.text.hasSuffix("|")
    let isNew = line.text.scalar(0) == "|" || isWhole(before: line.cells)
    guard !isNew, var row = open, let first = line.cells.first else {
      let done = open
      open = GridRow(lines: [place], cells: line.cells, isClosed: isClosed)
      return done
    }
    join(first.text, to: &row)
    row.cells += line.cells.dropFirst()
    row.lines.append(place)
    row.isClosed = isClosed
    open = row
    return nil
  }

  /// Whether no row is open that needs more cells.
  var isWhole: Bool { open.map { $0.isClosed || $0.cells.count >= columnCount } ?? true }

  /// Takes a line without strokes into the last cell of an open row; says no where there is none.
  mutating func goOn(_ text: FoldedText, at place: Int) -> Bool {
    guard var row = open, !row.isClosed, !row.cells.isEmpty else { return false }
    join(text, to: &row)
    row.lines.append(place)
    open = row
    return true
  }

  /// The last row.
  mutating func close() -> GridRow? {
    defer { open = nil }
    return open
  }

  /// Says whether the open row needs nothing more, so that cells after it begin another one.
  private func isWhole(before cells: [GridCell]) -> Bool {
    guard let open, !open.isClosed, open.cells.count < columnCount else { return true }
    return beginsWithNumber && cells.count > 1
      && cells.first.flatMap { Numbering.rowNumber($0.text) } != nil
  }

  private func join(_ text: FoldedText, to row: inout GridRow) {
    let last = row.cells.count - 1
    let before = row.cells[last].text
    let whole = before.isEmpty ? text : before.joined(text, by: "\n")
    let isOfUnits = columnsOfUnits.indices.contains(last) && columnsOfUnits[last]
    row.cells[last].text = isOfUnits ? whole : whole.unbroken
  }
}
