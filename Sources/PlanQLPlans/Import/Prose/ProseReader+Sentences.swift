import PlanQLData

extension ProseReader {
  /// Reads rankings, grades, classes, targets and observed values sentence by sentence, and hands
  /// what is left to the reader of bulletins; gives the lines that say something.
  func readSentences(_ content: inout ProseContent) -> Set<Int> {
    let isBulletin = bulletin(paragraphs) != nil
    var reader = SentenceReader(year: year, titleLine: titleLine, isBulletin: isBulletin)
    let texts = ProseText.all(of: paragraphs)
    for (place, text) in texts.enumerated() {
      reader.read(text, at: place, heading: text.node.map { headings[$0].text })
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
    for text in texts { reader.read(text) }
    reader.finish()
    return reader.bulletin.isEmpty ? nil : (reader.bulletin, reader.usedLines)
  }

  /// Names each figure of a sentence that nothing was made of, with its line.
  func noteUnread(
    _ content: inout ProseContent, _ texts: [ProseText], besides lines: Set<Int>,
    read: [Int: [Range<Int>]]
  ) {
    var unread: [Int: [String]] = [:]
    for (place, text) in texts.enumerated() {
      for figure in Quantity.all(in: text.text) where figure.isOfSomething(in: text.text) {
        let line = text.line(at: figure.places.lowerBound)
        let isRead = (read[place] ?? []).contains { $0.contains(figure.places.lowerBound) }
        guard !isRead, !lines.contains(line), line != titleLine else { continue }
        unread[line, default: []].append(text.text.withWordsBefore(figure.places))
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

extension Quantity {
  /// Whether it has a unit, or another sign that it is no mere number: 0.48, 9万.
  fileprivate func isOfSomething(in text: FoldedText) -> Bool {
    unit != nil || value.scale > 0 || ["万", "亿"].contains(text.scalar(places.upperBound))
  }
}
