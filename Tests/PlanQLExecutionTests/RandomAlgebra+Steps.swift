import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary

extension RandomAlgebra {
  /// Steps of a query or, with columns of outer rows, of a sub-query; and all columns that may be read of its rows.
  func pipeline(_ outer: [Visible], depth: Int) -> (Step, [Visible]) {
    var (step, own) = source(outer, depth)
    for _ in 0..<below(depth > 1 ? 4 : 2) {
      (step, own) = next(step, own, outer, depth)
    }
    return (step, outer + own)
  }

  private func source(_ outer: [Visible], _ depth: Int) -> (Step, [Visible]) {
    let id = newColumn()
    switch below(10) {
    case 0: return (make(.one), [])
    case 1: if let bound = boundStep() { return bound }
    case 2, 3, 4:
      guard !outer.isEmpty, depth > 0 else { break }
      let element = pick([DataType.entity("units"), .entity("projects"), .entity("reports"), .text])
      let list = scalar(.list(element), outer, depth: depth)
      let isLink = if case .entity = element { true } else { false }
      return (
        make(.elements(list, element: id, isDistinct: isLink && chance(50))),
        [Visible(id: id, type: element)]
      )
    case _: break
    }
    let table = below(3)
    let type = DataType.entity(catalog.tables[table].definition.name.en)
    return (make(.scan(table: table, row: id)), [Visible(id: id, type: type)])
  }

  private func next(
    _ step: Step, _ own: [Visible], _ outer: [Visible], _ depth: Int
  ) -> (Step, [Visible]) {
    let all = outer + own
    let id = newColumn()
    switch below(16) {
    case 12, 13: return joinStep(step, own, outer, depth)
    case 14: return appendStep(step, own, outer, depth)
    case 15: return fillStep(step, own, outer, depth)
    case 0, 1: return (make(.filter(step, scalar(.bool, all, depth: depth))), own)
    case 2, 3:
      var own = own
      var definitions: [Step.Definition] = []
      for _ in 0..<1 + below(2) {
        let type = simpleType()
        let definition = Step.Definition(newColumn(), scalar(type, outer + own, depth: depth))
        definitions.append(definition)
        own.append(Visible(id: definition.id, type: type))
      }
      return (make(.extend(step, definitions)), own)
    case 4, 5:
      let keys = (0..<below(3)).map { _ in
        Step.Definition(newColumn(), scalar(simpleType(), all, depth: depth - 1))
      }
      let aggregates = (0..<1 + below(3)).compactMap { _ in
        aggregate(giving: simpleType(), all, depth: depth, canSort: true).map {
          Step.AggregateDefinition(newColumn(), $0)
        }
      }
      return (
        make(.aggregate(step, keys: keys, aggregates: aggregates)),
        keys.map { Visible(id: $0.id, type: $0.value.type) }
          + aggregates.map { Visible(id: $0.id, type: $0.aggregate.type) }
      )
    case 6:
      let aggregates = (0..<1 + below(2)).compactMap { _ in
        aggregate(
          giving: simpleType(), all, depth: depth, canSort: false,
          within: chance(60) ? keys(all, depth) : [],
          running: chance(50) ? terms(all, depth) : [], inWindow: true
        ).map { Step.AggregateDefinition(newColumn(), $0) }
      }
      return (
        make(.window(step, aggregates)),
        own + aggregates.map { Visible(id: $0.id, type: $0.aggregate.type) }
      )
    case 7: return (make(.sort(step, terms(all, depth))), own)
    case 8:
      func number() -> Scalar? { chance(70) ? scalar(.int, outer, depth: 1) : nil }
      let input = chance(50) ? make(.sort(step, terms(all, depth))) : step
      return (
        make(
          .slice(
            input, skip: chance(30) ? number() : nil, take: number(),
            keys: chance(30) ? keys(all, depth) : [])), own
      )
    case 9: return (make(.distinct(step, keys(all, depth))), own)
    case 10: return listStep(step, own, outer, depth)
    case _:
      let spreading = Step.Spreading(
        amount: scalar(pick([.int, .money(.yuan)]), all, depth: depth - 1),
        period: scalar(.period, all, depth: 1), grain: pick([.year, .half, .quarter]),
        method: pick([
          .evenly, .daily, .weights([scalar(.int, all, depth: 0), scalar(.int, [], depth: 0)]),
        ]), part: newColumn(), share: id)
      return (
        make(.spread(step, spreading)),
        own + [
          Visible(id: spreading.part, type: .period),
          Visible(id: id, type: spreading.amount.type),
        ]
      )
    }
  }

  private func listStep(
    _ step: Step, _ own: [Visible], _ outer: [Visible], _ depth: Int
  ) -> (Step, [Visible]) {
    let all = outer + own
    let id = newColumn()
    let element = pick([DataType.entity("units"), .entity("projects"), .text])
    let list = scalar(.list(element), all, depth: depth)
    let isLink = if case .entity = element { true } else { false }
    let seen = Visible(id: id, type: element)
    if chance(40) {
      let flatten = Step.Kind.flatten(step, list, element: id, isDistinct: isLink && chance(50))
      return (make(flatten), own + [seen])
    }
    let shares = (0..<below(3)).map { _ in
      Step.Share(
        newColumn(), amount: scalar(pick([.int, .money(.yuan)]), all, depth: depth - 1),
        method: pick([.split, .once]))
    }
    return (
      make(.expand(step, list: list, element: id, shares: shares)),
      own + [seen] + shares.map { Visible(id: $0.id, type: $0.amount.type) }
    )
  }
}
