extension DocumentReader {
  /// Lines of labels, `牵头单位:A`, which belong to the task above them, or to those below.
  mutating func acceptLabels(at place: Int) -> Int? {
    guard let block = labelBlock(at: place), !isOfSite(block) else { return nil }
    leaveTail()
    content.labels.formUnion(block.labels.map(\.string))
    for line in block.unlabelled {
      ledger.note(line, ImportMessages.unitsWithoutLabel)
    }
    if !attach(block.units, block.fields, status: block.status, at: block.lines) {
      standing = StandingUnits(
        units: block.units, fields: block.fields, lines: block.lines, place: .before)
      ledger.settle(block.lines, as: .continuation)
    }
    return block.end
  }

  /// The block of labels on lines that hold nothing but labels.
  func labelBlock(on lines: Range<Int>) -> LabelBlock? {
    var isLong = false
    return LabelBlock(
      self.lines, at: lines.lowerBound, before: lines.upperBound, below: nil, map: map,
      isLong: &isLong)
  }

  /// The block of labels that begins on a line.
  private mutating func labelBlock(at place: Int) -> LabelBlock? {
    guard place >= barrenBlocks else { return nil }
    var isLong = false
    let block = LabelBlock(lines, at: place, below: taskAbove(place), map: map, isLong: &isLong)
    if let block { return block }
    if isLong { barrenBlocks = place + LabelBlock.longest / 2 }
    return nil
  }

  /// The line right above a place that may be the task that labels there are said of.
  private func taskAbove(_ place: Int) -> FoldedText? {
    let line = pending.last?.line ?? current.map { content.nodes[$0].line }
    return line.flatMap { follows([$0], place) ? lines[$0].text : nil }
  }

  /// Whether labels below text that is in no list are those of who runs a site.
  private func isOfSite(_ block: LabelBlock) -> Bool {
    let labels: Set<String> = ["主办单位", "承办单位", "协办单位", "主管单位", "主管部门", "联办单位"]
    return content.items.isEmpty && pending.last.map { $0.numbering == nil } ?? true
      && block.labels.allSatisfy { labels.contains($0.compact) }
  }

  /// Whether labels on a line are said of the task right above it, rather than being a record with a
  /// matter of its own among them.
  mutating func standsUnderTask(_ place: Int) -> Bool {
    guard let last = pending.last, follows([last.line], place),
      let first = LabelBlock.label(of: lines[place])?.label,
      !["整改", "问题", "反馈", "编号", "序号"].contains(where: { first.contains($0) })
    else { return false }
    if last.numbering != nil { return true }
    guard AnswerLabel(first) != nil, let block = labelBlock(at: place) else { return false }
    return !block.labels.contains { label in
      map.known(label)?.isSubject ?? false
    }
  }
}

extension DocumentReader {
  /// A numbered line that names nothing but units, in a list of tasks ordered by unit.
  mutating func acceptUnitHeading(at place: Int) -> Bool {
    guard let numbering = Numbering(lines[place].text), unitHeadings.contains(place) else {
      return false
    }
    closeStanding()
    leaveTail()
    pending.removeAll()
    let name = DocumentReader.unitName(numbering)
    content.nodes.append(
      OutlineNode(
        level: numbering.level, number: numbering.number, title: name.string, line: place,
        parent: content.nodes.lastIndex { $0.level < numbering.level }))
    current = content.nodes.count - 1
    ledger.settle(place, as: .heading)
    ledger.note(place, ImportMessages.unitHeading(name.string))
    standing = StandingUnits(units: UnitList(reading: name), lines: [place], place: .heading)
    return true
  }

  private static func unitName(_ numbering: Numbering) -> FoldedText {
    numbering.rest.trimmed { "。:; ".unicodeScalars.contains($0) }
  }

