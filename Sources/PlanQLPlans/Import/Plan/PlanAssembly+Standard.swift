import PlanQLData

extension PlanAssembly {
  /// Adds the rows of a register whose headings are those of a table of plans: days and units as
  /// the plan writes them, other columns as they are.
  mutating func add(
    _ table: DocumentTable, as standard: TableDeclaration, _ evidence: [ColumnEvidence?]
  ) {
    ledger.note(
      table.headerLine,
      table.isOfPersons
        ? ImportMessages.personsByRole : ImportMessages.standardTable(standard.name))
    var fields = table.header.columns.map { StandardHeadings.field(of: $0, in: standard) }
    takeParty(of: table, standard, &fields)
    var taken: Set<String> = []
    // A number of the register itself says more than that of the row.
    for (place, column) in table.header.columns.enumerated() where column.kind == .number {
      let isNamedElsewhere = fields.indices.contains {
        $0 != place && fields[$0]?.name.en == fields[place]?.name.en
      }
      if isNamedElsewhere { fields[place] = nil }
    }
    let columns = fields.map { field in
      field.flatMap { taken.insert($0.name.en).inserted ? $0 : nil }
    }
    let pairs =
      standard.name.en == StandardTables.changes.name.en
      ? ChangedColumns.all(in: table.header.columns) : []
    let paired = Set(pairs.flatMap { [$0.before, $0.after] })
    for (place, column) in table.header.columns.enumerated()
    where columns[place] == nil && !paired.contains(place) && column.kind != .number
      && !table.isOfPersons
    {
      ledger.note(table.headerLine, cell: place, ImportMessages.headingKept(column.heading, []))
    }
    for row in table.rows {
      var cells: [String: String] = [:]
      for (place, column) in table.header.columns.enumerated() where !paired.contains(place) {
        let at = Cell(row.lines[0], place)
        guard let text = text(of: row.cells[place], column, at) else { continue }
        guard let field = columns[place] else {
          // A heading that names a field which another column has is none of its own.
          let isField = StandardHeadings.field(of: column, in: standard) != nil
          cells[(isField ? "原文" : "") + column.heading] = text
          continue
        }
        if let value = value(text, of: field, column, at) {
          cells[field.name.en] = value
        } else {
          cells["原文" + column.heading] = text
        }
      }
      let further = draft.furtherTable(named: standard.name.en)
      for cells in changes(of: row, pairs, table, cells) {
        draft.furtherTables[further].append(cells, at: lines.place(row.lines[0]))
      }
    }
    let order = standard.fields.map(\.name.en).filter { name in
      columns.contains { $0?.name.en == name }
        || !pairs.isEmpty && ["field", "old", "new"].contains(name)
    }
    draft.settleFurtherTable(named: standard.name.en, first: order)
    addTotals(of: table, as: standard, evidence)
  }

  /// The rows that a row of a register becomes: one for each field of which it has the values before and after.
  private mutating func changes(
    of row: DocumentRow, _ pairs: [ChangedColumns], _ table: DocumentTable,
    _ cells: [String: String]
  ) -> [[String: String]] {
    let rows = pairs.compactMap { pair -> [String: String]? in
      let (old, new) = (changed(pair.before, of: row, table), changed(pair.after, of: row, table))
      guard old != nil || new != nil else { return nil }
      var cells = cells
      cells["field"] = pair.field
      cells["old"] = old
      cells["new"] = new
      return cells
    }
    return rows.isEmpty ? [cells] : rows
  }

  /// The value before or after a change, with the unit of money that its heading names.
  private mutating func changed(
    _ place: Int, of row: DocumentRow, _ table: DocumentTable
  ) -> String? {
    let column = table.header.columns[place]
    guard let text = text(of: row.cells[place], column, Cell(row.lines[0], place)) else {
      return nil
    }
    guard let money = column.money, WrittenNumber(FoldedText(text)) != nil else { return text }
    return text + money.unit.name
  }

  /// A case of which no column says what it was about is about its party.
  private func takeParty(
    of table: DocumentTable, _ standard: TableDeclaration, _ fields: inout [FieldDeclaration?]
  ) {
    guard standard.name.en == StandardTables.cases.name.en,
      !fields.contains(where: { $0?.name.en == "subject" }),
      let party = table.header.columns.firstIndex(where: {
        CaseField.isParty(FoldedText($0.heading))
      })
    else { return }
    fields[party] = standard.fields.first { $0.name.en == "subject" }
  }

  /// Takes the totals of a register, and adds its columns of numbers up beside them.
  private mutating func addTotals(
    of table: DocumentTable, as standard: TableDeclaration, _ evidence: [ColumnEvidence?]
  ) {
    guard !table.totals.isEmpty else { return }
    let columns = table.header.columns.indices.map {
      OwnColumn(evidence[$0] ?? ColumnEvidence(), styles[$0])
    }
    let headings = table.header.columns.map(\.heading)
    var sums = TableAmounts(
      table,
      of: columns.indices.filter { columns[$0].isNumeric && !OwnColumn.isOfShares(headings[$0]) })
    for row in table.rows {
      sums.add(
        columns.indices.map { Decimal(columns[$0].text(of: row.cells[$0])) }, of: row)
    }
    for total in table.totals { sums.addTotal(addOwn(total, headings, columns)) }
    draft.sums += TableSums(table, sums).checks(named: standard.name.en)
      .filter { $0.stated != nil }.map {
        var check = $0
        check.unit = ""
        return check
      }
  }

  /// What a cell says as its field writes it; nil where it cannot be read.
  private mutating func value(
    _ text: String, of field: FieldDeclaration, _ column: DocumentColumn, _ place: Cell
  ) -> String? {
    let folded = FoldedText(text)
    if field.target == StandardTables.units.name.en {
      let list = readings.units(folded, role: nil)
      check(list, of: column.heading, at: place.line)
      draft.register(list.units)
      return list.units.map(\.name).joined(separator: "、")
    }
    guard case .known(let type) = field.type else { return text }
    switch type {
    case .date:
      guard let period = period(folded, heading: column.heading, at: place) else { return nil }
      guard period.start == period.end, let day = period.start else {
        ledger.doubt(
          place.line, cell: place.column, ImportMessages.unreadable(column.heading, text))
        return nil
      }
      return day.description
    case .period:
      return period(folded, heading: column.heading, at: place)?.description
    case _: return text
    }
  }
}
