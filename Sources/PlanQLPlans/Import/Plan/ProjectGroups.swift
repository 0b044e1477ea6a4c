import PlanQLData

/// The rows of a table that has several for a project, project by project, however many they are.
struct ProjectGroups: Sendable {
  /// The column that names the project.
  private let name: Int
  private var grouping = RecordGrouping()
  private var amounts = RecordStore<RowAmounts>()
  private let number: Int?
  /// The numbers of the first rows, by their projects.
  private var numbers: [NameKey: String] = [:]
  /// Whether rows of one project have numbers of their own.
  private var areRowsNumbered = false

  /// The amounts of a row by columns.
  fileprivate struct RowAmounts: Sendable {
    let values: [Decimal?]
  }

  /// Prepares to put rows of the same name and section together; nil where no column names the
  /// project.
  init?(_ table: DocumentTable) {
    guard let name = table.header.place(of: .name) else { return nil }
    self.name = name
    self.number = table.header.place(of: .number)
  }

  /// Adds the next row of the table, with its amounts.
  mutating func add(_ row: DocumentRow, _ amounts: [Decimal?]) {
    let key = NameKey(row.cells[name].text.unbroken.compact, row.section)
    grouping.add(key)
    if let number, numbers.count < 1000, row.cells[number].isFilled {
      let text = row.cells[number].text.compact
      areRowsNumbered = areRowsNumbered || numbers[key].map { $0 != text } ?? false
      numbers[key] = text
    }
    self.amounts.append(RowAmounts(values: amounts))
  }

  /// Takes it that all rows have been added.
  mutating func close() { grouping.close() }

  /// The groups one after the other.
  func groups(of table: DocumentTable) -> Iterator {
    let rows = zip(table.rows, amounts).lazy.map { MeasuredRow(row: $0, amounts: $1.values) }
    return Iterator(
      rows: GroupedRecords(rows, size: table.rows.size, by: grouping), name: name,
      header: table.header,
      haveSeveral: grouping.sizes.contains { $0 > 1 },
      areRowsNumbered: areRowsNumbered, failureOfAmounts: amounts.failure)
  }

  /// Goes through the groups in the order of their first rows.
  struct Iterator: IteratorProtocol {
    fileprivate var rows: GroupedRecords<MeasuredRow>
    fileprivate let name: Int
    fileprivate let header: TableHeader
    /// Whether a project has several rows.
    fileprivate let haveSeveral: Bool
    fileprivate let areRowsNumbered: Bool
    fileprivate let failureOfAmounts: FileError?

    /// Why not all of the rows are there.
    var failure: FileError? { failureOfAmounts ?? rows.failure }

    mutating func next() -> ProjectGroup? {
      rows.next().flatMap {
        ProjectGroup(
          $0, name: name, header: header, haveSeveral: haveSeveral,
          areRowsNumbered: areRowsNumbered)
      }
    }
  }
}

/// A row with its amounts by columns.
struct MeasuredRow: StoredRecord {
  let row: DocumentRow
  let amounts: [Decimal?]

  init(row: DocumentRow, amounts: [Decimal?]) {
    self.row = row
    self.amounts = amounts
  }

  func write(to bytes: inout RecordWriter) {
    row.write(to: &bytes)
    bytes.write(amounts) { $0.write($1) }
  }

  init(from bytes: inout RecordReader) {
    row = DocumentRow(from: &bytes)
    amounts = bytes.array { $0.optionalDecimal() }
  }
}

extension ProjectGroups.RowAmounts: StoredRecord {
  func write(to bytes: inout RecordWriter) { bytes.write(values) { $0.write($1) } }

  init(from bytes: inout RecordReader) { values = bytes.array { $0.optionalDecimal() } }
}

/// The rows of one project.
struct ProjectGroup: Sendable {
  let name: String
  let rows: RecordRun<MeasuredRow>
  /// The first of the rows.
  let first: DocumentRow
  /// The first amount that rows state, by columns.
  private(set) var amounts: [Decimal?]
  private var columns: [ColumnSummary]
  private let header: TableHeader
  private let haveSeveral: Bool
  private let areRowsNumbered: Bool
  /// Whether the rows name the project once, so that blank cells below say what the first does.
  private var isMerged = true

