import PlanQLData

extension ProseReader {
  /// Reads rankings, grades, classes, targets and observed values sentence by sentence, and hands
  /// what is left to the reader of bulletins; gives the lines that say something.
  func readSentences(_ content: inout ProseContent) -> Set<Int> {
    let isBulletin = bulletin(paragraphs) != nil
    var reader = SentenceReader(
      year: year, written: written, titleLine: titleLine, isBulletin: isBulletin)
    let texts = ProseText.all(of: paragraphs)
    let labels = Dictionary(
      paragraphs.compactMap { $0.label.map { ($0.line, $0) } }, uniquingKeysWith: { one, _ in one })
    for (place, text) in texts.enumerated() {
      let line = text.line(at: 0)
      reader.read(
        text, at: place, under: path(of: text.node),
        label: labels[line - 1])
    }
    reader.take(into: &content)
    var used = reader.lines
    var read = reader.ranges
    if isBulletin {
      let rest = lines(texts, without: reader)
      if let found = bulletin(rest) {
        content.bulletin = found.bulletin
        used.formUnion(found.lines)
        // What the bulletin could not read, it names itself.
        let given = Set(rest.map(\.line))
        for (place, ranges) in reader.left {
          read[place, default: []] += ranges.filter { range in
            !texts[place].lines(of: range).isDisjoint(with: given)
          }
        }
      }
    }
    if !content.isEmpty { noteUnread(&content, texts, besides: [], read: read) }
    return used
  }

  /// What the sentences say is to be reached, and the lines that say it; nil where they say nothing of the kind.
  func readAims() -> (content: ProseContent, lines: Set<Int>)? {
    var content = ProseContent()
    var reader = SentenceReader(year: year, written: written, titleLine: nil, isBulletin: false)
    let texts = ProseText.all(of: paragraphs)
    for (place, text) in texts.enumerated() {
      reader.read(text, at: place, under: path(of: text.node))
    }
    reader.take(into: &content)
    guard !content.isEmpty else { return nil }
    content.linesOfAims = Set(paragraphs.map(\.line))
    noteUnread(&content, texts, besides: [], read: reader.ranges)
    return (content, reader.lines)
  }

  /// The headings that a paragraph stands below, the outermost first.
  private func path(of node: Int?) -> [FoldedText] {
    var path: [FoldedText] = []
    var next = node
    while let place = next {
      path.insert(headings[place].text, at: 0)
      next = headings[place].parent
    }
    return path
  }

  /// The lines of a bulletin: those that nothing was read of, and of the others the sentences left.
  private func lines(_ texts: [ProseText], without reader: SentenceReader) -> [ProseLine] {
    var left: [Int: [String]] = [:]
    for (place, ranges) in reader.left {
      for range in ranges {
        left[texts[place].line(at: range.lowerBound), default: []].append(
          texts[place].text.part(range).string)
      }
    }
    return paragraphs.compactMap { line in
      guard reader.lines.contains(line.line) else {
        let isOther = !reader.isEmpty && !reader.ofProjects.contains(line.line)
        return isOther && line.line != titleLine ? nil : line
      }
      guard let sentences = left[line.line], reader.ofProjects.contains(line.line) else {
        return nil
      }
      let text = sentences.map { $0 + "。" }.joined()
      return ProseLine(text: FoldedText(text), line: line.line, node: line.node, isAlone: true)
    }
  }

  /// The first line, where it is a headline and not text.
  private var headline: ProseLine? {
    guard let first = paragraphs.first, let second = paragraphs.dropFirst().first,
      first.text.count <= 60, !first.text.contains("。"), !ListMark.begins(first.text),
      !first.goesOn(in: second, isWrapped: false)
    else { return nil }
    return first
  }

  private func bulletin(_ lines: [ProseLine]) -> (bulletin: Bulletin, lines: Set<Int>)? {
    var reader = BulletinReader()
    let headline = self.headline
    let rest = lines.filter { $0.line != headline?.line }.map { line in
      guard let headline, line.text.contains(headline.text.folded) else { return line }
      let text = line.text.replacing(headline.text.folded, with: "")
      return ProseLine(text: text, line: line.line, node: line.node, isAlone: line.isAlone)
    }
    let texts = ProseText.all(of: rest)
    reader.heads = BulletinReader.heads(of: texts)
    reader.plannedNodes = Set(headings.indices.filter { SentenceContext.areOfPlan(path(of: $0)) })
    reader.region = headline.flatMap { PlanFacts.region(in: $0.text) }
    reader.siblings = BulletinReader.siblings(of: texts)
    for text in texts { reader.read(text) }
    reader.finish()
    return reader.bulletin.isEmpty ? nil : (reader.bulletin, reader.usedLines)
  }
}
