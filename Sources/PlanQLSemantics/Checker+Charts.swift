import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Pictures of tables.
extension Checker {
  /// Resolves `chart bar "caption": pipeline`.
  mutating func checkChart(
    _ kind: ChartKind, _ caption: Expression?, _ pipeline: Expression
  ) -> TypedScript.Part? {
    let title = caption.flatMap { checkText($0) }
    mayFindColumns = true
    let typed = checkExpression(pipeline)
    mayFindColumns = false
    guard let rows = table(typed, span: pipeline.span) else { return nil }
    if rows.footer != nil || rows.cross?.hasTotals == true {
      report(.chartWithTotals, at: pipeline.span)
      return nil
    }
    let query: TableQuery
    let columns: ChartColumns?
    if let cross = rows.cross {
      query = crossQuery(rows, cross)
      columns = chartColumns(kind, of: rows, cross, span: pipeline.span)
    } else {
      query = self.query(rows)
      columns = chartColumns(kind, of: rows, span: pipeline.span)
    }
    guard let columns else { return nil }
    return .chart(kind, columns, caption: title, query)
  }

  /// What the columns of a cross-table are drawn as that are found while it runs: no series are named here, all behind
  /// the keys are.
  private mutating func chartColumns(
    _ kind: ChartKind, of rows: Rows, _ cross: CrossDraft, span: SourceSpan
  ) -> ChartColumns? {
    let keys = rows.scope.leaves
    switch kind {
    case .gantt:
      report(.chartNeeds(kind), at: span)
      return nil
    case .bar, .line, .heat:
      guard !keys.isEmpty, kind == .heat || keys.count == 1 else {
        report(.chartNeeds(kind), at: span)
        return nil
      }
      guard isDrawn(cross.value, kind, span: span) else { return nil }
      return ChartColumns(labels: Array(keys.indices), series: [])
    }
  }

  /// What the columns of rows are drawn as; nil, and reported, where they are not what the kind needs.
  private mutating func chartColumns(
    _ kind: ChartKind, of rows: Rows, span: SourceSpan
  ) -> ChartColumns? {
    let fields = rows.scope.leaves
    let all = Array(fields.indices)
    var found: ChartColumns
    switch kind {
    case .bar, .line: found = ChartColumns(labels: [0], series: Array(all.dropFirst()))
    case .gantt:
      found = ChartColumns(
        labels: all.filter { !fields[$0].value.type.isTime },
        series: all.filter { fields[$0].value.type.isTime })
    case .heat:
      let labels = leadingLabels(fields, rows)
      found =
        labels == 2 && fields.count == 3
        ? ChartColumns(labels: [0], series: [2], across: 1)
        : ChartColumns(labels: Array(all.prefix(labels)), series: Array(all.dropFirst(labels)))
    }
    guard !fields.isEmpty, !found.labels.isEmpty, !found.series.isEmpty,
      kind != .heat || found.labels.count == 1
    else {
      report(.chartNeeds(kind), at: span)
      return nil
    }
    guard kind == .gantt || areDrawn(found.series.map { fields[$0] }, kind, span: span) else {
      return nil
    }
    return found
  }

  /// How many columns at the start say what a row is: the keys of groups, else those that are no numbers.
  private func leadingLabels(_ fields: [RowField], _ rows: Rows) -> Int {
    let keys = Set((rows.groups?.keys ?? []).compactMap(\.value.baseColumn))
    return fields.prefix { field in
      field.value.baseColumn.map { keys.contains($0) } == true || field.value.type.scale == nil
    }.count
  }

  /// Whether all columns are numbers on one scale.
  private mutating func areDrawn(
    _ series: [RowField], _ kind: ChartKind, span: SourceSpan
  ) -> Bool {
    for field in series where !isDrawn(field, kind, span: span) { return false }
    guard let first = series.first,
      let other = series.first(where: { $0.value.type.scale != first.value.type.scale })
    else { return true }
    report(
      .chartScales(title(first.value.type), title(other.value.type)), at: span,
      labels: [
        .init(first.value.span, title(first.value.type)),
        .init(other.value.span, title(other.value.type)),
      ])
    return false
  }

  private mutating func isDrawn(_ field: RowField, _ kind: ChartKind, span: SourceSpan) -> Bool {
    if field.value.type.scale != nil { return true }
    report(.chartOfNoNumbers(field.name, title(field.value.type), kind), at: span)
    return false
  }
}

/// What values have to share to be drawn beside one another.
private enum Scale: Equatable {
  case plain
  case money(Currency)
  case quantity(Dimension)
  case duration(DurationUnit)
}

extension DataType {
  /// The scale that values are drawn on; nil for those that are no numbers.
  fileprivate var scale: Scale? {
    switch self {
    case .int, .number(.none): .plain
    case .number(let dimension): .quantity(dimension)
    case .money(let currency): .money(currency)
    case .duration(let unit): .duration(unit)
    case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid: nil
    }
  }

  /// Whether values have a place on a time axis.
  fileprivate var isTime: Bool {
    switch self {
    case .date, .period: true
    case .bool, .int, .number, .money, .text, .duration, .enumeration, .entity, .list, .missing,
      .invalid:
      false
    }
  }
}
