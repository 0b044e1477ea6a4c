import PlanQLData

/// Compares two states of a plan cell by cell.
///
/// Rows are the same where their keys are. In a table without a key, rows that say the same are, in their
/// order; those left between the same neighbours are taken for changed ones.
struct PlanComparison {
  private let catalog: Catalog
  private let content: PlainContent
  /// The tables of the earlier state by what they are called in their plan.
  private var earlier: [String: StoredTable] = [:]
  private(set) var found: [PlanDifference] = []

  /// What the earlier state is called among the revisions; no script can name it so.
  private static let name = "`"

  /// The differences from one state to another in the tables with these English names, or in all.
  static func differences(
    from old: Catalog, to new: Catalog, tables: [String]?
  ) -> PlanDifferences {
    var comparison = PlanComparison(old, new)
    comparison.compare(tables)
    let differences = PlanDifferences(all: comparison.found, catalog: comparison.catalog)
    comparison.compare([ApprovedChanges.table])
    let added = comparison.found.filter {
      $0.table.en == ApprovedChanges.table && $0.change == .added
    }
    return ApprovedChanges(in: comparison.catalog, added: Set(added.compactMap(\.index)))
      .approving(differences)
  }

  private init(_ old: Catalog, _ new: Catalog) {
    catalog = RevisionCatalog.joined(
      Catalog(
        tables: PlanComparison.stated(new), asOf: new.asOf, language: new.language,
        moneyUnit: new.moneyUnit, currency: new.currency, units: new.units,
        fiscalYear: new.fiscalYear),
      [(name: PlanComparison.name, catalog: Catalog(tables: PlanComparison.stated(old)))],
      names: [PlanComparison.name], failures: [:])
    content = PlainContent(catalog: catalog)
    for (place, revision) in catalog.revisions.places.enumerated() {
      guard case .revised = revision.kind else { continue }
      earlier[revision.name.en] = catalog.tables[place]
    }
    comparePeriods(old, new)
    compareValues(old, new)
  }

  /// The tables that stand in files.
  private static func stated(_ catalog: Catalog) -> [StoredTable] {
    catalog.ownTables.filter { !$0.isDerived }
  }

  /// The named periods stand in no table of a catalogue.
  private mutating func comparePeriods(_ old: Catalog, _ new: Catalog) {
    let field = Field(Name("period", "期间"), .period)
    func value(_ name: Name, _ catalog: Catalog) -> Value? {
      catalog.namedPeriods.first { $0.name.en == name.en }.map { .period($0.period) }
    }
    for (name, _) in new.namedPeriods + old.namedPeriods {
      compare(value(name, old), value(name, new), field, of: name.en, in: PlainContent.periods)
    }
  }

  /// Nor do the values of the plan's own enumerations.
  private mutating func compareValues(_ old: Catalog, _ new: Catalog) {
    let (before, now) = (
      PlainContent.declaredValues(in: old), PlainContent.declaredValues(in: new)
    )
    for (name, _) in now + before {
      func value(_ declared: [(field: String, values: String)]) -> Value? {
        declared.first { $0.field == name }.map { .text($0.values) }
      }
      compare(
        value(before), value(now), PlainContent.valuesField, of: name, in: PlainContent.values)
    }
  }

  private mutating func compare(
    _ before: Value?, _ now: Value?, _ field: Field, of row: String, in table: Name
  ) {
    guard before != now, !found.contains(where: { $0.table == table && $0.row == row }) else {
      return
    }
    found.append(
      PlanDifference(
        table: table, row: row, index: nil,
        count: 1, change: before == nil ? .added : now == nil ? .removed : .changed,
        field: field.name, old: before.map { .init(value: $0, field: field) },
        new: now.map { .init(value: $0, field: field) }, place: nil))
  }
}

