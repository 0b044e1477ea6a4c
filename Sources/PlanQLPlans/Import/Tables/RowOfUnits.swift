/// A row below headings that says nothing but in which units their columns are: `— | 万元 | 公顷`.
enum RowOfUnits {
  /// Whether the cells are units or say that there is none, with a unit among them that stands in
  /// brackets or is one of money.
  static func matches(_ cells: [GridCell]) -> Bool {
    let filled = cells.filter(\.isFilled).map(\.text.unbroken)
    // 50分, 50分, 100分: the most points of each column.
    if filled.count > 1, filled.allSatisfy({ points(of: $0) != nil }) { return true }
    let units = filled.filter { !isNoneMark($0) }
    // R thousand alone is a line of its own above the amounts.
    return !units.isEmpty && (units.count > 1 || !units[0].scalars.allSatisfy(\.isASCII))
      && units.allSatisfy { unit(of: $0) != nil }
      && units.contains { $0.scalar(0) == "(" || MoneyName(in: $0) != nil }
  }

  /// What the row adds to the heading of a column: its unit in brackets.
  static func heading(_ cells: [GridCell], _ column: Int) -> FoldedText? {
    guard cells.indices.contains(column), cells[column].isFilled else { return nil }
    let text = cells[column].text.unbroken
    return (points(of: text) ?? unit(of: text)).map { FoldedText("(" + $0.string + ")") }
  }

  /// The points that a cell is, with their sign: `50分`.
  private static func points(of cell: FoldedText) -> FoldedText? {
    let plain = cell.trimmed { "() ".unicodeScalars.contains($0) }
    guard plain.hasSuffix("分"), plain.count > 1,
      plain.dropLast(1).scalars.allSatisfy({ FoldedText.isDigit($0) || $0 == "." })
    else { return nil }
    return plain
  }

  private static func unit(of cell: FoldedText) -> FoldedText? {
    let plain = cell.trimmed { "()[]〔〕:/ ".unicodeScalars.contains($0) }
      .dropping(first: ["单位:", "单位"])
    let rest = plain.compact.replacing("000", with: "")
    guard !plain.isEmpty, plain.count <= 16,
      !rest.unicodeScalars.contains(where: FoldedText.isDigit)
    else { return nil }
    // $'000, £ million
    if plain.scalars.allSatisfy(\.isASCII) || plain.contains("’"), MoneyName(in: plain) != nil {
      return plain
    }
    guard plain.count <= 8, !plain.scalars.contains(where: FoldedText.isDigit) else { return nil }
    let isMoney = MoneyUnit.all.contains { $0.name == plain.compact }
    let isKnown =
      IndicatorUnit.words.contains(plain.compact)
      || ["年", "月", "日", "米", "千米"]
        .contains(plain.compact)
    return isMoney || isKnown || plain.contains("/") ? plain : nil
  }
}
