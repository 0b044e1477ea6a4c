import PlanQLData
import PlanQLSemantics
import PlanQLSyntax

extension CheckResult {
  /// What is wrong, where a text was taken for a number or a date with the cells that keep its column from being one.
  func diagnostics(over catalog: Catalog) -> [Diagnostic] {
    let misfits = Dictionary(
      catalog.tables.flatMap(\.definition.fields).compactMap { field in
        field.misfits.map { (field.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    guard !misfits.isEmpty else { return diagnostics }
    let text = catalog.title(of: .text)
    // A path ends in the name of its field.
    let fields = Dictionary(
      names.map { ($0.key.end, $0.value.name) }, uniquingKeysWith: { first, _ in first })
    return diagnostics.map { diagnostic in
      let found = diagnostic.labels.lazy.filter { $0.text == text }.compactMap { label in
        fields[label.span.end].flatMap { misfits[$0] }
      }
      return found.first.map { diagnostic.advising($0) } ?? diagnostic
    }
  }
}
