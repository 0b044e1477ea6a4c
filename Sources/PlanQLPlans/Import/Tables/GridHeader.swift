import PlanQLData

/// Finds the headings of a table whose cells are told apart, over one row or several.
struct GridHeader {
  let lines: DocumentLines
  let map: HeadingMap

  /// The most characters of a heading: those in several languages are long.
  static let longest = 200

  /// The most rows that headings stand on.
  static let greatestHeight = 4

  /// The headings that begin on a line, and the place of their last line; nil where none do.
  func headings(at place: Int) -> (header: TableHeader, last: Int)? {
    // (一)重点工作(500分) is a row, however known its words are.
    let first = lines[place].cells.first(where: \.isFilled).flatMap { Numbering($0.text) }
    guard isCandidate(lines[place]), first.map({ $0.level > 2 || $0.rest.isEmpty }) ?? true
    else { return nil }
    var rows = [place]
    var found: (header: TableHeader, last: Int)?
    while true {
      let last = rows[rows.count - 1]
      let header = TableHeader(columns: columns(rows)).settled.withoutRepeatedKinds
      if isKnown(header) || found.map({ reachesDown($0.header, into: rows) }) ?? false {
        found = (widened(header, below: last).withDistinctHeadings, last)
      } else if rows.count > 1, stands(last, belowGroupsOf: rows[rows.count - 2]) {
        // The names of groups alone do not head what stands below them.
        found = nil
      }
      guard rows.count < GridHeader.greatestHeight, let next = next(after: rows),
        goesOn(next, below: rows) || stands(next, belowGroupsOf: last)
      else { break }
      rows.append(next)
    }
    return found
  }

  /// Whether the heading of what rows are about reaches down into the last of some rows, so that it is one of headings
  /// whatever it says.
  private func reachesDown(_ header: TableHeader, into rows: [Int]) -> Bool {
    guard rows.count > 1, let subject = header.columns.firstIndex(where: \.isSubject) else {
      return false
    }
    let cells = lines[rows[rows.count - 1]].cells
    return cells.indices.contains(subject) && cells[subject].merge == .fromAbove
  }

  /// The header with a column for each cell that the first rows have beyond the last heading.
  private func widened(_ header: TableHeader, below last: Int) -> TableHeader {
    // In a text that lines are put together from, a cell more may be the name of a group.
    guard let grid = lines[last].grid, lines.isOneTable || lines[last].place.part != .lines else {
      return header
    }
    let rows = lines[(last + 1)...].prefix(20).prefix { $0.grid == grid }
    let widths = rows.map { ($0.cells.lastIndex(where: \.isFilled) ?? -1) + 1 }.sorted()
    // In a text with separators a cell more in a few rows is a comma that no quotes enclose.
    let width = (lines.isOneTable ? widths.dropFirst(widths.count / 2).first : widths.last) ?? 0
    guard width > header.columns.count else { return header }
    var header = header
    for _ in header.columns.count..<width {
      header.columns.append(DocumentColumn(kind: .other, heading: "", money: nil))
    }
    return header
  }

  /// Whether a row may hold headings: several short texts and no amounts but years.
  func isCandidate(_ line: DocumentLine) -> Bool {
    let filled = line.cells.filter(\.isFilled)
    return filled.count >= 2 && filled.allSatisfy(GridHeader.mayHead)
  }

  static func mayHead(_ cell: GridCell) -> Bool {
    guard cell.problem == nil, cell.text.count <= GridHeader.longest else { return false }
    guard let figure = Amount.figure(of: cell.text), WrittenNumber(figure) != nil else {
      return true
    }
    return Headings.year(cell.text.compact) != nil
  }

  /// The row below headings, behind the rule that Markdown has there.
  private func row(below place: Int) -> Int? {
    next(after: [place])
  }

  /// The next row with more than one cell; a title may stand above it.
  func rowOfCells(below place: Int) -> Int? {
    guard let first = row(below: place) else { return nil }
    let next = [first, next(after: [first])].compactMap { $0 }
    return next.first { lines[$0].cells.count(where: \.isFilled) >= 2 }
  }

  /// Whether a rule of Markdown tells a line for headings.
  func isRuled(below place: Int) -> Bool {
    lines.indices.contains(place + 1) && MarkdownRule.matches(lines[place + 1])
  }

  /// The next line of the same table that is not blank.
  func next(after rows: [Int]) -> Int? {
    guard let last = rows.last else { return nil }
    // The rule of Markdown stands below the first row, however many there are.
    let next = rows.count == 1 && isRuled(below: last) ? last + 2 : last + 1
    guard lines.indices.contains(next), lines[next].shape == lines[last].shape,
      !lines[next].isBlank, !MarkdownRule.matches(lines[next])
    else { return nil }
    return next
  }

