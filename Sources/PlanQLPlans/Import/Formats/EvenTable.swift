import PlanQLData

/// A table in plain text of which every row has as many words as there are headings, some of these
/// known: its words are its cells, whatever the other headings are.
struct EvenTable {
  /// The rows below the headings: where they stand, and their cells.
  private(set) var rows: [(place: Int, cells: [FoldedText])] = []
  let headings: [FoldedText]
  /// The line after the table.
  private(set) var end: Int

  private let lines: DocumentLines
  private let columns: [DocumentColumn]
  private var whole: [[FoldedText]] = []
  private var totals: [(place: Int, words: [FoldedText])] = []

  /// The fewest rows that tell it, if they are numbered or not.
  private static let fewestNumbered = 2
  private static let fewest = 3

  /// Reads the table whose headings stand on a line; nil where none do, or a row below them has other
  /// than as many words.
  init?(at start: Int, in lines: DocumentLines, map: HeadingMap) {
    self.init(headings: start, in: lines, map: map)
    guard readRows(), areColumns, placeTotals() else { return nil }
    rows.sort { $0.place < $1.place }
  }

  private init?(headings start: Int, in lines: DocumentLines, map: HeadingMap) {
    let headings = lines[start].text.words
    guard (4...24).contains(headings.count), headings.allSatisfy(EvenTable.mayHead),
      Set(headings.map(\.compact)).count == headings.count,
      // Names in other scripts have blanks amid them.
      headings.allSatisfy({ $0.scalars.contains(where: FoldedText.isIdeograph) || $0.count <= 2 })
    else { return nil }
    let header = TableHeader(columns: headings.map { DocumentColumn(path: [$0], map: map) }).settled
    guard header.announcesTable else { return nil }
    self.init(columns: header.columns, in: lines, start: start)
  }

  private init(columns: [DocumentColumn], in lines: DocumentLines, start: Int) {
    self.headings = lines[start].text.words
    self.columns = columns
    self.lines = lines
    self.end = start + 1
  }

  private static func mayHead(_ word: FoldedText) -> Bool {
    word.count <= 24
      && (CellLook(word).isWords || Headings.kind(of: Headings.key(word)) != nil
        || Headings.year(word.compact)?.rest.isEmpty == false)
      && !word.scalars.contains { "。,;!?".unicodeScalars.contains($0) }
  }

  /// The columns of a line of headings, known or not, of which the words are one heading each as a row
  /// below them has as many words that fit; nil where none does.
  static func columns(at start: Int, in lines: DocumentLines, map: HeadingMap) -> [DocumentColumn]?
  {
    guard let headings = EvenTable(headings: start, in: lines, map: map) else { return nil }
    let rows = headings.evenRows(below: start)
    let isTold = headings.columns.dropFirst().contains { column in
      [.amount, .figure, .period, .units].contains(column.kind.form)
    }
    let isMixed = headings.columns.indices.contains { column in
      headings.columns[column].kind == .other && mixes(rows.map { $0[column] })
    }
    return !rows.isEmpty && isTold && !isMixed ? headings.columns : nil
  }

  /// How the words below headings look in the rows that have as many.
  static func looks(
    below place: Int, of columns: [DocumentColumn], in lines: DocumentLines
  ) -> [CellLook] {
    let table = EvenTable(columns: columns, in: lines, start: place)
    let rows = table.evenRows(below: place)
    return columns.indices.map { column in CellPlacing.look(of: rows.map { $0[column] }) }
  }

  /// The rows near the headings that have as many words.
  private func evenRows(below start: Int) -> [[FoldedText]] {
    lines[(start + 1)...].prefix(60).prefix { $0.shape == .plain && !$0.isCell }
      .map(\.text.words).filter { $0.count == columns.count && fits($0) }
  }

  private var isNumbered: Bool { columns[0].kind == .number }

  private mutating func readRows() -> Bool {
    var place = end
    while lines.indices.contains(place), lines[place].shape == .plain, !lines[place].isCell {
      let line = lines[place]
      if line.isBlank {
        place += 1
        continue
      }
      if let cells = cells(line.text.words) {
        whole.append(cells)
        rows.append((place, cells))
      } else if TotalLine.label(line.text.words.first ?? .empty) != nil {
        totals.append((place, line.text.words))
      } else if isSection(line.text), isRow(below: place) {
        rows.append((place, [line.text]))
      } else if isRow(line.text) || isRow(below: place) {
        return false
      } else {
        break
      }
      place += 1
      end = place
    }
    return whole.count >= (isNumbered ? EvenTable.fewestNumbered : EvenTable.fewest)
  }

  /// The words of a line where each is a cell; below a category that stands only in the first row of its group the others
  /// have one less, which look like those above them.
  private func cells(_ words: [FoldedText]) -> [FoldedText]? {
    if words.count == headings.count, fits(words) { return words }
    guard columns[0].kind == .category, words.count == headings.count - 1,
      case let cells = [.empty] + words, fits(cells), !whole.isEmpty
    else { return nil }
    let isAlike = cells.indices.dropFirst().allSatisfy { column in
      CellLook(cells[column]).fits(
        CellPlacing.look(of: whole.prefix(EvenTable.greatestCount).map { $0[column] }))
    }
    return isAlike ? cells : nil
  }

