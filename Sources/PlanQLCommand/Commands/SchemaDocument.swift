import PlanQL
import PlanQLData
import PlanQLReference
import PlanQLReports
import PlanQLSyntax

/// The tables and fields of a plan, as tables themselves.
struct SchemaDocument {
  let catalog: Catalog
  let language: Language

  /// The fields of a table, or the list of tables when none is named.
  func document(of name: String?) throws -> ReportDocument {
    guard let name else {
      return ReportDocument([.table(caption: nil, tables)], language: language)
    }
    guard let place = catalog.table(named: name) else {
      let names = catalog.tables.flatMap { [$0.definition.name.en, $0.definition.name.zh] }
      throw CommandFailure(
        CommandText.noTable(name),
        advice: Suggestions.help(for: name, among: names)
          ?? CommandText.tables(
            catalog.tables.map { $0.definition.name[language] }))
    }
    return ReportDocument([.table(caption: nil, fields(of: place))], language: language)
  }

  private var tables: Table {
    let definitions = catalog.tables.map(\.definition)
    return table([
      column("table", "英文名", .text, definitions.map { .text($0.name.en) }),
      column("name", "中文名", .text, definitions.map { .text($0.name.zh) }),
      column("rows", "行数", .int, catalog.tables.map { .int(Int64($0.count)) }),
      column("doc", "说明", .text, definitions.map { text($0.doc) }),
    ])
  }

  private func fields(of place: Int) -> Table {
    let fields = catalog.tables[place].definition.fields
    let links = catalog.backLinks[place]
    let linkTypes = links.map { "[\(catalog.tables[$0.table].definition.rowName[language])]" }
    return table([
      column(
        "field", "英文名", .text,
        fields.map { .text($0.name.en) } + links.map { .text($0.name.en) }),
      column(
        "name", "中文名", .text,
        fields.map { .text($0.name.zh) } + links.map { .text($0.name.zh) }),
      column(
        "type", "类型", .text,
        fields.map { .text(typeTitle($0)) } + linkTypes.map { .text($0) }),
      column(
        "headings", "又作", .text,
        fields.map { $0.aliases.isEmpty ? .missing : .text($0.aliases.joined(separator: "、")) }
          + links.map { _ in .missing }),
      column(
        "doc", "说明", .text, fields.map { text($0.doc) } + links.map { text($0.doc(in: catalog)) }),
    ])
  }

  /// The type of a field; of an enumeration, its values.
  private func typeTitle(_ field: Field) -> String {
    guard case .enumeration(let enumeration) = field.type else {
      return catalog.title(of: field.type, in: field.display.unit)[language]
    }
    return enumeration.cases.map { $0.name[language] }.joined(separator: " | ")
  }

  private func text(_ text: LocalizedText) -> Value {
    text[language].isEmpty ? .missing : .text(text[language])
  }

  private func column(
    _ name: String, _ caption: String, _ type: DataType, _ values: [Value]
  ) -> ResultColumn {
    ResultColumn(
      name: name, caption: LocalizedText(en: name, zh: caption), type: type, isOptional: true,
      display: .plain, values: Column(type: type, values: values))
  }

  private func table(_ columns: [ResultColumn]) -> Table {
    Table(columns: columns, count: columns[0].values.count, titles: EntityTitles(catalog))
  }
}
