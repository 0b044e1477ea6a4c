/// Writes where plan rows came from: file and lines, shortened where they are many.
package struct SourceTexts: Sendable {
  private let catalog: Catalog
  /// The most lines and ranges of lines of a file that are written.
  private static let mostRanges = 4

  package init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The sources of all rows that links and lists of links lead to: `projects.csv:3-7,12`; nil when there are none.
  package func text(of links: [Value]) -> String? {
    var rows: [(table: String, rows: Set<Int>)] = []
    for link in links { collect(link, &rows) }
    let texts = rows.compactMap { text(of: $0.rows.sorted(), in: $0.table) }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private func collect(_ value: Value, _ rows: inout [(table: String, rows: Set<Int>)]) {
    switch value {
    case .entity(let table, let row):
      if let place = rows.firstIndex(where: { $0.table == table }) {
        rows[place].rows.insert(row)
      } else {
        rows.append((table, [row]))
      }
    case .list(let values): for value in values { collect(value, &rows) }
    case .missing, .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration:
      break
    }
  }

  private func text(of rows: [Int], in table: String) -> String? {
    guard let place = catalog.table(named: table),
      let sources = catalog.tables[place].sources
    else { return nil }
    let lines = rows.compactMap { sources.line(ofRow: $0) }
    guard !lines.isEmpty else { return sources.file }
    var ranges: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    let written = ranges.prefix(SourceTexts.mostRanges).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    let rest = ranges.count > SourceTexts.mostRanges ? ",…" : ""
    return "\(sources.file):\(written.joined(separator: ","))\(rest)"
  }
}
