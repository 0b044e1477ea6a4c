/// Which lines below a label say more of what stands under it, and which begin the next task.
extension LabelBlock {
  /// The next line that is not blank.
  func filled(after place: Int) -> Int? {
    all[(place + 1)...].firstIndex { !$0.isBlank }
  }

  /// Whether a line says more of a value: of one that is open, of a list of items that goes on, or
  /// of what is done about the task, in sentences up to the next label.
  func goesOn(_ value: FoldedText, at place: Int, _ taken: [Int], isOfUnits: Bool) -> Bool {
    let line = all[place]
    guard line.cells.isEmpty, line.text.count <= 300, LabelBlock.label(of: line) == nil,
      !Boilerplate.matches(line.text)
    else { return false }
    let isOpen = value.scalar(value.count - 1).map { "、,/".unicodeScalars.contains($0) } ?? true
    guard let number = Numbering.ofItem(line.text) else {
      let mayGoOn = taken.count > 1 || value.hasSuffix(";")
      return isOpen || !isOfUnits && mayGoOn && leadsToLabel(place)
    }
    let before = LabelBlock.label(of: all[taken[0]]).flatMap { Numbering.ofItem($0.value) }
    let items = [before].compactMap { $0 } + taken.dropFirst().compactMap { item(at: $0) }
    if isOfUnits {
      return UnitList.isCertain(number.rest)
        && (value.isEmpty ? number.number == 1 : isNext(number, after: items, at: place))
    }
    if isOpen { return !isBesideTask(number) }
    return (!items.isEmpty || taken.count > 1) && isNext(number, after: items, at: place)
  }

  /// Whether a number is that of the task after the one above the block, or of a heading above it.
  private func isBesideTask(_ number: Numbering) -> Bool {
    guard let task = task.flatMap({ Numbering($0) }) else { return false }
    return number.level < task.level || number.isNext(after: task)
  }

  private func item(at place: Int) -> Numbering? { Numbering.ofItem(all[place].text) }

  /// Whether a number goes on with the items of a value: not one of a level above theirs or above
  /// the task's, nor the number after the task's where theirs would be another.
  private func isNext(_ number: Numbering, after items: [Numbering], at place: Int) -> Bool {
    guard let first = items.first else { return number.number == 1 && number.level >= 2 }
    let task = task.flatMap { Numbering($0) }
    guard number.level >= Swift.max(first.level, task?.level ?? 0),
      let last = items.last(where: { $0.level <= number.level })
    else { return false }
    if last.level < number.level || last.number + 1 == number.number { return true }
    return number.number > last.number && !number.isNext(after: task)
      && filled(after: place).flatMap { LabelBlock.label(of: all[$0]) } == nil
  }

  /// Whether a line and those below it are sentences up to a label that has not come yet, below a
  /// label of what is done about a task. Those who answer for the task are named once, so that their
  /// label may be that of the next one where some have been.
  private func leadsToLabel(_ place: Int) -> Bool {
    guard task != nil, let label = labels.last?.compact,
      ["措施", "情况", "进展", "成效", "步骤"].contains(where: { label.hasSuffix($0) })
    else { return false }
    let below = all[place...].prefix(12).first { line in
      let last = line.text.scalar(line.text.count - 1)
      return !line.isBlank
        && (LabelBlock.label(of: line) != nil || Numbering.ofItem(line.text) != nil
          || last.map { !"。;!".unicodeScalars.contains($0) } ?? true)
    }
    guard let next = below.flatMap({ LabelBlock.label(of: $0) })?.label, !has(next) else {
      return false
    }
    guard case .role? = AnswerLabel(next) else { return true }
    return units.units.isEmpty
  }

  /// Whether a line is the next task: the label below it has come before, or it is one of several
  /// numbered lines that have the same label below them.
  func beginsTask(_ place: Int) -> Bool {
    let number = Numbering.ofItem(all[place].text)
    guard let label = label(below: place, number) else { return false }
    if has(label) { return true }
    guard let number,
      let next = all.indices[(place + 1)...].prefix(40).first(where: { line in
        item(at: line).map { $0.level <= number.level } ?? false
      }), let sibling = item(at: next), sibling.isNext(after: number)
    else { return false }
    return self.label(below: next, sibling)?.compact == label.compact
  }

  /// The label right below a line; text without a number may stand between where the line has the
  /// number after that of the task.
  private func label(below place: Int, _ number: Numbering?) -> FoldedText? {
    let isNext = task.flatMap { Numbering($0) }.flatMap { number?.isNext(after: $0) } ?? false
    for line in all[(place + 1)...].prefix(8) where !line.isBlank {
      if let label = LabelBlock.label(of: line)?.label { return label }
      guard isNext, Numbering.ofItem(line.text) == nil else { return nil }
    }
    return nil
  }

  /// Whether a label has come before.
  private func has(_ label: FoldedText) -> Bool {
    labels.contains { $0.compact == label.compact }
  }
}
