/// How the cells of a table stand in the text.
enum TableShape: Sendable, Hashable {
  /// Cells that strokes, tab stops or the file's format tell apart.
  case cells
  /// A row a line, with blanks between cells that may hold blanks too.
  case flattened
  /// A cell a line.
  case stacked
}

/// The headings of a table, found in a document.
struct FoundTable: Sendable {
  let shape: TableShape
  let header: TableHeader
  /// The places of the lines that the headings stand on.
  let lines: ClosedRange<Int>
  /// What follows the headings on their last line.
  let rest: FoldedText
  /// What stands before them on their first line.
  let before: FoldedText
  /// Whether none of the headings need be known: the table is one of its own.
  var isOwn = false
  /// The name of the plan's table that a sheet is.
  var planTable: String?
  /// The plan's table that the headings are those of.
  var standard: TableDeclaration?
}

extension FoundTable {
  /// The table as a register of cases, where its headings are those of one.
  var asCasesIfSuch: FoundTable {
    guard shape == .cells, planTable == nil, StandardHeadings.areOfCases(header) else {
      return self
    }
    var cases = asOwn
    cases.standard = StandardTables.cases
    return cases
  }

  /// The table as one of the document's own, of which the headings say nothing of a plan.
  var asOwn: FoundTable {
    var own = self
    own.isOwn = true
    return own
  }
}

/// Finds the headings of tables.
struct TableFinder {
  let lines: DocumentLines
  let map: HeadingMap

  /// The table whose headings begin on a line; nil where none do.
  func table(at place: Int) -> FoundTable? {
    guard lines.indices.contains(place), !lines[place].isBlank else { return nil }
    if !lines[place].cells.isEmpty {
      return GridHeader(lines: lines, map: map).headings(at: place).map { found in
        FoundTable(
          shape: .cells, header: found.header, lines: place...found.last, rest: .empty,
          before: .empty)
      }
    }
    guard let found = flattenedOfWords(at: place) else {
      let spread = spread(from: place)
      guard spread?.shape != .flattened else { return spread }
      return stacked(from: place, moreThan: spread?.header.columns.count ?? 2) ?? spread
    }
    guard found.rest.isEmpty, found.before.isEmpty, let longer = spread(from: place),
      longer.header.columns.count > found.header.columns.count
    else { return found }
    return longer
  }

  /// Headings on one line; where not all are known, each word is one if a row below has as many.
  private func flattenedOfWords(at place: Int) -> FoundTable? {
    let found = flattened(at: place)
    let columns = EvenTable.columns(at: place, in: lines, map: map)
    if let found, found.rest.isEmpty, found.before.isEmpty {
      // 2022年计划 完成投资: two headings where the rows below have a cell for each.
      let known = columns?.count { $0.kind != .other } ?? 0
      guard known > found.header.columns.count(where: { $0.kind != .other }) else { return found }
    }
    guard let columns else { return found }
    return FoundTable(
      shape: .flattened, header: TableHeader(columns: columns).settled, lines: place...place,
      rest: .empty, before: .empty)
  }

  private func flattened(at place: Int) -> FoundTable? {
    let words = lines[place].text.words
    guard words.count >= 3 else { return nil }
    var start = 0
    while start < Swift.min(words.count - 2, 200) {
      let (columns, next) = headings(words, from: start)
      let header = TableHeader(columns: columns).settled
      let number = header.place(of: .number) ?? 0
      if number > 0, columns[0].kind != .category {
        // What stands before the numbers is no heading of this table.
        start += 1
        continue
      }
      // Names in other scripts have blanks amid them, so that nothing tells their cells apart.
      let isParted = columns.contains { column in
        column.heading.unicodeScalars.contains(where: FoldedText.isIdeograph)
      }
      // 序号 村名 项目名称: a heading that is not known leaves open how the words below are parted.
      let isBehindUnknown =
        start > 1 && next < words.count && map.known(words[start - 2])?.kind == .number
        && header.place(of: .number) == nil
      if isBehindUnknown { return nil }
      if isParted, header.announcesTable,
        isPlausible(columns, start: start, rest: words[next...])
      {
        return FoundTable(
          shape: .flattened, header: header, lines: place...place,
          rest: TableFinder.joined(words[next...]), before: TableFinder.joined(words[..<start]))
      }
      start = Swift.max(start + 1, columns.isEmpty ? 0 : next)
    }
    return nil
  }

  /// Headings amid other text must be many, or be followed by what begins a table.
  private func isPlausible(
    _ columns: [DocumentColumn], start: Int, rest: ArraySlice<FoldedText>
  ) -> Bool {
    guard let next = rest.first else { return start == 0 || columns.count >= 4 }
    if columns.count >= 5 { return true }
    return Numbering.rowNumber(next) != nil || Numbering(next) != nil
  }

