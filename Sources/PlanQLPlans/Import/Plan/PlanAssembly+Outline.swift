import PlanQLData

extension PlanAssembly {
  /// Makes measures of the headings with text and sections of those with headings or duties below;
  /// gives the sections by the places of their headings.
  mutating func addOutline() -> [Int: Int] {
    var sections: [Int: Int] = [:]
    let parents = Set(content.nodes.compactMap(\.parent))
    let stated = nodesWithFigures
    let measures = measurePlaces
    if areSafeguards(measures) { draft.hasSafeguards = true }
    let numbers = measures.map { content.nodes[$0].number }
    let isNumbered = Set(numbers).count == numbers.count && draft.measures.isEmpty
    let ofItems = Set(content.items.compactMap(\.node))
    let ofTables = Set(content.tables.compactMap(\.node)).subtracting(measures)
    for (place, node) in content.nodes.enumerated() {
      if PlanAssembly.isOfContacts(node), !parents.contains(place) {
        for line in [node.line] + node.paragraphs.map(\.line) { ledger.resettle(line, as: .note) }
        continue
      }
      let parent = node.parent.flatMap { sections[$0] }
      let isSection =
        parents.contains(place) || node.hasDuties || node.paragraphs.isEmpty
        || stated.contains(place) || ofTables.contains(place)
      if isSection && !node.isTask || ofItems.contains(place) {
        sections[place] = addSection(node.title, parent: parent, at: node.line)
      }
      guard measures.contains(place) else {
        // Text outside the safeguard measures is kept account of, but is no measure.
        for paragraph in node.paragraphs {
          if paragraph.line == node.line {
            ledger.doubt(node.line, ImportMessages.textBehindHeading)
          } else {
            ledger.resettle(paragraph.line, as: .note)
          }
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
  /// those that name what measures are about, with the others beside them where that is most of them.
  private var measurePlaces: [Int] {
    let withText = content.nodes.indices.filter {
      content.nodes[$0].paragraphs.contains { !PlanAssembly.isClosing($0.text) }
        && !content.nodes[$0].isTask
        && !PlanAssembly.isOfContacts(content.nodes[$0]) && !tellsOfPast($0)
    }
    let root = content.nodes.indices.first { place in
      content.nodes[place].title.contains("保障")
        && content.nodes.contains { $0.parent == place }
    }
    guard let root else {
      return withText.filter { place in
        let node = content.nodes[place]
        if node.hasDuties { return false }
        let beside = withText.filter { content.nodes[$0].parent == node.parent }
        let themed = beside.count { MeasureTheme.of(content.nodes[$0].title) != nil }
        return MeasureTheme.of(node.title) != nil || themed * 2 >= beside.count
      }
    }
    return withText.filter { place in
      var current: Int? = place
      while let node = current {
        if node == root { return true }
        current = content.nodes[node].parent
      }
      return false
    }
  }

  /// Whether the text below a heading states figures of what has been, and the heading says so, or
  /// nothing but headings is left beside them: 预算执行情况 over ⑴收入完成情况.
  private func tellsOfPast(_ place: Int) -> Bool {
    let node = content.nodes[place]
    guard nodesWithFigures.contains(place) else { return false }
    return ["情况", "回顾", "成效", "进展"].contains { node.title.hasSuffix($0) }
      || node.paragraphs.allSatisfy { paragraph in
        let last = paragraph.text.scalar(paragraph.text.count - 1) ?? "。"
        return paragraph.numbering != nil && !"。;:!?".unicodeScalars.contains(last)
      }
  }

  /// Whether a heading says nothing else than whom to call, with no more than that below it.
  private static func isOfContacts(_ node: OutlineNode) -> Bool {
    let title = FoldedText(node.title)
    guard let lead = contacts.first(where: { title.hasPrefix($0) }),
      node.paragraphs.allSatisfy({ $0.text.count <= 30 })
    else { return false }
    let rest = title.dropFirst(lead.unicodeScalars.count).trimmed()
    return rest.scalar(0).map { FoldedText.isDigit($0) || ":(及和".unicodeScalars.contains($0) }
      ?? true
  }

  /// Whether a text says whom to ask or to tell, and how.
  private static func isContact(_ text: FoldedText) -> Bool {
    contacts.contains { text.hasPrefix($0) }
  }

  private static let contacts = [
    "联系人", "联系电话", "联系方式", "监督电话", "举报电话", "投诉电话", "咨询电话", "电话:", "传真", "邮箱", "电子邮箱", "通讯地址", "邮编",
  ]

  /// Whether a line stands at the end of a letter: whom to ask, who signs it, and when.
  private static func isClosing(_ text: FoldedText) -> Bool {
    if isContact(text) { return true }
    let isDay =
      ProsePeriod.all(in: text, year: nil).first.map { $0.places == 0..<text.count } ?? false
    return isDay
      || text.count <= 25 && !text.contains(anyOf: Array("。,;:".unicodeScalars))
        && UnitKind.guess(text) != nil
  }

  /// Whether measures are what a document is about: they stand under 保障措施, or most of its
  /// headings name what measures are about.
  private func areSafeguards(_ places: [Int]) -> Bool {
    let nodes = places.map { content.nodes[$0] }
    let isUnderRoot = content.nodes.contains { $0.title.contains("保障") && $0.title.count <= 14 }
    let themed = nodes.count { MeasureTheme.of($0.title) != nil }
    return isUnderRoot && themed > 0 || themed >= 2 && themed * 2 > nodes.count
  }

  private mutating func addMeasure(_ node: OutlineNode, number: Int, section: Int?) {
    draft.measures.append(
      .init(
        number: number, title: node.title, theme: MeasureTheme.of(node.title)?.rawValue,
        text: PlanAssembly.text(of: node.paragraphs), section: section, units: [],
        place: lines[node.line].place))
    let found = node.paragraphs.reduce(0) { count, paragraph in
      count + DutyExtraction.duties(in: paragraph.numbering?.rest ?? paragraph.text).count
    }
    if found > 0 { ledger.note(node.line, ImportMessages.dutiesOfMeasure(node.title, found)) }
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
    var extras: [String: String] = [:]
    for (label, text) in item.units.kept + item.fields.map({ ($0.label, $0.text) }) {
      extras[label] = extras[label].map { $0 + "\n" + text } ?? text
    }
    if let text = item.units.due, due == nil { extras["原文完成时限"] = text.string }
    for label in item.fields.map(\.label) { ledger.note(place, ImportMessages.labelKept(label)) }
    draft.register(item.units.units)
    draft.duties.append(
      .init(
        measure: nil, section: section, text: item.text.string,
        kind: item.fields.contains { $0.label.contains("整改") } ? .rectification : .task,
        recurrence: recurrence(of: item), due: due, status: item.status,
        units: item.units.units, number: item.number, extras: extras,
        place: lines.place(place)))
  }

  /// How often an item wants something, by its words or those beside its units.
  private func recurrence(of item: DutyItem) -> DutyRecurrence? {
    DutyExtraction.recurrence(ofTask: item.text, isDue: item.units.due != nil)
      ?? item.units.timing.lazy.compactMap { DutyExtraction.recurrence(of: FoldedText($0)) }.first
  }

  /// Adds the members of leading groups as persons in charge.
  mutating func addMembers() {
    guard !content.members.isEmpty else { return }
    let name = StandardTables.officials.name.en
    let table = draft.furtherTable(named: name)
    for member in content.members {
      if let unit = member.unit {
        draft.register([ListedUnit(name: unit, role: nil, label: unit)])
      }
      let isOfGroup = member.charge == nil && !ChiefList.isLabel(member.label)
      var cells = ["name": member.name, isOfGroup ? "组内职务" : "职责": member.label]
      cells["负责范围"] = member.charge
      cells["协助单位"] = member.assistants
      cells["post"] = member.post
      cells["unit"] = member.unit
      draft.furtherTables[table].append(cells, at: lines.place(member.line))
    }
    draft.settleFurtherTable(named: name, first: ["name", "post", "unit"])
  }
}
