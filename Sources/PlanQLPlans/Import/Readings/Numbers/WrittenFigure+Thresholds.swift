extension WrittenFigure {
  /// Words behind an amount that bound how large things are.
  static let limits = ["及以上", "及以下", "以上", "以下", "以内", "级"]

  /// Whether an amount only says how large the things are that the noun behind it names: 1亿元以上项目,
  /// 1-5亿元项目, and 50亿元项目 in 50亿元项目7个.
  static func isThreshold(
    _ text: FoldedText, _ figure: WrittenFigure, isOfRange: Bool = false
  ) -> Bool {
    let rest = withoutInclusion(text.dropFirst(figure.places.upperBound))
    if let sign = rest.scalar(0), signsOfRange.contains(sign) {
      // 1亿元 in 1亿元-5亿元项目
      let place = text.count - rest.count + 1
      guard !isOfRange, let last = WrittenFigure(in: text, at: place), last.isMoney else {
        return false
      }
      return isThreshold(text, last, isOfRange: true)
    }
    guard figure.isMoney else { return false }
    if let limit = limits.first(where: { rest.hasPrefix($0) }) {
      let noun = withoutInclusion(rest.dropFirst(limit.unicodeScalars.count))
      return noun.scalar(0).map { FoldedText.isIdeograph($0) } ?? false
    }
    guard let noun = ["项目", "工程", "企业"].first(where: { rest.hasPrefix($0) }) else { return false }
    let before = text.part(0..<figure.places.lowerBound)
    if let sign = before.scalar(before.count - 1), signsOfRange.contains(sign) {
      let number = before.scalar(before.count - 2) ?? " "
      return FoldedText.isDigit(number) || "亿万元)".unicodeScalars.contains(number)
    }
    let isFirst = before.trimmed().scalars.last.map { ",;:。、(".unicodeScalars.contains($0) } ?? true
    let count = rest.dropFirst(noun.unicodeScalars.count).dropping(first: ["共", "有", "达", "到", "为"])
    return isFirst && count.scalar(0).map(FoldedText.isDigit) ?? false
  }

  private var isMoney: Bool {
    if case .money = unit { return true }
    return false
  }

  /// A text without the bracket that says whether the bound itself counts: (含), (不含).
  private static func withoutInclusion(_ text: FoldedText) -> FoldedText {
    text.dropping(first: ["(含)", "(不含)", "(含本数)"])
  }

  private static let signsOfRange = Array("-~至".unicodeScalars)
}
