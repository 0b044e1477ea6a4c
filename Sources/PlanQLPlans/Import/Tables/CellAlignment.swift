import PlanQLData

/// Sets the cells of a row below columns of which some have none, so that they fit best.
struct CellAlignment: Sendable, Hashable {
  /// The column of each cell.
  let columns: [Int]
  /// How well they fit.
  let score: Int

  /// A cell's place in the search: how well it fits.
  private struct Step {
    var score = Int.min / 2
    var isReached = false
    var column = -1

    /// Of equal ways the one with its gap farthest to the left is kept.
    mutating func take(_ score: Int, _ column: Int) {
      guard score >= self.score else { return }
      self = Step(score: score, isReached: true, column: column)
    }
  }

  /// What is looked at of a cell, which takes long enough to do it once.
  struct Shape: Sendable, Hashable {
    let look: CellLook
    /// Whether it may be the number of a row: a small whole one.
    let isRowNumber: Bool

    init(_ cell: FoldedText) {
      look = CellLook(cell)
      isRowNumber = Numbering.rowNumber(cell) != nil
    }
  }

  /// Aligns cells with columns; nil where there are more cells than columns.
  init?(_ cells: [FoldedText], below columns: [CellLook], kinds: [ColumnKind] = []) {
    self.init(cells.map { Shape($0) }, below: columns, kinds: kinds)
  }

  /// Aligns cells with columns; nil where there are more cells than columns.
  init?(_ cells: [Shape], below columns: [CellLook], kinds: [ColumnKind] = []) {
    let looks = cells.map(\.look)
    guard !looks.isEmpty, looks.count <= columns.count else { return nil }
    var table = [[Step]](
      repeating: [Step](repeating: Step(), count: columns.count), count: looks.count)
    for (cell, look) in looks.enumerated() {
      for column in cell..<(columns.count - (looks.count - 1 - cell)) {
        let fit =
          CellAlignment.fit(look, columns[column])
          + CellAlignment.numberFit(
            cells[cell], kinds.indices.contains(column) ? kinds[column] : nil)
        if cell == 0 {
          // Cells that reach down over several rows are mostly the first ones.
          table[0][column].take(fit - (column > 0 ? 1 : 0), -1)
          continue
        }
        for before in (cell - 1)..<column {
          let gap = column - before > 1 ? 2 : 0
          let step = table[cell - 1][before]
          guard step.isReached else { continue }
          table[cell][column].take(step.score + fit - gap, before)
        }
      }
    }
    var end = Step()
    for column in (looks.count - 1)..<columns.count {
      let step = table[looks.count - 1][column]
      guard step.isReached else { continue }
      let rest = columns[(column + 1)...].contains { $0 != .blank } ? 1 : 0
      end.take(step.score - rest, column)
    }
    var places = [end.column]
    for cell in (1..<looks.count).reversed() {
      places.append(table[cell][places[places.count - 1]].column)
    }
    self.columns = places.reversed()
    self.score = end.score
  }

  /// How well cells fit the first columns, one each.
  static func score(_ cells: [FoldedText], below columns: [CellLook]) -> Int {
    let rest = columns.dropFirst(cells.count).contains { $0 != .blank } ? 1 : 0
    return zip(cells, columns).reduce(0) { $0 + fit(CellLook($1.0), $1.1) } - rest
  }

  private static func fit(_ cell: CellLook, _ column: CellLook) -> Int {
    if cell == .blank || column == .blank { return 0 }
    if cell == column { return cell == .text ? 1 : cell == .units ? 2 : 3 }
    if cell == .date, column == .number { return 0 }
    guard cell.isWords, column.isWords else { return -4 }
    return cell == .units ? 0 : -1
  }

  /// Numbers of rows are small whole ones.
  private static func numberFit(_ cell: Shape, _ kind: ColumnKind?) -> Int {
    kind == .number && cell.look == .number && !cell.isRowNumber ? -4 : 0
  }
}
