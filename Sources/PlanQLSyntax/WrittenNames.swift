/// The words of a source that may be names, found without a parse.
package enum WrittenNames {
  /// A word and where it stands, with its backquotes if it has them.
  package struct Place: Sendable, Hashable {
    package let name: String
    package let span: SourceSpan
  }

  /// Gives every word outside of texts and comments, and those in the holes of texts, in order.
  package static func places(in source: [UInt8]) -> [Place] {
    let lexed = Lexer.lex(source, limits: .standard)
    return lexed.tokens.compactMap { token in
      guard token.kind == .word || token.kind == .quotedName else { return nil }
      let place = Int(token.payload)
      guard lexed.words.indices.contains(place) else { return nil }
      return Place(name: lexed.words[place].text, span: token.span)
    }
  }
}
