package import PlanQLData

extension AlgebraText {
  /// The `let`s of a script, under the numbers by which the steps name them, and its parts; bodies of `for` and `if`
  /// are indented.
  package static func text(of script: TypedScript, catalog: Catalog) -> String {
    let lets = script.bindings.enumerated().map { slot, binding in
      "let \(slot + 1)" + text(of: binding, catalog: catalog)
    }
    return (lets + texts(of: script.parts, catalog: catalog)).joined(separator: "\n")
  }

  private static func texts(of parts: [TypedScript.Part], catalog: Catalog) -> [String] {
    parts.map { text(of: $0, catalog: catalog) }
  }

  private static func text(of binding: ScriptBinding, catalog: Catalog) -> String {
    switch binding {
    case .value(let scalar): " = \(text(of: scalar, catalog: catalog))\n"
    case .rows(let step, _): "\n" + indented(text(of: step, catalog: catalog))
    case .loopVariable(let type): " = of each turn: \(type.title(.en))\n"
    }
  }

  private static func text(of part: TypedScript.Part, catalog: Catalog) -> String {
    switch part {
    case .title(let scalar): return "title " + text(of: scalar, catalog: catalog) + "\n"
    case .text(let scalar): return "text " + text(of: scalar, catalog: catalog) + "\n"
    case .value(let column): return text(of: column.value, catalog: catalog) + "\n"
    case .check(_, let condition, _):
      return "check " + text(of: condition, catalog: catalog) + "\n"
    case .table(_, let query), .chart(_, _, _, let query):
      return text(of: query, catalog: catalog)
    case .loop(let query, _, _, let parts):
      return "for each\n" + indented(text(of: query, catalog: catalog)) + "do\n"
        + body(parts, catalog)
    case .condition(let condition, let then, let otherwise):
      return "if " + text(of: condition, catalog: catalog) + "\n" + body(then, catalog)
        + (otherwise.isEmpty ? "" : "else\n" + body(otherwise, catalog))
    }
  }

  private static func body(_ parts: [TypedScript.Part], _ catalog: Catalog) -> String {
    indented(texts(of: parts, catalog: catalog).joined(separator: "\n"))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      ($0.isEmpty ? "" : "  " + $0) + "\n"
    }.joined()
  }
}
