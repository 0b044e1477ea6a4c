extension FlattenedTableReader {
  /// A section line: numbered, or a single word that rows follow.
  mutating func acceptSection(_ line: FoldedText, at place: Int) -> Bool {
    let isFree = open == nil || open?.cells != nil
    var title = line
    var level = 1
    var amounts: [FoldedText] = []
    if let numbering = FlattenedTableReader.sectionNumbering(line) {
      title = numbering.rest
      level = numbering.level
      let words = title.words
      amounts = words.dropFirst().reversed().prefix { Amount.isAmount($0) }.reversed()
      if !amounts.isEmpty {
        title = FoldedText(words.dropLast(amounts.count).map(\.string).joined(separator: " "))
      } else if let (plain, stated) = StatedInvestment.parted(title) {
        title = plain
        amounts = [stated].compactMap(\.self)
      }
    } else {
      let isPlain =
        isFree && line.words.count == 1 && line.count <= 20
        && !line.scalars.contains { "。;:,".unicodeScalars.contains($0) }
        && !acceptsMoreUnits(line)
      guard isPlain else { return false }
    }
    guard title.count <= 40, rowFollows(place) else { return false }
    closeRow()
    table.addSection(title.string, level: level, line: place)
    ledger.settle(place, as: .section)
    isAfterSection = true
    let columns = row.columns.indices.filter { row.columns[$0].isMoney }
    if amounts.count == 1 || amounts.count == columns.count {
      let values = zip(columns, amounts).map { ($0, GridCell($1)) }
      if !values.isEmpty { table.addTotal(title, of: table.currentSection, at: place, values) }
    } else if !amounts.isEmpty {
      ledger.doubt(place, ImportMessages.totalDoesNotFit)
    }
    return true
  }

  /// `一、水环境`, `(一)水环境`, `一 水环境 35000`.
  private static func sectionNumbering(_ line: FoldedText) -> (level: Int, rest: FoldedText)? {
    if let numbering = Numbering(line), numbering.level <= 2 {
      return (numbering.level, numbering.rest)
    }
    let words = line.words
    guard let first = words.first, words.count >= 2, Numbering.value(first.scalars) != nil else {
      return nil
    }
    return (1, line.dropFirst(first.count).trimmed())
  }

  /// Says whether what follows a line, blank ones left out, still belongs to the table.
  private func rowFollows(_ place: Int, depth: Int = 3) -> Bool {
    guard depth > 0, let next = nextLine(after: place) else { return false }
    let text = lines[next].text
    if TotalLine.label(text.words.first ?? text) != nil { return true }
    if FlattenedTableReader.sectionNumbering(text) != nil {
      return text.count <= 40 && rowFollows(next, depth: depth - 1)
    }
    let tokens = RowToken.tokens(of: FlattenedTableReader.unglued(text), continues: false)
    guard tokens.count >= 2 else { return false }
    if row.hasNumber {
      return Numbering.rowNumber(tokens[0].text) != nil && beginsWithText(tokens)
    }
    return row.cells(tokens) != nil || Numbering.rowNumber(tokens[0].text) != nil
  }

  /// A total line; its amounts go to the columns of money where their numbers agree.
  mutating func acceptTotal(_ line: FoldedText, at place: Int) -> Bool {
    var words = line.words
    if words.count > 1, Numbering.rowNumber(words[0]) != nil { words.removeFirst() }
    guard let first = words.first else { return false }
    var found = TotalLine.label(first)
    var rest = Array(words.dropFirst())
    if found == nil, words.count >= 2 {
      found = TotalLine.label(FoldedText(first.string + words[1].string))
      rest = Array(words.dropFirst(2))
    }
    guard let (label, glued) = found else { return false }
    closeRow()
    let plain = FlattenedTableReader.withoutCounts([glued] + rest)
    var amounts = plain.filter { Amount.isAmount($0) }
    var columns = row.columns.indices.filter { row.columns[$0].isMoney }
    let values: [(column: Int, cell: GridCell)]
    let withNone = plain.filter { Amount.isAmount($0) || isNoneMark($0) }
    let figures = row.columns.indices.filter {
      row.columns[$0].isMoney || row.columns[$0].kind == .points
        || row.columns[$0].kind == .other && row.looks[$0] == .number
    }
    if amounts.count != columns.count, [amounts.count, withNone.count].contains(figures.count) {
      columns = figures
    }
    if amounts.count != columns.count, withNone.count == columns.count { amounts = withNone }
    if amounts.count == columns.count {
      values = zip(columns, amounts).map { ($0, GridCell($1)) }
    } else if amounts.count == 1, let column = investmentColumn {
      values = [(column, GridCell(amounts[0]))]
    } else {
      ledger.leave([place], because: ImportMessages.totalDoesNotFit)
      return true
    }
    table.addTotal(label, at: place, values)
    ledger.settle(place, as: .total)
    return true
  }

  /// The words of a total without those that only count the rows: `3个`, `3 个项目`.
  private static func withoutCounts(_ words: [FoldedText]) -> [FoldedText] {
    var kept: [FoldedText] = []
    for word in words where !TotalLine.isNumberOfRows(word) {
      let isCounted = kept.last?.scalars.allSatisfy(FoldedText.isDigit) == true
      if isCounted, TotalLine.isCounter(word) {
        kept.removeLast()
      } else {
        kept.append(word)
      }
    }
    return kept
  }

  private var investmentColumn: Int? {
    row.columns.firstIndex { $0.kind == .investment } ?? row.columns.firstIndex(where: \.isMoney)
  }
}
