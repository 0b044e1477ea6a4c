/// A paragraph of the text that no task has been made of yet.
struct PendingText: Sendable {
  let line: Int
  let text: FoldedText
  let numbering: Numbering?
}

/// Those who answer for the tasks that follow: under the heading of a unit, or under labels that stand
/// before the tasks.
struct StandingUnits: Sendable {
  var units: UnitList
  var fields: [LabelledText] = []
  let lines: [Int]
  let place: Place

  /// Where the units stand.
  enum Place: Sendable {
    /// In a heading that names nothing else, so that all text below it is of their tasks.
    case heading
    /// Under labels below a heading of tasks, which may name further ones.
    case section
    /// Under labels before the tasks.
    case before
  }

  /// The level of the first task below.
  var level: Int?
}

extension DocumentReader {
  /// A paragraph that names those who answer for it, over several lines where its bracket is open;
  /// or such a list alone, which is of the paragraphs above it.
  mutating func acceptDuty(at place: Int) -> Int? {
    let text = lines[place].text
    guard lines[place].cells.isEmpty,
      text.contains(anyOf: Array("(【[:".unicodeScalars))
        || text.contains(anyWord: ["牵头", "负责", "单位为", "部门为"])
    else { return nil }
    guard let (whole, taken) = wholeParagraph(at: place) else {
      leaveTail()
      ledger.leave([place], because: ImportMessages.unitsAreCutOff)
      return place + 1
    }
    guard let paragraph = TaskParagraph(whole) else { return nil }
    for (number, part) in paragraph.parts.enumerated() {
      var part = part
      var places = number == 0 ? taken : [place]
      if number == 0, Numbering(part.body) == nil, let (lead, above) = openLines(before: place) {
        part.body = lead.joined(part.body)
        places = above + places
      }
      part.body = withoutHeadings(part.body, at: place)
      if part.body.scalars.contains(where: FoldedText.isIdeograph) || part.body.count > 3 {
        add(part.body, part.units, at: places)
      } else if !attach(part.units, [], status: nil, at: places) {
        leaveTail()
        ledger.leave(places, because: ImportMessages.unitsWithoutTask)
      }
    }
    if paragraph.parts.count == 1, whole.hasSuffix("。"), DocumentReader.goesOn(paragraph.rest),
      let last = content.items.indices.last, content.items[last].lines.contains(place)
    {
      content.items[last].text = content.items[last].text.joined(paragraph.rest)
    } else if paragraph.rest.count >= 4 {
      pending.append(PendingText(line: place, text: paragraph.rest, numbering: nil))
      rests.append(place)
    }
    return (taken.last ?? place) + 1
  }

  /// Whether the text behind those who answer for a task tells more of it, up to its full stop:
  /// 甲工程(责任单位:A)|总投资1.2亿元,已完成投资7800万元。
  private static func goesOn(_ rest: FoldedText) -> Bool {
    Numbering(rest) == nil
      && ["总投资", "计划", "概算", "估算", "已", "累计", "截至", "目前", "完成", "年度", ",", "。"].contains {
        rest.hasPrefix($0)
      }
  }

  /// A paragraph with the lines below it that an open list of units goes on over; nil where the list
  /// is cut off.
  private func wholeParagraph(at place: Int) -> (text: FoldedText, lines: [Int])? {
    var text = lines[place].text
    var taken = [place]
    guard let open = TaskParagraph.openBracket(in: text),
      TaskParagraph.mayBeUnits(text.dropFirst(open + 1))
    else { return (text, taken) }
    var next = place + 1
    while next < lines.count, taken.count < 5, TaskParagraph.openBracket(in: text) != nil,
      lines[next].cells.isEmpty, Numbering(lines[next].text) == nil,
      !Boilerplate.matches(lines[next].text)
    {
      if !lines[next].isBlank {
        text = text.joined(lines[next].text, by: "\n")
        taken.append(next)
      }
      next += 1
    }
    if TaskParagraph.openBracket(in: text) == nil { return (text, taken) }
    let isList = UnitList(reading: lines[place].text.dropFirst(open + 1)).hasRoleWord
    return Numbering(lines[place].text) == nil && !isList ? (lines[place].text, [place]) : nil
  }

