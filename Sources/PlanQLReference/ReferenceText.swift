import PlanQLData
import PlanQLReports

/// All that the reference says by itself, in the order of the alphabet.
enum ReferenceText {
  /// What a kind is, above the list of all of it.
  static func about(_ kind: ReferenceKind) -> LocalizedText {
    switch kind {
    case .topic: LocalizedText(en: "lists of what there is", zh: "各类清单")
    case .statement: LocalizedText(en: "what a script is made of", zh: "脚本由语句组成")
    case .stage:
      LocalizedText(
        en: "what a pipeline does with its rows, each after a '|'", zh: "查询的各步，写在'|'之后")
    case .clause:
      LocalizedText(en: "words that continue a stage or a call", zh: "写在步骤或函数里的词")
    case .chart: LocalizedText(en: "pictures of tables, after 'chart'", zh: "写在'图表'之后")
    case .operation:
      LocalizedText(
        en: "what joins and tests values, loosest first; brackets come before all",
        zh: "由松到紧；括号最优先")
    case .word: LocalizedText(en: "other words of the language", zh: "语言的其他关键词")
    case .type: LocalizedText(en: "kinds of values", zh: "值的种类")
    case .grain: LocalizedText(en: "parts of the calendar", zh: "日历的各级")
    case .aggregate:
      LocalizedText(
        en: "functions of many rows: of a group, a list, a table or a window",
        zh: "对多行求值：分组、列表、表或窗口")
    case .function: LocalizedText(en: "functions of the values of one row", zh: "对一行的值求值")
    case .unit:
      LocalizedText(
        en: "written right behind a number: '20亩', '800万元'", zh: "紧接在数字后面：'20亩'、'800万元'")
    case .magnitude:
      LocalizedText(
        en: "written between a number and its unit: '3万亩'", zh: "写在数字和单位之间：'3万亩'")
    case .table: LocalizedText(en: "the tables of a plan", zh: "规划的各张表")
    case .field: LocalizedText(en: "the columns of the tables", zh: "各表的列")
    case .value:
      LocalizedText(
        en: "named values in their order, written as texts: 'status >= \"completed\"'",
        zh: "有名称、有顺序的取值，写成文本：'状态 >= “完工”'")
    case .period: LocalizedText(en: "periods that the plan gives names to", zh: "规划里有名称的时段")
    case .format: LocalizedText(en: "how results are written: '--format'", zh: "结果的写法：'--format'")
    case .code: LocalizedText(en: "what is said of mistakes", zh: "出错时的提示")
    }
  }

  static let anyType = LocalizedText(en: "value of any type", zh: "任何类型")

  static func backLink(_ table: Name, _ field: Name) -> LocalizedText {
    LocalizedText(
      en: "the rows of '\(table.en)' whose '\(field.en)' this is",
      zh: "'\(field.zh)'为本行的'\(table.zh)'")
  }

  static let backLinks = LocalizedText(en: "Links from other tables", zh: "来自其他表的关联")

  static let casts = LocalizedText(en: "Functions called like a type", zh: "与类型同名的函数")

  static let conversions = LocalizedText(
    en: "What converts by itself; nothing else does", zh: "只有这些自动转换")

  static let exampleFile = LocalizedText(en: "example", zh: "示例")

  static func fieldOf(_ tables: [Name]) -> LocalizedText {
    LocalizedText(
      en: "a field of " + tables.map(\.en).joined(separator: ", "),
      zh: tables.map(\.zh).joined(separator: "、") + "的字段")
  }

  static func format(_ audience: OutputFormat.Audience, endings: [String]) -> LocalizedText {
    let files = endings.map { ".\($0)" }
    let (en, zh) =
      files.isEmpty
      ? ("", "")
      : (
        "; files ending in \(files.joined(separator: ", "))",
        "；文件名结尾为 \(files.joined(separator: "、"))"
      )
    switch audience {
    case .people: return LocalizedText(en: "for people" + en, zh: "给人看" + zh)
    case .machines: return LocalizedText(en: "for machines" + en, zh: "给程序用" + zh)
    }
  }

  static let headings = LocalizedText(
    en: "Headings seen in documents", zh: "文件中见过的表头")

