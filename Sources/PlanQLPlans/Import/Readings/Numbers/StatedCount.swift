/// How many rows there are, as a document states it: `水环境(共3项)`, `合计(5个)`, `共12个项目,总投资3.5亿元`.
enum StatedCount {
  /// The count in the title of a section or the label of a total: in the bracket at its end, or all
  /// of it; nil where none stands there.
  static func inLabel(_ text: FoldedText) -> Int? {
    if let (_, inner) = text.partedAtLastBracket {
      return inner.split { ",;、".unicodeScalars.contains($0) }.lazy.compactMap(whole).first
    }
    return whole(text)
  }

  /// The count in a line above or below a table: after 共, and of projects or items.
  static func inLine(_ text: FoldedText) -> Int? {
    var rest = text
    while let places = rest.firstPlaces(of: "共") {
      rest = rest.dropFirst(places.upperBound)
      let skipped = rest.scalars.prefix { "有计安排实施列入 :".unicodeScalars.contains($0) }.count
      guard let (number, after) = number(in: rest.dropFirst(skipped)),
        let counter = TotalLine.counters.first(where: { after.hasPrefix($0) })
      else { continue }
      let next = after.scalar(counter.unicodeScalars.count)
      if next.map({ ",;。、:() ".unicodeScalars.contains($0) }) ?? true { return number }
    }
    return nil
  }

  /// The count that a text is, with words of totalling before it: `3项`, `共 3 个项目`, `合计5个`.
  private static func whole(_ text: FoldedText) -> Int? {
    let plain = text.unbroken.trimmed { "总合共计 :".unicodeScalars.contains($0) }
    guard let (number, counter) = number(in: plain), TotalLine.isCounter(counter) else {
      return nil
    }
    return number
  }

  /// The whole number that a text begins with, and what follows it.
  private static func number(in text: FoldedText) -> (Int, rest: FoldedText)? {
    let digits = text.scalars.prefix(while: FoldedText.isDigit).count
    guard digits > 0, digits <= 9, let number = Int(text.part(0..<digits).folded) else {
      return nil
    }
    return (number, text.dropFirst(digits).trimmed())
  }
}
