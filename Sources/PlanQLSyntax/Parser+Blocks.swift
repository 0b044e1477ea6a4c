import PlanQLData

/// Statements that hold others.
extension Parser {
  /// Parses what follows `for`.
  ///
  ///     for = "for" name "in" source block
  ///     source = pipeline | expression
  mutating func parseLoop() -> Statement.Kind {
    guard let name = eatName() else {
      report(.nameExpected(found), at: foundSpan, mayContinue: true)
      skipStatement()
      return .invalid
    }
    guard eatIn() else {
      report(.loopIn(name.text), at: foundSpan, mayContinue: true)
      skipStatement()
      return .invalid
    }
    let rows = beforeBlock { parser in
      let source = parser.parseExpression()
      let isPipeline = parser.atPipe() || parser.isStageAhead
      return isPipeline ? parser.parsePipeline(from: source) : source
    }
    guard let body = parseBlock() else { return .invalid }
    return .loop(name: name, source: rows, body: body)
  }

  /// Parses `if c { … }` at the start of a statement; nil for an expression that begins with `if`.
  ///
  ///     condition = "if" expression block [ "else" ( condition | block ) ]
  mutating func parseConditionIfPresent() -> Statement.Kind? {
    let tried = tried(.prefix).flatMap { $0.meaning == .prefix(.if) ? $0 : nil }
    guard current.kind == .word, roles().prefix == .if || tried != nil else { return nil }
    var reader = self
    if let tried, reader.roles().prefix == nil {
      reader.reportTried(tried)
    } else {
      reader.advance()
    }
    let condition = reader.beforeBlock { $0.parseExpression() }
    guard reader.at(.leftBrace) || (condition.isInvalid && reader.bracesFollow) else { return nil }
    self = reader
    guard let then = parseBlock() else { return .invalid }
    return .condition(condition, then: then, otherwise: parseOtherwise())
  }

  /// Parses what stands before a block, which its `{` ends.
  private mutating func beforeBlock(_ parse: (inout Parser) -> Expression) -> Expression {
    isBeforeBlock = true
    defer { isBeforeBlock = false }
    return parse(&self)
  }

  /// Whether a block begins before the line ends.
  private var bracesFollow: Bool {
    var place = 0
    while place < Parser.lookAhead, token(place).kind != .end {
      if place > 0, token(place).startsLine { return false }
      if token(place).kind == .symbol(.leftBrace) { return true }
      place += 1
    }
    return false
  }

  private mutating func parseOtherwise() -> [Statement] {
    guard !isStopped, roles().prefix == .else || tried(.branch)?.meaning == .prefix(.else),
      eatPrefix(.else)
    else { return [] }
    let start = current.span
    guard !at(.leftBrace) else { return parseBlock() ?? [] }
    guard depth < limits.depth else {
      stop(.tooDeep(limit: limits.depth), at: current.span)
      return []
    }
    depth += 1
    defer { depth -= 1 }
    if let next = parseConditionIfPresent() {
      let span = SourceSpan(start.start, Swift.max(previousEnd, start.end))
      return [Statement(kind: next, span: span)]
    }
    return parseBlock() ?? []
  }

  /// Parses statements in braces; nil, and reported, where there are none.
  ///
  ///     block = "{" { statement ( line-break | ";" ) } "}"
  private mutating func parseBlock() -> [Statement]? {
    guard !isStopped else { return nil }
    guard at(.leftBrace) else {
      report(.blockExpected(found), at: foundSpan, mayContinue: true)
      skipStatement()
      return nil
    }
    guard depth < limits.depth else {
      stop(.tooDeep(limit: limits.depth), at: current.span)
      return nil
    }
    let opening = current.span
    let outer = (start: statementStart, openings: openings)
    depth += 1
    blockDepth += 1
    advance()
    let statements = parseStatements { $0.at(.rightBrace) }
    blockDepth -= 1
    depth -= 1
    guard !isStopped else { return statements }
    statementStart = outer.start
    openings = outer.openings + [opening]
    if !eat(.rightBrace) { report(.unclosedBracket("{"), at: opening) }
    openings = outer.openings
    return statements
  }
}
