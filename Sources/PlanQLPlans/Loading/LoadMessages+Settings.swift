import PlanQLData
import PlanQLSyntax

/// Everything that loading can say of folders, files and `plan.yaml`.
extension LoadMessage {
  static func aliasOfUnknownUnit(_ name: String, _ names: [String]) -> LoadMessage {
    LoadMessage(
      en: "aliases for '\(name)', but no unit is called that", zh: "给'\(name)'起了别名，但没有这个单位",
      help: Suggestions.help(for: name, among: names))
  }

  static func badColumns(_ field: String) -> LoadMessage {
    LoadMessage(
      en: "'from' of '\(field)' is one heading, or two for a start and an end",
      zh: "'\(field)'的 'from' 应为一个表头，或表示开始和结束的两个表头")
  }

  static func badCurrency(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' is no currency", zh: "'\(text)' 不是币种",
      help: LocalizedText(en: "write the ISO code, such as CNY", zh: "请写 ISO 代码，如 CNY"))
  }

  static func badFiscalNaming(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "a fiscal year is called by the year it starts or ends in, not by '\(text)'",
      zh: "财年按起始年或截止年命名，不能写'\(text)'",
      help: LocalizedText(en: "write start or end", zh: "请写 start 或 end"))
  }

  static func badFiscalStart(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' is no month that a fiscal year can start with",
      zh: "'\(text)' 不能作为财年的起始月份",
      help: LocalizedText(en: "write a number from 1 to 12", zh: "请写 1 到 12 的数字"))
  }

  static func badUnitAmount(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' is no amount of a unit", zh: "'\(text)' 不是某个单位的数量",
      help: LocalizedText(
        en: "write a number above 0 with a unit that is no money and no duration: '3.2 人'",
        zh: "请写大于 0 的数和单位（不能是金额或时长），例如 '3.2 人'"))
  }

  static func badUnitName(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' cannot be the name of a unit", zh: "'\(text)' 不能作为单位名称",
      help: LocalizedText(
        en: "use letters only, at most 16 of them", zh: "只能用文字或字母，最多 16 个"))
  }

  static func badLanguage(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' is no language", zh: "'\(text)' 不是可用的语言",
      help: LocalizedText(en: "write zh or en", zh: "请写 zh 或 en"))
  }

  static func badSetting(_ key: String, _ text: String, _ type: DataType) -> LoadMessage {
    .badCell(text, Name(key), type)
  }

  static func emptyRevision(_ name: String) -> LoadMessage {
    LoadMessage(
      en: "revision '\(name)' holds neither plan.yaml nor a table",
      zh: "修订'\(name)'中既没有 plan.yaml，也没有表")
  }

  static func takenName(_ name: String, _ table: Name) -> LoadMessage {
    LoadMessage(
      en: "'\(name)' means the table '\(table.en)' or its rows already",
      zh: "'\(name)'已经是表'\(table.zh)'或其一行的名称")
  }

  static func missingFile(_ file: String, _ files: [String]) -> LoadMessage {
    LoadMessage(
      en: "there is no file '\(file)' in the plan's folder", zh: "规划文件夹中没有文件'\(file)'",
      help: Suggestions.help(for: file, among: files))
  }

  static let noPlan = LoadMessage(
    en: "there is no plan here: neither plan.yaml nor a table",
    zh: "这里没有规划：既没有 plan.yaml，也没有表")

  static let noTableInFile = LoadMessage(
    en: "the file holds no table: neither a list of records nor such lists by name",
    zh: "文件中没有表：既不是记录的列表，也没有按名称列出的这种列表")

  static func notMoneyUnit(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "'\(text)' is no unit of money", zh: "'\(text)' 不是金额单位",
      help: LocalizedText(en: "write 元, 千元, 万元 or 亿元", zh: "请写 元、千元、万元 或 亿元"))
  }

  static func planAsFile(_ settingsFile: String) -> LoadMessage {
    LoadMessage(
      en: "the plan itself is described in \(settingsFile), not in a table",
      zh: "规划本身写在 \(settingsFile) 中，不用表")
  }

  static func repeatedUnit(_ name: String) -> LoadMessage {
    LoadMessage(
      en: "there is a unit or magnitude '\(name)' already", zh: "已有单位或数量级'\(name)'",
      help: .init(en: "choose another name", zh: "请换一个名称"))
  }

  static func repeatedValue(_ text: String, in field: String) -> LoadMessage {
    LoadMessage(
      en: "the value '\(text)' of '\(field)' stands twice", zh: "'\(field)'的取值'\(text)'写了两次")
  }

  static let revisionCalledCurrent = LoadMessage(
    .warning, en: "the revision 'current' is not read: 'current' is the plan itself",
    zh: "修订 'current' 没有读取：'current' 指规划本身",
    help: LocalizedText(en: "rename its folder", zh: "请给该文件夹改名"))

  static func tableWithoutFile(_ table: String, _ files: [String]) -> LoadMessage {
    LoadMessage(
      en: "the table '\(table)' has no file", zh: "表'\(table)'没有对应的文件",
      help: Suggestions.help(for: table, among: files)
        ?? LocalizedText(
          en: "name it: 'file: …', or call a file \(table).csv",
          zh: "请用 'file: …' 指明，或把文件命名为 \(table).csv"))
  }

  static func twoColumnsForNoPeriod(_ field: String) -> LoadMessage {
    LoadMessage(
      en: "'\(field)' is read from two columns but is no period",
      zh: "'\(field)'取自两列，但类型不是时段",
      help: LocalizedText(en: "give it 'type: period'", zh: "请写 'type: period'"))
  }

  static func twoFiles(_ table: Name, _ other: String) -> LoadMessage {
    LoadMessage(
      en: "'\(other)' is already the file of '\(table.en)'", zh: "'\(table.zh)'已有文件'\(other)'")
  }

  static func twoPlans(_ other: String) -> LoadMessage {
    LoadMessage(
      en: "this is a plan of its own, besides '\(other)'", zh: "除'\(other)'之外，这里又是一个规划",
      help: LocalizedText(
        en: "one plan may be named, and tables besides it", zh: "只能指定一个规划，另加若干张表"))
  }

  static func twoSettings(_ other: String) -> LoadMessage {
    LoadMessage(
      en: "the plan is described in '\(other)' already", zh: "规划已在'\(other)'中说明",
      help: LocalizedText(en: "keep one of the two files", zh: "两个文件请只留一个"))
  }

  static func unitOfOtherType(_ unit: MeasureUnit, _ type: DataType) -> LoadMessage {
    LoadMessage(
      en: "the unit '\(unit.name.en)' does not go with \(type.title(.en))",
      zh: "单位'\(unit.name.zh)'不能用于类型 \(type.title(.zh))")
  }

  static func unknownColumn(
    _ name: String, in file: String, _ headings: [String]
  ) -> LoadMessage {
    LoadMessage(
      en: "no heading '\(name)' in '\(file)'", zh: "'\(file)'中没有表头'\(name)'",
      help: Suggestions.help(for: name, among: headings)
        ?? LocalizedText(
          en: "the headings are " + headings.prefix(12).joined(separator: ", "),
          zh: "表头有 " + headings.prefix(12).joined(separator: "、")))
  }

  static func unknownField(_ name: String, in table: Name, _ fields: [String]) -> LoadMessage {
    LoadMessage(
      en: "no field '\(name)' in '\(table.en)'", zh: "'\(table.zh)'中没有字段'\(name)'",
      help: Suggestions.help(for: name, among: fields))
  }

  static let unknownFormat = LoadMessage(
    en: "the ending of the file's name is that of no format of tables",
    zh: "文件扩展名不属于任何可读的表格式",
    help: LocalizedText(
      en: "tables are csv, tsv, json, jsonl, yaml or sqlite files; 'planql import' reads documents",
      zh: "表应为 csv、tsv、json、jsonl、yaml 或 sqlite 文件；文档请用'planql import'导入"))

  static func unknownKey(_ key: String, in place: String, known: [String]) -> LoadMessage {
    LoadMessage(
      en: "'\(key)' means nothing in '\(place)'", zh: "'\(place)'中不能写'\(key)'",
      help: Suggestions.help(for: key, among: known)
        ?? LocalizedText(
          en: "it may hold " + known.prefix(16).joined(separator: ", "),
          zh: "可以写 " + known.prefix(16).joined(separator: "、")))
  }

  static func unknownType(_ name: String, _ rows: [Name]) -> LoadMessage {
    let known = TypeWord.allCases.map(\.word.name) + rows
    return LoadMessage(
      en: "there is no type or table '\(name)'", zh: "没有类型或表'\(name)'",
      help: Suggestions.help(for: name, among: known.flatMap { [$0.en, $0.zh] }))
  }

  static func unknownUnit(_ text: String) -> LoadMessage {
    LoadMessage(
      en: "there is no unit '\(text)'", zh: "没有单位'\(text)'",
      help: Suggestions.help(
        for: text, among: MeasureUnit.all.flatMap { [$0.name.en, $0.name.zh] }))
  }

  static func unreadable(_ error: FileError) -> LoadMessage {
    LoadMessage(
      en: "cannot be read: \(error.reason.en)", zh: "无法读取：\(error.reason.zh)")
  }

  static let unreadDocument = LoadMessage(
    .warning, en: "the file is not read: it is neither a list of records nor such lists by name",
    zh: "文件没有读取：既不是记录的列表，也没有按名称列出的这种列表")

  static func unreadEntry(_ name: String) -> LoadMessage {
    LoadMessage(
      .warning, en: "'\(name)' is not read: it is no list of records",
      zh: "没有读取'\(name)'：它不是记录的列表")
  }

  static func unreadFile(_ name: String) -> LoadMessage {
    LoadMessage(
      .note,
      en: "'\(name)' is not read: tables are CSV, TSV, JSON, JSON Lines, YAML or SQLite files",
      zh: "没有读取'\(name)'：表应为 CSV、TSV、JSON、JSON Lines、YAML 或 SQLite 文件")
  }

  static func uselessSeparator(_ field: String) -> LoadMessage {
    LoadMessage(
      .warning, en: "'\(field)' is no list, so that its 'separator' says nothing",
      zh: "'\(field)'不是列表，'separator' 不起作用",
      help: LocalizedText(
        en: "say 'type: \"[text]\"' to make it one", zh: "写 'type: \"[text]\"' 即为列表"))
  }

  static func wantsList(_ key: String) -> LoadMessage {
    LoadMessage(en: "'\(key)' must be a list", zh: "'\(key)'应为列表")
  }

  static func wantsMapping(_ key: String) -> LoadMessage {
    LoadMessage(
      en: "'\(key)' must be made of lines 'name: value'", zh: "'\(key)'应由'名称: 值'组成")
  }

  static func wantsText(_ key: String) -> LoadMessage {
    LoadMessage(en: "'\(key)' must be a text", zh: "'\(key)'应为文本")
  }
}
