package import PlanQLData

/// The part of a catalogue that a view leaves.
///
/// What is hidden is gone: links to rows that are not kept are missing, lists lose them, a key that is no longer whole
/// is none. Amounts that follow from other tables are worked out anew. Nothing is left that counts hidden rows: their
/// tables have no lines in files, and totals that the document states have no table.
package struct CatalogRestriction {
  private let catalog: Catalog
  private let tables: Set<String>
  private let hidden: [String: Set<String>]
  /// The rows that are kept of a table, in order.
  private let kept: [String: [Int32]]
  /// For each row of such a table its new place; -1 for one that is hidden.
  private let places: [String: [Int32]]

  /// Makes the restriction of a catalogue to some of its tables, without some fields of tables, and to some rows of
  /// tables, all by English names.
  package init(
    of catalog: Catalog, to tables: Set<String>, hiding hidden: [String: Set<String>],
    rows: [String: [Int]]
  ) {
    self.catalog = catalog
    self.tables = tables
    self.hidden = hidden
    self.kept = rows.mapValues { $0.map(Int32.init) }
    self.places = Dictionary(
      uniqueKeysWithValues: catalog.ownTables.compactMap { table in
        guard let kept = rows[table.definition.name.en] else { return nil }
        var places = [Int32](repeating: -1, count: table.count)
        for (place, row) in kept.enumerated() { places[row] = Int32(place) }
        return (table.definition.name.en, places)
      })
  }

  /// The smaller catalogue, of the plan itself: revisions hold what is hidden.
  package func applied() -> Catalog {
    let seen = catalog.ownTables.filter(isSeen)
    var derivable = seen.map { $0.isDerived ? emptied($0) : restricted($0) }
    if isWholeForYears { derivable = YearlyAmounts.derived(in: derivable) }
    return Catalog(
      tables: derivable.map(withoutFields), namedPeriods: catalog.namedPeriods, asOf: catalog.asOf,
      language: catalog.language, moneyUnit: catalog.moneyUnit, currency: catalog.currency,
      units: catalog.units, fiscalYear: catalog.fiscalYear)
  }

  private func isSeen(_ table: StoredTable) -> Bool {
    let name = table.definition.name
    // Stated totals count the rows that are hidden.
    if !kept.isEmpty, name == StandardTables.statedTotals.name { return false }
    if table.isDerived, !isWholeForYears { return false }
    return tables.contains(name.en)
  }

  /// Whether the amounts by year follow from what is seen.
  private var isWholeForYears: Bool {
    [StandardTables.projects, StandardTables.budgets].allSatisfy { table in
      tables.contains(table.name.en)
        && (hidden[table.name.en] ?? []).isDisjoint(with: [
          "investment", "period", "project", "year", "amount",
        ])
    }
  }

  private func emptied(_ table: StoredTable) -> StoredTable {
    StoredTable(
      definition: table.definition,
      columns: table.definition.fields.map { Column(type: $0.type, values: []) }, count: 0)
  }

  /// A table with the rows and links that are kept.
  private func restricted(_ table: StoredTable) -> StoredTable {
    let kept = kept[table.definition.name.en]
    let definition = table.definition
    var columns: [Column] = []
    var fields: [Field] = []
    var lost: Set<String> = []
    for (field, column) in zip(definition.fields, table.columns) {
      let chosen = kept.map(column.chosen) ?? column
      let linked = field.target.flatMap { places[$0] }.map(chosen.relinked) ?? chosen
      if linked.missingCount > chosen.missingCount { lost.insert(field.name.en) }
      columns.append(linked)
      // What is said of cells that do not fit names cells of rows that are hidden.
      let plain = kept == nil ? field : field.keptText(by: nil)
      fields.append(linked.presence == nil ? plain : plain.optional)
    }
    let key = lost.isDisjoint(with: definition.key) ? definition.key : []
    return StoredTable(
      definition: definition.with(fields: fields, key: key), columns: columns,
      count: kept?.count ?? table.count,
      sources: kept == nil ? table.sources : nil)
  }

  /// A table without the fields that are hidden or link to a table that is.
  private func withoutFields(_ table: StoredTable) -> StoredTable {
    let definition = table.definition
    let hidden = hidden[definition.name.en] ?? []
    let places = definition.fields.indices.filter { place in
      let field = definition.fields[place]
      return !hidden.contains(field.name.en) && field.target.map(tables.contains) ?? true
    }
    guard places.count < definition.fields.count else { return table }
    let fields = places.map { definition.fields[$0] }
    let names = Set(fields.map(\.name.en))
    let key = Set(definition.key).isSubset(of: names) ? definition.key : []
    return table.with(definition.with(fields: fields, key: key)) { columns in
      places.map { columns[$0] }
    }
  }
}

extension TableDefinition {
  /// The same table with other fields, and as much of its names and its hierarchy as they hold.
  fileprivate func with(fields: [Field], key: [String]) -> TableDefinition {
    func isThere(_ name: String) -> Bool { fields.contains { $0.name.en == name } }
    return TableDefinition(
      name, title: title, rowName: rowName, doc: doc, fields: fields,
      nameFields: nameFields.filter(isThere), key: key,
      parentField: parentField.flatMap { isThere($0) ? $0 : nil })
  }
}

extension Field {
  fileprivate var optional: Field {
    isOptional
      ? self
      : Field(
        name, type, isOptional: true, aliases: aliases, doc: doc, display: display,
        inverse: inverse
      ).keptText(by: misfits)
  }
}

extension Column {
  /// Some rows of the column, with no text that they do not have.
  fileprivate func chosen(_ rows: [Int32]) -> Column {
    let vector = rows.withUnsafeBufferPointer { self.vector(at: $0) }
    return Column(type: type, vector: vector).withOwnTexts
  }

  private var withOwnTexts: Column {
    switch storage {
    case .texts(let pool, let codes):
      var builder = TextPoolBuilder()
      let own = (0..<count).map { row -> Int64 in
        isKnown(row)
          ? Int64(pool.withBytes(of: Int(codes[row])) { builder.code(of: $0) })
          : Int64(builder.code(of: ""))
      }
      return Column(
        type: type, storage: .texts(builder.finish(), codes: PackedIntegers(own)),
        presence: presence)
    case .lists(let offsets, let child):
      return Column(
        type: type, storage: .lists(offsets: offsets, child: child.withOwnTexts),
        presence: presence)
    case .bools, .words, .doubles, .periods: return self
    }
  }

  /// Links to the new places of rows; missing, or no element, where the row is hidden.
  fileprivate func relinked(_ places: [Int32]) -> Column {
    switch storage {
    case .words(let words):
      var known = Bitmap(repeating: false, count: count)
      let rows = (0..<count).map { row -> Int64 in
        guard isKnown(row), places[Int(words[row])] >= 0 else { return 0 }
        known[row] = true
        return Int64(places[Int(words[row])])
      }
      return Column(type: type, storage: .words(PackedIntegers(rows)), presence: known)
    case .lists(let offsets, let child):
      let linked = child.relinked(places)
      var ends: [Int32] = [0]
      var elements: [Int32] = []
      for row in 0..<count {
        elements += (offsets[row]..<offsets[row + 1]).filter { linked.isKnown(Int($0)) }
        ends.append(Int32(elements.count))
      }
      let kept = elements.withUnsafeBufferPointer { linked.vector(at: $0) }
      return Column(
        type: type,
        storage: .lists(offsets: ends, child: Column(type: child.type, vector: kept)),
        presence: presence)
    case .bools, .doubles, .texts, .periods: return self
    }
  }
}
