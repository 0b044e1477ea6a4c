/// What a document without a table says in sentences.
enum ProseContent: Sendable {
  case rules([ScoreRule])
  case rankings([Ranking])
  case classes([IndicatorClass])
  case bulletin(Bulletin)
}

/// A paragraph of a document, with the heading that it stands under.
struct ProseParagraph: Sendable {
  let text: FoldedText
  let line: Int
  let node: Int?
}

/// Reads documents that have no table: rules of scoring, rankings, classes of indicators, bulletins.
struct ProseReader {
  let paragraphs: [ProseParagraph]
  /// The headings of the text, which may have points as rules do.
  let headings: [(text: FoldedText, line: Int)]

  /// What the document says, and the lines that say it; nil where it says nothing that is known.
  func read() -> (content: ProseContent, lines: Set<Int>)? {
    rules() ?? rankings() ?? classes() ?? bulletin()
  }

  private func rules() -> (ProseContent, Set<Int>)? {
    let all = (paragraphs.map { ($0.text, $0.line) } + headings.map { ($0.text, $0.line) })
      .sorted { $0.1 < $1.1 }
    var reader = RuleReader(takesLoose: ProseReader.isOfScores(all.map(\.0)))
    var lines: Set<Int> = []
    for (text, line) in all where reader.read(text, at: line) { lines.insert(line) }
    return reader.rules.contains { !$0.isUnread && $0.text != nil }
      ? (.rules(reader.rules), lines) : nil
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
    for paragraph in paragraphs where reader.read(paragraph.text, at: paragraph.line) {
      lines.insert(paragraph.line)
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

  private func bulletin() -> (ProseContent, Set<Int>)? {
    var reader = BulletinReader()
    let headline = paragraphs.first.flatMap { first in
      first.text.count <= 60 && !first.text.contains("。") ? first : nil
    }
    for paragraph in paragraphs where paragraph.line != headline?.line {
      let text = headline.map { paragraph.text.replacing($0.text.folded, with: "") }
      reader.read(text ?? paragraph.text, at: paragraph.line, node: paragraph.node)
    }
    return reader.bulletin.isEmpty ? nil : (.bulletin(reader.bulletin), reader.usedLines)
  }
}
