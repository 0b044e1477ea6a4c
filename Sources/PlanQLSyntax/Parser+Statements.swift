import PlanQLData

extension Parser {
  /// Parses the whole script, or the statements of a block up to where it ends.
  ///
  ///     script = { statement ( line-break | ";" ) }
  mutating func parseStatements(
    continuing: Bool = false, until atEnd: (Parser) -> Bool = { _ in false }
  ) -> [Statement] {
    var statements: [Statement] = []
    while current.kind != .end, !isStopped, !atEnd(self) {
      if eat(.semicolon) { continue }
      statementStart = index
      openings = []
      let isContinuation = continuing && statements.isEmpty && index == 0
      statements.append(parseStatement(isContinuation: isContinuation))
      finishStatement()
    }
    return statements
  }

  /// Reports what is left of a statement, once, and moves behind it.
  private mutating func finishStatement() {
    guard !isStopped else { return }
    if index == statementStart {
      reportUnexpected()
      advance()
      skipStatement()
    } else if !endsStatement {
      reportUnexpected()
      skipStatement()
    }
  }

  /// Parses one part of a script.
  ///
  ///     statement = param | let | define | use | check | title | paragraph | table | chart | for
  ///               | condition | value
  private mutating func parseStatement(isContinuation: Bool) -> Statement {
    let start = current.span
    if at(.pipe) {
      guard isContinuation else { return parseLonePipe() }
      let source = SourceSpan(start.start, start.start)
      let name = Identifier(text: "_", isQuoted: false, span: source)
      return statement(.result(parsePipeline(from: Expression(.name(name), source))), from: start)
    }
    if parseSelectFrom() {
      skipStatement()
      return statement(.invalid, from: start)
    }
    if let word = statementWord() {
      return parseStatement(word)
    }
    if let condition = parseConditionIfPresent() { return statement(condition, from: start) }
    if at(.equal) { reportNeedlessStart(through: 0) }
    if let tried = tried(.statement), startsOperand(tried.words.count) || tried.words.count > 1 {
      return parseTriedStatement(tried)
    }
    let isCall = token(1).kind == .symbol(.leftParenthesis) && !token(1).hasSpaceBefore
    if isStageAhead, !isCall, startsOperand(1) { return parseLooseStage() }
    return statement(.result(parseValue()), from: start)
  }

  private mutating func statement(_ kind: Statement.Kind, from start: SourceSpan) -> Statement {
    Statement(kind: kind, span: SourceSpan(start.start, Swift.max(previousEnd, start.end)))
  }

  /// Parses a statement behind its word.
  ///
  ///     title = "title" value
  ///     paragraph = "text" value
  private mutating func parseStatement(_ word: StatementWord) -> Statement {
    let start = current.span
    advance()
    switch word {
    case .parameter: return statement(parseParameter(), from: start)
    case .binding: return statement(parseBinding(), from: start)
    case .check: return statement(parseCheck(), from: start)
    case .title: return statement(.title(parseValue()), from: start)
    case .text: return statement(.text(parseValue()), from: start)
    case .table: return statement(parseTable(), from: start)
    case .definition: return statement(parseDefinition(), from: start)
    case .use: return statement(parseUse(), from: start)
    case .chart: return statement(parseChart(), from: start)
    case .loop: return statement(parseLoop(), from: start)
    case .condition: return statement(.invalid, from: start)
    }
  }

  private mutating func parseLonePipe() -> Statement {
    let start = current.span
    report(.lonePipe, at: start)
    advance()
    skipStatement()
    return statement(.invalid, from: start)
  }

  /// Reports what another language begins a query with, and leaves it out: `from projects`, `=sum(…)`.
  private mutating func reportNeedlessStart(through last: Int) {
    let span = SourceSpan(current.span.start, token(last + 1).span.start)
    report(
      .needlessWord(text(current.span)), at: current.span, help: Message.beginWithTable,
      fix: Diagnostic.Fix(span, ""))
    for _ in 0...last { advance() }
  }

  private mutating func parseTriedStatement(_ tried: TriedWord) -> Statement {
    let start = current.span
    if tried.meaning == .omitted {
      let hasName = token(1).kind == .word && token(2).kind == .symbol(.equal)
      reportNeedlessStart(through: hasName ? 2 : 0)
      return statement(.result(parseValue()), from: start)
    }
    let tried = asDefinition(tried)
    reportTried(tried)
    if case .statement(let word) = tried.meaning {
      index -= 1
      let reported = diagnostics.count
      let statement = parseStatement(word)
      // What else is strange in it may be that of the other language.
      if diagnostics.count > reported, !isStopped { diagnostics.removeSubrange(reported...) }
      return statement
    }
    skipStatement()
    return statement(.invalid, from: start)
  }

  /// A word that is tried before `name(…)`, where that makes it the word of a definition: `def f(x)`.
  private func asDefinition(_ tried: TriedWord) -> TriedWord {
    let isCalled = token(1).kind == .word && token(2).kind == .symbol(.leftParenthesis)
    switch tried.meaning {
    case .statement(.binding) where isCalled, .statement(.definition) where isCalled:
      return TriedWord(tried.spelling, .statement, .statement(.definition))
    case .statement, .stage, .clause, .infix, .prefix, .literal, .chart, .pipe, .omitted, .nothing:
      return tried
    }
  }

