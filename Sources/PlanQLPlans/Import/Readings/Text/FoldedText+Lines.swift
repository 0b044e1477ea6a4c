extension FoldedText {
  /// The text with another one for each occurrence of a folded text.
  func replacing(_ wanted: String, with other: String) -> FoldedText {
    guard contains(wanted) else { return self }
    var done = ""
    var rest = self
    while let places = rest.firstPlaces(of: wanted) {
      done += rest.part(0..<places.lowerBound).string + other
      rest = rest.dropFirst(places.upperBound)
    }
    return FoldedText(done + rest.string)
  }

  /// The text without its blanks.
  var withoutBlanks: FoldedText {
    guard matching.contains(" ") else { return self }
    return FoldedText(split { $0 == " " }.map(\.string).joined())
  }

  /// The lines of a cell, none of them empty.
  var cellLines: [FoldedText] {
    split { $0 == "\n" || $0 == "\r" }.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  /// The text on one line: ideographs follow each other, other words part by a blank.
  var unbroken: FoldedText {
    guard matching.contains(where: { $0 == "\n" || $0 == "\r" }) else { return self }
    return cellLines.reduce(FoldedText.empty) { text, line in
      guard let left = text.scalar(text.count - 1), let right = line.scalar(0) else {
        return text.isEmpty ? line : text
      }
      let isGlued = FoldedText.isWide(left) || FoldedText.isWide(right)
      return text.joined(line, by: isGlued ? "" : " ")
    }
  }

  /// Says whether no blank belongs beside a scalar: ideographs and the punctuation that goes with them.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    isIdeograph(scalar) || "、,;:。()".unicodeScalars.contains(scalar)
  }
}
