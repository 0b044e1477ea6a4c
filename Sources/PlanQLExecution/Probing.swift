import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// A condition of inner rows of a sub-query that says that something of them equals something of their outer row:
/// such rows are looked up by their keys instead of being tried one by one.
struct Probing {
  /// What must be equal.
  let keys: [(outer: Expression, inner: Expression)]
  /// What must hold besides.
  let rest: [Expression]

  /// Finds the equalities that a condition begins with, over rows with these columns; nil where there are none. Those
  /// behind another condition stay where they are, as they may fail where that does not hold.
  init?(_ condition: Expression, over columns: Set<ColumnID>) {
    var rest = condition.conjuncts[...]
    var keys: [(outer: Expression, inner: Expression)] = []
    while let sides = rest.first?.equalSides {
      if sides.0.isOnly(of: columns), sides.1.isNone(of: columns) {
        keys.append((outer: sides.1, inner: sides.0))
      } else if sides.1.isOnly(of: columns), sides.0.isNone(of: columns) {
        keys.append((outer: sides.0, inner: sides.1))
      } else {
        break
      }
      rest.removeFirst()
    }
    if keys.isEmpty { return nil }
    self.keys = keys
    self.rest = Array(rest)
  }
}

extension Expression {
  /// The conditions that all must hold, in their order.
  fileprivate var conjuncts: [Expression] {
    if case .and(let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return [self]
  }

  /// The sides of an equality of single values of one type.
  fileprivate var equalSides: (Expression, Expression)? {
    guard case .call(let function, let sides) = kind, function.function.name.en == "equal",
      sides.count == 2, sides[0].type == sides[1].type, sides[0].type.element == sides[0].type,
      sides[0].type != .missing
    else { return nil }
    return (sides[0], sides[1])
  }

  /// Whether it reads columns of these alone.
  fileprivate func isOnly(of columns: Set<ColumnID>) -> Bool {
    !references.isEmpty && references.allSatisfy { columns.contains($0.column) }
  }

  /// Whether it reads columns, and none of these.
  fileprivate func isNone(of columns: Set<ColumnID>) -> Bool {
    !references.isEmpty && !references.contains { columns.contains($0.column) }
  }
}

extension Evaluator {
  /// The inner rows that a condition keeps of rows that are the same for all outer rows, for each outer row; nil where
  /// they are not to be looked up.
  func probed(
    _ input: Stage, _ condition: Expression, within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation? {
    guard let outer, let found = try candidates(input, condition, within: outer, span) else {
      return nil
    }
    return try relation(of: found, within: outer, span)
  }

  /// The rows of candidates that fulfil what must hold besides.
  private func relation(
    of found: ProbedCandidates, within outer: Batch, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    var relation = try matching(found.candidates, found.left, found.right, span)
    for condition in found.probing.rest {
      relation = try filtered(relation, condition, within: outer, span)
    }
    return relation
  }

  /// How many inner rows each outer row has to look at; nil where they are not looked up.
  func probedCounts(_ stage: Stage, _ shared: Stage, _ batch: Batch) throws(RunFailure) -> [Int]? {
    var above: Stage? = stage
    while let stage = above, stage.input !== shared { above = stage.input }
    guard let filter = above, case .filter(_, let condition) = filter.kind,
      let found = try candidates(shared, condition, within: batch, filter.span)
    else { return nil }
    return (0..<batch.count).map { found.candidates.range(of: $0).count }
  }

  /// An aggregate whose own condition looks rows up, a value for each outer row; nil where it does not.
  func probedReduction(
    _ stage: Stage, _ reduction: Reduction, _ batch: Batch, most: Int
  ) throws(RunFailure) -> [Vector]? {
    guard let condition = reduction.condition, batch !== Batch.unit,
      let found = try candidates(stage, condition, within: batch, reduction.span)
    else { return nil }
    let unconditional = Reduction(reduction, condition: nil)
    var pieces: [Vector] = []
    for range in found.candidates.ranges(most: most) {
      let outer = batch.narrowed(.range(range))
      let part = ProbedCandidates(
        candidates: found.candidates.part(range), left: .outerRows(range.count),
        right: found.right, probing: found.probing)
      let inner = try relation(of: part, within: outer, reduction.span)
      let groups = RowGroups(ids: inner.outer, count: range.count)
      pieces += try aggregated([unconditional], over: inner, within: outer, groups)
    }
    return pieces
  }

  private struct ProbedCandidates {
    let candidates: JoinCandidates
    let left: Relation
    let right: Relation
    let probing: Probing
  }

  /// The inner rows that agree with each outer row in what a condition wants equal, missing values too.
  private func candidates(
    _ stage: Stage, _ condition: Expression, within outer: Batch, _ span: SourceSpan
  ) throws(RunFailure) -> ProbedCandidates? {
    guard !run.isCareful, outer.count > 1, stage.references.isEmpty else { return nil }
    let right = try run.shared(stage, self)
    guard right.count > 0,
      let probing = Probing(condition, over: Set(right.columns.keys))
    else { return nil }
    let left = Relation.outerRows(outer.count)
    let memory = try run.meter.reserve(bytes: (left.count + right.count) * 8, span)
    defer { withExtendedLifetime(memory) {} }
    let joining = Stage.Joining(
      kind: .inner, keys: probing.keys.map { (left: $0.outer, right: $0.inner) }, condition: nil,
      countsUnpaired: false, pairsMissing: true)
    return ProbedCandidates(
      candidates: try candidates(left, right, joining, within: outer, span), left: left,
      right: right, probing: probing)
  }

  /// Whether the values of each row are among those of a sub-query that is the same for all rows; nil where the list of
  /// these is to be gone through.
  func isMember(
    _ value: Expression, of list: Expression, _ span: SourceSpan, _ batch: Batch
  ) throws(RunFailure) -> Vector? {
    guard case .collect(let stage, let element) = list.kind, stage.references.isEmpty,
      !run.isCareful, batch.count > 1, value.type == element.type, value.type != .missing
    else { return nil }
    let right = try run.shared(stage, self)
    let columns = Set(right.columns.keys)
    guard right.count > 0,
      element.references.allSatisfy({ columns.contains($0.column) })
    else { return nil }
    let joining = Stage.Joining(
      kind: .inner, keys: [(left: value, right: element)], condition: nil, countsUnpaired: false,
      pairsMissing: false)
    let found = try candidates(
      Relation.outerRows(batch.count), right, joining, within: batch, span)
    return Vector(.bools(Bitmap((0..<batch.count).lazy.map { !found.range(of: $0).isEmpty })))
  }
}

extension Relation {
  /// One row for each outer row.
  fileprivate static func outerRows(_ count: Int) -> Relation {
    Relation(count: count, outer: Array(0..<Int32(count)), outerCount: count)
  }
}

extension JoinCandidates {
  /// Cuts the left rows so that those of each part have not too many candidates together.
  fileprivate func ranges(most: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, total) = (0, 0)
    for row in groups.indices {
      let count = range(of: row).count
      if row > start, total + count > most {
        ranges.append(start..<row)
        (start, total) = (row, 0)
      }
      total += count
    }
    if start < groups.count { ranges.append(start..<groups.count) }
    return ranges
  }
}
