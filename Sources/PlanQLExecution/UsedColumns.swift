import PlanQLAlgebra
import PlanQLData

/// Finds the columns that a query reads, so that nothing is computed in vain.
struct UsedColumns {
  private(set) var columns: Set<ColumnID> = []
  /// What `extend` names, looked at only when something reads it.
  private var definitions: [ColumnID: [Scalar]] = [:]

  /// Adds what a query reads.
  mutating func add(_ query: TableQuery) {
    add(query.step)
    for column in query.columns { add(column.value) }
    if let footer = query.footer {
      add(footer.step)
      for value in footer.values { if let value { add(value) } }
    }
  }

  /// Adds a column that is read.
  mutating func add(_ id: ColumnID) {
    guard columns.insert(id).inserted else { return }
    for value in definitions.removeValue(forKey: id) ?? [] { add(value) }
  }

  /// Adds what an expression reads.
  mutating func add(_ scalar: Scalar) {
    switch scalar.kind {
    case .literal, .parameter, .asOf, .bound: break
    case .column(let id): add(id)
    case .field(_, _, let operand), .linking(_, _, let operand), .convert(let operand),
      .not(let operand), .isKnown(let operand), .above(let operand, _, _):
      add(operand)
    case .call(_, let operands), .list(let operands), .sources(let operands):
      for operand in operands { add(operand) }
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right),
      .under(let left, let right, _, _):
      add(left)
      add(right)
    case .choose(let branches, let otherwise):
      for branch in branches {
        add(branch.condition)
        add(branch.value)
      }
      if let otherwise { add(otherwise) }
    case .text(let parts):
      for case .value(let operand, _) in parts { add(operand) }
    case .reduce(let step, let aggregate):
      add(step)
      add(aggregate)
    case .collect(let step, let value):
      add(step)
      add(value)
    }
  }

  private mutating func add(_ aggregate: Aggregate) {
    if let argument = aggregate.argument { add(argument) }
    if let condition = aggregate.condition { add(condition) }
    for key in aggregate.distinct + aggregate.within { add(key) }
    for term in aggregate.sort { add(term.value) }
  }

  /// Adds what a step and its inputs read.
  mutating func add(_ step: Step) {
    switch step.kind {
    case .one, .scan, .bound: break
    case .elements(let list, _, _): add(list)
    case .flatten(let input, let list, _, _):
      add(input)
      add(list)
    case .filter(let input, let condition):
      add(input)
      add(condition)
    case .extend(let input, let items):
      add(input)
      for item in items { define(item.id, [item.value]) }
    case .aggregate(let input, let keys, let aggregates):
      add(input)
      for key in keys { add(key.value) }
      for item in aggregates { add(item.aggregate) }
    case .window(let input, let aggregates):
      add(input)
      for item in aggregates { add(item.aggregate) }
    case .sort(let input, let terms):
      add(input)
      for term in terms { add(term.value) }
    case .slice(let input, let skip, let take, let keys):
      add(input)
      for value in [skip, take] { if let value { add(value) } }
      for key in keys { add(key) }
    case .distinct(let input, let keys):
      add(input)
      for key in keys { add(key) }
    case .expand(let input, let list, _, let shares):
      add(input)
      add(list)
      for share in shares { add(share.amount) }
    case .spread(let input, let spreading):
      add(input)
      add(spreading.amount)
      add(spreading.period)
      if case .weights(let weights) = spreading.method { for weight in weights { add(weight) } }
    case .join(let left, let right, let joining):
      add(left)
      add(right)
      for key in joining.keys {
        add(key.left)
        add(key.right)
      }
      if let condition = joining.condition { add(condition) }
    case .append(let first, let second, let items):
      add(first)
      add(second)
      for item in items { define(item.id, [item.first, item.second]) }
    case .fill(let input, let filling):
      add(input)
      for key in filling.keys {
        add(key.key)
        if let values = key.values { add(values) }
      }
      for item in filling.columns { define(item.id, [item.value]) }
    }
  }

  /// Keeps what a column is computed from until something reads it.
  private mutating func define(_ id: ColumnID, _ values: [Scalar]) {
    if columns.contains(id) {
      for value in values { add(value) }
    } else {
      definitions[id] = values
    }
  }
}
