import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves `source | stage | stage`.
  mutating func checkPipeline(_ source: Expression, _ stages: [Stage]) -> Typed {
    let (mayFindColumns, keptSources) = (mayFindColumns, keepsSources)
    keepsSources = keptSources || stages.contains { $0.kind == .cite }
    defer { keepsSources = keptSources }
    let typed = checkExpression(source)
    self.mayFindColumns = false
    guard var rows = table(typed, span: source.span) else { return .invalid }
    record(rows, span: source.span)
    let known = knownOperands
    knownOperands = []
    defer { knownOperands = known }
    warnOfSort(stages, after: source.span)
    var failed = false
    for (place, stage) in stages.enumerated() {
      if case .total = stage.kind, place < stages.count - 1 {
        report(.totalIsLast, at: stage.span)
        return .invalid
      }
      guard let next = checkStage(stage, of: rows) else {
        guard stage.keepsColumns else { return .invalid }
        failed = true
        continue
      }
      rows = next
      record(rows, span: stage.span)
    }
    if failed { return .invalid }
    if rows.cross != nil, !mayFindColumns {
      report(.columnsAreFoundInside, at: stages.last?.span ?? source.span)
      return .invalid
    }
    return .rows(rows)
  }

  private mutating func record(_ rows: Rows, span: SourceSpan) {
    stages.append(
      StageFields(
        span: span,
        fields: rows.scope.fields.map {
          .init(
            name: $0.name, type: $0.value.type, isOptional: $0.value.isOptional,
            display: $0.display)
        }, table: rows.scope.reachesThis ? rows.scope.this.flatMap { tableName(of: $0) } : nil))
  }

  /// The rows that a pipeline or an `expand` starts from.
  mutating func table(_ typed: Typed, span: SourceSpan) -> Rows? {
    switch typed {
    case .rows(let rows): return rows
    case .column(let rows, let value, let display):
      let field = RowField(name: Name("value", "值"), value: value, display: display)
      var single = rows
      single.list = nil
      single.scope = RowScope(
        fields: [field], this: nil, reachesThis: false, title: rows.scope.title)
      return single
    case .row(let partner):
      report(
        partner.scope.this.map { .notATable(title($0.type)) } ?? .rowIsNoValue(text(span)), at: span
      )
      return nil
    case .scalar(let scalar, _):
      if case .list = scalar.type { return rows(of: scalar) }
      if scalar.type.isInvalid { return nil }
      report(.notATable(title(scalar.type)), at: span)
      return nil
    case .range, .prefix:
      let (scalar, _) = value(of: typed, span: span)
      if !scalar.type.isInvalid { report(.notATable(title(scalar.type)), at: span) }
      return nil
    case .invalid: return nil
    }
  }

  private mutating func checkStage(_ stage: Stage, of rows: Rows) -> Rows? {
    if let cross = rows.cross { return checkAfterCross(stage, rows, cross) }
    var next: Rows?
    switch stage.kind {
    case .filter(let condition): next = checkFilter(condition, rows, span: stage.span)
    case .select(let items): next = checkSelect(items, rows)
    case .extend(let items): next = checkExtend(items, rows)
    case .drop(let names): next = checkDrop(names, rows)
    case .summarize(let items, let keys):
      next = checkSummarize(items, keys, rows, span: stage.span)
      next?.replay = Replay(input: rows, stages: [stage])
      next?.list = nil
      return next
    case .sort(let keys): next = checkSort(keys, rows, span: stage.span)
    case .take(let count, let keys):
      next = checkSlice(skip: nil, take: count, keys, rows, span: stage.span)
    case .skip(let count, let keys):
      next = checkSlice(skip: count, take: nil, keys, rows, span: stage.span)
    case .distinct(let keys): next = checkDistinct(keys, rows, span: stage.span)
    case .expand(let expand): next = checkExpand(expand, rows, span: stage.span)
    case .spread(let spread): next = checkSpread(spread, rows, span: stage.span)
    case .total: next = checkTotal(rows, span: stage.span)
    case .join(let join): next = checkJoin(join, rows, span: stage.span)
    case .append(let table): next = checkAppend(table, rows, span: stage.span)
    case .pivot(let pivot):
      next = checkPivot(pivot, by: pivot.keys, rows, span: stage.span)
      next?.replay = Replay(input: rows, stages: [stage])
      next?.list = nil
      return next
    case .fill(let keys): next = checkFill(keys, rows, span: stage.span)
    case .cite: next = checkCite(rows, span: stage.span)
    case .label(let labels): next = checkLabels(labels, rows)
    case .invalid: return nil
    }
    next?.list = nil
    if let replay = rows.replay {
      next?.replay = Replay(input: replay.input, stages: replay.stages + [stage])
    }
    return next
  }

  /// Resolves what a stage says of a row; the step gets the columns of the windows that were needed.
  mutating func inRow<Result>(_ rows: inout Rows, _ body: (inout Checker) -> Result) -> Result {
    frames.append(Frame(scope: rows.scope, mode: .row, level: (frames.last?.level ?? 0) + 1))
    let result = body(&self)
    let frame = frames.removeLast()
    if !frame.aggregates.isEmpty {
      warnOfRepeats(frame.aggregates, of: rows)
      rows.step = Step(.window(rows.step, frame.aggregates), span: rows.step.span)
    }
    return result
  }

  private mutating func checkFilter(_ expression: Expression, _ rows: Rows, span: SourceSpan)
    -> Rows?
  {
    var rows = rows
    let condition = inRow(&rows) {
      $0.condition($0.checkExpression(expression), span: expression.span)
    }
    if condition.type.isInvalid { return nil }
    knownOperands.formUnion(knownByConditions(expression))
    rows.step = Step(.filter(rows.step, condition), span: span)
    return rows
  }

  /// A column out of an item: a field chain is kept as it is, anything else is computed once.
  private mutating func field(
    _ written: Expression, label: Identifier?, _ rows: inout Rows, names: Set<String>
  ) -> RowField? {
    var partner: Partner?
    let (scalar, display, name) = inRow(&rows) { checker in
      let typed = checker.checkExpression(written)
      let name = label.map { Name($0.text) } ?? checker.columnName(written)
      if case .row(let row) = typed {
        partner = row
        return (row.value, Display.plain, name)
      }
      let (scalar, display) = checker.value(of: typed, span: written.span)
      if label == nil { checker.warnOfQuotedField(written) }
      return (scalar, display, name)
    }
    if scalar.type.isInvalid { return nil }
    if names.contains(name.en) {
      report(.duplicateColumn(name.en), at: label?.span ?? written.span)
      return nil
    }
    return RowField(
      name: name, value: defined(scalar, &rows, written.span), display: display, partner: partner)
  }

  private mutating func defined(_ scalar: Scalar, _ rows: inout Rows, _ span: SourceSpan) -> Scalar
  {
    if scalar.baseColumn != nil { return scalar }
    let id = newColumn()
    grains[id] = grain(of: scalar)
    rows.step = Step(.extend(rows.step, [.init(id, scalar)]), span: span)
    return Scalar(.column(id), type: scalar.type, isOptional: scalar.isOptional, span: span)
  }

  mutating func checkSelect(_ items: [SelectItem], _ rows: Rows) -> Rows? {
    var rows = rows
    let input = rows.scope
    var chosen: [RowField?] = []
    var names: Set<String> = []
    var failed = false
    for item in items {
      switch item {
      case .rest(let span):
        if chosen.contains(where: { $0 == nil }) {
          report(.twoRests, at: span)
          failed = true
        }
        chosen.append(nil)
      case .item(let item):
        guard let field = field(item.value, label: item.label, &rows, names: names) else {
          failed = true
          continue
        }
        names.insert(field.name.en)
        chosen.append(field)
      }
    }
    if failed { return nil }
    let rest = input.fields.filter { !names.contains($0.name.en) }
    rows.scope.fields = chosen.flatMap { $0.map { [$0] } ?? rest }
    rows.scope.reachesThis = false
    return rows
  }

  mutating func checkExtend(_ items: [Item], _ rows: Rows) -> Rows? {
    var rows = rows
    var failed = false
    for item in items {
      guard let field = field(item.value, label: item.label, &rows, names: []) else {
        failed = true
        continue
      }
      let places = rows.scope.fields.indices.filter {
        field.name.shares(rows.scope.fields[$0].name)
      }
      guard places.count < 2 else {
        report(
          .twoFields(field.name.en, places.map { rows.scope.fields[$0].name }),
          at: item.label?.span ?? item.value.span)
        failed = true
        continue
      }
      if let place = places.first {
        let kept = rows.scope.fields[place].name
        rows.scope.fields[place] = RowField(
          name: kept, value: field.value, display: field.display, partner: field.partner)
      } else {
        rows.scope.fields.append(field)
      }
    }
    return failed ? nil : rows
  }

  private mutating func checkDrop(_ names: [Identifier], _ rows: Rows) -> Rows? {
    var rows = rows
    var dropped: Set<Int> = []
    for name in names {
      guard let place = fieldPlace(name, in: rows.scope) else { return nil }
      dropped.insert(place)
    }
    guard dropped.count < rows.scope.fields.count else {
      let span = names.first.map { $0.span.joined(names.last?.span ?? $0.span) }
      report(.nothingLeft, at: span ?? .none)
      return nil
    }
    rows.scope.fields = rows.scope.fields.indices.filter { !dropped.contains($0) }
      .map { rows.scope.fields[$0] }
    return rows
  }

  mutating func checkSort(_ keys: [SortKey], _ rows: Rows, span: SourceSpan) -> Rows? {
    var rows = rows
    var terms: [SortTerm] = []
    for key in keys {
      let (scalar, _) = inRow(&rows) {
        $0.warnOfQuotedField(key.value)
        return $0.value(of: $0.checkExpression(key.value), span: key.value.span)
      }
      if scalar.type.isInvalid { return nil }
      if case .list = scalar.type {
        report(.listHasNoOrder, at: key.value.span)
        return nil
      }
      terms.append(SortTerm(scalar, isDescending: key.isDescending))
    }
    rows.step = Step(.sort(rows.step, terms), span: span)
    return rows
  }

  private mutating func checkSlice(
    skip: Expression?, take: Expression?, _ keys: [Expression], _ rows: Rows, span: SourceSpan
  ) -> Rows? {
    var rows = rows
    let counts = [skip, take].map { written in written.map { checkCount($0) } }
    guard let scalars = checkKeys(keys, &rows) else { return nil }
    if counts.contains(where: { $0?.type.isInvalid ?? false }) { return nil }
    rows.step = Step(
      .slice(rows.step, skip: counts[0], take: counts[1], keys: scalars), span: span)
    return rows
  }

  /// A number of rows: the same for all rows, so it is resolved outside of them.
  mutating func checkCount(_ expression: Expression) -> Scalar {
    let count = outsideRows {
      $0.fitted($0.checkExpression(expression), to: .int, span: expression.span, for: .count)
    }
    if case .literal(.int(let number)) = count.kind, number < 0 {
      report(.negativeCount, at: expression.span)
      return invalid(expression.span)
    }
    return count
  }

  private mutating func checkKeys(_ keys: [Expression], _ rows: inout Rows) -> [Scalar]? {
    var scalars: [Scalar] = []
    for key in keys {
      let (scalar, _) = inRow(&rows) { $0.value(of: $0.checkExpression(key), span: key.span) }
      if scalar.type.isInvalid { return nil }
      scalars.append(scalar)
    }
    return scalars
  }

  private mutating func checkDistinct(_ keys: [Item], _ rows: Rows, span: SourceSpan)
    -> Rows?
  {
    var rows = rows
    var fields: [RowField] = []
    for key in keys {
      let names = Set(fields.map(\.name.en))
      guard let field = field(key.value, label: key.label, &rows, names: names) else {
        return nil
      }
      fields.append(field)
    }
    if !keys.isEmpty { rows.scope.fields = fields }
    rows.scope.reachesThis = false
    rows.scope.this = nil
    let values = rows.scope.leaves.map(\.value)
    collectSources(&rows, of: values)
    rows.step = Step(.distinct(rows.step, values), span: span)
    rows.leaveGroups()
    return rows
  }
}

extension Checker {
  /// Collects the plan rows behind all rows with equal values, where `cite` follows.
  private mutating func collectSources(_ rows: inout Rows, of values: [Scalar]) {
    guard keepsSources else { return }
    var aggregates: [Step.AggregateDefinition] = []
    rows.sources = rows.sources.mapped { source in
      let id = newColumn()
      let type = DataType.list(source.type.element)
      aggregates.append(
        .init(
          id,
          Aggregate(
            .list, source, within: values, type: type, isOptional: false, span: source.span)))
      return Scalar(.column(id), type: type, isOptional: false, span: source.span)
    }
    rows.step = Step(.window(rows.step, aggregates), span: rows.step.span)
  }
}

extension Stage {
  /// Whether the rows after it have the fields of those before it, so that the stages after it can be checked whatever
  /// is wrong with it.
  fileprivate var keepsColumns: Bool {
    switch kind {
    case .filter, .sort, .take, .skip, .total, .cite, .label: true
    case .select, .extend, .drop, .summarize, .distinct, .expand, .spread, .join, .append, .pivot,
      .fill, .invalid:
      false
    }
  }
}
