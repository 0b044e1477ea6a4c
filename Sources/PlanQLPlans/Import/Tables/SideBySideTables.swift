/// Parts tables that stand beside each other on a sheet: a row of the sheet is then a row of each, and
/// what stands in it is said of different things.
enum SideBySideTables {
  /// The first and the last row of a sheet that headings are looked for in.
  private static let height = 12
  /// A text of more records has one table.
  private static let longest = 4_000

  /// The lines with the rows of a table that stands right of another one below the rows of that, and
  /// the new place of each line; nil where no table stands so.
  static func parted(
    _ lines: DocumentLines, map: HeadingMap
  ) -> (lines: [DocumentLine], places: [Int])? {
    guard !lines.isOneTable || lines.count <= longest else { return nil }
    var parted: [DocumentLine] = []
    var places: [Int] = []
    let firstGrid = (lines.lazy.compactMap(\.grid).max() ?? 0) + 1
    var grid = firstGrid
    var place = 0
    while place < lines.count {
      let own = lines[place].grid
      let shape = lines[place].shape
      let isPiped = own == nil && (shape == .piped || shape == .tabbed)
      let end =
        isPiped
        ? lines[place...].firstIndex { $0.shape != shape } ?? lines.count
        : own == nil ? place + 1 : lines[place...].firstIndex { $0.grid != own } ?? lines.count
      places += (parted.count..<(parted.count + end - place))
      var rows = Array(lines[place..<end])
      while own != nil || isPiped, let (head, column) = split(rows, map: map) {
        parted += rows[..<head] + left(of: column, rows[head...], grid: own ?? grid)
        if own == nil { grid += 1 }
        if let further = goingOn(from: column, rows[head...], grid: own ?? grid - 1) {
          rows = further
          grid += 1
          break
        }
        rows = right(of: column, rows[head...], grid: grid)
        grid += 1
      }
      if own != nil, let turned = TransposedTables.turned(rows, map: map) {
        places.removeLast(rows.count)
        places += rows.indices.map { parted.count + Swift.min($0, turned.count - 1) }
        rows = turned
        grid += 1
      }
      parted += rows
      place = end
    }
    return grid == firstGrid ? nil : (parted, places)
  }

  /// The row of headings that begin anew, and the column in which they do.
  private static func split(_ rows: [DocumentLine], map: HeadingMap) -> (row: Int, column: Int)? {
    for (place, row) in rows.enumerated().prefix(height) {
      let cells = row.cells
      guard cells.count >= 4, cells.allSatisfy({ $0.merge == .none || $0.isEmpty }) else {
        continue
      }
      let columns = cells.map { $0.isEmpty ? nil : map.known($0.text) }
      guard let first = columns.firstIndex(where: { $0 != nil }) else { continue }
      for column in cells.indices.dropFirst(first + 2) where cells[column].isFilled {
        let areTables = isTable(columns[first..<column]) && isTable(columns[column...])
        if areTables && isApart(rows[place...], first, column, columns)
          || isHalf(column, of: rows[place...])
        {
          let isNamed = place > 0 && names(rows[place - 1], halves: first, column)
          return (isNamed ? place - 1 : place, column)
        }
      }
    }
    return nil
  }

  /// Whether a row above headings says what each of two tables is of, and nothing else: 3月 over the one, 1-3月 over the
  /// other.
  private static func names(_ row: DocumentLine, halves first: Int, _ second: Int) -> Bool {
    row.cells.indices.filter { row.cells[$0].isFilled } == [first, second]
  }

  /// Whether headings are enough to tell what the rows below them are.
  private static func isTable(_ columns: ArraySlice<DocumentColumn?>) -> Bool {
    let known = columns.compactMap { $0 }.filter { $0.kind != .other }
    return known.count >= 2 && known.contains(where: \.isSubject)
  }

  /// Whether the headings from a column on are those of another table: behind a column that is blank
  /// throughout, with numbers of its own or the same headings again; and its rows name other things.
  private static func isApart(
    _ rows: ArraySlice<DocumentLine>, _ first: Int, _ column: Int, _ columns: [DocumentColumn?]
  ) -> Bool {
    let isBehindBlank = rows.allSatisfy { row in
      !row.cells.indices.contains(column - 1) || !row.cells[column - 1].isFilled
    }
    let isNumbered = columns[first]?.kind == .number && columns[column]?.kind == .number
    let heads = rows.first?.cells.map(\.text.compact) ?? []
    let isRepeated =
      column - first >= 2 && heads.count == column + column - first
      && heads[first..<column].elementsEqual(heads[column...])
    guard isBehindBlank || isNumbered || isRepeated,
      let subject = columns[first..<column].firstIndex(where: { $0?.isSubject ?? false }),
      let other = columns[column...].firstIndex(where: { $0?.isSubject ?? false })
    else { return false }
    let pairs = rows.dropFirst().compactMap { row -> (FoldedText, FoldedText)? in
      guard row.cells.indices.contains(other), row.cells[subject].isFilled,
        row.cells[other].isFilled
      else { return nil }
      return (row.cells[subject].text, row.cells[other].text)
    }
    // What stands beside its own name is said of the same thing once more: before and after.
    let totals = pairs.count { TotalLine.label($0.0.unbroken) != nil }
    return pairs.count { $0.0.compact == $0.1.compact } <= totals
  }

