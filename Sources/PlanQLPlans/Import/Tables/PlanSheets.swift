import PlanQLData

/// The sheets of a workbook that has the plan's own tables, a sheet each under its name: they are
/// read row by row as they are.
struct PlanSheets {
  private let lines: DocumentLines
  /// The places of the first rows of sheets, with the names of the tables that they are; nil for a
  /// table that the plan has besides.
  private let starts: [Int: String?]

  /// Looks at the first row of each sheet; unless one of them is a plan's table, none is read so.
  init(_ lines: DocumentLines) {
    var starts: [Int: String?] = [:]
    var last: ImportPlace.Part?
    let sheets = lines.isOneTable ? DocumentLines([]) : lines
    for (place, line) in sheets.enumerated() where !line.isBlank && line.place.part != last {
      last = line.place.part
      guard case .sheet(let name) = line.place.part, line.grid != nil else { continue }
      starts[place] = .some(PlanSheets.table(named: name, headings: line))
    }
    self.lines = lines
    self.starts = starts.values.contains { $0 != nil } ? starts : [:]
  }

  /// The headings of the sheet that begins on a line, with the name of the plan's table it is.
  func table(at place: Int) -> (header: TableHeader, name: String?)? {
    guard let name = starts[place] else { return nil }
    let cells = lines[place].cells
    let texts = cells.map(\.text.unbroken.compact)
    guard !cells.isEmpty, cells.allSatisfy(\.isFilled), Set(texts).count == texts.count else {
      return nil
    }
    let columns = cells.map { DocumentColumn(unknown: $0.text) }
    return (TableHeader(columns: columns), name)
  }

  /// The table that a sheet is called after, where its headings are names of that table's fields:
  /// two at least, and most of them.
  private static func table(named sheet: String, headings: DocumentLine) -> String? {
    guard let table = StandardTables.table(named: sheet), table.name.en == sheet,
      table.name.en != StandardTables.plan.name.en, table.name.en != StandardTables.yearly.name.en
    else { return nil }
    let texts = headings.cells.filter(\.isFilled).map { Headings.key($0.text) }
    let known = texts.count { text in table.fields.contains { $0.name.en == text } }
    return known >= 2 && known * 3 >= texts.count * 2 ? sheet : nil
  }
}
