/// Takes the common indentation off texts that span lines, with the line breaks next to the quotes.
enum Indentation {
  /// The pieces of a text with their common indentation taken off.
  static func removed(from text: OpenText) -> [OpenText.Piece] {
    var pieces = text.pieces
    guard pieces.contains(where: { !$0.lineStarts.isEmpty }) else { return pieces }
    if !text.endsWithHole { dropLastLine(of: &pieces) }
    let common = commonIndentation(of: pieces, endsWithHole: text.endsWithHole)
    for index in pieces.indices { unindent(&pieces[index], by: common) }
    if !text.startsWithHole { dropFirstLine(of: &pieces) }
    return pieces
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Drops the last line break where only white space follows it.
  private static func dropLastLine(of pieces: inout [OpenText.Piece]) {
    guard let last = pieces.indices.last, let start = pieces[last].lineStarts.last,
      pieces[last].bytes[start...].allSatisfy(isBlank)
    else { return }
    pieces[last].bytes.removeSubrange((start - 1)...)
    pieces[last].lineStarts.removeLast()
  }

  /// Drops the first line break where only white space stands before it.
  private static func dropFirstLine(of pieces: inout [OpenText.Piece]) {
    guard let start = pieces[0].lineStarts.first,
      pieces[0].bytes[..<(start - 1)].allSatisfy(isBlank)
    else { return }
    pieces[0].bytes.removeSubrange(..<start)
  }

  /// The least indentation of the lines that hold anything; the first line has none to speak of.
  private static func commonIndentation(of pieces: [OpenText.Piece], endsWithHole: Bool) -> Int {
    var common = Int.max
    for (index, piece) in pieces.enumerated() {
      for start in piece.lineStarts {
        let rest = piece.bytes[start...]
        let width = rest.prefix(while: isBlank).count
        let isFilled = width < rest.count
        let isBlankLine =
          isFilled ? rest[start + width] == 0x0A : isLast(index, pieces, endsWithHole)
        if !isBlankLine { common = Swift.min(common, width) }
      }
    }
    return common == Int.max ? 0 : common
  }

  private static func isLast(
    _ index: Int, _ pieces: [OpenText.Piece], _ endsWithHole: Bool
  ) -> Bool {
    index == pieces.count - 1 && !endsWithHole
  }

  private static func unindent(_ piece: inout OpenText.Piece, by common: Int) {
    guard common > 0, !piece.lineStarts.isEmpty else { return }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var copied = 0
    for start in piece.lineStarts {
      bytes.append(contentsOf: piece.bytes[copied..<start])
      starts.append(bytes.count)
      let width = piece.bytes[start...].prefix(common).prefix(while: isBlank).count
      copied = start + width
    }
    bytes.append(contentsOf: piece.bytes[copied...])
    piece.bytes = bytes
    piece.lineStarts = starts
  }
}
