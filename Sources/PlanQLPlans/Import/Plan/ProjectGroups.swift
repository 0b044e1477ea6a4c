import PlanQLData

/// The rows of a table that has several for a project, project by project.
struct ProjectGroups {
  /// The rows of one project, by their places in the table.
  struct Group {
    let name: String
    var rows: [Int]
  }

  /// What rows of one project have in common.
  private struct Key: Hashable {
    let name: String
    let section: Int?
  }

  private(set) var all: [Group] = []
  let table: DocumentTable
  /// The rows of the table.
  let rows: [DocumentRow]

  /// Puts rows of the same name and section together; nil where no column names the project.
  init?(_ table: DocumentTable) {
    guard let name = table.header.place(of: .name) else { return nil }
    self.table = table
    self.rows = Array(table.rows)
    var groups: [Key: Int] = [:]
    for (place, row) in rows.enumerated() {
      let text = row.cells[name].text.unbroken
      let key = Key(name: text.compact, section: row.section)
      if let group = groups[key] {
        all[group].rows.append(place)
      } else {
        groups[key] = all.count
        all.append(Group(name: text.string, rows: [place]))
      }
    }
  }

  /// The cells that are the project's, by column: those that its rows do not fill differently. Nil
  /// for those of its steps.
  func sharedCells(of group: Group, withDue: Bool) -> [GridCell?] {
    table.header.columns.indices.map { column in
      switch table.header.columns[column].kind {
      case .due where withDue: break
      case .milestone, .due, .doneOn: return nil
      case .name: return GridCell(group.name)
      case _: break
      }
      if column == table.header.stepColumn { return nil }
      let cells = group.rows.map { rows[$0].cells[column] }
      let filled = cells.filter { !$0.isEmpty }
      let texts = Set(filled.map { $0.text.unbroken.compact })
      if table.header.columns[column].isMoney { return filled.first ?? .empty }
      if table.header.columns[column].isUnits { return units(of: filled) }
      if isOfRows(column) {
        let isSame = cells.count > 1 && filled.count == cells.count && texts.count == 1
        return isSame ? filled[0] : nil
      }
      let isShared =
        texts.count == 1 && (isMerged(group) ? !cells[0].isEmpty : filled.count == cells.count)
      return filled.isEmpty ? .empty : isShared ? filled[0] : nil
    }
  }

  /// The table with one row for each project, whose amounts count once.
  var tableOfProjects: DocumentTable {
    var table = self.table
    table.replaceRows(by: all.map { rows[$0.rows[0]] })
    return table
  }

  /// The rows of a project.
  func rows(of group: Group) -> [DocumentRow] { group.rows.map { rows[$0] } }

  /// The section that the rows of a project stand in.
  func section(of group: Group) -> Int? { rows[group.rows[0]].section }

  /// Whether a column says something of its row where a project has several, unless all say the same.
  private func isOfRows(_ column: Int) -> Bool {
    let kinds: [ColumnKind] = [.status, .note, .progressText, .problem, .other]
    return all.count < rows.count && kinds.contains(table.header.columns[column].kind)
  }

  /// Whether the rows of a project name it once, so that blank cells below say what the first does.
  private func isMerged(_ group: Group) -> Bool {
    guard let name = table.header.place(of: .name) else { return false }
    return group.rows.dropFirst().allSatisfy { rows[$0].cells[name].merge == .fromAbove }
  }

  /// All units that the rows of a project name.
  private func units(of cells: [GridCell]) -> GridCell {
    var seen: Set<String> = []
    let texts = cells.filter {
      !isNoneMark($0.text) && seen.insert($0.text.unbroken.compact).inserted
    }
    .map(\.text)
    guard let first = texts.first else { return .empty }
    return GridCell(texts.dropFirst().reduce(first) { $0.joined($1, by: ";") })
  }

  /// Whether the rows of a project fill a column differently, so that each is told beside its step.
  func isVaried(_ column: Int, in group: Group) -> Bool {
    let texts = group.rows.map { rows[$0].cells[column].text.unbroken.compact }
    return Set(texts.filter { !$0.isEmpty }).count > 1
  }
}
