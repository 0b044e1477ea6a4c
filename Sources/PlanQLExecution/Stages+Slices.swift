import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// The first rows, of all or of each combination of keys.
extension Evaluator {
  /// Leaves out the first rows, then keeps so many, for each outer row and combination of keys. Less than none counts
  /// as none; a missing number leaves nothing out and keeps all.
  func sliced(
    _ input: Stage, _ skip: Expression?, _ take: Expression?, _ keys: [Expression],
    within outer: Batch?, _ span: SourceSpan
  ) throws(RunFailure) -> Relation {
    if case .sort(let source, let terms) = input.kind, keys.isEmpty, outer == nil, skip == nil,
      !run.isCareful, let most = try counts(take, within: nil, isSkip: false).first
    {
      let relation = try relation(of: source, within: nil)
      if most > 0, most <= 1024, relation.count > most * 8 {
        let rows = try firstRows(most, of: relation, by: terms, input.span)
        return try selecting(.list(rows), of: relation, span)
      }
      let order = try order(of: relation, by: terms, within: nil, input.span)
      return try selecting(.list(Array(order.prefix(most))), of: relation, span)
    }
    let relation = try relation(of: input, within: outer)
    let skips = try counts(skip, within: outer, isSkip: true)
    let takes = try counts(take, within: outer, isSkip: false)
    if keys.isEmpty, relation.outerCount == 1, let skip = skips.first, let take = takes.first {
      let start = min(skip, relation.count)
      return try selecting(
        .range(start..<start + min(take, relation.count - start)), of: relation, span)
    }
    let groups =
      keys.isEmpty
      ? RowGroups(ids: relation.outer, count: relation.outerCount)
      : try grouping(of: relation, by: keys, within: outer, span).groups
    var seen = Array(repeating: 0, count: groups.count)
    let kept = (0..<relation.count).filter { row in
      let group = groups.id(row)
      seen[group] += 1
      let position = relation.outer.map { Int($0[row]) } ?? 0
      return seen[group] > skips[position] && seen[group] - skips[position] <= takes[position]
    }
    return try selecting(.list(kept.map { Int32($0) }), of: relation, span)
  }

  /// A number of rows for each outer row.
  private func counts(
    _ number: Expression?, within outer: Batch?, isSkip: Bool
  ) throws(RunFailure) -> [Int] {
    let batch = outer ?? .unit
    let none = isSkip ? 0 : Int(Int32.max)
    guard let number else { return Array(repeating: none, count: batch.count) }
    let values = try vector(number, batch)
    guard case .words(let words) = values.lanes else {
      return Array(repeating: none, count: batch.count)
    }
    return words.indices.map { row in
      values.isKnown(row) ? Int(min(max(words[row], 0), Int64(Int32.max))) : none
    }
  }
}
