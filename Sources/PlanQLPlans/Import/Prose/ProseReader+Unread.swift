import PlanQLData

extension ProseReader {
  /// Names each figure of a sentence that nothing was made of, with its line: those of the sentences that no reader
  /// took, and those of the others that stand in nothing that was read of their line.
  func noteUnread(
    _ content: inout ProseContent, _ texts: [ProseText], besides lines: Set<Int>,
    read: [Int: [Range<Int>]]
  ) {
    var unread: [Int: [String]] = [:]
    var found = ReadFigures(content)
    for (place, text) in texts.enumerated() {
      let sentences = ProseSentence.all(of: text, at: place, heading: nil)
      func note(_ places: Range<Int>, isKept: ([Int]) -> Bool) {
        let line = text.line(at: places.lowerBound)
        guard !lines.contains(line), line != titleLine else { return }
        let sentence = sentences.last { $0.start <= places.lowerBound }
        let isRead = (read[place] ?? []).contains { $0.contains(places.lowerBound) }
        if isRead, isKept([line, sentence?.line ?? line]) { return }
        unread[line, default: []].append(text.text.withWordsBefore(places))
      }
      let ranges = FigureRange.all(in: text.text)
      for range in ranges where !text.text.isOfPlacesOrTimes(range) {
        note(range) { found.holds(range: text.text.part(range), on: $0) }
      }
      let ratios = FigureRange.ratios(in: text.text)
      for ratio in ratios { note(ratio) { found.holds(range: text.text.part(ratio), on: $0) } }
      for figure in Quantity.all(in: text.text)
      where !ratios.contains(where: { $0.overlaps(figure.places) })
        && figure.isOfSomething(in: text.text)
        && !ranges.contains(where: { $0.overlaps(figure.places) })
      {
        note(figure.places) { found.take(figure, on: $0) }
      }
      for rank in SpokenRank.all(in: text.text) {
        note(rank.places) { found.holds(rank, on: $0) }
      }
    }
    for line in paragraphs where line.isOfTable && !lines.contains(line.line) {
      let figures = Quantity.all(in: line.text).filter { $0.isOfSomething(in: line.text) }
      let words = figures.map { line.text.withWordsBefore($0.places) }
      if !words.isEmpty { unread[line.line, default: []] += words }
    }
    content.remarks += unread.sorted { $0.key < $1.key }.map { line, figures in
      ProseRemark(line: line, text: ImportMessages.figuresUnread(figures))
    }
  }
}

extension FoldedText {
  /// Whether a range is one of places, or says how long something takes: 1-3名, 3-5年, 5至10个工作日.
  fileprivate func isOfPlacesOrTimes(_ range: Range<Int>) -> Bool {
    let rest = dropFirst(range.upperBound)
    return ["工作日", "月"].contains { rest.hasPrefix($0) }
      || part(range).suffix(of: ["名", "位", "年", "月", "日", "周", "小时", "分钟"]) != nil
  }
}

extension Quantity {
  /// Whether it has a unit, or another sign that it is no mere number: 0.48, 9万, 占比为0.
  fileprivate func isOfSomething(in text: FoldedText) -> Bool {
    // 20个工作日, 前9个月 are times.
    let rest = text.dropFirst(places.upperBound)
    if ["工作日", "月"].contains(where: { rest.hasPrefix($0) }) { return false }
    return unit != nil || value.scale > 0
      || ["万", "亿"].contains(rest.trimmed().dropping(first: ["多", "余"]).scalar(0))
      || hasLatinUnit(in: text) || isStated(in: text)
  }

  /// Whether a unit of several Latin letters stands behind it, which is none that is known: 22Tbps.
  private func hasLatinUnit(in text: FoldedText) -> Bool {
    let rest = text.dropFirst(places.upperBound).scalars
    return rest.prefix { $0.isASCII && $0.properties.isAlphabetic }.count > 1
  }

  /// Whether a verb leads to a number without a unit that ends its clause, so that it is what something is: 指数为4.
  private func isStated(in text: FoldedText) -> Bool {
    let rest = text.dropFirst(places.upperBound)
    if MeasureWords.leadsOn(rest.part(0..<8)), value.significand < 1_000_000 { return true }
    let after = rest.scalar(0) ?? "。"
    guard ",。;、)".unicodeScalars.contains(after), value.significand < 1_000_000 else {
      return false
    }
    let before = text.part(Swift.max(0, places.lowerBound - 14)..<places.lowerBound).trimmed()
    return before.suffix(
      of: ["为", "是", "达到", "达", "降至", "降到", "均为", "仅", "下降到", "下降至"] + BoundWords.rising) != nil
      && !before.contains(anyWord: ["电话", "编号", "邮编", "号码", "文号", "代码", "注"])
  }
}
