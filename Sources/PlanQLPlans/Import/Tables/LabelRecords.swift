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
    map.column(heading) ?? DocumentColumn(heading: heading)
  }

  /// Makes a table of fields; a heading that comes again begins another record.
  private func table(_ fields: [Field], end: Int) -> DocumentTable? {
    var columns: [DocumentColumn] = []
    for field in fields where !columns.contains(where: { $0.heading == field.heading.string }) {
      columns.append(column(field.heading) ?? DocumentColumn(unknown: field.heading))
    }
    let header = TableHeader(columns: columns).settled
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
    var fields: [Field] = []
    var place = start
    while place < lines.count, lines[place].cells.isEmpty {
      let text = lines[place].text
      if text.isEmpty {
        place += 1
        continue
      }
      if let (label, value) = labelled(text) {
        fields.append(Field(heading: label, value: value, lines: [place]))
      } else if goesOn(text, fields.last) {
        let last = fields.count - 1
        fields[last].value =
          fields[last].value.isEmpty ? text : fields[last].value.joined(text, by: "\n")
        fields[last].lines.append(place)
      } else {
        break
      }
      place += 1
    }
    return table(fields, end: place)
  }

  /// The label that a line begins with, and what follows it.
  private func labelled(_ text: FoldedText) -> (label: FoldedText, value: FoldedText)? {
    guard let colon = text.firstPlaces(of: ":"), (2...12).contains(colon.lowerBound) else {
      return nil
    }
    let label = text.part(0..<colon.lowerBound).trimmed { " 【】[]".unicodeScalars.contains($0) }
    let plain = Numbering(label)?.rest ?? label
    guard column(plain) != nil else { return nil }
    return (plain, text.dropFirst(colon.upperBound).trimmed())
  }

  /// Numbered lines go on with the value above them, and so does what stands below a bare label.
  private func goesOn(_ text: FoldedText, _ field: Field?) -> Bool {
    guard let field, !Boilerplate.matches(text) else { return false }
    if field.value.isEmpty { return field.lines.count == 1 }
    return Numbering(text).map { $0.level >= 3 } ?? false
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
      guard column(label) != nil, value.problem == nil,
        value.isEmpty || DocumentColumn(heading: value.text.unbroken) == nil
      else { return nil }
      fields.append(Field(heading: label, value: value.text, lines: [place]))
    }
    return fields.isEmpty ? nil : fields
  }
}
