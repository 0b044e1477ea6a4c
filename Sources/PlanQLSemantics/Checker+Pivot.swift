import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// A cross-table whose columns are found while it runs.
struct CrossDraft {
  /// The rows before it, and how it was written: what `total` computes once more.
  let source: Replay
  let pivot: Pivot
  let span: SourceSpan
  /// What runs across, and the value of a cell.
  let across: RowField
  let value: RowField
  let otherwise: Value
  /// Which rows are kept, in the order of the stages that said so.
  var slices: [TableQuery.CrossTable.Slice] = []
  /// Columns behind those that are found.
  var rowColumns: [TableQuery.CrossTable.RowColumn] = []
  /// A row for each column, with the value of all rows.
  let columns: TableQuery
  var hasTotals = false
}

extension Checker {
  /// Resolves `pivot sum(amount) by lead across year [in values]`: with values that are known a column each, else cells
  /// whose columns are found while the query runs.
  mutating func checkPivot(
    _ pivot: Pivot, by keys: [Item], without missing: [Name] = [], _ rows: Rows, span: SourceSpan
  ) -> Rows? {
    var rows = rows
    let (across, display, name) = inRow(&rows) { checker in
      let (scalar, display) = checker.value(
        of: checker.checkExpression(pivot.across.value), span: pivot.across.value.span)
      let label = pivot.across.label.map { Name($0.text) }
      return (scalar, display, label ?? checker.columnName(pivot.across.value))
    }
    if across.type.isInvalid { return nil }
    guard !across.type.isList else {
      report(
        .listAsKey(text(pivot.across.value.span), title(across.type.element)),
        at: pivot.across.value.span)
      return nil
    }
    if let written = pivot.columns {
      guard let values = checkColumns(written, of: across) else { return nil }
      return crossTable(pivot, by: keys, missing, rows, across, values, display, span: span)
    }
    if let values = across.type.allValues {
      let all = across.isOptional ? values + [.missing] : values
      return crossTable(pivot, by: keys, missing, rows, across, all, display, span: span)
    }
    return foundCrossTable(
      pivot, by: keys, rows, RowField(name: name, value: across, display: display), span: span)
  }

