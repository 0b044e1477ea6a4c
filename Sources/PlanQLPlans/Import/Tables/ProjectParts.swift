import PlanQLData

/// Takes the rows of a table that are parts of other rows out of it, so that no amount counts twice: 1.1
/// and 1.2 below 1, or projects below a row that only groups them.
///
/// Numbers such as 1.1 name the row that they are parts of. Where the numbers only tell how deep a row
/// stands, as 一 and （一）, the amounts have to add up.
struct ProjectParts {
  /// What a row is to those below it.
  private enum Role {
    /// A project of which they are parts.
    case whole
    /// A group of projects: a section of the table.
    case section
  }

  private let table: DocumentTable
  private let rows: [DocumentRow]
  private let number: Int
  private let name: Int
  private let amounts: [Int]
  /// The row right above each one, that it stands below.
  private var parents: [Int?] = []
  private var roles: [Role?] = []

  /// The name of the table that keeps the parts.
  static let tableName = "子项目"

  /// Looks for such rows; nil where the table has none.
  init?(_ table: DocumentTable) {
    let header = table.header
    guard !table.isOwn, let name = header.place(of: .name),
      let number = header.place(of: .number) ?? header.place(of: .code)
    else { return nil }
    self.name = name
    self.number = number
    self.amounts = header.columns.indices.filter { header.columns[$0].isMoney }
    self.table = table
    var ranks: Set<[Int]> = []
    for row in table.rows {
      guard let mark = RowMark(row.cells[number].text) else { continue }
      ranks.insert([mark.rank, mark.path.count])
      if ranks.count > 1 { break }
    }
    guard !amounts.isEmpty, ranks.count > 1 else { return nil }
    self.rows = Array(table.rows)
    findParents()
    guard roles.contains(where: { $0 != nil }) else { return nil }
  }

  private mutating func findParents() {
    parents = rows.map { _ in nil }
    roles = rows.map { _ in nil }
    var open: [(row: Int, mark: RowMark)] = []
    for (place, row) in rows.enumerated() {
      guard let mark = RowMark(row.cells[number].text) else { continue }
      while let last = open.last, !mark.isBelow(last.mark) { open.removeLast() }
      if let last = open.last, mark.isPart(of: last.mark) { parents[place] = last.row }
      open.append((place, mark))
    }
    let children = Dictionary(grouping: rows.indices.filter { parents[$0] != nil }) {
      parents[$0] ?? 0
    }
    for (parent, parts) in children {
      roles[parent] = role(of: parent, over: parts)
      if roles[parent] == nil { for part in parts { parents[part] = nil } }
    }
  }

  /// What a row is to those right below it; nil where nothing makes it certain.
  private func role(of parent: Int, over parts: [Int]) -> Role? {
    let marks = parts.compactMap { RowMark(rows[$0].cells[number].text) }
    let areNamed = marks.allSatisfy(\.namesParent)
    guard areNamed || agreement(of: parent, with: parts) == true else { return nil }
    guard areNamed || marks[0].path == [1] else { return nil }
    let rank = RowMark(rows[parent].cells[number].text)?.rank ?? 0
    return rank <= 2 || saysLess(parent, than: parts) ? .section : .whole
  }

  /// Whether a row says nothing but its name and amounts, and those below it say more.
  private func saysLess(_ parent: Int, than parts: [Int]) -> Bool {
    let others = Set(rows[parent].cells.indices).subtracting(amounts + [number, name])
    func says(_ row: Int) -> Bool {
      others.contains { rows[row].cells[$0].isFilled && !isNoneMark(rows[row].cells[$0].text) }
    }
    return !says(parent) && parts.contains(where: says)
  }

  /// Whether the amounts of rows add up to those of the one that they stand below, in every column
  /// in which all say one; nil where there is none.
  private func agreement(of parent: Int, with parts: [Int]) -> Bool? {
    let sums = amounts.compactMap { column -> Bool? in
      guard let whole = amount(parent, column) else { return nil }
      let values = parts.compactMap { amount($0, column) }
      guard values.count == parts.count, let sum = ExactSum.of(values) else { return nil }
      return sum.isEqual(to: whole)
    }
    return sums.isEmpty ? nil : sums.allSatisfy { $0 }
  }