  fileprivate init?(
    _ rows: RecordRun<MeasuredRow>, name: Int, header: TableHeader, haveSeveral: Bool,
    areRowsNumbered: Bool
  ) {
    var iterator = rows.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.name = first.row.cells[name].text.unbroken.string
    self.rows = rows
    self.first = first.row
    self.amounts = first.amounts
    self.columns = header.columns.indices.map {
      ColumnSummary(first.row.cells[$0], header.columns[$0])
    }
    self.header = header
    self.haveSeveral = haveSeveral
    self.areRowsNumbered = areRowsNumbered
    while let next = iterator.next() {
      isMerged = isMerged && next.row.cells[name].merge == .fromAbove
      for column in columns.indices {
        columns[column].add(next.row.cells[column])
        amounts[column] = amounts[column] ?? next.amounts[column]
      }
    }
  }

  /// The cells that are the project's, by column: those that its rows do not fill differently. Nil
  /// for those of its steps.
  func sharedCells(withDue: Bool) -> [GridCell?] {
    header.columns.indices.map { column in
      switch header.columns[column].kind {
      case .due where withDue: break
      case .milestone, .due, .doneOn: return nil
      case .name: return GridCell(name)
      case _: break
      }
      if column == header.stepColumn { return nil }
      let summary = columns[column]
      if header.columns[column].isMoney { return summary.firstFilled ?? .empty }
      if header.columns[column].isUnits { return summary.allUnits }
      let isWhole = summary.filledCount == rows.count
      if isOfRows(column) {
        return rows.count > 1 && isWhole && !summary.differs ? summary.firstFilled : nil
      }
      guard let filled = summary.firstFilled else { return .empty }
      return !summary.differs && (isMerged ? summary.isFirstFilled : isWhole) ? filled : nil
    }
  }

  /// Whether a column says something of its row where a project has several, unless all say the same.
  private func isOfRows(_ column: Int) -> Bool {
    let kinds: [ColumnKind] = [.status, .note, .progressText, .problem, .other]
    return haveSeveral && kinds.contains(header.columns[column].kind)
      || areRowsNumbered && header.columns[column].kind == .number
  }

  /// Whether the rows of a project fill a column differently, so that each is told beside its step.
  func isVaried(_ column: Int) -> Bool { columns[column].isVaried }
}

/// What the cells of a column say in the rows of one project.
private struct ColumnSummary: Sendable {
  /// The first cell that says something.
  private(set) var firstFilled: GridCell?
  private(set) var filledCount = 0
  /// Whether the first row's cell says something.
  private(set) var isFirstFilled = false
  /// Whether cells that say something say different things, and cells with a text have different
  /// ones.
  private(set) var differs = false
  private(set) var isVaried = false
  private var filledText: String?
  private var text: String?
  private let isOfUnits: Bool
  /// The lists of units that are each another.
  private var units: [FoldedText] = []
  private var seen: Set<String> = []

  /// Begins with the first row's cell.
  init(_ cell: GridCell, _ column: DocumentColumn) {
    self.isOfUnits = column.isUnits
    add(cell)
    isFirstFilled = !cell.isEmpty
  }

  mutating func add(_ cell: GridCell) {
    let compact = cell.text.unbroken.compact
    if !compact.isEmpty {
      isVaried = isVaried || text.map { $0 != compact } ?? false
      text = text ?? compact
    }
    guard !cell.isEmpty else { return }
    filledCount += 1
    firstFilled = firstFilled ?? cell
    differs = differs || filledText.map { $0 != compact } ?? false
    filledText = filledText ?? compact
    if isOfUnits, !isNoneMark(cell.text), seen.insert(compact).inserted { units.append(cell.text) }
  }

  /// All units that the cells name.
  var allUnits: GridCell {
    guard let first = units.first else { return .empty }
    return GridCell(units.dropFirst().reduce(first) { $0.joined($1, by: ";") })
  }
}
