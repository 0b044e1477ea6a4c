import PlanQLAlgebra
import PlanQLData

/// Lays out the cells of a cross-table whose columns were found while it ran: rows by keys, columns by what runs across.
struct CrossTabulation {
  private let query: TableQuery
  private let cross: TableQuery.CrossTable
  private let cells: Table
  private let moneyUnit: MeasureUnit?
  /// The keys of each row of the cross-table, in the order in which they first appear.
  private var rows: [[Value]] = []
  private var places: [Cell: Value] = [:]

  private struct Cell: Hashable {
    let keys: [Value]
    let column: Value
  }

  init(
    _ query: TableQuery, _ cross: TableQuery.CrossTable, cells: Table, moneyUnit: MeasureUnit?
  ) {
    self.query = query
    self.cross = cross
    self.cells = cells
    self.moneyUnit = moneyUnit
    let values = cells.columns.map(\.values)
    var seen: Set<[Value]> = []
    for row in 0..<cells.count {
      let keys = values.prefix(cross.keyCount).map { $0.value(row) }
      let column = values[cross.keyCount].value(row)
      if seen.insert(keys).inserted { rows.append(keys) }
      places[Cell(keys: keys, column: column)] = values[cross.keyCount + 1].value(row)
    }
  }

  /// The finished table. `slices` are how many rows are left out at the start and kept, stage by stage; `table` runs a
  /// query.
  func table(
    slices: [(skip: Int, take: Int?)], _ table: (TableQuery) throws -> Table
  ) throws -> Table {
    var kept = rows[...]
    for slice in slices {
      kept = kept.dropFirst(slice.skip)
      if let take = slice.take { kept = kept.prefix(take) }
    }
    let across = try table(cross.across)
    let columns = (0..<across.count).map { across.columns[0].values.value($0) }
    let totals = cross.hasTotals ? footer(across) : nil
    var result = keyColumns(Array(kept))
    var last = [Value](repeating: .missing, count: result.count)
    var names = Set(result.map(\.name))
    for column in columns {
      result.append(found(column, Array(kept), &names))
      last.append(totals?[column] ?? .missing)
    }
    for column in cross.rowColumns {
      let values = try table(column.values)
      result.append(behind(column, values, Array(kept), &names))
      last.append(
        try column.total.flatMap { try table($0).columns.last?.values.value(0) } ?? .missing)
    }
    return Table(
      columns: result, count: kept.count, footer: totals == nil ? nil : last, notes: cells.notes,
      titles: cells.titles)
  }

  private func footer(_ table: Table) -> [Value: Value] {
    var values: [Value: Value] = [:]
    for row in 0..<table.count {
      values[table.columns[0].values.value(row)] = table.columns[1].values.value(row)
    }
    return values
  }

  private func keyColumns(_ kept: [[Value]]) -> [ResultColumn] {
    cells.columns.prefix(cross.keyCount).enumerated().map { place, column in
      ResultColumn(
        name: column.name, caption: column.caption, type: column.type,
        isOptional: column.isOptional, display: column.display,
        values: Column(type: column.type, values: kept.map { $0[place] }))
    }
  }

  /// A column for one of the values that run across.
  private func found(_ column: Value, _ kept: [[Value]], _ names: inout Set<String>)
    -> ResultColumn
  {
    let across = query.columns[cross.keyCount]
    let cell = cells.columns[cross.keyCount + 1]
    let text = { (language: Language) in
      CellText(
        type: across.value.type, display: across.display, language: language,
        moneyUnit: moneyUnit, titles: cells.titles
      ).header(column)
    }
    let values = kept.map { places[Cell(keys: $0, column: column)] ?? cross.otherwise }
    return ResultColumn(
      name: unused(text(.en), &names), caption: LocalizedText(en: text(.en), zh: text(.zh)),
      type: cell.type, isOptional: true, display: cell.display,
      values: Column(type: cell.type, values: values))
  }

  private func behind(
    _ column: TableQuery.CrossTable.RowColumn, _ values: Table, _ kept: [[Value]],
    _ names: inout Set<String>
  ) -> ResultColumn {
    var byKeys: [[Value]: Value] = [:]
    for row in 0..<values.count {
      let keys = values.columns.prefix(cross.keyCount).map { $0.values.value(row) }
      byKeys[keys] = values.columns[cross.keyCount].values.value(row)
    }
    let made = values.columns[cross.keyCount]
    return ResultColumn(
      name: unused(column.name.en, &names),
      caption: LocalizedText(en: column.name.en, zh: column.name.zh), type: made.type,
      isOptional: true, display: made.display,
      values: Column(type: made.type, values: kept.map { byKeys[$0] ?? .missing }))
  }

  /// The name, with a number behind it where a column has it already.
  private func unused(_ name: String, _ names: inout Set<String>) -> String {
    var unused = name
    var number = 2
    while !names.insert(unused).inserted {
      unused = "\(name) \(number)"
      number += 1
    }
    return unused
  }
}
