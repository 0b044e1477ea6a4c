import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// The steps of a query, each from the rows before it. `outer` holds the outer rows of a sub-query.
extension Evaluator {
  /// The rows of a stage, for each outer row.
  func relation(of stage: Stage, within outer: Batch?) throws(RunFailure) -> Relation {
    try run.meter.checkpoint(stage.span)
    if let outer, stage.references.isEmpty {
      guard outer.count > 0 else { return Relation(count: 0, outerCount: 0) }
      return try crossed(try run.shared(stage, self), outer.count, stage.span)
    }
    let span = stage.span
    switch stage.kind {
    case .one: return Relation(count: 1)
    case .scan(let table, let row):
      let tables = run.catalog.tables
      let count = tables.indices.contains(table) ? tables[table].count : 0
      return Relation(count: count, columns: [row: ColumnView(.rows)])
    case .bound(let slot, let columns): return try boundRows(slot, columns)
    case .elements(let list, let element, let isDistinct):
      return try elements(list, element, isDistinct, within: outer, span)
    case .flatten(let input, let list, let element, let isDistinct):
      let input = try relation(of: input, within: outer)
      return try flattened(input, list, element, isDistinct, within: outer, span)
    case .filter(let input, let condition):
      if let rows = try probed(input, condition, within: outer, span) { return rows }
      let input = try relation(of: input, within: outer)
      return try filtered(input, condition, within: outer, span)
    case .extend(let input, let definitions):
      let input = try relation(of: input, within: outer)
      return try extended(input, definitions, within: outer, span)
    case .aggregate(let input, let keys, let aggregates):
      if outer == nil, let sums = PartSums(input, keys, aggregates) {
        return try relation(of: sums, span)
      }
      let input = try relation(of: input, within: outer)
      return try grouped(input, keys, aggregates, within: outer, span)
    case .window(let input, let aggregates):
      let input = try relation(of: input, within: outer)
      return try windowed(input, aggregates, within: outer, span)
    case .sort(let input, let terms):
      let input = try relation(of: input, within: outer)
      let order = try order(of: input, by: terms, within: outer, span)
      return try selecting(.list(order), of: input, span)
    case .slice(let input, let skip, let take, let keys):
      return try sliced(input, skip, take, keys, within: outer, span)
    case .distinct(let input, let keys):
      let input = try relation(of: input, within: outer)
      let first = try grouping(of: input, by: keys, within: outer, span).first
      return try selecting(.list(first.sorted()), of: input, span)
    case .expand(let input, let expansion):
      let input = try relation(of: input, within: outer)
      return try expanded(input, expansion, within: outer, span)
    case .spread(let input, let spread):
      let input = try relation(of: input, within: outer)
      return try spreadOut(input, spread, within: outer, span)
    case .join(let left, let right, let joining):
      return try joined(left, right, joining, within: outer, span)
    case .append(let first, let second, let columns):
      let first = try relation(of: first, within: outer)
      let second = try relation(of: second, within: outer)
      try run.meter.charge(rows: first.count + second.count, span)
      let order = RowOrder(first, second)
      return try stacked(first, second, columns, order, within: outer, span)
    case .fill(let input, let filling):
      let input = try relation(of: input, within: outer)
      return try withCombinations(input, filling, within: outer, span)
    }
  }

  private func boundRows(
    _ slot: Int, _ columns: [Step.Renaming]
  ) throws(RunFailure) -> Relation {
    guard let rows = try run.engine.boundRows(slot, self) else { return Relation(count: 0) }
    var result = Relation(count: rows.count)
    for column in columns { result.columns[column.id] = rows.columns[column.source] }
    return result
  }

  func filtered(
    _ input: Relation, _ condition: Expression, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let parts = try inRanges(of: input.count, computing: [condition]) {
      (worker, range) throws(RunFailure) -> [Int32] in
      var kept: [Int32] = []
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        let batch = Batch(input, .range(rows), within: outer)
        let truth = try worker.rowByRow(batch) { (batch) throws(RunFailure) in
          try worker.truth(condition, batch)
        }
        kept.append(contentsOf: truth.indices(offset: rows.lowerBound))
      }
      return kept
    }
    let kept = parts.count == 1 ? parts[0] : parts.flatMap { $0 }
    if kept.count == input.count { return input }
    return try selecting(.list(kept), of: input, span)
  }

  private func extended(
    _ input: Relation, _ definitions: [Stage.Definition], within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    var result = input
    for definition in definitions {
      if let view = view(of: definition.value, in: result) {
        result.columns[definition.id] = view
      } else if run.isCareful {
        let deferred = DeferredColumn(definition.value, over: result, within: outer, run)
        result.columns[definition.id] = ColumnView(.deferred(deferred))
      } else {
        let values = try vectors([definition.value], over: result, within: outer, span)[0]
        result.columns[definition.id] = try newColumn(values, type: definition.value.type, span)
      }
    }
    return result
  }
}

