/// A line that totals others: 合计, 小计, 水环境小计.
enum TotalLine {
  /// The words without blanks; 累计 heads columns too, so that only a document's line is called so.
  private static let words = TotalWord.compact.union(["累计"])
  private static let endings = ["小计", "合计", "总计"]
  /// What rows are counted in, the longest first.
  static let counters = [
    "个项目", "项工程", "个工程", "项任务", "个任务", "项目", "个", "项", "条",
  ]
  /// What the words begin with, and 共 for a line that counts.
  private static let firsts = Set(
    words.flatMap { word in
      [word.unicodeScalars.first, word.uppercased().unicodeScalars.first].compactMap { $0 }
    })

  /// The most characters of a line of totals that does not say 计.
  private static let greatestLength = 40

  /// The word of totalling that a cell is or begins with, and what follows it; nil for other cells.
  static func label(_ cell: FoldedText) -> (label: FoldedText, rest: FoldedText)? {
    guard
      cell.contains(anyOf: ["计"])
        || cell.count <= greatestLength
          && (cell.firstVisible.map(firsts.contains) == true || endsAsTotal(cell))
    else { return nil }
    let text = cell.trimmed { ": ".unicodeScalars.contains($0) }
    let compact = FoldedText(text.compact)
    if words.contains(compact.folded) { return (text, FoldedText.empty) }
    let small = FoldedText(text.folded.lowercased())
    if endsAsTotal(text) { return (text, FoldedText.empty) }
    for word in words where small.hasPrefix(word) {
      let length = word.unicodeScalars.count
      let rest = text.dropFirst(length)
      guard let next = rest.scalar(0) else { continue }
      if ": (".unicodeScalars.contains(next) || FoldedText.isDigit(next) {
        let value = rest.trimmed { ": ".unicodeScalars.contains($0) }
        if isNumberOfRows(value) { return (text.part(0..<length), FoldedText.empty) }
        guard value.scalar(0) == "(" || Amount.isAmount(value) else { continue }
        return (text.part(0..<length), value)
      }
    }
    if let plain = withoutBracket(text), words.contains(plain.compact) {
      return (plain, FoldedText.empty)
    }
    if isCount(compact) { return (text, FoldedText.empty) }
    let plain = withoutCount(compact)
    let isEnding = endings.contains { plain.hasSuffix($0) } && compact.count <= 24
    return isEnding && text.words.count == 1 && !text.contains("、合计")
      ? (text, FoldedText.empty) : nil
  }

  /// `2025 subtotal`, `Roads total`: words in English, of which the last says it.
  private static func endsAsTotal(_ cell: FoldedText) -> Bool {
    guard let last = cell.scalar(cell.count - 1), "lLsS".unicodeScalars.contains(last) else {
      return false
    }
    let text = cell.folded.lowercased()
    return [" subtotal", " sub-total", " total", " subtotals", " totals"].contains {
      text.hasSuffix($0)
    }
  }

  /// `3项`, `12个项目`: how many rows there are.
  static func isNumberOfRows(_ text: FoldedText) -> Bool {
    let plain = text.unbroken.trimmed()
    let digits = plain.matching.prefix(while: FoldedText.isDigit).count
    return digits > 0 && isCounter(plain.dropFirst(digits))
  }

  /// `共3个项目`, `共计12项`: nothing but how many rows there are.
  private static func isCount(_ text: FoldedText) -> Bool {
    guard let lead = ["总共", "共计", "合计", "共"].first(where: { text.hasPrefix($0) }) else {
      return false
    }
    return isNumberOfRows(text.dropFirst(lead.unicodeScalars.count))
  }

  /// `个项目`: what follows the number of rows.
  static func isCounter(_ text: FoldedText) -> Bool { counters.contains(text.compact) }

  /// `全区合计(2个)` without how many there are.
  private static func withoutCount(_ text: FoldedText) -> FoldedText {
    guard let (before, inner) = text.partedAtLastBracket else { return text }
    return inner.scalars.contains(where: FoldedText.isDigit) ? before : text
  }

  /// `合 计(2个)`, `合 计(万元)` without how many rows there are or what the amounts are in; nil for others.
  private static func withoutBracket(_ text: FoldedText) -> FoldedText? {
    guard let (before, inner) = text.partedAtLastBracket else { return nil }
    return isNumberOfRows(inner) || MoneyUnit.all.contains { $0.name == inner.compact }
      ? before.trimmed() : nil
  }

  /// The section that a total is of: the one it names, or for 小计 the one that it stands in.
  static func section(of label: FoldedText, in table: DocumentTable) -> Int? {
    var name = label.compact
    for ending in endings where name.hasSuffix(ending) { name.removeLast(ending.count) }
    let plain = Numbering(FoldedText(name))?.rest ?? FoldedText(name)
    if !plain.isEmpty,
      let named = table.sections.lastIndex(where: {
        FoldedText($0.title).compact == plain.compact
      })
    {
      return named
    }
    return ["小计", "subtotal"].contains { label.compact.hasSuffix($0) } ? table.currentSection : nil
  }
}
