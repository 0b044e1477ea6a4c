package import PlanQLAlgebra
public import PlanQLData
import PlanQLExecution
public import PlanQLReports
public import PlanQLSyntax

/// What a caller may set in a script.
public struct ParameterInfo: Sendable, Hashable {
  public let name: String
  public let type: DataType
  public let hasDefault: Bool
}

/// A compiled script: its parts in order. Immutable; one report runs from any thread, each run with its own
/// parameters. It belongs to the plan that it was compiled against.
public struct Report: Sendable {
  package let plan: Plan
  package let script: TypedScript
  /// The source with the files that it uses.
  let sources: SourceFiles
  /// Warnings and hints of the checker.
  public let warnings: [Diagnostic]

  /// The same report with its warnings moved or left out.
  func warning(_ change: (Diagnostic) -> Diagnostic?) -> Report {
    Report(
      plan: plan, script: script, sources: sources, warnings: warnings.compactMap(change))
  }

  /// The parameters that the caller may set, in order.
  public var parameters: [ParameterInfo] {
    script.parameters.map {
      ParameterInfo(name: $0.name, type: $0.type, hasDefault: $0.defaultValue != nil)
    }
  }

  /// Runs all parts. Throws `PlanQLError` or, when the task or the token is cancelled, `CancellationError`.
  ///
  /// - Parameters:
  ///   - parameters: values by name; a whole number may stand for a year, a text for a name or a period.
  ///   - asOf: the day that `plan.as_of` reads as; the plan's own when nil.
  ///   - language: the language of headings and words; the script's, else the plan's, when nil.
  public func run(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, language: Language? = nil,
    limits: Limits = .standard, cancellation: Cancellation = Cancellation()
  ) throws -> ReportDocument {
    let language = language ?? script.outputLanguage ?? plan.catalog.language
    let run = try Run(
      self, parameters: parameters, asOf: asOf, language: language, limits: limits,
      cancellation: cancellation)
    let parts = try run.parts(script.parts)
    return ReportDocument(parts, language: language, moneyUnit: plan.catalog.moneyUnit)
  }

  /// Runs all parts on another thread, so that the caller's task is not blocked; cancelling the task ends the run.
  @concurrent
  public func run(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, language: Language? = nil,
    limits: Limits = .standard, cancellation: Cancellation = Cancellation()
  ) async throws -> ReportDocument {
    try await withTaskCancellationHandler {
      try runBlocking(
        parameters, asOf: asOf, language: language, limits: limits, cancellation: cancellation)
    } onCancel: {
      cancellation.cancel()
    }
  }

  private func runBlocking(
    _ parameters: [String: Value], asOf: Day?, language: Language?, limits: Limits,
    cancellation: Cancellation
  ) throws -> ReportDocument {
    try run(
      parameters, asOf: asOf, language: language, limits: limits, cancellation: cancellation)
  }
}
