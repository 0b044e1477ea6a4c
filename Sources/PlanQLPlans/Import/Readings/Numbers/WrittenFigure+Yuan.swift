extension WrittenFigure {
  /// The figure as an amount where 万 or 亿 ends its clause without 元, and what is counted is money by the words
  /// before it.
  func withYuan(in text: FoldedText) -> WrittenFigure {
    guard case .unknown = unit, let sign = text.scalar(places.upperBound),
      let power = ["万": 4, "亿": 8][sign],
      let money = MoneyUnit.all.first(where: { $0.power == power })
    else { return self }
    let next = text.scalar(places.upperBound + 1) ?? "。"
    let lead = text.part(0..<places.lowerBound).split { ",;。:、()".unicodeScalars.contains($0) }
    guard ",;。、)".unicodeScalars.contains(next), let own = lead.last,
      text.scalar(places.lowerBound - 1).map(FoldedText.isIdeograph) ?? false,
      own.contains(anyWord: WrittenFigure.moneyWords) || own.hasSuffix("安排")
    else { return self }
    var figure = self
    figure.unit = .money(money, currency: nil)
    figure.places = places.lowerBound..<(places.upperBound + 1)
    figure.lacksYuan = true
    return figure
  }

  /// The figure without its unit where 个 counts nothing but a magnitude: 5个多亿.
  func withoutFalseCount(in text: FoldedText) -> WrittenFigure {
    let rest = text.dropFirst(places.upperBound)
    guard case .count("个") = unit, ["亿", "万", "多亿", "多万"].contains(where: { rest.hasPrefix($0) })
    else { return self }
    var figure = self
    figure.unit = .unknown
    return figure
  }

  private static let moneyWords = [
    "投资", "资金", "补助", "经费", "收入", "支出", "拨款", "贷款", "造价", "概算", "金额", "费用",
  ]
}
