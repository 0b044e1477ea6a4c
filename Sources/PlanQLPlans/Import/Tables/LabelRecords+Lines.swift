/// Records of lines that begin with labels.
extension LabelRecords {
  mutating func fromLines(_ start: Int) -> DocumentTable? {
    guard let first = labelled(lines[start].text), first.isKnown || isAmidLabels(start) else {
      return nil
    }
    var fields: [Field] = []
    var place = start
    var number = Numbering(lines[start].text) == nil ? numberAbove(start) : nil
    while place < lines.count, lines[place].cells.isEmpty {
      let text = lines[place].text
      if text.isEmpty {
        place += 1
        continue
      }
      if let (label, value, _) = labelled(text) ?? counted(text, after: number)
        ?? headed(at: place, after: number, fields)
      {
        fields += parted(Field(heading: label, value: value, lines: [place]))
        number = Numbering(text)?.number ?? number
      } else if goesOn(text, fields.last, at: place) {
        let last = fields.count - 1
        fields[last].value =
          fields[last].value.isEmpty ? text : fields[last].value.joined(text, by: "\n")
        fields[last].lines.append(place)
      } else {
        break
      }
      place += 1
    }
    stop = place
    if !fields.contains(where: isSubject), Numbering(lines[start].text) != nil,
      let (name, line) = nameInTitle(above: start)
    {
      let first = Field(heading: FoldedText("项目名称"), value: name, lines: [start])
      var table = table([first] + fields.flatMap(plain), end: place)
      table?.nameLine = line
      return table
    }
    guard isRecord(fields, after: start) else { return nil }
    return table(fields.flatMap(plain), end: place)
  }

  private func isSubject(_ field: Field) -> Bool { column(field.heading)?.isSubject ?? false }

  /// Records that numbered names head, with nothing but labels below each: `1.饮水工程` over
  /// `投资:500万元 实施单位:县水利局`.
  mutating func fromNames(_ start: Int) -> DocumentTable? {
    var fields: [Field] = []
    var names: [Numbering] = []
    var place = start
    while place < lines.count, lines[place].cells.isEmpty {
      let text = lines[place].text
      if let name = name(at: place, after: names.last) {
        names.append(name)
        fields.append(
          Field(heading: FoldedText("序号"), value: FoldedText(String(name.number)), lines: [place]))
        fields.append(Field(heading: FoldedText("项目名称"), value: name.rest, lines: [place]))
      } else if !text.isEmpty {
        guard !names.isEmpty, let (label, value, _) = labelled(text) else { break }
        fields += parted(Field(heading: label, value: value, lines: [place]))
      }
      place += 1
    }
    stop = Swift.max(stop, place)
    let columns = fields.dropFirst(2).filter { $0.heading.string != "项目名称" }
      .compactMap { column($0.heading) }
    guard names.count >= 2, columns.contains(where: \.isMoney),
      !columns.contains(where: \.isSubject)
    else { return nil }
    return table(fields.flatMap(plain), end: place)
  }

  /// A numbered name, the next one where there was one before, whose next line has nothing but
  /// labels that are known.
  private func name(at place: Int, after last: Numbering?) -> Numbering? {
    guard let name = Numbering(lines[place].text), (2...60).contains(name.rest.count),
      !name.rest.scalars.contains(where: { "。;:".unicodeScalars.contains($0) }),
      last.map({ $0.level == name.level && $0.number + 1 == name.number }) ?? true,
      let next = lines[(place + 1)...].prefix(3).first(where: { !$0.isBlank }),
      let label = labelled(next.text), label.isKnown
    else { return nil }
    return name
  }

  /// Whether another label stands on the line below a label that is not known, or below its value.
  private func isAmidLabels(_ place: Int) -> Bool {
    let next = lines[(place + 1)...].prefix(6).filter { !$0.isBlank }.prefix(2)
    return next.contains { $0.cells.isEmpty && labelled($0.text) != nil }
  }

  /// Whether fields that name no matter are a record all the same: not where the matter stands above
  /// them, as the task that they are said of.
  private func isRecord(_ fields: [Field], after place: Int) -> Bool {
    if fields.contains(where: isSubject) { return true }
    let isNumbered = fields.contains { column($0.heading)?.kind == .number }
    let isTitled = fields.contains { $0.heading.hasSuffix("标题") }
    let above = lines[..<place].suffix(4).last { !$0.isBlank }?.text
    return isNumbered || isTitled || above.map { Numbering($0) == nil } ?? true
  }

