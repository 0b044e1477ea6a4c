import PlanQLData
import PlanQLSyntax

/// Conditions.
extension RandomScript {
  /// A condition made of others, a comparison or a test.
  func condition(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    func named(_ type: DataType) -> Written { expression(type, scope, depth - 1, named: true) }
    switch below(20) {
    case 0, 1:
      return binary(
        inner(.bool), spelled(BinaryOperator.and.word?.name ?? Name("and")), inner(.bool),
        .conjunction)
    case 2, 3:
      return binary(
        inner(.bool), spelled(BinaryOperator.or.word?.name ?? Name("or")), inner(.bool),
        .disjunction)
    case 4:
      return Written(
        "\(word(PrefixWord.not.word)) " + operand(inner(.bool), .comparison), .negation)
    case 5, 6, 7:
      let type = orderedType()
      let isSame = type == .bool || type == .period
      let signs: [BinaryOperator] =
        isSame
        ? [.equal, .notEqual]
        : [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
      return compare(inner(type), pick(signs), named(type))
    case 8:
      let type = pick([DataType.entity("units"), .entity("projects"), .entity("indicators")])
      return compare(inner(type), pick([.equal, .notEqual]), named(type))
    case 9: return membership(scope, depth)
    case 10:
      let operators: [BinaryOperator] = [
        .contains, .startsWith, .endsWith, .matches, .notContains, .notStartsWith, .notEndsWith,
        .notMatches,
      ]
      return compare(inner(.text), pick(operators), inner(.text))
    case 11:
      let element = pick([DataType.entity("units"), .text, .int, .entity("projects")])
      return compare(inner(.list(element)), pick([.has, .notHas]), named(element))
    case 12, 13:
      let operators: [BinaryOperator] = [
        .overlaps, .covers, .before, .after, .meets, .notOverlaps, .notCovers, .notBefore,
        .notAfter, .notMeets,
      ]
      let types = [DataType.period, .period, .date]
      return compare(inner(pick(types)), pick(operators), inner(pick(types)))
    case 14:
      let type = pick([DataType.entity("units"), .entity("sections")])
      return compare(inner(type), pick([.under, .notUnder]), named(type))
    case 15, 16: return presence(scope, depth)
    case 17:
      return call(
        "reached",
        [inner(.number), textLiteral(pick(["at_least", "≤", "不低于"])), inner(.number)])
    case 18: return call("contains", [inner(.text), inner(.text)])
    case _: return aggregate(giving: .bool, scope, depth) ?? inner(.bool)
    }
  }

  private func orderedType() -> DataType {
    pick([
      .int, .number, .money(.yuan), .text, .date, .duration(.days), .duration(.months), .bool,
      .period, .number(RandomPlan.area), enumeration("status"), enumeration("source"),
    ])
  }

  private func presence(_ scope: Scope, _ depth: Int) -> Written {
    let test = pick([PresenceTest.isMissing, .isKnown])
    let partners = scope.rows.last?.columns.filter { $0.partner != nil } ?? []
    var isGroup = false
    if case .group = scope.mode { isGroup = true }
    let value =
      !partners.isEmpty && !isGroup && chance(50)
      ? Written(quoted(spelled(pick(partners).name))) : expression(simpleType(), scope, depth - 1)
    return Written(operand(value, .range) + " " + word(test.word), .comparison)
  }

  private func membership(_ scope: Scope, _ depth: Int) -> Written {
    func inner(_ type: DataType) -> Written { expression(type, scope, depth - 1) }
    let sign = pick([BinaryOperator.in, .notIn])
    switch below(5) {
    case 0:
      return compare(inner(pick([.date, .period])), sign, inner(.period))
    case 1:
      let type = pick([DataType.int, .number, .money(.yuan), .text])
      let (low, high) = (inner(type), inner(type))
      let range =
        switch below(3) {
        case 0: operand(low, .coalescence) + ".." + upper(high)
        case 1: operand(low, .coalescence) + ".."
        case _: ".." + upper(high)
        }
      // An open range stands in brackets where more may follow.
      return compare(inner(type), sign, Written("(\(range))"))
    case 2:
      let type = pick([enumeration("status"), enumeration("source"), .entity("units")])
      let elements = (0..<1 + below(3)).compactMap { _ in literal(type, named: true)?.text }
      return compare(inner(type), sign, Written("[\(elements.joined(separator: ", "))]"))
    case 3:
      let type = pick([DataType.entity("units"), .entity("units"), .entity("projects")])
      return compare(inner(type), sign, inner(.list(type)))
    case _:
      let type = pick([DataType.int, .text, .date])
      return compare(inner(type), sign, inner(.list(type)))
    }
  }
}
