/// A field of a table: names, type and what it means.
public struct Field: Sendable, Hashable {
  public let name: Name
  /// Headings seen for the field in documents; not names of the language.
  public let aliases: [String]
  public let type: DataType
  /// Whether a value may be missing.
  public let isOptional: Bool
  public let doc: LocalizedText
  public let display: Display
  /// The name that rows of the linked table know this field's rows by, where the field is a link or a list of
  /// links: `projects` for `project.units`.
  public let inverse: Name?
  /// Why the field is a text although most of its cells are something else, with the cells that are not.
  package private(set) var misfits: LocalizedText?

  public init(
    _ name: Name, _ type: DataType, isOptional: Bool = true, aliases: [String] = [],
    doc: LocalizedText = LocalizedText(""), display: Display = .plain, inverse: Name? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.type = type
    self.isOptional = isOptional
    self.doc = doc
    self.display = display
    self.inverse = inverse
  }

  /// The same field with the cells that keep it from being more than a text.
  package func keptText(by misfits: LocalizedText?) -> Field {
    var field = self
    field.misfits = misfits
    return field
  }

  /// The table that the field links to, as one link or as a list of them.
  public var target: String? {
    if case .entity(let table) = type.element { return table }
    return nil
  }
}

/// What a table is: names, fields, and how its rows are called.
public struct TableDefinition: Sendable, Hashable {
  public let name: Name
  /// What messages call it: its name, with the revision that it belongs to.
  package let title: Name
  /// One row of it: `project`, 项目.
  public let rowName: Name
  public let doc: LocalizedText
  public let fields: [Field]
  /// The English names of the fields whose text names a row, most telling first: what a link shows, and what a
  /// text literal is looked up by.
  public let nameFields: [String]
  /// The English names of the fields that tell rows apart; empty when only the row number does.
  public let key: [String]
  /// The English name of the link to the row above in a hierarchy.
  public let parentField: String?

  public init(
    _ name: Name, rowName: Name, doc: LocalizedText = LocalizedText(""), fields: [Field],
    nameFields: [String] = [], key: [String] = [], parentField: String? = nil
  ) {
    self.init(
      name, title: name, rowName: rowName, doc: doc, fields: fields, nameFields: nameFields,
      key: key, parentField: parentField)
  }

  package init(
    _ name: Name, title: Name, rowName: Name, doc: LocalizedText, fields: [Field],
    nameFields: [String], key: [String], parentField: String?
  ) {
    self.name = name
    self.title = title
    self.rowName = rowName
    self.doc = doc
    self.fields = fields
    self.nameFields = nameFields
    self.key = key
    self.parentField = parentField
  }

  /// The place of a field by either spelling.
  public func field(named text: String) -> Int? { fields.firstIndex { $0.name.matches(text) } }
}

/// Where the rows of a table came from: the line of each row in a file of the plan.
public struct RowSources: Sendable {
  public let file: String
  private let lines: Lines
  /// The lines of the fields of a record that has a line for each, by their English names.
  private let fieldLines: [String: Int]

  /// The line on which each row begins, counted from 1.
  private enum Lines {
    /// Each row on a line of its own, from a line on.
    case consecutive(from: Int, count: Int)
    case given(PackedIntegers)
  }

  package init(file: String, lines: [Int64], fieldLines: [String: Int] = [:]) {
    self.init(file: file, lines: PackedIntegers(lines), fieldLines: fieldLines)
  }

  package init(file: String, lines: PackedIntegers, fieldLines: [String: Int] = [:]) {
    self.file = file
    self.fieldLines = fieldLines
    let isConsecutive =
      lines.count > 0
      && (0..<lines.count).allSatisfy { lines[$0] &- lines[0] == Int64($0) }
    self.lines =
      isConsecutive
      ? .consecutive(from: Int(lines[0]), count: lines.count) : .given(lines)
  }

  /// The line of a row; nil where it has none.
  public func line(ofRow row: Int) -> Int? {
    switch lines {
    case .consecutive(let first, let count): row < count ? first + row : nil
    case .given(let lines): row < lines.count ? Int(lines[row]) : nil
    }
  }

