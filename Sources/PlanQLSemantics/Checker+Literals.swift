import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

extension Checker {
  /// A number with its suffix: an int, a number, money or a duration.
  mutating func checkNumber(_ literal: NumberLiteral, span: SourceSpan) -> Typed {
    let power = literal.suffix?.magnitude?.power ?? 0
    let digits = literal.digits
    guard let unit = literal.suffix?.unit else {
      return plainNumber(digits, power: power, span: span)
    }
    let display = Display(unit: unit)
    switch unit.kind {
    case .money: return money(digits, power: power, unit: unit, span: span)
    case .plain:
      if unit.numerator == 1, unit.denominator == 1 {
        return plainNumber(digits, power: power, span: span)
      }
      guard let number = unit.baseNumber(digits, power: power) else { return tooLarge(span) }
      return .scalar(self.literal(.number(number), .number, span), display)
    case .physical(let dimension):
      guard let number = unit.baseNumber(digits, power: power) else { return tooLarge(span) }
      return .scalar(self.literal(.number(number), .number(dimension), span), display)
    case .days: return duration(digits, power: power, unit: unit, .days, span: span)
    case .months: return duration(digits, power: power, unit: unit, .months, span: span)
    }
  }

  private mutating func plainNumber(_ digits: Decimal, power: Int, span: SourceSpan) -> Typed {
    if let int = digits.scaled(by: power), digits.scale <= power {
      return .scalar(literal(.int(int), .int, span), .plain)
    }
    let number = digits.times(power: power)
    guard number.isFinite else { return tooLarge(span) }
    return .scalar(literal(.number(number), .number, span), .plain)
  }

  private mutating func money(
    _ digits: Decimal, power: Int, unit: MeasureUnit, span: SourceSpan
  ) -> Typed {
    var places = power
    var factor = unit.numerator
    while factor % 10 == 0 {
      factor /= 10
      places += 1
    }
    guard let amount = digits.scaled(by: places) else {
      report(digits.scale > places ? .finerThanAFen : .numberTooLarge, at: span)
      return .invalid
    }
    let value = Value.money(Money(minorUnits: amount, currency: catalog.currency))
    return .scalar(literal(value, .money(catalog.currency), span), Display(unit: unit))
  }

  private mutating func duration(
    _ digits: Decimal, power: Int, unit: MeasureUnit, _ kind: DurationUnit, span: SourceSpan
  ) -> Typed {
    let (scaled, overflow) = digits.significand.multipliedReportingOverflow(by: unit.numerator)
    guard !overflow, let count = Decimal(scaled, scale: digits.scale).scaled(by: power),
      let short = Int32(exactly: count)
    else {
      report(.notAWholeDuration, at: span)
      return .invalid
    }
    return .scalar(literal(.duration(short, kind), .duration(kind), span), .plain)
  }

  private mutating func tooLarge(_ span: SourceSpan) -> Typed {
    report(.numberTooLarge, at: span)
    return .invalid
  }

  /// A text with its holes.
  mutating func checkTextLiteral(_ pieces: [TextPiece], span: SourceSpan) -> Typed {
    var parts: [Scalar.TextPart] = []
    var isPlain = true
    var plain = ""
    for piece in pieces {
      switch piece {
      case .text(let text):
        plain += text
        parts.append(.literal(text))
      case .hole(let expression):
        isPlain = false
        let (scalar, display) = value(of: checkExpression(expression), span: expression.span)
        if scalar.type.isInvalid { continue }
        parts.append(.value(scalar, display))
      }
    }
    if isPlain { return .scalar(literal(.text(plain), .text, span), .plain) }
    return .scalar(Scalar(.text(parts), type: .text, isOptional: false, span: span), .plain)
  }

  mutating func checkList(_ elements: [Expression], span: SourceSpan) -> Typed {
    var scalars: [Scalar] = []
    var display = Display.plain
    for element in elements {
      let (scalar, shown) = value(of: checkExpression(element), span: element.span)
      if scalar.type.isInvalid { return .invalid }
      // Quantities are shown in the unit of the first; amounts of money in that of the plan.
      if case .physical? = shown.unit?.kind, display.unit == nil { display.unit = shown.unit }
      scalars.append(scalar)
    }
    return .scalar(listScalar(scalars, span: span), display)
  }

  /// A list of one type: that of the first element which the others fit; texts stay texts until they meet a link.
  private mutating func listScalar(_ scalars: [Scalar], span: SourceSpan) -> Scalar {
    var type = scalars.first?.type ?? .missing
    for scalar in scalars where type == .missing || (type == .int && scalar.type == .number) {
      type = scalar.type
    }
    var fitted: [Scalar] = []
    for scalar in scalars {
      guard let fit = adapted(scalar, to: type) else {
        report(
          .mixedList(title(type), title(scalar.type)), at: scalar.span,
          labels: [.init(scalars[0].span, title(scalars[0].type))])
        return invalid(span)
      }
      fitted.append(fit)
    }
    return Scalar(.list(fitted), type: .list(type), isOptional: false, span: span)
  }

  func invalid(_ span: SourceSpan) -> Scalar {
    Scalar(.literal(.missing), type: .invalid, isOptional: true, span: span)
  }
}

extension Decimal {
  /// The value times a power of ten as the nearest number.
  fileprivate func times(power: Int) -> Double {
    if power == 0 { return doubleValue }
    return Decimal(significand, scale: Swift.max(scale - power, 0)).doubleValue
      * (scale < power ? (0..<(power - scale)).reduce(1.0) { factor, _ in factor * 10 } : 1)
  }
}
