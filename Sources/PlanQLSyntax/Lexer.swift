import PlanQLData

/// Cuts a source into tokens: bytes in, arrays out. It never fails: what is no token is reported
/// and left out.
struct Lexer {
  /// The source.
  let bytes: [UInt8]
  /// The byte that is lexed next.
  var place = 0
  /// What was lexed so far.
  var result = LexedSource()
  /// The texts whose hole is being lexed, outermost first.
  var texts: [OpenText] = []
  /// Whether a line break stands before the next token.
  var startsLine = false
  /// Whether anything that is no token stands before the next token.
  var hasSpaceBefore = false
  /// Whether what is wrong with the next token was said already.
  var isNextReported = false
  private var wordPlaces: [String: Int] = [:]

  /// The texts that may stand inside one another's holes.
  let depthLimit: Int
  /// The units that may be glued to numbers.
  let units: UnitTable

  /// Makes a lexer at the start of a source.
  init(_ bytes: [UInt8], from start: Int = 0, depthLimit: Int, units: UnitTable) {
    self.bytes = bytes
    self.place = start
    self.depthLimit = depthLimit
    self.units = units
  }

  /// Lexes a source from a place to its end; one that is too large or no clean UTF-8 gives one diagnostic and no
  /// tokens.
  static func lex(
    _ bytes: [UInt8], from start: Int = 0, limits: ParseLimits, units: UnitTable = .standard
  ) -> LexedSource {
    var lexer = Lexer(bytes, from: start, depthLimit: limits.depth, units: units)
    if bytes.count - start > limits.sourceBytes {
      lexer.refuse(
        .sourceTooLarge(bytes.count - start, limit: limits.sourceBytes),
        at: SourceSpan(start, start))
    } else if let flaw = SourceFlaw.first(in: bytes, from: start) {
      lexer.refuse(flaw)
    } else {
      lexer.run()
    }
    return lexer.result
  }

  private mutating func run() {
    result.tokens.reserveCapacity((bytes.count - place) / 4 + 1)
    if bytes[place...].starts(with: [0xEF, 0xBB, 0xBF]) { place += 3 }
    while true {
      skipTrivia()
      guard place < bytes.count else { break }
      lexToken()
    }
    if !texts.isEmpty { abandonTexts(atLineBreak: false) }
    guard !result.isRefused else { return }
    emit(.end, SourceSpan(bytes.count, bytes.count))
  }

  private mutating func refuse(_ flaw: SourceFlaw) {
    let start = place
    switch flaw {
    case .invalidUTF8(let place):
      refuse(
        .invalidUTF8(at: place - start), at: SourceSpan(place, Swift.min(place + 1, bytes.count)))
    case .control(let value, let span):
      refuse(.controlCharacter(Characters.notation(value), at: span.start - start), at: span)
    case .direction(let value, let span):
      refuse(.directionControl(Characters.notation(value), at: span.start - start), at: span)
    }
  }

  /// Reports that the source is lexed no further.
  mutating func refuse(_ message: Message, at span: SourceSpan) {
    result.diagnostics.append(Diagnostic(message, at: span))
    result.isRefused = true
    result.openAtEnd = nil
    result.tokens = []
    texts = []
    place = bytes.count
    emit(.end, SourceSpan(bytes.count, bytes.count))
  }

  /// Reports something that is wrong with the source.
  mutating func report(
    _ message: Message, at span: SourceSpan, labels: [Diagnostic.Label] = [],
    help: LocalizedText? = nil, fix: Diagnostic.Fix? = nil
  ) {
    guard !result.isRefused else { return }
    result.diagnostics.append(
      Diagnostic(message, at: span, labels: labels, help: help, fix: fix))
    if result.diagnostics.count >= Parser.diagnosticLimit {
      refuse(.tooManyErrors(Parser.diagnosticLimit), at: span)
    }
  }

  /// Adds a token.
  mutating func emit(_ kind: Token.Kind, _ span: SourceSpan, payload: Int = 0) {
    guard !result.isRefused || kind == .end else { return }
    result.tokens.append(
      Token(
        kind, span, payload: payload, startsLine: startsLine, hasSpaceBefore: hasSpaceBefore,
        isReported: isNextReported || kind == .invalid))
    startsLine = false
    hasSpaceBefore = false
    isNextReported = false
  }

  /// Emits a word or a sign that people try, once looked up for all its occurrences.
  mutating func emitWord(_ text: String, _ span: SourceSpan, as kind: Token.Kind) {
    let index: Int
    if let known = wordPlaces[text] {
      index = known
    } else {
      index = result.words.count
      result.words.append(LexedWord(text: text, roles: WordRoles.of(text)))
      wordPlaces[text] = index
    }
    emit(kind, span, payload: index)
  }

  /// Reads the character at a place, folded.
  func peek(_ place: Int) -> Characters.Reading { Characters.folded(bytes, at: place) }

  /// The source between two places, as written.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<Swift.max(start, end)], as: UTF8.self)
  }
}

extension Lexer {
  private mutating func lexToken() {
    let start = place
    let reading = peek(start)
    switch reading.value {
    case 0x30...0x39: lexNumber()
    case 0x22, 0x27, 0x201C, 0x300C, 0x2018: lexText(reading)
    case 0x201D, 0x300D, 0x2019: lexStrayQuote(reading)
    case 0x60: lexQuotedName(reading)
    case 0x40: lexPeriodLiteral()
    case 0: place = reading.end
    case _:
      if Characters.isIdentifierStart(reading.value) {
        lexWord()
      } else if !lexForeignComment() {
        lexSign(reading)
      }
    }
  }

