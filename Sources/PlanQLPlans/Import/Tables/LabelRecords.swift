/// Reads records whose fields stand under labels: `整改任务:…` on lines of their own or several on one,
/// below a name with a number or without one; or labels beside their values in the cells of a form.
struct LabelRecords {
  let lines: DocumentLines
  let map: HeadingMap
  /// The line up to which the last list was looked for.
  var stop = 0

  init(lines: DocumentLines, map: HeadingMap) {
    self.lines = lines
    self.map = map
  }

  /// A field of a record while it is read.
  struct Field {
    let heading: FoldedText
    var value: FoldedText
    var lines: [Int]
    /// The amounts by source that a sentence on the investment states.
    var sources: [(label: FoldedText, amount: FoldedText)] = []
  }

  /// The records that begin on a line, as a table; nil where none do.
  mutating func table(at place: Int) -> DocumentTable? {
    lines[place].cells.isEmpty ? fromLines(place) ?? fromNames(place) : fromCells(place)
  }

  func column(_ heading: FoldedText) -> DocumentColumn? {
    if let known = map.known(heading) { return known }
    guard let kind = LabelRecords.kind(of: heading.compact) else { return nil }
    var column = DocumentColumn(unknown: heading)
    column.kind = kind
    return column
  }

  /// What labels are about that are no headings of tables.
  static func kind(of label: String) -> ColumnKind? {
    if label == "问题编号" || label == "任务编号" || label == "问题序号" { return .number }
    // 总投资及资金来源, 匡算投资和资金来源
    let isOfMoney = ["资金来源", "及构成", "及资金筹措"].contains { label.hasSuffix($0) }
    if isOfMoney, !label.hasPrefix("原文"),
      ["投资", "概算", "估算"].contains(where: { label.contains($0) })
    {
      return .investment
    }
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

  /// Makes a table of fields up to a line; a heading that comes again begins another record.
  mutating func table(_ fields: [Field], end: Int) -> DocumentTable? {
    stop = end
    var columns: [DocumentColumn] = []
    for field in fields where !columns.contains(where: { $0.heading == field.heading.string }) {
      columns.append(column(field.heading) ?? DocumentColumn(unknown: field.heading))
    }
    let header = TableHeader(columns: LabelRecords.withSubject(columns)).settled
      .withoutRepeatedKinds
    columns = header.columns
    let known = columns.filter { $0.kind != .other }
    guard known.count >= 2, columns.contains(where: \.isSubject), let first = fields.first else {
      return nil
    }
    var table = DocumentTable(header: header, headerLine: first.lines[0])
    var row: DocumentRow?
    var parts: [PartRow] = []
    let subject = columns.firstIndex(where: \.isSubject) ?? 0
    func close() {
      if let row, row.cells[subject].isEmpty {
        table.linesOfLostRows += row.lines
        table.lostRows += 1
      } else if let row {
        table.add(row)
        for part in parts { table.add(part) }
      }
      parts = []
    }
    for field in fields {
      let column = columns.firstIndex { $0.heading == field.heading.string } ?? 0
      // What heads the first record heads each, also after one that lacks it.
      let isFirst = field.heading == first.heading && row?.lines.isEmpty == false
      if isFirst || row.map({ !$0.cells[column].isEmpty }) ?? true {
        close()
        row = DocumentRow(lines: [], cells: columns.map { _ in .empty })
      }
      row?.cells[column] = GridCell(field.value)
      let last = row?.lines.last
      row?.lines += field.lines.filter { $0 != last }
      for (label, amount) in field.sources {
        var cells = columns.map { _ in GridCell.empty }
        cells[column] = GridCell(amount)
        parts.append(PartRow(lines: field.lines, cells: cells, label: label))
      }
    }
    close()
    // A few of many may lack what they are about; more than these are no list of records.
    guard table.lostRows * 4 <= table.rows.count else { return nil }
    // 主要指标:到2025年,…: a paragraph that follows a label is no name of an indicator.
    let isText = columns[subject].kind == .indicator
    if isText, table.rows.contains(where: { $0.cells[subject].text.contains("。") }) { return nil }
    table.end = end
    return table
  }
}

extension LabelRecords {
  private mutating func fromCells(_ start: Int) -> DocumentTable? {
    var fields: [Field] = []
    var place = start
    var rows = 0
    while place < lines.count, lines[place].shape == lines[start].shape {
      // The rule below the first row of a card in Markdown says nothing of it.
      if lines[place].isBlank || MarkdownRule.matches(lines[place]) {
        place += 1
        continue
      }
      guard let pairs = pairs(lines[place], at: place) else { break }
      fields += pairs
      rows += 1
      place += 1
    }
    guard rows >= 2, fields.count >= 3 else { return nil }
    return table(fields.flatMap(plain), end: place)
  }

  /// Whether a year, which may head a column too, is what a label is followed by: 建设期限, 2022年.
  private static func isYear(_ value: FoldedText, under kind: ColumnKind) -> Bool {
    let isYear = Headings.year(value.compact).map { ["", "年", "年度"].contains($0.rest) } ?? false
    return isYear && [.period, .amount, .figure].contains(kind.form)
  }

  /// The labels of a row with the cells right of them; nil where a row is no form's.
  private func pairs(_ line: DocumentLine, at place: Int) -> [Field]? {
    let cells = line.cells.filter { $0.merge != .fromLeft }
    guard cells.count >= 2, cells.count.isMultiple(of: 2) || cells.last?.isEmpty == true else {
      return nil
    }
    var fields: [Field] = []
    var isKnown = false
    for pair in stride(from: 0, to: cells.count - 1, by: 2) {
      let label = cells[pair].text.unbroken.trimmed { ": ".unicodeScalars.contains($0) }
      let value = cells[pair + 1]
      if label.isEmpty, value.isEmpty { continue }
      let known = column(label)
      guard known != nil || LabelRecords.mayBeLabel(label), value.problem == nil,
        value.isEmpty || DocumentColumn(heading: value.text.unbroken) == nil
          || known.map({ LabelRecords.isYear(value.text, under: $0.kind) }) ?? false
      else { return nil }
      isKnown = isKnown || known != nil
      fields.append(Field(heading: label, value: value.text, lines: [place]))
    }
    return isKnown ? fields : nil
  }

  /// Whether a cell beside known labels can be one that is not known: 联系人.
  private static func mayBeLabel(_ text: FoldedText) -> Bool {
    (2...8).contains(text.count) && text.scalars.allSatisfy(FoldedText.isIdeograph)
  }
}