  private func amount(_ row: Int, _ column: Int) -> Decimal? {
    let cell = rows[row].cells[column]
    guard cell.isFilled, cell.problem == nil,
      case .stated(let amount) = Amount.read(cell.text, unit: .yuan)
    else { return nil }
    return amount.value(in: .yuan)
  }
}

extension ProjectParts {
  /// The table without the rows that are parts, groups of projects being its sections; and a table
  /// of the parts beside the projects that they are parts of, nil where there are none.
  func parted(_ ledger: inout LineLedger) -> (table: DocumentTable, parts: DocumentTable?) {
    var whole = table
    whole.replaceRows(by: [])
    var parts = partTable
    var sections: [Int: Int] = [:]
    for (place, row) in rows.enumerated() {
      var row = row
      let above = ancestors(of: place)
      if let project = above.last(where: { roles[$0] == .whole }) {
        row.cells.insert(GridCell(rows[project].cells[name].text), at: 0)
        row.section = nil
        parts.add(row)
        continue
      }
      row.section = above.first.flatMap { sections[$0] } ?? row.section
      switch roles[place] {
      case .section?: sections[place] = addSection(row, to: &whole, &ledger)
      case .whole?:
        check(place, &ledger)
        whole.add(row)
      case nil: whole.add(row)
      }
    }
    return (whole, parts.rows.isEmpty ? nil : parts)
  }

  private var partTable: DocumentTable {
    let project = DocumentColumn(kind: .other, heading: "所属项目", money: nil)
    let header = TableHeader(columns: [project] + table.header.columns)
    var parts = DocumentTable(header: header, headerLine: table.headerLine)
    parts.isOwn = true
    parts.ownName = ProjectParts.tableName
    parts.money = table.money
    parts.end = table.end
    return parts
  }

  /// The rows that one stands below, the nearest first.
  private func ancestors(of row: Int) -> [Int] {
    var found: [Int] = []
    var next = parents[row]
    while let place = next {
      found.append(place)
      next = parents[place]
    }
    return found
  }

  /// Makes a section of a row that groups those below it, its amounts being their total.
  private func addSection(
    _ row: DocumentRow, to table: inout DocumentTable, _ ledger: inout LineLedger
  ) -> Int {
    let title = row.cells[name].text.unbroken
    let level = row.section.map { table.sections[$0].level + 1 } ?? 1
    table.sections.append(
      DocumentSection(
        line: row.lines[0], title: title.string, level: level, parent: row.section))
    let section = table.sections.count - 1
    let values = amounts.filter { row.cells[$0].isFilled }.map { ($0, row.cells[$0]) }
    if !values.isEmpty { table.addTotal(title, of: section, at: row.lines[0], values) }
    ledger.resettle(row.lines[0], as: .section)
    ledger.note(row.lines[0], ImportMessages.rowGroupsOthers(title.string))
    let others = row.cells.indices.filter {
      ![number, name].contains($0) && !amounts.contains($0) && row.cells[$0].isFilled
    }
    for place in others where !isNoneMark(row.cells[place].text) {
      ledger.doubt(
        row.lines[0], cell: place,
        ImportMessages.cellOfGroup(
          table.header.columns[place].heading, row.cells[place].text.unbroken.string))
    }
    return section
  }

  /// Says where the amounts of parts do not add up to that of their project.
  private func check(_ project: Int, _ ledger: inout LineLedger) {
    let parts = rows.indices.filter { parents[$0] == project }
    ledger.note(
      rows[project].lines[0],
      ImportMessages.partsOfProject(
        parts.count, rows[project].cells[name].text.unbroken.string, ProjectParts.tableName))
    if agreement(of: project, with: parts) == false {
      ledger.doubt(
        rows[project].lines[0],
        ImportMessages.partsDisagree(rows[project].cells[name].text.unbroken.string))
    }
  }
}