  /// The lines that are headings of units: several of one level, each with a line of text below it
  /// that is none.
  static func unitHeadings(in lines: DocumentLines) -> Set<Int> {
    guard !lines.isOneTable else { return [] }
    var found: [(line: Int, level: Int)] = []
    for (place, line) in lines.enumerated() where line.cells.isEmpty && line.text.count <= 60 {
      guard let numbering = Numbering(line.text) else { continue }
      let name = unitName(numbering)
      guard name.count >= 2, !name.contains(":"), GradeHeading(name) == nil,
        UnitList.isList(name, isLoose: false),
        let next = lines[(place + 1)...].first(where: { !$0.isBlank })?.text,
        !UnitList.beginsWithLabel(next), next.scalar(0) != "(" || Numbering(next) != nil,
        Numbering(next).map({ $0.level > numbering.level }) ?? true
      else { continue }
      found.append((place, numbering.level))
    }
    found.removeAll { heading in
      let rest = lines[(heading.line + 1)...].prefix { line in
        line.text.isEmpty || Numbering(line.text).map { $0.level > heading.level } ?? true
      }
      return isAnswered(rest)
    }
    let counts = found.reduce(into: [:]) { $0[$1.level, default: 0] += 1 }
    return Set(found.filter { counts[$0.level, default: 0] > 1 }.map(\.line))
  }

  /// Whether the lines below a heading end in a label of their own for those who answer, the only one,
  /// so that the heading names the place that they are of: `责任单位:A` below `1.市科技馆`.
  private static func isAnswered(_ lines: [DocumentLine]) -> Bool {
    let filled = lines.filter { !$0.isBlank }
    let labels = filled.indices.filter { place in
      guard let label = LabelBlock.label(of: filled[place])?.label else { return false }
      return [.role(nil), .role(.lead)].contains(AnswerLabel(label))
    }
    guard labels.count == 1, let first = labels.first, first > 0 else { return false }
    return filled[(first + 1)...].allSatisfy { Numbering($0.text) == nil }
  }

  /// A paragraph below a heading that names units, or below labels before the tasks.
  mutating func acceptStanding(_ text: FoldedText, at place: Int) -> Bool {
    let numbering = Numbering(text)
    if let head = content.items.last, let current, content.nodes[current].isTask,
      head.lines.first == content.nodes[current].line
    {
      return acceptUnderTask(numbering, text, at: place)
    }
    guard var standing else { return false }
    let level = numbering?.level ?? 5
    guard standing.place == .heading || level <= 4 else { return false }
    if let first = standing.level, level > first, let last = content.items.indices.last {
      content.items[last].text = content.items[last].text.joined(text)
      content.items[last].lines.append(place)
      ledger.settle(place, as: .continuation)
      return true
    }
    standing.level = standing.level ?? level
    self.standing = standing
    add(text, standing.units, fields: standing.fields, at: [place])
    return true
  }

  /// Text below a heading that is a task: numbered items are the tasks instead, and other text says
  /// more of it.
  private mutating func acceptUnderTask(
    _ numbering: Numbering?, _ text: FoldedText, at place: Int
  ) -> Bool {
    guard let node = current, let head = content.items.last else { return false }
    if let numbering, numbering.level <= content.nodes[node].level {
      current = content.nodes[node].parent
      return false
    }
    guard let numbering, numbering.level > content.nodes[node].level else {
      content.items[content.items.count - 1].fields.append(
        LabelledText(label: "任务说明", text: text.string))
      ledger.settle(place, as: .continuation)
      return true
    }
    content.items.removeLast()
    content.nodes[node].isTask = false
    ledger.resettle(content.nodes[node].line, as: .heading)
    standing = StandingUnits(
      units: head.units, fields: head.fields, lines: head.lines, place: .section)
    return acceptStanding(text, at: place)
  }

  /// Ends what holds for the tasks below; says so where no task came.
  mutating func closeStanding() {
    if let standing, standing.level == nil {
      ledger.doubt(standing.lines.first, ImportMessages.unitsWithoutTask)
    }
    standing = nil
  }
}

