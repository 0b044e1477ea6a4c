package import PlanQLData

/// What a host gives to a run: the plan, the parameters, and how far the run may go.
package struct RunContext: Sendable {
  package let catalog: Catalog
  /// A value for each parameter of the script, nil where the caller gave none.
  package let parameters: [Value?]
  package let asOf: Day?
  package let limits: ExecutionLimits
  /// How many threads may work at once, the caller's among them.
  package let threads: Int
  /// The number of rows from which on work is divided among threads.
  package let parallelThreshold: Int
  /// How many rows are computed at one time: few enough for the processor's cache.
  package let batchRows: Int
  /// Says whether the caller wants the run to stop; asked once a batch.
  package let cancellation: @Sendable () -> Bool
  /// Writes a value for people, as it stands in a text with holes.
  package let textOf: @Sendable (Value, DataType, Display) -> String

  package init(
    catalog: Catalog, parameters: [Value?] = [], asOf: Day? = nil,
    limits: ExecutionLimits = ExecutionLimits(), threads: Int = 1,
    parallelThreshold: Int = 32_768, batchRows: Int = 8192,
    cancellation: @escaping @Sendable () -> Bool = { false },
    textOf: @escaping @Sendable (Value, DataType, Display) -> String
  ) {
    self.catalog = catalog
    self.parameters = parameters
    self.asOf = asOf
    self.limits = limits
    self.threads = threads
    self.parallelThreshold = parallelThreshold
    self.batchRows = max(batchRows, 1)
    self.cancellation = cancellation
    self.textOf = textOf
  }
}

/// How much a run may use; nil is no limit. Going past one fails, nothing is cut short silently.
package struct ExecutionLimits: Sendable {
  /// What was used up.
  package enum Kind: String, Sendable, Hashable {
    case rows, memory, time
  }

  /// The rows that results, sub-queries, `expand` and `spread` may build in a run, all together.
  package var maxRows: Int?
  /// The bytes that columns built on the way may take at one time.
  package var maxBytes: Int?
  package var deadline: ContinuousClock.Instant?

  package init(
    maxRows: Int? = nil, maxBytes: Int? = nil, deadline: ContinuousClock.Instant? = nil
  ) {
    self.maxRows = maxRows
    self.maxBytes = maxBytes
    self.deadline = deadline
  }
}
