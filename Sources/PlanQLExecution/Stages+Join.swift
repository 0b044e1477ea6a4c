import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// Pairs of rows of two sources.
extension Evaluator {
  /// The pairs that agree in the keys and fulfil the condition, in the order of the left rows, then of the right; with
  /// them, rows without a partner where the kind of join keeps those.
  func joined(
    _ leftStage: Stage, _ rightStage: Stage, _ joining: Stage.Joining, within outer: Batch?,
    _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let left = try relation(of: leftStage, within: outer)
    let right = try partners(rightStage, joining, within: outer)
    let memory = try run.meter.reserve(bytes: (left.count + right.count) * 8, span)
    defer { withExtendedLifetime(memory) {} }
    let candidates = try candidates(left, right, joining, within: outer, span)
    var pairs: JoinPairs
    if let condition = joining.condition {
      pairs = try self.pairs(candidates, left, right, condition, within: outer, span)
      if joining.kind != .inner { pairs.addUnpaired(leftCount: left.count) }
    } else {
      pairs = try self.pairs(candidates, keepsLeft: joining.kind != .inner, span)
    }
    if joining.countsUnpaired {
      noteUnpaired(pairs, left, right, joining.kind, within: outer, span)
    }
    return try relation(of: pairs, left, right, joining.kind, span)
  }

  /// The right rows. Where they and their keys are the same for all outer rows, they stand once for all of them.
  private func partners(
    _ stage: Stage, _ joining: Stage.Joining, within outer: Batch?
  ) throws(RunFailure) -> Relation {
    guard outer?.count ?? 0 > 1, stage.references.isEmpty, !run.isCareful, joining.kind != .full
    else { return try relation(of: stage, within: outer) }
    let shared = try run.shared(stage, self)
    let isOwn = joining.keys.allSatisfy { key in
      key.right.references.allSatisfy { shared.columns[$0.column] != nil }
    }
    return isOwn ? shared : try relation(of: stage, within: outer)
  }

  /// The relation of pairs, with the columns of both sides.
  private func relation(
    of pairs: JoinPairs, _ left: Relation, _ right: Relation, _ kind: Step.Joining.Kind,
    _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    var pairs = pairs
    var outer = left.outer.map { outer in pairs.left.map { outer[Int($0)] } }
    if kind == .full {
      let unpaired = pairs.unpairedRight(rightCount: right.count)
      pairs.left += Array(repeating: -1, count: unpaired.count)
      pairs.right += unpaired
      if let owners = right.outer { outer = outer.map { $0 + unpaired.map { owners[Int($0)] } } }
      if let owners = outer, left.outerCount > 1 {
        let bits = Int.bitWidth - left.outerCount.leadingZeroBitCount
        let order = stableOrder([owners.map { UInt64($0) }], [bits], owners.count)
        pairs = JoinPairs(
          left: order.map { pairs.left[Int($0)] }, right: order.map { pairs.right[Int($0)] })
        outer = order.map { owners[Int($0)] }
      }
    }
    try run.meter.charge(rows: pairs.left.count, span)
    let isWhole = pairs.left.count == left.count && pairs.isInLeftOrder
    var result = try selecting(
      isWhole ? .all(left) : .list(pairs.left), of: left, mayBeMissing: kind == .full, span)
    let partners = try selecting(
      .list(pairs.right), of: right, mayBeMissing: kind != .inner, span)
    result.columns.merge(partners.columns) { own, _ in own }
    return Relation(
      count: pairs.left.count, columns: result.columns, outer: outer, outerCount: left.outerCount)
  }

  /// Says how many rows found no partner; those of sub-queries are many small matters.
  private func noteUnpaired(
    _ pairs: JoinPairs, _ left: Relation, _ right: Relation, _ kind: Step.Joining.Kind,
    within outer: Batch?, _ span: SourceSpan
  ) {
    guard outer == nil, !isWithinRows else { return }
    var paired = 0
    var last: Int32 = -1
    for (place, row) in pairs.left.enumerated() where row != last && pairs.right[place] >= 0 {
      paired += 1
      last = row
    }
    run.note(.unpaired(kind), left.count - paired, at: span)
    if kind == .full {
      run.note(.unpairedPartners, pairs.unpairedRight(rightCount: right.count).count, at: span)
    }
  }
}

extension Evaluator {
  /// The rows of the right candidates of each left row, with the columns of both.
  func matching(
    _ candidates: JoinCandidates, _ left: Relation, _ right: Relation, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    let pairs = try pairs(candidates, keepsLeft: false, span)
    return try relation(of: pairs, left, right, .inner, span)
  }
}

/// Places of left and right rows, pair by pair; negative where there is no partner.
struct JoinPairs {
  var left: [Int32] = []
  var right: [Int32] = []

  /// Whether the left rows stand as they are, each once, if there are as many pairs as rows.
  fileprivate var isInLeftOrder: Bool {
    left.withUnsafeBufferPointer { left in
      left.indices.allSatisfy { Int(left[$0]) == $0 }
    }
  }

  /// Adds the left rows without a partner where they belong.
  fileprivate mutating func addUnpaired(leftCount: Int) {
    var all = JoinPairs()
    all.left.reserveCapacity(left.count)
    all.right.reserveCapacity(left.count)
    var place = 0
    for row in 0..<Int32(leftCount) {
      if place == left.count || left[place] != row {
        all.left.append(row)
        all.right.append(-1)
      }
      while place < left.count, left[place] == row {
        all.left.append(row)
        all.right.append(right[place])
        place += 1
      }
    }
    self = all
  }

  /// The right rows that no pair has.
  fileprivate func unpairedRight(rightCount: Int) -> [Int32] {
    var unpaired = Bitmap(repeating: true, count: rightCount)
    for row in right where row >= 0 { unpaired[Int(row)] = false }
    return unpaired.indices()
  }
}

