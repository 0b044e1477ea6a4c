/// The codes of a table of accounts, of which each begins with that of the account that it is a part of: 201, 20101.
struct NestedCodes {
  private let column: Int?
  private var seen: Set<String> = []
  /// How many rows are parts of others.
  private(set) var parts = 0

  /// The least length of a code that others begin with, and how many digits a level adds.
  private static let (shortest, step) = (3, 2)

  init(_ header: TableHeader) {
    column = header.columns.firstIndex { NestedCodes.isOfCodes($0.heading) }
  }

  /// Whether a heading is that of codes.
  static func isOfCodes(_ heading: String) -> Bool {
    FoldedText(heading).contains(anyWord: ["编码", "代码", "编号", "code", "Code"])
  }

  /// Whether a row is a part of one above it, whose amounts hold those of this one.
  mutating func isPart(_ row: DocumentRow) -> Bool {
    guard let column, row.cells.indices.contains(column) else { return false }
    let code = row.cells[column].text.compact
    guard code.allSatisfy({ $0.isASCII && $0.isNumber }), code.count >= NestedCodes.shortest else {
      return false
    }
    seen.insert(code)
    let isPart = stride(
      from: NestedCodes.shortest, to: code.count, by: 1
    ).contains { length in
      (code.count - length).isMultiple(of: NestedCodes.step)
        && seen.contains(String(code.prefix(length)))
    }
    if isPart { parts += 1 }
    return isPart
  }
}
