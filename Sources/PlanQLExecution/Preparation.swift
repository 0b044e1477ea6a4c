import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Makes scalars and steps ready to run.
struct Preparation {
  /// The columns that something reads; definitions of others are left out.
  let used: Set<ColumnID>

  /// Prepares an expression.
  func expression(_ scalar: Scalar) -> Expression {
    var parts = Parts()
    let kind = kind(scalar, &parts)
    if case .field(let place, let link) = kind, case .column(let id) = link.kind {
      parts.references = [.field(FieldReference(place: place, column: id))]
    }
    return parts.expression(kind, type: scalar.type, span: scalar.span)
  }

  private func kind(_ scalar: Scalar, _ parts: inout Parts) -> Expression.Kind {
    func ready(_ operand: Scalar) -> Expression { parts.adding(expression(operand)) }
    switch scalar.kind {
    case .literal(let value): return .literal(value)
    case .parameter(let place): return .parameter(place)
    case .asOf: return .asOf
    case .bound(let slot):
      parts.isCostly = true
      return .bound(slot)
    case .column(let id):
      parts.references.insert(.column(id))
      return .column(id)
    case .field(let table, let field, let link):
      return .field(FieldPlace(table: table, field: field), of: ready(link))
    case .linking(let table, let field, let target):
      return .linking(FieldPlace(table: table, field: field), to: ready(target))
    case .call(let function, let arguments): return .call(function, arguments.map(ready))
    case .convert(let operand): return .convert(ready(operand))
    case .and(let left, let right): return .and(ready(left), ready(right))
    case .or(let left, let right): return .or(ready(left), ready(right))
    case .not(let operand): return .not(ready(operand))
    case .isKnown(let operand): return .isKnown(ready(operand))
    case .choose(let branches, let otherwise):
      return .choose(
        branches.map { .init(condition: ready($0.condition), value: ready($0.value)) },
        otherwise: otherwise.map(ready))
    case .coalesce(let left, let right): return .coalesce(ready(left), ready(right))
    case .list(let elements): return .list(elements.map(ready))
    case .text(let pieces):
      return .text(
        pieces.map { piece in
          switch piece {
          case .literal(let text): .literal(text)
          case .value(let scalar, let display): .value(ready(scalar), display)
          }
        })
    case .under(let row, let top, let table, let parent):
      return .under(ready(row), ready(top), FieldPlace(table: table, field: parent))
    case .reduce(let step, let aggregate):
      let (stage, inner) = stageWithColumns(step)
      let reduction = reduction(aggregate)
      parts.add(stage, reduction.expressions, inner: inner)
      return .reduce(stage, reduction)
    case .collect(let step, let value):
      let (stage, inner) = stageWithColumns(step)
      let value = expression(value)
      parts.add(stage, [value], inner: inner)
      return .collect(stage, value)
    }
  }

  /// Prepares an aggregate.
  func reduction(_ aggregate: Aggregate) -> Reduction {
    Reduction(
      aggregate, argument: aggregate.argument.map(expression),
      condition: aggregate.condition.map(expression),
      distinct: aggregate.distinct.map(expression), sort: orderings(aggregate.sort),
      within: aggregate.within.map(expression))
  }

  private func orderings(_ terms: [SortTerm]) -> [Ordering] {
    terms.map { Ordering(value: expression($0.value), isDescending: $0.isDescending) }
  }

  /// Prepares a step.
  func stage(_ step: Step) -> Stage { stageWithColumns(step).stage }

  /// Prepares a step, and says which columns it and its inputs make.
  private func stageWithColumns(_ step: Step) -> (stage: Stage, columns: Set<ColumnID>) {
    var parts = Parts()
    let (kind, columns) = kind(step, &parts)
    return (parts.stage(kind, span: step.span), columns)
  }

