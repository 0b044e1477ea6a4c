import PlanQLData

extension PlanAssembly {
  /// Makes measures of the headings with text and sections of those with headings or duties below;
  /// gives the sections by the places of their headings.
  mutating func addOutline() -> [Int: Int] {
    var sections: [Int: Int] = [:]
    let parents = Set(content.nodes.compactMap(\.parent))
    let stated = nodesWithFigures
    let measures = measurePlaces
    let numbers = measures.map { content.nodes[$0].number }
    let isNumbered = Set(numbers).count == numbers.count && draft.measures.isEmpty
    for (place, node) in content.nodes.enumerated() {
      let parent = node.parent.flatMap { sections[$0] }
      let isSection =
        parents.contains(place) || node.hasDuties || node.paragraphs.isEmpty
        || stated.contains(place)
      if isSection {
        sections[place] = addSection(node.title, parent: parent, at: node.line)
      }
      guard measures.contains(place) else {
        // Text outside the safeguard measures is kept account of, but is no measure.
        for paragraph in node.paragraphs where paragraph.line != node.line {
          ledger.resettle(paragraph.line, as: .note)
        }
        continue
      }
      let number = isNumbered ? node.number : draft.measures.count + 1
      addMeasure(node, number: number, section: sections[place] ?? parent)
    }
    return sections
  }

  /// The headings under which sentences state figures, which are of the section.
  private var nodesWithFigures: Set<Int> {
    Set(content.prose?.bulletin?.figures.compactMap(\.node) ?? [])
  }

  /// The headings whose text is a measure: those under 保障措施 where there is such a heading, else
  /// all that have text.
  private var measurePlaces: [Int] {
    let withText = content.nodes.indices.filter { !content.nodes[$0].paragraphs.isEmpty }
    let root = content.nodes.indices.first { place in
      content.nodes[place].title.contains("保障")
        && content.nodes.contains { $0.parent == place }
    }
    guard let root else { return withText }
    return withText.filter { place in
      var current: Int? = place
      while let node = current {
        if node == root { return true }
        current = content.nodes[node].parent
      }
      return false
    }
  }

  private mutating func addMeasure(_ node: OutlineNode, number: Int, section: Int?) {
    draft.measures.append(
      .init(
        number: number, title: node.title, text: PlanAssembly.text(of: node.paragraphs),
        section: section, units: [], place: lines[node.line].place))
    for paragraph in node.paragraphs {
      for duty in DutyExtraction.duties(in: paragraph.numbering?.rest ?? paragraph.text) {
        draft.duties.append(
          .init(
            measure: draft.measures.count - 1, section: nil, text: duty.text, kind: duty.kind,
            recurrence: duty.recurrence, due: nil, units: [], number: nil,
            place: lines[paragraph.line].place))
      }
    }
  }

  /// The paragraphs as one text; a line that does not end a sentence goes on in the next.
  private static func text(of paragraphs: [OutlineNode.Paragraph]) -> String {
    var text = ""
    for (place, paragraph) in paragraphs.enumerated() {
      text += paragraph.text.string
      guard paragraphs.indices.contains(place + 1) else { break }
      let last = paragraph.text.scalar(paragraph.text.count - 1)
      let endsSentence = last.map { "。;:!?)”".unicodeScalars.contains($0) } ?? true
      let next = paragraphs[place + 1]
      let isAdjacent = next.line == paragraph.line + 1
      if endsSentence || !isAdjacent || next.numbering != nil { text += "\n" }
    }
    return text
  }

  /// Adds an item of a list of tasks.
  mutating func add(_ item: DutyItem, section: Int?) {
    let place = item.lines[0]
    check(item.units, of: LineLedger.excerpt(item.text), at: place)
    var due: Period?
    if let text = item.units.due { due = period(text, heading: "完成时限", at: place) }
    draft.register(item.units.units)
    draft.duties.append(
      .init(
        measure: nil, section: section, text: item.text.string, kind: .task,
        recurrence: DutyExtraction.recurrence(of: item.text), due: due, units: item.units.units,
        number: item.number, place: lines.place(place)))
  }
}
