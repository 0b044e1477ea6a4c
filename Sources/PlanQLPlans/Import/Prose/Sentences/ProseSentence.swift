/// A sentence of a paragraph, with where it stands.
struct ProseSentence: Sendable {
  let text: FoldedText
  /// The place of its first scalar in its paragraph.
  let start: Int
  let line: Int
  /// The paragraph's place among those of the document.
  let paragraph: Int
  /// The heading that it stands under.
  let heading: FoldedText?
  /// Whether it goes on with what a semicolon or the sign of a list ends.
  let goesOn: Bool

  /// The sentences of a paragraph: a semicolon or a sign of a list parts them as a full stop does.
  static func all(
    of paragraph: ProseText, at place: Int, heading: FoldedText?
  ) -> [ProseSentence] {
    var sentences: [ProseSentence] = []
    var start = 0
    var goesOn = false
    let scalars = paragraph.text.scalars
    func add(_ end: Int) {
      let whole = paragraph.text.part(start..<end)
      // A bracket that a full stop ended within is closed by nothing of the next sentence.
      let blanks = whole.scalars.prefix { isBlank($0) || $0 == ")" }.count
      let text = whole.dropFirst(blanks).trimmed(isBlank)
      guard !text.isEmpty else { return }
      sentences.append(
        ProseSentence(
          text: text, start: start + blanks, line: paragraph.line(at: start + blanks),
          paragraph: place, heading: heading, goesOn: goesOn))
    }
    for (place, scalar) in scalars.enumerated() {
      if "。;!?".unicodeScalars.contains(scalar) {
        add(place)
        start = place + 1
        goesOn = scalar == ";"
      } else if isListSign(scalar),
        scalars.indices.contains(place + 1) ? scalars[place + 1] != "月" : true
      {
        add(place)
        start = place + 1
        goesOn = true
      }
    }
    add(scalars.count)
    return sentences
  }

  /// A circled number or a bullet.
  static func isListSign(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x2473).contains(scalar.value) || "●■◆▲★•◎".unicodeScalars.contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    " |".unicodeScalars.contains(scalar)
  }
}

/// A part of a sentence between commas.
struct SentenceClause: Sendable {
  let text: FoldedText
  /// The place of its first scalar in the sentence.
  let start: Int

  /// The parts of a sentence between the commas and colons that stand in no bracket and amid no
  /// number.
  static func all(in text: FoldedText, at signs: String = ",:") -> [SentenceClause] {
    var clauses: [SentenceClause] = []
    var start = 0
    var depth = 0
    let scalars = text.scalars
    let isBalanced = text.hasBalancedBrackets
    func add(_ end: Int) {
      let whole = text.part(start..<end)
      let blanks = whole.scalars.prefix { $0 == " " }.count
      let plain = whole.trimmed()
      if !plain.isEmpty { clauses.append(SentenceClause(text: plain, start: start + blanks)) }
    }
    for (place, scalar) in scalars.enumerated() {
      if isBalanced, scalar == "(" { depth += 1 }
      if isBalanced, scalar == ")" { depth -= 1 }
      guard depth == 0, signs.unicodeScalars.contains(scalar) else { continue }
      let isAmidNumber =
        place > 0 && place + 1 < scalars.count && FoldedText.isDigit(scalars[place - 1])
        && FoldedText.isDigit(scalars[place + 1])
        && (scalar == ":" || scalar == "," && Quantity.groupsThousands(scalars, at: place))
      if isAmidNumber { continue }
      add(place)
      start = place + 1
    }
    add(scalars.count)
    return clauses
  }
}

extension Quantity {
  /// Whether a comma between digits parts thousands: exactly three digits follow.
  fileprivate static func groupsThousands(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    scalars[(place + 1)...].prefix(while: FoldedText.isDigit).count == 3
  }
}