  /// Lexes a name or a word; a name in backquotes is lexed beside it.
  ///
  ///     name = letter { letter | digit | "_" } | "`" { character } "`"
  private mutating func lexWord() {
    let start = place
    var end = start
    var isPlain = true
    var folded: [UInt8] = []
    while true {
      let reading = peek(end)
      guard Characters.isIdentifierPart(reading.value) else { break }
      if isPlain, reading.value >= 0x80 || bytes[end] >= 0x80 {
        if Characters.raw(bytes, at: end) != reading {
          isPlain = false
          folded = Array(bytes[start..<end])
        }
      }
      if !isPlain { Characters.append(reading.value, to: &folded) }
      end = reading.end
    }
    place = end
    let word = isPlain ? text(start, end) : String(decoding: folded, as: UTF8.self)
    emitWord(word, SourceSpan(start, end), as: .word)
  }

  private mutating func lexQuotedName(_ opening: Characters.Reading) {
    let start = place
    var end = opening.end
    while end < bytes.count {
      let reading = Characters.raw(bytes, at: end)
      if reading.value == 0x60 || Characters.isLineBreak(reading.value) { break }
      end = reading.end
    }
    let isClosed = end < bytes.count && bytes[end] == 0x60
    place = isClosed ? end + 1 : end
    let span = SourceSpan(start, place)
    if !isClosed {
      report(.unclosedName, at: SourceSpan(start, opening.end))
      emit(.invalid, span)
    } else if end == opening.end {
      report(.emptyName, at: span)
      emit(.invalid, span)
    } else {
      emitWord(text(opening.end, end), span, as: .quotedName)
    }
  }

  /// Emits a sign: the longest of the language's and of those that people try.
  private mutating func lexSign(_ reading: Characters.Reading) {
    let start = place
    if let symbol = Lexer.singles[reading.value] {
      place = reading.end
      emitSymbol(symbol, SourceSpan(start, place))
      return
    }
    for sign in Lexer.signs[reading.value] ?? [] {
      guard let end = match(sign.values, at: start) else { continue }
      place = end
      let span = SourceSpan(start, end)
      if let symbol = sign.symbol {
        emitSymbol(symbol, span)
      } else {
        emitWord(sign.text, span, as: .foreign)
      }
      return
    }
    if Characters.isUnitSign(reading.value) {
      place = reading.end
      emit(.symbol(.unitSign), SourceSpan(start, place))
    } else {
      lexUnexpected(reading)
    }
  }

  private mutating func emitSymbol(_ symbol: Symbol, _ span: SourceSpan) {
    guard let top = texts.indices.last else {
      emit(.symbol(symbol), span)
      return
    }
    if symbol == .leftBrace { texts[top].openBraces += 1 }
    if symbol == .rightBrace {
      if texts[top].openBraces == 0 {
        emit(.holeEnd, span)
        lexTextContent()
        return
      }
      texts[top].openBraces -= 1
    }
    emit(.symbol(symbol), span)
  }

  /// Reports a run of characters that no token begins with, once.
  private mutating func lexUnexpected(_ reading: Characters.Reading) {
    let start = place
    let shown = Unicode.Scalar(reading.value).map { String(Character($0)) } ?? ""
    place = reading.end
    while place < bytes.count {
      let next = peek(place)
      guard next.value >= 0x80, !Characters.isSpace(next.value),
        !Characters.isLineBreak(next.value), !Characters.isIdentifierStart(next.value),
        Lexer.signs[next.value] == nil, !Lexer.quotes.contains(next.value)
      else { break }
      place = next.end
    }
    report(
      .unexpectedCharacter(shown, Characters.notation(reading.value)),
      at: SourceSpan(start, place))
    emit(.invalid, SourceSpan(start, place))
  }

  /// Finds the end of folded characters that stand at a place; nil where they do not.
  func match(_ values: [UInt32], at start: Int) -> Int? {
    var end = start
    for value in values {
      let reading = peek(end)
      guard reading.value == value else { return nil }
      end = reading.end
    }
    return end
  }

  private static let quotes: Set<UInt32> = [0x201C, 0x201D, 0x300C, 0x300D, 0x2018, 0x2019]

  /// The signs that no longer sign begins with.
  private static let singles: [UInt32: Symbol] = [
    0x28: .leftParenthesis, 0x29: .rightParenthesis, 0x5B: .leftBracket, 0x5D: .rightBracket,
    0x7B: .leftBrace, 0x7D: .rightBrace, 0x2C: .comma, 0x3B: .semicolon, 0x2B: .plus,
    0xA5: .currency, 0xFFE5: .currency, 0x2265: .greaterOrEqual, 0x2264: .lessOrEqual,
    0x2260: .notEqual, 0x25: .percent,
  ]

  private struct Sign {
    let values: [UInt32]
    let text: String
    let symbol: Symbol?
  }

  /// Every other sign, by its first character, longest first.
  private static let signs: [UInt32: [Sign]] = {
    var signs: [UInt32: [Sign]] = [:]
    func add(_ text: String, _ symbol: Symbol?) {
      let values = text.unicodeScalars.map(\.value)
      guard let first = values.first, singles[first] == nil else { return }
      signs[first, default: []].append(Sign(values: values, text: text, symbol: symbol))
    }
    for symbol in Symbol.allCases where symbol != .unitSign { add(symbol.rawValue, symbol) }
    for sign in TriedWord.signs { add(String(decoding: sign, as: UTF8.self), nil) }
    return signs.mapValues { $0.sorted { $0.values.count > $1.values.count } }
  }()
}
