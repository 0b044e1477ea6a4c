import PlanQLData

extension Parser {
  /// Parses operators that bind at least this tightly.
  ///
  ///     expression = if | conjunction { "or" conjunction }
  ///     conjunction = negation { "and" negation }
  ///     comparison = range | bounded comparator range | bounded test
  ///     range = bounded | coalescence ".."
  ///     bounded = [ coalescence ".." ] coalescence | ".." coalescence
  ///     coalescence = sum { "??" sum }
  ///     sum = product { ( "+" | "-" ) product }
  ///     product = sign { ( "*" | "/" ) sign }
  mutating func parseExpression(_ floor: Binding = .loosest) -> Expression {
    var left = parseOperand()
    var last: Binding?
    while !isStopped {
      if let broken = parseSuffixWord(after: left) ?? parseOver(after: left) {
        left = broken
        continue
      }
      if floor <= .comparison, let broken = parseBetweenWords(after: left) {
        left = broken
        continue
      }
      guard let match = infixAhead(), match.binding >= floor else {
        guard let broken = parseTriedInfix(after: left, floor) else { break }
        left = broken
        continue
      }
      left = parseInfix(match, left, isChained: isChained(match.binding, after: last, left))
      last = match.binding
    }
    return left
  }

  /// Whether an operator follows one of its kind that it cannot follow: `a < b < c`, `..a..b`.
  private func isChained(_ binding: Binding, after last: Binding?, _ left: Expression) -> Bool {
    switch binding {
    case .comparison: return last == binding
    case .range:
      if case .range = left.kind { return true }
      return last == binding
    case .disjunction, .conjunction, .negation, .coalescence, .sum, .product, .sign: return false
    }
  }

  /// Parses one operator with what stands to its right.
  private mutating func parseInfix(
    _ match: InfixMatch, _ left: Expression, isChained: Bool
  ) -> Expression {
    let sign = current.span.joined(token(match.length - 1).span)
    if isChained, !left.isInvalid { reportChain(left, sign) }
    var isBroken = isChained
    if let tried = match.tried {
      let mayJoinTexts = ["||", "&"].contains(tried.spelling) && left.isSimple
      reportTried(tried, fixing: !mayJoinTexts)
      isBroken = isBroken || !tried.isCertain
    } else {
      for _ in 0..<match.length { advance() }
    }
    let result: Expression
    switch match.infix {
    case .test(let test):
      result = node(.test(test, left), left.span.joined(sign))
    case .range:
      let right = endsRange ? nil : parseExpression(.coalescence)
      result = node(.range(left, right), SourceSpan(left.span.start, right?.span.end ?? sign.end))
    case .binary(let op):
      let right = parseExpression(match.binding.tighter)
      if ["||", "&"].contains(text(sign)) {
        // In other languages they join texts and bits too, so that the operands may be of any type.
        doubtful.append(left.span.joined(right.span))
      }
      result = node(.binary(op, left, right, operatorSpan: sign), left.span.joined(right.span))
    }
    if let tried = match.tried, !tried.isCertain, !endsStatement { markReported() }
    return isBroken ? .invalid(result.span) : result
  }

  /// Reports `a < b < c`, and offers `a < b and b < c` where `b` is simple enough to say twice.
  private mutating func reportChain(_ left: Expression, _ sign: SourceSpan) {
    let gap = SourceSpan(sign.start, sign.start)
    var fix: Diagnostic.Fix?
    if case .binary(_, _, let middle, _) = left.kind, middle.isSimple, infix()?.infix != .range {
      let isChinese = current.kind == .word && !text(current.span).utf8.allSatisfy { $0 < 0x80 }
      let and = BinaryOperator.and.record.text(isChinese ? .zh : .en)
      fix = Diagnostic.Fix(gap, "\(and) \(text(middle.span)) ")
    }
    report(.chainedComparison, at: sign, fix: fix)
  }

