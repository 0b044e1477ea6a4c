import PlanQLData

/// What the amounts of a table add up to, in the plan's unit of money.
struct TableAmounts {
  /// The rows without an amount in a column, and the sum of the others.
  struct Sum {
    var missing = 0
    var amounts = ExactSum()

    mutating func add(_ amount: Decimal?) {
      if let amount { amounts.add(amount) } else { missing += 1 }
    }

    mutating func add(_ other: Sum) {
      missing += other.missing
      amounts.add(other.amounts)
    }
  }

  /// What rows between two totals add up to.
  struct Block {
    var rows = 0
    var sums: [Int: Sum] = [:]
  }

  /// The sums of the columns of money, section by section.
  private(set) var sums: [Int: [Int?: Sum]] = [:]
  /// The rows before each total and after the one before it, and at last those after all.
  private(set) var blocks: [Block]
  private let totalLines: [Int]
  /// The block of the row that was read last.
  private var block = 0
  /// How many rows were added up, section by section.
  private(set) var counts: [Int?: Int] = [:]
  /// The amounts of each total, with their columns.
  private(set) var totals: [[(column: Int, value: Decimal)]] = []
  /// The totals of the investment that the lines beside the table state in words.
  var statedBeside: [Decimal] = []
  /// The columns that are added up.
  let columns: [Int]

  /// Prepares to add up the columns of money.
  init(_ table: DocumentTable) {
    self.init(table, of: table.header.columns.indices.filter { table.header.columns[$0].isMoney })
  }

  /// Prepares to add up columns.
  init(_ table: DocumentTable, of columns: [Int]) {
    self.columns = columns
    totalLines = table.totals.map(\.line)
    blocks = Array(repeating: Block(), count: table.totals.count + 1)
  }

  /// Reads the amounts of a row, column by column; what cannot be read is reported.
  mutating func read(
    _ row: DocumentRow, _ table: DocumentTable, _ assembly: inout PlanAssembly
  ) -> [Decimal?] {
    var amounts: [Decimal?] = Array(repeating: nil, count: table.header.columns.count)
    for column in columns {
      amounts[column] = assembly.amount(row.cells[column], table, Cell(row.lines[0], column))
    }
    add(amounts, of: row)
    return amounts
  }

  /// Adds the numbers of a row of the table, column by column.
  mutating func add(_ numbers: [Decimal?], of row: DocumentRow) {
    add(numbers, in: row.section)
    while block < totalLines.count, totalLines[block] < row.lines[0] { block += 1 }
    blocks[block].rows += 1
    for column in columns { blocks[block].sums[column, default: Sum()].add(numbers[column]) }
  }

  /// Adds the numbers of the next total.
  mutating func addTotal(_ numbers: [(column: Int, value: Decimal)]) { totals.append(numbers) }

  /// Adds the amounts of a row.
  mutating func add(_ amounts: [Decimal?], in section: Int?) {
    counts[section, default: 0] += 1
    for column in columns { add(amounts[column], column, in: section) }
  }

  /// Adds a number of a row, which may be in another column than those of money.
  mutating func add(_ number: Decimal?, _ column: Int, in section: Int?) {
    sums[column, default: [:]][section, default: Sum()].add(number)
  }

  /// The sum of a column over the rows of the sections that `isIn` names, and how many these are.
  func sum(of column: Int, where isIn: (_ section: Int?) -> Bool) -> (rows: Int, sum: Sum) {
    var rows = 0
    var sum = Sum()
    for (section, count) in counts where isIn(section) {
      rows += count
      if let part = sums[column]?[section] { sum.add(part) }
    }
    return (rows, sum)
  }

  /// Reads the amounts of the totals.
  mutating func readTotals(_ table: DocumentTable, _ assembly: inout PlanAssembly) {
    for total in table.totals {
      totals.append(
        total.values.filter { table.header.columns[$0.column].isMoney }.compactMap { column, cell in
          assembly.amount(cell, table, Cell(total.line, column)).map { (column, $0) }
        })
    }
  }

  /// The same totals beside no amounts of rows yet.
  var withoutRows: TableAmounts {
    var amounts = self
    amounts.sums = [:]
    amounts.counts = [:]
    return amounts
  }
}

extension PlanAssembly {
  /// Settles in which unit and currency a table has its amounts, and in which style its numbers.
  mutating func settleMoney(of table: DocumentTable) {
    let columns = table.header.columns.filter(\.isMoney)
    guard !columns.isEmpty else { return noteStyles(of: table) }
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
      return ColumnStyle(of: found, beside: neighbours)
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
    switch withSign(reading, cell, unit, style) ?? beforeBracket(
      reading, cell, unit, at: place, column) ?? reading
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

extension DocumentTable {
  /// The columns whose cells are amounts or figures.
  var numberColumns: [Int] {
    header.columns.indices.filter {
      [.amount, .figure].contains(header.columns[$0].kind.form)
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
