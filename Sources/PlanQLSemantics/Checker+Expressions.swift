import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves an expression.
  mutating func checkExpression(_ expression: Expression) -> Typed {
    let span = expression.span
    if !expression.isTableItself { mayFindColumns = false }
    switch expression.kind {
    case .invalid: return .invalid
    case .bool(let bit): return .scalar(literal(.bool(bit), .bool, span), .plain)
    case .missing: return .scalar(literal(.missing, .missing, span), .plain)
    case .number(let number): return checkNumber(number, span: span)
    case .period(let period): return .scalar(periodLiteral(period, span: span), .plain)
    case .text(let pieces): return checkTextLiteral(pieces, span: span)
    case .name(let name): return checkName(name)
    case .member(let base, let name): return checkMember(base, name)
    case .call(let call): return checkCall(call, span: span)
    case .invocation(let base, let call): return checkInvocation(base, call, span: span)
    case .unary(let unary, let operand): return checkUnary(unary, operand, span: span)
    case .binary(let binary, let left, let right, let operatorSpan):
      return checkBinary(binary, left, right, operatorSpan: operatorSpan, span: span)
    case .test(let test, let operand): return checkTest(test, operand, span: span)
    case .range(let lower, let upper): return checkRange(lower, upper, span: span)
    case .conditional(let condition, let then, let otherwise):
      return checkChoice([(condition, then)], otherwise: otherwise, span: span)
    case .cases(let branches, let otherwise):
      return checkChoice(
        branches.map { ($0.condition, $0.value) }, otherwise: otherwise, span: span)
    case .list(let elements): return checkList(elements, span: span)
    case .parenthesized(let inner): return checkExpression(inner)
    case .pipeline(let source, let stages): return checkPipeline(source, stages)
    case .shown(let inner, let clause): return checkShown(inner, clause, span: span)
    }
  }

  private func periodLiteral(_ period: Period, span: SourceSpan) -> Scalar {
    if let start = period.start, period.end == start {
      return literal(.date(start), .date, span)
    }
    return literal(.period(period), .period, span)
  }

  private mutating func checkUnary(
    _ unary: UnaryOperator, _ operand: Expression, span: SourceSpan
  ) -> Typed {
    switch unary {
    case .not:
      let scalar = condition(checkExpression(operand), span: operand.span)
      if scalar.type.isInvalid { return .invalid }
      hintOfNegation(scalar, span: span)
      return .scalar(negated(scalar, span: span), .plain)
    case .minus:
      let (scalar, display) = value(of: checkExpression(operand), span: operand.span)
      if scalar.type.isInvalid { return .invalid }
      if let folded = negatedLiteral(scalar, span: span) { return .scalar(folded, display) }
      return call("negate", [scalar], span: span)
    }
  }

  private func negatedLiteral(_ scalar: Scalar, span: SourceSpan) -> Scalar? {
    guard case .literal(let value) = scalar.kind else { return nil }
    switch value {
    case .int(let int) where int != .min: return literal(.int(-int), .int, span)
    case .number(let number): return literal(.number(-number), scalar.type, span)
    case .money(let money) where money.minorUnits != .min:
      let negative = Money(minorUnits: -money.minorUnits, currency: money.currency)
      return literal(.money(negative), scalar.type, span)
    case .missing, .bool, .int, .money, .text, .date, .period, .duration, .enumeration, .entity,
      .list:
      return nil
    }
  }

  func negated(_ scalar: Scalar, span: SourceSpan) -> Scalar {
    Scalar(.not(scalar), type: .bool, isOptional: false, span: span)
  }

  private mutating func checkTest(
    _ test: PresenceTest, _ operand: Expression, span: SourceSpan
  ) -> Typed {
    let typed = checkExpression(operand)
    let scalar: Scalar
    if case .row(let partner) = typed {
      scalar = at(partner.presence, operand.span)
    } else {
      scalar = value(of: typed, span: operand.span).0
    }
    if scalar.type.isInvalid { return .invalid }
    let known = Scalar(.isKnown(scalar), type: .bool, isOptional: false, span: span)
    switch test {
    case .isKnown: return .scalar(known, .plain)
    case .isMissing: return .scalar(negated(known, span: span), .plain)
    }
  }

  private mutating func checkRange(_ lower: Expression?, _ upper: Expression?, span: SourceSpan)
    -> Typed
  {
    var bounds: [Scalar?] = []
    for expression in [lower, upper] {
      guard let expression else {
        bounds.append(nil)
        continue
      }
      let (scalar, _) = value(of: checkExpression(expression), span: expression.span)
      if scalar.type.isInvalid { return .invalid }
      bounds.append(scalar)
    }
    let isTime = bounds.contains { $0?.type == .date || $0?.type == .period }
    if isTime, let period = period(bounds[0], bounds[1], span: span) {
      return period.type.isInvalid ? .invalid : .scalar(period, .plain)
    }
    return .range(bounds[0], bounds[1], span)
  }

  private mutating func checkChoice(
    _ written: [(Expression, Expression)], otherwise: Expression?, span: SourceSpan
  ) -> Typed {
    var conditions: [Scalar] = []
    var values: [Scalar] = []
    var display = Display.plain
    for (condition, result) in written {
      conditions.append(self.condition(checkExpression(condition), span: condition.span))
      let (scalar, shown) = value(of: checkExpression(result), span: result.span)
      if values.isEmpty { display = shown }
      values.append(scalar)
    }
    if let otherwise {
      values.append(value(of: checkExpression(otherwise), span: otherwise.span).0)
    }
    guard !(conditions + values).contains(where: { $0.type.isInvalid }) else { return .invalid }
    guard let (type, fits) = unified(values) else { return .invalid }
    let branches = zip(conditions, fits).map { Scalar.Branch(condition: $0, value: $1) }
    let isOptional = otherwise == nil || fits.contains { $0.isOptional }
    return .scalar(
      Scalar(
        .choose(branches, otherwise: otherwise == nil ? nil : fits.last), type: type,
        isOptional: isOptional, span: span), display)
  }

  /// The values in one type; nil, and reported, where there is none.
  mutating func unified(_ values: [Scalar]) -> (DataType, [Scalar])? {
    let values = related(values)
    if values.contains(where: { $0.type.isInvalid }) { return nil }
    var type = DataType.missing
    for value in values where type == .missing || (type == .int && value.type.takesInts) {
      type = value.type
    }
    if let wanted = values.first(where: { $0.type != .text && $0.type != .missing })?.type,
      type == .text, values.contains(where: { adaptsToName($0, wanted) })
    {
      type = wanted
    }
    var fits: [Scalar] = []
    for value in values {
      guard let fit = adapted(value, to: type) else {
        let first = values.first { $0.type != .missing } ?? values[0]
        report(
          .branchesDiffer(title(type), title(value.type)), at: value.span,
          labels: [.init(first.span, title(first.type))])
        return nil
      }
      if fit.type.isInvalid { return nil }
      fits.append(fit)
    }
    return (type, fits)
  }

  /// Whether a literal text may be the name of a value of the type.
  private func adaptsToName(_ scalar: Scalar, _ type: DataType) -> Bool {
    if case .literal(.text) = scalar.kind { type.isNamed } else { false }
  }

  private mutating func checkShown(
    _ inner: Expression, _ clause: DisplayClause, span: SourceSpan
  ) -> Typed {
    let typed = checkExpression(inner)
    let (scalar, before) = value(of: typed, span: inner.span)
    if scalar.type.isInvalid { return .invalid }
    guard let display = checkDisplay(clause, of: scalar, before) else { return .invalid }
    if case .column(let rows, let value, _) = typed { return .column(rows, value, display) }
    return .scalar(scalar, display)
  }

  /// How a value is shown with a clause, in the unit it had where the clause names none; nil, and reported, where the
  /// unit does not fit.
  mutating func checkDisplay(_ clause: DisplayClause, of scalar: Scalar, _ before: Display)
    -> Display?
  {
    var display = Display(unit: before.unit, decimals: clause.decimals)
    if let written = clause.unit {
      guard let suffix = NumberSuffix(written.text, in: catalog.units), let unit = suffix.wholeUnit,
        unit.fits(scalar.type)
      else {
        let known = catalog.units.all.filter { $0.fits(scalar.type) }.map(\.name)
        report(
          .unitDoesNotFit(written.text, title(scalar.type)), at: written.span,
          help: NumberSuffix(written.text, in: catalog.units) == nil
            && suggestion(written.text, known).isEmpty
            ? LocalizedText.labelBefore(written.text)
            : LocalizedText.didYouMean(
              suggestion(written.text, known), among: known, always: true))
        return nil
      }
      display.unit = unit
    }
    return display
  }
}

