import PlanQLData

extension PlanAssembly {
  /// Keeps a table of which no heading is known, with numbers written as plans have them.
  mutating func addOwn(_ table: DocumentTable, _ evidence: [ColumnEvidence?]) {
    let name = table.planTable ?? ownName(of: table)
    if let planTable = table.planTable {
      ledger.note(table.headerLine, ImportMessages.planTable(planTable))
    } else if table.ownName == nil {
      ledger.note(table.headerLine, ImportMessages.ownTable(name))
    }
    noteMoney(of: table)
    let columns = table.header.columns.indices.map {
      OwnColumn(evidence[$0] ?? ColumnEvidence(), styles[$0])
    }
    let headings = self.headings(of: table, columns)
    settleCurrency(of: columns, in: table)
    for (place, column) in columns.enumerated() { note(column, table, place, headings[place]) }
    var further = FurtherTable(name: name, headings: headings, hasSources: false)
    var sums = TableAmounts(
      table,
      of: columns.indices.filter { columns[$0].isNumeric && !OwnColumn.isOfShares(headings[$0]) })
    let monitoring = monitoring(in: table)
    var codes = NestedCodes(table.header)
    var (observed, unobserved) = (0, 0)
    var numeral: (row: DocumentRow, numbers: [Decimal?], level: Int)?
    for row in table.rows {
      var cells: [String?] = []
      for place in headings.indices {
        let cell = row.cells[place]
        if let problem = cell.problem { ledger.doubt(row.lines[0], cell: place, problem) }
        cells.append(
          cell.problem != nil || cell.isEmpty ? nil : columns[place].text(of: cell))
      }
      further.append(cells, at: lines.place(row.lines[0]))
      if let monitoring {
        let count = observe(cells, monitoring, at: row.lines[0])
        observed += count
        unobserved += monitoring.count(of: cells) - count
      }
      // A row with a numeral above those with numbers groups them: its amounts are sums of theirs.
      let level = levelOfNumeral(row, table)
      if let (row, numbers, above) = numeral, level > 0, level <= above {
        sums.add(numbers, of: row)
      }
      numeral = nil
      if level > 0 {
        numeral = (row, cells.map { $0.flatMap { Decimal($0) } }, level)
        continue
      }
      if codes.isPart(row) { continue }
      if table.money != nil, let unit = table.unitOfCount(row) {
        ledger.doubt(row.lines[0], ImportMessages.amountsAreCounts(unit))
        continue
      }
      sums.add(cells.map { $0.flatMap { Decimal($0) } }, of: row)
    }
    if let (row, numbers, _) = numeral { sums.add(numbers, of: row) }
    draft.furtherTables.append(further)
    if observed > 0 {
      draft.settleFurtherTable(
        named: StandardTables.observations.name.en,
        first: ["indicator", "place", "time", "value", "kind"])
      ledger.note(table.headerLine, ImportMessages.valuesObserved(observed))
      if unobserved > 0 {
        ledger.doubt(table.headerLine, ImportMessages.valuesNotObserved(unobserved))
      }
    }
    if codes.parts > 0 { ledger.note(table.headerLine, ImportMessages.codesNest(codes.parts)) }
    for total in table.totals { sums.addTotal(addOwn(total, headings, columns)) }
    draft.sums += TableSums(table, sums).checks(named: name).filter { $0.stated != nil }.map {
      var check = $0
      check.unit = ""
      return check
    }
  }

  /// How far in the numeral of a row stands: 1 for 一, 2 for (一), 0 for none.
  private func levelOfNumeral(_ row: DocumentRow, _ table: DocumentTable) -> Int {
    guard let number = table.header.place(of: .number) else { return 0 }
    let cell = row.cells[number].text
    let text = cell.trimmed { "()、. ".unicodeScalars.contains($0) }
    guard Numbering.rowNumber(text) == nil, Numbering.value(text.scalars) != nil else { return 0 }
    return cell.contains("(") ? 2 : 1
  }

