import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Rows made of the elements of lists.
extension Evaluator {
  /// A row for each element of a list of the outer row.
  func elements(
    _ list: Expression, _ element: ColumnID, _ isDistinct: Bool, within outer: Batch?,
    _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let batch = outer ?? .unit
    try chargeElements(list, batch, span)
    var lists = ListRows(try vector(list, batch))
    if isDistinct { lists.keepFirst(of: lists.parents) }
    var result = Relation(
      count: lists.parents.count, outer: batch.count == 1 ? nil : lists.parents,
      outerCount: batch.count)
    result.columns[element] = try newColumn(lists.elements, type: list.type.element, span)
    return result
  }

  /// For each row its elements; rows without any vanish.
  func flattened(
    _ input: Relation, _ list: Expression, _ element: ColumnID, _ isDistinct: Bool,
    within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    if !run.isCareful {
      try chargeElements(list, Batch(input, .range(0..<input.count), within: outer), span)
    }
    var lists = ListRows(try vectors([list], over: input, within: outer, span)[0])
    if isDistinct {
      lists.keepFirst(of: input.outerPositions(.list(lists.parents)).list)
    }
    var result = try selecting(.list(lists.parents), of: input, span)
    result.columns[element] = try newColumn(lists.elements, type: list.type.element, span)
    return result
  }

  private func chargeElements(
    _ list: Expression, _ batch: Batch, _ span: SourceSpan
  ) throws(RunFailure) {
    guard batch.count > 0, let lengths = try lengths(list, batch) else { return }
    try run.meter.charge(rows: lengths.reduce(0, +), span)
  }

  /// A row for each element; a row without any is kept, with the element missing.
  func expanded(
    _ input: Relation, _ expansion: Stage.Expansion, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let values = try vectors(
      [expansion.list] + expansion.shares.map(\.amount), over: input, within: outer, span)
    let lists = ListRows(values[0])
    let counts = lists.counts(of: input.count)
    try run.meter.charge(rows: counts.reduce(0) { $0 + max($1, 1) }, span)
    var parents: [Int32] = []
    var places: [Int32] = []
    var next: Int32 = 0
    for (row, count) in counts.enumerated() {
      parents.append(contentsOf: repeatElement(Int32(row), count: max(count, 1)))
      if count == 0 {
        places.append(-1)
      } else {
        places.append(contentsOf: next..<next + Int32(count))
        next += Int32(count)
      }
    }
    var result = try selecting(.list(parents), of: input, span)
    let elementType = expansion.list.type.element
    let isWhole = lists.elements.count == places.count
    let elements =
      isWhole
      ? lists.elements : Vector.merged([lists.elements], places: places, type: elementType)
    result.columns[expansion.element] = try newColumn(elements, type: elementType, span)
    for (share, amount) in zip(expansion.shares, values.dropFirst()) {
      let shares = amount.shared(among: counts, share.method)
      result.columns[share.id] = try newColumn(shares, type: share.amount.type, span)
    }
    return result
  }
}

/// The elements of lists, each with the row of its list.
private struct ListRows {
  var parents: [Int32]
  var elements: Vector

  /// Takes lists apart; a missing list has no elements.
  init(_ lists: Vector) {
    guard case .lists(let offsets, let child) = lists.lanes else {
      self.parents = []
      self.elements = Vector(.words([]))
      return
    }
    var parents: [Int32] = []
    parents.reserveCapacity(child.count)
    var isWhole = offsets.first == 0 && Int(offsets.last ?? 0) == child.count
    for row in 0..<lists.count {
      let count = Int(offsets[row + 1] - offsets[row])
      guard lists.isKnown(row) else {
        if count > 0 { isWhole = false }
        continue
      }
      parents.append(contentsOf: repeatElement(Int32(row), count: count))
    }
    self.parents = parents
    if isWhole {
      self.elements = child
    } else {
      var places: [Int32] = []
      for row in 0..<lists.count where lists.isKnown(row) {
        places.append(contentsOf: offsets[row]..<offsets[row + 1])
      }
      self.elements = child.gathered(places)
    }
  }

  /// Keeps each link once for each owner, where it first appears.
  mutating func keepFirst(of owners: [Int32]) {
    guard case .words(let words) = elements.lanes else { return }
    struct Key: Hashable {
      let owner: Int32
      let word: Int64
    }
    var seen: Set<Key> = []
    let kept = words.indices.filter { place in
      let word = elements.isKnown(place) ? words[place] : -1
      return seen.insert(Key(owner: owners[place], word: word)).inserted
    }
    guard kept.count < words.count else { return }
    parents = kept.map { parents[$0] }
    elements = elements.gathered(kept.map { Int32($0) })
  }

  /// How many elements each of so many rows has.
  func counts(of rowCount: Int) -> [Int] {
    var counts = Array(repeating: 0, count: rowCount)
    for parent in parents { counts[Int(parent)] += 1 }
    return counts
  }
}

extension Vector {
  /// Amounts shared among the elements of their rows: a value for each element, one where there is none.
  fileprivate func shared(among counts: [Int], _ method: Step.Share.Method) -> Vector {
    guard case .words(let amounts) = lanes else { return self }
    var shares: [Int64] = []
    var known = Bitmap(repeating: false, count: 0)
    for (row, amount) in amounts.enumerated() {
      let count = Int64(max(counts[row], 1))
      let (whole, rest) = (amount / count, amount % count)
      for place in 1...count {
        switch method {
        case .split:
          shares.append(whole + rest * place / count - rest * (place - 1) / count)
          known.append(isKnown(row))
        case .once:
          shares.append(place == 1 ? amount : 0)
          known.append(isKnown(row) && place == 1)
        }
      }
    }
    return Vector(.words(shares), presence: known.isFull ? nil : known)
  }
}
