/// Where something stands in a document: line and character, counted from 1.
struct DocumentPlace: Sendable, Hashable {
  var line: Int
  var column: Int

  static let start = DocumentPlace(line: 1, column: 1)
}

/// One step through a document of nested values, as JSON and YAML are.
struct DocumentToken {
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
  let place: DocumentPlace
}

/// A document that is gone through token by token, each value once.
protocol DocumentTokens {
  /// The next token; throws at the first place where the document is not well formed.
  mutating func next() throws(DocumentProblem) -> DocumentToken

  /// Calls `body` with the text of the token that was given last: of a key, a text or a number.
  func withText<Result>(_ body: (CellBytes) -> Result) -> Result
}

/// A document that cannot be read on, and where.
struct DocumentProblem: Error {
  let message: LoadMessage
  let place: DocumentPlace?
}

extension DocumentTokens {
  /// The text of the token that was given last.
  var text: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// Goes past the value that a token begins.
  mutating func skip(_ token: DocumentToken) throws(DocumentProblem) {
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

/// A value of a document with all that is in it.
struct DocumentNode: Sendable {
  enum Content: Sendable {
    /// A text, a number, or nothing at all as the empty text.
    case scalar(String)
    case list([DocumentNode])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let place: DocumentPlace
    let value: DocumentNode
  }

  let content: Content
  let place: DocumentPlace

  /// Reads the value that a token begins.
  init(
    _ token: DocumentToken, of tokens: inout some DocumentTokens
  ) throws(DocumentProblem) {
    self.place = token.place
    switch token.kind {
    case .beginMapping:
      var entries: [Entry] = []
      var known: Set<String> = []
      while case let key = try tokens.next(), key.kind == .key {
        let name = tokens.text
        guard known.insert(name).inserted else {
          throw DocumentProblem(message: .repeatedKey(name), place: key.place)
        }
        let value = try DocumentNode(tokens.next(), of: &tokens)
        entries.append(Entry(key: name, place: key.place, value: value))
      }
      self.content = .mapping(entries)
    case .beginList:
      var elements: [DocumentNode] = []
      while case let element = try tokens.next(), element.kind != .endList {
        elements.append(try DocumentNode(element, of: &tokens))
      }
      self.content = .list(elements)
    case .text, .number: self.content = .scalar(tokens.text)
    case .key, .endMapping, .endList, .null, .end: self.content = .scalar("")
    }
  }

  init(mapping entries: [Entry], place: DocumentPlace) {
    self.content = .mapping(entries)
    self.place = place
  }

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var list: [DocumentNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
}
