import ArgumentParser
import PlanQL
import PlanQLData
import PlanQLReports
import PlanQLSyntax

/// `planql schema projects`
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: .both(
        "Lists the tables of the plan, or the fields of one.", "列出规划的各张表，或一张表的字段。"))
  }

  @Argument(help: .both("A table, in either spelling.", "表名，中英文均可。"))
  var table: String?

  @OptionGroup var plan: PlanOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let format = try output.chosenFormat()
    let catalog = try plan.open().catalog
    let language = output.language ?? MessageLanguage.current
    let schema = SchemaDocument(catalog: catalog, language: language)
    try output.write([schema.document(of: table)], as: format)
  }
}

/// The tables and fields of a plan, as tables themselves.
struct SchemaDocument {
  let catalog: Catalog
  let language: Language

  /// The fields of a table, or the list of tables when none is named.
  func document(of name: String?) throws -> ReportDocument {
    guard let name else { return ReportDocument([.table(caption: nil, tables)], language: language) }
    guard let place = catalog.table(named: name) else {
      let names = catalog.tables.flatMap { [$0.definition.name.en, $0.definition.name.zh] }
      throw CommandFailure(
        CommandText.noTable(name),
        advice: Suggestions.help(for: name, among: names) ?? CommandText.tables(
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
        fields.map { .text(catalog.title(of: $0.type, language)) } + linkTypes.map { .text($0) }),
      column(
        "doc", "说明", .text, fields.map { text($0.doc) } + links.map { text(backLinkDoc($0)) }),
    ])
  }

  private func backLinkDoc(_ link: BackLink) -> LocalizedText {
    let definition = catalog.tables[link.table].definition
    return CommandText.backLink(definition.name, definition.fields[link.field].name)
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

extension Catalog {
  /// A type for people: links are called by what a row of their table is called, enumerations by their values.
  func title(of type: DataType, _ language: Language) -> String {
    switch type {
    case .entity(let name):
      table(named: name).map { tables[$0].definition.rowName[language] } ?? name
    case .list(let element): "[\(title(of: element, language))]"
    case .enumeration(let enumeration):
      enumeration.cases.map { $0.name[language] }.joined(separator: language == .en ? " | " : "、")
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .missing, .invalid:
      type.title(language)
    }
  }
}
