import PlanQLData

/// Expressions of which only the part that decides is computed.
extension Evaluator {
  /// The rows in which both conditions are true; the right one is computed where the left is true.
  func both(
    _ left: Expression, _ right: Expression, _ batch: Batch
  ) throws(RunFailure) -> Bitmap {
    let decided = try truth(left, batch)
    return try completed(decided, with: right, where: decided, batch)
  }

  /// The rows in which one of the conditions is true; the right one is computed where the left is not.
  func either(
    _ left: Expression, _ right: Expression, _ batch: Batch
  ) throws(RunFailure) -> Bitmap {
    let decided = try truth(left, batch)
    return try completed(decided, with: right, where: ~decided, batch)
  }

  /// The bits of `decided`, but for the open rows those of a condition.
  private func completed(
    _ decided: Bitmap, with condition: Expression, where open: Bitmap, _ batch: Batch
  ) throws(RunFailure) -> Bitmap {
    let openCount = open.population
    guard openCount > 0 else { return decided }
    if openCount == batch.count { return try truth(condition, batch) }
    if !run.isCareful, openCount * 4 > batch.count, condition.isCheap {
      let all = try truth(condition, batch)
      return (decided & ~open) | (all & open)
    }
    let positions = open.indices()
    let found = try truth(condition, batch.narrowed(.list(positions)))
    var result = decided
    for (place, position) in positions.enumerated() { result[Int(position)] = found[place] }
    return result
  }

  /// The value of the first branch whose condition is true.
  func chosen(
    _ branches: [Expression.Branch], _ otherwise: Expression?, _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    var merge = Merge(count: batch.count, type: type)
    var open = Bitmap(repeating: true, count: batch.count)
    for branch in branches where !open.isEmpty {
      let positions = open.indices()
      let narrowed = batch.narrowed(open)
      let holds = try truth(branch.condition, narrowed)
      guard !holds.isEmpty else { continue }
      let chosen = holds.indices().map { positions[Int($0)] }
      let value = try vector(branch.value, narrowed.narrowed(holds))
      merge.add(value, of: branch.value.type, at: chosen)
      for position in chosen { open[Int(position)] = false }
    }
    if let otherwise, !open.isEmpty {
      merge.add(
        try vector(otherwise, batch.narrowed(open)), of: otherwise.type, at: open.indices())
    }
    return merge.finish()
  }

  /// The left value where it is known, else the right.
  func coalesced(
    _ left: Expression, _ right: Expression, _ type: DataType, _ batch: Batch
  ) throws(RunFailure) -> Vector {
    let first = try vector(left, batch)
    guard let known = first.presence, !known.isFull else { return first }
    let open = ~known
    var merge = Merge(count: batch.count, type: type)
    merge.add(first.gathered(known.indices()), of: left.type, at: known.indices())
    merge.add(try vector(right, batch.narrowed(open)), of: right.type, at: open.indices())
    return merge.finish()
  }
}

/// Puts the values of branches back in the order of their rows.
private struct Merge {
  private let type: DataType
  private var places: [Int32]
  private var pieces: [Vector] = []
  private var count: Int32 = 0

  init(count: Int, type: DataType) {
    self.type = type
    self.places = Array(repeating: -1, count: count)
  }

  /// Adds the values of the rows at some positions.
  mutating func add(_ values: Vector, of valueType: DataType, at positions: [Int32]) {
    guard valueType != .missing, !positions.isEmpty else { return }
    for (offset, position) in positions.enumerated() {
      places[Int(position)] = count + Int32(offset)
    }
    pieces.append(values)
    count += Int32(values.count)
  }

  /// The values of all rows, missing where none was added.
  func finish() -> Vector { Vector.merged(pieces, places: places, type: type) }
}

extension Expression {
  /// Whether computing it for too many rows costs little: no sub-query and no text is made.
  var isCheap: Bool {
    switch kind {
    case .literal, .parameter, .asOf, .bound, .column: true
    case .field(_, let operand), .not(let operand), .isKnown(let operand): operand.isCheap
    case .call(_, let operands): type == .bool && operands.allSatisfy(\.isCheap)
    case .and(let left, let right), .or(let left, let right): left.isCheap && right.isCheap
    case .convert, .linking, .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect,
      .sources:
      false
    }
  }
}
