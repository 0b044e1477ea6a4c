import PlanQLData
import PlanQLSyntax

/// Aggregates, over a table of their own or over the rows of the stage.
extension RandomScript {
  /// The aggregates that give a type, with the type of what they take: nil for rows as such.
  private func aggregates(giving type: DataType) -> [(name: String, argument: DataType?)] {
    var choices: [(String, DataType?)] = [("first", type), ("last", type)]
    switch type {
    case .int:
      choices += [("count", nil), ("count", nil), ("count", .text), ("sum", .int), ("min", .int)]
    case .number(.none):
      choices += [
        ("sum", type), ("avg", type), ("avg", .int), ("median", type), ("median", .int),
        ("percentile", type), ("stddev", type), ("max", type), ("weighted", type),
        ("weighted", .int),
      ]
    case .money:
      choices += [
        ("sum", type), ("sum", type), ("avg", type), ("median", type), ("percentile", type),
        ("stddev", type), ("min", type), ("max", type), ("weighted", type),
      ]
    case .number: choices += [("sum", type), ("max", type)]
    case .bool: choices = [("any", nil), ("none", nil), ("all", .bool), ("any", nil)]
    case .duration: choices += [("sum", type), ("max", type)]
    case .period: break
    case .text, .date, .enumeration, .entity: choices += [("min", type), ("max", type)]
    case .list(let element): choices = [("list", element)]
    case .missing, .invalid: break
    }
    return choices
  }

  /// An aggregate that gives a type; nil where none was found.
  func aggregate(giving type: DataType, _ scope: Scope, _ depth: Int) -> Written? {
    let choice = pick(aggregates(giving: type))
    var isOverStage = false
    switch scope.mode {
    case .group: isOverStage = chance(85)
    case .row: isOverStage = chance(45)
    case .none, .argument: break
    }
    guard isOverStage, !(scope.rows.last?.isCross ?? true) else {
      return overTable(choice.name, choice.argument, scope, depth)
    }
    if case .row = scope.mode, chance(40), let made = window(type, scope, depth) { return made }
    return overStage(choice.name, choice.argument, scope, depth)
  }

  private func overTable(
    _ name: String, _ argument: DataType?, _ scope: Scope, _ depth: Int
  ) -> Written? {
    if case .list? = argument { return nil }
    // In a group the rows of a table must not depend on the rows that are grouped.
    var around = scope
    if case .group = scope.mode { around.rows[around.rows.count - 1].columns = [] }
    guard let argument, name != "all" else {
      let (text, shape) = source(around, depth)
      var arguments = text
      if name == "all" {
        let test = expression(.bool, scope.inside(shape, .argument), depth - 1)
        arguments += ", " + test.text
      }
      let clauses = clauses(scope.inside(shape, .argument), depth)
      return Written("\(functionName(name))(\(arguments)\(clauses))")
    }
    guard let column = column(argument, name, around, depth) else { return nil }
    let inside = scope.inside(column.shape, .argument)
    let second = parameter(name, inside, depth)
    let sorts = ["first", "last", "list"].contains(name)
    return Written(
      "\(functionName(name))(\(column.text)\(second)\(clauses(inside, depth, sorts: sorts)))")
  }

  /// A column of a table of its own, with what clauses see.
  private func column(
    _ type: DataType, _ name: String, _ scope: Scope, _ depth: Int
  ) -> (text: String, shape: Shape)? {
    // Rows by themselves have no least one.
    let takesRows = !["min", "max"].contains(name)
    if chance(50) {
      let list = path(scope) { reading in
        guard let elements = reading.elements, reading.type.element == type else { return false }
        if case .entity = elements { return takesRows || reading.isColumn }
        return true
      }
      if let list, let elements = list.reading.elements {
        return (self.text(list), elementShape(elements))
      }
    }
    for _ in 0..<3 {
      let (text, shape) = source(scope, depth)
      // Of a partner row that is no row of the plan a column of the whole cannot be read.
      var readable = shape
      readable.columns.removeAll { $0.partner != nil && $0.type == .missing }
      let rows = Scope(rows: [readable], mode: .argument)
      if let column = path(rows, mayBeThis: false, where: { $0.type == type }) {
        return ("\(text).\(self.text(column))", shape)
      }
    }
    return nil
  }

