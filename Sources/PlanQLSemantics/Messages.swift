import PlanQLData
import PlanQLSyntax

/// All that the checker can say; in alphabetical order.
extension Message {
  static func aggregateInAggregate(_ name: String) -> Message {
    Message(
      "PQL0301", en: "'\(name)' over the same rows stands inside another aggregate",
      zh: "'\(name)' 嵌套在另一个针对相同行的统计函数中",
      help: LocalizedText(
        en: "compute the inner one in an 'extend' before this stage",
        zh: "请先用 '增列' 算出里面的值"))
  }

  static func aggregateNeedsRows(_ name: String) -> Message {
    Message(
      "PQL0302", en: "'\(name)' has no rows to range over here",
      zh: "'\(name)' 在这里没有可统计的行",
      help: LocalizedText(
        en: "name a table inside it, as in 'sum(projects.investment)'",
        zh: "请在括号中写明表，例如 '求和(项目.投资额)'"))
  }

  static func ambiguousName(_ name: String) -> Message {
    Message(
      "PQL0202", en: "'\(name)' is both a field of the rows and a name of the script",
      zh: "'\(name)' 既是这些行的字段，又是脚本中的名称",
      help: LocalizedText(en: "rename the script's own", zh: "请给脚本中的名称换一个写法"))
  }

  static var nothingLeft: Message {
    Message("PQL0220", en: "no column would be left", zh: "删去后一列也不剩")
  }

  static var twoRests: Message {
    Message("PQL0219", en: "'*' stands in a 'select' once", zh: "一个'选取'中 '*' 只写一次")
  }

  static func twoFields(_ name: String, _ fields: [Name]) -> Message {
    let listed = LocalizedText.listing(fields.map { Name($0.en) })
    return Message(
      "PQL0218", en: "'\(name)' is the name of two columns here: \(listed.en)",
      zh: "这里有两列都叫 '\(name)'：\(listed.zh)",
      help: LocalizedText(
        en: "write the spelling that only one of them has, or give one another label before",
        zh: "请用只有其中一列才有的写法，或先给其中一列另起列名"))
  }

  static func appendColumns(missing: [Name], extra: [Name]) -> Message {
    let missed = LocalizedText.listing(missing)
    let added = LocalizedText.listing(extra)
    let parts = [
      missing.isEmpty
        ? nil : LocalizedText(en: "it has no \(missed.en)", zh: "缺少 \(missed.zh)"),
      extra.isEmpty
        ? nil : LocalizedText(en: "it has \(added.en) besides", zh: "多出 \(added.zh)"),
    ].compactMap { $0 }
    return Message(
      "PQL0340",
      en: "the appended table has other columns: "
        + parts.map(\.en).joined(separator: ", and "),
      zh: "追加的表列不相同：" + parts.map(\.zh).joined(separator: "，"),
      help: LocalizedText(
        en: "give both tables the same columns with 'select' first",
        zh: "请先用 '选取' 让两张表的列相同"))
  }

  static func appendTypes(_ column: Name, _ first: LocalizedText, _ second: LocalizedText)
    -> Message
  {
    Message(
      "PQL0341",
      en: "'\(column.en)' is \(first.en) in the first table and \(second.en) in the appended one",
      zh: "'\(column.zh)' 在前一张表中是\(first.zh)，在追加的表中是\(second.zh)")
  }

  static func argumentMissing(_ name: String) -> Message {
    Message("PQL0303", en: "'\(name)' needs a value to work on", zh: "'\(name)' 缺少要统计的值")
  }

  static func argumentsDoNotFit(_ name: String) -> Message {
    Message("PQL0304", en: "'\(name)' does not take these values", zh: "'\(name)' 不接受这些类型的值")
  }

  static func bareParameter(_ name: String, written: String) -> Message {
    Message(
      "PQL0359", en: "'\(name)' is a parameter, which is read behind 'param'",
      zh: "'\(name)' 是参数，要写在 '参数' 之后",
      help: LocalizedText(en: "write '\(written)'", zh: "请写 '\(written)'"))
  }

