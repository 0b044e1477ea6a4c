import PlanQLData
import PlanQLSyntax
import Yams

/// Reads `plan.yaml`.
struct SettingsReader {
  var yaml: YAMLReader
  var settings = PlanSettings()

  private init(_ yaml: YAMLReader) {
    self.yaml = yaml
  }

  /// The settings of a file; what is wrong with it goes to the log, and the rest still counts.
  static func read(_ bytes: [UInt8], file: String, log: inout IssueLog) -> PlanSettings {
    var bytes = bytes
    guard TextEncoding.check(&bytes, name: file, threads: 1, log: &log) else {
      return PlanSettings()
    }
    var reader = SettingsReader(YAMLReader(file: file, log: log))
    if let root = reader.yaml.root(of: String(decoding: bytes, as: UTF8.self)) {
      reader.readPlan(root)
    }
    log = reader.yaml.log
    return reader.settings
  }

  private static let planFields = StandardTables.plan.fields

  private mutating func readPlan(_ root: Node) {
    let names = SettingsReader.planFields.map(\.name)
    let sections = ["periods", "units", "tables", "measure_units", "fiscal_year"]
    let known = names.map(\.en) + sections + names.map(\.zh)
    let entries = yaml.entries(of: root, in: yaml.file, known: known)
    // Fields of tables may be in the units, and these in the currency, wherever they stand.
    for entry in entries where entry.key == "currency" { readPlanField(entry) }
    for entry in entries where entry.key == "measure_units" { readMeasureUnits(entry) }
    for entry in entries where !["currency", "measure_units"].contains(entry.key) {
      switch entry.key {
      case "fiscal_year": readFiscalYear(entry)
      case "periods": readPeriods(entry)
      case "units": readUnits(entry)
      case "tables": readTables(entry)
      case _: readPlanField(entry)
      }
    }
  }

  private mutating func readPlanField(_ entry: YAMLReader.Entry) {
    guard let text = yaml.text(entry),
      let field = SettingsReader.planFields.first(where: { $0.name.matches(entry.key) }),
      case .known(let type) = field.type
    else { return }
    guard let value = CellValue.read(text, type) else {
      return yaml.report(.badSetting(entry.key, text, type), at: entry.value)
    }
    settings.record[field.name.en] = value
    switch field.name.en {
    case "currency": readCurrency(text, entry)
    case "money_unit": readMoneyUnit(text, entry)
    case "language": readLanguage(text, entry)
    case _: break
    }
  }

