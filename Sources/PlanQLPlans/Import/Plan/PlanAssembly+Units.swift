import PlanQLData

extension PlanAssembly {
  /// Whether a table is the sheet of units beside tables as documents have them, which name units too.
  func isOfUnits(_ table: DocumentTable) -> Bool {
    table.planTable == StandardTables.units.name.en
      && (content.tables.contains { TableSubject($0) != .own }
        || table.header.columns.contains {
          $0.heading.unicodeScalars.contains(where: FoldedText.isIdeograph)
        })
  }

  /// Adds the rows of a sheet of units to the units of the plan, with what it says of each.
  mutating func addUnits(_ table: DocumentTable) {
    let standard = StandardTables.units
    ledger.note(table.headerLine, ImportMessages.standardTable(standard.name))
    let fields = table.header.columns.map { StandardHeadings.field(of: $0, in: standard)?.name.en }
    guard let name = fields.firstIndex(of: "name") else { return }
    for row in table.rows {
      let title = row.cells[name].text.unbroken.string
      guard !title.isEmpty else { continue }
      var unit = PlanDraft.Unit(name: title, kind: UnitKind.guess(FoldedText(title)))
      for (column, field) in fields.enumerated() where column != name {
        let heading = table.header.columns[column]
        guard let text = text(of: row.cells[column], heading, Cell(row.lines[0], column)) else {
          continue
        }
        fill(&unit, field, heading, text, Cell(row.lines[0], column))
      }
      draft.register(unit)
    }
  }

  private mutating func fill(
    _ unit: inout PlanDraft.Unit, _ field: String?, _ column: DocumentColumn, _ text: String,
    _ place: Cell
  ) {
    switch field {
    case "kind"?:
      guard let code = Enumerations.unitKind.code(named: text) else {
        ledger.note(place.line, cell: place.column, ImportMessages.valueKept(column.heading, text))
        unit.cells["原文" + column.heading] = text
        return
      }
      unit.kind = UnitKind(rawValue: Enumerations.unitKind.cases[code].name.en) ?? unit.kind
    case "parent"?, "members"?:
      let names = readings.units(FoldedText(text), role: nil).units
      draft.register(names)
      unit.cells[field ?? ""] = names.map(\.name).joined(separator: "、")
    case "valid"?:
      let read = period(FoldedText(text), heading: column.heading, at: place)
      unit.cells[read == nil ? "原文" + column.heading : "valid"] = read?.description ?? text
    case let field?: unit.cells[field] = text
    case nil where column.kind == .number: break
    case nil: unit.cells[column.heading] = text
    }
  }
}

extension PlanDraft {
  /// Takes a unit with what a sheet of units says of it into the list.
  mutating func register(_ unit: Unit) {
    guard let place = units.firstIndex(where: { $0.name == unit.name }) else {
      register([ListedUnit(name: unit.name, role: nil, label: "")])
      units[units.count - 1] = unit
      return
    }
    units[place] = unit
  }

  /// The units without those that are another one's short name.
  var unitsByFullNames: [Unit] {
    let others = Set(
      units.flatMap { unit in
        ["short", "aliases"].flatMap { field in
          (unit.cells[field] ?? "").split(whereSeparator: { "、,，;；".contains($0) }).map(String.init)
        }
      })
    return units.filter { !$0.cells.isEmpty || !others.contains($0.name) }
  }
}

extension PlanFiles {
  /// The units, with what sheets of units say of them.
  var units: PlanFileTable? {
    let rows = draft.unitsByFullNames
    let known = ["short", "aliases", "parent", "valid", "members"]
    let further = Set(rows.flatMap(\.cells.keys)).subtracting(known)
    let columns = known + PlanFiles.headings(further)
    return PlanFileTable(
      "units",
      ["name", "kind"] + known
        + PlanFiles.apart(PlanFiles.headings(further), from: StandardTables.units),
      rows.map { unit in [unit.name, unit.kind?.rawValue] + columns.map { unit.cells[$0] } },
      keep: 2)
  }
}
