/// Writes where plan rows came from: file and lines, and the place in the document that a file was made from, shortened
/// where they are many.
package struct SourceTexts: Sendable {
  private let catalog: Catalog
  /// The most lines, ranges of lines and texts that are written; the rest is counted.
  private static let most = 4
  /// The fields, declared or not, that tell a row's place in the document: as an import writes them, and the clause that
  /// a person noted.
  private static let placeFields = [
    Name("source_part", "原文部分"), Name("source_line", "原文行"), Name("clause", "条款"),
  ]

  package init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The sources of all rows that links and lists of links lead to: `projects.csv:3-7,12 (source_line 31-36)`; nil when
  /// there are none.
  package func text(of links: [Value]) -> String? {
    var rows: [(table: String, rows: Set<Int>)] = []
    for link in links { collect(link, &rows) }
    let texts = rows.compactMap { text(of: $0.rows.sorted(), in: $0.table) }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private func collect(_ value: Value, _ rows: inout [(table: String, rows: Set<Int>)]) {
    switch value {
    case .entity(let table, let row):
      if let origin = catalog.table(named: table)
        .flatMap({ catalog.tables[$0].origin(ofRow: row) })
      {
        add(origin.row, of: origin.table, &rows)
      } else {
        add(row, of: table, &rows)
      }
    case .list(let values): for value in values { collect(value, &rows) }
    case .missing, .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration:
      break
    }
  }

  private func add(_ row: Int, of table: String, _ rows: inout [(table: String, rows: Set<Int>)]) {
    if let place = rows.firstIndex(where: { $0.table == table }) {
      rows[place].rows.insert(row)
    } else {
      rows.append((table, [row]))
    }
  }

  private func text(of rows: [Int], in table: String) -> String? {
    guard let place = catalog.table(named: table),
      let sources = catalog.tables[place].sources
    else { return nil }
    let lines = rows.compactMap { sources.line(ofRow: $0) }
    let file = lines.isEmpty ? sources.file : "\(sources.file):\(SourceTexts.ranges(lines))"
    let places = SourceTexts.placeFields.compactMap {
      self.place(of: rows, in: catalog.tables[place], $0)
    }
    return places.isEmpty ? file : "\(file) (\(places.joined(separator: "; ")))"
  }

  /// The place in the document of some rows, by one of the fields that tell it.
  private func place(of rows: [Int], in table: StoredTable, _ name: Name) -> String? {
    guard let field = table.definition.fields.firstIndex(where: { $0.name.shares(name) }) else {
      return nil
    }
    var lines: [Int] = []
    var texts: [String] = []
    for row in rows {
      switch table.columns[field].value(row) {
      case .int(let line): lines.append(Int(line))
      case .text(let text): if !texts.contains(text) { texts.append(text) }
      case .missing, .bool, .number, .money, .date, .period, .duration, .enumeration, .entity,
        .list:
        break
      }
    }
    let written = lines.isEmpty ? SourceTexts.listing(texts) : SourceTexts.ranges(lines)
    return written.isEmpty ? nil : "\(table.definition.fields[field].name.en) \(written)"
  }

  /// Lines in order, those that follow one another as ranges: `3-7,12`, `2,4,6,8 +96`.
  private static func ranges(_ lines: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    let written = ranges.prefix(most).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    let rest = ranges.dropFirst(most).reduce(0) { $0 + $1.count }
    return written.joined(separator: ",") + (rest > 0 ? " +\(rest)" : "")
  }

  private static func listing(_ texts: [String]) -> String {
    let rest = texts.count - Swift.min(texts.count, most)
    return texts.prefix(most).joined(separator: ", ") + (rest > 0 ? " +\(rest)" : "")
  }
}