  static func branchesDiffer(_ first: LocalizedText, _ other: LocalizedText) -> Message {
    Message(
      "PQL0305",
      en: "all results must be of one type: found \(first.en) and \(other.en)",
      zh: "各分支的结果必须是同一类型：这里有\(first.zh)和\(other.zh)")
  }

  static func cannotAggregate(_ name: String, _ type: LocalizedText) -> Message {
    Message(
      "PQL0306", en: "'\(name)' cannot be taken of \(type.en)",
      zh: "'\(name)' 不能用于\(type.zh)")
  }

  static func captionIsNoText(_ type: LocalizedText) -> Message {
    Message(
      "PQL0342", en: "a caption is a text, found \(type.en)", zh: "表头应为文字，这里是\(type.zh)",
      help: LocalizedText(
        en: "write 'label total: \"Total\"'", zh: "写成 '表头 总投资: “总投资额”'"))
  }

  static func clauseNotTaken(_ name: String, _ clause: Name) -> Message {
    Message(
      "PQL0343", en: "'\(name)' takes no '\(clause.en)'", zh: "'\(name)' 不能带 '\(clause.zh)'")
  }

  static func clausesInFunction(_ name: String) -> Message {
    Message(
      "PQL0307",
      en: "'\(name)' is no aggregate and takes no 'where', 'distinct', 'sort' or 'within'",
      zh: "'\(name)' 不是统计函数，不能带 '其中'、'去重'、'排序' 或 '同一'")
  }

  static func columnsAreFound(_ stage: String) -> Message {
    Message(
      "PQL0344",
      en: "'\(stage)' cannot follow a cross-table whose columns are found while it runs",
      zh: "透视表的各列要运行时才知道，其后不能用 '\(stage)'", help: .listTheColumns)
  }

  static var columnsAreFoundInside: Message {
    Message(
      "PQL0345",
      en: "a cross-table whose columns are found while it runs can only be a result itself",
      zh: "各列要运行时才知道的透视表只能直接作为结果", help: .listTheColumns)
  }

  static func duplicateColumn(_ name: String) -> Message {
    Message(
      "PQL0204", en: "there is a column '\(name)' already", zh: "已有名为 '\(name)' 的列",
      help: LocalizedText(en: "give it a label: 'other: …'", zh: "请另起列名：'别名: …'"))
  }

  static func duplicateName(_ name: String) -> Message {
    Message(
      "PQL0205", en: "'\(name)' is declared already", zh: "'\(name)' 已经声明过",
      help: .chooseAnotherName)
  }

  static var fillNeedsGroups: Message {
    Message(
      "PQL0346", en: "'fill' completes the groups of a 'summarize … by' before it",
      zh: "'补齐' 只能用在 '汇总 … 按' 之后",
      help: LocalizedText(
        en: "group first: 'summarize n: count() by year | fill year in 2021..2025'",
        zh: "请先分组：'汇总 n: 计数() 按 年度 | 补齐 年度 取自 2021..2025'"))
  }

  static var finerThanAFen: Message {
    Message(
      "PQL0308", en: "an amount of money is exact to 0.01 at most", zh: "金额最多精确到分（0.01 元）")
  }

  static func listAgainstValue(_ sign: String, _ element: LocalizedText) -> Message {
    Message(
      "PQL0309", en: "'\(sign)' compares a list with one value",
      zh: "'\(sign)' 把列表和单个值作比较",
      help: LocalizedText(
        en: "write 'list has value', 'any(list where …)' or 'all(list, …)'",
        zh: "请写 '列表 含有 值'、'存在(列表 其中 …)' 或 '全部(列表, …)'"))
  }

  static func listAsKey(_ text: String, _ element: LocalizedText) -> Message {
    Message(
      "PQL0310", en: "'\(text)' is a list and cannot be a key of groups",
      zh: "'\(text)' 是列表，不能作为分组依据",
      help: LocalizedText(
        en: "make a row of each element first: 'expand x in \(text)'",
        zh: "请先逐项展开：'展开 x 取自 \(text)'"))
  }

