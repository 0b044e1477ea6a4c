import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Aggregates that give each row a value by the rows around it.
extension Checker {
  /// Resolves `rank(score desc within year)`, `previous(done sort as_of within project)` and their kin.
  mutating func checkWindow(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call, span: SourceSpan
  ) -> Typed {
    guard isWindow(call, span: span) else { return .invalid }
    if let first = call.clauses.distinct.first {
      report(.clauseNotTaken(call.callee.text, ClauseWord.distinct.word.name), at: first.span)
      return .invalid
    }
    guard !kind.isNumbering else { return checkNumbering(function, kind, call, span: span) }
    guard takes(2, call, function) else { return .invalid }
    let argument = call.arguments.first.map { checkArgument($0) }
    if case .invalid? = argument { return .invalid }
    return overStage(function, kind, call, argument, span: span)
  }

  /// Resolves a call that numbers rows: what stands in its brackets are sort keys, with a direction or without.
  private mutating func checkNumbering(
    _ function: AggregateFunction, _ kind: AggregateFunction.Kind, _ call: Call, span: SourceSpan
  ) -> Typed {
    var keys =
      call.arguments.map { (value: $0, isDescending: false) }
      + call.clauses.sort.map { (value: $0.value, isDescending: $0.isDescending) }
    if kind == .ntile, !keys.isEmpty { keys.removeFirst() }
    if keys.isEmpty, kind != .rowNumber, kind != .ntile {
      report(
        .rankNeedsKeys(call.callee.text), at: span,
        help: .signatures(call.callee.text, [function.signature]))
      return .invalid
    }
    guard
      case .scalar(let number, let display) = overStage(
        function, kind, call, nil, sortedBy: keys, span: span)
    else { return .invalid }
    let isOptional = call.clauses.condition != nil
    return .scalar(
      Scalar(number.kind, type: number.type, isOptional: isOptional, span: span), display)
  }

  /// Resolves `share(amount within section)`: the value by the sum of all rows, or of those equal in `within`.
  mutating func checkShare(_ function: AggregateFunction, _ call: Call, span: SourceSpan) -> Typed {
    guard isWindow(call, span: span), takes(1, call, function) else { return .invalid }
    let others: [(ClauseWord, SourceSpan?)] = [
      (.filter, call.clauses.condition?.span), (.distinct, call.clauses.distinct.first?.span),
      (.sort, call.clauses.sort.first?.value.span),
    ]
    for case (let clause, let place?) in others {
      report(.clauseNotTaken(call.callee.text, clause.word.name), at: place)
      return .invalid
    }
    guard let written = call.arguments.first, let sum = Library.aggregate(named: "sum") else {
      report(
        .argumentMissing(call.callee.text), at: call.callee.span,
        help: .signatures(call.callee.text, [function.signature]))
      return .invalid
    }
    let argument = checkArgument(written)
    if case .invalid = argument { return .invalid }
    let (part, _) = value(of: argument, span: written.span)
    if part.type.isInvalid { return .invalid }
    guard function.result([part.type]) != nil else {
      report(
        .cannotAggregate(call.callee.text, title(part.type)), at: written.span,
        labels: [.init(written.span, title(part.type))],
        help: .signatures(call.callee.text, [function.signature]))
      return .invalid
    }
    guard case .scalar(let whole, _) = overStage(sum, .sum, call, argument, span: span) else {
      return .invalid
    }
    return self.call("divide", [part, whole], span: span)
  }

  /// Whether the rows around a call are those of a stage, one value for each; reported where they are not.
  private mutating func isWindow(_ call: Call, span: SourceSpan) -> Bool {
    guard let frame = stageFrame(call, span: span) else { return false }
    guard case .group = frame.mode else { return true }
    report(.windowInGroup(call.callee.text), at: span)
    return false
  }

  /// The argument that is a constant: the first of `ntile`, else the one beside the value.
  private func constant(_ kind: AggregateFunction.Kind, _ call: Call) -> Expression? {
    guard kind == .ntile else { return call.arguments.dropFirst().first }
    let key = call.clauses.sortIsArguments ? call.clauses.sort.first : nil
    return call.arguments.first ?? key?.value
  }

  /// What a constant argument has to be.
  private func constantRule(_ kind: AggregateFunction.Kind, _ call: Call) -> Message {
    switch kind {
    case .percentile: .percentileShare
    case .ntile: .ntileCount(call.callee.text)
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .median, .stddev,
      .rank, .denseRank, .rowNumber, .previous, .next:
      .rowDistance(call.callee.text)
    }
  }

  /// The constant argument of a call: a share for `percentile`, a number of rows for `previous` and `next`, of parts for
  /// `ntile`. Reported, and nil, where it is something else.
  mutating func checkParameter(_ kind: AggregateFunction.Kind, _ call: Call) -> Value?? {
    guard let written = constant(kind, call) else {
      if kind != .percentile, kind != .ntile { return .some(nil) }
      report(constantRule(kind, call), at: call.callee.span)
      return nil
    }
    let typed = attempt { checker in checker.outsideRows { $0.checkExpression(written) } }
    if case .scalar(let scalar, _)? = typed, case .literal(let value) = scalar.kind {
      switch (kind, value, scalar.type) {
      case (.percentile, .int(let number), _) where 0...1 ~= number: return .number(Double(number))
      case (.percentile, .number(let number), .number(.none)) where 0...1 ~= number:
        return .number(number)
      case (.previous, .int(let number), _) where number > 0,
        (.next, .int(let number), _) where number > 0,
        (.ntile, .int(let number), _) where number > 0:
        return .int(number)
      case (_, _, _): break
      }
    }
    report(constantRule(kind, call), at: written.span)
    return nil
  }
}

