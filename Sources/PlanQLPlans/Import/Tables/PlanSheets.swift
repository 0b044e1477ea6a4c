import PlanQLData

/// The sheets of a workbook that has the plan's own tables, a sheet each under its name: they are
/// read row by row as they are.
struct PlanSheets {
  /// How far the headings of a sheet are those of a table of plans.
  private enum Fit {
    case most, some, none
  }

  private let lines: DocumentLines
  /// The places of the first rows of sheets, with the names of the tables that they are; nil for a
  /// table that the plan has besides.
  private let starts: [Int: String?]
  /// The plan's tables that sheets are.
  let names: Set<String>

  /// Looks at the first row of each sheet; unless one of them is a plan's table, none is read so.
  init(_ lines: DocumentLines) {
    var starts: [Int: String?] = [:]
    var units: [Int: String?] = [:]
    var isPlan = false
    var last: ImportPlace.Part?
    let sheets = lines.isOneTable ? DocumentLines([]) : lines
    for (place, line) in sheets.enumerated() where !line.isBlank && line.place.part != last {
      last = line.place.part
      guard case .sheet(let name) = line.place.part, line.grid != nil else { continue }
      let fit = PlanSheets.fit(of: name, headings: line)
      starts[place] = .some(fit == .none ? nil : name)
      if PlanSheets.isOfUnits(name, headings: line) {
        starts[place] = .some(StandardTables.units.name.en)
        units[place] = starts[place]
      } else if fit == .most {
        isPlan = true
      }
    }
    self.lines = lines
    self.starts = isPlan ? starts : units
    self.names = Set(self.starts.values.compactMap { $0 })
  }

  /// Whether a sheet is called after the table of units and has no headings but those of its fields:
  /// 名称, 类型, 简称.
  private static func isOfUnits(_ sheet: String, headings: DocumentLine) -> Bool {
    let table = StandardTables.units
    guard StandardTables.table(named: sheet)?.name == table.name else { return false }
    let columns = headings.cells.filter(\.isFilled).map { DocumentColumn(unknown: $0.text) }
    let fields = columns.map { StandardHeadings.field(of: $0, in: table)?.name.en }
    let isNumber = columns.map {
      Headings.kind(of: Headings.key(FoldedText($0.heading))) == .number
    }
    return fields.contains("name") && fields.count(where: { $0 != nil }) >= 2
      && zip(fields, isNumber).allSatisfy { $0 != nil || $1 }
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

  /// How far the headings of a sheet that is called after a table are names of its fields: most of them, or two at
  /// least, which is enough beside a sheet of a plan.
  private static func fit(of sheet: String, headings: DocumentLine) -> Fit {
    guard let table = StandardTables.table(named: sheet), table.name.en == sheet,
      table.name.en != StandardTables.plan.name.en, table.name.en != StandardTables.yearly.name.en
    else { return .none }
    let texts = headings.cells.filter(\.isFilled).map { Headings.key($0.text) }
    let known = texts.count { text in table.fields.contains { $0.name.en == text } }
    if known < 2 { return .none }
    return known * 3 >= texts.count * 2 ? .most : .some
  }
}