  /// Takes the currency of the plan from headings and from signs that stand for one alone; where they
  /// do not, none is stated.
  private mutating func settleCurrency(of columns: [OwnColumn], in table: DocumentTable) {
    let signs = Set(columns.flatMap(\.signs)).subtracting(["¥"])
    // $ alone is the sign of several, in a heading as in a cell.
    let named = Set(
      table.header.columns.lazy.filter { !$0.isInPlainDollars }.compactMap(\.money?.currency))
    guard draft.currency == nil, !signs.isEmpty || !named.isEmpty else { return }
    draft.hasForeignAmounts = true
    if named.count == 1 {
      draft.currency = named.first
    } else if signs.count == 1, let code = signs.first.flatMap(CurrencySign.code) {
      draft.currency = code
    }
  }

  /// Takes a line that totals the rows of such a table into the totals that the document states, and
  /// gives the numbers of it that are no shares.
  mutating func addOwn(
    _ total: DocumentTotal, _ headings: [String], _ columns: [OwnColumn]
  ) -> [(column: Int, value: Decimal)] {
    var numbers: [(column: Int, value: Decimal)] = []
    let before = draft.totals.count
    defer {
      if draft.totals.count > before { ledger.note(total.line, ImportMessages.totalOfOwnTable) }
    }
    for (place, cell) in total.values {
      if let problem = cell.problem {
        ledger.doubt(total.line, cell: place, problem)
        continue
      }
      let text = columns[place].text(of: cell)
      let isShare = text.hasSuffix("%")
      guard let value = Decimal(isShare ? String(text.dropLast()) : text) else {
        doubtUnread(cell, under: headings[place], Cell(total.line, place))
        continue
      }
      draft.totals.append(
        .init(
          section: nil, name: total.label.string + " " + headings[place],
          number: (value, isShare ? "%" : ""), place: lines.place(total.line)))
      if !isShare, !OwnColumn.isOfShares(headings[place]) { numbers.append((place, value)) }
    }
    return numbers
  }

  /// Says that the amounts of a plan's table are in yuan where nothing says otherwise.
  private mutating func noteMoney(of table: DocumentTable) {
    guard let declared = table.planTable.flatMap(StandardTables.table) else { return }
    if draft.moneyUnit == nil, let unit = options.money?.unit, unit.isOfPlans {
      draft.moneyUnit = unit
    }
    let amounts = table.header.columns.filter { column in
      column.money == nil
        && declared.fields.contains {
          $0.isMoney && $0.name.en == Headings.key(FoldedText(column.heading))
        }
    }
    guard options.money == nil, let first = amounts.first else { return }
    guard let unit = draft.moneyUnit ?? unitOfOtherTables else {
      return ledger.doubt(table.headerLine, ImportMessages.amountsInYuan(first.heading))
    }
    ledger.doubt(table.headerLine, ImportMessages.amountsInPlanUnit(first.heading, unit.name))
  }

  /// The unit that the amounts of a plan come to be in, as the tables of the document state theirs.
  private var unitOfOtherTables: MoneyUnit? {
    let units = content.tables.lazy.filter { TableSubject($0) != .own }.compactMap { table in
      table.header.columns.lazy.compactMap { $0.money?.unit }.first ?? table.money?.unit
    }
    return units.first.flatMap { $0.isOfPlans ? $0 : MoneyUnit.of(power: 4) }
  }

  private mutating func note(
    _ column: OwnColumn, _ table: DocumentTable, _ place: Int, _ heading: String
  ) {
    switch column.outcome {
    case .asWritten:
      guard let text = styles[place].undecided, column.isNumeric else { return }
      ledger.doubt(
        table.headerLine, cell: place, ImportMessages.styleIsUncertain(heading, text.string))
    case .rewritten:
      if let sign = column.signTakenOut {
        ledger.note(
          table.headerLine, cell: place, ImportMessages.currencySignsTakenOut(heading, sign))
      }
      if let text = styles[place].undecided {
        ledger.doubt(
          table.headerLine, cell: place, ImportMessages.styleIsUncertain(heading, text.string))
        return
      }
      guard column.hasSeparators else { return }
      ledger.note(
        table.headerLine, cell: place,
        styles[place].fallback == .comma
          ? ImportMessages.numbersHaveCommas(heading) : ImportMessages.numbersRewritten(heading))
    case .mixed:
      ledger.doubt(table.headerLine, cell: place, ImportMessages.mixedStylesKept(heading))
    case .severalCurrencies:
      ledger.doubt(
        table.headerLine, cell: place,
        ImportMessages.severalCurrencies(heading, column.signs.sorted()))
    case .numbersAmidWords(let word):
      ledger.doubt(
        table.headerLine, cell: place, ImportMessages.numbersAmidWords(heading, word.string))
    }
  }

