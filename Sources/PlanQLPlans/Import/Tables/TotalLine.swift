/// A line that totals others: 合计, 小计, 水环境小计.
enum TotalLine {
  private static let words = [
    "合计", "小计", "总计", "共计", "总合计", "投资合计", "合计投资", "总投资合计", "总合", "计", "累计", "total", "grandtotal",
    "subtotal", "totals", "sub-total", "nettotal", "totalcost", "totalexpenditure", "summe",
    "gesamt",
    "gesamtsumme", "insgesamt", "totalgénéral", "totalgeneral", "totale", "totaal", "suma", "razem",
    "ogółem", "итого", "всего", "yhteensä", "sum", "ialt", "összesen", "celkem", "σύνολο", "계",
    "합계",
  ]
  private static let endings = ["小计", "合计", "总计"]
  /// One of these stands in each such word.
  private static let signs: [Unicode.Scalar] = ["计", "合", "共", "t", "T"]
  /// One of these begins each such word without one of those.
  private static let firsts: Set<Unicode.Scalar> = Set("sSgGiIrRoOиИвВyYöÖcCσΣ계합".unicodeScalars)

  /// The word of totalling that a cell is or begins with, and what follows it; nil for other cells.
  static func label(_ cell: FoldedText) -> (label: FoldedText, rest: FoldedText)? {
    guard
      cell.contains(anyOf: signs)
        || cell.count <= 20 && cell.firstVisible.map(firsts.contains) == true
    else { return nil }
    let text = cell.trimmed { ": ".unicodeScalars.contains($0) }
    let compact = FoldedText(text.compact)
    if words.contains(compact.folded) { return (text, FoldedText.empty) }
    for word in words where text.hasPrefix(word) {
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
    if isCount(compact) { return (text, FoldedText.empty) }
    let plain = withoutCount(compact)
    let isEnding = endings.contains { plain.hasSuffix($0) } && compact.count <= 24
    return isEnding && text.words.count == 1 && !text.contains("、合计")
      ? (text, FoldedText.empty) : nil
  }

  /// `3项`, `12个项目`: how many rows there are.
  static func isNumberOfRows(_ text: FoldedText) -> Bool {
    let plain = text.unbroken.trimmed()
    let digits = plain.scalars.prefix(while: FoldedText.isDigit).count
    return digits > 0
      && ["个", "项", "个项目", "项工程", "个工程", "项任务", "条"].contains(plain.dropFirst(digits).compact)
  }

  /// `共3个项目`, `共计12项`: nothing but how many rows there are.
  private static func isCount(_ text: FoldedText) -> Bool {
    guard let lead = ["总共", "共计", "合计", "共"].first(where: { text.hasPrefix($0) }) else {
      return false
    }
    let rest = text.dropFirst(lead.unicodeScalars.count)
    let digits = rest.scalars.prefix(while: FoldedText.isDigit).count
    let noun = rest.dropFirst(digits)
    return digits > 0 && ["个", "项", "个项目", "项工程", "个工程"].contains(noun.compact)
  }

  /// `全区合计(2个)` without how many there are.
  private static func withoutCount(_ text: FoldedText) -> FoldedText {
    guard text.hasSuffix(")"), let open = text.scalars.lastIndex(of: "(") else { return text }
    let inner = text.part((open + 1)..<(text.count - 1))
    return inner.scalars.contains(where: FoldedText.isDigit) ? text.part(0..<open) : text
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
