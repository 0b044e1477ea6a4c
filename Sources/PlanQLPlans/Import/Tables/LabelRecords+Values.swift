/// What the values of labels say besides.
extension LabelRecords {
  /// A field with those whose known labels stand within its value, behind a blank or the end of a
  /// sentence: `500万元 实施单位:县水利局`.
  func parted(_ field: Field) -> [Field] {
    var fields: [Field] = []
    var rest = field
    while let (label, start, end) = labelWithin(rest.value) {
      var first = rest
      first.value = rest.value.part(0..<start).trimmed { " ;,".unicodeScalars.contains($0) }
      fields.append(first)
      rest = Field(heading: label, value: rest.value.dropFirst(end).trimmed(), lines: field.lines)
    }
    rest.value = rest.value.trimmed { " ;".unicodeScalars.contains($0) }
    return fields + [rest]
  }

  /// The first known label within a value, with its places.
  private func labelWithin(
    _ value: FoldedText
  ) -> (label: FoldedText, start: Int, end: Int)? {
    for (place, scalar) in value.scalars.enumerated() where scalar == ":" {
      for length in (2...Swift.max(2, Swift.min(12, place))) {
        let start = place - length
        guard start > 0, let before = value.scalar(start - 1),
          " 。;,)".unicodeScalars.contains(before)
        else { continue }
        let label = value.part(start..<place)
        guard label.scalars.allSatisfy(FoldedText.isIdeograph), map.known(label) != nil else {
          continue
        }
        return (label, start, place + 1)
      }
    }
    return nil
  }

  /// A field as a table has it: `第二十七项` is the number 27, a sentence on the investment the amount
  /// that it states, and what brackets after a name say under a label a field of its own.
  func plain(_ field: Field) -> [Field] {
    if LabelRecords.kind(of: field.heading.compact) == .number {
      return [LabelRecords.numbered(field)]
    }
    switch column(field.heading)?.kind {
    case .investment?: return LabelRecords.withAmount(field)
    case .name?: return withBracket(field)
    case _: return [field]
    }
  }

  private static func numbered(_ field: Field) -> Field {
    let digits = field.value.scalars.filter { Numbering.value([$0]) != nil }
    guard let number = Numbering.value(digits),
      field.value.scalars.allSatisfy({ digits.contains($0) || "第项条号个 ".unicodeScalars.contains($0) }
      )
    else { return field }
    return Field(heading: field.heading, value: FoldedText(String(number)), lines: field.lines)
  }

  /// `总投资28000万元,其中争取上级投资22400万元`: the amount, and the sentence as it is written.
  private static func withAmount(_ field: Field) -> [Field] {
    guard !Amount.isAmount(field.value),
      let amount = leading(field.value) ?? StatedInvestment.amount(in: field.value)?.amount
    else { return [field] }
    let place = field.value.firstPlaces(of: amount.string)?.lowerBound ?? 0
    let isRough = field.value.part(Swift.max(0, place - 2)..<place).contains("约")
    var whole = field
    whole.value = isRough ? FoldedText("约").joined(amount) : amount
    whole.sources = sources(in: field.value)
    return [
      whole,
      Field(
        heading: FoldedText("原文" + field.heading.compact), value: field.value, lines: field.lines),
    ]
  }

  /// `167万元(专项资金)`, `9000万元(中央预算内投资4000万元)`: the amount with its unit that a value begins
  /// with.
  private static func leading(_ text: FoldedText) -> FoldedText? {
    if let lead = text.firstPlaces(of: "其中") {
      // 12000万元 over 其中:中央资金8000万元
      let amount = text.part(0..<lead.lowerBound).trimmed { " \n,;(".unicodeScalars.contains($0) }
      if Amount.isAmount(amount), MoneyUnit.suffix(of: amount) != nil { return amount }
    }
    guard let amount = Amount.lead(of: text), MoneyUnit.suffix(of: amount) != nil else {
      return nil
    }
    return amount
  }

  /// Where the parts of an amount begin: behind 其中, or in the bracket behind it.
  private static func startOfSources(_ text: FoldedText) -> Int? {
    if let lead = text.firstPlaces(of: "其中") { return lead.upperBound }
    guard text.hasSuffix(")"), let open = text.scalars.firstIndex(of: "(") else { return nil }
    return open + 1
  }

  /// The amounts behind 其中, each behind what it is called; none where one is no such.
  private static func sources(
    in text: FoldedText
  ) -> [(label: FoldedText, amount: FoldedText)] {
    guard let start = startOfSources(text) else { return [] }
    let parts = text.dropFirst(start).split { ",;、。()\n".unicodeScalars.contains($0) }
      .map { $0.trimmed { " :".unicodeScalars.contains($0) } }.filter { !$0.isEmpty }
    let found = parts.compactMap { part -> (label: FoldedText, amount: FoldedText)? in
      let label = part.scalars.prefix { !FoldedText.isDigit($0) }.count
      let amount = part.dropFirst(label)
      return label > 0 && MoneyUnit.suffix(of: amount) != nil && Amount.isAmount(amount)
        ? (part.part(0..<label).trimmed { " :".unicodeScalars.contains($0) }, amount) : nil
    }
    return found.count == parts.count ? found : []
  }

  private func withBracket(_ field: Field) -> [Field] {
    let name = field.value.trimmed { ";。 ".unicodeScalars.contains($0) }
    guard name.hasSuffix(")"), let open = name.scalars.lastIndex(of: "("), open > 1,
      let label = LineLabel(name.part((open + 1)..<(name.count - 1)), lengths: 2...12),
      let kind = column(label.name)?.kind, kind == .code || kind == .category || kind == .nature
    else { return [field] }
    return [
      Field(heading: field.heading, value: name.part(0..<open).trimmed(), lines: field.lines),
      Field(heading: label.name, value: label.value, lines: field.lines),
    ]
  }

  /// The project that the title of an approval names, for labels below it that name none.
  func nameInTitle(above start: Int) -> (name: FoldedText, line: Int)? {
    lines.indices.prefix(Swift.min(start, 30)).lazy.compactMap { place in
      let text = lines[place].text
      let next = lines[(place + 1)...].first { !$0.isBlank }
      let title = ApprovalTitle(text) ?? next.flatMap { ApprovalTitle(text.joined($0.text)) }
      return title.map { ($0.project, place) }
    }.first
  }
}
