/// Reads records whose fields stand under labels: `整改任务:…` on lines of their own, or labels beside
/// their values in the cells of a form.
struct LabelRecords {
  let lines: DocumentLines
  let map: HeadingMap

  /// A field of a record while it is read.
  private struct Field {
    let heading: FoldedText
    var value: FoldedText
    var lines: [Int]
  }

  /// The records that begin on a line, as a table; nil where none do.
  func table(at place: Int) -> DocumentTable? {
    lines[place].cells.isEmpty ? fromLines(place) : fromCells(place)
  }

  private func column(_ heading: FoldedText) -> DocumentColumn? {
    if let known = map.known(heading) { return known }
    guard let kind = LabelRecords.kind(of: heading.compact) else { return nil }
    var column = DocumentColumn(unknown: heading)
    column.kind = kind
    return column
  }

  /// What labels are about that are no headings of tables.
  private static func kind(of label: String) -> ColumnKind? {
    if label == "问题编号" || label == "任务编号" || label == "问题序号" { return .number }
    return LabelBlock.isState(label) ? .status : nil
  }

  /// The columns of records of something to be put right, with the matter itself among them: where
  /// no label names it, what is to be reached.
  private static func withSubject(_ columns: [DocumentColumn]) -> [DocumentColumn] {
    guard !columns.contains(where: \.isSubject),
      columns.contains(where: { column in
        ["整改", "问题", "交办", "督办", "销号"].contains { column.heading.contains($0) }
      }),
      columns.contains(where: \.isUnits)
    else { return columns }
    var columns = columns
    let endings = ["标题", "整改目标", "事项", "内容", "目标"]
    for ending in endings {
      guard let place = columns.firstIndex(where: { $0.heading.hasSuffix(ending) }) else {
        continue
      }
      columns[place].kind = .task
      return columns
    }
    return columns
  }

  /// Makes a table of fields; a heading that comes again begins another record.
  private func table(_ fields: [Field], end: Int) -> DocumentTable? {
    var columns: [DocumentColumn] = []
    for field in fields where !columns.contains(where: { $0.heading == field.heading.string }) {
      columns.append(column(field.heading) ?? DocumentColumn(unknown: field.heading))
    }
    let header = TableHeader(columns: LabelRecords.withSubject(columns)).settled
    columns = header.columns
    let known = columns.filter { $0.kind != .other }
    guard known.count >= 2, columns.contains(where: \.isSubject), let first = fields.first else {
      return nil
    }
    var table = DocumentTable(header: header, headerLine: first.lines[0])
    var row: DocumentRow?
    for field in fields {
      let column = columns.firstIndex { $0.heading == field.heading.string } ?? 0
      if row.map({ !$0.cells[column].isEmpty }) ?? true {
        if let row { table.add(row) }
        row = DocumentRow(lines: [], cells: columns.map { _ in .empty })
      }
      row?.cells[column] = GridCell(field.value)
      row?.lines += field.lines
    }
    if let row { table.add(row) }
    let subject = columns.firstIndex(where: \.isSubject) ?? 0
    guard table.rows.allSatisfy({ !$0.cells[subject].isEmpty }) else { return nil }
    // 主要指标:到2025年,…: a paragraph that follows a label is no name of an indicator.
    let isText = columns[subject].kind == .indicator
    if isText, table.rows.contains(where: { $0.cells[subject].text.contains("。") }) { return nil }
    table.end = end
    return table
  }
}

