import PlanQLAlgebra
public import PlanQLData
public import PlanQLReports

/// A compiled source with one result.
public struct Query: Sendable {
  /// A column that the result has.
  public struct ColumnInfo: Sendable, Hashable {
    /// The label as written, or the English field name.
    public let name: String
    public let type: DataType
    public let isOptional: Bool
  }

  let report: Report
  public let columns: [ColumnInfo]

  init(_ report: Report) throws {
    guard report.script.parts.count == 1, let part = report.script.parts.first else {
      throw PlanQLError(
        .source,
        LocalizedText(
          en: "a query has one result, this source has \(report.script.parts.count) parts",
          zh: "查询只应有一个结果，这段源码有 \(report.script.parts.count) 个部分"))
    }
    self.report = report
    switch part {
    case .table(_, let query):
      // The columns of a cross-table that are found while it runs are not known here.
      let known = query.columns.prefix(query.cross?.keyCount ?? query.columns.count)
      self.columns = known.map { ColumnInfo($0) }
    case .value(let column): self.columns = [ColumnInfo(column)]
    case .title, .text, .check, .chart, .loop, .condition:
      throw PlanQLError(
        .source,
        LocalizedText(en: "a query gives a table or a value", zh: "查询应给出表格或值"))
    }
  }

  public var parameters: [ParameterInfo] { report.parameters }

  /// Runs the query. Throws `PlanQLError` or `CancellationError`.
  public func run(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, limits: Limits = .standard,
    cancellation: Cancellation = Cancellation()
  ) throws -> Result {
    Result(
      document: try report.run(
        parameters, asOf: asOf, limits: limits, cancellation: cancellation))
  }

  /// Runs the query on another thread; cancelling the task ends the run.
  @concurrent
  public func run(
    _ parameters: [String: Value] = [:], asOf: Day? = nil, limits: Limits = .standard,
    cancellation: Cancellation = Cancellation()
  ) async throws -> Result {
    Result(
      document: try await report.run(
        parameters, asOf: asOf, limits: limits, cancellation: cancellation))
  }
}

extension Query.ColumnInfo {
  init(_ column: OutputColumn) {
    self.init(name: column.name, type: column.value.type, isOptional: column.value.isOptional)
  }
}

/// What a query gave: a columnar table.
public struct Result: Sendable {
  let document: ReportDocument

  /// The columns with their values.
  public var table: Table {
    document.soleTable ?? Table(columns: [], count: 0, titles: EntityTitles(.empty))
  }

  public var count: Int { table.count }

  /// The column of a name; nil when there is none.
  public func column(_ name: String) -> ResultColumn? {
    table.columns.first { $0.name == name }
  }

  /// The result as text in a format.
  public func render(as format: OutputFormat, options: RenderOptions = RenderOptions()) -> String {
    format.render(document, options: options)
  }
}
