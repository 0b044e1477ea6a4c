import PlanQLData

/// The headings of tables of a document's own, of which none need be known.
extension GridHeader {
  /// The headings of a table of which none need be known: a row of distinct texts above rows of
  /// as many cells.
  func ownHeadings(at place: Int) -> (header: TableHeader, last: Int)? {
    let cells = lines[place].cells
    // The names may have no heading.
    let areFilled =
      cells.allSatisfy(\.isFilled)
      || cells.count >= 3 && lines[place].grid != nil && cells.dropFirst().allSatisfy(\.isFilled)
        && hasNames(below: place)
    guard cells.count >= 2, areFilled, isCandidate(lines[place]) else { return nil }
    let texts = cells.map { $0.text.unbroken.compact }
    // Those who answer may each have a column of posts: 政府责任人 职务 主管部门责任人 职务.
    let areOfPeople = PeopleColumns(texts.map { FoldedText($0) }) != nil
    let areDistinct =
      Set(texts).count == texts.count || areOfPeople
      || lines[place].grid != nil && Set(texts).count * 4 >= texts.count * 3
      || lines[place].shape == .piped && Set(texts).count * 2 >= texts.count
    guard areDistinct, texts.allSatisfy({ $0.count <= GridHeader.longest }),
      let next = rowOfCells(below: place), lines[next].cells.count <= cells.count
    else { return nil }
    var rows = [place]
    if let units = self.next(after: rows), RowOfUnits.matches(lines[units].cells) {
      rows.append(units)
    }
    var header = TableHeader(columns: columns(rows))
    if cells[0].isEmpty {
      header.columns[0] = DocumentColumn(kind: .other, heading: "column_1", money: nil)
    }
    return (areOfPeople ? header : header.withDistinctHeadings, rows[rows.count - 1])
  }

  /// The headings of a table of which none need be known, below a time that stands over all of them: 2020年3月 over 城市
  /// and 综合指数.
  func ownTimedHeadings(at place: Int) -> (header: TableHeader, last: Int)? {
    let cells = lines[place].cells
    guard let first = cells.first, first.isFilled, cells.count(where: \.isFilled) == 1,
      case .stated = PeriodReading(year: nil).read(first.text), first.text.count <= 20,
      let next = next(after: [place]), ownHeadings(at: next) != nil
    else { return nil }
    return (TableHeader(columns: columns([place, next])), next)
  }

  /// The headings of a row between strokes whose first cell, above the names, was lost, so that a blank one stands at
  /// its end: as many as the columns of numbers below.
  func headingsWithoutFirst(at place: Int) -> (header: TableHeader, last: Int)? {
    let line = lines[place]
    let stroked = StrokedLine(line.text)
    let all = stroked.cells.dropFirst(stroked.beginsWithStroke ? 1 : 0)
    guard line.shape == .piped, line.cells.allSatisfy(\.isFilled), isCandidate(line),
      all.count == line.cells.count + 1, all.last?.isEmpty == true
    else { return nil }
    let first = isRuled(below: place) ? place + 2 : place + 1
    let rows = lines[Swift.min(first, lines.count)...].prefix(12).prefix { $0.shape == .piped }
    let areShifted = rows.allSatisfy { row in
      row.cells.count == all.count && CellLook(row.cells[0].text).isWords
        && row.cells.dropFirst().allSatisfy { CellLook($0.text) == .number }
    }
    guard rows.count > 1, areShifted else { return nil }
    let names = DocumentColumn(kind: .other, heading: "column_1", money: nil)
    return (TableHeader(columns: [names] + columns([place])).withDistinctHeadings, place)
  }

  /// Whether each of the first rows below a line begins with a word.
  private func hasNames(below place: Int) -> Bool {
    let rows = lines[(place + 1)...].prefix(4).prefix { $0.grid == lines[place].grid }
    return rows.count >= 2
      && rows.allSatisfy { row in row.cells.first.map { CellLook($0.text).isWords } ?? false }
  }

  /// The headings of a text with separators, whose first row has them whatever they are: one may be
  /// blank, as that of an index is, and numbers may stand among them.
  func firstRowHeadings(at place: Int) -> (header: TableHeader, last: Int)? {
    guard lines.isOneTable, lines.indices.first(where: { !lines.isBlank($0) }) == place else {
      return nil
    }
    let cells = lines[place].cells
    let texts = cells.map(\.text.unbroken.compact)
    guard cells.count >= 2, texts.count(where: \.isEmpty) <= 1, Set(texts).count == texts.count,
      texts.contains(where: { text in !text.isEmpty && text.allSatisfy { !$0.isNumber } }),
      let next = next(after: [place]), lines[next].cells.count <= cells.count,
      lines[next].cells.count * 2 > cells.count
    else { return nil }
    let columns = cells.enumerated().map { number, cell in
      cell.isEmpty
        ? DocumentColumn(kind: .other, heading: "column_\(number + 1)", money: nil)
        : DocumentColumn(path: [cell.text], map: map)
    }
    return (TableHeader(columns: columns), place)
  }

  /// Whether the first row of a text with separators is one of its rows and no heading stands above
  /// them: it has numbers where no column has a word above numbers, or says in a column what a row
  /// below says again.
  func beginsWithData(at place: Int) -> Bool {
    guard lines.isOneTable, lines.indices.first(where: { !lines.isBlank($0) }) == place else {
      return false
    }
    let first = lines[place].cells
    let rows = lines[(place + 1)...].prefix(200).filter { row in
      !row.isBlank && row.cells.map(\.text) != first.map(\.text)
    }
    guard first.count >= 2, first.allSatisfy({ map.known($0.text) == nil }), !rows.isEmpty,
      rows.allSatisfy({ $0.cells.count == first.count })
    else {
      return false
    }
    let columns = first.indices.filter { first[$0].isFilled }.map { column in
      (head: first[column].text, cells: rows.map { $0.cells[column].text })
    }
    let isAboveNumbers = columns.contains { column in
      CellLook(column.head).isWords
        && [.number, .date].contains(CellPlacing.look(of: column.cells))
    }
    if isAboveNumbers { return false }
    let saysAgain = columns.contains { column in
      column.head.count > 1 && column.cells.contains { $0.compact == column.head.compact }
    }
    return saysAgain || columns.contains { CellLook($0.head) == .number }
  }

  /// The headings of a table of which none need be known, over two rows of which the second fills what the names of
  /// groups leave blank in the first.
  func ownGroupedHeadings(at place: Int) -> (header: TableHeader, last: Int)? {
    guard isCandidate(lines[place]), let next = next(after: [place]),
      stands(next, belowGroupsOf: place)
    else { return nil }
    let columns = columns([place, next])
    guard Set(columns.map(\.heading)).count == columns.count else { return nil }
    return (TableHeader(columns: columns), next)
  }

  /// The headings of a table of which none need be known, over several rows of which cells are
  /// merged.
  func ownMergedHeadings(at place: Int) -> (header: TableHeader, last: Int)? {
    guard lines[place].grid != nil, isCandidate(lines[place]),
      lines[place].cells.allSatisfy({ !$0.isEmpty })
    else { return nil }
    var rows = [place]
    while rows.count < GridHeader.greatestHeight, let next = next(after: rows),
      lines[next].cells.contains(where: { $0.merge == .fromAbove }), isCandidate(lines[next]),
      lines[next].cells.count == lines[place].cells.count
    {
      rows.append(next)
    }
    guard rows.count > 1 else { return nil }
    let columns = columns(rows)
    guard Set(columns.map(\.heading)).count == columns.count else { return nil }
    return (TableHeader(columns: columns), rows[rows.count - 1])
  }
}
