import PlanQLData

/// A sign of the language.
enum Symbol: String, Sendable, Hashable, CaseIterable {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case dot = "."
  case dots = ".."
  case pipe = "|"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case coalesce = "??"
  case percent = "%"
  /// A sign of a unit that is no letter, such as `²`.
  case unitSign = "²"
  case currency = "¥"

  /// The operator that the sign is, where it stands between two operands.
  var infix: Infix? {
    switch self {
    case .dots: .range
    case .equal: .binary(.equal)
    case .notEqual: .binary(.notEqual)
    case .less: .binary(.less)
    case .lessOrEqual: .binary(.lessOrEqual)
    case .greater: .binary(.greater)
    case .greaterOrEqual: .binary(.greaterOrEqual)
    case .plus: .binary(.add)
    case .minus: .binary(.subtract)
    case .star: .binary(.multiply)
    case .slash: .binary(.divide)
    case .coalesce: .binary(.coalesce)
    case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace,
      .rightBrace, .comma, .semicolon, .colon, .dot, .pipe, .percent, .unitSign, .currency:
      nil
    }
  }

  /// The bracket that closes this one.
  var partner: Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .rightParenthesis, .rightBracket, .rightBrace, .comma, .semicolon, .colon, .dot, .dots,
      .pipe, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus,
      .star, .slash, .coalesce, .percent, .unitSign, .currency:
      nil
    }
  }

  /// Whether the sign is a closing bracket.
  var closes: Bool { self == .rightParenthesis || self == .rightBracket || self == .rightBrace }

  /// Whether something has to follow, so that a line break does not end the statement.
  var owesOperand: Bool {
    switch self {
    case .comma, .colon, .dot, .pipe, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .plus, .minus, .slash, .coalesce, .leftParenthesis, .leftBracket,
      .leftBrace, .currency:
      true
    case .rightParenthesis, .rightBracket, .rightBrace, .semicolon, .dots, .star, .percent,
      .unitSign:
      false
    }
  }
}

/// A token: its kind, its place and what it refers to in the lexed source.
struct Token: Sendable, Hashable {
  /// What a token is.
  enum Kind: Sendable, Hashable {
    /// A name or a word of the language; `payload` is its place in `words`.
    case word
    /// A name in backquotes; `payload` is its place in `words`.
    case quotedName
    /// A sign that people try; `payload` is its place in `words`.
    case foreign
    /// `payload` is the place in `numbers`.
    case number
    /// `payload` is the place in `periods`.
    case period
    case textStart
    /// `payload` is the place in `pieces`.
    case textPiece
    case holeStart
    case holeEnd
    case textEnd
    case symbol(Symbol)
    /// Something that was reported, in the place of an operand.
    case invalid
    case end
  }

  /// What the token is.
  let kind: Kind
  /// Whether a line break stands before it.
  let startsLine: Bool
  /// Whether white space, a comment or a line break stands before it.
  let hasSpaceBefore: Bool
  /// Whether the lexer has spoken of the token, so that nothing more need be said at it: where a
  /// text is not closed, where a word is glued to a literal.
  let isReported: Bool
  /// The place of what the token refers to, in the list of its kind.
  let payload: Int32
  private let start: Int32
  private let stop: Int32

  /// Makes a token.
  init(
    _ kind: Kind, _ span: SourceSpan, payload: Int = 0, startsLine: Bool = false,
    hasSpaceBefore: Bool = false, isReported: Bool = false
  ) {
    self.kind = kind
    self.payload = Int32(truncatingIfNeeded: payload)
    self.start = Int32(truncatingIfNeeded: span.start)
    self.stop = Int32(truncatingIfNeeded: span.end)
    self.startsLine = startsLine
    self.hasSpaceBefore = hasSpaceBefore
    self.isReported = isReported
  }

  /// Where the token stands.
  var span: SourceSpan { SourceSpan(Int(start), Int(stop)) }

  /// The same token, of which the lexer has spoken.
  var reported: Token {
    Token(
      kind, span, payload: Int(payload), startsLine: startsLine, hasSpaceBefore: hasSpaceBefore,
      isReported: true)
  }
}

/// A spelling that occurs in a source, with what it may be.
struct LexedWord: Sendable {
  /// The spelling, folded.
  let text: String
  /// What the spelling may be.
  let roles: WordRoles
}

/// A source as tokens, with what the tokens refer to.
struct LexedSource: Sendable {
  /// The tokens in order; the last is always `.end`.
  var tokens: [Token] = []
  /// Each spelling once.
  var words: [LexedWord] = []
  /// The numbers in order.
  var numbers: [NumberLiteral] = []
  /// The periods in order.
  var periods: [Period] = []
  /// The plain pieces of texts, escapes resolved.
  var pieces: [String] = []
  /// The comments in order.
  var comments: [Comment] = []
  /// The language that the header names.
  var outputLanguage: Language?
  /// What was wrong with the characters.
  var diagnostics: [Diagnostic] = []
  /// What is still open at the end of the source, where more of it could close it.
  var openAtEnd: LocalizedText?
  /// Whether lexing stopped at something that no script may hold.
  var isRefused = false
}
