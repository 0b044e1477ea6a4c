extension Scalar {
  /// Whether the tree has at most so many nodes and levels.
  package func fits(nodes: Int, levels: Int) -> Bool {
    var size = TreeSize(nodes: nodes, levels: levels)
    size.visit(self, 1)
    return size.fits
  }
}

extension Step {
  /// Whether the tree has at most so many nodes and levels.
  package func fits(nodes: Int, levels: Int) -> Bool {
    var size = TreeSize(nodes: nodes, levels: levels)
    size.visit(self, 1)
    return size.fits
  }
}

/// Counts the nodes of a tree, and stops where there are too many.
private struct TreeSize {
  private var nodes: Int
  private let levels: Int
  private(set) var fits = true

  init(nodes: Int, levels: Int) {
    self.nodes = nodes
    self.levels = levels
  }

  private mutating func enters(_ level: Int) -> Bool {
    nodes -= 1
    if nodes < 0 || level > levels { fits = false }
    return fits
  }

  mutating func visit(_ step: Step, _ level: Int) {
    guard enters(level) else { return }
    for input in step.inputs { visit(input, level + 1) }
    for scalar in step.scalars { visit(scalar, level + 1) }
  }

  mutating func visit(_ scalar: Scalar, _ level: Int) {
    guard enters(level) else { return }
    for operand in scalar.operands { visit(operand, level + 1) }
    switch scalar.kind {
    case .reduce(let step, _), .collect(let step, _): visit(step, level + 1)
    case .literal, .parameter, .asOf, .bound, .column, .field, .linking, .call, .convert, .and, .or,
      .not, .isKnown, .choose, .coalesce, .list, .text, .under, .above, .sources:
      break
    }
  }
}

extension Scalar {
  /// The scalars right below, those of an aggregate among them.
  fileprivate var operands: [Scalar] {
    switch kind {
    case .literal, .parameter, .asOf, .bound, .column: []
    case .field(_, _, let inner), .linking(_, _, let inner), .convert(let inner), .not(let inner),
      .isKnown(let inner), .collect(_, let inner), .above(let inner, _, _):
      [inner]
    case .call(_, let arguments), .list(let arguments), .sources(let arguments): arguments
    case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right),
      .under(let left, let right, _, _):
      [left, right]
    case .choose(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap { $0 }
    case .text(let parts):
      parts.compactMap { if case .value(let scalar, _) = $0 { scalar } else { nil } }
    case .reduce(_, let aggregate): aggregate.scalars
    }
  }
}

extension Aggregate {
  fileprivate var scalars: [Scalar] {
    let single: [Scalar] = [argument, condition].compactMap { $0 }
    return single + distinct + within + sort.map(\.value)
  }
}

extension Step {
  fileprivate var inputs: [Step] {
    switch kind {
    case .one, .scan, .bound, .elements: []
    case .flatten(let input, _, _, _), .filter(let input, _), .extend(let input, _),
      .aggregate(let input, _, _), .window(let input, _), .sort(let input, _),
      .slice(let input, _, _, _), .distinct(let input, _), .expand(let input, _, _, _),
      .spread(let input, _), .fill(let input, _):
      [input]
    case .join(let left, let right, _), .append(let left, let right, _): [left, right]
    }
  }

  fileprivate var scalars: [Scalar] {
    switch kind {
    case .one, .scan, .bound: return []
    case .elements(let list, _, _), .flatten(_, let list, _, _): return [list]
    case .filter(_, let condition): return [condition]
    case .extend(_, let definitions): return definitions.map(\.value)
    case .aggregate(_, let keys, let aggregates):
      return keys.map(\.value) + aggregates.flatMap(\.aggregate.scalars)
    case .window(_, let aggregates): return aggregates.flatMap(\.aggregate.scalars)
    case .sort(_, let terms): return terms.map(\.value)
    case .slice(_, let skip, let take, let keys): return [skip, take].compactMap { $0 } + keys
    case .distinct(_, let keys): return keys
    case .expand(_, let list, _, let shares): return [list] + shares.map(\.amount)
    case .spread(_, let spreading):
      return [spreading.amount, spreading.period] + spreading.method.weights
    case .join(_, _, let joining):
      let keys: [Scalar] = joining.keys.flatMap { [$0.left, $0.right] }
      return keys + [joining.condition].compactMap { $0 }
    case .append(_, _, let columns): return columns.flatMap { [$0.first, $0.second] }
    case .fill(_, let filling):
      let values = filling.keys.compactMap { $0.values }
      return filling.keys.map { $0.key } + values + filling.columns.map { $0.value }
    }
  }
}

extension Step.Spreading.Method {
  fileprivate var weights: [Scalar] {
    switch self {
    case .evenly, .daily: []
    case .weights(let weights): weights
    }
  }
}
