/// What the lines beside a table say of its marks: 注:★为牵头单位,▲为配合单位.
struct PartLegend {
  private var roles: [Unicode.Scalar: UnitRole] = [:]

  /// Reads the lines that explain marks.
  init(_ lines: some Sequence<DocumentLine>) {
    for line in lines
    where line.text.count <= 120 && line.text.contains(anyWord: ["牵头", "主办", "主责"]) {
      add(line.text)
    }
  }

  private mutating func add(_ text: FoldedText) {
    for (place, mark) in text.scalars.enumerated()
    where "★●▲◎■◆☆○△□◇〇√✓✔*".unicodeScalars.contains(mark) {
      let rest = text.dropFirst(place + 1).trimmed {
        "为表示代指是:=- ".unicodeScalars.contains($0)
      }
      if ["牵头", "主办", "主责"].contains(where: { rest.hasPrefix($0) }) {
        roles[mark] = .lead
      } else if ["配合", "协办", "协同", "协助", "参与", "参加"].contains(where: { rest.hasPrefix($0) }) {
        roles[mark] = .support
      }
    }
  }

  /// The role that a mark says; the usual one where nothing explains it.
  func role(of cell: FoldedText) -> UnitRole? {
    let mark = cell.compact.unicodeScalars
    return mark.count == 1
      ? mark.first.flatMap { roles[$0] } ?? PartMark.role(of: cell)
      : PartMark.role(of: cell)
  }
}
