import PlanQLData

extension DiagnosticRenderer {
  /// Renders diagnostics as a JSON array, one element a line.
  public func json(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + json($0) }.joined(separator: ",\n") + "\n]\n"
  }

  /// Renders a diagnostic as a JSON object on one line.
  ///
  /// Offsets are bytes from 0, the end excluded; lines and columns count from 1, columns in
  /// characters.
  public func json(_ diagnostic: Diagnostic) -> String {
    if let used = diagnostic.file { return renderer(over: used).json(diagnostic.inOwnFile) }
    let shown = lines.shown(diagnostic.span)
    let (line, column) = lines.position(of: shown.start)
    let (endLine, endColumn) = lines.position(of: shown.end)
    return JSONText.object([
      ("code", JSONText.string(diagnostic.code)),
      ("severity", JSONText.string(diagnostic.severity.rawValue)),
      ("message", JSONText.string(diagnostic.message[language])),
      ("help", diagnostic.help.map { JSONText.string($0[language]) } ?? "null"),
      ("file", JSONText.string(file)),
      ("start", String(diagnostic.span.start)),
      ("end", String(diagnostic.span.end)),
      ("line", String(line)),
      ("column", String(column)),
      ("end_line", String(endLine)),
      ("end_column", String(endColumn)),
      ("labels", JSONText.array(diagnostic.labels.map { json($0) })),
      ("fix", diagnostic.fix.map { json($0) } ?? "null"),
    ])
  }

  private func json(_ label: Diagnostic.Label) -> String {
    let (line, column) = lines.position(of: label.span.start)
    return JSONText.object([
      ("start", String(label.span.start)),
      ("end", String(label.span.end)),
      ("line", String(line)),
      ("column", String(column)),
      ("message", JSONText.string(label.text[language])),
    ])
  }

  private func json(_ fix: Diagnostic.Fix) -> String {
    JSONText.object([
      ("start", String(fix.span.start)),
      ("end", String(fix.span.end)),
      ("replacement", JSONText.string(fix.replacement)),
    ])
  }
}
