import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Running values: for each row an aggregate of the rows of its group up to and including it.
extension Evaluator {
  /// The running values of an aggregate, a row a row of the relation.
  func running(
    _ reduction: Reduction, over relation: Relation, within outer: Batch?, _ groups: RowGroups
  ) throws(RunFailure) -> ReductionOutcome {
    let keys = PackedKeys(
      try keys(reduction.sort, over: relation, within: outer, reduction.span),
      count: relation.count, outer: groups.ids, groups.count)
    let order = try order(keys, reduction.span)
    let counted = try counted(
      reduction, over: relation, within: outer, groups, isRunning: true)
    var places = Array(0..<Int32(relation.count))
    if let rows = counted.rows {
      places = Array(repeating: -1, count: relation.count)
      for (place, row) in rows.enumerated() { places[Int(row)] = Int32(place) }
    }
    let frames = Frames(order: order, places: places, groups: groups, argument: counted.argument)
    return outcome(reduction, frames)
  }

  private func outcome(_ reduction: Reduction, _ frames: Frames) -> ReductionOutcome {
    let type = reduction.type
    switch reduction.function {
    case .count: return frames.counts
    case .any: return frames.flags(start: false) { $0 || $1 }
    case .all: return frames.flags(start: true) { $0 && $1 }
    case .none: return frames.flags(start: true) { $0 && !$1 }
    case .sum, .avg:
      if case .doubles(let doubles) = frames.argument?.lanes {
        return frames.sums(of: doubles, isAverage: reduction.function == .avg)
      }
      return frames.sums(type, isAverage: reduction.function == .avg)
    case .min, .max:
      guard let argument = frames.argument else {
        return ReductionOutcome(values: .missing(type, count: frames.order.count))
      }
      let key = key(of: argument, type, reduction.function == .max)
      let numbers = key.numbers(of: key.wholeVector)
      return frames.chosen(type) { numbers[$0] < numbers[$1] }
    case .first, .last, .list, .median, .percentile, .stddev, .rank, .denseRank, .rowNumber, .ntile,
      .previous, .next:
      return ReductionOutcome(values: .missing(type, count: frames.order.count))
    }
  }
}

extension KeyColumn {
  /// All values of computed ones; none of a column's.
  var wholeVector: Vector {
    switch values {
    case .vector(let vector): vector
    case .view, .places: Vector(.words([]))
    }
  }
}

/// The rows of groups in order, with what each adds.
private struct Frames {
  /// Rows by group, and within it by the sort.
  let order: [Int32]
  /// The place of each row's value in the argument, -1 where the row is not counted.
  let places: [Int32]
  let groups: RowGroups
  let argument: Vector?

  /// Calls `body` for each row in order: its number, whether a group begins, the place of a counted row.
  func walk(_ body: (_ row: Int, _ begins: Bool, _ place: Int?) -> Void) {
    var group = -1
    for row in order {
      let row = Int(row)
      let own = groups.id(row)
      body(row, own != group, places[row] < 0 ? nil : Int(places[row]))
      group = own
    }
  }

  /// The place of a counted row whose value is known.
  private func known(_ place: Int?) -> Int? {
    guard let place, argument?.isKnown(place) ?? true else { return nil }
    return place
  }

  /// How many rows or known values there are so far.
  var counts: ReductionOutcome {
    var result = [Int64](repeating: 0, count: order.count)
    var count: Int64 = 0
    walk { row, begins, place in
      if begins { count = 0 }
      if known(place) != nil { count += 1 }
      result[row] = count
    }
    return ReductionOutcome(values: Vector(.words(result)))
  }

  /// Whether conditions held so far.
  func flags(start: Bool, _ combine: (Bool, Bool) -> Bool) -> ReductionOutcome {
    let truth = argument?.truth
    var result = Bitmap(repeating: false, count: order.count)
    var flag = start
    walk { row, begins, place in
      if begins { flag = start }
      if let place { flag = combine(flag, truth?[place] ?? true) }
      result[row] = flag
    }
    return ReductionOutcome(values: Vector(.bools(result)))
  }

  /// Running sums or averages of words.
  func sums(_ type: DataType, isAverage: Bool) -> ReductionOutcome {
    var words: [Int64] = []
    if case .words(let values) = argument?.lanes { words = values }
    var result = [Int64](repeating: 0, count: order.count)
    var averages = [Double](repeating: 0, count: order.count)
    var present = Bitmap(repeating: !isAverage, count: order.count)
    var failed: [Int] = []
    var (sum, count) = (Int128(0), 0)
    walk { row, begins, place in
      if begins { (sum, count) = (0, 0) }
      if let place = known(place), place < words.count {
        sum += Int128(words[place])
        count += 1
      }
      if isAverage {
        guard count > 0 else { return }
        present[row] = true
        averages[row] = Double(rounding: sum) / Double(count)
        result[row] = Int64(truncatingIfNeeded: sum.divided(by: count))
      } else if let word = type.word(sum) {
        result[row] = word
      } else {
        failed.append(row)
      }
    }
    let lanes: Lanes = type.isWord ? .words(result) : .doubles(averages)
    return ReductionOutcome(
      values: Vector(lanes, presence: present.isFull ? nil : present),
      failure: .overflow(type), failed: failed)
  }

  /// Running sums or averages of numbers, each exact and rounded once.
  func sums(of doubles: [Double], isAverage: Bool) -> ReductionOutcome {
    let scale = FixedPoint(holding: doubles)
    var result = [Double](repeating: 0, count: order.count)
    var present = Bitmap(repeating: !isAverage, count: order.count)
    var failed: [Int] = []
    var (decimal, fixed, long, count) = (DecimalSum(), Int128(0), LongSum(), 0)
    walk { row, begins, place in
      if begins { (decimal, fixed, long, count) = (DecimalSum(), 0, LongSum(), 0) }
      if let place = known(place) {
        decimal.add(doubles[place])
        if let scale { fixed += scale.whole(doubles[place]) } else { long.add(doubles[place]) }
        count += 1
      }
      let sum = decimal.number ?? scale.map { $0.number(fixed) } ?? long.number
      if !sum.isFinite { failed.append(row) }
      if count > 0 { present[row] = true }
      result[row] = isAverage && count > 0 ? sum / Double(count) : sum
    }
    return ReductionOutcome(
      values: Vector(.doubles(result), presence: present.isFull ? nil : present),
      failure: .notFinite, failed: failed)
  }

  /// One of the values so far: the first, then any that is to replace the one chosen.
  func chosen(_ type: DataType, _ replaces: (Int, Int) -> Bool) -> ReductionOutcome {
    var result = [Int32](repeating: -1, count: order.count)
    var chosen = -1
    walk { row, begins, place in
      if begins { chosen = -1 }
      if let place = known(place), chosen < 0 || replaces(place, chosen) { chosen = place }
      result[row] = Int32(chosen)
    }
    guard let argument else {
      return ReductionOutcome(values: .missing(type, count: order.count))
    }
    return ReductionOutcome(values: .merged([argument], places: result, type: type))
  }
}
