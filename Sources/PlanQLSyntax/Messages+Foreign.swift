import PlanQLData

// What is said of queries that are written as other languages would (PQL0170 to PQL0199), by name.
extension Message {
  /// Help where a name follows a name that may be a function.
  static func argumentsInBrackets(_ function: String, _ argument: String) -> LocalizedText {
    LocalizedText(
      en: "what a function works on stands in brackets: '\(function)(\(argument))'",
      zh: "函数要计算的内容写在括号里：'\(function)(\(argument))'")
  }

  static let caseWhen = Message(
    "PQL0170", en: "the branches of a 'case' stand in braces", zh: "'分情况'的各个分支写在花括号里",
    help: LocalizedText(
      en: "write 'case { condition: value, else: value }'", zh: "写成'分情况 { 条件: 值, 否则: 值 }'"))

  /// Help for what another language begins a query with.
  static let beginWithTable = LocalizedText(
    en: "leave it out: a query begins with the table or the value itself, 'projects | where …'",
    zh: "请去掉：查询直接以表名或算式开头，'项目 | 筛选 …'")

  /// Help for a column that was named in brackets.
  static let columnByName = LocalizedText(
    en: "a column is named behind a point: 'projects.name'", zh: "列名写在点号后面：'项目.名称'")

  static func keysBeforeStage(_ word: String) -> Message {
    Message(
      "PQL0171", en: "a stage begins with its own word, not with '\(word)'",
      zh: "步骤以自己的词开头，不以'\(word)'开头",
      help: LocalizedText(
        en: "write 'sort investment' or 'summarize n: count() by lead'",
        zh: "写成'排序 投资额'或'汇总 项数: 计数() 按 牵头单位'"))
  }

  static let leadingDot = Message(
    "PQL0172", en: "a field is named without '.' before it", zh: "字段名前面不写 '.'",
    help: LocalizedText(en: "leave it out", zh: "请去掉"))

  /// Help for empty brackets behind a table.
  static let needlessBrackets = LocalizedText(
    en: "a table is read row by row without them", zh: "表本来就逐行读取，不必写方括号")

  /// Help for a window over some rows before or after each.
  static let rowsAround = LocalizedText(
    en:
      "the last three rows: take the running sum, and from it the one three rows before, "
      + "'r - (previous(r, 3 sort day) ?? 0)'",
    zh: "近三行之和：先逐行累计，再减去三行之前的累计：'累计 - (上一个(累计, 3 排序 日期) ?? 0)'")

  /// Help for rows that were chosen in brackets.
  static let rowsByWhere = LocalizedText(
    en: "rows are kept by a stage: 'projects | where no > 3'", zh: "筛选行用步骤：'项目 | 筛选 序号 > 3'")

  /// Help for a word that is not needed.
  static let leaveOut = LocalizedText(en: "leave it out", zh: "请去掉")

  /// Says that what is called with a point is a stage.
  package static func stageCall(_ name: String, _ stage: String) -> Message {
    Message(
      "PQL0173", en: "'\(name)' is no function of a table", zh: "'\(name)' 不是表的函数",
      help: LocalizedText(
        en: "a stage does this: 'projects | \(stage) …'", zh: "请用步骤：'项目 | \(stage) …'"))
  }

  static func stageInBrackets(_ word: String) -> Message {
    Message(
      "PQL0174", en: "what belongs to '\(word)' stands without brackets",
      zh: "'\(word)'的内容不加括号",
      help: LocalizedText(en: "write 'select name, no'", zh: "写成'选取 名称, 序号'"))
  }

  static let starInCall = Message(
    "PQL0175", en: "'*' is not needed in a call", zh: "函数的括号里不写 '*'",
    help: LocalizedText(en: "'count()' counts the rows", zh: "'计数()' 就是计行数"))

  static let tableAlias = Message(
    "PQL0176", en: "a table gets no second name in a pipeline", zh: "流水线中不给表另起名称",
    help: LocalizedText(
      en: "fields are named by themselves: 'projects | select name'", zh: "字段直接写名称：'项目 | 选取 名称'"))

  static let takeRange = Message(
    "PQL0177", en: "'take' goes with one number of rows, not with a range", zh: "'取前'后面是行数，不是范围",
    help: LocalizedText(
      en: "write 'skip 4 | take 6' for the rows 5 to 10", zh: "第 5 到 10 行写成'跳过 4 | 取前 6'"))

  static func textPrefix(_ letter: String) -> Message {
    Message(
      "PQL0178", en: "no '\(letter)' stands before a text", zh: "文字前面不写 '\(letter)'",
      help: LocalizedText(
        en: "every text in double quotes may have holes: \"{name}\"", zh: "双引号里的文字都可以嵌入算式：“{名称}”"))
  }

  static let windowWithOver = Message(
    "PQL0179", en: "'over' is not part of a call", zh: "函数后面没有 'over'",
    help: LocalizedText(
      en: "the order and the group stand in the call: 'sum(x sort y within z)'",
      zh: "次序和分组写在函数里：'求和(x 排序 y 同一 z)'"))
}
