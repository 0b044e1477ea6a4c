/// Where the sections of a table stand among those of the plan.
struct TableSections: Sendable {
  var places: [Int] = []
  /// The section of the whole sheet, where there are several.
  var sheet: Int?
  /// The section of the rows before the first section of the table, which stands above the table.
  var before: Int?

  /// The section of the plan that a section of the table became.
  func of(_ section: Int?) -> Int? { section.map { places[$0] } ?? before ?? sheet }

  /// The section that a total is of, which is that of its rows where it totals a part of the table.
  func of(_ total: DocumentTotal, isOfPart: Bool) -> Int? {
    if let section = total.section { return places[section] }
    return isOfPart ? of(total.current) : sheet
  }
}
