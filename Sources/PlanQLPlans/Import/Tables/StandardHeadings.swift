import PlanQLData

/// The tables of a plan that documents keep as registers, told by their headings: cases, changes,
/// people in charge.
enum StandardHeadings {
  /// The tables, each with fields of which one must be there, and the fewest that are enough.
  private static let tables: [(table: TableDeclaration, wanted: [String], fewest: Int)] = [
    (StandardTables.cases, ["subject", "result"], 3),
    (StandardTables.changes, ["old", "new", "authority"], 3),
    (StandardTables.officials, ["post"], 2),
  ]

  /// The table that headings are those of; nil where they fit none.
  static func table(of header: TableHeader) -> TableDeclaration? {
    tables.first { table, wanted, fewest in
      let fields = Set(header.columns.compactMap { field(of: $0, in: table)?.name.en })
      return fields.count >= fewest && wanted.contains(where: fields.contains)
        && (fields.contains("name") || table.name.en != StandardTables.officials.name.en)
    }?.table
  }

  /// Whether headings are those of a register of cases though some of them head tables of tasks too: day, result
  /// and who took part, with one that is only of cases.
  static func areOfCases(_ header: TableHeader) -> Bool {
    let cases = StandardTables.cases
    let fields = Set(header.columns.compactMap { field(of: $0, in: cases)?.name.en })
    let isOfCasesAlone = header.columns.contains { column in
      let heading = FoldedText(column.heading)
      return CaseField(heading) == .closing || CaseField.isParty(heading)
        || heading.contains(anyWord: ["处罚", "执法", "案件", "案由"])
    }
    return isOfCasesAlone && fields.isSuperset(of: ["date", "result"])
      && !fields.isDisjoint(with: ["agencies", "closed_on", "subject"])
      && !header.columns.contains { [.due, .assessed, .milestone].contains($0.kind) }
  }

  /// The field of a table that a column is.
  static func field(
    of column: DocumentColumn, in table: TableDeclaration
  ) -> FieldDeclaration? {
    let key = Headings.key(FoldedText(column.heading))
    return table.fields.first { field in
      field.name.zh == key || field.name.en == key || field.aliases.contains(key)
    }
  }
}
