import PlanQLData

/// Headings that stand below the name of a group.
extension GridHeader {
  /// Whether a row can be nothing but headings below the names of groups in the row above it: 开工 and 竣工 below
  /// 进度安排. All others of it reach down from there or are blank.
  func stands(_ next: Int, belowGroupsOf row: Int) -> Bool {
    let cells = lines[next].cells
    let above = lines[row].cells
    guard above.count >= 3, cells.count <= above.count, let first = above.first, !first.isEmpty
    else { return false }
    if above.contains(where: { $0.merge == .fromLeft }) {
      let reachesDown = cells.contains { $0.merge == .fromAbove }
      return reach(cells, belowMerged: above) && (reachesDown || hasRow(below: next))
    }
    return fill(cells, blanksOf: above) && hasRow(below: next)
  }

  private func reach(_ cells: [GridCell], belowMerged above: [GridCell]) -> Bool {
    let below = cells.indices.filter { cells[$0].merge != .fromAbove && !cells[$0].isEmpty }
    let groups = above.indices.filter { above[$0].merge == .fromLeft }
    guard groups.allSatisfy({ below.contains($0) }) else { return false }
    return below.count >= 2 && below.count < above.count
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
