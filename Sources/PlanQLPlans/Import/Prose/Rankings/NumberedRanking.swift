/// A line of a ranking that is nothing but numbered names: `1.青山镇 2.白水镇 3.红石镇`.
struct NumberedNames: Sendable {
  private(set) var names: [(number: Int, name: FoldedText)] = []

  /// Reads a line; nil where it is not such a line as a whole, or its numbers do not go on one by one.
  init?(_ text: FoldedText) {
    for word in text.trimmed().words {
      guard let (number, length) = Numeral.integer(word), number <= 9999,
        let sign = word.scalar(length),
        ".、".unicodeScalars.contains(sign)
      else { return nil }
      let name = word.dropFirst(length + 1)
      guard (2...10).contains(name.count), name.scalars.allSatisfy(FoldedText.isIdeograph),
        names.last.map({ $0.number + 1 == number }) ?? true
      else { return nil }
      names.append((number, name))
    }
    guard let last = names.last, NumberedNames.isUnit(last.name) else { return nil }
  }

  private static func isUnit(_ name: FoldedText) -> Bool {
    name.suffix(of: ["镇", "乡", "街道", "办", "办事处", "村", "区", "县", "市", "社区", "局", "委"]) != nil
  }
}

/// Reads rankings whose places stand as numbers before the names, several on a line, perhaps group by group below
/// headings: `各镇排名如下:`, `一、青石县`, `1.青山镇 2.白水镇`.
struct NumberedRankingReader: Sendable {
  /// What the announced ranking is of; nil where none is announced.
  private var item: String?
  private var heading: FoldedText?

  /// Notes whether a sentence announces a ranking, or ends one.
  mutating func pass(_ sentence: ProseSentence) {
    let text = sentence.text.dropping(last: [":"])
    guard text.suffix(of: ["排名如下", "排序如下", "排名情况如下", "排名结果如下", "名次如下"]) != nil else {
      item = nil
      return
    }
    let last = SentenceClause.all(in: text).last?.text ?? text
    item = RankingHead.named(last.dropping(last: ["如下"])).name.string
    heading = nil
  }

  /// Takes a line of an announced ranking; gives it as a ranking of its own, or as more of the last one.
  mutating func read(_ sentence: ProseSentence, period: ProsePeriod?) -> (
    ranking: Ranking, goesOn: Bool
  )? {
    guard let item, let line = NumberedNames(sentence.text), let first = line.names.first else {
      return nil
    }
    let isSame = heading?.string == sentence.heading?.string
    heading = sentence.heading
    let entries = line.names.map {
      Ranking.Entry(unit: $0.name.string, line: sentence.line, place: $0.number)
    }
    let scope = sentence.heading.map { Numbering($0)?.rest ?? $0 }
    let ranking = Ranking(
      item: item, period: period, scope: scope?.string, part: nil, entries: entries,
      line: sentence.line)
    return (ranking, isSame && first.number > 1)
  }
}
