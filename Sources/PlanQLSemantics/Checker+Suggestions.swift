import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What a name that means nothing may have been meant for.
extension Checker {
  /// Help for a name that is given elsewhere: in a body that has ended, or in a file that is not used here.
  func elsewhere(_ name: String) -> LocalizedText? {
    bodyNames.contains(name) ? .knownInBody(name) : fileHelp(name)
  }

  /// The candidates most like a text, in the spelling that is like it.
  func suggestion(_ text: String, _ names: [Name]) -> [String] {
    Suggestions.closest(
      to: text, among: names.flatMap { $0.en == $0.zh ? [$0.en] : [$0.en, $0.zh] })
  }

  /// The change that writes the candidate most like a name in its place.
  func fix(_ name: Identifier, _ candidates: [Name]) -> Diagnostic.Fix? {
    suggestion(name.text, candidates).first.map { Diagnostic.Fix(name.span, Printer.written($0)) }
  }

  /// The names that one of the fields of rows may be meant by: the field whose column has the name as its
  /// heading in files, else those that are like it, else names of the script, else fields with such
  /// a heading.
  func fieldSuggestion(_ text: String, in scope: RowScope, among candidates: [Name]) -> [String] {
    let known = scope.fields.flatMap { field in
      headings(of: field).map { (heading: $0, name: field.name) }
    }
    if let exact = known.first(where: { $0.heading == text }) {
      return [spelling(of: exact.name, like: text)]
    }
    let like = suggestion(text, candidates)
    if !like.isEmpty { return like }
    let own = suggestion(text, view.values.map { Name($0) })
    if !own.isEmpty { return own }
    let alike = Suggestions.closest(to: text, among: known.map(\.heading))
    return alike.compactMap { heading in
      known.first { $0.heading == heading }.map { spelling(of: $0.name, like: text) }
    }
  }

  /// The headings that the column of a field has in files, where the field is one of a table of the plan.
  private func headings(of field: RowField) -> [String] {
    guard case .field(let table, let place, _) = field.value.kind else { return [] }
    return catalog.tables[table].definition.fields[place].aliases
  }

  /// The spelling of a name in the script that a text is written in.
  func spelling(of name: Name, like text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? name.en : name.zh
  }
}
