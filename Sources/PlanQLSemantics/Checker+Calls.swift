import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

extension Checker {
  /// Resolves `name(arguments clauses)`.
  mutating func checkCall(_ call: Call, span: SourceSpan) -> Typed {
    if expansion.refused.contains(call.callee.text) { return .invalid }
    if let aggregate = Library.aggregate(named: call.callee.text) {
      note(call.callee, means: aggregate.name)
      return checkAggregate(aggregate, call, span: span)
    }
    if SpecialName(text: call.callee.text) == .plan, !call.callee.isQuoted {
      if checkRevision(call) != nil { report(.prefixAlone(SpecialName.plan.word.name), at: span) }
      return .invalid
    }
    guard let function = Library.function(named: call.callee.text) else {
      if let typed = checkDefinedCall(call, span: span) { return typed }
      if isNoFunction(call.callee), TriedCall.named(call.callee.text) == nil {
        report(.notAFunction(call.callee.text), at: call.callee.span)
      } else {
        reportUnknownFunction(call, span: span)
      }
      return .invalid
    }
    note(call.callee, means: function.name)
    if function.name.en == "diff" { return checkDiff(function, call, span: span) }
    if let clauses = call.clauses.span {
      report(.clausesInFunction(call.callee.text), at: clauses)
      return .invalid
    }
    let arguments = call.arguments.map { argument -> Typed in
      let typed = checkExpression(argument)
      if case .range(let lower, let upper, let span) = typed,
        let period = period(lower, upper, span: span)
      {
        return .scalar(period, .plain)
      }
      return typed
    }
    var scalars: [Scalar] = []
    for (typed, written) in zip(arguments, call.arguments) {
      scalars.append(value(of: typed, span: written.span).0)
    }
    guard !scalars.contains(where: { $0.type.isInvalid }) else { return .invalid }
    if function.name.en == "above" { return checkAbove(call, scalars, span: span) }
    if function.name.en == "fiscal_year" { scalars += fiscalYearRule(span) }
    return apply(
      function, scalars, name: call.callee.text, at: call.callee.span, span: span)
  }

  private mutating func apply(
    _ function: Function, _ scalars: [Scalar], name: String, at place: SourceSpan,
    span: SourceSpan
  ) -> Typed {
    let years = scalars.map { asPeriodLiteral($0) ?? $0 }
    for candidate in [scalars, years] {
      if let resolved = function.resolve(candidate.map(\.type)) {
        return .scalar(scalar(resolved, candidate, span: span), .plain)
      }
    }
    if let fits = sameTyped(scalars), let resolved = function.resolve(fits.map(\.type)) {
      return .scalar(scalar(resolved, fits, span: span), .plain)
    }
    let labels = scalars.map { Diagnostic.Label($0.span, title($0.type)) }
    if Checker.rounding.contains(function.name.en), case .number? = scalars.first?.type {
      report(.roundingNeedsUnit(name), at: place, labels: labels)
      return .invalid
    }
    report(
      .argumentsDoNotFit(name), at: place, labels: labels,
      help: .signatures(name, function.overloads.map(\.signature)))
    return .invalid
  }

  /// The plan's rule of fiscal years, as the arguments that `fiscal_year` takes behind those written.
  private func fiscalYearRule(_ span: SourceSpan) -> [Scalar] {
    let rule = catalog.fiscalYear
    return [
      literal(.int(Int64(rule.startMonth)), .int, span),
      literal(.bool(rule.naming == .end), .bool, span),
    ]
  }

  /// The functions that round, which only a number that says of what can be.
  private static let rounding: Set<String> = ["round", "floor", "ceil"]

  private func asPeriodLiteral(_ scalar: Scalar) -> Scalar? {
    scalar.literalYear == nil ? nil : asPeriod(scalar)
  }

  /// The arguments with literals in the type of the first that is none; nil where that changes nothing.
  private mutating func sameTyped(_ scalars: [Scalar]) -> [Scalar]? {
    guard
      let type = scalars.map(\.type).first(where: { $0 != .missing && $0 != .int && $0 != .text })
    else { return nil }
    return scalars.map { adapted($0, to: type) ?? $0 }
  }

  /// A call of a library function that the language itself makes.
  mutating func call(_ name: String, _ scalars: [Scalar], span: SourceSpan) -> Typed {
    guard let function = Library.function(named: name) else { return .invalid }
    return apply(function, scalars, name: name, at: span, span: span)
  }

  private func isNoFunction(_ callee: Identifier) -> Bool {
    catalog.table(named: callee.text) != nil || view.entry(callee.text) != nil
      || frames.last?.scope.field(named: callee.text) != nil
  }
}
