import PlanQLData

/// What a cell says of an indicator: a number, perhaps with how it is to be compared, or words.
struct IndicatorFigure: Sendable, Hashable {
  /// The number; nil where the cell says it in words alone.
  var value: Decimal?
  /// How a value compares with the number, by the name of it in `indicators`.
  var comparator: String?
  /// Which way the indicator is to go, where the words say so: 下降18%.
  var direction: String?
  /// The unit that stands after the number.
  var unit: String?
  /// Whether the number was taken in another unit than the one behind it.
  var isConverted = false
  /// Whether the cell is more than a plain number, so that its words are kept.
  var isWorded = false
  /// The mark of a footnote behind the number: 60.6*.
  var mark: Unicode.Scalar?

  /// Reads `76.7`, `≥80`, `80%以上`, `15左右`, `〔18〕`, `降至5以下`, `下降18%`; words alone are a figure
  /// without a number.
  static func read(_ cell: FoldedText, style: ColumnStyle = .point) -> Reading<IndicatorFigure> {
    let text = cell.unbroken.trimmed()
    if text.isEmpty { return .blank }
    if isNoneMark(text) { return .none }
    var figure = IndicatorFigure()
    var rest = text.withoutBlanks
    if let found = FootnoteMark(behind: rest), !found.mayBeChange,
      found.before.scalars.contains(where: FoldedText.isDigit)
    {
      figure.mark = found.mark.count == 1 ? found.mark.scalar(0) : nil
      rest = found.before
    }
    while rest.count > 1, let last = rest.scalar(rest.count - 1), marks.contains(last) {
      figure.mark = last
      rest = rest.dropLast(1)
    }
    figure.takeBrackets(&rest)
    figure.takeWords(&rest)
    let digits = rest.scalars.prefix {
      FoldedText.isDigit($0) || ".,-+。".unicodeScalars.contains($0)
    }
    let unit = rest.dropFirst(digits.count).trimmed()
    let number = rest.part(0..<digits.count).replacing("。", with: ".")
    guard let written = WrittenNumber(number), let value = style.value(written),
      unit.isEmpty || isUnit(unit)
    else {
      guard !FoldedText.isDigit(rest.scalar(0) ?? " ") || rest.count > 12 else {
        return .unreadable
      }
      return .stated(IndicatorFigure(isWorded: true))
    }
    figure.value = value
    figure.unit = unit.isEmpty ? nil : unit.string
    figure.isWorded = number.count != text.count
    return .stated(figure)
  }

  /// The mark of a footnote that a heading or a name ends in: `2020年*`.
  static func mark(behind text: String) -> Unicode.Scalar? {
    text.unicodeScalars.last.flatMap { marks.contains($0) ? $0 : nil }
  }

  /// How a value compares with a target, as a cell says that has nothing but a sign or word of it: `≥`; nil for others.
  static func comparator(_ cell: String) -> String? {
    let word = FoldedText(cell).compact
    return before.first { $0.word == word }?.comparator
  }

  private static let marks = "*※#▲△★☆①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars

  /// The share of one that `85%` is; nil for words.
  static func share(_ text: FoldedText) -> Decimal? {
    guard text.hasSuffix("%"), let number = WrittenNumber(text.dropLast(1).trimmed()),
      let value = ColumnStyle.point.value(number)
    else { return nil }
    return Decimal(value.significand, scale: value.scale + 2)
  }

  /// Says whether a word of a flattened row can be the figure of an indicator.
  static func isFigure(_ text: FoldedText) -> Bool {
    switch read(text) {
    case .stated(let figure): figure.value != nil || IndicatorWords.qualitative(text)
    case .none: true
    case .blank, .unreadable: false
    }
  }

  private static func isUnit(_ text: FoldedText) -> Bool {
    ["%", "‰"].contains(text.compact)
      || text.count <= 10 && !text.contains("(")
        && text.scalars.allSatisfy {
          !FoldedText.isDigit($0) && !"。,;:<>≥≤-".unicodeScalars.contains($0)
        }
  }

  /// 〔18〕 is what is to come over the whole plan.
  private mutating func takeBrackets(_ text: inout FoldedText) {
    guard let first = text.scalar(0), let last = text.scalar(text.count - 1),
      "([【".unicodeScalars.contains(first), ")]】".unicodeScalars.contains(last)
    else { return }
    comparator = "cumulative"
    text = text.dropFirst(1).dropLast(1)
  }

  private mutating func takeWords(_ text: inout FoldedText) {
    takeWordsOfReaching(&text)
    for (word, name) in IndicatorFigure.before where text.hasPrefix(word) {
      text = text.dropFirst(word.unicodeScalars.count)
      comparator = name
      break
    }
    for (word, name) in BoundWords.changes where text.hasPrefix(word) {
      text = text.dropFirst(word.unicodeScalars.count)
      comparator = comparator ?? "cumulative"
      direction = name
      break
    }
    for (word, name) in BoundWords.after where text.hasSuffix(word) {
      text = text.dropLast(word.unicodeScalars.count)
      // 下降18%以上 is a change, whatever bounds it.
      if comparator != "cumulative" { comparator = name }
      break
    }
  }

  /// 提高到65%, 力争达到70: the number is what is to be reached.
  private mutating func takeWordsOfReaching(_ text: inout FoldedText) {
    var rest = text
    var rises = false
    while let word = (BoundWords.rising + BoundWords.reaching).first(where: { rest.hasPrefix($0) })
    {
      rest = rest.dropFirst(word.unicodeScalars.count)
      rises = rises || BoundWords.rising.contains(word)
    }
    let isNumber = rest.scalar(0).map(FoldedText.isDigit) ?? false
    guard isNumber || BoundWords.before.contains(where: { rest.hasPrefix($0.word) }) else { return }
    text = rest
    if rises { direction = "up" }
  }

  private static let before = BoundWords.longestFirst(
    BoundWords.before + [("等于", "equal"), ("=", "equal"), ("累计", "cumulative")])
}
