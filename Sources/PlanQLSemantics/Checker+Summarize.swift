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
    var builder = GroupBuilder(keys: keyFields, input: rows.scope)
    var failed = false
    for item in items {
      let name = item.label.map { Name($0.text) }
      guard
        let field = checkGroupItem(
          item.value, name: name, at: item.label?.span ?? item.span, &builder)
      else {
        failed = true
        continue
      }
      builder.output.fields.append(field)
    }
    if failed { return nil }
    warnOfRepeats(builder.aggregates, of: rows, by: definitions.map(\.value))
    let sources = groupedSources(rows, &builder)
    rows = builder.rows(from: rows, keys: definitions, span: span)
    rows.sources = sources
    return rows
  }

  mutating func checkGroupKeys(_ keys: [Item], _ rows: inout Rows)
    -> ([Step.Definition], [RowField])?
  {
    var definitions: [Step.Definition] = []
    var fields: [RowField] = []
    for key in keys {
      let (scalar, display, name) = inRow(&rows) { checker in
        let (scalar, display) = checker.value(
          of: checker.checkExpression(key.value), span: key.value.span)
        if key.label == nil { checker.warnOfQuotedField(key.value) }
        return (scalar, display, key.label.map { Name($0.text) } ?? checker.columnName(key.value))
      }
      if scalar.type.isInvalid { return nil }
      if case .list(let element) = scalar.type {
        report(.listAsKey(text(key.value.span), title(element)), at: key.value.span)
        return nil
      }
      guard isNew(name, among: fields, at: key.label?.span ?? key.span) else { return nil }
      let id = newColumn()
      grains[id] = grain(of: scalar)
      definitions.append(.init(id, scalar))
      let column = Scalar(
        .column(id), type: scalar.type, isOptional: scalar.isOptional, span: key.span)
      fields.append(RowField(name: name, value: column, display: display))
    }
    return (definitions, fields)
  }

  /// Whether no column has a name yet; one that has it is reported.
  mutating func isNew(_ name: Name, among fields: [RowField], at span: SourceSpan) -> Bool {
    guard fields.contains(where: { $0.name.en == name.en }) else { return true }
    report(.duplicateColumn(name.en), at: span)
    return false
  }

  /// An item over the rows of a group: aggregates of them, and what is computed of those.
  mutating func checkGroupItem(
    _ written: Expression, name given: Name?, at span: SourceSpan, _ builder: inout GroupBuilder
  ) -> RowField? {
    frames.append(
      Frame(
        scope: builder.output, mode: .group(input: builder.input),
        level: (frames.last?.level ?? 0) + 1))
    let (scalar, display) = value(of: checkExpression(written), span: written.span)
    let name = given ?? columnName(written)
    let frame = frames.removeLast()
    if scalar.type.isInvalid { return nil }
    if !builder.output.fields.isEmpty { hintOfWholeTable(written, scalar, builder.input) }
    guard isNew(name, among: builder.output.fields, at: span) else { return nil }
    builder.add(frame.aggregates)
    if scalar.baseColumn != nil {
      return RowField(name: name, value: scalar, display: display)
    }
    let id = newColumn()
    builder.computed.append((id, scalar))
    let column = Scalar(
      .column(id), type: scalar.type, isOptional: scalar.isOptional, span: written.span)
    return RowField(name: name, value: column, display: display)
  }

  /// Collects the plan rows behind the rows of each group, where `cite` follows.
  mutating func groupedSources(_ rows: Rows, _ builder: inout GroupBuilder) -> Sources {
    guard keepsSources else { return Sources() }
    return rows.sources.mapped { source in
      let id = newColumn()
      let type = DataType.list(source.type.element)
      builder.add([
        .init(id, Aggregate(.list, source, type: type, isOptional: false, span: source.span))
      ])
      return Scalar(.column(id), type: type, isOptional: false, span: source.span)
    }
  }

  /// The items of a `summarize` over all rows as one group. One that needs a key, or another that does, has no total.
  private mutating func checkAll(
    _ items: [Item], without keys: [Name], _ rows: Rows, span: SourceSpan
  ) -> Rows {
    var builder = GroupBuilder(keys: [], input: rows.scope)
    builder.output.missingKeys = keys
    for item in items {
      let name = item.label.map { Name($0.text) }
      let made = attempt { [builder] checker -> (RowField, GroupBuilder)? in
        var builder = builder
        let field = checker.checkGroupItem(
          item.value, name: name, at: item.label?.span ?? item.span, &builder)
        return field.map { ($0, builder) }
      }
      if let (field, grown) = made ?? nil {
        builder = grown
        builder.output.fields.append(field)
      } else {
        builder.output.missingKeys.append(name ?? columnName(item.value))
      }
    }
    return builder.rows(from: rows, keys: [], span: span)
  }

  /// The row that `total` adds: the last `summarize` once more without keys and the columns after it; without a
  /// `summarize` the sums of money and durations.
  mutating func checkTotal(_ rows: Rows, span: SourceSpan) -> Rows? {
    var rows = rows
    if let total = rows.crossTotal, rows.scope.field(named: total.name.en) == nil {
      rows.scope.fields.append(total)
    }
    warnOfTotals(rows, span: span)
    rows.footer = replayed(rows) ?? summed(rows, span: span)
    return rows
  }

  private mutating func replayed(_ rows: Rows) -> TableQuery.Footer? {
    guard let replay = rows.replay, let stage = replay.stages.first,
      var total = attempt({ $0.withoutKeys(stage, replay.input) }) ?? nil
    else { return nil }
    if let all = total.crossTotal { total.scope.fields.append(all) }
    for stage in replay.stages.dropFirst() {
      guard let next = replayedStage(stage, total) else { return nil }
      total = next
    }
    let values = rows.scope.fields.map { field in
      total.scope.fields.first { $0.name == field.name }?.value
    }
    return TableQuery.Footer(step: total.step, values: values)
  }

  /// A stage that makes groups once more, with all rows as one.
  private mutating func withoutKeys(_ stage: Stage, _ rows: Rows) -> Rows? {
    switch stage.kind {
    case .summarize(let items, let keys):
      return checkAll(items, without: names(of: keys), rows, span: stage.span)
    case .pivot(let pivot):
      return checkPivot(pivot, by: [], without: names(of: pivot.keys), rows, span: stage.span)
    case .filter, .select, .extend, .drop, .sort, .take, .skip, .distinct, .expand, .spread, .total,
      .join, .append, .fill, .cite, .label, .invalid:
      return nil
    }
  }

  /// What keys that were checked are called.
  private func names(of keys: [Item]) -> [Name] {
    keys.map { key in key.label.map { Name($0.text) } ?? columnName(key.value) }
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
    case .filter, .drop, .sort, .take, .skip, .total, .fill, .cite, .label: return rows
    case .summarize, .distinct, .expand, .spread, .join, .append, .pivot, .invalid:
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
    warnOfRepeats(aggregates, of: rows, by: [])
    let step = Step(.aggregate(rows.step, keys: [], aggregates: aggregates), span: span)
    return TableQuery.Footer(step: step, values: values)
  }
}

