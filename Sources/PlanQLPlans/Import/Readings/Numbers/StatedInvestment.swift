import PlanQLData

/// A total that a document states in words: `共10项，总投资7.16亿元`.
enum StatedInvestment {
  private static let leads = ["投资总额", "估算总投资", "概算总投资", "总投资", "投资合计", "投资额", "投资"]

  /// The amount after the words for the whole investment, and the place where those begin; nil
  /// where there is none with a unit.
  static func amount(in text: FoldedText) -> (amount: FoldedText, place: Int)? {
    for lead in leads {
      guard let places = text.firstPlaces(of: lead) else { continue }
      let rest = text.dropFirst(places.upperBound)
      let skipped = rest.scalars.prefix { "约为共计额估算 :".unicodeScalars.contains($0) }.count
      let digits = rest.dropFirst(skipped).scalars.prefix {
        FoldedText.isDigit($0) || ",. ".unicodeScalars.contains($0)
      }.count
      guard digits > 0 else { continue }
      let after = rest.dropFirst(skipped + digits)
      guard let unit = MoneyUnit.all.first(where: { after.hasPrefix($0.name) }) else { continue }
      let end = skipped + digits + unit.name.unicodeScalars.count
      return (rest.part(skipped..<end), places.lowerBound)
    }
    return nil
  }

  /// Parts a section's title from a bracket that states its total: `水环境(6项,投资51600万元)`.
  static func parted(_ title: FoldedText) -> (title: FoldedText, amount: FoldedText)? {
    guard title.hasSuffix(")"), let open = title.scalars.lastIndex(of: "("), open > 0 else {
      return nil
    }
    let inner = title.part((open + 1)..<(title.count - 1))
    guard let amount = amount(in: inner)?.amount ?? plain(inner) else { return nil }
    return (title.part(0..<open).trimmed(), amount)
  }

  /// The amount in `2个,3.5亿元`: nothing stands beside it but how many there are.
  private static func plain(_ text: FoldedText) -> FoldedText? {
    let parts = text.split { ",;、".unicodeScalars.contains($0) }.map { part in
      part.trimmed { "共计合 ".unicodeScalars.contains($0) }
    }
    let amounts = parts.filter { MoneyUnit.suffix(of: $0) != nil && Amount.isAmount($0) }
    let isPlain = parts.allSatisfy { part in
      let digits = part.scalars.prefix(while: FoldedText.isDigit).count
      return MoneyUnit.suffix(of: part) != nil
        || digits > 0 && ["个", "项", "个项目", "项工程", "个工程"].contains(part.dropFirst(digits).compact)
    }
    return amounts.count == 1 && isPlain ? amounts.first : nil
  }
}
