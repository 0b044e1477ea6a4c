import PlanQLAlgebra
import PlanQLData
import PlanQLExecution
import PlanQLLibrary
import PlanQLSyntax
import Testing

/// Writes algebra by hand over a plan of one or more tables, each node with a span of its own.
final class AlgebraBuilder {
  let catalog: Catalog
  private var columnCount = 0
  private var spanCount = 0

  init(_ tables: [StoredTable], asOf: Day? = nil) {
    self.catalog = Catalog(tables: tables, asOf: asOf)
  }

  /// A table of columns by name.
  static func table(_ name: String, _ columns: KeyValuePairs<String, Column>) -> StoredTable {
    let fields = columns.map { Field(Name($0.key), $0.value.type) }
    return StoredTable(
      definition: TableDefinition(
        Name(name), rowName: Name(name), fields: fields, parentField: "parent"),
      columns: columns.map(\.value), count: columns.first?.value.count ?? 0)
  }

  func span() -> SourceSpan {
    spanCount += 1
    return SourceSpan(spanCount, spanCount + 1)
  }

  func id() -> ColumnID {
    columnCount += 1
    return ColumnID(columnCount)
  }

  func make(_ kind: Scalar.Kind, _ type: DataType) -> Scalar {
    Scalar(kind, type: type, isOptional: true, span: span())
  }

  func step(_ kind: Step.Kind) -> Step { Step(kind, span: span()) }

  func int(_ value: Int64) -> Scalar { make(.literal(.int(value)), .int) }
  func column(_ id: ColumnID, _ type: DataType) -> Scalar { make(.column(id), type) }

  func scan(_ table: Int = 0) -> (step: Step, row: ColumnID) {
    let row = id()
    return (step(.scan(table: table, row: row)), row)
  }

  /// A field of the row that a column holds.
  func field(_ name: String, _ row: ColumnID, table: Int = 0) throws -> Scalar {
    let definition = catalog.tables[table].definition
    let place = try #require(definition.field(named: name))
    let link = column(row, .entity(definition.name.en))
    return make(.field(table: table, field: place, of: link), definition.fields[place].type)
  }

  func call(_ name: String, _ arguments: Scalar...) throws -> Scalar {
    let function = try #require(
      Library.function(named: name)?.resolve(arguments.map(\.type)))
    return make(.call(function, arguments), function.match.result)
  }

  func aggregate(
    _ function: AggregateFunction.Kind, _ argument: Scalar? = nil, type: DataType? = nil,
    condition: Scalar? = nil, distinct: [Scalar] = [], sort: [SortTerm] = [],
    within: [Scalar] = []
  ) -> Aggregate {
    Aggregate(
      function, argument, condition: condition, distinct: distinct, sort: sort, within: within,
      type: type ?? argument?.type ?? .int, isOptional: true, span: span())
  }

  func query(_ step: Step, _ columns: [Scalar]) -> TableQuery {
    TableQuery(
      step: step,
      columns: columns.map {
        OutputColumn(name: "c", caption: LocalizedText("c"), value: $0, display: .plain)
      }, footer: nil)
  }

  func script(_ bindings: [ScriptBinding] = [], parameters: [ScriptParameter] = []) -> TypedScript {
    TypedScript(outputLanguage: nil, parameters: parameters, bindings: bindings, parts: [])
  }

  func context(
    threads: Int = 1, limits: ExecutionLimits = ExecutionLimits(), parameters: [Value?] = [],
    asOf: Day? = nil, cancellation: @escaping @Sendable () -> Bool = { false }
  ) -> RunContext {
    RunContext(
      catalog: catalog, parameters: parameters, asOf: asOf, limits: limits, threads: threads,
      cancellation: cancellation, textOf: { value, _, _ in OracleTests.text(value) })
  }

  /// The rows that a query gives.
  func rows(
    _ query: TableQuery, _ script: TypedScript? = nil, _ context: RunContext? = nil
  ) throws -> [[Value]] {
    let engine = Engine(script: script ?? self.script(), context: context ?? self.context())
    let table = try engine.table(query)
    return (0..<table.count).map { row in table.columns.map { $0.value(row) } }
  }

  /// How a run fails; nil when it does not.
  func failure(
    _ query: TableQuery, _ script: TypedScript? = nil, _ context: RunContext? = nil
  ) -> RunFailure? {
    do {
      let engine = Engine(script: script ?? self.script(), context: context ?? self.context())
      _ = try engine.table(query)
      return nil
    } catch {
      return error
    }
  }
}

extension Column {
  /// Whole numbers, nil for missing.
  static func ints(_ values: [Int64?]) -> Column {
    Column(type: .int, values: values.map { $0.map { .int($0) } ?? .missing })
  }

  /// Numbers, nil for missing.
  static func numbers(_ values: [Double?]) -> Column {
    Column(type: .number, values: values.map { $0.map { .number($0) } ?? .missing })
  }

  /// Texts, nil for missing.
  static func texts(_ values: [String?]) -> Column {
    Column(type: .text, values: values.map { $0.map { .text($0) } ?? .missing })
  }

  /// Amounts in 万元, nil for missing.
  static func money(_ values: [Int64?]) -> Column {
    Column(
      type: .money(.yuan),
      values: values.map { $0.map { .money(Money(minorUnits: $0 * 1_000_000)) } ?? .missing })
  }

  /// Links to rows of a table, nil for missing.
  static func links(_ table: String, _ rows: [Int?]) -> Column {
    Column(
      type: .entity(table), values: rows.map { $0.map { .entity(table, row: $0) } ?? .missing })
  }
}