  /// The values that become columns, each known before the query runs; nil, and reported, where one is not.
  private mutating func checkColumns(_ written: Expression, of across: Scalar) -> [Value]? {
    guard let list = checkValues(written, of: across, grain: grain(of: across)) else { return nil }
    guard case .list(let elements) = list.kind else {
      report(.pivotColumnsAreUnknown, at: written.span)
      return nil
    }
    var values: [Value] = []
    for element in elements {
      guard case .literal(let value) = element.kind else {
        report(.pivotColumnsAreUnknown, at: element.span)
        return nil
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  /// A cross-table with known columns: an aggregate of the rows with each value.
  private mutating func crossTable(
    _ pivot: Pivot, by keys: [Item], _ missing: [Name], _ input: Rows, _ across: Scalar,
    _ values: [Value], _ display: Display, span: SourceSpan
  ) -> Rows? {
    var rows = input
    guard let (definitions, fields) = checkGroupKeys(keys, &rows) else { return nil }
    let id = newColumn()
    rows.step = Step(.extend(rows.step, [.init(id, across)]), span: across.span)
    let column = Scalar(
      .column(id), type: across.type, isOptional: across.isOptional, span: across.span)
    var builder = GroupBuilder(keys: fields, input: rows.scope)
    builder.output.missingKeys = missing
    // The item sees the keys; the columns of other values are no names in it.
    var cells: [RowField] = []
    for value in values {
      let header = header(of: value, across.type, display)
      guard isNew(header, among: fields + cells, at: pivot.across.span),
        let field = checkCell(
          pivot.value.value, named: header, where: test(column, is: value), &builder)
      else { return nil }
      cells.append(field)
    }
    let any = values.map { test(column, is: $0) }.reduce(nil as Scalar?) { all, next in
      all.map { Scalar(.or($0, next), type: .bool, isOptional: false, span: next.span) } ?? next
    }
    // Where a key has its name there is no column of totals.
    let isFree = !(fields + cells).contains { $0.name.matches(Checker.totalName.en) }
    let total = (isFree ? any : nil).flatMap {
      checkCell(pivot.value.value, named: Checker.totalName, where: $0, &builder)
    }
    builder.output.fields += cells
    warnOfRepeats(builder.aggregates, of: rows, by: definitions.map(\.value))
    let sources = groupedSources(rows, &builder)
    rows = builder.rows(from: rows, keys: definitions, span: span)
    rows.sources = sources
    rows.crossTotal = total
    return rows
  }

  /// The value of the cells of a column: the item over the rows of a group that pass a test.
  private mutating func checkCell(
    _ written: Expression, named name: Name, where test: Scalar, _ builder: inout GroupBuilder
  ) -> RowField? {
    let start = builder.aggregates.count
    guard let field = checkGroupItem(written, name: name, at: written.span, &builder) else {
      return nil
    }
    for place in start..<builder.aggregates.count {
      builder.aggregates[place] = builder.aggregates[place].filtered(by: test)
    }
    return field
  }

  private mutating func test(_ column: Scalar, is value: Value) -> Scalar {
    let known = Scalar(.isKnown(column), type: .bool, isOptional: false, span: column.span)
    if value.isMissing { return negated(known, span: column.span) }
    let typed = call(
      "equal", [column, literal(value, column.type, column.span)], span: column.span)
    if case .scalar(let scalar, _) = typed { return scalar }
    return invalid(column.span)
  }

  /// What a column is called for its value.
  private func header(of value: Value, _ type: DataType, _ display: Display) -> Name {
    func text(_ language: Language) -> String {
      CellText(
        type: type, display: display, language: language, moneyUnit: catalog.moneyUnit,
        titles: EntityTitles(catalog)
      ).header(value)
    }
    return Name(text(.en), text(.zh))
  }

  /// A cross-table whose columns are found while it runs: a row for each cell.
  private mutating func foundCrossTable(
    _ pivot: Pivot, by keys: [Item], _ input: Rows, _ across: RowField, span: SourceSpan
  ) -> Rows? {
    guard let cells = cells(pivot, by: keys + [pivot.across], input, span: span),
      let value = cells.scope.fields.last,
      let column = cells.scope.fields.dropLast().last,
      let columns = attempt({ $0.cells(pivot, by: [pivot.across], input, span: span) }) ?? nil
    else { return nil }
    var rows = cells
    rows.scope.fields.removeLast(2)
    let name = pivot.value.label.map { Name($0.text) } ?? columnName(pivot.value.value)
    let cell = RowField(name: name, value: value.value, display: value.display)
    rows.cross = CrossDraft(
      source: Replay(input: input, stages: []), pivot: pivot, span: span, across: column,
      value: cell,
      otherwise: value.value.baseColumn.flatMap { cells.groups?.ofNothing[$0] } ?? .missing,
      columns: query(columns))
    rows.leaveGroups()
    return rows
  }

  /// The value of a cross-table's cells by some of its keys, behind the keys.
  private mutating func cells(
    _ pivot: Pivot, by keys: [Item], _ input: Rows, span: SourceSpan
  ) -> Rows? {
    var rows = input
    guard let (definitions, fields) = checkGroupKeys(keys, &rows) else { return nil }
    var builder = GroupBuilder(keys: fields, input: rows.scope)
    let value = pivot.value.value
    guard let field = checkGroupItem(value, name: Name("·"), at: value.span, &builder) else {
      return nil
    }
    builder.output.fields.append(field)
    warnOfRepeats(builder.aggregates, of: rows, by: definitions.map(\.value))
    return builder.rows(from: rows, keys: definitions, span: span)
  }

  /// The rows behind each row of a cross-table.
  private mutating func sources(_ cross: CrossDraft) -> Rows? {
    guard let rows = checkSummarize([], cross.pivot.keys, cross.source.input, span: cross.span)
    else { return nil }
    return withSources(rows, span: cross.span)
  }

  /// Resolves a stage after a cross-table whose columns are not known.
  mutating func checkAfterCross(_ stage: Stage, _ rows: Rows, _ cross: CrossDraft) -> Rows? {
    var rows = rows
    switch stage.kind {
    case .sort(let keys):
      guard var sorted = checkSort(keys, rows, span: stage.span) else { return nil }
      sorted.cross = cross
      return sorted
    case .take(let count, let keys) where keys.isEmpty:
      guard let take = checkCountIfValid(count) else { return nil }
      rows.cross?.slices.append(.init(skip: nil, take: take))
      return rows
    case .skip(let count, let keys) where keys.isEmpty:
      guard let skip = checkCountIfValid(count) else { return nil }
      rows.cross?.slices.append(.init(skip: skip, take: nil))
      return rows
    case .label(let labels): return checkLabels(labels, rows)
    case .total:
      rows.cross = totalled(cross)
      return rows
    case .cite:
      guard let cited = attempt({ $0.sources(cross) }) ?? nil else {
        report(.nothingToCite, at: stage.span)
        return nil
      }
      rows.cross?.rowColumns.append(
        .init(name: Checker.citeName, values: query(cited), total: nil))
      return rows
    case .invalid: return nil
    case .filter, .select, .extend, .drop, .summarize, .distinct, .expand, .spread, .join, .append,
      .pivot, .fill, .take, .skip:
      report(.columnsAreFound(text(stage.keyword)), at: stage.keyword)
      return nil
    }
  }
  /// The cross-table with a row and a column of totals.
  private mutating func totalled(_ cross: CrossDraft) -> CrossDraft {
    var cross = cross
    let (pivot, input, span) = (cross.pivot, cross.source.input, cross.span)
    cross.hasTotals = true
    let all = attempt { $0.cells(pivot, by: [], input, span: span) } ?? nil
    if let byRow = attempt({ $0.cells(pivot, by: pivot.keys, input, span: span) }) ?? nil {
      cross.rowColumns.append(
        .init(name: Checker.totalName, values: query(byRow), total: all.map(query)))
    }
    return cross
  }

  /// What the column of totals of a cross-table is called.
  static let totalName = Name("total", "合计")

  /// A number of rows, where it is one.
  private mutating func checkCountIfValid(_ count: Expression) -> Scalar? {
    let scalar = checkCount(count)
    return scalar.type.isInvalid ? nil : scalar
  }

  /// A finished cross-table whose columns are found.
  func crossQuery(_ rows: Rows, _ cross: CrossDraft) -> TableQuery {
    let keys = outputColumns(rows.scope)
    let cells = [cross.across, cross.value].map { field in
      OutputColumn(
        name: field.name.en, caption: field.caption, value: field.value, display: field.display)
    }
    return TableQuery(
      step: rows.step, columns: keys + cells, footer: nil,
      cross: .init(
        keyCount: keys.count, otherwise: cross.otherwise, slices: cross.slices,
        rowColumns: cross.rowColumns, across: cross.columns, hasTotals: cross.hasTotals))
  }
}

extension DataType {
  /// All values in order, where they are few and known; nil otherwise.
  fileprivate var allValues: [Value]? {
    switch self {
    case .bool: [.bool(false), .bool(true)]
    case .enumeration(let enumeration): enumeration.cases.indices.map { .enumeration($0) }
    case .int, .number, .money, .text, .date, .period, .duration, .entity, .list, .missing,
      .invalid:
      nil
    }
  }
}

extension Step.AggregateDefinition {
  /// The same aggregate of the rows that also fulfil a condition, which is looked at first.
  fileprivate func filtered(by test: Scalar) -> Step.AggregateDefinition {
    let condition =
      aggregate.condition.map {
        Scalar(.and(test, $0), type: .bool, isOptional: false, span: $0.span)
      } ?? test
    return .init(
      id,
      Aggregate(
        aggregate.function, aggregate.argument, parameter: aggregate.parameter,
        condition: condition, distinct: aggregate.distinct, sort: aggregate.sort,
        within: aggregate.within, type: aggregate.type, isOptional: aggregate.isOptional,
        span: aggregate.span))
  }
}
