package import PlanQLData

/// What a source may be, so that none takes long or breaks the stack.
package struct ParseLimits: Sendable, Hashable {
  /// The bytes of a source.
  package var sourceBytes: Int
  /// The levels of nesting, and the height of any tree.
  package var depth: Int

  /// Makes limits; those not named are standard.
  package init(sourceBytes: Int = 4 << 20, depth: Int = 200) {
    self.sourceBytes = sourceBytes
    self.depth = depth
  }

  /// The limits for scripts that people write.
  package static let standard = ParseLimits()
}

/// A script as read, with what is wrong with it.
package struct ParseResult: Sendable {
  /// The tree, with invalid nodes where something was reported.
  package let script: Script
  /// In the order of the source.
  package let diagnostics: [Diagnostic]
  /// What more input could still close or complete, where nothing else is wrong.
  package let openAtEnd: LocalizedText?
  /// The places whose tree is a guess, since something in them was reported that fits nowhere.
  let doubtful: [SourceSpan]

  /// Whether the script cannot be run.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds what a checker says of the tree, in the order of the source, but for what it says of
  /// places that could not be read: one cause, one diagnostic.
  package func diagnostics(with checked: [Diagnostic]) -> [Diagnostic] {
    let kept = checked.filter { diagnostic in
      if hasErrors, diagnostic.severity != .error { return false }
      return !doubtful.contains {
        $0.start <= diagnostic.span.start && diagnostic.span.end <= $0.end
      }
    }
    let all = (diagnostics + kept).enumerated()
    return all.sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }.map(\.element)
  }
}

/// Reads tokens as a script by recursive descent. It never fails: what cannot be read is reported
/// once and becomes an invalid node.
package struct Parser {
  /// The text that is parsed.
  let source: [UInt8]
  /// Where it begins: other texts may stand before it.
  let sourceStart: Int
  /// Its tokens.
  let lexed: LexedSource
  /// What the source may be.
  let limits: ParseLimits
  /// The present token.
  var index = 0
  /// The first token of the present statement.
  var statementStart = 0
  /// What was reported so far, the lexer's reports left aside.
  var diagnostics: [Diagnostic] = []
  /// The brackets around the current token, outermost first; inside of them a line break means
  /// nothing.
  var openings: [SourceSpan] = []
  /// How many blocks of statements are open around the current token.
  var blockDepth = 0
  /// Whether a block follows what is being parsed, so that `{` ends it.
  var isBeforeBlock = false
  /// The places whose tree is a guess.
  var doubtful: [SourceSpan] = []
  /// The operands being parsed around the current token.
  var depth = 0
  /// Whether a limit was met; nothing is read or reported after it.
  private(set) var isStopped = false
  private var reportedToken = -1
  private var openAtEnd: LocalizedText?

  /// No more diagnostics than this are kept for a source.
  package static let diagnosticLimit = 100

  /// Lexes a source and stands at its first token.
  init(
    _ source: [UInt8], from start: Int = 0, limits: ParseLimits, units: UnitTable = .standard
  ) {
    self.source = source
    self.sourceStart = start
    self.limits = limits
    self.lexed = Lexer.lex(source, from: start, limits: limits, units: units)
    self.openAtEnd = lexed.openAtEnd
  }

  /// Parses a source; `continuing` lets it begin with `|`, going on from the table called `_`.
  package static func parse(
    _ source: String, limits: ParseLimits = .standard, continuing: Bool = false,
    units: UnitTable = .standard
  ) -> ParseResult {
    parse(Array(source.utf8), limits: limits, continuing: continuing, units: units)
  }

  /// Parses a source as it was read, which may be no valid UTF-8, from a place to its end.
  package static func parse(
    _ source: [UInt8], from start: Int = 0, limits: ParseLimits = .standard,
    continuing: Bool = false, units: UnitTable = .standard
  ) -> ParseResult {
    var parser = Parser(source, from: start, limits: limits, units: units)
    let statements = parser.parseStatements(continuing: continuing)
    return parser.result(statements)
  }

  private func result(_ statements: [Statement]) -> ParseResult {
    let found = (lexed.diagnostics + diagnostics).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    let errors = found.count { $0.element.severity == .error }
    let script = Script(
      outputLanguage: lexed.outputLanguage, statements: statements, comments: lexed.comments,
      span: SourceSpan(sourceStart, source.count))
    return ParseResult(
      script: script, diagnostics: found.map(\.element), openAtEnd: errors == 1 ? openAtEnd : nil,
      doubtful: doubtful)
  }
}