  private mutating func readCurrency(_ text: String, _ entry: YAMLReader.Entry) {
    guard text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
      return yaml.report(.badCurrency(text), at: entry.value)
    }
    settings.currency = Currency(text)
  }

  private mutating func readMoneyUnit(_ text: String, _ entry: YAMLReader.Entry) {
    guard let unit = MeasureUnit.named(text), unit.kind == .money else {
      return yaml.report(.notMoneyUnit(text), at: entry.value)
    }
    settings.moneyUnit = unit
  }

  private mutating func readLanguage(_ text: String, _ entry: YAMLReader.Entry) {
    guard let language = Language(rawValue: text) else {
      return yaml.report(.badLanguage(text), at: entry.value)
    }
    settings.language = language
  }

  private mutating func readPeriods(_ section: YAMLReader.Entry) {
    for entry in yaml.entries(of: section.value, in: "periods") {
      var label: String?
      var text: String?
      if entry.value.mapping == nil {
        text = yaml.text(entry)
      } else {
        let parts = yaml.entries(of: entry.value, in: entry.key, known: ["period", "label"])
        for part in parts {
          if part.key == "label" { label = yaml.text(part) } else { text = yaml.text(part) }
        }
      }
      guard let period = text.flatMap(CellValue.period) else {
        yaml.report(.badSetting(entry.key, text ?? "", .period), at: entry.value)
        continue
      }
      let name = NameText.normalized(entry.key)
      settings.periods.append((Name(name, label.map(NameText.normalized) ?? name), period))
    }
  }

  private mutating func readUnits(_ section: YAMLReader.Entry) {
    for part in yaml.entries(of: section.value, in: "units", known: ["aliases"]) {
      for entry in yaml.entries(of: part.value, in: "aliases") {
        settings.unitAliases.append(
          .init(unit: entry.key, aliases: yaml.texts(entry), line: entry.line))
      }
    }
  }

  private mutating func readTables(_ section: YAMLReader.Entry) {
    for entry in yaml.entries(of: section.value, in: "tables") {
      let name = NameText.normalized(entry.key)
      var table = TableSettings(name: name, line: entry.line)
      let known = ["file", "label", "row", "row_label", "key", "name", "parent", "doc", "fields"]
      for part in yaml.entries(of: entry.value, in: entry.key, known: known) {
        switch part.key {
        case "file": table.file = yaml.text(part)
        case "label": table.label = yaml.text(part).map(NameText.normalized)
        case "row": table.row = yaml.text(part).map(NameText.normalized)
        case "row_label": table.rowLabel = yaml.text(part).map(NameText.normalized)
        case "key": table.key = yaml.texts(part).map(NameText.normalized)
        case "name": table.nameFields = yaml.texts(part).map(NameText.normalized)
        case "parent": table.parent = yaml.text(part).map(NameText.normalized)
        case "doc": table.doc = yaml.text(part)
        case _: table.fields = fields(part)
        }
      }
      settings.tables.append(table)
    }
  }

  private mutating func fields(_ section: YAMLReader.Entry) -> [FieldSettings] {
    yaml.entries(of: section.value, in: "fields").map { field($0) }
  }

  private static let fieldKeys = [
    "from", "type", "unit", "label", "doc", "optional", "link", "inverse", "inverse_label",
    "separator", "values",
  ]

  private mutating func field(_ entry: YAMLReader.Entry) -> FieldSettings {
    var field = FieldSettings(name: NameText.normalized(entry.key), line: entry.line)
    // `no: int` is short for `no: {type: int}`.
    if entry.value.mapping == nil {
      readType(entry, &field)
      return field
    }
    for part in yaml.entries(of: entry.value, in: entry.key, known: SettingsReader.fieldKeys) {
      switch part.key {
      case "from": readColumns(part, &field)
      case "type": readType(part, &field)
      case "unit": readUnit(part, &field)
      case "label": field.label = yaml.text(part).map(NameText.normalized)
      case "doc": field.doc = yaml.text(part)
      case "optional": readOptional(part, &field)
      case "link": field.link = yaml.text(part).map(NameText.normalized)
      case "inverse": field.inverse = yaml.text(part).map(NameText.normalized)
      case "inverse_label": field.inverseLabel = yaml.text(part).map(NameText.normalized)
      case "separator": field.separators = yaml.texts(part).flatMap { Array($0) }
      case _: field.values = values(part)
      }
    }
    return field
  }

  private mutating func readColumns(_ part: YAMLReader.Entry, _ field: inout FieldSettings) {
    field.columns = yaml.texts(part)
    if field.columns.isEmpty || field.columns.count > 2 {
      yaml.report(.badColumns(field.name), at: part.value)
      field.columns = []
    }
  }

  private mutating func readType(_ part: YAMLReader.Entry, _ field: inout FieldSettings) {
    if let sequence = part.value.sequence {
      guard sequence.count == 1 else { return yaml.report(.wantsText(part.key), at: part.value) }
      field.isList = true
      field.type = yaml.texts(part).first.map(NameText.normalized)
      return
    }
    guard let text = yaml.text(part).map(NameText.normalized) else { return }
    field.isList = text.hasPrefix("[") && text.hasSuffix("]")
    field.type = field.isList ? String(text.dropFirst().dropLast()) : text
  }

  private mutating func readUnit(_ part: YAMLReader.Entry, _ field: inout FieldSettings) {
    guard let text = yaml.text(part) else { return }
    field.unit = NumberSuffix(text, in: settings.measures).flatMap {
      $0.unit == nil ? nil : $0.wholeUnit
    }
    if field.unit == nil { yaml.report(.unknownUnit(text), at: part.value) }
  }

  private mutating func readOptional(_ part: YAMLReader.Entry, _ field: inout FieldSettings) {
    guard let text = yaml.text(part) else { return }
    guard case .bool(let bit)? = CellValue.read(text, .bool) else {
      return yaml.report(.badSetting(part.key, text, .bool), at: part.value)
    }
    field.isOptional = bit
  }

  private mutating func values(_ part: YAMLReader.Entry) -> [EnumerationCase] {
    guard let sequence = part.value.sequence else {
      yaml.report(.wantsList(part.key), at: part.value)
      return []
    }
    return sequence.compactMap { node in
      if let text = node.scalar?.string { return EnumerationCase(text, text) }
      var names: [String: String] = [:]
      var aliases: [String] = []
      for entry in yaml.entries(of: node, in: part.key, known: ["en", "zh", "aliases"]) {
        if entry.key == "aliases" {
          aliases = yaml.texts(entry)
        } else {
          names[entry.key] = yaml.text(entry)
        }
      }
      guard let en = names["en"] ?? names["zh"], let zh = names["zh"] ?? names["en"] else {
        yaml.report(.wantsText(part.key), at: node)
        return nil
      }
      return EnumerationCase(en, zh, aliases: aliases)
    }
  }
}