extension DocumentReader {
  /// Takes items that name nobody into the list that they stand in, and says what of the text is no
  /// task.
  mutating func settleSiblings() {
    closeStanding()
    for place in rests { ledger.doubt(place, ImportMessages.textAfterUnits) }
    guard !content.items.isEmpty else { return }
    for node in content.nodes.indices where content.nodes[node].hasDuties {
      let taken = siblings(content.nodes[node].paragraphs.map(\.line), of: node)
      content.nodes[node].paragraphs.removeAll { taken.contains($0.line) }
    }
    let loose = lines.indices.filter { ledger.roles[$0] == .note && lines[$0].cells.isEmpty }
    _ = siblings(loose, of: nil)
    let order = content.items.indices.sorted {
      (content.items[$0].lines[0], $0) < (content.items[$1].lines[0], $1)
    }
    content.items = order.map { content.items[$0] }
  }

  /// Whether most of what was read as tasks is none: text that begins amid a sentence, or units that
  /// no name of a unit ends, as where the order of a text is broken.
  var isScrambled: Bool {
    let items = content.items.filter { !$0.units.units.isEmpty }
    guard items.count >= 3 else { return false }
    let broken = items.count { item in
      let known = item.units.units.count { UnitKind.guess(FoldedText($0.name)) != nil }
      let first = item.text.firstVisible ?? ","
      return item.text.count < 3 || "、,;:)。".unicodeScalars.contains(first)
        || known * 2 < item.units.units.count
    }
    return broken * 2 > items.count
  }

  /// Makes items of lines whose numbers go on with those of the items under a heading, or lead to
  /// them, and takes the lines below them for more of their text.
  private mutating func siblings(_ places: [Int], of node: Int?) -> Set<Int> {
    let found = numberedSiblings(places, of: node)
    var taken: Set<Int> = []
    var last: (item: Int, level: Int)?
    for place in places {
      let numbering = Numbering(lines[place].text)
      if let last, numbering.map({ $0.level > last.level }) ?? false {
        content.items[last.item].text = content.items[last.item].text
          .joined(lines[place].text)
        content.items[last.item].lines.append(place)
        ledger.resettle(place, as: .continuation)
        taken.insert(place)
        continue
      }
      last = nil
      guard let numbering, found.contains(place) else { continue }
      content.items.append(
        DutyItem(
          number: numbering.number, text: numbering.rest, units: UnitList(), lines: [place],
          node: node))
      ledger.resettle(place, as: .duty)
      ledger.doubt(place, ImportMessages.itemWithoutUnits)
      last = (content.items.count - 1, numbering.level)
      taken.insert(place)
    }
    return taken
  }

  /// The lines whose numbers, among those of their level, stand right before or after an item's.
  private func numberedSiblings(_ places: [Int], of node: Int?) -> Set<Int> {
    struct Entry {
      let line: Int
      let number: Int
      var isTaken: Bool
    }
    var levels: [Int: [Entry]] = [:]
    func add(_ line: Int, isItem: Bool) {
      guard let numbering = Numbering(lines[line].text), numbering.level >= 2 else { return }
      levels[numbering.level, default: []].append(
        Entry(line: line, number: numbering.number, isTaken: isItem))
    }
    for item in content.items where item.node == node { add(item.lines[0], isItem: true) }
    for place in places { add(place, isItem: false) }
    var found: Set<Int> = []
    for (_, unsorted) in levels where unsorted.contains(where: \.isTaken) {
      var entries = unsorted.sorted { $0.line < $1.line }
      for place in entries.indices.dropFirst()
      where entries[place - 1].isTaken && entries[place].number == entries[place - 1].number + 1 {
        entries[place].isTaken = true
      }
      for place in entries.indices.dropLast().reversed()
      where entries[place + 1].isTaken && entries[place].number == entries[place + 1].number - 1 {
        entries[place].isTaken = true
      }
      found.formUnion(entries.filter(\.isTaken).map(\.line))
    }
    return found
  }
}
