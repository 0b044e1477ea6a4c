import PlanQLData

/// Which columns of a file each field of a table is read from.
struct ColumnMatching {
  /// A field and its columns: none, one, or the start and the end of a period.
  struct Match {
    var field: FieldDeclaration
    var columns: [Int]
    /// The unit that the heading names.
    var headingUnit: MeasureUnit?
    /// The heading without its unit, for a column that becomes a field of its own.
    var shortName: String?
  }

  private(set) var matches: [Match] = []
  private let headings: [Heading]
  private var taken: Set<Int> = []
  private let table: TableDeclaration
  private let cells: any TableCells
  private let settingsFile: String
  private var log = IssueLog()

  /// A heading, as written and without the unit in parentheses at its end.
  private struct Heading {
    let text: String
    let whole: String
    let base: String
    let unit: MeasureUnit?

    init(_ text: String, _ units: UnitTable) {
      self.text = NameText.normalized(text)
      self.whole = NameText.heading(text)
      let (base, unit) = Heading.split(text, units)
      self.base = base
      self.unit = unit
    }

    /// `投资额(万元)`, `investment (万元)`: the name and the unit.
    static func split(_ text: String, _ units: UnitTable) -> (String, MeasureUnit?) {
      let folded = FoldedText(text.replacing("\n", with: "")).trimmed()
      guard folded.hasSuffix(")"), let open = folded.scalars.lastIndex(of: "(") else {
        return (text, nil)
      }
      let inner = folded.part((open + 1)..<(folded.count - 1)).trimmed()
      let suffixes = [inner.string, inner.folded].compactMap { NumberSuffix($0, in: units) }
      guard let suffix = suffixes.first, suffix.unit != nil, let unit = suffix.wholeUnit else {
        return (text, nil)
      }
      return (NameText.normalized(folded.part(0..<open).trimmed().string), unit)
    }
  }

  init(
    _ table: TableDeclaration, cells: any TableCells, settingsFile: String?,
    units: UnitTable = .standard, log: inout IssueLog
  ) {
    self.table = table
    self.cells = cells
    self.settingsFile = settingsFile ?? cells.file
    self.headings = ColumnMatching.named(cells).map { Heading($0, units) }
    checkHeadings()
    matchDeclaredColumns()
    matchHeadings()
    keepRest(isPlain: settingsFile == nil)
    log.append(self.log)
  }

  private mutating func report(_ message: LoadMessage) {
    log.add(message, file: cells.file, line: cells.headingLine)
  }

  /// What a column without a heading is called.
  static func name(ofColumn place: Int) -> String { "column_\(place + 1)" }

  /// The headings. Programs leave that of a first column blank in which they number the rows: it gets a name.
  private static func named(_ cells: any TableCells) -> [String] {
    var headings = cells.headings
    let name = name(ofColumn: 0)
    if headings.count > 1, headings[0].allSatisfy(\.isWhitespace), !headings.contains(name),
      !headings[1].allSatisfy(\.isWhitespace), cells.hasValues(in: 0)
    {
      headings[0] = name
    }
    return headings
  }

  private mutating func checkHeadings() {
    if headings.first?.text == ColumnMatching.name(ofColumn: 0),
      cells.headings[0].allSatisfy(\.isWhitespace)
    {
      report(.namedColumn(1, ColumnMatching.name(ofColumn: 0)))
    }
    let unnamed = headings.indices.filter { headings[$0].text.isEmpty }
    taken.formUnion(unnamed)
    // A column without heading and cells is what a separator at the end of every line makes.
    for place in unnamed where cells.hasValues(in: place) { report(.missingHeading(place + 1)) }
    var seen: Set<String> = []
    for (place, heading) in headings.enumerated() where !heading.text.isEmpty {
      if !seen.insert(heading.text).inserted {
        report(.repeatedHeading(heading.text))
        taken.insert(place)
      }
    }
  }

  /// Takes the columns that `plan.yaml` names.
  private mutating func matchDeclaredColumns() {
    for field in table.fields {
      var columns: [Int] = []
      for name in field.columns {
        let wanted = NameText.normalized(name)
        if let place = headings.firstIndex(where: { $0.text == wanted }) {
          columns.append(place)
        } else {
          log.add(
            .unknownColumn(name, in: cells.file, headings.map(\.text)), file: settingsFile,
            line: field.line)
        }
      }
      taken.formUnion(columns)
      if columns.count < field.columns.count { columns = [] }
      matches.append(
        Match(
          field: field, columns: columns, headingUnit: columns.first.flatMap { headings[$0].unit }))
    }
  }

  /// Finds the columns of the other fields by their headings: their names before what documents
  /// call them.
  private mutating func matchHeadings() {
    for isAlias in [false, true] {
      for place in matches.indices
      where matches[place].columns.isEmpty && matches[place].field.columns.isEmpty {
        let field = matches[place].field
        let names = isAlias ? field.aliases : [field.name.en, field.name.zh]
        let found = columns(named: names)
        if found.count > 1 {
          report(.twoHeadings(headings[found[0]].text, headings[found[1]].text, field.name))
        }
        guard let column = found.first else { continue }
        matches[place].columns = [column]
        matches[place].headingUnit = headings[column].unit
        taken.formUnion(found)
      }
    }
    for match in matches where match.columns.isEmpty && match.field.columns.isEmpty {
      reportAbsence(of: match.field)
    }
  }

  /// Reports a field without a column where it must have one.
  private mutating func reportAbsence(of field: FieldDeclaration) {
    let texts = headings.map(\.text)
    if field.isOptional == false {
      report(.requiredHeading(field.name, texts))
    } else if let line = field.line, !table.isStandard {
      log.add(
        .unknownColumn(field.name.en, in: cells.file, texts), file: settingsFile, line: line)
    }
  }

  private func columns(named names: [String]) -> [Int] {
    let wanted = Set(names.map(NameText.heading))
    return headings.indices.filter { place in
      !taken.contains(place)
        && (wanted.contains(headings[place].whole)
          || headings[place].unit != nil && wanted.contains(NameText.heading(headings[place].base)))
    }
  }

  /// Makes fields of the columns that are left.
  private mutating func keepRest(isPlain: Bool) {
    for (place, heading) in headings.enumerated() where !taken.contains(place) {
      let field = FieldDeclaration(heading.text, heading.text, .inferred, isOptional: nil)
      let hasUnit = !isPlain && heading.unit?.isKeptOfHeadings == true && !heading.base.isEmpty
      matches.append(
        Match(
          field: field, columns: [place], headingUnit: hasUnit ? heading.unit : nil,
          shortName: hasUnit ? heading.base : nil))
    }
  }
}

extension TableCells {
  /// Whether a column has any cell with a value or a mark for one.
  fileprivate func hasValues(in column: Int) -> Bool {
    profiles(of: [column], threads: 1).contains { $0.valueCount > 0 || $0.markCount > 0 }
  }
}

extension MeasureUnit {
  /// Whether a column that no field declares takes its type from this unit in its heading.
  fileprivate var isKeptOfHeadings: Bool {
    switch kind {
    case .money, .physical: true
    case .plain: name.en == "%"
    case .days, .months: false
    }
  }
}
