import PlanQLData

extension PlanAssembly {
  /// Takes the totals of a table into the plan, and adds its columns up beside them where these are
  /// sums of the rows.
  mutating func addTotals(
    of table: DocumentTable, _ amounts: TableAmounts, sections: TableSections,
    areSums: Bool = true
  ) {
    let sums = TableSums(table, amounts)
    for (place, (total, values)) in zip(table.totals, amounts.totals).enumerated() {
      for (column, value) in values {
        draft.totals.append(
          .init(
            section: sections.of(
              total, isOfPart: sums.isOfPart(place) || sums.isBeforeSections(place))
              ?? sectionOfSheet(table),
            name: total.label.string + suffix(of: table.header.columns[column], in: table),
            value: value, place: lines.place(total.line)))
      }
    }
    for (place, total) in table.totals.enumerated() {
      let read = place < amounts.totals.count ? amounts.totals[place].map(\.column) : []
      addOtherTotals(total, table, sections, beside: read)
    }
    guard areSums else { return }
    // Of a column without a unit, of which no amount was read, there is no sum.
    let checks = sums.checks(named: sumName(of: table)).filter {
      $0.isInvestment || $0.stated != nil || $0.missing < $0.rows
    }
    let others = columnsOfOtherSums(table, beside: amounts)
    let stated = Set(table.totals.flatMap { $0.values.map(\.column) }).intersection(others)
    let headings = stated.map { table.header.columns[$0].heading }
    draft.sums += checks.filter { !headings.contains($0.heading) }.map { overTables($0, table) }
    addOtherSums(of: others, in: table)
  }

  /// Takes the totals under headings that are not of money, or of which no unit of money is known, as
  /// the numbers that they are.
  private mutating func addOtherTotals(
    _ total: DocumentTotal, _ table: DocumentTable, _ sections: TableSections, beside read: [Int]
  ) {
    for (column, cell) in total.values
    where isWithoutUnit(column, table, read) && table.header.place(of: .points) == nil {
      let style = cell.isNumber ? ColumnStyle.point : styles[column]
      let isShare = cell.text.hasSuffix("%")
      guard let figure = isShare ? cell.text.dropLast(1) : Amount.figure(of: cell.text),
        let number = WrittenNumber(figure), let value = style.value(number)
      else {
        doubtUnread(cell, under: table.header.columns[column].heading, Cell(total.line, column))
        continue
      }
      let unit = table.header.columns[column].money ?? table.money
      draft.totals.append(
        .init(
          section: sections.of(total.section),
          name: total.label.string + " " + table.header.columns[column].heading,
          number: (
            value,
            isShare
              ? "%" : table.header.columns[column].money == nil ? "" : unit?.heading ?? ""
          ),
          place: lines.place(total.line)))
    }
  }

  /// Whether the totals of a column are no amounts of money.
  func isWithoutUnit(_ column: Int, _ table: DocumentTable, _ read: [Int]) -> Bool {
    let heading = table.header.columns[column]
    return !heading.isMoney
      || (heading.money ?? table.money ?? options.money) == nil && !read.contains(column)
  }

  /// Reports a cell of a line of totals that is neither a number nor blank.
  mutating func doubtUnread(_ cell: GridCell, under heading: String, _ place: Cell) {
    guard !isNoneMark(cell.text), !cell.isEmpty else { return }
    ledger.doubt(
      place.line, cell: place.column,
      ImportMessages.unreadable(heading, cell.text.unbroken.string))
  }

  /// What tells the total of a column from that of the investment: its year or its heading.
  private func suffix(of column: DocumentColumn, in table: DocumentTable) -> String {
    switch column.kind {
    case .yearAmount(let year):
      return (year == 0 ? periods.year : year).map { " \($0)" } ?? " " + column.heading
    case .investment: return ""
    case _: return " " + column.heading
    }
  }

  /// What tells the sums of a table from those of others.
  private func sumName(of table: DocumentTable) -> String? {
    nameAmongTables(table, content.tables.filter { $0.header.columns.contains(where: \.isMoney) })
  }

