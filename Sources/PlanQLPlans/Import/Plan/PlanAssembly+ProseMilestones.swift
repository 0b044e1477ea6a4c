import PlanQLData

extension PlanAssembly {
  /// Takes milestones from the text around the tables: paragraphs that begin with a project, and
  /// those under a heading that is one.
  mutating func addProseMilestones() {
    for place in lines.indices {
      guard let role = ledger.roles[place], [.note, .measure, .heading].contains(role),
        !ledger.isPreamble(place)
      else { continue }
      let line = lines[place]
      guard line.cells.isEmpty else { continue }
      let text = Numbering(line.text)?.rest ?? line.text
      guard let (name, rest) = namedProject(text) ?? heading(of: place).map({ ($0, text) }) else {
        continue
      }
      let read = MilestoneText(rest, periods: periods)
      guard read.isDated, read.items.allSatisfy({ $0.due == nil || !$0.name.isEmpty }) else {
        continue
      }
      add(read, of: name, at: place)
      if role == .note { ledger.resettle(place, as: .figure) }
    }
  }

  private mutating func add(_ read: MilestoneText, of name: String, at place: Int) {
    let source = lines.place(place)
    let project =
      draft.project(named: name)
      ?? draft.append(.init(name: name, linePlace: place, source: source))
    let milestone = PlanDraft.Milestone(project: project, name: "", place: source)
    for item in read.items where item.due == nil {
      ledger.note(place, ImportMessages.milestoneWithoutDate(item.name))
    }
    for item in read.items {
      var found = milestone
      found.name = item.name
      found.due = item.due
      draft.milestones.append(found)
    }
    ledger.note(place, ImportMessages.milestonesRead(name, read.items.count))
  }

  /// The project that a paragraph begins with, and what is said of it: `甲渠工程：2023年6月底前完成…`.
  private mutating func namedProject(_ text: FoldedText) -> (name: String, rest: FoldedText)? {
    if let colon = text.firstPlaces(of: ":"), colon.lowerBound <= 40 {
      let name = text.part(0..<colon.lowerBound).trimmed()
      let rest = text.dropFirst(colon.upperBound).trimmed()
      return isProject(name) ? (name.string, rest) : nil
    }
    if let comma = text.firstPlaces(of: ",") {
      let name = text.part(0..<comma.lowerBound).trimmed()
      let rest = text.dropFirst(comma.upperBound).trimmed()
      let isDated = DateSpan(in: rest, year: periods.year)?.lead(in: rest) != nil
      if isDated, isProject(name) { return (name.string, rest) }
    }
    for project in draft.projects.table where text.hasPrefix(FoldedText(project.name).folded) {
      let rest = text.dropFirst(FoldedText(project.name).count)
        .trimmed { ",: ".unicodeScalars.contains($0) }
      if DateSpan(in: rest, year: periods.year)?.lead(in: rest) != nil {
        return (project.name, rest)
      }
    }
    return nil
  }

  /// The heading that a paragraph stands under, where it is a project.
  private mutating func heading(of place: Int) -> String? {
    guard ledger.roles[place] == .measure,
      let node = content.nodes.first(where: { node in
        node.paragraphs.contains { $0.line == place && $0.line != node.line }
      })
    else { return nil }
    return isProject(FoldedText(node.title)) ? node.title : nil
  }

  /// Whether a text names a project: one that is known, or by how it ends.
  private mutating func isProject(_ name: FoldedText) -> Bool {
    draft.project(named: name.string) != nil
      || (4...40).contains(name.count) && ["工程", "项目"].contains { name.hasSuffix($0) }
        && !["重点工程", "重点项目", "建设项目", "主要工程"].contains { name.compact == $0 }
        && !name.scalars.contains { ",。;、".unicodeScalars.contains($0) }
  }
}
