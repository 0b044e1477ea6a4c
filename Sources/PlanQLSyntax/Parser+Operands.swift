import PlanQLData

extension Parser {
  /// Parses an operand with the path after it. Where an operand is due, line breaks do not count.
  ///
  ///     operand = primary { "." name }
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
    case .foreign:
      if let tried = tried(.prefix) { return parseTriedPrefix(tried) }
      reportMissingOperand()
      if infix() == nil { advance() }
      return .invalid(span)
    case .invalid:
      advance()
      return .invalid(span)
    case .textPiece, .holeStart, .holeEnd, .textEnd, .end:
      reportMissingOperand()
      return .invalid(foundSpan)
    }
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
    case .dot where token(1).kind == .number && !token(1).hasSpaceBefore:
      let whole = span.joined(token(1).span)
      report(.leadingPoint, at: whole, fix: Diagnostic.Fix(whole, "0" + text(whole)))
      advance()
      advance()
      return .invalid(whole)
    case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .comma, .semicolon, .colon,
      .dot, .pipe, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .star,
      .slash, .coalesce, .percent, .unitSign:
      reportMissingOperand()
      return .invalid(foundSpan)
    }
  }

  /// Parses an operand that begins with a word.
  ///
  ///     literal = "true" | "false" | "missing"
  private mutating func parseWord() -> Expression {
    let span = current.span
    let roles = roles()
    if let prefix = roles.prefix {
      switch prefix {
      case .not:
        advance()
        return parseNot(span)
      case .if: return parseConditional()
      case .case: return parseCases()
      case .then, .else: break
      }
    }
    if let literal = roles.literal {
      advance()
      switch literal {
      case .true: return Expression(.bool(true), span)
      case .false: return Expression(.bool(false), span)
      case .missing: return Expression(.missing, span)
      }
    }
    let isName = isCall || token(1).kind == .symbol(.dot) || token(1).kind == .symbol(.colon)
    if !roles.tried.isEmpty {
      if let tried = tried(.prefix), startsOperand(tried.words.count) { return parseTriedPrefix(tried) }
      if !isName, let tried = tried(.literal) { return parseTriedLiteral(tried) }
    }
    return parseName(span)
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
      reportTried(tried)
      return parseConditional(from: span)
    }
    reportTried(tried)
    return parseNot(span)
  }

  private mutating func parseTriedLiteral(_ tried: TriedWord) -> Expression {
    let span = current.span
    reportTried(tried)
    return .invalid(span)
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
      base = node(.member(base, name), base.span.joined(name.span))
      if called { base = parseMethod(base, name) }
    }
    return base
  }

  /// Reports `projects.count()`, and offers `count(projects)`.
  private mutating func parseMethod(_ member: Expression, _ name: Identifier) -> Expression {
    guard case .member(let base, _) = member.kind else { return member }
    let opening = current.span
    let hasArguments = token(1).kind != .symbol(.rightParenthesis)
    let fix = text(name.span) + "(" + text(base.span) + (hasArguments ? ", " : "")
    report(
      .methodCall(name.text), at: name.span,
      fix: Diagnostic.Fix(SourceSpan(base.span.start, opening.end), fix))
    let call = parseCall(name)
    return .invalid(base.span.joined(call.span))
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

extension Parser {
  /// Parses a text with its holes.
  mutating func parseText() -> Expression {
    let start = current.span
    var pieces: [TextPiece] = []
    var isAbandoned = false
    advance()
    reading: while !isStopped {
      switch current.kind {
      case .textPiece:
        let piece = lexed.pieces[Int(current.payload)]
        if !piece.isEmpty { pieces.append(.text(piece)) }
        advance()
      case .holeStart: pieces.append(.hole(parseHole()))
      case .textEnd:
        isAbandoned = current.payload == 1
        advance()
        break reading
      case .word, .quotedName, .foreign, .number, .period, .textStart, .holeEnd, .symbol,
        .invalid, .end:
        break reading
      }
    }
    let span = SourceSpan(start.start, Swift.max(previousEnd, start.end))
    guard isAbandoned else { return node(.text(pieces), span) }
    markReported()
    return .invalid(span)
  }

  /// Parses a hole of a text.
  ///
  ///     hole = "{" expression [ display ] "}"
  private mutating func parseHole() -> Expression {
    let opening = current.span
    let outer = openings
    openings.append(opening)
    advance()
    var value = Expression.invalid(opening)
    if current.kind == .holeEnd, !isReported {
      report(.emptyHole, at: opening.joined(current.span))
    } else {
      value = parseDisplay(of: parseExpression())
      if current.kind != .holeEnd, !isStopped {
        if at(.colon) { report(.colonInHole, at: current.span) } else { reportUnexpected() }
        value = .invalid(value.span)
      }
    }
    skipHole()
    if current.kind == .holeEnd { advance() }
    if !isStopped { openings = outer }
    return value
  }

  /// Parses a list.
  ///
  ///     list = "[" [ values ] "]"
  mutating func parseBrackets() -> Expression {
    let opening = current.span
    openings.append(opening)
    advance()
    let elements =
      at(.rightBracket) ? [] : parseList(isInArguments: true) { $0.parseExpression() }
    let end = closeBracket(.rightBracket, opened: opening)
    return node(.list(elements), SourceSpan(opening.start, end))
  }

  /// Parses an expression or a pipeline in parentheses.
  private mutating func parseParentheses() -> Expression {
    let opening = current.span
    openings.append(opening)
    advance()
    var inner = parseExpression()
    if atPipe() || isStageAhead { inner = parsePipeline(from: inner) }
    if at(.comma), thousandsGroup() == nil { return parseTuple(inner, opening) }
    let end = closeBracket(.rightParenthesis, opened: opening)
    return node(.parenthesized(inner), SourceSpan(opening.start, end))
  }

  /// Reports `(a, b)`, and offers `[a, b]`.
  private mutating func parseTuple(_ first: Expression, _ opening: SourceSpan) -> Expression {
    let comma = current.span
    let comesAt = index
    advance()
    var elements = [first]
    if !at(.rightParenthesis) { elements += parseList(isInArguments: true) { $0.parseExpression() } }
    let isClosed = at(.rightParenthesis)
    let inside = text(SourceSpan(opening.end, current.span.start))
    let end = closeBracket(.rightParenthesis, opened: opening)
    let span = SourceSpan(opening.start, end)
    if isClosed, index > comesAt {
      report(.listInParentheses, at: comma, fix: Diagnostic.Fix(span, "[" + inside + "]"))
    }
    return node(.list(elements), span)
  }

  /// Takes the bracket that closes one, and returns its end; reports what stands in its place, once, and goes on
  /// behind it.
  mutating func closeBracket(_ closing: Symbol, opened opening: SourceSpan) -> Int {
    if isStopped { return previousEnd }
    if at(closing) {
      advance()
    } else if current.kind == .end || at(.semicolon) || startsNextStatement
      || current.kind == .holeEnd
    {
      report(.unclosedBracket(text(opening)), at: opening)
      markReported()
    } else {
      reportUnexpected()
      skipPast(closing)
    }
    if openings.last == opening { openings.removeLast() }
    return previousEnd
  }

  private mutating func skipPast(_ closing: Symbol) {
    while current.kind != .end, !at(closing) {
      let before = index
      skip(to: .statementEnd)
      if at(closing) { break }
      if index == before { return }
    }
    if at(closing) { advance() }
  }

  /// Parses a choice of two values.
  ///
  ///     if = "if" expression "then" expression "else" expression
  private mutating func parseConditional(from start: SourceSpan? = nil) -> Expression {
    let start = start ?? current.span
    if start == current.span { advance() }
    let condition = parseExpression()
    if at(.leftBrace) {
      report(.notYetPart(text(start)), at: start)
      skip(to: .statementEnd)
      return .invalid(start)
    }
    guard eatPrefix(.then) else {
      report(.thenExpected(found), at: foundSpan, mayContinue: true)
      return .invalid(SourceSpan(start.start, previousEnd))
    }
    let then = parseExpression()
    guard eatPrefix(.else) else {
      let missing = LiteralWord.missing.word.name
      let isChinese = text(start) == PrefixWord.if.word.name.zh
      let word = PrefixWord.else.word.name[isChinese ? .zh : .en]
      let gap = SourceSpan(previousEnd, previousEnd)
      let isAtEnd = current.kind == .end || endsStatement
      report(
        .elseExpected(found), at: foundSpan,
        fix: isAtEnd ? Diagnostic.Fix(gap, " \(word) \(missing[isChinese ? .zh : .en])") : nil,
        mayContinue: true)
      return .invalid(SourceSpan(start.start, previousEnd))
    }
    let otherwise = parseExpression()
    return node(
      .conditional(condition: condition, then: then, otherwise: otherwise),
      start.joined(otherwise.span))
  }

  private mutating func eatPrefix(_ word: PrefixWord) -> Bool {
    guard !endsStatement, roles().prefix == word else { return false }
    advance()
    return true
  }

  /// Parses a choice of many values.
  ///
  ///     case = "case" "{" branch { "," branch } [ "," "else" ":" expression ] "}"
  ///     branch = expression ":" expression
  private mutating func parseCases() -> Expression {
    let start = current.span
    advance()
    guard at(.leftBrace) else {
      report(.caseBrace(found), at: foundSpan, mayContinue: true)
      skip(to: .element)
      return .invalid(SourceSpan(start.start, previousEnd))
    }
    let opening = current.span
    openings.append(opening)
    advance()
    var branches: [CaseBranch] = []
    var otherwise: Expression?
    while !at(.rightBrace), current.kind != .end, !isStopped {
      if otherwise != nil { report(.elseNotLast, at: current.span) }
      let isElse = roles().prefix == .else && token(1).kind == .symbol(.colon)
      var condition: Expression?
      if isElse { advance() } else { condition = parseExpression() }
      guard eat(.colon) else {
        report(.caseColon(found), at: foundSpan)
        break
      }
      let value = parseExpression()
      if let condition {
        branches.append(CaseBranch(condition: condition, value: value))
      } else {
        otherwise = value
      }
      guard eat(.comma) else { break }
    }
    let end = closeBracket(.rightBrace, opened: opening)
    return node(.cases(branches, otherwise: otherwise), SourceSpan(start.start, end))
  }
}
