import PlanQLData

/// Turns the cells of link fields into links, and makes the rows of tables that are only named by
/// others.
struct LinkResolver {
  private(set) var tables: [TableDraft]
  private(set) var log = IssueLog()
  private let settings: PlanSettings?
  private let settingsFile: String
  private var indexes: [Int: LinkIndex] = [:]

  /// Resolves the links of all tables of a plan.
  init(_ tables: [TableDraft], settings: PlanSettings?, settingsFile: String) {
    self.tables = tables
    self.settings = settings
    self.settingsFile = settingsFile
    makeRows()
    addAliases()
    for table in self.tables.indices {
      for field in self.tables[table].fields.indices {
        if self.tables[table].fields[field].values == nil { resolve(field, of: table) }
      }
    }
    let parts = StatedParts(self.tables)
    for table in self.tables.indices { self.tables[table].fillFields(after: parts) }
  }

  private func index(of table: String) -> Int? {
    tables.firstIndex { $0.declaration.name.en == table }
  }
}

// Tables without a file.
extension LinkResolver {
  /// Makes rows from the names that other tables use, in the order in which they first appear.
  private mutating func makeRows() {
    let aliases = Dictionary(
      (settings?.unitAliases ?? []).flatMap { unit in unit.aliases.map { ($0, unit.unit) } },
      uniquingKeysWith: { first, _ in first })
    for target in tables.indices where !tables[target].hasFile {
      let isUnits = tables[target].declaration.name == StandardTables.units.name
      var made = MadeRows(aliases: isUnits ? aliases : [:])
      for source in tables.indices { collect(from: source, namesOf: target, into: &made) }
      guard !made.names.isEmpty else { continue }
      guard let name = tables[target].declaration.nameFields.first,
        let field = tables[target].field(name)
      else {
        for file in made.files {
          log.add(.linkToTableWithoutFile(tables[target].declaration.name), file: file)
        }
        continue
      }
      fill(target, nameField: field, with: made)
    }
  }

  private struct MadeRows {
    let aliases: [String: String]
    var names: [String] = []
    var places: Set<String> = []
    var files: [String] = []
    var lines: [Int64] = []

    mutating func add(_ name: String, line: Int) {
      let name = aliases[name] ?? name
      guard places.insert(name).inserted else { return }
      names.append(name)
      lines.append(Int64(line))
    }
  }

  private mutating func collect(from source: Int, namesOf target: Int, into made: inout MadeRows) {
    let targetName = tables[target].declaration.name.en
    var seen: [(row: Int, field: Int, names: [String])] = []
    for (place, field) in tables[source].fields.enumerated()
    where field.declaration.target == targetName {
      guard let link = field.link else { continue }
      for (row, text) in link.firstRows() {
        seen.append((row, place, link.elements(text)))
      }
    }
    guard !seen.isEmpty else { return }
    if let file = tables[source].fileName, !made.files.contains(file) {
      made.files.append(file)
    }
    seen.sort { ($0.row, $0.field) < ($1.row, $1.field) }
    for (row, _, names) in seen {
      let line = tables[source].sources?.line(ofRow: row) ?? 0
      for name in names { made.add(name, line: line) }
    }
  }

  private mutating func fill(_ target: Int, nameField: Int, with made: MadeRows) {
    let count = made.names.count
    tables[target].count = count
    for place in tables[target].fields.indices {
      let type = tables[target].fields[place].declaration.emptyType
      tables[target].fields[place].values = .missing(type: type, count: count)
    }
    tables[target].fields[nameField].values = Column(
      type: .text, values: made.names.map { .text($0) })
    if made.files.count == 1 {
      tables[target].sources = RowSources(file: made.files[0], lines: made.lines)
    }
    log.add(.madeRows(count, tables[target].declaration.name), file: made.files.first ?? "")
  }

  /// Adds the names that `plan.yaml` gives units to their aliases.
  private mutating func addAliases() {
    guard let settings, !settings.unitAliases.isEmpty,
      let units = index(of: StandardTables.units.name.en),
      let field = tables[units].field("aliases"),
      let column = tables[units].fields[field].values
    else { return }
    let finder = LinkIndex(tables[units])
    let names = tables[units].names
    var values = (0..<tables[units].count).map { column.value($0) }
    for entry in settings.unitAliases {
      guard case .row(let row) = finder.row(named: entry.unit) else {
        if !settings.inheritsAliases {
          log.add(.aliasOfUnknownUnit(entry.unit, names), file: settingsFile, line: entry.line)
        }
        continue
      }
      var texts: [Value] = []
      if case .list(let old) = values[Int(row)] { texts = old }
      texts += entry.aliases.map { .text($0) }.filter { !texts.contains($0) }
      values[Int(row)] = .list(texts)
    }
    tables[units].fields[field].values = Column(type: .list(.text), values: values)
  }
}

