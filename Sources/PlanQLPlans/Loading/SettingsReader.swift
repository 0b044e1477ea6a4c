import PlanQLData
import PlanQLSyntax

/// Reads what a plan says of itself: `plan.yaml`, or what stands beside the tables in a file of all.
struct SettingsReader {
  var document: EntryReader
  var settings = PlanSettings()

  private init(_ document: EntryReader) {
    self.document = document
  }

  /// The settings of the root of a document; what is wrong with it goes to the log, and the rest still counts.
  static func read(_ root: TreeNode, file: String, log: inout IssueLog) -> PlanSettings {
    var reader = SettingsReader(EntryReader(file: file, log: log))
    reader.readPlan(root)
    log = reader.document.log
    return reader.settings
  }

  private static let planFields = StandardTables.plan.fields

  /// The entries that are no fields of the plan itself.
  private static let sections = ["periods", "units", "tables", "measure_units", "views"]

  /// Whether a name at the root of a document is that of a setting.
  static func knows(_ name: String) -> Bool {
    sections.contains(name) || planFields.contains { $0.name.matches(name) }
  }

  private mutating func readPlan(_ root: TreeNode) {
    let names = SettingsReader.planFields.map(\.name)
    let known = names.map(\.en) + SettingsReader.sections + names.map(\.zh)
    let entries = document.entries(of: root, in: document.file, known: known)
    // Fields of tables may be in the units, and these in the currency, wherever they stand.
    for entry in entries where entry.key == "currency" { readPlanField(entry) }
    for entry in entries where entry.key == "measure_units" { readMeasureUnits(entry) }
    for entry in entries where !["currency", "measure_units"].contains(entry.key) {
      switch entry.key {
      case "fiscal_year", "财政年度": readFiscalYear(entry)
      case "periods": readPeriods(entry)
      case "units": readUnits(entry)
      case "tables": readTables(entry)
      case "views": readViews(entry)
      case _: readPlanField(entry)
      }
    }
  }

  private mutating func readPlanField(_ entry: TreeNode.Entry) {
    guard let text = document.text(entry),
      let field = SettingsReader.planFields.first(where: { $0.name.matches(entry.key) }),
      case .known(let type) = field.type
    else { return }
    guard let value = CellValue.read(text, type) else {
      return document.report(.badSetting(entry.key, text, type), at: entry.value)
    }
    if settings.record.updateValue(value, forKey: field.name.en) != nil {
      document.report(.repeatedKey(entry.key), at: entry.value)
    }
    settings.recordLines[field.name.en] = entry.place.line
    switch field.name.en {
    case "currency": readCurrency(text, entry)
    case "money_unit": readMoneyUnit(text, entry)
    case "language": readLanguage(text, entry)
    case _: break
    }
  }

