import PlanQLData

// Headings that are none.
extension TableReader {
  /// How many headings are named.
  private static let namedHeadings = 3

  /// Reports headings that look as the cells below them do: a file without headings has given its first row for them.
  mutating func noteHeadings(_ draft: TableDraft) {
    guard cells.hasHeadingRow, !cells.blockSizes.isEmpty else { return }
    var (numbers, days): ([String], [String]) = ([], [])
    for field in draft.fields {
      guard case .inferred = field.declaration.type, let column = field.column,
        let type = field.values?.type
      else { continue }
      var heading = NameText.normalized(cells.headings[column])
      heading.withUTF8 { text in
        switch type {
        case .int, .number:
          guard !text.isEmpty else { break }
          if CellReading.isNumber(text) || text.allSatisfy({ $0 &- 0x30 <= 9 }) {
            numbers.append(NameText.normalized(cells.headings[column]))
          }
        case .date: if CellReading.day(text) != nil { days.append(cells.headings[column]) }
        case .bool, .money, .text, .period, .duration, .enumeration, .entity, .list, .missing,
          .invalid:
          break
        }
      }
    }
    if TableReader.areNames(numbers) { numbers = [] }
    guard let first = (numbers + days).first else { return }
    let shown = Array((numbers + days).prefix(TableReader.namedHeadings))
    log.add(
      numbers.isEmpty
        ? .datesAsHeadings(first) : .numbersAsHeadings(shown, numbers.count + days.count),
      file: cells.file, line: cells.headingLine)
  }

  /// Whether numbers may be the names of columns: years, or, as of months or classes, small ones that grow from column to
  /// column.
  private static func areNames(_ headings: [String]) -> Bool {
    let numbers = headings.compactMap { Int($0) }
    guard numbers.count == headings.count else { return false }
    if numbers.allSatisfy((1900...2100).contains) { return true }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    return steps.allSatisfy { $0 == 1 } && numbers.count > 1
      || steps.allSatisfy { $0 > 0 } && numbers.count > 3 && numbers.allSatisfy((0...100).contains)
  }
}
