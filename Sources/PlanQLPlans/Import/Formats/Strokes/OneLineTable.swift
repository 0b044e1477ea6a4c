import PlanQLData

/// A table with strokes whose rows stand on one line, a blank cell between each two:
/// `| 序号 | 项目名称 | 投资 |  | 1 | 甲 | 500 |  | 2 | …`.
enum OneLineTable {
  /// The fewest rows, with that of the headings.
  private static let fewestRows = 3

  /// Lines with each such line as one for each of its rows.
  static func parted(_ lines: [DocumentLine], map: HeadingMap) -> [DocumentLine] {
    guard lines.contains(where: { rows(of: $0, map: map) != nil }) else { return lines }
    return lines.flatMap { line -> [DocumentLine] in
      guard let rows = rows(of: line, map: map) else { return [line] }
      return rows.map { cells in
        DocumentLine("| " + cells.map(\.string).joined(separator: " | ") + " |", at: line.place)
      }
    }
  }

  private static func rows(of line: DocumentLine, map: HeadingMap) -> [[FoldedText]]? {
    guard line.shape == .piped, line.cells.count >= 12 else { return nil }
    let cells = line.cells.map(\.text)
    guard let width = cells.firstIndex(where: \.isEmpty), width >= 3 else { return nil }
    let starts = stride(from: 0, to: cells.count, by: width + 1)
    let rows = starts.map { Array(cells[$0..<Swift.min($0 + width, cells.count)]) }
    let areParted = starts.allSatisfy { start in
      !cells.indices.contains(start + width) || cells[start + width].isEmpty
    }
    let known = rows[0].count { map.known($0) != nil }
    guard areParted, rows.count >= fewestRows, known >= 2, known * 2 >= width,
      rows.dropFirst().allSatisfy({ row in row.contains { map.known($0) == nil && !$0.isEmpty } })
    else { return nil }
    return rows
  }
}
