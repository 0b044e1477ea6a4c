import PlanQLData

/// What a document of JSON or YAML holds: tables, and what it says of the plan itself.
struct TreeContent {
  /// Lists of records, with the names of their tables.
  var tables: [(name: String, records: RecordTable)] = []
  /// The entries of the root that are no lists of records; nil where the root is a list itself.
  var rest: TreeNode?

  /// Whether it says something of a plan, so that its tables are those of one.
  var isPlan: Bool {
    rest?.mapping?.contains { SettingsReader.knows($0.key) } ?? false
  }
}

/// Reads a document; what is wrong with it goes to the log.
struct TreeReading {
  /// What messages call the file.
  let file: String
  /// The name of the table that the document is where its root is a list.
  let table: String
  /// Whether the places of cells are kept, so that messages can point at them.
  let keepsPlaces: Bool
  var log = IssueLog()
  private var content = TreeContent()

  init(file: String, table: String, keepsPlaces: Bool) {
    self.file = file
    self.table = table
    self.keepsPlaces = keepsPlaces
  }

  /// Reads a whole document; nil where it is not well formed.
  mutating func read(_ tokens: inout some TreeTokens) -> TreeContent? {
    do throws(TreeProblem) {
      try readRoot(&tokens)
      return content
    } catch {
      report(error)
      return nil
    }
  }

  /// Reads records that stand one after the other, each on a line of its own; nil where one is not well formed.
  mutating func readLines(_ tokens: inout JSONTokens) -> TreeContent? {
    var records = reading(headingLine: nil)
    do throws(TreeProblem) {
      while try tokens.beginNextLine() {
        try records.readRecord(tokens.next(), &tokens)
      }
      add(records, table)
      return content
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func report(_ problem: TreeProblem) {
    log.add(
      problem.message, file: file, line: problem.place?.line, column: problem.place?.column)
  }

  private func reading(headingLine: Int?) -> RecordReading {
    RecordReading(file: file, headingLine: headingLine, keepsPlaces: keepsPlaces)
  }

  private mutating func add(_ records: consuming RecordReading, _ name: String) {
    log.append(records.log)
    content.tables.append((NameText.normalized(name), records.builder.finish()))
  }

  private mutating func readRoot(
    _ tokens: inout some TreeTokens
  ) throws(TreeProblem) {
    let root = try tokens.next()
    switch root.kind {
    case .beginList:
      var records = reading(headingLine: nil)
      try records.readList(&tokens)
      add(records, table)
    case .beginMapping:
      let entries = try readEntries(&tokens)
      content.rest = TreeNode(mapping: entries, place: root.place)
    case .end, .null: content.rest = TreeNode(mapping: [], place: root.place)
    case .text, .number, .key, .endMapping, .endList:
      content.rest = try TreeNode(root, of: &tokens)
    }
    _ = try tokens.next()
  }

  /// Reads the entries of the root: the tables among them are put aside, the others returned.
  private mutating func readEntries(
    _ tokens: inout some TreeTokens
  ) throws(TreeProblem) -> [TreeNode.Entry] {
    var entries: [TreeNode.Entry] = []
    var known: Set<String> = []
    while case let key = try tokens.next(), key.kind == .key {
      let name = tokens.text
      guard known.insert(name).inserted else {
        throw TreeProblem(message: .repeatedKey(name), place: key.place)
      }
      let value = try tokens.next()
      if value.kind == .beginList, mayBeTable(name) {
        var records = reading(headingLine: key.place.line)
        try records.readList(&tokens)
        add(records, name)
      } else {
        let value = try TreeNode(value, of: &tokens)
        entries += hoisted(TreeNode.Entry(key: name, place: key.place, value: value))
      }
    }
    return entries
  }

  private func mayBeTable(_ name: String) -> Bool {
    let isUnits = StandardTables.units.name.matches(name)
    return isUnits || !SettingsReader.knows(name) && !StandardTables.plan.name.matches(name)
  }

  /// What a record of the plan itself says stands for entries of the root.
  private func hoisted(_ entry: TreeNode.Entry) -> [TreeNode.Entry] {
    guard StandardTables.plan.name.matches(entry.key) else { return [entry] }
    if let record = entry.value.mapping { return record }
    if let list = entry.value.list, list.count == 1, let record = list[0].mapping { return record }
    return [entry]
  }
}
