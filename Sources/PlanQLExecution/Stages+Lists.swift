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
    try run.meter.checkpoint(span)
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
    let offsets = values[0].expandedOffsets
    let total = offsets.last ?? 0
    try run.meter.charge(rows: total, span)
    var result = try selecting(.list(try newRows(of: offsets)), of: input, span)
    let elementType = expansion.list.type.element
    let elements = values[0].expandedElements(offsets, elementType)
    result.columns[expansion.element] = try newColumn(elements, type: elementType, span)
    for (share, amount) in zip(expansion.shares, values.dropFirst()) {
      let words = try filled(input.count, into: total, zero: Int64(0)) {
        (_, buffer, rows) throws(RunFailure) in
        amount.writeShares(of: rows, offsets, share.method, to: buffer)
      }
      let shares = Vector(
        .words(words), presence: amount.expandedPresence(offsets, share.method))
      result.columns[share.id] = try newColumn(shares, type: share.amount.type, span)
    }
    return result
  }

  /// For rows that become several, the old row of each new one: row `i` becomes `offsets[i]` to `offsets[i + 1]`.
  func newRows(of offsets: [Int]) throws(RunFailure) -> [Int32] {
    try filled(offsets.count - 1, into: offsets.last ?? 0, zero: Int32(0)) {
      (_, buffer, rows) throws(RunFailure) in
      for row in rows {
        for place in offsets[row]..<offsets[row + 1] { buffer[place] = Int32(row) }
      }
    }
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
    for row in 0..<lists.count where lists.isKnown(row) {
      let count = Int(offsets[row + 1] - offsets[row])
      parents.append(contentsOf: repeatElement(Int32(row), count: count))
    }
    self.parents = parents
    let isWhole = lists.presence == nil && offsets.first == 0
    if isWhole, parents.count == child.count {
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
}

extension Vector {
  /// For lists that are expanded, where each row's new rows begin: one at least for each row.
  fileprivate var expandedOffsets: [Int] {
    guard case .lists(let offsets, _) = lanes else { return Array(0...count) }
    var result = [0]
    result.reserveCapacity(count + 1)
    var total = 0
    for row in 0..<count {
      total += isKnown(row) ? max(Int(offsets[row + 1] - offsets[row]), 1) : 1
      result.append(total)
    }
    return result
  }

  /// The elements of lists that are expanded, one missing where a list has none.
  fileprivate func expandedElements(_ newOffsets: [Int], _ type: DataType) -> Vector {
    guard case .lists(let offsets, let child) = lanes else {
      return .missing(type, count: newOffsets.last ?? 0)
    }
    if presence == nil, child.count == newOffsets.last,
      zip(offsets, newOffsets).allSatisfy({ Int($0) == $1 })
    {
      return child
    }
    var places = [Int32](repeating: -1, count: newOffsets.last ?? 0)
    for row in 0..<count where isKnown(row) {
      for place in offsets[row]..<offsets[row + 1] {
        places[newOffsets[row] + Int(place - offsets[row])] = place
      }
    }
    return Vector.merged([child], places: places, type: type)
  }

  /// Writes the shares of some rows' amounts. With total = q·n + r element i gets q + r·i÷n − r·(i−1)÷n.
  fileprivate func writeShares(
    of rows: Range<Int>, _ offsets: [Int], _ method: Step.Share.Method,
    to buffer: UnsafeMutableBufferPointer<Int64>
  ) {
    guard case .words(let amounts) = lanes else { return }
    for row in rows {
      let (start, amount) = (offsets[row], amounts[row])
      let count = Int64(offsets[row + 1] - start)
      switch method {
      case .once: buffer[start] = amount
      case .split:
        let (whole, rest) = (amount / count, amount % count)
        var before: Int64 = 0
        for place in 1...count {
          let upTo = rest * place / count
          buffer[start + Int(place) - 1] = whole + upTo - before
          before = upTo
        }
      }
    }
  }

  /// Which shares are known; nil when all are.
  fileprivate func expandedPresence(_ offsets: [Int], _ method: Step.Share.Method) -> Bitmap? {
    switch method {
    case .split:
      guard presence != nil else { return nil }
    case .once: break
    }
    var known = Bitmap(repeating: false, count: offsets.last ?? 0)
    for row in 0..<count where isKnown(row) {
      switch method {
      case .split: for place in offsets[row]..<offsets[row + 1] { known[place] = true }
      case .once: known[offsets[row]] = true
      }
    }
    return known.isFull ? nil : known
  }
}
