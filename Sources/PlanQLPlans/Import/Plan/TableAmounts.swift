import PlanQLData

/// The amounts of a table in the plan's unit of money, cell by cell.
struct TableAmounts {
  /// The amounts of each row by column; nil where there is none.
  private(set) var rows: [[Decimal?]] = []
  /// The amounts of each total, with their columns.
  private(set) var totals: [[(column: Int, value: Decimal)]] = []
  /// The total investment that the lines above the table state in words.
  var statedAbove: Decimal?

  /// Reads all cells of money; what cannot be read is reported.
  init(_ table: DocumentTable, _ assembly: inout PlanAssembly) {
    let columns = table.header.columns.indices.filter { table.header.columns[$0].isMoney }
    for row in table.rows {
      var amounts: [Decimal?] = table.header.columns.map { _ in nil }
      for column in columns {
        amounts[column] = assembly.amount(
          row.cells[column], table, Cell(row.lines[0], column))
      }
      rows.append(amounts)
    }
    for total in table.totals {
      totals.append(
        total.values.compactMap { column, cell in
          assembly.amount(cell, table, Cell(total.line, column)).map { (column, $0) }
        })
    }
  }
}

extension PlanAssembly {
  /// Settles in which unit and currency a table has its amounts, and in which style its numbers.
  mutating func settleMoney(of table: DocumentTable) {
    let columns = table.header.columns.filter(\.isMoney)
    guard !columns.isEmpty else { return noteStyles(of: table) }
    settleCurrency(columns, of: table)
    let own = table.rows.lazy.flatMap { row in
      table.header.columns.indices.filter { table.header.columns[$0].isMoney }.compactMap {
        MoneyUnit.suffix(of: row.cells[$0].text)?.unit
      }
    }
    let unit =
      columns.lazy.compactMap { $0.money?.unit }.first ?? table.money?.unit ?? options.money?.unit
      ?? own.first
    if draft.moneyUnit == nil, let unit {
      draft.moneyUnit = unit.isOfPlans ? unit : MoneyUnit.of(power: 4)
    }
    for column in columns {
      if let unit = (column.money ?? table.money ?? options.money)?.unit {
        ledger.note(table.headerLine, ImportMessages.amountsAreIn(column.heading, unit.name))
      }
      if case .yearAmount(let year) = column.kind, year > 0, !column.heading.contains(String(year))
      {
        ledger.note(table.headerLine, ImportMessages.yearRead(column.heading, year))
      }
    }
    if draft.moneyUnit == nil { ledger.doubt(table.headerLine, ImportMessages.allAmountsUnread) }
    noteStyles(of: table)
  }

  /// Gives the columns of sources that state no unit that of the investment where they add up to
  /// it in every row.
  func sharingUnit(_ table: DocumentTable) -> DocumentTable {
    guard table.money == nil, options.money == nil,
      let whole = table.header.place(of: .investment), let money = table.header.columns[whole].money
    else { return table }
    let parts = table.header.columns.indices.filter {
      guard case .funding = table.header.columns[$0].kind else { return false }
      return table.header.columns[$0].money == nil
    }
    let rows = table.rows.filter { plain($0.cells[whole], whole, money) != nil }
    let areParts = rows.allSatisfy { row in
      guard let all = plain(row.cells[whole], whole, money) else { return false }
      let sum = ExactSum.of(parts.compactMap { plain(row.cells[$0], $0, money) })
      return sum?.isEqual(to: all) ?? false
    }
    guard !rows.isEmpty, areParts else { return table }
    var table = table
    for part in parts { table.header.columns[part].money = money }
    return table
  }

  private func plain(_ cell: GridCell, _ column: Int, _ money: MoneyName) -> Decimal? {
    let style = cell.isNumber ? .point : styles[column]
    guard case .stated(let amount) = Amount.read(cell.text, unit: money.unit, style: style) else {
      return nil
    }
    return amount.value(in: money.unit)
  }