/// For each left row the right rows that agree with it in all keys.
struct JoinCandidates: Sendable {
  /// The group of each left row, negative where it has none.
  let groups: [Int32]
  /// Where the rows of each group begin; one more than there are groups.
  let starts: [Int32]
  /// The right rows of the groups, ascending in each.
  let rows: [Int32]

  /// Sorts right rows into groups, leaving out those of a negative one.
  init(groups: [Int32], ofRight rightGroups: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for group in rightGroups where group >= 0 { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[count]))
    for (row, group) in rightGroups.enumerated() where group >= 0 {
      rows[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    self.groups = groups
    self.starts = starts
    self.rows = rows
  }

  private init(_ candidates: JoinCandidates, _ range: Range<Int>) {
    self.groups = Array(candidates.groups[range])
    self.starts = candidates.starts
    self.rows = candidates.rows
  }

  /// The candidates of some left rows.
  func part(_ range: Range<Int>) -> JoinCandidates {
    range == groups.indices ? self : JoinCandidates(self, range)
  }

  /// Where the candidates of a left row stand in `rows`.
  func range(of row: Int) -> Range<Int> {
    let group = Int(groups[row])
    return group < 0 ? 0..<0 : Int(starts[group])..<Int(starts[group + 1])
  }
}

extension Evaluator {
  /// All candidates as pairs; a left row without any is kept on request.
  fileprivate func pairs(
    _ candidates: JoinCandidates, keepsLeft: Bool, _ span: SourceSpan
  ) throws(RunFailure) -> JoinPairs {
    let count = candidates.groups.count
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var total = 0
    for row in 0..<count {
      total += max(candidates.range(of: row).count, keepsLeft ? 1 : 0)
      offsets.append(total)
    }
    guard total <= Int(Int32.max) else { throw RunFailure(.limit(.rows), at: span) }
    let memory = try run.meter.reserve(bytes: total * 8, span)
    defer { withExtendedLifetime(memory) {} }
    let ends = offsets
    let left = try newRows(of: ends)
    let right = try filled(count, into: total, zero: Int32(-1)) {
      (worker, buffer, range) throws(RunFailure) in
      try worker.eachBatch(of: range, span) { (rows) throws(RunFailure) in
        for row in rows {
          var place = ends[row]
          for candidate in candidates.range(of: row) {
            buffer[place] = candidates.rows[candidate]
            place += 1
          }
        }
      }
    }
    return JoinPairs(left: left, right: right)
  }

  /// The candidates that fulfil a condition, computed for so many pairs at one time as rows otherwise.
  fileprivate func pairs(
    _ candidates: JoinCandidates, _ left: Relation, _ right: Relation, _ condition: Expression,
    within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> JoinPairs {
    let wanted = Set(condition.references.map(\.column))
    var (ownLeft, ownRight) = (left, right)
    ownLeft.columns = left.columns.filter { wanted.contains($0.key) }
    ownRight.columns = right.columns.filter { wanted.contains($0.key) }
    let sides = (left: ownLeft, right: ownRight)
    let parts = try inRanges(of: left.count, computing: [condition]) {
      (worker, range) throws(RunFailure) -> JoinPairs in
      var kept = JoinPairs()
      var walk = CandidateWalk(candidates, range, most: run.batchRows)
      while let pairs = walk.next() {
        try worker.keep(pairs, sides.left, sides.right, condition, within: outer, span, in: &kept)
      }
      return kept
    }
    guard parts.count > 1 else { return parts.first ?? JoinPairs() }
    return JoinPairs(left: parts.flatMap(\.left), right: parts.flatMap(\.right))
  }

  private func keep(
    _ pairs: JoinPairs, _ left: Relation, _ right: Relation, _ condition: Expression,
    within outer: Batch?, _ span: SourceSpan, in kept: inout JoinPairs
  ) throws(RunFailure) {
    try run.meter.checkpoint(span)
    var relation = try selecting(.list(pairs.left), of: left, span)
    let partners = try selecting(.list(pairs.right), of: right, span)
    relation.columns.merge(partners.columns) { own, _ in own }
    let batch = Batch(relation, .all(relation), within: outer)
    let truth = try rowByRow(batch) { (batch) throws(RunFailure) in
      try self.truth(condition, batch)
    }
    let places = truth.indices()
    guard kept.left.count + places.count <= Int(Int32.max) else {
      throw RunFailure(.limit(.rows), at: span)
    }
    for place in places {
      kept.left.append(pairs.left[Int(place)])
      kept.right.append(pairs.right[Int(place)])
    }
  }
}

/// Walks through the candidates of left rows, so many pairs at one time.
private struct CandidateWalk {
  private let candidates: JoinCandidates
  private let end: Int
  private let most: Int
  private var row: Int
  /// How many candidates of the row were given.
  private var given = 0

  init(_ candidates: JoinCandidates, _ rows: Range<Int>, most: Int) {
    self.candidates = candidates
    self.row = rows.lowerBound
    self.end = rows.upperBound
    self.most = most
  }

  /// The next pairs; nil when there are no more.
  mutating func next() -> JoinPairs? {
    var pairs = JoinPairs()
    while row < end, pairs.left.count < most {
      let range = candidates.range(of: row).dropFirst(given)
      let part = range.prefix(most - pairs.left.count)
      pairs.left += repeatElement(Int32(row), count: part.count)
      pairs.right += candidates.rows[part]
      if part.count == range.count {
        row += 1
        given = 0
      } else {
        given += part.count
      }
    }
    return pairs.left.isEmpty ? nil : pairs
  }
}
