import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Steps that compute aggregates of their rows.
extension Evaluator {
  /// One row a combination of keys, for each outer row; without keys one row for each outer row.
  func grouped(
    _ input: Relation, _ keys: [Stage.Definition], _ aggregates: [Stage.NamedReduction],
    within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let reductions = aggregates.map(\.reduction)
    try rehearse(reductions, keys.map(\.value), over: input, within: outer, .grouped)
    var result: Relation
    let groups: RowGroups
    if keys.isEmpty {
      groups = RowGroups(ids: input.outer, count: input.outerCount)
      result = Relation(
        count: input.outerCount,
        outer: input.outerCount == 1 ? nil : Array(0..<Int32(input.outerCount)),
        outerCount: input.outerCount)
    } else {
      let grouping = try grouping(of: input, by: keys.map(\.value), within: outer, span)
      groups = grouping.groups
      result = Relation(
        count: groups.count,
        outer: input.outer.map { outer in grouping.first.map { outer[Int($0)] } },
        outerCount: input.outerCount)
      let first = try selecting(.list(grouping.first), of: input, span)
      let values = try vectors(keys.map(\.value), over: first, within: outer, span)
      for (key, values) in zip(keys, values) {
        result.columns[key.id] = try newColumn(values, type: key.value.type, span)
      }
    }
    let values = try aggregated(reductions, over: input, within: outer, groups)
    for (aggregate, values) in zip(aggregates, values) {
      result.columns[aggregate.id] = try newColumn(values, type: aggregate.reduction.type, span)
    }
    return result
  }

  /// For each row a value of all rows of its outer row, or of those equal in `within`; running where there is a sort.
  func windowed(
    _ input: Relation, _ aggregates: [Stage.NamedReduction], within outer: Batch?,
    _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let reductions = aggregates.map(\.reduction)
    try rehearse(reductions, [], over: input, within: outer, .windowed)
    var result = input
    var failures: [RankedFailure] = []
    for (place, aggregate) in aggregates.enumerated() {
      let reduction = aggregate.reduction
      let groups =
        reduction.within.isEmpty
        ? RowGroups(ids: input.outer, count: input.outerCount)
        : try grouping(of: input, by: reduction.within, within: outer, span).groups
      let outcome: ReductionOutcome
      switch reduction.windowStyle {
      case .whole:
        outcome = try self.outcome(of: reduction, over: input, within: outer, groups)
          .spread(over: groups, input.count)
      case .running: outcome = try running(reduction, over: input, within: outer, groups)
      case .placed: outcome = try placed(reduction, over: input, within: outer, groups)
      }
      failures += outcome.failures(place, reduction.span)
      result.columns[aggregate.id] = try newColumn(outcome.values, type: reduction.type, span)
    }
    if let first = failures.min() { throw first.failure }
    return result
  }

  /// One vector an aggregate, a row a group.
  func aggregated(
    _ reductions: [Reduction], over relation: Relation, within outer: Batch?, _ groups: RowGroups
  ) throws(RunFailure) -> [Vector] {
    var values: [Vector] = []
    var failures: [RankedFailure] = []
    for (place, reduction) in reductions.enumerated() {
      let outcome = try outcome(of: reduction, over: relation, within: outer, groups)
      values.append(outcome.values)
      failures += outcome.failures(place, reduction.span)
    }
    if let first = failures.min() { throw first.failure }
    return values
  }
}

/// Values of an aggregate, a row a group or a row, and those that have none because it cannot be computed.
struct ReductionOutcome {
  var values: Vector
  var failure: ComputationFailure?
  /// The groups or rows without a value.
  var failed: [Int] = []

  /// The value of each row's group.
  fileprivate func spread(over groups: RowGroups, _ count: Int) -> ReductionOutcome {
    let ids = groups.ids ?? Array(repeating: 0, count: count)
    let failedGroups = Set(failed)
    return ReductionOutcome(
      values: groups.count > 0 ? values.gathered(ids) : values, failure: failure,
      failed: failed.isEmpty ? [] : ids.indices.filter { failedGroups.contains(Int(ids[$0])) })
  }

  fileprivate func failures(_ place: Int, _ span: SourceSpan) -> [RankedFailure] {
    guard let failure, let first = failed.min() else { return [] }
    return [
      RankedFailure(
        row: first, place: place, failure: RunFailure(.computation(failure), at: span))
    ]
  }
}

/// Failures of several aggregates in the order in which rows, and in a row aggregates, come.
private struct RankedFailure: Comparable {
  let row: Int
  let place: Int
  let failure: RunFailure

  static func < (left: RankedFailure, right: RankedFailure) -> Bool {
    (left.row, left.place) < (right.row, right.place)
  }
}

extension Evaluator {
  /// Whether aggregates give a value a group or a value a row.
  enum AggregationStyle {
    case grouped, windowed
  }

  /// In a careful run, computes all that the rows of a step need, row by row, so that the first failure is that of the
  /// first row. What is computed is not kept.
  func rehearse(
    _ reductions: [Reduction], _ keys: [Expression], over relation: Relation, within outer: Batch?,
    _ style: AggregationStyle
  ) throws(RunFailure) {
    guard run.isCareful, let span = reductions.first?.span ?? keys.first?.span else { return }
    let notes = run.notes
    defer { run.notes = notes }
    try eachBatch(of: 0..<relation.count, span) { (rows) throws(RunFailure) in
      let batch = Batch(relation, .range(rows), within: outer)
      try rowByRow(batch) { (batch) throws(RunFailure) in
        _ = try vectors(keys, batch)
        for reduction in reductions { try rehearse(reduction, batch, style) }
      }
    }
  }

  private func rehearse(
    _ reduction: Reduction, _ batch: Batch, _ style: AggregationStyle
  ) throws(RunFailure) {
    let isRunning = style == .windowed && reduction.sortsAllRows
    if style == .windowed { _ = try vectors(reduction.within, batch) }
    if isRunning { _ = try vectors(reduction.sort.map(\.value), batch) }
    var counted = batch
    if let condition = reduction.condition {
      counted = batch.narrowed(try truth(condition, batch))
    }
    guard reduction.distinct.isEmpty else {
      _ = try vectors(reduction.distinct, counted)
      return
    }
    if let argument = reduction.argument { _ = try vector(argument, counted) }
    if !isRunning, reduction.dependsOnOrder {
      _ = try vectors(reduction.sort.map(\.value), counted)
    }
  }
}
