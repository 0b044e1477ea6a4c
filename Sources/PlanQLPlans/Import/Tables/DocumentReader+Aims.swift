/// What the text beside a list of tasks or a table says is to be reached.
extension DocumentReader {
  /// Reads the sentences below the headings that announce aims: 二、工作目标. A table of indicators says the same more exactly,
  /// so that beside one the text is left.
  mutating func readAims() {
    guard !content.tables.contains(where: { TableSubject($0) == .indicators }) else { return }
    let headings = proseHeadings
    let aims = headings.indices.filter { place in
      var next: Int? = place
      while let heading = next {
        if DocumentReader.announcesAims(headings[heading].text) { return true }
        next = headings[heading].parent
      }
      return false
    }
    let paragraphs = aims.flatMap(paragraphs(below:))
      .filter { ![.duty, .row, .continuation].contains(ledger.roles[$0.line]) && !$0.isOfTable }
      .sorted { $0.line < $1.line }
    let reader = ProseReader(
      paragraphs: paragraphs, headings: headings, year: periods.year, written: yearOfWriting)
    guard let (prose, used) = reader.readAims() else { return }
    content.prose = prose
    for line in used where ledger.roles[line] != .heading { ledger.resettle(line, as: .figure) }
    for node in aims { content.nodes[node].paragraphs.removeAll { used.contains($0.line) } }
  }

  /// Whether a heading announces what is to be reached, and not how it is looked after.
  private static func announcesAims(_ heading: FoldedText) -> Bool {
    let title = (Numbering(heading)?.rest ?? heading).withoutAsides.trimmed()
    return title.count <= 16
      && title.suffix(of: ["目标", "主要指标", "目标任务", "任务目标", "目标要求", "目标指标"]) != nil
  }
}
