extension PlanAssembly {
  /// Says which headings no table of aliases knows, and what they may have been meant for.
  mutating func noteUnknownHeadings(_ table: DocumentTable) {
    guard !table.isOwn else { return }
    for (place, column) in table.header.columns.enumerated()
    where column.kind == .other && !column.heading.isEmpty && !column.heading.hasPrefix("原文")
      && options.map.kind(of: column.heading) != .other
    {
      let message =
        table.header.taken(before: column).map { ImportMessages.headingBeside(column.heading, $0) }
        ?? ImportMessages.headingKept(
          column.heading,
          PeopleColumns.areOfPersons(FoldedText(column.heading))
            ? [] : Headings.suggestions(for: column.heading))
      ledger.note(table.headerLine, cell: place, message)
    }
  }
}
