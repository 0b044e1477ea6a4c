import PlanQLData
import PlanQLSyntax

/// Pipelines, stage by stage.
extension RandomScript {
  /// A pipeline with what its rows hold. A result may end in stages that only a result may have.
  func pipeline(
    _ scope: Scope, stages count: Int, isResult: Bool
  ) -> (text: String, shape: Shape) {
    nesting += 1
    defer { nesting -= 1 }
    var (text, shape) = source(scope, nesting < 2 ? 1 : 0)
    for place in 0..<count {
      if isResult { budget = max(budget, 20) }
      guard let stage = stage(&shape, scope, isLast: isResult && place == count - 1) else {
        continue
      }
      text += (holes > 0 ? " | " : pick([" | ", "\n| ", "\n  | "])) + stage
      if shape.isCross { break }
    }
    if shape.isCross { text += afterCross(&shape) }
    if isResult, chance(15) { text += " | " + word(StageWord.total.word) }
    if !text.contains("|") {
      text += " | \(word(StageWord.take.word)) \(1 + below(9))"
    }
    return (text, shape)
  }

  private func stage(_ shape: inout Shape, _ scope: Scope, isLast: Bool) -> String? {
    let row = scope.inside(shape, .row)
    let depth = nesting < 2 ? 2 : 1
    switch below(shape.hasUnknownColumns ? 6 : 25) {
    case 0, 1:
      return "\(word(StageWord.filter.word)) \(expression(.bool, row, depth).text)"
    case 2: return "\(word(StageWord.sort.word)) \(sortKeys(row, depth).joined(separator: ", "))"
    case 3, 4: return slice(row, scope, depth)
    case 5: return isLast || chance(50) ? label(&shape) : nil
    case 6, 7, 8: return extend(&shape, scope, depth)
    case 9: return select(&shape, scope, depth)
    case 10: return drop(&shape)
    case 11, 12, 13, 14: return summarize(&shape, scope, depth)
    case 15: return distinct(&shape, scope)
    case 16, 17: return expand(&shape, scope, depth)
    case 18, 19: return spread(&shape, scope, depth)
    case 20, 21: return join(&shape, scope, depth)
    case 22: return append(&shape, scope, depth)
    case 23: return pivot(&shape, scope, depth, isResult: isLast)
    case _: return cite(&shape)
    }
  }

  private func slice(_ row: Scope, _ scope: Scope, _ depth: Int) -> String {
    let stage = pick([StageWord.take, .take, .skip])
    var text = "\(word(stage.word)) \(1 + below(6))"
    if chance(15) { text += " + \(functionName("length"))(\(textLiteral("ab") as String))" }
    if chance(35) {
      text += " \(word(ClauseWord.by.word)) \(keys(row, depth).joined(separator: ", "))"
    }
    return text
  }

  private func label(_ shape: inout Shape) -> String? {
    let known = shape.columns.filter { $0.partner == nil }
    guard !known.isEmpty else { return nil }
    let column = pick(known)
    let caption: String = textLiteral(pick(["合计", "Title", "a \"b\""]))
    let shown = chance(40) ? display(column.type) : ""
    let name = named(column.name)
    return "\(word(StageWord.label.word)) "
      + (shown.isEmpty || chance(50) ? "\(name): \(caption)\(shown)" : "\(name)\(shown)")
  }

