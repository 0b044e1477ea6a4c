import PlanQLData

/// The noise that forums put beside every line against copying, as it is left in the text: pairs of a
/// sign or digit and a letter, with a blank between, `! e8 T Q+ }6 u`.
///
/// The first character of the noise sticks to what stands before it. Where that is a number, the
/// text does not tell which of its digits are noise, and the cell is not read.
struct ForumNoise {
  /// The lines of the document, the cells of a table's row on one line.
  let lines: [DocumentLine]
  /// The number of lines that noise was taken off.
  let count: Int

  /// The fewest words that are taken for noise.
  private static let shortest = 4

  /// Takes the noise off; nil where a text has none.
  init?(_ text: String) {
    let source = DocumentLine.lines(of: text)
    let parts = source.map { ForumNoise.pieces($0.text) }
    let count = parts.count { $0.contains(where: \.isNoisy) }
    guard count >= 5, count * 4 > source.count(where: { !$0.isBlank }) else { return nil }
    self.count = count
    self.lines = ForumNoise.rows(zip(source, parts).map { ($0.number, $1) })
  }

  /// A piece of a line between strokes, without its noise.
  private struct Piece {
    var text: FoldedText
    var isNoisy = false
    /// What the text may be too, its last character being noise or not.
    var other: FoldedText?
  }

  /// The pieces of a line between strokes that stand by themselves.
  private static func pieces(_ line: FoldedText) -> [Piece] {
    line.words.split(omittingEmptySubsequences: false) { $0.compact == "|" }.map { cleaned($0) }
  }

  private static func cleaned(_ words: ArraySlice<FoldedText>) -> Piece {
    let whole = FoldedText(words.map(\.string).joined(separator: " "))
    let noise = words.reversed().prefix(while: isNoise).count
    guard noise >= shortest else { return Piece(text: whole) }
    let content = words.dropLast(noise)
    // What is left of noise alone is its first character.
    if content.isEmpty
      || content.count == 1 && content[content.startIndex].count == 1
        && isLow(content[content.startIndex].scalar(0))
    {
      return Piece(text: .empty, isNoisy: true)
    }
    var piece = parted(FoldedText(content.map(\.string).joined(separator: " ")))
    piece.isNoisy = true
    return piece
  }

  /// What a text is without the character of the noise that may stick to its end.
  private static func parted(_ text: FoldedText) -> Piece {
    guard let last = text.scalar(text.count - 1), isLow(last) else { return Piece(text: text) }
    let shorter = text.dropLast(1).trimmed()
    let before = shorter.scalar(shorter.count - 1)
    // Only a digit after a digit, a point or a dash leaves it open.
    let isOpen =
      FoldedText.isDigit(last)
      && before.map { FoldedText.isDigit($0) || ".。-".unicodeScalars.contains($0) } ?? false
    if isOpen { return Piece(text: shorter, other: text) }
    let isOwn =
      before.map { FoldedText.isIdeograph($0) && "%)".unicodeScalars.contains(last) } ?? true
    return Piece(text: isOwn ? text : shorter)
  }

  /// A letter or sign of the upper half of ASCII, and perhaps one of the lower after it; a backslash
  /// may also stand before a sign to protect it.
  private static func isNoise(_ word: FoldedText) -> Bool {
    let scalars = word.scalars
    return isPair(scalars) || isPair(scalars.filter { $0 != "\\" })
  }

  private static func isPair(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, (0x3F...0x7E).contains(first.value), scalars.count <= 2 else {
      return false
    }
    return scalars.count == 1 ? first != "|" : isLow(scalars[1])
  }

  private static func isLow(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { (0x21...0x3B).contains($0.value) } ?? false
  }

  /// Puts the cells of a row together: a row goes on over lines that begin with a stroke, up to one
  /// that is nothing else.
  private static func rows(_ parts: [(number: Int, pieces: [Piece])]) -> [DocumentLine] {
    var lines: [DocumentLine] = []
    var row: [Piece] = []
    var start = 0
    var hasStrokes = false
    func close() {
      if !hasStrokes, let text = row.first?.text {
        lines.append(DocumentLine(text.string, at: .line(start)))
      } else if !row.isEmpty {
        lines.append(DocumentLine(row: row.map(cell), of: 0, at: .line(start)))
      }
      row = []
      hasStrokes = false
    }
    for (number, pieces) in parts {
      let filled = pieces.filter { !$0.text.isEmpty }
      // A line without a stroke before its text begins a row; a stroke alone ends one.
      if let first = pieces.first, !first.text.isEmpty { close() }
      if row.isEmpty { start = number }
      row += filled
      hasStrokes = hasStrokes || pieces.count > 1
      if pieces.count > 1, pieces.last?.text.isEmpty == true { close() }
    }
    close()
    return lines
  }

  private static func cell(_ piece: Piece) -> GridCell {
    guard let other = piece.other else { return GridCell(piece.text) }
    return GridCell(
      FoldedText.empty, problem: ImportMessages.noiseInNumber(piece.text.string, other.string))
  }
}
