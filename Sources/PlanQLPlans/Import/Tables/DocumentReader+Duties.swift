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

  /// A line of labels on its own, `牵头单位:A`, which belongs to the paragraph above it.
  mutating func acceptLabels(at place: Int) -> Int? {
    var text = lines[place].text
    guard UnitList.beginsWithLabel(text), text.count <= 300 else { return nil }
    let further = linesGoingOn(&text, after: place)
    let units = UnitList(reading: text)
    guard !units.units.isEmpty || units.due != nil else { return nil }
    if let last = content.items.indices.last, follows(content.items[last].lines, place) {
      content.items[last].units.units += units.units
      content.items[last].units.due = units.due ?? content.items[last].units.due
      content.items[last].lines += [place] + further
      ledger.settle([place] + further, as: .continuation)
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
