package import PlanQLData

/// A function of many rows: one record from which checking, help and the reference follow; the engine runs each kind.
package struct AggregateFunction: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case count, sum, avg, min, max, first, last, list, any, all, none
    case median, percentile, stddev
    /// Of rows in an order, in a window only.
    case rank, denseRank, rowNumber, previous, next
  }

  package let kind: Kind
  package let name: Name
  package let doc: LocalizedText
  /// The parameters in words, for help and messages.
  package let signature: LocalizedText
  /// The type of the result for the types of the arguments; nil where they do not fit. `count` takes none or one,
  /// `any`, `all` and `none` take a condition or nothing.
  package let result: @Sendable ([DataType]) -> DataType?
  /// Whether the result of no rows, or of missing values only, is missing.
  package let isMissingOfNothing: Bool
  package let examples: [FunctionExample]
}