  /// Whether a row goes on with the headings above it: cells above reach down into it, or it fills
  /// what they leave, and what it says itself can be headings.
  private func goesOn(_ next: Int, below rows: [Int]) -> Bool {
    let cells = lines[next].cells
    let own = cells.indices.filter { cells[$0].isFilled }
    if RowOfUnits.matches(cells) { return true }
    guard !own.isEmpty, own.allSatisfy({ GridHeader.mayHead(cells[$0]) }),
      TotalLine.label(cells[own[0]].text) == nil || own.count > 1
    else { return false }
    let labels = sideLabels(at: rows[0])
    if cells.dropFirst(labels).contains(where: { $0.merge == .fromAbove }) { return true }
    // Without merged cells: a group's headings stand where the row above is blank or names it.
    let above = lines[rows[rows.count - 1]].cells
    let width = rows.map { lines[$0].cells.count }.max() ?? 0
    guard own.count(where: { $0 < width }) < width else { return false }
    let columns = self.columns(rows)
    guard let subject = columns.firstIndex(where: \.isSubject),
      !cells.indices.contains(subject) || cells[subject].isEmpty
    else { return false }
    let isUnderGroup = own.allSatisfy { place in
      let isBlank =
        !above.indices.contains(place) || above[place].isEmpty || above[place].merge == .fromLeft
      let next = place + 1
      let opensGroup =
        above.indices.contains(place)
        && (!above.indices.contains(next) || above[next].isEmpty || above[next].merge == .fromLeft)
      let isUnit = MoneyName(in: cells[place].text) != nil && cells[place].text.count <= 8
      return isBlank || opensGroup || isUnit
    }
    return isUnderGroup
      && own.contains { place in
        Headings.kind(of: Headings.key(cells[place].text)) != nil
          || ["计划", "完成", "实际", "目标"].contains(Headings.key(cells[place].text))
          || FundingSource.named(Headings.key(cells[place].text)) != nil
          || MoneyName(in: cells[place].text) != nil
      }
  }

  /// How many cells left of the headings reach down beside the rows too, so that they are no headings but call the whole
  /// table: 绩效指标 beside 一级指标 and all below it.
  private func sideLabels(at place: Int) -> Int {
    guard let grid = lines[place].grid, !lines.isOneTable, lines.indices.contains(place + 1),
      lines[place + 1].cells.first?.merge == .fromAbove
    else { return 0 }
    let below = lines[(place + 1)...].prefix(60).prefix { $0.grid == grid }
    func depth(_ column: Int) -> Int {
      below.prefix { $0.cells.indices.contains(column) && $0.cells[column].merge == .fromAbove }
        .count
    }
    return lines[place].cells.indices.prefix { column in
      let depth = depth(column)
      return lines[place].cells[column].isFilled
        && (depth >= GridHeader.greatestHeight || depth >= 2 && depth == below.count)
    }.count
  }

  /// The columns of the headings on those rows.
  func columns(_ rows: [Int]) -> [DocumentColumn] {
    let width = rows.map { lines[$0].cells.count }.max() ?? 0
    let labels = sideLabels(at: rows[0])
    return (0..<width).map { column in
      if column < labels { return DocumentColumn(unknown: lines[rows[0]].cells[column].text) }
      var path: [FoldedText] = []
      for row in rows where !isFilledNowhere(column, rows) {
        let isOfUnits = row != rows.first && RowOfUnits.matches(lines[row].cells)
        let text =
          isOfUnits
          ? RowOfUnits.heading(lines[row].cells, column)
          : text(row, column, isLast: row == rows.last, below: rows)
        if let text, !text.isEmpty, path.last?.compact != text.compact { path.append(text) }
      }
      return DocumentColumn(path: path, map: map)
    }
  }

  /// Whether a heading reaches over a column from the left, and no cell below it says anything: the
  /// heading is that of one column.
  private func isFilledNowhere(_ column: Int, _ rows: [Int]) -> Bool {
    guard let last = rows.last, let grid = lines[last].grid, column > 0,
      rows.allSatisfy({
        lines[$0].cells.indices.contains(column) && lines[$0].cells[column].merge == .fromLeft
      })
    else { return false }
    let below = lines[(last + 1)...].prefix(1_000).prefix { $0.grid == grid }
    return !below.isEmpty
      && below.allSatisfy {
        !$0.cells.indices.contains(column) || !$0.cells[column].isFilled
      }
  }

  /// The heading that a row has for a column; a blank cell right of a group's name is the group's
  /// where headings stand below.
  private func text(
    _ row: Int, _ column: Int, isLast: Bool, below rows: [Int]
  ) -> FoldedText? {
    let cells = lines[row].cells
    if cells.indices.contains(column), !cells[column].isEmpty { return cells[column].text }
    guard !isLast, lines[row].cells.allSatisfy({ $0.merge == .none }),
      let place = rows.firstIndex(of: row),
      rows[(place + 1)...].contains(where: {
        lines[$0].cells.indices.contains(column) && !lines[$0].cells[column].isEmpty
      })
    else { return nil }
    return cells[..<Swift.min(column, cells.count)].last { !$0.isEmpty }?.text
  }

  /// Whether enough of the headings are known to tell what the rows are.
  private func isKnown(_ header: TableHeader) -> Bool {
    let columns = header.columns
    let hasSubject = columns.contains(where: \.isSubject)
    // What the map names is what the table is about, however many columns stand beside it.
    if hasSubject, columns.contains(where: { map.kind(of: $0.heading) != nil }) { return true }
    // 项目名称 beside 总投资(万元) says it, whatever else stands beside them.
    let isOfProjects = columns.contains { column in
      column.kind == .name && ["项目名称", "工程名称"].contains { column.heading.hasSuffix($0) }
    }
    if isOfProjects, columns.contains(where: { $0.kind == .investment && $0.money != nil }) {
      return true
    }
    if header.saysTooLittle { return false }
    let known = columns.filter { $0.kind != .other }
    let named = columns.count { !$0.heading.isEmpty }
    return known.count >= 2 && (known.count >= 3 || known.count * 2 >= named)
      && columns.contains(where: \.isSubject) && known.contains { !$0.isSubject }
      && (known.count * 4 >= named || known.count >= 5)
  }
}