  /// The line of a field of a row, which is that of the row where it has none of its own.
  package func line(ofRow row: Int, field: String) -> Int? {
    fieldLines[field] ?? line(ofRow: row)
  }
}

/// A table of a plan with its rows; columns stand in the order of the definition's fields.
public struct StoredTable: Sendable {
  public let definition: TableDefinition
  public let sources: RowSources?
  private let rows: Rows

  private enum Rows: Sendable {
    case stored([Column], count: Int)
    case derived(DerivedRows)
  }

  package init(
    definition: TableDefinition, columns: [Column], count: Int, sources: RowSources? = nil
  ) {
    self.definition = definition
    self.rows = .stored(columns, count: count)
    self.sources = sources
  }

  /// Makes a table whose rows follow from those of others and are worked out when first asked for.
  package init(definition: TableDefinition, derived: @escaping @Sendable () -> Derivation) {
    self.definition = definition
    self.rows = .derived(DerivedRows(derived))
    self.sources = nil
  }

  /// Whether its rows follow from those of other tables, and stand in no file.
  package var isDerived: Bool {
    switch rows {
    case .stored: false
    case .derived: true
    }
  }

  public var columns: [Column] {
    switch rows {
    case .stored(let columns, _): columns
    case .derived(let derived): derived.rows.columns
    }
  }

  /// The same rows under another definition, where tables are called otherwise.
  package func with(
    _ definition: TableDefinition, renamed names: [String: String] = [:],
    columns change: @escaping @Sendable ([Column]) -> [Column]
  ) -> StoredTable {
    switch rows {
    case .stored(let columns, let count):
      StoredTable(definition: definition, columns: change(columns), count: count, sources: sources)
    case .derived(let derived):
      StoredTable(definition: definition) {
        derived.rows.with(change(derived.rows.columns), renamed: names)
      }
    }
  }

  /// The row of another table that a row follows from; nil where it stands in a file itself.
  package func origin(ofRow row: Int) -> (table: String, row: Int)? {
    switch rows {
    case .stored: nil
    case .derived(let derived): derived.rows.origin(ofRow: row)
    }
  }

  public var count: Int {
    switch rows {
    case .stored(_, let count): count
    case .derived(let derived): derived.rows.columns.first?.count ?? 0
    }
  }

  /// The text that names a row; its number, counted from 1, when it has no name.
  public func title(ofRow row: Int) -> String {
    for name in definition.nameFields {
      guard let field = definition.field(named: name) else { continue }
      switch columns[field].value(row) {
      case .text(let text): return text
      case .int(let number): return String(number)
      case .missing, .bool, .number, .money, .date, .period, .duration, .enumeration, .entity,
        .list:
        continue
      }
    }
    return String(row + 1)
  }

  /// The rows that a text names, by any of the naming fields or an alias (an element of a list of texts).
  package func rows(named text: String) -> [Int] {
    var found: [Int] = []
    for name in definition.nameFields {
      guard let field = definition.field(named: name) else { continue }
      found += columns[field].rows(equalTo: text).filter { !found.contains($0) }
      if !found.isEmpty { break }
    }
    return found
  }
}

extension Column {
  /// The rows that hold a text, or a list with that text, or the whole number that the text spells.
  fileprivate func rows(equalTo text: String) -> [Int] {
    switch storage {
    case .texts(let pool, let codes):
      let wanted = (0..<pool.count).filter { code in
        pool.withBytes(of: code) { $0.elementsEqual(text.utf8) }
      }
      guard !wanted.isEmpty else { return [] }
      return (0..<count).filter { isKnown($0) && wanted.contains(Int(codes[$0])) }
    case .words(let words):
      guard case .int = type, let number = Int64(text) else { return [] }
      return (0..<count).filter { isKnown($0) && words[$0] == number }
    case .lists(let offsets, let child):
      let places = child.rows(equalTo: text)
      guard !places.isEmpty else { return [] }
      return (0..<count).filter { row in
        places.contains { $0 >= Int(offsets[row]) && $0 < Int(offsets[row + 1]) }
      }
    case .bools, .doubles, .periods: return []
    }
  }
}

