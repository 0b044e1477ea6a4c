/// Names that stand behind their amounts: 总投资10亿元的甲工程和总投资13亿元的乙工程.
extension BulletinReader {
  /// Reads an amount whose owner stands behind it, and those that go on with it; gives the place of the next figure, nil
  /// where it is no such amount.
  mutating func read(_ index: Int, withOwnersBehindIn figures: [ClauseWords]) -> Int? {
    guard figures[index].isAmount else { return nil }
    var label = BulletinReader.measure(alone: figures[index].own)
    var next = index
    let before = scope.subject
    isInList = true
    defer { isInList = false }
    while let name = label, next < figures.count, figures[next].isAmount,
      let (owner, more) = BulletinReader.owner(behind: figures[next])
    {
      enter(owner)
      append(name, figures[next].with(own: name))
      next += 1
      label = more
    }
    guard next > index else { return nil }
    scope.subject = before
    return next
  }

  /// A measure that stands alone before an amount.
  private static func measure(alone own: FoldedText) -> FoldedText? {
    let text = MeasureWords.withoutFillers(own.dropping(first: ["分别是", "分别为", "分别"]))
    return MeasureWords.amount(text).flatMap { $0.rest.isEmpty ? $0.label : nil }
  }

  /// The works that 的 behind an amount names, and the measure of the next amount behind them.
  private static func owner(behind words: ClauseWords) -> (FoldedText, FoldedText?)? {
    guard words.after.hasPrefix("的") else { return nil }
    let rest = words.after.dropFirst(1)
    let stop = rest.scalars.firstIndex { ",;:".unicodeScalars.contains($0) } ?? rest.count
    let stretch = rest.part(0..<stop).trimmed()
    let ends = ["项目", "工程"].compactMap { stretch.firstPlaces(of: $0)?.upperBound }
    guard let end = ends.min() else { return nil }
    let name = stretch.part(0..<end)
    let behind = stretch.dropFirst(end)
    guard name.count > 4, SubjectWords.isPlain(name), !SubjectWords.isWhole(name),
      PlanFacts.region(in: name) != nil || !SubjectWords.isGeneric(name)
    else { return nil }
    if behind.isEmpty { return (name, nil) }
    guard let sign = ["和", "与", "及", "、"].first(where: { behind.hasPrefix($0) }),
      let measure = measure(alone: behind.dropFirst(sign.unicodeScalars.count))
    else { return nil }
    return (name, measure)
  }
}
