/// Tasks in groups that labels stand above, each numbered from 1 again: `责任单位:A`, `1.…`, `2.…`, and what
/// holds for all of them below, `完成时限:…`.
struct LedTasks {
  /// One group of tasks.
  struct Group {
    /// The lines of the labels above the tasks.
    let labels: Range<Int>
    /// The lines that the tasks begin on.
    let tasks: [Int]
    /// The lines of the labels below the last task.
    let below: Range<Int>
  }

  /// The groups by the first line of their labels.
  private(set) var groups: [Int: Group] = [:]
  /// The groups by the first line of the labels below their tasks.
  private(set) var groupsAbove: [Int: Group] = [:]

  /// Finds groups right below each other under the same label: one alone may be a task with labels, and what
  /// is done about it under numbers. A list that begins without such a label, or whose tasks have labels of
  /// their own, is none.
  init(in lines: DocumentLines) {
    guard !lines.isOneTable else { return }
    var place = 0
    while place < lines.count {
      let found = LedTasks.groups(at: place, in: lines)
      guard found.count > 1, found.contains(where: { $0.tasks.count > 1 }),
        !LedTasks.isBelowTask(place, in: lines)
      else {
        place = Swift.max(place + 1, found.last?.below.upperBound ?? 0)
        continue
      }
      for group in found {
        groups[group.labels.lowerBound] = group
        if !group.below.isEmpty { groupsAbove[group.below.lowerBound] = group }
      }
      place = Swift.max(place + 1, found[found.count - 1].below.upperBound)
    }
  }

  /// The groups that follow each other from a line on.
  private static func groups(at start: Int, in lines: DocumentLines) -> [Group] {
    guard let head = roleLabel(lines[start]) else { return [] }
    var groups: [Group] = []
    var place = start
    while place < lines.count, roleLabel(lines[place]) == head,
      let group = group(at: place, under: head, in: lines)
    {
      groups.append(group)
      let next = lines[group.below.upperBound...].firstIndex { !$0.isBlank }
      place = next ?? lines.count
    }
    // Labels that stand in the same place and head no tasks leave open what they are said of.
    return place < lines.count && roleLabel(lines[place]) == head ? [] : groups
  }

  /// The group whose labels begin on a line.
  private static func group(
    at start: Int, under head: String, in lines: DocumentLines
  ) -> Group? {
    var place = start
    var labels = start..<start
    while place < lines.count, lines.isBlank(place) || label(lines[place]) != nil {
      if place > start, roleLabel(lines[place]) == head { return nil }
      if !lines.isBlank(place) { labels = start..<(place + 1) }
      place += 1
    }
    guard place < lines.count, let first = item(lines[place]), first.number == 1 else { return nil }
    var tasks = [place]
    place += 1
    while place < lines.count, lines.isBlank(place) || label(lines[place]) == nil,
      lines[place].cells.isEmpty
    {
      if let number = Numbering(lines[place].text), number.level <= first.level {
        guard number.level == first.level, number.number == tasks.count + 1 else { break }
        tasks.append(place)
      } else if !lines.isBlank(place), !goesOn(lines[place - 1]),
        Numbering(lines[place].text) == nil
      {
        break
      }
      place += 1
    }
    var end = place
    let below = place
    while place < lines.count, lines.isBlank(place) || label(lines[place]) != nil,
      roleLabel(lines[place]) != head
    {
      if !lines.isBlank(place) { end = place + 1 }
      place += 1
    }
    let isNext = place < lines.count && item(lines[place])?.number == tasks.count + 1
    return isNext ? nil : Group(labels: labels, tasks: tasks, below: below..<end)
  }

  /// Whether the text of a task may go on below a line: one that is full and ends amid a sentence.
  private static func goesOn(_ line: DocumentLine) -> Bool {
    line.text.count >= 20 && !["。", ";"].contains { line.text.hasSuffix($0) }
  }

  /// Whether the line above is a sentence or an item, so that labels on this one are said of it.
  private static func isBelowTask(_ place: Int, in lines: DocumentLines) -> Bool {
    guard let above = lines[..<place].last(where: { !$0.isBlank }) else { return false }
    let isItem = Numbering(above.text).map { $0.level > 2 } ?? false
    return isItem || label(above) != nil || above.text.hasSuffix("。")
  }

  private static func item(_ line: DocumentLine) -> Numbering? {
    guard line.cells.isEmpty, let number = Numbering(line.text), (3...4).contains(number.level)
    else { return nil }
    return number
  }

  /// The label of those who answer, or of until when, that a line begins with.
  private static func label(_ line: DocumentLine) -> AnswerLabel? {
    guard let (name, value) = LabelBlock.label(of: line), !value.isEmpty else { return nil }
    return AnswerLabel(name)
  }

  /// The label of a line of those who answer.
  private static func roleLabel(_ line: DocumentLine) -> String? {
    guard case .role? = label(line) else { return nil }
    return LabelBlock.label(of: line)?.label.compact
  }
}

extension DocumentReader {
  /// Labels above the tasks that they are said of, or below the last of these.
  mutating func acceptLed(at place: Int) -> Int? {
    if let group = ledTasks.groups[place],
      let block = labelBlock(on: group.labels)
    {
      leaveHeadingOfLed()
      content.labels.formUnion(block.labels.map(\.string))
      standing = StandingUnits(
        units: block.units, fields: block.fields, lines: block.lines, place: .before)
      ledger.settle(block.lines, as: .continuation)
      ledger.note(place, ImportMessages.labelsOfAll(group.tasks.count))
      return group.labels.upperBound
    }
    guard let group = ledTasks.groupsAbove[place],
      let block = labelBlock(on: group.below)
    else { return nil }
    content.labels.formUnion(block.labels.map(\.string))
    for item in content.items.indices where group.tasks.contains(content.items[item].lines[0]) {
      var units = block.units
      if content.items[item].units.due != nil { units.due = nil }
      content.items[item].units.add(units)
      content.items[item].fields += block.fields
      content.items[item].status = content.items[item].status ?? block.status
    }
    closeStanding()
    ledger.settle(block.lines, as: .continuation)
    ledger.note(place, ImportMessages.labelsOfAll(group.tasks.count))
    return group.below.upperBound
  }

  /// Begins a group of tasks: what stood for those above is no longer said of the next.
  private mutating func leaveHeadingOfLed() {
    closeStanding()
    leaveTail()
    pending.removeAll()
  }
}