  private mutating func readCurrency(_ text: String, _ entry: TreeNode.Entry) {
    guard text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
      return document.report(.badCurrency(text), at: entry.value)
    }
    settings.currency = Currency(text)
  }

  private mutating func readMoneyUnit(_ text: String, _ entry: TreeNode.Entry) {
    guard let unit = MeasureUnit.named(text), unit.kind == .money else {
      return document.report(.notMoneyUnit(text), at: entry.value)
    }
    settings.moneyUnit = unit
  }

  private mutating func readLanguage(_ text: String, _ entry: TreeNode.Entry) {
    guard let language = Language(rawValue: text) else {
      return document.report(.badLanguage(text), at: entry.value)
    }
    settings.language = language
  }

  private mutating func readPeriods(_ section: TreeNode.Entry) {
    for entry in document.entries(of: section.value, in: "periods") {
      var label: String?
      var text: String?
      if entry.value.mapping == nil {
        text = document.text(entry)
      } else {
        let parts = document.entries(of: entry.value, in: entry.key, known: ["period", "label"])
        for part in parts {
          if part.key == "label" { label = document.text(part) } else { text = document.text(part) }
        }
      }
      guard let period = text.flatMap(CellValue.period) else {
        document.report(.badSetting(entry.key, text ?? "", .period), at: entry.value)
        continue
      }
      let name = NameText.normalized(entry.key)
      settings.periods.append((Name(name, label.map(NameText.normalized) ?? name), period))
    }
  }

  private mutating func readUnits(_ section: TreeNode.Entry) {
    for part in document.entries(of: section.value, in: "units", known: ["aliases"]) {
      for entry in document.entries(of: part.value, in: "aliases") {
        settings.unitAliases.append(
          .init(unit: entry.key, aliases: document.texts(entry), line: entry.place.line))
      }
    }
  }

  private mutating func readTables(_ section: TreeNode.Entry) {
    var known: Set<String> = []
    for entry in document.entries(of: section.value, in: "tables") {
      let name = NameText.normalized(entry.key)
      guard known.insert(StandardTables.table(named: name)?.name.en ?? name).inserted else {
        document.report(.repeatedKey(entry.key), at: entry.place)
        continue
      }
      var table = TableSettings(name: name, line: entry.place.line)
      let known = ["file", "label", "row", "row_label", "key", "name", "parent", "doc", "fields"]
      for part in document.entries(of: entry.value, in: entry.key, known: known) {
        switch part.key {
        case "file": table.file = document.text(part)
        case "label": table.label = document.text(part).map(NameText.normalized)
        case "row": table.row = document.text(part).map(NameText.normalized)
        case "row_label": table.rowLabel = document.text(part).map(NameText.normalized)
        case "key": table.key = document.texts(part).map(NameText.normalized)
        case "name": table.nameFields = document.texts(part).map(NameText.normalized)
        case "parent": table.parent = document.text(part).map(NameText.normalized)
        case "doc": table.doc = document.text(part)
        case _: table.fields = fields(part)
        }
      }
      settings.tables.append(table)
    }
  }

  private mutating func fields(_ section: TreeNode.Entry) -> [FieldSettings] {
    document.entries(of: section.value, in: "fields").map { field($0) }
  }

  private static let fieldKeys = [
    "from", "type", "unit", "label", "doc", "optional", "link", "inverse", "inverse_label",
    "separator", "values",
  ]

  private mutating func field(_ entry: TreeNode.Entry) -> FieldSettings {
    var field = FieldSettings(name: NameText.normalized(entry.key), line: entry.place.line)
    // `no: int` is short for `no: {type: int}`.
    if entry.value.mapping == nil {
      readType(entry, &field)
      return field
    }
    for part in document.entries(of: entry.value, in: entry.key, known: SettingsReader.fieldKeys) {
      switch part.key {
      case "from": readColumns(part, &field)
      case "type": readType(part, &field)
      case "unit": readUnit(part, &field)
      case "label": field.label = document.text(part).map(NameText.normalized)
      case "doc": field.doc = document.text(part)
      case "optional": readOptional(part, &field)
      case "link": field.link = document.text(part).map(NameText.normalized)
      case "inverse": field.inverse = document.text(part).map(NameText.normalized)
      case "inverse_label": field.inverseLabel = document.text(part).map(NameText.normalized)
      case "separator": field.separators = document.texts(part).flatMap { Array($0) }
      case _: field.values = values(part)
      }
    }
    return field
  }

  private mutating func readColumns(_ part: TreeNode.Entry, _ field: inout FieldSettings) {
    field.columns = document.texts(part)
    if field.columns.isEmpty || field.columns.count > 2 {
      document.report(.badColumns(field.name), at: part.value)
      field.columns = []
    }
  }

  private mutating func readType(_ part: TreeNode.Entry, _ field: inout FieldSettings) {
    if let sequence = part.value.list {
      guard sequence.count == 1 else {
        return document.report(.wantsText(part.key), at: part.value)
      }
      field.isList = true
      field.type = document.texts(part).first.map(NameText.normalized)
      return
    }
    guard let text = document.text(part).map(NameText.normalized) else { return }
    field.isList = text.hasPrefix("[") && text.hasSuffix("]")
    field.type = field.isList ? String(text.dropFirst().dropLast()) : text
  }

  private mutating func readUnit(_ part: TreeNode.Entry, _ field: inout FieldSettings) {
    guard let text = document.text(part) else { return }
    field.unit = NumberSuffix(text, in: settings.measures).flatMap {
      $0.unit == nil ? nil : $0.wholeUnit
    }
    if field.unit == nil { document.report(.unknownUnit(text), at: part.value) }
  }

  private mutating func readOptional(_ part: TreeNode.Entry, _ field: inout FieldSettings) {
    guard let text = document.text(part) else { return }
    guard case .bool(let bit)? = CellValue.read(text, .bool) else {
      return document.report(.badSetting(part.key, text, .bool), at: part.value)
    }
    field.isOptional = bit
  }

  private mutating func values(_ part: TreeNode.Entry) -> [EnumerationCase] {
    guard let sequence = part.value.list else {
      document.report(.wantsList(part.key), at: part.value)
      return []
    }
    return sequence.compactMap { node in
      if let text = node.scalar { return EnumerationCase(text, text) }
      var names: [String: String] = [:]
      var aliases: [String] = []
      for entry in document.entries(of: node, in: part.key, known: ["en", "zh", "aliases"]) {
        if entry.key == "aliases" {
          aliases = document.texts(entry)
        } else {
          names[entry.key] = document.text(entry)
        }
      }
      guard let en = names["en"] ?? names["zh"], let zh = names["zh"] ?? names["en"] else {
        document.report(.wantsText(part.key), at: node)
        return nil
      }
      return EnumerationCase(en, zh, aliases: aliases)
    }
  }
}
