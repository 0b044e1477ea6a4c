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
