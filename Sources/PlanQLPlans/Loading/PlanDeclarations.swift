import PlanQLData
import PlanQLSyntax

/// The tables that a plan is to have, before their files have been opened: the standard ones as
/// `plan.yaml` changes them, and its own. The file of a table that has one is named in its
/// declaration.
struct PlanDeclarations {
  private(set) var tables: [TableDeclaration]
  private let settings: PlanSettings
  private let settingsFile: String
  private var log = IssueLog()

  /// Every file as a table of its own, with types as its cells have them.
  static func plain(_ files: [TableFile], log: inout IssueLog) -> [TableDeclaration] {
    var tables: [TableDeclaration] = []
    for file in files {
      if let other = tables.first(where: { $0.name.matches(file.table) }), let first = other.file {
        log.add(.twoFiles(other.name, first), file: file.name)
        continue
      }
      var table = PlanDeclarations.custom(file.table)
      table.file = file.name
      tables.append(table)
    }
    return tables
  }

  init(_ settings: PlanSettings, settingsFile: String, files: [TableFile], log: inout IssueLog) {
    self.settings = settings
    self.settingsFile = settingsFile
    self.tables = StandardTables.all.map {
      PlanDeclarations.standard($0, currency: settings.currency)
    }
    for table in settings.tables where index(named: table.name) == nil {
      var custom = PlanDeclarations.custom(table.name)
      custom.line = table.line
      tables.append(custom)
    }
    giveFiles(files)
    for table in settings.tables {
      if let index = index(named: table.name) { apply(table, to: index) }
    }
    for index in tables.indices { nameBackLinks(of: index) }
    log.append(self.log)
  }

  private static func standard(_ table: TableDeclaration, currency: Currency) -> TableDeclaration {
    guard currency != .yuan else { return table }
    var table = table
    for place in table.fields.indices where table.fields[place].type == .money {
      table.fields[place].type = .known(.money(currency))
    }
    return table
  }

  private static func custom(_ name: String) -> TableDeclaration {
    TableDeclaration(
      Name(name), rowName: Name(name), doc: LocalizedText(""), fields: [])
  }

  private func index(named text: String) -> Int? {
    tables.firstIndex { $0.name.matches(text) }
  }

  private mutating func report(_ message: LoadMessage, line: Int?) {
    log.add(message, file: settingsFile, line: line)
  }
}

// Files.
extension PlanDeclarations {
  /// Gives each table its file: the declared one, else the one that has its name.
  private mutating func giveFiles(_ files: [TableFile]) {
    var rest = files
    for table in settings.tables {
      guard let wanted = table.file, let index = index(named: table.name) else { continue }
      let found = files.filter { $0.isCalled(wanted) }
      if let file = found.first(where: { $0.name == wanted || tables[index].name.matches($0.table) }
      )
        ?? (found.count == 1 ? found[0] : nil)
      {
        tables[index].file = file.name
        rest.removeAll { $0.name == file.name }
      } else if !table.isInherited {
        report(.missingFile(wanted, files.map(\.name)), line: table.line)
      }
    }
    for file in rest { give(file) }
    for table in settings.tables where table.file == nil && !table.isInherited {
      if let index = index(named: table.name), !tables[index].isStandard, tables[index].file == nil
      {
        report(.tableWithoutFile(table.name, files.map(\.table)), line: table.line)
      }
    }
  }

  private mutating func give(_ file: TableFile) {
    guard let index = index(named: file.table) else {
      var table = PlanDeclarations.custom(file.table)
      table.file = file.name
      tables.append(table)
      return
    }
    if tables[index].name == StandardTables.plan.name {
      log.add(.planAsFile(settingsFile), file: file.name)
    } else if let other = tables[index].file {
      log.add(.twoFiles(tables[index].name, other), file: file.name)
    } else {
      tables[index].file = file.name
    }
  }
}

