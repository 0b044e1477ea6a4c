import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Makes a step and its inputs ready to run.
struct StagePreparation {
  private let preparation: Preparation
  private var parts = PreparedParts()
  /// The columns that the rows have at this place, and those that an aggregate left behind.
  private(set) var columns: Set<ColumnID> = []

  init(_ preparation: Preparation) {
    self.preparation = preparation
  }

  /// Prepares a step.
  mutating func stage(_ step: Step) -> Stage {
    let kind = kind(step)
    return parts.stage(kind, span: step.span)
  }

  private mutating func kind(_ step: Step) -> Stage.Kind {
    switch step.kind {
    case .one: return .one
    case .scan(let table, let row):
      columns = [row]
      return .scan(table: table, row: row)
    case .bound(let slot, let renamings):
      columns = Set(renamings.map(\.id))
      return .bound(slot: slot, columns: renamings)
    case .elements(let list, let element, let isDistinct):
      let list = ready(list)
      columns = [element]
      return .elements(list, element: element, isDistinct: isDistinct)
    case .flatten(let step, let list, let element, let isDistinct):
      let (input, list) = (input(step), ready(list))
      columns.insert(element)
      return .flatten(input, list, element: element, isDistinct: isDistinct)
    case .filter(let step, let condition): return .filter(input(step), ready(condition))
    case .extend(let step, let definitions): return .extend(input(step), extending(definitions))
    case .aggregate(let step, let keys, let aggregates):
      let input = input(step)
      let keys = keys.map { Stage.Definition(id: $0.id, value: ready($0.value)) }
      let reductions = ready(aggregates)
      columns.formUnion(keys.map(\.id))
      return .aggregate(input, keys: keys, aggregates: reductions)
    case .window(let step, let aggregates): return .window(input(step), ready(aggregates))
    case .sort(let step, let terms): return .sort(input(step), ready(terms))
    case .slice(let step, let skip, let take, let keys):
      return .slice(
        input(step), skip: readyIfPresent(skip), take: readyIfPresent(take), keys: ready(keys))
    case .distinct(let step, let keys): return .distinct(input(step), ready(keys))
    case .expand(let step, let list, let element, let shares):
      return .expand(input(step), expansion(list, element, shares))
    case .spread(let step, let spreading): return .spread(input(step), spread(spreading))
    case .join(let left, let right, let joining):
      let (left, right) = (input(left), secondInput(right))
      let keys = joining.keys.map { (left: ready($0.left), right: ready($0.right)) }
      let condition = readyIfPresent(joining.condition)
      return .join(
        left, right,
        .init(
          kind: joining.kind, keys: keys, condition: condition,
          countsUnpaired: joining.countsUnpaired, pairsMissing: false))
    case .append(let first, let second, let columns):
      return .append(input(first), secondInput(second), appended(columns))
    case .fill(let step, let filling): return .fill(input(step), self.filling(filling))
    }
  }

  private mutating func input(_ step: Step) -> Stage {
    var before = StagePreparation(preparation)
    let stage = before.stage(step)
    columns = before.columns
    parts.add(input: stage)
    return stage
  }

  /// Prepares a step that gives more rows, or rows beside those of the input.
  private mutating func secondInput(_ step: Step) -> Stage {
    var before = StagePreparation(preparation)
    let stage = before.stage(step)
    columns.formUnion(before.columns)
    parts.add(second: stage)
    return stage
  }

  private mutating func ready(_ scalar: Scalar) -> Expression {
    let value = preparation.expression(scalar)
    parts.add(value, inner: columns)
    return value
  }

  private mutating func readyIfPresent(_ scalar: Scalar?) -> Expression? {
    guard let scalar else { return nil }
    return ready(scalar)
  }

  private mutating func ready(_ scalars: [Scalar]) -> [Expression] { scalars.map { ready($0) } }

  private mutating func ready(_ terms: [SortTerm]) -> [Ordering] {
    terms.map { Ordering(value: ready($0.value), isDescending: $0.isDescending) }
  }

  private mutating func ready(
    _ definitions: [Step.AggregateDefinition]
  ) -> [Stage.NamedReduction] {
    let ready = definitions.map { definition in
      let reduction = preparation.reduction(definition.aggregate)
      for part in reduction.expressions { parts.add(part, inner: columns) }
      return Stage.NamedReduction(id: definition.id, reduction: reduction)
    }
    columns.formUnion(definitions.map(\.id))
    return ready
  }

  /// The definitions that something reads; later ones see earlier ones.
  private mutating func extending(_ definitions: [Step.Definition]) -> [Stage.Definition] {
    var kept: [Stage.Definition] = []
    for definition in definitions {
      if preparation.used.contains(definition.id) {
        kept.append(.init(id: definition.id, value: ready(definition.value)))
      }
      columns.insert(definition.id)
    }
    return kept
  }

  /// The columns that something reads.
  private mutating func appended(_ appended: [Step.Appended]) -> [Stage.Appended] {
    let kept = appended.filter { preparation.used.contains($0.id) }.map {
      Stage.Appended(id: $0.id, first: ready($0.first), second: ready($0.second))
    }
    columns.formUnion(appended.map(\.id))
    return kept
  }

  private mutating func filling(_ filling: Step.Filling) -> Stage.Filling {
    let keys = filling.keys.map {
      Stage.FilledKey(id: $0.id, key: ready($0.key), values: readyIfPresent($0.values))
    }
    let others = filling.columns.map { column in
      let otherwise = Scalar(
        .literal(column.otherwise), type: column.value.type, isOptional: true,
        span: column.value.span)
      return Step.Appended(column.id, first: column.value, second: otherwise)
    }
    columns.formUnion(keys.map(\.id))
    return Stage.Filling(keys: keys, columns: appended(others))
  }

  private mutating func expansion(
    _ list: Scalar, _ element: ColumnID, _ shares: [Step.Share]
  ) -> Stage.Expansion {
    let expansion = Stage.Expansion(
      list: ready(list), element: element,
      shares: shares.map { .init(id: $0.id, amount: ready($0.amount), method: $0.method) })
    columns.formUnion(shares.map(\.id))
    columns.insert(element)
    return expansion
  }

  private mutating func spread(_ spreading: Step.Spreading) -> Stage.Spread {
    let (amount, period) = (ready(spreading.amount), ready(spreading.period))
    let method: Stage.Spread.Method =
      switch spreading.method {
      case .evenly: .evenly
      case .daily: .daily
      case .weights(let weights): .weights(ready(weights))
      }
    columns.formUnion([spreading.part, spreading.share])
    return Stage.Spread(
      amount: amount, period: period, grain: spreading.grain, method: method,
      part: spreading.part, share: spreading.share)
  }
}
