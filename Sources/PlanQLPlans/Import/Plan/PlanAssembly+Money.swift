import PlanQLData

extension PlanAssembly {
  /// Settles in which unit and currency a table has its amounts, and in which style its numbers.
  mutating func settleMoney(of table: DocumentTable) {
    let columns = table.header.columns.filter(\.isMoney)
    guard !columns.isEmpty else {
      settleCurrencyOfOthers(table)
      return noteStyles(of: table)
    }
    settleCurrency(columns, of: table)
    let unit =
      columns.lazy.compactMap { $0.money?.unit }.first ?? table.money?.unit ?? options.money?.unit
      ?? table.rows.evidence(in: table).ownUnit
    if draft.moneyUnit == nil, let unit {
      draft.moneyUnit = unit.isOfPlans ? unit : MoneyUnit.of(power: 4)
    }
    for column in columns {
      if let money = column.money ?? table.money ?? options.money {
        let title = MoneyName(money.unit, currency: money.currency ?? draft.currency).title
        ledger.note(table.headerLine, ImportMessages.amountsAreIn(column.heading, title))
      }
      if case .yearAmount(let year) = column.kind, year > 0, !column.heading.contains(String(year))
      {
        ledger.note(table.headerLine, ImportMessages.yearRead(column.heading, year))
      }
    }
    if draft.moneyUnit == nil { ledger.doubt(table.headerLine, ImportMessages.allAmountsUnread) }
    noteStyles(of: table)
  }

  /// Gives the columns of sources and of years that state no unit that of the investment, and an
  /// investment without one that of its parts, where they are parts of it in every row and no small
  /// ones.
  mutating func sharingUnit(_ table: DocumentTable) -> DocumentTable {
    guard table.money == nil, options.money == nil, let whole = table.header.place(of: .investment)
    else { return table }
    var table = table
    for parts in [table.header.columnsOfSources, table.header.columnsOfYears] {
      guard let money = table.header.columns[whole].money else {
        let stated = Set(parts.map { table.header.columns[$0].money })
        guard stated.count == 1, let money = stated.first ?? nil,
          areParts(parts, of: whole, money, table, isNamed: false)
        else { continue }
        table.header.columns[whole].money = money
        continue
      }
      let open = parts.filter { table.header.columns[$0].money == nil }
      let isNamed = open.allSatisfy { table.header.columns[$0].heading.hasPrefix("其中") }
      guard open.count == parts.count, !open.isEmpty,
        areParts(open, of: whole, money, table, isNamed: isNamed)
      else { continue }
      for part in open {
        table.header.columns[part].money = money
        ledger.note(
          table.headerLine, cell: part,
          ImportMessages.unitOfInvestment(
            table.header.columns[part].heading, money.unit.name, table.header.columns[whole].heading
          ))
      }
    }
    return table
  }

  /// Whether amounts in the unit of the whole are parts of it in every row, and a hundredth of it in one
  /// at least where no heading names them parts: in yuan they would be more, in 亿元 less.
  private func areParts(
    _ parts: [Int], of whole: Int, _ money: MoneyName, _ table: DocumentTable, isNamed: Bool
  ) -> Bool {
    var isTold = isNamed
    // The same money at another stage is no further part.
    let first = parts.first.flatMap { table.header.columns[$0].kind.fundStage }
    let parts = parts.filter { table.header.columns[$0].kind.fundStage == first }
    for row in table.rows {
      guard let all = plain(row.cells[whole], whole, money) else { continue }
      let amounts = parts.compactMap { plain(row.cells[$0], $0, money) }
      guard let sum = ExactSum.of(amounts), !(sum > all) else { return false }
      let hundredth = Decimal(all.significand, scale: all.scale + 2)
      isTold = isTold || !amounts.isEmpty && sum > hundredth
    }
    return isTold
  }

  private func plain(_ cell: GridCell, _ column: Int, _ money: MoneyName) -> Decimal? {
    let style = cell.isNumber ? .point : styles[column]
    guard case .stated(let amount) = Amount.read(cell.text, unit: money.unit, style: style) else {
      return nil
    }
    return amount.value(in: money.unit)
  }

  /// Takes the currency of the plan from headings that are not known, where they name no more than one.
  private mutating func settleCurrencyOfOthers(_ table: DocumentTable) {
    let named = Set(
      table.header.columns.lazy.filter { $0.kind == .other && !$0.isInPlainDollars }
        .compactMap(\.money?.currency))
    guard draft.currency == nil, !named.isEmpty else { return }
    draft.hasForeignAmounts = true
    guard named.count == 1, let code = named.first else { return }
    draft.currency = code
    if code != "CNY" { ledger.note(table.headerLine, ImportMessages.currencyFound(code)) }
  }

  private mutating func settleCurrency(_ columns: [DocumentColumn], of table: DocumentTable) {
    let stated = table.money?.currency ?? options.money?.currency
    let named = columns.map { $0.money?.currency ?? stated ?? ownCurrency }
    if draft.currency == nil, let first = named.compactMap({ $0 }).first {
      draft.currency = ownCurrency.flatMap { named.contains($0) ? $0 : nil } ?? first
      if let code = draft.currency, code != "CNY" {
        ledger.note(table.headerLine, ImportMessages.currencyFound(code))
      }
    }
    for (column, code) in zip(columns, named) {
      guard let code, code != draft.currency else { continue }
      ledger.doubt(table.headerLine, ImportMessages.amountInOtherCurrency(column.heading, code))
    }
  }

  func isForeign(_ column: DocumentColumn, in table: DocumentTable) -> Bool {
    let stated = table.money?.currency ?? options.money?.currency
    return (column.money?.currency ?? stated ?? ownCurrency) != draft.currency
  }

  /// The currency of amounts of which nothing says it: that of the place where the documents are Chinese, else that of the plan.
  private var ownCurrency: String? { draft.currencyOfPlace ?? draft.currency }

  /// Judges in which styles the columns of a table have their numbers, by what their cells tell.
  mutating func settleStyles(of table: DocumentTable, _ evidence: [ColumnEvidence?]) {
    let numberColumns = Set(table.numberColumns)
    let told = numberColumns.sorted().compactMap { evidence[$0]?.style }
    let neighbours = Set(told).count == 1 ? told.first : nil
    styles = table.header.columns.indices.map { column in
      if let given = options.numbers { return ColumnStyle(given: given) }
      let isOther = table.isOwn || table.header.columns[column].kind == .other
      guard numberColumns.contains(column) || isOther, let found = evidence[column]
      else { return .point }
      return ColumnStyle(of: found, beside: neighbours, amidSemicolons: lines.haveSemicolons)
    }
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
}

extension TableHeader {
  /// The columns of money by source.
  fileprivate var columnsOfSources: [Int] {
    columns.indices.filter {
      if case .funding = columns[$0].kind { return true }
      return false
    }
  }

  /// The columns of money by year.
  fileprivate var columnsOfYears: [Int] {
    columns.indices.filter {
      if case .yearAmount = columns[$0].kind { return true }
      return false
    }
  }
}

extension ColumnKind {
  /// The stage of money by source.
  fileprivate var fundStage: String? {
    if case .funding(_, let stage, _) = self { return stage }
    return nil
  }
}
