import PlanQLData

/// What `plan.yaml` says of a view: which part of the plan those see who are given it.
package struct ViewSettings: Sendable {
  package let name: String
  /// The tables that are seen; nil for all.
  package var tables: [String]?
  /// Tables, and fields as `table.field`, that are not seen.
  package var hidden: [String] = []
  /// The condition that rows of a table fulfil that are seen, as written.
  package var rows: [(table: String, condition: String)] = []
}

extension SettingsReader {
  mutating func readViews(_ section: TreeNode.Entry) {
    for entry in document.entries(of: section.value, in: section.key) {
      var view = ViewSettings(name: NameText.normalized(entry.key))
      let parts = document.entries(
        of: entry.value, in: entry.key, known: ["tables", "hide", "rows"])
      for part in parts {
        switch part.key {
        case "tables": view.tables = document.texts(part).map(NameText.normalized)
        case "hide": view.hidden = document.texts(part).map(NameText.normalized)
        case _:
          for row in document.entries(of: part.value, in: part.key) {
            guard let condition = document.text(row) else { continue }
            view.rows.append((NameText.normalized(row.key), condition))
          }
        }
      }
      settings.views.append(view)
    }
  }
}
