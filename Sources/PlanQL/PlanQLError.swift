public import PlanQLData
public import PlanQLSyntax

/// Why a query could not be compiled or run. (A plan that cannot be loaded throws `PlanLoadError`, a cancelled run
/// `CancellationError`.)
public struct PlanQLError: Error, Sendable {
  public enum Kind: Sendable, Hashable {
    /// The source: see the diagnostics.
    case source
    /// A parameter that is missing, unknown or of another type.
    case parameter
    /// A limit of the run was reached.
    case limit
    /// The data: a sum past 64 bits, a date outside the calendar.
    case data
  }

  public let kind: Kind
  /// What is wrong, in one phrase in both languages.
  public let message: LocalizedText
  /// Everything that is wrong with the source; for a run that failed, the place in the source.
  public let diagnostics: [Diagnostic]

  package init(_ kind: Kind, _ message: LocalizedText, diagnostics: [Diagnostic] = []) {
    self.kind = kind
    self.message = message
    self.diagnostics = diagnostics
  }

  /// An error of a source, told by its first diagnostic.
  package init(diagnostics: [Diagnostic]) {
    let first = diagnostics.first { $0.severity == .error } ?? diagnostics.first
    self.init(.source, first?.message ?? LocalizedText(""), diagnostics: diagnostics)
  }
}

extension PlanQLError: CustomStringConvertible {
  public var description: String {
    diagnostics.isEmpty
      ? message.en
      : diagnostics.map { "\($0.code): \($0.message.en)" }.joined(separator: "\n")
  }
}