// What `plan.yaml` says of tables and fields.
extension PlanDeclarations {
  private mutating func apply(_ settings: TableSettings, to index: Int) {
    if !tables[index].isStandard {
      let name = Name(settings.name, settings.label ?? settings.name)
      tables[index].name = name
      tables[index].rowName = Name(settings.row ?? name.en, settings.rowLabel ?? name.zh)
      reportTakenNames(of: settings, index)
    }
    tables[index].line = settings.line
    if let doc = settings.doc { tables[index].doc = LocalizedText(doc) }
    for field in settings.fields { apply(field, to: index) }
    // A table that a revision does not have has no fields either.
    if settings.isInherited, tables[index].file == nil { return }
    if !settings.key.isEmpty {
      tables[index].keys = [englishNames(settings.key, in: index)]
      tables[index].isKeyDeclared = true
    }
    if !settings.nameFields.isEmpty {
      tables[index].nameFields = englishNames(settings.nameFields, in: index)
    }
    if let parent = settings.parent {
      tables[index].parentField = englishNames([parent], in: index).first
    }
  }

  /// Reports names of a table or its rows that are those of another one, which they would hide.
  private mutating func reportTakenNames(of settings: TableSettings, _ index: Int) {
    for name in [settings.label, settings.row, settings.rowLabel].compactMap({ $0 }) {
      let other = tables.indices.first { place in
        place != index && (tables[place].name.matches(name) || tables[place].rowName.matches(name))
      }
      if let other { report(.takenName(name, tables[other].name), line: settings.line) }
    }
  }

  private func englishNames(_ names: [String], in index: Int) -> [String] {
    names.map { name in
      tables[index].field(named: name).map { tables[index].fields[$0].name.en } ?? name
    }
  }

  private mutating func apply(_ settings: FieldSettings, to index: Int) {
    let place = tables[index].field(named: settings.name)
    var field =
      place.map { tables[index].fields[$0] }
      ?? FieldDeclaration(
        settings.name, settings.label ?? settings.name, .inferred, isOptional: nil)
    field.line = settings.line
    field.columns = settings.columns
    if let label = settings.label, place == nil || !tables[index].isStandard {
      field.name = Name(field.name.en, label)
    }
    if let doc = settings.doc { field.doc = LocalizedText(doc) }
    if let isOptional = settings.isOptional { field.isOptional = isOptional }
    if let unit = settings.unit { field.unit = unit }
    if !settings.separators.isEmpty { field.separators = settings.separators }
    if let type = type(of: settings, was: field.type) {
      let target = field.target
      field.type = type
      if field.target != target { field.inverse = nil }
      if settings.type != nil { field.unit = settings.unit }
    }
    if let inverse = settings.inverse {
      field.inverse = Name(inverse, settings.inverseLabel ?? inverse)
    }
    checkColumns(field)
    if let place {
      tables[index].fields[place] = field
    } else {
      tables[index].fields.append(field)
    }
  }

  private mutating func checkColumns(_ field: FieldDeclaration) {
    if field.columns.count == 2, field.type != .period {
      report(.twoColumnsForNoPeriod(field.name.en), line: field.line)
    }
    guard let unit = field.unit, case .known(let type) = field.type else { return }
    let fits: Bool =
      switch (type.element, unit.kind) {
      case (.money, .money), (.number, .plain), (.number, .physical), (.int, .plain),
        (.duration(.days), .days), (.duration(.months), .months):
        true
      case (_, _): false
      }
    if !fits { report(.unitOfOtherType(unit, type), line: field.line) }
  }
}

