extension Character {
  /// The columns that the character takes on a terminal: 0, 1 or 2.
  ///
  /// A grapheme cluster is at most two columns wide: a Chinese character, an emoji with all that is
  /// joined to it, a conjunct. Characters of ambiguous width, as `…` and `“`, take one. Control
  /// characters take none; who shows them escapes them first.
  package var displayWidth: Int {
    if let byte = asciiValue { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
    var width = 0
    var isEmojiBase = false
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F, width == 1, isEmojiBase { return 2 }
      var columns = scalar.displayWidth
      if columns == 0, width > 0, scalar.properties.generalCategory == .spacingMark { columns = 1 }
      if columns > 0, width == 0 { isEmojiBase = scalar.properties.isEmoji }
      width += columns
      if width >= 2 { return 2 }
    }
    return width
  }
}

extension Unicode.Scalar {
  /// The columns that the scalar takes by itself.
  package var displayWidth: Int {
    switch value {
    case 0x20..<0x7F, 0xA0..<0x300: 1
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4: 2
    case _:
      if DisplayWidthTable.contains(value, in: DisplayWidthTable.wide) {
        2
      } else {
        DisplayWidthTable.contains(value, in: DisplayWidthTable.zero) ? 0 : 1
      }
    }
  }
}

extension DisplayWidthTable {
  /// Says whether a scalar lies in one of the runs.
  fileprivate static func contains(_ value: UInt32, in runs: [UInt32]) -> Bool {
    var low = 0
    var high = runs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > runs[2 * middle + 1] {
        low = middle + 1
      } else if value < runs[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

/// The side of a column of text that its lines are flush with.
package enum TextAlignment: Sendable, Hashable {
  case left, right, center
}

extension StringProtocol {
  /// The columns that the text takes on a terminal, counted by grapheme cluster.
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: width += 1
      // Chinese characters and punctuation and full-width forms never join others in a cluster.
      case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0x3001..<0x3021, 0xFF01..<0xFF61: width += 2
      case _: return reduce(0) { $0 + $1.displayWidth }
      }
    }
    return width
  }

  /// The text with spaces added up to a width in columns; a wider text stays as it is.
  package func padded(toDisplayWidth width: Int, _ alignment: TextAlignment = .left) -> String {
    let missing = width - displayWidth
    guard missing > 0 else { return String(self) }
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    return String(repeating: " ", count: before) + String(self)
      + String(repeating: " ", count: missing - before)
  }

  /// The text cut to a width in columns; where something was cut, an ellipsis is its last column.
  package func truncated(toDisplayWidth width: Int, ellipsis: String = "…") -> String {
    guard displayWidth > width else { return String(self) }
    let room = width - ellipsis.displayWidth
    guard room >= 0 else { return "" }
    return String(prefix(displayWidth: room)) + ellipsis
  }

  /// The longest beginning that fits a width in columns.
  package func prefix(displayWidth width: Int) -> SubSequence {
    var used = 0
    var index = startIndex
    while index < endIndex {
      used += self[index].displayWidth
      if used > width { break }
      index = self.index(after: index)
    }
    return self[..<index]
  }

  /// The text cut into lines of at most that many columns, and at its line breaks. Lines end at
  /// spaces where they can; Chinese breaks between any two characters, but not before closing or
  /// after opening punctuation.
  package func wrapped(toDisplayWidth width: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { LineWrapper(width: Swift.max(width, 2)).lines(of: String($0)) }
  }
}

/// Breaks one line of text into lines of a width.
private struct LineWrapper {
  let width: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0

  init(width: Int) {
    self.width = width
  }

  func lines(of text: String) -> [String] {
    var wrapper = self
    for piece in LineWrapper.pieces(of: text) { wrapper.add(piece) }
    wrapper.endLine()
    return wrapper.lines
  }

  private mutating func add(_ piece: String) {
    let pieceWidth = piece.displayWidth
    let isBlank = piece == " "
    if lineWidth + pieceWidth <= width {
      if isBlank, line.isEmpty, !lines.isEmpty { return }
      line += piece
      lineWidth += pieceWidth
    } else if isBlank {
      endLine()
    } else {
      if lineWidth > 0 { endLine() }
      var rest = piece[...]
      var head = rest.prefix(displayWidth: width)
      while head.endIndex < rest.endIndex {
        lines.append(String(head))
        rest = rest[head.endIndex...]
        head = rest.prefix(displayWidth: width)
      }
      line = String(rest)
      lineWidth = rest.displayWidth
    }
  }

  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    lines.append(line)
    line = ""
    lineWidth = 0
  }

  /// Single spaces, words, and wide characters with the punctuation that belongs to them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var mayJoin = false
    for character in text {
      let isWide = character.displayWidth == 2
      if character == " " {
        pieces.append(" ")
        mayJoin = false
      } else if let last = pieces.indices.last,
        (mayJoin && !isWide) || (pieces[last] != " " && closing.contains(character))
          || pieces[last].last.map(opening.contains) == true
      {
        pieces[last].append(character)
      } else {
        pieces.append(String(character))
        mayJoin = !isWide
      }
    }
    return pieces
  }

  private static let opening = Set("（【《「『“‘([")
  private static let closing = Set("，。、；：！？）】》」』”’,.;:!?)]%")
}
