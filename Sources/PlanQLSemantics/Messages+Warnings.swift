import PlanQLData
import PlanQLSyntax

// Warnings and hints, and what is said of other languages' habits (PQL0400 to PQL0439), by name.
extension Message {
  static func alwaysTrue(_ operand: String) -> Message {
    Message(
      "PQL0401", .warning, en: "every row fulfils this: '\(operand)' differs from one or the other",
      zh: "每一行都满足这个条件：'\(operand)' 总会与其中一个不同",
      help: LocalizedText(
        en: "to leave out both write 'and', or 'x not in [a, b]'",
        zh: "两个都要排除，请写'且'，或'x 不属于 [a, b]'"))
  }

  static func andBesideOr(_ and: String) -> Message {
    Message(
      "PQL0402", .warning, en: "'and' binds tighter than 'or'", zh: "'且'比'或'先结合",
      help: LocalizedText(
        en: "brackets show how it is read: '\(and)'", zh: "加括号写明读法：'\(and)'"))
  }

  static func assignment(_ name: String) -> Message {
    Message(
      "PQL0403", en: "'\(name)' has no value yet", zh: "'\(name)' 还没有值",
      help: LocalizedText(en: "write 'let \(name) = …'", zh: "写成'设定 \(name) = …'"))
  }

  static func beyondAllValues(_ value: Name, isAfter: Bool) -> Message {
    Message(
      "PQL0423", .warning,
      en: "no row fulfils this: no value comes \(isAfter ? "after" : "before") '\(value.en)'",
      zh: "没有一行满足这个条件：'\(value.zh)' \(isAfter ? "之后" : "之前")没有别的值")
  }

  static func comparedWithItself(_ operand: String) -> Message {
    Message(
      "PQL0424", .warning, en: "'\(operand)' is compared with itself", zh: "'\(operand)' 在和自己比较",
      help: LocalizedText(
        en: "whether it has a value is asked by '\(operand) is known'",
        zh: "判断有没有值请写 '\(operand) 有值'"))
  }

  static func comparedWithMissing(_ sign: String) -> Message {
    Message(
      "PQL0404", .hint, en: "'\(sign)' is not needed to ask whether a value is missing",
      zh: "判断有没有值不必用 '\(sign)'")
  }

  static var comparesConstants: Message {
    Message(
      "PQL0425", .warning, en: "two constants are compared: it is the same for every row",
      zh: "比较的是两个固定的值：每一行的结果都一样")
  }

  static func contradiction(_ operand: String) -> Message {
    Message(
      "PQL0405", .warning, en: "no row fulfils both: '\(operand)' cannot be this and that",
      zh: "没有一行能同时满足：'\(operand)' 不可能两者都是")
  }

  static func countedForEach(_ function: String, _ value: String?, _ each: [Name]) -> Message {
    let names = LocalizedText.listing(each)
    let reason = LocalizedText(
      en: each.isEmpty ? "more than once" : "once for each \(names.en)",
      zh: each.isEmpty ? "重复" : "按每个 \(names.zh) 重复")
    return Message(
      "PQL0420", .warning,
      en: "'\(function)' counts \(value.map { "'\($0)'" } ?? "a row") \(reason.en)",
      zh: "'\(function)' 把\(value.map { " '\($0)' " } ?? "同一行")\(reason.zh)计入")
  }

  static func dateInOtherForm(_ text: String) -> Message {
    Message(
      "PQL0406", en: "'\(text)' is not how a date is written", zh: "日期不写成 '\(text)'",
      help: LocalizedText(en: "write '@\(text)'", zh: "请写 '@\(text)'，或 '2021年3月5日'"))
  }

