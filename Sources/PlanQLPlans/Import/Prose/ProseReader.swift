/// What a document without a table says in sentences.
enum ProseContent: Sendable {
  case rules([ScoreRule])
  case rankings([Ranking])
  case classes([IndicatorClass])
  case bulletin(Bulletin)
}

/// Reads documents that have no table: rules of scoring, rankings, classes of indicators, bulletins.
struct ProseReader {
  let paragraphs: [ProseLine]
  /// The headings of the text, which may have points as rules do.
  let headings: [(text: FoldedText, line: Int)]

  /// What the document says, each with the lines that say it; a ranking or classes of indicators may
  /// stand beside the figures of a bulletin.
  func read() -> [(content: ProseContent, lines: Set<Int>)] {
    if let rules = rules() { return [rules] }
    var found: [(content: ProseContent, lines: Set<Int>)] = []
    if let lists = rankings() ?? classes() { found.append(lists) }
    let used = found.first?.lines ?? []
    if let bulletin = bulletin(without: used) { found.append(bulletin) }
    return found
  }

  private func rules() -> (ProseContent, Set<Int>)? {
    let all = (paragraphs.map { ($0.text, $0.line) } + headings.map { ($0.text, $0.line) })
      .sorted { $0.1 < $1.1 }
    var reader = RuleReader(takesLoose: ProseReader.isOfScores(all.map(\.0)))
    var lines: Set<Int> = []
    for (text, line) in all where reader.read(text, at: line) { lines.insert(line) }
    // Points alone are rules too, where several items have some.
    let parents = Set(reader.rules.compactMap(\.parent))
    let items = reader.rules.indices.count {
      !parents.contains($0) && reader.rules[$0].points != nil
    }
    let isOfRules = reader.rules.contains { !$0.isUnread && $0.text != nil } || items >= 3
    return isOfRules ? (.rules(reader.rules), lines) : nil
  }

  /// Whether lines are about scores: several say how many points something costs, or one of them
  /// names the scoring.
  static func isOfScores(_ lines: [FoldedText]) -> Bool {
    let rules = lines.count { RuleReader.isLoose($0) }
    let words = ["考核", "评分", "计分", "扣分", "得分", "考评", "打分"]
    return rules >= 2
      || rules == 1 && lines.contains { line in words.contains { line.contains($0) } }
  }

  private func rankings() -> (ProseContent, Set<Int>)? {
    var reader = RankingReader()
    var lines: Set<Int> = []
    for paragraph in paragraphs {
      let heading = headings.last { $0.line < paragraph.line }?.text
      if reader.read(paragraph.text, at: paragraph.line, heading: heading) {
        lines.insert(paragraph.line)
      }
    }
    return lines.isEmpty ? nil : (.rankings(reader.rankings), lines)
  }

  private func classes() -> (ProseContent, Set<Int>)? {
    var reader = IndicatorClassReader()
    var lines: Set<Int> = []
    for paragraph in paragraphs where reader.read(paragraph.text, at: paragraph.line) {
      lines.insert(paragraph.line)
    }
    return lines.isEmpty ? nil : (.classes(reader.classes), lines)
  }

  /// The first line, where it is a headline and not text.
  private var headline: ProseLine? {
    guard let first = paragraphs.first, let second = paragraphs.dropFirst().first,
      first.text.count <= 60, !first.text.contains("。"), !ListMark.begins(first.text),
      !first.goesOn(in: second, isWrapped: false)
    else { return nil }
    return first
  }

  /// A line without its sentences that are rankings or classes of indicators; nil where there are no
  /// others.
  private static func withoutLists(_ line: ProseLine) -> ProseLine? {
    let sentences = RankingReader.sentences(of: line.text).filter { sentence in
      var rankings = RankingReader()
      var classes = IndicatorClassReader()
      return !rankings.read(sentence, at: 0) && !classes.read(sentence, at: 0)
    }
    guard sentences.contains(where: { !WrittenFigure.all(in: $0).isEmpty }) else { return nil }
    let text = sentences.map { $0.string + "。" }.joined()
    return ProseLine(text: FoldedText(text), line: line.line, node: line.node, isAlone: true)
  }

  private func bulletin(without used: Set<Int>) -> (ProseContent, Set<Int>)? {
    var reader = BulletinReader()
    let headline = self.headline
    let rest = paragraphs.filter { $0.line != headline?.line }.compactMap { line in
      used.contains(line.line) ? ProseReader.withoutLists(line) : line
    }
    let lines = rest.map { line in
      guard let headline, line.text.contains(headline.text.folded) else { return line }
      let text = line.text.replacing(headline.text.folded, with: "")
      return ProseLine(text: text, line: line.line, node: line.node, isAlone: line.isAlone)
    }
    for text in ProseText.all(of: lines) { reader.read(text) }
    reader.finish()
    return reader.bulletin.isEmpty ? nil : (.bulletin(reader.bulletin), reader.usedLines)
  }
}
