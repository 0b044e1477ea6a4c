/// Where something stands in a document: line and character, counted from 1.
struct TreePlace: Sendable, Hashable {
  var line: Int
  var column: Int

  static let start = TreePlace(line: 1, column: 1)
}

/// One step through a document of nested values, as JSON and YAML are.
struct TreeToken {
  enum Kind {
    case beginMapping, endMapping, beginList, endList
    /// The name of an entry of a mapping; its value follows.
    case key
    /// A text, also the words true and false.
    case text
    case number
    case null
    /// Past the last value.
    case end
  }

  let kind: Kind
  let place: TreePlace
}

/// A document that is gone through token by token, each value once.
protocol TreeTokens {
  /// The next token; throws at the first place where the document is not well formed.
  mutating func next() throws(TreeProblem) -> TreeToken

  /// Calls `body` with the text of the token that was given last: of a key, a text or a number.
  func withText<Result>(_ body: (CellBytes) -> Result) -> Result
}

/// A document that cannot be read on, and where.
struct TreeProblem: Error {
  let message: LoadMessage
  let place: TreePlace?
}

extension TreeTokens {
  /// The text of the token that was given last.
  var text: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// Goes past the value that a token begins.
  mutating func skip(_ token: TreeToken) throws(TreeProblem) {
    var depth = 0
    var token = token
    while true {
      switch token.kind {
      case .beginMapping, .beginList: depth += 1
      case .endMapping, .endList: depth -= 1
      case .key, .text, .number, .null, .end: break
      }
      if depth <= 0 { return }
      token = try next()
    }
  }
}
