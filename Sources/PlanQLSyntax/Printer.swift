package import PlanQLData

/// Prints a script in its canonical layout, in one spelling or as it was written.
///
/// Parsing what was printed gives the same tree, places aside, and printing that gives the same
/// text. Comments stay where they stood, at most one empty line is kept between statements, and
/// brackets are those of the tree.
///
/// A pipeline of more than two stages, or one too wide for its line, goes one stage a line; what is
/// still too wide breaks at its items, then at its operators.
package struct Printer {
  /// The columns that a line should not pass.
  package static let width = 88

  /// The source that the tree was parsed from: its spans tell how words were spelt.
  let source: [UInt8]
  /// The spelling asked for; nil for that of the source.
  let spelling: Language?
  /// Gives what a name means; nil leaves the name as it is.
  private let names: (Identifier) -> NameMeaning?
  /// The comments that are still to be printed, in order.
  private var comments: ArraySlice<Comment>

  private init(
    _ comments: [Comment], source: [UInt8], spelling: Language?,
    names: @escaping (Identifier) -> NameMeaning?
  ) {
    self.source = source
    self.spelling = spelling
    self.names = names
    self.comments = comments[...]
  }

  /// Prints a script that was parsed from `source`.
  ///
  /// What was reported as an error may be printed otherwise than it stood, so only a script without
  /// errors should take the place of its source.
  ///
  /// The words of the language are put into `spelling`, or stay as written where it is nil. Names
  /// are spelt as `names` says, which is asked for every name but labels and declarations; it gives
  /// nil for the script's own.
  package static func text(
    _ script: Script, source: [UInt8], spelling: Language? = nil, width: Int = width,
    names: @escaping (Identifier) -> NameMeaning? = { _ in nil }
  ) -> String {
    var printer = Printer(script.comments, source: source, spelling: spelling, names: names)
    return printer.layout(script).rendered(width: width)
  }

  /// Prints an expression that was parsed from `source` on one line, without comments.
  package static func line(
    _ expression: Expression, source: [UInt8], spelling: Language? = nil,
    names: @escaping (Identifier) -> NameMeaning? = { _ in nil }
  ) -> String {
    var printer = Printer([], source: source, spelling: spelling, names: names)
    printer.isOnOneLine = true
    return printer.layout(expression).flattened
  }

  /// Whether texts over several lines are written on one, as inside a hole.
  var isOnOneLine = false
  /// Where an operand begins behind a word that may be a name: `缺失` would be a test of that name
  /// there, so the missing value is spelt in English.
  private var ambiguousPlace = -1
}

extension Printer {
  /// The language that a word is printed in: the one asked for, else that of the word at a place of
  /// the source, where blanks, commas, brackets and comments before it do not count.
  func language(at offset: Int) -> Language {
    if let spelling { return spelling }
    let start = skippingBlanks(from: offset, alsoOver: [0x2C, 0x28])
    return Characters.folded(source, at: start).value < 0x80 ? .en : .zh
  }

  /// The first place at or after an offset where no white space, comment or one of some signs
  /// stands.
  func skippingBlanks(from offset: Int, alsoOver signs: [UInt32]) -> Int {
    var place = Swift.max(0, offset)
    while place < source.count {
      let reading = Characters.folded(source, at: place)
      if reading.value == 0x23 {
        while place < source.count, !isLineBreak(at: place) { place += 1 }
      } else if Characters.isSpace(reading.value) || Characters.isLineBreak(reading.value)
        || signs.contains(reading.value)
      {
        place = reading.end
      } else {
        return place
      }
    }
    return place
  }

  private func isLineBreak(at place: Int) -> Bool {
    Characters.isLineBreak(Characters.raw(source, at: place).value)
  }

  /// The end of the word that follows an offset.
  func endOfWord(after offset: Int) -> Int {
    var place = skippingBlanks(from: offset, alsoOver: [])
    while place < source.count {
      let reading = Characters.folded(source, at: place)
      guard Characters.isIdentifierPart(reading.value) else { break }
      place = reading.end
    }
    return place
  }

  /// A word of the language that stands at a place of the source.
  func word(_ word: Word, at offset: Int) -> String { word.name[language(at: offset)] }

  /// The source of a span, for what could not be parsed.
  func sourceText(_ span: SourceSpan) -> String {
    let end = Swift.min(Swift.max(span.end, 0), source.count)
    return String(decoding: source[Swift.min(Swift.max(span.start, 0), end)..<end], as: UTF8.self)
  }
}