  private func kind(_ step: Step, _ parts: inout Parts) -> (Stage.Kind, Set<ColumnID>) {
    var columns: Set<ColumnID> = []
    func input(_ step: Step) -> Stage {
      let (stage, inner) = stageWithColumns(step)
      columns.formUnion(inner)
      parts.add(input: stage)
      return stage
    }
    func ready(_ scalar: Scalar) -> Expression {
      let value = expression(scalar)
      parts.add(value, inner: columns)
      return value
    }
    func ready(_ terms: [SortTerm]) -> [Ordering] {
      terms.map { Ordering(value: ready($0.value), isDescending: $0.isDescending) }
    }
    func ready(_ definitions: [Step.AggregateDefinition]) -> [Stage.NamedReduction] {
      let ready = definitions.map { definition in
        let reduction = reduction(definition.aggregate)
        for part in reduction.expressions { parts.add(part, inner: columns) }
        return Stage.NamedReduction(id: definition.id, reduction: reduction)
      }
      columns.formUnion(definitions.map(\.id))
      return ready
    }
    switch step.kind {
    case .one: return (.one, [])
    case .scan(let table, let row): return (.scan(table: table, row: row), [row])
    case .bound(let slot, let renamings):
      return (.bound(slot: slot, columns: renamings), Set(renamings.map(\.id)))
    case .elements(let list, let element, let isDistinct):
      return (.elements(ready(list), element: element, isDistinct: isDistinct), [element])
    case .flatten(let step, let list, let element, let isDistinct):
      let input = input(step)
      let kind = Stage.Kind.flatten(
        input, ready(list), element: element, isDistinct: isDistinct)
      return (kind, columns.union([element]))
    case .filter(let step, let condition):
      let input = input(step)
      return (.filter(input, ready(condition)), columns)
    case .extend(let step, let definitions):
      let input = input(step)
      var kept: [Stage.Definition] = []
      for definition in definitions {
        if used.contains(definition.id) {
          kept.append(.init(id: definition.id, value: ready(definition.value)))
        }
        columns.insert(definition.id)
      }
      return (.extend(input, kept), columns)
    case .aggregate(let step, let keys, let aggregates):
      let input = input(step)
      let keys = keys.map { Stage.Definition(id: $0.id, value: ready($0.value)) }
      let reductions = ready(aggregates)
      return (.aggregate(input, keys: keys, aggregates: reductions), columns.union(keys.map(\.id)))
    case .window(let step, let aggregates):
      let input = input(step)
      return (.window(input, ready(aggregates)), columns)
    case .sort(let step, let terms):
      let input = input(step)
      return (.sort(input, ready(terms)), columns)
    case .slice(let step, let skip, let take, let keys):
      let input = input(step)
      return (
        .slice(input, skip: skip.map(ready), take: take.map(ready), keys: keys.map(ready)),
        columns
      )
    case .distinct(let step, let keys):
      let input = input(step)
      return (.distinct(input, keys.map(ready)), columns)
    case .expand(let step, let list, let element, let shares):
      let input = input(step)
      let expansion = Stage.Expansion(
        list: ready(list), element: element,
        shares: shares.map {
          .init(id: $0.id, amount: ready($0.amount), method: $0.method)
        })
      return (.expand(input, expansion), columns.union(shares.map(\.id)).union([element]))
    case .spread(let step, let spreading):
      let input = input(step)
      let spread = spread(spreading, ready)
      return (.spread(input, spread), columns.union([spreading.part, spreading.share]))
    }
  }

  private func spread(
    _ spreading: Step.Spreading, _ ready: (Scalar) -> Expression
  ) -> Stage.Spread {
    let method: Stage.Spread.Method =
      switch spreading.method {
      case .evenly: .evenly
      case .daily: .daily
      case .weights(let weights): .weights(weights.map(ready))
      }
    return Stage.Spread(
      amount: ready(spreading.amount), period: ready(spreading.period), grain: spreading.grain,
      method: method, part: spreading.part, share: spreading.share)
  }
}

/// What the parts of an expression or a stage add up to.
private struct Parts {
  var references: Set<Reference> = []
  var depth = 0
  var prefetches: [Prefetch] = []
  /// Whether a value that is the same in all rows is worth computing before threads part.
  var isCostly = false

  mutating func adding(_ part: Expression) -> Expression {
    add(part, inner: [])
    return part
  }

  mutating func add(_ part: Expression, inner: Set<ColumnID>) {
    references.formUnion(part.references.filter { !inner.contains($0.column) })
    depth = max(depth, part.depth)
    prefetches += part.prefetches
  }

  /// Adds a sub-query: `values` are computed over the rows of `stage`, which have the columns `inner`.
  mutating func add(_ stage: Stage, _ values: [Expression], inner: Set<ColumnID>) {
    references.formUnion(stage.references)
    depth = max(depth, stage.depth)
    prefetches += stage.prefetches
    if let shared = stage.sharedPart, shared !== stage { prefetches.append(.rows(shared)) }
    for value in values { add(value, inner: inner) }
  }

  mutating func add(input: Stage) {
    references.formUnion(input.references)
    depth = max(depth, input.depth)
    prefetches += input.prefetches
  }

  func expression(_ kind: Expression.Kind, type: DataType, span: SourceSpan) -> Expression {
    var isCostly = isCostly
    switch kind {
    case .reduce, .collect: isCostly = true
    case .literal, .parameter, .asOf, .bound, .column, .field, .linking, .call, .convert, .and,
      .or, .not, .isKnown, .choose, .coalesce, .list, .text, .under:
      break
    }
    return Expression(
      kind, type: type, span: span, references: references, depth: depth + 1,
      isCostly: isCostly, prefetches: prefetches)
  }

  func stage(_ kind: Stage.Kind, span: SourceSpan) -> Stage {
    Stage(
      kind, span: span, references: references, depth: depth + 1, prefetches: prefetches)
  }
}
