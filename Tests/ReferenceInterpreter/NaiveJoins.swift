import PlanQLAlgebra
import PlanQLData

extension NaiveInterpreter {
  /// The pairs of rows that agree in their keys and fulfil the condition, and rows without a partner.
  func join(
    _ left: [Row], _ right: [Row], _ joining: Step.Joining, _ outer: Row?
  ) throws -> [Row] {
    let leftKeys = try left.map { row in
      try joining.keys.map { Key(try evaluate($0.left, row)) }
    }
    let rightKeys = try right.map { row in
      try joining.keys.map { Key(try evaluate($0.right, row)) }
    }
    var isPaired = Array(repeating: false, count: right.count)
    var result: [Row] = []
    for (own, key) in zip(left, leftKeys) {
      var hasPartner = false
      guard !key.contains(where: \.value.isMissing) else {
        if joining.kind != .inner { result.append(own) }
        continue
      }
      for (place, partner) in right.enumerated() where rightKeys[place] == key {
        let pair = Row(own.cells.merging(partner.cells) { own, _ in own }, outer: outer)
        if let condition = joining.condition, try !holds(condition, pair) { continue }
        hasPartner = true
        isPaired[place] = true
        result.append(pair)
      }
      if !hasPartner, joining.kind != .inner { result.append(own) }
    }
    guard joining.kind == .full else { return result }
    return result + right.indices.filter { !isPaired[$0] }.map { right[$0] }
  }

  /// The rows, and new ones for combinations of keys that no row has, in the order of the keys.
  func fill(
    _ rows: [Row], _ filling: Step.Filling, _ around: Row, _ outer: Row?
  ) throws -> [Row] {
    let keys = try rows.map { row in try filling.keys.map { Key(try evaluate($0.key, row)) } }
    let domains = try filling.keys.enumerated().map { place, key -> [Key] in
      guard let values = key.values else { return Array(Set(keys.map { $0[place] })) }
      guard case .list(let wanted) = try evaluate(values, around) else { return [] }
      return Array(Set(wanted.map(Key.init)))
    }
    var all = zip(keys, rows).map { key, row in
      let new = Row([:], outer: outer)
      for (place, definition) in filling.keys.enumerated() {
        let value = key[place].value
        new.cells[definition.id] = Cell { value }
      }
      for column in filling.columns {
        new.cells[column.id] = Cell { try self.evaluate(column.value, row) }
      }
      return (key: key, row: new)
    }
    let combinations = domains.reduce([[Key]()]) { before, domain in
      before.flatMap { start in domain.map { start + [$0] } }
    }
    let present = Set(keys)
    for combination in combinations where !present.contains(combination) {
      let new = Row([:], outer: outer)
      for (definition, key) in zip(filling.keys, combination) {
        new.cells[definition.id] = Cell { key.value }
      }
      for column in filling.columns { new.cells[column.id] = Cell { column.otherwise } }
      all.append((combination, new))
    }
    let terms = filling.keys.map { SortTerm($0.key, isDescending: false) }
    return sorted(all.map { $0.key.map(\.value) }, terms).map { all[$0].row }
  }
}
