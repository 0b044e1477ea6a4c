import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Window functions that hang on the place of a row among the rows of its group.
extension Evaluator {
  /// The ranks of rows, or values of rows so many places before or after, a row a row of the relation. Rows that do not
  /// fulfil the condition have no rank, and nothing is found in them.
  func placed(
    _ reduction: Reduction, over relation: Relation, within outer: Batch?, _ groups: RowGroups
  ) throws(RunFailure) -> ReductionOutcome {
    let keys = PackedKeys(
      try keys(reduction.sort, over: relation, within: outer, reduction.span),
      count: relation.count, outer: groups.ids, groups.count)
    let counted = try counted(
      reduction, over: relation, within: outer, groups, isRunning: true)
    let memory = try run.meter.reserve(
      bytes: keys.count * (24 + 8 * keys.words.count), reduction.span)
    defer { withExtendedLifetime(memory) {} }
    let words = try packed(keys, reduction.span)
    let order = stableOrder(words, keys.words.map(\.bits), keys.count)
    var places = Array(0..<Int32(relation.count))
    if let rows = counted.rows {
      places = Array(repeating: -1, count: relation.count)
      for (place, row) in rows.enumerated() { places[Int(row)] = Int32(place) }
    }
    let queue = Queue(order: order, words: words, places: places, groups: groups)
    switch reduction.function {
    case .rank: return queue.numbered { $0.rank }
    case .denseRank: return queue.numbered { $0.denseRank }
    case .rowNumber: return queue.numbered { $0.number }
    case .ntile:
      let parts = if case .int(let parts)? = reduction.parameter { parts } else { Int64(1) }
      return queue.dealt(parts)
    case .previous, .next:
      guard let argument = counted.argument else { break }
      let distance = if case .int(let rows)? = reduction.parameter { Int(rows) } else { 1 }
      let found = queue.neighbours(distance, forward: reduction.function == .next)
      return ReductionOutcome(
        values: .merged([argument], places: found, type: reduction.type))
    case .count, .sum, .avg, .min, .max, .first, .last, .list, .any, .all, .none, .median,
      .percentile, .stddev:
      break
    }
    return ReductionOutcome(values: .missing(reduction.type, count: relation.count))
  }
}

/// The rows of groups in order.
private struct Queue {
  /// Rows by group, and within it by the sort keys.
  let order: [Int32]
  /// Group and sort keys of each row, packed: rows with equal words are ties.
  let words: [[UInt64]]
  /// The place of each row among the counted ones, -1 where it is not counted.
  let places: [Int32]
  let groups: RowGroups

  /// What a row's number is by each way of counting.
  struct Numbers {
    /// One more than the rows before it.
    var number: Int64 = 0
    /// One more than the rows that come before all its ties.
    var rank: Int64 = 0
    /// One more than the different keys before it.
    var denseRank: Int64 = 0
  }

  func numbered(_ number: (Numbers) -> Int64) -> ReductionOutcome {
    var result = [Int64](repeating: 0, count: order.count)
    var numbers = Numbers()
    var before: Int?
    for row in order.lazy.map({ Int($0) }) where places[row] >= 0 {
      if let last = before, groups.id(last) != groups.id(row) {
        numbers = Numbers()
        before = nil
      }
      numbers.number += 1
      if !(before.map { isTie($0, row) } ?? false) {
        numbers.rank = numbers.number
        numbers.denseRank += 1
      }
      result[row] = number(numbers)
      before = row
    }
    let counted = Bitmap(places.lazy.map { $0 >= 0 })
    return ReductionOutcome(
      values: Vector(.words(result), presence: counted.isFull ? nil : counted))
  }

  /// The number of each counted row's part when those of its group are dealt in order into so many, the first ones a
  /// row larger where that does not come out even.
  func dealt(_ parts: Int64) -> ReductionOutcome {
    var sizes: [Int64] = []
    for row in order.lazy.map({ Int($0) }) where places[row] >= 0 {
      let group = groups.id(row)
      while sizes.count <= group { sizes.append(0) }
      sizes[group] += 1
    }
    let numbers = numbered { $0.number }
    guard case .words(var result) = numbers.values.lanes else { return numbers }
    for row in result.indices where places[row] >= 0 {
      let (size, larger) = sizes[groups.id(row)].quotientAndRemainder(dividingBy: parts)
      let (place, inLarger) = (result[row] - 1, larger * (size + 1))
      result[row] =
        place < inLarger ? place / (size + 1) + 1 : larger + (place - inLarger) / size + 1
    }
    return ReductionOutcome(values: Vector(.words(result), presence: numbers.values.presence))
  }

  private func isTie(_ left: Int, _ right: Int) -> Bool {
    words.allSatisfy { $0[left] == $0[right] }
  }

  /// For each row the place of the counted row so far before or after it, -1 where there is none.
  func neighbours(_ distance: Int, forward: Bool) -> [Int32] {
    var result = [Int32](repeating: -1, count: order.count)
    var seen: [Int32] = []
    var group = -1
    for place in order.indices {
      let row = Int(order[forward ? order.count - 1 - place : place])
      if groups.id(row) != group {
        group = groups.id(row)
        seen.removeAll(keepingCapacity: true)
      }
      if seen.count >= distance { result[row] = seen[seen.count - distance] }
      if places[row] >= 0 { seen.append(places[row]) }
    }
    return result
  }
}