  /// What tells a table from others in the report: its sheet or its number, where there are several.
  func nameAmongTables(_ table: DocumentTable, _ tables: [DocumentTable]) -> String? {
    guard tables.count > 1 else { return nil }
    switch lines.place(table.headerLine).part {
    case .sheet(let name):
      let part = lines.place(table.headerLine).part
      let own = tables.filter { lines.place($0.headerLine).part == part }
      guard own.count > 1, let place = own.firstIndex(where: { $0.isAt(table) }) else {
        return name
      }
      return "\(name) #\(place + 1)"
    case .lines, .paragraphs, .table:
      return tables.firstIndex { $0.isAt(table) }.map { "#\($0 + 1)" }
    }
  }

  /// Takes the totals that the lines beside a table state in words.
  mutating func addStatedInvestment(beside table: DocumentTable, _ amounts: inout TableAmounts) {
    guard let column = table.header.columns.firstIndex(where: { $0.kind == .investment }) else {
      return
    }
    var isSeen = (above: false, below: false)
    for place in linesBeside(table) {
      let isAbove = place < table.headerLine
      guard isAbove ? !isSeen.above : !isSeen.below,
        let (text, lead) = StatedInvestment.amount(in: lines[place].text),
        let value = amount(GridCell(text), table, Cell(place, column))
      else { continue }
      if isAbove { isSeen.above = true } else { isSeen.below = true }
      amounts.statedBeside.append(value)
      statedNumbers[place, default: []] += Quantity.all(in: text).map(\.value)
      draft.totals.append(
        .init(section: nil, name: lead, value: value, place: lines.place(place)))
    }
  }
}

/// Adds the amounts of a table up, by section and in all, beside the totals that it states.
struct TableSums {
  private let table: DocumentTable
  private let amounts: TableAmounts

  init(_ table: DocumentTable, _ amounts: TableAmounts) {
    self.table = table
    self.amounts = amounts
  }

  /// The sums, those of the investment first.
  func checks(named name: String?) -> [ReconciliationReport.SumCheck] {
    let columns = amounts.columns
    guard !table.rows.isEmpty else { return [] }
    let first = columns.first { table.header.columns[$0].kind == .investment } ?? columns.first
    let ordered = columns.filter { $0 == first } + columns.filter { $0 != first }
    return ordered.flatMap { checks(of: $0, isFirst: $0 == first, named: name) }
  }

  private func checks(
    of column: Int, isFirst: Bool, named name: String?
  ) -> [ReconciliationReport.SumCheck] {
    let sections = table.sections.indices.filter { section in
      let isUsed = table.hasRows(under: section)
      let hasRows = table.rows.countsBySection[section] != nil
      let isStated = !stated(section, column).isEmpty
      return isUsed && (isStated || isFirst && hasRows && isGrouped)
    }
    return (sections.map { Optional($0) } + [nil]).flatMap { section in
      let stated =
        self.stated(section, column)
        + (section == nil && isFirst ? amounts.statedBeside : [])
      let values: [Decimal?] = stated.isEmpty ? [nil] : distinct(stated)
      return values.map { check(column, section, stated: $0, named: name) }
    } + blockChecks(of: column, named: name)
  }

  /// The checks of lines that total the rows since the one before, or those up to the next.
  private func blockChecks(
    of column: Int, named name: String?
  ) -> [ReconciliationReport.SumCheck] {
    let heading = table.header.columns[column]
    return table.totals.indices.filter { isOfBlock($0) }.compactMap { place in
      guard let stated = amounts.totals[place].first(where: { $0.column == column })?.value else {
        return nil
      }
      let blocks = [amounts.blocks[place], amounts.blocks[place + 1]]
      let block =
        blocks.first { $0.sums[column]?.amounts.value?.isEqual(to: stated) == true } ?? blocks[0]
      let sum = block.sums[column] ?? TableAmounts.Sum()
      let count = table.totals.indices.count { isOfBlock($0) && $0 <= place }
      return .init(
        table: name, section: "\(table.totals[place].label.unbroken.string) #\(count)",
        heading: heading.heading, year: heading.year,
        isInvestment: heading.kind == .investment, rows: block.rows, missing: sum.missing,
        sum: sum.amounts.value, stated: stated)
    }
  }