  static var listHasNoOrder: Message {
    Message(
      "PQL0311", en: "a list has no order to sort by", zh: "列表不能作为排序依据",
      help: LocalizedText(
        en: "sort by one value of it: 'count(list)', 'first(list)'",
        zh: "请按其中一个值排序：'计数(列表)'、'首个(列表)'"))
  }

  static func manyValuesInGroup(_ name: String) -> Message {
    Message(
      "PQL0312", en: "'\(name)' has many values in a group", zh: "'\(name)' 在一组中有多个值")
  }

  static func mixedList(_ first: LocalizedText, _ other: LocalizedText) -> Message {
    Message(
      "PQL0313",
      en: "a list holds values of one type: found \(first.en) and \(other.en)",
      zh: "列表中的值必须是同一类型：这里有\(first.zh)和\(other.zh)")
  }

  static func moneyWithoutUnit(_ sign: String) -> Message {
    Message(
      "PQL0314", en: "'\(sign)' needs money on both sides", zh: "'\(sign)' 两边都应是金额",
      help: LocalizedText(
        en: "give the number a unit: '1000万元', '500元'", zh: "请给数字加上单位：'1000万元'、'500元'"))
  }

  static var negativeCount: Message {
    Message("PQL0315", en: "this number cannot be negative", zh: "这里的数不能是负数")
  }

  static func noRunningValues(_ name: String) -> Message {
    Message(
      "PQL0347", en: "'\(name)' has no running values, so it takes no 'sort' here",
      zh: "'\(name)' 不能逐行累计，这里不能带 '排序'")
  }

  static func notAGroupKey(_ name: String, _ keys: [Name]) -> Message {
    let known = LocalizedText.listing(keys)
    return Message(
      "PQL0348", en: "'\(name)' is no key of the groups", zh: "'\(name)' 不是分组依据",
      help: LocalizedText(en: "they are grouped by \(known.en)", zh: "分组依据是 \(known.zh)"))
  }

  static var nothingToCite: Message {
    Message(
      "PQL0349", en: "these rows do not come from rows of the plan's files",
      zh: "这些行不是来自规划文件中的行")
  }

  static func noValuesOfKey(_ text: String, _ type: LocalizedText, _ found: LocalizedText)
    -> Message
  {
    Message(
      "PQL0350", en: "'\(text)' gives no values of \(type.en): it is \(found.en)",
      zh: "'\(text)' 给不出\(type.zh)的值：它是\(found.zh)",
      help: LocalizedText(
        en: "write a range '2021..2025', a list '[2021, 2022]' or a table",
        zh: "写范围 '2021..2025'、列表 '[2021, 2022]' 或表"))
  }

  static func noFields(_ type: LocalizedText) -> Message {
    Message(
      "PQL0206", en: "\(type.en) has no fields", zh: "\(type.zh)没有字段可取")
  }

  static func noHierarchy(_ en: String, _ zh: String, _ type: LocalizedText) -> Message {
    Message(
      "PQL0316", en: "'\(en)' needs rows of a hierarchy, found \(type.en)",
      zh: "'\(zh)' 只用于有上下级的记录，这里是\(type.zh)",
      help: LocalizedText(
        en: "units and sections have one: 'unit under \"…\"'",
        zh: "单位和章节有上下级：'单位 隶属 “…”'"))
  }

  static var noOuterRow: Message {
    Message(
      "PQL0207", en: "there is no row around this one", zh: "外面没有一层行",
      help: LocalizedText(
        en: "'outer.' is for a table inside a row of another", zh: "'外层.' 只用于嵌在另一张表的行里的表"))
  }

  static var noPlanRow: Message {
    Message(
      "PQL0208", en: "the rows here are no longer single rows of the plan",
      zh: "这里的行已不再对应规划中的单条记录",
      help: LocalizedText(
        en: "'summarize' and 'distinct' make new rows; use 'this' before them",
        zh: "'汇总' 和 '去重' 产生新的行；请在它们之前使用 '本行'"))
  }