  /// What stands beside the value, where the aggregate takes something.
  private func parameter(_ name: String, _ scope: Scope, _ depth: Int) -> String {
    switch name {
    case "percentile": ", " + pick(["25%", "0.5", "90%", "0", "1"])
    case "weighted": ", " + expression(pick([.int, .number]), scope, depth - 1).text
    case _: ""
    }
  }

  private func clauses(
    _ scope: Scope, _ depth: Int, sorts: Bool = false, within: Bool = false,
    distinct: Bool = true
  ) -> String {
    var text = ""
    if chance(35) {
      text += " \(word(ClauseWord.filter.word)) \(expression(.bool, scope, depth - 1).text)"
    }
    if distinct, chance(12) {
      text += " \(word(ClauseWord.distinct.word)) \(keys(scope, depth).joined(separator: ", "))"
    }
    if sorts, chance(60) {
      text += " \(word(ClauseWord.sort.word)) \(sortKeys(scope, depth).joined(separator: ", "))"
    }
    if within, chance(60) {
      text += " \(word(ClauseWord.within.word)) \(keys(scope, depth).joined(separator: ", "))"
    }
    return text
  }

  /// One or two values that rows are told apart by.
  func keys(_ scope: Scope, _ depth: Int) -> [String] {
    (0..<1 + below(2)).map { _ in
      let text = expression(simpleType(), scope, min(depth - 1, 1)).text
      // Behind a word that may be a name it would be a range from that name.
      return text.hasPrefix("..") ? "(\(text))" : text
    }
  }

  /// One or two values that rows are ordered by.
  func sortKeys(_ scope: Scope, _ depth: Int) -> [String] {
    keys(scope, depth).map { key in
      switch below(5) {
      case 0, 1: key + " " + word(ClauseWord.descending.word)
      case 2: key + " " + word(ClauseWord.ascending.word)
      case _: key
      }
    }
  }

  private func overStage(
    _ name: String, _ argument: DataType?, _ scope: Scope, _ depth: Int
  ) -> Written? {
    if case .list? = argument { return nil }
    let inside = scope.aggregated
    var isRow = false
    if case .row = scope.mode { isRow = true }
    let isStatistic = ["median", "percentile", "stddev"].contains(name)
    let sorts = isRow ? !isStatistic && chance(30) : ["first", "last", "list"].contains(name)
    let value = argument.map { expression($0, inside, depth - 1).text } ?? ""
    let clauses = clauses(inside, depth, sorts: sorts, within: isRow)
    let text = "\(value)\(parameter(name, inside, depth))\(clauses)"
    return Written("\(functionName(name))(\(text.drop { $0 == " " }))")
  }

  /// A value of a row by the rows around it.
  private func window(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written? {
    let inside = scope.aggregated
    let within =
      chance(50)
      ? " \(word(ClauseWord.within.word)) \(keys(inside, depth).joined(separator: ", "))" : ""
    switch type {
    case .int where chance(70):
      let name = pick(["rank", "dense_rank", "row_number", "ntile"])
      if name == "ntile" {
        let clauses = clauses(inside, depth, sorts: true, within: true, distinct: false)
        return Written("\(functionName(name))(\(1 + below(4))\(clauses))")
      }
      var keys = sortKeys(inside, depth).joined(separator: ", ")
      if name == "row_number", chance(40) { keys = "" }
      return Written("\(functionName(name))(\((keys + within).drop { $0 == " " }))")
    case .number(.none) where chance(70):
      let value = expression(pick([.int, .number, .money(.yuan)]), inside, depth - 1)
      return Written("\(functionName("share"))(\(value.text)\(within))")
    case .list: return nil
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .entity,
      .missing, .invalid:
      let value = expression(type, inside, depth - 1)
      let distance = chance(30) ? ", \(1 + below(2))" : ""
      let clauses = clauses(inside, depth, sorts: true, within: true, distinct: false)
      return Written(
        "\(functionName(pick(["previous", "next"])))(\(value.text)\(distance)\(clauses))")
    }
  }
}