extension Parser {
  /// The present token.
  var current: Token { lexed.tokens[index] }

  /// Where the token before the present one ends.
  var previousEnd: Int { index > 0 ? lexed.tokens[index - 1].span.end : 0 }

  /// The token that many places on; the end of the source past the last.
  func token(_ offset: Int) -> Token {
    lexed.tokens[Swift.min(index + offset, lexed.tokens.count - 1)]
  }

  /// Moves to the next token; the last is never left.
  mutating func advance() {
    if index < lexed.tokens.count - 1 { index += 1 }
  }

  /// Whether the present token is a sign.
  func at(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }

  /// Takes a sign where it stands.
  mutating func eat(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  /// What the spelling of a token may be.
  func roles(_ offset: Int = 0) -> WordRoles {
    let token = token(offset)
    switch token.kind {
    case .word, .foreign: return lexed.words[Int(token.payload)].roles
    case .symbol(.percent): return WordRoles.of("%")
    case .symbol, .quotedName, .number, .period, .textStart, .textPiece, .holeStart, .holeEnd,
      .textEnd, .invalid, .end:
      return .none
    }
  }

  /// The name or word that a token spells.
  func spelling(_ offset: Int = 0) -> String {
    let token = token(offset)
    switch token.kind {
    case .word, .foreign, .quotedName: return lexed.words[Int(token.payload)].text
    case .symbol, .number, .period, .textStart, .textPiece, .holeStart, .holeEnd, .textEnd,
      .invalid, .end:
      return ""
    }
  }

  /// The source of a span, as written.
  func text(_ span: SourceSpan) -> String {
    let end = Swift.min(span.end, source.count)
    return String(decoding: source[Swift.min(span.start, end)..<end], as: UTF8.self)
  }

  /// Takes a name; nil where the token is none.
  mutating func eatName() -> Identifier? {
    let token = current
    guard token.kind == .word || token.kind == .quotedName else { return nil }
    let name = Identifier(
      text: spelling(), isQuoted: token.kind == .quotedName, span: token.span)
    advance()
    return name
  }

  /// Makes a node; one that is too tall stops the parser.
  mutating func node(_ kind: Expression.Kind, _ span: SourceSpan) -> Expression {
    let node = Expression(kind, span)
    guard node.height > limits.depth else { return node }
    stop(.tooDeep(limit: limits.depth), at: current.span)
    return .invalid(span)
  }

  /// Reports that a limit was met, and reads nothing more.
  mutating func stop(_ message: Message, at span: SourceSpan) {
    guard !isStopped else { return }
    diagnostics.append(Diagnostic(message, at: span))
    isStopped = true
    index = lexed.tokens.count - 1
    openings = []
  }

  /// Reports something that was met at the present token; a second report at the same token says
  /// nothing new and is dropped. `mayContinue` says that more input could mend it.
  mutating func report(
    _ message: Message, at span: SourceSpan, labels: [Diagnostic.Label] = [],
    help: LocalizedText? = nil, fix: Diagnostic.Fix? = nil, mayContinue: Bool = false
  ) {
    guard !isStopped, !isReported else { return }
    let isFirst = lexed.diagnostics.isEmpty && diagnostics.isEmpty
    if current.kind == .end, isFirst, mayContinue || !openings.isEmpty {
      openAtEnd = openings.last.map { Message.unclosedBracket(text($0)).text } ?? message.text
    }
    reportedToken = index
    diagnostics.append(Diagnostic(message, at: span, labels: labels, help: help, fix: fix))
    if diagnostics.count >= Parser.diagnosticLimit {
      stop(.tooManyErrors(Parser.diagnosticLimit), at: current.span)
    }
  }

  /// Whether the present token was spoken of already, by the parser or by the lexer.
  var isReported: Bool {
    index == reportedToken || lexed.isRefused || current.isReported
  }

  /// Lets nothing more be said at the present token.
  mutating func markReported() { reportedToken = index }
}