  /// Adds a task with those who answer for it.
  mutating func add(
    _ body: FoldedText, _ units: UnitList, fields: [LabelledText] = [], status: String? = nil,
    at places: [Int]
  ) {
    leaveTail()
    let numbering = Numbering(body)
    settleSubheading(before: numbering, at: places[0])
    let units = withoutDitto(units, at: places[0])
    var node = current
    let isLower = node.map { (numbering?.level ?? 0) > content.nodes[$0].level } ?? false
    if let heading = node, content.nodes[heading].line == places[0], !isLower {
      content.nodes[heading].isTask = true
      node = content.nodes[heading].parent
    }
    content.items.append(
      DutyItem(
        number: numbering?.number, text: numbering?.rest ?? body, units: units, lines: places,
        node: node, status: status, fields: fields))
    if let node { content.nodes[node].hasDuties = true }
    for place in places {
      ledger.resettle(place, as: place == places[0] ? .duty : .continuation)
    }
    pending.removeAll()
  }

  /// A numbered line above tasks that are numbered lower or not at all is a heading; one beside tasks
  /// of its own level ends such a heading.
  mutating func settleSubheading(before numbering: Numbering?, at place: Int) {
    let level = numbering?.level ?? 5
    if let current, content.nodes[current].level >= 3, level <= content.nodes[current].level {
      self.current = content.nodes[current].parent
    }
    guard let last = pending.last, let number = last.numbering, (3...4).contains(number.level),
      number.level < level, follows([last.line], place), number.rest.count <= 30,
      let end = number.rest.scalar(number.rest.count - 1), !"。;,:".unicodeScalars.contains(end)
    else { return }
    take([last.line])
    let isBeside = current.map { content.nodes[$0].level >= number.level } ?? false
    content.nodes.append(
      OutlineNode(
        level: number.level, number: number.number, title: number.rest.string, line: last.line,
        parent: isBeside ? current.flatMap { content.nodes[$0].parent } : current))
    current = content.nodes.count - 1
    ledger.resettle(last.line, as: .heading)
  }

  /// The units of the item above under the same heading, where a list says no more than 同上.
  private mutating func withoutDitto(_ units: UnitList, at place: Int) -> UnitList {
    guard units.units.isEmpty, units.others.count == 1, let mark = units.others.first,
      DittoMark(FoldedText(mark)) == .above, let last = content.items.last, last.node == current,
      !last.units.units.isEmpty, !pending.contains(where: { $0.numbering != nil })
    else { return units }
    var whole = last.units
    whole.due = units.due
    let names = FoldedText(whole.units.map(\.name).joined(separator: "、"))
    ledger.note(place, ImportMessages.dittoRead("责任单位", mark, LineLedger.excerpt(names)))
    return whole
  }

  /// Says whether only blank lines stand between those lines and a place.
  func follows(_ places: [Int], _ place: Int) -> Bool {
    guard let last = places.max(), last < place else { return false }
    return lines[(last + 1)..<place].allSatisfy(\.isBlank)
  }
}

extension DocumentReader {
  /// Gives those who answer to what stands right above them: paragraphs, the task before, or the
  /// heading; says no where there is nothing.
  mutating func attach(
    _ units: UnitList, _ fields: [LabelledText], status: String?, at places: [Int]
  ) -> Bool {
    let place = places[0]
    if attachToGroup(units, fields, status: status, at: places) { return true }
    if let last = pending.last, last.line == place || follows([last.line], place) {
      let (text, taken) = takeTask(isSingle: isFollowedByNext(last, below: places))
      add(text, units, fields: fields, status: status, at: taken + places)
      return true
    }
    let isBefore = standing.map { $0.place == .before } ?? false
    if let last = content.items.indices.last, follows(content.items[last].lines, place),
      !isBefore || units.units.isEmpty
    {
      if standing?.place == .section, !units.units.isEmpty {
        ledger.doubt(place, ImportMessages.unitsBesideHeading)
      }
      content.items[last].units.add(units)
      content.items[last].fields += fields
      content.items[last].status = content.items[last].status ?? status
      content.items[last].lines += places
      ledger.settle(places, as: .continuation)
      return true
    }
    guard let node = current, content.nodes[node].paragraphs.isEmpty, !content.nodes[node].isTask,
      follows([content.nodes[node].line], place)
    else { return false }
    let heading = content.nodes[node]
    content.nodes[node].isTask = true
    content.items.append(
      DutyItem(
        number: heading.number, text: FoldedText(heading.title), units: units,
        lines: [heading.line] + places, node: heading.parent, status: status, fields: fields))
    if let parent = heading.parent { content.nodes[parent].hasDuties = true }
    ledger.resettle(heading.line, as: .duty)
    ledger.settle(places, as: .continuation)
    return true
  }