  /// Whether each word is what its heading asks for.
  private func fits(_ words: [FoldedText]) -> Bool {
    zip(columns, words).allSatisfy { column, word in
      switch column.kind.form {
      case .number: Numbering.rowNumber(word) != nil
      case .amount: Amount.isAmount(word) || isNoneMark(word)
      case .text, .words, .units, .nature: !Amount.isAmount(word) || column.kind == .place
      case .period, .figure, .note, .anything: true
      }
    }
  }

  /// Whether a line that is no whole row begins like one.
  private func isRow(_ text: FoldedText) -> Bool {
    let words = text.words
    guard let first = words.first else { return false }
    if isNumbered { return Numbering.rowNumber(first) == rowNumber(whole.count) }
    return words.count >= Swift.max(3, headings.count - 2)
  }

  /// The number that the row behind so many would have; nil where the rows are numbered otherwise.
  private func rowNumber(_ count: Int) -> Int? {
    guard let last = whole.last else { return 1 }
    return Numbering.rowNumber(last[0]).map { $0 + 1 }
  }

  /// Whether a row, a title or a total follows within a few lines of one.
  private func isRow(below place: Int) -> Bool {
    let next = lines[(place + 1)...].lazy.filter { !$0.isBlank }.prefix(3)
    return next.contains { line in
      guard line.shape == .plain else { return false }
      if TotalLine.label(line.text.words.first ?? .empty) != nil { return true }
      let isWhole = cells(line.text.words) != nil
      return isNumbered ? isRow(line.text) || isWhole && isFirst(line.text) : isWhole
    }
  }

  /// Whether the numbers of the rows begin again: those of a section.
  private func isFirst(_ text: FoldedText) -> Bool {
    Numbering.rowNumber(text.words.first ?? .empty) == 1
  }

  private func isSection(_ text: FoldedText) -> Bool {
    guard text.count <= 40, text.words.count <= 2 else { return false }
    if let numbering = Numbering(text), numbering.level <= 2 { return true }
    return text.words.count == 1 && text.count <= 20
      && !text.scalars.contains { "。;:,、".unicodeScalars.contains($0) }
  }

  private var looks: [CellLook] {
    let first = whole.prefix(EvenTable.greatestCount)
    return headings.indices.map { column in CellPlacing.look(of: first.map { $0[column] }) }
  }

  /// So many rows tell how the words of a column look.
  private static let greatestCount = 200

  /// Whether the words of each column look alike, and those of one beside the numbers are figures or
  /// units.
  private var areColumns: Bool {
    let looks = looks
    let told = isNumbered ? looks.dropFirst() : looks[...]
    return told.contains { [.number, .date, .units].contains($0) }
      && columns.indices.allSatisfy { column in
        let first = whole.prefix(EvenTable.greatestCount)
        return columns[column].kind != .other || !EvenTable.mixes(first.map { $0[column] })
      }
  }

  /// Whether some words of a column begin with a figure, and others have none: 20公顷 beside 二期. One of
  /// them is part of another cell.
  private static func mixes(_ cells: [FoldedText]) -> Bool {
    let words = cells.filter { !isNoneMark($0) }
    let figures = words.count { FoldedText.isDigit($0.scalar(0) ?? " ") }
    return figures > 0
      && words.contains { word in !word.scalars.contains(where: FoldedText.isDigit) }
  }

  /// Puts the figures of the totals into the columns that have such; says no where they are not as many.
  private mutating func placeTotals() -> Bool {
    let looks = looks
    let figures = columns.indices.filter {
      looks[$0] == .number && columns[$0].kind != .number && columns[$0].kind.form != .period
    }
    let added = figures.filter { columns[$0].isMoney }
    var placed: [(place: Int, cells: [FoldedText])] = []
    for (place, words) in totals {
      let cells = words.dropFirst().filter { Amount.isAmount($0) || isNoneMark($0) }
      let places = [figures, added].first { $0.count == cells.count && !cells.isEmpty }
      guard var places, cells.count == words.count - 1, let first = places.first, first > 0 else {
        return false
      }
      if cells.count == 1 {
        let fitting = figures.filter { isTotal(place, cells[0], of: $0) }
        if fitting.count == 1 { places = fitting }
      }
      var row = Array(repeating: FoldedText.empty, count: headings.count)
      row[columns.firstIndex { $0.isSubject && !$0.isMoney } ?? 0] = words[0]
      for (column, cell) in zip(places, cells) { row[column] = cell }
      placed.append((place, row))
    }
    rows += placed
    return true
  }

  /// Whether the only figure of a total adds up a column, in all rows or in those since the total before.
  private func isTotal(_ place: Int, _ cell: FoldedText, of column: Int) -> Bool {
    let last = totals.last { $0.place < place }?.place ?? 0
    return [0..<lines.count, last..<place].contains { span in
      TotalLine.isSum(
        cell,
        of: rows.lazy.filter { span.contains($0.place) && $0.cells.count == columns.count }
          .map { $0.cells[column] })
    }
  }
}
