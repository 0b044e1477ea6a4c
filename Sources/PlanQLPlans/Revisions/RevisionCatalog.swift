package import PlanQLData

/// Puts the tables of revisions behind those of their plan, and finds out which rows are the same.
package struct RevisionCatalog {
  /// A table of the plan, or of a revision.
  struct Member {
    let revision: String?
    let table: StoredTable
    /// Its place in the catalogue.
    let place: Int
  }

  private(set) var tables: [StoredTable] = []
  private var places: [TableRevision] = []
  private var families: [(name: Name, members: [Member])] = []

  /// The catalogue of a plan with the tables of revisions.
  package static func joined(
    _ own: Catalog, _ revisions: [(name: String, catalog: Catalog)], names: [String],
    failures: [String: LocalizedText]
  ) -> Catalog {
    var joined = RevisionCatalog()
    if !revisions.isEmpty {
      joined.add(own.tables, of: nil)
      for revision in revisions { joined.add(revision.catalog.tables, of: revision.name) }
      joined.matchRows()
    }
    return Catalog(
      tables: revisions.isEmpty ? own.tables : joined.tables, namedPeriods: own.namedPeriods,
      asOf: own.asOf, language: own.language, moneyUnit: own.moneyUnit, currency: own.currency,
      units: own.units, fiscalYear: own.fiscalYear,
      revisions: CatalogRevisions(
        names: names, loaded: revisions.map(\.name), failures: failures, places: joined.places))
  }

  private mutating func add(_ added: [StoredTable], of revision: String?) {
    let names = Dictionary(
      added.map { ($0.definition.name.en, $0.definition.name.inRevision(revision).en) },
      uniquingKeysWith: { first, _ in first })
    for table in added {
      let name = table.definition.name
      let member = Member(
        revision: revision,
        table: revision.map { table.renamed(of: $0, tables: names) } ?? table,
        place: tables.count)
      tables.append(member.table)
      places.append(
        TableRevision(
          revision.map { .revised($0, identity: nil) } ?? .own, name: name, all: nil))
      if let family = families.firstIndex(where: { $0.name.en == name.en }) {
        families[family].members.append(member)
      } else {
        families.append((name, [member]))
      }
    }
  }

  /// Works out for each table the rows of all revisions, and for each row of a revision which of them it is.
  private mutating func matchRows() {
    var matching = RowMatching(families.map { (name: $0.name, members: $0.members) })
    for family in families.indices {
      let match = matching.match(family)
      let all = match.rows.map { _ in tables.count }
      for (place, member) in families[family].members.enumerated() {
        var kind = places[member.place].kind
        if all != nil, case .revised(let revision, _) = kind {
          kind = .revised(revision, identity: member.table.definition.fields.count)
          let name = families[family].name.inRevision(nil).en
          tables[member.place] = member.table.adding(match.identities[place], to: name)
        }
        places[member.place] = TableRevision(
          kind, name: families[family].name, all: all, problem: match.problem)
      }
      if let rows = match.rows {
        tables.append(RevisionCatalog.allRows(families[family], rows, tables))
        places.append(TableRevision(.all, name: families[family].name, all: all))
      }
    }
  }
}

// The table of all revisions.
extension RevisionCatalog {
  /// The rows of a table in whatever revision, with what names them.
  private static func allRows(
    _ family: (name: Name, members: [Member]), _ rows: RowMatching.Rows, _ tables: [StoredTable]
  ) -> StoredTable {
    let first = family.members[0].table.definition
    var fields: [Field] = []
    var columns: [Column] = []
    for name in first.nameFields + rows.key where !fields.contains(where: { $0.name.en == name }) {
      guard let (field, column) = column(name, of: family.members, rows) else { continue }
      fields.append(field)
      columns.append(column)
    }
    var nameFields = first.nameFields.filter { name in fields.contains { $0.name.en == name } }
    if nameFields.isEmpty {
      let title = Name("title`", "名称`")
      fields.append(Field(title, .text, isOptional: false))
      columns.append(titles(of: family.members, rows, tables))
      nameFields = [title.en]
    }
    let definition = TableDefinition(
      family.name.inRevision(nil), title: family.name, rowName: first.rowName,
      doc: first.doc, fields: fields, nameFields: nameFields, key: [], parentField: nil)
    return StoredTable(definition: definition, columns: columns, count: rows.origins.count)
  }

