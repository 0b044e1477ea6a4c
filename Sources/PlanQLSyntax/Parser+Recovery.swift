import PlanQLData

/// What is said of a token that fits nowhere, and where parsing goes on after it.
extension Parser {
  /// The present token in the words of a message.
  var found: LocalizedText {
    let token = current
    if token.kind == .end { return LocalizedText(en: "the end", zh: "结尾") }
    if token.startsLine, openings.isEmpty, !continuesStatement {
      return LocalizedText(en: "the end of the line", zh: "行末")
    }
    let written = text(token.span)
    let short = written.unicodeScalars.prefix(24)
    let shown = short.count < written.unicodeScalars.count ? String(short) + "…" : written
    return LocalizedText("'\(shown)'")
  }

  /// Where to point at the present token: behind the last one where the statement ended.
  var foundSpan: SourceSpan {
    current.kind == .end || endsStatement ? SourceSpan(previousEnd, previousEnd) : current.span
  }

  /// Reports a word that people try, with a fix where one is certain, and takes it.
  mutating func reportTried(_ tried: TriedWord, fixing: Bool = true) {
    let span = current.span.joined(token(tried.words.count - 1).span)
    let replacement = tried.replacement
    let help =
      tried.advice ?? replacement.map { $0.isEmpty ? Message.leaveOut : Message.writeInstead($0) }
    let fix = fixing && tried.isCertain ? replacement.map { spacedFix(span, $0, tried) } : nil
    report(.triedWord(text(span)), at: span, help: help, fix: fix)
    for _ in tried.words { advance() }
  }

  /// Puts a word in the place of a sign, with the white space that a sign does without: `a&&b`,
  /// `!a`.
  private func spacedFix(
    _ span: SourceSpan, _ replacement: String, _ tried: TriedWord
  ) -> Diagnostic.Fix {
    guard current.kind == .foreign, !Characters.isSign(Array(replacement.utf8)) else {
      return Diagnostic.Fix(span, replacement)
    }
    let isGluedBefore = !current.hasSpaceBefore && tried.place == .infix
    let isGluedAfter = !token(tried.words.count).hasSpaceBefore
    return Diagnostic.Fix(
      span, (isGluedBefore ? " " : "") + replacement + (isGluedAfter ? " " : ""))
  }

  /// Reports that a value has to stand here.
  mutating func reportMissingOperand() {
    report(.valueExpected(found), at: foundSpan, mayContinue: true)
  }

  /// Reports a token that cannot follow what was read.
  mutating func reportUnexpected() {
    let span = current.span
    doubtElement()
    if endsStatement {
      report(.unexpected(found), at: foundSpan)
    } else if let word = roles().display {
      report(.displayInside(word.word.name), at: span)
    } else if let tried = tried(.infix) ?? tried(.suffix) {
      reportTried(tried, fixing: false)
    } else if let group = thousandsGroup() {
      report(.thousandsComma, at: group.span, fix: group)
    } else if isStageAhead {
      let gap = SourceSpan(span.start, span.start)
      report(.missingPipe(spelling()), at: span, fix: Diagnostic.Fix(gap, "| "))
    } else if statementWord() != nil {
      report(.missingLineBreak(spelling()), at: span)
    } else if let tried = tried(.stage), case .stage = tried.meaning, openings.isEmpty,
      startsOperand(tried.words.count)
    {
      let meant = tried.isCertain ? tried.replacement : nil
      let words = span.joined(token(tried.words.count - 1).span)
      report(
        .triedWord(text(words)), at: words, help: tried.advice,
        fix: meant.map { Diagnostic.Fix(words, "| " + $0) })
    } else if let word = gluedOperator() {
      report(.gluedOperator(word.word), at: span, fix: Diagnostic.Fix(span, word.mended))
    } else {
      reportUnexpectedSign()
    }
  }