// Tables and rows.
extension PlanComparison {
  private mutating func compare(_ tables: [String]?) {
    if let tables { found.removeAll { !tables.contains($0.table.en) } }
    var own: Set<String> = []
    for table in catalog.ownTables {
      let name = table.definition.name.en
      own.insert(name)
      guard tables?.contains(name) ?? true else { continue }
      compare(earlier[name], table, name: table.definition.name)
    }
    for (place, revision) in catalog.revisions.places.enumerated() {
      guard case .revised = revision.kind, !own.contains(revision.name.en),
        tables?.contains(revision.name.en) ?? true
      else { continue }
      compare(catalog.tables[place], nil, name: revision.name)
    }
  }

  private mutating func compare(_ old: StoredTable?, _ new: StoredTable?, name: Name) {
    guard let old, let new, old.count > 0, new.count > 0 else {
      if let new, new.count > 0, name.en == ApprovedChanges.table {
        // Each record of a decision is looked at by itself.
        for row in 0..<new.count { add(.added, new, row, name: name) }
        return
      }
      if let new, new.count > 0 { add(.added, new, nil, name: name) }
      if let old, old.count > 0 { add(.removed, old, nil, name: name) }
      return
    }
    if name == StandardTables.plan.name, old.count == 1, new.count == 1 {
      // The plan itself is the same, whatever it is called.
      return compare(old, 0, new, 0, name: name)
    }
    for pair in identities(of: old).map({ keyed($0, new.count) }) ?? aligned(old, new) {
      switch (pair.old, pair.new) {
      case (let before?, let now?): compare(old, before, new, now, name: name)
      case (nil, let row?): add(.added, new, row, name: name)
      case (let row?, nil): add(.removed, old, row, name: name)
      case (nil, nil): break
      }
    }
  }

  /// For each row of a table of the earlier state the row of the table of all rows; nil without a key.
  private func identities(of table: StoredTable) -> [Int]? {
    guard let place = catalog.table(named: table.definition.name.en),
      case .revised(_, let field?) = catalog.revisions.places[place].kind
    else { return nil }
    return (0..<table.count).map { row in
      guard case .entity(_, let all) = table.columns[field].value(row) else { return -1 }
      return all
    }
  }

  /// The rows of all states begin with those of the later one.
  private func keyed(_ identities: [Int], _ count: Int) -> [(old: Int?, new: Int?)] {
    var before = [Int?](repeating: nil, count: count)
    var gone: [Int] = []
    for (row, identity) in identities.enumerated() {
      if identity < count { before[identity] = row } else { gone.append(row) }
    }
    return before.enumerated().map { ($1, $0) } + gone.map { ($0, nil) }
  }

  /// Pairs rows that say the same, then those left between the same pairs.
  private func aligned(_ old: StoredTable, _ new: StoredTable) -> [(old: Int?, new: Int?)] {
    var waiting: [String: [Int]] = [:]
    for row in (0..<old.count).reversed() {
      waiting[line(old, row, like: new), default: []].append(row)
    }
    var before = (0..<new.count).map { waiting[line(new, $0, like: new)]?.popLast() }
    var left: [Int: [Int]] = [:]
    let paired = Set(before.compactMap { $0 })
    var neighbour = -1
    for row in 0..<old.count {
      if paired.contains(row) { neighbour = row } else { left[neighbour, default: []].append(row) }
    }
    for gap in left.keys { left[gap]?.reverse() }
    neighbour = -1
    for row in 0..<new.count {
      if let known = before[row] {
        neighbour = known
      } else {
        before[row] = left[neighbour]?.popLast()
      }
    }
    return before.enumerated().map { ($1, $0) } + left.values.joined().sorted().map { ($0, nil) }
  }

  /// All that a row says in the fields of a table.
  private func line(_ table: StoredTable, _ row: Int, like shape: StoredTable) -> String {
    shape.definition.fields.map { field in
      guard let place = table.definition.field(named: field.name.en) else { return "" }
      let value = table.columns[place].value(row)
      return value.isMissing
        ? "" : JSONText.string(content.text(value, table.definition.fields[place].type))
    }.joined(separator: "\t")
  }
}

