import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Operators and functions that give a type.
extension RandomScript {
  /// A function or an aggregate in one of its spellings.
  func functionName(_ english: String) -> String {
    if let function = Library.function(named: english) { return spelled(function.name) }
    return Library.aggregate(named: english).map { spelled($0.name) } ?? english
  }

  /// An operator or a function of one row that gives a type.
  func special(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written? {
    switch type {
    case .bool: return condition(scope, depth)
    case .int: return int(scope, depth)
    case .number(.none): return number(scope, depth)
    case .number(RandomPlan.area): return area(scope, depth)
    case .money: return money(scope, depth)
    case .text: return text(scope, depth)
    case .date: return date(scope, depth)
    case .period: return period(scope, depth)
    case .duration(let unit): return duration(unit, scope, depth)
    case .list(let element): return list(element, scope, depth)
    case .number, .enumeration, .entity, .missing, .invalid: return nil
    }
  }

  private func sum(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written {
    binary(
      expression(type, scope, depth - 1), pick(["+", "-"]), expression(type, scope, depth - 1),
      .sum)
  }

  private func negative(_ type: DataType, _ scope: Scope, _ depth: Int) -> Written {
    Written("-" + operand(expression(type, scope, depth - 1), .primary), .sign)
  }

  private func int(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    switch below(17) {
    case 0, 1: return sum(.int, scope, depth)
    case 2: return binary(inner(.int), "*", inner(.int), .product)
    case 3: return call(pick(["div", "mod"]), [inner(.int), inner(.int)])
    case 4: return call("length", [inner(.text)])
    case 5: return call("position", [inner(.text), inner(.text)])
    case 6: return call(pick(["day", "weekday"]), [inner(.date)])
    case 7: return call(pick(["days", "months", "years"]), [inner(.period)])
    case 8: return call(pick(["months", "years"]), [inner(.date), inner(.date)])
    case 9: return call("int", [inner(pick([.text, .number, .bool, .int]))])
    case 10: return call("sign", [inner(pick([.int, .number, .money(.yuan)]))])
    case 11: return call("abs", [inner(.int)])
    case 12: return call(pick(["greatest", "least"]), [inner(.int), inner(.int), inner(.int)])
    case 13: return negative(.int, scope, depth)
    case 14: return call(pick(["round", "bin"]), [inner(.int), Written(pick(["1", "2"]))])
    case 15: return call("int", [call(pick(["year", "quarter"]), [inner(.date)])])
    case _: return call(pick(["round", "floor", "ceil"]), [inner(.int)])
    }
  }

  private func number(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    switch below(20) {
    case 0, 1: return sum(.number, scope, depth)
    case 2:
      return binary(inner(.number), pick(["*", "/"]), inner(pick([.number, .int])), .product)
    case 3: return binary(inner(.int), "/", inner(.int), .product)
    case 4: return binary(inner(.money(.yuan)), "/", inner(.money(.yuan)), .product)
    case 5:
      return binary(inner(.number(RandomPlan.area)), "/", inner(.number(RandomPlan.area)), .product)
    case 6:
      let type = pick([DataType.int, .number, .money(.yuan)])
      return call("growth", [inner(type), inner(type)])
    case 7: return call("number", [inner(pick([.text, .int, .bool, .number]))])
    case 8: return call("elapsed", [inner(.period), inner(.date)])
    case 9:
      return call("path", [inner(.number), inner(.number), inner(.period), inner(.date)])
    case 10: return call("power", [inner(.number), inner(.number)])
    case 11, 18:
      return call(
        pick([
          "sqrt", "exp", "ln", "log10", "sin", "cos", "tan", "asin", "acos", "atan",
          "degrees", "radians",
        ]),
        [inner(.number)])
    case 12: return call("log", [inner(.number), inner(.number)])
    case 13: return call(pick(["abs", "floor", "ceil", "round"]), [inner(.number)])
    case 14: return call(pick(["round", "bin"]), [inner(.number), Written(pick(["1", "2"]))])
    case 15: return call(pick(["greatest", "least"]), [inner(.number), inner(.number)])
    case 16: return call(pick(["div", "mod"]), [inner(.number), inner(.number)])
    case 17: return chance(50) ? negative(.number, scope, depth) : call("pi", [])
    case _: return binary(inner(.int), "*", inner(.number), .product)
    }
  }

  private func area(_ scope: Scope, _ depth: Int) -> Written {
    let type = DataType.number(RandomPlan.area)
    switch below(4) {
    case 0: return sum(type, scope, depth)
    case 1:
      return binary(
        expression(type, scope, depth - 1), pick(["*", "/"]),
        expression(.number, scope, depth - 1), .product)
    case 2: return call("abs", [expression(type, scope, depth - 1)])
    case _: return negative(type, scope, depth)
    }
  }

  private func money(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    let type = DataType.money(.yuan)
    switch below(9) {
    case 0, 1: return sum(type, scope, depth)
    case 2: return binary(inner(type), pick(["*", "/"]), inner(pick([.int, .number])), .product)
    case 3: return binary(inner(pick([.int, .number])), "*", inner(type), .product)
    case 4: return call("abs", [inner(type)])
    case 5: return call(pick(["greatest", "least"]), [inner(type), inner(type)])
    case 6: return call("round", [inner(type), Written(pick(["-4", "0"]))])
    case 7: return negative(type, scope, depth)
    case _:
      let area = DataType.number(RandomPlan.area)
      let price = binary(inner(type), "/", inner(area), .product)
      return binary(price, "*", inner(area), .product)
    }
  }

  private func text(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    switch below(14) {
    case 0, 1, 2, 3: return textWithHoles(scope, depth)
    case 4:
      return call(
        pick(["upper", "lower", "trim", "trim_start", "trim_end", "reverse", "title_case"]),
        [inner(.text)])
    case 5:
      return call("pad", [inner(.text), Written(pick(["3", "6"])), textLiteral("0")])
    case 6: return call("replace", [inner(.text), inner(.text), inner(.text)])
    case 7: return call("join", [inner(.list(.text)), textLiteral("、")])
    case 8: return call("substring", [inner(.text), inner(.int), Written("2")])
    case 10: return call(pick(["left", "right"]), [inner(.text), inner(.int)])
    case 11: return call("split_part", [inner(.text), textLiteral("水"), inner(.int)])
    case 12: return call("repeat", [inner(.text), Written(pick(["0", "2"]))])
    case 13:
      return call(
        "to_text",
        [
          inner(
            pick([.int, .number, .money(.yuan), .bool, .date, .period, .text, .duration(.days)]))
        ])
    case _: return call("substring", [inner(.text), inner(.int)])
    }
  }

  private func date(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    switch below(7) {
    case 0: return call("start", [inner(.period)])
    case 1: return call("end", [inner(.period)])
    case 2:
      let unit = pick([DataType.duration(.days), .duration(.months)])
      return binary(inner(.date), pick(["+", "-"]), inner(unit), .sum)
    case 3: return call(pick(["greatest", "least"]), [inner(.date), inner(.date)])
    case 4: return call("date", [Written("2022"), inner(.int), inner(.int)])
    case 5: return Written("\(word(SpecialName.plan.word)).\(spelled(Name("as_of", "截至日期")))")
    case _: return call("date", [inner(pick([.date, .text]))])
    }
  }

  private func period(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    switch below(8) {
    case 0, 1:
      return call(
        pick(["year", "half", "quarter", "month", "week", "fiscal_year"]),
        [inner(pick([.date, .period]))])
    case 2: return call("intersection", [inner(.period), inner(.period)])
    case 3: return call("range", [inner(.period), inner(.period)])
    case 4:
      let unit = pick([DataType.duration(.days), .duration(.months)])
      return binary(inner(.period), pick(["+", "-"]), inner(unit), .sum)
    case 5: return call(pick(["year", "fiscal_year"]), [Written("2022")])
    case 6:
      // Two literals might stand in the wrong order, which is an error.
      let (low, high) = (call("start", [inner(.period)]), inner(.date))
      return Written(operand(low, .coalescence) + ".." + upper(high), .range)
    case _: return Written(spelled(Name("fourteenth", "十四五")))
    }
  }

  /// The end of a range, where a word of a clause would be one.
  func upper(_ written: Written) -> String {
    RandomScript.oddLabels.contains { written.text.hasPrefix($0) }
      ? "(\(written.text))" : operand(written, .coalescence)
  }

  private func duration(_ unit: DurationUnit, _ scope: Scope, _ depth: Int) -> Written {
    let type = DataType.duration(unit)
    switch below(5) {
    case 0: return sum(type, scope, depth)
    case 1:
      return binary(
        expression(type, scope, depth - 1), "*", expression(.int, scope, depth - 1), .product)
    case 2: return call("abs", [expression(type, scope, depth - 1)])
    case 3 where unit == .days:
      return binary(
        expression(.date, scope, depth - 1), "-", expression(.date, scope, depth - 1), .sum)
    case _: return negative(type, scope, depth)
    }
  }

  private func list(_ element: DataType, _ scope: Scope, _ depth: Int) -> Written? {
    switch below(3) {
    case 0 where element == .entity("units") || element == .entity("sections"):
      return call("above", [expression(element, scope, depth - 1)])
    case 1 where element == .text:
      return call("split", [expression(.text, scope, depth - 1), textLiteral("、")])
    case 2:
      if let made = aggregate(giving: .list(element), scope, depth) { return made }
    case _: break
    }
    return listLiteral(element, scope, depth)
  }

  /// A list in brackets, whose first element is no mere name.
  func listLiteral(_ element: DataType, _ scope: Scope, _ depth: Int) -> Written {
    let elements = (0..<1 + below(3)).map { place in
      expression(element, scope, depth - 1, named: place > 0).text
    }
    return Written("[\(elements.joined(separator: ", "))]")
  }
}
