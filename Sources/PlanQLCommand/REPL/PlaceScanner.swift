import PlanQLSyntax

/// Reads the text before the cursor loosely: words, signs, texts with holes, brackets.
struct PlaceScanner {
  /// A name or word, a sign, or a finished value: a number, a text, a bracket with all in it.
  enum Kind: Equatable {
    case word, sign, value
  }

  /// A piece of the text with its place.
  struct Token {
    let kind: Kind
    let text: String
    let start: String.Index
    let end: String.Index
    let startsLine: Bool
  }

  /// A bracket, or a hole of a text, that is still open.
  struct Opening {
    let tokenCount: Int
    /// The sign that ends the text around a hole; nil for a bracket.
    let textEnd: String?
  }

  let text: String
  var index: String.Index
  var tokens: [Token] = []
  var openings: [Opening] = []
  /// The text literal that the cursor stands in: where it begins and how it ends.
  var openText: (start: String.Index, end: String)?
  var isInComment = false
  private var startsLine = true

  /// Begins at the start of a text.
  init(_ text: String) {
    self.text = text
    self.index = text.startIndex
  }

  /// Reads to the end, or to the start of a text that is not closed.
  mutating func scan() {
    while index < text.endIndex, openText == nil {
      let character = text[index]
      if character.isNewline {
        startsLine = true
        advance()
      } else if character.isWhitespace {
        advance()
      } else if character == "#" {
        skipComment()
      } else if let end = PlaceScanner.partners[character] {
        scanText(opening: character, end: end)
      } else if character.isLetter || character == "_" || character == "`" {
        scanWord()
      } else if character.isNumber {
        scanNumber()
      } else {
        scanSign(character)
      }
    }
  }

  private mutating func advance() { index = text.index(after: index) }

  private mutating func skipComment() {
    index = text[index...].firstIndex(where: \.isNewline) ?? text.endIndex
    isInComment = index == text.endIndex
  }

  private mutating func add(_ kind: Kind, from start: String.Index, _ word: String? = nil) {
    tokens.append(
      Token(
        kind: kind, text: word ?? String(text[start..<index]), start: start, end: index,
        startsLine: startsLine))
    startsLine = false
  }

  private mutating func scanWord() {
    let start = index
    if text[index] == "`" {
      advance()
      index = text[index...].firstIndex(of: "`").map { text.index(after: $0) } ?? text.endIndex
    } else {
      index = text[index...].firstIndex { !PlaceScanner.continuesName($0) } ?? text.endIndex
    }
    add(.word, from: start)
  }

  private mutating func scanNumber() {
    let start = index
    while index < text.endIndex {
      let next = text.index(after: index)
      let isPoint = text[index] == "." && next < text.endIndex && text[next].isNumber
      guard isPoint || text[index] == "%" || PlaceScanner.continuesName(text[index]) else { break }
      index = next
    }
    add(.value, from: start)
  }

  private mutating func scanSign(_ character: Character) {
    let start = index
    advance()
    let sign = PlaceScanner.folded[character] ?? character
    if sign == ".", index < text.endIndex, (PlaceScanner.folded[text[index]] ?? text[index]) == "."
    {
      advance()
      return add(.sign, from: start, "..")
    }
    if "<>!".contains(sign), index < text.endIndex, text[index] == "=" {
      advance()
      return add(.sign, from: start, "\(sign)=")
    }
    add(.sign, from: start, String(sign))
    if "([{".contains(sign) {
      openings.append(Opening(tokenCount: tokens.count, textEnd: nil))
    } else if ")]}".contains(sign), let opening = openings.popLast() {
      tokens.removeSubrange(opening.tokenCount...)
      if let end = opening.textEnd {
        tokens.removeLast()
        finishText(end: end, start: start)
      } else {
        tokens.append(Token(kind: .value, text: "", start: start, end: index, startsLine: false))
      }
    }
  }

  private mutating func scanText(opening: Character, end: Character) {
    let start = index
    let isLong = text[index...].hasPrefix("\"\"\"")
    index = text.index(index, offsetBy: isLong ? 3 : 1)
    finishText(end: isLong ? "\"\"\"" : String(end), start: start)
  }

  /// Reads a text up to its end, or to a hole in it.
  private mutating func finishText(end: String, start: String.Index) {
    let hasHoles = end != "'" && end != "’"
    let contentStart = index
    while index < text.endIndex {
      if text[index...].hasPrefix(end) {
        index = text.index(index, offsetBy: end.count)
        return add(.value, from: start, "")
      }
      if hasHoles, text[index] == "{" {
        advance()
        add(.sign, from: start, "{")
        openings.append(Opening(tokenCount: tokens.count, textEnd: end))
        return
      }
      if hasHoles, text[index] == "\\" { advance() }
      if index < text.endIndex { advance() }
    }
    openText = (contentStart, end)
  }

  private static func continuesName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static let partners: [Character: Character] = [
    "\"": "\"", "“": "”", "「": "」", "'": "'", "‘": "’",
  ]

  private static let folded: [Character: Character] = [
    "｜": "|", "（": "(", "）": ")", "［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}",
    "，": ",", "、": ",", "：": ":", "；": ";", "。": ".", "．": ".", "＝": "=", "＜": "<", "＞": ">",
    "《": "<", "》": ">", "！": "!", "＋": "+", "－": "-", "＊": "*", "／": "/",
  ]
}
