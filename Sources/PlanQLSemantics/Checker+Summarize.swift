import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves `summarize items by keys`: keys first, then the items, each of which may use those before it.
  mutating func checkSummarize(
    _ items: [Item], _ keys: [Item], _ rows: Rows, span: SourceSpan
  ) -> Rows? {
    var rows = rows
    guard let (definitions, keyFields) = checkGroupKeys(keys, &rows) else { return nil }
    let input = rows.scope
    var output = RowScope(fields: keyFields, this: nil, reachesThis: false, title: input.title)
    var aggregates: [Step.AggregateDefinition] = []
    var computed: [(ColumnID, Scalar)] = []
    var failed = false
    for item in items {
      guard let field = checkGroupItem(item, output, input, &aggregates, &computed) else {
        failed = true
        continue
      }
      output.fields.append(field)
    }
    if failed { return nil }
    rows.step = Step(
      .aggregate(rows.step, keys: definitions, aggregates: aggregates), span: span)
    for (id, scalar) in computed {
      rows.step = Step(.extend(rows.step, [.init(id, scalar)]), span: scalar.span)
    }
    rows.scope = output
    return rows
  }

  private mutating func checkGroupKeys(_ keys: [Item], _ rows: inout Rows)
    -> ([Step.Definition], [RowField])?
  {
    var definitions: [Step.Definition] = []
    var fields: [RowField] = []
    for key in keys {
      let (scalar, display, name) = inRow(&rows) { checker in
        let (scalar, display) = checker.value(
          of: checker.checkExpression(key.value), span: key.value.span)
        return (scalar, display, key.label.map { Name($0.text) } ?? checker.columnName(key.value))
      }
      if scalar.type.isInvalid { return nil }
      if case .list(let element) = scalar.type {
        report(.listAsKey(text(key.value.span), title(element)), at: key.value.span)
        return nil
      }
      guard isNew(name, among: fields, at: key.label?.span ?? key.span) else { return nil }
      let id = newColumn()
      definitions.append(.init(id, scalar))
      let column = Scalar(
        .column(id), type: scalar.type, isOptional: scalar.isOptional, span: key.span)
      fields.append(RowField(name: name, value: column, display: display))
    }
    return (definitions, fields)
  }

  private mutating func isNew(_ name: Name, among fields: [RowField], at span: SourceSpan) -> Bool {
    guard fields.contains(where: { $0.name.en == name.en }) else { return true }
    report(.duplicateColumn(name.en), at: span)
    return false
  }

  private mutating func checkGroupItem(
    _ item: Item, _ output: RowScope, _ input: RowScope,
    _ aggregates: inout [Step.AggregateDefinition], _ computed: inout [(ColumnID, Scalar)]
  ) -> RowField? {
    frames.append(
      Frame(
        scope: output, mode: .group(input: input), level: (frames.last?.level ?? 0) + 1))
    let (scalar, display) = value(of: checkExpression(item.value), span: item.value.span)
    let name = item.label.map { Name($0.text) } ?? columnName(item.value)
    let frame = frames.removeLast()
    if scalar.type.isInvalid { return nil }
    guard isNew(name, among: output.fields, at: item.label?.span ?? item.span) else { return nil }
    aggregates += frame.aggregates
    if scalar.baseColumn != nil {
      return RowField(name: name, value: scalar, display: display)
    }
    let id = newColumn()
    computed.append((id, scalar))
    let column = Scalar(
      .column(id), type: scalar.type, isOptional: scalar.isOptional, span: item.span)
    return RowField(name: name, value: column, display: display)
  }

  /// The row that `total` adds: the last `summarize` once more without keys and the columns after it; without a
  /// `summarize` the sums of money and durations.
  mutating func checkTotal(_ rows: Rows, span: SourceSpan) -> Rows? {
    var rows = rows
    rows.footer = replayed(rows) ?? summed(rows, span: span)
    return rows
  }

  private mutating func replayed(_ rows: Rows) -> TableQuery.Footer? {
    guard let replay = rows.replay else { return nil }
    guard case .summarize(let items, _)? = replay.stages.first?.kind,
      let stage = replay.stages.first,
      var total = attempt({ $0.checkSummarize(items, [], replay.input, span: stage.span) })
        ?? nil
    else { return nil }
    for stage in replay.stages.dropFirst() {
      guard let next = replayedStage(stage, total) else { return nil }
      total = next
    }
    let values = rows.scope.fields.map { field in
      total.scope.fields.first { $0.name == field.name }?.value
    }
    return TableQuery.Footer(step: total.step, values: values)
  }

  /// A stage after the `summarize` in the row of totals: columns are computed anew, where that can be; rows stay.
  private mutating func replayedStage(_ stage: Stage, _ rows: Rows) -> Rows? {
    switch stage.kind {
    case .extend(let items):
      var rows = rows
      for item in items {
        if let next = attempt({ [rows] in $0.checkExtend([item], rows) }) ?? nil { rows = next }
      }
      return rows
    case .select(let items):
      var kept: [SelectItem] = []
      for item in items where attempt({ $0.checkSelect([item], rows) }) ?? nil != nil {
        kept.append(item)
      }
      return attempt { $0.checkSelect(kept, rows) } ?? nil
    case .filter, .drop, .sort, .take, .skip, .total, .cite, .label: return rows
    case .summarize, .distinct, .expand, .spread, .join, .append, .pivot, .fill, .invalid:
      return nil
    }
  }

  private mutating func summed(_ rows: Rows, span: SourceSpan) -> TableQuery.Footer {
    var aggregates: [Step.AggregateDefinition] = []
    let values = rows.scope.fields.map { field -> Scalar? in
      switch field.value.type {
      case .money, .duration:
        let id = newColumn()
        let type = field.value.type
        aggregates.append(
          .init(id, Aggregate(.sum, field.value, type: type, isOptional: false, span: span)))
        return Scalar(.column(id), type: type, isOptional: false, span: span)
      case .bool, .int, .number, .text, .date, .period, .enumeration, .entity, .list, .missing,
        .invalid:
        return nil
      }
    }
    let step = Step(.aggregate(rows.step, keys: [], aggregates: aggregates), span: span)
    return TableQuery.Footer(step: step, values: values)
  }
}