// Types.
extension PlanDeclarations {
  /// The type that the settings of a field give it; nil where they give none.
  private mutating func type(of settings: FieldSettings, was: DeclaredType) -> DeclaredType? {
    var type: DataType?
    if !settings.values.isEmpty {
      type = .enumeration(Enumeration(settings.name, settings.values))
      checkValues(settings)
    } else if let link = settings.link {
      type = entity(named: link, line: settings.line)
    } else if let name = settings.type {
      type = self.type(named: name, settings)
    } else if let unit = settings.unit, was == .inferred {
      type = PlanDeclarations.type(of: unit, currency: self.settings.currency)
    } else if settings.columns.count == 2, was == .inferred {
      type = .period
    }
    // Only lists have something between their elements.
    if type == nil, !settings.separators.isEmpty, was == .inferred { type = .text }
    guard let type else {
      if !settings.separators.isEmpty, !was.isList {
        report(.uselessSeparator(settings.name), line: settings.line)
      }
      return nil
    }
    let isList = settings.isList || settings.type.flatMap(TypeWord.init(text:)) == .list
    return .known(isList || !settings.separators.isEmpty ? .list(type) : type)
  }

  private mutating func checkValues(_ settings: FieldSettings) {
    var seen: Set<String> = []
    for text in settings.values.flatMap({
      Set([$0.name.en, $0.name.zh]).union($0.aliases).sorted()
    })
    where !seen.insert(text).inserted {
      report(.repeatedValue(text, in: settings.name), line: settings.line)
    }
  }

  private mutating func type(named name: String, _ settings: FieldSettings) -> DataType? {
    guard let word = TypeWord(text: name) else { return entity(named: name, line: settings.line) }
    switch word {
    case .bool: return .bool
    case .int: return .int
    case .number:
      if case .physical(let dimension) = settings.unit?.kind { return .number(dimension) }
      return .number
    case .money: return .money(self.settings.currency)
    case .text: return .text
    case .date: return .date
    case .period: return .period
    case .duration: return .duration(settings.unit?.kind == .days ? .days : .months)
    case .list: return .text
    case .table:
      report(.unknownType(name, tables.map(\.rowName)), line: settings.line)
      return nil
    }
  }

  /// The type of numbers in a unit.
  static func type(of unit: MeasureUnit, currency: Currency) -> DataType {
    switch unit.kind {
    case .money: .money(currency)
    case .plain: .number
    case .physical(let dimension): .number(dimension)
    case .days: .duration(.days)
    case .months: .duration(.months)
    }
  }

  private mutating func entity(named name: String, line: Int?) -> DataType? {
    let table =
      tables.first { $0.name.matches(name) || $0.rowName.matches(name) }
      ?? settings.tables
      .first { $0.row == name || $0.rowLabel == name || $0.label == name }
      .flatMap { settings in tables.first { $0.name.matches(settings.name) } }
    guard let table else {
      report(.unknownType(name, tables.map(\.rowName)), line: line)
      return nil
    }
    return .entity(table.name.en)
  }
}

// Back links.
extension PlanDeclarations {
  /// Gives the links of a table that have no name back one: the table's own, or with the field's
  /// where that is taken.
  private mutating func nameBackLinks(of index: Int) {
    for place in tables[index].fields.indices {
      let field = tables[index].fields[place]
      guard field.inverse == nil, let target = field.target else { continue }
      let name = tables[index].name
      let isFree = isFree(name, in: target)
      tables[index].fields[place].inverse =
        isFree
        ? name : Name("\(name.en)_by_\(field.name.en)", "\(name.zh)_\(field.name.zh)")
    }
  }

  private func isFree(_ name: Name, in target: String) -> Bool {
    guard let table = tables.first(where: { $0.name.en == target }) else { return true }
    if table.fields.contains(where: { $0.name.en == name.en || $0.name.zh == name.zh }) {
      return false
    }
    return !tables.contains { other in
      other.fields.contains {
        $0.target == target && ($0.inverse?.en == name.en || $0.inverse?.zh == name.zh)
      }
    }
  }
}

extension DeclaredType {
  /// Whether the field is known to be a list.
  fileprivate var isList: Bool {
    if case .known(.list) = self { true } else { false }
  }

  /// Whether the field is a link or a list of links.
  var isLink: Bool {
    if case .known(let type) = self, case .entity = type.element { return true }
    return false
  }
}