  /// A stage at the start of a statement: its `|` or its table is missing.
  private mutating func parseLooseStage() -> Statement {
    let start = current.span
    var offset = 1
    while token(offset).kind != .end, !token(offset).startsLine {
      if ["from", "FROM"].contains(spelling(offset)) {
        report(.selectFrom(spelling()), at: start)
        skipStatement()
        return statement(.invalid, from: start)
      }
      offset += 1
    }
    let gap = SourceSpan(start.start, start.start)
    report(
      .missingPipe(spelling()), at: start,
      fix: statementStart > 0 ? Diagnostic.Fix(gap, "| ") : nil)
    skipStatement()
    return statement(.invalid, from: start)
  }

  /// Parses an expression or a pipeline, with how it is shown.
  ///
  ///     value = pipeline | expression [ display ]
  mutating func parseValue() -> Expression {
    let value = parseExpression()
    if atPipe() || isStageAhead { return parsePipeline(from: value) }
    let shown = parseDisplay(of: value)
    guard atPipe(), case .shown(let source, let clause) = shown.kind else { return shown }
    let gap = SourceSpan(source.span.end, clause.span.end)
    report(.tableAlias, at: clause.span, fix: Diagnostic.Fix(gap, ""))
    return parsePipeline(from: source)
  }
}

extension Parser {
  /// Parses what follows `param`.
  ///
  ///     param = "param" name ":" type [ "=" expression ]
  private mutating func parseParameter() -> Statement.Kind {
    guard let name = parseDeclaredName() else { return .invalid }
    guard at(.colon) else {
      report(.parameterType(name.text), at: foundSpan)
      skipStatement()
      return .parameter(Parameter(name: name, type: .unread(name.span), defaultValue: nil))
    }
    advance()
    guard let type = parseTypeIfPresent() else {
      report(.typeExpected(found), at: foundSpan, mayContinue: true)
      skipStatement()
      return .parameter(Parameter(name: name, type: .unread(name.span), defaultValue: nil))
    }
    let value = eatEqual() ? parseExpression() : nil
    return .parameter(Parameter(name: name, type: type, defaultValue: value))
  }

  /// Parses a type as written.
  ///
  ///     type = name | "[" name "]"
  mutating func parseTypeIfPresent() -> TypeName? {
    let start = current.span
    guard at(.leftBracket) else {
      return eatName().map { TypeName(name: $0, isList: false, span: $0.span) }
    }
    openings.append(start)
    advance()
    let name = eatName()
    if name == nil { report(.typeExpected(found), at: foundSpan) }
    let end = closeBracket(.rightBracket, opened: start)
    return name.map { TypeName(name: $0, isList: true, span: SourceSpan(start.start, end)) }
  }

  /// Parses what follows `let`.
  ///
  ///     let = "let" name "=" value
  private mutating func parseBinding() -> Statement.Kind {
    guard let name = parseDeclaredName() else { return .invalid }
    guard eatEqual() else {
      report(.equalExpected(name.text), at: foundSpan)
      skipStatement()
      return .binding(name: name, value: .invalid(name.span))
    }
    return .binding(name: name, value: parseValue())
  }

  /// Takes `=`, or a sign that people try for it.
  mutating func eatEqual() -> Bool {
    if eat(.equal) { return true }
    guard current.kind == .foreign, [":=", "==", "<-"].contains(spelling()) else { return false }
    let span = current.span
    report(
      .triedWord(spelling()), at: span, help: Message.writeInstead("="),
      fix: Diagnostic.Fix(span, "="))
    advance()
    return true
  }

  /// Parses what follows `check`; any text that can be computed may be the caption.
  ///
  ///     check = "check" caption ":" value
  ///     caption = text
  private mutating func parseCheck() -> Statement.Kind {
    let label = parseExpression(.coalescence)
    guard eat(.colon) else {
      report(.checkColon, at: foundSpan)
      skipStatement()
      return .invalid
    }
    return .check(label: label, condition: parseValue())
  }

  /// Parses what follows `table`.
  ///
  ///     table = "table" [ caption ] ":" value
  private mutating func parseTable() -> Statement.Kind {
    guard let (caption, pipeline) = parseCaptioned(.tableColon) else { return .invalid }
    return .table(caption: caption, pipeline: pipeline)
  }

  /// Parses a caption, a colon and rows; nil, and reported, where the colon is missing behind a caption.
  mutating func parseCaptioned(_ colonExpected: Message) -> (
    caption: Expression?, pipeline: Expression
  )? {
    if eat(.colon) { return (nil, parseValue()) }
    let gap = SourceSpan(previousEnd, current.span.start)
    let caption = parseExpression(.coalescence)
    if eat(.colon) { return (caption, parseValue()) }
    let isText = if case .text = caption.kind { true } else { false }
    report(
      colonExpected, at: isText ? foundSpan : caption.span,
      fix: isText ? nil : Diagnostic.Fix(gap, ": "))
    if isText {
      skipStatement()
      return nil
    }
    return (nil, atPipe() ? parsePipeline(from: caption) : caption)
  }

  /// Parses a name that has to stand here; reports and leaves the statement where none does.
  mutating func parseDeclaredName() -> Identifier? {
    if let name = eatName() { return name }
    report(.nameExpected(found), at: foundSpan, mayContinue: true)
    skipStatement()
    return nil
  }
}

extension TypeName {
  /// What stands for a type that was reported.
  fileprivate static func unread(_ span: SourceSpan) -> TypeName {
    TypeName(name: Identifier(text: "", isQuoted: false, span: span), isList: false, span: span)
  }

  /// Whether it was reported by the parser.
  package var isUnread: Bool { name.text.isEmpty }
}
