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