  /// Whether a range has no upper end: nothing follows its dots that could be one.
  private var endsRange: Bool {
    if endsStatement { return true }
    if current.startsLine && openings.isEmpty { return true }
    switch current.kind {
    case .word:
      let roles = roles()
      let word = infix()?.infix
      if word == .binary(.and) || word == .binary(.or) { return true }
      return roles.prefix == .then || roles.prefix == .else || roles.display != nil
        || isClauseAfterRange(roles)
    case .symbol(let symbol): return !startsOperand(0) && symbol != .minus
    case .end, .holeEnd, .textEnd: return true
    case .foreign: return tried(.prefix) == nil
    case .quotedName, .number, .period, .textStart, .textPiece, .holeStart, .invalid: return false
    }
  }

  private func isClauseAfterRange(_ roles: WordRoles) -> Bool {
    guard let clause = roles.clause else { return false }
    let next = token(1)
    switch next.kind {
    case .end: return true
    case .symbol(.comma): return clause == .descending || clause == .ascending
    case .symbol(let symbol) where symbol.closes || symbol == .pipe || symbol == .semicolon:
      return true
    case .word, .quotedName, .foreign, .number, .period, .textStart, .textPiece, .holeStart,
      .holeEnd, .textEnd, .symbol, .invalid:
      return startsOperand(1) || self.roles(1).clause != nil
        || (next.startsLine && openings.isEmpty)
    }
  }

  /// Reports a word behind a number that people use for a comparison: `投资额 1000万元以上`.
  private mutating func parseSuffixWord(after left: Expression) -> Expression? {
    guard !endsStatement else { return nil }
    if tried(.suffix) != nil, isLiteral(lexed.tokens[Swift.max(index - 1, 0)]),
      let tried = tried(.suffix)
    {
      reportTried(tried)
      return tried.meaning == .omitted ? left : .invalid(SourceSpan(left.span.start, previousEnd))
    }
    guard isLiteral(current), let tried = tried(.suffix, 1), tried.meaning != .omitted else {
      return nil
    }
    let literal = current.span
    let span = literal.joined(token(1).span)
    advance()
    var fix: Diagnostic.Fix?
    if case .infix(.binary(let op)) = tried.meaning, op != .equal,
      lexed.tokens[index - 1].kind == .number
    {
      fix = Diagnostic.Fix(span, op.record.text(.en) + " " + text(literal))
    }
    report(.triedWord(tried.spelling), at: current.span, help: tried.advice, fix: fix)
    advance()
    return .invalid(SourceSpan(left.span.start, previousEnd))
  }

  private func isLiteral(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .period
  }

  /// Reports an operator that people try and that none here does the work of.
  private mutating func parseTriedInfix(
    after left: Expression, _ floor: Binding
  ) -> Expression? {
    guard floor <= .comparison, !endsStatement, let tried = tried(.infix), tried.meaning == .nothing
    else { return nil }
    if TriedWord.betweens.contains(tried.spelling) { return parseBetween(left, tried) }
    reportTried(tried)
    skip(to: .element)
    return .invalid(SourceSpan(left.span.start, previousEnd))
  }

  /// Parses `投资额 在 5 到 9 之间`.
  private mutating func parseBetweenWords(after left: Expression) -> Expression? {
    guard !endsStatement, ["在", "处于", "位于"].contains(spelling()),
      place(of: ["之间", "之中"], in: 1..<Swift.max(stageEnd, 1)) != nil,
      let tried = TriedWord.all.first(where: { $0.spelling == "介于" })
    else { return nil }
    return parseBetween(left, tried)
  }