extension Printer {
  /// An expression behind a word that may be a name, as a statement's or a clause's, or at the
  /// start of a line.
  mutating func operandOfWord(_ expression: Expression) -> Layout {
    followsWord(expression.span)
    return layout(expression)
  }

  /// Says that what begins at a span stands behind a word that may be a name.
  mutating func followsWord(_ span: SourceSpan?) { ambiguousPlace = span?.start ?? -1 }

  /// The missing value.
  func missing(at place: Int) -> String {
    let name = LiteralWord.missing.word.name
    return place == ambiguousPlace ? name.en : name[language(at: place)]
  }
}

extension Printer {
  /// A name that means something, in the spelling asked for.
  func reference(_ name: Identifier, mayBeSpecial: Bool = false) -> String {
    guard let spelling else { return declaration(name) }
    if let known = names(name) {
      let text = translated(name, known.name[spelling])
      return known.hiddenIn.contains(spelling) ? declaration(name) : text
    }
    if mayBeSpecial, !name.isQuoted, let special = SpecialName(text: name.text) {
      return special.word.name[spelling]
    }
    return declaration(name)
  }

  /// A name that the script itself gives, as written.
  func declaration(_ name: Identifier) -> String {
    name.isQuoted ? "`\(name.text)`" : name.text
  }

  private func translated(_ name: Identifier, _ text: String) -> String {
    text == name.text ? declaration(name) : Printer.written(text)
  }

  /// A name as it must be written: with backquotes where it would be read as something else.
  package static func written(_ text: String) -> String {
    let roles = WordRoles.of(text)
    let isReserved =
      switch roles.prefix {
      case .not, .if, .case: true
      case .then, .else, nil: roles.literal != nil
      }
    return isReserved || !isPlainName(text) ? "`\(text)`" : text
  }

  /// Whether a text is a name without backquotes.
  package static func isPlainName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    guard let first = scalars.first, Characters.isIdentifierStart(first) else { return false }
    return scalars.allSatisfy {
      Characters.isIdentifierPart($0) && Characters.twin($0) == $0 && !Characters.isZeroWidth($0)
    }
  }

  /// Lays out the name of a type.
  func layout(_ type: TypeName) -> Layout {
    let name: String
    if let spelling, !type.name.isQuoted, let word = TypeWord(text: type.name.text) {
      name = word.word.name[spelling]
    } else {
      name = reference(type.name)
    }
    return .text(type.isList ? "[\(name)]" : name)
  }
}

extension Printer {
  /// Takes the comments that stand before an offset, each on a line of its own.
  mutating func takeComments(before offset: Int) -> [Layout] {
    let taken = comments.prefix { $0.span.start < offset }
    comments = comments.dropFirst(taken.count)
    return taken.flatMap { [Layout.comment($0.text), .hardLine] }
  }

  /// Takes the comment that follows an offset on its line, with only blanks, commas and semicolons
  /// between.
  mutating func takeTrailingComment(after offset: Int) -> Layout {
    guard let comment = comments.first, !comment.standsAlone, comment.span.start >= offset else {
      return .empty
    }
    var place = offset
    while place < comment.span.start {
      let reading = Characters.folded(source, at: place)
      guard Characters.isSpace(reading.value) || reading.value == 0x2C || reading.value == 0x3B
      else { return .empty }
      place = reading.end
    }
    comments = comments.dropFirst()
    return .comment(comment.text)
  }

  /// The next comment, where it stands before an offset.
  func nextComment(before offset: Int) -> Comment? {
    comments.first.flatMap { $0.span.start < offset ? $0 : nil }
  }

  /// Leaves out the next comment, which was printed.
  mutating func dropComment() { comments = comments.dropFirst() }

  /// Elements with commas between, each with the comments before it and behind its comma.
  mutating func list<Element>(
    _ elements: [Element], endsWithComma: Bool = false, span: (Element) -> SourceSpan,
    _ layout: (inout Printer, Element) -> Layout
  ) -> Layout {
    var parts: [Layout] = []
    for (index, element) in elements.enumerated() {
      let isLast = index == elements.count - 1
      let place = span(element)
      let before = takeComments(before: place.start)
      let body = layout(&self, element)
      parts += before + takeComments(before: place.end)
      parts.append(body)
      parts.append(isLast ? (endsWithComma ? .whenBroken(",") : .empty) : .text(","))
      parts.append(takeTrailingComment(after: place.end))
      if !isLast { parts.append(.line) }
    }
    return .sequence(parts)
  }
}