  static func noRow(_ name: String) -> Message {
    Message("PQL0209", en: "'\(name)' stands outside of any row", zh: "'\(name)' 不在任何一行之中")
  }

  static func noSuchRow(_ text: String, _ row: Name) -> Message {
    Message(
      "PQL0210", en: "no \(row.en) is called '\(text)'", zh: "没有名为 '\(text)' 的\(row.zh)")
  }

  static func notACondition(_ type: LocalizedText) -> Message {
    Message(
      "PQL0317", en: "a condition must be true or false, found \(type.en)",
      zh: "条件必须是“是”或“否”，这里是\(type.zh)")
  }

  static func notACount(_ type: LocalizedText) -> Message {
    Message(
      "PQL0318", en: "a whole number belongs here, found \(type.en)",
      zh: "这里应是整数，却是\(type.zh)")
  }

  static func notAFunction(_ name: String) -> Message {
    Message(
      "PQL0211", en: "'\(name)' is no function", zh: "'\(name)' 不是函数",
      help: LocalizedText(en: "write it without brackets", zh: "请去掉后面的括号"))
  }

  static func notAList(_ text: String, _ type: LocalizedText) -> Message {
    Message(
      "PQL0319", en: "'\(text)' is no list: it is \(type.en)",
      zh: "'\(text)' 不是列表，而是\(type.zh)")
  }

  static func notAnAmount(_ text: String, _ type: LocalizedText) -> Message {
    Message(
      "PQL0320", en: "only money and int can be shared out exactly: '\(text)' is \(type.en)",
      zh: "只有金额和整数才能精确分摊：'\(text)' 是\(type.zh)")
  }

  static func notAPeriod(_ type: LocalizedText) -> Message {
    Message(
      "PQL0321", en: "a period belongs here, found \(type.en)",
      zh: "这里应是时段，却是\(type.zh)",
      help: LocalizedText(
        en: "'year(n)' makes a period of a whole number", zh: "'年度(n)' 可把整数变成时段"))
  }

  static func notATable(_ type: LocalizedText) -> Message {
    Message(
      "PQL0322", en: "a pipeline starts from a table or a list, found \(type.en)",
      zh: "管道应从表或列表开始，这里是\(type.zh)")
  }

  static func notIn(_ type: LocalizedText) -> Message {
    Message(
      "PQL0323", en: "'in' finds no list, range or period of \(type.en) here",
      zh: "'属于' 右边应是\(type.zh)的列表、范围或时段",
      help: LocalizedText(
        en: "write 'x in [a, b]', 'x in a..b' or 'date in period'",
        zh: "请写 'x 属于 [a, b]'、'x 属于 a..b' 或 '日期 属于 时段'"))
  }

  static var notAWholeDuration: Message {
    Message(
      "PQL0324", en: "a duration is a whole number of days or months", zh: "时长应是整数天或整数月")
  }

  static func ntileCount(_ name: String) -> Message {
    Message(
      "PQL0361",
      en: "how many parts '\(name)' makes is a whole number from 1, before the sort keys",
      zh: "'\(name)' 分成几份应为从 1 起的整数，写在排列依据之前")
  }

  static var numberTooLarge: Message {
    Message("PQL0325", en: "the number is too large", zh: "数字过大")
  }

  static func oneValueARow(_ text: String) -> Message {
    Message(
      "PQL0326", en: "'\(text)' is one value a row, not one a group",
      zh: "'\(text)' 是每行一个值，不是每组一个值")
  }

  static func operandsDoNotFit(_ sign: String, _ left: LocalizedText, _ right: LocalizedText)
    -> Message
  {
    Message(
      "PQL0327",
      en: "'\(sign)' does not go with \(left.en) and \(right.en)",
      zh: "'\(sign)' 不能用于\(left.zh)和\(right.zh)")
  }

  static func periodsHaveNoOrder(_ sign: String) -> Message {
    Message(
      "PQL0328", en: "periods are not compared with '\(sign)'", zh: "时段不能用 '\(sign)' 比较",
      help: LocalizedText(
        en: "write 'before', 'after' or 'in', or compare 'start(p)' or 'end(p)'",
        zh: "请写 '早于'、'晚于' 或 '属于'，或比较 '起始(p)'、'截止(p)'"))
  }

