/// A mark for the part that a unit has in a task, in a table with a column a unit.
enum PartMark {
  /// The role that a mark says; nil where it only says that the unit has a part.
  static func role(of cell: FoldedText) -> UnitRole? {
    let mark = cell.compact
    if ["★", "●", "▲", "◎", "■", "◆", "主", "牵头", "主办", "主责", "负责"].contains(mark) { return .lead }
    if ["☆", "○", "△", "□", "◇", "〇", "协", "配合", "协办", "参与", "协助"].contains(mark) {
      return .support
    }
    return nil
  }

  /// Whether a cell is a mark, of a role or only of taking part.
  static func isMark(_ cell: FoldedText) -> Bool {
    role(of: cell) != nil || ["√", "✓", "✔", "∨", "v", "*", "※", "是", "有"].contains(cell.compact)
  }
}

extension TableHeader {
  /// The header with columns that units head as those of their parts only where the cells below are
  /// marks; others hold what they say.
  func withUnits(markedIn lines: some Collection<DocumentLine>) -> TableHeader {
    let places = columns.indices.filter { columns[$0].isUnits && columns[$0].isUnitName }
    guard !places.isEmpty else { return self }
    var header = self
    for place in places where columns[place].mapped == nil {
      let cells = lines.lazy.filter { $0.cells.indices.contains(place) }.map {
        $0.cells[place].text
      }
      .filter { !$0.isEmpty && !isNoneMark($0) }
      let marks = cells.count(where: PartMark.isMark)
      if marks * 5 < cells.count * 4 { header.columns[place].kind = .other }
    }
    return header
  }
}
