/// The codes of a table of accounts, of which each begins with that of the account above it that it is a part of: 201,
/// 20101, or 60, 6001; or numbers of rows that name the one that they are parts of: 1.2 of 1.
struct NestedCodes {
  private let column: Int?
  private let number: Int?
  /// The numbers of the rows with amounts that the last row is a part of, and its own: 1 of 1.2.
  private var wholes: [[Int]] = []
  /// The codes that the last row is a part of, and its own.
  private var open: [String] = []
  /// How many rows are parts of others.
  private(set) var parts = 0

  /// The least length of a code that others begin with, and how many digits a level adds.
  private static let (shortest, step) = (2, 2)

  init(_ header: TableHeader) {
    column = header.columns.firstIndex { NestedCodes.isOfCodes($0.heading) }
    number = header.place(of: .number)
  }

  /// Whether a heading is that of codes.
  static func isOfCodes(_ heading: String) -> Bool {
    FoldedText(heading).contains(anyWord: ["编码", "代码", "编号", "code", "Code"])
  }

  /// Whether a row is a part of one right above it, or beside parts of that, whose amounts hold those of this one.
  mutating func isPart(_ row: DocumentRow) -> Bool {
    if isPartByNumber(row) {
      parts += 1
      return true
    }
    guard let column, row.cells.indices.contains(column) else { return false }
    let code = row.cells[column].text.compact
    guard code.allSatisfy({ $0.isASCII && $0.isNumber }), code.count >= NestedCodes.shortest else {
      open = []
      return false
    }
    while let last = open.last,
      !(code.hasPrefix(last) && code.count > last.count
        && (code.count - last.count).isMultiple(of: NestedCodes.step))
    {
      open.removeLast()
    }
    let isPart = !open.isEmpty
    open.append(code)
    if isPart { parts += 1 }
    return isPart
  }

  /// Whether the number of a row names one with amounts above it: 1.2 below 1.
  private mutating func isPartByNumber(_ row: DocumentRow) -> Bool {
    guard let number, let mark = RowMark(row.cells[number].text), mark.rank == 3 else {
      wholes = []
      return false
    }
    while let last = wholes.last, !(mark.path.count > last.count && mark.path.starts(with: last)) {
      wholes.removeLast()
    }
    defer {
      let hasAmounts = row.cells.indices.contains {
        $0 != number && CellLook(row.cells[$0].text) == .number
      }
      if hasAmounts { wholes.append(mark.path) }
    }
    return !wholes.isEmpty
  }
}
