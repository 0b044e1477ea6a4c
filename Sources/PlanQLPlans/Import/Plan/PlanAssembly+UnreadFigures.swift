extension PlanAssembly {
  /// Names the figures of the text beside tables and lists of tasks, which is read for neither: each
  /// is in the plan or named with its line, but for those of lines about the page.
  mutating func noteUnreadFigures() {
    // The readers of sentences name what they leave themselves.
    let named = content.prose?.linesOfAims
    guard content.prose == nil || named != nil else { return }
    let measures = Set(draft.measures.map(\.text))
    var bodies: [Int: FoldedText] = [:]
    let sections = Set(draft.sections.map(\.title))
    for node in content.nodes {
      // A heading that became nothing of the plan may have said something.
      if !sections.contains(node.title), !measures.contains(node.title) {
        bodies[node.line] = FoldedText(node.title)
      }
      guard let first = node.paragraphs.first, first.line == node.line,
        !measures.contains(where: { $0.hasPrefix(first.text.string) })
      else { continue }
      bodies[node.line] = first.text
    }
    for (place, role) in ledger.roles.enumerated() {
      if named?.contains(place) ?? false { continue }
      let text = role == .note ? lines[place].text : role == .heading ? bodies[place] : nil
      guard let text, !PlanAssembly.isFurniture(text) else { continue }
      let stated = statedNumbers[place] ?? []
      let figures = Quantity.all(in: text).filter { figure in
        figure.unit != nil && !stated.contains { $0.isEqual(to: figure.value) }
      }
      guard !figures.isEmpty else { continue }
      ledger.doubt(
        place, ImportMessages.figuresUnread(figures.map { text.withWordsBefore($0.places) }))
    }
  }

  /// Whether a line is about the page and not about the plan.
  private static func isFurniture(_ text: FoldedText) -> Bool {
    text.count <= 60
      && text.contains(anyWord: [
        "浏览", "阅读", "点击", "字号", "下载", "发布时间", "发布日期", "电话", "邮编", "公示期", "公告期",
      ])
  }
}
