import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary

extension RandomAlgebra {
  /// An expression of a type over some columns.
  func scalar(_ type: DataType, _ columns: [Visible], depth: Int) -> Scalar {
    if depth <= 0 { return leaf(type, columns) }
    for _ in 0..<6 {
      if let made = candidate(type, columns, depth) { return made }
    }
    return leaf(type, columns)
  }

  private func candidate(_ type: DataType, _ columns: [Visible], _ depth: Int) -> Scalar? {
    func inner(_ type: DataType) -> Scalar { scalar(type, columns, depth: depth - 1) }
    switch below(12) {
    case 0: return leaf(type, columns)
    case 1, 2: return field(type, columns, depth)
    case 3:
      let branches = (0..<1 + below(2)).map { _ in
        Scalar.Branch(condition: inner(.bool), value: inner(type))
      }
      return make(.choose(branches, otherwise: chance(50) ? inner(type) : nil), type)
    case 4: return make(.coalesce(inner(type), inner(type)), type)
    case 5: return depth > 1 ? reduction(type, columns, depth) : nil
    case 6: return boundValue(type)
    case _: return special(type, columns, depth)
    }
  }

  private func special(_ type: DataType, _ columns: [Visible], _ depth: Int) -> Scalar? {
    func inner(_ type: DataType) -> Scalar { scalar(type, columns, depth: depth - 1) }
    switch type {
    case .bool: return condition(columns, depth)
    case .int:
      if chance(20) { return call("length", [inner(.text)], type) }
      return call(
        pick(["add", "subtract", "multiply", "div", "mod"]), [inner(.int), inner(.int)], type)
    case .number:
      if chance(20) { return make(.convert(inner(.int)), type) }
      return call(pick(["add", "subtract", "divide"]), [inner(.number), inner(.number)], type)
    case .money:
      return call(pick(["add", "subtract"]), [inner(type), inner(type)], type)
    case .text:
      if chance(40) {
        return make(.text([.literal("<"), .value(inner(pick([.int, .text])), .plain)]), type)
      }
      return call(pick(["upper", "lower"]), [inner(.text)], type)
    case .date: return call("start", [inner(.period)], type)
    case .period:
      return chance(50) ? make(.convert(inner(.date)), type) : call("year", [inner(.date)], type)
    case .list(let element):
      if chance(40) { return make(.list((0..<below(4)).map { _ in inner(element) }), type) }
      if element == .entity("units"), chance(30) {
        return make(.above(inner(element), table: 0, parent: 2), type)
      }
      if case .entity("projects") = element {
        return make(.linking(table: 1, field: 1 + below(2), to: inner(.entity("units"))), type)
      }
      if case .entity("reports") = element {
        return make(.linking(table: 2, field: 0, to: inner(.entity("projects"))), type)
      }
      let (step, own) = pipeline(columns, depth: depth - 1)
      return make(.collect(step, scalar(element, own, depth: depth - 1)), type)
    case .enumeration, .entity, .duration, .missing, .invalid: return nil
    }
  }

  private func condition(_ columns: [Visible], _ depth: Int) -> Scalar? {
    func inner(_ type: DataType) -> Scalar { scalar(type, columns, depth: depth - 1) }
    let type: DataType = pick([
      .int, .number, .money(.yuan), .text, .date, .enumeration(RandomAlgebra.kind),
    ])
    switch below(9) {
    case 0: return make(.and(inner(.bool), inner(.bool)), .bool)
    case 1: return make(.or(inner(.bool), inner(.bool)), .bool)
    case 2: return make(.not(inner(.bool)), .bool)
    case 3: return make(.isKnown(inner(simpleType())), .bool)
    case 4:
      let (low, high) = (inner(.entity("units")), inner(.entity("units")))
      return make(.under(low, high, table: 0, parent: 2), .bool)
    case 5: return call("overlaps", [inner(.period), inner(.period)], .bool)
    case 6: return call("equal", [inner(.entity("units")), inner(.entity("units"))], .bool)
    case _:
      return call(
        pick(["equal", "not_equal", "less", "greater_or_equal"]), [inner(type), inner(type)], .bool)
    }
  }

  func call(_ name: String, _ arguments: [Scalar], _ type: DataType) -> Scalar? {
    guard let function = Library.function(named: name)?.resolve(arguments.map(\.type)),
      function.match.result == type, function.match.parameters == arguments.map(\.type)
    else { return nil }
    return make(.call(function, arguments), type)
  }

  /// A stored field of a linked row.
  private func field(_ type: DataType, _ columns: [Visible], _ depth: Int) -> Scalar? {
    var choices: [(Int, Int)] = []
    for (place, table) in catalog.tables.enumerated() {
      for (number, field) in table.definition.fields.enumerated() where field.type == type {
        choices.append((place, number))
      }
    }
    guard !choices.isEmpty else { return nil }
    let (table, number) = pick(choices)
    let link = DataType.entity(catalog.tables[table].definition.name.en)
    let visible = columns.filter { $0.type == link }
    guard !visible.isEmpty || depth > 1 else { return nil }
    let owner =
      visible.isEmpty || chance(20)
      ? scalar(link, columns, depth: depth - 1) : make(.column(pick(visible).id), link)
    return make(.field(table: table, field: number, of: owner), type)
  }