  private mutating func settleCurrency(_ columns: [DocumentColumn], of table: DocumentTable) {
    let stated = table.money?.currency ?? options.money?.currency
    let named = columns.map {
      $0.money?.currency ?? ($0.money == nil ? stated : stated ?? "CNY") ?? "CNY"
    }
    if draft.currency == nil, let first = named.first {
      draft.currency = named.contains("CNY") ? "CNY" : first
      if let code = draft.currency, code != "CNY" {
        ledger.note(table.headerLine, ImportMessages.currencyFound(code))
      }
    }
    for (column, code) in zip(columns, named) where code != draft.currency {
      ledger.doubt(table.headerLine, ImportMessages.amountInOtherCurrency(column.heading, code))
    }
  }

  private func isForeign(_ column: DocumentColumn, in table: DocumentTable) -> Bool {
    let stated = table.money?.currency ?? options.money?.currency
    return (column.money?.currency ?? stated ?? "CNY") != draft.currency
  }

  /// Judges in which styles the columns of a table have their numbers.
  mutating func settleStyles(of table: DocumentTable) {
    let neighbours = styleOfNeighbours(in: table)
    styles = table.header.columns.indices.map { column in
      if let given = options.numbers { return ColumnStyle(given: given) }
      guard table.numberColumns.contains(column) || table.isOwn else { return .point }
      let written = table.cells(of: column).filter { !$0.isNumber }.map(\.text)
      return ColumnStyle(of: written, beside: neighbours)
    }
  }

  /// The style that the columns of a table tell, where they agree.
  private func styleOfNeighbours(in table: DocumentTable) -> NumberStyle? {
    let told = table.numberColumns.compactMap { column in
      ColumnStyle.told(by: table.cells(of: column).filter { !$0.isNumber }.map(\.text))
    }
    return Set(told).count == 1 ? told.first : nil
  }

  private mutating func noteStyles(of table: DocumentTable) {
    guard options.numbers == nil else { return }
    for column in table.numberColumns {
      let heading = table.header.columns[column].heading
      let style = styles[column]
      if style.isMixed {
        ledger.doubt(table.headerLine, cell: column, ImportMessages.mixedStyles(heading))
      } else if style.fallback == .comma {
        ledger.note(table.headerLine, cell: column, ImportMessages.numbersHaveCommas(heading))
      } else if let text = style.undecided {
        ledger.doubt(
          table.headerLine, cell: column, ImportMessages.styleIsUncertain(heading, text.string))
      }
    }
  }

  /// Reads an amount into the plan's unit of money; what cannot be read is reported.
  mutating func amount(_ cell: GridCell, _ table: DocumentTable, _ place: Cell) -> Decimal? {
    let column = table.header.columns[place.column]
    if let problem = cell.problem {
      ledger.doubt(place.line, cell: place.column, problem)
      return nil
    }
    guard let planUnit = draft.moneyUnit, !isForeign(column, in: table) else { return nil }
    let unit = (column.money ?? table.money ?? options.money)?.unit
    let style = cell.isNumber ? .point : styles[place.column]
    let text = cell.text.unbroken.string
    switch Amount.read(cell.text, unit: unit, style: style) {
    case .stated(let amount):
      if amount.isRough {
        ledger.note(place.line, cell: place.column, ImportMessages.amountIsRough(text))
      }
      guard let value = amount.value(in: planUnit) else { break }
      if amount.unit != planUnit {
        ledger.note(
          place.line, cell: place.column,
          ImportMessages.amountInOtherUnit(text, "\(value)\(planUnit.name)"))
      }
      return value
    case .none:
      ledger.note(place.line, cell: place.column, ImportMessages.noMark(column.heading, text))
      return nil
    case .blank: return nil
    case .unreadable: break
    }
    ledger.doubt(place.line, cell: place.column, ImportMessages.unreadable(column.heading, text))
    return nil
  }
}

extension DocumentTable {
  /// The columns whose cells are amounts or figures.
  var numberColumns: [Int] {
    header.columns.indices.filter {
      [.amount, .figure].contains(header.columns[$0].kind.form)
    }
  }
}