  static let index = LocalizedText(
    en:
      "Every stage, statement and function, each with examples over the example plan and what they give; the "
      + "units, types and operators; the standard tables; the messages.",
    zh: "每个步骤、语句和函数，附示例规划上的例子和结果；计量单位、类型和运算符；标准表；消息。")

  static let literalConversions = [
    [
      LocalizedText(en: "a text literal", zh: "文本字面值"),
      LocalizedText(en: "row or value of that name", zh: "该名称的记录或取值"),
    ],
    [
      LocalizedText(en: "a literal of four digits", zh: "四位数字"),
      LocalizedText(en: "period: that year", zh: "时段：该年"),
    ],
    [
      LocalizedText(en: "the literal 0", zh: "字面值 0"),
      LocalizedText(en: "money, duration, number of any unit", zh: "金额、时长、任何单位的数值"),
    ],
  ]

  /// What the messages of a hundred of codes are about.
  static func messages(of hundred: String) -> LocalizedText {
    switch hundred {
    case "PQL00": LocalizedText(en: "characters and words that cannot be read", zh: "读不出的字符和词")
    case "PQL01": LocalizedText(en: "the shape of statements, stages and values", zh: "语句、步骤和值的写法")
    case "PQL02": LocalizedText(en: "names and what they mean", zh: "名称及其所指")
    case "PQL03": LocalizedText(en: "types and units of values", zh: "值的类型和单位")
    case "PQL04": LocalizedText(en: "warnings and hints", zh: "警告和提示")
    case _: LocalizedText(en: "failures of a run", zh: "运行时的失败")
    }
  }

  static func rows(_ definition: TableDefinition, count: Int) -> LocalizedText {
    let row = definition.rowName
    var (en, zh) = ("One row is a '\(row.en)'", "一行叫作'\(row.zh)'")
    if count > 0 {
      en += "; there \(count == 1 ? "is" : "are") \(count)"
      zh += "，共 \(count) 行"
    }
    let key = definition.key.compactMap { name in definition.field(named: name) }
      .map { definition.fields[$0].name }
    if !key.isEmpty {
      en += "; told apart by " + key.map { "'\($0.en)'" }.joined(separator: ", ")
      zh += "；以" + key.map { "'\($0.zh)'" }.joined(separator: "、") + "区分"
    }
    return LocalizedText(en: en + ".", zh: zh + "。")
  }

  static func standsIn(_ stages: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Stands in: \(stages.en).", zh: "用于：\(stages.zh)。")
  }

  static func unit(_ unit: MeasureUnit) -> LocalizedText {
    func size(_ number: Double) -> String {
      NumberText.grouped(NumberText.readable(number, decimals: 6))
    }
    switch unit.kind {
    case .money:
      let yuan = size(unit.factor / 100)
      return LocalizedText(en: "money: \(yuan) yuan", zh: "金额：\(yuan) 元")
    case .plain:
      return unit.factor == 1
        ? LocalizedText(en: "a count: a plain number", zh: "计数：普通数值")
        : LocalizedText(en: "a plain number: \(size(unit.factor))", zh: "普通数值：\(size(unit.factor))")
    case .physical(let dimension):
      let quantity = dimension.quantity
      let (en, zh) = (quantity.map { $0.en + ": " } ?? "", quantity.map { $0.zh + "：" } ?? "")
      return LocalizedText(
        en: "\(en)\(size(unit.factor)) \(dimension.title)",
        zh: "\(zh)\(size(unit.factor)) \(dimension.title(.zh))")
    case .days:
      return LocalizedText(
        en: "a duration of days: \(size(unit.factor))", zh: "时长：\(size(unit.factor)) 天")
    case .months:
      return LocalizedText(
        en: "a duration of months: \(size(unit.factor))", zh: "时长：\(size(unit.factor)) 个月")
    }
  }

  static func valueOf(_ fields: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: "a value of " + fields.map(\.en).joined(separator: ", "),
      zh: fields.map(\.zh).joined(separator: "、") + "的取值")
  }

  static func values(_ names: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: "Values in their order: " + names.map(\.en).joined(separator: ", ") + ".",
      zh: "取值依次为：" + names.map(\.zh).joined(separator: "、") + "。")
  }
}
