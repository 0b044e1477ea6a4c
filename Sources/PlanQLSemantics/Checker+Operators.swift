import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  mutating func checkBinary(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, operatorSpan: SourceSpan,
    span: SourceSpan
  ) -> Typed {
    let typedLeft = checkExpression(left)
    if binary.binding == .comparison, reportUnquoted(right, beside: typedLeft) { return .invalid }
    if binary.binding == .comparison, reportDateInOtherForm(right, beside: typedLeft) {
      return .invalid
    }
    let typedRight = checkExpression(right)
    hintOfMissingLiteral(binary, left, right, sign: operatorSpan)
    warnOfCount(binary, left, right, span: span)
    switch binary {
    case .and, .or: return checkLogic(binary, typedLeft, typedRight, left, right, span: span)
    case .in, .notIn:
      return checkMembership(binary, typedLeft, typedRight, left, right, span: span)
    case .coalesce: return checkCoalesce(typedLeft, typedRight, left, right, span: span)
    case .under, .notUnder:
      return checkUnder(binary, typedLeft, typedRight, left, right, span: span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains, .has,
      .startsWith, .endsWith, .matches, .overlaps, .covers, .before, .after, .meets,
      .notContains, .notHas, .notStartsWith, .notEndsWith, .notMatches, .notOverlaps, .notCovers,
      .notBefore, .notAfter, .notMeets, .add, .subtract, .multiply, .divide:
      break
    }
    let operands = [
      value(of: periodWanted(binary, typedLeft), span: left.span).0,
      value(of: periodWanted(binary, typedRight), span: right.span).0,
    ]
    guard !operands.contains(where: { $0.type.isInvalid }) else { return .invalid }
    if binary.comparesPeriods, reportDifferenceOfYears(right) { return .invalid }
    return apply(binary, operands, operatorSpan: operatorSpan, span: span)
  }

  /// Says that `2021-2025` is no period.
  private mutating func reportDifferenceOfYears(_ expression: Expression) -> Bool {
    guard case .binary(.subtract, let first, let last, let sign) = expression.kind,
      case .number(let lower) = first.kind, case .number(let upper) = last.kind,
      lower.isYear, upper.isYear
    else { return false }
    report(
      .rangeIsNoDifference(lower.digitsText, upper.digitsText), at: expression.span,
      fix: Diagnostic.Fix(sign, ".."))
    return true
  }

  /// A plain range beside an operator of periods is a period.
  private mutating func periodWanted(_ binary: BinaryOperator, _ typed: Typed) -> Typed {
    if case .range(let lower, let upper, let span) = typed,
      let period = period(lower, upper, span: span)
    {
      return .scalar(period, .plain)
    }
    if binary.comparesPeriods, case .scalar(let scalar, _) = typed,
      let period = asPeriod(scalar)
    {
      return .scalar(period, .plain)
    }
    return typed
  }

  private mutating func apply(
    _ binary: BinaryOperator, _ operands: [Scalar], operatorSpan: SourceSpan, span: SourceSpan
  ) -> Typed {
    var (left, right) = (operands[0], operands[1])
    if isComparing, binary.wantsEqualTypes || binary.findsElements {
      (left, right) = (namedElsewhere(left, beside: right), namedElsewhere(right, beside: left))
    }
    if binary.wantsEqualTypes || binary.findsElements, let both = related(left, right) {
      (left, right) = both
    } else if binary.wantsEqualTypes {
      if let fit = adapted(right, to: left.type) {
        right = fit
      } else if let fit = adapted(left, to: right.type) {
        left = fit
      }
    } else if binary == .has || binary == .notHas, case .list(let element) = left.type {
      right = adapted(right, to: element) ?? right
    }
    if left.type.isInvalid || right.type.isInvalid { return .invalid }
    guard let function = Library.function(named: binary.record.function),
      let resolved = function.resolve([left.type, right.type])
    else {
      reportOperands(binary, left, right, written: operands, operatorSpan: operatorSpan)
      return .invalid
    }
    let scalar = pairing(self.scalar(resolved, [left, right], span: span))
    let isNegated = binary.record.negates != nil
    if isNegated { hintOfMissing([left, right], span: span) }
    warnOfConstant(binary, left, right, span: span)
    return .scalar(isNegated ? negated(scalar, span: span) : scalar, .plain)
  }

  /// A resolved call, with the conversions that its arguments need.
  func scalar(_ resolved: ResolvedFunction, _ arguments: [Scalar], span: SourceSpan) -> Scalar {
    let converted = zip(arguments, resolved.match.parameters).map { argument, type in
      argument.type == type
        ? argument
        : Scalar(
          .convert(argument), type: type, isOptional: argument.isOptional, span: argument.span)
    }
    let isOptional =
      !resolved.overload.isAlwaysKnown
      && (resolved.overload.mayAddMissing || arguments.contains { $0.isOptional })
    return Scalar(
      .call(resolved, converted), type: resolved.match.result, isOptional: isOptional, span: span)
  }

  private mutating func reportOperands(
    _ binary: BinaryOperator, _ left: Scalar, _ right: Scalar, written: [Scalar],
    operatorSpan: SourceSpan
  ) {
    let labels = written.map { Diagnostic.Label($0.span, title($0.type)) }
    let sign = text(operatorSpan)
    switch (left.type, right.type) {
    case (.list, .list): break
    case (.list(let element), _) where binary.wantsEqualTypes || binary == .contains:
      report(
        .listAgainstValue(sign, title(element)), at: operatorSpan, labels: labels,
        fix: binary == .equal || binary == .contains
          ? Diagnostic.Fix(operatorSpan, hasSpelling(sign)) : nil)
      return
    case (.period, .period) where binary.isOrdering:
      report(.periodsHaveNoOrder(sign), at: operatorSpan, labels: labels)
      return
    case (.date, .int) where binary.isOrdering && right.literalYear != nil,
      (.int, .date) where binary.isOrdering && left.literalYear != nil:
      report(.periodsHaveNoOrder(sign), at: operatorSpan, labels: labels)
      return
    case (.text, .text) where binary == .add:
      report(.textsAreNotAdded, at: operatorSpan, labels: labels)
      return
    case (.money, .int) where binary.wantsEqualTypes, (.int, .money) where binary.wantsEqualTypes:
      report(.moneyWithoutUnit(sign), at: operatorSpan, labels: labels)
      return
    case (.number(let dimension), .int), (.number(let dimension), .number(.none)):
      if dimension == .none || !binary.wantsOneQuantity { break }
      report(.quantityWithoutUnit(sign, left.type.quantity), at: operatorSpan, labels: labels)
      return
    case (.int, .number(let dimension)), (.number(.none), .number(let dimension)):
      if dimension == .none || !binary.wantsOneQuantity { break }
      report(.quantityWithoutUnit(sign, right.type.quantity), at: operatorSpan, labels: labels)
      return
    case (.number, .number), (.number, .money), (.money, .number):
      guard binary.wantsOneQuantity else { break }
      let (first, second) = (left.type.quantity, right.type.quantity)
      report(
        .quantitiesDiffer(sign, first, second), at: operatorSpan,
        labels: [.init(written[0].span, first), .init(written[1].span, second)])
      return
    case (_, _): break
    }
    report(
      .operandsDoNotFit(sign, title(left.type), title(right.type)), at: operatorSpan, labels: labels
    )
  }

  private func hasSpelling(_ sign: String) -> String {
    let word = sign.utf8.allSatisfy { $0 < 0x80 } ? "has" : "含有"
    return sign == "=" ? " \(word) " : word
  }

  private mutating func checkLogic(
    _ binary: BinaryOperator, _ typedLeft: Typed, _ typedRight: Typed, _ left: Expression,
    _ right: Expression, span: SourceSpan
  ) -> Typed {
    let sides = [
      condition(typedLeft, span: left.span), condition(typedRight, span: right.span),
    ]
    guard !sides.contains(where: { $0.type.isInvalid }) else { return .invalid }
    warnOfLogic(binary, left, right, sides)
    let kind = binary == .and ? Scalar.Kind.and(sides[0], sides[1]) : .or(sides[0], sides[1])
    return .scalar(Scalar(kind, type: .bool, isOptional: false, span: span), .plain)
  }

  private mutating func checkCoalesce(
    _ typedLeft: Typed, _ typedRight: Typed, _ left: Expression, _ right: Expression,
    span: SourceSpan
  ) -> Typed {
    let (first, display) = value(of: typedLeft, span: left.span)
    let (second, _) = value(of: typedRight, span: right.span)
    guard !first.type.isInvalid, !second.type.isInvalid,
      let (type, fits) = unified([first, second])
    else { return .invalid }
    return .scalar(
      Scalar(
        .coalesce(fits[0], fits[1]), type: type,
        isOptional: fits[0].isOptional && fits[1].isOptional, span: span), display)
  }

  private mutating func checkUnder(
    _ binary: BinaryOperator, _ typedLeft: Typed, _ typedRight: Typed, _ left: Expression,
    _ right: Expression, span: SourceSpan
  ) -> Typed {
    let (lower, _) = value(of: typedLeft, span: left.span)
    let (upper, _) = value(of: typedRight, span: right.span)
    if lower.type.isInvalid || upper.type.isInvalid { return .invalid }
    guard let (table, parent) = hierarchy(of: lower.type), let fit = adapted(upper, to: lower.type)
    else {
      report(.noHierarchy("under", "隶属", title(lower.type)), at: left.span)
      return .invalid
    }
    if fit.type.isInvalid { return .invalid }
    let scalar = Scalar(
      .under(lower, fit, table: table, parent: parent), type: .bool, isOptional: false, span: span)
    if binary == .notUnder { hintOfMissing([lower], span: span) }
    return .scalar(binary == .notUnder ? negated(scalar, span: span) : scalar, .plain)
  }

  /// The table that links of a type lead to, and its field for the row above; nil where it has none.
  private func hierarchy(of type: DataType) -> (table: Int, parent: Int)? {
    guard case .entity(let name) = type, let table = catalog.table(named: name),
      let parentName = catalog.tables[table].definition.parentField,
      let parent = catalog.tables[table].definition.field(named: parentName)
    else { return nil }
    return (table, parent)
  }

  /// Resolves `above(section)`.
  mutating func checkAbove(_ call: Call, _ scalars: [Scalar], span: SourceSpan) -> Typed {
    guard scalars.count == 1, let (table, parent) = hierarchy(of: scalars[0].type) else {
      let found = scalars.first.map { title($0.type) } ?? LocalizedText(en: "nothing", zh: "空白")
      report(
        .noHierarchy(call.callee.text, call.callee.text, found),
        at: call.arguments.first?.span ?? call.callee.span)
      return .invalid
    }
    let list = Scalar(
      .above(scalars[0], table: table, parent: parent), type: .list(scalars[0].type),
      isOptional: false, span: span)
    return .scalar(list, .plain)
  }

  private mutating func checkMembership(
    _ binary: BinaryOperator, _ typedLeft: Typed, _ typedRight: Typed, _ left: Expression,
    _ right: Expression, span: SourceSpan
  ) -> Typed {
    var (needle, _) = value(of: typedLeft, span: left.span)
    if needle.type.isInvalid { return .invalid }
    var result: Scalar?
    switch typedRight {
    case .range(let lower, let upper, let rangeSpan):
      if let within = asPeriod(needle), let period = period(lower, upper, span: rangeSpan) {
        if period.type.isInvalid { return .invalid }
        result = resolvedIn(within, period, span: span)
      } else {
        result = between(needle, lower, upper, span: span)
      }
    case .scalar, .rows, .column, .row, .prefix, .invalid:
      var (list, _) = value(of: typedRight, span: right.span)
      if list.type.isInvalid { return .invalid }
      if asPeriod(needle) != nil, reportDifferenceOfYears(right) { return .invalid }
      warnOfEmptyList(list)
      if case .list = list.type {
        if let both = related(needle, list) {
          (needle, list) = both
        } else {
          list = adapted(list, to: .list(needle.type)) ?? list
        }
        if needle.type.isInvalid || list.type.isInvalid { return .invalid }
        result = resolvedIn(needle, list, span: span)
      } else if let period = asPeriod(list), let within = asPeriod(needle) {
        result = resolvedIn(within, period, span: span)
      }
    }
    guard let result else {
      report(
        .notIn(title(needle.type)), at: right.span,
        labels: [.init(left.span, title(needle.type))])
      return .invalid
    }
    if result.type.isInvalid { return .invalid }
    if binary == .notIn { hintOfMissing([needle], span: span) }
    return .scalar(binary == .notIn ? negated(result, span: span) : result, .plain)
  }

  private func resolvedIn(_ left: Scalar, _ right: Scalar, span: SourceSpan) -> Scalar? {
    guard let resolved = Library.function(named: "in")?.resolve([left.type, right.type]) else {
      return nil
    }
    return scalar(resolved, [left, right], span: span)
  }

  /// `lower <= value and value <= upper`
  private mutating func between(
    _ value: Scalar, _ lower: Scalar?, _ upper: Scalar?, span: SourceSpan
  ) -> Scalar? {
    var tests: [Scalar] = []
    for (bound, name) in [(lower, "greater_or_equal"), (upper, "less_or_equal")] {
      guard let bound else { continue }
      var left = value
      var right = bound
      if let fit = adapted(bound, to: value.type) {
        right = fit
      } else if let fit = adapted(value, to: bound.type) {
        left = fit
      }
      if right.type.isInvalid { return right }
      guard let resolved = Library.function(named: name)?.resolve([left.type, right.type]) else {
        return nil
      }
      tests.append(scalar(resolved, [left, right], span: span))
    }
    warnOfRange(lower, upper, span: span)
    guard var all = tests.first else { return nil }
    for test in tests.dropFirst() {
      all = Scalar(.and(all, test), type: .bool, isOptional: false, span: span)
    }
    return all
  }
}