  private func extend(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String {
    var items: [String] = []
    for _ in 0..<1 + below(2) {
      let type = simpleType()
      let value = item(type, scope.inside(shape, .row), depth)
      var name = Name(label(in: shape))
      let replaceable = shape.columns.filter { $0.partner == nil }
      if chance(12), !replaceable.isEmpty { name = pick(replaceable).name }
      items.append("\(quoted(spelled(name))): \(value)")
      if shape.keys.contains(name.en) { shape.keys = [] }
      shape.place(.init(name: name, type: type))
    }
    return "\(word(StageWord.extend.word)) \(items.joined(separator: ", "))"
  }

  private func select(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String {
    var chosen: [Shape.Column] = []
    var items: [String] = []
    let row = scope.inside(shape, .row)
    for _ in 0..<1 + below(4) {
      let plain = path(row) { reading in
        !chosen.contains { $0.name.en == reading.name.en }
      }
      if chance(60), let plain {
        items.append(text(plain))
        chosen.append(.init(name: plain.reading.name, type: plain.reading.type))
        continue
      }
      let type = simpleType()
      let name = Name(label(in: shape, beside: chosen.map(\.name)))
      items.append("\(quoted(name.en)): \(item(type, row, depth))")
      chosen.append(.init(name: name, type: type))
    }
    if chance(25) {
      let place = below(chosen.count + 1)
      items.insert("*", at: place)
      let rest = shape.columns.filter { column in
        !chosen.contains { $0.name.en == column.name.en }
      }
      chosen.insert(contentsOf: rest, at: place)
    }
    if chance(10), let own = chosen.first(where: { $0.name.zh != $0.name.en })?.name.zh,
      quoted(own) == own, !chosen.contains(where: { $0.name.en == own })
    {
      items.append("\(own): \(item(.int, row, depth))")
      chosen.append(.init(name: Name(own), type: .int))
    }
    chosen = Shape.apart(chosen)
    shape.columns = chosen
    shape.reachesThis = false
    shape.keys = []
    return "\(word(StageWord.select.word)) \(items.joined(separator: ", "))"
  }

  private func drop(_ shape: inout Shape) -> String? {
    guard shape.columns.count > 2 else { return nil }
    var names: [String] = []
    for _ in 0..<1 + below(2) where shape.columns.count > 1 {
      let column = shape.columns.remove(at: below(shape.columns.count))
      names.append(named(column.name))
      shape.keys.removeAll { $0 == column.name.en }
    }
    return "\(word(StageWord.drop.word)) \(names.joined(separator: ", "))"
  }

  private func distinct(_ shape: inout Shape, _ scope: Scope) -> String {
    let plain = shape.columns.filter { $0.partner == nil }
    shape.reachesThis = false
    shape.this = nil
    shape.leaveGroups()
    guard chance(85), !plain.isEmpty else { return word(StageWord.distinct.word) }
    var chosen: [Shape.Column] = []
    for _ in 0..<1 + below(3) {
      let column = pick(plain)
      if !chosen.contains(where: { $0.name.en == column.name.en }) {
        chosen.append(column)
      }
    }
    shape.columns = chosen
    let names = chosen.map { named($0.name) }
    return "\(word(StageWord.distinct.word)) \(names.joined(separator: ", "))"
  }

  private func expand(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String {
    let row = scope.inside(shape, .row)
    let name = label(in: shape)
    let element: DataType
    var text = "\(word(StageWord.expand.word)) \(quoted(name)) \(word(ClauseWord.in.word)) "
    if chance(85), let list = path(row, where: { $0.elements != nil }) {
      element = list.reading.type.element
      text += self.text(list)
    } else {
      element = pick([.int, .text, .entity("units")])
      text += listLiteral(element, row, depth).text
    }
    let amounts = shape.columns.filter { column in
      switch column.type {
      case .int, .money: column.partner == nil
      case _: false
      }
    }
    if !amounts.isEmpty, chance(60) {
      let column = pick(amounts)
      let clause = pick([ClauseWord.split, .split, .once])
      text += " \(word(clause.word)) \(named(column.name))"
    }
    shape.columns.append(.init(name: Name(name), type: element))
    shape.leaveGroups()
    return text
  }

  private func spread(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String {
    let row = scope.inside(shape, .row)
    let type = pick([DataType.money(.yuan), .money(.yuan), .int])
    let grain = pick([Grain.year, .year, .half, .quarter])
    let amount = expression(type, row, depth)
    let period = expression(.period, row, 1)
    let name = label(in: shape, beside: [grain.name])
    var text = "\(word(StageWord.spread.word)) \(quoted(name)): \(amount.text) "
    text += "\(word(ClauseWord.over.word)) \(period.text) "
    text += "\(word(ClauseWord.by.word)) \(word(grain.word))"
    switch below(5) {
    case 0: text += " " + word(ClauseWord.daily.word)
    case 1: text += " \(word(ClauseWord.weights.word)) [1, 2, 0, 5]"
    case 2: text += " " + word(ClauseWord.evenly.word)
    case _: break
    }
    shape.place(.init(name: grain.name, type: .period))
    shape.place(.init(name: Name(name), type: type))
    shape.leaveGroups()
    return text
  }

  private func cite(_ shape: inout Shape) -> String? {
    let sources = Name("sources", "出处")
    guard 1...16 ~= shape.sourceCount, !shape.contains(sources) else { return nil }
    shape.columns.append(.init(name: sources, type: .text))
    return word(StageWord.cite.word)
  }
}
