import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// Why a value has to be of a type, for the message when it is not.
enum Purpose {
  case condition
  case count
  case parameterDefault(String)
  case period
}

extension Checker {
  /// The single value that an expression gives; an invalid one where it gives none, which is reported.
  mutating func value(of typed: Typed, span: SourceSpan) -> (Scalar, Display) {
    switch typed {
    case .scalar(let scalar, let display): return (scalar, display)
    case .row(let partner):
      if let this = partner.scope.this { return (at(this, span), .plain) }
      report(.rowIsNoValue(text(span)), at: span)
      return (invalid(span), .plain)
    case .invalid: return (invalid(span), .plain)
    case .prefix(let special, _):
      report(.prefixAlone(special.word.name), at: span)
      return (invalid(span), .plain)
    case .range(let lower, let upper, let span):
      if let period = period(lower, upper, span: span) { return (period, .plain) }
      report(.rangeStandsAlone, at: span)
      return (invalid(span), .plain)
    case .column(let rows, let scalar, let display):
      return (collected(rows, scalar, span: span), display)
    case .rows(let rows):
      if let list = rows.list { return (at(list, span), .plain) }
      if let this = rows.scope.this { return (collected(rows, this, span: span), .plain) }
      if rows.scope.fields.count == 1, let only = rows.scope.fields.first {
        return (collected(rows, only.value, span: span), only.display)
      }
      report(.tableIsNoValue, at: span)
      return (invalid(span), .plain)
    }
  }

  private mutating func collected(_ rows: Rows, _ scalar: Scalar, span: SourceSpan) -> Scalar {
    if case .list = scalar.type {
      let flat = flattened(rows, scalar)
      let element = flat.scope.this ?? flat.scope.fields.first?.value ?? scalar
      return collected(flat, element, span: span)
    }
    return Scalar(
      .collect(rows.step, scalar), type: .list(scalar.type), isOptional: false, span: span)
  }

  /// A period from two bounds, each a date, a period, a plain year or open; nil where they are something else. One that
  /// ends before it starts is reported and gives an invalid value.
  mutating func period(_ lower: Scalar?, _ upper: Scalar?, span: SourceSpan) -> Scalar? {
    let bounds = [lower, upper].map { $0.flatMap { asPeriod($0) } }
    guard (lower == nil) == (bounds[0] == nil), (upper == nil) == (bounds[1] == nil) else {
      return nil
    }
    if let bounds = literalBounds(bounds[0], bounds[1]) {
      if let period = Period(from: bounds.start, through: bounds.end) {
        return literal(.period(period), .period, span)
      }
      report(.reversedPeriod, at: span)
      return invalid(span)
    }
    guard let function = Library.function(named: "range"),
      let resolved = function.resolve([.period, .period])
    else { return nil }
    let open = [
      Period(startNumber: Period.openStart, endNumber: Period.openStart),
      Period(startNumber: Period.openEnd, endNumber: Period.openEnd),
    ]
    let arguments = (0..<2).map { bounds[$0] ?? literal(.period(open[$0]), .period, span) }
    return Scalar(.call(resolved, arguments), type: .period, isOptional: true, span: span)
  }

  /// The first and last day of a range whose bounds are literals or open; nil where one is neither.
  private func literalBounds(_ lower: Scalar?, _ upper: Scalar?) -> (start: Day?, end: Day?)? {
    var bounds: (start: Day?, end: Day?) = (nil, nil)
    if let lower {
      guard case .literal(.period(let period)) = lower.kind else { return nil }
      bounds.start = period.start
    }
    if let upper {
      guard case .literal(.period(let period)) = upper.kind else { return nil }
      bounds.end = period.end
    }
    return bounds
  }

  /// The value as a period, where it is one, a date or a plain year.
  func asPeriod(_ scalar: Scalar) -> Scalar? {
    if let year = scalar.literalYear, let period = Period(year: year) {
      return literal(.period(period), .period, scalar.span)
    }
    switch (scalar.type, scalar.kind) {
    case (.period, _): return scalar
    case (.date, .literal(.date(let day))):
      return literal(.period(Period(day)), .period, scalar.span)
    case (.date, _):
      return Scalar(
        .convert(scalar), type: .period, isOptional: scalar.isOptional, span: scalar.span)
    case (_, _): return nil
    }
  }

  /// The value in another type, where it converts by itself or is a literal that names a value of it; nil otherwise.
  /// A text that names nothing is reported and gives an invalid value.
  mutating func adapted(_ scalar: Scalar, to type: DataType) -> Scalar? {
    if scalar.type == type || scalar.type.isInvalid { return scalar }
    if type.isInvalid { return invalid(scalar.span) }
    if case .literal(let value) = scalar.kind, let fit = adaptedLiteral(value, scalar, to: type) {
      return fit
    }
    if case .list(let elements) = scalar.kind, case .list(let element) = type {
      var fits: [Scalar] = []
      for value in elements {
        guard let fit = adapted(value, to: element) else { return nil }
        if fit.type.isInvalid { return fit }
        fits.append(fit)
      }
      return Scalar(.list(fits), type: type, isOptional: false, span: scalar.span)
    }
    if scalar.type == .text, type.isNamed, let fit = adaptedResults(scalar, to: type) {
      return fit
    }
    if Conversion.exists(from: scalar.type, to: type) {
      return Scalar(
        .convert(scalar), type: type, isOptional: scalar.isOptional, span: scalar.span)
    }
    return nil
  }