  private func leaf(_ type: DataType, _ columns: [Visible]) -> Scalar {
    let visible = columns.filter { $0.type == type }
    if !visible.isEmpty, chance(80) { return make(.column(pick(visible).id), type) }
    if chance(60), let stored = field(type, columns, 0) { return stored }
    return make(.literal(literal(type)), type)
  }

  func literal(_ type: DataType) -> Value {
    if chance(10) { return .missing }
    switch type {
    case .bool: return .bool(chance(50))
    case .int: return .int(chance(hugeChance) ? Int64.max : Int64(below(7)) - 2)
    case .number: return .number([0, 1, 0.5, -2.5][below(4)])
    case .money: return .money(Money(minorUnits: Int64(below(9)) * 100 - 300))
    case .text: return .text(["水", "air", "b"][below(3)])
    case .date: return .date(Day(number: 18_700 + Int32(below(3)) * 100))
    case .period: return Period(year: 2021 + below(3)).map { .period($0) } ?? .missing
    case .duration(let unit): return .duration(Int32(below(9)), unit)
    case .enumeration: return .enumeration(below(3))
    case .entity(let name):
      guard let table = catalog.table(named: name), catalog.tables[table].count > 0 else {
        return .missing
      }
      return .entity(name, row: below(catalog.tables[table].count))
    case .list(let element):
      return .list((0..<below(3)).map { _ in literal(element) }.filter { !$0.isMissing })
    case .missing, .invalid: return .missing
    }
  }

  private func reduction(_ type: DataType, _ columns: [Visible], _ depth: Int) -> Scalar? {
    let (step, own) = pipeline(columns, depth: depth - 1)
    guard let aggregate = aggregate(giving: type, own, depth: depth - 1, canSort: true) else {
      return nil
    }
    return make(.reduce(step, aggregate), type)
  }

  /// An aggregate that gives a type.
  func aggregate(
    giving type: DataType, _ columns: [Visible], depth: Int, canSort: Bool, within: [Scalar] = [],
    running: [SortTerm] = [], inWindow: Bool = false
  ) -> Aggregate? {
    var choices: [(AggregateFunction.Kind, DataType?)] = [(.first, type), (.last, type)]
    switch type {
    case .int:
      choices += [(.count, nil), (.count, .text), (.sum, .int), (.min, .int), (.max, .int)]
      if inWindow {
        choices += [(.rank, nil), (.denseRank, nil), (.rowNumber, nil), (.ntile, nil)]
      }
    case .number:
      choices += [
        (.sum, .number), (.sum, .number), (.avg, .number), (.avg, .int), (.min, .number),
        (.max, .number), (.median, .number), (.median, .int), (.percentile, .number),
        (.stddev, .int), (.stddev, .number),
      ]
    case .money:
      choices += [
        (.sum, type), (.sum, type), (.avg, type), (.min, type), (.max, type), (.median, type),
        (.percentile, type), (.stddev, type),
      ]
    case .bool:
      choices += [(.any, .bool), (.all, .bool), (.none, .bool), (.any, nil), (.none, nil)]
    case .list(let element): choices = [(.list, element), (.list, element), (.list, type)]
    case .text, .date, .period, .enumeration, .entity: choices += [(.min, type), (.max, type)]
    case .duration: choices += [(.sum, type), (.avg, type), (.min, type), (.max, type)]
    case .missing, .invalid: break
    }
    if inWindow { choices += [(.previous, type), (.next, type)] }
    let (function, argument) = pick(choices)
    let isOrdered = canSort && [.first, .last, .list].contains(function)
    var parameter: Value?
    if function == .percentile { parameter = .number(pick([0, 0.1, 0.25, 0.5, 0.9, 1])) }
    if [.previous, .next].contains(function), chance(40) { parameter = .int(Int64(1 + below(3))) }
    if function == .ntile { parameter = .int(Int64(1 + below(4))) }
    return Aggregate(
      function, argument.map { scalar($0, columns, depth: depth - 1) }, parameter: parameter,
      condition: chance(30) ? scalar(.bool, columns, depth: depth - 1) : nil,
      distinct: chance(20) ? keys(columns, depth) : [],
      sort: running.isEmpty && isOrdered && chance(60) ? terms(columns, depth) : running,
      within: within, type: type, isOptional: true, span: newSpan())
  }

  func keys(_ columns: [Visible], _ depth: Int) -> [Scalar] {
    (0..<1 + below(2)).map { _ in scalar(simpleType(), columns, depth: depth - 1) }
  }

  func terms(_ columns: [Visible], _ depth: Int) -> [SortTerm] {
    keys(columns, depth).map { SortTerm($0, isDescending: chance(50)) }
  }
}