extension LabelRecords {
  private func fromLines(_ start: Int) -> DocumentTable? {
    guard let first = labelled(lines[start].text), first.isKnown || isAmidLabels(start) else {
      return nil
    }
    var fields: [Field] = []
    var place = start
    while place < lines.count, lines[place].cells.isEmpty {
      let text = lines[place].text
      if text.isEmpty {
        place += 1
        continue
      }
      if let (label, value, _) = labelled(text) {
        fields.append(Field(heading: label, value: value, lines: [place]))
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
    guard isRecord(fields, after: start) else { return nil }
    return table(fields.map(LabelRecords.plain), end: place)
  }

  /// Whether another label stands on the line below a label that is not known, or below its value.
  private func isAmidLabels(_ place: Int) -> Bool {
    let next = lines[(place + 1)...].prefix(6).filter { !$0.isBlank }.prefix(2)
    return next.contains { $0.cells.isEmpty && labelled($0.text) != nil }
  }

  /// Whether fields that name no matter are a record all the same: not where the matter stands above
  /// them, as the task that they are said of.
  private func isRecord(_ fields: [Field], after place: Int) -> Bool {
    if fields.contains(where: { column($0.heading)?.isSubject ?? false }) { return true }
    let isNumbered = fields.contains { column($0.heading)?.kind == .number }
    let isTitled = fields.contains { $0.heading.hasSuffix("标题") }
    let above = lines[..<place].suffix(4).last { !$0.isBlank }?.text
    return isNumbered || isTitled || above.map { Numbering($0) == nil } ?? true
  }

  /// A field as a table has it: `第二十七项` is the number 27.
  private static func plain(_ field: Field) -> Field {
    guard kind(of: field.heading.compact) == .number else { return field }
    let digits = field.value.scalars.filter { Numbering.value([$0]) != nil }
    guard let number = Numbering.value(digits),
      field.value.scalars.allSatisfy({ digits.contains($0) || "第项条号个 ".unicodeScalars.contains($0) }
      )
    else { return field }
    return Field(heading: field.heading, value: FoldedText(String(number)), lines: field.lines)
  }

  /// The label that a line begins with, and what follows it.
  private func labelled(
    _ text: FoldedText
  ) -> (label: FoldedText, value: FoldedText, isKnown: Bool)? {
    guard let label = LineLabel(text, lengths: 2...12) else { return nil }
    let plain = withoutCount(label.name)
    let isKnown = column(plain) != nil
    let isWhole = !label.isNumbered && plain.count == label.name.count
    guard isKnown || isWhole && LabelBlock.isFieldLabel(plain) else { return nil }
    return (plain, label.value, isKnown)
  }

  /// The label of a matter without its number: `问题一`, `问题2`.
  private func withoutCount(_ label: FoldedText) -> FoldedText {
    let count = label.scalars.reversed().prefix {
      FoldedText.isDigit($0) || Numbering.value([$0]) != nil
    }.count
    let bare = label.dropLast(count)
    return count > 0 && column(bare)?.isSubject == true ? bare : label
  }

  /// Numbered lines go on with the value above them, and so does what stands below a bare label, and
  /// text between two labels.
  private func goesOn(_ text: FoldedText, _ field: Field?, at place: Int) -> Bool {
    guard let field, !Boilerplate.matches(text) else { return false }
    if field.value.isEmpty { return field.lines.count == 1 }
    if let numbering = Numbering(text) { return numbering.level >= 3 }
    guard let column = column(field.heading), !column.isUnits, column.kind != .due else {
      return false
    }
    let below = lines[(place + 1)...].prefix(12).first { line in
      !line.isBlank && (Numbering(line.text).map { $0.level < 3 } ?? (labelled(line.text) != nil))
    }
    return below.map { labelled($0.text) != nil } ?? false
  }
}

extension LabelRecords {
  private func fromCells(_ start: Int) -> DocumentTable? {
    var fields: [Field] = []
    var place = start
    var rows = 0
    while place < lines.count, lines[place].shape == lines[start].shape {
      if lines[place].isBlank {
        place += 1
        continue
      }
      guard let pairs = pairs(lines[place], at: place) else { break }
      fields += pairs
      rows += 1
      place += 1
    }
    guard rows >= 2, fields.count >= 3 else { return nil }
    return table(fields, end: place)
  }

  /// The labels of a row with the cells right of them; nil where a row is no form's.
  private func pairs(_ line: DocumentLine, at place: Int) -> [Field]? {
    let cells = line.cells.filter { $0.merge != .fromLeft }
    guard cells.count >= 2, cells.count.isMultiple(of: 2) || cells.last?.isEmpty == true else {
      return nil
    }
    var fields: [Field] = []
    for pair in stride(from: 0, to: cells.count - 1, by: 2) {
      let label = cells[pair].text.unbroken.trimmed { ": ".unicodeScalars.contains($0) }
      let value = cells[pair + 1]
      if label.isEmpty, value.isEmpty { continue }
      guard map.known(label) != nil, value.problem == nil,
        value.isEmpty || DocumentColumn(heading: value.text.unbroken) == nil
      else { return nil }
      fields.append(Field(heading: label, value: value.text, lines: [place]))
    }
    return fields.isEmpty ? nil : fields
  }
}
