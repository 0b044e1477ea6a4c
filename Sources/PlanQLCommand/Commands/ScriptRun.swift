import PlanQL
import PlanQLData
import PlanQLReports
import PlanQLSyntax

/// Runs scripts over a plan for `query`, `run` and standard input, and writes what they give.
struct ScriptRun {
  let plan: Plan
  let parameters: RunOptions
  let output: OutputOptions

  /// Runs the scripts; ends with the status of the first that failed, and then writes nothing to a
  /// file.
  func run(_ sources: [SourceFile]) throws {
    let format = try output.chosenFormat()
    let day = try parameters.day()
    var documents: [ReportDocument] = []
    var status = ExitStatus.success
    for source in sources {
      do {
        documents.append(try document(of: source, asOf: day))
      } catch let error as PlanQLError {
        source.report(error)
        status = ExitStatus(error)
      }
    }
    if output.output == nil || status == .success {
      try output.write(documents, as: format)
    }
    if status == .success, documents.contains(where: { $0.checks.held < $0.checks.count }) {
      status = .failure
    }
    if status != .success { throw CommandFailure.said(status) }
  }

  private func document(of source: SourceFile, asOf day: Day?) throws -> ReportDocument {
    let report = try plan.using(source.files).report(source.query())
    source.report(report.warnings)
    let values = try ParameterReader(catalog: plan.catalog)
      .values(parameters.parameters, for: report.parameters)
    return try report.run(values, asOf: day, language: output.language)
  }
}

extension ExitStatus {
  /// The status of a command whose script failed.
  init(_ error: PlanQLError) {
    switch error.kind {
    case .limit: self = .limit
    case .source, .data: self = .failure
    case .parameter: self = .usage
    }
  }
}

extension SourceFile {
  /// The script as the library takes it. Throws what is wrong with bytes that are no text.
  func query() throws -> QuerySource {
    if let text = String(validating: bytes, as: UTF8.self) { return QuerySource(text) }
    throw PlanQLError(diagnostics: Parser.parse(bytes).diagnostics)
  }

  /// Everything that is to be said of the script over a plan.
  func check(over plan: Plan) -> [Diagnostic] {
    do {
      return try plan.using(files).check(query())
    } catch let error as PlanQLError {
      return error.diagnostics
    } catch {
      return []
    }
  }

  /// Shows why the script failed.
  func report(_ error: PlanQLError) {
    guard error.diagnostics.isEmpty else { return report(error.diagnostics) }
    Terminal.error.write("planql: " + error.message.spoken + "\n")
  }

  /// Shows diagnostics with their places on standard error.
  func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let placed = written.map { part in diagnostics.map { $0.moved(part.place) } }
    Terminal.error.write(renderer().text(placed ?? diagnostics))
  }

  /// What shows diagnostics over this script.
  func renderer() -> DiagnosticRenderer {
    DiagnosticRenderer(
      bytes: written?.bytes ?? bytes, file: name, language: MessageLanguage.current,
      coloring: Terminal.error.hasColor ? .ansi : .plain, width: Terminal.error.width ?? 96)
  }
}
