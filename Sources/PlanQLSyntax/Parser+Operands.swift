import PlanQLData

extension Parser {
  /// Parses an operand with the path after it. Where an operand is due, line breaks do not count.
  ///
  ///     operand = primary { "." ( name | call ) }
  mutating func parseOperand() -> Expression {
    guard depth < limits.depth else {
      stop(.tooDeep(limit: limits.depth), at: current.span)
      return .invalid(current.span)
    }
    depth += 1
    defer { depth -= 1 }
    guard !startsNextStatement || !openings.isEmpty else {
      reportMissingOperand()
      return .invalid(foundSpan)
    }
    return parsePath(from: parsePrimary())
  }

  /// Parses an operand without the path after it.
  ///
  ///     primary = number | period | text | literal | name | call | list | case
  ///             | "(" ( pipeline | expression ) ")"
  private mutating func parsePrimary() -> Expression {
    let span = current.span
    switch current.kind {
    case .number:
      let literal = lexed.numbers[Int(current.payload)]
      advance()
      return Expression(.number(literal), span)
    case .period:
      let period = lexed.periods[Int(current.payload)]
      advance()
      return Expression(.period(period), span)
    case .textStart: return parseText()
    case .word: return parseWord()
    case .quotedName: return parseName(span)
    case .symbol(let symbol): return parseSymbol(symbol)
    case .foreign: return parseForeignSign(span)
    case .invalid:
      advance()
      return .invalid(span)
    case .textPiece, .holeStart, .holeEnd, .textEnd, .end:
      reportMissingOperand()
      return .invalid(foundSpan)
    }
  }

  /// Reports a sign that people try where an operand is due.
  private mutating func parseForeignSign(_ span: SourceSpan) -> Expression {
    if let tried = tried(.prefix) { return parseTriedPrefix(tried) }
    reportMissingOperand()
    if infix() == nil { advance() }
    return .invalid(span)
  }

  /// Parses an operand that begins with a sign.
  ///
  ///     sign = [ "-" ] operand
  private mutating func parseSymbol(_ symbol: Symbol) -> Expression {
    let span = current.span
    switch symbol {
    case .leftParenthesis: return parseParentheses()
    case .leftBracket: return parseBrackets()
    case .minus:
      advance()
      let operand = parseExpression(.sign)
      return node(.unary(.minus, operand), span.joined(operand.span))
    case .dots:
      advance()
      let upper = parseExpression(.coalescence)
      return node(.range(nil, upper), span.joined(upper.span))
    case .currency: return parseCurrency()
    case .dot where token(1).kind == .word && !token(1).hasSpaceBefore:
      report(.leadingDot, at: span, fix: Diagnostic.Fix(span, ""))
      advance()
      return parsePrimary()
    case .dot where token(1).kind == .number && !token(1).hasSpaceBefore:
      return parseLeadingPoint(span.joined(token(1).span))
    case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .comma, .semicolon, .colon,
      .dot, .pipe, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .star,
      .slash, .coalesce, .percent, .unitSign:
      reportMissingOperand()
      return .invalid(foundSpan)
    }
  }

  /// Reports `.5`, and offers `0.5`.
  private mutating func parseLeadingPoint(_ span: SourceSpan) -> Expression {
    report(.leadingPoint, at: span, fix: Diagnostic.Fix(span, "0" + text(span)))
    advance()
    advance()
    return .invalid(span)
  }

  /// Parses an operand that begins with a word.
  ///
  ///     literal = "true" | "false" | "missing"
  private mutating func parseWord() -> Expression {
    let span = current.span
    if let prefix = roles().prefix {
      switch prefix {
      case .not:
        advance()
        return parseNot(span)
      case .if: return parseConditional()
      case .case: return parseCases()
      case .then, .else: break
      }
    }
    if ["f", "F", "s", "S", "r", "R"].contains(spelling()), token(1).kind == .textStart,
      !token(1).hasSpaceBefore
    {
      report(.textPrefix(spelling()), at: span, fix: Diagnostic.Fix(span, ""))
      advance()
      return parseText()
    }
    return parseLiteral(span) ?? parseTriedOperand(span) ?? parseName(span)
  }

