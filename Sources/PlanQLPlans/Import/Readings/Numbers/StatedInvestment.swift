import PlanQLData

/// A total that a document states in words: `共10项，总投资7.16亿元`.
enum StatedInvestment {
  private static let leads = ["投资总额", "估算总投资", "概算总投资", "总投资", "投资合计", "投资额", "投资"]

  /// What stands before the investment of a year.
  private static let yearly = ["年", "年度", "当年", "本年", "今年", "年内", "年计划", "年度计划", "当年计划"]

  /// The amount after the words for the whole investment, and those words; nil where there is none
  /// with a unit.
  static func amount(in text: FoldedText) -> (amount: FoldedText, lead: String)? {
    for lead in leads {
      guard let places = text.firstPlaces(of: lead) else { continue }
      // What was done, and a part of the whole, are no totals of it.
      let before = text.part(0..<places.lowerBound)
      if before.contains("其中") || before.suffix(of: ["完成", "完成的"]) != nil { continue }
      if !lead.contains("总"), before.suffix(of: yearly) != nil { continue }
      let rest = text.dropFirst(places.upperBound)
      let skipped = rest.scalars.prefix { "约为共计额估算 :".unicodeScalars.contains($0) }.count
      if let amount = WrittenAmount(in: rest, at: skipped) {
        return (rest.part(skipped..<(skipped + amount.length)), lead)
      }
      let digits = rest.dropFirst(skipped).scalars.prefix {
        FoldedText.isDigit($0) || ",. ".unicodeScalars.contains($0)
      }.count
      guard digits > 0 else { continue }
      let after = rest.dropFirst(skipped + digits)
      guard let unit = MoneyUnit.all.first(where: { after.hasPrefix($0.name) }) else { continue }
      let end = skipped + digits + unit.name.unicodeScalars.count
      return (rest.part(skipped..<end), lead)
    }
    return nil
  }

  /// Parts a section's title from a bracket that states its total, how many there are, or both:
  /// `水环境(6项,投资51600万元)`, `水环境(小计:300)`, `水环境(3项)`.
  static func parted(_ title: FoldedText) -> (title: FoldedText, amount: FoldedText?)? {
    guard let (before, inner) = title.partedAtLastBracket, !before.isEmpty else { return nil }
    if let amount = amount(in: inner)?.amount ?? plain(inner) { return (before, amount) }
    return StatedCount.inLabel(inner) == nil ? nil : (before, nil)
  }

  /// The amount in `2个,3.5亿元`: nothing stands beside it but how many there are.
  private static func plain(_ text: FoldedText) -> FoldedText? {
    let parts = text.split { ",;、".unicodeScalars.contains($0) }
    let amounts = parts.compactMap(amountAlone)
    let isPlain = parts.allSatisfy { amountAlone($0) != nil || StatedCount.inLabel($0) != nil }
    return amounts.count == 1 && isPlain ? amounts.first : nil
  }

  /// `3.5亿元`, `共计300万元`; without a unit only where the words say that it is a total: `小计:300`.
  private static func amountAlone(_ part: FoldedText) -> FoldedText? {
    if let (_, rest) = TotalLine.label(part), !rest.isEmpty { return rest }
    let amount = part.trimmed { "共计合 ".unicodeScalars.contains($0) }
    return MoneyUnit.suffix(of: amount) != nil && Amount.isAmount(amount) ? amount : nil
  }
}
