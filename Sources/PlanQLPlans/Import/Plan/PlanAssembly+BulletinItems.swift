/// The sections that the figures of a bulletin go to.
struct BulletinHomes {
  let groups: [Bulletin.Group]
  /// The sections of the groups; nil for those that are parts of an item.
  let places: [Int?]
  /// The sections of the headings.
  let headings: [Int: Int]
  /// The sections of groups within an item, by its line and the group.
  var parts: [[Int]: Int] = [:]
}

extension PlanAssembly {
  /// The section of a group below that of the group or heading that it is a part of.
  mutating func section(
    of group: Bulletin.Group, _ places: [Int?], _ headings: [Int: Int]
  ) -> Int {
    let parent = group.parent.flatMap { places[$0] } ?? group.node.flatMap { headings[$0] }
    // 一、黄龙溪整治项目。下达资金…: the heading is the group itself.
    let isHeading = group.parent == nil && parent.map { draft.sections[$0].title } == group.name
    let own = isHeading ? parent : nil
    let place = own ?? addSection(group.name, parent: parent, at: group.line)
    if groupSections[group.line] == nil, itemTitle(at: group.line) != nil {
      groupSections[group.line] = place
    }
    return place
  }

  /// Whether a group is only a part of the item of a list of tasks that names it: 其中甲区完成5所.
  func isPartOfItem(_ group: Bulletin.Group) -> Bool {
    itemTitle(at: group.line).map { !$0.contains(group.name) } ?? false
  }

  /// The section of a figure: that of what its sentence tells of, else of the item of a list of tasks
  /// that it stands in, else of the heading above. What only a part of the item has come to is below
  /// the section of the item.
  mutating func section(of figure: Bulletin.Figure, in homes: inout BulletinHomes) -> Int? {
    let heading = figure.node.flatMap { homes.headings[$0] }
    guard let title = itemTitle(at: figure.line) else {
      return figure.group.map { section(ofGroup: $0, at: nil, below: nil, in: &homes) } ?? heading
    }
    if let group = figure.group, title.contains(homes.groups[group].name) {
      return section(ofGroup: group, at: nil, below: nil, in: &homes)
    }
    let item = groupSections[figure.line] ?? addSection(title, parent: heading, at: figure.line)
    groupSections[figure.line] = item
    return figure.group.map { section(ofGroup: $0, at: figure.line, below: item, in: &homes) }
      ?? item
  }

  /// The section of a group by itself, or below an item.
  private mutating func section(
    ofGroup place: Int, at line: Int?, below item: Int?, in homes: inout BulletinHomes
  ) -> Int {
    if line == nil, let known = homes.places[place] { return known }
    let key = [line ?? -1, place]
    if let known = homes.parts[key] { return known }
    let group = homes.groups[place]
    let section = addSection(
      group.name, parent: item ?? group.node.flatMap { homes.headings[$0] }, at: line ?? group.line)
    homes.parts[key] = section
    return section
  }

  /// What an item that begins on a line is called: its first sentence, or the first words of it.
  func itemTitle(at line: Int) -> String? {
    guard let item = content.items.first(where: { $0.lines.first == line }) else { return nil }
    let stop = item.text.scalars.firstIndex { "。;:,".unicodeScalars.contains($0) }
    let title = item.text.part(0..<(stop ?? item.text.count)).trimmed()
    return (2...60).contains(title.count) ? title.string : nil
  }
}