  /// The name of the sheet or the document, made a name that a plan can have.
  private func ownName(of table: DocumentTable) -> String {
    var text = table.ownName ?? documentName
    if table.ownName == nil, case .sheet(let sheet) = lines.place(table.headerLine).part {
      text = sheet
    }
    var name = String(
      text.map { character in
        character.isLetter || character.isNumber || character == "_" ? character : "_"
      })
    if name.first?.isLetter != true { name = "t_" + name }
    if StandardTables.table(named: name) != nil { name += "表" }
    var taken = DistinctNames(
      StandardTables.all.flatMap { [$0.name.en, $0.name.zh] } + draft.furtherTables.map(\.name))
    return taken.name(for: name) { "\($0)_\($1)" }
  }

  /// Gives sheets that are a plan's tables other names where the plan has these tables of other
  /// sheets too.
  mutating func renameTakenTables() {
    var taken = DistinctNames(draft.tableNames)
    for place in draft.furtherTables.indices {
      let name = draft.furtherTables[place].name
      let free = taken.name(for: name) { "\($0)_\($1)" }
      guard free != name else { continue }
      draft.furtherTables[place].name = free
      ledger.doubt(nil, ImportMessages.tableIsTaken(name, free))
    }
  }
}

extension PlanAssembly {
  /// Looks at the columns of a plan's table that no known heading heads: their numbers are written
  /// as those of tables that are kept as they are.
  mutating func settleOthers(of table: DocumentTable, _ evidence: [ColumnEvidence?]) {
    otherColumns = table.header.columns.indices.map { place in
      guard table.header.columns[place].kind == .other, let found = evidence[place] else {
        return nil
      }
      return OwnColumn(found, styles[place])
    }
    for (place, column) in otherColumns.enumerated() {
      guard let column else { continue }
      if case .numbersAmidWords = column.outcome { continue }
      note(column, table, place, table.header.columns[place].heading)
    }
  }
}

extension PlanAssembly {
  /// The table with the unit that stands above it in the headings of columns of amounts that no known
  /// heading heads, so that it is not lost. Columns that it may be of too are said.
  mutating func withUnitsOfOthers(_ table: DocumentTable) -> DocumentTable {
    var table = table
    var open: [String] = []
    // A unit that no column is in is of others that do not say it.
    let isTaken = table.header.columns.contains(where: \.isMoney)
    for (place, own) in otherColumns.enumerated() {
      let column = table.header.columns[place]
      guard let own, column.mapped == nil else { continue }
      let heading = headingWithUnit(column, of: own, table)
      if heading == column.heading, own.isNumeric, own.isFilled, column.money == nil,
        table.measure != nil || column.saysTimeOrSum || !isTaken && column.mayBeAmount,
        !OwnColumn.isOfShares(heading)
      {
        open.append(heading)
      }
      guard heading != column.heading, own.signTakenOut == nil else { continue }
      table.header.columns[place] = DocumentColumn(
        kind: .other, heading: heading, money: table.money)
    }
    if !table.unitsAbove.isEmpty, !open.isEmpty {
      ledger.doubt(
        table.headerLine, ImportMessages.unitOfColumnsUnknown(table.unitsAbove, open))
    }
    return table
  }
}

extension FieldDeclaration {
  /// Whether the field holds amounts of money.
  fileprivate var isMoney: Bool {
    if case .known(.money) = type { return true }
    return false
  }
}

extension DocumentColumn {
  /// Whether a heading has nothing but `$` for a currency.
  var isInPlainDollars: Bool {
    let text = heading.lowercased()
    return money?.currency == "USD" && text.contains("$")
      && !["us$", "usd", "美元", "u.s."].contains { text.contains($0) }
  }
}
