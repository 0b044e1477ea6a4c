/// How a text is written.
enum TextForm: Sendable, Hashable {
  /// `"…"`; `wide` where the opening quote was the full-width `＂`
  case quotes(wide: Bool)
  /// `"""…"""`
  case tripleQuotes
  /// `“…”`
  case curly
  /// `「…」`
  case corners
  /// `'…'`
  case raw(wide: Bool)
  /// `‘…’`
  case rawCurly

  /// Whether `{expr}` and escapes mean something.
  var isRaw: Bool {
    switch self {
    case .raw, .rawCurly: true
    case .quotes, .tripleQuotes, .curly, .corners: false
    }
  }

  /// Whether the text may hold line breaks.
  var spansLines: Bool {
    switch self {
    case .tripleQuotes, .curly, .corners: true
    case .quotes, .raw, .rawCurly: false
    }
  }

  /// The quote that ends the text.
  var closing: String {
    switch self {
    case .quotes: "\""
    case .tripleQuotes: "\"\"\""
    case .curly: "”"
    case .corners: "」"
    case .raw: "'"
    case .rawCurly: "’"
    }
  }

  /// Says whether a character ends the text, or begins to.
  func isClosed(by value: UInt32) -> Bool {
    switch self {
    case .quotes(let wide): value == 0x22 || (wide && value == 0xFF02)
    case .tripleQuotes: value == 0x22
    case .curly: value == 0x201D
    case .corners: value == 0x300D
    case .raw(let wide): value == 0x27 || (wide && value == 0xFF07)
    case .rawCurly: value == 0x2019
    }
  }
}

/// A text that is being lexed.
struct OpenText {
  /// A piece with its escapes resolved, and where lines of the source begin in it.
  struct Piece {
    let place: Int
    var bytes: [UInt8]
    var lineStarts: [Int]
  }

  /// How the text is written.
  let form: TextForm
  /// The opening quote.
  let opening: SourceSpan
  /// The place of its first token.
  let start: Int
  /// The plain pieces so far.
  var pieces: [Piece] = []
  /// Whether the first thing of the text was a hole.
  var startsWithHole = false
  /// Whether the last thing of the text was a hole.
  var endsWithHole = false
  /// Braces opened inside the present hole.
  var openBraces = 0
  /// The `{` of the present hole.
  var hole = SourceSpan.none
}
