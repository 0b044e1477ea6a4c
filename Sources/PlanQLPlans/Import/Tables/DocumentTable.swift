/// A section line of a table.
struct DocumentSection: Sendable {
  let line: Int
  let title: String
  /// 1 for 一、, 2 for (一), and so on.
  let level: Int
  var parent: Int?
}

/// A line of a table that totals others.
struct DocumentTotal: Sendable {
  let line: Int
  let label: FoldedText
  /// The section that is totalled; nil for the table.
  var section: Int?
  /// The section that the line stands in.
  var current: Int?
  /// The amounts with the places of their columns.
  var values: [(column: Int, cell: GridCell)]
}

/// A table of a document before anything is made of its cells.
struct DocumentTable: Sendable {
  var header: TableHeader
  /// The place of the line that its headings begin on.
  let headerLine: Int
  /// The money that the cells are in where the headings do not say, as it stands above the table.
  var money: MoneyName?
  /// What the figures are measured in, if not money, as it stands above the table.
  var measure: String?
  /// The units that stand above the table, as they are written; blank where none does.
  var unitsAbove: String { [money?.heading, measure].compactMap { $0 }.joined(separator: "、") }
  /// The heading of the text right above the table, by its place among those of the document.
  var node: Int?
  /// Whether none of the headings need be known: the table is one of its own.
  var isOwn = false
  /// The place of the title that its one row was named by, as none of its labels does.
  var nameLine: Int?
  /// What the table is to be called where it is one of its own; nil for the name of its sheet or
  /// document.
  var ownName: String?
  /// The name of the plan's table that a sheet is, row by row.
  var planTable: String?
  /// The plan's table that the headings are those of.
  var standard: TableDeclaration?
  /// Whether its rows are persons that the document names under the headings of their roles.
  var isOfPersons = false
  private(set) var rows = DocumentRows()
  /// Whether a row is called by all of a place or of a kind.
  private(set) var hasWholeRows = false
  var sections: [DocumentSection] = []
  var totals: [DocumentTotal] = []
  /// The rows that part the amounts of a row, by the first line of that row.
  private(set) var parts: [Int: [PartRow]] = [:]
  /// Whether more headings stand beside those that are known, without cells to tell them apart.
  var hasOpenHeadings = false
  /// Rows that could not be cut into cells.
  var lostRows = 0
  /// The lines of such rows where nothing else settles them.
  var linesOfLostRows: [Int] = []
  /// Sections in which rows were lost, so that they are none without rows.
  var sectionsOfLostRows: Set<Int> = []
  /// The place of the line after the table.
  var end = 0

  /// Makes a table that has headings and no rows yet.
  init(header: TableHeader, headerLine: Int) {
    self.header = header
    self.headerLine = headerLine
  }

  /// The section that the next row stands in: the last one, or where its total has ended that, the one above it.
  var currentSection: Int? { isSectionEnded ? sections.last?.parent : sections.indices.last }

  /// Whether the total of the last section stood behind its rows.
  private var isSectionEnded = false

  /// The column of what the rows are about.
  private var subject: Int? { header.columns.firstIndex(where: \.isSubject) }

  /// Adds a row at the end.
  mutating func add(_ row: DocumentRow) {
    var rows = rows
    self.rows = DocumentRows()
    rows.append(row, to: self)
    self.rows = rows
    if !hasWholeRows, let subject, row.cells.indices.contains(subject) {
      hasWholeRows = DocumentTable.mayBeWhole(row.cells[subject].text)
    }
  }

  /// Adds a row that parts the amounts of the last one, unless that is a total.
  mutating func add(_ part: PartRow) {
    guard let owner = rows.last?.lines.first, totals.last.map({ $0.line < owner }) ?? true else {
      return
    }
    parts[owner, default: []].append(part)
  }

  /// Puts other rows in the place of all.
  mutating func replaceRows(by others: [DocumentRow]) {
    rows = DocumentRows()
    for row in others { add(row) }
  }

  /// Puts another row in the place of the last one.
  mutating func replaceLastRow(by row: DocumentRow) { rows.last = row }

  /// What the cells of the columns tell, those of totals too.
  var columnEvidence: [ColumnEvidence?] {
    var columns = rows.evidence(in: self).columns
    for total in totals {
      for (column, cell) in total.values where !cell.isNumber {
        columns[column]?.addStyle(of: cell.text)
      }
    }
    return columns
  }

  /// Whether a row stands in a section, or in one below it.
  func hasRows(under section: Int) -> Bool {
    rows.countsBySection.keys.contains { isSection($0, under: section) }
  }

  /// Says whether a section is another or lies below it.
  func isSection(_ section: Int?, under other: Int?) -> Bool {
    var current = section
    while let place = current {
      if place == other { return true }
      current = sections[place].parent
    }
    return false
  }

  /// Adds a line that totals a section, or all where that is nil.
  mutating func addTotal(
    _ label: FoldedText, of section: Int?, at line: Int,
    _ values: [(column: Int, cell: GridCell)]
  ) {
    totals.append(
      DocumentTotal(
        line: line, label: label, section: section, current: currentSection, values: values))
  }

  /// Adds a line of totals: of the section that its label names, or that it stands in.
  mutating func addTotal(
    _ label: FoldedText, at line: Int, _ values: [(column: Int, cell: GridCell)]
  ) {
    addTotal(label, of: TotalLine.section(of: label, in: self), at: line, values)
  }

  /// Ends the last section behind a line that adds up its rows: 小计.
  mutating func endSection(behind total: [(column: Int, cell: GridCell)], _ label: FoldedText) {
    guard label.compact.hasSuffix("小计"), !isSectionEnded, let section = sections.indices.last,
      rows.countsBySection[section] != nil, rows.count <= DocumentTable.greatestSearch
    else { return }
    let own = rows.filter { $0.section == section }
    let isSum = total.contains { column, cell in
      TotalLine.isSum(cell.text, of: own.lazy.map { $0.cells[column].text })
    }
    isSectionEnded = isSum
  }

  /// In a table of more rows they are not looked at for each total.
  private static let greatestSearch = 5_000

  /// Gives totals that others follow to the sections that they stand in.
  mutating func settleTotals() {
    let whole = totals.indices.filter { totals[$0].section == nil }
    for place in whole.dropLast() where totals[place].current != nil {
      totals[place].section = totals[place].current
    }
  }

  /// Begins a section below the last one of a higher level.
  mutating func addSection(_ title: String, level: Int, line: Int) {
    isSectionEnded = false
    let parent = sections.lastIndex { $0.level < level }
    let isUnder = parent.map { place in
      sections[place...].allSatisfy { $0.level >= sections[place].level }
    }
    sections.append(
      DocumentSection(
        line: line, title: title, level: level, parent: isUnder == true ? parent : nil))
  }
}