  /// Gives those who answer to each of the items above them, where these stand under a line that names
  /// nothing but the place that they are of: `2.市第二医院`, `(1)…`, `(2)…`.
  private mutating func attachToGroup(
    _ units: UnitList, _ fields: [LabelledText], status: String?, at places: [Int]
  ) -> Bool {
    guard let last = pending.last, follows([last.line], places[0]), !units.units.isEmpty,
      let (node, items) = groupAbove(level: last.numbering?.level ?? 0)
    else { return false }
    leaveTail()
    take(items.map(\.line))
    content.nodes[node].hasDuties = true
    for item in items {
      content.items.append(
        DutyItem(
          number: item.numbering?.number, text: item.numbering?.rest ?? item.text, units: units,
          lines: [item.line], node: node, status: status, fields: fields))
      ledger.resettle(item.line, as: .duty)
    }
    ledger.settle(places, as: .continuation)
    ledger.note(
      places[0], ImportMessages.unitsBelowGroup(content.nodes[node].title, items.count))
    return true
  }

  /// The items of one level that stand last, with the heading that they are under, a new one where a
  /// numbered line is it; nil where it names no place.
  private mutating func groupAbove(level: Int) -> (node: Int, items: [PendingText])? {
    let items = pending.reversed().prefix { $0.numbering?.level == level }.reversed()
    let count = pending.count - items.count
    guard !items.isEmpty else { return nil }
    if count == 0, let current, content.nodes[current].paragraphs.count == items.count,
      UnitList.isCertain(FoldedText(content.nodes[current].title))
    {
      return (current, Array(items))
    }
    guard count > 0, let head = pending[count - 1].numbering, head.level < level,
      UnitList.isCertain(head.rest)
    else { return nil }
    let line = pending[count - 1].line
    take([line])
    content.nodes.append(
      OutlineNode(
        level: head.level, number: head.number, title: head.rest.string, line: line,
        parent: current))
    ledger.resettle(line, as: .heading)
    return (content.nodes.count - 1, Array(items))
  }

  /// Takes the paragraphs that make up the task above a list of units: the last one, and where it is
  /// an item below another one or goes on with it, all from there.
  private mutating func takeTask(isSingle: Bool) -> (text: FoldedText, lines: [Int]) {
    var start = pending.count - 1
    let level = pending[start].numbering?.level ?? 5
    if level > 3, !isSingle,
      let head = pending.lastIndex(where: { $0.numbering.map { $0.level < level } ?? false })
    {
      let first = pending[head].numbering?.level ?? level
      let isWhole = pending[(head + 1)...].allSatisfy {
        $0.numbering.map { $0.level > first } ?? true
      }
      if isWhole { start = head }
    }
    let task = Array(pending[start...])
    let text = task.dropFirst().reduce(task[0].text) { text, next in
      let isClosed = text.scalar(text.count - 1).map { "。;:,、!?".unicodeScalars.contains($0) }
      return text.joined(next.text, by: isClosed == true || next.numbering != nil ? "" : " ")
    }
    let places = task.map(\.line)
    take(places)
    return (text, places)
  }

  /// Whether the next number of an item stands below those who answer for it, so that it is a task of its own and no
  /// part of what stands above it.
  private func isFollowedByNext(_ item: PendingText, below places: [Int]) -> Bool {
    guard let numbering = item.numbering, let last = places.max(),
      let next = lines[(last + 1)...].first(where: { !$0.isBlank }),
      let following = Numbering(next.text)
    else { return false }
    return following.level == numbering.level && following.number == numbering.number + 1
  }

  /// Takes paragraphs out of the text under their heading.
  mutating func take(_ places: [Int]) {
    pending.removeAll { places.contains($0.line) }
    rests.removeAll { places.contains($0) }
    guard let current else { return }
    content.nodes[current].paragraphs.removeAll { places.contains($0.line) }
  }
}
