package import PlanQLData

// The plan: tables, fields, and the values of enumerations.
extension Reference {
  var tables: [ReferenceEntry] {
    catalog.tables.indices.map { place in
      let definition = catalog.tables[place].definition
      return ReferenceEntry(
        .table, definition.name, aliases: [definition.rowName.en, definition.rowName.zh],
        definition.doc, blocks(ofTable: place))
    }
  }

  private func blocks(ofTable place: Int) -> [ReferenceBlock] {
    let table = catalog.tables[place]
    let definition = table.definition
    let fields = ReferenceTable(
      Reference.nameHeadings + [.init("what it holds", "说明")],
      definition.fields.map { field in
        [LocalizedText(field.name.en), LocalizedText(field.name.zh), typeTitle(field), field.doc]
      })
    return [.paragraph(ReferenceText.rows(definition, count: table.count)), .table(fields)]
      + backLinks(toTable: place) + headings(ofTable: definition)
  }

  private static let nameHeadings: [ReferenceTable.Heading] = [
    .init("English", "英文", isCode: true), .init("Chinese", "中文", isCode: true),
    .init("type", "类型", isCode: true),
  ]

  /// The links of other tables, by what the rows of this one call them.
  private func backLinks(toTable place: Int) -> [ReferenceBlock] {
    let rows = catalog.backLinks[place].map { link in
      [
        LocalizedText(link.name.en), LocalizedText(link.name.zh), typeTitle(link),
        link.path(in: catalog),
      ]
    }
    guard !rows.isEmpty else { return [] }
    let table = ReferenceTable(
      Reference.nameHeadings + [.init("the link back of", "反向于", isCode: true)], rows)
    return [.heading(ReferenceText.backLinks), .table(table)]
  }

  /// The headings that documents have for fields.
  private func headings(ofTable definition: TableDefinition) -> [ReferenceBlock] {
    let rows = definition.fields.filter { !$0.aliases.isEmpty }.map { field in
      [field.name.text, LocalizedText(field.aliases.joined(separator: "、"))]
    }
    guard !rows.isEmpty else { return [] }
    let table = ReferenceTable(
      [.init("field", "字段", isCode: true), .init("headings", "表头")], rows)
    return [.heading(ReferenceText.headings), .table(table)]
  }

  private func typeTitle(_ field: Field) -> LocalizedText {
    let title = catalog.title(of: field.type)
    let mark = field.isOptional ? "?" : ""
    return LocalizedText(en: title.en + mark, zh: title.zh + mark)
  }

  private func typeTitle(_ link: BackLink) -> LocalizedText {
    let row = catalog.tables[link.table].definition.rowName
    return LocalizedText(en: "[\(row.en)]", zh: "[\(row.zh)]")
  }
}

// Fields.
extension Reference {
  /// A field of a table, or a link of another table seen from it.
  private struct FieldPlace {
    let name: Name
    let table: Name
    let aliases: [String]
    let type: LocalizedText
    let doc: LocalizedText
  }

  private var fieldPlaces: [FieldPlace] {
    catalog.tables.enumerated().flatMap { place, table in
      let name = table.definition.name
      let own = table.definition.fields.map { field in
        FieldPlace(
          name: field.name, table: name, aliases: field.aliases, type: typeTitle(field),
          doc: field.doc)
      }
      let links = catalog.backLinks[place].map { link in
        FieldPlace(
          name: link.name, table: name, aliases: [], type: typeTitle(link),
          doc: link.doc(in: catalog))
      }
      return own + links
    }
  }

  /// Every field once, with the tables that have it.
  var fields: [ReferenceEntry] {
    var order: [Name] = []
    var places: [Name: [FieldPlace]] = [:]
    for place in fieldPlaces {
      if places[place.name] == nil { order.append(place.name) }
      places[place.name, default: []].append(place)
    }
    return order.map { name in
      let places = places[name] ?? []
      return ReferenceEntry(
        .field, name, aliases: places.flatMap(\.aliases),
        ReferenceText.fieldOf(places.map(\.table)),
        [
          .table(
            ReferenceTable(
              [
                .init("table", "表", isCode: true), .init("type", "类型", isCode: true),
                .init("what it holds", "说明"),
              ],
              places.map { [$0.table.text, $0.type, $0.doc] }))
        ] + enumerations(ofFieldsCalled: name))
    }
  }
}

// Enumerations.
extension Reference {
  /// Every enumeration of the plan with the fields that hold it.
  private var enumerations: [(enumeration: Enumeration, fields: [LocalizedText])] {
    var order: [Enumeration] = []
    var fields: [Enumeration: [LocalizedText]] = [:]
    for table in catalog.tables {
      for field in table.definition.fields {
        guard case .enumeration(let enumeration) = field.type.element else { continue }
        if fields[enumeration] == nil { order.append(enumeration) }
        let name = table.definition.name
        fields[enumeration, default: []].append(
          LocalizedText(en: "\(name.en).\(field.name.en)", zh: "\(name.zh).\(field.name.zh)"))
      }
    }
    return order.map { ($0, fields[$0] ?? []) }
  }

  /// The values that fields of a name may have.
  private func enumerations(ofFieldsCalled name: Name) -> [ReferenceBlock] {
    var found: [Enumeration] = []
    for field in catalog.tables.flatMap(\.definition.fields) where field.name == name {
      if case .enumeration(let enumeration) = field.type.element, !found.contains(enumeration) {
        found.append(enumeration)
      }
    }
    return found.map { .paragraph(ReferenceText.values($0.cases.map(\.name.text))) }
  }

  var values: [ReferenceEntry] {
    enumerations.flatMap { enumeration, fields in
      enumeration.cases.map { value in
        ReferenceEntry(
          .value, value.name, aliases: value.aliases, ReferenceText.valueOf(fields),
          [.paragraph(ReferenceText.values(enumeration.cases.map(\.name.text)))])
      }
    }
  }

  /// All values of each enumeration in order, under the fields that hold it.
  var enumerationBlocks: [ReferenceBlock] {
    enumerations.flatMap { enumeration, fields -> [ReferenceBlock] in
      [
        .heading(LocalizedText.list(fields)),
        .table(
          ReferenceTable(
            [
              .init("English", "英文", isCode: true), .init("Chinese", "中文", isCode: true),
              .init("also", "又作"),
            ],
            enumeration.cases.map { value in
              [
                LocalizedText(value.name.en), LocalizedText(value.name.zh),
                LocalizedText(value.aliases.joined(separator: "、")),
              ]
            })),
      ]
    }
  }
}

extension BackLink {
  /// The link as a path: `progress.project`.
  func path(in catalog: Catalog) -> LocalizedText {
    let definition = catalog.tables[table].definition
    let field = definition.fields[self.field].name
    return LocalizedText(
      en: "\(definition.name.en).\(field.en)", zh: "\(definition.name.zh).\(field.zh)")
  }

  /// What the link is as its target sees it.
  package func doc(in catalog: Catalog) -> LocalizedText {
    let definition = catalog.tables[table].definition
    return ReferenceText.backLink(definition.name, definition.fields[field].name)
  }
}