// Links.
extension LinkResolver {
  private mutating func resolve(_ place: Int, of table: Int) {
    let field = tables[table].fields[place]
    let type = field.declaration.emptyType
    guard let link = field.link, let name = field.declaration.target, let target = index(of: name)
    else {
      tables[table].fields[place].values = .missing(type: type, count: tables[table].count)
      return
    }
    let index = indexes[target] ?? LinkIndex(tables[target])
    indexes[target] = index
    var failures = LinkFailures()
    let values: Column
    if case .words(let numbers) = link.values.storage, !link.isList, index.hasNumbers {
      values = LinkResolver.numbered(numbers, link.values.presence, type, index, &failures)
    } else {
      values = LinkResolver.named(link.spelled(), type, name, index, &failures)
    }
    tables[table].fields[place].values = values
    tables[table].fields[place].link = nil
    report(failures, tables[table].fields[place], of: table, target, index)
  }

  private static func numbered(
    _ numbers: PackedIntegers, _ presence: Bitmap?, _ type: DataType, _ index: LinkIndex,
    _ failures: inout LinkFailures
  ) -> Column {
    var rows = numbers.values(0..<numbers.count)
    for row in rows.indices {
      if let presence, !presence[row] {
        rows[row] = 0
      } else if case .row(let found) = index.row(numbered: rows[row]) {
        rows[row] = Int64(found)
      } else {
        failures.add(row, String(rows[row]))
        rows[row] = 0
      }
    }
    return Column(type: type, storage: .words(PackedIntegers(rows)), presence: presence)
  }

  private static func named(
    _ link: RawLink, _ type: DataType, _ target: String, _ index: LinkIndex,
    _ failures: inout LinkFailures
  ) -> Column {
    guard let (pool, codes) = link.values.texts else {
      return .missing(type: type, count: link.values.count)
    }
    var failed: [Int32: [String]] = [:]
    let values = (0..<pool.count).map { code -> Value in
      var found: [Value] = []
      for name in link.elements(pool[code]) {
        if case .row(let row) = index.row(named: name) {
          let value = Value.entity(target, row: Int(row))
          // A list of links holds each row once.
          if !found.contains(value) { found.append(value) }
        } else {
          failed[Int32(code), default: []].append(name)
        }
      }
      return link.isList ? .list(found) : found.first ?? .missing
    }
    if !failed.isEmpty {
      for row in codes.indices {
        for name in failed[codes[row]] ?? [] { failures.add(row, name) }
      }
    }
    return Column(type: type, values: values).gathered(codes)
  }

  private mutating func report(
    _ failures: LinkFailures, _ field: FieldDraft, of table: Int, _ target: Int,
    _ index: LinkIndex
  ) {
    // Where rows of the target could not be read, which is reported, they may be the ones that are
    // named.
    guard failures.count > 0, !tables[target].isPartial else { return }
    let draft = tables[table]
    let candidates = tables[target].names
    var messages: [String: LoadMessage] = [:]
    let rows = failures.shown.map(\.row)
    for ((row, name), place) in zip(failures.shown, draft.places(ofRows: rows, field)) {
      let message =
        messages[name]
        ?? (index.row(named: name) == .several
          ? .severalRows(name, in: tables[target].declaration.name)
          : .unknownRow(name, in: tables[target].declaration, candidates))
      messages[name] = message
      log.add(
        message, file: draft.fileName ?? settingsFile,
        line: place?.line ?? draft.sources?.line(ofRow: row), column: place?.column)
    }
    log.addUnlisted(failures.count - failures.shown.count)
  }
}

/// Cells that name no row, or several.
private struct LinkFailures {
  private(set) var shown: [(row: Int, name: String)] = []
  private(set) var count = 0

  mutating func add(_ row: Int, _ name: String) {
    count += 1
    if shown.count < IssueLog.limit { shown.append((row, name)) }
  }
}

extension TableDraft {
  /// What its rows are called, for suggestions.
  var names: [String] {
    declaration.nameFields.compactMap { field($0) }.flatMap { place -> [String] in
      guard case .texts(let pool, _)? = fields[place].values?.storage else { return [] }
      return (0..<Swift.min(pool.count, 20_000)).map { pool[$0] }
    }
  }

  /// Where the cells of a field stand, for messages; nil where the file is no longer at hand.
  func places(ofRows rows: [Int], _ field: FieldDraft) -> [CellLocation?] {
    guard let cells, let column = field.column else { return rows.map { _ in nil } }
    return cells.locations(ofRows: rows, column: column)
  }
}

extension RawLink {
  /// The names in a text of the column.
  func elements(_ text: String) -> [String] {
    if isList { return ListCell.elements(text, separators: separators) }
    let name = ListCell.trimmed(text)
    return name.isEmpty ? [] : [name]
  }

  /// The same links with numbers spelled as texts.
  func spelled() -> RawLink {
    guard case .words(let words) = values.storage else { return self }
    let texts = Column(
      type: .text,
      values: (0..<values.count).map {
        values.isKnown($0) ? .text(String(words[$0])) : .missing
      })
    return RawLink(values: texts, isList: isList, separators: separators)
  }

  /// Each distinct text with the first row that has it, in the order of rows.
  func firstRows() -> [(row: Int, text: String)] {
    guard let (pool, codes) = spelled().values.texts else { return [] }
    var isSeen = Array(repeating: false, count: pool.count)
    var found: [(Int, String)] = []
    for (row, code) in codes.enumerated() where code >= 0 && !isSeen[Int(code)] {
      isSeen[Int(code)] = true
      found.append((row, pool[Int(code)]))
    }
    return found
  }
}
