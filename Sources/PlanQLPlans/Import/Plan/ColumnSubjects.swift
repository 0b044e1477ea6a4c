/// What the columns of tables are about, gathered table by table.
struct ColumnSubjects: Sendable {
  private var kinds: Set<ColumnKind> = []
  /// The headings of columns that no field takes.
  private var headings: Set<String> = []

  /// Adds the columns of a table.
  mutating func add(_ header: TableHeader) {
    for column in header.columns {
      if column.kind == .other {
        headings.insert(ColumnSubjects.key(column))
      } else {
        kinds.insert(column.kind)
      }
    }
  }

  /// Whether a table has a column that none of those tables has; that of its numbers is none.
  func lacks(aColumnOf header: TableHeader) -> Bool {
    header.columns.contains { column in
      switch column.kind {
      case .number: false
      case .other: !column.heading.isEmpty && !headings.contains(ColumnSubjects.key(column))
      case let kind: !kinds.contains(kind)
      }
    }
  }

  private static func key(_ column: DocumentColumn) -> String {
    Headings.key(FoldedText(column.heading))
  }
}