  /// Remembers that what was read since the comma, bar or bracket before may be meant otherwise;
  /// before the present token, or before a bracket that was not closed.
  mutating func doubtElement(before opening: SourceSpan? = nil) {
    guard !isStopped else { return }
    var closed = 0
    var first = thousandsGroup() == nil ? index : index - 1
    if let opening {
      first = index
      while first > statementStart, lexed.tokens[first].span.start > opening.start { first -= 1 }
    }
    scanning: while first > statementStart {
      switch lexed.tokens[first - 1].kind {
      case .symbol(.comma), .symbol(.pipe), .symbol(.semicolon):
        if closed == 0 { break scanning }
      case .symbol(let symbol) where symbol.closes: closed += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.leftBrace):
        if closed == 0 { break scanning }
        closed -= 1
      case .textEnd: closed += 1
      case .textStart: closed -= 1
      case .holeStart: if closed == 0 { break scanning }
      case .word, .quotedName, .foreign, .number, .period, .textPiece, .holeEnd, .symbol,
        .invalid, .end:
        break
      }
      first -= 1
    }
    doubtful.append(
      SourceSpan(
        lexed.tokens[first].span.start, Swift.max(current.span.end, lexed.tokens[first].span.end)))
  }

  private mutating func reportUnexpectedSign() {
    let span = current.span
    switch current.kind {
    case .symbol(.pipe):
      report(.pipelineInside, at: span)
    case .symbol(.leftBracket):
      reportIndex()
    case .symbol(let symbol) where symbol.closes:
      report(.strayBracket(symbol.rawValue), at: span)
    case .symbol(.colon):
      report(.unexpectedColon, at: span)
    case .word, .quotedName, .number, .period, .textStart, .symbol(.leftParenthesis):
      report(.operatorExpected(found), at: span, help: callHelp)
    case .symbol, .foreign, .textPiece, .holeStart, .holeEnd, .textEnd, .invalid, .end:
      report(.unexpected(found), at: span)
    }
  }

  /// What to do where a name follows a name that may be a function: `sum investment`.
  private var callHelp: LocalizedText? {
    guard index > statementStart, lexed.tokens[index - 1].kind == .word, current.kind == .word,
      infix() == nil
    else { return nil }
    return Message.argumentsInBrackets(text(lexed.tokens[index - 1].span), text(current.span))
  }

  /// Reports `[…]` behind a value: an index, a column of pandas, or rows that are to be kept.
  private mutating func reportIndex() {
    let span = current.span
    let end = closing(of: 0)
    let gap = end.map { span.joined(token($0).span) }
    if let gap, end == 1 {
      report(.noIndex, at: span, help: Message.needlessBrackets, fix: Diagnostic.Fix(gap, ""))
    } else if let gap, end == 4, token(1).kind == .textStart, token(2).kind == .textPiece {
      let name = lexed.pieces[Int(token(2).payload)]
      report(
        .noIndex, at: span, help: Message.columnByName,
        fix: name.utf8.contains(0x20) ? nil : Diagnostic.Fix(gap, "." + name))
    } else if token(1).kind == .number {
      report(.noIndex, at: span)
    } else {
      report(.noIndex, at: span, help: Message.rowsByWhere)
    }
  }

  /// Whether the present word begins a stage whose `|` is missing.
  var isStageAhead: Bool {
    guard current.kind == .word, !endsStatement else { return false }
    guard let stage = roles().stage else { return false }
    let next = token(1)
    return startsOperand(1) || stage == .total || next.kind == .symbol(.star)
      || (stage == .distinct && (next.kind == .end || next.startsLine))
  }

  /// A name that has an operator of the other language glued on: `投资额且`.
  private func gluedOperator() -> (word: String, mended: String)? {
    guard current.kind == .word else { return nil }
    let written = spelling()
    let operators = [BinaryOperator.and, .or, .in, .overlaps, .contains, .has]
    for word in operators.map({ $0.record.text(.zh) }) + [ClauseWord.by.word.name.zh] {
      if written.hasPrefix(word), written != word {
        return (word, word + " " + String(written.dropFirst(word.count)))
      }
    }
    return nil
  }

  /// The fix for `1,000` where the comma of the thousands is the present token.
  func thousandsGroup() -> Diagnostic.Fix? {
    guard index > 0, at(.comma) else { return nil }
    let first = lexed.tokens[index - 1]
    guard first.kind == .number, lexed.numbers[Int(first.payload)].suffixText.isEmpty else {
      return nil
    }
    var offset = 0
    var digits = lexed.numbers[Int(first.payload)].digitsText
    var end = first.span.end
    while offset <= 12, token(offset).kind == .symbol(.comma), !token(offset).hasSpaceBefore,
      token(offset + 1).kind == .number, !token(offset + 1).hasSpaceBefore
    {
      let group = lexed.numbers[Int(token(offset + 1).payload)]
      guard group.digitsText.prefix(while: { $0 != "." }).utf8.count == 3 else { break }
      digits += group.digitsText + group.suffixText
      end = token(offset + 1).span.end
      offset += 2
    }
    // More groups than a number has digits are a list.
    guard (1...12).contains(offset) else { return nil }
    return Diagnostic.Fix(SourceSpan(first.span.start, end), digits)
  }

  /// Reports `1,000` in a list whose commas separate, where it cannot be meant as two elements.
  mutating func skipThousands(isCertain: Bool) -> Bool {
    guard let group = thousandsGroup() else { return false }
    let next = lexed.numbers[Int(token(1).payload)].digitsText
    guard isCertain || next.utf8.first == 0x30 else { return false }
    report(.thousandsComma, at: group.span, fix: group)
    while current.span.start < group.span.end, current.kind != .end { advance() }
    return true
  }
}