  /// Help for a date that is written so and is none.
  static func noSuchDate(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "there is no such date; a month is written '@2021-03', a day '@2021-03-05'",
      zh: "没有这样的日期；月份写成 '@2021-03' 或 '2021年3月'，日期写成 '@2021-03-05'")
  }

  static var emptyList: Message {
    Message("PQL0426", .warning, en: "the list is empty, nothing is in it", zh: "列表是空的，什么也不属于它")
  }

  static var emptyRange: Message {
    Message(
      "PQL0407", .warning, en: "the range starts after its end and is empty", zh: "范围的起点大于终点，是空的")
  }

  static func missingFulfils(_ operand: String) -> Message {
    Message(
      "PQL0408", .hint, en: "rows where '\(operand)' is missing fulfil this too",
      zh: "'\(operand)' 缺失的行也满足这个条件",
      help: LocalizedText(
        en: "to leave them out add 'and \(operand) is known'", zh: "如要排除，请加上'且 \(operand) 有值'"))
  }

  static func neverNegative(_ function: String, always: Bool) -> Message {
    Message(
      "PQL0409", .warning, en: "'\(function)' is never negative, so this is always \(always)",
      zh: "'\(function)' 不会是负数，所以这里总是\(always ? "成立" : "不成立")")
  }

  static func missingCounted(_ key: String) -> Message {
    Message(
      "PQL0427", .hint, en: "where '\(key)' is missing, that counts as one of them",
      zh: "'\(key)' 缺失也算作其中一个",
      help: LocalizedText(
        en: "to count what is known: 'count(where \(key) is known distinct \(key))'",
        zh: "只计有值的：'计数(其中 \(key) 有值 去重 \(key))'"))
  }

  static func quotedField(_ name: String, _ field: String) -> Message {
    Message(
      "PQL0428", .warning,
      en: "the text '\(name)' is the same for every row; there is a field of that name",
      zh: "文字 '\(name)' 对每一行都一样；这里有同名的字段",
      help: LocalizedText(
        en: "a field is written without quotation marks: '\(field)'",
        zh: "字段不加引号：'\(field)'"))
  }

  static func wholeTableInGroup(_ table: String, _ field: String) -> Message {
    Message(
      "PQL0429", .hint,
      en: "'\(table).\(field)' is of all rows of the table, the same in every group",
      zh: "'\(table).\(field)' 取全表各行的值，每组都相同",
      help: LocalizedText(
        en: "of the group's own rows: '\(field)'", zh: "只取本组各行：'\(field)'"))
  }

  static var sameCondition: Message {
    Message("PQL0410", .warning, en: "the same condition stands here twice", zh: "同一个条件写了两遍")
  }

  static var sortWithoutEffect: Message {
    Message(
      "PQL0411", .warning, en: "this order is lost: 'summarize' orders its rows by the keys",
      zh: "这个排序不起作用：'汇总'的结果按分组依据排列",
      help: LocalizedText(en: "sort after 'summarize'", zh: "请在'汇总'之后排序"))
  }

  static func unquotedName(_ name: String) -> Message {
    Message(
      "PQL0400", en: "'\(name)' is a value, not a field: it stands in quotes",
      zh: "'\(name)' 是取值，不是字段，要加引号")
  }

  static func overlappingGroups(_ value: String) -> Message {
    Message(
      "PQL0421", .warning,
      en:
        "'\(value)' is the sum of groups that share rows: adding it up counts those more than once",
      zh: "'\(value)' 的各组有重复的行，再相加会重复计入",
      help: LocalizedText(
        en:
          "share the amount out with 'split' in 'expand', or sum the rows before they are grouped",
        zh: "请在 '展开' 中用 '均分' 分摊，或在分组之前求和"))
  }

  static func overlappingTotal(_ columns: [Name]) -> Message {
    let names = LocalizedText.listing(columns)
    return Message(
      "PQL0422", .warning,
      en: "the total of \(names.en) counts what stands in several groups more than once",
      zh: "\(names.zh) 的合计把分属几组的重复计入",
      help: LocalizedText(
        en:
          "count each once: 'count(distinct this)', 'sum(x distinct this)', or share it out with 'split'",
        zh: "每个只计一次：'计数(去重 本行)'、'求和(x 去重 本行)'，或用 '均分' 分摊"))
  }

  static func unusedBinding(_ name: String) -> Message {
    Message("PQL0412", .warning, en: "'\(name)' is never used", zh: "'\(name)' 没有用到")
  }

  static func unusedParameter(_ name: String) -> Message {
    Message("PQL0413", .hint, en: "the parameter '\(name)' is never used", zh: "参数 '\(name)' 没有用到")
  }
}

extension Message {
  /// The codes that say a name is never used.
  package static let ofUnusedNames = [
    unusedBinding("").code, unusedDefinition("").code, unusedFile("").code,
    unusedParameter("").code,
  ]
}

extension LocalizedText {
  static let eitherOfBoth = LocalizedText(
    en: "to keep either write 'or', or 'x in [a, b]'", zh: "两者取其一，请写'或'，或'x 属于 [a, b]'")
}

extension LocalizedText {
  static func countOnce(_ key: String?) -> LocalizedText {
    guard let key else {
      return LocalizedText(
        en: "count each once with 'distinct', or share the amount out: 'expand … split', 'spread'",
        zh: "每个只计一次请用 '去重'，或先分摊：'展开 … 均分'、'分摊'")
    }
    return LocalizedText(
      en: "count each once: 'distinct \(key)'; or share the amount out: 'expand … split', 'spread'",
      zh: "每个只计一次：'去重 \(key)'；或先分摊：'展开 … 均分'、'分摊'")
  }
}
