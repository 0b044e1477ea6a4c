import PlanQLData

/// Times that a sentence names in passing, with which nothing behind them goes on.
extension ProsePeriod {
  /// Whether the words around a time name what was reached, which is of another time than itself: 达到2025年目标, or what
  /// something is a multiple of: 是2015年的1.2倍.
  static func isOfAnother(_ before: FoldedText, _ after: FoldedText) -> Bool {
    isOfMultiple(after) || isOfReachedAim(before, after)
  }

  private static func isOfMultiple(_ after: FoldedText) -> Bool {
    let rest = after.dropping(first: ["末", "底", "全年", "同期"])
    guard rest.hasPrefix("的") else { return false }
    let number = rest.dropFirst(1).dropping(first: ["约", "近", "接近", "整整"])
    let length = number.scalars.prefix { FoldedText.isDigit($0) || $0 == "." }.count
    return length > 0 && number.dropFirst(length).dropping(first: ["多", "余"]).hasPrefix("倍")
  }

  private static func isOfReachedAim(_ before: FoldedText, _ after: FoldedText) -> Bool {
    let aims = ["目标", "规划目标", "考核目标", "年度目标", "控制目标", "下降目标", "规划要求", "考核要求"]
    guard aims.contains(where: { after.hasPrefix($0) }),
      before.trimmed().suffix(of: ["达到", "已达", "达到了", "完成", "完成了", "实现", "实现了", "满足", "达成"]) != nil,
      !before.dropFirst(startOfClause(before)).contains(anyWord: ["确保", "力争", "争取", "为"])
    else { return false }
    // 实现2025年目标值85%: of that value.
    return !clause(after).scalars.contains(where: FoldedText.isDigit)
  }

  /// Whether the clause of a time tells when something was at its most and states no value: 其中1月浓度最高.
  func isOfExtreme(in text: FoldedText) -> Bool {
    let before = text.part(0..<places.lowerBound)
    let start = ProsePeriod.startOfClause(before)
    let rest = ProsePeriod.clause(text.dropFirst(places.upperBound))
    let own = before.dropFirst(start).joined(rest)
    return own.contains(anyWord: ["最高", "最低", "最重", "最差", "最好", "最多", "最少", "最大", "最小", "最轻"])
      && Quantity.all(in: own).allSatisfy { $0.unit == nil && $0.value.scale == 0 }
  }

  /// A text up to the sign that ends its clause.
  private static func clause(_ text: FoldedText) -> FoldedText {
    text.part(0..<(text.scalars.firstIndex(where: endsClause) ?? text.count))
  }

  /// Where the last clause of a text begins.
  private static func startOfClause(_ text: FoldedText) -> Int {
    text.scalars.lastIndex(where: endsClause).map { $0 + 1 } ?? 0
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    ",;:。!?".unicodeScalars.contains(scalar)
  }
}
