/// The label that a line begins with, and what follows its colon: `责任单位:A、B`, `【整改时限】:…`.
struct LineLabel: Sendable {
  /// The label without a number and brackets.
  let name: FoldedText
  let isNumbered: Bool
  let value: FoldedText

  /// Reads a line whose label has as many characters; nil where it has none.
  init?(_ line: FoldedText, lengths: ClosedRange<Int>) {
    guard let colon = line.firstPlaces(of: ":"), lengths.contains(colon.lowerBound) else {
      return nil
    }
    let written = line.part(0..<colon.lowerBound)
    let label = written.trimmed { " 【】[]".unicodeScalars.contains($0) }
    let numbering = Numbering(label)
    self.name = numbering?.rest ?? label
    self.isNumbered = numbering != nil
    let value = line.dropFirst(colon.upperBound).trimmed()
    // 【责任单位:A】: the bracket is that of the label.
    let isOpen = written.scalars.last { "【】[]".unicodeScalars.contains($0) }
      .map { "【[".unicodeScalars.contains($0) }
    self.value =
      isOpen == true ? value.trimmed { " 】]".unicodeScalars.contains($0) } : value
  }
}
