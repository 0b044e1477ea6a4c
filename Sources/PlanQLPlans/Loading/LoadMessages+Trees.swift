import PlanQLData

/// Everything that loading can say of JSON and YAML as such.
extension LoadMessage {
  static let afterJSON = LoadMessage(
    en: "something follows after the end of the JSON value", zh: "JSON 的值结束之后还有内容")

  static let badEscape = LoadMessage(
    en: "JSON knows no such escape", zh: "JSON 中没有这样的转义",
    help: LocalizedText(
      en: "a backslash itself is written twice", zh: "反斜杠本身要写两遍"))

  static let badJSONNumber = LoadMessage(
    en: "this is no number as JSON writes it", zh: "JSON 的数不能这样写",
    help: LocalizedText(
      en:
        "no zero before other digits, and digits on both sides of a point; quote it to have a text",
      zh: "数字前面不能有多余的零，小数点两侧都要有数字；若是文本请加双引号"))

  static let controlInJSON = LoadMessage(
    en: "a line end or another control character stands in a JSON text",
    zh: "JSON 的文本中有换行或其他控制字符",
    help: LocalizedText(
      en: "write it as '\\n' or '\\u…', or close the text before it",
      zh: "请写成 '\\n' 或 '\\u…'，或在它之前补上双引号"))

  static let endOfJSON = LoadMessage(
    en: "the file ends within a JSON value", zh: "文件在 JSON 的值中间结束")

  static let keyIsNoText = LoadMessage(
    en: "the name of an entry must be a text", zh: "条目的名称应为文本")

  static let loneSurrogate = LoadMessage(
    en: "this escape stands for half a character", zh: "这个转义只是半个字符")

  static let mergeOfNoMapping = LoadMessage(
    en: "'<<' takes over the entries of a record, or of a list of records, and this is none",
    zh: "'<<' 用来并入另一条记录（或一组记录）的条目，而这里不是",
    help: LocalizedText(
      en: "write '<<: *name'; quote it to have a field of that name", zh: "请写 '<<: *名称'；若是字段名请加引号"))

  static func missingElement(_ name: String) -> LoadMessage {
    LoadMessage(
      en: "an element of the list '\(name)' is null", zh: "列表'\(name)'中有一个元素为 null",
      help: LocalizedText(en: "leave it out", zh: "请去掉它"))
  }

  static func nestedList(_ name: String) -> LoadMessage {
    LoadMessage(
      en: "the list '\(name)' holds records or lists, which no cell can",
      zh: "列表'\(name)'中有记录或列表，单元格中放不下",
      help: LocalizedText(
        en: "make a table of them, with a column that links back to this one",
        zh: "请把它们另做成一张表，用一列链接回这张表"))
  }

  static let noColon = LoadMessage(
    en: "a ':' must follow a name in JSON", zh: "JSON 的名称之后应为 ':'")

  static let noCommaInList = LoadMessage(
    en: "',' or ']' must follow an element of a JSON list", zh: "JSON 列表的元素之后应为 ',' 或 ']'")

  static let noCommaInMapping = LoadMessage(
    en: "',' or '}' must follow an entry of a JSON record", zh: "JSON 记录的条目之后应为 ',' 或 '}'")

  static let noKey = LoadMessage(
    en: "a JSON record must go on with a name in double quotes", zh: "JSON 记录中此处应为双引号中的名称",
    help: LocalizedText(en: "no comma stands after the last entry", zh: "最后一个条目之后不能有逗号"))

  static let noRecord = LoadMessage(
    en: "a row must be a record of names and values", zh: "一行应为由名称和值组成的记录")

  static let noValue = LoadMessage(
    en: "a JSON value is missing here", zh: "此处缺少 JSON 的值",
    help: LocalizedText(
      en: "texts stand in double quotes, and no comma after the last element",
      zh: "文本要用双引号；最后一个元素之后不能有逗号"))

  static func notYAML(_ problem: String) -> LoadMessage {
    LoadMessage(
      en: "this is no valid YAML: \(problem)",
      zh: "YAML 语法有误：\(LibraryWords.chinese(problem))")
  }

  static let openString = LoadMessage(
    en: "the double quote that opens this text is never closed", zh: "这个文本开头的双引号没有结束")

  static func repeatedKey(_ key: String) -> LoadMessage {
    LoadMessage(en: "'\(key)' stands twice", zh: "'\(key)'写了两次")
  }

  static let tooDeep = LoadMessage(
    en: "records and lists lie more than \(JSONTokens.greatestDepth) deep in one another",
    zh: "记录和列表的嵌套超过 \(JSONTokens.greatestDepth) 层")

  static let tooManyAliases = LoadMessage(
    en: "the aliases of this file stand for far more than is written in it",
    zh: "此文件中的别名展开后远远超过文件本身")

  static func unknownWord(_ word: String) -> LoadMessage {
    LoadMessage(
      en: "JSON knows no word '\(shortened(word))'", zh: "JSON 中没有'\(shortened(word))'这个词",
      help: LocalizedText(
        en: "write a text in double quotes, or true, false or null",
        zh: "文本要用双引号；此外只有 true、false 和 null"))
  }
}