  private mutating func parseLiteral(_ span: SourceSpan) -> Expression? {
    guard let literal = roles().literal else { return nil }
    advance()
    switch literal {
    case .true: return Expression(.bool(true), span)
    case .false: return Expression(.bool(false), span)
    case .missing: return Expression(.missing, span)
    }
  }

  private mutating func parseTriedOperand(_ span: SourceSpan) -> Expression? {
    if roles().tried.isEmpty { return nil }
    if let tried = tried(.prefix),
      startsOperand(tried.words.count) || token(1).kind == .symbol(.leftBrace)
    {
      return parseTriedPrefix(tried)
    }
    let next = token(1).kind
    if isCall || next == .symbol(.dot) || next == .symbol(.colon) { return nil }
    guard let tried = tried(.literal) else { return nil }
    reportTried(tried)
    return .invalid(span)
  }

  /// Parses what follows `not`.
  ///
  ///     negation = [ "not" ] comparison
  private mutating func parseNot(_ span: SourceSpan) -> Expression {
    let operand = parseExpression(.comparison)
    return node(.unary(.not, operand), span.joined(operand.span))
  }

  private mutating func parseTriedPrefix(_ tried: TriedWord) -> Expression {
    let span = current.span
    if tried.meaning == .prefix(.if) {
      if token(1).kind == .symbol(.leftParenthesis) {
        advance()
        if let called = parseCalledIf(from: span) { return called }
        index -= 1
      }
      reportTried(tried)
      return parseConditional(from: span)
    }
    if tried.meaning == .prefix(.case) {
      advance()
      if let meant = parseCaseWhen(from: span) { return meant }
      index -= 1
      reportTried(tried)
      index -= 1
      return parseCases()
    }
    reportTried(tried)
    return parseNot(span)
  }

  /// Whether the present name is called: `(` stands on its line.
  private var isCall: Bool {
    token(1).kind == .symbol(.leftParenthesis) && !token(1).startsLine
  }

  private mutating func parseName(_ span: SourceSpan) -> Expression {
    let called = isCall
    guard let name = eatName() else {
      reportMissingOperand()
      return .invalid(foundSpan)
    }
    return called ? parseCall(name) : Expression(.name(name), span)
  }

  /// Parses the members after an operand.
  private mutating func parsePath(from operand: Expression) -> Expression {
    var base = operand
    while at(.dot), !isStopped {
      advance()
      let called = isCall
      guard let name = eatName() else {
        report(.memberExpected(found), at: foundSpan, mayContinue: true)
        return .invalid(SourceSpan(base.span.start, previousEnd))
      }
      base =
        called
        ? parseInvocation(of: base, name)
        : node(.member(base, name), base.span.joined(name.span))
    }
    return base
  }

  /// Parses a computed field with its values: `this.invested_by(d)`. The checker says of what other languages call so,
  /// `projects.head(5)`, where no table has a field of the name.
  private mutating func parseInvocation(of base: Expression, _ name: Identifier) -> Expression {
    if base.isInvalid {
      markReported()
      let call = parseCall(name)
      return .invalid(base.span.joined(call.span))
    }
    let call = parseCall(name)
    guard case .call(let values) = call.kind else { return call }
    return node(.invocation(base, values), base.span.joined(call.span))
  }

  /// Reports `¥100`, and offers `100元`.
  private mutating func parseCurrency() -> Expression {
    let sign = current.span
    guard token(1).kind == .number else {
      report(.currencySign(text(sign)), at: sign)
      while at(.currency) { advance() }
      return .invalid(sign)
    }
    let number = token(1).span
    let literal = lexed.numbers[Int(token(1).payload)]
    let unit = literal.suffix?.unit == nil ? "元" : ""
    report(
      .currencySign(text(sign)), at: sign,
      fix: Diagnostic.Fix(sign.joined(number), text(number) + unit))
    advance()
    advance()
    return .invalid(sign.joined(number))
  }
}
