package import PlanQLData

// Everything that the lexer (PQL00xx) and the parser (PQL01xx) can say, by name.
extension Message {
  static let badCodePoint = Message(
    "PQL0009", en: "no such character", zh: "没有这个字符",
    help: LocalizedText(
      en: "write '\\u{4E2D}': one to six hexadecimal digits", zh: "写成 '\\u{4E2D}'：一到六位十六进制数字"))

  static func blockExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0190", en: "'{' and the parts of the report are expected, found \(found.en)",
      zh: "此处应为 '{' 和报告的各部分，这里是\(found.zh)",
      help: LocalizedText(
        en: "write 'for u in units { … }' or 'if c { … } else { … }'",
        zh: "写成'逐个 u 取自 单位 { … }'或'如果 c { … } 否则 { … }'"))
  }

  static func blockInExpression(_ word: String) -> Message {
    Message(
      "PQL0191", en: "'\(word) … { … }' is a part of the report, not a value",
      zh: "'\(word) … { … }' 是报告的一部分，不是值",
      help: LocalizedText(
        en: "a value is 'if c then a else b'", zh: "取值写成'如果 c 则 a 否则 b'"))
  }

  static func caseBrace(_ found: LocalizedText) -> Message {
    Message(
      "PQL0120", en: "'{' is expected after 'case', found \(found.en)",
      zh: "'分情况'之后应为 '{'，这里是\(found.zh)",
      help: LocalizedText(
        en: "write 'case { condition: value, else: value }'", zh: "写成'分情况 { 条件: 值, 否则: 值 }'"))
  }

  static func caseColon(_ found: LocalizedText) -> Message {
    Message(
      "PQL0121", en: "':' is expected between condition and value, found \(found.en)",
      zh: "条件和值之间应为 ':'，这里是\(found.zh)")
  }

  static let chainedComparison = Message(
    "PQL0107", en: "comparisons cannot follow one another", zh: "比较不能连写",
    help: LocalizedText(en: "join two comparisons with 'and'", zh: "用'且'连接两个比较"))

  static let chartColon = Message(
    "PQL0192", en: "':' is missing before the rows of the chart", zh: "图表的数据之前缺 ':'",
    help: LocalizedText(
      en: "write 'chart bar \"caption\": projects | …'", zh: "写成'图表 柱形 “标题”: 项目 | …'"))

  static func chartKindExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0193", en: "the kind of chart is expected, found \(found.en)",
      zh: "此处应为图表的种类，这里是\(found.zh)")
  }

  static func chartKinds(_ kinds: [Name]) -> LocalizedText {
    LocalizedText(
      en: "kinds are " + kinds.map(\.en).joined(separator: ", "),
      zh: "种类有 " + kinds.map(\.zh).joined(separator: "、"))
  }

  static let checkColon = Message(
    "PQL0113", en: "a check needs a text and ':' before its condition", zh: "核对的条件之前要有文字和 ':'",
    help: LocalizedText(
      en: "write 'check \"what must hold\": condition'", zh: "写成'核对 “应当成立的事”: 条件'"))

  static func clauseOrder(_ clause: Name, before last: Name) -> Message {
    Message(
      "PQL0126", en: "'\(clause.en)' stands before '\(last.en)'",
      zh: "'\(clause.zh)'应写在'\(last.zh)'之前",
      help: LocalizedText(
        en: "the order is 'where', 'distinct', 'sort', 'within'", zh: "顺序为'其中'、'去重'、'排序'、'同一'"))
  }

  static func clauseTwice(_ clause: Name) -> Message {
    Message(
      "PQL0127", en: "'\(clause.en)' stands here twice", zh: "'\(clause.zh)'出现了两次",
      help: LocalizedText(en: "join conditions with 'and', keys with ','", zh: "条件用'且'合并，多个依据用逗号分隔")
    )
  }

  static let colonInHole = Message(
    "PQL0118", en: "':' cannot stand in a hole", zh: "花括号里不能写 ':'",
    help: LocalizedText(en: "the number of decimals is written '{x to 2}'", zh: "小数位数写成 '{x 保留 2}'")
  )

  static func columnExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0112", en: "the name of a column is expected, found \(found.en)",
      zh: "此处应为列名，这里是\(found.zh)")
  }

  static func commaBeforeClause(_ clause: String) -> Message {
    Message("PQL0128", en: "no comma stands before '\(clause)'", zh: "'\(clause)'之前不加逗号")
  }

  static func controlCharacter(_ notation: String, at place: Int) -> Message {
    Message(
      "PQL0003", en: "control character \(notation) at byte \(place)",
      zh: "第 \(place) 字节处有控制字符 \(notation)",
      help: LocalizedText(en: "a script is plain text in UTF-8", zh: "脚本应为 UTF-8 编码的纯文本"))
  }

  static func currencySign(_ sign: String) -> Message {
    Message(
      "PQL0129", en: "'\(sign)' is not used for amounts", zh: "金额不写 '\(sign)'",
      help: LocalizedText(
        en: "write the unit behind the number: '100元', '100万元'", zh: "单位写在数字后面：'100元'、'100万元'"))
  }

  static func decimalsExpected(_ most: Int) -> Message {
    Message(
      "PQL0123", en: "'to' needs the number of decimals, 0 to \(most)",
      zh: "'保留'之后应为小数位数，0 到 \(most)")
  }

  static func declarationType(_ name: String) -> Message {
    Message(
      "PQL0194", en: "the type of '\(name)' is missing", zh: "'\(name)' 缺少类型",
      help: LocalizedText(
        en: "write '\(name): date'; types are bool, int, number, money, text, date, period, unit …",
        zh: "写成'\(name): 日期'；类型有 是否、整数、数值、金额、文本、日期、时段、单位等"))
  }

  static func definitionEqual(_ name: String) -> Message {
    Message(
      "PQL0195", en: "'=' is expected before what '\(name)' stands for",
      zh: "'\(name)' 的定义之前应为 '='",
      help: LocalizedText(
        en: "write 'define half(x: money) = x / 2'", zh: "写成'定义 半数(x: 金额) = x / 2'"))
  }

  static func directionControl(_ notation: String, at place: Int) -> Message {
    Message(
      "PQL0004", en: "character \(notation) for text direction at byte \(place)",
      zh: "第 \(place) 字节处有文字方向控制符 \(notation)",
      help: LocalizedText(
        en:
          "such characters make a script look other than it is: delete it, or write '\\u{…}' in a text",
        zh: "这种字符会使脚本看起来与实际不符：请删除，或在文字中写成 '\\u{…}'"))
  }

  static func displayInside(_ word: Name) -> Message {
    Message(
      "PQL0122", en: "'\(word.en)' stands only at the end of a value", zh: "'\(word.zh)'只能写在一个值的末尾",
      help: LocalizedText(
        en: "it says how a column, a hole or a 'let' is shown, never what it is",
        zh: "它只说明列、花括号或'设定'如何显示，不改变数值"))
  }

  static func elseExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0119", en: "'else' is expected, found \(found.en)", zh: "此处应为'否则'，这里是\(found.zh)",
      help: LocalizedText(
        en: "an 'if' always has a value: 'if c then a else missing'",
        zh: "'如果'总要有值：'如果 c 则 a 否则 缺失'"))
  }

  static let elseNotLast = Message(
    "PQL0124", en: "nothing follows the 'else' of a 'case'", zh: "'分情况'中'否则'之后不能再有别的情况")

  static let emptyHole = Message(
    "PQL0117", en: "the hole is empty", zh: "花括号里是空的",
    help: LocalizedText(
      en: "write '{{' and '}}' for braces themselves", zh: "要写花括号本身，用 '{{' 和 '}}'"))

  static let emptyName = Message(
    "PQL0012", en: "a name in backquotes is empty", zh: "反引号里的名称是空的")

  static func equalExpected(_ name: String) -> Message {
    Message(
      "PQL0111", en: "'=' is expected after '\(name)'", zh: "'\(name)'之后应为 '='",
      help: LocalizedText(en: "write 'let \(name) = value'", zh: "写成'设定 \(name) = 值'"))
  }

  static func expandIn(_ name: String) -> Message {
    Message(
      "PQL0115", en: "'expand' needs a name for the element and 'in' before the list",
      zh: "'展开'要给元素起名，列表之前写'取自'",
      help: LocalizedText(en: "write 'expand u in \(name)'", zh: "写成'展开 单个 取自 \(name)'"))
  }

  static func foreignComment(_ sign: String) -> Message {
    Message(
      "PQL0021", en: "'\(sign)' does not begin a comment", zh: "'\(sign)' 不是注释的开头",
      help: LocalizedText(en: "a comment begins with '#'", zh: "注释以 '#' 开头"))
  }

  static func gluedOperator(_ word: String) -> Message {
    Message(
      "PQL0131", en: "white space is missing after '\(word)'", zh: "'\(word)'之后缺空格")
  }

  static func gluedStage(_ word: String) -> Message {
    Message(
      "PQL0105", en: "white space is missing after '\(word)'", zh: "'\(word)'之后缺空格")
  }

  static func gluedWord(_ word: String, to literal: String) -> Message {
    Message(
      "PQL0014", en: "'\(word)' is glued to '\(literal)'", zh: "'\(word)' 与 '\(literal)' 连在了一起",
      help: LocalizedText(en: "put a space between them", zh: "中间加一个空格"))
  }

  static func headerLanguage(_ word: String) -> Message {
    Message(
      "PQL0020", en: "no output language '\(word)'", zh: "没有输出语言 '\(word)'",
      help: LocalizedText(en: "write 'en' or 'zh'", zh: "写 'en' 或 'zh'"))
  }

  static func headerVersion(_ version: String, known: String) -> Message {
    Message(
      "PQL0019", en: "the script is for planql \(version), this is planql \(known)",
      zh: "脚本用的是 planql \(version)，当前为 planql \(known)")
  }

  static func impossibleDate(_ written: String) -> Message {
    Message(
      "PQL0016", en: "the calendar has no '\(written)'", zh: "日历中没有 '\(written)'")
  }

  static func invalidUTF8(at place: Int) -> Message {
    Message(
      "PQL0002", en: "no UTF-8 at byte \(place)", zh: "第 \(place) 字节处不是 UTF-8 编码",
      help: LocalizedText(en: "a script is plain text in UTF-8", zh: "脚本应为 UTF-8 编码的纯文本"))
  }

  static func joinIn(_ name: String) -> Message {
    Message(
      "PQL0180", en: "'join' needs a name for the partner row and 'in' before the table",
      zh: "'关联'要给对应的行起名，表之前写'取自'",
      help: LocalizedText(
        en: "write 'join p in \(name) on p.project = this'",
        zh: "写成'关联 对方 取自 \(name) 对应 对方.项目 = 本行'"))
  }

  static func joinOn(_ name: String) -> Message {
    Message(
      "PQL0181", en: "'join' needs 'on' and the condition that makes partners",
      zh: "'关联'要用'对应'写明按什么条件关联",
      help: LocalizedText(
        en: "write 'on \(name).project = this'", zh: "写'对应 \(name).项目 = 本行'"))
  }

  static let labelInQuotes = Message(
    "PQL0132", en: "a label is a name, not a text", zh: "列名是名称，不是文字",
    help: LocalizedText(
      en: "a name with other characters stands in backquotes", zh: "含有其他字符的名称写在反引号里"))

  static func labelOfWhat(_ name: String) -> Message {
    Message(
      "PQL0183", en: "'label' needs a caption or a unit for '\(name)'",
      zh: "'表头'要给 '\(name)' 写明标题或单位",
      help: LocalizedText(
        en: "write '\(name): \"caption\"', '\(name) as 亿元' or both",
        zh: "写成'\(name): “标题”'、'\(name) 折合 亿元'，或两者都写"))
  }

  static func labelWithEqual(_ name: String) -> Message {
    Message(
      "PQL0133", en: "a label is followed by ':', not by '='", zh: "列名之后是 ':'，不是 '='",
      help: LocalizedText(
        en: "write '\(name): value'; a comparison stands in parentheses",
        zh: "写成'\(name): 值'；若要比较，请加括号"))
  }

  static let leadingPoint = Message(
    "PQL0134", en: "a number begins with a digit", zh: "数字不能以小数点开头")

  static let listInParentheses = Message(
    "PQL0135", en: "a list stands in square brackets", zh: "列表要写在方括号里")

  static let loneBrace = Message(
    "PQL0010", en: "'}' closes nothing in this text", zh: "文字中的 '}' 没有对应的 '{'",
    help: LocalizedText(en: "write '}}' for a brace itself", zh: "要写花括号本身，用 '}}'"))

  static func loopIn(_ name: String) -> Message {
    Message(
      "PQL0196", en: "'in' and a table are expected after '\(name)'",
      zh: "'\(name)'之后应为'取自'和一张表",
      help: LocalizedText(
        en: "write 'for \(name) in units { … }'", zh: "写成'逐个 \(name) 取自 单位 { … }'"))
  }

  static let lonePipe = Message(
    "PQL0101", en: "nothing stands before '|'", zh: "'|' 之前没有内容",
    help: LocalizedText(
      en: "a pipeline begins with a table: 'projects | take 3'", zh: "流水线以表名开头：'项目 | 取前 3'"))

  static let malformedPeriod = Message(
    "PQL0017", en: "the period is not written like this", zh: "时段的写法不对",
    help: LocalizedText(
      en: "write '@2021', '@2021-03', '@2021-Q3', '@2021-H1' or '@2021-03-05'",
      zh: "写成 '2021年'、'2021年3月'、'2021年3季度'、'2021年上半年'，或 '@2021-03-05'"))

  static func memberExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0109", en: "a name is expected after '.', found \(found.en)",
      zh: "'.' 之后应为名称，这里是\(found.zh)")
  }

  /// Says that a function is not called with a point.
  package static func methodCall(_ name: String) -> Message {
    Message(
      "PQL0136", en: "'\(name)' is not called with a point", zh: "'\(name)' 不用点来调用",
      help: LocalizedText(en: "write '\(name)(value)'", zh: "写成'\(name)(值)'"))
  }

  static func missingLineBreak(_ word: String) -> Message {
    Message(
      "PQL0137", en: "a line break is missing before '\(word)'", zh: "'\(word)'之前缺换行",
      help: LocalizedText(en: "put it on a line of its own, or ';' before it", zh: "另起一行，或在前面加 ';'")
    )
  }

  static func missingPipe(_ word: String) -> Message {
    Message(
      "PQL0103", en: "'|' is missing before '\(word)'", zh: "'\(word)'之前缺 '|'",
      help: LocalizedText(
        en: "a pipeline is a table and stages: 'projects | \(word) …'",
        zh: "流水线由表和步骤组成：'项目 | \(word) …'"))
  }

  static func nameExpected(_ found: LocalizedText) -> Message {
    Message("PQL0110", en: "a name is expected, found \(found.en)", zh: "此处应为名称，这里是\(found.zh)")
  }

  static func needlessWord(_ word: String) -> Message {
    Message("PQL0138", en: "'\(word)' is not needed here", zh: "此处不需要'\(word)'")
  }

  static let noIndex = Message(
    "PQL0139", en: "a list has no index", zh: "列表不能用下标",
    help: LocalizedText(
      en: "write 'first(list)', 'last(list)' or '(list | skip 1 | take 1)'",
      zh: "写成'首个(列表)'、'末个(列表)'或'(列表 | 跳过 1 | 取前 1)'"))

  static let numberTooLong = Message(
    "PQL0013", en: "the number has too many digits", zh: "数字的位数过多",
    help: LocalizedText(
      en: "at most 9223372036854775807, decimals counted as digits",
      zh: "最大为 9223372036854775807，小数位也计入位数"))

  static func operatorExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0108", en: "an operator or ',' is expected before \(found.en)",
      zh: "\(found.zh) 之前缺运算符或逗号")
  }

  /// What a label says of a quote that was meant to end a text.
  static let otherQuote = LocalizedText(en: "this quote does not end it", zh: "这个引号不与它配对")

  static func parameterType(_ name: String) -> Message {
    Message(
      "PQL0114", en: "the type of the parameter '\(name)' is missing", zh: "参数'\(name)'缺少类型",
      help: LocalizedText(
        en:
          "write 'param \(name): int = …'; types are bool, int, number, money, text, date, period",
        zh: "写成'参数 \(name): 整数 = …'；类型有 是否、整数、数值、金额、文本、日期、时段"))
  }

  static let pathExpected = Message(
    "PQL0197", en: "'use' takes the name of a file, in quotes", zh: "'引用'之后写文件名，加引号",
    help: LocalizedText(en: "write 'use \"shared.planql\"'", zh: "写成'引用 “共用.planql”'"))

  static let pipelineInside = Message(
    "PQL0125", en: "a pipeline stands in parentheses here", zh: "此处的流水线要加括号",
    help: LocalizedText(
      en: "only as the one argument of a call it needs none: 'count(projects | where c)'",
      zh: "只有作为函数唯一的参数时才不用：'计数(项目 | 筛选 c)'"))

  static let pivotAcross = Message(
    "PQL0182", en: "'pivot' needs 'across' and the values that become columns",
    zh: "'透视'要用'横向'写明哪一项成为各列",
    help: LocalizedText(
      en: "write 'pivot sum(amount) by lead across year'", zh: "写成'透视 求和(金额) 按 牵头单位 横向 年度'"))

  static func quarterInWords(_ written: String) -> Message {
    Message(
      "PQL0018", en: "a quarter is written with its number, not '\(written)'",
      zh: "季度用数字写，不写 '\(written)'")
  }

  static let rangeWithDash = Message(
    "PQL0022", en: "a range is written with '..'", zh: "范围用 '..' 表示")

  static func selectFrom(_ word: String) -> Message {
    Message(
      "PQL0102", en: "a query does not begin with '\(word)'", zh: "查询不以'\(word)'开头",
      help: LocalizedText(
        en: "write the table first: 'projects | where … | select name, investment'",
        zh: "先写表名：'项目 | 筛选 … | 选取 名称, 投资额'"))
  }

  static func sourceTooLarge(_ size: Int, limit: Int) -> Message {
    Message(
      "PQL0001", en: "the script has \(size) bytes, more than \(limit)",
      zh: "脚本有 \(size) 字节，超过上限 \(limit)")
  }

  static func signatureExpected(_ name: String) -> Message {
    Message(
      "PQL0198", en: "'\(name)' has no brackets: a function names the values that it takes",
      zh: "'\(name)' 没有括号：函数要写明取哪些值",
      help: LocalizedText(
        en:
          "a value or table is named with 'let \(name) = …', a computed field with 'define project.\(name) = …'",
        zh: "给值或表起名用'设定 \(name) = …'，计算字段写'定义 项目.\(name) = …'"))
  }

  static let spreadBy = Message(
    "PQL0141", en: "'spread' needs 'by' and a part of the calendar", zh: "'分摊'要写明按什么分期",
    help: LocalizedText(
      en: "write 'by year', 'by half', 'by quarter' or 'by month'",
      zh: "写'按 年度'、'按 半年'、'按 季度'或'按 月份'"))

  static let spreadOver = Message(
    "PQL0140", en: "'spread' needs 'over' and a period", zh: "'分摊'要写明依据哪个时段",
    help: LocalizedText(
      en: "write 'spread amount: investment over period by year'",
      zh: "写成'分摊 年投资: 投资额 依据 建设期限 按 年度'"))

  static func stageExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0104", en: "a stage is expected after '|', found \(found.en)",
      zh: "'|' 之后应为步骤，这里是\(found.zh)",
      help: LocalizedText(
        en: "such as 'where', 'select', 'summarize', 'sort', 'take'",
        zh: "例如'筛选'、'选取'、'汇总'、'排序'、'取前'"))
  }

  /// Help that lists the stages.
  static func stageNames(_ names: [Name]) -> LocalizedText {
    LocalizedText(
      en: "the stages are " + names.map(\.en).joined(separator: ", "),
      zh: "步骤有 " + names.map(\.zh).joined(separator: "、"))
  }

  static func strayBracket(_ bracket: String) -> Message {
    Message("PQL0142", en: "'\(bracket)' closes nothing", zh: "'\(bracket)' 没有对应的开括号")
  }

  static func strayQuote(_ quote: String, _ opening: String) -> Message {
    Message(
      "PQL0011", en: "a text begins with '\(opening)', not with '\(quote)'",
      zh: "文字以 '\(opening)' 开头，不以 '\(quote)' 开头")
  }

  static let tableColon = Message(
    "PQL0143", en: "':' is missing before the rows of the table", zh: "表格的内容之前缺 ':'",
    help: LocalizedText(en: "write 'table \"caption\": projects | …'", zh: "写成'表格 “标题”: 项目 | …'"))

  static func thenExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0116", en: "'then' is expected, found \(found.en)", zh: "此处应为'则'，这里是\(found.zh)",
      help: LocalizedText(en: "write 'if c then a else b'", zh: "写成'如果 c 则 a 否则 b'"))
  }

  static let thousandsComma = Message(
    "PQL0144", en: "a comma cannot group the digits of a number", zh: "数字中不能用逗号分节",
    help: LocalizedText(en: "leave it out, or write '_': 1_000", zh: "去掉逗号，或写 '_'：1_000"))

  static func tooDeep(limit: Int) -> Message {
    Message(
      "PQL0146", en: "more than \(limit) levels of nesting", zh: "嵌套超过 \(limit) 层",
      help: LocalizedText(en: "give parts a name with 'let'", zh: "用'设定'给各部分起名"))
  }

  /// Says that no more is reported.
  package static func tooManyErrors(_ limit: Int) -> Message {
    Message(
      "PQL0147", en: "the script is not read further after \(limit) errors",
      zh: "已有 \(limit) 处错误，不再往下读")
  }

  static func triedWord(_ word: String) -> Message {
    Message("PQL0130", en: "'\(word)' is not part of the language", zh: "语言中没有'\(word)'")
  }

  static func typeExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0148", en: "a type is expected, found \(found.en)", zh: "此处应为类型，这里是\(found.zh)",
      help: LocalizedText(
        en:
          "types are bool, int, number, money, text, date, period, duration, the rows of a table, and lists: [unit]",
        zh: "类型有 是否、整数、数值、金额、文本、日期、时段、时长，表的行，以及列表：[单位]"))
  }

  static func unclosedBracket(_ bracket: String) -> Message {
    Message("PQL0145", en: "'\(bracket)' is not closed", zh: "'\(bracket)' 没有闭合")
  }

  static let unclosedHole = Message(
    "PQL0007", en: "'{' is not closed in the text", zh: "文字中的 '{' 没有闭合",
    help: LocalizedText(en: "write '{{' for a brace itself", zh: "要写花括号本身，用 '{{'"))

  static let unclosedName = Message(
    "PQL0023", en: "a name in backquotes is not closed on its line", zh: "反引号里的名称没有在本行闭合")

  static func unclosedText(_ opening: String, _ closing: String) -> Message {
    Message(
      "PQL0006", en: "the text that begins with '\(opening)' is not closed",
      zh: "以 '\(opening)' 开头的文字没有闭合",
      help: LocalizedText(en: "it ends with '\(closing)'", zh: "应以 '\(closing)' 结尾"))
  }

  static func unexpected(_ found: LocalizedText) -> Message {
    Message("PQL0149", en: "\(found.en) cannot stand here", zh: "此处不能是\(found.zh)")
  }

  static func unexpectedCharacter(_ character: String, _ notation: String) -> Message {
    Message(
      "PQL0005", en: "the character '\(character)' (\(notation)) means nothing here",
      zh: "字符 '\(character)'（\(notation)）在此没有意义")
  }

  static let unexpectedColon = Message(
    "PQL0150", en: "':' cannot stand here", zh: "此处不能有 ':'",
    help: LocalizedText(
      en: "a label stands at the start of an item: 'total: sum(investment)'",
      zh: "列名写在一项的开头：'总投资: 求和(投资额)'"))

  static func unitExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0151", en: "a unit is expected after 'as', found \(found.en)",
      zh: "'折合'之后应为单位，这里是\(found.zh)",
      help: LocalizedText(en: "such as '亿元' or '%'", zh: "例如'亿元'或 '%'"))
  }

  static func unknownEscape(_ written: String) -> Message {
    Message(
      "PQL0008", en: "'\(written)' stands for nothing", zh: "'\(written)' 没有意义",
      help: LocalizedText(
        en: "there are '\\n', '\\t', '\\\"', '\\\\' and '\\u{…}'; in '…' a backslash is itself",
        zh: "可用 '\\n'、'\\t'、'\\\"'、'\\\\' 和 '\\u{…}'；在 '…' 中反斜杠就是它本身"))
  }

  static func unknownStage(_ word: String) -> Message {
    Message("PQL0152", en: "no stage '\(word)'", zh: "没有步骤'\(word)'")
  }

  static func unknownUnit(_ written: String) -> Message {
    Message(
      "PQL0015", en: "no unit '\(written)'", zh: "没有单位'\(written)'",
      help: LocalizedText(
        en:
          "a unit is glued to its number, such as '1000万元', '85%', '6个月'; put a space before anything else",
        zh: "单位紧跟数字，例如 '1000万元'、'85%'、'6个月'；其他内容前要加空格"))
  }

  static func valueExpected(_ found: LocalizedText) -> Message {
    Message("PQL0153", en: "a value is expected, found \(found.en)", zh: "此处应为值，这里是\(found.zh)")
  }

  static func weightsExpected(_ found: LocalizedText) -> Message {
    Message(
      "PQL0154", en: "a list of weights is expected, found \(found.en)",
      zh: "此处应为权重列表，这里是\(found.zh)",
      help: LocalizedText(en: "write 'weights [3, 2, 1]'", zh: "写成'权重 [3, 2, 1]'"))
  }

  /// Help that names the word to write.
  package static func writeInstead(_ word: String) -> LocalizedText {
    LocalizedText(en: "write '\(word)'", zh: "请写'\(word)'")
  }

  static let yearOfFourDigits = Message(
    "PQL0024", en: "a year has four digits", zh: "年份应为四位数字",
    help: LocalizedText(en: "fewer digits are a duration: '3年'", zh: "位数更少则是时长：'3年'"))
}
