/// A paragraph of one task or several, cut at those who answer for each:
/// `task (A牵头,B配合)。 task 〔责任单位:C〕 text`, `task。责任单位:A;完成时限:…`.
struct TaskParagraph: Sendable {
  /// A task with those who answer for it; the text is blank where a list of units stands alone.
  struct Part: Sendable {
    var body: FoldedText
    var units: UnitList
  }

  private(set) var parts: [Part] = []
  /// What stands after the last list of units.
  private(set) var rest = FoldedText.empty

  /// Reads a paragraph; nil where nobody is named who answers for something.
  init?(_ text: FoldedText) {
    var start = 0
    for bracket in text.outerBrackets(
      opening: TaskParagraph.opening, closing: TaskParagraph.closing)
    {
      let inner = text.part((bracket.lowerBound + 1)..<(bracket.upperBound - 1))
      guard TaskParagraph.isAnswer(inner, at: bracket, in: text) else { continue }
      add(text.part(start..<bracket.lowerBound), UnitList(reading: inner))
      start = bracket.upperBound
    }
    rest = text.dropFirst(start).trimmed(TaskParagraph.isMark).unbroken
    for label in ["责任单位", "牵头单位", "主办单位", "责任部门"] where rest.contains(label + "为") {
      rest = rest.replacing(label + "为", with: label + ":")
    }
    if let place = TaskParagraph.label(in: rest) {
      add(rest.part(0..<place), UnitList(reading: rest.dropFirst(place)))
      rest = .empty
    }
    if parts.isEmpty, let led = TaskParagraph.led(text) {
      parts = [led]
      rest = .empty
    }
    if parts.isEmpty { return nil }
  }

  /// A numbered task that begins with those who answer for it: `1.由A牵头,B配合,推进…`, `2.A负责建设…`.
  private static func led(_ text: FoldedText) -> Part? {
    guard let numbering = Numbering(text), numbering.level >= 3 else { return nil }
    let number = text.part(0..<(text.count - numbering.rest.count))
    var rest = numbering.rest
    guard
      let mark = (rest.hasPrefix("由") ? ["牵头", "负责"] : ["负责"]).lazy
        .compactMap({ rest.firstPlaces(of: $0) }).first, (2...40).contains(mark.lowerBound)
    else { return nil }
    let names = rest.part(0..<mark.lowerBound).dropping(first: ["由"])
    var units = UnitList(reading: names, role: rest.hasPrefix("由") ? .lead : nil)
    rest = rest.dropFirst(mark.upperBound)
    if rest.hasPrefix(","), let stop = rest.dropFirst(1).firstPlaces(of: ",") {
      let clause = rest.part(1..<(stop.lowerBound + 1))
      if let word = ["配合", "协助", "参与", "协办"].first(where: { clause.hasSuffix($0) }) {
        units.add(UnitList(reading: clause.dropLast(word.unicodeScalars.count), role: .support))
        rest = rest.dropFirst(stop.lowerBound + 1)
      }
    }
    let body = rest.trimmed { " ,:".unicodeScalars.contains($0) }
    guard !units.units.isEmpty, units.others.isEmpty, body.count >= 4, !body.hasPrefix("的"),
      units.units.allSatisfy({ UnitList.isCertain(FoldedText($0.name)) }),
      !body.contains(anyWord: ["完成投资", "已", "情况"])
    else { return nil }
    return Part(body: number.joined(body), units: units)
  }

