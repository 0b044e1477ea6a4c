import PlanQLData

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
        isAbandoned = current.isReported
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
  mutating func parseParentheses() -> Expression {
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
    if !at(.rightParenthesis) {
      elements += parseList(isInArguments: true) { $0.parseExpression() }
    }
    let isClosed = at(.rightParenthesis)
    let inside = text(SourceSpan(opening.end, current.span.start))
    let end = closeBracket(.rightParenthesis, opened: opening)
    let span = SourceSpan(opening.start, end)
    if isClosed, index > comesAt {
      report(.listInParentheses, at: comma, fix: Diagnostic.Fix(span, "[" + inside + "]"))
    }
    return node(.list(elements), span)
  }

  /// Takes the bracket that closes one, and returns its end; reports what stands in its place,
  /// once, and goes on behind it.
  mutating func closeBracket(_ closing: Symbol, opened opening: SourceSpan) -> Int {
    if isStopped { return previousEnd }
    if at(closing) {
      advance()
    } else if current.kind == .end || at(.semicolon) || startsNextStatement
      || current.kind == .holeEnd || atBlockEnd
    {
      report(.unclosedBracket(text(opening)), at: opening)
      doubtElement(before: opening)
      markReported()
    } else {
      reportUnexpected()
      skipPast(closing)
    }
    if openings.last == opening { openings.removeLast() }
    return previousEnd
  }

  /// Whether the present `}` can only end a block, as no brace is open in the statement.
  private var atBlockEnd: Bool {
    at(.rightBrace) && blockDepth > 0 && !openings.contains { text($0) == "{" }
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
  mutating func parseConditional(from start: SourceSpan? = nil) -> Expression {
    let start = start ?? current.span
    if start == current.span { advance() }
    if let called = parseCalledIf(from: start) { return called }
    let condition = parseExpression()
    if at(.leftBrace) { return parseBlockInExpression(start) }
    guard eatPrefix(.then) else {
      report(.thenExpected(found), at: foundSpan, mayContinue: true)
      return .invalid(SourceSpan(start.start, previousEnd))
    }
    let then = parseExpression()
    guard eatPrefix(.else) else {
      reportMissingElse(start)
      return .invalid(SourceSpan(start.start, previousEnd))
    }
    let otherwise = parseExpression()
    return node(
      .conditional(condition: condition, then: then, otherwise: otherwise),
      start.joined(otherwise.span))
  }

  /// Reports `if c { … }`, the statement, where a value has to stand.
  private mutating func parseBlockInExpression(_ start: SourceSpan) -> Expression {
    report(.blockInExpression(text(start)), at: start)
    skip(to: .statementEnd)
    return .invalid(start)
  }

  /// Reports an `if` without `else`, and offers `else missing` at the end.
  private mutating func reportMissingElse(_ start: SourceSpan) {
    let language: Language = text(start) == PrefixWord.if.word.name.zh ? .zh : .en
    let words = [PrefixWord.else.word, LiteralWord.missing.word].map { $0.name[language] }
    let gap = SourceSpan(previousEnd, previousEnd)
    let fix = Diagnostic.Fix(gap, " " + words.joined(separator: " "))
    let isAtEnd = current.kind == .end || endsStatement
    report(.elseExpected(found), at: foundSpan, fix: isAtEnd ? fix : nil, mayContinue: true)
  }

  /// Takes `then` or `else` where it stands.
  mutating func eatPrefix(_ word: PrefixWord) -> Bool {
    guard !endsStatement else { return false }
    if roles().prefix == word {
      advance()
      return true
    }
    guard let tried = tried(.branch), tried.meaning == .prefix(word) else { return false }
    reportTried(tried)
    return true
  }

  /// Parses a choice of many values.
  ///
  ///     case = "case" "{" branch { "," branch } [ "," "else" ":" expression ] "}"
  ///     branch = expression ":" expression
  mutating func parseCases() -> Expression {
    let start = current.span
    advance()
    guard at(.leftBrace) else { return parseCaseWithoutBrace(start) }
    let opening = current.span
    openings.append(opening)
    advance()
    var branches: [CaseBranch] = []
    var otherwise: Expression?
    while !at(.rightBrace), current.kind != .end, !isStopped {
      if otherwise != nil { report(.elseNotLast, at: current.span) }
      let isElse = roles().prefix == .else && token(1).kind == .symbol(.colon)
      if isElse { advance() }
      let condition = isElse ? nil : parseExpression()
      guard eatCaseColon() else { break }
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

  private mutating func parseCaseWithoutBrace(_ start: SourceSpan) -> Expression {
    if let meant = parseCaseWhen(from: start) { return meant }
    report(.caseBrace(found), at: foundSpan, mayContinue: true)
    skip(to: .element)
    return .invalid(SourceSpan(start.start, previousEnd))
  }

  private mutating func eatCaseColon() -> Bool {
    if eat(.colon) { return true }
    report(.caseColon(found), at: foundSpan)
    return false
  }
}