extension Evaluator {
  /// The column that an expression only names: of the relation itself, or a stored field of a link of it.
  func view(of expression: Expression, in relation: Relation) -> ColumnView? {
    switch expression.kind {
    case .column(let id): return relation.columns[id]
    case .field(let place, let link):
      guard let stored = run.catalog.column(place), case .column(let id) = link.kind,
        let links = relation.columns[id], case .rows = links.source
      else { return nil }
      if case .entity = stored.type { return nil }
      if links.index == nil, stored.count != relation.count { return nil }
      return ColumnView(.stored(stored), index: links.index)
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not, .isKnown,
      .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
  }

  /// The values of expressions over all rows of a relation.
  func vectors(
    _ expressions: [Expression], over relation: Relation, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> [Vector] {
    let bytes = relation.count * 8 * expressions.count
    let memory = try run.meter.reserve(bytes: bytes, span)
    defer { withExtendedLifetime(memory) {} }
    if let stored = storedVectors(expressions, over: relation) { return stored }
    let parts = try inRanges(of: relation.count, computing: expressions) {
      (worker, range) throws(RunFailure) -> [[Vector]] in
      var pieces: [[Vector]] = []
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        let batch = Batch(relation, .range(rows), within: outer)
        pieces.append(
          try worker.rowByRow(batch) { (batch) throws(RunFailure) in
            try worker.vectors(expressions, batch)
          })
      }
      return pieces
    }
    let pieces = parts.flatMap { $0 }
    return expressions.indices.map { place in
      Vector.joined(pieces.map { $0[place] }, type: expressions[place].type)
    }
  }

  /// The values of expressions that all only name stored columns in their own order.
  private func storedVectors(
    _ expressions: [Expression], over relation: Relation
  ) -> [Vector]? {
    var vectors: [Vector] = []
    for expression in expressions {
      guard let view = view(of: expression, in: relation), view.index == nil,
        case .stored(let stored) = view.source
      else { return nil }
      vectors.append(stored.vector(0..<relation.count))
    }
    return vectors
  }

  /// The values of expressions over a batch.
  func vectors(_ expressions: [Expression], _ batch: Batch) throws(RunFailure) -> [Vector] {
    var result: [Vector] = []
    result.reserveCapacity(expressions.count)
    for expression in expressions { result.append(try vector(expression, batch)) }
    return result
  }

  /// Computes something over a batch. In a careful run that fails, the failure is that of the first row with one.
  func rowByRow<Outcome>(
    _ batch: Batch, _ body: (Batch) throws(RunFailure) -> Outcome
  ) throws(RunFailure) -> Outcome {
    do throws(RunFailure) {
      return try body(batch)
    } catch {
      guard run.isCareful, error.isSuspicion, batch.count > 1 else { throw error }
      for position in 0..<batch.count {
        _ = try body(batch.narrowed(.range(position..<position + 1)))
      }
      throw error
    }
  }

  /// The columns of a result.
  func columns(
    _ expressions: [Expression], over relation: Relation, _ span: SourceSpan
  ) throws(RunFailure) -> [Column] {
    var columns: [Int: Column] = [:]
    for (place, expression) in expressions.enumerated() {
      guard let view = view(of: expression, in: relation), view.index == nil,
        case .stored(let stored) = view.source
      else { continue }
      columns[place] = stored
    }
    let others = expressions.indices.filter { columns[$0] == nil }
    let values = try vectors(others.map { expressions[$0] }, over: relation, within: nil, span)
    for (value, place) in zip(values, others) {
      columns[place] = Column(type: expressions[place].type, vector: value)
    }
    return expressions.indices.compactMap { columns[$0] }
  }

  /// The values of the row that `total` adds.
  func footer(_ stage: Stage, _ values: [Expression?]) throws(RunFailure) -> [Value] {
    let relation = try relation(of: stage, within: nil)
    guard relation.count > 0 else { return values.map { _ in .missing } }
    let batch = Batch(relation, .range(0..<1), within: nil)
    var result: [Value] = []
    for value in values {
      result.append(
        try value.map { (value) throws(RunFailure) in try single(value, batch) } ?? .missing)
    }
    return result
  }
}
