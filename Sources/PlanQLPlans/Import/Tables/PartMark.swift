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

extension TableHeader {
  /// The header with parts of a year that have nothing but numbers, and so no steps, under their own
  /// names.
  func withNumbersOfStages(in lines: some Collection<DocumentLine>) -> TableHeader {
    var header = self
    for place in columns.indices {
      guard case .stage = columns[place].kind, columns[place].mapped == nil else { continue }
      let cells = lines.lazy.filter { $0.cells.indices.contains(place) }.map {
        $0.cells[place].text
      }
      .filter { !$0.isEmpty && !isNoneMark($0) }
      guard !cells.isEmpty, cells.allSatisfy({ CellLook($0) == .number }) else { continue }
      header.columns[place].kind = .other
    }
    return header
  }

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