  static func prefixAlone(_ name: Name) -> Message {
    Message(
      "PQL0212", en: "'\(name.en)' needs a dot and a name after it",
      zh: "'\(name.zh)' 后面应有点号和名称")
  }

  static func quantitiesDiffer(
    _ sign: String, _ left: LocalizedText, _ right: LocalizedText
  ) -> Message {
    Message(
      "PQL0381", en: "'\(sign)' needs two quantities of one kind, found \(left.en) and \(right.en)",
      zh: "'\(sign)' 两边应是同一种量，这里是\(left.zh)和\(right.zh)",
      help: LocalizedText(
        en: "'*' and '/' join quantities of different kinds, as in 'investment / area'",
        zh: "不同的量只能相乘或相除，例如 '投资额 / 面积'"))
  }

  static func quantityWithoutUnit(_ sign: String, _ quantity: LocalizedText) -> Message {
    Message(
      "PQL0382",
      en: "'\(sign)' has \(quantity.en) on one side, a number without a unit on the other",
      zh: "'\(sign)' 的一边是\(quantity.zh)，另一边的数没有单位",
      help: LocalizedText(
        en: "give the number its unit: '20亩', '5mg/L', '3t/yr'",
        zh: "请给数字加上单位：'20亩'、'5mg/L'、'3吨/年'"))
  }

  static var percentileShare: Message {
    Message(
      "PQL0355", en: "'percentile' needs a share from 0% to 100%, written as it is",
      zh: "'百分位数' 要直接写明 0% 到 100% 的比例",
      help: LocalizedText(en: "write 'percentile(x, 90%)'", zh: "写成 '百分位数(x, 90%)'"))
  }

  static var pivotColumnsAreUnknown: Message {
    Message(
      "PQL0356", en: "the columns of a cross-table are listed as they are",
      zh: "透视表的各列要直接写明",
      help: LocalizedText(
        en: "write 'in [\"a\", \"b\"]' or 'in 2021..2025'; without 'in' they are found",
        zh: "写 '取自 [“甲”, “乙”]' 或 '取自 2021..2025'；不写 '取自' 时运行中查找"))
  }

  static func rangeHasNoValues(_ text: String, most: Int) -> Message {
    Message(
      "PQL0351", en: "'\(text)' does not stand for 1 to \(most) known values",
      zh: "'\(text)' 不能列成 1 至 \(most) 个确定的值",
      help: LocalizedText(
        en: "write both ends as they are: '2021..2025', '1..12'",
        zh: "请写明两端：'2021..2025'、'1..12'"))
  }

  static func rankNeedsKeys(_ name: String) -> Message {
    Message(
      "PQL0352", en: "'\(name)' needs keys to order the rows by",
      zh: "'\(name)' 要写明按什么排列")
  }

  static func rowDistance(_ name: String) -> Message {
    Message(
      "PQL0353", en: "how many rows away '\(name)' looks is a whole number from 1",
      zh: "'\(name)' 相隔的行数应为从 1 起的整数")
  }

  static func rowIsNoValue(_ text: String) -> Message {
    Message(
      "PQL0354", en: "'\(text)' is a whole row, not a value", zh: "'\(text)' 是整行，不是单个值",
      help: LocalizedText(
        en: "name a column of it: '\(text).name'", zh: "请写明其中的列：'\(text).名称'"))
  }

  static var rangeStandsAlone: Message {
    Message(
      "PQL0329", en: "a range stands only after 'in' or where a period is wanted",
      zh: "范围只能写在 '属于' 之后，或需要时段的地方")
  }

  static var reversedPeriod: Message {
    Message("PQL0330", en: "the period ends before it starts", zh: "时段的截止早于起始")
  }

