import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Aggregates of groups of rows.
extension Evaluator {
  /// The values of an aggregate, a row a group.
  func outcome(
    of reduction: Reduction, over relation: Relation, within outer: Batch?, _ groups: RowGroups
  ) throws(RunFailure) -> ReductionOutcome {
    if reduction.distinct.isEmpty, let tally = Tally(reduction, groupCount: groups.count) {
      return try streamed(reduction, tally, over: relation, within: outer, groups)
    }
    let counted = try counted(reduction, over: relation, within: outer, groups)
    var order: [Int32]?
    if reduction.dependsOnOrder {
      order = try self.order(
        of: counted.relation, by: reduction.sort, within: outer, reduction.span)
    }
    return outcome(reduction, counted, order)
  }

  /// Rows that an aggregate counts, with their groups and the values of its argument.
  struct CountedRows {
    let relation: Relation
    let groups: RowGroups
    let argument: Vector?
    /// The rows' numbers in the relation that was given; nil when all are counted.
    let rows: [Int32]?
  }

  /// The rows that fulfil the condition, one for each combination of `distinct` in a group.
  func counted(
    _ reduction: Reduction, over relation: Relation, within outer: Batch?, _ groups: RowGroups,
    isRunning: Bool = false
  ) throws(RunFailure) -> CountedRows {
    let span = reduction.span
    var relation = relation
    var groups = groups
    var rows: [Int32]?
    if let condition = reduction.condition {
      let truth = try vectors([condition], over: relation, within: outer, span)[0].truth
      if !truth.isFull {
        let kept = truth.indices()
        relation = try selecting(.list(kept), of: relation, span)
        groups = groups.selecting(kept)
        rows = kept
      }
    }
    if !reduction.distinct.isEmpty {
      let terms = reduction.distinct.map { Ordering(value: $0, isDescending: false) }
      let keys = PackedKeys(
        try keys(terms, over: relation, within: outer, span), count: relation.count,
        outer: groups.ids, groups.count)
      let first = try grouping(keys, span).first.sorted()
      relation = try selecting(.list(first), of: relation, span)
      groups = groups.selecting(first)
      rows = rows.map { rows in first.map { rows[Int($0)] } } ?? first
    }
    var argument: Vector?
    if let expression = reduction.argument {
      var all = [expression]
      if run.isCareful, reduction.dependsOnOrder, !isRunning { all += reduction.sort.map(\.value) }
      argument = try vectors(all, over: relation, within: outer, span)[0]
    }
    noteMissing(argument, reduction, within: outer)
    return CountedRows(relation: relation, groups: groups, argument: argument, rows: rows)
  }

  /// Says how many values an aggregate over all rows skips; those of sub-queries are many small matters.
  private func noteMissing(_ values: Vector?, _ reduction: Reduction, within outer: Batch?) {
    guard outer == nil, let presence = values?.presence else { return }
    switch reduction.function {
    case .sum, .avg, .min, .max, .first, .last, .list, .median, .percentile, .stddev:
      run.note(
        .missing(reduction.function, of: reduction.argumentName),
        presence.count - presence.population, at: reduction.span)
    case .count, .any, .all, .none: break
    case .rank, .denseRank, .rowNumber, .ntile, .previous, .next: break
    }
  }

  /// Adds up batch by batch, each thread for itself, and puts the parts together.
  private func streamed(
    _ reduction: Reduction, _ empty: Tally, over relation: Relation, within outer: Batch?,
    _ groups: RowGroups
  ) throws(RunFailure) -> ReductionOutcome {
    let expressions = [reduction.condition, reduction.argument].compactMap { $0 }
    let parts = try inRanges(of: relation.count, computing: expressions) {
      (worker, range) throws(RunFailure) -> Tally in
      var tally = empty
      try worker.eachBatch(of: range, reduction.span) { (rows) throws(RunFailure) in
        var batch = Batch(relation, .range(rows), within: outer)
        if let condition = reduction.condition {
          batch = batch.narrowed(try worker.truth(condition, batch))
        }
        guard batch.count > 0 else { return }
        let values = try reduction.argument.map { (argument) throws(RunFailure) in
          try worker.vector(argument, batch)
        }
        noteMissing(values, reduction, within: outer)
        tally.add(values, batch.rows, groups)
      }
      return tally
    }
    var total = parts.first ?? empty
    for part in parts.dropFirst() { total.add(part) }
    return total.outcome
  }

  private func outcome(
    _ reduction: Reduction, _ counted: CountedRows, _ order: [Int32]?
  ) -> ReductionOutcome {
    let groups = counted.groups
    if var tally = Tally(reduction, groupCount: groups.count) {
      if counted.relation.count > 0 {
        tally.add(counted.argument, .range(0..<counted.relation.count), groups)
      }
      return tally.outcome
    }
    let type = reduction.type
    guard let argument = counted.argument else {
      return ReductionOutcome(values: .missing(type, count: groups.count))
    }
    switch reduction.function {
    case .list:
      let listType = type == type.element ? DataType.list(type) : type
      return ReductionOutcome(values: groups.lists(of: argument, type: listType, order: order))
    case .first: return ReductionOutcome(values: groups.first(argument, order?[...], type))
    case .last:
      let backwards = order ?? Array(0..<Int32(argument.count))
      return ReductionOutcome(values: groups.first(argument, backwards.reversed()[...], type))
    case .min, .max:
      let key = key(of: argument, type, reduction.function == .max)
      return ReductionOutcome(values: groups.least(argument, key, type))
    case .sum, .avg: return ExactSums(argument, groups).outcome(reduction.function)
    case .median, .percentile:
      let share = if case .number(let share)? = reduction.parameter { share } else { 0.5 }
      return groups.percentiles(of: argument, share: share, type)
    case .stddev: return groups.deviations(of: argument, type)
    case .count, .any, .all, .none, .rank, .denseRank, .rowNumber, .ntile, .previous, .next:
      return ReductionOutcome(values: .missing(type, count: groups.count))
    }
  }
}

extension RowGroups {
  /// The first known value of each group, in an order of rows.
  fileprivate func first(_ values: Vector, _ order: ArraySlice<Int32>?, _ type: DataType) -> Vector
  {
    var found = [Int32](repeating: -1, count: count)
    func see(_ row: Int) {
      if found[id(row)] < 0, values.isKnown(row) { found[id(row)] = Int32(row) }
    }
    if let order {
      for row in order { see(Int(row)) }
    } else {
      for row in 0..<values.count { see(row) }
    }
    return Vector.merged([values], places: found, type: type)
  }

  /// The known value of each group whose number is least.
  fileprivate func least(_ values: Vector, _ key: KeyColumn, _ type: DataType) -> Vector {
    let numbers = key.numbers(of: key.wholeVector)
    var found = [Int32](repeating: -1, count: count)
    for row in 0..<values.count where values.isKnown(row) {
      let group = id(row)
      if found[group] < 0 || numbers[row] < numbers[Int(found[group])] { found[group] = Int32(row) }
    }
    return Vector.merged([values], places: found, type: type)
  }
}
