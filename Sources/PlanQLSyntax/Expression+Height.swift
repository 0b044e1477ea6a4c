extension Expression {
  /// A node in the place of something that was reported.
  static func invalid(_ span: SourceSpan) -> Expression { Expression(.invalid, span) }

  /// Whether the node was reported.
  var isInvalid: Bool { kind == .invalid }
}

extension Expression.Kind {
  /// The height of an expression of this kind. Each stage of a pipeline counts, because the algebra
  /// nests them.
  var height: Int {
    switch self {
    case .invalid, .bool, .missing, .number, .period, .name: 1
    case .text(let pieces): 1 + tallest(pieces.map(\.hole))
    case .member(let base, _): 1 + base.height
    case .call(let call): 1 + Swift.max(tallest(call.arguments), call.clauses.height)
    case .invocation(let base, let call):
      1 + Swift.max(base.height, tallest(call.arguments), call.clauses.height)
    case .unary(_, let operand), .test(_, let operand): 1 + operand.height
    case .binary(_, let left, let right, _): 1 + Swift.max(left.height, right.height)
    case .range(let lower, let upper): 1 + tallest([lower, upper])
    case .conditional(let condition, let then, let otherwise):
      1 + tallest([condition, then, otherwise])
    case .cases(let branches, let otherwise):
      1 + Swift.max(tallest(branches.flatMap { [$0.condition, $0.value] }), tallest([otherwise]))
    case .list(let elements): 1 + tallest(elements)
    case .parenthesized(let inner), .shown(let inner, _): 1 + inner.height
    case .pipeline(let source, let stages):
      1 + stages.count + Swift.max(source.height, stages.map(\.kind.height).max() ?? 0)
    }
  }
}

extension TextPiece {
  fileprivate var hole: Expression? {
    switch self {
    case .text: nil
    case .hole(let value): value
    }
  }
}

extension AggregateClauses {
  fileprivate var height: Int {
    tallest([condition] + distinct + sort.map(\.value) + within)
  }
}

extension Stage.Kind {
  /// The height of the tallest expression in the stage.
  fileprivate var height: Int {
    switch self {
    case .filter(let condition): condition.height
    case .select(let items): tallest(items.map(\.value))
    case .extend(let items): tallest(items.map(\.value))
    case .summarize(let items, let keys): tallest((items + keys).map(\.value))
    case .sort(let keys): tallest(keys.map(\.value))
    case .take(let count, let keys), .skip(let count, let keys): tallest([count] + keys)
    case .distinct(let items): tallest(items.map(\.value))
    case .expand(let expand): expand.list.height
    case .spread(let spread): tallest([spread.amount, spread.period] + spread.method.weights)
    case .join(let join): tallest([join.table, join.condition])
    case .append(let table): table.height
    case .pivot(let pivot):
      tallest(([pivot.value, pivot.across] + pivot.keys).map(\.value) + [pivot.columns])
    case .fill(let keys): tallest(keys.map(\.values))
    case .label(let labels): tallest(labels.map(\.caption))
    case .drop, .total, .cite, .invalid: 0
    }
  }
}

extension SelectItem {
  fileprivate var value: Expression? {
    switch self {
    case .item(let item): item.value
    case .rest: nil
    }
  }
}

extension Spread.Method {
  fileprivate var weights: [Expression] {
    switch self {
    case .evenly, .daily: []
    case .weights(let weights): weights
    }
  }
}

private func tallest(_ expressions: [Expression?]) -> Int {
  expressions.reduce(0) { Swift.max($0, $1?.height ?? 0) }
}