  static func roundingNeedsUnit(_ name: String) -> Message {
    Message(
      "PQL0380", en: "'\(name)' does not know which unit to round in",
      zh: "'\(name)' 不知道按哪个单位取整",
      help: LocalizedText(
        en:
          "divide by the unit first: 'round(area / 1亩) * 1亩'; 'as 亩 to 1' only shows fewer digits",
        zh: "请先除以单位：'舍入(面积 / 1亩) * 1亩'；只想少显示几位小数，写 '折合 亩 保留 1'"))
  }

  static func severalRows(_ text: String, _ row: Name, _ count: Int) -> Message {
    Message(
      "PQL0213", en: "\(count) rows of \(row.en) are called '\(text)'",
      zh: "有 \(count) 个\(row.zh)都叫 '\(text)'",
      help: LocalizedText(
        en: "compare a field that tells them apart: 'x.name = \"…\"'",
        zh: "请比较能区分它们的字段：'x.名称 = “…”'"))
  }

  static var tableIsNoValue: Message {
    Message(
      "PQL0331", en: "a table cannot stand where one value is wanted", zh: "这里要一个值，不能放整张表",
      help: LocalizedText(
        en: "reduce it: 'count(table)', 'sum(table.column)', 'first(table.column)'",
        zh: "请归并成一个值：'计数(表)'、'求和(表.列)'、'首个(表.列)'"))
  }

  static func rangeIsNoDifference(_ first: String, _ last: String) -> Message {
    Message(
      "PQL0337", en: "years are joined by '..', not by '-'", zh: "年份之间应写 '..'，不写 '-'",
      help: LocalizedText(en: "write '\(first)..\(last)'", zh: "请写 '\(first)..\(last)'"))
  }

  static var textsAreNotAdded: Message {
    Message(
      "PQL0332", en: "'+' does not join texts", zh: "'+' 不能连接文本",
      help: LocalizedText(en: "use holes: \"{a}{b}\"", zh: "请用花括号：“{a}{b}”"))
  }

  static var tooMuchToCite: Message {
    Message(
      "PQL0360", en: "these rows come from more joined tables than can be followed",
      zh: "这些行由太多张关联的表得来，无法逐一追溯",
      help: LocalizedText(en: "cite before the last joins", zh: "请在最后几次关联之前写 '出处'"))
  }

  static func tooManyArguments(_ name: String) -> Message {
    Message("PQL0333", en: "'\(name)' takes fewer values", zh: "'\(name)' 的参数过多")
  }

  static var totalIsLast: Message {
    Message(
      "PQL0334", en: "'total' is the last stage", zh: "'合计行' 只能放在最后",
      help: LocalizedText(en: "move it to the end", zh: "请移到末尾"))
  }

  static func unitDoesNotFit(_ unit: String, _ type: LocalizedText) -> Message {
    Message(
      "PQL0335", en: "\(type.en) cannot be shown as '\(unit)'",
      zh: "\(type.zh)不能折合成 '\(unit)'")
  }

  static func unknownField(_ name: String, in table: Name) -> Message {
    Message(
      "PQL0203", en: "no field '\(name)' in \(table.en)", zh: "\(table.zh)中没有字段 '\(name)'")
  }

  static func unknownFunction(_ name: String) -> Message {
    Message("PQL0214", en: "no function is called '\(name)'", zh: "没有名为 '\(name)' 的函数")
  }

  static func unknownName(_ name: String) -> Message {
    Message(
      "PQL0201", en: "no table or name of the script is called '\(name)'",
      zh: "没有名为 '\(name)' 的表，脚本中也没有这个名称")
  }

  static func unknownParameter(_ name: String) -> Message {
    Message("PQL0215", en: "no parameter is called '\(name)'", zh: "没有名为 '\(name)' 的参数")
  }

  static func unknownType(_ name: String) -> Message {
    Message("PQL0216", en: "no type is called '\(name)'", zh: "没有名为 '\(name)' 的类型")
  }

  static func unknownValue(_ text: String, of enumeration: LocalizedText) -> Message {
    Message(
      "PQL0217", en: "'\(text)' is no value of \(enumeration.en)",
      zh: "'\(text)' 不是\(enumeration.zh)的取值")
  }