  /// Adds a task; a list right after another one is more of that.
  private mutating func add(_ body: FoldedText, _ units: UnitList) {
    var body = body.unbroken.trimmed()
    if !parts.isEmpty || body.scalars.allSatisfy(TaskParagraph.isMark) {
      body = body.dropFirst(body.scalars.prefix(while: TaskParagraph.isMark).count)
    }
    body = body.dropping(last: [","])
    if body.isEmpty, let last = parts.indices.last {
      parts[last].units.add(units)
    } else {
      parts.append(Part(body: body, units: units))
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "。;,. ".unicodeScalars.contains(scalar)
  }

  private static let opening = "(【["
  private static let closing = ")】]"

  /// The place of the last bracket that is not closed.
  static func openBracket(in text: FoldedText) -> Int? {
    var open: [Int] = []
    for (place, scalar) in text.scalars.enumerated() {
      if opening.unicodeScalars.contains(scalar) { open.append(place) }
      if closing.unicodeScalars.contains(scalar) { _ = open.popLast() }
    }
    return open.last
  }

  /// Says whether what stands after an open bracket begins as a list of units does.
  static func mayBeUnits(_ text: FoldedText) -> Bool {
    let compact = text.compact
    guard !compact.isEmpty else { return false }
    if UnitList.beginsWithLabel(text) { return true }
    if UnitRole.labels.contains(where: { $0.text.hasPrefix(compact) }) { return true }
    guard text.count <= 400 else { return false }
    let list = UnitList(reading: text)
    let known = list.units.count { UnitKind.guess(FoldedText($0.name)) != nil }
    let isGoingOn = known > 1 || list.hasRoleWord || list.isUnfinished
    return known > 0 && known * 3 >= list.units.count * 2 && isGoingOn
  }

  /// Whether a bracket names those who answer for what stands before it: under a label, or by words
  /// of their roles at the end of a sentence, or alone after a numbered one.
  private static func isAnswer(
    _ inner: FoldedText, at bracket: Range<Int>, in text: FoldedText
  ) -> Bool {
    guard inner.count >= 2, inner.count <= 600 else { return false }
    if UnitList.beginsWithLabel(inner.unbroken) { return true }
    // (该项内容于4月5日前上报市创建办) says what is to be done with the task, and names nobody who answers for it.
    if inner.contains(anyWord: ["上报", "报送", "前报", "详见", "见附件"]) { return false }
    let after = text.dropFirst(bracket.upperBound).trimmed()
    let before = text.part(0..<bracket.lowerBound).trimmed()
    let endsAfter = after.firstVisible.map { "。;\n".unicodeScalars.contains($0) } ?? true
    let endsBefore = before.scalar(before.count - 1).map {
      "。;!)】".unicodeScalars.contains($0)
    }
    guard endsAfter || endsBefore ?? true else { return false }
    if UnitList.namesRoles(inner) { return true }
    // Below other text such a bracket may name who wrote it.
    guard after.trimmed(isMark).isEmpty, Numbering(text) != nil else { return false }
    let list = UnitList(reading: inner)
    guard !list.units.isEmpty, list.others.isEmpty,
      list.units.allSatisfy({ UnitList.isCertain(FoldedText($0.name)) })
    else { return false }
    // Amid a sentence towns and the like may be where something is done.
    return endsBefore == true
      || UnitKind.guess(FoldedText(list.units[0].name)) == .department
  }

  /// The place of a label that begins a list of units after a sentence or a blank.
  private static func label(in text: FoldedText) -> Int? {
    let scalars = text.scalars
    var start = 0
    for (place, scalar) in scalars.enumerated() {
      if "。;,!) ".unicodeScalars.contains(scalar) { start = place + 1 }
      guard scalar == ":", start > 0, place - start <= 10,
        let label = AnswerLabel(text.part(start..<place)), label != .person
      else { continue }
      let list = UnitList(reading: text.dropFirst(start))
      return list.units.isEmpty && list.due == nil ? nil : start
    }
    return nil
  }
}

extension UnitList {
  /// Adds what another list says.
  mutating func add(_ other: UnitList) {
    units += other.units.filter { !units.contains($0) }
    isOpen = isOpen || other.isOpen
    isUnfinished = isUnfinished || other.isUnfinished
    hasRoleWord = hasRoleWord || other.hasRoleWord
    due = due ?? other.due
    timing += other.timing
    fields += other.fields
    rules += other.rules
    behind += other.behind
    others += other.others
    placed += other.placed
  }
}
