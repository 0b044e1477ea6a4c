import PlanQLData

/// The content of a plan as text that depends on what it says alone, not on the files that say it:
/// a plan as a folder, as YAML and as SQLite has the same.
struct PlainContent {
  let catalog: Catalog
  /// What several rows of a table are called alike, table by table.
  private let repeatedTitles: [String: Set<String>]

  init(catalog: Catalog) {
    self.catalog = catalog
    let targets = Set(catalog.tables.flatMap { $0.definition.fields.compactMap(\.target) })
    repeatedTitles = targets.reduce(into: [:]) { repeated, name in
      guard let place = catalog.table(named: name) else { return }
      let table = catalog.tables[place]
      var seen: Set<String> = []
      for row in 0..<table.count {
        let title = table.title(ofRow: row)
        if !seen.insert(title).inserted { repeated[name, default: []].insert(title) }
      }
    }
  }

  /// The tables with rows that the plan itself states, by name; what is derived from them is left out.
  var tables: [StoredTable] {
    (catalog.ownTables.filter { !$0.isDerived && $0.count > 0 } + [periods, values])
      .filter { $0.count > 0 }
      .sorted { $0.definition.name.en < $1.definition.name.en }
  }

  /// What the plan's named periods are called among its tables.
  static let periods = Name("plan.periods", "规划时段")

  /// The periods that have a name in the plan, as a table.
  private var periods: StoredTable {
    let named = catalog.namedPeriods
    let fields = [
      Field(Name("name", "名称"), .text, isOptional: false),
      Field(Name("period", "期间"), .period, isOptional: false),
    ]
    return StoredTable(
      definition: TableDefinition(
        PlainContent.periods, rowName: PlainContent.periods, fields: fields, nameFields: ["name"],
        key: ["name"]),
      columns: [
        Column(type: .text, values: named.map { .text($0.name.en) }),
        Column(type: .period, values: named.map { .period($0.period) }),
      ], count: named.count)
  }

  /// What the values of the plan's own enumerations are called among its tables: their order decides
  /// what is more than what.
  static let values = Name("plan.values", "规划取值")

  /// The fields of an enumeration that the plan declares, with its values in their order.
  static func declaredValues(in catalog: Catalog) -> [(field: String, values: String)] {
    catalog.ownTables.flatMap { table in
      table.definition.fields.compactMap { field in
        guard case .enumeration(let enumeration) = field.type.element,
          !Enumerations.all.contains(enumeration)
        else { return nil }
        let values = enumeration.cases.map { "\($0.name.en) \($0.name.zh)" }
        return ("\(table.definition.name.en).\(field.name.en)", values.joined(separator: ", "))
      }
    }
  }

  private var values: StoredTable {
    let declared = PlainContent.declaredValues(in: catalog)
    let fields = [
      Field(Name("field", "字段"), .text, isOptional: false), PlainContent.valuesField,
    ]
    return StoredTable(
      definition: TableDefinition(
        PlainContent.values, rowName: PlainContent.values, fields: fields, nameFields: ["field"],
        key: ["field"]),
      columns: [
        Column(type: .text, values: declared.map { .text($0.field) }),
        Column(type: .text, values: declared.map { .text($0.values) }),
      ], count: declared.count)
  }

  static let valuesField = Field(Name("values", "取值"), .text, isOptional: false)

  /// Gives the bytes of a table in pieces: its name, then a line with the names of its fields in
  /// order, then a line a row. Fields that no row fills are left out.
  func write(_ table: StoredTable, to body: ([UInt8]) -> Void) {
    let definition = table.definition
    let filled = definition.fields.indices
      .filter { table.columns[$0].missingCount < table.count }
      .sorted { definition.fields[$0].name.en < definition.fields[$1].name.en }
    let heading = [definition.name.en] + filled.map { definition.fields[$0].name.en }
    body(Array((heading.map { JSONText.string($0) }.joined(separator: "\t") + "\n").utf8))
    for row in 0..<table.count {
      var line = ""
      for place in filled {
        let value = table.columns[place].value(row)
        if !value.isMissing {
          line += sealed(value, definition.fields[place].type)
        }
        line += "\t"
      }
      body(Array((line + "\n").utf8))
    }
  }

  /// A value so that no other is written the same: a text in quotes, and each value of a list in its own.
  private func sealed(_ value: Value, _ type: DataType) -> String {
    guard case .list(let values) = value else { return JSONText.string(text(value, type)) }
    return "[" + values.map { JSONText.string(text($0, type)) }.joined(separator: ",") + "]"
  }

  /// A value as formats for machines write it: money in the currency's unit, ISO dates, the English
  /// names of enumerations, links by the name of their row, with its key where several are called so.
  func text(_ value: Value, _ type: DataType) -> String {
    switch value {
    case .missing: return ""
    case .bool(let bit): return bit ? "true" : "false"
    case .int(let int): return String(int)
    case .number(let number):
      return NumberText.whole(number).map { String($0) } ?? NumberText.shortest(number)
    case .money(let money): return money.description
    case .text(let text): return text
    case .date(let day): return day.description
    case .period(let period): return period.description
    case .duration(let count, .days): return "P\(count)D"
    case .duration(let count, .months): return "P\(count)M"
    case .enumeration(let code):
      guard case .enumeration(let enumeration) = type.element,
        enumeration.cases.indices.contains(code)
      else { return String(code) }
      return enumeration.cases[code].name.en
    case .entity(let name, let row):
      guard let place = catalog.table(named: name) else { return String(row + 1) }
      return title(of: catalog.tables[place], row, in: repeatedTitles[name] ?? [])
    case .list(let values): return values.map { text($0, type) }.joined(separator: "、")
    }
  }

  private func title(of table: StoredTable, _ row: Int, in repeated: Set<String>) -> String {
    let title = table.title(ofRow: row)
    guard repeated.contains(title) else { return title }
    let keys = table.definition.key.compactMap { table.definition.field(named: $0) }
    let key =
      keys.isEmpty
      ? String(row + 1)
      : keys.map { text(table.columns[$0].value(row), table.definition.fields[$0].type) }
        .joined(separator: " ")
    return "\(title) (\(key))"
  }
}
