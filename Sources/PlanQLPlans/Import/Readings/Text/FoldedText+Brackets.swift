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

  /// The text without its outer brackets.
  var withoutAsides: FoldedText {
    var text = ""
    var start = 0
    for bracket in outerBrackets() {
      text += part(start..<bracket.lowerBound).string
      start = bracket.upperBound
    }
    return start == 0 ? self : FoldedText(text + dropFirst(start).string)
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

  /// Whether as many quotations are closed as are opened.
  var hasBalancedQuotes: Bool {
    scalars.count { $0 == "“" } == scalars.count { $0 == "”" }
      && scalars.count { $0 == "\"" }.isMultiple(of: 2)
  }

  /// The text without the quotation marks around all of it; those within it stay.
  var withoutQuotes: FoldedText {
    for (opening, closing) in [("“", "”"), ("\"", "\"")] where count > 2 {
      let inner = part(1..<(count - 1))
      if hasPrefix(opening), hasSuffix(closing), !inner.contains(opening), !inner.contains(closing)
      {
        return inner
      }
    }
    return self
  }
}