/// Groups in the making.
struct GroupBuilder {
  /// The fields of the rows that are grouped.
  let input: RowScope
  /// The keys, and the items so far.
  var output: RowScope
  var aggregates: [Step.AggregateDefinition] = []
  var computed: [(ColumnID, Scalar)] = []
  private let keys: [RowField]
  private var ofNothing: [ColumnID: Value] = [:]

  init(keys: [RowField], input: RowScope) {
    self.keys = keys
    self.input = input
    self.output = RowScope(fields: keys, this: nil, reachesThis: false, title: input.title)
  }

  mutating func add(_ definitions: [Step.AggregateDefinition]) {
    aggregates += definitions
    for definition in definitions {
      ofNothing[definition.id] = definition.aggregate.ofNothing
    }
  }

  /// The groups of some rows.
  func rows(from rows: Rows, keys definitions: [Step.Definition], span: SourceSpan) -> Rows {
    var step = Step(.aggregate(rows.step, keys: definitions, aggregates: aggregates), span: span)
    for (id, scalar) in computed {
      step = Step(.extend(step, [.init(id, scalar)]), span: scalar.span)
    }
    var result = Rows(step: step, scope: output)
    result.groups = Groups(keys: keys, ofNothing: ofNothing)
    return result
  }
}

extension Aggregate {
  /// The value over no rows; nil where it is missing.
  fileprivate var ofNothing: Value? {
    switch function {
    case .count: return .int(0)
    case .any: return .bool(false)
    case .all, .none: return .bool(true)
    case .list: return .list([])
    case .sum:
      switch type {
      case .int: return .int(0)
      case .number: return .number(0)
      case .money(let currency): return .money(Money(minorUnits: 0, currency: currency))
      case .duration(let unit): return .duration(0, unit)
      case .bool, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid:
        return nil
      }
    case .avg, .min, .max, .first, .last, .median, .percentile, .stddev, .rank, .denseRank,
      .rowNumber, .ntile, .previous, .next:
      return nil
    }
  }
}
