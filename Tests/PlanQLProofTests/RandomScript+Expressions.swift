import PlanQLData
import PlanQLSyntax

/// Expressions of a wanted type.
extension RandomScript {
  /// An expression of a type. One that may be `named` can be a text that names a row or a value of an enumeration,
  /// which it is only beside a value of that type.
  func expression(_ type: DataType, _ scope: Scope, _ depth: Int, named: Bool = false) -> Written {
    budget -= 1
    guard depth > 0, budget > 0 else { return leaf(type, scope, named: named) }
    switch below(14) {
    case 0, 1, 2: return leaf(type, scope, named: named)
    case 3: return conditional(type, scope, depth)
    case 4: return cases(type, scope, depth)
    case 5:
      let first = expression(type, scope, depth - 1)
      let second =
        chance(10)
        ? Written(word(LiteralWord.missing.word))
        : expression(type, scope, depth - 1, named: true)
      return Written(
        operand(first, .coalescence) + " ?? " + operand(second, .sum), .coalescence)
    case 6, 7, 8:
      if let made = aggregate(giving: type, scope, depth) { return made }
    case 9:
      if let made = definedCall(type, scope, depth) { return made }
    case _: break
    }
    return special(type, scope, depth) ?? leaf(type, scope, named: named)
  }

  /// An item: an expression, now and then with the unit or the decimals to show it in.
  func item(_ type: DataType, _ scope: Scope, _ depth: Int) -> String {
    let value = expression(type, scope, depth)
    guard chance(12) else { return value.text }
    return value.text + display(type)
  }

  /// What may stand behind a value of a type.
  func display(_ type: DataType) -> String {
    let units: [String]
    switch type {
    case .money: units = ["万元", "亿元", "元"]
    case .number(.none), .int: units = ["%", "万"]
    case .number(RandomPlan.area): units = ["亩", "公顷"]
    case .duration(.days): units = ["天"]
    case .duration(.months): units = ["个月", "年"]
    case .bool, .number, .text, .date, .period, .enumeration, .entity, .list, .missing, .invalid:
      return ""
    }
    let unit = " \(word(DisplayWord.unit.word)) \(pick(units))"
    let decimals = " \(word(DisplayWord.decimals.word)) \(below(4))"
    return pick([unit, decimals, unit + decimals])
  }

  /// A text that stands as an operand: in brackets where it must, and now and then where it need not.
  func operand(_ written: Written, _ floor: Written.Level) -> String {
    written.binding < floor || chance(4) ? "(\(written.text))" : written.text
  }

  func binary(_ left: Written, _ sign: String, _ right: Written, _ level: Written.Level) -> Written
  {
    Written(
      operand(left, level) + " \(sign) " + operand(right, level.tighter), level)
  }

  /// A comparison or a test with a word or a sign between.
  func compare(_ left: Written, _ comparison: BinaryOperator, _ right: Written) -> Written {
    let text =
      switch comparison.record.spelling {
      case .symbol(let symbol): symbol
      case .words(let name): spelled(name)
      }
    return Written(operand(left, .range) + " \(text) " + operand(right, .range), .comparison)
  }

  func call(_ function: String, _ arguments: [Written]) -> Written {
    Written("\(functionName(function))(\(arguments.map(\.text).joined(separator: ", ")))")
  }

  private func conditional(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written {
    let condition = expression(.bool, scope, depth - 1)
    let then = expression(type, scope, depth - 1)
    let otherwise =
      chance(15)
      ? Written(word(LiteralWord.missing.word)) : expression(type, scope, depth - 1, named: true)
    return Written(
      "\(word(PrefixWord.if.word)) \(condition.text) \(word(PrefixWord.then.word)) \(then.text) "
        + "\(word(PrefixWord.else.word)) \(otherwise.text)", .conditional)
  }

  private func cases(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written {
    var branches = (0..<1 + below(2)).map { place in
      let condition = expression(.bool, scope, depth - 1)
      let value = expression(type, scope, depth - 1, named: place > 0)
      return "\(condition.text): \(value.text)"
    }
    if chance(60) {
      let otherwise = expression(type, scope, depth - 1, named: true)
      branches.append("\(word(PrefixWord.else.word)): \(otherwise.text)")
    }
    let comma = chance(10) ? "," : ""
    return Written(
      "\(word(PrefixWord.case.word)) { \(branches.joined(separator: ", "))\(comma) }")
  }

  /// A value without operators: read of a row or a name of the script, or a literal.
  func leaf(_ type: DataType, _ scope: Scope, named: Bool = false) -> Written {
    if chance(70), let path = path(to: type, scope) { return Written(text(path)) }
    let bound = values.filter { $0.type == type && (scope.rows.isEmpty || !isHiding($0.name)) }
    if !bound.isEmpty, chance(50) { return Written(pick(bound).name) }
    if let literal = literal(type, named: named) { return literal }
    if let path = path(to: type, scope) { return Written(text(path)) }
    return fallback(type, scope)
  }

  /// A value of a type that has no literal: the first one of a column.
  private func fallback(_ type: DataType, _ scope: Scope) -> Written {
    if case .list(let element) = type { return listLiteral(element, scope, 0) }
    if case .entity(let table) = type {
      return Written("\(functionName("first"))(\(tableName(table, scope)))")
    }
    for table in catalog.tables {
      for field in table.definition.fields where field.type == type {
        let name = tableName(table.definition.name.en, scope)
        return Written("\(functionName("first"))(\(name).\(spelled(field.name)))")
      }
    }
    return Written(word(LiteralWord.missing.word))
  }

  private func definedCall(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written? {
    let fitting = functions.filter { $0.type == type }
    if !fitting.isEmpty, chance(60) {
      let function = pick(fitting)
      let arguments = function.parameters.map { expression($0, scope, depth - 1).text }
      return Written("\(function.name)(\(arguments.joined(separator: ", ")))")
    }
    let computed = fields.filter { $0.type == type && $0.parameters != nil }
    guard !computed.isEmpty else { return nil }
    let field = pick(computed)
    guard let owner = path(to: .entity(field.table), scope), let parameters = field.parameters
    else { return nil }
    let arguments = parameters.map { expression($0, scope, depth - 1).text }
    return Written("\(text(owner)).\(field.name)(\(arguments.joined(separator: ", ")))")
  }
}
