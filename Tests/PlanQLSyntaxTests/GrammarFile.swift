import Foundation

/// The grammar file, read.
struct GrammarFile: Sendable {
  indirect enum Term: Sendable {
    case terminal(String)
    case production(String)
    /// `? … ?`
    case special
    case optional(Term)
    case repeated(Term)
    case sequence([Term])
    case alternatives([Term])
  }

  struct Production: Sendable {
    let name: String
    /// The production with single spaces.
    let text: String
    let term: Term
    /// Whether it stands among the tokens, between whose parts nothing may stand.
    let isToken: Bool
  }

  let productions: [Production]

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let standard: GrammarFile = {
    let text = try? String(
      contentsOf: root.appending(path: "Grammar/PlanQL.ebnf"), encoding: .utf8)
    return GrammarFile(text ?? "")
  }()

  init(_ text: String) {
    var productions: [Production] = []
    var isInTokens = false
    for block in text.split(separator: "(*").map({ $0.split(separator: "*)", maxSplits: 1) }) {
      if block.first?.hasPrefix(" Tokens") == true { isInTokens = true }
      guard block.count == 2 else { continue }
      for text in GrammarFile.productionTexts(of: String(block[1])) {
        var parser = TermParser(text)
        productions.append(
          Production(
            name: parser.name, text: text, term: parser.parseAlternatives(), isToken: isInTokens))
      }
    }
    self.productions = productions
  }

  /// The productions in lines of text, each with single spaces; lines that begin with none go on
  /// with the last.
  static func productionTexts(of text: String) -> [String] {
    var texts: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let first = words.first else { continue }
      let isStart =
        words.count > 1 && words[1] == "=" && first.allSatisfy { $0.isLowercase || $0 == "-" }
      if isStart || texts.isEmpty {
        texts.append(words.joined(separator: " "))
      } else {
        texts[texts.count - 1] += " " + words.joined(separator: " ")
      }
    }
    return texts
  }

  subscript(name: String) -> Production? { productions.first { $0.name == name } }
}

/// Reads one production.
private struct TermParser {
  private var words: [String] = []
  private var index = 0
  let name: String

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "\"" || first == "'" || first == "?" {
        // Three quotes in single ones are one terminal, so a terminal ends at its own quote before
        // a space.
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex {
          let next = rest.index(after: end)
          if rest[end] == first, next == rest.endIndex || rest[next] == " " { break }
          end = next
        }
        words.append(String(rest[..<end]) + String(first))
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      } else {
        let word = rest.prefix { $0 != " " }
        words.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
    name = words.first ?? ""
    index = 2
  }

  mutating func parseAlternatives() -> GrammarFile.Term {
    var alternatives = [parseSequence()]
    while index < words.count, words[index] == "|" {
      index += 1
      alternatives.append(parseSequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() -> GrammarFile.Term {
    var terms: [GrammarFile.Term] = []
    while index < words.count, !["|", ")", "]", "}"].contains(words[index]) {
      let word = words[index]
      index += 1
      switch word {
      case "(", "[", "{":
        let inner = parseAlternatives()
        index += 1
        terms.append(word == "(" ? inner : word == "[" ? .optional(inner) : .repeated(inner))
      case _ where word.hasPrefix("\"") || word.hasPrefix("'"):
        terms.append(.terminal(String(word.dropFirst().dropLast())))
      case _ where word.hasPrefix("?"): terms.append(.special)
      case _: terms.append(.production(word))
      }
    }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }
}

extension GrammarFile.Term {
  /// Everything in the term that is no bracket.
  var leaves: [GrammarFile.Term] {
    switch self {
    case .terminal, .production, .special: [self]
    case .optional(let inner), .repeated(let inner): inner.leaves
    case .sequence(let terms), .alternatives(let terms): terms.flatMap(\.leaves)
    }
  }

  var terminals: [String] {
    leaves.compactMap { if case .terminal(let text) = $0 { text } else { nil } }
  }

  var names: [String] {
    leaves.compactMap { if case .production(let name) = $0 { name } else { nil } }
  }

  var isSpecial: Bool { if case .special = self { true } else { false } }
}
