import PlanQLData

/// Lists whose names stand before the words that rank them.
extension RankingReader {
  /// `按综合指数排名,甲、乙和丙相对较好(从第1名至第3名)`; a clause whose places are not told for each name is said.
  mutating func readJudged(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    let clauses = SentenceClause.all(in: sentence.text, at: ",")
    guard let first = clauses.firstIndex(where: { JudgedList.isLike($0.text) }) else { return nil }
    let before = Array(clauses[..<first])
    let named = RankingHead.criterion(of: before)
    let last = rankings.last.flatMap { $0.line == sentence.line ? $0 : nil }
    let whose = named?.scope ?? RankingHead.among(before[...])
    let scope = whose.isEmpty ? last?.scope : whose.string
    var end: Int?
    for clause in clauses[first...] where JudgedList.isLike(clause.text) {
      guard let list = JudgedList(clause.text, at: sentence.line) else {
        leave(clause.text, sentence)
        continue
      }
      let item = (named?.item ?? list.item).string
      rankings.append(
        Ranking(
          item: item.isEmpty ? last?.item ?? "" : item, period: period, scope: scope,
          part: list.part, entries: list.entries, line: sentence.line))
      lastHeading = sentence.heading
      end = clause.start + clause.text.count
    }
    return end.map { 0..<$0 }
  }

  /// `空气质量最好的县中,甲县、乙县排在前两位`; gives the clause that was read.
  mutating func readNamesFirst(_ sentence: ProseSentence, period: ProsePeriod?) -> Range<Int>? {
    defer { noteSentence(sentence.text.string) }
    let clauses = SentenceClause.all(in: sentence.text, at: ",")
    for (index, clause) in clauses.enumerated() {
      guard let (names, part) = RankingReader.namesBeforePart(clause.text) else { continue }
      let before = clauses[..<index].map { $0.text.string + "," }.joined()
      let announced = RankingHead.part(in: part)?.count
      let list = RankedList(names, announced: announced)
      guard let head = RankingHead(FoldedText(before + part.string)), list.rest.isEmpty,
        !list.isOpen, list.count > 1, list.count == announced,
        // 综合指数甲县、乙县: where the first name begins, is not said.
        !names.contains(anyWord: ["指数", "质量", "浓度", "率", "得分", "成绩", "水质"])
      else {
        if names.contains("、") { leave(clause.text, sentence) }
        continue
      }
      add(list, under: head, sentence, period: period)
      return clause.start..<(clause.start + clause.text.count)
    }
    return nil
  }

  /// The names that stand before a verb and the part of a ranking that ends a clause: 甲县、乙县排在前两位.
  private static func namesBeforePart(
    _ clause: FoldedText
  ) -> (names: FoldedText, part: FoldedText)? {
    let text = clause.trimmed { " 。".unicodeScalars.contains($0) }
    let start = Swift.max(0, text.count - 10)
    guard let end = RankingHead.firstPart(in: text.dropFirst(start)),
      start + end.upperBound == text.count
    else { return nil }
    let mark = (start + end.lowerBound)..<text.count
    let before = text.part(0..<mark.lowerBound)
      .dropping(last: ["全国", "全省", "全市", "全州", "全县", "全区", "的", "在"])
    let verbs = ["排名", "位居", "位列", "名列", "分列", "排", "居", "列"]
    guard let verb = before.suffix(of: verbs) else { return nil }
    let names = before.dropLast(verb.unicodeScalars.count).dropping(last: ["分别", "依次", "在"])
    return names.isEmpty ? nil : (withoutCount(names), text.part(mark))
  }

  /// Names without the number of them that stands behind: 甲、乙2个市.
  private static func withoutCount(_ names: FoldedText) -> FoldedText {
    guard let sign = names.lastPlaces(of: "个"), names.count - sign.upperBound <= 4,
      let start = names.part(0..<sign.lowerBound).scalars.lastIndex(where: { !isNumeral($0) })
    else { return names }
    return start + 1 < sign.lowerBound ? names.part(0..<(start + 1)).dropping(last: ["等"]) : names
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    FoldedText.isDigit(scalar) || Numbering.value([scalar]) != nil
  }

  /// Says that a part of a ranking was not read.
  private mutating func leave(_ text: FoldedText, _ sentence: ProseSentence) {
    remarks.append(
      .init(line: sentence.line, text: ImportMessages.rankingRestUnread(text.string)))
  }
}
