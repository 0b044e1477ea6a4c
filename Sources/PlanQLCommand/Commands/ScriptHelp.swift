import PlanQL
import PlanQLData
import PlanQLSyntax

/// What a saved script says of itself, and what its caller may set.
struct ScriptHelp {
  let source: SourceFile
  let plan: Plan
  let language: Language

  /// The comments above the script, then a line for each parameter.
  func text() throws -> String {
    let report = try plan.report(source.query())
    let script = Parser.parse(source.bytes).script
    let about = comments(above: script).map { $0 + "\n" }.joined()
    let rows = report.parameters.map { row(of: $0, in: script) }
    guard !rows.isEmpty else { return about + CommandText.scriptHasNoParameters[language] }
    let width = rows.map(\.usage.displayWidth).max() ?? 0
    return (about.isEmpty ? "" : about + "\n")
      + rows.map { "  " + $0.usage.padded(toDisplayWidth: width + 2) + $0.doc + "\n" }.joined()
  }

  /// The lines of comment that the script begins with, without its header.
  private func comments(above script: Script) -> [String] {
    let start = script.statements.first?.span.start ?? source.bytes.count
    return script.comments.filter { $0.standsAlone && $0.span.end <= start }
      .map { String($0.text.drop { $0 == "#" || $0 == " " }) }
      .filter { !$0.isEmpty && !$0.hasPrefix("!") && !$0.hasPrefix("planql ") }
  }

  private func row(
    of parameter: ParameterInfo, in script: Script
  ) -> (usage: String, doc: String) {
    let reader = ParameterReader(catalog: plan.catalog)
    let type = plan.catalog.title(of: parameter.type)
    let fallback = script.statements.lazy.compactMap { statement -> String? in
      guard case .parameter(let declared) = statement.kind, declared.name.text == parameter.name
      else { return nil }
      return declared.defaultValue.map { source.text(of: $0.span) }
    }.first
    let readable = fallback.flatMap { reader.value($0, as: parameter.type) == nil ? nil : $0 }
    let sample = readable ?? (reader.sample(parameter.type) ?? CommandText.anyValue)[language]
    return (
      "--param \(parameter.name)=\(sample)",
      CommandText.parameter(type, fallback: fallback)[language]
    )
  }
}
