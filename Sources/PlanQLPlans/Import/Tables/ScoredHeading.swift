/// A heading that names what is scored with the points to be had: `水环境(30分)`.
struct ScoredHeading: Sendable, Hashable {
  let item: String
  let points: String

  /// Reads a heading; nil where it names no points.
  init?(_ heading: String) {
    let text = FoldedText(heading).unbroken
    guard text.hasSuffix("分)"), let open = text.scalars.lastIndex(of: "("), open > 0 else {
      return nil
    }
    let digits = text.part((open + 1)..<(text.count - 2)).trimmed()
    guard !digits.isEmpty,
      digits.scalars.allSatisfy({ FoldedText.isDigit($0) || $0 == "." })
    else { return nil }
    self.item = text.part(0..<open).trimmed().string
    self.points = digits.folded
  }
}
