extension DocumentReader {
  /// A heading of the text, or a numbered paragraph whose first sentence is one.
  mutating func acceptHeading(_ numbering: Numbering, at place: Int) -> Bool {
    guard numbering.level <= 2, !numbering.rest.isEmpty else { return false }
    var title = numbering.rest
    var body: FoldedText?
    if let stop = title.firstPlaces(of: "。") {
      let rest = title.dropFirst(stop.upperBound).trimmed()
      guard stop.lowerBound <= 30 else { return false }
      title = title.part(0..<stop.lowerBound)
      body = rest.isEmpty ? nil : rest
      if rest.isEmpty, numbering.level == 2 { return false }
    }
    guard title.count <= 60, let last = title.scalar(title.count - 1),
      !";,、".unicodeScalars.contains(last)
    else { return false }
    leaveTail()
    let parent = content.nodes.lastIndex { $0.level < numbering.level }
    content.nodes.append(
      OutlineNode(
        level: numbering.level, number: numbering.number,
        title: title.trimmed { ": ".unicodeScalars.contains($0) }.string, line: place,
        parent: parent))
    current = content.nodes.count - 1
    ledger.settle(place, as: .heading)
    if let body, let current {
      content.nodes[current].paragraphs.append(.init(line: place, text: body, numbering: nil))
    }
    return true
  }

  mutating func acceptText(_ text: FoldedText, at place: Int) {
    if isInTail {
      tail.append(place)
    } else if current != nil, goesOnWithItems(text) {
      add(text, UnitList(), at: [place])
      content.items[content.items.count - 1].mayLackUnits = true
    } else if let current {
      content.nodes[current].paragraphs.append(
        .init(line: place, text: text, numbering: Numbering(text)))
      ledger.settle(place, as: .measure)
    } else if content.title == nil, DocumentReader.isTitle(text) {
      content.title = (text.string, place)
      ledger.settle(place, as: .title)
    } else {
      ledger.settle(place, as: .note)
    }
  }

  /// Whether a line has the number after that of the last item of a list of tasks, so that it is one
  /// of them though it names no unit.
  private func goesOnWithItems(_ text: FoldedText) -> Bool {
    guard let numbering = Numbering(text), numbering.level == 3, content.items.count >= 2,
      let last = content.items.last?.number
    else { return false }
    return numbering.number == last + 1
  }

  /// Says whether a line can be the title of a plan.
  private static func isTitle(_ text: FoldedText) -> Bool {
    var plain = text
    if plain.hasSuffix(")"), let open = plain.scalars.lastIndex(of: "("), text.count <= 80 {
      plain = plain.part(0..<open).trimmed()
    }
    guard (6...60).contains(plain.count), plain.words.count <= 3,
      !plain.scalars.contains(where: { "。;,:!?|".unicodeScalars.contains($0) })
    else { return false }
    let endings = [
      "规划", "计划", "方案", "工作要点", "责任分工", "任务分解表", "任务分工", "纲要", "任务书", "责任清单", "任务清单",
      "分解方案", "行动", "工作任务", "重点项目表", "项目清单",
      "一览表", "汇总表", "计划表", "明细表", "安排表", "情况表", "分工表", "指标表", "清单", "台账", "重点项目", "主要指标",
      "进展情况", "完成情况", "名单", "重点工程", "考核办法", "评分细则", "任务分解", "得分表", "评分表", "考核表", "评分标准", "计分办法",
      "考核细则",
      "责任书", "进度表", "节点计划", "排名", "排名表", "考核结果", "考核得分", "台账表", "实施细则", "项目库", "情况", "矩阵", "一览",
      "公示", "通报", "目标任务",
    ]
    return endings.contains { plain.hasSuffix($0) }
      || plain.hasSuffix("表") && !plain.hasSuffix("代表")
  }

  /// Reads the sentences of a document that has no table.
  mutating func readProse() throws(ImportRefusal) {
    var paragraphs = lines.indices.filter { ledger.roles[$0] == .note && !ledger.isPreamble($0) }
      .map { ProseLine(text: lines[$0].text, line: $0, node: nil) }
    for (node, heading) in content.nodes.enumerated() {
      paragraphs += heading.paragraphs.map {
        ProseLine(text: lines[$0.line].text, line: $0.line, node: node)
      }
    }
    if let title = content.title {
      let text = lines[title.line].text
      paragraphs.append(ProseLine(text: text, line: title.line, node: nil, isAlone: true))
    }
    // A line with strokes is one of a table, read or not, and no sentence.
    paragraphs.removeAll { $0.isOfTable || ProseReader.isOfTable($0.text) }
    paragraphs.sort { $0.line < $1.line }
    let headings = content.nodes.map { (text: lines[$0.line].text, line: $0.line) }
    let reader = ProseReader(
      paragraphs: paragraphs, headings: headings, titleLine: content.title?.line,
      year: periods.year)
    guard let (prose, used) = reader.read() else { return }
    if let (line, title) = prose.refusal {
      guard !content.tables.isEmpty else {
        throw .rulesDestroyed(title, at: lines[line].place)
      }
      ledger.doubt(line, ImportMessages.ruleBroken(title))
    }
    content.prose = prose
    for line in used where ledger.roles[line] != .heading { ledger.resettle(line, as: .figure) }
    for node in content.nodes.indices {
      content.nodes[node].paragraphs.removeAll { used.contains($0.line) }
      guard prose.isReport || used.contains(content.nodes[node].line) else { continue }
      // What stands beside results or under an item with points is no measure of a plan.
      for paragraph in content.nodes[node].paragraphs
      where paragraph.line != content.nodes[node].line {
        ledger.resettle(paragraph.line, as: .note)
      }
      content.nodes[node].paragraphs = []
    }
  }
}