// Means by weight.
extension Checker {
  /// Resolves `weighted(score, points)`: the sum of the products by the sum of the weights of known values.
  mutating func checkWeighted(_ function: AggregateFunction, _ call: Call, span: SourceSpan)
    -> Typed
  {
    guard takes(2, call, function) else { return .invalid }
    guard call.arguments.count == 2 else {
      report(
        .argumentMissing(call.callee.text), at: call.callee.span,
        help: .signatures(call.callee.text, [function.signature]))
      return .invalid
    }
    let isWindow = if case .row? = frames.last?.mode { true } else { false }
    let argument = columnOfList(checkArgument(call.arguments[0]))
    if let first = call.clauses.within.first, !isWindow || argument.isColumn {
      report(.withinOutsideWindow, at: first.span)
      return .invalid
    }
    switch argument {
    case .invalid: return .invalid
    case .column(let rows, let value, let display):
      if reportOneValueARow(rows, call, wrap: "avg", span: span) { return .invalid }
      let level = (frames.last?.level ?? 0) + 1
      let typed = sums(
        function, call, (value, display), over: rows.scope, level: level, span: span)
      let scalars = typed.map { sum in
        Scalar(.reduce(rows.step, sum), type: sum.type, isOptional: false, span: span)
      }
      return scalars.isEmpty ? .invalid : shown(self.call("divide", scalars, span: span), display)
    case .scalar, .rows, .row, .range, .prefix:
      guard let frame = stageFrame(call, span: span) else { return .invalid }
      let shown = value(of: argument, span: call.arguments[0].span)
      if shown.0.type.isInvalid { return .invalid }
      let index = frames.count - 1
      let scope = aggregatedScope(frame)
      let scalars = sums(
        function, call, shown, over: scope, level: frame.level, span: span
      )
      .map { added($0, toFrame: index) }
      return scalars.isEmpty
        ? .invalid : self.shown(self.call("divide", scalars, span: span), shown.1)
    }
  }

  /// A list of plain values, or rows of one column, as that column; anything else as it is.
  private mutating func columnOfList(_ typed: Typed) -> Typed {
    var rows: Rows
    switch typed {
    case .scalar(let list, _):
      guard case .list = list.type else { return typed }
      rows = self.rows(of: list)
    case .rows(let elements): rows = elements
    case .column, .row, .range, .prefix, .invalid: return typed
    }
    guard rows.scope.this == nil, rows.scope.fields.count == 1, let field = rows.scope.fields.first
    else { return typed }
    return .column(rows, field.value, field.display)
  }

  /// The sum of the products and the sum of the weights over rows at a level; none where something does not fit, which is reported.
  private mutating func sums(
    _ function: AggregateFunction, _ call: Call, _ value: (Scalar, Display), over scope: RowScope,
    level: Int, span: SourceSpan
  ) -> [Aggregate] {
    frames.append(Frame(scope: scope, mode: .argument, level: level))
    defer { frames.removeLast() }
    let written = call.arguments[1]
    let (weight, _) = self.value(of: checkExpression(written), span: written.span)
    if weight.type.isInvalid { return [] }
    guard function.result([value.0.type, weight.type]) != nil,
      case .scalar(let product, _) = self.call("multiply", [value.0, weight], span: span),
      let sum = Library.aggregate(named: "sum")
    else {
      report(
        .argumentsDoNotFit(call.callee.text), at: span,
        labels: [
          .init(call.arguments[0].span, title(value.0.type)),
          .init(written.span, title(weight.type)),
        ], help: .signatures(call.callee.text, [function.signature]))
      return []
    }
    let known = Scalar(.isKnown(value.0), type: .bool, isOptional: false, span: written.span)
    let counted = Scalar(
      .choose([.init(condition: known, value: weight)], otherwise: nil), type: weight.type,
      isOptional: true, span: written.span)
    var aggregates: [Aggregate] = []
    for part in [product, counted] {
      guard let aggregate = aggregate(sum, .sum, call, (part, .plain), span: span) else {
        return []
      }
      aggregates.append(aggregate)
    }
    return aggregates
  }

  private func shown(_ typed: Typed, _ display: Display) -> Typed {
    if case .scalar(let scalar, _) = typed { .scalar(scalar, display) } else { typed }
  }
}

extension AggregateFunction.Kind {
  /// Whether a constant may stand beside the value.
  var takesParameter: Bool {
    switch self {
    case .percentile, .ntile, .previous, .next: true
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .median, .stddev,
      .rank, .denseRank, .rowNumber:
      false
    }
  }

  /// Whether sort keys in a window mean something: running values, or the place of rows.
  var hasRunningValues: Bool {
    switch self {
    case .median, .percentile, .stddev: false
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .rank,
      .denseRank, .rowNumber, .ntile, .previous, .next:
      true
    }
  }
}

extension Typed {
  /// Whether it is a value for each of some rows.
  fileprivate var isColumn: Bool {
    if case .column = self { true } else { false }
  }
}

extension DataType {
  /// Whether it is a list.
  var isList: Bool {
    if case .list = self { true } else { false }
  }
}
