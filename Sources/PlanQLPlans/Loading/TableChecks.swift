import PlanQLData

/// Checks that keys tell rows apart, and that hierarchies end.
struct TableChecks {
  private(set) var tables: [TableDraft]
  private(set) var log = IssueLog()
  private let settingsFile: String

  init(_ tables: [TableDraft], settingsFile: String) {
    self.tables = tables
    self.settingsFile = settingsFile
    for table in tables.indices {
      if let declaration = checkFieldNames(tables[table]) {
        self.tables[table].declaration = declaration
      }
      chooseKey(of: table)
      checkHierarchy(of: table)
    }
  }

  /// Reports names in `plan.yaml` that are no fields, and takes them out of the declaration.
  private mutating func checkFieldNames(_ table: TableDraft) -> TableDeclaration? {
    var declaration = table.declaration
    guard declaration.line != nil || declaration.isKeyDeclared else { return nil }
    let known = table.fields.map(\.declaration.name.en)
    let wanted =
      declaration.nameFields + declaration.keys.joined()
      + [declaration.parentField].compactMap { $0 }
    for name in wanted where !known.contains(name) {
      log.add(
        .unknownField(name, in: declaration.name, known), file: settingsFile,
        line: declaration.line)
    }
    declaration.nameFields.removeAll { !known.contains($0) }
    declaration.keys.removeAll { !$0.allSatisfy(known.contains) }
    if let parent = declaration.parentField, !known.contains(parent) {
      declaration.parentField = nil
    }
    return declaration
  }

  /// Keeps the first key whose fields are known in every row and tell all rows apart.
  private mutating func chooseKey(of table: Int) {
    let draft = tables[table]
    guard draft.count > 0 else {
      tables[table].declaration.keys = Array(draft.declaration.keys.prefix(1))
      return
    }
    if draft.declaration.isKeyDeclared {
      reportRepeats(of: draft)
      return
    }
    let key = draft.declaration.keys.first { draft.repeatedRow(of: $0) == .unique }
    tables[table].declaration.keys = key.map { [$0] } ?? []
  }

  private mutating func reportRepeats(of draft: TableDraft) {
    guard let key = draft.declaration.keys.first else { return }
    var seen: [[Value]: Int] = [:]
    guard draft.repeatedRow(of: key) != .unique else { return }
    let columns = key.compactMap { draft.field($0) }.compactMap { draft.fields[$0].values }
    let file = draft.fileName ?? settingsFile
    for row in 0..<draft.count {
      let values = columns.map { $0.value(row) }
      let line = draft.sources?.line(ofRow: row)
      if values.contains(.missing) {
        log.add(.missingKey(key), file: file, line: line)
      } else if let first = seen[values] {
        log.add(
          .repeatedRow(key, line: draft.sources?.line(ofRow: first) ?? first + 1), file: file,
          line: line)
      } else {
        seen[values] = row
      }
    }
  }

  /// Reports rows that are above themselves.
  private mutating func checkHierarchy(of table: Int) {
    let draft = tables[table]
    guard let name = draft.declaration.parentField, let place = draft.field(name),
      draft.fields[place].declaration.target == draft.declaration.name.en,
      let parents = draft.fields[place].values, case .words(let rows) = parents.storage
    else { return }
    // 0 not seen, 1 on the way up, 2 known to end.
    var states = [UInt8](repeating: 0, count: draft.count)
    for start in 0..<draft.count where states[start] == 0 {
      var path: [Int] = []
      var row = start
      while states[row] == 0 {
        states[row] = 1
        path.append(row)
        guard parents.isKnown(row) else { break }
        row = Int(rows[row])
      }
      if states[row] == 1, parents.isKnown(row) {
        let names = (path.drop { $0 != row } + [row]).prefix(8).map { draft.title($0) }
        log.add(
          .circle(Array(names), draft.fields[place].declaration.name),
          file: draft.fileName ?? settingsFile, line: draft.sources?.line(ofRow: row))
      }
      for row in path { states[row] = 2 }
    }
  }
}

extension TableDraft {
  fileprivate func title(_ row: Int) -> String {
    for name in declaration.nameFields {
      if case .text(let text)? = field(name).flatMap({ fields[$0].values?.value(row) }) {
        return text
      }
    }
    return String(row + 1)
  }

  fileprivate enum KeyState {
    case unique, incomplete, repeated
  }

  /// Whether fields tell all rows apart.
  fileprivate func repeatedRow(of key: [String]) -> KeyState {
    let columns = key.compactMap { field($0) }.compactMap { fields[$0].values }
    guard columns.count == key.count, columns.allSatisfy({ $0.presence == nil }) else {
      return .incomplete
    }
    let words = columns.flatMap { $0.keyWords }
    guard !words.isEmpty else { return .incomplete }
    return KeyCounter.areUnique(words, count: count) ? .unique : .repeated
  }
}
