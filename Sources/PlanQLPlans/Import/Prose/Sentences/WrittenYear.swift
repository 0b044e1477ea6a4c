/// The year in which a document was written at the latest, as the lines say it that date it: `某政发〔2022〕15号`,
/// `2022年3月1日`, `发布时间:2022-03-01`. A value of a later year is none that was observed.
enum WrittenYear {
  /// The last year that lines date the document with; nil where none does.
  static func of(_ lines: some Sequence<FoldedText>) -> Int? { lines.compactMap(year).max() }

  private static func year(in line: FoldedText) -> Int? {
    let text = line.trimmed { " ()".unicodeScalars.contains($0) }
    guard text.count <= 100, !text.contains("。") else { return nil }
    if text.count <= 40, let year = ofNumber(line) { return year }
    let isStamp = SentenceContext.isStamp(text)
    guard isStamp || text.count <= 16, let date = DateSpan(in: text, year: nil),
      isStamp || date.places == 0..<text.count, namesDay(text.part(date.places))
    else { return nil }
    return date.year
  }

  /// Whether a date is that of a day, and not of a year or a month.
  private static func namesDay(_ date: FoldedText) -> Bool {
    date.hasSuffix("日") || date.scalars.split { !FoldedText.isDigit($0) }.count == 3
  }

  /// The year in the number of a document: 〔2022〕15号.
  private static func ofNumber(_ line: FoldedText) -> Int? {
    guard line.trimmed().hasSuffix("号") else { return nil }
    return line.outerBrackets(opening: "([", closing: ")]").lazy.compactMap { bracket in
      let inner = line.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1))
      guard inner.count == 4, inner.scalars.allSatisfy(FoldedText.isDigit) else { return nil }
      let rest = line.dropFirst(bracket.upperBound).dropping(first: ["第"]).trimmed().dropLast(1)
      return !rest.isEmpty && rest.scalars.allSatisfy(FoldedText.isDigit) ? Int(inner.string) : nil
    }.first
  }
}
