extension Step {
  /// The columns of outer rows that the step reads.
  package var freeColumns: Set<ColumnID> {
    var columns = ColumnUse()
    columns.visit(self)
    return columns.read.subtracting(columns.made)
  }
}

extension Scalar {
  /// The columns that the scalar reads, of its own row and of outer ones.
  package var freeColumns: Set<ColumnID> {
    var columns = ColumnUse()
    columns.visit(self)
    return columns.read.subtracting(columns.made)
  }
}

/// The columns that a tree reads and those that it makes; as every column has one maker, the difference is free.
private struct ColumnUse {
  var read: Set<ColumnID> = []
  var made: Set<ColumnID> = []

  mutating func visit(_ step: Step) {
    switch step.kind {
    case .one: break
    case .scan(_, let row): made.insert(row)
    case .bound(_, let columns): made.formUnion(columns.map(\.id))
    case .elements(let list, let element, _):
      visit(list)
      made.insert(element)
    case .flatten(let input, let list, let element, _):
      visit(input)
      visit(list)
      made.insert(element)
    case .filter(let input, let condition):
      visit(input)
      visit(condition)
    case .extend(let input, let definitions):
      visit(input)
      visit(definitions)
    case .aggregate(let input, let keys, let aggregates):
      visit(input)
      visit(keys)
      visit(aggregates)
    case .window(let input, let aggregates):
      visit(input)
      visit(aggregates)
    case .sort(let input, let terms):
      visit(input)
      visit(terms.map(\.value))
    case .slice(let input, let skip, let take, let keys):
      visit(input)
      visit([skip, take].compactMap { $0 } + keys)
    case .distinct(let input, let keys):
      visit(input)
      visit(keys)
    case .expand(let input, let list, let element, let shares):
      visit(input)
      visit([list] + shares.map(\.amount))
      made.formUnion([element] + shares.map(\.id))
    case .spread(let input, let spreading):
      visit(input)
      visit([spreading.amount, spreading.period])
      if case .weights(let weights) = spreading.method { visit(weights) }
      made.formUnion([spreading.part, spreading.share])
    case .join(let left, let right, let joining):
      visit(left)
      visit(right)
      visit(joining.keys.flatMap { [$0.left, $0.right] } + [joining.condition].compactMap { $0 })
    case .append(let first, let second, let columns):
      visit(first)
      visit(second)
      visit(columns.flatMap { [$0.first, $0.second] })
      made.formUnion(columns.map(\.id))
    case .fill(let input, let filling):
      visit(input)
      visit(filling.keys.flatMap { [$0.key] + [$0.values].compactMap { $0 } })
      visit(filling.columns.map(\.value))
      made.formUnion(filling.keys.map(\.id) + filling.columns.map(\.id))
    }
  }

  mutating func visit(_ definitions: [Step.Definition]) {
    visit(definitions.map(\.value))
    made.formUnion(definitions.map(\.id))
  }

  mutating func visit(_ definitions: [Step.AggregateDefinition]) {
    for definition in definitions { visit(definition.aggregate) }
    made.formUnion(definitions.map(\.id))
  }

  mutating func visit(_ aggregate: Aggregate) {
    visit([aggregate.argument, aggregate.condition].compactMap { $0 })
    visit(aggregate.distinct + aggregate.within + aggregate.sort.map(\.value))
  }

  mutating func visit(_ scalars: [Scalar]) {
    for scalar in scalars { visit(scalar) }
  }

  mutating func visit(_ scalar: Scalar) {
    switch scalar.kind {
    case .literal, .parameter, .asOf, .bound: break
    case .column(let id): read.insert(id)
    case .field(_, _, let inner), .linking(_, _, let inner), .convert(let inner),
      .not(let inner), .isKnown(let inner), .above(let inner, _, _):
      visit(inner)
    case .call(_, let arguments), .list(let arguments), .sources(let arguments): visit(arguments)
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right),
      .under(let left, let right, _, _):
      visit([left, right])
    case .choose(let branches, let otherwise):
      visit(branches.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap { $0 })
    case .text(let parts):
      for case .value(let scalar, _) in parts { visit(scalar) }
    case .reduce(let step, let aggregate):
      visit(step)
      visit(aggregate)
    case .collect(let step, let value):
      visit(step)
      visit(value)
    }
  }
}