extension BinaryOperator {
  var isOrdering: Bool {
    [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(self)
  }

  /// Whether one side is a list and the other may be an element of it.
  fileprivate var findsElements: Bool {
    [.has, .notHas, .contains, .notContains].contains(self)
  }

  /// Whether a literal on one side takes the type of the other.
  var wantsEqualTypes: Bool {
    isOrdering || [.equal, .notEqual, .add, .subtract].contains(self)
  }

  var comparesPeriods: Bool {
    [.overlaps, .covers, .before, .after, .meets].contains(record.negates ?? self)
  }
}

extension NumberLiteral {
  /// Whether it may be read as a year: four digits and nothing else.
  fileprivate var isYear: Bool { suffix == nil && digitsText.utf8.count == 4 && digits.scale == 0 }
}

extension DataType {
  /// What a value is, for messages about units: an area, 面积; money; else the type.
  fileprivate var quantity: LocalizedText {
    if case .number(let dimension) = self, let name = dimension.quantity {
      let title = LocalizedText(en: dimension.title(.en), zh: dimension.title(.zh))
      return LocalizedText(en: "\(name.en) (\(title.en))", zh: "\(name.zh)(\(title.zh))")
    }
    return LocalizedText(en: title(.en), zh: title(.zh))
  }
}

extension BinaryOperator {
  /// Whether both sides have to be quantities of one kind.
  fileprivate var wantsOneQuantity: Bool {
    wantsEqualTypes || isOrdering || self == .add || self == .subtract
  }
}
