import PlanQLData

/// The record that a plan is in a table of its own.
enum PlanRecord {
  /// The column that holds what no field does, as the text of a `plan.yaml`.
  private static let settings = Name("settings", "设置")

  /// What the record says, as the root of a `plan.yaml` does: each cell is an entry, and the column of settings holds
  /// more of them.
  static func root(of records: RecordTable, file: String, log: inout IssueLog) -> TreeNode {
    var entries: [TreeNode.Entry] = []
    for column in records.headings.indices where records.rowCount == 1 {
      let cell = records.locations(ofRows: [0], column: column)[0]
      let place = TreePlace(line: cell.line ?? 1, column: 1)
      if settings.matches(records.headings[column]) {
        entries += declared(cell.text, file: "\(file).\(records.headings[column])", log: &log)
      } else if !cell.text.isEmpty {
        entries.append(
          TreeNode.Entry(
            key: records.headings[column], place: place,
            value: TreeNode(content: .scalar(cell.text), place: place)))
      }
    }
    var known: Set<String> = []
    for entry in entries where !known.insert(entry.key).inserted {
      log.add(.repeatedKey(entry.key), file: file, line: entry.place.line)
    }
    return TreeNode(mapping: entries, place: .start)
  }

  private static func declared(
    _ text: String, file: String, log: inout IssueLog
  ) -> [TreeNode.Entry] {
    guard let content = TreeContent.read(Array(text.utf8), as: file, .yaml, log: &log) else {
      return []
    }
    guard let entries = content.rest?.mapping, content.tables.isEmpty else {
      log.add(.wantsMapping(file), file: file)
      return []
    }
    return entries
  }
}
