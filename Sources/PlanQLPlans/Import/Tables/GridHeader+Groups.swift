import PlanQLData

/// Headings that stand below the name of a group.
extension GridHeader {
  /// Whether a row can be nothing but headings below the names of groups in the row above it: 开工 and 竣工 below
  /// 进度安排. Where cells are merged, all others of it reach down from there; where none is, it fills the blank ones
  /// behind those names, and no others.
  func stands(_ next: Int, belowGroupsOf row: Int) -> Bool {
    let cells = lines[next].cells
    let above = lines[row].cells
    guard above.count >= 3, cells.count <= above.count, let first = above.first, !first.isEmpty
    else { return false }
    return above.contains { $0.merge == .fromLeft }
      ? reach(cells, belowMerged: above) : fill(cells, blanksOf: above) && hasRow(below: next)
  }

  private func reach(_ cells: [GridCell], belowMerged above: [GridCell]) -> Bool {
    guard cells.count == above.count else { return false }
    let below = cells.indices.filter { cells[$0].merge != .fromAbove }
    return below.count >= 2 && below.count < cells.count
      && below.allSatisfy { place in
        let isNamed =
          above[place].merge == .fromLeft
          || above.indices.contains(place + 1) && above[place + 1].merge == .fromLeft
        return isNamed && cells[place].isFilled && GridHeader.mayHead(cells[place])
      }
  }

  private func fill(_ cells: [GridCell], blanksOf above: [GridCell]) -> Bool {
    above.indices.allSatisfy { place in
      let isNamed =
        above[place].isEmpty
        || above.indices.contains(place + 1) && above[place + 1].isEmpty
      guard cells.indices.contains(place) else { return !isNamed }
      let cell = cells[place]
      return isNamed ? cell.isFilled && GridHeader.mayHead(cell) : cell.isEmpty
    } && above.contains(where: \.isEmpty)
  }

  /// Whether a row that begins as rows of a table do stands below a line.
  private func hasRow(below place: Int) -> Bool {
    next(after: [place]).flatMap { lines[$0].cells.first?.isFilled } ?? false
  }
}
