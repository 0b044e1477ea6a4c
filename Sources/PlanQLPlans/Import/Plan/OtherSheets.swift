/// The projects of a workbook's earlier sheets, for a sheet that says them again: 总表 beside a sheet
/// a unit.
struct OtherSheets {
  /// How a row stands to those of other sheets.
  enum Repetition {
    /// The same row stands there.
    case same
    /// One of the same name, with other amounts.
    case other
  }

  private var rows: [String: [(row: DocumentRow, header: TableHeader)]] = [:]

  /// Collects the rows of earlier sheets; nil where most rows of the table are not among them.
  init?(of table: DocumentTable, _ tables: [DocumentTable], _ lines: DocumentLines) {
    guard tables.count > 1, TableSubject(table) == .projects,
      case .sheet = lines.place(table.headerLine).part,
      let name = table.header.place(of: .name)
    else { return nil }
    let part = lines.place(table.headerLine).part
    for other in tables where other.headerLine < table.headerLine {
      guard TableSubject(other) == .projects, lines.place(other.headerLine).part != part,
        let column = other.header.place(of: .name)
      else { continue }
      for row in other.rows {
        rows[row.cells[column].text.unbroken.compact, default: []].append((row, other.header))
      }
    }
    let known = table.rows.count { rows[$0.cells[name].text.unbroken.compact] != nil }
    guard known * 2 > table.rows.count else { return nil }
  }

  /// How a row stands to those of other sheets; nil where none has its name.
  func has(_ row: DocumentRow, _ table: DocumentTable) -> Repetition? {
    guard let name = table.header.place(of: .name),
      let others = rows[row.cells[name].text.unbroken.compact]
    else { return nil }
    return others.contains { isSame(row, table.header, $0.row, $0.header) } ? .same : .other
  }

  /// Whether the cells under the same headings say the same, numbers of rows aside.
  private func isSame(
    _ row: DocumentRow, _ header: TableHeader, _ other: DocumentRow, _ otherHeader: TableHeader
  ) -> Bool {
    for (place, column) in header.columns.enumerated() where column.kind != .number {
      guard !row.cells[place].isEmpty,
        let twin = otherHeader.columns.firstIndex(where: { $0.heading == column.heading })
      else { continue }
      if row.cells[place].text.unbroken.compact != other.cells[twin].text.unbroken.compact {
        return false
      }
    }
    return true
  }
}