/// A link seen from its target: the rows of `table` whose `field` holds the row.
public struct BackLink: Sendable, Hashable {
  public let name: Name
  /// The place in the catalogue of the table that has the link.
  public let table: Int
  /// The place of the link among that table's fields.
  public let field: Int
}

/// A plan as the checker and the engine see it: tables and the links between them.
public struct Catalog: Sendable {
  public let tables: [StoredTable]
  /// For each table, the links of other tables to it.
  public let backLinks: [[BackLink]]
  /// The rows that link to each row, worked out when first needed.
  package let links: LinkIndexes
  /// Periods that have a name in the plan: 十四五.
  public let namedPeriods: [(name: Name, period: Period)]
  /// The day up to which the plan's data stand, if it says so.
  public let asOf: Day?
  /// The language of output that the plan asks for.
  public let language: Language
  /// The unit that money is shown in.
  public let moneyUnit: MeasureUnit?
  public let currency: Currency
  /// The revisions of the plan, and what the tables are among them.
  package let revisions: CatalogRevisions
  /// The units that numbers may be written in, those that the plan declares with them.
  package let units: UnitTable
  /// How the plan's fiscal years run.
  public let fiscalYear: FiscalYear

  package init(
    tables: [StoredTable], namedPeriods: [(name: Name, period: Period)] = [], asOf: Day? = nil,
    language: Language = .zh, moneyUnit: MeasureUnit? = nil, currency: Currency = .yuan,
    units: UnitTable? = nil, fiscalYear: FiscalYear = .calendar,
    revisions: CatalogRevisions = .none
  ) {
    self.revisions = revisions
    self.tables = tables
    self.units = units ?? UnitTable(currency: currency)
    self.fiscalYear = fiscalYear
    self.links = LinkIndexes(tables)
    self.namedPeriods = namedPeriods
    self.asOf = asOf
    self.language = language
    self.moneyUnit = moneyUnit
    self.currency = currency
    self.backLinks = tables.map { target in
      tables.enumerated().flatMap { index, table in
        table.definition.fields.enumerated().compactMap { place, field in
          guard let name = field.inverse, field.target == target.definition.name.en else {
            return nil
          }
          return BackLink(name: name, table: index, field: place)
        }
      }
    }
  }

  /// A plan without tables.
  package static let empty = Catalog(tables: [])

  /// A type as people call it: a link by what a row of its table is called, an enumeration by its field.
  public func title(of type: DataType) -> LocalizedText {
    switch type {
    case .entity(let name):
      guard let place = table(named: name) else { return LocalizedText(name) }
      let row = tables[place].definition.rowName
      return LocalizedText(en: row.en, zh: row.zh)
    case .enumeration:
      let fields = tables.lazy.flatMap(\.definition.fields)
      guard let field = fields.first(where: { $0.type.element == type }) else { break }
      return LocalizedText(en: field.name.en, zh: field.name.zh)
    case .list(let element):
      let inner = title(of: element)
      return LocalizedText(en: "[\(inner.en)]", zh: "[\(inner.zh)]")
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .missing, .invalid: break
    }
    return LocalizedText(en: type.title(.en), zh: type.title(.zh))
  }

  /// The type as `title(of:)` has it, of a quantity in the unit that it is shown and written in.
  package func title(of type: DataType, in unit: MeasureUnit?) -> LocalizedText {
    guard let unit, case .physical = unit.kind else { return title(of: type) }
    switch type {
    case .number(let dimension) where dimension != .none:
      let plain = DataType.number(.none)
      return LocalizedText(
        en: "\(plain.title(.en)) of \(unit.name.en)", zh: "\(plain.title(.zh))(\(unit.name.zh))")
    case .list(let element):
      let inner = title(of: element, in: unit)
      return LocalizedText(en: "[\(inner.en)]", zh: "[\(inner.zh)]")
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .entity,
      .missing, .invalid:
      return title(of: type)
    }
  }

  /// The place of a table by either spelling.
  public func table(named text: String) -> Int? {
    tables.firstIndex { $0.definition.name.matches(text) }
  }
}
