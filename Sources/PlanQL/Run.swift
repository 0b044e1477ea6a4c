import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLReports
import PlanQLSemantics
import PlanQLSyntax

/// One run of a report: an engine with its parameters, from the parts of the script to the parts of a document.
struct Run {
  private let report: Report
  private let engine: Engine
  private let titles: EntityTitles

  init(
    _ report: Report, parameters: [String: Value], asOf: Day?, language: Language,
    limits: Limits, cancellation: Cancellation
  ) throws {
    let catalog = report.plan.catalog
    self.report = report
    let titles = EntityTitles(catalog)
    self.titles = titles
    let context = RunContext(
      catalog: catalog, parameters: try ParameterBinding(report).values(parameters),
      asOf: asOf ?? catalog.asOf,
      limits: ExecutionLimits(
        maxRows: limits.rows, maxBytes: limits.bytes,
        deadline: limits.duration.map { ContinuousClock.now + $0 }),
      threads: limits.threads, cancellation: { cancellation.isCancelled },
      textOf: { value, type, display in
        CellText(
          type: type, display: display, language: language, moneyUnit: catalog.moneyUnit,
          titles: titles
        ).phrase(value)
      })
    self.engine = Engine(script: report.script, context: context)
  }

  /// Computes parts: one each, but for those that hold others.
  func parts(_ parts: [TypedScript.Part]) throws -> [ReportPart] {
    do {
      return try computed(parts)
    } catch let failure as RunFailure {
      throw error(failure)
    }
  }

  private func computed(_ parts: [TypedScript.Part]) throws -> [ReportPart] {
    try parts.flatMap { try computed($0) }
  }

  private func computed(_ part: TypedScript.Part) throws -> [ReportPart] {
    switch part {
    case .title(let scalar): return [.title(try text(scalar))]
    case .text(let scalar): return [.text(try text(scalar))]
    case .table(let caption, let query):
      return [.table(caption: try caption.map { try text($0) }, try table(query))]
    case .chart(let kind, let columns, let caption, let query):
      let chart = Chart(kind, try table(query), columns)
      return [.chart(caption: try caption.map { try text($0) }, chart)]
    case .value(let column): return [.table(caption: nil, try table(column))]
    case .check(let label, let condition, let offending):
      let holds = try engine.value(condition) == .bool(true)
      let rows = try holds ? nil : offending.map { try table($0) }
      return [.check(label: try text(label), holds: holds, rows: rows)]
    case .loop(let query, let slots, let own, let body):
      return try repeated(body, query, slots, own)
    case .condition(let condition, let then, let otherwise):
      return try computed(try engine.value(condition) == .bool(true) ? then : otherwise)
    }
  }

  /// Computes the parts of a body for each row of a query.
  private func repeated(
    _ body: [TypedScript.Part], _ query: TableQuery, _ slots: [Int], _ own: Range<Int>
  ) throws -> [ReportPart] {
    let rows = try engine.table(query)
    var made: [ReportPart] = []
    for row in 0..<rows.count {
      let values = zip(slots, rows.columns).map { (slot: $0, value: $1.value(row)) }
      try engine.begin(turn: values, forgetting: own, at: query.step.span)
      made += try computed(body)
    }
    return made
  }

  private func text(_ scalar: Scalar) throws -> String {
    if case .text(let text) = try engine.value(scalar) { return text }
    return ""
  }

  private func table(_ query: TableQuery) throws -> Table {
    guard let cross = query.cross else { return try plainTable(query) }
    let slices = try cross.slices.map { slice in
      (skip: try slice.skip.flatMap(count) ?? 0, take: try slice.take.flatMap(count))
    }
    let tabulation = CrossTabulation(
      query, cross, cells: try plainTable(query), moneyUnit: report.plan.catalog.moneyUnit)
    return try tabulation.table(slices: slices) { try plainTable($0) }
  }

  /// A number of rows, not less than none; nil where it is missing.
  private func count(_ scalar: Scalar) throws -> Int? {
    if case .int(let count) = try engine.value(scalar) { return Int(max(count, 0)) }
    return nil
  }

  private func plainTable(_ query: TableQuery) throws -> Table {
    let result = try engine.table(query)
    let columns = try zip(query.columns, result.columns).map { column, values in
      let title = try column.title.map { try text($0) }
      return ResultColumn(
        name: column.name, caption: title.map { LocalizedText($0) } ?? column.caption,
        type: column.value.type,
        isOptional: column.value.isOptional, display: column.display, values: values)
    }
    return Table(
      columns: columns, count: result.count, footer: result.footer, notes: result.notes,
      titles: titles)
  }

  /// A single value is a table of one row.
  private func table(_ column: OutputColumn) throws -> Table {
    try table(
      TableQuery(step: Step(.one, span: column.value.span), columns: [column], footer: nil))
  }

  private func error(_ failure: RunFailure) -> any Error {
    let message = failure.message
    let diagnostic = report.sources.placed(Diagnostic(message, at: failure.span))
    switch failure.kind {
    case .cancelled: return CancellationError()
    case .computation: return PlanQLError(.data, message.text, diagnostics: [diagnostic])
    case .limit: return PlanQLError(.limit, message.text, diagnostics: [diagnostic])
    case .missingAsOf, .missingParameter:
      return PlanQLError(.parameter, message.text, diagnostics: [diagnostic])
    }
  }
}