extension Expression {
  /// Whether its rows are those of a table that is named or made in it.
  fileprivate var isTableItself: Bool {
    switch kind {
    case .name, .parenthesized, .pipeline: true
    case .invalid, .bool, .missing, .number, .period, .text, .member, .call, .invocation, .unary,
      .binary, .test, .range, .conditional, .cases, .list, .shown:
      false
    }
  }
}

extension DataType {
  /// Whether a whole number, or the literal 0, may stand for a value of the type.
  fileprivate var takesInts: Bool {
    switch self {
    case .number, .money, .duration, .period: true
    case .bool, .int, .text, .date, .enumeration, .entity, .list, .missing, .invalid: false
    }
  }

  /// Whether a text may be the name of a value of the type.
  var isNamed: Bool {
    switch self {
    case .enumeration, .entity: true
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .list, .missing, .invalid:
      false
    }
  }
}

extension MeasureUnit {
  /// Whether values of a type can be shown in the unit.
  fileprivate func fits(_ type: DataType) -> Bool {
    switch (kind, type) {
    case (.money, .money), (.plain, .int), (.plain, .number(.none)), (.days, .duration(.days)),
      (.months, .duration(.months)):
      true
    case (.physical(let dimension), .number(let other)): dimension == other
    case (_, .list(let element)): fits(element)
    case (_, _): false
    }
  }
}