  /// Whether a line totals some of the rows that stand in no section of their own.
  private func isOfBlock(_ place: Int) -> Bool {
    let total = table.totals[place]
    guard total.section == nil, table.totals.count > 1 else { return false }
    let isOfAll = amounts.totals[place].contains { isSum($0.value, of: $0.column) }
    guard isSubtotal(total) || namesItsRows(total) && !isOfAll else { return isOfPart(place) }
    return amounts.blocks[place].rows > 0 || amounts.blocks[place + 1].rows > 0
  }

  /// Whether a line is the total of one of the parts that stand below each other, each with its own:
  /// it is not the sum of all rows, and some stand on both sides of the totals.
  func isOfPart(_ place: Int) -> Bool {
    let stated = amounts.totals[place]
    guard table.totals[place].section == nil, !stated.isEmpty,
      table.totals.count(where: { $0.section == nil && !isSubtotal($0) }) > 1,
      !stated.contains(where: { isSum($0.value, of: $0.column) })
    else { return false }
    let (before, after) = (amounts.blocks[place], amounts.blocks[place + 1])
    if before.rows > 0 { return before.rows < table.rows.count }
    return after.rows > 0 && after.rows < table.rows.count
      && stated.allSatisfy { after.sums[$0.column]?.amounts.value?.isEqual(to: $0.value) == true }
  }

  /// Whether a line totals the rows before the first section of the table, which one above it heads.
  func isBeforeSections(_ place: Int) -> Bool {
    let total = table.totals[place]
    return isOfBlock(place) && total.current == nil
      && table.sections.first.map { total.line < $0.line } ?? false
  }

  private func isSubtotal(_ total: DocumentTotal) -> Bool {
    let label = total.label.compact
    return ["小计", "subtotal", "sub-total", "本页合计"].contains { label.hasSuffix($0) }
  }

  /// Whether a line says in English what it totals: `Other roads total`.
  private func namesItsRows(_ total: DocumentTotal) -> Bool {
    let label = total.label.compact.lowercased()
    return (label.hasSuffix("total") || label.hasPrefix("total"))
      && !TotalWord.compact.contains(label)
  }

  private func isSum(_ value: Decimal, of column: Int) -> Bool {
    amounts.sum(of: column) { _ in true }.sum.amounts.value?.isEqual(to: value) == true
  }

  private var isGrouped: Bool {
    table.rows.countsBySection.count > 1 || table.totals.contains { $0.section != nil }
  }

  private func distinct(_ values: [Decimal]) -> [Decimal] {
    values.reduce(into: []) { kept, value in
      if !kept.contains(where: { $0.isEqual(to: value) }) { kept.append(value) }
    }
  }

  private func stated(_ section: Int?, _ column: Int) -> [Decimal] {
    table.totals.indices.filter { table.totals[$0].section == section && !isOfBlock($0) }.flatMap {
      amounts.totals[$0].filter { $0.column == column }.map(\.value)
    }
  }

  private func check(
    _ column: Int, _ section: Int?, stated: Decimal?, named name: String?
  ) -> ReconciliationReport.SumCheck {
    let (rows, sum) = amounts.sum(of: column) {
      section == nil || table.isSection($0, under: section)
    }
    let heading = table.header.columns[column]
    return .init(
      table: name, section: section.map { table.sections[$0].title }, heading: heading.heading,
      year: heading.year, isInvestment: heading.kind == .investment, rows: rows,
      missing: sum.missing, sum: sum.amounts.value, stated: stated)
  }
}

extension DocumentTable {
  /// Whether the headings of another table stand on the same lines.
  fileprivate func isAt(_ other: DocumentTable) -> Bool { headerLine == other.headerLine }
}

extension DocumentColumn {
  /// The year whose amounts the column has; nil for the whole investment.
  var year: Int? {
    if case .yearAmount(let year) = kind, year > 0 { return year }
    return nil
  }
}
