import PlanQLData

/// A column of a table of a document's own, with how its numbers are to be written.
struct OwnColumn {
  /// What becomes of the cells.
  enum Outcome {
    case asWritten, rewritten, mixed
    /// The amounts have the signs of several currencies.
    case severalCurrencies
    /// Most cells are numbers, and one is not.
    case numbersAmidWords(FoldedText)
  }

  let outcome: Outcome
  /// Whether every cell is a number in some style.
  let isNumeric: Bool
  /// The signs of currency in its cells.
  let signs: Set<String>
  /// Whether any cell says something.
  let isFilled: Bool
  /// Whether a cell has a sign between thousands, or a point that is none.
  let hasSeparators: Bool
  private let style: ColumnStyle

  /// Looks at all cells: only where every one is a number are they written anew, and only where
  /// not one could be another number.
  init(_ evidence: ColumnEvidence, _ style: ColumnStyle) {
    self.style = style
    isNumeric = evidence.isNumeric
    signs = evidence.signs
    isFilled = evidence.isFilled
    hasSeparators = evidence.hasSeparators
    if isNumeric, evidence.signs.count > 1 {
      outcome = .severalCurrencies
    } else if !isNumeric, let word = evidence.firstWord, evidence.numbers > evidence.words {
      outcome = .numbersAmidWords(word)
    } else if !isNumeric || !evidence.isFilled || (evidence.isPlain && style.fallback == .point) {
      outcome = .asWritten
    } else if style.isMixed
      || style.isGiven && style.fallback.map(evidence.excluded.contains) ?? false
    {
      outcome = .mixed
    } else {
      outcome = .rewritten
    }
  }

  /// Whether a heading is that of shares, rates or means, which have no sum.
  static func isOfShares(_ heading: String) -> Bool {
    let plain = FoldedText(heading).unbroken
    let bracket = plain.scalars.lastIndex(of: "(").map { plain.part(0..<$0) } ?? plain
    let last = bracket.words.last ?? bracket
    return [
      "率", "比", "比例", "占比", "增幅", "增速", "同比", "排名", "名次", "指数", "均价", "单价", "人均", "平均",
      "同比增长", "同比增减", "同比下降", "环比增长", "增长", "下降", "进度",
    ]
    .contains { bracket.hasSuffix($0) } || ["占", "同比", "环比"].contains { last.hasPrefix($0) }
      || ["年份", "年度"].contains { bracket.compact == $0 } || heading.contains("%")
      || heading.contains("平均")
  }

  /// The sign of currency that was taken out of the cells.
  var signTakenOut: String? {
    guard case .rewritten = outcome else { return nil }
    return signs.first
  }

  /// Whether the cells are numbers but for a few words.
  var isMostlyNumeric: Bool {
    if case .numbersAmidWords = outcome { true } else { isNumeric }
  }

  /// What is written for a cell.
  func text(of cell: GridCell) -> String {
    let text = cell.text.string
    guard case .rewritten = outcome, !cell.isNumber,
      let number = CurrencySign.number(in: cell.text), let value = style.value(number)
    else { return text }
    return value.description
  }
}
