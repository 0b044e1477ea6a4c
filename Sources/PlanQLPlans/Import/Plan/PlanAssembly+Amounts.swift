import PlanQLData

extension PlanAssembly {
  /// Reads an amount into the plan's unit of money; what cannot be read is reported.
  mutating func amount(_ cell: GridCell, _ table: DocumentTable, _ place: Cell) -> Decimal? {
    let column = table.header.columns[place.column]
    if let shown = cell.scaled, shown.power > 0,
      (column.money ?? table.money ?? options.money)?.unit.power == shown.power
    {
      // Shown divided by ten thousand under 万元: what is stored is yuan.
      ledger.note(
        table.headerLine, cell: place.column,
        ImportMessages.columnShownInUnit(column.heading, shown.text.string))
      return amount(GridCell(shown.text, isNumber: true), table, place)
    }
    if let problem = cell.problem {
      ledger.doubt(place.line, cell: place.column, problem)
      return nil
    }
    guard let planUnit = draft.moneyUnit, !isForeign(column, in: table) else { return nil }
    let unit = (column.money ?? table.money ?? options.money)?.unit
    let style = cell.isNumber ? .point : styles[place.column]
    var text: String { cell.text.unbroken.string }
    let reading = Amount.read(cell.text, unit: unit, style: style)
    switch withSign(reading, cell, unit, style) ?? beforeMark(
      reading, cell, unit, at: place, column)
      ?? beforeBracket(reading, cell, unit, at: place, column) ?? reading
    {
    case .stated(let amount):
      if amount.isRough {
        ledger.note(place.line, cell: place.column, ImportMessages.amountIsRough(text))
      }
      guard let value = amount.value(in: planUnit) else { break }
      guard value.isAmountOfMoney(in: planUnit) else {
        ledger.doubt(
          place.line, cell: place.column, ImportMessages.amountIsTooLarge(column.heading, text))
        return nil
      }
      if amount.unit != planUnit {
        ledger.note(
          place.line, cell: place.column,
          ImportMessages.amountInOtherUnit(
            text, value.description, MoneyName(planUnit, currency: draft.currency).title))
      }
      return value
    case .none:
      ledger.note(place.line, cell: place.column, ImportMessages.noMark(column.heading, text))
      return nil
    case .blank: return nil
    case .unreadable:
      guard unit == nil, case .stated = Amount.read(cell.text, unit: planUnit, style: style) else {
        break
      }
      ledger.doubt(table.headerLine, cell: place.column, ImportMessages.unitMissing(column.heading))
      return nil
    }
    ledger.doubt(place.line, cell: place.column, ImportMessages.unreadable(column.heading, text))
    return nil
  }
}

extension PlanAssembly {
  /// An amount that cannot be read as it stands, with the sign of the plan's currency taken off.
  private func withSign(
    _ reading: Reading<Amount>, _ cell: GridCell, _ unit: MoneyUnit?, _ style: ColumnStyle
  ) -> Reading<Amount>? {
    guard case .unreadable = reading, let signed = CurrencySign.amount(in: cell.text),
      CurrencySign.isSign(signed.sign, of: draft.currency), let unit,
      signed.power == 0 || unit.power == 0, let value = style.value(signed.number)
    else { return nil }
    return .stated(
      Amount(
        value: value, unit: signed.power == 0 ? unit : MoneyUnit.of(power: signed.power),
        isRough: false))
  }

  /// The amount before the mark of a footnote: `1200¹`, `1200[1]`.
  private mutating func beforeMark(
    _ reading: Reading<Amount>, _ cell: GridCell, _ unit: MoneyUnit?, at place: Cell,
    _ column: DocumentColumn
  ) -> Reading<Amount>? {
    guard case .unreadable = reading, let found = FootnoteMark(behind: cell.text),
      case .stated(let amount) = Amount.read(found.before, unit: unit, style: styles[place.column])
    else { return nil }
    ledger.note(
      place.line, cell: place.column,
      ImportMessages.footnoteMark(
        column.heading, cell.text.unbroken.string, found.mark.string))
    return .stated(amount)
  }

  /// The amount before a bracket or a comma in a cell that cannot be read as it stands:
  /// `9000(其中中央预算内投资4000)`.
  private mutating func beforeBracket(
    _ reading: Reading<Amount>, _ cell: GridCell, _ unit: MoneyUnit?, at place: Cell,
    _ column: DocumentColumn
  ) -> Reading<Amount>? {
    guard case .unreadable = reading, let lead = Amount.lead(of: cell.text),
      case .stated(let amount) = Amount.read(lead, unit: unit, style: styles[place.column])
    else { return nil }
    ledger.doubt(
      place.line, cell: place.column,
      ImportMessages.bracketLeftOut(column.heading, cell.text.unbroken.string))
    return .stated(amount)
  }

  /// Gives columns of money that no text states the unit of, and of which the cells have one sign of
  /// currency, that currency.
  mutating func withCurrencyOfSigns(
    _ table: DocumentTable, _ evidence: [ColumnEvidence?]
  ) -> DocumentTable {
    guard table.money == nil, options.money == nil else { return table }
    var table = table
    for (place, column) in table.header.columns.enumerated()
    where column.isMoney && column.money == nil {
      guard let signs = evidence[place]?.signs, signs.count == 1, let sign = signs.first else {
        continue
      }
      let isOfPlan = CurrencySign.isSign(sign, of: draft.currency) && draft.currency != nil
      let code =
        CurrencySign.code(of: sign) ?? (isOfPlan ? draft.currency : sign == "$" ? "USD" : nil)
      guard code != nil || sign == "¥" else { continue }
      table.header.columns[place].money = MoneyName(.yuan, currency: code)
      if let code {
        ledger.note(
          table.headerLine, cell: place,
          ImportMessages.currencyOfSign(column.heading, sign, code))
      }
    }
    return table
  }
}

extension Decimal {
  /// Whether an amount has room in 64 bits of hundredths of the currency's unit, as a plan keeps it.
  func isAmountOfMoney(in unit: MoneyUnit) -> Bool {
    let hundredths = Double("\(significand)e\(unit.power + 2 - scale)") ?? .infinity
    return hundredths.magnitude < 9.2e18
  }
}
