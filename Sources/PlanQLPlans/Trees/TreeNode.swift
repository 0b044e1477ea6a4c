/// A value of a document with all that is in it.
struct TreeNode: Sendable {
  enum Content: Sendable {
    /// A text, a number, or nothing at all as the empty text.
    case scalar(String)
    case list([TreeNode])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let place: TreePlace
    let value: TreeNode
  }

  let content: Content
  let place: TreePlace

  /// Reads the value that a token begins.
  init(
    _ token: TreeToken, of tokens: inout some TreeTokens
  ) throws(TreeProblem) {
    self.place = token.place
    switch token.kind {
    case .beginMapping:
      var entries: [Entry] = []
      var known: Set<String> = []
      while case let key = try tokens.next(), key.kind == .key {
        let name = tokens.text
        guard known.insert(name).inserted else {
          throw TreeProblem(message: .repeatedKey(name), place: key.place)
        }
        let value = try TreeNode(tokens.next(), of: &tokens)
        entries.append(Entry(key: name, place: key.place, value: value))
      }
      self.content = .mapping(entries)
    case .beginList:
      var elements: [TreeNode] = []
      while case let element = try tokens.next(), element.kind != .endList {
        elements.append(try TreeNode(element, of: &tokens))
      }
      self.content = .list(elements)
    case .text, .number: self.content = .scalar(tokens.text)
    case .key, .endMapping, .endList, .null, .end: self.content = .scalar("")
    }
  }

  init(content: Content, place: TreePlace) {
    self.content = content
    self.place = place
  }

  init(mapping entries: [Entry], place: TreePlace) {
    self.content = .mapping(entries)
    self.place = place
  }

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var list: [TreeNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  var mapping: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
}
