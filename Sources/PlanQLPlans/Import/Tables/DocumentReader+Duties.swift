extension DocumentReader {
  /// A paragraph that ends in the units that answer for it, over several lines where its bracket
  /// is open.
  mutating func acceptDuty(at place: Int) -> Int? {
    var text = lines[place].text
    guard text.scalars.contains("(") || text.contains("单位:") || text.contains("部门:") else {
      return nil
    }
    var taken = [place]
    if let open = DocumentReader.openBracket(text) {
      guard DocumentReader.maybeRoles(text.dropFirst(open + 1)) else { return nil }
      var next = place + 1
      while next < lines.count, taken.count < 5, DocumentReader.openBracket(text) != nil,
        Numbering(lines[next].text) == nil, !Boilerplate.matches(lines[next].text)
      {
        if !lines[next].isBlank {
          text = text.joined(lines[next].text)
          taken.append(next)
        }
        next += 1
      }
      guard DocumentReader.openBracket(text) == nil else {
        guard Numbering(lines[place].text) != nil else { return nil }
        leaveTail()
        ledger.leave([place], because: ImportMessages.unitsAreCutOff)
        return place + 1
      }
    }
    guard let (body, units) = DocumentReader.bodyAndUnits(text) else { return nil }
    add(body, units, at: taken)
    return (taken.last ?? place) + 1
  }

  /// The place of the last bracket that is not closed.
  private static func openBracket(_ text: FoldedText) -> Int? {
    var open: [Int] = []
    for (place, scalar) in text.scalars.enumerated() {
      if scalar == "(" { open.append(place) }
      if scalar == ")" { _ = open.popLast() }
    }
    return open.last
  }

  /// Says whether what stands after an open bracket begins as labels of roles do.
  private static func maybeRoles(_ text: FoldedText) -> Bool {
    let compact = text.compact
    guard !compact.isEmpty else { return false }
    return UnitRole.labels.contains { compact.hasPrefix($0.text) || $0.text.hasPrefix(compact) }
  }

  /// Parts a paragraph from the roles at its end, in brackets or after a full stop.
  private static func bodyAndUnits(_ text: FoldedText) -> (FoldedText, UnitList)? {
    let plain = text.trimmed { "。; ".unicodeScalars.contains($0) }
    if plain.hasSuffix(")") {
      var depth = 0
      for place in plain.scalars.indices.reversed() {
        if plain.scalar(place) == ")" { depth += 1 }
        if plain.scalar(place) == "(" { depth -= 1 }
        guard depth == 0 else { continue }
        let inner = plain.part((place + 1)..<(plain.count - 1))
        guard place > 0, UnitList.namesRoles(inner) else { return nil }
        return (plain.part(0..<place).trimmed(), UnitList(reading: inner))
      }
      return nil
    }
    guard let stop = plain.scalars.lastIndex(of: "。") else { return nil }
    let inner = plain.dropFirst(stop + 1).trimmed()
    guard UnitList.beginsWithLabel(inner) else { return nil }
    return (plain.part(0..<(stop + 1)), UnitList(reading: inner))
  }

  mutating func add(_ body: FoldedText, _ units: UnitList, at places: [Int]) {
    leaveTail()
    let numbering = Numbering(body)
    let units = withoutDitto(units, at: places[0])
    content.items.append(
      DutyItem(
        number: numbering.flatMap { $0.level >= 3 ? $0.number : nil },
        text: numbering?.rest ?? body, units: units, lines: places, node: current))
    if let current { content.nodes[current].hasDuties = true }
    ledger.settle(places[0], as: .duty)
    ledger.settle(Array(places.dropFirst()), as: .continuation)
  }

  /// The units of the item above under the same heading, where a list says no more than 同上.
  private mutating func withoutDitto(_ units: UnitList, at place: Int) -> UnitList {
    guard units.units.isEmpty, units.others.count == 1, let mark = units.others.first,
      DittoMark(FoldedText(mark)) == .above, let last = content.items.last, last.node == current,
      !last.units.units.isEmpty
    else { return units }
    var whole = last.units
    whole.due = units.due
    let names = FoldedText(whole.units.map(\.name).joined(separator: "、"))
    ledger.note(place, ImportMessages.dittoRead("责任单位", mark, LineLedger.excerpt(names)))
    return whole
  }

  /// Says which items of a list name no unit that answers for them.
  mutating func noteItemsWithoutUnits() {
    for item in content.items where item.mayLackUnits && item.units.units.isEmpty {
      ledger.doubt(item.lines[0], ImportMessages.itemWithoutUnits)
    }
  }

  /// A line of labels on its own, `牵头单位:A` or `(责任单位:A)`, which belongs to the paragraph above
  /// it.
  mutating func acceptLabels(at place: Int) -> Int? {
    var text = lines[place].text
    var further: [Int] = []
    if let (inner, others) = labelsInBrackets(at: place) {
      (text, further) = (inner, others)
    }
    guard UnitList.beginsWithLabel(text), text.count <= 300 else { return nil }
    if further.isEmpty { further = linesGoingOn(&text, after: place) }
    let units = UnitList(reading: text)
    guard !units.units.isEmpty || units.due != nil else { return nil }
    if let last = content.items.indices.last, follows(content.items[last].lines, place) {
      content.items[last].units.units += units.units
      content.items[last].units.due = units.due ?? content.items[last].units.due
      content.items[last].lines += [place] + further
      ledger.settle([place] + further, as: .continuation)
      return (further.last ?? place) + 1
    }
    let last = current.flatMap { content.nodes[$0].paragraphs.last }
    let isSubItem = last?.numbering.map { $0.level > 3 } ?? true
    if isSubItem, let task = taskAbove(place) {
      addTask(of: task, units, labels: [place] + further)
      return (further.last ?? place) + 1
    }
    guard let current, let paragraph = content.nodes[current].paragraphs.last,
      follows([paragraph.line], place), paragraph.line != content.nodes[current].line
    else { return nil }
    content.nodes[current].paragraphs.removeLast()
    content.nodes[current].hasDuties = true
    let numbering = paragraph.numbering
    content.items.append(
      DutyItem(
        number: numbering.flatMap { $0.level >= 3 ? $0.number : nil },
        text: numbering?.rest ?? paragraph.text, units: units,
        lines: [paragraph.line, place] + further, node: current))
    ledger.resettle(paragraph.line, as: .duty)
    ledger.settle([place] + further, as: .continuation)
    return (further.last ?? place) + 1
  }

  /// What stands in the brackets that a line, or a run of lines, is.
  private func labelsInBrackets(at place: Int) -> (inner: FoldedText, further: [Int])? {
    var text = lines[place].text
    guard text.scalar(0) == "(", UnitList.beginsWithLabel(text.dropFirst(1)) else { return nil }
    var further: [Int] = []
    var next = place + 1
    while DocumentReader.openBracket(text) != nil, next < lines.count, further.count < 4 {
      if !lines[next].isBlank {
        text = text.joined(lines[next].text)
        further.append(next)
      }
      next += 1
    }
    let plain = text.trimmed { " 。;".unicodeScalars.contains($0) }
    guard plain.hasSuffix(")"), DocumentReader.openBracket(plain) == nil else { return nil }
    return (plain.part(1..<(plain.count - 1)), further)
  }

  /// The numbered task above a line of labels, with the items below it: 1.…, (1)…, (2)….
  private func taskAbove(_ place: Int) -> [Int]? {
    var found: [Int] = []
    for line in lines.indices[..<place].reversed().prefix(60) {
      if lines[line].isBlank { continue }
      guard [.note, .measure].contains(ledger.roles[line]), lines[line].cells.isEmpty else {
        return nil
      }
      found.append(line)
      if let numbering = Numbering(lines[line].text), numbering.level == 3 {
        return found.reversed()
      }
    }
    return nil
  }

  private mutating func addTask(of task: [Int], _ units: UnitList, labels: [Int]) {
    if let current { content.nodes[current].hasDuties = true }
    for node in content.nodes.indices {
      content.nodes[node].paragraphs.removeAll { task.contains($0.line) }
    }
    let numbering = Numbering(lines[task[0]].text)
    let rest = task.dropFirst().map { lines[$0].text.string }.joined()
    let text = (numbering?.rest ?? lines[task[0]].text).joined(FoldedText(rest))
    content.items.append(
      DutyItem(
        number: numbering?.number, text: text, units: units, lines: task + labels, node: current))
    ledger.resettle(task[0], as: .duty)
    for line in task.dropFirst() { ledger.resettle(line, as: .continuation) }
    ledger.settle(labels, as: .continuation)
  }

  /// Joins the lines to a list of units that end in a separator, and so go on below.
  private func linesGoingOn(_ text: inout FoldedText, after place: Int) -> [Int] {
    var further: [Int] = []
    var next = place + 1
    while let last = text.scalar(text.count - 1), "、,/".unicodeScalars.contains(last),
      further.count < 5
    {
      while next < lines.count, lines[next].isBlank { next += 1 }
      guard next < lines.count, lines[next].cells.isEmpty, lines[next].text.count <= 100,
        Numbering(lines[next].text) == nil, !Boilerplate.matches(lines[next].text),
        !UnitList.beginsWithLabel(lines[next].text)
      else { break }
      text = text.joined(lines[next].text)
      further.append(next)
      next += 1
    }
    return further
  }

  /// Says whether only blank lines stand between those lines and a place.
  private func follows(_ places: [Int], _ place: Int) -> Bool {
    guard let last = places.max(), last < place else { return false }
    return lines[(last + 1)..<place].allSatisfy(\.isBlank)
  }
}
