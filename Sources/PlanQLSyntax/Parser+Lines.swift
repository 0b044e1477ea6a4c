import PlanQLData

/// An operator at the present token, and how many tokens spell it.
struct InfixMatch {
  /// The operator.
  let infix: Infix
  /// How tightly the operator holds its operands.
  let binding: Binding
  /// How many tokens spell it.
  let length: Int
  /// Set where the spelling is one that people only try.
  let tried: TriedWord?
}

/// Where statements end, and what a word is where it stands.
extension Parser {
  /// Whether the statement ends before the present token.
  ///
  /// A line break ends a statement unless a bracket is open, an operand is owed (who parses an
  /// operand does not ask), or the next line begins with something that goes on.
  var endsStatement: Bool {
    let token = current
    if token.kind == .end || token.kind == .symbol(.semicolon) { return true }
    if openings.isEmpty {
      if blockDepth > 0, token.kind == .symbol(.rightBrace) { return true }
      if isBeforeBlock, token.kind == .symbol(.leftBrace) { return true }
    }
    return token.startsLine && openings.isEmpty && index > statementStart && !continuesStatement
  }

  /// Whether a line that begins with the present token goes on with the statement before it.
  var continuesStatement: Bool {
    switch current.kind {
    case .symbol(let symbol):
      return symbol == .pipe || symbol == .dot || (symbol.infix != nil && symbol != .minus)
    case .word:
      let roles = roles()
      if roles.clause == .by || roles.display != nil { return true }
      if roles.prefix == .then || roles.prefix == .else { return true }
      return infix().map { $0.tried == nil } ?? false
    case .foreign: return infix() != nil || tried(.infix) != nil
    case .quotedName, .number, .period, .textStart, .textPiece, .holeStart, .holeEnd, .textEnd,
      .invalid, .end:
      return false
    }
  }

  /// The operator that the present token begins, wherever the line ends.
  ///
  ///     comparator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in"
  ///                | "contains" | "not contains" | "has" | "not has"
  ///                | "starts with" | "not starts with" | "ends with" | "not ends with"
  ///                | "matches" | "not matches" | "under" | "not under" | "overlaps" | "not overlaps"
  ///                | "covers" | "not covers" | "before" | "not before" | "after" | "not after"
  ///                | "meets" | "not meets"
  ///     test = "is missing" | "is known"
  func infix(_ offset: Int = 0) -> InfixMatch? {
    if isForeignPipe(offset) { return nil }
    if case .symbol(let symbol) = token(offset).kind, let infix = symbol.infix {
      return InfixMatch(infix: infix, binding: infix.binding, length: 1, tried: nil)
    }
    for phrase in roles(offset).infix where follows(phrase.rest, after: offset) {
      return InfixMatch(
        infix: phrase.infix, binding: phrase.binding, length: 1 + phrase.rest.count,
        tried: phrase.tried)
    }
    return nil
  }

  /// The operator at the present token, where the statement goes on.
  func infixAhead() -> InfixMatch? { endsStatement ? nil : infix() }

  /// Whether words follow a token, on its line.
  func follows(_ words: [String], after offset: Int) -> Bool {
    for (place, word) in words.enumerated() {
      let next = token(offset + place + 1)
      guard next.kind == .word, !next.startsLine, spelling(offset + place + 1) == word else {
        return false
      }
    }
    return true
  }

  /// The word that people try at the present token, in a place.
  func tried(_ place: TriedWord.Place, _ offset: Int = 0) -> TriedWord? {
    let found = roles(offset).tried.filter { $0.place == place && follows($0.rest, after: offset) }
    return found.max { $0.words.count < $1.words.count }
  }

