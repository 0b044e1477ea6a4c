import PlanQLData

extension PlanAssembly {
  /// Reads a value that was observed in a year.
  mutating func observe(
    _ cell: GridCell, _ year: Int, _ column: DocumentColumn, _ table: DocumentTable, _ place: Cell,
    _ indicator: inout PlanDraft.Indicator, _ rows: inout [[String: String]]
  ) {
    var cells = ["indicator": indicator.name, "kind": "actual"]
    let isOfTheYear = ["全年", "年度", "本年", "当年"].contains { column.heading.contains($0) }
    if let year = year > 0 ? year : isOfTheYear ? periods.year : nil {
      cells["time"] = String(year)
    }
    if cell.problem == nil, DetectionLimit.isBelow(cell.text, unit: indicator.measuredIn) {
      let text = cell.text.unbroken.string
      cells["原文" + column.heading] = text
      ledger.note(
        place.line, cell: place.column, ImportMessages.belowDetection(column.heading, text))
      return rows.append(cells)
    }
    let figure = figure(cell, table, place, indicator.measuredIn)
    // 〔11〕 has come over the years so far.
    let isPlain =
      figure?.comparator == nil || figure?.comparator == "cumulative" && figure?.direction == nil
    guard let figure, let value = figure.value, isPlain else {
      if isUnread(cell) { indicator.extras["原文" + column.heading] = cell.text.unbroken.string }
      if figure?.value != nil {
        ledger.doubt(
          place.line, cell: place.column,
          ImportMessages.unreadable(column.heading, cell.text.unbroken.string))
      }
      return
    }
    if figure.comparator != nil || figure.isConverted { note(figure, of: cell, place) }
    if let unit = figure.unit { indicator.measuredIn = indicator.measuredIn ?? unit }
    cells["value"] = value.description
    rows.append(cells)
  }

  /// Adds observed values; says whether the row names the place or the time that they are of, so
  /// that what it says besides is of those too.
  mutating func addObserved(
    _ rows: [[String: String]], _ row: DocumentRow,
    of indicator: inout PlanDraft.Indicator,
    _ table: DocumentTable
  ) -> Bool {
    var rows = rows
    if rows.isEmpty {
      // What was observed is said in words: it stands among the values, if its place or time is told.
      let times: [ColumnKind] = [.place, .year, .asOf, .period]
      guard table.header.hasObservations,
        times.contains(where: { table.header.place(of: $0) != nil })
      else { return false }
      rows = [["indicator": indicator.name, "kind": "actual"]]
    }
    let column = table.header.place(of: .place).map { table.header.columns[$0] }
    var shared: [String: String] = [:]
    if let column, let name = indicator.extras.removeValue(forKey: column.heading) {
      shared = indicator.extras
      shared["place"] = name
      indicator.extras = [:]
    }
    let times: [ColumnKind] = [.year, .asOf, .period]
    if let place = times.lazy.compactMap({ table.header.place(of: $0) }).first {
      let column = table.header.columns[place]
      indicator.extras.removeValue(forKey: column.heading)
      if shared["place"] == nil { shared = indicator.extras }
      indicator.extras = [:]
      shared[column.heading] = nil
      shared["time"] =
        period(row.cells[place].text, heading: column.heading, at: Cell(row.lines[0], place))?
        .description
    } else if let time = timeAbove(table) {
      rows = rows.map { $0.merging(["time": time.description]) { own, _ in own } }
    }
    let isKnown = draft.hasIndicator(named: indicator.name)
    if isKnown, shared["place"] == nil, shared["time"] == nil { shared = indicator.extras }
    if shared["place"] == nil, table.header.columns.contains(where: \.isUnits),
      isOfSeveralRows(indicator.name, in: table)
    {
      // What rows of several units say is of each of them, as what they were to reach is.
      shared.merge(indicator.extras) { own, _ in own }
      indicator.extras = [:]
    }
    let observations = draft.furtherTable(named: StandardTables.observations.name.en)
    let place = lines.place(row.lines[0])
    for cells in rows {
      draft.furtherTables[observations].append(cells.merging(shared) { own, _ in own }, at: place)
    }
    draft.furtherTables[observations].settle(
      first: ["indicator", "place", "time", "value", "kind"])
    return isKnown || shared["place"] != nil || shared["time"] != nil
  }
}
