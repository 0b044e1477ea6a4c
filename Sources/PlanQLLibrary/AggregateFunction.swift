package import PlanQLData

/// A function of many rows: one record from which checking, help and the reference follow; the engine runs each kind.
package struct AggregateFunction: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case count, sum, avg, min, max, first, last, list, any, all, none
    case median, percentile, stddev
    /// Of rows in an order, in a window only.
    case rank, denseRank, rowNumber, ntile, previous, next
  }

  /// What an aggregate is made of.
  package enum Meaning: Sendable, Hashable {
    /// What the engine runs.
    case kind(Kind)
    /// A value by the sum of all: the checker writes it so.
    case share
    /// A sum of products by the sum of the weights: the checker writes it so.
    case weighted
  }

  package let meaning: Meaning
  package let name: Name
  package let doc: LocalizedText
  /// The parameters in words, for help and messages.
  package let signature: LocalizedText
  /// The type of the result for the types of the arguments; nil where they do not fit. `count` takes none or one,
  /// `any`, `all` and `none` take a condition or nothing, those that number rows none.
  package let result: @Sendable ([DataType]) -> DataType?
  /// Whether the result of no rows, or of missing values only, is missing.
  package let isMissingOfNothing: Bool
  package let examples: [FunctionExample]
  /// A pipeline over the standard tables, in both spellings, for those that only a window has.
  package let pipeline: LocalizedText?
}

extension AggregateFunction {
  /// What the engine runs; nil for those that are written as others.
  package var kind: Kind? {
    if case .kind(let kind) = meaning { kind } else { nil }
  }

  /// Whether it gives each row of a stage a value by the rows around it, and nothing for a group.
  package var isWindowOnly: Bool {
    switch meaning {
    case .kind(let kind): kind.isWindowOnly
    case .share: true
    case .weighted: false
    }
  }
}

extension AggregateFunction.Kind {
  /// Whether it gives each row of a stage a value by the rows around it, and nothing for a group.
  package var isWindowOnly: Bool {
    switch self {
    case .rank, .denseRank, .rowNumber, .ntile, .previous, .next: true
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .median,
      .percentile, .stddev:
      false
    }
  }

  /// Whether it numbers rows by sort keys and takes no value.
  package var isNumbering: Bool {
    switch self {
    case .rank, .denseRank, .rowNumber, .ntile: true
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .median,
      .percentile, .stddev, .previous, .next:
      false
    }
  }
}
