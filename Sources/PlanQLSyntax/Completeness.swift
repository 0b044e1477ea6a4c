public import PlanQLData

/// Whether input is finished, for shells that ask for another line.
public enum Completeness: Sendable, Hashable {
  case complete
  /// More input may finish it; says what is open.
  case incomplete(open: LocalizedText)
  /// No more input can mend it.
  case invalid
}

extension Parser {
  /// Says whether a source is finished: no bracket or text is open, and nothing is owed after an
  /// operator or `|`.
  package static func completeness(
    of source: String, limits: ParseLimits = .standard, continuing: Bool = true
  ) -> Completeness {
    let result = parse(source, limits: limits, continuing: continuing)
    if !result.hasErrors { return .complete }
    return result.openAtEnd.map { .incomplete(open: $0) } ?? .invalid
  }
}
