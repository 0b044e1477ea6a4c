/// What stands before a task in its paragraph, or above it as the beginning of its text.
extension DocumentReader {
  /// The lines above a task that its text begins on: those that end amid a sentence, and the numbered one that they go on
  /// with; nil where the line above ends one.
  mutating func openLines(before place: Int) -> (text: FoldedText, lines: [Int])? {
    var start = pending.count
    var below = place
    while start > 0, follows([pending[start - 1].line], below), isOpen(pending[start - 1]) {
      start -= 1
      below = pending[start].line
      if pending[start].numbering != nil { break }
    }
    guard start < pending.count else { return nil }
    let open = Array(pending[start...])
    let text = open.dropFirst().reduce(body(of: open[0])) { $0.joined($1.text) }
    let places = open.map(\.line).filter { line in
      current.map { content.nodes[$0].line != line } ?? true
    }
    take(open.map(\.line))
    return (text, places)
  }

  /// The text of a line without the heading that it begins with.
  private func body(of text: PendingText) -> FoldedText {
    guard let current, content.nodes[current].line == text.line,
      let first = content.nodes[current].paragraphs.first, first.line == text.line
    else { return text.text }
    return first.text
  }

  /// Whether a line of text ends amid a sentence, and is no short line that may head what stands below it.
  private func isOpen(_ text: PendingText) -> Bool {
    guard let last = text.text.scalar(text.text.count - 1), text.text.count > 12 else {
      return false
    }
    let isSentence = text.text.contains(anyOf: Array("。,;、:".unicodeScalars))
    return isSentence && !"。;:!?)】]”".unicodeScalars.contains(last)
  }

  /// A task without the headings that stand before it in its paragraph: `一、目标 (一)促进消费。 1.把…`. These become
  /// headings of the text; what else stands before them is told.
  mutating func withoutHeadings(_ body: FoldedText, at place: Int) -> FoldedText {
    let marks = DocumentReader.marks(in: body)
    guard let first = marks.first, marks.count > 1 || first.start > 0 else { return body }
    let headings = zip(marks, marks.dropFirst()).map { mark, next in
      Numbering(body.part(mark.start..<next.start).trimmed { " 。".unicodeScalars.contains($0) })
    }
    guard headings.allSatisfy({ $0.map { !$0.rest.isEmpty } ?? false }) else { return body }
    var parts: [FoldedText] = []
    if first.start > 0 { parts.append(body.part(0..<first.start).trimmed()) }
    for numbering in headings.compactMap({ $0 }) {
      let (title, rest) = DocumentReader.titleAndRest(numbering.rest)
      leaveTail()
      leaveHeading()
      content.nodes.append(
        OutlineNode(
          level: numbering.level, number: numbering.number, title: title.string, line: place,
          parent: content.nodes.lastIndex { $0.level < numbering.level }))
      current = content.nodes.count - 1
      if !rest.isEmpty { parts.append(rest) }
    }
    if !parts.isEmpty {
      ledger.doubt(place, ImportMessages.textBeforeTask(parts.map { LineLedger.excerpt($0) }))
    }
    return body.dropFirst(marks[marks.count - 1].start)
  }

  private static func titleAndRest(_ text: FoldedText) -> (title: FoldedText, rest: FoldedText) {
    guard let stop = text.firstPlaces(of: "。") else { return (text, .empty) }
    return (text.part(0..<stop.lowerBound), text.dropFirst(stop.upperBound).trimmed())
  }

  /// The numbers of headings in a paragraph, each lower than the one before, and the first one of a task; they stand
  /// where a sentence begins.
  private static func marks(in body: FoldedText) -> [(start: Int, level: Int)] {
    var marks: [(start: Int, level: Int)] = []
    let scalars = body.scalars
    for place in scalars.indices {
      guard place == 0 || " 。".unicodeScalars.contains(scalars[place - 1]), scalars[place] != " ",
        let numbering = Numbering(body.part(place..<Swift.min(body.count, place + 40))),
        marks.last.map({ $0.level < numbering.level }) ?? (numbering.level <= 2)
      else { continue }
      marks.append((place, numbering.level))
      if numbering.level > 2 { break }
    }
    // A heading alone is the task itself.
    return marks.contains { $0.level > 2 } ? marks : []
  }
}