  /// Whether the headings from a column on are those before it once more, whatever they are, above names that differ
  /// and numbers in both halves: 单位 金额 单位 金额, 排名 城市 指数 排名 城市 指数.
  private static func isHalf(_ column: Int, of rows: ArraySlice<DocumentLine>) -> Bool {
    guard let heads = rows.first?.cells.map(\.text.compact), column >= 2, heads.count >= column * 2,
      heads[..<column].elementsEqual(heads[column..<(column * 2)]),
      heads[..<column].allSatisfy({ !$0.isEmpty && Headings.year($0) == nil })
    else { return false }
    let body = rows.dropFirst().filter { row in
      row.cells.count > column && row.cells[0].isFilled && row.cells[column].isFilled
        && !MarkdownRule.matches(row)
    }
    let name = (0..<column).first { name in
      body.allSatisfy { row in
        guard row.cells.indices.contains(name + column) else { return false }
        let (left, right) = (row.cells[name].text, row.cells[name + column].text)
        return CellLook(left).isWords && CellLook(right).isWords
      }
    }
    guard let name, body.count >= 2 else { return false }
    // Two rankings may have the same unit in the same place.
    let same = body.count { $0.cells[name].text.compact == $0.cells[name + column].text.compact }
    guard name > 0 ? same * 2 <= body.count : same == 0 else { return false }
    return (0..<column).contains { place in
      place != name
        && body.allSatisfy { row in
          [place, place + column].allSatisfy {
            row.cells.indices.contains($0) && CellLook(row.cells[$0].text) == .number
          }
        }
    }
  }

  /// The rows of all further tables that go on with the numbers of the first one below the same headings, as rows of
  /// that; nil where they do not.
  private static func goingOn(
    from column: Int, _ rows: ArraySlice<DocumentLine>, grid: Int
  ) -> [DocumentLine]? {
    guard let heads = rows.first?.cells.map(\.text.compact), heads.count % column == 0 else {
      return nil
    }
    let starts = stride(from: 0, to: heads.count, by: column)
    guard starts.allSatisfy({ heads[$0..<($0 + column)].elementsEqual(heads[..<column]) }) else {
      return nil
    }
    let isRank = Headings.kind(of: heads[0]) == .rank
    var (count, last) = (0, 0)
    var further: [DocumentLine] = []
    for start in starts {
      let body = rows.dropFirst().filter { row in
        row.cells.indices.contains(start)
          && row.cells[start...].prefix(column).contains(where: \.isFilled)
          && !MarkdownRule.matches(row)
      }
      let numbers = body.map { number($0.cells[start].text, isRank: isRank) }
      guard !body.isEmpty,
        numbers.allSatisfy({ next in
          defer { (count, last) = (count + 1, next ?? 0) }
          // Ranks may be shared: 1, 1, 3 or 1, 1, 2.
          return next == count + 1 || isRank && count > 0 && (next == last || next == last + 1)
        })
      else { return nil }
      guard start > 0 else { continue }
      further += body.map { row in
        DocumentLine(
          row: Array(row.cells[start...].prefix(column)), of: grid, at: row.place.cell(start + 1))
      }
    }
    return further
  }

  /// The number of a row, which for a rank may say that others share it: `并列3`, `3(并列)`.
  private static func number(_ cell: FoldedText, isRank: Bool) -> Int? {
    guard isRank else { return Numbering.rowNumber(cell) }
    let plain = cell.unbroken.trimmed().dropping(first: ["并列", "第"]).dropping(last: [
      "(并列)", "并列", "名",
    ])
    return Numbering.rowNumber(plain)
  }

  private static func left(
    of column: Int, _ rows: ArraySlice<DocumentLine>, grid: Int
  ) -> [DocumentLine] {
    rows.map { row in
      DocumentLine(row: Array(row.cells.prefix(column)), of: grid, at: row.place)
    }
  }

  private static func right(
    of column: Int, _ rows: ArraySlice<DocumentLine>, grid: Int
  ) -> [DocumentLine] {
    rows.filter { $0.cells.dropFirst(column).contains(where: \.isFilled) }.map { row in
      DocumentLine(
        row: Array(row.cells.dropFirst(column)), of: grid, at: row.place.cell(column + 1))
    }
  }
}

extension SourceDocument {
  /// The document with tables that stand beside each other below each other.
  func withTablesApart(map: HeadingMap) -> SourceDocument {
    guard let (lines, places) = SideBySideTables.parted(self.lines, map: map) else { return self }
    let remarks = self.remarks.map { remark in
      Remark(
        line: remark.line.map { places[$0] }, cell: remark.cell, text: remark.text,
        isDoubt: remark.isDoubt)
    }
    let further = lines.indices.filter { $0 > 0 && lines[$0].place.column != nil }
    let said = further.first { lines[$0 - 1].place.column == nil }.map { line in
      let goesOn = lines[line].grid == lines[line - 1].grid
      return Remark(
        line: line, text: goesOn ? ImportMessages.rowsBeside : ImportMessages.tableBeside,
        isDoubt: false)
    }
    return SourceDocument(
      format: format, lines: lines, remarks: remarks + (said.map { [$0] } ?? []),
      gridsAreTables: gridsAreTables)
  }
}