extension Parser {
  /// Where skipping stops, apart from the end of the statement and of the brackets around.
  enum SkipTarget {
    case statementEnd
    case pipe
    /// A comma or `|`
    case element
  }

  /// What tokens that are skipped opened; only lines inside of round and square brackets can begin
  /// a statement.
  private enum Opener { case bracket, brace, hole }

  /// Skips tokens up to a place where parsing can go on, over whole brackets and texts.
  mutating func skip(to target: SkipTarget) {
    var openers: [Opener] = []
    var wide = 0
    while current.kind != .end {
      if openers.isEmpty, stopsSkipping(to: target) { return }
      switch current.kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): openers.append(.bracket)
      case .symbol(.leftBrace):
        openers.append(.brace)
        wide += 1
      case .holeStart:
        openers.append(.hole)
        wide += 1
      case .symbol(let symbol) where symbol.closes:
        if let last = openers.last, last != .hole {
          openers.removeLast()
          if last == .brace { wide -= 1 }
        }
      case .holeEnd:
        guard let hole = openers.lastIndex(of: .hole) else { return }
        wide -= openers[hole...].count { $0 != .bracket }
        openers.removeSubrange(hole...)
      case .word, .quotedName, .foreign, .number, .period, .textStart, .textPiece, .textEnd,
        .symbol, .invalid, .end:
        break
      }
      advance()
      if !openers.isEmpty, wide == 0, startsNextStatement { return }
    }
  }

  private func stopsSkipping(to target: SkipTarget) -> Bool {
    if current.kind == .holeEnd { return true }
    if endsStatement, !owesOperandBefore { return true }
    if !openings.isEmpty, startsNextStatement { return true }
    guard case .symbol(let symbol) = current.kind else { return false }
    if symbol.closes, !openings.isEmpty { return true }
    switch target {
    case .statementEnd: return false
    case .pipe: return symbol == .pipe
    case .element: return symbol == .pipe || symbol == .comma
    }
  }

  /// Whether the token before leaves something to follow on the next line.
  private var owesOperandBefore: Bool {
    guard index > statementStart, current.kind != .end, !startsNextStatement,
      case .symbol(let symbol) = lexed.tokens[index - 1].kind
    else { return false }
    return symbol.owesOperand
  }

  /// Skips the rest of a statement that was reported.
  mutating func skipStatement() {
    openings = []
    skip(to: .statementEnd)
  }

  /// Skips to the end of the present hole.
  mutating func skipHole() {
    var depth = 0
    while current.kind != .end {
      if current.kind == .holeStart { depth += 1 }
      if current.kind == .holeEnd {
        if depth == 0 { return }
        depth -= 1
      }
      advance()
    }
  }
}