// Cells.
extension PlanComparison {
  private mutating func compare(
    _ old: StoredTable, _ before: Int, _ new: StoredTable, _ now: Int, name: Name
  ) {
    let fields = new.definition.fields
    let gone = old.definition.fields.filter {
      !$0.name.isInternal && new.definition.field(named: $0.name.en) == nil
    }
    for field in fields + gone {
      let (then, today) = (placed(old, before, field), placed(new, now, field))
      guard !isSame(then, today) else { continue }
      found.append(
        PlanDifference(
          table: name, row: title(new, now), index: now, count: 1, change: .changed,
          field: field.name,
          old: then, new: today, place: place(new, now, field: field.name.en)))
    }
  }

  /// Adds a row, or all rows of a table, that only one state has.
  private mutating func add(
    _ change: RowChange, _ table: StoredTable, _ row: Int?, name: Name
  ) {
    found.append(
      PlanDifference(
        table: name, row: row.map { title(table, $0) }, index: change == .added ? row : nil,
        count: row == nil ? table.count : 1,
        change: change, field: nil, old: nil, new: nil,
        place: row.map { place(table, $0) } ?? table.sources?.file))
  }

  /// What names a row; where nothing does, what its first links, periods and dates say.
  private func title(_ table: StoredTable, _ row: Int) -> String {
    let title = table.title(ofRow: row)
    guard title == String(row + 1) else { return title }
    let keys = table.definition.key.compactMap { table.definition.field(named: $0) }
    if !keys.isEmpty {
      return keys.map {
        content.text(table.columns[$0].value(row), table.definition.fields[$0].type)
      }
      .joined(separator: " ")
    }
    let telling = table.definition.fields.enumerated().compactMap { place, field -> String? in
      let value = table.columns[place].value(row)
      switch value {
      case .entity, .period, .date, .enumeration: return content.text(value, field.type)
      case .missing, .bool, .int, .number, .money, .text, .duration, .list: return nil
      }
    }
    return telling.isEmpty ? title : telling.prefix(3).joined(separator: " ")
  }

  private func placed(
    _ table: StoredTable, _ row: Int, _ field: Field
  ) -> PlanDifference.PlacedValue? {
    guard let place = table.definition.field(named: field.name.en) else { return nil }
    return .init(value: table.columns[place].value(row), field: table.definition.fields[place])
  }

  private func place(_ table: StoredTable, _ row: Int, field: String = "") -> String? {
    guard let sources = table.sources else { return nil }
    let line = sources.line(ofRow: row, field: field)
    return line.map { "\(sources.file):\($0)" } ?? sources.file
  }

  /// Links are the same where their targets are, everything else where it is written the same.
  private func isSame(
    _ old: PlanDifference.PlacedValue?, _ new: PlanDifference.PlacedValue?
  ) -> Bool {
    switch (old?.value ?? .missing, new?.value ?? .missing) {
    case (.missing, .missing): true
    case (.missing, _), (_, .missing): false
    case (.entity(let table, let row), .entity(_, let now)):
      isSame(link: row, in: table, now, old, new)
    case (.list(let before), .list(let now)):
      before.count == now.count
        && zip(before, now).allSatisfy { before, now in
          guard case .entity(let table, let row) = before, case .entity(_, let other) = now else {
            return text(before, old) == text(now, new)
          }
          return isSame(link: row, in: table, other, old, new)
        }
    case (let before, let now): text(before, old) == text(now, new)
    }
  }

  private func isSame(
    link row: Int, in table: String, _ now: Int, _ old: PlanDifference.PlacedValue?,
    _ new: PlanDifference.PlacedValue?
  ) -> Bool {
    guard let place = catalog.table(named: table),
      case .revised(_, let field?) = catalog.revisions.places[place].kind,
      case .entity(_, let identity) = catalog.tables[place].columns[field].value(row)
    else {
      return text(.entity(table, row: row), old)
        == text(.entity(new?.field.target ?? table, row: now), new)
    }
    return identity == now
  }

  private func text(_ value: Value, _ placed: PlanDifference.PlacedValue?) -> String {
    placed.map { content.text(value, $0.field.type) } ?? ""
  }
}
