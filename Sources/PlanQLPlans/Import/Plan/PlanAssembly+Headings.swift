extension PlanAssembly {
  /// Says which headings no table of aliases knows, and what they may have been meant for.
  mutating func noteUnknownHeadings(_ table: DocumentTable) {
    guard !table.isOwn else { return noteHeadingsOfOwnTable(table) }
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

  /// Says of a table that fits none of the plan's what its headings may have been meant for, where that would make it
  /// one.
  private mutating func noteHeadingsOfOwnTable(_ table: DocumentTable) {
    guard table.planTable == nil, table.standard == nil, table.ownName == nil else { return }
    let known = table.header.columns.count { $0.kind != .other }
    let meant = table.header.columns.enumerated().compactMap { place, column in
      let isOpen =
        column.kind == .other && !column.heading.isEmpty
        && options.map.kind(of: column.heading) == nil
      let suggestions = isOpen ? Headings.suggestions(for: column.heading) : []
      return suggestions.isEmpty ? nil : (place: place, heading: column.heading, suggestions)
    }
    guard known + meant.count >= 3 else { return }
    for (place, heading, suggestions) in meant {
      ledger.note(
        table.headerLine, cell: place, ImportMessages.headingKept(heading, suggestions))
    }
  }
}
