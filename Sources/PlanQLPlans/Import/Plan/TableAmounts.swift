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
    if let unit = table.unitOfCount(row) {
      assembly.ledger.doubt(row.lines[0], ImportMessages.amountsAreCounts(unit))
      return amounts
    }
    for column in columns {
      amounts[column] = assembly.amount(row.cells[column], table, Cell(row.lines[0], column))
    }
    if !table.header.isWholeOfSources(row) { add(amounts, of: row) }
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

extension DocumentTable {
  /// What a row of a table of money counts, as the bracket behind its name says: 公务用车保有量(辆); nil for others.
  func unitOfCount(_ row: DocumentRow) -> String? {
    guard let subject = header.columns.firstIndex(where: \.isSubject) else { return nil }
    let name = row.cells[subject].text.unbroken
    guard name.hasSuffix(")") else { return nil }
    let (plain, unit) = IndicatorUnit.parted(name)
    let counted = ["人", "人次", "辆", "台", "个", "批次", "批", "团组", "个团组", "次", "户", "%", "‰"]
    guard let unit, counted.contains(unit),
      plain.suffix(of: ["数", "数量", "量", "率", "比重", "占比", "比例", "批次", "人次"]) != nil
    else { return nil }
    return unit
  }

  /// The columns whose cells are amounts or figures.
  var numberColumns: [Int] {
    header.columns.indices.filter {
      [.amount, .figure].contains(header.columns[$0].kind.form)
    }
  }
}