  /// A field that all members have with one plain type, with its values.
  private static func column(
    _ name: String, of members: [Member], _ rows: RowMatching.Rows
  ) -> (Field, Column)? {
    let places = members.map { $0.table.definition.fields.firstIndex { $0.name.en == name } }
    guard let place = places[0] else { return nil }
    let field = members[0].table.definition.fields[place]
    if case .entity = field.type.element { return nil }
    for (member, place) in zip(members, places) where member.table.count > 0 {
      guard let place, member.table.columns[place].type == field.type else { return nil }
    }
    let values = rows.origins.map { origin in
      places[origin.member].map { members[origin.member].table.columns[$0].value(origin.row) }
        ?? .missing
    }
    return (
      Field(field.name, field.type, doc: field.doc, display: field.display),
      Column(type: field.type, values: values)
    )
  }

  /// Rows without a name are called by their keys.
  private static func titles(
    of members: [Member], _ rows: RowMatching.Rows, _ tables: [StoredTable]
  ) -> Column {
    let values = rows.origins.map { origin -> Value in
      let table = members[origin.member].table
      let parts = rows.key.compactMap { name -> String? in
        guard let place = table.definition.field(named: name) else { return nil }
        return text(table.columns[place].value(origin.row), tables)
      }
      return .text(parts.isEmpty ? String(origin.row + 1) : parts.joined(separator: " "))
    }
    return Column(type: .text, values: values)
  }

  private static func text(_ value: Value, _ tables: [StoredTable]) -> String {
    switch value {
    case .text(let text): text
    case .int(let int): String(int)
    case .date(let day): "\(day)"
    case .period(let period): "\(period)"
    case .entity(let name, let row):
      tables.first { $0.definition.name.en == name }?.title(ofRow: row) ?? String(row + 1)
    case .missing, .bool, .number, .money, .duration, .enumeration, .list: "\(value.word)"
    }
  }
}

extension StoredTable {
  /// The table as it is called in a catalogue with revisions; its links point to tables of the same revision.
  fileprivate func renamed(of revision: String, tables: [String: String]) -> StoredTable {
    let fields = definition.fields.map { field in
      Field(
        field.name, field.type.renamed(tables), isOptional: field.isOptional,
        aliases: field.aliases, doc: field.doc, display: field.display, inverse: field.inverse)
    }
    let definition = TableDefinition(
      definition.name.inRevision(revision), title: definition.name.titled(revision),
      rowName: definition.rowName.titled(revision), doc: definition.doc, fields: fields,
      nameFields: definition.nameFields, key: definition.key,
      parentField: definition.parentField)
    return with(definition, renamed: tables) { $0.map { $0.renamed(tables) } }
  }

  /// The table with a hidden link to the row of all revisions that each row is.
  fileprivate func adding(_ identities: [Int], to table: String) -> StoredTable {
    let type = DataType.entity(table)
    let column = Column(
      type: type, storage: .words(PackedIntegers(identities.map { Int64($0) })), presence: nil)
    let field = Field(Name("identity`", "同一`"), type, isOptional: false)
    let definition = TableDefinition(
      definition.name, title: definition.title, rowName: definition.rowName, doc: definition.doc,
      fields: definition.fields + [field], nameFields: definition.nameFields,
      key: definition.key, parentField: definition.parentField)
    return with(definition) { $0 + [column] }
  }
}

extension Name {
  fileprivate func titled(_ revision: String) -> Name {
    Name("\(en) of '\(revision)'", "'\(revision)' 修订的\(zh)")
  }
}

extension DataType {
  fileprivate func renamed(_ tables: [String: String]) -> DataType {
    switch self {
    case .entity(let name): .entity(tables[name] ?? name)
    case .list(let element): .list(element.renamed(tables))
    case .bool, .int, .number, .money, .text, .date, .period, .duration, .enumeration, .missing,
      .invalid:
      self
    }
  }
}

extension Column {
  /// The column with its links to tables under other names.
  fileprivate func renamed(_ tables: [String: String]) -> Column {
    let renamed = type.renamed(tables)
    guard renamed != type else { return self }
    if case .lists(let offsets, let child) = storage {
      return Column(
        type: renamed, storage: .lists(offsets: offsets, child: child.renamed(tables)),
        presence: presence)
    }
    return Column(type: renamed, storage: storage, presence: presence)
  }
}
