import PlanQLData

/// Places that 分别 gives to names in their order: `甲区、乙区、丙县分别位列全市第一、第三、第五名`.
extension RankingReader {
  /// Reads a sentence that gives as many places as it names units.
  mutating func readPaired(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    let text = sentence.text
    guard let mark = text.firstPlaces(of: "分别") ?? text.firstPlaces(of: "分列"),
      let (places, scope, end) = RankingReader.places(behind: mark.upperBound, in: text)
    else { return nil }
    let before = text.part(0..<mark.lowerBound)
    let start = before.scalars.lastIndex { ",:;".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
    let names = NameList.names(in: before.dropFirst(start), count: places.count)
      .map { SubjectWords.withoutLeads($0) }
    guard places.count > 1, names.count == places.count,
      names.allSatisfy({ UnitKind.guess($0) != nil || StatementPlace.isPlace($0) })
    else { return nil }
    let named = RankingHead.named(before.part(0..<start).dropping(last: [",", ":", "中"])).name
    let heading = sentence.heading.map { RankingHead.named($0).name.string }
    let isItem = named.count <= 24 && !named.contains(anyOf: Array(",均".unicodeScalars))
    let item =
      [isItem ? named.string : nil, heading, titled].compactMap(\.self).first { !$0.isEmpty }
      ?? "排名"
    let entries = zip(names, places).map {
      Ranking.Entry(unit: $0.string, line: sentence.line, place: $1)
    }
    rankings.append(
      Ranking(
        item: item, period: period, scope: scope.isEmpty ? nil : scope.string, part: nil,
        entries: entries, line: sentence.line))
    lastHeading = sentence.heading
    return start..<end
  }

  /// The places that stand behind 分别, among whom they are, and where they end: 位列全市第一、第三、第五名.
  private static func places(
    behind start: Int, in text: FoldedText
  ) -> (places: [Int], scope: FoldedText, end: Int)? {
    let rest = text.dropFirst(start)
    let head = rest.dropping(first: ["位列", "位居", "名列", "排名", "排在", "排", "列", "居", "获得", "获"])
    guard head.count < rest.count || text.part(0..<start).hasSuffix("分列"),
      let first = head.firstPlaces(of: "第"), first.lowerBound <= 8
    else { return nil }
    let stop = head.scalars.firstIndex { ",;:。".unicodeScalars.contains($0) } ?? head.count
    let parts = head.part(first.lowerBound..<stop).split { "、和及与".unicodeScalars.contains($0) }
    let places = parts.compactMap { part -> Int? in
      // 第一、二名
      let plain = part.dropping(first: ["第"])
      guard let (place, length) = Numeral.integer(plain),
        ["", "名", "位"].contains(plain.dropFirst(length).compact)
      else { return nil }
      return place
    }
    guard places.count == parts.count else { return nil }
    return (places, head.part(0..<first.lowerBound), text.count - head.count + stop)
  }
}
