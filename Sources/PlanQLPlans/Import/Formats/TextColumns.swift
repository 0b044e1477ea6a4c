/// Text that stands in two columns side by side, as copied out of a printed page: its lines cannot be read across.
enum TextColumns {
  /// The blanks between two columns, at least.
  private static let gap = 6
  /// The characters of a side that can be running text.
  private static let side = 8

  /// The place of the first line of such text; nil where most long lines are whole, or rows of cells.
  ///
  /// Rows of a table have more than one gap, or short cells without the marks of sentences.
  static func firstLine(of text: String) -> Int? {
    var first: Int?
    var (long, parted, sentences) = (0, 0, 0)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() {
      let plain = Array(FoldedText(String(line)).trimmed().scalars)
      guard plain.count >= 30 else { continue }
      long += 1
      guard let (left, right) = sides(of: plain) else { continue }
      parted += 1
      first = first ?? place
      let marks = ",。;".unicodeScalars
      if left.contains(where: marks.contains) || right.contains(where: marks.contains) {
        sentences += 1
      }
    }
    return parted >= 3 && parted * 5 >= long * 3 && sentences * 2 >= parted ? first : nil
  }

  /// The two sides of the only gap in a line, both long enough to be text.
  private static func sides(
    of line: [Unicode.Scalar]
  ) -> (left: ArraySlice<Unicode.Scalar>, right: ArraySlice<Unicode.Scalar>)? {
    var gaps: [Range<Int>] = []
    var start: Int?
    for (place, scalar) in line.enumerated() {
      if scalar == " " {
        start = start ?? place
      } else if let begun = start {
        if place - begun >= gap { gaps.append(begun..<place) }
        start = nil
      }
    }
    guard gaps.count == 1, let found = gaps.first else { return nil }
    let (left, right) = (line[..<found.lowerBound], line[found.upperBound...])
    let isText: (ArraySlice<Unicode.Scalar>) -> Bool = { part in
      part.count >= side && part.count(where: FoldedText.isIdeograph) * 2 >= part.count
    }
    return isText(left) && isText(right) ? (left, right) : nil
  }
}
