extension FoldedText {
  /// The places of the brackets that stand in no others, with their signs.
  func outerBrackets(opening: String = "(", closing: String = ")") -> [Range<Int>] {
    var found: [Range<Int>] = []
    var depth = 0
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      if opening.unicodeScalars.contains(scalar) {
        if depth == 0 { start = place }
        depth += 1
      } else if closing.unicodeScalars.contains(scalar), depth > 0 {
        depth -= 1
        if depth == 0 { found.append(start..<(place + 1)) }
      }
    }
    return found
  }

  /// Whether as many round brackets are closed as are opened.
  var hasBalancedBrackets: Bool {
    scalars.count { $0 == "(" } == scalars.count { $0 == ")" }
  }

  /// A text that ends in a bracket, parted into what stands before that and in it; nil for others.
  var partedAtLastBracket: (before: FoldedText, inner: FoldedText)? {
    guard hasSuffix(")"), let open = scalars.lastIndex(of: "(") else { return nil }
    return (part(0..<open).trimmed(), part((open + 1)..<(count - 1)))
  }
}