  /// A choice whose results are texts that name values of a type; nil where one is no literal.
  private mutating func adaptedResults(_ scalar: Scalar, to type: DataType) -> Scalar? {
    var kind: Scalar.Kind
    switch scalar.kind {
    case .choose(let branches, let otherwise):
      var fits: [Scalar.Branch] = []
      for branch in branches {
        guard let fit = adapted(branch.value, to: type) else { return nil }
        if fit.type.isInvalid { return fit }
        fits.append(Scalar.Branch(condition: branch.condition, value: fit))
      }
      var last: Scalar?
      if let otherwise {
        guard let fit = adapted(otherwise, to: type) else { return nil }
        if fit.type.isInvalid { return fit }
        last = fit
      }
      kind = .choose(fits, otherwise: last)
    case .coalesce(let first, let second):
      guard let value = adapted(first, to: type), let other = adapted(second, to: type) else {
        return nil
      }
      if value.type.isInvalid { return value }
      if other.type.isInvalid { return other }
      kind = .coalesce(value, other)
    case .literal, .parameter, .asOf, .column, .bound, .field, .linking, .call, .convert, .and, .or,
      .not, .isKnown, .list, .text, .under, .above, .reduce, .collect, .sources:
      return nil
    }
    return Scalar(kind, type: type, isOptional: scalar.isOptional, span: scalar.span)
  }

  private mutating func adaptedLiteral(_ value: Value, _ scalar: Scalar, to type: DataType)
    -> Scalar?
  {
    switch (value, type) {
    case (.missing, _): return literal(.missing, type, scalar.span)
    case (.text(let text), .entity(let table)): return entity(text, of: table, span: scalar.span)
    case (.text(let text), .enumeration(let enumeration)):
      guard let code = enumeration.code(named: text) else {
        let known = enumeration.cases.map(\.name)
        report(
          .unknownValue(text, of: title(type)), at: scalar.span,
          help: .didYouMean(suggestion(text, known), among: known, always: true),
          fix: textFix(suggestion(text, known), scalar.span))
        return invalid(scalar.span)
      }
      return literal(.enumeration(code), type, scalar.span)
    case (.int(0), .money(let currency)):
      return literal(.money(Money(minorUnits: 0, currency: currency)), type, scalar.span)
    case (.int(0), .number): return literal(.number(0), type, scalar.span)
    case (.number(0), .number): return literal(.number(0), type, scalar.span)
    case (.int(0), .duration(let unit)):
      return literal(.duration(0, unit), type, scalar.span)
    case (.int(let number), .number(.none)):
      return literal(.number(Double(number)), type, scalar.span)
    case (_, .period): return asPeriod(scalar)
    case (_, _): return nil
    }
  }

  private mutating func entity(_ text: String, of name: String, span: SourceSpan) -> Scalar? {
    guard let place = catalog.table(named: name) else { return nil }
    let table = catalog.tables[place]
    let rows = table.rows(named: text)
    if let row = rows.first, rows.count == 1 {
      return literal(.entity(name, row: row), .entity(name), span)
    }
    if rows.count > 1 {
      report(.severalRows(text, table.definition.rowName, rows.count), at: span)
      return invalid(span)
    }
    let titles = (0..<Swift.min(table.count, 2000)).map { table.title(ofRow: $0) }
    let like = Suggestions.closest(to: text, among: titles)
    report(
      .noSuchRow(text, table.definition.rowName), at: span,
      help: .didYouMean(like, among: titles.map { Name($0) }), fix: textFix(like, span))
    return invalid(span)
  }

  private func textFix(_ like: [String], _ span: SourceSpan) -> Diagnostic.Fix? {
    like.first.map { Diagnostic.Fix(span, "\"\($0)\"") }
  }

  /// The value that an expression gives in a wanted type; an invalid one where it does not fit, which is reported.
  mutating func fitted(_ typed: Typed, to type: DataType, span: SourceSpan, for purpose: Purpose)
    -> Scalar
  {
    let (scalar, _) = value(of: typed, span: span)
    if let fit = adapted(scalar, to: type) { return fit }
    switch purpose {
    case .condition: report(.notACondition(title(scalar.type)), at: span)
    case .count: report(.notACount(title(scalar.type)), at: span)
    case .parameterDefault(let name):
      report(.wrongDefault(name, title(type), title(scalar.type)), at: span)
    case .period: report(.notAPeriod(title(scalar.type)), at: span)
    }
    return invalid(span)
  }

  /// A condition: true, or false, which missing counts as.
  mutating func condition(_ typed: Typed, span: SourceSpan) -> Scalar {
    fitted(typed, to: .bool, span: span, for: .condition)
  }
}
