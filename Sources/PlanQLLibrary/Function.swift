package import PlanQLData

/// A function of the language: one record from which checking, running, help, completion and the reference follow.
package struct Function: Sendable {
  package let name: Name
  package let category: FunctionCategory
  /// One sentence in each language.
  package let doc: LocalizedText
  package let overloads: [Overload]
  /// Expressions over literals with what they give, run as tests.
  package let examples: [FunctionExample]
}

/// What a function is about, for the reference.
package enum FunctionCategory: String, Sendable, Hashable, CaseIterable {
  case comparison, arithmetic, text, time, list, plan
}

/// `expression` gives `result`, both written in PlanQL.
package struct FunctionExample: Sendable, Hashable {
  package let expression: String
  package let result: String

  package init(_ expression: String, is result: String) {
    self.expression = expression
    self.result = result
  }
}

/// One way to call a function.
package struct Overload: Sendable {
  /// The parameters in words, for help and messages: `text, text`.
  package let signature: LocalizedText
  /// Matches the types of the arguments: nil where they do not fit, else what each argument has to be converted to
  /// and the type of the result.
  package let match: @Sendable ([DataType]) -> OverloadMatch?
  /// When the result may be missing although no argument is.
  package let mayAddMissing: Bool
  /// Whether the result is known whatever is missing (`equal`, `is_known`).
  package let isAlwaysKnown: Bool
  package let kernel: Kernel
}

/// How arguments fit an overload.
package struct OverloadMatch: Sendable {
  package let parameters: [DataType]
  package let result: DataType
}

/// Computes a function over a batch of `count` rows. The arguments have the types of the match's parameters. Fails
/// with the first row, counted in the batch, that is known and cannot be computed.
package typealias Kernel =
  @Sendable (
    _ arguments: [Vector], _ types: [DataType], _ count: Int
  ) throws(KernelFailure) -> Vector

/// What went wrong in a kernel, and in which row of the batch.
package struct KernelFailure: Error, Sendable, Hashable {
  package let failure: ComputationFailure
  package let row: Int

  package init(_ failure: ComputationFailure, row: Int) {
    self.failure = failure
    self.row = row
  }
}

/// What can go wrong while a value is computed.
package enum ComputationFailure: Sendable, Hashable {
  /// A whole number or an amount of money left 64 bits.
  case overflow(DataType)
  /// A number became infinite.
  case notFinite
  /// A date left the years 1 to 9999.
  case outsideCalendar
}

/// A call of a function after its overload was chosen.
package struct ResolvedFunction: Sendable {
  package let function: Function
  package let overload: Overload
  package let match: OverloadMatch
}

extension Function {
  /// Chooses the first overload that takes the types.
  package func resolve(_ arguments: [DataType]) -> ResolvedFunction? {
    for overload in overloads {
      if let match = overload.match(arguments) {
        return ResolvedFunction(function: self, overload: overload, match: match)
      }
    }
    return nil
  }
}
