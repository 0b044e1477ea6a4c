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
      if rest.isEmpty, numbering.level == 2, !isAboveText(place) { return false }
    }
    guard title.count <= 60, let last = title.scalar(title.count - 1),
      !";,、".unicodeScalars.contains(last), !DocumentReader.statesFigures(title)
    else { return false }
    leaveTail()
    leaveHeading()
    content.nodes.append(
      OutlineNode(
        level: numbering.level, number: numbering.number,
        title: title.trimmed { ": ".unicodeScalars.contains($0) }.string, line: place,
        parent: parent(of: numbering, at: place)))
    current = content.nodes.count - 1
    ledger.settle(place, as: .heading)
    if let body, let current {
      content.nodes[current].paragraphs.append(.init(line: place, text: body, numbering: nil))
      pending.append(PendingText(line: place, text: lines[place].text, numbering: numbering))
    }
    return true
  }

  /// Whether a numbered line says what came to how much, so that it is no title: 甲区:完成投资30亿元.
  private static func statesFigures(_ title: FoldedText) -> Bool {
    let plain = title.withoutAsides
    if let colon = plain.firstPlaces(of: ":"), colon.lowerBound >= 2,
      Quantity.all(in: plain.dropFirst(colon.upperBound)).contains(where: {
        $0.unit.map { !["年", "月", "日"].contains($0) } ?? false
      })
    {
      return true
    }
    return plain.contains(anyWord: ["完成", "达", "占", "增长", "下降", "到位", "支付", "下达"])
      && Quantity.all(in: plain).contains { $0.unit == "%" || $0.unit?.hasSuffix("元") ?? false }
  }

  /// Whether text or items of a lower level follow a line, so that a sentence on it is a heading.
  private func isAboveText(_ place: Int) -> Bool {
    guard let next = lines[(place + 1)...].prefix(4).first(where: { !$0.isBlank }),
      next.cells.isEmpty, LabelBlock.label(of: next) == nil
    else { return false }
    if let numbering = Numbering(next.text) { return numbering.level > 2 }
    return next.text.scalar(0).map { !"(【[".unicodeScalars.contains($0) } ?? false
  }

  /// The heading that one lies below; 第一节 lies below 第一章, of which it is a part.
  private func parent(of numbering: Numbering, at place: Int) -> Int? {
    func isPart(_ line: Int) -> Bool {
      lines[line].text.scalars.prefix(6).contains("节") && lines[line].text.hasPrefix("第")
    }
    guard numbering.level == 0, isPart(place) else {
      return content.nodes.lastIndex { $0.level < numbering.level }
    }
    return content.nodes.lastIndex { $0.level == 0 && !isPart($0.line) }
  }

  mutating func acceptText(_ text: FoldedText, at place: Int) {
    if isInTail {
      tail.append(place)
      return
    }
    if acceptStanding(text, at: place) { return }
    if let current {
      content.nodes[current].paragraphs.append(
        .init(line: place, text: text, numbering: Numbering(text)))
      ledger.settle(place, as: .measure)
    } else if content.title == nil, DocumentReader.isTitle(text) {
      content.title = (wholeTitle(text, at: place).string, place)
      ledger.settle(place, as: .title)
      return
    } else {
      ledger.settle(place, as: .note)
    }
    pending.append(PendingText(line: place, text: text, numbering: Numbering(text)))
  }

  /// A title with the line above it, where the two stand as one elsewhere in the document.
  private mutating func wholeTitle(_ text: FoldedText, at place: Int) -> FoldedText {
    guard let above = lines[..<place].suffix(3).lastIndex(where: { !$0.isBlank }),
      ledger.roles[above] == .note, lines[above].text.count <= 40
    else { return text }
    let whole = lines[above].text.joined(text)
    let wanted = whole.compact
    guard lines.prefix(100).contains(where: { $0.text.compact.contains(wanted) }) else {
      return text
    }
    ledger.resettle(above, as: .title)
    return whole
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
      "公示", "通报", "工作总结", "公报", "报告", "汇报", "月报", "季报", "周报", "年报", "简报", "快报", "状况", "概况", "公告",
      "目标任务", "评价结果",
    ]
    let endingsOfTables = [
      "任务", "投资安排", "项目安排", "任务安排", "工作安排", "资金安排", "计划安排", "建设安排", "进度安排",
    ]
    return endings.contains { plain.hasSuffix($0) }
      || Numbering(plain) == nil && plain.count >= 8
        && endingsOfTables.contains { plain.hasSuffix($0) }
      || plain.hasSuffix("表") && !plain.hasSuffix("代表")
  }

  /// The paragraphs right below a heading.
  func paragraphs(below node: Int) -> [ProseLine] {
    content.nodes[node].paragraphs.map {
      ProseLine(text: lines[$0.line].text, line: $0.line, node: node)
    }
  }

  /// The headings of the text, as the sentences below them need them.
  var proseHeadings: [ProseReader.Heading] {
    content.nodes.map {
      ProseReader.Heading(text: lines[$0.line].text, line: $0.line, parent: $0.parent)
    }
  }

  /// The last year that the first and the last lines date the document with.
  var yearOfWriting: Int? { WrittenYear.of((lines.prefix(60) + lines.suffix(60)).map(\.text)) }

  /// Reads the sentences of a document that has no table; those of items are of their tasks besides.
  mutating func readProse() throws(ImportRefusal) {
    var paragraphs = lines.indices.filter { ledger.roles[$0] == .note && !ledger.isPreamble($0) }
      .map { ProseLine(text: lines[$0].text, line: $0, node: nil) }
    paragraphs += content.nodes.indices.flatMap(paragraphs(below:))
    paragraphs += itemParagraphs
    if let title = content.title {
      let text = lines[title.line].text
      paragraphs.append(ProseLine(text: text, line: title.line, node: nil, isAlone: true))
    }
    // A line with strokes is one of a table, read or not, and no sentence.
    paragraphs.removeAll { $0.isOfTable || ProseReader.isOfTable($0.text) }
    paragraphs.sort { $0.line < $1.line }
    let reader = ProseReader(
      paragraphs: paragraphs, headings: proseHeadings, titleLine: content.title?.line,
      year: periods.year, written: yearOfWriting)
    guard let (prose, used) = reader.read() else { return }
    if let (line, title) = prose.refusal {
      guard !content.tables.isEmpty else {
        throw .rulesDestroyed(title, at: lines[line].place)
      }
      ledger.doubt(line, ImportMessages.ruleBroken(title))
    }
    content.prose = prose
    for line in used where ![.heading, .duty].contains(ledger.roles[line]) {
      ledger.resettle(line, as: .figure)
    }
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