  static func windowInGroup(_ name: String) -> Message {
    Message(
      "PQL0357", en: "'\(name)' gives each row a value by the rows around it, a group has none",
      zh: "'\(name)' 按前后各行给出每一行的值，分组中没有这样的值",
      help: LocalizedText(
        en: "use it in an 'extend' before or after the 'summarize'",
        zh: "请在 '汇总' 之前或之后的 '增列' 中使用"))
  }

  static var withinOutsideWindow: Message {
    Message(
      "PQL0358",
      en: "'within' stands only where a row gets a value: in 'extend', 'select', 'where', 'sort'",
      zh: "'同一' 只用于逐行取值的地方：'增列'、'选取'、'筛选'、'排序'",
      help: LocalizedText(
        en: "in 'summarize' write the keys after 'by'", zh: "在 '汇总' 中请写在 '按' 之后"))
  }

  static func wrongDefault(_ name: String, _ type: LocalizedText, _ found: LocalizedText) -> Message
  {
    Message(
      "PQL0336",
      en: "the default of '\(name)' must be \(type.en), found \(found.en)",
      zh: "参数 '\(name)' 的默认值应是\(type.zh)，这里是\(found.zh)")
  }
}

extension LocalizedText {
  static let chooseAnotherName = LocalizedText(en: "choose another name", zh: "请换一个名称")

  /// Asks for the candidates that are like what was written; else lists what there is, when that is little.
  static var listTheColumns: LocalizedText {
    LocalizedText(
      en: "list the columns, 'across year in 2021..2025', or give it as the last stages of a table",
      zh: "请列出各列：'横向 年度 取自 2021..2025'，或把它放在表格的最后")
  }

  /// Help for a name behind `as` that is no unit.
  static func labelBefore(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'as' names a unit; the name of a column stands before its value: '\(name): value'",
      zh: "'折合'后写单位；列名写在值的前面：'\(name): 值'")
  }

  /// Names in a sentence.
  static func listing(_ names: [Name]) -> LocalizedText {
    LocalizedText(
      en: names.map { "'\($0.en)'" }.joined(separator: ", "),
      zh: names.map { "'\($0.zh)'" }.joined(separator: "、"))
  }

  static func didYouMean(_ like: [String], among all: [Name] = [], always: Bool = false)
    -> LocalizedText?
  {
    if let help = Suggestions.question(like) {
      guard always, all.count <= 12 else { return help }
      let known = candidates(all)
      return LocalizedText(en: "\(help.en) (\(known.en))", zh: "\(help.zh)（\(known.zh)）")
    }
    return all.isEmpty || all.count > 24 ? nil : candidates(all)
  }

  private static func candidates(_ names: [Name]) -> LocalizedText {
    LocalizedText(
      en: "there are: " + names.map(\.en).joined(separator: ", "),
      zh: "可用的有：" + names.map(\.zh).joined(separator: "、"))
  }

  static func hiddenField(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "an earlier 'select' or 'drop' left it out; 'this.\(name)' still reads it",
      zh: "前面的 '选取' 或 '删列' 没有保留它；仍可写 '本行.\(name)'")
  }

  /// Help for a text where a number is wanted.
  static func readAsNumber(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "read the text as a number: 'number(\(text))', missing where it is none",
      zh: "先把文本读成数值：'数值(\(text))'，读不成的为缺失")
  }

  static func signatures(_ name: String, _ signatures: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: "it takes " + signatures.map { "\(name)(\($0.en))" }.joined(separator: " or "),
      zh: "写法：" + signatures.map { "\(name)(\($0.zh))" }.joined(separator: " 或 "))
  }

  static func useAnAggregate(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "take 'sum(\(name))' or 'first(\(name))', or add it after 'by'",
      zh: "请写 '求和(\(name))' 或 '首个(\(name))'，或放到 '按' 之后")
  }

  static func wrapAggregate(_ outer: String, _ inner: String) -> LocalizedText {
    LocalizedText(
      en: "say what becomes of the rows' values: '\(outer)(\(inner))'",
      zh: "请再统计各行的值：'\(outer)(\(inner))'")
  }
}
