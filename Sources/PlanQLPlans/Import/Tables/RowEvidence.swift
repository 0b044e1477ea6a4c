import PlanQLData

/// What the rows of a table tell of its columns, gathered row by row.
struct RowEvidence: Sendable {
  /// What the columns tell whose cells may be numbers; nil for others.
  private(set) var columns: [ColumnEvidence?]
  /// The first unit of money that a cell of an amount names.
  private(set) var ownUnit: MoneyUnit?
  /// Whether a row has a number.
  private(set) var hasNumbers = false
  /// Whether a cell says that it says the same as another.
  private(set) var hasDittos = false
  /// Whether rows that are steps of a project name it again, or rows that say what is to be done the
  /// task that they are of.
  private(set) var namesAgain = false
  /// The names of projects while each is another.
  private var names: Set<NameKey> = []
  private let number: Int?
  private let name: Int?
  /// How many names are looked at at once: tasks that several rows are of stand near each other.
  private let greatestCount: Int
  private let amounts: [Int]

  /// Evidence of no row yet.
  init(_ table: DocumentTable) {
    let header = table.header.columns
    let others = header.indices.filter { header[$0].kind == .other }
    let numeric = Set(table.isOwn ? Array(header.indices) : table.numberColumns + others)
    columns = header.indices.map { numeric.contains($0) ? ColumnEvidence() : nil }
    number = table.header.place(of: .number)
    name =
      table.header.hasSteps || table.header.hasRecords
      ? table.header.place(of: .name)
      : table.header.place(of: .requirement) == nil ? nil : table.header.place(of: .task)
    greatestCount = table.header.place(of: .name) == nil ? 10_000 : .max
    amounts = header.indices.filter { header[$0].isMoney }
  }

  mutating func add(_ row: DocumentRow) {
    for place in columns.indices where row.cells.indices.contains(place) {
      columns[place]?.add(row.cells[place])
    }
    hasDittos = hasDittos || row.cells.contains { DittoMark($0.text) != nil }
    if let number, !hasNumbers { hasNumbers = !row.cells[number].isEmpty }
    if let name, !namesAgain { add(name: row.cells[name].text) }
    guard ownUnit == nil else { return }
    ownUnit = amounts.lazy.compactMap { MoneyUnit.suffix(of: row.cells[$0].text)?.unit }.first
  }
}

extension RowEvidence {
  private mutating func add(name: FoldedText) {
    let isNew = names.insert(NameKey(name.unbroken.compact)).inserted
    namesAgain = namesAgain || !isNew
    if namesAgain || names.count > greatestCount { names = [] }
  }
}

/// What the cells of a column tell of how its numbers are written.
struct ColumnEvidence: Sendable {
  /// How many cells can only be numbers in one style.
  private(set) var counts: [NumberStyle: Int] = [:]
  /// The first cell that could be another number in the other style: 1.145.
  private(set) var undecided: FoldedText?
  /// The first such cell with a comma: 1,145.
  private(set) var undecidedComma: FoldedText?
  /// Whether there is a cell that says something.
  private(set) var isFilled = false
  /// Whether every cell is a number, or says that there is none.
  private(set) var isNumeric = true
  /// How many cells are numbers, and how many say something else.
  private(set) var numbers = 0
  private(set) var words = 0
  /// The first cell that is no number.
  private(set) var firstWord: FoldedText?
  /// The signs of currency that numbers have.
  private(set) var signs: Set<String> = []
  /// Whether a number has signs between its thousands, or a comma for its point.
  private(set) var hasSeparators = false
  /// Whether every number is written as plans write them.
  private(set) var isPlain = true
  /// The styles in which a cell is no number.
  private(set) var excluded: Set<NumberStyle> = []

  /// The style that the cells tell; nil where they tell none, or both.
  var style: NumberStyle? { counts.count == 1 ? counts.keys.first : nil }

  mutating func add(_ cell: GridCell) {
    if !cell.isNumber { addStyle(of: cell.text) }
    guard !cell.isEmpty, cell.problem == nil else { return }
    isFilled = true
    guard !cell.isNumber else {
      numbers += 1
      return
    }
    guard let parts = CurrencySign.parts(of: cell.text), let number = WrittenNumber(parts.figure)
    else {
      guard !isNoneMark(cell.text) else { return }
      isNumeric = false
      words += 1
      firstWord = firstWord ?? cell.text.unbroken
      return
    }
    numbers += 1
    isPlain = isPlain && Decimal(cell.text.folded) != nil
    hasSeparators = hasSeparators || Decimal(parts.figure.folded) == nil
    if let sign = parts.sign { signs.insert(sign) }
    if number.point == nil { excluded.insert(.point) }
    if number.comma == nil { excluded.insert(.comma) }
  }

  /// Looks at the style of a cell that counts for nothing else.
  mutating func addStyle(of cell: FoldedText) {
    guard let figure = CurrencySign.figure(of: cell) ?? Amount.figure(of: cell),
      let number = WrittenNumber(figure)
    else { return }
    if number.isAmbiguous {
      // 1,145 has commas between thousands in all that Chinese offices write; 1.145 may be both.
      if figure.contains(".") {
        undecided = undecided ?? cell
      } else {
        undecidedComma = undecidedComma ?? cell
      }
    } else if let style = number.onlyStyle, figure.contains(".") || figure.contains(",") {
      counts[style, default: 0] += 1
    }
  }
}