  /// Parses `x between a and b`, and offers `x in a..b`.
  private mutating func parseBetween(_ left: Expression, _ tried: TriedWord) -> Expression {
    let word = current.span.joined(token(tried.words.count - 1).span)
    for _ in tried.words { advance() }
    let lower = parseExpression(.coalescence)
    guard infixAhead()?.infix == .binary(.and) || infixAhead()?.infix == .range else {
      report(.triedWord(tried.spelling), at: word, help: tried.advice)
      skip(to: .element)
      return .invalid(left.span)
    }
    advance()
    let upper = parseExpression(.coalescence)
    var span = word.joined(upper.span)
    if ["之间", "之中"].contains(spelling()) {
      span = word.joined(current.span)
      advance()
    }
    let isNegated = tried.first.lowercased() == "not" || tried.first.hasPrefix("不")
    let test = (isNegated ? BinaryOperator.notIn : .in).record.text(tried.language)
    report(
      .triedWord(tried.spelling), at: word, help: tried.advice,
      fix: Diagnostic.Fix(span, "\(test) \(text(lower.span))..\(text(upper.span))"))
    return .invalid(left.span.joined(span))
  }
}

extension Parser {
  /// Parses a unit and decimals behind a value, where they stand.
  ///
  ///     display = "as" unit [ "to" decimals ] | "to" decimals
  mutating func parseDisplay(of value: Expression) -> Expression {
    guard atDisplay else { return value }
    guard let clause = parseDisplayClause() else { return .invalid(value.span) }
    return node(.shown(value, clause), value.span.joined(clause.span))
  }

  /// Whether `as UNIT` or `to N` follows.
  var atDisplay: Bool { !endsStatement && roles().display != nil }

  /// Parses `as UNIT to N`; nil, and reported, where the unit or the number is wrong.
  mutating func parseDisplayClause() -> DisplayClause? {
    guard let word = roles().display else { return nil }
    let start = current.span
    var unit: Identifier?
    advance()
    if word == .unit {
      guard let written = parseUnitName() else { return nil }
      unit = written
    }
    var decimals: Int?
    if word == .decimals || (!endsStatement && roles().display == .decimals) {
      if word == .unit { advance() }
      guard let count = parseDecimals() else { return nil }
      decimals = count
    }
    return DisplayClause(
      unit: unit, decimals: decimals, span: SourceSpan(start.start, previousEnd))
  }

  /// Parses a unit as written: `亿元`, `%`, `mg/L`, `m²`.
  private mutating func parseUnitName() -> Identifier? {
    let start = current.span
    guard current.kind == .word || current.kind == .quotedName || isUnitSign else {
      report(.unitExpected(found), at: foundSpan, mayContinue: true)
      return nil
    }
    let isQuoted = current.kind == .quotedName
    var written = isUnitSign ? foldedText(start) : spelling()
    advance()
    while !isQuoted, !endsStatement, !current.hasSpaceBefore {
      if isUnitSign {
        written += foldedText(current.span)
      } else if at(.slash), token(1).kind == .word, !token(1).hasSpaceBefore {
        written += "/" + spelling(1)
        advance()
      } else {
        break
      }
      advance()
    }
    return Identifier(
      text: written, isQuoted: isQuoted, span: SourceSpan(start.start, previousEnd))
  }

  private var isUnitSign: Bool { at(.percent) || at(.unitSign) }

  private func foldedText(_ span: SourceSpan) -> String { at(.percent) ? "%" : text(span) }

  /// Parses the number of decimals.
  private mutating func parseDecimals() -> Int? {
    if current.kind == .number {
      let number = lexed.numbers[Int(current.payload)]
      let count = number.digits.significand
      if number.suffix == nil, number.digits.scale == 0, (0...Parser.mostDecimals).contains(count) {
        advance()
        return Int(count)
      }
    }
    report(.decimalsExpected(Int(Parser.mostDecimals)), at: foundSpan, mayContinue: true)
    if current.kind == .number { advance() }
    return nil
  }

  private static let mostDecimals: Int64 = 15
}

extension Expression {
  /// Whether a fix may write the expression out a second time.
  var isSimple: Bool {
    switch kind {
    case .bool, .missing, .number, .period, .name: true
    case .member(let base, _): base.isSimple
    case .invalid, .text, .call, .invocation, .unary, .binary, .test, .range, .conditional, .cases,
      .list,
      .parenthesized, .pipeline, .shown:
      false
    }
  }
}