  /// Headings that stand on several lines, one or more a line.
  private func spread(from place: Int) -> FoundTable? {
    var columns: [DocumentColumn] = []
    var last = place
    var isStacked = true
    var next = place
    while next < lines.count, columns.count <= 40 {
      let line = lines[next].text
      if line.isEmpty {
        next += 1
        continue
      }
      // Headings that are those of a table of their own have nothing above them.
      if next > place, !lines[next].cells.isEmpty || isHeader(next) { break }
      let words = line.words
      let (found, end) = headings(words, from: 0)
      if found.isEmpty || end < words.count {
        guard !columns.isEmpty, words.count == 1, line.count <= 8, !Amount.isAmount(line),
          isHeading(after: next)
        else { break }
        columns.append(DocumentColumn(unknown: line))
      } else {
        columns += found
        isStacked = isStacked && found.count == 1
      }
      last = next
      next += 1
    }
    let header = TableHeader(columns: columns).settled
    guard last > place, header.announcesTable, !isTitle(place), !areRepeated(header, above: place)
    else { return nil }
    return FoundTable(
      shape: isStacked ? .stacked : .flattened, header: header, lines: place...last, rest: .empty,
      before: .empty)
  }

  /// Headings of which not all are known, a cell a line, where the cells below come out even under
  /// that many: more than are known without looking at them.
  private func stacked(from place: Int, moreThan known: Int) -> FoundTable? {
    guard heading(lines[place].text.words, at: 0) != nil, !isTitle(place) else { return nil }
    var cells: [StrokedCells.Cell] = []
    var places: [Int] = []
    for next in place..<Swift.min(place + 600, lines.count) where cells.count < 200 {
      let line = lines[next]
      if line.isBlank && !line.isCell { continue }
      guard line.shape == .plain, line.text.count <= 120 else { break }
      cells.append(.init(text: line.text, place: line.place))
      places.append(next)
    }
    let heads = cells.prefix { cell in
      cell.text.count <= 24 && !cell.text.contains("。")
        && (CellLook(cell.text).isWords || Headings.year(cell.text.compact) != nil)
        && (!UnitList.isList(cell.text, isLoose: false) || map.known(cell.text) != nil)
    }.count
    let widest = Swift.min(heads, 24)
    guard known < widest else { return nil }
    let widths = ((known + 1)...widest).compactMap { width in
      StrokedTable.evenness(of: cells, width: width).map { (width: width, evenness: $0) }
    }
    guard let best = widths.max(by: { $0.evenness < $1.evenness }), best.evenness >= 0.95 else {
      return nil
    }
    let columns = cells[..<best.width].map { DocumentColumn(path: [$0.text], map: map) }
    let header = TableHeader(columns: columns).settled.withoutRepeatedKinds
      .withDistinctHeadings
    guard header.columns.contains(where: \.isSubject), !areRepeated(header, above: place),
      header.columns.count(where: { $0.kind != .other }) >= 2
    else { return nil }
    return FoundTable(
      shape: .stacked, header: header, lines: place...places[best.width - 1], rest: .empty,
      before: .empty)
  }

  /// Whether a line is the title of a section, whatever headings it is called like: (二) 基础设施指标.
  private func isTitle(_ place: Int) -> Bool {
    Numbering(lines[place].text).map { $0.level <= 2 } ?? false
  }

  /// Whether headings stand a line each right above too, so that those here are the last of a table whose headings
  /// come again: 地区 目标 进度 目标 进度.
  private func areRepeated(_ header: TableHeader, above place: Int) -> Bool {
    let headings = Set(header.columns.map { FoldedText($0.heading).compact })
    let above = lines[..<place].reversed().prefix(200).filter { !$0.isBlank }.prefix(headings.count)
      .map(\.text.compact)
    return headings.count > 2 && above.count == headings.count && Set(above) == headings
  }

  /// Whether rows below a line have as many words as it has headings.
  private func isHeader(_ place: Int) -> Bool {
    EvenTable.columns(at: place, in: lines, map: map) != nil
  }

  private func isHeading(after place: Int) -> Bool {
    guard let next = lines[(place + 1)...].first(where: { !$0.isBlank }) else { return false }
    let words = next.text.words
    let (found, end) = headings(words, from: 0)
    return !found.isEmpty && end == words.count
  }

  /// Reads headings from the words of a line as far as they are known; a heading may be spaced out
  /// over several words, and one unknown word may stand between known ones.
  func headings(
    _ words: [FoldedText], from start: Int
  ) -> (columns: [DocumentColumn], next: Int) {
    var columns: [DocumentColumn] = []
    var place = start
    while place < words.count, columns.count < 60 {
      guard let (column, length) = heading(words, at: place) else {
        let isBetween =
          columns.count >= 2 && place + 1 < words.count && words[place].count <= 8
          && !columns.contains { $0.kind == .other } && heading(words, at: place + 1) != nil
          && !Amount.isAmount(words[place])
        guard isBetween else { break }
        columns.append(DocumentColumn(unknown: words[place]))
        place += 1
        continue
      }
      columns.append(column)
      place += length
    }
    return (columns, place)
  }

  private func heading(
    _ words: [FoldedText], at place: Int
  ) -> (column: DocumentColumn, length: Int)? {
    // A label with what it says is whole, as 单位:万元 is.
    let longest = words[place].contains(anyOf: [":"]) ? 1 : 6
    for length in (1...longest).reversed() where place + length <= words.count {
      let text = words[place..<(place + length)].map(\.string).joined()
      if let column = map.known(FoldedText(text)) {
        return (column, length)
      }
    }
    return nil
  }

  private static func joined(_ words: ArraySlice<FoldedText>) -> FoldedText {
    FoldedText(words.map(\.string).joined(separator: " "))
  }
}
