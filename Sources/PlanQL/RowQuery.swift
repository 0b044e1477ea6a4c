public import PlanQLData

/// A compiled query whose rows decode as a Swift type, which was proved when it was compiled.
public struct RowQuery<Row: Decodable & Sendable>: Sendable {
  public let query: Query

  init(_ query: Query) throws {
    self.query = query
    try RowProof(query.columns, query.report.plan.catalog).check(Row.self)
  }

  /// Runs the query and decodes its rows. Throws `PlanQLError` or `CancellationError`.
  public func rows(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, limits: Limits = .standard,
    cancellation: Cancellation = Cancellation()
  ) throws -> [Row] {
    try query.run(parameters, asOf: asOf, limits: limits, cancellation: cancellation)
      .rows(as: Row.self)
  }

  /// Runs the query on another thread and decodes its rows.
  @concurrent
  public func rows(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, limits: Limits = .standard,
    cancellation: Cancellation = Cancellation()
  ) async throws -> [Row] {
    try await query.run(parameters, asOf: asOf, limits: limits, cancellation: cancellation)
      .rows(as: Row.self)
  }
}

extension Result {
  /// Decodes every row. Money becomes `Money`, a date `Day`, a period `Period`, a link the title of its row, a value
  /// of an enumeration its English name, a missing value nil. Throws `DecodingError`.
  public func rows<Row: Decodable>(as row: Row.Type) throws -> [Row] {
    let table = table
    let source = RowSource(table)
    return try (0..<table.count).map { try Row(from: RowDecoder(source: source, row: $0)) }
  }
}