  /// The label that a line begins with, and what follows it.
  private func labelled(
    _ text: FoldedText
  ) -> (label: FoldedText, value: FoldedText, isKnown: Bool)? {
    guard let label = LineLabel(text, lengths: 2...16) else { return nil }
    let plain = withoutCount(label.name)
    let isKnown = column(plain) != nil
    let isWhole = !label.isNumbered && plain.count == label.name.count
    guard isKnown || isWhole && LabelBlock.isFieldLabel(plain) else { return nil }
    return (plain, label.value, isKnown)
  }

  /// A label that is not known and has the number after that of the label above it.
  private func counted(
    _ text: FoldedText, after number: Int?
  ) -> (label: FoldedText, value: FoldedText, isKnown: Bool)? {
    guard let number, let label = LineLabel(text, lengths: 4...18), label.isNumbered,
      Numbering(text)?.number == number + 1, !LabelBlock.isContact(label.name),
      label.name.scalars.allSatisfy(FoldedText.isIdeograph)
    else { return nil }
    return (label.name, label.value, false)
  }

  /// A heading with the number after that of the label above it, over a paragraph that says what stands
  /// under it, in a record that names its project: `三、建设地点`.
  private func headed(
    at place: Int, after number: Int?, _ fields: [Field]
  ) -> (label: FoldedText, value: FoldedText, isKnown: Bool)? {
    guard let number, let heading = heading(at: place), heading.number == number + 1,
      fields.contains(where: { column($0.heading)?.kind == .name })
    else { return nil }
    let below = (place + 1)..<Swift.min(place + 12, lines.count)
    let isKnown = column(heading.rest) != nil
    guard
      isKnown
        || below.contains(where: { line in
          self.heading(at: line).flatMap { column($0.rest) } != nil
        })
    else { return nil }
    return (heading.rest, .empty, isKnown)
  }

  /// A numbered line of the text that is no more than a few words.
  private func heading(at place: Int) -> Numbering? {
    guard let numbering = Numbering(lines[place].text), numbering.level <= 2,
      (3...14).contains(numbering.rest.count),
      numbering.rest.scalars.allSatisfy(FoldedText.isIdeograph)
    else { return nil }
    return numbering
  }

  /// The number of the heading right above a line: 1 for `一、项目名称和代码`.
  private func numberAbove(_ place: Int) -> Int? {
    guard let above = lines[..<place].lastIndex(where: { !$0.isBlank }) else { return nil }
    return heading(at: above)?.number
  }

  /// The label of a matter without its number: `问题一`, `问题2`.
  private func withoutCount(_ label: FoldedText) -> FoldedText {
    let count = label.scalars.reversed().prefix {
      FoldedText.isDigit($0) || Numbering.value([$0]) != nil
    }.count
    let bare = label.dropLast(count)
    return count > 0 && column(bare)?.isSubject == true ? bare : label
  }

  /// Whether an item follows the last one of its level in the value of a field: (二) behind (一).
  private func isNext(_ numbering: Numbering, in field: Field) -> Bool {
    let items = field.lines.compactMap { line in
      Numbering(labelled(lines[line].text)?.value ?? lines[line].text)
    }
    let last = items.last { $0.level == numbering.level }
    return last.map { $0.number + 1 == numbering.number } ?? false
  }

  /// Whether a line is no more than the count of a matter, which heads the labels below it: 问题二.
  private func headsRecord(_ text: FoldedText) -> Bool {
    let plain = text.trimmed()
    return plain.count <= 10 && withoutCount(plain).count < plain.count
  }

  /// Numbered lines go on with the value above them, and so does what stands below a bare label, and
  /// text between two labels.
  private func goesOn(_ text: FoldedText, _ field: Field?, at place: Int) -> Bool {
    guard let field, !Boilerplate.matches(text), !headsRecord(text) else { return false }
    if field.value.isEmpty { return field.lines.count == 1 }
    if let numbering = Numbering(text) {
      return numbering.level >= 3 || numbering.level == 2 && isNext(numbering, in: field)
    }
    guard let column = column(field.heading), !column.isUnits, column.kind.form != .period else {
      return false
    }
    let below = lines[(place + 1)...].prefix(12).first { line in
      !line.isBlank && (Numbering(line.text).map { $0.level < 3 } ?? (labelled(line.text) != nil))
    }
    return below.map { labelled($0.text) != nil } ?? false
  }
}
