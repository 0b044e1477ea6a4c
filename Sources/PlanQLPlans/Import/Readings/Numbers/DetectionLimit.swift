import PlanQLData

/// What a laboratory writes where a sample had less than the method can detect: `0.003L` with the limit before an L, `<0.01`,
/// `未检出`, `ND`. None of them is a value that was measured.
enum DetectionLimit {
  /// Whether a cell says so of values in a unit; a litre is one behind a number where the values are in litres.
  static func isBelow(_ cell: FoldedText, unit: String?) -> Bool {
    let text = FoldedText(cell.unbroken.compact)
    if words.contains(text.string) { return true }
    let (before, inner) = text.partedAtLastBracket ?? (text, FoldedText(""))
    if before.count < text.count, words.contains(before.string) { return true }
    if before.count < text.count, inner.string == "l" { return isNumber(before) }
    for sign in signs where text.hasPrefix(sign) {
      return text.scalar(sign.unicodeScalars.count).map(FoldedText.isDigit) ?? false
    }
    return text.hasSuffix("l") && isNumber(text.dropLast(1)) && !isOfLitres(unit)
  }

  private static func isNumber(_ text: FoldedText) -> Bool { WrittenNumber(text)?.point != nil }

  private static func isOfLitres(_ unit: String?) -> Bool {
    guard let unit = unit.map({ FoldedText($0).compact }) else { return false }
    return unit.hasPrefix("l") || unit.hasPrefix("升")
  }

  private static let signs = ["<", "≤", "小于", "低于"]
  private static let words: Set<String> = [
    "未检出", "未测出", "未检测出", "nd", "n.d.", "n.d", "bdl", "检出限以下", "小于检出限", "低于检出限", "<检出限", "<dl",
    "<mdl", "<lod",
  ]
}