  /// Whether a token begins an operand where one has not been asked for, on the line of the token
  /// before it.
  func startsOperand(_ offset: Int) -> Bool {
    let token = token(offset)
    guard !token.startsLine || !openings.isEmpty else { return false }
    switch token.kind {
    case .number, .period, .textStart, .quotedName, .invalid: return true
    case .word:
      if self.token(offset + 1).kind == .symbol(.colon) { return true }
      let roles = roles(offset)
      if let infix = infix(offset), infix.tried == nil { return false }
      if roles.prefix == .then || roles.prefix == .else || roles.display != nil { return false }
      return roles.clause == nil || roles.clause.map { isNameLike($0) } == true
    case .foreign: return tried(.prefix, offset) != nil
    case .symbol(let symbol):
      switch symbol {
      case .leftParenthesis, .leftBracket, .currency: return true
      case .minus: return token.hasSpaceBefore && !self.token(offset + 1).hasSpaceBefore
      case .rightParenthesis, .rightBracket, .leftBrace, .rightBrace, .comma, .semicolon, .colon,
        .dot, .dots, .pipe, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
        .plus, .star, .slash, .coalesce, .percent, .unitSign:
        return false
      }
    case .textPiece, .holeStart, .holeEnd, .textEnd, .end: return false
    }
  }

  /// Clause words that are as likely a name where they follow another word.
  private func isNameLike(_ clause: ClauseWord) -> Bool {
    switch clause {
    case .in, .split, .once, .on, .weights, .daily: true
    case .by, .descending, .ascending, .over, .evenly, .across, .within, .filter, .sort, .distinct:
      false
    }
  }

  /// The statement word at the present token. It is one only where an operand follows it on its
  /// line: `title` alone, `title = "a"`, `title | take 1`, `title.x` mean something called `title`.
  func statementWord() -> StatementWord? {
    guard current.kind == .word, let word = roles().statement, word != .condition else {
      return nil
    }
    let next = token(1)
    switch word {
    case .parameter, .binding:
      let isDeclaration = token(2).kind == .symbol(.equal) || token(2).kind == .symbol(.colon)
      if next.kind == .word, isDeclaration { return word }
    case .table where next.kind == .symbol(.colon): return word
    case .definition where next.kind == .word:
      if [.symbol(.leftParenthesis), .symbol(.dot)].contains(token(2).kind) { return word }
    case .loop where next.kind == .word && roles(2).clause == .in: return word
    case .definition, .use, .check, .title, .text, .table, .chart, .loop, .condition: break
    }
    return startsOperand(1) ? word : nil
  }

  /// Whether the present token begins a line and a statement, whatever is still open before it.
  var startsNextStatement: Bool {
    current.startsLine && index > statementStart && statementWord() != nil
  }

  /// The clause word at the present token, where an operand has ended.
  func atClause(_ clause: ClauseWord) -> Bool {
    current.kind == .word && roles().clause == clause && !endsStatement
  }

  /// Takes a clause word, or one that people try for it.
  mutating func eatClause(_ clause: ClauseWord) -> Bool {
    guard !endsStatement else { return false }
    if atClause(clause) {
      advance()
      return true
    }
    guard let tried = tried(.clause), tried.meaning == .clause(clause) else { return false }
    reportTried(tried)
    return true
  }

  /// Whether R's `%>%` stands at a token.
  private func isForeignPipe(_ offset: Int) -> Bool {
    token(offset).kind == .symbol(.percent) && token(offset + 1).kind == .symbol(.greater)
      && token(offset + 2).kind == .symbol(.percent) && !token(offset + 1).hasSpaceBefore
      && !token(offset + 2).hasSpaceBefore
  }

  /// Takes a `|`, or a sign that people try for it.
  mutating func eatPipe() -> Bool {
    if eat(.pipe) { return true }
    if isForeignPipe(0), !endsStatement {
      let span = current.span.joined(token(2).span)
      report(
        .triedWord(text(span)), at: span, help: Message.writeInstead("|"),
        fix: Diagnostic.Fix(span, "|"))
      for _ in 0..<3 { advance() }
      return true
    }
    guard !endsStatement, let tried = tried(.infix), tried.meaning == .pipe else { return false }
    reportTried(tried)
    return true
  }

  /// Whether a stage begins here: at a `|`, or at a sign that people try for it.
  func atPipe() -> Bool {
    at(.pipe) || isForeignPipe(0) || (!endsStatement && tried(.infix)?.meaning == .pipe)
  }
}
