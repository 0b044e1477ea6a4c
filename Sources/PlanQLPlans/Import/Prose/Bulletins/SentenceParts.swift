/// A sentence cut into its figures and the brackets amid them that have figures too.
struct SentenceParts: Sendable {
  enum Element: Sendable {
    case figure(ClauseWords)
    /// A bracket with figures, and the words before it since the last figure or bracket.
    case bracket(FoldedText, before: FoldedText)
  }

  private(set) var elements: [Element] = []
  /// The clauses after the last figure.
  private(set) var tail: [FoldedText] = []

  /// The figures that stand in no bracket.
  var figures: [ClauseWords] {
    elements.compactMap { element in
      if case .figure(let words) = element { return words }
      return nil
    }
  }

  init(_ sentence: FoldedText) {
    let all = WrittenFigure.all(in: sentence)
    let brackets = sentence.outerBrackets().filter { bracket in
      all.contains { bracket.contains($0.places.lowerBound) }
    }
    let outer = all.filter { figure in
      !brackets.contains { $0.contains(figure.places.lowerBound) }
    }
    var end = 0
    var written = 0
    for (index, figure) in outer.enumerated() {
      for bracket in brackets
      where bracket.lowerBound >= written && bracket.upperBound <= figure.places.lowerBound {
        add(bracket, in: sentence, from: written)
        written = bracket.upperBound
      }
      let next =
        outer.indices.contains(index + 1) ? outer[index + 1].places.lowerBound : sentence.count
      let after = SentenceParts.text(sentence, figure.places.upperBound..<next, without: brackets)
      let before = SentenceParts.text(
        sentence, end..<figure.places.lowerBound, without: brackets)
      let words = ClauseWords(
        figure, before: before, after: after, isFirst: index == 0,
        isAfterCount: index > 0 && SentenceParts.counts(outer[index - 1]) && figure.kind == 3,
        place: figure.places.lowerBound, start: sentence.start + figure.places.lowerBound)
      elements.append(.figure(words))
      end = figure.places.upperBound
      written = end
    }
    for bracket in brackets where bracket.lowerBound >= written {
      add(bracket, in: sentence, from: written)
      written = bracket.upperBound
    }
    let rest = SentenceParts.text(sentence, end..<sentence.count, without: brackets)
    tail = Array(ClauseWords.clauses(rest).dropFirst(outer.isEmpty ? 0 : 1))
  }

  /// Whether a figure counts something, perhaps without a word for one of it: 20镇街.
  private static func counts(_ figure: WrittenFigure) -> Bool {
    figure.kind == 3 || figure.unit == .unknown
  }

  private mutating func add(_ bracket: Range<Int>, in sentence: FoldedText, from start: Int) {
    let inner = sentence.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1))
    elements.append(.bracket(inner, before: sentence.part(start..<bracket.lowerBound)))
  }

  private static func text(
    _ sentence: FoldedText, _ places: Range<Int>, without brackets: [Range<Int>]
  ) -> FoldedText {
    var start = places.lowerBound
    var text = ""
    for bracket in brackets
    where bracket.lowerBound >= start && bracket.upperBound <= places.upperBound {
      text += sentence.part(start..<bracket.lowerBound).string
      start = bracket.upperBound
    }
    if text.isEmpty { return sentence.part(start..<places.upperBound) }
    return FoldedText(text + sentence.part(start..<places.upperBound).string)
  }
}
