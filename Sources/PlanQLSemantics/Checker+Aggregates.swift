import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves a call of an aggregate: over its argument where that is a list or a table, else over the rows of the
  /// stage.
  mutating func checkAggregate(_ function: AggregateFunction, _ call: Call, span: SourceSpan)
    -> Typed
  {
    let kind: AggregateFunction.Kind
    switch function.meaning {
    case .kind(let engine): kind = engine
    case .share: return checkShare(function, call, span: span)
    case .weighted: return checkWeighted(function, call, span: span)
    }
    if kind.isWindowOnly { return checkWindow(function, kind, call, span: span) }
    let limit = kind == .all || kind == .percentile ? 2 : 1
    guard takes(limit, call, function) else { return .invalid }
    let argument = call.arguments.first.map { checkArgument($0) }
    switch argument {
    case .invalid?: return .invalid
    case .rows(let rows)?: return reduce(function, kind, call, rows, nil, span: span)
    case .column(let rows, let value, let display)?:
      return reduce(function, kind, call, rows, (value, display), span: span)
    case .scalar(let scalar, _)?:
      if case .list = scalar.type { return reduceList(function, kind, call, scalar, span: span) }
      return overStage(function, kind, call, argument, span: span)
    case .row?, .range?, .prefix?, nil:
      return overStage(function, kind, call, argument, span: span)
    }
  }

  /// Whether a call has no more arguments than the function takes; reported where it has.
  mutating func takes(_ limit: Int, _ call: Call, _ function: AggregateFunction) -> Bool {
    guard call.arguments.count > limit else { return true }
    report(
      .tooManyArguments(call.callee.text), at: call.arguments[limit].span,
      help: .signatures(call.callee.text, [function.signature]))
    return false
  }

  /// The argument of an aggregate, in the rows that it would range over.
  mutating func checkArgument(_ expression: Expression) -> Typed {
    guard let frame = frames.last else { return checkExpression(expression) }
    frames.append(Frame(scope: aggregatedScope(frame), mode: .argument, level: frame.level))
    defer { frames.removeLast() }
    return checkExpression(expression)
  }

  func aggregatedScope(_ frame: Frame) -> RowScope {
    switch frame.mode {
    case .group(let input): input
    case .row, .argument: frame.scope
    }
  }

  private mutating func reduceList(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call, _ list: Scalar,
    span: SourceSpan
  ) -> Typed {
    let rows = rows(of: list)
    if rows.scope.this != nil { return reduce(function, kind, call, rows, nil, span: span) }
    var column = rows.scope.fields.first.map { ($0.value, $0.display) }
    switch kind {
    case .count: column = nil
    case .any, .none: if list.type.element != .bool { column = nil }
    case .sum, .avg, .min, .max, .first, .last, .list, .all, .median, .percentile, .stddev, .rank,
      .denseRank, .rowNumber, .ntile, .previous, .next:
      break
    }
    return reduce(function, kind, call, rows, column, span: span)
  }

  /// An aggregate over the rows of a table, one value for each row around it.
  private mutating func reduce(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call, _ rows: Rows,
    _ column: (Scalar, Display)?, span: SourceSpan
  ) -> Typed {
    if reportOneValueARow(rows, call, wrap: kind == .count ? "sum" : nil, span: span) {
      return .invalid
    }
    if let first = call.clauses.within.first {
      report(.withinOutsideWindow, at: first.span)
      return .invalid
    }
    frames.append(Frame(scope: rows.scope, mode: .argument, level: (frames.last?.level ?? 0) + 1))
    defer { frames.removeLast() }
    var argument = column
    if argument == nil, let value = elementValue(kind, rows) { argument = value }
    if kind == .all, call.arguments.count == 2 {
      let test = condition(checkExpression(call.arguments[1]), span: call.arguments[1].span)
      if test.type.isInvalid { return .invalid }
      argument = (test, .plain)
    }
    guard let aggregate = aggregate(function, kind, call, argument, span: span) else {
      return .invalid
    }
    warnOfRepeats([.init(newColumn(), aggregate)], of: rows, by: [])
    reducedScopes[span] = rows.scope
    let scalar = Scalar(
      .reduce(rows.step, aggregate), type: aggregate.type, isOptional: aggregate.isOptional,
      span: span)
    return .scalar(scalar, display(kind, argument))
  }

  /// Says that an aggregate over rows of their own gives one value a row, where groups want one a group.
  mutating func reportOneValueARow(
    _ rows: Rows, _ call: Call, wrap: String? = nil, span: SourceSpan
  ) -> Bool {
    guard case .group(let input)? = frames.last?.mode else { return false }
    // What is the same for all rows, as it comes from a row around them, is the same in a group.
    let around = frames.dropLast().flatMap(\.scope.columns)
    let varying = Set(input.columns).subtracting(around)
    guard !rows.step.freeColumns.isDisjoint(with: varying) else { return false }
    report(
      .oneValueARow(text(span)), at: span,
      help: .wrapAggregate(wrap ?? text(call.callee.span), text(span)))
    return true
  }

  /// What an aggregate takes of rows that were named without a column.
  private func elementValue(_ kind: AggregateFunction.Kind, _ rows: Rows) -> (Scalar, Display)? {
    switch kind {
    case .first, .last, .list: return rows.scope.this.map { ($0, .plain) } ?? onlyField(rows)
    case .sum, .avg, .min, .max, .median, .percentile, .stddev: return onlyField(rows)
    case .count, .any, .all, .none, .rank, .denseRank, .rowNumber, .ntile, .previous, .next:
      return nil
    }
  }

  private func onlyField(_ rows: Rows) -> (Scalar, Display)? {
    rows.scope.fields.count == 1
      ? rows.scope.fields.first.map { ($0.value, $0.display) } : nil
  }

  /// An aggregate over the rows of the stage: of the group, or a window.
  mutating func overStage(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call,
    _ argument: Typed?, sortedBy keys: [(value: Expression, isDescending: Bool)]? = nil,
    span: SourceSpan
  ) -> Typed {
    guard let frame = stageFrame(call, span: span) else { return .invalid }
    switch frame.mode {
    case .group:
      if let first = call.clauses.within.first {
        report(.withinOutsideWindow, at: first.span)
        return .invalid
      }
    case .row:
      if !call.clauses.sort.isEmpty, !kind.hasRunningValues {
        report(.noRunningValues(call.callee.text), at: call.clauses.span ?? span)
        return .invalid
      }
    case .argument: break
    }
    let index = frames.count - 1
    frames.append(Frame(scope: aggregatedScope(frame), mode: .argument, level: frame.level))
    defer { frames.removeLast() }
    var column: (Scalar, Display)?
    if let argument, let written = call.arguments.first {
      let shown = value(of: argument, span: written.span)
      if shown.0.type.isInvalid { return .invalid }
      column = shown
    }
    guard let aggregate = aggregate(function, kind, call, column, sortedBy: keys, span: span)
    else { return .invalid }
    return .scalar(added(aggregate, toFrame: index), display(kind, column))
  }

  /// The rows of the stage around an aggregate; nil, and reported, where there are none.
  mutating func stageFrame(_ call: Call, span: SourceSpan) -> Frame? {
    guard let frame = frames.last, !frame.isDefinition else {
      report(.aggregateNeedsRows(call.callee.text), at: span)
      return nil
    }
    if case .argument = frame.mode {
      report(.aggregateInAggregate(call.callee.text), at: span)
      return nil
    }
    return frame
  }

  /// The column that an aggregate of a frame's rows becomes.
  mutating func added(_ aggregate: Aggregate, toFrame index: Int) -> Scalar {
    let id = newColumn()
    frames[index].aggregates.append(.init(id, aggregate))
    return Scalar(
      .column(id), type: aggregate.type, isOptional: aggregate.isOptional, span: aggregate.span)
  }

  private func display(_ kind: AggregateFunction.Kind, _ argument: (Scalar, Display)?) -> Display {
    switch kind {
    case .sum, .avg, .min, .max, .first, .last, .list, .median, .percentile, .stddev, .previous,
      .next:
      argument?.1 ?? .plain
    case .count, .any, .all, .none, .rank, .denseRank, .rowNumber, .ntile: .plain
    }
  }

  /// Puts argument and clauses together; the frame on top holds the rows.
  mutating func aggregate(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call,
    _ argument: (Scalar, Display)?,
    sortedBy keys: [(value: Expression, isDescending: Bool)]? = nil, span: SourceSpan
  ) -> Aggregate? {
    let clauses = call.clauses
    let keys = keys ?? clauses.sort.map { ($0.value, $0.isDescending) }
    let kept = clauses.condition.map { condition(checkExpression($0), span: $0.span) }
    let distinct = clauses.distinct.map { value(of: checkExpression($0), span: $0.span).0 }
    let within = clauses.within.map { value(of: checkExpression($0), span: $0.span).0 }
    let sort = keys.map { key in
      SortTerm(
        value(of: checkExpression(key.value), span: key.value.span).0,
        isDescending: key.isDescending)
    }
    let scalars = [kept].compactMap { $0 } + distinct + within + sort.map(\.value)
    guard !scalars.contains(where: { $0.type.isInvalid }) else { return nil }
    if let list = sort.map(\.value).first(where: { $0.type.isList }) {
      report(.listHasNoOrder, at: list.span)
      return nil
    }
    if kind == .count { hintOfMissingCounted(call, distinct) }
    let types = argument.map { [$0.0.type] } ?? []
    guard let type = function.result(types) else {
      reportArgument(function, call, argument?.0)
      return nil
    }
    var parameter: Value?
    if kind.takesParameter {
      guard let constant = checkParameter(kind, call) else { return nil }
      parameter = constant
    }
    return Aggregate(
      kind, argument?.0, named: call.arguments.first.map(columnName), parameter: parameter,
      condition: kept, distinct: distinct, sort: sort,
      within: within, type: type, isOptional: function.isMissingOfNothing, span: span)
  }

  private mutating func reportArgument(
    _ function: AggregateFunction, _ call: Call, _ argument: Scalar?
  ) {
    guard let argument, let written = call.arguments.first else {
      report(
        .argumentMissing(call.callee.text), at: call.callee.span,
        help: .signatures(call.callee.text, [function.signature]))
      return
    }
    let takesNumbers = function.result([.number]) != nil
    report(
      .cannotAggregate(call.callee.text, title(argument.type)), at: written.span,
      labels: [.init(written.span, title(argument.type))],
      help: argument.type == .text && takesNumbers
        ? .readAsNumber(text(written.span)) : .signatures(call.callee.text, [function.signature]))
  }
}
