import PlanQLAlgebra
import PlanQLData

/// Steps over two sets of rows, and steps that add rows.
extension RandomAlgebra {
  /// Pairs with the rows of another pipeline, by up to two keys and perhaps a condition.
  func joinStep(
    _ step: Step, _ own: [Visible], _ outer: [Visible], _ depth: Int
  ) -> (Step, [Visible]) {
    let (long, partners) = ownPipeline(outer, depth: min(depth - 1, 1))
    let step = outer.isEmpty ? step : short(step)
    let right = short(long)
    let keys = (0..<below(3)).map { _ in
      let type = keyType()
      return (
        left: scalar(type, outer + own, depth: min(depth, 1)),
        right: scalar(type, outer + partners, depth: min(depth, 1))
      )
    }
    let all = outer + own + partners
    let joining = Step.Joining(
      kind: pick([.inner, .left, .full]), keys: keys,
      condition: chance(keys.isEmpty ? 80 : 30) ? scalar(.bool, all, depth: 1) : nil)
    return (make(.join(step, right, joining)), own + partners)
  }

  /// The rows of another pipeline after those of a step.
  func appendStep(
    _ step: Step, _ own: [Visible], _ outer: [Visible], _ depth: Int
  ) -> (Step, [Visible]) {
    let (second, others) = ownPipeline(outer, depth: min(depth - 1, 1))
    let columns = (0..<1 + below(3)).map { _ in
      let type = simpleType()
      return Step.Appended(
        newColumn(), first: scalar(type, outer + own, depth: min(depth, 1)),
        second: scalar(type, outer + others, depth: min(depth, 1)))
    }
    return (
      make(.append(step, second, columns: columns)),
      columns.map { Visible(id: $0.id, type: $0.first.type) }
    )
  }

  /// Rows for missing combinations of one or two keys.
  func fillStep(
    _ step: Step, _ own: [Visible], _ outer: [Visible], _ depth: Int
  ) -> (Step, [Visible]) {
    let step = short(step)
    let keys = (0..<1 + below(2)).map { _ in
      let type = keyType()
      return (
        id: newColumn(), key: scalar(type, outer + own, depth: min(depth, 1)),
        values: chance(50) ? scalar(.list(type), outer, depth: 1) : nil
      )
    }
    let columns = (0..<below(3)).map { _ in
      let type = simpleType()
      return (
        id: newColumn(), value: scalar(type, outer + own, depth: min(depth, 1)),
        otherwise: chance(50) ? literal(type) : .missing
      )
    }
    return (
      make(.fill(step, Step.Filling(keys: keys, columns: columns))),
      keys.map { Visible(id: $0.id, type: $0.key.type) }
        + columns.map { Visible(id: $0.id, type: $0.value.type) }
    )
  }

  /// A pipeline and the columns of its own rows.
  private func ownPipeline(_ outer: [Visible], depth: Int) -> (Step, [Visible]) {
    let (step, columns) = pipeline(outer, depth: depth)
    let made = step.makes
    return (step, columns.filter { made.contains($0.id) })
  }

  /// The first rows only, as what is done with all pairs of rows takes its time.
  private func short(_ step: Step) -> Step {
    let most = make(.literal(.int(Int64(1 + below(15)))), .int)
    return make(.slice(step, skip: nil, take: most, keys: []))
  }

  private func keyType() -> DataType {
    pick([
      .bool, .int, .number, .money(.yuan), .text, .text, .date, .period,
      .enumeration(RandomAlgebra.kind), .entity("units"), .entity("units"), .entity("projects"),
    ])
  }
}
